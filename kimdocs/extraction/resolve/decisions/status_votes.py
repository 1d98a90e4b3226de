"""Which vote the status of an item sums up ("Beschluss: geändert beschlossen"): the last below it that agrees."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.resolve.decisions.kind_of_vote import is_aside
from kimdocs.extraction.resolve.decisions.overview import item_of
from kimdocs.extraction.resolve.decisions.same_vote import POSITIVE, agree, is_contrary
from kimdocs.extraction.resolve.statements.statement import Source
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES, DecisionType, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.decisions.restated import Act
    from kimdocs.extraction.resolve.statements.statement import Statement

Stated = tuple["Statement", "DecisionType | None"]

_BESIDE = 5
_FAR = 250
_MOST = 60
_ANSWERS = lazy(
    r"\b(?:damit|hiermit)\s+einverstanden\b|\b(?:folgt|folgte|entspricht)\s+(?:dem|diesem)\b|^(?:dem|diese[mr])\s+w"
)
_MEETING = lazy(r"[\n,–-][ ]*\d{1,2}\.\d{1,2}\.\d{4}[ ]*\n")
_WITHIN = 40
_MOVED = (Outcome.POSTPONED, Outcome.REFERRED)


class SummedVotes(NamedTuple):
    """The vote that each status of an item sums up, by where the status starts, and that by where the vote starts."""

    votes: dict[int, Statement]
    statuses: dict[int, int]


def status_votes(context: Context, found: Sequence[Stated]) -> SummedVotes:
    """For each status of an item, the last formal vote below that agrees with it."""
    votes: dict[int, Statement] = {}
    for index, (status, _) in enumerate(found):
        decided = status.outcome is not Outcome.NONE
        if status.source is not Source.STATUS or status.listed or status.quoted or not decided:
            continue
        item = item_of(context, status)
        below = _below(context, status, map(found.__getitem__, range(index + 1, len(found))), item)
        head = [status, *_head(status, below)]
        formal = [s for s, kind in below[len(head) - 1 :] if _is_formal(context, s, kind, item)]
        agreeing = [s for s in formal if all(agree(said, s) and not is_contrary(said, s) for said in head)]
        exact = [s for s in agreeing if any(_same_counts(said, s) for said in head)]
        if agreeing:
            votes[status.start] = _counted(exact or agreeing)
    return SummedVotes(votes, {vote.start: start for start, vote in votes.items()})


def joins_status(context: Context, acts: Sequence[Act], act: Act, statement: Statement, summed: SummedVotes) -> bool:
    """Whether a statement may say what the status of an act says: it is the vote summed up, or none is."""
    if statement.source is Source.STATUS and (
        (statement.has_counts and act is not acts[-1])
        or (not act.has_status and (_heads_page(context, statement) or _is_of_status_above(context, acts, act)))
    ):
        return False
    if _is_on_another_matter(context, act.statements[0], statement):
        return False
    vote = summed.votes.get(act.statements[0].start) if act.statements[0].source is Source.STATUS else None
    if (
        vote is None
        or _is_text(context, act, statement)
        or statement.source is Source.STATUS
        or statement.start >= vote.start
    ):
        return True
    return statement.start - act.statements[-1].end < _BESIDE


def _is_on_another_matter(context: Context, status: Statement, statement: Statement) -> bool:
    """Whether a sentence in a paragraph below a status that the matter was moved says that a vote carried something."""
    if status.source is not Source.STATUS or status.outcome not in _MOVED or statement.source is not Source.PROSE:
        return False
    if statement.outcome is not None or context.text.find("\n\n", status.end, statement.start) < 0:
        return False
    told = read_outcome(context.folded, statement.start, statement.end)
    return told is not None and told.outcome in POSITIVE


def _is_of_status_above(context: Context, acts: Sequence[Act], act: Act) -> bool:
    """Whether an act is the vote on what a status above it says became of the matter: the text between says so too."""
    place = next((index for index in range(len(acts) - 1, 0, -1) if acts[index] is act), 0)
    above = acts[place - 1] if place else act
    first, last = act.statements[0], above.statements[-1]
    if above.item != act.item or last.source is not Source.STATUS or last.outcome not in _MOVED:
        return False
    told = read_outcome(context.folded, last.end, first.start)
    return first.source is Source.RESULT and told is not None and told.outcome is last.outcome


def _is_text(context: Context, act: Act, statement: Statement) -> bool:
    """Whether a sentence without a vote may be the text that the status is of, and answers no motion before it."""
    bare = not statement.has_counts and statement.unanimous is None and statement.outcome is act.statements[0].outcome
    return bare and _ANSWERS.search(context.folded, statement.start, statement.end) is None


def _heads_page(context: Context, status: Statement) -> bool:
    """Whether a status stands above the line of its meeting, as that which opens the text does: pages put together."""
    first = next((section for section in context.sections[:2] if section.key == "status"), None)
    opens = first is not None and not context.text[: first.start].strip()
    if not opens or first is None:
        return False
    texts = all(_text_follows(context, at) for at in (first.start, status.start))
    return texts or all(_MEETING.search(context.folded, at, at + _FAR) for at in (0, status.start))


def _text_follows(context: Context, offset: int) -> bool:
    """Whether the section that follows that of ``offset`` is a text: "Beschluss: vertagt⏎Beschluss:⏎Die Vorlage …"."""
    end = context.section_at(offset).end
    return end < len(context.text) and context.section_at(end).key == "resolution"


def adds_to_status(acts: list[Act], statement: Statement, kind: DecisionType | None, summed: SummedVotes) -> bool:
    """Adds a vote to the act of the status that sums it up, beyond other acts; tells whether there is one.

    Where the status has no counts of its own, the act stands where its vote stands then.
    """
    start = summed.statuses.get(statement.start)
    near = range(len(acts) - 1, -1, -1) if start is not None else ()
    place = next((index for index in near if acts[index].statements[0].start == start), None)
    if place is None or place == len(acts) - 1:
        return False
    acts.append(status := acts.pop(place))
    status.statements.insert(len(status.statements) if any(s.has_counts for s in status.statements) else 0, statement)
    status.type = status.type or kind
    return True


def _below(context: Context, status: Statement, found: Iterable[Stated], item: int | None) -> list[Stated]:
    """The statements of the same item up to its next status."""
    below: list[Stated] = []
    before = status
    for statement, kind in islice(found, _MOST):
        beside = before.source is Source.STATUS and statement.start - before.end < _BESIDE
        if item_of(context, statement) != item or (statement.source is Source.STATUS and not beside):
            break
        below.append((statement, kind))
        before = statement
    return below


def _counted(votes: Sequence[Statement]) -> Statement:
    """The last vote, whose counts may stand above the words: "Ja: 9, Nein: 1⏎mehrheitlich mit Änderung empfohlen"."""
    last = votes[-1]
    above = votes[-2] if len(votes) > 1 and not last.has_counts else None
    return above if above is not None and above.has_counts and last.start - above.end < _WITHIN else last


def _head(status: Statement, below: Sequence[Stated]) -> list[Statement]:
    """The statements that stand right below a status, as the counts of its vote do."""
    head, end = [], status.end
    for statement, _ in below:
        if statement.start - end >= _BESIDE:
            break
        head.append(statement)
        end = statement.end
    return head


def _is_formal(context: Context, statement: Statement, kind: DecisionType | None, item: int | None) -> bool:
    """Whether a statement is a vote under a label or on lines of its own, on the text itself."""
    voted = statement.has_counts or statement.unanimous is not None
    formal = statement.source in (Source.RESULT, Source.LINE) and voted
    alone = statement.quoted or statement.listed or kind in (DecisionType.AMENDMENT, DecisionType.PROCEDURAL)
    return formal and not alone and not is_aside(context, statement, item)


def _same_counts(said: Statement, vote: Statement) -> bool:
    counts = {side: n for side, n in said.counts.items() if side in SIDES}
    return len(counts) > 1 and counts.items() <= vote.counts.items()
