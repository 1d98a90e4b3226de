"""Votes in a strip beside a text, at its left or its right, their pieces on several lines: "dafür⏎12⏎dagegen⏎3"."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.layout.line_places import column_of
from kimdocs.extraction.memo import kept
from kimdocs.extraction.recognise.groups.names import is_known
from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.recognise.tallies.order import agrees
from kimdocs.extraction.recognise.tallies.tokens import may_stand, name_pattern
from kimdocs.extraction.result_lines.legends import order
from kimdocs.extraction.result_lines.polls import is_in_poll
from kimdocs.extraction.result_lines.rows import opens_row
from kimdocs.lexicon import load, matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.tallies.line import LineTally

# begins with one class of characters, as what is sought often should: that is several times as fast
_GAP = lazy(r"[ \u00a0\t|│┃║](?:(?<=[ \u00a0])(?:[ \u00a0]*[\t|│┃║][ \u00a0]*|[ \u00a0]+)|(?<=[\t|│┃║])[ \u00a0]*)")
_GAPS = ("  ", "\t", "|", "│", "┃", "║", "\u00a0\u00a0")
_BLANKS = " \u00a0\t|│┃║"
_WORDS = lazy(r"[^\W\d_]+")
_ARTICLES = frozenset(("der", "die", "das", "des", "und", "für"))
_NUMBER = lazy(r"(?<!\d)\d{1,3}(?!\d)")
_RATIO = lazy(r"\d{1,3}\s*(?:[:/]|gegen|zu)\s*\d{1,3}(?:\s*[:/]\s*\d{1,3}){0,2}|\d\s+stimmen?\s+gegen\s")
_TOLD = ("outcomes", "unanimity", "vote_labels")
_MOST_WORDS = 3
_LONGEST = 30
_SIGNS = ("+", "(+")
_ASIDE = 4
_UP, _DOWN = 4, 7
_MOST_BARE = 2


class Strip(NamedTuple):
    """The counts and the words that give them, the lines that hold these, and how far the text stands in.

    The text stands at the left of ``column`` where the counts are ``right`` of it, else from there on.
    """

    first: int
    last: int
    column: int
    right: bool
    counts: dict[str, int]
    words: str


class StripCell(NamedTuple):
    """What stands at ``text[start:end]`` on a line, ``left`` of it so many characters, and the text beside it."""

    line: int
    start: int
    end: int
    left: int
    text: tuple[int, int] | None


def strips(context: Context) -> list[Strip]:
    """All of them, in order: votes for and against, and text beside at least one of their lines."""
    found: list[Strip] = []
    for index in context.vote_lines:
        if (found and index <= found[-1].last) or not _has_gap(context, index):
            continue
        floor = found[-1].last if found else -1
        strip = _strip(context, index, floor, right=False) or _strip(context, index, floor, right=True)
        if strip:
            found.append(strip)
    return sorted([*found, *_worded(context, found)], key=lambda strip: strip.first)


def _worded(context: Context, found: list[Strip]) -> list[Strip]:
    """Outcomes and ratios left of texts, each of one piece or a torn word, if several stand in one column."""
    offsets = (*anchor_offsets(context.folded, "margin_word"), *anchor_offsets(context.folded, "ratio"))
    taken = {line for strip in found for line in range(strip.first, strip.last + 1)}
    marks = []
    for index in sorted({context.line_at(offset + 2) for offset in offsets} - taken):
        if _GAP.search(context.text, *context.lines[index]) is None:
            continue
        cell = _cell(context, index, right=False)
        mark = _mark(context, cell) if cell and cell.text and context.text[cell.text[0]].isupper() else None
        marks += [mark] if mark and _hangs(context, mark) else []
    columns = Counter(mark.column for mark in marks)
    told = any(not mark.counts for mark in marks)
    return [mark for mark in marks if told and columns[mark.column] > 1]


def _mark(context: Context, cell: StripCell) -> Strip | None:
    words, last = context.folded[cell.start : cell.end], cell.line
    if words.endswith("-") and last + 1 < len(context.lines):
        below = _cell(context, last + 1, right=False)
        words, last = (words[:-1] + context.folded[below.start : below.end], last + 1) if below else ("", last)
    tally = line_tally(f"ae: {words}", order(context)) if _RATIO.fullmatch(words) else None
    said = matcher("vote_labels").fullmatch(words) is None and (_is_told(words) or _is_told(words.strip(" .")))
    if not (said or tally):
        return None
    return Strip(cell.line, last, _column(context, cell), False, dict(tally.counts) if tally else {}, words)


def _hangs(context: Context, mark: Strip) -> bool:
    """Whether the text beside a mark goes on right below where it starts, or ends on its line."""
    line = context.lines[mark.last]
    below = context.lines[mark.last + 1] if mark.last + 1 < len(context.lines) else line
    column = column_of(context.text, below.start) if below.start < below.end else mark.column
    return context.text[line.end - 1] in ".!" or column == mark.column


def _has_gap(context: Context, index: int) -> bool:
    """Whether a gap parts a line or one next to it, as where a text stands beside a strip."""
    lines = context.lines
    start, end = lines[max(0, index - 2)].start, lines[min(len(lines) - 1, index + 2)].end
    return any(map(context.text[start:end].__contains__, _GAPS))


def _strip(context: Context, index: int, floor: int, *, right: bool) -> Strip | None:
    anchor = _cell(context, index, right=right)
    if anchor is None:
        return None
    above = [cell for cell in _near(context, anchor, -1, right=right) if cell.line > floor][::-1]
    cells = [*above, anchor, *_near(context, anchor, 1, right=right)]
    told = _told(context, cells, len(above))
    if told is None:
        return None
    cells, tally = told
    if not _is_of_text(context, cells):
        return None
    beside = [cell for cell in cells if cell.text]
    column = min(cell.left for cell in cells) if right else min(_column(context, cell) for cell in beside)
    return Strip(cells[0].line, cells[-1].line, column, right, dict(tally.counts), _joined(context, cells))


def _column(context: Context, cell: StripCell) -> int:
    return column_of(context.text, cell.text[0]) if cell.text else 0


def _told(context: Context, cells: list[StripCell], anchor: int) -> tuple[list[StripCell], LineTally] | None:
    """The most cells in a row around the anchor that are a vote; None where as many others are another one."""
    for length in range(len(cells), 1, -1):
        read: list[tuple[list[StripCell], LineTally]] = []
        for first in range(max(0, anchor - length + 1), min(anchor, len(cells) - length) + 1):
            run = cells[first : first + length]
            tally = _read(context, run)
            if tally and all(_says(context, cell) for cell in (run[0], run[-1])):
                read.append((run, tally))
        if read:
            same = all(tally.counts == read[0][1].counts for _, tally in read)
            return read[0] if same else None
    return None


def _read(context: Context, run: list[StripCell]) -> LineTally | None:
    """The vote that cells make together: sides and their numbers, or a ratio, perhaps torn, beside one text."""
    words = _joined(context, run)
    tally = line_tally(words, order(context))
    if tally and (tally.names or words.startswith(_SIGNS)):
        return tally if tally.counts and len(tally.names) != 1 else None
    if any(cell.text and opens_row(context, cell.text[0]) for cell in run[1:]):
        return None
    if tally is None or not tally.labelled:
        tally = line_tally(f"ae: {words}", order(context)) if _RATIO.search(words) else None
    return tally if tally and tally.counts and agrees(words, tally.counts) else None


def _joined(context: Context, cells: list[StripCell]) -> str:
    return "\n".join(context.folded[cell.start : cell.end] for cell in cells)


def _is_of_text(context: Context, cells: list[StripCell]) -> bool:
    """Whether a text stands beside the cells that is neither a label, nor names groups, nor tells of a poll."""
    texts = [cell.text for cell in cells if cell.text and context.text[cell.text[0]] != "("]
    if not texts or any(context.lines[cell.line].start in context.heading_starts for cell in cells):
        return False
    return not any(_names_group(context, *text) for text in texts) and not is_in_poll(context, cells[0].start)


def _names_group(context: Context, start: int, end: int) -> bool:
    words = context.text[start:end].split()
    said = any(word.isdigit() or (word.islower() and word not in _ARTICLES) for word in words)
    return not said and is_known(context.text[start:end].strip(_BLANKS + ":"))


def _near(context: Context, anchor: StripCell, step: int, *, right: bool) -> Iterator[StripCell]:
    """The cells of the strip above or below one of them; lines that have but text are passed over."""
    bare = 0
    for index in range(anchor.line + step, anchor.line + step * (_UP if step < 0 else _DOWN), step):
        if not 0 <= index < len(context.lines) or context.lines[index].start == context.lines[index].end:
            return
        cell = _cell(context, index, right=right)
        if cell is None or not _in_column(anchor, cell):
            bare += 1
            if bare > _MOST_BARE or _is_left(context, index, anchor, right=right):
                return
            continue
        bare = 0
        yield cell


def _is_left(context: Context, index: int, anchor: StripCell, *, right: bool) -> bool:
    """Whether a line has text where a strip at the left would stand."""
    return not right and column_of(context.text, context.lines[index].start) < _column(context, anchor)


def _in_column(anchor: StripCell, cell: StripCell) -> bool:
    """Whether two cells start, end, or have their middle in one column."""
    left = anchor.left - cell.left
    right = left + anchor.end - anchor.start - cell.end + cell.start
    return min(abs(left), abs(right), abs(left + right) // 2) <= _ASIDE


def _cell(context: Context, index: int, *, right: bool) -> StripCell | None:
    """What may stand in counts at the start or the end of a line, and the text on the other side of it."""
    known = context.strip_cells
    if (index, right) not in known:
        known[index, right] = _read_cell(context, index, right=right)
    return known[index, right]


def _read_cell(context: Context, index: int, *, right: bool) -> StripCell | None:
    pieces = _pieces(context, *context.lines[index])
    ordered = pieces[::-1] if right else pieces
    kept = 0
    while kept < len(ordered) and _may_count(context.folded[slice(*ordered[kept])]):
        kept += 1
    if not kept:
        return None
    taken, rest = sorted(ordered[:kept]), sorted(ordered[kept:])
    words = context.folded[taken[0][0] : taken[-1][1]]
    if len(words) > _LONGEST or not _is_one(words):
        return None
    text = (rest[0][0], rest[-1][1]) if rest else None
    return StripCell(index, taken[0][0], taken[-1][1], column_of(context.text, taken[0][0]), text)


def _pieces(context: Context, start: int, end: int) -> list[tuple[int, int]]:
    """What gaps and borders part on a line; [] where it is too long to be but a cell."""
    gaps = [gap.span() for gap in _GAP.finditer(context.text, start, end)]
    if not gaps:
        return [(start, end)] if 0 < end - start <= _LONGEST else []
    found = [(left, right) for (_, left), (right, _) in pairwise([(start, start), *gaps, (end, end)]) if left < right]
    return found if len(found) > 1 or end - start <= _LONGEST else []


@kept(1024)
def _is_one(words: str) -> bool:
    """Whether a cell holds one number or one ratio, and the name of one side, not several as the rows of tables do."""
    if _RATIO.search(words):
        return len(_NUMBER.findall(_RATIO.sub(" ", words))) < 2
    return len(_NUMBER.findall(words)) < 2 and len(name_pattern().findall(words)) < 2


@kept(1024)
def _may_count(words: str) -> bool:
    if len(words) > _LONGEST:
        return False
    bare = words.strip(" .:()[]-=/0123456789")
    return bare in _halves() or may_stand(words) or _is_told(bare) or _is_told(words)


def _is_told(words: str) -> bool:
    return " ".join(words.split()) in _said()


@cache
def _said() -> frozenset[str]:
    """The words of outcomes and labels."""
    return frozenset(chain.from_iterable(matcher(table).whole for table in _TOLD))


@cache
def _halves() -> frozenset[str]:
    """What a line may hold of an outcome of few words that goes on below it: "einvernehmen" and "erteilt"."""
    phrases = (phrase.split() for entry in load("outcomes") for phrase in entry.phrases)
    parted = ((words[:at], words[at:]) for words in phrases for at in range(1, min(len(words), _MOST_WORDS)))
    return frozenset(" ".join(half) for halves in parted for half in halves) - {"…"}


def _says(context: Context, cell: StripCell) -> bool:
    """Whether a cell has a number or a word, not but a mark."""
    words = context.folded[cell.start : cell.end]
    return _NUMBER.search(words) is not None or _WORDS.search(words) is not None
