"""What stands in a Word file, line by line: paragraphs and rows of tables, with the places of bookmarks in them."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.roundtrip.package import WORD
from kimdocs.drafting.roundtrip.settle import settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.roundtrip.package import WordPackage

CELL = " | "
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_HEADING = re.compile(r"heading \d")
_RUNNING = re.compile(r"word/(header|footer)\d*\.xml")
RUNNING = {"header": "Kopfzeile", "footer": "Fußzeile"}
_NOTES = {"footnote": "Fußnote", "endnote": "Endnote"}


@dataclass(slots=True)
class Line:
    """One line of a document.

    Attributes:
        text: What one reads there; cells of a row are parted by " | ".
        place: The heading above it.
        marks: Bookmarks by name, each with its place in the text.
        cells: Where the cells of a row of a table begin and end in the text; empty for a paragraph.
        heading: It is a heading itself.
        running: It stands in the header or footer of the pages.
    """

    text: str
    place: str = ""
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)
    cells: list[tuple[int, int]] = field(default_factory=list)
    heading: bool = False
    running: bool = False


def read_lines(package: WordPackage) -> tuple[Line, ...]:
    """Every line with words in it, tracked changes accepted: the text as one reads it, notes, headers, footers."""
    body = deepcopy(package.body)
    settle(body)
    headings = _heading_styles(package)
    lines: list[Line] = []
    place = ""
    for line in _block_lines(body, headings):
        if line.text.strip():
            place = " ".join(line.text.split()) if line.heading else place
            line.place = place
            lines.append(line)
    return (*lines, *_notes(package), *_running(package))


def _block_lines(parent: Any, headings: set[str]) -> Iterator[Line]:
    for element in parent:
        if element.tag == f"{WORD}p":
            style = element.find(f"{WORD}pPr/{WORD}pStyle")
            line = _Reader().paragraph(element)
            line.heading = style is not None and style.get(f"{WORD}val") in headings
            yield line
        elif element.tag == f"{WORD}tbl":
            for row in element.iterchildren(f"{WORD}tr"):
                reader = _Reader()
                for number, cell in enumerate(row.iterchildren(f"{WORD}tc")):
                    reader.separate(CELL if number else "")
                    begin = len(reader.line.text)
                    for index, paragraph in enumerate(cell.iter(f"{WORD}p")):
                        reader.separate(" " if index else "")
                        reader.paragraph(paragraph)
                    reader.line.cells.append((begin, len(reader.line.text)))
                reader.line.text = reader.line.text.rstrip(CELL)
                yield reader.line


def _notes(package: WordPackage) -> Iterator[Line]:
    """Lines of footnotes and endnotes."""
    for kind, place in _NOTES.items():
        root = package.part(f"word/{kind}s.xml")
        if root is None:
            continue
        settle(root)
        for note in root.iterchildren(f"{WORD}{kind}"):
            if note.get(f"{WORD}type") in {None, "normal"}:
                for line in _block_lines(note, set()):
                    line.place = place
                    yield from [line] if line.text.strip() else []


class _Reader:
    """Puts the text of paragraphs together and remembers where bookmarks stand."""

    def __init__(self) -> None:
        self.line = Line("")
        self._open: dict[str, tuple[str, int]] = {}

    def separate(self, text: str) -> None:
        self.line.text += text

    def paragraph(self, element: Any) -> Line:
        for item in element.iter():
            name = str(item.tag).removeprefix(WORD)
            if name == "t":
                self.line.text += item.text or ""
            elif name in _BREAKS and item.getparent().tag == f"{WORD}r":
                self.line.text += _BREAKS[name]
            elif name == "bookmarkStart":
                self._open[str(item.get(f"{WORD}id"))] = (str(item.get(f"{WORD}name")), len(self.line.text))
            elif name == "bookmarkEnd" and str(item.get(f"{WORD}id")) in self._open:
                mark, start = self._open.pop(str(item.get(f"{WORD}id")))
                self.line.marks[mark] = (start, len(self.line.text))
        for mark, start in self._open.values():  # somebody parted the paragraph inside of it
            self.line.marks[mark] = (start, len(self.line.text))
        return self.line


def _heading_styles(package: WordPackage) -> set[str]:
    """Ids of the styles of headings and of the title."""
    styles = package.part("word/styles.xml")
    found = set()
    for style in styles.iterchildren(f"{WORD}style") if styles is not None else ():
        name = style.find(f"{WORD}name")
        words = str(name.get(f"{WORD}val")).lower() if name is not None else ""
        if words == "title" or _HEADING.fullmatch(words):
            found.add(str(style.get(f"{WORD}styleId")))
    return found


def _running(package: WordPackage) -> tuple[Line, ...]:
    """Lines of headers and footers, each once, without what Word counts itself."""
    found: dict[tuple[str, str], Line] = {}
    for name in package.names:
        part = _RUNNING.fullmatch(name)
        root = package.part(name) if part else None
        if part is None or root is None:
            continue
        settle(root)
        _drop_fields(root)
        for paragraph in root.iter(f"{WORD}p"):
            text = " ".join(_Reader().paragraph(paragraph).text.split())
            if text:
                found[RUNNING[part[1]], text] = Line(text, RUNNING[part[1]], running=True)
    return tuple(line for _, line in sorted(found.items()))


def _drop_fields(root: Any) -> None:
    for paragraph in root.iter(f"{WORD}p"):
        depth = 0
        for run in list(paragraph.iter(f"{WORD}r", f"{WORD}fldSimple")):
            kinds = [mark.get(f"{WORD}fldCharType") for mark in run.iter(f"{WORD}fldChar")]
            depth += kinds.count("begin")
            if depth or run.tag == f"{WORD}fldSimple":
                for text in list(run.iter(f"{WORD}t")):
                    text.text = ""
            depth -= kinds.count("end")
