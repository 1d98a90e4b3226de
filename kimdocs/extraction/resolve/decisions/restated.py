"""Which act a statement states again: the same result told in another way, of the same agenda item."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from kimdocs.extraction.resolve.decisions.same_vote import (
    ADJACENT,
    BESIDE,
    FATES,
    POSITIVE,
    agree,
    is_contrary,
    outcome_class,
)
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.model.decision import SIDES, DecisionType, Outcome

_MOVED = (Outcome.POSTPONED, Outcome.REFERRED)
_NEXT_LINE = 16
_SOON = 250
_APART = 30
_REACH = 20
_DRAWN = "act_verbs.lot_falls"
_NO_MAJORITY = "majorities.none"
_TACIT = "outcomes.adopted_tacit"
_UNOPPOSED = "outcomes.adopted_without_objection", "act_verbs.is_deemed"


@dataclass(slots=True)
class Act:
    """One decision on the way: its statements, and the agenda item they stand in."""

    item: int | None
    statements: list[Statement] = field(default_factory=list)
    type: DecisionType | None = None

    @property
    def has_status(self) -> bool:
        """Whether a status field at the head of the item states it."""
        return any(s.source is Source.STATUS for s in self.statements)

    @property
    def aside(self) -> bool:
        """Whether it is a vote on the way to that of its item."""
        return any(s.aside for s in self.statements)


def partner_of(acts: list[Act], statement: Statement, kind: DecisionType | None, item: int | None) -> Act | None:
    """The act that a statement states again: of the same item, made in another way, agreeing in all that both say.

    A labelled result may also give the vote on the item's status beyond other acts that stand between.
    """
    for act in islice(reversed(acts), _REACH):
        if act.item != item:
            return None
        if _states_again(act, statement, kind):
            return act
        if not (act.has_status or statement.source is Source.STATUS or (act.aside and not statement.aside)):
            return _status_beyond(acts, statement, kind, item)
    return None


def _status_beyond(acts: list[Act], statement: Statement, kind: DecisionType | None, item: int | None) -> Act | None:
    """The status of the item, beyond other acts, that a statement votes on: under a label, or with its very counts.

    So does one that puts the matter off or refers it, as the status says. It is the latest of the acts then.
    """
    counted = _votes(statement).items()
    moved = statement.outcome in (*_MOVED, Outcome.WITHDRAWN) and not statement.aside
    told = moved or (statement.outcome in POSITIVE and statement.unanimous is not None)
    if statement.source is not Source.RESULT and len(counted) < 2 and not told:
        return None
    status = next((act for act in reversed(acts[-_REACH:]) if act.has_status or act.item != item), None)
    if status is None or status.item != item or not _states_again(status, statement, kind):
        return None
    same_fate = moved and all(s.outcome is statement.outcome for s in status.statements)
    after = acts[acts.index(status) + 1 :]
    same_fate = same_fate or _carries(status, statement, after)
    same_counts = counted and any(counted <= _votes(s).items() for s in status.statements)
    if statement.source is not Source.RESULT and not same_fate and not same_counts:
        return None
    acts.append(acts.pop(acts.index(status)))
    return status


def _carries(status: Act, statement: Statement, after: list[Act]) -> bool:
    """Whether a sentence is the vote that carried what a status says was adopted, behind motions that all were lost."""
    lost = all(act.aside or all(s.quoted or s.outcome is Outcome.REJECTED for s in act.statements) for act in after)
    bare = all(s.outcome in POSITIVE and s.unanimous is None and not s.has_counts for s in status.statements)
    voted = statement.outcome in POSITIVE and statement.unanimous is not None and not statement.aside
    return statement.source is Source.PROSE and bool(after) and lost and bare and voted


def resettled(acts: list[Act]) -> list[Act]:
    """The acts, in any order; a status whose counts contradict it takes those of a later vote that carried instead.

    What was rejected then is an act of its own: "Beschluss: beschlossen", a motion lost with 4 : 9, the vote itself.
    """
    found: list[Act] = []
    lost: Act | None = None
    for act in acts:
        if act.has_status or (lost and act.item != lost.item):
            lost = act if act.has_status and _is_lost(act) else None
        elif lost and not act.aside and act.type is None and _is_carried(act):
            stated = [s for s in lost.statements if s.source is Source.STATUS]
            found.append(Act(lost.item, [s for s in lost.statements if s.source is not Source.STATUS], lost.type))
            lost.statements, lost.type = [*stated, *act.statements], None
            lost = None
            continue
        found.append(act)
    return found


def _is_lost(act: Act) -> bool:
    """Whether a status says that something was adopted, and the one vote given for it that it was not."""
    said = [s for s in act.statements if s.source is Source.STATUS]
    voted = [s for s in act.statements if s.source is not Source.STATUS and s.has_counts]
    positive = all(s.outcome in POSITIVE and not s.has_counts for s in said)
    return positive and len(voted) == 1 and voted[0].counts.get("no", 0) > voted[0].counts.get("yes", 999)


def _is_carried(act: Act) -> bool:
    first = act.statements[0]
    return first.outcome in (None, *POSITIVE) and first.counts.get("yes", 0) > first.counts.get("no", 0)


def _states_again(act: Act, statement: Statement, kind: DecisionType | None) -> bool:
    first = act.statements[0]
    kinds_differ = kind and kind is not act.type and (act.type or _is_part_alone(act, kind) or _is_changed(act, kind))
    alone = statement.quoted or first.quoted or statement.listed or first.listed
    other_matter = _ends_matter(act, statement) or _contradicts(act.statements[-1], statement)
    if alone or (statement.aside and not act.aside) or kinds_differ or other_matter:
        return False
    last = act.statements[-1]
    drawn = last.rule == _DRAWN and statement.outcome is last.outcome and 0 <= statement.start - last.end < ADJACENT
    if (
        drawn
        or _is_form_of_one(last, statement)
        or _concludes_groups(last, statement)
        or (act.has_status and statement.weak and not statement.has_counts)
    ):
        return True
    follows = last.outcome is statement.outcome and 0 <= statement.start - last.end < ADJACENT
    if statement.concludes and (last.source is not Source.PROSE or last.concludes or last.has_counts or follows):
        elected = last.outcome is statement.outcome is Outcome.ELECTED
        beside = last.has_counts and 0 <= statement.start - last.end < ADJACENT
        return last.outcome is not Outcome.NOTED and (not elected or beside)
    goes_on = _next_sentence(act, statement)
    if goes_on is not None:
        return goes_on
    same_way = any(
        s.source is statement.source and not (_counts_form(s, statement) or _is_form_below(s, statement))
        for s in act.statements
    )
    counted = _votes(statement).items()
    exact = len(statement.counts) > 1 or (statement.counts and statement.unanimous is not None)
    same_counts = exact and any(counted <= _votes(s).items() for s in act.statements)
    if (
        act.has_status
        and not _votes_again(act, statement)
        and (same_counts or any(_differ_once(s, statement) for s in act.statements))
    ):
        return True
    return not same_way and all(agree(s, statement) for s in act.statements)


def _counts_form(form: Statement, votes: Statement) -> bool:
    """Whether bare counts stand below a line of a form on which a result is ticked."""
    bare = votes.has_counts and votes.outcome is None and votes.unanimous is None
    plain = form.source is Source.LINE and form.unanimous is None
    reach = ADJACENT if form.source is Source.RESULT else _NEXT_LINE if plain else 0
    beside = form.source is votes.source and 0 <= votes.start - form.end < reach
    told = form.outcome is not None or form.unanimous is not None
    return (form.ticked or (beside and told)) and not form.has_counts and bare


def _is_form_below(votes: Statement, form: Statement) -> bool:
    """Whether the line of a form on which a result is ticked stands below bare counts."""
    return form.ticked and _counts_form(form, votes) and 0 <= form.start - votes.end < _SOON


def _is_form_of_one(last: Statement, form: Statement) -> bool:
    """Whether two lines of a form stand below each other: how the vote was spread, and what came of it."""
    ticked = last.ticked and form.ticked and last.source is form.source is Source.RESULT
    said = last.outcome is None and last.unanimous is not None and form.outcome is not None and not form.has_counts
    return ticked and said and form.unanimous is None and 0 <= form.start - last.end < _NEXT_LINE


def _is_part_alone(act: Act, kind: DecisionType) -> bool:
    """Whether a statement is on one part, and the act but a sentence without a vote on the whole."""
    last = act.statements[-1]
    voted = last.has_counts or last.unanimous is not None
    return kind is DecisionType.PART and last.source is Source.PROSE and not voted


def _is_changed(act: Act, kind: DecisionType) -> bool:
    """Whether a statement is on a change to the text, and the act the status of the text as changed."""
    return kind is DecisionType.AMENDMENT and act.has_status and any(s.amended for s in act.statements)


def _concludes_groups(votes: Statement, statement: Statement) -> bool:
    """Whether a labelled outcome right behind the votes of groups says what came of them: "Ergebnis: angenommen"."""
    listed = votes.source is statement.source is Source.RESULT and bool(votes.groups) and votes.outcome is None
    same = not statement.groups or statement.groups.keys() == votes.groups.keys()
    bare = statement.outcome is not None and statement.counts.items() <= votes.counts.items()
    return listed and bare and same and 0 <= statement.start - votes.end < ADJACENT


def _ends_matter(act: Act, statement: Statement) -> bool:
    """Whether a sentence tells the fate of another matter than a vote before it: it was put off, noted or withdrawn."""
    if Outcome.WITHDRAWN in (statement.outcome, act.statements[-1].outcome):
        voted = any(s.has_counts or s.unanimous is not None for s in (*act.statements, statement))
        return voted and statement.outcome is not act.statements[-1].outcome
    voted = statement.has_counts or statement.unanimous is not None or statement.concludes
    if statement.source is not Source.PROSE or voted or statement.outcome not in FATES:
        return False
    return any(s.has_counts and s.source is not Source.STATUS for s in act.statements) and not any(
        s.outcome is statement.outcome for s in act.statements
    )


def _contradicts(last: Statement, statement: Statement) -> bool:
    """Whether two conclusions in a row say the contrary, or a conclusion that of a sentence and of its counts."""
    apart = statement.start - last.end > BESIDE
    if apart and (is_contrary(statement, last) or (last.source is Source.PROSE and is_contrary(last, statement))):
        return True
    said = last.outcome, statement.outcome
    if said == (Outcome.RECOMMENDED, Outcome.ADOPTED) and last.source is Source.PROSE and last.has_counts:
        return statement.has_counts and statement.counts != last.counts
    if said[0] is Outcome.REJECTED and statement.concludes and said[1] in POSITIVE and last.has_counts:
        return True
    lost = said[0] is Outcome.REJECTED and last.counts.get("no", 0) > last.counts.get("yes", 0)
    if lost and last.source is Source.PROSE and statement.concludes and said[1] in POSITIVE:
        return True
    if _misses_itself(last, statement):
        return True
    return last.concludes and statement.concludes and (Outcome.REJECTED in said) and said[0] is not said[1]


def _misses_itself(last: Statement, statement: Statement) -> bool:
    """Whether a sentence says that another matter found no majority, behind one on what was carried by votes."""
    counts = last.counts
    carried = last.outcome in POSITIVE and not last.weak and counts.get("yes", 0) > counts.get("no", 999)
    return carried and last.source is Source.PROSE and statement.missed and statement.rule == _NO_MAJORITY


def _votes_again(act: Act, statement: Statement) -> bool:
    """Whether a result with counts follows another such result of the act behind further text: a vote of its own."""
    last = act.statements[-1]
    twice = last.source is statement.source is Source.LINE and last.has_counts and statement.has_counts
    return twice and statement.start - last.end > _APART


def _next_sentence(act: Act, statement: Statement) -> bool | None:
    """Whether a sentence right behind another gives the counts of its outcome, or the outcome of its counts."""
    last = act.statements[-1]
    if statement.source is not Source.PROSE or last.source is not Source.PROSE:
        return None
    adjacent = 0 <= statement.start - last.end < (_SOON if _is_even(last) else ADJACENT)
    other = adjacent and last.outcome is None and is_contrary(statement, last) and not statement.concludes
    if other or (statement.outcome is None and statement.unanimous is None):
        uncounted = not any(s.has_counts for s in act.statements)
        return uncounted and adjacent and last.outcome in POSITIVE
    tacit = last.rule == _TACIT or (last.rule, statement.rule) == _UNOPPOSED
    if adjacent and tacit and statement.outcome is Outcome.ADOPTED and statement.unanimous is None:
        return not statement.has_counts
    if statement.outcome is None and not last.has_counts and last.unanimous is None and adjacent:
        return last.outcome in POSITIVE
    if last.has_counts and (last.outcome is None or last.weak) and adjacent:
        return statement.outcome is not None and statement.unanimous is None and not statement.has_counts
    return None


def _is_even(votes: Statement) -> bool:
    """Whether as many voted for it as against it: what became of it a casting vote or a rule decides."""
    yes = votes.counts.get("yes")
    return votes.outcome is None and yes is not None and yes == votes.counts.get("no")


def _differ_once(one: Statement, other: Statement) -> bool:
    """Whether two statements give the same vote but for one count, which one of them must have wrong."""
    ours, theirs = _votes(one), _votes(other)
    both = ours.keys() & theirs.keys()
    if one.outcome and other.outcome and outcome_class(one.outcome) != outcome_class(other.outcome):
        return False
    return len(both) > 1 and sum(ours[side] != theirs[side] for side in both) == 1


def _votes(statement: Statement) -> dict[str, int]:
    return {side: n for side, n in statement.counts.items() if side in SIDES}
