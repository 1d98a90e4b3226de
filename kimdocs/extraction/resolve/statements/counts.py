"""The counts of a statement: those of a table of votes within it, whose header names no outcome, or told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.forms.split_header import split_header_counts
from kimdocs.extraction.recognise.groups.group import groups_behind_counts
from kimdocs.extraction.recognise.matrices.matrix import header_sides, read_matrix
from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.recognise.votes.ratio import told_sum
from kimdocs.extraction.recognise.votes.vote import read_tally
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line
    from kimdocs.extraction.recognise.votes.vote import Tally
    from kimdocs.extraction.resolve.statements.statement import Statement

_WITH_VOTES = lazy(r"mit\s\S+\sstimmen?(?!\s(?:mehrheit|vorsprung|unterschied))")
_OUTVOTED = lazy(
    r"\bmit\s+(?:\w{1,12}\s+(?:stimmen\b(?:[^.;:]|\.(?=\S)){0,90}?\b)?gegen\s+\w{1,12}\s+stimmen?\b"
    r"|\w{1,12}\s+zu\s+\w{1,12}\s+stimmen\b|\d{1,3}\s?:\s?\d{1,3}\b)"
    r"|\bmehrheit\s+von\s+\w{1,12}\s*(?:zu|gegen|:)\s*\w{1,12}\b"
)
_COLUMNS = lazy(r"(?:[^:\d]{3,40}:)?\s*(\d{1,3}(?:[ \t]{2,}\d{1,3})+)\s*")
_QUALIFIED = lazy(r"zweidrittel|drittelmehr|dreiviertel|qualifiziert|erforderlich|notwendig|verfehl|quorum|absolut")
_OPPOSED_WITH = lazy(r"\b(?:dagegen|gegenstimmen?|nein|gegen)\s?:\s[^():;\d]{2,50}\smit\s(?:den\s)?$")
_NAMED_WITHIN = 70
_TOO_FEW = ("outcomes.rejected_minority", "outcomes.rejected_firm", "majorities.none")


def read_table(context: Context, statement: Statement) -> bool:
    """Counts and groups of a table of votes within the statement; tells whether there is one."""
    if not _has_lines(context.text, statement.start, statement.end):
        return _below_header(context, statement)
    first, last = context.line_at(statement.start), context.line_at(max(statement.start, statement.end - 1))
    lines = context.lines[first : last + 1]
    split = split_header_counts(context.text, [line for line in lines if line.end > line.start])
    if split:
        statement.counts, statement.unclear = split, frozenset()
        return True
    for index, line in enumerate(lines[:-1]):
        if header_sides(context.folded, line.start, line.end):
            matrix = context.matrices.get(line.start)
            if matrix is None or matrix.end > statement.end:
                rows = [(row.start, row.end) for row in lines[index + 1 :]]
                matrix = read_matrix(context.text, context.folded, (line.start, line.end), rows)
            if matrix:
                statement.counts = dict(matrix.counts)
                statement.groups = {name: dict(sides) for name, sides in matrix.groups.items()}
                _without_header(context.ticked, statement, line, matrix.end)
            return True
    return False


def _below_header(context: Context, statement: Statement) -> bool:
    """Counts on one line behind a label, below a line that but names the sides: "  für  gegen⏎Abstimmung:  14  1"."""
    numbers = _COLUMNS.fullmatch(context.text, statement.start, statement.end)
    index = context.line_at(statement.start)
    if numbers is None or not index:
        return False
    start, end = context.lines[index - 1]
    sides = header_sides(context.folded, end - len(context.text[start:end].lstrip()), end)
    counts = numbers[1].split()
    if len(counts) != len(sides):
        return False
    statement.counts, statement.unclear = dict(zip(sides, map(int, counts), strict=True)), frozenset()
    return True


def read_counts(
    text: str, folded: str, span: tuple[int, int], statement: Statement, sides: tuple[str, ...], *, ratio: bool
) -> None:
    """Counts, and the groups in brackets behind them, of ``text[span]``; with ``ratio`` a bare one counts too."""
    sums = told_sum(folded, *span)
    tally = read_tally(folded, sums or span[0], span[1], ratio=ratio) if sums else None
    if tally is None or not {"yes", "no"} <= tally.counts.keys():
        tally = read_tally(folded, *span, ratio=ratio, order=sides)
    if tally:
        statement.counts = {side: n for side, n in tally.counts.items() if side != "votes"}
        statement.unclear = frozenset(tally.unclear)
        votes = _against_it(folded, tally, statement)
        elected = statement.outcome is Outcome.ELECTED and "abstain" in statement.counts
        known = statement.unanimous or elected or "no" in statement.counts or _carried_by(folded, tally, statement)
        if votes is not None and "yes" not in statement.counts and known:
            statement.counts["yes"] = votes
        if folded.find("und der stimme de", *span) >= 0 and statement.counts.pop("yes", 0):
            statement.unclear |= {"yes"}
        statement.groups |= groups_behind_counts(text, tally, span[1])
        turn(folded, span, statement)


def turn(folded: str, span: tuple[int, int], statement: Statement) -> None:
    """Puts right whose votes they are where more were cast "mit … Stimmen" than "gegen" them, and so it was lost."""
    counts = statement.counts
    lost = statement.outcome is Outcome.REJECTED and not statement.missed
    lost = lost and counts.get("yes", 0) > counts.get("no", 999) and _OUTVOTED.search(folded, *span) is not None
    if lost and not _QUALIFIED.search(folded, *span):
        statement.counts = {**counts, "yes": counts["no"], "no": counts["yes"]}


def turn_back(folded: str, span: tuple[int, int], statement: Statement) -> None:
    """Gives votes back to their sides that were turned for words of refusal which but told how a group voted."""
    counts = statement.counts
    turned = counts.get("no", 0) > counts.get("yes", 999) and _OUTVOTED.search(folded, *span) is not None
    if turned and not _QUALIFIED.search(folded, *span):
        statement.counts = {**counts, "yes": counts["no"], "no": counts["yes"]}


def _without_header(folded: str, statement: Statement, header: Line, end: int) -> None:
    """Takes back an outcome that but the header of a table names: "Zustimmung   Ablehnung"."""
    span = statement.outcome_span
    if span is None or not header.start <= span[0] < header.end:
        return
    statement.outcome, statement.outcome_span, statement.rule = None, None, "votes.counts"
    mention = read_outcome(folded, end, statement.end, status=True)
    if mention and not mention.silent:
        statement.take(mention)


def _has_lines(text: str, start: int, end: int) -> bool:
    return text.find("\n", start, end) >= 0 or text.find("\f", start, end) >= 0


def _against_it(folded: str, tally: Tally, statement: Statement) -> int | None:
    """The votes told without a side, but those of somebody named against it: "(dagegen: Verein N. mit 3 Stimmen)"."""
    votes, place = tally.counts.get("votes"), tally.places.get("votes")
    if place and not votes and not folded[place[0]].isdigit():
        return None
    opposed = place and _OPPOSED_WITH.search(folded, max(0, place[0] - _NAMED_WITHIN), place[0])
    if votes is not None and opposed:
        statement.counts.setdefault("no", votes)
        return None
    return votes


def _carried_by(folded: str, tally: Tally, statement: Statement) -> bool:
    """Whether the votes told are those that carried the text, or that were too few: "mit 19 Stimmen beschlossen"."""
    place = tally.places.get("votes")
    if place and (statement.outcome in (Outcome.ADOPTED, Outcome.RECOMMENDED) or statement.rule in _TOO_FEW):
        return bool((told := _WITH_VOTES.match(folded, max(0, place[0] - 4))) and told.end() == place[1])
    return False
