"""What the numbers of a ratio can count, as far as their sum and the words of the outcome tell it."""

from __future__ import annotations

from kimdocs.lexicon import matcher
from kimdocs.model.decision import SIDES

_FOUR = 4
_FEW_AWAY = 3
_CARRIED = ("adopted", "recommended", "elected")


def of_four(numbers: list[int], words: str) -> tuple[str, ...]:
    """What four numbers count that nothing names: those present first, where the others come to them, else a 0 last.

    The words of the outcome must agree. Where those present may be a few more than the votes, nobody can tell.
    """
    if len(numbers) != _FOUR:
        return ()
    missing = numbers[0] - sum(numbers[1:])
    if missing == 0 and agrees(words, dict(zip(SIDES, numbers[1:], strict=True))):
        return ("present", *SIDES)
    return (*SIDES, "ignore") if numbers[-1] == 0 and not 0 < missing <= _FEW_AWAY else ()


def agrees(words: str, counts: dict[str, int]) -> bool:
    """Whether counts can be those of a vote with the outcome that the words tell, and of as many as were present."""
    votes = [counts.get(side, 0) for side in SIDES]
    if "present" in counts and counts["present"] != sum(votes):
        return False
    spread = matcher("unanimity").first(words)
    if spread and spread.entry.value == "true" and min(votes[:2]):
        return False
    outcome = matcher("outcomes").first(words)
    return (votes[0] > votes[1]) is (outcome is None or outcome.entry.value != "rejected")


def denies(words: str, counts: dict[str, int]) -> bool:
    """Whether the words say that all were for it, or that it was carried, and the counts that it was not so."""
    yes, no = counts.get("yes", 0), counts.get("no", 0)
    spread = matcher("unanimity").first(words)
    if spread and spread.entry.value == "true" and yes and no:
        return True
    outcome = matcher("outcomes").first(words)
    return outcome is not None and outcome.entry.value in _CARRIED and no > yes
