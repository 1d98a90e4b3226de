"""Marks and answers, the pieces of forms to be crossed: what a mark is, and which of the answers hold."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from kimdocs.lexicon import Match

BOX = lazy(r"(?P<open>[☐□❏❑◻▢]|\[[ _]{0,3}\]|\([ _]{0,3}\))|[☒☑⊠■▣✗✘✓✔]|\[[x×✓]\]|\([x×✓]\)")
MARK = lazy(
    rf"{BOX.pattern}|(?<=\|)(?P<cell>[ ]*)(?=\|)|(?P<blank>○|(?<![\w_])_{{1,3}}(?![\w_]))"
    r"|[●◉]|(?<![^\s|/,;:])[x×](?![^\s|/,;:.]|\.\S)"
)


class Token(NamedTuple):
    """A mark, crossed or open, or an answer: what the lexicon finds in it, or nothing where it is another text."""

    start: int
    end: int
    mark: bool
    crossed: bool = False
    said: tuple[Match, ...] = ()


class Row(NamedTuple):
    """A line of nothing but marks and answers; ``led`` where words stand before them."""

    tokens: tuple[Token, ...]
    led: bool

    @property
    def marks(self) -> int:
        """How many marks it has."""
        return sum(token.mark for token in self.tokens)

    @property
    def is_whole(self) -> bool:
        """Whether it offers answers of its own, all with their marks."""
        return self.marks > 1 and 2 * self.marks == len(self.tokens)


class Answers(NamedTuple):
    """Answers that a form gives: those whose box is crossed, those whose box is open, and those without a box."""

    crossed: list[Token]
    open: list[Token]
    alone: list[Token]


def is_full(mark: re.Match[str]) -> bool:
    """Whether a mark is a cross, and no empty box or cell."""
    return not any(mark.groupdict().get(kind) is not None for kind in ("open", "cell", "blank"))


def told(answers: Answers) -> list[Token]:
    """The answers that a form gives: crossed, and no contrary one is crossed as well."""
    values = _values(answers.crossed)
    return [token for token in answers.crossed if not _is_contrary_to(token, values)]


def settles(answers: Answers, table: str) -> bool:
    """Whether a form offers unlike values, and one of a table is crossed and told."""
    given = any(m.entry.table == table for token in told(answers) for m in token.said)
    offered = {(m.entry.table, m.entry.value) for part in answers for token in part for m in token.said}
    return given and len(offered) > len({table for table, _ in offered})


def refuted(answers: Answers) -> list[Token]:
    """The answers that a form does not give: not crossed, or crossed beside the contrary."""
    if not answers.crossed and not answers.open:
        return answers.alone if are_contrary(answers.alone) else []
    single = len(answers.crossed) == 1 and not answers.open
    values, crossed = _values(chain(*answers)), _values(answers.crossed)
    beside = [word for word in answers.alone if single or _is_contrary_to(word, values)]
    return [*answers.open, *(token for token in answers.crossed if _is_contrary_to(token, crossed)), *beside]


def are_contrary(tokens: Iterable[Token]) -> bool:
    """Whether not all answers can hold together."""
    return any(len(claims) > 1 for claims in _values(tokens).values())


def _values(tokens: Iterable[Token]) -> dict[str, set[tuple[str, bool]]]:
    """What answers say, by the table that knows it: each two values of one exclude each other."""
    values: dict[str, set[tuple[str, bool]]] = {}
    for match in (match for token in tokens for match in token.said):
        values.setdefault(match.entry.table, set()).add(_claim(match))
    return values


def _is_contrary_to(token: Token, values: dict[str, set[tuple[str, bool]]]) -> bool:
    return any(values[match.entry.table] - {_claim(match)} for match in token.said)


def _claim(match: Match) -> tuple[str, bool]:
    return match.entry.value, bool(match.entry.attributes.get("amended"))


def has_mark(folded: str, start: int, end: int) -> bool:
    """Whether a box stands there, or a cross for itself."""
    return MARK.search(folded, start, end) is not None


def without_marks(folded: str, start: int, end: int) -> str:
    """What stands there beside boxes and crosses."""
    return MARK.sub("", folded[start:end])
