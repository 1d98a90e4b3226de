"""The title of a statute or of other rules: from the word that names them to their date or their first paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.heads.lines import close_up, mark_end
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_FIRST_LINES = 12
_MOST_LINES = 7
_NOUN = lazy(r"(?:\d{1,2}\. |[\wäöüß]+ )?[\wäöüß-]*(?:satzung|ordnung|richtlinien?|statut)\b(?=\s|$)")
_GOES_ON = lazy(r"(?:über|der|des|für|zur|zum|zu|im|in|auf|von|zwischen|betreffend|und|\(|nach)")
_SUBJECT = lazy(r"\b(?:über|zur|zum|für die|für den|für das)\s")
_DATED = lazy(r"\(?(?:vom|in der fassung vom) (?=\d)")
_PARAGRAPH = lazy(
    r"(?:^|\n)\s*(?:§+ ?1\b|aufgrund|auf grund|artikel (?:1|i)\b|präambel|der (?:rat|gemeinderat|kreistag|stadtrat)\b)"
)


def statute_title(head: Head) -> tuple[Piece, ...]:
    """The lines of the title of a statute, which says what it is about; empty where the document is none."""
    start = _noun_line(head)
    if start is None:
        return ()
    pieces, _ = _lines(head, start)
    text = "\n".join(head.context.folded[slice(*piece)] for piece in pieces)
    return pieces if _SUBJECT.search(text.replace("\n", " ") + " ") else ()


def statute_date(head: Head) -> tuple[dt.date, Piece] | None:
    """The date below the title of a statute ("vom 22. Februar 2031")."""
    start = _noun_line(head)
    if start is None:
        return None
    _, end = _lines(head, start)
    if end >= len(head.context.lines):
        return None
    line = head.context.lines[end]
    dated = _DATED.match(head.context.folded, mark_end(head.context.text, line.start, line.end), line.end)
    found = find_dates(head.context, dated.end(), line.end) if dated else ()
    return (found[0][0], found[0][1:]) if found and dated and found[0][1] == dated.end() else None


def _noun_line(head: Head) -> int | None:
    """The line that begins with the noun of a statute, where its paragraphs or their basis follow."""
    for index in range(min(head.last, _FIRST_LINES)):
        line = head.context.lines[index]
        start = mark_end(head.context.text, line.start, line.end)
        folded = close_up(head.context.folded[start : line.end]).strip()
        noun = _NOUN.match(folded)
        if (
            noun
            and not folded.endswith((".", ":", ","))
            and (noun.end() == len(folded) or _GOES_ON.match(folded[noun.end() + 1 :]))
        ):
            return index if _PARAGRAPH.search(head.context.folded, line.end) else None
    return None


def _lines(head: Head, first: int) -> tuple[tuple[Piece, ...], int]:
    """The lines of the title, and the line behind them that is no more of it."""
    context = head.context
    pieces = [(mark_end(context.text, *context.lines[first]), context.lines[first].end)]
    for index in range(first + 1, min(first + _MOST_LINES + 3, len(context.lines))):
        line = context.lines[index]
        if line.end > len(context.folded):
            return tuple(pieces), index
        folded = context.folded[line.start : line.end].strip()
        if not folded:
            continue
        begun = context.text[line.start : line.end].strip()[0].isupper() and index > first + 1
        above = not context.text[context.lines[index - 1].start : context.lines[index - 1].end].strip()
        if _DATED.match(folded) or _PARAGRAPH.match(folded) or folded.startswith("§") or (above and begun):
            return tuple(pieces), index
        pieces.append((mark_end(context.text, line.start, line.end), line.end))
    return tuple(pieces), first + 1
