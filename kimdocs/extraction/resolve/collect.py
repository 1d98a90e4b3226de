"""Every statement of a result in a document: in status fields, under labels, on lines of their own, in sentences."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import behind_white_space
from kimdocs.extraction.recognise.groups.ledger_lines import ledgers
from kimdocs.extraction.recognise.groups.roll_call import stated_sums
from kimdocs.extraction.recognise.matrices.flat import flat_matrices
from kimdocs.extraction.recognise.matrices.plain import plain_matrices
from kimdocs.extraction.recognise.matrices.rows import row_matrices
from kimdocs.extraction.resolve.acts.statements import is_told_elsewhere, take_act, take_votes
from kimdocs.extraction.resolve.sentences.prose import prose_statements
from kimdocs.extraction.resolve.sentences.ratio_lists import ratio_lists
from kimdocs.extraction.resolve.statements.abbreviated import abbreviated_results, abbreviations
from kimdocs.extraction.resolve.statements.asked import asked_votes
from kimdocs.extraction.resolve.statements.bracketed import bracketed_votes
from kimdocs.extraction.resolve.statements.claims import is_claimed, without_inner
from kimdocs.extraction.resolve.statements.fate import take_motion
from kimdocs.extraction.resolve.statements.filled_rows import filled_rows
from kimdocs.extraction.resolve.statements.joint import joint_votes
from kimdocs.extraction.resolve.statements.joint_shapes import joint_shapes
from kimdocs.extraction.resolve.statements.labels import is_earlier, label_type, manner_before
from kimdocs.extraction.resolve.statements.leading import leading_results
from kimdocs.extraction.resolve.statements.lines import line_statements
from kimdocs.extraction.resolve.statements.listed_acts import listed_acts
from kimdocs.extraction.resolve.statements.margin import margin_votes
from kimdocs.extraction.resolve.statements.not_votes import is_other_count
from kimdocs.extraction.resolve.statements.parts import by_bodies, by_motions, by_sentences, read_part, read_parts
from kimdocs.extraction.resolve.statements.results_by_item import results_by_item, results_by_part
from kimdocs.extraction.resolve.statements.side_lines import concludes_sides, side_lines, sided
from kimdocs.extraction.resolve.statements.sides import take_sides
from kimdocs.extraction.resolve.statements.spoken import spoken_acts
from kimdocs.extraction.resolve.statements.spread_table import spread_tables
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_ballot, read_statement
from kimdocs.extraction.result_lines.end import result_end
from kimdocs.extraction.result_lines.legends import explains, is_legend, legend
from kimdocs.extraction.result_lines.polls import is_in_poll
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.extraction.context import Context, Section
    from kimdocs.extraction.recognise.groups.group import Groups
    from kimdocs.extraction.resolve.statements.listed_acts import ListedActs
    from kimdocs.extraction.resolve.statements.margin import MarginVote
    from kimdocs.lexicon import Match

    Typed = tuple[Statement, DecisionType | None]

_RESULTS = ("status", "result")
_DIGIT = lazy(r"\d")
_MARK = lazy(r"[:)]")


def find_statements(context: Context, *, formal_only: bool = False, by_verbs: bool = False) -> list[Typed]:
    """Statements in the order of the text, each with the type of decision where its label names one.

    With ``formal_only`` just those of status fields and labels: what a submission says in its prose decides nothing.
    With ``by_verbs`` sentences of minutes are read by their grammar as well.
    """
    found, claimed = _formal(context, formal_only=formal_only)
    claimed += _of_legend(context, claimed)
    if formal_only:
        return sorted(found, key=lambda pair: pair[0].start)
    for statement in _of_lines(context, claimed):
        claimed.append((statement.start, statement.end))
        found.append((statement, None))
    voted = sided(found)
    for statement in line_statements(context, claimed):
        if is_told_elsewhere(context, statement):
            continue
        claimed.append((statement.start, statement.end))
        if not concludes_sides(voted, statement) and not is_other_count(context, statement):
            take_act(context, statement)
            take_votes(context, statement)
            found.append((statement, None))
    for statement, _ in found:
        take_sides(context, statement)
    found += [(statement, statement.kind) for statement in _in_prose(context, claimed, found, by_verbs=by_verbs)]
    return without_inner(sorted(found, key=lambda pair: pair[0].start))


def _of_legend(context: Context, claimed: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The line that but explains what numbers count, outside of what is claimed."""
    if not legend(context) or context.legend_line is None:
        return []
    start, end = context.lines[context.legend_line]
    inside = any(low <= start < high for low, high in claimed)
    return [] if inside or not explains(context.folded[start:end]) else [(start, end)]


def _formal(context: Context, *, formal_only: bool) -> tuple[list[Typed], list[tuple[int, int]]]:
    """The statements of tables, margins, status fields and labels, and the places that these claim."""
    tables = _tables(context, formal_only=formal_only)
    found: list[Typed] = [(table, table.kind) for table in tables if table.says_something]
    claimed = [(table.start, table.end) for table in tables]
    known = abbreviations(context)
    short = abbreviated_results(context, known) if known.meanings else []
    claimed += [*known.lines, *((row.start, row.end) for row in short)]
    found += [(row, None) for row in short]
    lists = [table for table in listed_acts(context) if not is_in_poll(context, table.start)]
    further = _apart([*results_by_item(context), *results_by_part(context)], lists)
    lists = sorted([*lists, *further], key=lambda table: table.start)
    beside = [] if formal_only else _without_listed(margin_votes(context), [*tables, *lists])
    claimed += [(vote.start, vote.end) for vote in beside]
    found += [(vote.statement, vote.statement.kind) for vote in beside]
    lists = _without_margin(lists, beside)
    lists = [table for table in lists if (_is_counted(table) if formal_only else not table.stations)]
    claimed += [(table.start, table.end) for table in lists]
    taken = {row.start for row in short}
    found += [(row, row.kind) for table in lists for row in table.statements if row.start not in taken]
    tabled = sorted(start for start, _ in claimed)
    for section in context.sections:
        if section.key in _RESULTS and not (_within(lists, section.start) or _within(tables, section.start)):
            if is_legend(context, context.line_at(section.start)):
                continue
            end = result_end(context, section)
            end = min([end, *tabled[bisect_right(tabled, section.start) :][:1]])
            end = max([end, *(high for low, high in context.forms if section.start <= low < end)])
            claimed.append((section.start, end))
            found += _labelled(context, section, end)
    return found, claimed


def _apart(tables: list[ListedActs], others: list[ListedActs]) -> list[ListedActs]:
    """The tables but those that share text with others."""
    return [one for one in tables if not any(one.start < other.end and other.start < one.end for other in others)]


def _is_counted(table: ListedActs) -> bool:
    """Whether the rows have counts: all of them, or some of a Beratungsfolge, whose bodies may have put it off."""
    counted = ({"yes", "no"} <= row.counts.keys() for row in table.statements)
    return any(counted) if table.stations else all(counted)


def _in_prose(
    context: Context, claimed: list[tuple[int, int]], found: list[Typed], *, by_verbs: bool
) -> list[Statement]:
    """The statements of sentences, each with the groups that the lines right below it name."""
    asked = {statement.start for statement, _ in found if statement.asked}
    told = prose_statements(context, claimed, asked, by_verbs=by_verbs)
    for statement in told:
        take_sides(context, statement)
    return told


def _of_lines(context: Context, claimed: list[tuple[int, int]]) -> Iterator[Statement]:
    """Votes asked for one by one, listed side by side, told by several ratios on a line or by brackets in a text."""
    ratios = _open(chain(ratio_lists(context, claimed), bracketed_votes(context)), claimed)
    spoken = asked_votes(context), spoken_acts(context), _open(leading_results(context), claimed)
    return chain(_of_forms(context, claimed), *spoken, side_lines(context, claimed), ratios)


def _of_forms(context: Context, claimed: list[tuple[int, int]]) -> Iterator[Statement]:
    """What is crossed in forms that stand outside of what is claimed."""
    for start, end in context.forms:
        if not is_claimed(sorted(claimed), start, end):
            statement = read_statement(context, start, end, Source.RESULT)
            statement.ticked = True
            yield statement


def _open(statements: Iterator[Statement], claimed: list[tuple[int, int]]) -> Iterator[Statement]:
    """Those outside what is claimed."""
    taken = sorted(claimed)
    return (one for one in statements if not is_claimed(taken, one.start, one.end))


def _tables(context: Context, *, formal_only: bool) -> list[Statement]:
    """Tables whose columns are groups, bodies that sit together, or the spread and the counts; in order."""
    matrices = chain(plain_matrices(context.text, context.folded), flat_matrices(context.text, context.folded))
    found = [
        *filled_rows(context),
        *(_of_counts(*table) for table in matrices),
        *(
            _of_counts(*table, Source.LINE)
            for table in ledgers(context.text, context.folded)
            if _is_alone(context, *table[:2])
        ),
    ]
    grouped = sorted(found, key=lambda table: table.start)
    rows = row_matrices(context.text, context.ticked)
    further = [_of_counts(row.start, row.end, row.counts, row.groups) for row in rows]
    further = [table for table in further if not _within(grouped, table.start) and not _within(grouped, table.end - 1)]
    grouped = sorted(grouped + further, key=lambda table: table.start)
    if formal_only:
        return grouped
    others = [*joint_votes(context), *joint_shapes(context), *spread_tables(context)]
    others = [table for table in others if not _within(grouped, table.start) and not _within(grouped, table.end - 1)]
    return sorted(grouped + others, key=lambda table: table.start)


def _is_alone(context: Context, start: int, end: int) -> bool:
    """Whether no label that a ledger tells the counts of stands right below it, and above it none with an outcome."""
    following = context.lines[min(context.line_at(end - 1) + 1, len(context.lines) - 1)]
    below = context.heading_starts.get(following.start)
    section = context.section_at(start)
    label = context.heading_starts.get(section.start)
    bare = label is not None and not context.text[label.end : start].strip(" :\n")
    counted = _DIGIT.search(context.text, *following) is not None or context.text[start:end].count(":") > 1
    return (below is None or below.key not in _RESULTS or not counted) and (
        section.key not in _RESULTS or bare or start == section.start
    )


def _of_counts(
    start: int, end: int, counts: dict[str, int], groups: Groups, source: Source = Source.RESULT
) -> Statement:
    return Statement(source if counts else Source.RESULT, start, end, counts=counts, groups=groups)


def _without_listed(beside: list[MarginVote], lists: Sequence[ListedActs | Statement]) -> list[MarginVote]:
    """Votes in columns but those that a table of acts or of groups has read as its own, and none within a matrix."""
    spans = [(table.start, table.end) for table in lists]
    matrices = sorted((table.start, table.end) for table in lists if isinstance(table, Statement) and table.groups)
    return [
        vote
        for vote in beside
        if not (vote.column and any(a <= vote.start < b for a, b in spans))
        and not is_claimed(matrices, vote.start, vote.end)
    ]


def _without_margin(lists: list[ListedActs], beside: list[MarginVote]) -> list[ListedActs]:
    """Tables of acts but those whose results are votes in the margin, beside more text than a row has."""
    return [
        table for table in lists if not any(table.start <= vote.start < table.end for vote in beside if not vote.column)
    ]


def _within(lists: Sequence[ListedActs | Statement], offset: int) -> bool:
    """Whether one of the tables, which are in order, covers the offset."""
    index = bisect_right(lists, offset, key=lambda table: table.start) - 1
    return index >= 0 and offset < lists[index].end


def _labelled(context: Context, section: Section, end: int) -> list[Typed]:
    source = Source.STATUS if section.key == "status" else Source.RESULT
    heading = context.heading_starts.get(section.start)
    label_end = heading.end if heading else section.start
    parts = _parts(context, label_end, end)
    whole = label_type(context, section.start, label_end)
    statements = []
    for index, (start, stop, kind) in enumerate(parts):
        read = (
            read_parts(context, start, stop, source)
            or by_motions(context, start, stop)
            or by_bodies(context, start, stop)
            or by_sentences(context, start, stop)
        )
        read = read or [read_part(context, start, stop, source)]
        if index == 0:
            read[0].start = section.start
            read_ballot(context, read[0], manner_before(context, section) or section.start)
        for statement in read:
            if not statement.says_something and (sums := stated_sums(context.folded, start, stop)):
                statement.counts, statement.roll_call = dict(sums[0]), True
            if statement.says_something and not is_other_count(context, statement):
                statement.quoted = is_earlier(context, section)
                take_motion(context, statement, section.start, label_end)
                statements.append((statement, statement.kind or kind or whole))
    return statements


def _parts(context: Context, start: int, end: int) -> list[tuple[int, int, DecisionType | None]]:
    """The parts of a result: one for each line that says what it is about ("Ziffer 3: …"), else the whole."""
    cuts: list[tuple[int, DecisionType | None]] = []
    for index in range(context.line_at(start), len(context.lines)):
        line = context.lines[index]
        if line.start >= end:
            break
        begin = line.start
        if begin < start:
            begin = behind_white_space(context.text, start, line.end)
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
