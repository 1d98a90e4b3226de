"""The title of the one agenda item that an excerpt reports on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.heads.labels import public_alone
from kimdocs.extraction.resolve.heads.lines import bare, is_sentence_below, mark_end, own_blocks
from kimdocs.extraction.resolve.titles.beside import OPEN_END, is_beside_title
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

Pieces = tuple["Piece", ...]

NUMBER = lazy(r"[ön]?\s?\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?[.)]?(?:[,;/(\s-]+(?:(?:nicht ?)?öffentlich|n?ö)\)?)?")
_PUBLIC_FIRST = lazy(r"\s*\(?(?:nicht ?)?öffentlich\)?\s?[:–-]\s+(?=\S)")
_MOST_LINES = 7
_LONGEST_LINE = 180
_LEAST_BEGUN = 12
_PAPER = r"(?:vorlagen?|drucksache|drs\.?|ds|bv|vo)(?:[ .-]{0,2}nr\.?)?:? ?\S*\d\S*"
_PAPER_FIRST = lazy(rf" ?{_PAPER} ?[-–:] ?")
_PAPER_BEHIND = lazy(rf"\s*(?:\s\||\t| {{3,}}) *(?:{_PAPER}|\S*\d\S*/\S*)\s*\|?\s*$")
_ITEM_BEFORE = lazy(
    r"(?:(?:§ ?\d{1,4}|(?:(?:lfd\. ?)?nr\. ?|[önt]\s{1,3})?\d{1,3}(?:\.\d{1,2})*)\.?\s{2,}(?=\d{1,2}\. [a-zäöü]{4}"
    r"|[^\W\d])"
    r"|(?:§ ?\d{1,4}|\d{1,3}(?:\.\d{1,2})+|\d{1,3}[.)])\.?\s+"
    r"(?!\w*(?:änderung|nachtrag|ergänzung|fortschreibung|(?:änderungs|nachtrags|\b)satzung|bauabschnitt|abschnitt|stufe|teil|sitzung|quartal"
    r"|halbjahr|vereinfachte|lesung|runde|entwurf|bericht|änder))(?=[^\W\d]))",
    re.IGNORECASE,
)
_SECTION = lazy(r"§ ?\d{1,4} [–-] (?=\w[^\n]{3,160}\((?:nicht)?öffentlich\)$)")
_ITEM_ALONE = lazy(r"(?:§ ?\d{1,4}|\d{1,3}(?:\.\d{1,2})*)\.?")
_CUT = lazy(r"(?P<begun>.+?) ?(?:\.\.\.|…)")
_ALONE = lazy(
    r"(?:[ön] ?\d{1,3}(?:\.\d{1,2})*(?: ?[-–] ?(?=\S*\d)[\w/-]{4,20})?|[li]fd\.? ?nr\.?:? ?\d{1,4}"
    r"|zu (?:[ön] ?)?\d{1,3}(?:\.\d{1,2})*|(?:zu )?(?:punkt|pkt\.|ziffer|nr\.) ?\d{1,3}"
    r"(?:\.\d{1,2})* (?:der|d\.) ?(?:to|t\. ?o\.?|tagesordnung))\.?:?"
)
_OF_MEETING = lazy(
    r"(?:\d{1,3}\. )?(?:[\w-]+ ){0,3}?\w*sitzung\b|(?:am|vom|termin|datum|stand|den|beginn)\b|\w{2,7}tag\b|mittwoch\b"
    r"|\d{1,2}\.|[\w -]{3,40}, "
)
_ITEM_STOP = lazy(
    r"(?:(?:\d+\. )?(?:\w+[en]de |(?:nicht)?öffentliche )?sitzung de[sr] (?:.*\d{4}|[\w, -]*(?:rat|ausschuss|tag)e?s$)"
    r"|dazu\b|vorlage\b|drucksache\b|beschlu|abstimmung|protokoll|sachverhalt|anlage)"
)


def item_title(head: Head) -> Pieces:
    """The title of the one agenda item that an excerpt reports on."""
    found = _own_item(head)
    if found is None:
        return ()
    index, start = found
    behind = head.context.folded[start : head.context.lines[index].end].strip()
    told = (
        behind
        and not NUMBER.fullmatch(behind)
        and not public_alone(behind)
        and not _is_paper(head, start, head.context.lines[index].end)
    )
    if told and head.context.text.startswith("| ", head.context.lines[index].start) and behind.endswith("|"):
        return (bare(head.context.text, start, head.context.lines[index].end - 1),)
    pieces = [_without_papers(head, start, head.context.lines[index].end)] if told else []
    for later in range(index + 1, min(index + _MOST_LINES + 1, head.last)):
        line = head.context.lines[later]
        folded = head.folded(later)
        if not pieces and public_alone(folded):
            continue
        if head.blank(later) or later in head.taken:
            if pieces:
                break
            continue
        goes_on = bool(pieces) and OPEN_END.search(head.context.folded, *pieces[-1]) is not None
        if not goes_on and (
            is_beside_title(head.context, line.start, line.end)
            or _ITEM_STOP.match(folded)
            or paper_line(folded)
            or is_number(head, later)
        ):
            break
        dated = _OF_MEETING.match(folded) and find_dates(head.context, line.start, line.end)
        if not pieces and (dated or starts_organization(folded)):
            continue
        long = own_blocks(head.context) or line.end - line.start > _LONGEST_LINE
        if pieces and (long or is_sentence_below(head.context, pieces[-1], (line.start, line.end))):
            break
        pieces.append((line.start, line.end))
    return tuple(pieces)


def _own_item(head: Head) -> Piece | None:
    """The line of the one item, with the end of its number; of several the one right below the sitting of a page."""
    found = [(index, end) for index in range(head.last) for end in [item_end(head, index)] if end]
    worded = [(index, end) for index, end in found if _has_words(head, index, end)]
    found = worded if len(worded) == 1 else found
    found = [(index, _without_public(head, index, end)) for index, end in found]
    sitting = head.first("meeting_date")
    below = sitting is not None and len(found) > 1 and sitting.line == found[0][0] - 1
    return found[0] if below or len(found) == 1 else None


def _without_public(head: Head, index: int, start: int) -> int:
    """Where the words of an item begin, behind how public it is: "TOP 4 öffentlich: Neubau"."""
    public = _PUBLIC_FIRST.match(head.context.folded, start, head.context.lines[index].end)
    return public.end() if public else start


def _without_papers(head: Head, start: int, end: int) -> Piece:
    """The title behind the heading of an item without the number of its paper before or behind it."""
    text, folded = head.context.text, head.context.folded
    label = _PAPER_FIRST.match(folded, start, end)
    number = None if label else reference_at(head.context, start + (text[start] == " "), end)
    if label:
        start = label.end()
    elif number and "/" in text[slice(*number)] and text[number[1] : number[1] + 1] == " ":
        start = number[1] + 1
    behind = _PAPER_BEHIND.search(folded, start, end)
    return start, behind.start() if behind else end


def _has_words(head: Head, index: int, end: int) -> bool:
    """Whether more than a number stands behind the heading of an item."""
    return any(map(str.isalpha, head.context.folded[end : head.context.lines[index].end]))


def whole_title(head: Head, title: Pieces) -> Pieces:
    """The title as the head gives it in full further down where a page cut it short ("Neubau der Sporth...")."""
    cut = _CUT.fullmatch(head.context.folded[slice(*title[-1])].rstrip()) if len(title) == 1 else None
    if cut is None or len(cut["begun"]) < _LEAST_BEGUN:
        return title
    begun = re.compile(r"(?<!\w)" + re.escape(cut["begun"]))
    for line in head.context.lines[head.context.line_at(title[0][0]) + 1 : head.last]:
        again = begun.search(head.context.folded, line.start, line.end)
        if again and not _CUT.fullmatch(head.context.folded, line.start, line.end):
            return ((again.start(), line.end),)
    return title


def item_end(head: Head, index: int) -> int:
    """Where the heading of an agenda item ends that a line begins with, 0 if there is none."""
    line = head.context.lines[index]
    start = mark_end(head.context.text, line.start, line.end)
    if section := _SECTION.match(head.context.folded, start, line.end):
        return section.end()
    for match in matcher("labels").finditer(head.context.folded, start, min(line.end, start + 80)):
        if match.entry.value == "item":
            if match.start != start:
                return 0
            return line.end if _ALONE.fullmatch(head.context.folded, start, line.end) else match.end
    return line.end if _ALONE.fullmatch(head.context.folded, start, line.end) else 0


def is_number(head: Head, index: int) -> bool:
    """Whether a line is the number of a paper and nothing else."""
    line = head.context.lines[index]
    number = reference_at(head.context, line.start, line.end)
    return number is not None and not any(map(str.isalpha, head.context.folded[number[1] : line.end]))


def _is_paper(head: Head, start: int, end: int) -> bool:
    """Whether nothing but the number of a paper stands behind the number of an item."""
    found = reference_at(
        head.context, start + len(head.context.text[start:end]) - len(head.context.text[start:end].lstrip()), end
    )
    return found is not None and not head.context.text[found[1] : end].strip()


def paper_line(folded: str) -> bool:
    """Whether a line tells whose motion or question an item goes back to ("Anfrage des Stadtrats …", "Antrag: FDP")."""
    hit = matcher("paper_types").match(folded, 0)
    return hit is not None and hit.entry.value in {"motion", "other"}


def without_number(head: Head, run: Pieces) -> Pieces:
    """A title without the number of its item before it."""
    number = _ITEM_BEFORE.match(head.context.text, *run[0])
    return ((number.end() if number else run[0][0], run[0][1]), *run[1:])


def is_numbered(head: Head, run: Pieces) -> bool:
    """Whether the number of an item stands before a title or on the line above it: "§ 12  Vergabe der Arbeiten"."""
    line = head.context.line_at(run[0][0])
    above = next((index for index in range(line - 1, -1, -1) if not head.blank(index)), line)
    begun = head.context.lines[line].start
    return (
        _ITEM_ALONE.fullmatch(head.folded(above)) is not None
        or _ITEM_BEFORE.match(head.context.text, begun) is not None
    )
