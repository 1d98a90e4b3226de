"""A document as it was read: one text that never changes, and where things stand in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of the text is, as far as the file itself says so."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of characters of ``SourceDocument.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; its text is ``text[start:end]``. Rows and columns count from 0."""

    row: int
    column: int
    start: int
    end: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text of one kind; ``level`` is a heading's (1 the highest) or a list item's depth; tables have cells."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class WordBox:
    """Where a word stands on its page, in points from the top left corner."""

    start: int
    end: int
    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running header or footer that was taken out of the text, with the page (from 1) it stood on.

    The title of a web page, which is no part of what it shows, has the page 0.
    """

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """What was read from one file.

    Attributes:
        id: ``sha256:`` and the hex digest of the file's bytes.
        name: File name without folder.
        media_type: For example ``application/pdf``.
        text: All text in reading order. Table rows are lines, their cells are separated by tabs.
        page_starts: Offset of each page's first character; ``(0,)`` where the format has no pages.
        blocks: Kinds of parts of the text, in order, not overlapping; empty where the file does not say (plain text).
        boxes: Word boxes, for PDF only, and only if asked for.
        furniture: Running headers and footers that are not part of ``text``.
        warnings: German sentences on what the reader had to leave out (for example a page without a text layer).
    """

    id: str
    name: str
    media_type: str
    text: str
    page_starts: tuple[int, ...] = (0,)
    blocks: tuple[Block, ...] = ()
    boxes: tuple[WordBox, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    warnings: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int:
        """Page (from 1) on which the character at ``offset`` stands."""
        return max(1, bisect_right(self.page_starts, offset))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place a fact stands: ``source.text[start:end] == quote``, on ``page`` (from 1)."""

    start: int
    end: int
    page: int
    quote: str
