"""Counts in columns at the margin of a text, below a header that names the sides: "17   8   2   Ankauf …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.layout.line_places import line_start
from kimdocs.extraction.recognise.act_tables.header import COUNTED, columns_of
from kimdocs.extraction.recognise.groups.names import is_known
from kimdocs.extraction.result_lines.polls import is_in_poll
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.act_tables.header import Column

_NUMBER = lazy(r"(?<![^\s|])(?:\d{1,3}|-{1,2})(?![^\s|])")
_OWN = lazy(r"(?:(?:nr\.?|top|§) ?)?\d{1,4}[a-z]?[.)]?")
_TOTAL = lazy(r"(?i)(?:ins)?gesamt|summe|zusammen|total|anzahl")
_NAMED = frozenset(("act", "matter", "result", "weighed"))
_BODIES = lazy(
    r"(?:gemeinde|stadt|gemeinderat|rat|körperschaft|gemeindevertretung|ortsgemeinde|mitgliedsgemeinde|verband)\b"
)
_ACT = lazy(r"[.!):]\s*$|^(?:top|nr\.?|§|punkt|antrag|ziff\w*|\d{1,3}|[a-h])[ .)]", re.IGNORECASE)
_BORDER = lazy(r"[ ]{2}\S|\t|\|")
_REFERENCE = lazy(r"[^\W\d_][/ -]?\d")
_DIGIT = lazy(r"\d")
_LETTER = lazy(r"[^\W\d_]")
_TOLD = lazy(r"[-(] ?(?:damit |somit )?(?:abgelehnt|angenommen|beschlossen|zugestimmt|nicht beschlossen)[ )-]*")
_CANDIDATES = lazy(r"(?:mitglied|kandidat|bewerber|name|wahlvorschlag|vorschlag|stellvertret|beisitzer)")
_BLANKS = " \t|"
_ASIDE = 4
_GAP = 2
_MOST_ROWS = 400
_FARTHEST = 24
_MOST_VOTES = 150
_LONGEST_HEADER = 170
_LONGEST_GROUP = 24
_SPREAD = 6
_MARGIN = 24


class ColumnVote(NamedTuple):
    """The counts at ``text[start:end]`` on a line, where the text beside them starts, and whether a number leads.

    ``elects``: the vote is on a candidate.
    """

    line: int
    start: int
    end: int
    beside: int
    numbered: bool
    elects: bool
    counts: dict[str, int]


class _Header(NamedTuple):
    """The columns of counts, whether they stand left of the text, whether its column is named and holds candidates."""

    columns: list[Column]
    left: bool | None
    named: bool
    elects: bool
    bodies: bool
    cells: tuple[int, ...]


def column_votes(context: Context) -> list[ColumnVote]:
    """All of them, in order; none where the rows are groups or sums, or differ too much to be one body's votes."""
    found: list[ColumnVote] = []
    done = -1
    heads = context.lines_with("margin_header")
    for index in heads:
        header = _header(context, index) if index > done else None
        if header is None:
            continue
        votes, done = _below(context, index, header, heads)
        found += (
            votes
            if (header.bodies or _of_one_body(votes)) and not is_in_poll(context, context.lines[index].start)
            else []
        )
    return found


def _header(context: Context, index: int) -> _Header | None:
    start, end = _whole(context, index)
    if not 0 < end - start <= _LONGEST_HEADER or not _BORDER.search(context.text, start, end):
        return None
    words = context.folded[start:end]
    if _DIGIT.search(words):
        return None
    columns = columns_of(context.text, context.folded, start, end)
    roles = [column.role for column in columns]
    counted = [number for number, role in enumerate(roles) if role in COUNTED]
    named = {roles[number] for number in counted}
    stops = [words[column.left : column.right] for column in columns if column.role in ("stop", "station")]
    if not {"yes", "no"} <= named or len(named) < len(counted) or not all(map(_CANDIDATES.match, stops)):
        return None
    first, last = counted[0], counted[-1]
    if last - first >= len(counted) or any(role in ("yes", "no") for role in (*roles[:first], *roles[last + 1 :])):
        return None
    before = [role for role in roles[:first] if role not in ("number", "item")]
    behind = roles[last + 1 :]
    if before and behind:
        return None
    bodies = _BODIES.match(words.strip(_BLANKS)) is not None
    told = bool(behind or stops or _NAMED.intersection(before) or bodies)
    kept = [columns[number] for number in counted]
    outermost = before == ["other"] and not behind and kept[-1].right <= _MARGIN
    left = bool(behind) or outermost if before or behind else None
    bars = tuple(words.count("|", 0, column.left) for column in kept) if "|" in words else ()
    return _Header(kept, left, told, bool(stops), bodies, bars)


def _whole(context: Context, index: int) -> tuple[int, int]:
    """The line from its very start."""
    start, end = context.lines[index]
    return line_start(context.text, start), end


def _below(context: Context, index: int, header: _Header, heads: dict[int, int]) -> tuple[list[ColumnVote], int]:
    """The votes below a header up to the next one, and the last line that was read."""
    found: list[ColumnVote] = []
    last, last_vote, acts = index, index, 0
    stop = min(len(context.lines), index + _MOST_ROWS)
    number, limit = -1, context.lines[stop - 1].end
    for at in range(index + 1, stop):
        if (at in heads and _header(context, at)) or at - last_vote > _FARTHEST:
            break
        last = at
        line = context.lines[at]
        if number < line.start:
            following = _DIGIT.search(context.text, line.start, limit)
            number = following.start() if following else limit
        vote = _row(context, at, header) if number < line.end else None
        if vote is None:
            continue
        name = (context.text[vote.beside : line.end] or context.text[line.start : vote.start]).strip(_BLANKS)
        if _TOTAL.match(name) or (0 < len(name) <= _LONGEST_GROUP and not _REFERENCE.search(name) and is_known(name)):
            return [], at
        last_vote = at
        if any(vote.counts.values()):
            found.append(vote)
            words = context.text[line.start : vote.start].rstrip(_BLANKS)
            acts += not words or _ACT.search(words) is not None
    if not header.named and found and found[0].beside >= context.lines[found[0].line].end and acts * 2 < len(found):
        return [], last
    return found, last


def _row(context: Context, index: int, header: _Header) -> ColumnVote | None:
    """The counts on a line, one in each column; at the margin nothing else stands there but a row's number."""
    line = context.lines[index]
    cells = _cells(context, index, header)
    if not cells:
        return None
    first, last = cells[0].start(), cells[-1].end()
    before, behind = context.folded[line.start : first], context.folded[last : line.end]
    numbered = _OWN.fullmatch(before.strip(_BLANKS)) is not None
    left = not before.strip(_BLANKS) or numbered
    told = not behind.strip(_BLANKS) or _TOLD.fullmatch(behind.strip(_BLANKS)) is not None
    placed = (left or told) and header.left in (None, left)
    if not placed or not (header.left or _LETTER.search(before + behind)):
        return None
    if not _parted(before) or not _parted(behind[::-1]):
        return None
    roles = [column.role for column in header.columns]
    counts = {role: int(cell[0]) if cell[0].isdecimal() else 0 for role, cell in zip(roles, cells, strict=True)}
    alone = numbered and not behind.strip(_BLANKS)
    if alone or matcher("vote_labels").fullmatch(before.strip(" :|")):
        first = line.start
    beside = last + len(behind) - len(behind.lstrip(_BLANKS)) if left else line.end
    return ColumnVote(index, first, last, beside, numbered, header.elects, counts)


def _cells(context: Context, index: int, header: _Header) -> list[re.Match[str]]:
    """A number or a dash below the name of each column; [] where one is missing, or words stand between them."""
    start, end = _whole(context, index)
    columns = header.columns
    if header.cells:
        return _between_bars(context, start, end, header.cells)
    low, high = start + columns[0].left - _ASIDE, start + columns[-1].right + _ASIDE
    hits = list(_NUMBER.finditer(context.folded, max(start, low), min(end, high)))
    if len(hits) != len(columns) or _LETTER.search(context.folded, hits[0].start(), hits[-1].end()):
        return []
    below = (
        column.left - _ASIDE <= hit.end() - start and hit.start() - start <= column.right + _ASIDE
        for column, hit in zip(columns, hits, strict=True)
    )
    return hits if all(below) else []


def _between_bars(context: Context, start: int, end: int, wanted: tuple[int, ...]) -> list[re.Match[str]]:
    """A number or a dash in the cell of each column; [] where a cell holds anything else."""
    hits = []
    at = start
    for number, cell in enumerate(context.folded[start:end].split("|")):
        if number in wanted:
            begin = at + len(cell) - len(cell.lstrip())
            hit = _NUMBER.fullmatch(context.folded, begin, begin + len(cell.strip()))
            hits += [hit] if hit else []
        at += len(cell) + 1
    return hits if len(hits) == len(wanted) else []


def _parted(before: str) -> bool:
    """Whether a wide gap, a border, or nothing stands before a column."""
    bare = before.rstrip(" ")
    return not bare or len(before) - len(bare) >= _GAP or bare[-1] in "\t|"


def _of_one_body(votes: list[ColumnVote]) -> bool:
    sums = [sum(vote.counts.get(side, 0) for side in SIDES) for vote in votes]
    return bool(sums) and 0 < max(sums) <= _MOST_VOTES and max(sums) - min(sums) <= max(_SPREAD, max(sums) // 2)
