"""Counts without a word beside them, at the end of a line or on lines of their own: "Der Rat stimmt zu. 12/0/1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.matrix import has_other_columns, header_sides, read_matrix
from kimdocs.extraction.recognise.tally_line import line_tally, listed_order, opens_tally
from kimdocs.extraction.recognise.tally_tokens import SIDES, name_pattern
from kimdocs.extraction.results import covers_all, names_motion, says_vote, tells_tally
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Line
    from kimdocs.extraction.recognise.tally_line import LineTally

# each begins with one plain character, which is sought ten times as fast as one of two
_TRIPLES = (re.compile(r"/ {0,3}\d{1,3} {0,3}[/|] {0,3}\d"), re.compile(r"\| {0,3}\d{1,3} {0,3}[/|] {0,3}\d"))
_DIGIT = re.compile(r"\d")
_GAP = re.compile(r"(?<=[.!):])\s+|\s{3,}|\t|\s?\.{4,}\s?")
_ROW = re.compile(
    r"[\s|]*(?:(?:drs\.?|drucksache|vorlage|bv|ds)(?:[ -]?nr\.?)?\s?[\w/.-]*\d[\w/.-]*"
    r"|(?:(?:zu )?(?:top|nr\.|punkt) ?|[önab] )?\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?[.):]?"
    r"|[a-h]\)|\([a-h]\)|[-•*·])\s+(?=\S)"
)
_ROW_GAP = re.compile(r"\s-\s|\s{3,}|\t|\s?\.{4,}\s?|(?<=\S):\s|;\s|\s(?=[\[(])")
_BRACKETED = re.compile(r"[\[(]\d{1,2} ?([:/]) ?\d{1,2}(?P<third> ?\1 ?\d{1,2})?[\])][.;]?")
_PASSIVE = re.compile(r"\b(?:wird|werden)\b")
_LONGEST_ROW = 200
_REACH = 4
_TO_BODY = re.compile(r"\s(?:an|in)\s(?:den|die|das)\s[\w-]+\W*$")
_LABEL = re.compile(
    r"[\s(]*(?:(?:zu )?(?:top|punkt|ziffer|ziff\.|nr\.|abs\.|teil|abschnitt|buchstabe)\s?)?"
    r"(?:\d{1,3}(?:\.\d{1,2})*|[a-h])[.)]?\s*:"
)
_SHORT_NAME = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜa-z]{0,4}:")
_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.(?:\d{2})?")
_LABELLED_RATIO = re.compile(r"[^\n:]{2,60}:\s*\d{1,3} ?[/:|-] ?\d{1,3} ?[/:|-] ?\d{1,3}")
_ALONE = re.compile(r"[(\[|]?\s*\d{1,3} {0,3}([/|:-]) {0,3}\d{1,3} {0,3}\1 {0,3}\d{1,3}\s*[)\]|]?")
_LONGEST_TAIL = 90
_LONGEST_BLOCK = 160
_LONGEST_PIECE = 30
_MOST_PIECES = 9
_MOST_TABLE = 16
_LONGEST_LEGEND = 90
_SENTENCE = 260


def lines_of_triples(context: Context) -> Iterator[int]:
    """Indexes of the lines that hold three numbers parted by one mark."""
    for pattern in _TRIPLES:
        for hit in pattern.finditer(context.folded):
            yield context.line_at(hit.start())


def tally_tail(context: Context, line: Line) -> int | None:
    """Where the counts start that end the line, if a label, the sides or an outcome tell there what they are.

    Three numbers alone are such where the text right before tells an outcome, or the document says in what order they
    stand.
    """
    low = max(line.start, line.end - _LONGEST_TAIL)
    if not _DIGIT.search(context.folded, low, line.end):
        return None
    gaps = [gap.end() for gap in _GAP.finditer(context.folded, low, line.end) if _parts(context, line, gap)]
    if line.start == low and _ALONE.fullmatch(context.folded, *line):
        gaps.insert(0, line.start)
    for start in gaps:
        tally = line_tally(context.folded[start : line.end])
        if tally and (tally.labelled or _is_told(context, tally, line, start)):
            return start
    return None


def _parts(context: Context, line: Line, gap: re.Match[str]) -> bool:
    """Whether counts may begin behind the gap: before a colon only a number, a motion or a body may stand."""
    if context.text[gap.start() - 1] != ":":
        return True
    if _parts_numbers(context.text, gap.start() - 1, gap.end()):
        return False
    label = context.folded[line.start : gap.start()]
    if _DATE.search(label):
        return False
    if _LABEL.fullmatch(label) or names_motion(context, line.start, gap.start()):
        return True
    return _SHORT_NAME.fullmatch(context.text, line.start, gap.start()) is not None or is_body(label[:-1])


def _parts_numbers(text: str, colon: int, behind: int) -> bool:
    """Whether a colon stands between two numbers, as in "11 : 3"."""
    return text[behind : behind + 1].isdigit() and text[colon - 1] == " " and text[colon - 2 : colon - 1].isdigit()


def is_body(words: str) -> bool:
    """Whether the (folded) words but name a body."""
    body = matcher("organizations").first(words)
    return body is not None and (body.start, body.end) == (0, len(words))


def _is_told(context: Context, tally: LineTally, line: Line, start: int) -> bool:
    """Whether a legend or the sentence right before tells that bare numbers are votes."""
    abbreviated = _SHORT_NAME.fullmatch(context.text[line.start : start].strip())
    if abbreviated or tally.names or not _ALONE.fullmatch(context.folded[start : line.end].strip()):
        return False
    if legend(context):
        return True
    end = start
    if start == line.start or context.text[line.start : start].rstrip().endswith(":"):
        index = context.line_at(start)
        while index and _LABELLED_RATIO.fullmatch(context.folded, *context.lines[index - 1]):
            index -= 1
        end = context.lines[index - 1].end if index else 0
    before = " ".join(context.folded[max(0, end - _SENTENCE) : end].split())
    if before[-1:] not in (".", "!", ":") or (before[-1:] == ":" and start == line.start):
        return False
    sentence = before[:-1].rpartition(". ")[2]
    return matcher("outcomes").first(sentence) is not None


def tally_block(context: Context, index: int) -> tuple[int, int] | None:
    """The lines from ``index`` on that hold the counts of one vote but together: "+ 12⏎- 3⏎o 1"."""
    first = context.lines[index]
    if not 0 < first.end - first.start <= _LONGEST_PIECE or not opens_tally(context.folded[first.start : first.end]):
        return None
    end = None
    for line in context.lines[index + 1 : index + _MOST_PIECES]:
        if line.start == line.end or line.end - line.start > _LONGEST_PIECE or line.end - first.start > _LONGEST_BLOCK:
            break
        tally = line_tally(context.folded[first.start : line.end])
        end = line.end if tally and tally.labelled else end
    return (first.start, end) if end else None


def legend(context: Context) -> tuple[str, ...]:
    """The order of the sides that a line without numbers gives: "(Reihenfolge: dafür | dagegen | Enthaltung)"."""
    if context.legend is None:
        context.legend = ()
        for line in context.lines:
            words = context.folded[line.start : line.end]
            if len(words) <= _LONGEST_LEGEND and "enth" in words and not any(char.isdigit() for char in words):
                order = listed_order(words)
                if {*order} == {*SIDES}:
                    context.legend = order
                    break
    return context.legend


def row_tail(context: Context, index: int) -> int | None:
    """Where the result starts that ends a row of acts, with another row next to it: "3. Zuschuss - 7 Ja, 2 Nein"."""
    tail = _row_tail(context, index)
    if tail is None:
        return None
    return tail if any(_row_beside(context, index, step) for step in (-1, 1)) else None


def _row_beside(context: Context, index: int, step: int) -> bool:
    """Whether the nearest rows on one side, with no text between, end in a result too."""
    for at in range(index + step, index + (_REACH + 1) * step, step):
        line = context.lines[at] if 0 <= at < len(context.lines) else None
        if line is None or (line.end > line.start and not _ROW.match(context.folded, *line)):
            return False
        if _row_tail(context, at) is not None:
            return True
    return False


def _row_tail(context: Context, index: int) -> int | None:
    folded, line = context.folded, context.lines[index]
    row = _ROW.match(folded, *line) if line.end - line.start <= _LONGEST_ROW else None
    if row is None or name_pattern().match(folded, row.end()):
        return None
    for gap in _ROW_GAP.finditer(folded, row.end(), line.end):
        ratio = _BRACKETED.fullmatch(folded, gap.end(), line.end)
        if (ratio and (ratio["third"] or _PASSIVE.search(folded, row.end(), gap.end()))) or is_told(
            context, gap.end(), line.end
        ):
            return gap.end()
    return None


def is_told(context: Context, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is but a result: the counts of a vote, or an outcome that is none of a sentence."""
    words = _TO_BODY.sub("", context.folded[start:end])
    if tells_tally(words):
        return True
    entry = matcher("outcomes").fullmatch(words.strip(" .!"))
    if entry:
        return not entry.attributes.get("weak") and entry.value != "none"
    said = any(matcher(table).first(words) for table in ("unanimity", "outcomes"))
    return (said or says_vote(words, 0, len(words))) and covers_all(words, 0, len(words))


def closes_row(context: Context, line: Line, offset: int) -> bool:
    """Whether the bracket at ``offset`` ends a row with a ratio."""
    row = _ROW.match(context.folded, *line)
    return row is not None and _BRACKETED.fullmatch(context.folded, offset, line.end) is not None


def table_of_votes(context: Context, index: int) -> tuple[int, int] | None:
    """The lines from ``index`` on that are a table of sides over groups with their sum, or over other counts."""
    line = context.lines[index]
    if not header_sides(context.folded, *line):
        return None
    rows = [(row.start, row.end) for row in context.lines[index + 1 : index + _MOST_TABLE]]
    matrix = read_matrix(context.text, context.folded, (line.start, line.end), rows)
    counted = rows and context.text[rows[0][0] : rows[0][0] + 1].isdigit()
    counted = counted and has_other_columns(context.text, context.folded, *line)
    if matrix is None or not matrix.counts or not (matrix.groups or counted):
        return None
    context.matrices[line.start] = matrix
    return line.start, matrix.end
