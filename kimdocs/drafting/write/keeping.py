"""What a page break would part although it belongs together: the same in every format that has pages."""

from __future__ import annotations

from kimdocs.drafting.blocks import Block, Fence, ListBlock, Paragraph, Table, plain_text

KEEP_ROWS = 8
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


def belongs_to_next(block: Block, following: Block | None) -> bool:
    """Whether a page break between two blocks would part what belongs together."""
    if isinstance(following, Fence) and following.kind in {"signatures", "closing"}:
        return True
    if not isinstance(block, Paragraph):
        return False
    words = plain_text(block.runs).rstrip()
    if words.endswith(":"):
        return isinstance(following, ListBlock | Table)
    return isinstance(following, Table) and len(words) <= CAPTION
