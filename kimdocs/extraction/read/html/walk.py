"""Elements of a page → paragraphs and tables, in their order."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from kimdocs.extraction.read.counters import letters, roman
from kimdocs.extraction.read.html.boilerplate import is_button, is_dropped, is_dropped_line, is_row
from kimdocs.extraction.read.html.elements import PageState, grid_cells, start_of, table_rows, whole_number
from kimdocs.extraction.read.limits import MAX_DEPTH, MAX_TABLE_CELLS, MAX_TABLE_COLUMNS
from kimdocs.extraction.read.outline import CellContent, Paragraph, Table
from kimdocs.extraction.read.symbols import composed
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.source import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACED = frozenset({"p", "blockquote", "pre", "figure", "fieldset", "hr", "details"})
_LINES = frozenset(
    {
        "div", "section", "article", "header", "main", "aside", "address", "form", "legend", "caption", "center",
        "body", "html", "hgroup", "summary", "figcaption", "dd", "dt", "li", "tr", "td", "th", "thead", "tbody",
        "tfoot",
    }
)  # fmt: skip
_SPACES = lazy(r"[ \t\n\r\f]+")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ORDERED: dict[str, Callable[[int], str]] = {
    "a": letters,
    "A": lambda n: letters(n).upper(),
    "i": roman,
    "I": lambda n: roman(n).upper(),
}
_MAX_SPAN = 200
_TYPED_INPUTS = frozenset({"text", "number", "date", "email", "tel", "url", ""})


class Walker:
    """Collects the content of one element; text that belongs together waits until a block begins or ends."""

    def __init__(self, state: PageState, depth: int = 0) -> None:
        """Start with nothing collected."""
        self.content: list[Paragraph | Table] = []
        self._state = state
        self._depth = depth
        self._waiting: list[str] = []
        self._marker = ""
        self._list_depth = 0

    def walk(self, element: Any) -> list[Paragraph | Table]:
        """Everything that an element holds."""
        self._inside(element)
        self._flush()
        return self.content

    def _inside(self, element: Any) -> None:
        self._text(element.text)
        if self._depth >= MAX_DEPTH:
            self._state.too_deep = True
            for inner in element.iter():
                self._text(None if inner is element or is_dropped(inner) else f" {inner.text or ''}")
                self._text(None if inner is element else inner.tail)
            return
        self._depth += 1
        grid: list[Any] = []
        for child in element:
            if isinstance(child.tag, str) and not is_dropped(child):
                if is_row(child) and grid_cells(child):
                    grid.append(child)
                    self._text(child.tail)
                    continue
                self._grid(grid)
                self._element(child)
            self._text(child.tail)
        self._grid(grid)
        self._depth -= 1

    def _element(self, element: Any) -> None:
        tag = element.tag
        if tag in _HANDLERS:
            _HANDLERS[tag](self, element)
        elif tag in _HEADINGS:
            self._flush()
            self._inside(element)
            self._flush(BlockKind.HEADING, _HEADINGS[tag], spaced=True)
        elif tag in _SPACED:
            self._flush()
            self._inside(element)
            self._flush(spaced=not self._list_depth)
        elif tag in _LINES:
            self._flush()
            self._inside(element)
            self._flush()
        else:
            self._inside(element)

    def _text(self, text: str | None) -> None:
        if text:
            self._waiting.append(_SPACES.sub(" ", composed(text.replace("\u00ad", ""))))

    def _flush(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, *, spaced: bool = False) -> None:
        """Make a paragraph of the text that waits; lines of the page's own are left out."""
        if not self._waiting:
            return
        lines = [_SPACES.sub(" ", line).strip(" ") for line in "".join(self._waiting).split("\n")]
        self._waiting = []
        text = "\n".join(line for line in lines if not line or not is_dropped_line(line)).strip()
        if not text:
            return
        if self._marker:
            text, self._marker = f"{self._marker} {text}", ""
            kind, level = BlockKind.LIST_ITEM, self._list_depth
        self.content.append(Paragraph(text, kind, level, spaced))

    def _break(self, _element: Any) -> None:
        self._waiting.append("\n")

    def _preformatted(self, element: Any) -> None:
        self._flush()
        self._waiting.append("".join(element.itertext()).expandtabs(4).replace("\t", " "))
        self._flush(spaced=True)

    def _link(self, element: Any) -> None:
        if not is_button(start_of(element)):
            self._inside(element)

    def _superscript(self, element: Any) -> None:
        text = "".join(element.itertext()).strip()
        self._waiting.append(text.translate(_SUPERSCRIPTS) if text.isascii() and text.isdecimal() else text)

    def _input(self, element: Any) -> None:
        kind = element.get("type", "").lower()
        if kind in {"radio", "checkbox"}:
            self._waiting.append(" ☒ " if "checked" in element.attrib else " ☐ ")
        elif kind in _TYPED_INPUTS:
            self._text(f" {element.get('value', '')} ")

    def _select(self, element: Any) -> None:
        options = list(element.iter("option"))
        chosen = [option for option in options if "selected" in option.attrib] or options[:1]
        self._text(" " + ", ".join("".join(option.itertext()).strip() for option in chosen) + " ")

    def _list(self, element: Any) -> None:
        self._flush()
        if not self._list_depth:
            self.content.append(Paragraph(""))
        self._list_depth += 1
        number = whole_number(element.get("start"), 1)
        for item in element:
            if not isinstance(item.tag, str) or is_dropped(item):
                continue
            if item.tag != "li":
                self._element(item)
                continue
            number = whole_number(item.get("value"), number)
            shown = _ORDERED.get(element.get("type", "1"), str)(number)
            self._marker = f"{shown}." if element.tag == "ol" else "•"
            self._inside(item)
            self._flush()
            self._marker = ""
            number += 1
        self._list_depth -= 1
        if not self._list_depth:
            self.content.append(Paragraph(""))

    def _description_list(self, element: Any) -> None:
        self._flush()
        table = Table()
        groups = [child.iterchildren("dt", "dd") if child.tag == "div" else (child,) for child in element]
        for entry in chain.from_iterable(groups):
            if entry.tag not in {"dt", "dd"} or is_dropped(entry):
                continue
            is_term = entry.tag == "dt"
            if is_term or not table.rows:
                table.rows.append([])
            cell = CellContent(self._part(entry), 0 if is_term else len(table.rows[-1]), is_term)
            table.rows[-1].append(cell)
        self._add(table)

    def _table(self, element: Any) -> None:
        self._flush()
        for caption in element.iterchildren("caption"):
            self._element(caption)
        table = Table()
        covered: dict[int, int] = {}
        for row in table_rows(element):
            if not is_dropped(row):
                in_head = row.getparent() is not None and row.getparent().tag == "thead"
                table.rows.append(list(self._row(row, covered, in_head=in_head)))
        self._add(table)

    def _row(self, row: Any, covered: dict[int, int], *, in_head: bool) -> Iterator[CellContent]:
        """Cells of a row; ``covered`` counts for each column the rows that a cell above still covers."""
        column = 0
        above = dict(covered)
        for key in list(covered):
            covered[key] -= 1
            if covered[key] <= 0:
                del covered[key]
        for cell in row.iterchildren("td", "th"):
            while above.get(column, 0) > 0:
                self._state.count_cell()
                yield CellContent([], column)
                column += 1
            columns = min(max(whole_number(cell.get("colspan"), 1), 1), _MAX_SPAN)
            rows = min(max(whole_number(cell.get("rowspan"), 1), 1), MAX_TABLE_CELLS)
            if rows > 1 and column < MAX_TABLE_COLUMNS:
                covered.update(dict.fromkeys(range(column, column + columns), rows - 1))
            content = [] if is_dropped(cell) else self._part(cell)
            yield CellContent(content, column, in_head or cell.tag == "th")
            column += columns

    def _grid(self, rows: list[Any]) -> None:
        """Rows of a grid made of blocks, gathered so far."""
        if rows:
            self._flush()
            self._add(
                Table(
                    [
                        [CellContent(self._part(cell), index) for index, cell in enumerate(grid_cells(row))]
                        for row in rows
                    ]
                )
            )
            rows.clear()

    def _part(self, element: Any) -> list[Paragraph | Table]:
        self._state.count_cell()
        return Walker(self._state, self._depth + 1).walk(element)

    def _add(self, table: Table) -> None:
        if any(cell.content for row in table.rows for cell in row):
            self.content.append(table)

    def _footer(self, element: Any) -> None:
        """A page's footer is set aside."""
        self._flush()
        for part in Walker(self._state, self._depth + 1).walk(element):
            if isinstance(part, Paragraph) and part.text:
                self._state.footers.append(part.text)


_HANDLERS = {
    "a": Walker._link,
    "br": Walker._break,
    "pre": Walker._preformatted,
    "textarea": Walker._preformatted,
    "sup": Walker._superscript,
    "input": Walker._input,
    "select": Walker._select,
    "ul": Walker._list,
    "ol": Walker._list,
    "dl": Walker._description_list,
    "table": Walker._table,
    "footer": Walker._footer,
}
