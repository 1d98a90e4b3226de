"""What stands before a title on its line, or on lines of their own above it: "Auszug - …", "TOP", a paper's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.titles.runs import like_title
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_EXCERPT_OF = lazy(r"Auszug\s[-–]\s(?=[^\W_].{5,})")
_LABEL_ALONE = lazy(
    r"(?:top|tagesordnungspunkt|betreff|betr\.|gegenstand)\s?:?"
    r"|(?:zu )?(?:top|punkt|tagesordnungspunkt)\s(?:[ön] ?)?\d{1,3}(?:\.\d{1,2})*[.)]{0,2}"
    r"\s(?:der|zur)\s\w*tagesordnung\b[\s–-]{0,3}(?:(?:nicht ?)?öffentliche[rn]?\s(?:teil|sitzung))?[\s–:-]{0,3}"
)
_NUMBERED_PAPER = lazy(r"\W*(?:[A-ZÄÖÜ][a-zäöü]+v|V)orlage(?:n?-?[Nn]r\.?)?: +(?=\S*\d)")
_TITLE_BEHIND = lazy(r"(?:\s+[-–]\s+|:\s+|\s+)(?=[A-ZÄÖÜ„\"][\w„\"-]+ .{8,}$)")
_TITLE_LINE = lazy(r"(?!\d{1,2}\.)[A-ZÄÖÜ„\"][^:\n|\t]{10,160}(?<![.,;!?…])")
_SENTENCE = lazy(r"(?:herrn?|frau)\s|[^\n]*\b(?:@spoken@|wird|werden|wurden?|ist|sind|hat|haben|beantragt)\b")
_REACH = 24
_FILLED = 60


def of_item_line(head: Head) -> tuple[Piece, ...]:
    """What an excerpt of one item calls it on its first line, or behind the number of the item's paper."""
    return _of_dashed_excerpt(head) or _behind_paper_number(head)


def _of_dashed_excerpt(head: Head) -> tuple[Piece, ...]:
    """What the first line of a page calls the item that it shows: "Auszug - Satzung über die Reinigung der Straßen"."""
    line = next((one for one in head.context.lines if one.end > one.start), None)
    named = _EXCERPT_OF.match(head.context.text, *line) if line else None
    return ((named.end(), line.end),) if line and named else ()


def _behind_paper_number(head: Head) -> tuple[Piece, ...]:
    """What stands behind the number of the paper that an item is on: "Vorlage: V/0231/2031 Neubau der Umkleiden"."""
    for index in range(1, head.last):
        line = head.context.lines[index]
        label = _NUMBERED_PAPER.match(head.context.text, *line)
        number = reference_at(head.context, label.end(), line.end) if label else None
        title = _TITLE_BEHIND.match(head.context.text, number[1], line.end) if number else None
        if title:
            return ((title.end(), line.end),)
    return ()


def without_label(head: Head, title: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The lines of a title without one above them that but names the place of the item on the agenda, or its label."""
    if len(title) > 1 and _LABEL_ALONE.fullmatch(head.context.folded[slice(*title[0])].strip()):
        return title[1:]
    return title


def alone_above_text(head: Head, first: int) -> tuple[Piece, ...]:
    """The line between blank ones from ``first`` on that reads as the title of an excerpt, right above its text."""
    context, lines = head.context, head.context.lines
    for index in range(first, min(len(lines) - 2, head.last + _REACH)):
        line, below = lines[index], lines[index + 2]
        parted = line.end > line.start and head.blank(index - 1) and head.blank(index + 1) and not head.blank(index + 2)
        if not parted or index in head.taken or _SENTENCE.match(context.folded, *line):
            continue
        if _TITLE_LINE.fullmatch(context.text, *line) is None:
            continue
        goes_on = below.end - below.start > _FILLED or context.text[below.end - 1] in ".:"
        return ((line.start, line.end),) if goes_on and like_title(head, ((line.start, line.end),)) else ()
    return ()
