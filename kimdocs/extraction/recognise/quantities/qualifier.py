"""How firm a number is: "bis zu", "mindestens", "ca." before it, "nicht überschreiten" behind it."""

from __future__ import annotations

from functools import cache

from kimdocs.extraction.recognise.quantities.words import first_compound, phrase_ending, phrase_starting
from kimdocs.lexicon.load import load
from kimdocs.model.finance import Qualifier

_NEAR = 8
_BEHIND = 5
_SUBJECT = 6


@cache
def _phrases(entry_id: str) -> frozenset[str]:
    return next(frozenset(entry.phrases) for entry in load("qualifiers") if entry.id == entry_id)


def qualifier(before: list[str], after: list[str], row: list[str] | None = None) -> Qualifier:
    """Read how firm a number is from the words of its phrase before and behind it.

    Before the number only words like "in Höhe von" may part it from "bis zu"; "Höchstbetrag" and its like may stand
    farther off, or in the label of its ``row`` in a table.
    """
    return _ahead(before) or _labelled(before) or _behind(after) or _labelled(row or []) or Qualifier.EXACT


def _ahead(before: list[str]) -> Qualifier | None:
    for index in range(len(before) - 1, max(-1, len(before) - 1 - _NEAR), -1):
        found = phrase_ending("qualifiers", "before", before, index)
        if found is not None:
            return Qualifier.EXACT if _is_subject(before, index) else Qualifier(found[0].value)
        if before[index] not in _phrases("connectors"):
            return None
    return None


def _is_subject(before: list[str], index: int) -> bool:
    """Whether "über" leads to what a bill or a talk is about, and so says nothing of more."""
    lead = before[max(0, index - _SUBJECT) : index]
    return (
        before[index] == "über"
        and lead[-1:] != ["von"]
        and any(word.endswith(tuple(_phrases("subjects"))) for word in lead)
    )


def _labelled(before: list[str]) -> Qualifier | None:
    entry = first_compound("qualifiers", before, "endings") if before else None
    return Qualifier(entry.value) if entry else None


def _behind(after: list[str]) -> Qualifier | None:
    for index in range(min(len(after), _BEHIND)):
        found = phrase_starting("qualifiers", "after", after, index)
        if found is not None:
            return Qualifier(found[0].value)
    return None
