"""Sentences beside others: drawn into the statement behind them, or behind a text that was proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statement import Statement


def votes_on_proposed(context: Context, statement: Statement) -> bool:
    """Whether a sentence tells a vote behind the text that was proposed, on a line of its own."""
    first = context.line_at(context.section_at(statement.start).start)
    voted = statement.unanimous is not None or bool(statement.groups) or {"yes", "no"} <= statement.counts.keys()
    return voted and not statement.quoted and context.line_at(statement.start) > first


def is_drawn_in(before: Statement, statement: Statement) -> bool:
    """Whether a sentence without an outcome of its own was drawn into the statement behind it, whose votes it tells."""
    return before.outcome in (None, statement.outcome) and statement.start <= before.start
