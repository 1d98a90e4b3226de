"""Counts that are none of the body's votes, as their label says: "Bürgerentscheid: Ja 120, Nein 30"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement

_LEAD = lazy(
    r"[\s(*•-]*(?:(?:das |dem )?(?:abstimmungs|gesamt|end)?(?:ergebnis(?:sen?)?|auswertung|votum|stimmen) )?"
    r"(?:(?:der|des|einer|eines|aus der|aus dem|beim|bei der|zur|zum) )?(?:[\w-]+(?:en|er) )?"
)
_BEHIND = lazy(r"(?:[ -](?!stimm|abstimm)[^:\n]{1,60})?\s*:")
_SIDES = lazy(r"\s*:\s*(?:ja|nein)\b")
_KNOWN_VOTES = lazy(
    r"\b(?:über|wegen|durch|zu|trotz) (?:die|den|der) (?:\w+ )?(?:gegenstimme|\w*enthaltung|nein-stimme)"
    r"|\b(?:umfrage|befragung|bürgerentscheids?|volksentscheids?|bürgerversammlung)\b"
)
_AMONG_OTHERS = lazy(
    r"(?:im|beim|in\s+der|bei\s+der)\s+(?!(?:\w+\s+)?\w*(?:abstimmung|auszählung)\b)(?!wahlgang|anschluss|rat\b"
    r"|ausschuss\b|gemeinderat\b|stadtrat\b)[\w-]+(?:\s+[\w-]+){0,2}?"
    r"\s+(?:waren|stimmten|votierten|sprachen|folgten)\s"
)
_TIME = lazy(r"\d ?: ?0\d$")
_BARE = lazy(r"\(?\d{1,3} ?: ?\d{1,3}\)?")
_MOST_COUNTS = 8
_FEW = 5


def is_other_count(context: Context, statement: Statement) -> bool:
    """Whether a label before the counts, on their line or on the one above it, says that another body was asked."""
    if not statement.has_counts:
        return False
    index = context.line_at(statement.start)
    line = context.lines[index]
    if _measures(context, statement, index):
        return True
    if _names_other(context, line.start, line.end):
        return True
    above = next((at for at in range(index - 1, max(-1, index - _MOST_COUNTS), -1) if not _is_blank(context, at)), None)
    if above is None or statement.start > line.start:
        return False
    before = context.lines[above]
    return context.text[before.end - 1] == ":" and _names_other(context, before.start, before.end)


def _measures(context: Context, statement: Statement, index: int) -> bool:
    """Whether a bare ratio ends a line that tells, or stands right below one that tells, what it measures."""
    if not _BARE.fullmatch(context.folded, statement.start, statement.end):
        return False
    start = context.lines[max(0, index - 1)].start
    if any(_TIME.search(context.folded, *line) for line in context.lines[max(0, index - 1) : index + 2]):
        return True
    return any(m.entry.value == "measure" for m in matcher("not_votes").finditer(context.folded, start, statement.end))


def is_known_vote(folded: str, start: int, end: int) -> bool:
    """Whether a sentence that tells no outcome tells of a poll, whom it asked, or of a vote that is known already."""
    if _KNOWN_VOTES.search(folded, start, end) or _AMONG_OTHERS.match(folded, start, end):
        return True
    return any(m.entry.value == "asked" for m in matcher("not_votes").finditer(folded, start, end))


def opens_with_others(folded: str, start: int, end: int) -> bool:
    """Whether a sentence opens with others than the body who voted: "Die Mitglieder des Vereins stimmten zu"."""
    first = matcher("not_votes").first(folded, start, end)
    return first is not None and first.entry.value == "asked" and first.start - start < _FEW


def _is_blank(context: Context, index: int) -> bool:
    return context.lines[index].start == context.lines[index].end


def _names_other(context: Context, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` opens with a label of such counts."""
    folded = context.folded
    lead = _LEAD.match(folded, start, end)
    places = {start, lead.end()} if lead else {start}
    labels = [label for place in places if (label := matcher("not_votes").match(folded, place, end))]
    behind = {"presence": _SIDES, "poll": _BEHIND, "asked": _BEHIND}
    forms = ((behind.get(str(label.entry.value)), label.end) for label in labels)
    return any(form.match(folded, place, end) for form, place in forms if form)
