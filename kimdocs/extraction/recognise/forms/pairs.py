"""Which answer of a form each of its marks belongs to: by columns, by the order they stand in, or by what is nearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.forms.marks import Answers
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.recognise.forms.marks import Row, Token

PARTING = lazy(r"[|/,;]|\boder\b|\bbzw\b| {2}")
_COLUMN = lazy(r"[\t|/]")
_LINE = 3


def line_bounds(folded: str, place: int) -> tuple[int, int]:
    """Start and end of the line of a place."""
    start, end = folded.rfind("\n", 0, place) + 1, folded.find("\n", place)
    return start, len(folded) if end < 0 else end


class Pairing:
    """The marks of the forms of a text, and their answers."""

    def __init__(self, text: str, folded: str) -> None:
        """A text, and the same text folded."""
        self._text, self._folded = text, folded

    def in_columns(self, rows: Sequence[Row]) -> Answers | None:
        """What is crossed in rows of marks each of which stands below, or above, a row of answers."""
        kinds = [row.marks for row in rows]
        pairs = list(zip(rows[::2], rows[1::2], strict=False))
        below = all(not one.marks and other.marks == len(other.tokens) for one, other in pairs)
        above = all(not other.marks and one.marks == len(one.tokens) for one, other in pairs)
        if len(kinds) % 2 or not (below or above) or not any(len(row.tokens) > 1 for row in rows if not row.marks):
            return None
        answers = Answers([], [], [])
        for pair in pairs:
            words, marks = pair if below else pair[::-1]
            if not self.pair(words.tokens, marks.tokens, answers):
                return None
        return answers

    def pair(self, words: Sequence[Token], marks: Sequence[Token], answers: Answers) -> bool:
        """Puts in the answers that a row of marks crosses or leaves open; whether each mark has one of its own."""
        left = list(words)
        for number, mark in enumerate(marks):
            even = len(words) == len(marks) and words[-1].start < marks[0].start
            at = words[number] if even else self._over(words, mark)
            if at is None and not mark.crossed:
                continue
            if at not in left:
                return False
            left.remove(at)
            (answers.crossed if mark.crossed else answers.open).append(at)
        answers.open.extend(left)
        return True

    def _over(self, words: Sequence[Token], mark: Token) -> Token | None:
        """The answer in the column of a mark: by what parts the columns, else by its place on the line."""
        top, low = line_bounds(self._folded, words[0].start)[0], line_bounds(self._folded, mark.start)[0]
        tabs = "\t" in self._text[top : words[-1].start] or "\t" in self._text[low : mark.start]
        if (columns := len(_COLUMN.findall(self._text, low, mark.start))) or tabs:
            found = [w for w in words if len(_COLUMN.findall(self._text, top, w.start)) == columns]
        else:
            middle = (mark.start + mark.end - 1) // 2 - low
            found = [word for word in words if word.start - top - 1 <= middle <= word.end - top]
        return found[0] if len(found) == 1 else None

    def in_order(self, tokens: Sequence[Token]) -> Answers | None:
        """What is crossed where marks stand before their answers, or all behind them; None where either may be."""
        marks = [number for number, token in enumerate(tokens) if token.mark]
        before = [n + 1 < len(tokens) and not tokens[n + 1].mark for n in marks]
        behind = [n > 0 and not tokens[n - 1].mark for n in marks]
        if not marks or not (all(before) or all(behind)):
            return None
        step = 1 if all(before) else -1
        if all(before) and all(behind):
            nearer = {self._nearer(tokens, n) for n in marks} - {0}
            if len(nearer) != 1:
                return None
            step = nearer.pop()
        taken = {n + step: tokens[n].crossed for n in marks}
        words = [(number, token) for number, token in enumerate(tokens) if not token.mark]
        return Answers(
            [token for number, token in words if taken.get(number) is True],
            [token for number, token in words if taken.get(number) is False],
            [token for number, token in words if number not in taken],
        )

    def _nearer(self, tokens: Sequence[Token], number: int) -> int:
        """1 where a mark stands nearer to the answer behind it, -1 to that before it, 0 where one cannot tell.

        Where each stands on a line of its own, the mark is the one below the answer.
        """
        left = self._distance(tokens[number - 1].end, tokens[number].start)
        right = self._distance(tokens[number].end, tokens[number + 1].start)
        lines = left == right and left >= _LINE
        return -1 if left < right or lines else int(left > right)

    def _distance(self, start: int, end: int) -> int:
        between = self._text[start:end]
        if "\n" in between:
            return _LINE + between.count("\n")
        if PARTING.search(self._folded, start, end) or "\t" in between:
            return 2 if between.strip() or "\t" in between else 1
        return 0
