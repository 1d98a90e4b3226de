"""Forms that offer answers to be crossed ("☐ angenommen ☒ abgelehnt"): which are crossed, whatever the arrangement.

A form is taken apart into its marks and its answers. Marks stand before their answers, behind them or on a line of
their own; an answer without its mark is not crossed, and where the order of marks and answers admits two readings, or
where contrary answers are crossed, the form tells none of them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.forms.marks import (
    BOX,
    MARK,
    Answers,
    Row,
    Token,
    are_contrary,
    is_full,
    refuted,
    told,
)
from kimdocs.extraction.recognise.forms.pairs import PARTING, Pairing, line_bounds
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kimdocs.lexicon import Match

_THIN = lazy(r"(?:[\s|/,;:.-]|\b(?:oder|bzw|wird|wurde|werden|ist|sind)\b)*")
_OFFERED = lazy(r" *(?:[/|]|oder\b) *")
_NUMBERS = lazy(r"[\s|/:;,.=-]*\d[\d\s|/:;,.=-]*")
_LONGEST_LINE = 240
_MOST_LINES = 24
_NEAR = 40


class Forms:
    """The forms of a text whose answers are in ``tables`` of the lexicon."""

    def __init__(self, text: str, folded: str, tables: tuple[str, ...]) -> None:
        """A text, and the same text folded."""
        self._text, self._folded, self._tables = text, folded, tables
        self._pairing = Pairing(text, folded)

    def found(self, places: Iterable[int]) -> Iterator[tuple[int, int, Answers]]:
        """Start and end of the forms that stand at one of the places, and what they answer."""
        done = 0
        for found in places:
            place = found + (self._folded[found] == "\n")
            if place >= done:
                rows, done = self._rows(place)
                start = line_bounds(self._folded, rows[0].tokens[0].start if rows else place)[0]
                answers = self._answers(rows) if rows else self._of_line(start, done)
                if answers.crossed or not (self._is_list(rows) or self._is_header(answers, done)):
                    yield start, done, answers

    def uncrossed(self, places: Iterable[int]) -> set[tuple[int, int]]:
        """Where the answers stand that nobody crossed in the forms that stand at one of the places."""
        forms = self.found(places)
        return {(m.start, m.end) for *_, answers in forms for token in refuted(answers) for m in token.said}

    def told(self, start: int, end: int) -> set[str]:
        """The values of the answers that are crossed in the forms with a mark in ``text[start:end]``."""
        forms = self.found(mark.start() for mark in MARK.finditer(self._folded, start, end))
        return {m.entry.value for *_, form in forms for token in told(form) for m in token.said}

    def _is_list(self, rows: Sequence[Row]) -> bool:
        """Whether no mark is a box, and no two answers are contrary: "○ vertagt" is an entry of a list."""
        tokens = [token for row in rows for token in row.tokens]
        if not rows or any(token.mark and BOX.match(self._folded, token.start) for token in tokens):
            return False
        return not are_contrary(tokens)

    def _is_header(self, answers: Answers, end: int) -> bool:
        """Whether numbers stand on the lines below nouns that are not crossed: "Zustimmung | Ablehnung"."""
        nouns = all(m.entry.attributes.get("status") for token in answers.alone for m in token.said)
        if answers.open or not nouns:
            return False
        below = line_bounds(self._folded, end + 1)
        return any(_NUMBERS.fullmatch(self._folded, *line) for line in (below, line_bounds(self._folded, below[1] + 1)))

    def _said(self, start: int, end: int, tables: Iterable[str] = ()) -> list[Match]:
        found = [m for table in tables or self._tables for m in matcher(table).finditer(self._folded, start, end)]
        finite = words_of("result_words", "finite") - words_of("result_words", "like_participles")
        found = [
            match
            for match in found
            if not match.entry.attributes.get("weak") and self._folded[match.start : match.end].split()[0] not in finite
        ]
        return sorted(found, key=lambda match: (match.start, -match.end))

    def _rows(self, place: int) -> tuple[list[Row], int]:
        """The lines of nothing but marks and answers around a place, and where they end; none where it has words."""
        start, end = line_bounds(self._folded, place)
        row = self._row(start, end)
        if row is None:
            return [], end
        rows, up = [row], start
        while len(rows) < _MOST_LINES:
            below = self._next(end, 1)
            if below is None or below[0].led:
                break
            rows.append(below[0])
            end = below[1]
        while not rows[0].led and up and len(rows) < _MOST_LINES:
            above = self._next(up, -1)
            if above is None or (above[0].led and not above[0].marks and all(row.is_whole for row in rows)):
                break
            rows.insert(0, above[0])
            up = above[1]
        return rows, end

    def _next(self, border: int, step: int) -> tuple[Row, int] | None:
        """The next line above or below, a blank one left out, with its far border; None where it has other words."""
        for _ in range(2):
            place = border - 1 if step < 0 else border + 1
            if not 0 <= place <= len(self._folded):
                return None
            start, end = line_bounds(self._folded, place)
            border = start if step < 0 else end
            if self._folded[start:end].strip():
                row = self._row(start, end)
                return (row, border) if row else None
        return None

    def _row(self, start: int, end: int) -> Row | None:
        if end - start > _LONGEST_LINE:
            return None
        marks = [Token(*m.span(), True, is_full(m)) for m in MARK.finditer(self._folded, start, end)]
        if not marks and not any(map(str.isalpha, self._folded[start:end])):
            return None
        words = [Token(match.start, match.end, False, said=(match,)) for match in self._said(start, end)]
        tokens = self._joined(sorted(marks + words, key=lambda token: token[:2]))
        parts = pairwise([*(border for token in tokens for border in token[:2]), end])
        if not tokens or not all(_THIN.fullmatch(self._folded, *part) for part in list(parts)[1::2]):
            return None
        if not marks and self._folded.find(":", tokens[-1].end, end) >= 0:
            return None
        return Row(tuple(tokens), not _THIN.fullmatch(self._folded, start, tokens[0].start))

    def _joined(self, tokens: list[Token]) -> list[Token]:
        """The tokens with words that make one answer in one: "einstimmig beschlossen"."""
        joined: list[Token] = []
        for token in tokens:
            last = joined[-1] if joined else None
            if last and not last.mark and not token.mark and self._is_one(last, token):
                joined[-1] = last._replace(end=max(last.end, token.end), said=(*last.said, *token.said))
            else:
                joined.append(token)
        return joined

    def _is_one(self, one: Token, other: Token) -> bool:
        apart = other.start > one.end and PARTING.search(self._folded, one.end, other.start)
        return not apart and "\t" not in self._text[one.end : other.start] and not are_contrary((one, other))

    def _of_line(self, start: int, end: int) -> Answers:
        """What is crossed on a line of which the boxes stand among other words."""
        boxes = list(BOX.finditer(self._folded, start, end))
        if not boxes:
            return self._offered(start, end)
        label = self._folded.rfind(":", start, boxes[0].start()) + 1
        at = max(start, label, boxes[0].start() - _NEAR)
        tokens: list[Token] = []
        for box in boxes:
            tokens += [*self._chunk(at, box.start()), Token(*box.span(), True, is_full(box))]
            at = box.end()
        tokens += self._chunk(at, end)
        edges = [bool(tokens[i].mark or tokens[i].said) for i in (0, -1)]
        for low, high in ((0, 0), (1, 0), (0, 1), (1, 1)):
            inner = tokens[0 if low or edges[0] else 1 : len(tokens) if high or edges[1] else -1]
            answers = self._pairing.in_order(inner)
            if answers:
                return answers
        return _unsure(tokens)

    def _offered(self, start: int, end: int) -> Answers:
        """The answers that a line offers among other words; those in whose column the next line has a mark are crossed.

        "Angenommen / Abgelehnt   Ja 9". The ways to agree are but columns there: "einstimmig | mehrheitlich | Ja".
        """
        words = [
            Token(match.start, match.end, False, said=(match,)) for match in self._said(start, end, self._tables[:1])
        ]
        pairs = [p for p in pairwise(words) if _OFFERED.fullmatch(self._folded, p[0].end, p[1].start)]
        offered = [token for pair in pairs if are_contrary(pair) for token in pair]
        marks = [
            Token(*m.span(), True, is_full(m)) for m in MARK.finditer(self._folded, *line_bounds(self._folded, end + 1))
        ]
        answers = Answers([], [], [])
        if not offered or (any(mark.crossed for mark in marks) and self._pairing.pair(offered, marks, answers)):
            return answers
        return Answers([], [], [token for token in offered if not token.said[0].entry.attributes.get("status")])

    def _chunk(self, start: int, end: int) -> list[Token]:
        while start < end and not self._folded[start].isalnum():
            start += 1
        while end > start and not self._folded[end - 1].isalnum():
            end -= 1
        return [Token(start, end, False, said=tuple(self._said(start, end)))] if start < end else []

    def _answers(self, rows: Sequence[Row]) -> Answers:
        """What is crossed in a form of lines: each for itself, rows of marks below rows of answers, or all in order."""
        marked = [row for row in rows if row.marks]
        if not marked:
            return Answers([], [], [token for row in rows for token in row.tokens])
        if all(2 * row.marks == len(row.tokens) for row in marked):
            found = [self._pairing.in_order(row.tokens) for row in marked]
            alone = [token for row in rows if not row.marks for token in row.tokens]
            if all(found):
                parts = [part for part in found if part]
                return Answers([t for p in parts for t in p.crossed], [t for p in parts for t in p.open], alone)
        tokens = [token for row in rows for token in row.tokens]
        answers = self._pairing.in_columns(rows) or self._pairing.in_order(tokens)
        if answers is None and len(rows) == 1 and rows[0].led:
            return self._of_line(*line_bounds(self._folded, tokens[0].start))
        return answers or _unsure(tokens)


def _unsure(tokens: Iterable[Token]) -> Answers:
    """Answers of which none is known to be crossed."""
    return Answers([], [token for token in tokens if not token.mark], [])
