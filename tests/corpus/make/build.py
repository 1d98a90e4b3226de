#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.11"
# dependencies = ["fpdf2==2.8.9", "python-docx>=1.2"]
# ///
"""Make the PDF and DOCX files of corpus/ from the sources beside this script.

    uv run --script tests/corpus/make/build.py            all of them
    uv run --script tests/corpus/make/build.py 02 31      those whose name starts so

A source is a text file: lines `%key value` at the top (format, title, header, footer, font, size, columns), then
blocks parted by blank lines. `# ` and `## ` are headings, `| a | b |` is a row of a table (`->` before a cell sets it
to the right), `~~~` opens and closes lines that are kept as they are, `===` starts a page, `- ` is a bullet, anything
else a paragraph. A backslash at a line's end breaks the line, `¬` is a place where a word may be hyphenated, `{+x+}`
and `{-x-}` are a tracked insertion and deletion (DOCX only). Two runs give the same bytes.
"""

from __future__ import annotations

import re
import sys
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import docx
import docx.text.paragraph
import fpdf
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from fpdf.fonts import FontFace

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "corpus"
MADE = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
LINE = 1.32
FONTS = {  # the packages fonts-liberation and fonts-dejavu; only the last one has boxes with ticks
    "sans": ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
    "serif": ("liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf"),
    "boxes": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
}


@dataclass
class Source:
    """A source file: its settings and its blocks, each a kind and its lines or rows."""

    settings: dict[str, str] = field(default_factory=dict)
    blocks: list[tuple[str, list[str]]] = field(default_factory=list)

    def get(self, key: str, default: str = "") -> str:
        """Return a setting or the default."""
        return self.settings.get(key, default)


def parse(text: str) -> Source:
    """Read a source file into settings and blocks."""
    source, kept, fresh = Source(), False, True
    for line in text.splitlines():
        if line.startswith("%") and not source.blocks:
            key, _, value = line[1:].partition(" ")
            source.settings[key] = value
        elif line == "~~~":
            kept, fresh = not kept, True
            if kept:
                source.blocks.append(("kept", []))
        elif kept:
            source.blocks[-1][1].append(line)
        elif not line.strip():
            fresh = True
        else:
            kind, content = classify(line)
            if fresh or kind not in {"paragraph", "table"} or source.blocks[-1][0] != kind:
                source.blocks.append((kind, []))
            source.blocks[-1][1].append(content)
            fresh = kind not in {"paragraph", "table"}
    return source


def classify(line: str) -> tuple[str, str]:
    """Return the kind of a block's line and its content."""
    for mark, kind in (("## ", "heading2"), ("# ", "heading1"), ("- ", "bullet")):
        if line.startswith(mark):
            return kind, line.removeprefix(mark)
    if line.startswith("|"):
        return "table", line
    return ("page", "") if line == "===" else ("paragraph", line)


def cells(row: str) -> list[str]:
    """Return the cells of a table row."""
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def flow(lines: list[str]) -> str:
    """Join the lines of a paragraph; a backslash at the end keeps the break."""
    return re.sub(r"\\\s", "\n", " ".join(lines).rstrip("\\") + " ").rstrip()


class Page(fpdf.FPDF):
    """A PDF page with the source's running header and footer."""

    def __init__(self, source: Source) -> None:
        super().__init__(format="A4")
        self.source = source
        self.set_margins(24, 20, 22)
        self.set_auto_page_break(auto=True, margin=24)
        self.set_creation_date(MADE)
        self.set_lang("de-DE")
        self.set_title(source.get("title"))
        for style, path in zip(("", "B"), FONTS[source.get("font", "sans")], strict=True):
            self.add_font("text", style, f"/usr/share/fonts/truetype/{path}")
        self.size = float(source.get("size", "10.5"))
        self.set_font("text", size=self.size)

    def header(self) -> None:
        """Print the running header."""
        self.running(self.source.get("header"), 10)

    def footer(self) -> None:
        """Print the running footer."""
        self.running(self.source.get("footer"), -15)

    def running(self, text: str, at: float) -> None:
        """Print one running line; {n} is the page number."""
        if text:
            self.set_y(at)
            self.set_font("text", size=8)
            self.cell(0, 4, text.replace("{n}", str(self.page_no())))
            self.set_xy(self.l_margin, self.t_margin)
            self.set_font("text", size=self.size)


def write_pdf(source: Source, path: Path) -> None:
    """Write the source as a PDF with a text layer."""
    pdf = Page(source)
    pdf.add_page()
    if source.get("columns"):
        text = "\n\n".join(flow(lines).replace("¬", "\u00ad") for _, lines in source.blocks)
        with pdf.text_columns(text, ncols=int(source.get("columns")), gutter=8, line_height=LINE, balance=True):
            pass
    else:
        for kind, lines in source.blocks:
            pdf_block(pdf, kind, lines)
    pdf.output(str(path))


def pdf_block(pdf: Page, kind: str, lines: list[str]) -> None:
    """Print one block."""
    height = pdf.size * 0.353 * LINE
    if kind == "page":
        pdf.add_page()
        return
    if kind == "table":
        pdf_table(pdf, [cells(row) for row in lines], height)
    elif kind == "kept":
        for line in lines:
            pdf.cell(0, height, line, new_x="LMARGIN", new_y="NEXT")
    else:
        if kind.startswith("heading"):
            pdf.set_font("text", "B", pdf.size + (3 if kind == "heading1" else 1))
        text = ("- " if kind == "bullet" else "") + flow(lines).replace("¬", "\u00ad")
        pdf.multi_cell(0, height, text, align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("text", size=pdf.size)
    pdf.ln(height * 0.6)


def pdf_table(pdf: Page, rows: list[list[str]], height: float) -> None:
    """Print a ruled table; the first row is its head, a cell with `->` before it is set to the right."""
    longest = [max(len(word) for row in rows for word in row[i].split() or [""]) for i in range(len(rows[0]))]
    whole = [max(min(len(row[i]), 48) for row in rows) for i in range(len(rows[0]))]
    widths = tuple(max(a + 3, b * 0.8) for a, b in zip(longest, whole, strict=True))
    with pdf.table(
        col_widths=widths, line_height=height, padding=0.8, headings_style=FontFace(emphasis="BOLD")
    ) as table:
        for row in rows:
            line = table.row()
            for cell in row:
                line.cell(cell.removeprefix("->").strip(), align="R" if cell.startswith("->") else "L")


def write_docx(source: Source, path: Path) -> None:
    """Write the source as a Word document with real styles."""
    document = docx.Document()
    core = document.core_properties
    core.title, core.author, core.created, core.modified = source.get("title"), "kimdocs corpus", MADE, MADE
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(float(source.get("size", "10.5")))
    for part, key in ((document.sections[0].header, "header"), (document.sections[0].footer, "footer")):
        part.paragraphs[0].text = source.get(key).replace("{n}", "1")
    for kind, lines in source.blocks:
        docx_block(document, kind, lines)
    document.save(str(path))
    settle(path)


def docx_block(document: docx.document.Document, kind: str, lines: list[str]) -> None:
    """Append one block."""
    if kind == "page":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif kind == "table":
        rows = [cells(row) for row in lines]
        table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for line, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                cell.text = text.removeprefix("->").strip()
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    elif kind == "kept":
        for line in lines:
            document.add_paragraph(line)
    else:
        styles = {"heading1": "Heading 1", "heading2": "Heading 2", "bullet": "List Bullet"}
        paragraph = document.add_paragraph(style=styles.get(kind))
        for piece in re.split(r"(\{[+-].*?[+-]\})", flow(lines).replace("¬", "\u00ad")):
            add_piece(paragraph, piece)


def add_piece(paragraph: docx.text.paragraph.Paragraph, piece: str) -> None:
    """Append text to a paragraph, plain or as a tracked change."""
    if not re.fullmatch(r"\{[+-].*[+-]\}", piece):
        paragraph.add_run(piece)
        return
    run = paragraph.add_run(piece[2:-2])
    change = OxmlElement("w:ins" if piece[1] == "+" else "w:del")
    for name, value in (("w:id", "1"), ("w:author", "Sitzungsdienst"), ("w:date", "2026-11-01T08:00:00Z")):
        change.set(qn(name), value)
    run._r.addprevious(change)
    change.append(run._r)
    if piece[1] == "-":
        for text in run._r.findall(qn("w:t")):
            text.tag = qn("w:delText")


def settle(path: Path) -> None:
    """Rewrite the package with one fixed date for every member, so that two runs give the same bytes."""
    with zipfile.ZipFile(path) as package:
        members = [(name, package.read(name)) for name in package.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members:
            info = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, data)


def main(wanted: list[str]) -> None:
    """Make the files whose names start with one of the given words, or all."""
    for path in sorted((HERE / "sources").glob("*.txt")):
        if wanted and not any(path.stem.startswith(word) for word in wanted):
            continue
        source = parse(path.read_text(encoding="utf-8"))
        suffix = source.get("format")
        {"pdf": write_pdf, "docx": write_docx}[suffix](source, CORPUS / f"{path.stem}.{suffix}")


if __name__ == "__main__":
    main(sys.argv[1:])
