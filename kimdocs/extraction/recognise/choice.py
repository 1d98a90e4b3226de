"""Outcomes a form offers side by side ("Angenommen / Abgelehnt"): a cross on the line below says which one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.lexicon import Match

_BETWEEN = lazy(r"[ \t]*(?:[/|]|\t|oder\b)[ \t]*")
_CROSS = lazy(r"[^\n]*\n(?:[ \t]*\n)?(?P<row>[ \t|/]*(?P<mark>[x✗✘✓✔☒])[ \t|/]*)(?:\n|$)")
_COLUMN = lazy(r"[\t|/]")


def chosen(folded: str, found: list[Match]) -> list[Match]:
    """The outcomes without those that are but choices of a form; the one with a cross below it stays.

    Words are choices when they say unlike outcomes and nothing but a slash, a bar, a tab or "oder" parts them.
    """
    kept: list[Match] = []
    row: list[Match] = []
    for match in found:
        if row and not _BETWEEN.fullmatch(folded, row[-1].end, match.start):
            kept += _crossed(folded, row)
            row = []
        row.append(match)
    return kept + _crossed(folded, row)


def _crossed(folded: str, row: list[Match]) -> list[Match]:
    if len({match.entry.value for match in row}) < 2:
        return row
    cross = _CROSS.match(folded, row[-1].end)
    if cross is None:
        return []
    start = folded.rfind("\n", 0, row[0].start) + 1
    before = cross["row"][: cross.start("mark") - cross.start("row")]
    if columns := len(_COLUMN.findall(before)):
        return [m for m in row if len(_COLUMN.findall(folded[start : m.start])) == columns]
    column = len(before)
    return [match for match in row if match.start - start <= column < match.end - start]
