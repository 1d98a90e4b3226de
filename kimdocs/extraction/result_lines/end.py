"""Where a result ends: its own lines, a table of groups, what a line break or the end of a page tore off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.context import Context, Line
from kimdocs.extraction.recognise.matrices.matrix import header_sides, read_matrix
from kimdocs.extraction.result_lines.quiet_lines import is_quiet
from kimdocs.extraction.result_lines.results import is_count_line, is_ratio, is_result_line, says_vote
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Section

_MATRIX_NEAR = 4
_PAPER = lazy(r"(?:Vorlage|Drucksache)[\w.-]*(?:\s[Nn]r\.?)?:\s*\S*\d")
_NEXT_IN_MARGIN = lazy(r"[Nn]r\.? ?\d{1,4}(?:[./-]\d{1,4})?\.?(?: {3,}|\t)\s*(?=[A-ZÄÖÜ])")
_NUMBERED = lazy(r"\d{1,2}(?:\.\d{1,2})*\.?[ \t]+[A-ZÄÖÜ][a-zäöü]")
_AUXILIARY = lazy(r"\b(?:wird|werden|wurde|wurden|ist|sind)$|,$")
_SIDE_NAMED = lazy(r"(?:dafür|dagegen|enth\w*\.?|(?:ja|nein)(?:-?stimmen)?)\s*:?\s+\d{1,3}\s+\([^()\n]{2,120}\)")
_TORN_COUNT = lazy(r"(?:Ja|Nein|[a-zäöü]{4,})[,;]\s\d{1,3}$|\([^()]*$|[-,/]$")


def result_end(context: Context, section: Section) -> int:
    """Where the statement under a result's label ends: its own line, the paragraph behind it, and cells of counts."""
    known = context.result_ends.get(section.start)
    if known is None or known > section.end:
        known = context.result_ends[section.start] = _result_end(context, section)
    return known


def _result_end(context: Context, section: Section) -> int:
    lines = context.lines
    first = context.line_at(section.start)
    heading = context.heading_starts.get(section.start)
    label_end = heading.end if heading else section.start
    end = lines[first].end
    said = bool(context.text[label_end:end].strip(" .:-"))
    blank = 0
    for index in range(first + 1, len(lines)):
        line = lines[index]
        if line.start >= section.end:
            break
        if line.start == line.end:
            blank += 1
            continue
        quiet = is_quiet(context.folded[line.start : line.end])
        countlike = not quiet and _counts(context, line)
        resultlike = countlike or (not quiet and is_result_line(context, line))
        goes_on = not said or (blank == 0 and resultlike) or countlike
        if not goes_on and section.key != "status":
            goes_on = _wraps(context, index, label_end) if blank == 0 else _is_torn(context, end, line.start)
        if (
            not goes_on
            or (not said and not resultlike and blank > 1)
            or matcher("speakers").match(context.folded, line.start, line.end)
        ):
            break
        said, end, blank = True, line.end, 0
    return _matrix_end(context, first, section.end, end)


def _counts(context: Context, line: Line) -> bool:
    """Whether a line is the count of a side, also with the groups that took it: "dagegen:  1   (Freie Wähler)"."""
    return is_count_line(context, line) or _SIDE_NAMED.fullmatch(context.folded, *line) is not None


def _matrix_end(context: Context, first: int, limit: int, end: int) -> int:
    """The end moved behind a table of votes that starts in the statement or right behind it."""
    lines = context.lines
    last = context.line_at(max(0, end - 1))
    for index in range(first, min(last + _MATRIX_NEAR, len(lines))):
        line = lines[index]
        if line.start >= limit:
            break
        known = context.matrices.get(line.start)
        if known and known.end <= limit:
            return max(end, known.end)
        if header_sides(context.folded, line.start, line.end):
            rows = [(row.start, row.end) for row in lines[index + 1 : index + 41] if row.start < limit]
            matrix = read_matrix(context.text, context.folded, (line.start, line.end), rows)
            if matrix is None:
                return end
            context.matrices[line.start] = matrix
            return max(end, matrix.end)
    return end


def _wraps(context: Context, index: int, label_end: int) -> bool:
    """Whether a line goes on with the sentence before it, or is a further part of the same result ("Ziffer 3: …")."""
    before, line = context.lines[index - 1], context.lines[index]
    if context.text.find("\n", before.end, line.start) < 0:
        return False
    if _PAPER.match(context.text, line.start, line.end) or _NEXT_IN_MARGIN.match(context.text, line.start, line.end):
        return False
    opens = context.text[line.start].isupper() or context.text.startswith(")", line.start + 1)
    opens = opens or _NUMBERED.match(context.text, line.start) is not None
    goes_on = context.text[before.end - 1] not in ".:"
    if goes_on and opens and _is_counted(context, before, label_end):
        goes_on = says_vote(context.folded, line.start, line.end)
    return goes_on or matcher("result_parts").match(context.folded, line.start, line.end) is not None


def _is_counted(context: Context, line: Line, label_end: int) -> bool:
    """Whether a line, or what stands on it behind the label of a result, is a whole statement of a result."""
    told = max(line.start, label_end)
    told += len(context.text[told : line.end]) - len(context.text[told : line.end].lstrip(" :.-\t"))
    value = Line(told, line.end)
    return is_count_line(context, line) or (
        _TORN_COUNT.search(context.text, told, line.end) is None
        and (is_count_line(context, value) or is_result_line(context, value) or is_ratio(context, value))
    )


def _is_torn(context: Context, end: int, start: int) -> bool:
    """Whether a blank line tears a sentence: an auxiliary or a comma ends the line before, small letters go on."""
    return context.text[start].islower() and _AUXILIARY.search(context.folded, max(0, end - 12), end) is not None
