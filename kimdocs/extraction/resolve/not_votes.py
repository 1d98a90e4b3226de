"""Counts that are none of the body's votes, as their label says: "Bürgerentscheid: Ja 120, Nein 30"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statement import Statement

_LEAD = re.compile(
    r"[\s(*•-]*(?:(?:das |dem )?(?:abstimmungs|gesamt|end)?(?:ergebnis(?:sen?)?|auswertung|votum|stimmen) )?"
    r"(?:(?:der|des|einer|eines|aus der|aus dem|beim|bei der|zur|zum) )?(?:[\w-]+(?:en|er) )?"
)
_BEHIND = re.compile(r"(?:[ -](?!stimm|abstimm)[^:\n]{1,60})?\s*:")
_SIDES = re.compile(r"\s*:\s*(?:ja|nein)\b")
_MOST_COUNTS = 8


def is_other_count(context: Context, statement: Statement) -> bool:
    """Whether a label before the counts, on their line or on the one above it, says that another body was asked."""
    if not statement.has_counts:
        return False
    index = context.line_at(statement.start)
    line = context.lines[index]
    if _names_other(context, line.start, line.end):
        return True
    above = next((at for at in range(index - 1, max(-1, index - _MOST_COUNTS), -1) if not _is_blank(context, at)), None)
    if above is None or statement.start > line.start:
        return False
    before = context.lines[above]
    return context.text[before.end - 1] == ":" and _names_other(context, before.start, before.end)


def _is_blank(context: Context, index: int) -> bool:
    return context.lines[index].start == context.lines[index].end


def _names_other(context: Context, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` opens with a label of such counts."""
    folded = context.folded
    lead = _LEAD.match(folded, start, end)
    places = {start, lead.end()} if lead else {start}
    labels = [label for place in places if (label := matcher("not_votes").match(folded, place, end))]
    behind = {"presence": _SIDES, "poll": _BEHIND}
    return any(behind[str(label.entry.value)].match(folded, label.end, end) for label in labels)
