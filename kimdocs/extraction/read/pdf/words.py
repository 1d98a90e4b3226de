"""Words of a PDF page with their places, out of pdfium's text page."""

from __future__ import annotations

import ctypes
import re
from itertools import pairwise
from struct import iter_unpack
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium_c

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.read.pdf.geometry import Box, PageFrame

_TOKEN = re.compile(r"[^\s\ufffe\x00-\x1f]+\ufffe?|\ufffe|\n")
_LINE_END_HYPHEN = "\ufffe"
_SOFT_HYPHEN = "\u00ad"
_HYPHENS = (_LINE_END_HYPHEN, _SOFT_HYPHEN)
_SYMBOLS = str.maketrans("\uf0b7\uf0a7\uf0fe\uf078\uf06f\uf0a8\uf0fc\uf0d8\uf02d", "•▪☒☒☐☐✓➢-")
_MAX_HEIGHT = 144.0
_BY_ADDRESS = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class Word(NamedTuple):
    """A run of characters without white space; points from the top left corner of the page as it is shown.

    ``line`` counts the lines in the order in which the file draws them.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    line: int


def page_words(page: Any, frame: PageFrame) -> list[Word]:
    """Words of a pypdfium2 page in the order in which the file draws them."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        text, indices = _characters(text_page, count) if count > 0 else ("", None)
        return _words(text_page.raw, text, indices, frame)
    finally:
        text_page.close()


def sideways_turns(words: list[Word]) -> int:
    """Quarter turns (clockwise) after which most of the words can be read: 0 where they can already."""
    up = down = level = 0
    for a, b in pairwise(words):
        if a.line == b.line:
            if abs(b.top - a.top) <= abs(b.x0 - a.x0):
                level += 1
            elif b.top < a.top:
                up += 1
            else:
                down += 1
    if level >= up + down:
        return 0
    return 1 if up >= down else 3


def _characters(text_page: Any, count: int) -> tuple[str, list[int] | None]:
    """The page's characters, and the index of each in pdfium's list where the two differ."""
    text = text_page.get_text_range(0, count)
    if len(text) == count:
        return text, None
    kept: list[str] = []
    indices: list[int] = []
    high = 0
    for index in range(count):
        code = pdfium_c.FPDFText_GetUnicode(text_page.raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        hyphen = code == 0x02
        kept.append(_LINE_END_HYPHEN if hyphen else chr(code if code < 0x110000 else 0xFFFD))
        indices.append(index)
    return "".join(kept), indices


def _words(raw: Any, text: str, indices: list[int] | None, frame: PageFrame) -> list[Word]:
    """Words of these characters; the boxes of the first and the last character of a word are enough for its place."""
    tokens: list[tuple[str, int]] = []
    ends: list[int] = []
    line = 0
    for match in _TOKEN.finditer(text):
        found = match.group()
        if found == "\n":
            line += 1
            continue
        ends += (match.start(), match.end() - 1)
        if found.isascii():
            tokens.append((found, line))
        else:
            hyphen = found[-1] in _HYPHENS
            tokens.append((_shown(found, hyphen=hyphen), line))
            line += hyphen
    boxes = _loose_boxes(raw, ends if indices is None else [indices[end] for end in ends])
    if frame.turns:
        pairs = zip(tokens, boxes, boxes, strict=False)
        return [Word(shown, *_turned(a, b, frame), on_line) for (shown, on_line), a, b in pairs]
    x, y = frame.left, frame.top
    return [
        Word(shown, a[0] - x, y - a[1], max(a[2], b[2]) - x, y - a[3], on_line)
        for (shown, on_line), a, b in zip(tokens, boxes, boxes, strict=False)
    ]


def _turned(a: Box, b: Box, frame: PageFrame) -> Box:
    return frame.shown(min(a[0], b[0]), min(a[3], b[3]), max(a[2], b[2]), max(a[1], b[1]))


def _shown(found: str, *, hyphen: bool) -> str:
    body = found[:-1] if hyphen else found
    return body.replace(_SOFT_HYPHEN, "").translate(_SYMBOLS) + ("-" if hyphen else "")


def _loose_boxes(raw: Any, indices: list[int]) -> Iterator[Box]:
    """Left, top, right, bottom of characters by their indices, all in one buffer.

    Plain addresses in place of typed pointers take a third off the time of a call, and there are two calls a word.
    """
    ask = _BY_ADDRESS(ctypes.cast(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0)
    rects = (pdfium_c.FS_RECTF * len(indices))()
    page, place, size = ctypes.cast(raw, ctypes.c_void_p), ctypes.addressof(rects), ctypes.sizeof(pdfium_c.FS_RECTF)
    for position, index in enumerate(indices):
        ask(page, index, place + position * size)
    for index, box in zip(indices, iter_unpack("4f", rects), strict=True):
        yield box if 0 < box[1] - box[3] < _MAX_HEIGHT else _tight_box(raw, index)


def _tight_box(raw: Any, index: int) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium_c.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
    return left.value, top.value, right.value, bottom.value
