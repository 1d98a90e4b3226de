"""Words of a PDF page with their places, out of pdfium's text page."""

from __future__ import annotations

import ctypes
from array import array
from bisect import bisect_left
from itertools import accumulate, compress, count, pairwise
from operator import add, eq, sub
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfiumError

from kimdocs.extraction.read.pdf.calls import loose_boxes
from kimdocs.extraction.read.pdf.stacked import apart, stacked_words
from kimdocs.extraction.read.symbols import composed
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.read.pdf.geometry import Box, PageFrame

_WORDS = lazy(r"([^\s\ufffe\x00-\x1f]+\ufffe?|\ufffe)")
_LINE_END_HYPHEN = "\ufffe"
_SOFT_HYPHEN = "\u00ad"
_HYPHENS = (_LINE_END_HYPHEN, _SOFT_HYPHEN)
_SIGNS = dict(zip("\uf0b7\uf0a7\uf0fe\uf078\uf06f\uf0a8\uf0fc\uf0d8\uf02d", "•▪☒☒☐☐✓➢-", strict=True))
_SYMBOLS = str.maketrans(_SIGNS)
_UNSHOWN = (*_HYPHENS, *_SIGNS)
_MAX_HEIGHT = 144.0
_SAMPLE = 60


class Word(NamedTuple):
    """A run of characters without white space; points from the top left corner of the page as it is shown."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Words(NamedTuple):
    """The words of a page as columns of one length: a page has too many of them to look at each by itself.

    Attributes:
        starts: Indices of the words that begin a line, 0 among them, in the order in which the file draws them.
        heights: Of the lowest and of the tallest of their characters that was looked at, in points.
    """

    text: list[str]
    x0: list[float]
    top: list[float]
    x1: list[float]
    bottom: list[float]
    starts: list[int]
    heights: tuple[float, float]

    def word(self, index: int) -> Word:
        """One word."""
        text, x0, top, x1, bottom, _, _ = self
        return Word(text[index], x0[index], top[index], x1[index], bottom[index])


def page_words(page: Any, frame: PageFrame) -> Words:
    """Words of a pypdfium2 page in the order in which the file draws them.

    Raises:
        PdfiumError: The page's text cannot be loaded.
    """
    raw = pdfium_c.FPDFText_LoadPage(page.raw)
    if not raw:
        raise PdfiumError("Failed to load text page.")
    try:
        return _words(raw, *_characters(raw, pdfium_c.FPDFText_CountChars(raw)), frame)
    finally:
        pdfium_c.FPDFText_ClosePage(raw)


def words_of(text: list[str], places: Places, starts: list[int]) -> Words:
    """Words in these places."""
    heights = list(map(sub, places[3], places[1]))
    return Words(text, *places, starts, (min(heights, default=0.0), max(heights, default=0.0)))


def sideways_turns(words: Words) -> int:
    """Quarter turns (clockwise) after which most of the words can be read: 0 where they can already."""
    tops, starts = words.top[:_SAMPLE], set(words.starts[:_SAMPLE])
    if 2 * (sum(map(eq, tops[1:], tops)) - len(starts)) >= _SAMPLE:
        return 0
    up = down = level = 0
    sample = pairwise(zip(words.x0[:_SAMPLE], tops, strict=True))
    for index, ((left, top), (next_left, next_top)) in enumerate(sample, 1):
        if index not in starts:
            if abs(next_top - top) <= abs(next_left - left):
                level += 1
            elif next_top < top:
                up += 1
            else:
                down += 1
    if level >= up + down:
        return 0
    return 1 if up >= down else 3


def _characters(raw: Any, count: int) -> tuple[str, list[int] | None]:
    """The page's characters, and the index of each in pdfium's list where the two differ."""
    if count <= 0:
        return "", None
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    length = pdfium_c.FPDFText_GetText(raw, 0, count, buffer)
    text = bytes(memoryview(buffer)[: max(0, length - 1)]).decode("utf-16-le", errors="ignore")
    if len(text) == count:
        return text, None
    kept: list[str] = []
    indices: list[int] = []
    high = 0
    for index in range(count):
        code = pdfium_c.FPDFText_GetUnicode(raw, index)
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
    plain = text.replace("\r\n", "  ")
    texts, ends, starts = _plain_words(plain, text) if plain.isprintable() else _odd_words(text)
    if composed(text) is not text:
        texts = [composed(word) or word for word in texts]
    ends = ends if indices is None else [indices[end] for end in ends]
    boxes, heights = _loose_boxes(raw, ends)
    if stacked := stacked_words(texts, boxes):
        texts, ends, starts = apart(texts, ends, starts, stacked, lambda place: _loose_boxes(raw, [place])[0])
        boxes, heights = _loose_boxes(raw, ends)
    if frame.turns:
        return words_of(texts, _shown_places(boxes, frame), starts)
    return Words(texts, *_upright_places(boxes, frame), starts, heights)


def _plain_words(plain: str, text: str) -> tuple[list[str], list[int], list[int]]:
    """Words between blanks, the places of the first and the last character of each in turn, and who begins a line."""
    pieces = plain.split(" ")
    before = list(accumulate(map(len, pieces), initial=0))
    words = list(filter(None, pieces))
    firsts = list(compress(map(add, before, count()), pieces))
    ends = [0] * (2 * len(words))
    ends[0::2] = firsts
    ends[1::2] = compress(map(add, before[1:], count(-1)), pieces)
    lines = accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0)
    starts = {bisect_left(firsts, place) for place in lines}
    return words, ends, sorted(starts.difference([len(words)]))


def _odd_words(text: str) -> tuple[list[str], list[int], list[int]]:
    """The same of a text with other white space, control characters, hyphens of pdfium's or signs of symbol fonts."""
    parts = _WORDS.split(text)
    found, between = parts[1::2], parts[0::2]
    bounds = list(accumulate(map(len, parts)))
    ends = bounds[:-1]
    ends[1::2] = [end - 1 for end in bounds[1::2]]
    starts = [index for index, gap in enumerate(between[:-1]) if not index or (gap != " " and "\n" in gap)]
    if any(sign in text for sign in _UNSHOWN):
        hyphens = (index for index, word in enumerate(found[:-1], 1) if word[-1] in _HYPHENS)
        starts = sorted({*starts, *hyphens})
        found = [word if word.isascii() else _shown(word) for word in found]
    return found, ends, starts


Places = tuple[list[float], list[float], list[float], list[float]]


def _upright_places(boxes: array[float], frame: PageFrame) -> Places:
    """Left edges, tops, right edges and bottoms of words on a page that is not turned."""
    x, y = frame.left, frame.top
    lefts, rights = boxes[0::8].tolist(), boxes[6::8].tolist()
    return (
        [left - x for left in lefts] if x else lefts,
        [y - top for top in boxes[1::8].tolist()],
        [right - x for right in rights] if x else rights,
        [y - bottom for bottom in boxes[3::8].tolist()],
    )


def _shown_places(boxes: array[float], frame: PageFrame) -> Places:
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
    hyphen = found[-1] in _HYPHENS
    body = found[:-1] if hyphen else found
    return body.replace(_SOFT_HYPHEN, "").translate(_SYMBOLS) + ("-" if hyphen else "")


def _loose_boxes(raw: Any, indices: list[int]) -> tuple[array[float], tuple[float, float]]:
    """Left, top, right, bottom of each character, one after the other, and the least and the greatest height.

    Where the loose box is absurd it is the tight one.
    """
    boxes = loose_boxes().of(raw, indices)
    if not boxes:
        return boxes, (0.0, 0.0)
    tops, bottoms = boxes[1::8], boxes[3::8]
    if boxes[5::8].tobytes() != tops.tobytes() or boxes[7::8].tobytes() != bottoms.tobytes():
        tops, bottoms = boxes[1::4], boxes[3::4]
    heights = set(map(sub, tops, bottoms))
    low, tall = min(heights), max(heights)
    if low > 0 and tall < _MAX_HEIGHT:
        return boxes, (low, tall)
    boxes = array("d", boxes)
    for position, height in enumerate(map(sub, boxes[1::4], boxes[3::4])):
        if not 0 < height < _MAX_HEIGHT:
            boxes[4 * position : 4 * position + 4] = array("d", _tight_box(raw, indices[position]))
    heights = set(map(sub, boxes[1::4], boxes[3::4]))
    return boxes, (min(heights), max(heights))


def _tight_box(raw: Any, index: int) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium_c.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
    return left.value, top.value, right.value, bottom.value
