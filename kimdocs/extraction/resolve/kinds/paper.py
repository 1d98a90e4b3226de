"""Lines that name the kind of a paper: "Beschlussvorlage", "Vorlage Nr. 12/2031", "☒ Antrag"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import natural_case
from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.heads.lines import cells_of, close_up, mark_end, reading, ticked
from kimdocs.extraction.resolve.kinds.words import (
    TYPE_REST,
    behind_state,
    beside_number,
    is_heading,
    label_like,
    names_meeting,
    numbers_itself,
    numbers_motion,
)
from kimdocs.lexicon import Entry, matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_ITEM_ROW = lazy(r"(?:[önt]\s?\d{1,3}(?:\.\d{1,2})*|\d{1,3}(?:\.\d{1,2})*\.?)\s+\S.{4,}")
_BY_RULES = lazy(r" (?:nach|gemäß|gem\.) § ?\d{1,3}[a-z]?(?: abs\. \d)? der geschäftsordnung\W*")
_BEHIND = lazy(
    r" (?:zu |für )?(?:top|tagesordnungspunkt|punkt)\b[ .:]*(?:nr\.? ?)?[önt]? ?\d[\w. ]{0,8}"
    r"|[ (–-]{1,3}(?:nicht ?)?öffentlich\)?"
)
_CALLED = lazy(r"nr\.?:?\s+")
_LONGEST = 140
_FOR = lazy(
    r" für\s*:?| (?:für|an) (?:den|die|das) \w*(?:rat|tag|ausschuss|vertretung|versammlung|senat)"
    r"(?: der (?:stadt|gemeinde) [^,.:;]{3,30})?"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind, the line that says it, and the kind of paper as written, with its lexicon entry."""

    kind: DocumentKind
    line: int | None = None
    paper_type: str | None = None
    place: Piece | None = None
    entry: Entry | None = None

    @property
    def generic(self) -> bool:
        """Whether the word says that it is a paper, but not of which kind ("Vorlage")."""
        return self.entry is not None and bool(self.entry.attributes.get("generic"))


def paper(head: Head, index: int) -> Kind | None:
    """The kind of paper that a cell of a line, or an option with its box ticked, names."""
    line = head.context.lines[index]
    begun = mark_end(head.context.text, line.start, line.end)
    start = behind_state(head.context.folded, begun, line.end)
    if names_meeting(head.context, start, line.end):
        return None
    if numbers_motion(head.context.folded, start):
        motion = next(entry for entry in matcher("paper_types").entries if entry.id == "motion")
        return _kind_of(head, index, motion, (start, start + len(motion.phrases[0])))
    generic = None
    for begin, end in ticked(head.context.text, start, line.end) or cells_of(head.context.text, start, line.end):
        folded = plain(head, begin, end)
        if head.tables and head.tables[0][0] < index and matcher("consultation_roles").fullmatch(folded):
            continue
        entry = matcher("paper_types").fullmatch(folded)
        stop = end
        if entry is not None and head.context.text[begin:end].endswith(":") and is_heading(head, entry):
            continue
        if begin > start and _ITEM_ROW.match(head.context.folded, start, begin):
            continue
        if entry is None and (end - begin < _LONGEST or start > begun):
            entry, stop = _first_words(head, begin, end, first=begin == start)
        found = _kind_of(head, index, entry, (begin, stop)) if entry is not None else None
        if found and found.paper_type:
            return found
        generic = generic or found
    return generic


def _first_words(head: Head, begin: int, end: int, *, first: bool) -> tuple[Entry | None, int]:
    """The kind of paper that a cell but begins with, and where it ends; the ``first`` of its line may go on freely."""
    hit = matcher("paper_types").match(head.context.folded, begin, end)
    if hit is None or label_like(head, hit.entry, hit.end):
        return None, end
    exact = not hit.entry.attributes.get("generic")
    numbered = _numbered(head, hit.end, end, named=exact) or _BEHIND.fullmatch(head.context.folded, hit.end, end)
    if not numbered and not (first and TYPE_REST.match(head.context.folded, hit.end, end)):
        return None, end
    answer = hit.entry.attributes.get("dated_by_meeting")
    return hit.entry, end if answer and _BY_RULES.fullmatch(head.context.folded, hit.end, end) else hit.end


def _numbered(head: Head, start: int, end: int, *, named: bool) -> bool:
    """Whether nothing but its number stands behind the kind of paper, behind "Nr." where that is ``named`` exactly."""
    while start < end and head.context.text[start] in " :-–":
        start += 1
    called = _CALLED.match(head.context.folded, start, end) if named else None
    start = called.end() if called else start
    number = reference_at(head.context, start, end)
    return number is not None and not head.context.text[number[1] : end].strip()


def _kind_of(head: Head, index: int, entry: Entry, place: Piece) -> Kind:
    if entry.attributes.get("generic") and not (
        beside_number(head, index, place) or numbers_itself(head, index, place) or _is_for(head, index, place)
    ):
        return Kind(DocumentKind(entry.value), index, entry=entry)
    end = place[1]
    while "\u00ad" in head.context.text[place[0] : end] and head.context.text[end : end + 1].isalpha():
        end += 1
    place = (place[0], end)
    words = reading(close_up(head.context.text[slice(*place)])).strip(" :*-–")
    named = " ".join(natural_case(word) if word.isupper() and len(word) > 3 else word for word in words.split())
    return Kind(DocumentKind(entry.value), index, named, place, entry)


def _is_for(head: Head, index: int, place: Piece) -> bool:
    """Whether "Vorlage für" opens the head of a numbered paper, that for whom stands in other cells."""
    end = next(stop for begin, stop in cells_of(head.context.text, *head.context.lines[index]) if place[0] < stop)
    return head.first("reference") is not None and _FOR.fullmatch(head.context.folded, place[1], end) is not None


def plain(head: Head, start: int, end: int) -> str:
    """The folded words of a cell, letter-spaced ones closed up, without marks at its ends."""
    return close_up(head.context.folded[start:end]).strip(" :*-–()#")
