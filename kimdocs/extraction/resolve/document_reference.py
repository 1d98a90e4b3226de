"""A document's own number where no label names it: behind the kind of paper, or before the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.head_labels import label_matcher
from kimdocs.extraction.resolve.head_lines import joined, mark_end
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.head import Head
    from kimdocs.extraction.resolve.head_lines import Piece

_DASH = re.compile(r" ?[-–] (?=\S)")
_DATED = re.compile(
    r"[^\n.:]{0,60}?\svom\s+(?P<date>\d{1,2}\.\d{1,2}\.\d{4}),\s+(?P<number>[A-Z]{1,3}\s\d{1,5}(?:/\d{1,3})?)(?![\w/])"
)
_NUMBER = re.compile(r"/|[A-Z]-\d")
_BEHIND = re.compile(r"[ :]+(?:nr\.?:?\s*)?")
_REST = re.compile(r"[\s,(–-]*(?:(?:nicht)?öffentlich[\s)–-]*)?(?:(?:zu[rm]?|für|vom|an) [^\n]{3,80})?")
_OTHERS = {"motion", "other"}
_GAP = re.compile(r"\s+(?:[-–:] )?|: ")
_MOST_LINES = 40
_SAME_TITLE = 24


def behind_type(head: Head, start: int, end: int, *, own: bool) -> Piece | None:
    """The number that a line gives behind the kind of paper: "Vorlage - VO-35-2031-392", "Ratsvorlage Nr. 9/2031".

    Behind it may stand how public it is, and the meeting that it is for. Motions are others' but on the document's
    ``own`` line.
    """
    named = matcher("paper_types").match(head.context.folded, start, end)
    if named is None:
        return None
    dash = _DASH.match(head.context.text, named.end, end)
    found = reference_at(head.context, dash.end(), end) if dash else None
    if found and not head.context.text[found[1] : end].strip():
        return found
    gap = _BEHIND.match(head.context.folded, named.end, end)
    if gap is None or (not own and named.entry.value in _OTHERS):
        return None
    found = reference_at(head.context, gap.end(), end)
    plain = found is not None and head.context.text[slice(*found)].isdigit()
    return found if found and not plain and _REST.fullmatch(head.context.folded, found[1], end) else None


def dated_type(head: Head) -> tuple[Piece, Piece] | None:
    """Number and date behind the kind of paper: "Vortrag des Magistrats vom 19.08.2031, M 157"."""
    for line in head.context.lines[: min(head.last + 1, _MOST_LINES)]:
        named = matcher("paper_types").match(head.context.folded, line.start, line.end)
        told = _DATED.match(head.context.text, named.end) if named else None
        if told:
            return told.span("number"), told.span("date")
    return None


def below_label(head: Head) -> Piece | None:
    """The number that is a line, a few lines below a line "Vorlagenummer" whose value other cells part from it."""
    asked = None
    for index in range(min(head.last, _MOST_LINES)):
        line = head.context.lines[index]
        label = label_matcher().fullmatch(head.folded(index).strip(" :"))
        if label is not None and label.value == "reference":
            asked = index
        found = reference_at(head.context, line.start, line.end) if asked is not None and asked < index else None
        if found and "/" in head.context.text[slice(*found)] and found == (line.start, line.end):
            return found
    return None


def before_title(head: Head, title: tuple[Piece, ...]) -> Piece | None:
    """The number that stands before the title where the head repeats it: "2031/284 Neubau der Sporthalle"."""
    words = fold(joined(head.context, title))[:_SAME_TITLE]
    if len(words) < _SAME_TITLE:
        return None
    for line in head.context.lines[:_MOST_LINES]:
        if line.end > len(head.context.folded):
            break
        start = mark_end(head.context.text, line.start, line.end)
        found = reference_at(head.context, start, line.end)
        gap = found and _GAP.match(head.context.text, found[1], line.end)
        number = found and _NUMBER.search(head.context.text, *found)
        if found and number and gap and head.context.folded.startswith(words, gap.end()):
            return found
    return None
