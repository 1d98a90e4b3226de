"""What a page break would part although it belongs together: the same in every format that has pages."""

from __future__ import annotations

from kimdocs.drafting.blocks import Block, Fence, ListBlock, Paragraph, Table, plain_text

KEEP_ROWS = 8
KEEP_LINES = 24
KEEP_SIGNATURES = 5
KEEP_ITEMS = 8
LAST_ITEMS = 2
LAST_ROWS = 2
CAPTION = 120


def is_long_list(block: Block) -> bool:
    """Whether a list is too long to be kept together: half a page would stay empty before it.

    Of such a list the last items stay with what follows, so that no signature stands alone on a page.
    """
    return isinstance(block, ListBlock) and len(block.items) > KEEP_ITEMS


def heights(table: Table, line: int) -> list[int]:
    """About how many lines the rows of a table are high, if a line of the page has this many characters."""
    total = sum(table.widths)
    shares = ([*zip(row, table.widths, strict=False)] for row in table.rows)
    return [
        max((len(plain_text(cell)) * total // (line * part) + 1 for cell, part in row), default=1) for row in shares
    ]


def stays_whole(high: list[int]) -> bool:
    """Whether a table of rows this high is kept on one page."""
    return len(high) <= KEEP_ROWS and sum(high) <= KEEP_LINES


def belongs_to_next(block: Block, following: Block | None, third: Block | None = None) -> bool:
    """Whether a page break between the first two of three blocks would part what belongs together."""
    if _signs(following):
        return True
    if isinstance(block, Table) and len(block.rows) <= KEEP_ROWS and _signs(third):
        return isinstance(following, Paragraph) and len(plain_text(following.runs)) <= CAPTION
    if not isinstance(block, Paragraph):
        return False
    words = plain_text(block.runs).rstrip()
    if words.endswith(":"):
        return isinstance(following, ListBlock | Table)
    return isinstance(following, Table) and len(words) <= CAPTION


def _signs(block: Block | None) -> bool:
    return isinstance(block, Fence) and block.kind in {"signatures", "closing"}
