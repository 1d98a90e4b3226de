"""Who entered a value and when: what a data file says of itself, and of one value of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.drafting.convert import printable
from kimdocs.drafting.datafile import DataFile, Group, RawNode, Scalar
from kimdocs.drafting.notation import parse_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from kimdocs.model.provenance import Entered

BY, AT = "erfasst_von", "erfasst_am"
KEYS = {BY, AT}
ABOUT = {"wert", "rechnung"}


def said(data: DataFile, by: str | None, at: dt.date | None) -> DataFile:
    """Data that somebody entered on a day, where they do not say so themselves."""
    told = {BY: by, AT: at.isoformat() if at else None}
    items: dict[str, RawNode] = {key: Scalar(text) for key, text in told.items() if text}
    return replace(data, tree=replace(data.tree, items=items | data.tree.items))


def entry_of(raw: Group, before: Entered, problem: Callable[[str, str, int | None], None]) -> Entered:
    """The entry that a group of a data file describes with ``erfasst_von`` and ``erfasst_am``.

    Args:
        raw: The whole data file, or one value's ``{wert: …, erfasst_von: …, erfasst_am: …}``.
        before: What holds where the group is silent; each of the two on its own.
        problem: Told the key, a German half-sentence and the line of what cannot be read; it then stays as it was.
    """
    by, at = (_text(raw, key, problem) for key in (BY, AT))
    try:
        when = parse_date(at) if at else before.at
    except ValueError as error:
        problem(AT, f"„{at}“ {error}; erwartet wird ein Datum wie 03.11.2021 oder 2021-11-03", raw.lines.get(AT))
        when = before.at
    return replace(before, by=by or before.by, at=when)


def _text(raw: Group, key: str, problem: Callable[[str, str, int | None], None]) -> str:
    value = raw.items.get(key)
    if isinstance(value, Scalar):
        return " ".join(printable(value.text or "").split())
    if value is not None:
        problem(key, "erwartet eine einzelne Angabe", raw.lines.get(key))
    return ""
