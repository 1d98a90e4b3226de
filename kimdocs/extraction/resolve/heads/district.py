"""The body of a part of the town with the name of that part, as the letterhead gives it: "Ortsrat Wiesental"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.heads.lines import cells_of
from kimdocs.extraction.resolve.heads.named import NAME
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.session import Session

_BODIES = frozenset(
    (
        "ortsrat",
        "beirat",
        "stadtteilbeirat",
        "bezirksbeirat",
        "bezirksvertretung",
        "ortschaftsrat",
        "ortsbeirat",
        "ortsteilrat",
        "ortsvertretung",
        "stadtteilrat",
        "bezirksrat",
    )
)
_BODY = lazy(rf"(?P<noun>\w+) (?P<name>{NAME})")
_PART = lazy(
    rf"(?:Ortschaft|Ortsteil|Ortsbezirk|Stadtteil|Stadtbezirk) (?P<name>{NAME})"
    rf"(?:,? \((?:Stadt|Gemeinde|Markt) {NAME}\))?"
)
_FIRST_LINES = 12


def with_district(head: Head, session: Session | None) -> Session | None:
    """The meeting of such a body with its name in full where a cell of the first lines holds it; else as it was."""
    if session is None or session.organization.lower() not in _BODIES:
        return session
    for line in head.context.lines[: min(head.last, _FIRST_LINES)]:
        for cell in cells_of(head.context.text, *line):
            whole = _BODY.fullmatch(head.context.text, *cell)
            if whole and whole["noun"].lower() == session.organization.lower():
                return replace(session, organization=whole.group(), place=(cell,))
            part = _PART.fullmatch(head.context.text, *cell)
            if part:
                named = f"{session.organization} {part['name']}"
                return replace(session, organization=named, place=(part.span("name"), *session.place))
    return session
