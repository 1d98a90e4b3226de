"""Every statement of a result in a document: in status fields, under labels, on lines of their own, in sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.context import Line
from kimdocs.extraction.recognise.matrix_rows import row_matrices
from kimdocs.extraction.resolve.fate import take_line_before, take_motion
from kimdocs.extraction.resolve.listed_acts import listed_acts
from kimdocs.extraction.resolve.parts import read_parts
from kimdocs.extraction.resolve.prose import prose_statements
from kimdocs.extraction.resolve.statement import Source, Statement, read_ballot, read_statement
from kimdocs.extraction.results import (
    closes_with_ratio,
    is_count_line,
    is_result_line,
    is_spread_ratio,
    trailing_result,
)
from kimdocs.extraction.wording import result_end
from kimdocs.lexicon import matcher
from kimdocs.model.decision import DecisionType

if TYPE_CHECKING:
    from collections.abc import Callable

    from kimdocs.extraction.context import Context, Section
    from kimdocs.extraction.recognise.matrix_rows import RowMatrix
    from kimdocs.extraction.resolve.listed_acts import ListedActs
    from kimdocs.lexicon import Match

_EARLIER = re.compile(r"^vorgang\b|\bvom\s+\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_LABELLED = re.compile(r"[^\W\d_][\w.()-]*\s*:\s*\d")
_UNFINISHED = re.compile(r"\b(?:wird|werden|wurde|wurden|ist|sind)\b[^.!?:]*$")
_OPEN_END = re.compile(r"\b(?:bei|mit|gegen|und|von|zu|de[rmns]|die|das|im|auf|für|einer?|eigener)$")
_MARK = re.compile(r"[:)]")
_SPREAD = re.compile(r"(?:Einstimmig|Mehrheitlich|Einst\.|Mehrh\.)[.!]?\s*$")
_FILLED = 60
_MOST_BLANKS = 3
_LONGEST_RUN = 600
_CELL = 9
_SILENT = ("closing", "signatures", "agenda", "consultations", "attachments")


def find_statements(context: Context, *, formal_only: bool = False) -> list[tuple[Statement, DecisionType | None]]:
    """Statements in the order of the text, each with the type of decision where its label names one.

    With ``formal_only`` just those of status fields and labels: what a submission says in its prose decides nothing.
    """
    found: list[tuple[Statement, DecisionType | None]] = []
    tables = [_of_table(matrix) for matrix in row_matrices(context.text, context.ticked)]
    claimed = [(table.start, table.end) for table in tables]
    found += [(table, None) for table in tables if table.says_something]
    lists = [] if formal_only else listed_acts(context)
    claimed += [(table.start, table.end) for table in lists]
    found += [(statement, None) for table in lists for statement in table.statements]
    tabled = sorted(start for start, _ in claimed)
    for section in context.sections:
        if section.key in ("status", "result") and not _within(lists, section.start):
            end = result_end(context, section)
            end = min([end, *tabled[bisect_right(tabled, section.start) :][:1]])
            claimed.append((section.start, end))
            found += _labelled(context, section, end)
    if formal_only:
        return sorted(found, key=lambda pair: pair[0].start)
    for statement in _lines(context, claimed):
        claimed.append((statement.start, statement.end))
        found.append((statement, None))
    found += [(statement, statement.kind) for statement in prose_statements(context, claimed)]
    return sorted(found, key=lambda pair: pair[0].start)


def _of_table(matrix: RowMatrix) -> Statement:
    return Statement(Source.RESULT, matrix.start, matrix.end, counts=matrix.counts, groups=matrix.groups)


def _within(lists: list[ListedActs], offset: int) -> bool:
    """Whether a table of acts covers the offset."""
    index = bisect_right(lists, offset, key=lambda table: table.start) - 1
    return index >= 0 and offset < lists[index].end


def _labelled(context: Context, section: Section, end: int) -> list[tuple[Statement, DecisionType | None]]:
    source = Source.STATUS if section.key == "status" else Source.RESULT
    heading = context.heading_starts.get(section.start)
    label_end = heading.end if heading else section.start
    parts = _parts(context, label_end, end)
    whole = _label_type(context, section.start, label_end)
    statements = []
    for index, (start, stop, kind) in enumerate(parts):
        read = read_parts(context, start, stop, source) or [read_statement(context, start, stop, source)]
        if index == 0:
            read[0].start = section.start
            read_ballot(context, read[0], _manner(context, section) or section.start)
        for statement in read:
            if statement.says_something:
                statement.quoted = _earlier(context, section)
                take_motion(context, statement, section.start, label_end)
                statements.append((statement, statement.kind or kind or whole))
    return statements


def _manner(context: Context, section: Section) -> int | None:
    """Where the label right before that tells how the vote was taken starts ("Form der Abstimmung: geheim")."""
    before = context.section_at(section.start - 1).start if section.start else 0
    heading = context.heading_starts.get(before)
    return before if heading and heading.rule == "headings.manner" else None


def _earlier(context: Context, section: Section) -> bool:
    """Whether a plain "Ergebnis:" tells what another meeting, dated on the line before, made of the matter."""
    index = context.line_at(section.start)
    before = context.lines[index - 1] if index else context.lines[0]
    label = context.folded[section.start : section.start + len("ergebnis")]
    return index > 0 and label == "ergebnis" and _EARLIER.search(context.folded, before.start, before.end) is not None


def _label_type(context: Context, start: int, end: int) -> DecisionType | None:
    label = context.folded[start:end]
    return DecisionType.AMENDMENT if "änderungsantrag" in label or "ergänzungsantrag" in label else None


def _parts(context: Context, start: int, end: int) -> list[tuple[int, int, DecisionType | None]]:
    """The parts of a result: one for each line that says what it is about ("Ziffer 3: …"), else the whole."""
    cuts: list[tuple[int, DecisionType | None]] = []
    for index in range(context.line_at(start), len(context.lines)):
        line = context.lines[index]
        if line.start >= end:
            break
        begin = line.start
        if begin < start:
            begin = start + len(context.text[start : line.end]) - len(context.text[start : line.end].lstrip())
        if not _MARK.search(context.text, begin, line.end):
            continue
        hit = matcher("result_parts").match(context.folded, begin, line.end) or _pattern_hit(context, begin, line.end)
        if hit and (hit.entry.id == "letter" or ":" in context.text[begin : line.end]):
            cuts.append((begin, DecisionType(hit.entry.value)))
    if not cuts:
        return [(start, end, None)]
    if context.text[start : cuts[0][0]].strip(" :\n"):
        cuts.insert(0, (start, None))
    stops = [*(cut[0] for cut in cuts[1:]), end]
    return [(cut[0], stop, cut[1]) for cut, stop in zip(cuts, stops, strict=True)]


def _pattern_hit(context: Context, start: int, end: int) -> Match | None:
    first = matcher("result_parts").first(context.folded[start:end])
    return first if first and first.start == 0 else None


def _lines(context: Context, claimed: list[tuple[int, int]]) -> list[Statement]:
    """Statements on lines of their own or at the end of one; lines of counts that follow each other are one."""
    statements: list[Statement] = []
    run: tuple[int, int] | None = None
    blanks = 0
    done = -1
    is_open = _unclaimed(context, claimed)
    worth = _lines_worth_reading(context)
    for index, line in enumerate(context.lines):
        if line.start == line.end:
            blanks += 1
            continue
        if line.start < done:
            continue
        part = _result_part(context, index, is_open) if run or index in worth or line.end - line.start < _CELL else None
        if run and (part is None or part[0] > line.start or blanks > _MOST_BLANKS):
            _close(context, statements, run)
            run = None
        if part:
            run = _joined(context, statements, run, part)
            done = part[1]
        blanks = 0
    if run:
        _close(context, statements, run)
    return statements


def _lines_worth_reading(context: Context) -> set[int]:
    """Indexes of the lines that hold an anchor of results."""
    worth = {context.line_at(offset) for offset in anchor_offsets(context.folded, "line")}
    for offset in (at + 1 for at in anchor_offsets(context.folded, "bracketed_number")):
        index = context.line_at(offset)
        if closes_with_ratio(context, context.lines[index], offset):
            worth.add(index)
    return worth


def _result_part(context: Context, index: int, is_open: Callable[[int], bool]) -> tuple[int, int] | None:
    """The part of a line that states a result: all of it (and on to where an open bracket closes), or its end."""
    line = context.lines[index]
    whole = _with_bracket(context, index)
    if _counts(context, whole, is_open):
        return whole.start, whole.end
    tail = trailing_result(context, line)
    return (tail, line.end) if tail is not None and is_open(tail) else None


def _with_bracket(context: Context, index: int) -> Line:
    """The line, or with the following ones where a bracket of groups is closed only there."""
    line = context.lines[index]
    words = context.text[line.start : line.end]
    if words.count("(") <= words.count(")"):
        return line
    for following in context.lines[index + 1 : index + 4]:
        if following.start == following.end:
            break
        if ")" in context.text[following.start : following.end]:
            return Line(line.start, following.end)
    return line


def _unclaimed(context: Context, claimed: list[tuple[int, int]]) -> Callable[[int], bool]:
    """Tells whether the line at an offset is in a section that reports, and no label has claimed it."""
    taken = sorted(claimed)

    def is_open(offset: int) -> bool:
        index = bisect_right(taken, (offset, len(context.text))) - 1
        return not (index >= 0 and offset < taken[index][1]) and context.section_at(offset).key not in _SILENT

    return is_open


def _counts(context: Context, line: Line, is_open: Callable[[int], bool]) -> bool:
    if not (is_count_line(context, line) or (is_result_line(context, line) and not _is_piece(context, line))):
        return False
    return is_open(line.start)


def _is_piece(context: Context, line: Line) -> bool:
    """Whether the line is but a piece of a sentence: its wrapped end, or its start without its last verb."""
    return (_goes_on(context, line) and not is_spread_ratio(context, line)) or (
        _UNFINISHED.search(context.folded, line.start, line.end) is not None
        and context.text[line.end + 1 : line.end + 2].islower()
    )


def _goes_on(context: Context, line: Line) -> bool:
    """Whether the line is the wrapped end of a sentence that started on the line before."""
    index = context.line_at(line.start)
    before = context.lines[index - 1] if index else line
    if index == 0 or before.start == before.end or _LABELLED.match(context.folded, line.start, line.end):
        return False
    if before.start in context.heading_starts:
        return False
    if _OPEN_END.search(context.folded, before.start, before.end):
        return True
    item = context.section_at(line.start).item
    if item is not None and context.items[item].start == before.start and before.end - before.start < _FILLED:
        return False
    lower = context.text[line.start].islower()
    filled = before.end - before.start >= _FILLED and not _SPREAD.match(context.text, line.start, line.end)
    return (lower or filled) and context.text[before.end - 1] not in ".:;!?"


def _joined(
    context: Context, statements: list[Statement], run: tuple[int, int] | None, line: tuple[int, int]
) -> tuple[int, int]:
    """The run with the line added; a line that says a result anew, where the run has its counts, starts another run."""
    if run is None:
        return line
    if line[1] - run[0] > _LONGEST_RUN:
        _close(context, statements, run)
        return line
    own = read_statement(context, *line, Source.LINE)
    if not own.counts and own.outcome is None:
        return run[0], line[1]
    before = read_statement(context, *run, Source.LINE)
    again = any(side in before.counts for side in own.counts) or (
        own.outcome is not None and (before.has_counts or before.outcome is not None)
    )
    if again:
        _close(context, statements, run)
        return line
    return run[0], line[1]


def _close(context: Context, statements: list[Statement], run: tuple[int, int]) -> None:
    statement = read_statement(context, *run, Source.LINE)
    if statement.counts and statement.outcome is None and statement.unanimous is None:
        take_line_before(context, statement)
    listed = context.section_at(run[0]).key == "attendance"
    if statement.has_counts or (statement.says_something and (not listed or statement.unanimous is not None)):
        statements.append(statement)
