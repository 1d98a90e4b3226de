"""Blocks to Markdown (CommonMark with pipe tables)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.drafting.blocks import Block, Fence, Heading, ListBlock, Note, Paragraph, Run, Runs, Table
from kimdocs.drafting.wording import origins

if TYPE_CHECKING:
    from kimdocs.drafting.trace import Trace

_INLINE = re.compile(r"([\\`*_\[\]<>#|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)(?:([+\-=])(?=\s|[-=]|$)|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE)


def write(blocks: tuple[Block, ...], trace: Trace | None = None) -> str:
    """Markdown of blocks; with a trace, the sources follow as footnotes."""
    writer = _Writer(trace)
    body = "\n\n".join(writer.block(block) for block in blocks)
    notes = (
        [f"[^{n}]: {escape(origins(fact)).replace(chr(10), ' ')}" for n, fact in enumerate(trace.notes, 1)]
        if trace
        else []
    )
    return "\n\n".join([body, *(["\n".join(notes)] if notes else [])]) + "\n"


def escape(text: str) -> str:
    """Text that CommonMark shows as it is: nothing in it is markup."""
    text = _ENTITY.sub(r"\\&", _INLINE.sub(r"\\\1", text))
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)


class _Writer:
    def __init__(self, trace: Trace | None) -> None:
        self._trace = trace

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"{'#' * block.level} {self.line(block.runs)}"
        if isinstance(block, Paragraph):
            return self.runs(block.runs, "\\\n")
        if isinstance(block, ListBlock):
            return self._list(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Note):
            inner = "\n\n".join(self.block(item) for item in block.blocks)
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        return self._fence(block)

    def runs(self, runs: Runs, line_break: str) -> str:
        return "".join(self._run(run) for run in runs).strip().replace("\n", line_break)

    def line(self, runs: Runs) -> str:
        return self.runs(runs, " ")

    def _run(self, run: Run) -> str:
        text = escape(run.text)
        mark = "***" if run.bold and run.italic else "**" if run.bold or run.gap else "*" if run.italic else ""
        core = text.strip()
        if mark and core:
            text = text.replace(core, f"{mark}{core}{mark}", 1)
        number = self._trace.number(run.fact) if self._trace and run.fact else None
        return f"{text}[^{number}]" if number else text

    def _list(self, block: ListBlock) -> str:
        lines = []
        for index, item in enumerate(block.items, block.start):
            mark = "- " if block.mark == "-" else f"{index}{block.mark} "
            inner = "\n\n".join(self.block(part) for part in item)
            lines.append(mark + inner.replace("\n", "\n" + " " * len(mark)))
        return "\n".join(lines)

    def _table(self, block: Table) -> str:
        rule = [
            ("-" * (width - 1) + ":") if right else "-" * width
            for width, right in zip(block.widths, block.right, strict=False)
        ]
        rows = [[self.line(cell) for cell in row] for row in (block.header, *block.rows)]
        return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))

    def _fence(self, block: Fence) -> str:
        return "\\\n".join("  ".join(self.line(cell) for cell in line if cell) for line in block.lines)
