"""Votes by which a text is told apart: "die im Bauausschuss mit 9 zu 4 Stimmen empfohlene Fassung" is voted on anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 160
_WORD = lazy(r"[^\W\d_]+\s+(?=[^\W\d_])")
_SIDE = r"[^\W_]+\s+(?:(?:ja|nein|gegen)-?\s?)?(?:stimmen?|enthaltung(?:en)?)"
_VOTE = lazy(
    r"\b(?:der|die|das|dem|den|des|eine[rnms]?|ein|diese[rnms]?|jene[rnms]?)\s+(?:(?:\d[\d.]*|[^\s.;:!?()]+)\s+){0,6}?"
    r"(?P<vote>(?:(?:mit|bei|gegen)\s+(?:\d{1,3}\s?(?:[:/]|-?zu|gegen)\s?\d{1,3}(?:\s?[:/]\s?\d{1,3})?(?:\s+stimmen)?"
    rf"|{_SIDE}(?:,?\s+(?:(?:und|gegen|bei|zu)\s+)?{_SIDE})*|(?:[^\W\d]+\s+)?(?:stimmen)?mehrheit)"
    r"|einstimmig|mehrheitlich|einmütig|einvernehmlich)(?:\s+[^\W\d]+)?\s+)$"
)
_LETTER = lazy(r"\S")


def without_told_apart(folded: str) -> str:
    """The folded text with blanks in place of such votes and their participles, every character in its place."""
    found = list(_found(folded))
    if not found:
        return folded
    parts, at = [], 0
    for start, end in found:
        parts += [folded[at:start], _LETTER.sub(" ", folded[start:end])]
        at = end
    return "".join([*parts, folded[at:]])


def _found(folded: str) -> Iterator[tuple[int, int]]:
    done = 0
    for offset in anchor_offsets(folded, "told_apart"):
        word = offset + 1
        behind = _WORD.match(folded, word)
        sentence = max(done, word - _REACH)
        vote = _VOTE.search(folded[sentence:word]) if behind and word > done else None
        if vote and behind:
            done = word + len(behind[0].rstrip())
            yield sentence + vote.start("vote"), done
