"""Titles where no label gives one: of a section of minutes, behind an item's label, or beside the kind of paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.title_runs import runs
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.head import Head
    from kimdocs.extraction.resolve.head_lines import Piece
    from kimdocs.extraction.resolve.kind import Kind

Pieces = tuple["Piece", ...]

_SECTION = re.compile(r"§ ?\d{1,4}(?: ?/ ?\d{2,4})?\.?")
_WORDED = re.compile(r"(?:\d{1,2}\. )?[A-ZÄÖÜ„][^\W\d_]{4,}")
_PAPERS = {DocumentKind.SUBMISSION, DocumentKind.MOTION}


def of_section(head: Head, kind: Kind) -> Pieces:
    """The lines below the one section that minutes give: "§ 12", and below it the title."""
    items = head.context.items
    if kind.kind not in {DocumentKind.EXCERPT, DocumentKind.MINUTES} or len(items) != 1:
        return ()
    index = head.context.line_at(items[0].start)
    if index >= head.last or _SECTION.fullmatch(head.folded(index)) is None:
        return ()
    return next(iter(runs(head, index + 1, head.last)), ())


def behind_item(head: Head, kind: Kind) -> Pieces:
    """What a paper's label "TOP:" gives instead of a number: "TOP: Stellenplan 2031"."""
    field = head.first("agenda_item")
    if field is None or kind.kind not in _PAPERS or not _WORDED.match(head.context.text, *field.pieces[0]):
        return ()
    return field.pieces


def short_title(head: Head) -> Pieces:
    """What the head gives as the title for short."""
    field = head.first("short_title")
    return field.pieces if field else ()


def below_type(head: Head, kind: Kind) -> Pieces:
    """The lines below the kind of paper and the item of the meeting, before any label."""
    if kind.line is None or kind.kind not in _PAPERS:
        return ()
    return next(iter(runs(head, kind.line + 1, head.last)), ())


def above_type(head: Head, kind: Kind) -> Pieces:
    """The lines right above the kind of paper, where nothing below it is a title."""
    if kind.line is None or kind.kind not in {*_PAPERS, DocumentKind.EXCERPT}:
        return ()
    return next(iter(runs(head, 0, min(kind.line, head.last))[-1:]), ())
