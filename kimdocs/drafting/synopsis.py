"""Two versions side by side: a table of the passages that changed, in Word, HTML or Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.blocks import Block, Heading, Paragraph, Run, Runs, Table, plain_text
from kimdocs.drafting.redline.carry import style_names
from kimdocs.drafting.roundtrip.lines import CELL, Line, read_lines
from kimdocs.drafting.roundtrip.package import WORD
from kimdocs.drafting.roundtrip.words import Operation, paired, pieces, squeeze
from kimdocs.drafting.trace import NAMESPACE

if TYPE_CHECKING:
    from kimdocs.drafting.roundtrip.package import WordPackage

HEADER = ("Stelle", "Bisherige Fassung", "Neue Fassung")
WIDTHS = (20, 40, 40)
_TEXT_WIDTH = 9356
_UNSPLIT = 900  # characters of a cell that fit on what is left of a page


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that changed: where it stands, and its words before and after; what changed in them is bold."""

    place: str
    before: Runs
    after: Runs


@dataclass(slots=True)
class Synopsis:
    """Both versions of what changed.

    Attributes:
        package: The new version, whose look the Word file takes.
    """

    passages: tuple[Passage, ...]
    names: tuple[str, str]
    package: WordPackage
    notes: tuple[str, ...] = ()

    @property
    def changes(self) -> int:
        """How many passages changed."""
        return len(self.passages)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Title, the names of both versions, and the table."""
        names = f"Bisherige Fassung: {self.names[0]}. Neue Fassung: {self.names[1]}. Geändertes ist fett."
        rows = tuple(((Run(item.place),), item.before, item.after) for item in self.passages)
        table = Table(tuple((Run(text),) for text in HEADER), rows, WIDTHS, (False, False, False))
        content: Block = table if rows else Paragraph((Run("Die Fassungen stimmen überein."),))
        return Heading(1, (Run("Synopse"),)), Paragraph((Run(names),)), content

    def markdown(self) -> str:
        """The table as Markdown."""
        from kimdocs.drafting.write import markdown

        return markdown.write(self.blocks)

    def content(self, suffix: str) -> bytes:
        """The table in the format of a file name's suffix (.docx, .html or .md)."""
        if suffix == ".docx":
            return self._docx()
        if suffix == ".html":
            from kimdocs.drafting.write import html

            return html.write(self.blocks, "Synopse", None).encode()
        return self.markdown().encode()

    def _docx(self) -> bytes:
        """The table as a Word file with the look of the new version; its comments and sources stay behind."""
        writer = _Writer(style_names(self.package))
        body = self.package.body
        section = body.find(f"{WORD}sectPr")
        body[:] = [*(writer.block(block) for block in self.blocks), *([section] if section is not None else [])]
        for name in self.package.names:
            root = self.package.part(name) if name.startswith(("customXml/", "word/comments")) else None
            if root is not None and (name.startswith("word/") or str(root.tag).startswith(f"{{{NAMESPACE}}}")):
                root.text, root[:] = None, []
                self.package.set_part(name, root)
        return self.package.to_bytes()


def synopsis(earlier: WordPackage, new: WordPackage) -> Synopsis:
    """The passages in which two versions differ, each with the heading above it."""
    return Synopsis(passages(earlier, new), (earlier.name, new.name), new)


def passages(earlier: WordPackage, new: WordPackage) -> tuple[Passage, ...]:
    """Every paragraph and row in which two versions differ."""
    before, after = read_lines(earlier), read_lines(new)
    pairs = paired([line.text for line in before], [line.text for line in after])
    found = [_passage(None if i is None else before[i], None if j is None else after[j]) for i, j in pairs]
    return tuple(item for item in found if item is not None)


def _passage(old: Line | None, new: Line | None) -> Passage | None:
    was, is_now = (line.text if line else "" for line in (old, new))
    if squeeze(was) == squeeze(is_now):
        return None
    filled = [_filled(line) for line in (old, new)]
    if squeeze(filled[0]) != squeeze(filled[1]):
        was, is_now = filled
    line = new or old
    return Passage(
        line.place if line else "",
        _side(was, is_now, Operation.REMOVED) if old else (Run("–"),),
        _side(was, is_now, Operation.ADDED) if new else (Run("entfällt"),),
    )


def _filled(line: Line | None) -> str:
    """What one reads in a line; of a row, only cells with words."""
    if line is None or not line.cells:
        return line.text if line else ""
    cells = (line.text[begin:end].strip() for begin, end in line.cells)
    return CELL.join(cell for cell in cells if cell)


def _side(was: str, is_now: str, changed: Operation) -> Runs:
    """One side's words; what only stands there is bold."""
    kept = {Operation.EQUAL, changed}
    found: list[Run] = []
    for piece in pieces(was, is_now):
        if piece.operation in kept:
            text = " ".join(piece.text.split())
            blank = " " if found and piece.text[:1].isspace() else ""
            found.append(Run(blank + text, bold=piece.operation is changed))
    return tuple(found)


class _Writer:
    """Blocks as Word paragraphs and one table, in styles found by their names."""

    def __init__(self, names: dict[str, str]) -> None:
        self._styles = {name: number for number, name in names.items()}

    def block(self, block: Block) -> Any:
        if isinstance(block, Table):
            return self._table(block)
        style = "title" if isinstance(block, Heading) else "normal"
        return self._paragraph(block.runs if isinstance(block, Heading | Paragraph) else (), style)

    def _paragraph(self, runs: Runs, style: str) -> Any:
        from kimdocs.drafting.write.elements import child, new, text

        paragraph = new("w:p")
        properties = child(paragraph, "w:pPr")
        if style in self._styles:
            child(properties, "w:pStyle", val=self._styles[style])
        for run in runs:
            element = child(paragraph, "w:r")
            if run.bold:
                child(child(element, "w:rPr"), "w:b")
            text(element, run.text)
        return paragraph

    def _table(self, block: Table) -> Any:
        from kimdocs.drafting.write.elements import child, new

        table = new("w:tbl")
        properties = child(table, "w:tblPr")
        if "haus tabelle" in self._styles:
            child(properties, "w:tblStyle", val=self._styles["haus tabelle"])
        child(properties, "w:tblW", w=str(_TEXT_WIDTH), type="dxa")
        borders = child(properties, "w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            child(borders, f"w:{side}", val="single", sz="4", space="0", color="808080")
        child(properties, "w:tblLayout", type="fixed")
        widths = [_TEXT_WIDTH * width // sum(block.widths) for width in block.widths]
        grid = child(table, "w:tblGrid")
        for width in widths:
            child(grid, "w:gridCol", w=str(width))
        for number, cells in enumerate((block.header, *block.rows)):
            row = child(table, "w:tr")
            look = child(row, "w:trPr")
            if all(len(plain_text(runs)) <= _UNSPLIT for runs in cells):
                child(look, "w:cantSplit")
            if not number:
                child(look, "w:tblHeader")
            for width, runs in zip(widths, cells, strict=True):
                cell = child(row, "w:tc")
                child(child(cell, "w:tcPr"), "w:tcW", w=str(width), type="dxa")
                cell.append(self._paragraph(runs, "tabellentext" if number else "tabellenkopf"))
        return table
