"""How large a draft may be: a template of a stranger's, or too many rows, must not stop the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.drafting.blocks import Block, Fence, ListBlock, Note, Table, all_runs
from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_PIECES = 14_000
MAX_LINES = 10_000
MAX_PDF = 5_500
_RUNS = 3
_TEXT = 100
_SIGNATURE = 3  # the party, the line to sign on, and what stands below it
_TOO_LARGE = "Der Text ist zu groß: zu viele Absätze, Listenpunkte und Tabellenfelder."
_NEXT = "Teilen Sie die Daten auf mehrere Entwürfe auf, oder kürzen Sie die Schleifen der Vorlage."


def pieces(blocks: Iterable[Block]) -> int:
    """How many headings, paragraphs, list items, table cells and lines blocks are made of; a few runs are one more."""
    blocks = tuple(blocks)
    return sum(_of(block) for block in blocks) + sum(1 for _ in all_runs(blocks)) // _RUNS


def _of(block: Block) -> int:
    if isinstance(block, Table):
        return 1 + len(block.header) + sum(len(row) for row in block.rows)
    if isinstance(block, Fence):
        return len(block.lines) * (_SIGNATURE if block.kind == "signatures" else 1)
    if isinstance(block, ListBlock):
        return 1 + sum(max(1, sum(_of(part) for part in item)) for item in block.items)
    return 1 + sum(_of(part) for part in block.blocks) if isinstance(block, Note) else 1


def refuse_lines(text: str) -> None:
    """Refuse a rendered template that has more lines than a draft may have pieces, before it is parsed.

    Raises:
        TemplateError: It has.
    """
    if sum(not line.isspace() for line in text.splitlines(keepends=True)) > MAX_LINES:
        raise TemplateError(_TOO_LARGE, _NEXT)


def refuse_pieces(blocks: Iterable[Block]) -> None:
    """Refuse blocks of too many pieces.

    Raises:
        TemplateError: They are.
    """
    if pieces(blocks) > MAX_PIECES:
        raise TemplateError(_TOO_LARGE, _NEXT)


def refuse_pages(blocks: tuple[Block, ...]) -> None:
    """Refuse a PDF of a stranger's template that would take more memory than a desk has to spare.

    Raises:
        TemplateError: It would.
    """
    text = sum(len(run.text) for run in all_runs(blocks))
    if pieces(blocks) + text // _TEXT > MAX_PDF:
        raise TemplateError(
            "Der Entwurf ist für ein PDF zu groß.", "Geben Sie ihn als .docx aus, oder teilen Sie die Daten auf."
        )
