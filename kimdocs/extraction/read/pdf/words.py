"""Words of a PDF page with their places, out of pdfium's text page."""

from __future__ import annotations

import ctypes
import re
from array import array
from itertools import accumulate, compress, pairwise
from operator import sub
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium_c

if TYPE_CHECKING:
    from kimdocs.extraction.read.pdf.geometry import Box, PageFrame

_TOKEN = re.compile(r"[^\s\ufffe\x00-\x1f]+\ufffe?|\ufffe|\n")
_LINE_END_HYPHEN = "\ufffe"
_SOFT_HYPHEN = "\u00ad"
_LINE_ENDS = ("\n", _LINE_END_HYPHEN, _SOFT_HYPHEN)
_SYMBOLS = str.maketrans("\uf0b7\uf0a7\uf0fe\uf078\uf06f\uf0a8\uf0fc\uf0d8\uf02d", "•▪☒☒☐☐✓➢-")
_MAX_HEIGHT = 144.0
_BOX_BYTES = 16
_SAMPLE = 60
_BY_ADDRESS = ctypes.PYFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


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


class Words(NamedTuple):
    """The words of a page as columns of one length: a page has too many of them to look at each by itself."""

    text: list[str]
    x0: list[float]
    top: list[float]
    x1: list[float]
    bottom: list[float]
    line: list[int]

    def word(self, index: int) -> Word:
        """One word."""
        text, x0, top, x1, bottom, line = self
        return Word(text[index], x0[index], top[index], x1[index], bottom[index], line[index])


def page_words(page: Any, frame: PageFrame) -> Words:
    """Words of a pypdfium2 page in the order in which the file draws them."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        text, indices = _characters(text_page, count) if count > 0 else ("", None)
        return _words(text_page.raw, text, indices, frame)
    finally:
        text_page.close()


def sideways_turns(words: Words) -> int:
    """Quarter turns (clockwise) after which most of the words can be read: 0 where they can already."""
    up = down = level = 0
    sample = zip(words.x0[:_SAMPLE], words.top[:_SAMPLE], words.line[:_SAMPLE], strict=True)
    for (left, top, line), (next_left, next_top, next_line) in pairwise(sample):
        if line == next_line:
            if abs(next_top - top) <= abs(next_left - left):
                level += 1
            elif next_top < top:
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


def _words(raw: Any, text: str, indices: list[int] | None, frame: PageFrame) -> Words:
    """Words of these characters; the boxes of the first and the last character of a word are enough for its place."""
    hits = list(_TOKEN.finditer(text))
    found = [hit.group() for hit in hits]
    is_word = [word != "\n" for word in found]
    lines = list(compress(accumulate((word[-1] in _LINE_ENDS for word in found), initial=0), is_word))
    texts = [word if word.isascii() else _shown(word) for word in compress(found, is_word)]
    ends = [place for hit in compress(hits, is_word) for place in (hit.start(), hit.end() - 1)]
    boxes = _loose_boxes(raw, ends if indices is None else [indices[end] for end in ends])
    return Words(texts, *(_shown_places if frame.turns else _upright_places)(boxes, frame), lines)


Places = tuple[list[float], list[float], list[float], list[float]]


def _upright_places(boxes: list[float], frame: PageFrame) -> Places:
    """Left edges, tops, right edges and bottoms of words on a page that is not turned."""
    x, y = frame.left, frame.top
    return (
        [left - x for left in boxes[0::8]],
        [y - top for top in boxes[1::8]],
        [right - x for right in boxes[6::8]],
        [y - bottom for bottom in boxes[3::8]],
    )


def _shown_places(boxes: list[float], frame: PageFrame) -> Places:
    """The same on a page that is turned."""
    firsts = zip(boxes[0::8], boxes[1::8], boxes[2::8], boxes[3::8], strict=True)
    lasts = zip(boxes[4::8], boxes[5::8], boxes[6::8], boxes[7::8], strict=True)
    shown = [
        frame.shown(min(a[0], b[0]), min(a[3], b[3]), max(a[2], b[2]), max(a[1], b[1]))
        for a, b in zip(firsts, lasts, strict=True)
    ]
    left, top, right, bottom = ([box[side] for box in shown] for side in range(4))
    return left, top, right, bottom


def _shown(found: str) -> str:
    hyphen = found[-1] in _LINE_ENDS
    body = found[:-1] if hyphen else found
    return body.replace(_SOFT_HYPHEN, "").translate(_SYMBOLS) + ("-" if hyphen else "")


def _loose_boxes(raw: Any, indices: list[int]) -> list[float]:
    """Left, top, right, bottom of each character, one after the other.

    Plain addresses in place of typed pointers halve the time of a call, and there are two calls a word.
    """
    ask = _BY_ADDRESS(ctypes.cast(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0)
    page = ctypes.cast(raw, ctypes.c_void_p).value
    buffer = array("f", bytes(_BOX_BYTES * len(indices)))
    place, _ = buffer.buffer_info()
    for index, address in zip(indices, range(place, place + _BOX_BYTES * len(indices), _BOX_BYTES), strict=True):
        ask(page, index, address)
    values = buffer.tolist()
    heights = list(map(sub, values[1::4], values[3::4]))
    if heights and not 0 < min(heights) <= max(heights) < _MAX_HEIGHT:
        for position, height in enumerate(heights):
            if not 0 < height < _MAX_HEIGHT:
                values[4 * position : 4 * position + 4] = _tight_box(raw, indices[position])
    return values


def _tight_box(raw: Any, index: int) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium_c.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
    return left.value, top.value, right.value, bottom.value
