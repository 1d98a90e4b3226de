"""The title of a motion that is a letter: the line by itself that says what is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.kind_paper import Kind

_MOVES = lazy(
    r"(?:auf|betreffend|über|wegen|gegen|für|zum (?:haushalt|thema)|zur) (?!sitzung|vorlage|drucksache|tages)\w"
)
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


def is_heading_of_motion(head: Head, line: int, rest: str) -> bool:
    """Whether a line by itself goes on behind the kind with what is moved: "Antrag auf Einrichtung eines Treffs"."""
    alone = line + 1 >= head.last or head.blank(line + 1)
    return alone and len(rest) > _LONG and _MOVES.match(rest.lower()) is not None
