"""Names of those who vote: parliamentary groups, leaders without a group, and persons, whose names are not kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.extraction.memo import kept
from kimdocs.extraction.numerals import number_word
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kimdocs.lexicon import Match

PERSON = "Einzelmitglied"
_TORN = lazy(r"(?<=[A-ZÄÖÜ])-\s*\n\s*(?=[A-ZÄÖÜ])|(?<=[a-zäöüß])-\s*\n\s*(?=[a-zäöüß])")
_SPLIT = lazy(r"\s*[,;+]\s*(?![^()]{0,160}\))|\s+(?:und|sowie|u\.)\s+(?![^()]{0,160}\))")
_PART = lazy(
    r"(?:(\d{1,3})\s*x?\s+)?([^\d\W].*?)(?:\s*[:(]\s*(\d{1,3})\)?|(?<!ündnis)(?<!ÜNDNIS)\s(\d{1,2}))?$", re.DOTALL
)
_NOISE = lazy(
    r"^(?:(?:die|der|des|von|den|dem|durch|aus)\s+)+|-?\b(?i:(?:stadt|kreis)?(?:rats|tags)?fraktion(?:en)?|ratsgruppe|gruppe|stimmen?|mitglieder|mitglied)\b"
)
_ARTICLES = lazy(
    r"^(?:(?:die|der|des|von|den|dem|durch|aus|seitens|[Ss]timmen?|(?:Koalition|Opposition)\s+(?:aus|von))\s+)+"
)
_THE_GROUP = lazy(r"^(?:Die|Der)\s+(?=(?!LINKE|PARTEI)[A-ZÄÖÜ]{2,5}\b|[\w/.-]*[Ff]raktion\b)")
_MEMBERS_OF = lazy(
    r"^(?:(?P<number>[\w]{1,9})\s+)?(?:Vertreter(?:n|s|innen)?|\w*[Mm]itglied(?:er|ern|s|es)?|\w*[Vv]erordneten?|Ratsherren|Ratsfrauen|Abgeordneten?|Räten?)\s+(?:de[rs]|von)\s+"
)
_GROUPLIKE = lazy(r"(?i)fraktion|gruppe")
_TRAILING = lazy(r"(?:\s+[a-zäöüß]+)+$")
_MATTER = lazy(r"(?i)(?<![^\W-])(?:\w*antr[aä]ge?s?|\w*vorschl[aä]ge?s?|variante|entwurf|fassung)\b")
_COUNTED = lazy(r"(?<!ündnis )(?<!ÜNDNIS )(?<![\w-])\d{1,2}(?=\s|$)")
_SHORT_CAPITALS = lazy(
    r"(?<![^\W\d_])(?!(?:@capitals_of_no_group@)\b)(?:[A-ZÄÖÜ]{2,4}|(?=[^\W\d_]{3,6}(?![^\W\d_]))(?:[A-ZÄÖÜ]+[a-zäöüß]{1,3}[A-ZÄÖÜ]+\w*|[A-ZÄÖÜ]{2,4}[a-zäöüß]{2,3}))\d*(?![^\W\d_])"
)
_IN_BRACKETS = lazy(r"\(\s*([^()]{2,45}?)\s*\)?$|/\s*([^/]{2,45})$")
_REMARK = lazy(r"(?<=\S)\s*\((?!\s*\d{1,3}\s*\)?$)[^()]*\)?$")
_FEW_NAMES = lazy(r"[A-ZÄÖÜ][\w.-]+(?: (?:[A-ZÄÖÜ][\w.-]+|\([^()]{2,30}\))){0,4}")
_INFLECTED = lazy(r"(Grüne|Linke)n|(GRÜNE|LINKE)N")
_INFLECTED_FIRST = lazy(r"^((?:Freie|Unabhängige|Soziale|Junge|Neue|Vereinigte|Christliche))[nr] (?=[A-ZÄÖÜ])")
_LOWER = lazy(r"(?:^|\s)(?!(?:für|in|und|der|die|im|am)\b)[a-zäöü]")
_TOOK_NO_PART = lazy(r"\b(?:@took_no_part@)\b")
_FINITE = lazy(r"\s(?:war|waren|ist|sind|wird|wurden?|hat|haben|hatten?|nimmt|nahm|stimmte?)\s")
_NO_NAMES = (_COUNTED, _MATTER, _FINITE)
_LONGEST_NAME = 45


@dataclass(frozen=True, slots=True)
class Named:
    """One entry of a list of voters: its name (empty where it is none), its votes, and whether it is told to be one."""

    name: str
    number: int | None = None
    known: bool = False


@kept(1024)
def group_name(written: str) -> str:
    """A group's name without "Fraktion" and articles; empty where it is no name.

    A person is "Einzelmitglied", or the group that stands in brackets behind; a mayor has the name of the office.
    """
    written = _ARTICLES.sub("", _THE_GROUP.sub("", " ".join(written.split())))
    title = _title(written)
    if title and title.entry.value == "leader":
        name = written[: title.end]
        return name[:-1] if name.endswith(("meisters", "rats", "stehers")) else name
    if title:
        named = title.end < len(written.rstrip(" .")) and not _TOOK_NO_PART.search(written, title.end)
        return (_group_behind(written) or PERSON) if named else ""
    written = _MEMBERS_OF.sub("", written.partition(" (")[0])
    name = _TRAILING.sub("", " ".join(_NOISE.sub(" ", written).split()).strip(" -–,:|"))
    if not 1 < len(name) <= _LONGEST_NAME or "%" in name or any(of.search(name) for of in _NO_NAMES):
        return ""
    if name[0].islower() and name != name.lower() and not name.startswith("pro "):
        return ""
    name = name if "(" in name else name.rstrip(")")
    name = name[:-1] if _INFLECTED.fullmatch(name) else _INFLECTED_FIRST.sub(r"\1 ", name)
    return name if name != name.lower() or is_known(name) else ""


@kept(1024)
def is_known(written: str) -> bool:
    """Whether the words are told to be a group, an office or a person's title, not any name."""
    if _GROUPLIKE.search(written) or _SHORT_CAPITALS.search(written):
        return True
    return written == PERSON or matcher("voters").first(fold(written)) is not None


def names_party(names: Iterable[str]) -> bool:
    """Whether one of the names is that of a party, so that all of them are groups, not committees."""
    return any(hit.entry.value == "group" for name in names for hit in matcher("voters").findall(fold(name)))


def begins_with_group(written: str) -> bool:
    """Whether the words start with what tells a group or an office: "SPD", "Die Linke", not "Antrag der SPD"."""
    name = _ARTICLES.sub("", written[:1].lower() + written[1:]) if written[:4].lower() in ("die ", "der ") else written
    if _GROUPLIKE.match(name) or _SHORT_CAPITALS.match(name):
        return True
    match = matcher("voters").first(fold(name))
    return match is not None and match.start == 0 and match.entry.value != "person"


def named_list(listed: str, total: int | None) -> list[Named] | None:
    """The voters of a list ("3 CDU, SPD (2), Ratsherr N.N. (FDP)"); None where one of its entries is no voter.

    A name without a number must be known for one, since else it may be a person's; what stands for ``total`` votes of
    two and more is none.
    """
    voters = split_list(listed)
    alone = len(voters) == 1 and total is not None and total > 1
    if not voters or any(not v.name or not (v.known or v.number is not None or alone) for v in voters):
        return None
    return _with_their_groups(voters, total)


def split_list(listed: str) -> list[Named]:
    """The entries of a list, also those that are no voters."""
    whole = " ".join(_TORN.sub("", listed).split())
    whole = whole.rstrip(" .)") if whole.count(")") > whole.count("(") else whole
    return [_named(part.strip(" \n.")) for part in _SPLIT.split(whole) if part.strip(" \n.,")]


def known_groups(listed: str) -> list[Named]:
    """The groups that ``listed`` names, if it names nobody and nothing else."""
    parts = [part.strip(" \n.") for part in _SPLIT.split(" ".join(listed.split())) if part.strip(" \n.")]
    if any(map(_LOWER.search, parts)) or not all(map(begins_with_group, parts)):
        return []
    voters = [_named(part) for part in parts]
    return voters if all(v.name not in ("", PERSON) for v in voters) else []


def count_persons(listed: str) -> int | None:
    """How many persons a list names, each with a title or an office; None where one of its entries has none."""
    parts = [part.strip(" \n.") for part in _SPLIT.split(" ".join(listed.split())) if part.strip(" \n.,")]
    return len(parts) if parts and all(_is_one_person(_ARTICLES.sub("", part)) for part in parts) else None


def whole_list(text: str, start: int) -> str:
    """What stands before ``start`` in a list of names that goes on there: "Herr N.N., " before "Frau N.N. und …"."""
    begin = start
    while text.endswith(", ", 0, begin):
        first = max(text.rfind(mark, 0, begin - 2) + len(mark) for mark in (", ", "; ", ": "))
        first = first if any(text.find(mark, 0, begin - 2) >= 0 for mark in (", ", "; ", ": ")) else 0
        if not _FEW_NAMES.fullmatch(text, first, begin - 2):
            break
        begin = first
    return text[begin:start]


def _is_one_person(part: str) -> bool:
    """Whether a title with a name stands there, or an office that one person has; not "Stadtverordneten der SPD"."""
    title = _title(part)
    if title is None:
        return False
    behind = _REMARK.sub("", part[title.end :].lstrip(".")).split()
    names = all(word[0].isupper() or word in ("von", "van", "zu", "de") for word in behind)
    return names and (bool(behind) or title.entry.value == "leader")


@kept(1024)
def _named(part: str) -> Named:
    if _title(_ARTICLES.sub("", part)) is None:
        part = _REMARK.sub("", part)
    hit = _PART.fullmatch(part)
    if hit is None:
        return Named("")
    name = group_name(part if hit[3] is None and hit[4] is None and hit[1] is None else hit[2])
    members = _MEMBERS_OF.match(_ARTICLES.sub("", part))
    number = hit[1] or hit[3] or hit[4] or (_so_many(members["number"]) if members else None)
    title = _title(_ARTICLES.sub("", hit[2]))
    single = title is not None and (title.entry.value == "leader" or name != "")
    return Named(name, int(number) if number else 1 if single else None, is_known(hit[2]) or name == PERSON)


def _so_many(word: str | None) -> str | None:
    """The digits of a number word before the members of a group: "zweier Mitglieder der SPD"."""
    number = {"eines": 1, "einer": 1, "zweier": 2, "dreier": 3, "beider": 2}.get(word or "")
    number = number_word(word) if number is None and word else number
    return None if number is None else str(number)


def _with_their_groups(voters: list[Named], total: int | None) -> list[Named]:
    """Persons and the groups behind them drawn together ("Ratsherr N.N., FDP"), where there are as many as votes."""
    persons = sum(v.name == PERSON for v in voters)
    pairs = [
        index
        for index, v in enumerate(voters[1:], 1)
        if v.name != PERSON and v.number is None and voters[index - 1].name == PERSON
    ]
    if not pairs or total != persons:
        return voters
    drawn = [Named(v.name, 1, known=True) if index in pairs else v for index, v in enumerate(voters)]
    return [v for index, v in enumerate(drawn) if index + 1 not in pairs]


def _title(written: str) -> Match | None:
    """The title or office that the words start with."""
    match = matcher("voters").match(fold(written), 0)
    return match if match and match.entry.value in ("leader", "person") else None


def _group_behind(written: str) -> str:
    hit = _IN_BRACKETS.search(written)
    name = _NOISE.sub(" ", hit[1] or hit[2]).strip() if hit else ""
    return name if name and is_known(name) and _title(name) is None else ""
