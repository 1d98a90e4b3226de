"""The result of a decision in words, as a draft prints it: how the minutes put it where that agrees with the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.drafting.notation import table

if TYPE_CHECKING:
    from kimdocs.model.decision import Decision

_LONGEST = 60


def result(decision: Decision) -> str | None:
    """Manner and outcome: "einstimmig, ungeändert beschlossen"; None where the record tells neither in words.

    Words of the minutes that say something else than the record, as a status that its counts contradict does, are
    named beside it.
    """
    words = table()["result"]
    own = words[decision.outcome.value]
    wording = " ".join((decision.outcome_text or "").split())
    folded = wording.casefold()
    told = ""
    if wording and len(wording) <= _LONGEST and any(stem in folded for stem in own["told"]):
        told = wording
    elif wording or decision.outcome.value not in words["by_counts"]:
        told = own["word"]
        others = (words[name]["told"] for name in words["contrary"].get(decision.outcome.value, ()))
        if any(stem in folded for stems in others for stem in stems):
            told += f" (in der Unterlage steht „{wording}“)"
    manner = _manner(decision)
    return ", ".join(filter(None, ("" if manner in told.casefold() else manner, told))) or None


def _manner(decision: Decision) -> str:
    """How the members agreed, where the minutes say it in words or give no counts that show it."""
    quotes = " ".join(piece.quote.casefold() for piece in decision.evidence)
    counted = decision.yes is not None or decision.no is not None
    if decision.unanimous and (not counted or "einstimm" in quotes):
        return "einstimmig"
    return "mehrheitlich" if decision.unanimous is False and "mehrheit" in quotes and not counted else ""
