"""A table of the meeting's acts beside the report on each item: what both tell is one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.decisions.kind_of_vote import decision_type
from kimdocs.extraction.resolve.decisions.same_vote import POSITIVE, agree
from kimdocs.extraction.resolve.statements.statement import Source
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.decisions.restated import Act
    from kimdocs.extraction.resolve.statements.statement import Statement

_NEAR = 400
_NUMBER = lazy(r"\d+(?:\.\d+)*")
_LETTER = lazy(r"\b[ön](?=\s?\d)")


def item_of(context: Context, statement: Statement) -> int | None:
    """The item that a statement stands in; that of its row's number where a table lists it."""
    if statement.listed not in ("", "-"):
        return item_of_row(context, statement.listed)
    item = context.section_at(statement.start).item
    return 0 if item is None and context.items and _heads_first_item(context, statement) else item


def _heads_first_item(context: Context, statement: Statement) -> bool:
    """Whether a status stands above the title of the only or first item, as on a council system's page of one item."""
    return statement.source in (Source.STATUS, Source.RESULT) and 0 < context.items[0].start - statement.start < _NEAR


def item_of_row(context: Context, listed: str) -> int | None:
    """The item that a row's number names, or None; one of the other part of the meeting never."""
    wanted, part = _NUMBER.search(listed), _LETTER.search(listed.lower())
    for index, item in enumerate(context.items) if wanted else ():
        number = (item.fact.number or "").lower()
        found, letter = _NUMBER.search(number), _LETTER.search(number)
        if found and wanted and found[0] == wanted[0] and (not part or not letter or part[0] == letter[0]):
            return index
    return None


def overviewed(context: Context, acts: list[Act]) -> list[Act]:
    """The acts, where those of an item that a row of the overview tells are told once."""
    rows: dict[int | None, Act] = {act.item: act for act in acts if act.item is not None and _is_row(act)}
    if not rows:
        return acts
    kept: list[Act] = []
    merged: set[int | None] = set()
    for act in acts:
        row = rows.get(act.item)
        if row is None or _is_row(act) or act.aside or act.statements[0].quoted or not _on_matter(context, act):
            kept.append(act)
        elif act.item not in merged and all(agree(one, row.statements[0]) for one in act.statements):
            row.statements += act.statements
            merged.add(act.item)
        elif not _is_text(act):
            kept.append(act)
    return kept


def _is_row(act: Act) -> bool:
    return act.statements[0].listed not in ("", "-")


def _on_matter(context: Context, act: Act) -> bool:
    kind = decision_type(context, act.statements, act.type, Outcome.ADOPTED, act.item)
    return kind in (DecisionType.MAIN, DecisionType.PROCEDURAL, DecisionType.ELECTION)


def _is_text(act: Act) -> bool:
    """Whether an act but tells the text that was put to the vote: "Der Rat beschließt …" without a vote."""
    return all(s.outcome in POSITIVE and not s.has_counts and s.unanimous is None for s in act.statements)
