"""What the walk over a page asks of single elements, and what it counts over the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.errors import InputError
from kimdocs.extraction.read.html.boilerplate import is_dropped
from kimdocs.extraction.read.limits import MAX_TABLE_CELLS

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot", "form", "div"})
_LONGEST_BUTTON = 200


class PageState:
    """What is counted over the whole page."""

    def __init__(self, name: str) -> None:
        """Nothing counted; ``name`` is the page's, for messages."""
        self.footers: list[str] = []
        self.too_deep = False
        self._name = name
        self._cells = 0

    def count_cell(self) -> None:
        """One cell more.

        Raises:
            InputError: There are too many.
        """
        self._cells += 1
        if self._cells > MAX_TABLE_CELLS:
            raise InputError(
                f"Die Tabellen in „{self._name}“ haben zusammen mehr als {MAX_TABLE_CELLS} Zellen.",
                "Teilen Sie das Dokument.",
            )


def grid_cells(row: Any) -> list[Any]:
    """Children of a grid's row: at least two, and no text between them."""
    if (row.text or "").strip() or any((child.tail or "").strip() for child in row):
        return []
    found = [child for child in row if isinstance(child.tag, str) and not is_dropped(child)]
    return found if len(found) > 1 else []


def table_rows(table: Any) -> Iterable[Any]:
    """Rows of a table itself, not those of tables in its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from child.iterchildren("tr")


def start_of(element: Any) -> str:
    """The first words of an element: enough to tell what a button says."""
    text = ""
    for part in element.itertext():
        text += part
        if len(text) > _LONGEST_BUTTON:
            break
    return text


def whole_number(value: str | None, default: int) -> int:
    """An attribute as a number; ``default`` where it is missing, no number, or absurdly long."""
    return int(value) if value is not None and value.strip().isdecimal() and len(value) < 8 else default
