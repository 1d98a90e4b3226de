"""Results in the Beratungsfolge of a submission: what each body made of it, also where the table was flattened."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import column_of
from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.recognise.votes.vote import read_tally
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.extraction.result_lines.legends import order
from kimdocs.extraction.result_lines.results import is_count_line, is_result_line
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES, Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line, Section

_LAST_NUMBER = lazy(r"\d{1,3}\W*$")
_DATE = lazy(r"\b\d{1,2}\.(?:\d{1,2}\.(?:\d{4}|\d{2})| (?:\d{1,2}|[A-ZÄ][a-zä]{2,8})\.? \d{4})\b|\b\d{4}-\d\d-\d\d\b")
PREPARATORY = lazy(r"empfehlung|vorberat|vorbehandlung|anhörung")
_MEETING = lazy(r"(?:\d{1,3}\. )?(?:(?:nicht)?öffentliche |gemeinsame )?(?:\w*sitzung) (?:de[rs]|vom)\b")
_OVER = lazy(r"\s*\(beratungsfolge beendet\)")
_RATIO_BEFORE = lazy(r"(?<!\S)\d{1,3}\s?([/:])\s?\d{1,3}(?:\s?\1\s?\d{1,3})?\s*(?:[-–]\s*)?$")
_GAPS = lazy(r"\s{2,}|\t|\|\s*")
_CELL = lazy(r" {2,}(?=\S)")
_GAP = lazy(r".*\S {3,}(?=\S)")
_DONE = ("empfohlen", "genommen")
_MARKS = lazy(r"(?:[x×☒☑✓✔ön-]|nö|\d{1,2})(?:\s+(?:[x×☒☑✓✔ön-]|nö|\d{1,2}))*")
_ROLES = frozenset((Outcome.NOTED, Outcome.RECOMMENDED, Outcome.NONE))


def consultation_results(context: Context) -> list[list[Statement]]:
    """For each row with a result its statements, which may be the pieces of a wrapped cell."""
    rows = []
    for section in context.sections:
        if section.key == "consultations":
            rows += _rows(context, section)
    return [row for row in rows if row]


def _rows(context: Context, section: Section) -> list[list[Statement]]:
    first, last = context.line_at(section.start), context.line_at(max(section.start, section.end - 1))
    inside = context.lines[first : last + 1]
    lines = [line for line in inside if section.start <= line.start < section.end and line.end > line.start]
    dated = [index for index, line in enumerate(lines) if _DATE.search(context.text, line.start, line.end)]
    rows: list[list[Statement]] = []
    for number, index in enumerate(dated):
        before = dated[number - 1] if number else -1
        after = dated[number + 1] if number + 1 < len(dated) else min(len(lines), index + 4)
        row = _row(context, lines, before, index, after)
        for piece in row:
            piece.dated = [date.start() for date in _DATE.finditer(context.text, *lines[index])][-1]
        rows.append(row)
    return rows


def _row(context: Context, lines: list[Line], before: int, index: int, after: int) -> list[Statement]:
    """The pieces of a row's result: behind its date or its meeting, or above and below where a wrapped cell stood."""
    line = lines[index]
    spans = _spans(context, lines, before, index, after)
    pieces = [piece for span in spans if (piece := _result(context, *span))]
    if pieces:
        _count_across(context, spans, pieces)
        preparatory = PREPARATORY.search(context.folded, _head(context, lines, before, index).start, line.end)
        for piece in pieces:
            if preparatory and piece.outcome in (None, Outcome.ADOPTED):
                piece.outcome = Outcome.RECOMMENDED
    return pieces


def _head(context: Context, lines: list[Line], before: int, index: int) -> Line:
    """The line that names a row's body and its role, also where several meetings of the body follow it."""
    head = index - 1
    while head > 0 and _MEETING.match(context.folded, lines[head].start, lines[head].end):
        head -= 1 if _DATE.match(context.text, lines[head].start) else 2
    return lines[max(head, 0) if head < index - 1 else max(before + 1, index - 1)]


def _spans(context: Context, lines: list[Line], before: int, index: int, after: int) -> list[tuple[int, int]]:
    line = lines[index]
    date_end = max(date.end() for date in _DATE.finditer(context.text, line.start, line.end))
    below = next((ln for ln in lines[index + 1 : after] if not _MARKS.fullmatch(context.folded, *ln)), None)
    wrapped = _wrapped(context, line, date_end, below) if below else None
    meeting = _MEETING.match(context.folded, below.start, below.end) if below else None
    if below and meeting:
        told = _end_of_meeting(context, meeting.end(), below.end)
        return [(date_end, line.end), *(told or _below_meeting(context, lines[lines.index(below) + 1 : after]))]
    own = _result(context, date_end, line.end)
    above = None
    if own is None or not context.text[own.start].isupper():
        above = next((ln for ln in lines[max(before + 1, index - 2) : index] if _begins_result(context, ln)), None)
    if below and ((_begins_result(context, below) and (own or above)) or not is_result_line(context, below)):
        below = None
    if wrapped and below is None and own:
        return [(date_end, line.end), wrapped]
    around = [(ln.start, ln.end) for ln in (above, below) if ln]
    if own is None and len(around) > 1:
        return around
    cell = (date_end, line.end)
    return [*around[:1], cell, *around[1:]] if above else [cell, *around]


def _wrapped(context: Context, line: Line, date_end: int, below: Line) -> tuple[int, int] | None:
    """The cell of the line below that stands right under the one behind the date: a result that goes on there."""
    cell = _CELL.match(context.text, date_end, line.end)
    gap = _GAP.search(context.text, below.start, below.end)
    start = gap.end() if gap else below.start
    beside = cell is not None and column_of(context.text, cell.end()) == column_of(context.text, start)
    return (start, below.end) if beside else None


def _below_meeting(context: Context, lines: list[Line]) -> list[tuple[int, int]]:
    """The result that stands on lines of its own right below the name of the meeting."""
    told = list(takewhile(lambda line: is_result_line(context, line) or is_count_line(context, line), lines))
    return [(told[0].start, told[-1].end)] if told else []


def _end_of_meeting(context: Context, start: int, end: int) -> list[tuple[int, int]]:
    """The result at the end of a line that names the meeting: "33. Sitzung des Bauausschusses vertagt"."""
    over = _OVER.search(context.folded, start, end)
    end = over.start() if over else end
    hits = [m for m in matcher("outcomes").finditer(context.folded, start, end) if m.end == end]
    return [(min(hit.start for hit in hits), end)] if hits else []


def _count_across(context: Context, spans: list[tuple[int, int]], pieces: list[Statement]) -> None:
    """Counts of a cell that the table's lines tore apart: read from its pieces put together."""
    whole = " ".join(context.folded[start:end] for start, end in spans)
    tally = read_tally(whole, 0, len(whole))
    if tally and len(spans) > 1:
        for piece in pieces:
            piece.counts = {}
        pieces[0].counts = {side: n for side, n in tally.counts.items() if side != "votes"}


def _begins_result(context: Context, line: Line) -> bool:
    first = matcher("unanimity").first(context.folded, line.start, line.end)
    return first is not None and first.start == line.start


def _result(context: Context, start: int, end: int) -> Statement | None:
    """The statement that starts at the first words of a result in the row; words that name the body's role are none."""
    if not context.text[start:end].strip():
        return None
    hits = [m.start for m in matcher("unanimity").finditer(context.folded, start, end)]
    hits += [
        m.start
        for m in matcher("outcomes").finditer(context.folded, start, end)
        if not m.entry.attributes.get("weak")
        and (Outcome(m.entry.value) not in _ROLES or context.folded.endswith(_DONE, m.start, m.end))
    ]
    labels = matcher("votes").finditer(context.folded, start, end)
    counts = [m.start for m in labels if m.entry.value in SIDES]
    if counts:
        number = _LAST_NUMBER.search(context.folded[start : counts[0]])
        hits.append(start + number.start() if number else counts[0])
    if not hits:
        return _bare_counts(context, start, end)
    ratio = _RATIO_BEFORE.search(context.folded, start, min(hits))
    statement = read_statement(context, ratio.start() if ratio else min(hits), end, Source.TABLE)
    if not statement.says_something:
        return None
    if statement.outcome is None and statement.unanimous is None and not statement.has_counts:
        return None
    return statement


def _bare_counts(context: Context, start: int, end: int) -> Statement | None:
    """The counts of all sides that the last cell of a row holds without a word: "14 : 2 : 1", "J 9 N 1 E 1"."""
    begin = max((gap.end() for gap in _GAPS.finditer(context.text, start, end)), default=start)
    tally = line_tally(context.ticked[begin:end].strip(), order(context))
    if tally is None or not {*SIDES} <= tally.counts.keys():
        return None
    return Statement(Source.TABLE, begin, end, counts={side: tally.counts[side] for side in SIDES})
