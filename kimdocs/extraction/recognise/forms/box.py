"""Boxes of a form: an option whose box nobody ticked says nothing ("☐ einstimmig ☒ mehrheitlich")."""

from __future__ import annotations

import re
from itertools import pairwise

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.recognise.forms.crosses import Forms
from kimdocs.extraction.recognise.forms.marks import refuted, settles
from kimdocs.lexicon.lazy import lazy

_BLANK = lazy(
    r"(?:_{2,}|\.{4,}|…)\s*(?:ja|nein|enthaltung|stimm)|\b(?:ja|nein|enth\w*)(?:-?stimmen?)?\.?\s*:?\s*(?:_{2,}"
    r"|\.{4,}|…)"
    r"|\|[ \t]*einstimmig[^\n]*\|[^\n|]*mehrheit[^\n]*\|[ \t]*\n[ \t]*\|[ \t|]*(?=\n|$)"
)
_FILLED = lazy(r"\b(?:ja|nein|dafür|dagegen)(?:-?stimmen?)?\s*:?\s*\d{1,3}\b(?!\s*(?:_{2,}|…))")
_TICKED = lazy(r"[☒☑⊠■▣✗✘✓✔]|\[[x×]\]|\([x×]\)")
_OTHERWISE = lazy(
    r"(?:\[x\]|\(x\)|[☒☑✗✘✓✔]) ?abweichend\b(?! ?\w*beschl)(?! {0,3}[\[(☐☒☑□■])|\babweichend:? ?(?:\[x\]|\(x\)"
    r"|[☒☑✗✘✓✔])(?=\s*(?:\n|$))"
)
_LONGEST_GAP = 9
_NIL = lazy(
    r"\./\.(?=[ \t]{0,9}(?:ja|nein|enth|stimmenth|gegenst))|(?<=:)[ \t]{0,9}\./\.(?=\s*(?:[\n,;|]|$))"
    r"|(?<=[|\t])[ \t]{0,9}\./\.(?=[ \t]{0,9}(?:[|\n]|$))|∅(?![ \t]*[\d.,])"
)
_MARKS = ("box", "cross")
_APART = lazy(
    r"(?:[/|,;\n\t]|  |\boder|\b(?:angenommen|abgelehnt|beschlossen|zugestimmt|vertagt|verwiesen|annahme|ablehnung)) ?"
    r"(?:(?:wird|wurde|mit|nicht) )?$",
    re.IGNORECASE,
)
_NEAR = 18
_FILLER = "☐"
_OPTIONS = ("outcomes", "unanimity")


def without_uncrossed(text: str, folded: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The folded text with boxes in place of the results that a form offers and nobody crossed; places of forms.

    Every character keeps its place. The forms are those that tell an outcome.
    """
    marks = [place for name in _MARKS for place in anchor_offsets(folded, name)]
    words = [place for place in anchor_offsets(folded, "offered") if _APART.search(text, max(0, place - _NEAR), place)]
    forms = list(Forms(text, folded, _OPTIONS).found(sorted({*marks, *words}))) if marks or words else []
    spans = _apart(sorted({(m.start, m.end) for *_, form in forms for token in refuted(form) for m in token.said}))
    if not spans:
        return folded, ()
    told = tuple((start, end) for start, end, form in forms if settles(form, _OPTIONS[0]))
    return _blanked(folded, spans), told


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    borders = [0, *(border for span in spans for border in span), len(text)]
    return "".join(
        _FILLER * (end - start) if index % 2 else text[start:end]
        for index, (start, end) in enumerate(pairwise(borders))
    )


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def with_zeros(folded: str) -> str:
    """The folded text with "./." beside the label of a count as the zero it means; every character keeps its place."""
    pieces, done = [], 0
    for place in anchor_offsets(folded, "nil"):
        lead = folded[max(done, place - _LONGEST_GAP) : place]
        nil = _NIL.match(folded, place - len(lead) + len(lead.rstrip(" \t"))) or _NIL.match(folded, place)
        if nil and place >= done:
            pieces += [folded[done : nil.start()], "0".rjust(len(nil[0]) - 1) + " " if len(nil[0]) > 1 else "0"]
            done = nil.end()
    return _joined(folded, pieces, done)


def _joined(folded: str, pieces: list[str], done: int) -> str:
    """The pieces and what follows them; ``folded`` itself where they say the same, for its anchors are known."""
    joined = "".join([*pieces, folded[done:]]) if pieces else folded
    return folded if joined == folded else joined


def is_blank_form(folded: str, start: int, end: int) -> bool:
    """Whether the counts of a form are left blank and nothing is ticked: its words are but the choices it offers."""
    if _BLANK.search(folded, start, end) is None or _TICKED.search(folded, start, end):
        return False
    return _FILLED.search(folded, start, end) is None


def is_ticked(folded: str, start: int, end: int) -> bool:
    """Whether a box is ticked there."""
    return _TICKED.search(folded, start, end) is not None


def is_ticked_otherwise(folded: str, start: int, end: int) -> bool:
    """Whether what is ticked there is that the decision differs from what was proposed: "[x] abweichend"."""
    return _OTHERWISE.search(folded, start, end) is not None
