"""Rows of a Beratungsfolge that stands in the text as lines: one row a line, wrapped cells, or a cell a line."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.recognise.reference import labelled_reference
from kimdocs.lexicon import load, matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_STOPPED = lazy(r"(?<!\d)[.;!?]\s")
_LETTER = lazy(r"\w")
_UNFINISHED = lazy(r"(?:[-,/]|\b(?:und|für|der|des|die|in|im|zur|zum|von|an|u\.))$")
_GOES_ON = lazy(r"(?:und|für|sowie|u\.)\s|&\s")
_RESULT = lazy(
    r"\b(?:einstimmig\w*|mehrheitlich\w*|\d*\s?(?:ja|nein|gegen)-?stimmen?|da(?:für|gegen)|ohne votum|enthaltung\w*"
    r"|zugestimmt|abgelehnt|vertagt|(?:un)?(?:ge|ver)ändert|abweichend|beschlossen|lt\.|laut|gilt|zurückgestellt"
    r"|abgesetzt|zurückgezogen|verwiesen|empfohlen|(?:ja|nein):? ?\d+)\b"
)
_ARTICLE_BEFORE = lazy(r"\s*\b(?:die|der|das)\s*$|[\s,]+$")
_ITEM = lazy(
    r"[\s|]*(?:(?:top\s?)?(?:[öntx] )?\d{1,3}(?:\.\d{1,2})*\.?(?:\s?[a-z]\b(?!\w))?(?:\s?\+\s?[a-z]\b)?"
    r"|[öntx☐☒-]|nö|öffentlich|nichtöffentlich|nicht öffentlich)(?=[\s|]|$)"
)
_BULLET = lazy(r"[\s|•●*-]+")
_LOWER_TAIL = lazy(r"\s+[a-zäöüß]{1,12}\.?$")
_MEETING_BEHIND = lazy(r"\s+(?:\(|\d{1,3}\.\s|(?:(?:nicht)?öffentliche )?sitzung\b|\w{3,30}sitzung\b)")
_COMMA_IN_CELL = lazy(r",(?:  |\t| ?\|)")
_CELLS = lazy(r"(?<=\w)(?: {3,}|\t)(?=\S)")
_LONGEST_NAME = 110
NO_BODY = lazy(
    r"\b(?:bestätigt|beschließt|beschloss|genehmigt|empfiehlt|stimmt|nimmt|lehnt|wird|wurde|hat|ist|anfrage|anträge"
    r"|antrag)\b|\bam \d{1,2}\.|\b(?:zum|bis|seit|ab|per)$"
)


@dataclass(slots=True)
class Row:
    """One row on its way: places of the body's name and of the role, the date, and how the parts end."""

    date: dt.date | None = None
    date_place: Piece | None = None
    name: list[Piece] = field(default_factory=list)
    role: list[Piece] = field(default_factory=list)
    result_open: bool = False
    last_line: int = 0


def trim(context: Context, start: int, end: int) -> Piece | None:
    """The place without white space, bars and bullets at its ends; None if nothing is left."""
    hit = _BULLET.match(context.text, start, end)
    start = hit.end() if hit else start
    while end > start and context.text[end - 1] in " \t|\n:–-" and not context.text[end - 2 : end - 1].isalpha():
        end -= 1
    return (start, end) if _LETTER.search(context.folded, start, end) else None


def row_date(context: Context, start: int, end: int, *, month_first: bool | None) -> tuple[dt.date, int, int] | None:
    """The date of a line that can be a row: nothing but a name before it."""
    found = find_dates(context, start, end, month_first=month_first)
    if not found or found[0][1] - start > _LONGEST_NAME or _STOPPED.search(context.folded[start : found[0][1]]):
        return None
    return found[0]


def role_at(context: Context, start: int, end: int) -> Piece | None:
    """The role that a cell begins with, behind number and publicness of the item, or its part before a line end."""
    while hit := _ITEM.match(context.folded, start, end):
        start = hit.end()
    while start < end and not context.folded[start].isalnum():
        start += 1
    found = matcher("consultation_roles").match(context.folded, start, end)
    if found and not found.entry.attributes.get("result"):
        return found.start, found.end
    return role_part(context, start, end)


def role_part(context: Context, start: int, end: int) -> Piece | None:
    """A role cut off by the end of its line ("Beratung und Beschlussfas-")."""
    folded = context.folded[start:end].strip()
    if not folded.endswith("-") or len(folded) < 6:
        return None
    cut = folded[:-1].rstrip()
    return (start, end) if any(role.startswith(cut) and role != cut for role in _role_phrases()) else None


def item_only(context: Context, start: int, end: int) -> bool:
    """Whether a line holds nothing but the number and the publicness of an item ("Ö 6")."""
    while hit := _ITEM.match(context.folded, start, end):
        start = hit.end()
    return not _LETTER.search(context.folded, start, end)


def is_result(context: Context, start: int, end: int) -> bool:
    """Whether a line is the result of a consultation as council systems write it."""
    entry = matcher("consultation_roles").fullmatch(context.folded[start:end])
    return entry is not None and bool(entry.attributes.get("result"))


def has_result(context: Context, start: int, end: int) -> bool:
    """Whether words of a vote stand in the line."""
    return _RESULT.search(context.folded, start, end) is not None


def cut_result(context: Context, start: int, end: int) -> Piece | None:
    """The line up to where the result of a vote begins that shares it."""
    hit = _RESULT.search(context.folded, start, end)
    stop = hit.start() if hit else end
    quoted = labelled_reference(context, start, stop)
    stop = min(stop, quoted[0]) if quoted else stop
    if stop == end:
        return start, end
    before = _ARTICLE_BEFORE.search(context.folded, start, stop)
    return trim(context, start, before.start() if before else stop)


def continues_name(context: Context, row: Row, start: int, end: int) -> Piece | None:
    """The part of a line below a row that goes on with the body's name, or None."""
    if not row.name or has_result(context, start, end) or end - start > _LONGEST_NAME:
        return None
    name = context.folded[row.name[0][0] : row.name[-1][1]].rstrip()
    parted = _COMMA_IN_CELL.match(context.text, row.name[-1][1])
    if not (parted or _UNFINISHED.search(name) or _GOES_ON.match(context.folded, start, end)):
        return None
    cells = _CELLS.search(context.text, start + 1, end)
    end = cells.start() if cells else end
    if row.result_open:
        tail = _LOWER_TAIL.search(context.text, start, end)
        end = tail.start() if tail else end
    return start, end


def continues_role(context: Context, row: Row, start: int, end: int) -> bool:
    """Whether a line is the rest of a role that its line end cut."""
    if not row.role:
        return False
    begun = " ".join(context.folded[s:e].strip() for s, e in row.role)
    whole = (
        begun[:-1] + context.folded[start:end].strip()
        if begun.endswith("-")
        else f"{begun} {context.folded[start:end].strip()}"
    )
    return any(role == whole or role.startswith(whole.rstrip("-")) for role in _role_phrases())


def behind_gap(head: Head, row: Row, index: int, date: int) -> bool:
    """Whether a line behind the rows and a blank line has but a date of its own: "Halbjahresbericht zum 30.06.2031"."""
    if not head.blank(index - 1) or row.last_line != index - 2:
        return False
    line = head.context.lines[index]
    no_body = NO_BODY.search(head.context.folded, line.start, line.end) is not None
    return date > line.start and (no_body or not is_name(head.context, line.start, line.end))


def without_meeting(context: Context, piece: Piece) -> Piece:
    """A body's name without the name of its meeting in the next column: "Bauausschuss  Sitzung des Bauausschusses"."""
    meeting = _MEETING_BEHIND.search(context.folded, *piece)
    return (piece[0], meeting.start()) if meeting else piece


def is_name(context: Context, start: int, end: int) -> bool:
    """Whether a line starts with the name of a body."""
    return starts_organization(context.folded[start:end])


@cache
def _role_phrases() -> tuple[str, ...]:
    return tuple(phrase for entry in load("consultation_roles") for phrase in entry.phrases)
