"""The title of a motion that is a letter: the line by itself that says what is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.kinds.paper import Kind

_MOVES = lazy(
    r"(?:auf|betreffend|über|wegen|gegen|für|zum (?:haushalt|thema)|zur) (?!sitzung|vorlage|drucksache|tages)\w"
)
_HERE = lazy(r"hier: ?(?=\S.{7})")
_FOR_SITTING = lazy(r" (?:für|zu|an|in) ?(?:die|der|r|den)? (?:\w+ ){0,2}(?:sitzung|tagesordnung)")
_OF_YEAR = lazy(r" (?:zum Haushalt )?(?:19|20)\d\d(?:/(?:\d\d){1,2})?: [A-ZÄÖÜ„\"][^\n]{9,}(?<![.:])")
_NEAR = 5
_LETTERHEAD = 30
_LONG = 16


def motion_line(head: Head, kind: Kind) -> tuple[Piece, ...]:
    """The line by itself that says what a letter moves, where no line names its kind: "Antrag auf einen Treff"."""
    if kind.kind is not DocumentKind.MOTION or kind.place is not None:
        return ()
    for index in range(min(head.last, _LETTERHEAD)):
        start, end = head.context.lines[index]
        named = matcher("paper_types").match(head.context.folded, start, end)
        if (
            named
            and named.entry.value == "motion"
            and is_heading_of_motion(head, index, head.context.text[named.end : end].strip())
        ):
            return ((start, end),)
    return ()


def motion_subject(head: Head, kind: Kind) -> tuple[Piece, ...]:
    """What a motion says below its heading that it is on: "Antrag zum Haushalt⏎hier: Bänke im Stadtpark".

    A heading that but tells for which sitting it is gives no title.
    """
    if kind.kind is not DocumentKind.MOTION or kind.line is None or kind.place is None:
        return ()
    end = head.context.lines[kind.line].end
    if _OF_YEAR.fullmatch(head.context.text, kind.place[1], end) and head.blank(kind.line + 1):
        return ((kind.place[0], end),)
    for index in range(kind.line + 1, min(kind.line + _NEAR, head.last)):
        line = head.context.lines[index]
        here = _HERE.match(head.context.folded, *line)
        if here and _FOR_SITTING.match(head.context.folded, kind.place[1]):
            return ((here.end(), line.end),)
        if here and index == kind.line + 1:
            return ((kind.place[0], end), (line.start, line.end))
    return ()


def is_heading_of_motion(head: Head, line: int, rest: str) -> bool:
    """Whether a line by itself goes on behind the kind with what is moved: "Antrag auf Einrichtung eines Treffs"."""
    alone = line + 1 >= head.last or head.blank(line + 1)
    return alone and len(rest) > _LONG and _MOVES.match(rest.lower()) is not None
