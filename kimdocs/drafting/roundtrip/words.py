"""Words of a text and what became of them in another one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

_TOKEN = re.compile(r"\w+(?:[.,:/\-–'’]\w+)*|[^\w\s]")
_ALIKE = 0.4
_KEPT = 0.9  # share of a text's words that are in a longer one
_FEW, _FEWEST = 6, 3  # so few words must begin the longer text; fewer say nothing
_CELLS = 90_000
_LONG = 2_000


class Operation(StrEnum):
    """What became of a piece of text."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay, were taken out or came in, with the white space before them."""

    operation: Operation
    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign: ``text[start:end]``."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Words and signs; numbers and dates are one word."""
    return [Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text)]


def squeeze(text: str) -> str:
    """Text with single blanks; no-break spaces and hyphens count as plain ones, soft hyphens as nothing."""
    return " ".join(text.replace("\u00ad", "").replace("\u2011", "-").split())


Opcode = tuple[str, int, int, int, int]


def opcodes(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Opcode]:
    """What turns one sequence into the other, as difflib says it.

    Long sequences are first cut down to what lies between their common ends; what occurs in them all over is no anchor.
    """
    shorter = min(len(before), len(after))
    if shorter < _LONG:
        return list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())
    head = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    tail = next((place for place in range(shorter - head) if before[-1 - place] != after[-1 - place]), shorter - head)
    ends = len(before) - tail, len(after) - tail
    inner = SequenceMatcher(None, before[head : ends[0]], after[head : ends[1]], autojunk=True).get_opcodes()
    found = [("equal", 0, head, 0, head)] if head else []
    found += [(tag, i1 + head, i2 + head, j1 + head, j2 + head) for tag, i1, i2, j1, j2 in inner]
    return found + ([("equal", ends[0], len(before), ends[1], len(after))] if tail else [])


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts in one row: what stays (as in the new text), what was taken out, what came in."""
    old, new = tokens(before), tokens(after)
    found = []
    for tag, i1, i2, j1, j2 in opcodes([token.text for token in old], [token.text for token in new]):
        if tag == "equal":
            found.append(Piece(Operation.EQUAL, _slice(after, new, j1, j2)))
            continue
        if i2 > i1:
            found.append(Piece(Operation.REMOVED, _slice(before, old, i1, i2)))
        if j2 > j1:
            found.append(Piece(Operation.ADDED, _slice(after, new, j1, j2)))
    return tuple(found)


def _slice(text: str, found: list[Token], start: int, end: int) -> str:
    return text[found[start - 1].end if start else 0 : found[end - 1].end]


class Likeness:
    """How much of its words one text shares, in order, with many others; what cannot be alike is told quickly."""

    def __init__(self, text: str) -> None:
        """Look at the one text once."""
        self._words = _words(text)
        self._matcher: SequenceMatcher[str] = SequenceMatcher(None, (), self._words, autojunk=False)

    def with_words(self, words: Sequence[str], least: float) -> float:
        """Share of words in common, 0 to 1; 0 where it is below ``least``."""
        matcher = self._matcher
        matcher.set_seq1(words)
        if not words or matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
            return 0.0
        ratio = matcher.ratio()
        return ratio if ratio >= least else 0.0

    def holds(self, words: Sequence[str]) -> bool:
        """Whether the longer one of both texts has nearly all words of the other, in order."""
        shorter, longer = sorted((words, self._words), key=len)
        if len(shorter) < _FEW:
            return len(shorter) >= _FEWEST and list(longer[: len(shorter)]) == list(shorter)
        self._matcher.set_seq1(words)
        return sum(block.size for block in self._matcher.get_matching_blocks()) >= _KEPT * len(shorter)

    def is_alike(self, text: str, least: float) -> bool:
        """Whether another text has at least this share of its words."""
        return self.with_words(_words(text), least) > 0


def _words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def paired(before: Sequence[str], after: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Which text of one sequence became which of the other, in the order of reading; None where it has no other.

    Texts that differ only in blanks belong together; between them, those that are alike.
    """
    found: list[tuple[int | None, int | None]] = []
    for tag, i1, i2, j1, j2 in opcodes([squeeze(text) for text in before], [squeeze(text) for text in after]):
        if tag == "equal":
            found += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            found += [
                (None if i is None else i1 + i, None if j is None else j1 + j)
                for i, j in _alike(before[i1:i2], after[j1:j2])
            ]
    return found


def _alike(before: Sequence[str], after: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Pairs that make the sum of their likeness the largest, without crossing; one alone took the other's place.

    A text to which much was added, or of which much was taken, is the same one: the longer one holds the other.
    """
    rows, columns = len(before), len(after)
    if rows == columns == 1:
        return [(0, 0)]
    if not rows or not columns or rows * columns > _CELLS:
        return [*((i, None) for i in range(rows)), *((None, j) for j in range(columns))]
    known = [_words(text) for text in before]
    sets = [frozenset(words) for words in known]
    likes = [_likes(text, known, sets) for text in after]
    score = [[likes[j][i] for j in range(columns)] for i in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            together = best[i + 1][j + 1] + score[i][j] if score[i][j] >= _ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    return _walked(score, best)


def _likes(text: str, known: Sequence[Sequence[str]], sets: Sequence[frozenset[str]]) -> list[float]:
    """How much each of the known texts is like one."""
    like, words = Likeness(text), frozenset(_words(text))
    found = []
    for one, its_set in zip(known, sets, strict=True):
        ratio = like.with_words(one, _ALIKE)
        if not ratio and len(words & its_set) >= _KEPT * min(len(words), len(its_set)):
            ratio = _ALIKE * like.holds(one)
        found.append(ratio)
    return found


def _walked(score: list[list[float]], best: list[list[float]]) -> list[tuple[int | None, int | None]]:
    found: list[tuple[int | None, int | None]] = []
    i = j = 0
    rows, columns = len(score), len(score[0])
    while i < rows and j < columns:
        if score[i][j] >= _ALIKE and best[i][j] == best[i + 1][j + 1] + score[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((i, None))
            i += 1
        else:
            found.append((None, j))
            j += 1
    return [*found, *((k, None) for k in range(i, rows)), *((None, k) for k in range(j, columns))]
