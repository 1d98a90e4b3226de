"""German sentences.

A passage whose full stops are all clear never needs spaCy: it is imported for the first doubtful stop, and sees only
the words around such stops.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import is_among
from kimdocs.extraction.language.line_breaks import Layout, layout
from kimdocs.extraction.language.stops import IN_MARKS, Stop, Verdict, mark_before, mark_behind, stops, verdict_on
from kimdocs.extraction.language.tokens import tokens
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_AROUND = 60
_BEYOND = 64
_PIECE = 4000
_VOWELS = frozenset("aeiouyäöü")
_ROMAN = lazy(r"[IVXLCDM]+")
_INITIAL = lazy(r"[^\W\d_]\.")


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of ``text[start:end]``: offsets into ``text``, in order, without white space at their ends.

    Every character that is not white space lies in exactly one of them. Blank lines, list items and headings begin a
    sentence; other line breaks do not.
    """
    lines = layout(text, start, end)
    cuts = set(lines.cuts)
    cuts.update(stop.end for stop in _decided(text, start, end, lines) if stop.verdict is Verdict.END)
    return list(_spans(text, start, end, sorted(cuts)))


def sentences_at(text: str, start: int, end: int, offsets: list[int]) -> list[tuple[int, int]]:
    """Those of ``sentences(text, start, end)`` that one of ``offsets`` (in order) stands in.

    Only the stops around the offsets are judged, unless one of them needs a look at the words.
    """
    lines = layout(text, start, end)
    judge = _Judge(text, start, end, lines)
    borders = [start, *lines.cuts, end]
    found: list[tuple[int, int]] = []
    for offset in offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]:
        if found and offset < found[-1][1]:
            continue
        line = bisect_right(lines.cuts, offset)
        begin = judge.before(offset, borders[line])
        stop = judge.behind(offset, borders[line + 1])
        if begin is None or stop is None:
            return [span for span in sentences(text, start, end) if is_among(offsets, *span)]
        found += [span for span in _spans(text, begin, stop, []) if span[0] <= offset < span[1]]
    return found


class _Judge:
    """The marks around an offset of a passage: looked for only where one is asked for, and judged once."""

    def __init__(self, text: str, start: int, end: int, lines: Layout) -> None:
        self._passage = (text, start, end)
        self._numbered = lines.numbered
        self._known: dict[int, Verdict] = {}

    def before(self, offset: int, otherwise: int) -> int | None:
        """Where the last sentence ends that does so before ``offset``, or ``otherwise``; None where in doubt."""
        text, _, end = self._passage
        at = offset
        while hit := mark_before(text, otherwise, end, at):
            verdict = self._verdict(hit) if hit.end() <= offset else Verdict.INSIDE
            if verdict is not Verdict.INSIDE:
                return hit.end() if verdict is Verdict.END else None
            at = hit.start()
        return otherwise

    def behind(self, offset: int, otherwise: int) -> int | None:
        """Where the first sentence ends that does so behind ``offset``, or ``otherwise``; None where in doubt."""
        text, start, end = self._passage
        hit = mark_before(text, start, end, offset) if text[offset] in IN_MARKS else None
        within = min(end, otherwise + _BEYOND)
        if not hit or hit.end() <= offset:
            hit = mark_behind(text, start, within, offset)
        while hit and hit.end() < otherwise:
            verdict = self._verdict(hit)
            if verdict is not Verdict.INSIDE:
                return hit.end() if verdict is Verdict.END else None
            hit = mark_behind(text, start, within, hit.end())
        return otherwise

    def _verdict(self, hit: re.Match[str]) -> Verdict:
        at = hit.start()
        if at not in self._known:
            self._known[at] = Verdict.INSIDE if at in self._numbered else verdict_on(*self._passage, hit)
        return self._known[at]


def has_doubt(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` has a full stop that only a look at the words (so, spaCy) can settle."""
    return any(stop.verdict is Verdict.DOUBT for stop in _stops(text, start, end, layout(text, start, end)))


def _stops(text: str, start: int, end: int, lines: Layout) -> Iterator[Stop]:
    return (stop for stop in stops(text, start, end) if stop.start not in lines.numbered)


def _spans(text: str, start: int, end: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    for begin, stop in zip([start, *cuts], [*cuts, end], strict=True):
        bare = text[begin:stop].strip()
        if bare:
            lead = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip())
            yield lead, lead + len(bare)


def _decided(text: str, start: int, end: int, lines: Layout) -> Iterator[Stop]:
    found = list(_stops(text, start, end, lines))
    doubts = [stop for stop in found if stop.verdict is Verdict.DOUBT]
    yield from (stop for stop in found if stop.verdict is not Verdict.DOUBT)
    if doubts:
        for piece in _pieces(doubts):
            yield from _settle(text, start, end, piece)


def _pieces(doubts: list[Stop]) -> Iterator[list[Stop]]:
    """Doubtful stops that stand near each other, so that their words are read once."""
    piece: list[Stop] = []
    for stop in doubts:
        if piece and (stop.start - piece[-1].end > 2 * _AROUND or stop.start - piece[0].start > _PIECE):
            yield piece
            piece = []
        piece.append(stop)
    yield piece


def _settle(text: str, start: int, end: int, piece: list[Stop]) -> Iterator[Stop]:
    first, last = max(start, piece[0].start - _AROUND), min(end, piece[-1].end + _AROUND)
    doc = tokens(text[first:last])
    owner = _token_at(doc, [stop.start - first for stop in piece])
    for stop, token in zip(piece, owner, strict=True):
        verdict = Verdict.END if _ends(token, stop.start - first) else Verdict.INSIDE
        yield Stop(stop.start, stop.end, verdict)


def _token_at(doc: Doc, offsets: list[int]) -> Iterator[Token]:
    rest = iter(doc)
    token = next(rest)
    for offset in offsets:
        while token.idx + len(token.text) <= offset:
            token = next(rest)
        yield token


def _ends(token: Token, offset: int) -> bool:
    """Whether the stop at ``offset``, which belongs to ``token``, ends a sentence.

    A capitalised function word ("Die", "Für", "Es") can only begin one. Otherwise a stop ends a sentence where the
    tokeniser takes it for a mark of its own, as behind a year, a full date or an amount.
    """
    following = _following(token)
    if _INITIAL.fullmatch(token.text) and token.i > 0 and token.nbor(-1).text.endswith("."):
        return False
    if following is None or (following.is_stop and following.is_title and len(following.text) > 1):
        return True
    alone = token.text == "." and token.idx == offset
    if not alone or token.i == 0 or token.nbor(1).idx == token.idx + 1:
        return False
    before = token.nbor(-1).text
    if _ROMAN.fullmatch(before):
        return False
    return bool(_VOWELS.intersection(before.lower())) or any(char.isdigit() for char in before) or not before.isalpha()


def _following(token: Token) -> Token | None:
    doc = token.doc
    for index in range(token.i + 1, min(len(doc), token.i + 6)):
        if doc[index].is_alpha or doc[index].like_num or doc[index].text[0].isalnum():
            return doc[index]
    return None
