"""Text as HTML in which the places of facts are marked, however they overlap."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GAP = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*){2,}(?=\S|\Z)")


class Mark(NamedTuple):
    """The place ``text[start:end]`` of a fact.

    Attributes:
        id: What a link to the place names.
        kind: Sort of the fact, a class of the style sheet.
        label: What leads from the place to the fact, for example ``B1``; ``fact`` is the id it leads to.
        title: What the fact says, in a sentence.
    """

    start: int
    end: int
    id: str
    kind: str
    label: str
    fact: str
    title: str


def shown(text: str) -> str:
    """Text for HTML, its characters harmless, those without a sign left out."""
    return escape("".join(char for char in text if char.isprintable() or char in "\n\t\xa0\xad"), quote=True)


def marked(text: str, marks: Iterable[Mark], page_starts: Sequence[int], prefix: str) -> str:
    """The text with its marks and with a line where a page begins; blank lines that follow each other become one.

    A mark that reaches over the end of one around it is parted there, so that all are nested. ``prefix`` stands before
    the ids of pages.
    """
    out: list[str] = []
    within: list[Mark] = []
    at = 0
    for place, order, what in _events(marks, page_starts):
        out.append(_GAP.sub("\n\n", shown(text[at:place])))
        at = place
        if isinstance(what, int):
            out.append(f'<span class="seite" id="{prefix}seite-{what}">Seite {what}</span>')
        elif order == _OPENS:
            within.append(what)
            out.append(_open(what, first=True))
        else:
            out += _closed(within, what)
    out.append(_GAP.sub("\n\n", shown(text[at:])))
    return "".join(out)


_CLOSES, _PAGE, _OPENS = range(3)


def _events(marks: Iterable[Mark], page_starts: Sequence[int]) -> Iterator[tuple[int, int, Mark | int]]:
    """Where marks close, pages begin and marks open, in the order of the text; the longer mark opens first."""
    events: list[tuple[tuple[int, int, int, int], Mark | int]] = []
    for number, mark in enumerate(marks):
        if mark.end > mark.start:
            events.append(((mark.start, _OPENS, -mark.end, number), mark))
            events.append(((mark.end, _CLOSES, -mark.start, -number), mark))
    if len(page_starts) > 1:
        events += [((start, _PAGE, 0, 0), page) for page, start in enumerate(page_starts, 1)]
    for (place, order, *_), what in sorted(events, key=lambda event: event[0]):
        yield place, order, what


def _open(mark: Mark, *, first: bool) -> str:
    place = f' id="{mark.id}"' if first else ""
    return f'<mark{place} class="{mark.kind}" title="{shown(mark.title)}">'


def _closed(within: list[Mark], mark: Mark) -> Iterator[str]:
    """What ends a mark: those opened within it, which go on behind it, are closed and opened again."""
    index = within.index(mark)
    inner = within[index + 1 :]
    yield "</mark>" * (len(inner) + 1)
    yield f'<a class="{mark.kind}" href="#{mark.fact}">{mark.label}</a>'
    yield from (_open(one, first=False) for one in inner)
    del within[index]
