"""What a page break would part although it belongs together: the same in every format that has pages."""

from __future__ import annotations

from kimdocs.drafting.blocks import Block, Fence, ListBlock, Paragraph, Table, plain_text

KEEP_ROWS = 8
KEEP_SIGNATURES = 5


def belongs_to_next(block: Block, following: Block | None) -> bool:
    """Whether a page break between two blocks would part what belongs together."""
    if isinstance(following, Fence) and following.kind in {"signatures", "closing"}:
        return not isinstance(block, Table)
    introduces = isinstance(block, Paragraph) and plain_text(block.runs).rstrip().endswith(":")
    return introduces and isinstance(following, ListBlock | Table)
