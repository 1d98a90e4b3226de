"""Counts that belong to a group, not to the vote: "SPD: 3 dafür, 1 dagegen; CDU: 5 dafür", "4 Nein-Stimmen der SPD"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import whole_number
from kimdocs.extraction.recognise.groups.names import begins_with_group, group_name, named_list
from kimdocs.lexicon import load, matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from kimdocs.lexicon import Match

_RESULT_TABLES = ("votes", "unanimity", "outcomes")
_LETTERS = lazy(r"[^\W\d_]+")
_NUMBER_BEFORE = lazy(r"(?<![\w.,/])(\d{1,3}|[a-zäöüß]{3,12})[ \t]*x?[ \t–-]*$")
_OF_OTHER_SIDE = lazy(r"\w[ \t]*:[ \t]*\w+[ \t]+[-–][ \t]*$")
_NUMBER_BEHIND = lazy(r"(?:\(n\)|\))?[ \t]*[:=]?[ \t]*(\d{1,3})(?![\w/]|[.,:]\d)")
_LEFT = lazy(
    r"(?<![\w-])((?:Die |Der |die |der )?[A-ZÄÖÜp][\w./&-]*"
    r"(?:(?:[^\S\n]|/)+(?:[A-ZÄÖÜ90][\w./&-]*|für|und|der|die|in))*)[^\S\n]*[:(|–-]?\s*(?:mit\s+)?$"
)
_DELIMITER = lazy(r"[;,\n]|\s(?:und|sowie)\s")
_OWNER = lazy(
    r"\)?(?:\s*:\s*(?=[A-ZÄÖÜ])|\s+(?:aus\s+den\s+Reihen\s+)?(?:der|von|des|durch|seitens|aus)(?:\s+(?:der|den|dem))?\s+|[^\S\n]+(?=[A-ZÄÖÜ]))"
)
_OWNER_END = lazy(
    r"[;.:()\n]|,(?=\s*(?:\d|bei|mit|keine|ohne))|\s(?:und|sowie)\s+ohne\s|\s(?:und|sowie|bei|gegen|mit)\s+(?=\d|(?:ein|zwei|drei|vier|fünf|sechs|keine)\w{0,2}\s|(?:enthaltung|gegenstimme)\w*\s)"
    r"|\s(?:gegen|bei|mit|wird|werden|wurde|wurden|angenommen|abgelehnt|beschlossen|zugestimmt|gefasst|mehrheitlich|einstimmig|ab|zu)\b"
)
_LISTED = lazy(r"[^\S\n]*:[^\S\n]*(?=[^\W\d_]|\d{1,3}\s+[^\W\d_])")
_COUNTED_END = lazy(r"[;\n.()]")
_LIST_END = lazy(r"[;.]|(?<!/DIE)(?<![,/-])\n")
_SAID = lazy(r"dafür|dagegen|enth\w+ sich")
_BACK = 60
_FORTH = 160


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Votes of one group on one side; ``[start:end]`` is what must not be read as a count of the vote.

    ``own`` is False where the number may be the vote's as well, since only this group voted so.
    """

    name: str
    side: str
    number: int | None
    start: int
    end: int
    own: bool = True


def group_counts(text: str, folded: str, start: int, end: int) -> list[GroupCount]:
    """Every count in ``text[start:end]`` with its group right before or behind, in order; [] without a group there."""
    labels = [m for m in matcher("votes").findall(folded, start, end) if m.entry.value in SIDES]
    if not labels or _only_results(folded, start, end):
        return []
    leading = _leading(text, folded, labels, (start, end)) or _named_before(text, folded, labels, start)
    taken = {count.end for count in leading}
    behind = [
        found
        for index, label in enumerate(labels)
        if label.end not in taken
        for found in _behind(text, folded, label, start, labels[index + 1].start if index + 1 < len(labels) else end)
    ]
    return [*leading, *_shared(behind, labels)]


@cache
def _result_words() -> frozenset[str]:
    """The words of results and their counts, none of which names a group."""
    phrases = (phrase for table in _RESULT_TABLES for entry in load(table) for phrase in entry.phrases)
    return frozenset(word for phrase in phrases for word in _LETTERS.findall(fold(phrase)))


def _only_results(folded: str, start: int, end: int) -> bool:
    return _result_words().issuperset(_LETTERS.findall(folded, start, end))


def _leading(text: str, folded: str, labels: list[Match], span: tuple[int, int]) -> list[GroupCount]:
    """Counts behind their group's name; a single group's only within brackets."""
    found: list[GroupCount] = []
    name, last = "", span[0]
    for label in labels:
        number, start, end = _number(folded, label, *span)
        if number is None:
            name = ""
            continue
        cut = max((hit.end() for hit in _DELIMITER.finditer(text, max(last, start - _BACK), start)), default=last)
        piece = text[max(cut, start - _BACK) : start]
        left = _LEFT.search(piece)
        if left:
            name = group_name(left[1]) if begins_with_group(left[1]) else ""
        elif piece.strip().strip("(:") or ";" in text[last:start] or "\n" in text[last:start]:
            name = ""
        if name:
            found.append(GroupCount(name, label.entry.value, number, start, end))
        last = end
    several = len({count.name for count in found}) > 1
    return found if several else [count for count in found if _in_brackets(text, span[0], count.start)]


def _named_before(text: str, folded: str, labels: list[Match], start: int) -> list[GroupCount]:
    """Groups listed before what they said, where that is all: "CDU und FDP (2) dafür, SPD dagegen"."""
    found = []
    if not all(_SAID.fullmatch(folded, label.start, label.end) for label in labels):
        return []
    for label in labels:
        names = named_list(text[start : label.start].strip().strip(",;:()"), None)
        if not names or not all(voter.known for voter in names):
            return []
        found += [GroupCount(v.name, label.entry.value, v.number, start, label.end) for v in names]
        start = label.end
    return found


def _number(folded: str, label: Match, start: int, end: int) -> tuple[int | None, int, int]:
    """The label's number with where both start and end: behind a colon or without one before it, else before it."""
    behind = _NUMBER_BEHIND.match(folded, label.end, end)
    before = _NUMBER_BEFORE.search(folded, max(start, label.start - 16), label.start)
    if before and _OF_OTHER_SIDE.search(folded, max(start, label.start - 32), label.start):
        before = None
    if before and not (behind and ":" in behind.group()):
        word = before[1]
        number = whole_number(word)
        if number is not None:
            return number, before.start(1), label.end
    return (int(behind[1]), label.start, behind.end()) if behind else (None, label.start, label.end)


def _in_brackets(text: str, start: int, position: int) -> bool:
    before = text[start:position]
    return before.count("(") > before.count(")")


def _behind(text: str, folded: str, label: Match, low: int, limit: int) -> list[GroupCount]:
    """Groups named behind a label in ``text[low:limit]``: with "der" or "von", or with nothing between, or listed."""
    number, start, end = _number(folded, label, low, limit)
    if number is None:
        return _listed(text, label, limit)
    if counted := _counted_list(text, label, limit):
        return counted
    owner = _OWNER.match(text, end, limit)
    if owner is None:
        return []
    stop = _OWNER_END.search(text, owner.end(), min(limit, owner.end() + _FORTH))
    close = stop.start() if stop else min(limit, owner.end() + _FORTH)
    names = named_list(text[owner.end() : close], number)
    if not names or not all(voter.known for voter in names):
        return []
    if len(names) == 1:
        return [GroupCount(names[0].name, label.entry.value, number, start, close, own=False)]
    return [GroupCount(v.name, label.entry.value, v.number, start, close, own=False) for v in names]


def _listed(text: str, label: Match, limit: int) -> list[GroupCount]:
    """The groups of a side that stand behind its colon without a sum: "Ja: CDU, SPD (2)"."""
    colon = _LISTED.match(text, label.end - (text[label.end - 1] == ":"), limit)
    if colon is None:
        return []
    stop = _LIST_END.search(text, colon.end(), min(limit, colon.end() + _FORTH))
    close = stop.start() if stop else limit
    names = named_list(text[colon.end() : close], None)
    if not names or not any(voter.known for voter in names):
        return []
    return [GroupCount(v.name, label.entry.value, v.number, label.start, close) for v in names]


def _counted_list(text: str, label: Match, limit: int) -> list[GroupCount]:
    """The groups of a side behind its colon, each behind its number: "für den Antrag: 3 SPD, 1 FDP"."""
    colon = _LISTED.match(text, label.end - (text[label.end - 1] == ":"), limit)
    if colon is None:
        return []
    stop = _COUNTED_END.search(text, colon.end(), min(limit, colon.end() + _FORTH))
    close = stop.start() if stop else limit
    names = named_list(text[colon.end() : close], None) or []
    if len(names) < 2 or not all(voter.known and voter.number is not None for voter in names):
        return []
    return [GroupCount(v.name, label.entry.value, v.number, label.start, close) for v in names]


def _shared(found: list[GroupCount], labels: list[Match]) -> list[GroupCount]:
    """Counts with their group behind are but the group's where their side is counted more than once."""
    sides = Counter(label.entry.value for label in labels)
    return [replace(count, own=True) if sides[count.side] > 1 else count for count in found]
