"""Persons who are named, not counted: "Herr N.N. enthält sich", "bei eigener Enthaltung"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import number_word, whole_number
from kimdocs.extraction.recognise.groups.names import count_persons, is_known, whole_list
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

_OWN = lazy(r"\beigener\s+(?:stimm)?enth(?:altung\b|\.)")
_ABSTAINED = lazy(r"\s+enth(?:ält|alten|ielt|ielten)\s+sich\b(?:\s+der\s+stimme\b)?")
_OF_MEMBERS = lazy(
    r"\b(?:stimm)?enthaltung(?:en)?\s+(?:von\s+)?(eine[sr]|zwei|drei|vier|fünf|sechs|\d{1,2})\s+"
    r"(?:\w*mitglied|abgeordnet|stadtr|gemeinder|ratsherr|ratsfrau|stadtverordnet|gemeindevertreter|kreisr)\w*"
)
_OF_NAMED = lazy(r"\b(?:stimm)?enthaltung(?:en)?\s+(?:von|des|der|durch)\s+")
_ABSTAINING = lazy(r"enthaltung|enth(?:ä|ie)lt|enthalten\s+sich")
_BEFORE = lazy(r"(?<!Dr)(?<!Rh)(?<!Rm)(?<!Hr)(?<!Fr)(?<!bg)(?<!Stv)(?<!Str)\.\s|[;:!?\n]\s|,\s(?=[^,]*$)")
_BEHIND = lazy(
    r"[;:!?]|(?<!Dr)(?<!Rh)(?<!Rm)(?<!Hr)(?<!Fr)(?<!bg)(?<!Stv)(?<!Str)\.(?=\s|$)|\)\s|\s(?:wird|werden|wurde|wurden|ist|sind|bei|mit|gegen|einstimmig|mehrheitlich"
    r"|angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt|gewählt|zu|ab|erteilt|gefasst|spr(?:icht|ach)|beschließt|beschloss"
    r"|stimmte?|nimmt|nahm|empf(?:iehlt|ahl)|billigte?|lehnte?)\b"
)
_LONGEST = 90
_MEMBERS = lazy(
    r"(?:(?:der|den|die)\s+)?(?:\w*[Mm]itgliedern?|Herren|Damen|Rats(?:herren|frauen)|\w*[Rr]ät(?:en?|innen)|Abgeordneten?|\w*[Vv]erordneten|\w*[Vv]ertreter(?:n|innen)?)\s+(?=[A-ZÄÖÜ])"
)
_NAME = lazy(r"[A-ZÄÖÜ][\w-]+")
_NAMES = lazy(r"[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)*(?: und [A-ZÄÖÜ][\w-]+)?(?![\w-]|\s[A-ZÄÖÜ])")
_LISTED = lazy(
    r"\b(?P<label>Gegenstimmen?|(?:Stimm)?[Ee]nthaltung(?:en)?)\s*:\s*"
    r"(?P<names>[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)*(?: und [A-ZÄÖÜ][\w-]+)?)(?=\s*(?:[-–;.)\n]|$))"
)
_AGAINST = lazy(
    r"(?:,|;|\bund|\bbei)\s+([A-ZÄÖÜ][^,;:.!?]{1,80}?)\s+(?:(?:sind|ist|stimmen|stimmt|votieren|votiert)\s+)?dagegen\b"
)
_CALLED = lazy(
    r"(?<!Der)(?<!Die)(?<!Das)(?<!Den)(?<!Dem)(?<!Alle)(?<!Viele)(?<=[a-zäöüßA-ZÄÖÜ.])[ ][A-ZÄÖÜ][\w-]+(?!\w)"
)
_HEAD, _NEAR = 20_000, 4_000


def persons_abstaining(text: str, folded: str, start: int, end: int) -> int | None:
    """How many persons ``text[start:end]`` names that abstained; None where it names none, or others beside them."""
    if folded.find("enth", start, end) < 0 or len(_ABSTAINING.findall(folded, start, end)) > 1:
        return None
    if _OWN.search(folded, start, end):
        return 1
    if members := _OF_MEMBERS.search(folded, start, end):
        return whole_number(members[1])
    if named := _OF_NAMED.search(folded, start, end):
        return _behind_noun(text, folded, (start, end), named)
    verb = _ABSTAINED.search(folded, start, end)
    if verb is None:
        return None
    low = max(start, verb.start() - _LONGEST)
    begin = max((hit.end() for hit in _BEFORE.finditer(text, low, verb.start())), default=low)
    listed = whole_list(text[start:begin], begin - start)
    return count_persons((listed + text[begin : verb.start()]).strip(" ("))


def _behind_noun(text: str, folded: str, span: tuple[int, int], named: re.Match[str]) -> int | None:
    """How many persons are named behind "Enthaltung der", unless a number of votes stands before."""
    limit = min(span[1], named.end() + _LONGEST)
    members = _MEMBERS.match(text, named.end(), limit)
    if members and ((bare := _bare_names(text, members.end(), limit)) or not members[0].endswith("ordneten ")):
        return bare
    stop = _BEHIND.search(text, named.end(), limit)
    counted = _is_counted(folded, span[0], named.start())
    return None if counted else count_persons(text[named.end() : _closed(text, stop) if stop else limit])


def persons_against(text: str, start: int, end: int) -> int | None:
    """How many persons ``text[start:end]`` names that voted against, known by title or elsewhere by name; else None."""
    hit = _AGAINST.search(text, start, end)
    if hit is None:
        return None
    titled = count_persons(whole_list(text[start : hit.start(1)], hit.start(1) - start) + hit[1])
    if titled is not None:
        return titled
    names = _NAME.findall(hit[1]) if _NAMES.fullmatch(hit[1]) else []
    called = all(not is_known(name) and _is_called(text, name, start) for name in names)
    return len(names) if len(names) > 1 and called else None


def _is_called(text: str, name: str, at: int) -> bool:
    """Whether the name stands behind a title or a first name, where a document lists who was there, or near ``at``."""
    for low, high in ((0, _HEAD), (max(0, at - _NEAR), at + _NEAR)):
        place = text.find(f" {name}", low, high)
        while place >= 0:
            hit = _CALLED.match(text, place)
            if hit and hit.end() == place + 1 + len(name):
                return True
            place = text.find(f" {name}", place + 1, high)
    return False


def persons_listed(text: str, start: int, end: int) -> dict[str, int]:
    """How many persons are named behind the labels of ``text[start:end]``: "mehrheitlich, Gegenstimme: N.N."."""
    found: dict[str, int] = {}
    for hit in _LISTED.finditer(text, start, end):
        names = _NAME.findall(hit["names"])
        plural = hit["label"].endswith("n")
        if plural == (len(names) > 1) and not any(map(is_known, names)):
            found["no" if hit["label"].startswith("Gegen") else "abstain"] = len(names)
    return found


def _bare_names(text: str, start: int, end: int) -> int | None:
    """How many surnames a list without titles has."""
    names = _NAMES.match(text, start, end)
    listed = _NAME.findall(names[0]) if names else []
    return len(listed) if len(listed) > 1 and not any(map(is_known, listed)) else None


def _closed(text: str, stop: re.Match[str]) -> int:
    """Where a list ends, with the bracket that closes it."""
    return stop.start() + (text[stop.start()] == ")")


def _is_counted(folded: str, start: int, place: int) -> bool:
    """Whether a number of votes stands right before: then it is the count, whoever is named."""
    before = folded[max(start, place - 12) : place].split()
    return bool(before) and (before[-1].isdigit() or number_word(before[-1]) is not None)
