"""Pieces of text out of the head of a document, put together as one reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.context import Context
from kimdocs.extraction.layout.plain_spaces import with_plain_spaces
from kimdocs.lexicon.fold import fold_lines
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kimdocs.model.source import Evidence

Piece = tuple[int, int]

_GAP = lazy(r"\t|\s+·\s+|\s{2,}|[|│]")
_SHORT = 60
_FEW = 3
_SPACED = lazy(r"(?<!\w)(?:\w ){3,}\w(?!\w)")
_MARKS = lazy(r"(?:[#>=*|│•●▸►▶☰⚙\u2700-\u27bf\U0001f300-\U0001faff\s]|[-–] (?=\S))+")
_BOX = lazy(r"(?P<ticked>[☒☑]|\[[xX]\]|\([xX]\))|[☐□]|\[ {0,3}\]|\( {0,3}\)")
_TICKS = ("☒", "☑", "[x]", "[X]", "(x)", "(X)")
_SOFT = lazy("[\u00ad\ufffe\u200b]")
_SPLIT_WORD = lazy(r"(?<=\w)-\n\s*(?=[a-zäöüß])(?!(?:und|oder|bzw|sowie|u\.)\b)")
_SPLIT_COMPOUND = lazy(r"(?<=\w[-/])\n\s*(?=[A-ZÄÖÜ0-9])")
_BROKEN_SLASH = lazy(r"(?<=\w/)\n\s*(?=[a-zäöüß])")


def line_by_line(context: Context, end: int) -> Context:
    """A context of the first ``end`` characters whose folded text keeps every character on its line.

    The folded text of a document draws broken words together; lines and cells of a head need every character where
    it stands.
    """
    folded = fold_lines(context.text[:end])
    parts = context.headings, context.sections, context.items
    head = Context(context.source, folded, context.lines, *parts, line_starts=context.line_starts)
    head.text = with_plain_spaces(context.source.text)
    return head


def own_blocks(context: Context) -> bool:
    """Whether the file tells its paragraphs apart, so that every line is one and none goes on in the next."""
    return context.source.media_type.endswith(("html", "document", "markdown"))


def cells_of(text: str, start: int, end: int) -> list[Piece]:
    """The cells of a line that tabs, bars or wide gaps part."""
    cells, at = [], start
    for gap in _GAP.finditer(text, start, end):
        cells.append((at, gap.start()))
        at = gap.end()
    return [(begin, stop) for begin, stop in (*cells, (at, end)) if text[begin:stop].strip()]


def bare(text: str, start: int, end: int) -> Piece:
    """A place without the white space at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def is_sentence_below(context: Context, above: Piece, line: Piece) -> bool:
    """Whether a line is a sentence below a title that had no need to go on: it ends short, in the middle of nothing."""
    sentence = context.text[line[1] - 1] == "." and context.text[line[0]].isupper()
    words = context.text[slice(*line)].split()
    return sentence and len(words) > _FEW and above[1] - above[0] < _SHORT and context.text[above[1] - 1].isalnum()


def reading(text: str) -> str:
    """Text over several lines as one line: words put together again, white space single, soft hyphens gone."""
    text = "\n".join(line.strip() for line in _SOFT.sub("", text).split("\n"))
    text = _SPLIT_WORD.sub("", text)
    text = _BROKEN_SLASH.sub("", _SPLIT_COMPOUND.sub("", text))
    return " ".join(text.split())


def joined(context: Context, pieces: Iterable[Piece]) -> str:
    """The text of several pieces, each on lines of its own, as one line."""
    return reading("\n".join(context.text[start:end] for start, end in pieces))


def evidence(context: Context, pieces: Iterable[Piece]) -> tuple[Evidence, ...]:
    """Evidence for pieces; those that only white space parts are one place."""
    merged: list[list[int]] = []
    for start, end in pieces:
        if merged and not context.text[merged[-1][1] : start].strip():
            merged[-1][1] = end
        else:
            merged.append([start, end])
    return tuple(context.evidence(start, end) for start, end in merged if context.text[start:end].strip())


def close_up(text: str) -> str:
    """Letter-spaced words put together: "n i e d e r s c h r i f t" is "niederschrift"."""
    return _SPACED.sub(lambda hit: hit.group().replace(" ", ""), text)


def mark_end(text: str, start: int, end: int) -> int:
    """Where a line's own text starts, behind marks of lists, headings and table debris."""
    hit = _MARKS.match(text, start, end)
    return hit.end() if hit else start


def ticked(text: str, start: int, end: int) -> list[Piece]:
    """The options of a line whose boxes are ticked: "☒ Beschlussvorlage ☐ Mitteilung"; empty without such boxes."""
    if not any(text.find(tick, start, end) >= 0 for tick in _TICKS):
        return []
    boxes = list(_BOX.finditer(text, start, end))
    stops = [*(box.start() for box in boxes[1:]), end] if boxes else []
    return [bare(text, box.end(), stop) for box, stop in zip(boxes, stops, strict=True) if box["ticked"]]
