"""Words of a PDF page with their places, out of pdfium's text page."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium_c

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"[^\s\ufffe\x00-\x1f]+\ufffe?|\ufffe|\n")
_LINE_END_HYPHEN = "\ufffe"
_SOFT_HYPHEN = "\u00ad"
_SYMBOLS = str.maketrans("\uf0b7\uf0a7\uf0fe\uf078\uf06f\uf0a8\uf0fc\uf0d8\uf02d", "•▪☒☒☐☐✓➢-")
_MAX_HEIGHT = 144.0


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


def page_words(page: Any) -> list[Word]:
    """Words of a pypdfium2 page in the order in which the file draws them."""
    left, _, _, top = page.get_cropbox()
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        text, indices = _characters(text_page, count) if count > 0 else ("", None)
        return list(_words(text_page.raw, text, indices, (left, top)))
    finally:
        text_page.close()


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


def _words(raw: Any, text: str, indices: list[int] | None, origin: tuple[float, float]) -> Iterator[Word]:
    box = _Boxes(raw, origin)
    line = 0
    for match in _TOKEN.finditer(text):
        found = match.group()
        if found == "\n":
            line += 1
            continue
        first, last = match.start(), match.end() - 1
        if indices is not None:
            first, last = indices[first], indices[last]
        hyphen = found.endswith((_LINE_END_HYPHEN, _SOFT_HYPHEN))
        x0, top, x1, bottom = box.of(first, last, hyphen=hyphen)
        word = found[:-1].replace(_SOFT_HYPHEN, "") + "-" if hyphen else found.replace(_SOFT_HYPHEN, "")
        yield Word(word.translate(_SYMBOLS), x0, top, x1, bottom, line)
        line += hyphen


class _Boxes:
    """Asks pdfium for boxes of characters, with one buffer for all of them."""

    def __init__(self, raw: Any, origin: tuple[float, float]) -> None:
        self._raw = raw
        self._left, self._top = origin
        self._rect = pdfium_c.FS_RECTF()
        self._pointer = ctypes.byref(self._rect)

    def of(self, first: int, last: int, *, hyphen: bool) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the characters ``first`` to ``last``: the boxes of the two ends are enough."""
        a = self._loose(first)
        b = a if first == last else self._loose(last)
        if hyphen and b[2] <= b[0] and first != last:
            b = self._loose(last - 1)
        left, top = self._left, self._top
        return (
            min(a[0], b[0]) - left,
            top - max(a[1], b[1]),
            max(a[2], b[2]) - left,
            top - min(a[3], b[3]),
        )

    def _loose(self, index: int) -> tuple[float, float, float, float]:
        rect = self._rect
        pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, self._pointer)
        if not 0 < rect.top - rect.bottom < _MAX_HEIGHT:
            return self._tight(index)
        return rect.left, rect.top, rect.right, rect.bottom

    def _tight(self, index: int) -> tuple[float, float, float, float]:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium_c.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        return left.value, top.value, right.value, bottom.value
