"""Whether a document says that it is public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.forms.crosses import Forms
from kimdocs.extraction.recognise.forms.marks import has_mark, without_marks
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session

_NON_PUBLIC_PART = (
    "nichtöffentlicher teil",
    "nicht öffentlicher teil",
    "nicht-öffentlicher teil",
    "nichtöffentliche sitzung",
    "nicht öffentliche sitzung",
    "nichtöffentliche tagesordnung",
    "nichtöffentlicher sitzungsteil",
)


def find_public(head: Head, session: Session | None) -> tuple[bool, Piece] | None:
    """True or false with the place that says so; None where the document is silent, mixed, or names both."""
    said = [found for found in (*_labelled(head), *_lines(head)) if found]
    if session is not None:
        said += _of_session(head, session)
    answers = {answer for answer, _ in said}
    if len(answers) != 1 or None in answers:
        return None
    answer, place = said[0]
    if answer is None or (answer and _has_non_public_part(head)):
        return None
    return answer, place


def says_public(head: Head, index: int) -> bool:
    """Whether a line says whether something is public, and nothing else ("- öffentlich -")."""
    line = head.context.lines[index]
    start = mark_end(head.context.text, line.start, line.end)
    found = line.end - start < 70 and matcher("public").first(head.context.folded, start, line.end)
    return bool(found) and _covered(head, start, line.end)


def _labelled(head: Head) -> list[tuple[bool | None, Piece]]:
    return [(_answer(head, *field.pieces[0]), field.pieces[0]) for field in head.fields.get("public", ())]


def _lines(head: Head) -> list[tuple[bool | None, Piece]]:
    """Lines that say it and nothing else ("- öffentlich -"); a line that offers both answers says neither."""
    found: list[tuple[bool | None, Piece]] = []
    for index in range(min(head.last, 60)):
        if says_public(head, index):
            line = head.context.lines[index]
            start = mark_end(head.context.text, line.start, line.end)
            if _values(head, start, line.end):
                found.append((_answer(head, start, line.end), (start, line.end)))
    return found


def _covered(head: Head, start: int, end: int) -> bool:
    at = start
    for match in matcher("public").finditer(head.context.folded, start, end):
        if _letters(without_marks(head.context.folded, at, match.start)):
            return False
        at = match.end
    return not _letters(without_marks(head.context.folded, at, end))


def _letters(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _answer(head: Head, start: int, end: int) -> bool | None:
    values = _values(head, start, end)
    return values == {"true"} if len(values) == 1 and values != {"mixed"} else None


def _values(head: Head, start: int, end: int) -> set[str]:
    """What is said there; of what a form offers only what is crossed."""
    folded = head.context.folded
    said = matcher("public").findall(folded, start, end)
    if len({match.entry.value for match in said}) < 2 and not has_mark(folded, start, end):
        return {match.entry.value for match in said}
    refuted = Forms(head.context.text, folded, ("public",)).uncrossed([start])
    return {match.entry.value for match in said if (match.start, match.end) not in refuted}


def _of_session(head: Head, session: Session) -> list[tuple[bool | None, Piece]]:
    """The adjective of the meeting: "über die öffentliche 3. Sitzung"."""
    start = max(0, session.start - 60)
    place = (start, session.place[0][0])
    match = matcher("public").first(head.context.folded, *place)
    return [(_answer(head, *place), (match.start, match.end))] if match else []


def _has_non_public_part(head: Head) -> bool:
    return any(words in head.context.folded for words in _NON_PUBLIC_PART)
