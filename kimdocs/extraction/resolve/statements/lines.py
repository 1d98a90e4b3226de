"""Statements of results on lines of their own, or at the end of one; lines of counts that follow each other are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.context import Line
from kimdocs.extraction.layout.page_ends import MOST_FURNITURE, ends_page, may_end_page
from kimdocs.extraction.layout.wrapped import STOPS, goes_on, tears_count
from kimdocs.extraction.recognise.tallies.line import opens_tally
from kimdocs.extraction.resolve.statements.bracketed import heads_text
from kimdocs.extraction.resolve.statements.claims import Claims
from kimdocs.extraction.resolve.statements.fate import take_line_before
from kimdocs.extraction.resolve.statements.line_pieces import is_governed, is_piece, ratio_above
from kimdocs.extraction.resolve.statements.parts import by_sentences, opens_part, read_parts
from kimdocs.extraction.resolve.statements.sides import is_row_of_group
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.extraction.result_lines.legends import explains
from kimdocs.extraction.result_lines.quiet_lines import is_quiet
from kimdocs.extraction.result_lines.results import closes_with_ratio, is_count_line, is_result_line
from kimdocs.extraction.result_lines.rows import closes_row, row_tail
from kimdocs.extraction.result_lines.spread_counts import name_above, spread_counts
from kimdocs.extraction.result_lines.tallies import (
    closes_with_counts,
    leading_tally,
    lines_of_triples,
    tally_head,
    tally_tail,
)
from kimdocs.extraction.result_lines.trailing import trailing_result
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from kimdocs.extraction.context import Context

_DIGIT = lazy(r"\d")
_NUMBERS = lazy(r"\d{1,3}(?:[ \t|]+(?:\d{1,3}|[-–/]))+")
_NONE = lazy(r"(?:keine|nein|entfällt)[.!]\s+(?=\S)")
_MOST_BLANKS = 3
_LONGEST_RUN = 600
_CELL = 9
_ONE_WORD = lazy(r"[^\W\d_]{2,14}\.?")


def line_statements(context: Context, claimed: list[tuple[int, int]]) -> list[Statement]:
    """Those outside what labels and tables have claimed, in order."""
    statements: list[Statement] = []
    run: tuple[int, int] | None = None
    done = -1
    places = Claims(context, claimed)
    is_open = places.is_open
    worth = sorted(_lines_worth_reading(context), reverse=True)
    followers: set[int] = set()
    within = range(0)
    while worth:
        index = worth.pop()
        line = context.lines[index]
        if line.start < done:
            continue
        shut = places.cover(line)
        row = None if shut else row_tail(context, index)
        if row is not None and is_open(row):
            if run:
                _close(context, statements, run)
            run, done = None, line.end
            statements.append(_row(context, line, row))
            continue
        part = None if shut else _result_part(context, index, is_open, whole=index in followers)
        if part is None and index in within:
            continue
        if run and (part is None or part[0] > line.start or not _follows(context, run[1], line.start)):
            _close(context, statements, run)
            run = None
        if part:
            run = _joined(context, statements, run, part) if run else ratio_above(context, *part, is_open)
            done = part[1]
            following = _filled_line(context, index + 1)
            within = range(index + 1, following or index)
            if following is not None and (not worth or following < worth[-1]):
                worth.append(following)
                followers.add(following)
    if run:
        _close(context, statements, run)
    return statements


def _row(context: Context, line: Line, tail: int) -> Statement:
    """The statement that a row of a list makes by the result at its end; "bei 2 Enthaltungen" there carried it."""
    statement = read_statement(context, tail, line.end, Source.LINE)
    if statement.outcome is None:
        statement.outcome = read_statement(context, line.start, tail, Source.PROSE).outcome
    if statement.has_counts and "yes" not in statement.counts and statement.unanimous is None:
        statement.outcome = statement.outcome or Outcome.ADOPTED
    statement.start, statement.listed = line.start, "" if _heads_text(context, line) else "-"
    return statement


def _heads_text(context: Context, line: Line) -> bool:
    """Whether a line is the title of an item whose text stands below it."""
    starts = {item.start for item in context.items}
    below = _filled_line(context, context.line_at(line.start) + 1)
    return line.start in starts and below is not None and context.lines[below].start not in starts


def _filled_line(context: Context, index: int) -> int | None:
    """Index of the first line from ``index`` on that is not blank, beyond a few blank ones or the end of a page."""
    near = range(index, min(index + _MOST_BLANKS + 1, len(context.lines)))
    first = next((at for at in near if context.lines[at].end > context.lines[at].start), None)
    if first is None or is_count_line(context, context.lines[first]):
        return first
    behind = range(first + 1, min(first + MOST_FURNITURE, len(context.lines)))
    if not behind or not may_end_page(context, context.lines[index - 1].end, context.lines[behind[-1]].end):
        return first
    counts = next((at for at in behind if is_count_line(context, context.lines[at])), None)
    over = counts is not None and ends_page(context, context.lines[index - 1].end, context.lines[counts].start)
    return counts if over else first


def _follows(context: Context, end: int, start: int) -> bool:
    """Whether nothing but a few blank lines, or the end of a page, parts a line from the one before."""
    between = context.text[end:start]
    blank = between.isspace() and between.count("\n") + between.count("\f") - 1 <= _MOST_BLANKS
    return blank or ends_page(context, end, start)


def _lines_worth_reading(context: Context) -> set[int]:
    """Indexes of the lines that hold an anchor of results, or are as short as a cell."""
    worth = {index for index, (start, end) in enumerate(context.lines) if 0 < end - start < _CELL}
    worth.update(above for index in worth.copy() if (above := name_above(context, index)) is not None)
    worth.update(context.lines_with("line"))
    worth.update([index + 1 for index in worth if _holds_numbers(context, index + 1)])
    worth.update(lines_of_triples(context))
    for offset in (at + 1 for at in anchor_offsets(context.folded, "bracketed_number")):
        index = context.line_at(offset)
        if closes_with_ratio(context, context.lines[index], offset) or closes_row(
            context, context.lines[index], offset
        ):
            worth.add(index)
    return worth


def _holds_numbers(context: Context, index: int) -> bool:
    """Whether the line is but numbers and dashes, as the row below a table's header is."""
    if index >= len(context.lines):
        return False
    start, end = context.lines[index]
    return context.text[start : start + 1].isdigit() and _NUMBERS.fullmatch(context.text, start, end) is not None


def _result_part(
    context: Context, index: int, is_open: Callable[[int], bool], *, whole: bool = False
) -> tuple[int, int] | None:
    """The part of a line that states a result: all of it (and on to where an open bracket closes), or its end.

    The votes of a group behind its name are none of the whole. A line that only follows a result may state one as a
    ``whole``, for no word of a result stands in it.
    """
    line = context.lines[index]
    if context.text.startswith("(", line.start) and goes_on(context, line):
        return None
    words = context.folded[line.start : line.end]
    if explains(words):
        return None
    quiet = is_quiet(words)
    if not quiet:
        for start, end in spread_counts(context, index, whole=whole):
            if is_open(start) and is_open(end - 1):
                return start, end
        bracketed = _behind_none(context, _with_bracket(context, index))
        if _counts(context, bracketed, is_open):
            return bracketed.start, bracketed.end
    counted = not quiet and _DIGIT.search(words) is not None
    part = _ratio_part(context, line) if counted else None
    if part is None:
        tail = tally_tail(context, line) if counted else None
        tail = trailing_result(context, line) if tail is None and not whole else tail
        part = None if tail is None or is_row_of_group(context, index) else (tail, line.end)
    return part if part and is_open(part[0]) and not _is_of_sentence(context, index, part[0]) else None


def _is_of_sentence(context: Context, index: int, start: int) -> bool:
    """Whether what a line tells from ``start`` on is a piece of a sentence that line breaks tear."""
    line = context.lines[index]
    sentence = context.text.rfind(". ", line.start, start) + 1
    if tears_count(context, index) or (index > 0 and not sentence and tears_count(context, index - 1)):
        return True
    following = context.lines[index + 1] if index + 1 < len(context.lines) else line
    lower = following.start < following.end and context.text[following.start].islower()
    return bool(sentence) and lower and context.text[line.end - 1] not in STOPS


def _ratio_part(context: Context, line: Line) -> tuple[int, int] | None:
    """The line where counts open or close what it tells, or the counts alone that open it before a wide gap."""
    if tally_head(context, line) or closes_with_counts(context, line):
        return line.start, line.end
    leading = leading_tally(context, line)
    return (line.start, leading) if leading else None


def _behind_none(context: Context, line: Line) -> Line:
    """The line without the sentence of one word that answers its title: "Keine. Die Tagesordnung wird bestätigt."."""
    answer = _NONE.match(context.folded, *line)
    return Line(answer.end(), line.end) if answer else line


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


def _counts(context: Context, line: Line, is_open: Callable[[int], bool]) -> bool:
    if is_count_line(context, line):
        return is_open(line.start) and not is_governed(context, line)
    told = is_result_line(context, line) and not is_piece(context, line) and is_open(line.start)
    return told and not heads_text(context, line)


def _joined(
    context: Context, statements: list[Statement], run: tuple[int, int], line: tuple[int, int]
) -> tuple[int, int]:
    """The run with the line added; a line that says a result anew, where the run has its counts, starts another run."""
    if line[1] - run[0] > _LONGEST_RUN:
        _close(context, statements, run)
        return line
    own = read_statement(context, *line, Source.LINE)
    if not own.counts and own.outcome is None:
        return run[0], line[1]
    before = read_statement(context, *run, Source.LINE)
    again = any(side in before.counts for side in own.counts) or (
        own.outcome is not None
        and context.text[run[1] - 1] != ","
        and (before.has_counts or before.outcome is not None)
        and not _concludes(context, before, own)
    )
    if again:
        _close(context, statements, run)
        return line
    return line if own.counts and _counts_other(context, run, line[1]) else (run[0], line[1])


def _counts_other(context: Context, run: tuple[int, int], end: int) -> bool:
    """Whether a number for itself stands below a word that names no side: "SB⏎9" above "Ja⏎6".

    So it is where each side stands above its number: none is left below the last one.
    """
    below = _filled_line(context, context.line_at(end - 1) + 1)
    left = below is not None and opens_tally(context.folded[slice(*context.lines[below])])
    if left or not context.text[end - 1].isdecimal() or not context.text[slice(*run)].isdecimal():
        return False
    index = context.line_at(run[0])
    above = next((line for line in reversed(context.lines[max(0, index - 2) : index]) if line.end > line.start), None)
    return above is not None and _ONE_WORD.fullmatch(context.text, *above) is not None


def _concludes(context: Context, before: Statement, own: Statement) -> bool:
    """Whether a line right behind bare counts but says what came of them: "Ja 9, Nein 2⏎Beschluss gefasst"."""
    bare = before.outcome is None and before.unanimous is None and {"yes", "no"} <= before.counts.keys()
    if not bare or own.counts or context.text.count("\n", before.end, own.start) > 1:
        return False
    if own.unanimous is not None and own.unanimous is bool(before.counts["no"]):
        return False
    lost = before.counts["no"] >= before.counts["yes"]
    return own.outcome is (Outcome.REJECTED if lost else Outcome.ADOPTED)


def _close(context: Context, statements: list[Statement], run: tuple[int, int]) -> None:
    parted = context.text.count(":", *run) > 1 or (context.text.find("\n", *run) > 0 and opens_part(context, run[0]))
    if parted and (parts := read_parts(context, *run, Source.LINE)):
        statements += parts
        return
    if apart := by_sentences(context, *run):
        statements += apart
        return
    statement = read_statement(context, *run, Source.LINE)
    if statement.counts and statement.outcome is None and statement.unanimous is None:
        take_line_before(context, statement)
    listed = context.section_at(run[0]).key == "attendance"
    if statement.has_counts or (statement.says_something and (not listed or statement.unanimous is not None)):
        statements.append(statement)
