"""A submission against the minutes that decided on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.comparison.choose import MatchedBy, Pair, choose, offered
from kimdocs.comparison.values import ValueChange, figure_changes, staffing_changes
from kimdocs.comparison.words import Run, changed, word_runs
from kimdocs.errors import InputError
from kimdocs.lexicon import Matcher, load
from kimdocs.lexicon.fold import fold
from kimdocs.model.decision import ResolutionKind

if TYPE_CHECKING:
    from kimdocs.model.decision import Decision, Resolution
    from kimdocs.model.finance import Figure, Staffing
    from kimdocs.model.record import Record

_SHORT = 160
MOST = 40


class Verdict(StrEnum):
    """What the minutes make of the proposed text."""

    UNCHANGED = "unchanged"
    AS_PROPOSED = "as_proposed"
    CHANGED = "changed"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a proposal.

    Attributes:
        adopted: The text of the minutes; None where they do not repeat it.
        words: Word differences; empty where there is nothing to compare with.
        figures: Amounts of both texts, in order.
        staffing: Numbers of posts of both texts, in order.
        notes: German sentences on what does not fit.
    """

    verdict: Verdict
    matched_by: MatchedBy
    proposed: Resolution
    adopted: Resolution | None
    decision: Decision | None
    words: tuple[Run, ...] = ()
    figures: tuple[ValueChange[Figure], ...] = ()
    staffing: tuple[ValueChange[Staffing], ...] = ()
    notes: tuple[str, ...] = ()


def compare(submission: Record, minutes: Record, item: str | None = None) -> Comparison:
    """Find where the minutes decide on the submission, and compare the texts, amounts and posts.

    Raises:
        InputError: The submission proposes nothing, or nothing in the minutes belongs to it.
    """
    if not any(one.kind is ResolutionKind.PROPOSED for one in submission.resolutions):
        raise InputError(
            f"In „{submission.source.name}“ steht kein Beschlussvorschlag.",
            "Bitte zuerst die Vorlage nennen, dann die Niederschrift.",
        )
    pair = choose(submission, minutes, item)
    if pair is None:
        raise _nothing(submission, minutes, item)
    return _compared(submission, minutes, pair)


def _nothing(submission: Record, minutes: Record, item: str | None) -> InputError:
    """The error for minutes in which no decision belongs to the proposal."""
    found = offered(minutes)
    listed = "".join(f"\n  – {one}" for one in found[:MOST])
    more = f"\n  – und {len(found) - MOST} weitere" if len(found) > MOST else ""
    about = f"zu TOP {item.removeprefix('TOP').strip()}" if item else f"zu „{submission.source.name}“"
    there = f". Beschlüsse gibt es zu:{listed}{more}" if found else "."
    step = "Bitte mit „--item“ den Tagesordnungspunkt nennen." if found else "„kimdocs extract“ zeigt, was darin steht."
    return InputError(f"In „{minutes.source.name}“ findet sich kein Beschluss {about}{there}", step)


def _compared(submission: Record, minutes: Record, pair: Pair) -> Comparison:
    adopted, decision = pair.decided.resolution, pair.decided.decision
    if adopted is None or _only_refers(adopted.text):
        verdict = Verdict.AS_PROPOSED if _as_proposed(adopted, decision) else Verdict.NOT_STATED
        return Comparison(verdict, pair.matched_by, pair.proposed, adopted, decision)
    runs = word_runs(pair.proposed.text, adopted.text)
    before, after = (submission, pair.proposed), (minutes, adopted)
    money, posts = figure_changes(before, after), staffing_changes(before, after)
    differs = changed(runs) or not all(one.same for one in money) or not all(one.same for one in posts)
    verdict = Verdict.CHANGED if differs else Verdict.UNCHANGED
    notes = tuple(_contradictions(verdict, decision))
    return Comparison(verdict, pair.matched_by, pair.proposed, adopted, decision, runs, money, posts, notes)


def _only_refers(text: str) -> bool:
    """Whether a text is no more than "wie Vorlage"."""
    return len(text) < _SHORT and _refers(text)


def _refers(text: str) -> bool:
    """Whether words refer to the proposal as it stood; "mit der Maßgabe" and its like outweigh "wie Vorlage"."""
    folded = fold(text)
    return _same().first(folded) is not None and _departs().first(folded) is None


@cache
def _same() -> Matcher:
    return Matcher(tuple(entry for entry in load("as_proposed") if entry.value == "same"))


@cache
def _departs() -> Matcher:
    return Matcher(tuple(entry for entry in load("as_proposed") if entry.value == "departs"))


def _as_proposed(adopted: Resolution | None, decision: Decision | None) -> bool:
    if decision is not None and decision.amended:
        return False
    told = [adopted.text] if adopted else []
    if decision is not None:
        told += [decision.outcome_text or "", *(place.quote for place in decision.evidence)]
    return any(_refers(text) for text in told)


def _contradictions(verdict: Verdict, decision: Decision | None) -> list[str]:
    if decision is None:
        return []
    if verdict is Verdict.CHANGED and _as_proposed(None, decision):
        return ["Die Niederschrift nennt den Beschluss ungeändert, der Wortlaut weicht aber vom Vorschlag ab."]
    if verdict is Verdict.UNCHANGED and decision.amended:
        return ["Die Niederschrift nennt den Beschluss geändert, der Wortlaut ist aber der vorgeschlagene."]
    return []
