"""Votes that verbatim minutes count question by question: "Wer ist dafür? – 15. Wer ist dagegen? – 4."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.numerals import whole_number
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_ANSWER = r"\s?\?[\s:-]{0,4}(\d{1,3}|[a-zäöüß]{3,16})\b"
_ASKED = lazy(
    r"(?:wer (?:ist|stimmt)[^?\n]{0,60}?(?:dafür|zu|für [^?\n]{2,40})|\bdafür|\bja-stimmen|\bzustimmung)"
    rf"{_ANSWER}[^?]{{0,40}}?"
    r"(?:wer (?:ist|stimmt)[^?\n]{0,20}?(?:dagegen|gegen [^?\n]{2,40})"
    r"|\bdagegen|\bgegenstimmen|\bgegenprobe|\bnein-stimmen)"
    rf"{_ANSWER}(?:[^?]{{0,40}}?(?:wer enthält sich(?: der stimme)?|\b(?:stimm)?enthaltung(?:en)?){_ANSWER})?"
)
_NONE = ("niemand", "keiner", "keine")


def asked_votes(context: Context) -> Iterator[Statement]:
    """A statement for each round of questions whose answers all are numbers, or nobody."""
    if not anchor_offsets(context.folded, "asked"):
        return
    for hit in _ASKED.finditer(context.folded):
        answers = [_number(answer) for answer in hit.groups() if answer]
        if None not in answers:
            counts = {side: n for side, n in zip(SIDES, answers, strict=False) if n is not None}
            yield Statement(Source.LINE, *hit.span(), counts=counts)


def _number(answer: str) -> int | None:
    if answer in _NONE:
        return 0
    return whole_number(answer)
