"""How many voters a clause names: "elf der 15 Räte", "niemand", "die übrigen", "Herr N.N."."""

from __future__ import annotations

from enum import Enum
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.numerals import number_word
from kimdocs.extraction.recognise.groups.names import is_known
from kimdocs.extraction.recognise.votes.ratio import names_a_thing
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kimdocs.lexicon import Match

_WORD = lazy(r"[^\W\d_][\w-]*|\d+")
_NEAR = 3
_SPECIAL = {
    "niemand": 0,
    "keiner": 0,
    "keine": 0,
    "kein": 0,
    "zweier": 2,
    "zweien": 2,
    "dreier": 3,
    "dreien": 3,
    "beide": 2,
    "beiden": 2,
    "eines": 1,
    "einer": 1,
    "eine": 1,
    "ein": 1,
    "einen": 1,
    "einziger": 1,
    "einzige": 1,
    "einziges": 1,
}
_ARTICLES = frozenset(["ein", "eine", "einen", "kein", "keine"])
_GLUED_BEFORE = lazy(r"[\d.,/§-]\d*$")
_GLUED_BEHIND = lazy(r"(?:[.,:/]\d|,?[%€/–-]|[ ]\d{3}(?!\d)|\.(?=\s+[^\W\d_])|\s?(?:uhr|m|km|€|prozent|drittel)\b)")
_OF_VOTERS = lazy(
    r"\b(?:stimmen|mehrheit|zustimmung|minderheit|(?:wird|wurde|werden|wurden)(?:\s+[\w-]{1,9})?)\s+von\s+$"
)
_EXCEPTED = lazy(r"\b(?:außer|ausgenommen|bis\s+auf|ausnahme(?:\s+von)?)\s+(?:de[nmrs]\s+)?$")
_ONE_EXCEPTED = lazy(
    r"\b(?:außer|ausgenommen|bis\s+auf|ausnahme(?:\s+von)?)\s+(?:de[ms]|einem|eines|einer|der|die|das)\s+(?:einzigen\s+)?"
    r"[\w-]*(?:(?<=des\s)vertreters?|(?<=dem\s)vertreter|vertreterin|mitglied(?:s|es)?|(?<=des\s)abgeordneten|(?<=dem\s)abgeordneten)\b"
)
_OUTVOTED = lazy(r"\bgegen\s+(?:die\s+)?$")
_ONE_VOTE = lazy(r"\s+(?:ja|nein)\b")
_REST = lazy(
    r"\b(?:der\s+rest|(?:die|alle)\s+(?:übrigen|anderen|restlichen|verbleibenden|weiteren)|(?:alle|sämtliche)\s+(?:übrigen|anderen))\b"
)
_COUNTS_OTHERS = lazy(r"\s*(\d{1,3}|[A-Za-zäöüß]{3,14})\s+(?P<noun>[A-ZÄÖÜ][\w-]{3,})\s+(?=[a-zäöü])")
_OTHERS = lazy(
    r"\b(?:bürger(?!meister|liste|block|bündnis|forum|union|gemeinschaft)|einwohner|anwohner|anlieger|eltern(?!schaft|vertret)|schüler|umfrage(?!\s+unter\s+den\s+\w*mitgl)"
    r"|\w*befragung|jury|kinder|besucher|haushalte|kunden|leser|kandidat|bewerber|probeabstimmung|meinungsbild|schulkonferenz|arbeitsgruppe|arbeitskreis)\w*"
    r"|\b(?:mitglied\w*|vorst[aä]nde?)\s+(?:des|der|vom|im)\s+[\w-]*(?:verein|initiative|verband|genossenschaft)\w*"
)
_GENITIVES = ("eines", "einer")
_OF_VOTE = lazy(r"\w*(?:stimme|enthaltung|votum|ausnahme|widerspruch)n?")
_ALL = lazy(r"\b(?:alle|sämtliche)\b")
_SAME = lazy(r"\b(?:ebenso|genauso|gleich)\s*viele\b")
_NUMBER = r"(?:\d{1,3}|[a-zäöüß]{3,16})"
_VOTERS = (
    r"[\w-]*(?:mitglied|abgeordnet|verordnet|stimmberechtigt|vertreter|r[aä]te?\b|rätinnen|ratsleut|person|anwesend|abstimmend"
    r"|delegiert|beigeordnet|gesellschafter|beisitzer|deputiert)\w*"
)
_TOTAL = lazy(
    rf"\b(?:von|unter|der|bei)\s+(?:den\s+|insgesamt\s+)*(?P<of>{_NUMBER})\s+(?:\w+e[nr]?\s+)?{_VOTERS}"
    rf"|(?:^|[.;,]\s+)(?:es\s+(?:sind|waren)\s+)?(?P<present>{_NUMBER})\s+(?:\w+e\s+)?(?:{_VOTERS}\s+)?(?:sind\s+|waren\s+)?(?:anwesend|stimmberechtigt)e?\b"
    rf"|\b(?:zählt|zählte|umfasst|hat)\s+(?:\w+\s+)?(?P<counts>{_NUMBER})\s+(?:anwesende\s+)?(?:stimmberechtigte|anwesende|mitglieder)\b"
    rf"|\b(?:anwesend|stimmberechtigt)(?:\s+(?:sind|waren))?:?\s+(?P<are>{_NUMBER})\b"
)
_PURE_NUMBER = lazy(
    r"\W*(?:(?:bis\s+auf|außer|mit\s+ausnahme\s+(?:von|der)|ausgenommen|alle[rn]?|mitglieder[n]?|anwesenden|nur|lediglich|die|der|den|auch|je|jeweils|weitere|anwesende[rn]?)\s+)*"
    r"[\w-]+(?:\s+(?:weitere[rn]?|anwesende[rn]?|der|von|den|ihnen|insgesamt|\d{1,3}|[\w-]*(?:mitglied|räte|r[aä]tinn|vertreter|abgeordnet|verordnet|personen|stimmen|stimmberechtigt)\w*"
    r"|(?:fraktion|[a-zäöüß]{2,9}-fraktion|cdu|csu|spd|fdp|afd|grünen|linken)))*\W*"
)
_NAME = r"(?:(?:von|van|zu|de|Dr\.|Prof\.)\s+)*[A-ZÄÖÜ][\w-]+"
_BEHIND_TITLE = lazy(rf"\.?\s+{_NAME}(?:\s+{_NAME}){{0,2}}")
_BETWEEN_TITLES = lazy(r"[.\s]*(?:und\s+)?")
_OBJECT = lazy(
    r"\b(?:von|des|durch|mit|an|für|gegen|bei|zu|zur|zum|nach|laut|antrags?|vorschlags?|über|dem|seitens)\s+(?:der\s+|dem\s+|den\s+|frau\s+)?$"
)
_LISTED_NAMES = lazy(
    r"\s*(?:(?:Lediglich|Nur|Allein|Einzig|lediglich|nur|allein)\s+)?(?:[Dd]ie\s+)?(?:Herren|Damen|Rats(?:herren|frauen)|[\w-]*[Mm]itglieder|[\w-]*(?:räte|rätinnen)|(?:[\w-]+)?[Aa]bgeordneten|(?:[\w-]+)?[Vv]ertreter|(?:[\w-]+)?[Vv]erordneten)\s+"
    r"[A-ZÄÖÜ][\w-]+(?=\s|$)"
)
_LISTED_NAMES_BEHIND = lazy(
    r"\b(?:stimm|votier)\w*\s+(?:nur\s+|lediglich\s+|allein\s+)?die\s+(?:Herren|Damen|Rats(?:herren|frauen)|[\w-]*[Mm]itglieder|[\w-]*(?:räte|rätinnen)|[\w-]*[Aa]bgeordneten|[\w-]*[Vv]ertreter|[\w-]*[Vv]erordneten)\s+"
    r"[A-ZÄÖÜ][\w-]+\s*$"
)
_ONE_NAME = lazy(r"\s*[A-ZÄÖÜ][\w-]+\s*")
_NAME_OPENS = lazy(r"\s*[A-ZÄÖÜ][\w-]+(?=\s+[a-zäöü])")


class Kind(Enum):
    """By what voters are told."""

    NUMBER = "number"
    REST = "rest"
    SAME = "same"
    PERSONS = "persons"
    OPINION = "opinion"
    AGREED = "agreed"
    ALL = "all"


class Count(NamedTuple):
    """So many voters: ``pure`` where the clause names nothing else, ``first``, ``last`` where they open or end it."""

    number: int | None
    kind: Kind
    pure: bool = False
    first: bool = False
    last: bool = False


def number_of(counts: Sequence[Count]) -> int:
    """How many there are of all of them."""
    return sum(count.number or 0 for count in counts)


def count_of(text: str, folded: str, span: tuple[int, int], cue: Match | None) -> Count | None:
    """The voters that a clause counts: by one number, as many as those before, or as the rest."""
    low, high = span
    words = list(_WORD.finditer(folded, low, high))
    out = (cue.start, cue.end) if cue and cue.entry.value == "out" else (low, low)
    found = [
        (number, word)
        for at, word in enumerate(words)
        if not out[0] <= word.start() < out[1] and (number := _voters(text, folded, words, at, high)) is not None
    ]
    if not found:
        return _uncounted(folded, low, high)
    number, word = found[0]
    outvoted = cue and cue.entry.value == "yes" and _OUTVOTED.search(folded, low, word.start())
    if len(found) > 1 or outvoted:
        return None
    pure = _PURE_NUMBER.fullmatch(folded, low, high) or _EXCEPTED.search(folded, low, word.start())
    return Count(number, Kind.NUMBER, pure=pure is not None, first=word is words[0])


def _uncounted(folded: str, low: int, high: int) -> Count | None:
    """The voters of a clause without a number: the one who is excepted, as many as before, the rest, or all."""
    if _ONE_EXCEPTED.search(folded, low, high):
        return Count(1, Kind.NUMBER, pure=True)
    if _SAME.search(folded, low, high):
        return Count(None, Kind.SAME)
    if _REST.search(folded, low, high):
        return Count(None, Kind.REST)
    return Count(None, Kind.ALL) if _ALL.search(folded, low, high) else None


def is_of_others(folded: str) -> bool:
    """Whether a sentence is about others than the body who were asked or voted."""
    return _OTHERS.search(folded) is not None


def counts_others(text: str, folded: str, low: int, high: int) -> bool:
    """Whether a clause counts others than voters as those who took a side: "zwei Anlieger sind einverstanden"."""
    hit = _COUNTS_OTHERS.match(text, low, high)
    return (
        hit is not None
        and number_in(hit[1].lower()) is not None
        and hit[1].lower() not in _ARTICLES
        and not matcher("told_voters").findall(folded, *hit.span("noun"))
    )


def total_of(folded: str) -> int | None:
    """How many voters there are in all, where a sentence says so but once."""
    totals = {number for hit in _TOTAL.finditer(folded) if (number := number_in(hit[hit.lastgroup or 0])) is not None}
    return totals.pop() if len(totals) == 1 else None


def number_in(word: str) -> int | None:
    """The number that digits or a word are."""
    if word.isdecimal():
        return int(word) if len(word) <= _NEAR else None
    return _SPECIAL[word] if word in _SPECIAL else number_word(word.removesuffix("mal"))


def _voters(text: str, folded: str, words: list[re.Match[str]], at: int, high: int) -> int | None:
    """The number at a word, unless it counts something else, or is the number of all."""
    word = words[at]
    number = 0 if word[0].startswith("einzig") and _is_denied(words, at) else number_in(word[0])
    if number is None or _is_glued(folded, word, high) or (word[0].isdigit() and names_a_thing(folded, word.start())):
        return None
    if word[0] == "ein" and _ONE_VOTE.match(folded, word.end(), high):
        return 1
    if at and word[0] in _GENITIVES and text[words[at - 1].start()].isupper() and not _OF_VOTE.match(words[at - 1][0]):
        return None
    only = word[0] in _ARTICLES and at + 1 < len(words) and words[at + 1][0].startswith("einzig")
    if only or (at and _is_of_all(folded, words[at - 1], word)):
        return None
    stops = words_of("result_words", "behind_number")
    behind = list(takewhile(lambda w: w[0] not in stops, words[at + 1 : at + _NEAR]))
    noun = next((w for w in behind if text[w.start()].isupper()), None)
    if noun is None:
        numbered = word[0].isdigit() and _is_numbered(text, folded, words, at)
        return None if numbered or word[0] in _ARTICLES else number
    return number if _is_voter(folded, noun) else None


def _is_denied(words: list[re.Match[str]], at: int) -> bool:
    """Whether not one is counted: "keine einzige", "ohne eine einzige"."""
    before = [word[0] for word in words[max(0, at - 2) : at]]
    return before[-1:] != [] and (before[-1].startswith("kein") or before[0] == "ohne")


def _is_glued(folded: str, word: re.Match[str], high: int) -> bool:
    """Whether a number is but a piece of one, or has a unit."""
    if _GLUED_BEFORE.search(folded, max(0, word.start() - 3), word.start()):
        return True
    if word[0].isdigit() and len(word[0]) == _NEAR and folded[word.start() - 2 : word.start() - 1].isdigit():
        return True
    behind = _GLUED_BEHIND.match(folded, word.end(), high) is not None
    return behind and (word[0].isdigit() or not folded.startswith(".", word.end()))


def _is_of_all(folded: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a number is that of all voters: "von den 15 Mitgliedern"."""
    if before[0] not in words_of("result_words", "before_all"):
        return False
    low = max(0, word.start() - 30)
    return not any(pattern.search(folded, low, word.start()) for pattern in (_OF_VOTERS, _EXCEPTED))


def _is_numbered(text: str, folded: str, words: list[re.Match[str]], at: int) -> bool:
    """Whether a number is that of the thing before it: "Anlage 3"; not one that ends "für den Zaun 8"."""
    if at < 2 or not text[words[at - 1].start()].isupper() or _is_voter(folded, words[at - 1]):
        return False
    return at + 1 < len(words) or words[at - 2][0] not in words_of("result_words", "before_matter")


def _is_voter(folded: str, noun: re.Match[str]) -> bool:
    return any(hit.end == noun.end() for hit in matcher("told_voters").findall(folded, noun.start(), noun.end()))


def persons_of(text: str, folded: str, span: tuple[int, int]) -> Count | None:
    """The persons whom a clause names by title or office as those who voted."""
    low, high = span
    number, last, first = 0, low, -1
    for title in matcher("voters").findall(folded, low, high):
        if title.entry.value not in ("person", "leader") or (number and title.start < last):
            continue
        if number and _BETWEEN_TITLES.fullmatch(folded, last, title.start):
            last = _named_until(text, title, high)
            continue
        end = _named_until(text, title, high)
        if end == title.end and title.entry.value == "person":
            continue
        if _OBJECT.search(folded, low, title.start) and not _EXCEPTED.search(folded, low, title.start):
            return None
        first = title.start if first < 0 else first
        number, last = number + 1, end
    if not number:
        return None
    leads = folded[low:first].strip(" ,;.\n")
    bare = _EXCEPTED.search(folded, low, first) is not None or words_of("result_words", "before_voters").issuperset(
        leads.split()
    )
    ends = not folded[last:high].strip(" .,\n")
    return Count(number, Kind.PERSONS, pure=bare and ends, first=bare, last=ends)


def _named_until(text: str, title: Match, high: int) -> int:
    name = _BEHIND_TITLE.match(text, title.end, high)
    return name.end() if name else title.end


def bare_names(
    text: str, folded: str, span: tuple[int, int], cue: Match | None, waiting: Sequence[Count], *, listing: bool
) -> Count | None:
    """A name of a list of members that "die Mitglieder N.N., N.N. und N.N." opens."""
    low, high = span
    opens = _LISTED_NAMES.match(text, low, high) or (_LISTED_NAMES_BEHIND.search(text, cue.end, high) if cue else None)
    goes_on = listing or (bool(waiting) and waiting[-1].kind is Kind.PERSONS)
    name = opens or (_ONE_NAME.fullmatch(text, low, high) if goes_on else None)
    if not name and goes_on and cue:
        name = _NAME_OPENS.match(text, low, high)
    if not name or is_known(name[0].split()[-1]):
        return None
    ends = not folded[name.end() : high].strip(" .")
    return Count(1, Kind.PERSONS, pure=ends, first=True, last=ends)
