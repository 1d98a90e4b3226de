"""Persons who are named, not counted: "Herr N.N. enthält sich", "bei eigener Enthaltung"."""

from __future__ import annotations

import re

from kimdocs.extraction.numerals import number_word
from kimdocs.extraction.recognise.group_names import count_persons

_OWN = re.compile(r"\beigener\s+(?:stimm)?enth(?:altung\b|\.)")
_ABSTAINED = re.compile(r"\s+enth(?:ält|alten|ielt|ielten)\s+sich\b(?:\s+der\s+stimme\b)?")
_OF_MEMBERS = re.compile(
    r"\b(?:stimm)?enthaltung(?:en)?\s+(?:von\s+)?(eine[sr]|zwei|drei|vier|fünf|sechs|\d{1,2})\s+"
    r"(?:\w*mitglied|abgeordnet|stadtr|gemeinder|ratsherr|ratsfrau|stadtverordnet|gemeindevertreter|kreisr)\w*"
)
_OF_NAMED = re.compile(r"\b(?:stimm)?enthaltung(?:en)?\s+(?:von|des|der|durch)\s+")
_ABSTAINING = re.compile(r"enthaltung|enth(?:ä|ie)lt|enthalten\s+sich")
_BEFORE = re.compile(r"(?<!Dr)(?<!Rh)(?<!Rm)(?<!Hr)(?<!Fr)\.\s|[;:!?\n]\s|,\s(?=[^,]*$)")
_BEHIND = re.compile(
    r"[;:!?]|(?<!Dr)(?<!Rh)(?<!Rm)(?<!Hr)(?<!Fr)\.(?=\s|$)|\)\s|\s(?:wird|werden|wurde|wurden|ist|sind|bei|mit|gegen|einstimmig|mehrheitlich"
    r"|angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt|gewählt|zu|ab|erteilt|gefasst)\b"
)
_LONGEST = 90


def persons_abstaining(text: str, folded: str, start: int, end: int) -> int | None:
    """How many persons ``text[start:end]`` names that abstained; None where it names none, or others beside them."""
    if folded.find("enth", start, end) < 0 or len(_ABSTAINING.findall(folded, start, end)) > 1:
        return None
    if _OWN.search(folded, start, end):
        return 1
    if members := _OF_MEMBERS.search(folded, start, end):
        return int(members[1]) if members[1].isdigit() else number_word(members[1])
    if named := _OF_NAMED.search(folded, start, end):
        limit = min(end, named.end() + _LONGEST)
        stop = _BEHIND.search(text, named.end(), limit)
        counted = _is_counted(folded, start, named.start())
        return None if counted else count_persons(text[named.end() : _closed(text, stop) if stop else limit])
    verb = _ABSTAINED.search(folded, start, end)
    if verb is None:
        return None
    low = max(start, verb.start() - _LONGEST)
    begin = max((hit.end() for hit in _BEFORE.finditer(text, low, verb.start())), default=low)
    return count_persons(text[begin : verb.start()].strip())


def abstains_next(text: str, folded: str, start: int) -> tuple[int, int] | None:
    """How many persons the sentence that starts at ``start`` says to have abstained, and where it ends; else None."""
    verb = _ABSTAINED.search(folded, start, start + _LONGEST)
    if verb is None or folded[verb.end() : verb.end() + 1] not in (".", ""):
        return None
    named = count_persons(text[start : verb.start()].strip())
    return (named, verb.end() + 1) if named else None


def _closed(text: str, stop: re.Match[str]) -> int:
    """Where a list ends, with the bracket that closes it."""
    return stop.start() + (text[stop.start()] == ")")


def _is_counted(folded: str, start: int, place: int) -> bool:
    """Whether a number of votes stands right before: then it is the count, whoever is named."""
    before = folded[max(start, place - 12) : place].split()
    return bool(before) and (before[-1].isdigit() or number_word(before[-1]) is not None)
