"""Blocks to one self-contained, accessible HTML page: language, title, headings in order, header cells with scope."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from kimdocs.drafting.blocks import Block, Fence, Heading, ListBlock, Note, Paragraph, Run, Runs, Table
from kimdocs.drafting.wording import origins

if TYPE_CHECKING:
    from kimdocs.drafting.house import House
    from kimdocs.drafting.trace import Trace

_SECTION = "paragraf-"


def write(blocks: tuple[Block, ...], title: str, trace: Trace | None = None, house: House | None = None) -> str:
    """HTML of blocks; with a trace, the sources follow as numbered notes; with a house, in its look."""
    writer = _Writer(trace, _picture(house))
    body = "\n".join(writer.block(block) for block in blocks)
    return (
        '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>\n{_style()}{_look(house)}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n{writer.notes()}</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return (files("kimdocs.drafting") / "data" / "entwurf.css").read_text(encoding="utf-8")


def _look(house: House | None) -> str:
    """The town's own font and colour, on top of the style sheet."""
    font = f'body {{ font-family: "{house.font}", Arial, sans-serif; }}\n' if house and house.font else ""
    head = "h1, h2, h3, header p:first-of-type"
    return font + (f"{head} {{ color: {house.colour}; }}\n" if house and house.colour else "")


def _picture(house: House | None) -> str:
    if house is None or house.logo is None:
        return ""
    content = b64encode(house.logo.content).decode("ascii")
    return f'<img src="data:{house.logo.kind};base64,{content}" alt="{_text(house.logo.text)}">\n'


def _text(text: str) -> str:
    return escape(text, quote=True).replace("\n", "<br>")


class _Writer:
    def __init__(self, trace: Trace | None, picture: str) -> None:
        self._trace, self._picture = trace, picture
        self._cited: set[int] = set()

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            anchor = f' id="{_SECTION}{block.label}"' if block.label else ""
            runs = tuple(replace(run, ref="") for run in block.runs) if block.label else block.runs
            return f"<h{block.level}{anchor}>{self.runs(runs)}</h{block.level}>"
        if isinstance(block, Paragraph):
            return f"<p>{self.runs(block.runs)}</p>"
        if isinstance(block, ListBlock):
            return self._list(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Note):
            inner = "\n".join(self.block(item) for item in block.blocks)
            return f'<aside aria-label="Bearbeitungshinweis">\n{inner}\n</aside>'
        return self._fence(block)

    def runs(self, runs: Runs) -> str:
        return "".join(self._run(run) for run in runs)

    def notes(self) -> str:
        if not self._trace or not self._trace.notes:
            return ""
        items = "\n".join(
            f'<li id="quelle-{n}">{_text(origins(fact))}'
            + (f' <a href="#stelle-{n}">zurück</a></li>' if n in self._cited else "</li>")
            for n, fact in enumerate(self._trace.notes, 1)
        )
        return f'<section aria-labelledby="quellen">\n<h2 id="quellen">Quellen</h2>\n<ol>\n{items}\n</ol>\n</section>\n'

    def _run(self, run: Run) -> str:
        text = _text(run.text)
        if run.gap:
            text = f"<mark>{text}</mark>"
        if run.ref:
            text = f'<a href="#{_SECTION}{run.ref}">{text}</a>'
        text = f"<strong>{text}</strong>" if run.bold else text
        text = f"<em>{text}</em>" if run.italic else text
        number = self._trace.number(run.fact) if self._trace and run.fact else None
        return f"{text}{self._cite(number)}" if number else text

    def _cite(self, number: int) -> str:
        anchor = "" if number in self._cited else f' id="stelle-{number}"'
        self._cited.add(number)
        return f'<sup{anchor}><a href="#quelle-{number}" aria-label="Quelle {number}">[{number}]</a></sup>'

    def _list(self, block: ListBlock) -> str:
        items = "\n".join(
            f"<li>{''.join(self._item(part, len(item) == 1) for part in item)}</li>" for item in block.items
        )
        if block.mark == "-":
            return f"<ul>\n{items}\n</ul>"
        if block.mark == ")":
            return f'<ol class="absatz" style="--start: {block.start - 1}" start="{block.start}">\n{items}\n</ol>'
        start = f' start="{block.start}"' if block.start != 1 else ""
        return f"<ol{start}>\n{items}\n</ol>"

    def _item(self, part: Block, alone: bool) -> str:
        return self.runs(part.runs) if alone and isinstance(part, Paragraph) else self.block(part)

    def _table(self, block: Table) -> str:
        def cell(tag: str, runs: Runs, column: int) -> str:
            number = ' class="zahl"' if column < len(block.right) and block.right[column] else ""
            scope = ' scope="col"' if tag == "th" else ""
            return f"<{tag}{scope}{number}>{self.runs(runs)}</{tag}>"

        head = "".join(cell("th", runs, i) for i, runs in enumerate(block.header))
        rows = "\n".join(
            "<tr>" + "".join(cell("td", runs, i) for i, runs in enumerate(row)) + "</tr>" for row in block.rows
        )
        return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"

    def _fence(self, block: Fence) -> str:
        lines = [" ".join(self.runs(cell) for cell in line if cell) for line in block.lines]
        if block.kind == "letterhead":
            return f"<header>\n{self._picture}" + "\n".join(f"<p>{line}</p>" for line in lines) + "\n</header>"
        if block.kind == "status":
            return '<div class="vermerk">\n' + "\n".join(f"<p>{line}</p>" for line in lines) + "\n</div>"
        if block.kind == "closing":
            signed = ["<br>".join(self.runs(cell) for cell in line if cell) for line in block.lines]
            return "\n".join(f'<p class="zeichnung">{line}</p>' for line in signed)
        signed = ["<br>".join(self.runs(cell) for cell in line if cell) for line in block.lines]
        return "\n".join(f'<p class="unterschrift">{line}</p>' for line in signed)
