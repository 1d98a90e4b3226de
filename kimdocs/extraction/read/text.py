"""Plain text and Markdown: the text stays as it is, blocks are only marked."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.read.decode import decode
from kimdocs.extraction.read.sniff import MediaType
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.source import Block, BlockKind, Cell, SourceDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = lazy(r" {0,3}(#{1,6})[ \t]+\S")
_ITEM = lazy(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_RULE = lazy(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")


def read_text(data: bytes, *, source_id: str, name: str, media_type: MediaType) -> SourceDocument:
    """SourceDocument of a text file; form feeds are page breaks, Markdown gets blocks.

    Raises:
        InputError: The bytes are no text.
    """
    text, warnings = decode(data, name)
    blocks = tuple(_markdown_blocks(text)) if media_type is MediaType.MARKDOWN else ()
    return SourceDocument(source_id, name, media_type.value, text, _page_starts(text), blocks, warnings=warnings)


def _page_starts(text: str) -> tuple[int, ...]:
    starts = [0]
    position = text.find("\f")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\f", position + 1)
    if len(starts) > 1 and not text[starts[-1] :].strip():
        starts.pop()
    return tuple(starts)


def _markdown_blocks(text: str) -> Iterator[Block]:
    lines = list(_lines(text))
    index = 0
    while index < len(lines):
        start, line = lines[index]
        if "|" in line and index + 1 < len(lines) and "|" in lines[index + 1][1] and _is_rule(lines[index + 1][1]):
            end = index + 2
            while end < len(lines) and "|" in lines[end][1]:
                end += 1
            yield _table([lines[index], *lines[index + 2 : end]], lines[end - 1])
            index = end
            continue
        if match := _HEADING.match(line):
            yield Block(BlockKind.HEADING, start, start + len(line), len(match[1]))
        elif match := _ITEM.match(line):
            depth = len(match[1].expandtabs(4)) // 2 + 1
            yield Block(BlockKind.LIST_ITEM, start, start + len(line), depth)
        index += 1


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line.strip()) is not None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _table(rows: list[tuple[int, str]], last: tuple[int, str]) -> Block:
    cells = []
    for row, (start, line) in enumerate(rows):
        for column, (low, high) in enumerate(_cell_ranges(line)):
            cells.append(Cell(row, column, start + low, start + high, header=row == 0))
    return Block(BlockKind.TABLE, rows[0][0], last[0] + len(last[1]), cells=tuple(cells))


def _cell_ranges(line: str) -> Iterator[tuple[int, int]]:
    borders = [match.start() for match in re.finditer(r"(?<!\\)\|", line)]
    body = line.strip()
    ends = [*([] if body.startswith("|") else [-1]), *borders, *([] if body.endswith("|") else [len(line)])]
    for before, after in pairwise(ends):
        cell = line[before + 1 : after]
        low = before + 1 + len(cell) - len(cell.lstrip())
        yield low, low + len(cell.strip())
