"""Boxes of a form: an option whose box nobody ticked says nothing ("☐ einstimmig ☒ mehrheitlich")."""

from __future__ import annotations

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

_BOX = lazy(r"(?P<open>[☐□❏❑◻]|\[[ _]?\]|\([ _]?\))|[☒☑⊠■✗✘✓✔]|\[[x×]\]|\([x×]\)")
_BLANK = lazy(
    r"(?:_{2,}|\.{4,}|…)\s*(?:ja|nein|enthaltung|stimm)|\b(?:ja|nein|enth\w*)(?:-?stimmen?)?\.?\s*:?\s*(?:_{2,}|\.{4,}|…)"
    r"|\|[ \t]*einstimmig[^\n]*\|[^\n|]*mehrheit[^\n]*\|[ \t]*\n[ \t]*\|[ \t|]*(?=\n|$)"
)
_FILLED = lazy(r"\b(?:ja|nein|dafür|dagegen)(?:-?stimmen?)?\s*:?\s*\d{1,3}\b(?!\s*(?:_{2,}|…))")
_TICKED = lazy(r"[☒☑⊠■✗✘✓✔]|\[[x×]\]|\([x×]\)")
_STACKED = lazy(
    r"\n[ \t]*(?P<first>angenommen|zugestimmt|einstimmig)[ \t]*\n[ \t|]*(?P<one>x?)[ \t|]*\n"
    r"[ \t]*(?P<second>abgelehnt|mehrheitlich|mit stimmenmehrheit)[ \t]*(?=\n|$)(?:\n[ \t|]*(?P<two>x)[ \t|]*(?=\n|$))?"
)
_LONGEST_GAP = 9
_GAP = "   "
_NIL = lazy(
    r"\./\.(?=[ \t]{0,9}(?:ja|nein|enth|stimmenth|gegenst))|(?<=:)[ \t]{0,9}\./\.(?=\s*(?:[\n,;|]|$))"
    r"|(?<=[|\t])[ \t]{0,9}\./\.(?=[ \t]{0,9}(?:[|\n]|$))|∅(?![ \t]*[\d.,])"
)
_OPTIONS = ("unanimity", "outcomes")


def without_unticked(folded: str) -> str:
    """The folded text with the results blanked whose box is not ticked; every character keeps its place.

    On a line whose first box stands before all words each box ticks what follows it, else what stands before it.
    """
    pieces = []
    done = 0
    for box in anchor_offsets(folded, "box"):
        if box >= done:
            start, end = folded.rfind("\n", 0, box) + 1, folded.find("\n", box)
            end = len(folded) if end < 0 else end
            pieces += [folded[done:start], _line(folded, start, end)]
            done = end
    return _without_uncrossed(_joined(folded, pieces, done))


def _without_uncrossed(folded: str) -> str:
    """The text with the one of two results blanked that has no cross on the line below it: "Angenommen⏎X⏎Abgelehnt"."""
    pieces, done = [], 0
    for form in _STACKED.finditer(folded):
        if bool(form["one"]) != bool(form["two"]):
            start, end = form.span("second" if form["one"] else "first")
            pieces += [folded[done:start], " " * (end - start)]
            done = end
    return _joined(folded, pieces, done)


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


def _line(folded: str, start: int, end: int) -> str:
    """A line with the options of its open boxes blanked; a text beside a form is none of them."""
    boxes = list(_BOX.finditer(folded, start, end))
    if not boxes:
        return folded[start:end]
    label = folded.rfind(":", start, boxes[0].start()) + 1
    before = folded[max(start, label) : boxes[0].start()]
    beside = before.endswith(_GAP) and not _results(folded, max(start, label), boxes[0].start())
    led = not _results(folded, max(start, label), boxes[0].start()) and _results(folded, boxes[-1].end(), end)
    behind = any(char.isalpha() for char in before) and not beside and not led
    borders = [max(start, label), *(box.end() for box in boxes)] if behind else [*(b.start() for b in boxes[1:]), end]
    chars = list(folded[start:end])
    for index, box in enumerate(boxes):
        if box["open"]:
            option = (borders[index], box.start()) if behind else (box.end(), borders[index])
            for first, last in _results(folded, *option):
                chars[first - start : last - start] = " " * (last - first)
    return "".join(chars)


def _results(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(match.start, match.end) for table in _OPTIONS for match in matcher(table).finditer(folded, start, end)]
