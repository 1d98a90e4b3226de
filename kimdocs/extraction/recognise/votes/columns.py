"""Where labels and numbers of a vote stand below each other: headers, columns of groups, and what lines part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.votes.tokens import VoteToken

_SEVERAL = 2
_BESIDE = lazy(r"[ \t:|/().]*")


def is_torn(folded: str, tokens: list[VoteToken], before: int, index: int, following: int) -> bool:
    """Whether a line ends, or a gap stands, between a label and the number before it, and none before that behind."""
    label = tokens[index]
    above, behind = folded[tokens[before].end : label.start], folded[label.end : tokens[following].start]
    return any(mark in above and mark not in behind for mark in ("\n", "  ", "\t"))


def _opens_header(folded: str, tokens: list[VoteToken], index: int) -> bool:
    """Whether a label opens a line of several below a number, which is none of theirs: "… 4 statt 3⏎Ja   Nein"."""
    below = "\n" in folded[tokens[index - 1].end : tokens[index].start] and index + 1 < len(tokens)
    return (
        below
        and tokens[index + 1].kind == "label"
        and _BESIDE.fullmatch(folded, tokens[index].end, tokens[index + 1].start) is not None
    )


def _is_in_header(folded: str, tokens: list[VoteToken], index: int) -> bool:
    """Whether a label ends a line or a list of several, so that a number behind it is that of the first of them."""
    before, label, number = tokens[index - 1], tokens[index], tokens[index + 1]
    between = folded[before.end : label.start]
    beside = index > 0 and before.kind == "label" and "\n" not in between
    return beside and (
        (between.strip() == "/" and before.value in SIDES and label.value in SIDES)
        or "\n" in folded[label.end : number.start]
    )


def _heads_column(folded: str, tokens: list[VoteToken], index: int) -> bool:
    """Whether a label stands above several numbers, each on a line: those of the groups, none of which is the sum."""
    label, numbers = tokens[index], tokens[index + 1 : index + 3]
    ends = [label.end, *(number.end for number in numbers)]
    below = all("\n" in folded[end : one.start] for end, one in zip(ends, numbers, strict=False))
    return len(numbers) == _SEVERAL and all(n.kind == "number" for n in numbers) and below


def _ends_column(folded: str, tokens: list[VoteToken], index: int) -> bool:
    """Whether a label stands below several numbers, each on a line: those of the groups of the label above."""
    numbers = tokens[max(0, index - 2) : index]
    starts = [*(number.start for number in numbers[1:]), tokens[index].start]
    above = all("\n" in folded[one.end : start] for one, start in zip(numbers, starts, strict=False))
    return len(numbers) == _SEVERAL and all(n.kind == "number" for n in numbers) and above


def counts_none_above(folded: str, tokens: list[VoteToken], index: int) -> bool:
    """Whether the number above a label is none of its own, though nothing parts them but a line end."""
    return _opens_header(folded, tokens, index) or _ends_column(folded, tokens, index)


def counts_none_below(folded: str, tokens: list[VoteToken], index: int) -> bool:
    """Whether the number behind or below a label is none of its own."""
    return _is_in_header(folded, tokens, index) or _heads_column(folded, tokens, index)
