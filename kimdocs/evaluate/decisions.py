"""Decisions against gold: aligned in the order of the text, a hit where outcome and all counts agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.evaluate.tally import Miss, MissType, Tally, plain, quote_of
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kimdocs.evaluate.gold import GoldDecision
    from kimdocs.model.decision import Decision

_POSITIVE = frozenset({Outcome.ADOPTED, Outcome.RECOMMENDED, Outcome.ELECTED})
_HALF = 0.3
_SMALL = 1e-9

Counts = tuple[int | None, int | None, int | None]


def score_decisions(
    tallies: Mapping[str, Tally], document: str, gold: Sequence[GoldDecision], found: Sequence[Decision]
) -> None:
    """Count the decisions of one document, and the attributes of those that were found.

    Entries of the gold that are not demanded excuse one spare finding each.
    """
    pairs = dict(align(gold, found))
    taken = set(pairs.values())
    spare = 0
    for index, entry in enumerate(gold):
        match = found[pairs[index]] if index in pairs else None
        if entry.optional:
            spare += match is None
        elif match is not None and similarity(entry, match) == 1.0:
            tallies["decisions"].hit += 1
            _attributes(tallies, document, entry, match)
        else:
            _missed(tallies["decisions"], document, entry, match)
    extra = [d for index, d in enumerate(found) if index not in taken and d.type is not DecisionType.QUOTED]
    for decision in extra[spare:]:
        tallies["decisions"].spurious += 1
        places = decision.evidence
        tallies["decisions"].misses.append(
            Miss(document, "decisions", MissType.SPURIOUS, "", _told(decision), quote_of(places), places)
        )


def similarity(gold: GoldDecision, found: Decision) -> float:
    """1 where class of outcome and counts agree; 0.3 for the outcome alone, 0.3 for counts that are not all unknown."""
    same_outcome = _class(gold.outcome) == _class(found.outcome)
    same_counts = _counts(gold) == _counts(found)
    if same_outcome and same_counts:
        return 1.0
    stated = any(count is not None for count in _counts(gold))
    return _HALF * same_outcome + _HALF * (same_counts and stated)


def align(gold: Sequence[GoldDecision], found: Sequence[Decision]) -> list[tuple[int, int]]:
    """Pairs of indices in the order of the text, of the greatest total similarity; unlike ones are never a pair."""
    likeness = [[similarity(entry, decision) for decision in found] for entry in gold]
    best = _best_totals(likeness, len(gold), len(found))
    pairs = []
    row = column = 0
    while row < len(gold) and column < len(found):
        like = likeness[row][column]
        if like > 0 and abs(best[row][column] - best[row + 1][column + 1] - like) < _SMALL:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs


def _best_totals(likeness: list[list[float]], rows: int, columns: int) -> list[list[float]]:
    """``best[r][c]``: the greatest total similarity of the gold from r and the findings from c on."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            pair = best[row + 1][column + 1] + likeness[row][column]
            best[row][column] = max(pair, best[row + 1][column], best[row][column + 1])
    return best


def _attributes(tallies: Mapping[str, Tally], document: str, gold: GoldDecision, found: Decision) -> None:
    amended = "amended" in gold.annotated
    checks = {"outcome_exact": (_outcome(gold, amended=amended), _outcome(found, amended=amended))}
    if "unanimous" in gold.annotated:
        checks["unanimous"] = (str(gold.unanimous), str(found.unanimous))
    if gold.groups:
        checks["groups"] = (_groups(gold), _groups(found))
    for kind, (wanted, got) in checks.items():
        if not tallies[kind].agree(same=wanted == got):
            tallies[kind].misses.append(Miss(document, kind, MissType.DIFFERS, wanted, got, gold.quote, found.evidence))


def _missed(tally: Tally, document: str, gold: GoldDecision, found: Decision | None) -> None:
    tally.missed += 1
    tally.spurious += found is not None
    kind = MissType.MISSED if found is None else MissType.DIFFERS
    got, places = ("", ()) if found is None else (_told(found), found.evidence)
    tally.misses.append(Miss(document, "decisions", kind, _told(gold), got, gold.quote, places))


def _class(outcome: Outcome) -> str:
    return "positive" if outcome in _POSITIVE else outcome.value


def _counts(decision: GoldDecision | Decision) -> Counts:
    return decision.yes, decision.no, decision.abstain


def _told(decision: GoldDecision | Decision) -> str:
    """The outcome and yes:no:abstain, "-" for what is not stated: ``adopted 22:0:-``."""
    return f"{decision.outcome.value} " + ":".join("-" if count is None else str(count) for count in _counts(decision))


def _outcome(decision: GoldDecision | Decision, *, amended: bool) -> str:
    return decision.outcome.value + (" (amended)" if amended and decision.amended else "")


def _groups(decision: GoldDecision | Decision) -> str:
    """Votes by group as text: ``cdu yes 5 no 2; fdp abstain ?`` where a group is named without number."""
    votes = {plain(name): sorted(sides.items()) for name, sides in (decision.groups or {}).items()}
    return "; ".join(
        " ".join([name, *(f"{side} {'?' if count is None else count}" for side, count in sides)])
        for name, sides in sorted(votes.items())
    )
