"""Marks and answers, the pieces of forms to be crossed: what a mark is, and which of the answers hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.lexicon import Match

BOX = lazy(r"(?P<open>[☐□❏❑◻▢]|\[[ _]{0,3}\]|\([ _]{0,3}\))|[☒☑⊠■✗✘✓✔]|\[[x×✓]\]|\([x×✓]\)")
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


def holds(answers: Answers, token: Token) -> bool:
    """Whether no answer that is crossed as well says the contrary."""
    return not any(is_contrary(token, other) for other in answers.crossed)


def settles(answers: Answers, table: str) -> bool:
    """Whether a form offers unlike values, and one of a table is crossed and told."""
    told = any(m.entry.table == table for token in answers.crossed if holds(answers, token) for m in token.said)
    offered = {(m.entry.table, m.entry.value) for part in answers for token in part for m in token.said}
    return told and len(offered) > len({table for table, _ in offered})


def refuted(answers: Answers) -> list[Token]:
    """The answers that a form does not give: not crossed, or crossed beside the contrary."""
    if not answers.crossed and not answers.open:
        offered = any(is_contrary(one, other) for one in answers.alone for other in answers.alone)
        return answers.alone if offered else []
    single = len(answers.crossed) == 1 and not answers.open
    told = [token for token in answers.crossed if not holds(answers, token)]
    beside = [
        word for word in answers.alone if single or any(is_contrary(word, other) for part in answers for other in part)
    ]
    return [*answers.open, *told, *beside]


def is_contrary(one: Token, other: Token) -> bool:
    """Whether two answers cannot both hold."""
    return any(unlike(ours, theirs) for ours in one.said for theirs in other.said)


def unlike(one: Match, other: Match) -> bool:
    """Whether two answers of one table exclude each other."""
    if one.entry.table != other.entry.table:
        return False
    changed = [bool(match.entry.attributes.get("amended")) for match in (one, other)]
    return one.entry.value != other.entry.value or changed[0] != changed[1]


def has_mark(folded: str, start: int, end: int) -> bool:
    """Whether a box stands there, or a cross for itself."""
    return MARK.search(folded, start, end) is not None


def without_marks(folded: str, start: int, end: int) -> str:
    """What stands there beside boxes and crosses."""
    return MARK.sub("", folded[start:end])
