"""Excerpts that have but the body's name for a head: "Gemeinderat Musterau, TOP 8", and below what it decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_LONGEST_HEAD = 110
_LONGEST_TEXT = 2500
_BODY = lazy(r"(?:[\w.,/-]+ ){0,5}?[\w-]*(?:rat|ausschuss|ausschuß|tag|vertretung|versammlung|beirat|bürgerschaft)\b")
_TOLD = lazy(
    r"\b(?:einstimmig|einmütig|mehrheitlich|beschlossen|angenommen|abgelehnt|genehmigt|gewählt|vertagt|zugestimmt|vergeben"
    r"|geschoben|zurückgestellt|übernommen|gebilligt|bewilligt|kenntnis(?:nahme| genommen)|dafür|dagegen|gegenstimmen?"
    r"|enthaltung(?:en)?|enthält sich|ja-stimmen|aufgehoben|hand)\b|\bja:? \d|\d ja\b"
)
_WRITTEN = lazy(
    r"\bsehr geehrte|\bmit freundlichen grüßen\b|\bmöge\b[^.]{0,60}\bbeschließen\b|\bwir (?:bitten|beantragen)\b"
)


def headed_by_body(context: Context, first: int) -> bool:
    """Whether a short text opens with the name of a body, and goes on with what it did."""
    if not context.lines or len(context.folded) > _LONGEST_TEXT:
        return False
    line = context.lines[first]
    head = context.folded[line.start : line.end]
    if len(head) > _LONGEST_HEAD or head.endswith((".", "?", "!")) or not starts_organization(head):
        return False
    told = _BODY.match(head) and _TOLD.search(context.folded, line.start)
    return bool(told) and _WRITTEN.search(context.folded) is None
