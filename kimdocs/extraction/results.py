"""Lines that say nothing but a result: "Beschlossen Ja: 12 Nein: 0", "- einstimmig -", "dafür: 6 (3 SPD, 2 FDP, 1 OB)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Heading, Line

_LONGEST = 260
_LONGEST_STATUS = 60
_BRACKETS = re.compile(r"\([^()]{0,200}\)?")
_WORDS = re.compile(r"[^\W\d_]+")
_GLUE = frozenset(
    "bei mit und zu der die dem den des ja davon wie folgt lt laut beschlussvorschlag gegen stimmen stimme von so eine einer einem ohne im in auf keine kein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf "
    "gesamt damit ist somit beschluss vorlage wird wurde werden enth st sowie an abstimmungsergebnis abstimmung".split()
)
_RESULT_TABLES = ("votes", "unanimity", "outcomes", "remainder")
_STARTS = frozenset("bei mit - – bei: und somit damit wird".split())


def is_result_line(context: Context, line: Line) -> bool:
    """Whether the whole line is the statement of a result (or of one of its counts)."""
    folded = context.folded
    length = line.end - line.start
    if not 0 < length <= _LONGEST:
        return False
    if not _may_start(folded, line):
        return False
    return covers_all(folded, line.start, line.end)


def _may_start(folded: str, line: Line) -> bool:
    words = _WORDS.search(folded, line.start, line.end)
    if words is None:
        return False
    first = words.group()
    return first in _STARTS or first in _GLUE or any(matcher(table).starts_with(first) for table in _RESULT_TABLES)


def covers_all(folded: str, start: int, end: int) -> bool:
    """Whether words of results, numbers, brackets and joining words are all that stands in ``folded[start:end]``."""
    rest = list(folded[start:end])
    found = 0
    for table in _RESULT_TABLES:
        for match in matcher(table).finditer(folded, start, end):
            found += 1
            for position in range(match.start - start, match.end - start):
                rest[position] = " "
    if not found:
        return False
    left = _BRACKETS.sub(" ", "".join(rest)) if "(" in folded[start:end] else "".join(rest)
    return all(word in _GLUE for word in _WORDS.findall(left))


def as_status(context: Context, heading: Heading) -> Heading:
    """The heading "Beschluss:" as a status field where an outcome is all that follows it ("Beschluss: ungeändert beschlossen")."""
    if heading.key not in ("resolution", "recommendation"):
        return heading
    line = context.lines[heading.line]
    start = heading.end
    if not context.text[start : line.end].strip():
        following = next((ln for ln in context.lines[heading.line + 1 : heading.line + 4] if ln.end > ln.start), None)
        if following is None or following.end - following.start > _LONGEST_STATUS:
            return heading
        line, start = following, following.start
    if covers_all(context.folded, start, line.end) or matcher("statuses").fullmatch(
        context.folded[start : line.end].strip(" .:-")
    ):
        return replace(heading, key="status")
    return heading


def is_count_line(context: Context, line: Line) -> bool:
    """Whether the line holds only labels of counts, numbers and dashes: a cell of a vote table that was taken apart."""
    folded = context.folded
    if line.end - line.start > 60:
        return False
    left = folded[line.start : line.end]
    for match in matcher("votes").finditer(folded, line.start, line.end):
        left = left[: match.start - line.start] + " " * (match.end - match.start) + left[match.end - line.start :]
    return not _WORDS.search(left) and bool(left.strip() or left)
