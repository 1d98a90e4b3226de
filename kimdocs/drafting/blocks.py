"""Rendered Markdown to blocks: headings, paragraphs, lists, tables, notes, letterhead, signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.slots import REFERENCE
from kimdocs.drafting.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it.token import Token

    from kimdocs.drafting.slots import Slots
    from kimdocs.drafting.values import Fact

FENCES = {"briefkopf": "letterhead", "vermerk": "status", "zeichnung": "closing", "unterschriften": "signatures"}
_WIDTH = re.compile(r":?-+:?")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; ``fact`` says where it comes from, ``gap`` marks what is missing. It may hold line breaks.

    ``ref`` is the name of the section whose number the text is (``sections``).
    """

    text: str
    bold: bool = False
    italic: bool = False
    fact: Fact | None = None
    gap: bool = False
    ref: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the paper's title. The heading of a numbered section has the section's name as label."""

    level: int
    runs: Runs
    label: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; ``mark`` is ``-``, ``.`` ("1.") or ``)`` ("(1)")."""

    mark: str
    start: int
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; ``widths`` are shares of the text's width, ``right`` marks columns of numbers."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note to those who work on the draft, set off from its text."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fence:
    """Lines with a fixed place: ``letterhead``, ``status``, ``closing``, ``signatures``; each line has its cells."""

    kind: str
    lines: tuple[tuple[Runs, ...], ...]


Block = Heading | Paragraph | ListBlock | Table | Note | Fence


def parse(text: str, slots: Slots) -> tuple[Block, ...]:
    """Blocks of a rendered template."""
    return tuple(_Reader(_tokens(text), slots, text.splitlines()).blocks())


def plain_text(runs: Runs) -> str:
    """The text of runs without their look."""
    return "".join(run.text for run in runs)


def all_runs(blocks: tuple[Block, ...]) -> Iterator[Run]:
    """Every run of the blocks, in the order of reading."""
    return (run for line in all_lines(blocks) for run in line)


def all_lines(blocks: tuple[Block, ...]) -> Iterator[Runs]:
    """The runs of the blocks by what stands together: a heading, a paragraph, a cell."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.runs
        elif isinstance(block, Table | Fence):
            rows = (block.header, *block.rows) if isinstance(block, Table) else block.lines
            yield from (cell for row in rows for cell in row)
        else:
            for part in block.items if isinstance(block, ListBlock) else (block.blocks,):
                yield from all_lines(part)


@lru_cache(maxsize=32)
def _tokens(text: str) -> tuple[Token, ...]:
    """What the parser makes of a text: it sees slots and no values, so that drafts alike in structure share it."""
    return tuple(_parser().parse(text))


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    rules = [
        "code",
        "html_block",
        "reference",
        "lheading",
        "hr",
        "html_inline",
        "link",
        "image",
        "autolink",
        "entity",
        "backticks",
    ]
    return MarkdownIt("commonmark").enable("table").disable(rules)


class _Reader:
    """Walks the parser's flat tokens."""

    def __init__(self, tokens: tuple[Token, ...], slots: Slots, lines: list[str]) -> None:
        self._tokens, self._slots, self._lines = tokens, slots, lines
        self._at = 0

    def blocks(self, until: str = "") -> Iterator[Block]:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == until:
                return
            block = self._block(token)
            if block is not None:
                yield block

    def _block(self, token: Token) -> Block | None:
        readers: dict[str, Callable[[Token], Block | None]] = {
            "heading_open": lambda token: Heading(int(token.tag[1:]), self._inline()),
            "paragraph_open": lambda _: self._paragraph(),
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "blockquote_open": lambda _: Note(tuple(self.blocks("blockquote_close"))),
            "table_open": self._table,
            "fence": self._fence,
        }
        return readers[token.type](token) if token.type in readers else None

    def _paragraph(self) -> Paragraph | None:
        runs = self._inline()
        return Paragraph(runs) if plain_text(runs).strip() else None

    def _inline(self) -> Runs:
        token = self._tokens[self._at]
        self._at += 2
        return _runs(token, self._slots)

    def _list(self, token: Token) -> ListBlock:
        close = token.type.replace("_open", "_close")
        items: list[tuple[Block, ...]] = []
        while self._tokens[self._at].type == "list_item_open":
            self._at += 1
            items.append(tuple(self.blocks("list_item_close")))
        if self._tokens[self._at].type == close:
            self._at += 1
        mark = token.markup if token.type.startswith("ordered") else "-"
        return ListBlock(mark, int(token.attrGet("start") or 1), tuple(items))

    def _table(self, token: Token) -> Table:
        rows: list[tuple[Runs, ...]] = []
        right: tuple[bool, ...] = ()
        while (current := self._tokens[self._at]).type != "table_close":
            self._at += 1
            if current.type == "tr_open":
                cells, aligned = self._row()
                rows.append(cells)
                right = right or aligned
        self._at += 1
        dashes = self._lines[token.map[0] + 1] if token.map else ""
        widths = tuple(len(found) for found in _WIDTH.findall(dashes)) or (1,) * len(rows[0])
        return Table(rows[0], tuple(rows[1:]), widths, right)

    def _row(self) -> tuple[tuple[Runs, ...], tuple[bool, ...]]:
        cells: list[Runs] = []
        right: list[bool] = []
        while (current := self._tokens[self._at]).type != "tr_close":
            self._at += 1
            if current.type in {"th_open", "td_open"}:
                right.append("right" in str(current.attrGet("style") or ""))
                cells.append(self._inline())
        self._at += 1
        return tuple(cells), tuple(right)

    def _fence(self, token: Token) -> Block:
        kind = FENCES.get(token.info.strip(), "")
        lines = [line for line in token.content.splitlines() if line.strip()]
        if not kind:
            return Paragraph(_pieces("\n".join(lines), self._slots))
        return Fence(
            kind, tuple(tuple(_pieces(cell.strip(), self._slots, str) for cell in line.split("|")) for line in lines)
        )


def _runs(token: Token, slots: Slots) -> Runs:
    runs: list[Run] = []
    bold = italic = 0
    for child in token.children or ():
        if child.type in {"strong_open", "strong_close"}:
            bold += 1 if child.nesting > 0 else -1
        elif child.type in {"em_open", "em_close"}:
            italic += 1 if child.nesting > 0 else -1
        else:
            text = "\n" if child.type == "hardbreak" else " " if child.type == "softbreak" else child.content
            pieces = _pieces(text, slots)
            plain = bold <= 0 and italic <= 0
            runs += pieces if plain else [replace(piece, bold=bold > 0, italic=italic > 0) for piece in pieces]
    return tuple(runs)


def _pieces(text: str, slots: Slots, literal: Callable[[str], str] = typeset) -> Runs:
    runs: list[Run] = []
    for piece in slots.split(text):
        if isinstance(piece, str):
            runs += _literal(piece, literal)
        else:
            runs.append(Run(typeset(piece.text), fact=piece.fact, gap=piece.gap, ref=piece.ref))
    return tuple(runs)


def _literal(text: str, change: Callable[[str], str]) -> Iterator[Run]:
    """A template's own words, parted where they refer to a section."""
    end = 0
    for found in REFERENCE.finditer(text):
        if text[end : found.start()]:
            yield Run(change(text[end : found.start()]))
        yield Run(found[0], ref=found[2])
        end = found.end()
    if text[end:]:
        yield Run(change(text[end:]))
