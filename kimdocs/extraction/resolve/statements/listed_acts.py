"""Tables whose rows are acts, each with its result: "3 | Zuschuss Tafel | 9 | 0 | 0 | angenommen" → statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.layout.line_places import line_start
from kimdocs.extraction.recognise.act_tables.header import only_counts, read_header, sides_below, with_second_line
from kimdocs.extraction.recognise.act_tables.rows import ActRow, RowReader
from kimdocs.extraction.recognise.groups.names import is_known
from kimdocs.extraction.resolve.statements.result_cell import read_result_cell
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.extraction.resolve.statements.table import PREPARATORY
from kimdocs.lexicon import matcher
from kimdocs.model.decision import SIDES, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.act_tables.header import Header

_BORDERS = ("\t", "|", ";")
_ELSEWHERE = ("statement_of_facts", "financial_impact", "proposed_resolution", "climate", "impacts")
_MOVED = (Outcome.POSTPONED, Outcome.WITHDRAWN, Outcome.REFERRED)
_MOST_LINES = 1500
_WIDE = "    "
_FAR = 40


@dataclass(frozen=True, slots=True)
class ListedActs:
    """A table at ``text[start:end]`` and a statement for each of its rows that tells what became of the matter.

    ``stations`` where it is a Beratungsfolge, whose rows are the votes of the bodies that dealt with a paper.
    """

    start: int
    end: int
    statements: list[Statement]
    stations: bool = False


def listed_acts(context: Context) -> list[ListedActs]:
    """All such tables, in order."""
    found: list[ListedActs] = []
    done = -1
    heads = dict.fromkeys(_header_lines(context))
    read: dict[str, int] = {}
    for index in heads:
        line = context.lines[index]
        words = context.folded[line.start : line.end]
        if line.start <= done or read.get(words, 0) > index:
            continue
        if context.section_at(line_start(context.text, context.lines[index].start)).key in _ELSEWHERE:
            continue
        rows = _Rows(context, index, heads)
        table = _table(context, index, rows)
        read[words] = rows.reached
        if table:
            found.append(table)
            done = table.end
    return found


class _Rows:
    """The lines below a header up to the next one; the same header once more, as on a new page, is passed over."""

    def __init__(self, context: Context, head: int, heads: dict[int, None]) -> None:
        self._context, self._head, self._heads = context, head, heads
        self.reached = head

    def below(self, first: int) -> Iterator[tuple[int, int]]:
        """The lines from ``first`` on, each from its very start; ``reached`` is the last one that was asked for."""
        context = self._context
        header = context.lines[self._head]
        words = context.folded[header.start : header.end]
        for at in range(first, min(len(context.lines), first + _MOST_LINES)):
            start, end = line_start(context.text, context.lines[at].start), context.lines[at].end
            self.reached = at
            again = at in self._heads and context.folded[context.lines[at].start : end] == words
            if at in self._heads and not again and read_header(context.text, context.ticked, start, end):
                return
            if not again:
                yield start, end


def _header_lines(context: Context) -> Iterator[int]:
    """Lines where a name of a column stands behind a border: a tab, a bar or a wide gap."""
    text = context.text
    last = -1
    for offset in anchor_offsets(context.folded, "act_column"):
        before = text[offset - 1 : offset]
        bordered = before in _BORDERS or text[offset - 2 : offset] in ("  ", "| ", "\t ", "; ")
        if not bordered and (before not in ("\n", "") or text.find(_WIDE, offset, offset + _FAR) < 0):
            continue
        index = context.line_at(offset)
        if index != last:
            last = index
            yield index


def _table(context: Context, index: int, lines: _Rows) -> ListedActs | None:
    text, folded = context.text, context.ticked
    start = line_start(context.text, context.lines[index].start)
    first = index + 1
    following = (
        (line_start(context.text, context.lines[first].start), context.lines[first].end)
        if first < len(context.lines)
        else (0, 0)
    )
    below = sides_below(text, folded, *following)
    second = only_counts(text, folded, *following)
    header = read_header(text, folded, start, context.lines[index].end, below, counted=second is not None)
    if header is None:
        return None
    if second:
        header = with_second_line(header, second)
    first += bool(second or below)
    reader = RowReader(text, folded, header)
    rows = reader.read(lines.below(first))
    read = [one for row in rows for one in (_each(context, row) if row.several else [_statement(context, header, row)])]
    told = [statement for statement in read if statement and statement.says_something]
    bad = reader.bad + read.count(None)
    if header.holds("weighed"):
        told = [statement for statement in told if {"yes", "no"} <= statement.counts.keys()]
        reader.bad, bad = 0, 0 if len(told) > 1 else len(read)
    if not told or bad * 2 > len(told) or (bad and not header.holds("act", "item")) or _are_groups(header, rows):
        return None
    return ListedActs(start, max(row.end for row in rows), told, stations=header.holds("station", "stations"))


def _are_groups(header: Header, rows: list[ActRow]) -> bool:
    """Whether the rows are those who voted, not what was voted on."""
    if header.columns[0].role == "empty":
        return any(_is_group(row.name) or " " not in row.name for row in rows)
    return not header.holds("result") and all(_is_group(row.name) for row in rows)


def _is_group(name: str) -> bool:
    return is_known(name) and not name[-1:].isdigit()


def _statement(context: Context, header: Header, row: ActRow) -> Statement | None:
    """What the row tells, perhaps nothing; None where the cell of its result holds something else."""
    cells = list(row.said)
    if not cells and row.blank:
        cells = [cell for cell in row.others if _is_fate(context, cell.start, cell.end)]
    statement = Statement(
        Source.RESULT, row.start, row.end, listed=(header.holds("item") and row.number) or "-", rule="votes.listed"
    )
    spans = [(cell.start, cell.end) for cell in cells]
    counted = header.holds("item", "number") and any(row.counts.values()) and {"yes", "no"} <= row.counts.keys()
    if cells and not read_result_cell(context.ticked, statement, spans, header.sides) and not counted:
        return None
    if statement.outcome is Outcome.ADOPTED and header.holds("station", "stations") and PREPARATORY.search(row.name):
        statement.outcome = Outcome.RECOMMENDED
    told = {*row.counts.values()} - {0} or ("yes" not in row.counts and statement.unanimous is not None)
    if told and not _too_many(row.counts):
        statement.counts = {**row.counts, **statement.counts}
    return statement


def _each(context: Context, row: ActRow) -> list[Statement | None]:
    """The statements of a row that holds several votes: "Antrag: abgelehnt Vorschlag: angenommen | 3 8 | 5 0".

    None where its cells do not hold as many results as counts of each side.
    """
    counted = {len(numbers) for numbers in row.several.values()}
    said = [hit for cell in row.said for hit in matcher("outcomes").findall(context.ticked, cell.start, cell.end)]
    said = [hit for hit in said if not {"weak", "silent"} & hit.entry.attributes.keys()]
    if row.counts or counted != {len(said)} or not {"yes", "no"} <= row.several.keys():
        return [None]
    stops = [row.said[0].start, *(hit.end for hit in said)]
    return [
        Statement(
            Source.RESULT,
            start,
            hit.end,
            outcome=Outcome(hit.entry.value),
            outcome_span=(hit.start, hit.end),
            counts={side: numbers[index] for side, numbers in row.several.items()},
            listed="-",
            rule="votes.listed",
        )
        for index, (start, hit) in enumerate(zip(stops, said, strict=False))
    ]


def _too_many(counts: dict[str, int]) -> bool:
    """Whether more votes were counted than there were voters."""
    return "present" in counts and sum(counts.get(side, 0) for side in SIDES) > counts["present"]


def _is_fate(context: Context, start: int, end: int) -> bool:
    entry = matcher("outcomes").fullmatch(context.ticked[start:end])
    return entry is not None and entry.value in _MOVED
