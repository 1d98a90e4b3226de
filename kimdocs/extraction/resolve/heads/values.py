"""What a label takes for its value: a date, a number, a body, a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.heads.labels import is_spaced
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.lexicon import Match

CELL = lazy(r"[^\s|│](?:[^\t|│\n ]| (?! ))*")
SPACED_NUMBER = lazy(r"[A-Z\d](?: [A-Z\d/.-]){5,19}")
SHORT = 70
_DATE_REACH = 40
_SENTENCE = lazy(r" (?:wird|wurde|werden|wurden|ist|sind|hat|liegt)\b")
_DASHED = lazy(r" [-–=] (?=\S)|;\s?(?=\S)")
_FIELDS = {"title", "paper_type", "body", "organization", "date", "meeting_date", "reference", "consultations"}
_SPACES = {" ", "\u00a0"}
_OPENING = '"„»“'
_CLOSING = '"“”«'


def value_in(context: Context, accepts: str, start: int, end: int, *, month_first: bool | None) -> Piece | None:
    """The value that a label which ``accepts`` such ones finds in ``text[start:end]``, or None."""
    while start < end and context.text[start] in " \t|*│":
        start += 1
    if context.text[start : start + 2] in {"- ", "– ", "= "}:
        start += 2
    elif context.text[start : start + 1] == ";":
        start += 1
    while end > start and context.text[end - 1] in " \t|*│":
        end -= 1
    if start >= end or context.text.count("_", start, end) == end - start:
        return None
    if accepts in {"date", "meeting"}:
        reach = end if accepts == "meeting" else min(end, start + _DATE_REACH)
        found = find_dates(context, start, reach, month_first=month_first)
        return found[0][1:] if found else None
    if accepts == "organization":
        return (start, end) if starts_organization(context.folded[start:end]) else None
    if accepts in {"reference", "number"}:
        return _number(context, start, end, plain=accepts == "reference")
    if accepts in {"public", "paper_type"}:
        return _word(context, accepts, start, end)
    return (start, end) if accepts == "text" or end - start <= SHORT else None


def _word(context: Context, accepts: str, start: int, end: int) -> Piece | None:
    """The words that say how public a paper is, or a value that begins with a kind of paper."""
    if accepts == "paper_type":
        return (start, end) if matcher("paper_types").match(context.folded, start, end) else None
    hit = matcher("public").match(context.folded[:end], mark_end(context.text, start, end))
    return (hit.start, hit.end) if hit else None


def _number(context: Context, start: int, end: int, *, plain: bool) -> Piece | None:
    """The number of a paper, letter-spaced perhaps; a running number alone only where it may be ``plain``."""
    if plain and SPACED_NUMBER.fullmatch(context.text, start, end):
        return start, end
    start, end = _without_marks(context, start, end)
    cell = CELL.match(context.text, start, end)
    number = reference_at(context, start, cell.end() if cell else end)
    running = number is not None and context.text[slice(*number)].isdigit()
    return None if running and not plain else number


def is_typed(context: Context, label: Match, end: int, *, month_first: bool | None) -> bool:
    """Whether a label without colon is followed by a value of its kind ("Vorlage 2031/0117", "TOP 4")."""
    accepts = label.entry.attributes["accepts"]
    dashed = _DASHED.match(context.text, label.end, end)
    if dashed:
        value = value_in(context, str(accepts), dashed.end(), end, month_first=month_first)
        listed = ";" in dashed.group() and ";" in context.text[dashed.end() : end]
        return label.entry.value in _FIELDS and value is not None and not listed
    if label.entry.attributes.get("spaced"):
        return is_spaced(context.text[label.end : end])
    if accepts not in {"date", "reference", "number"} or context.text[label.end : label.end + 1] not in _SPACES:
        return False
    piece = value_in(context, accepts, label.end, end, month_first=month_first)
    if piece is None and accepts == "reference":
        piece = value_in(context, "date", label.end, end, month_first=month_first)
    if piece is None:
        return False
    if _SENTENCE.match(context.folded, piece[1], end):
        return False
    behind = context.text[piece[1] if label.entry.attributes.get("whole") else end : end]
    return not (context.text[label.end : piece[0]] + behind).strip(" .:")


def below_labels(context: Context, waiting: list[tuple[Match, int]], start: int, end: int) -> list[Piece]:
    """The cells of a line; below a line of as many, but those that stand below its labels: others may be labels too."""
    cells = [cell.span() for cell in CELL.finditer(context.text, start, end)]
    above = {index for _, index in waiting}
    if len(cells) <= len(waiting) or len(above) > 1:
        return cells
    asked = [cell.span() for cell in CELL.finditer(context.text, *context.lines[above.pop()])]
    starts = {label.start for label, _ in waiting}
    below = [cell for cell, (begin, _) in zip(cells, asked, strict=False) if begin in starts]
    return below if len(asked) == len(cells) and len(below) == len(waiting) else cells


def _without_marks(context: Context, start: int, end: int) -> Piece:
    """A number without the quotation marks around it, and without the bracket that its label opened."""
    if context.text[start] in _OPENING:
        closing = next((at for at in range(start + 1, end) if context.text[at] in _CLOSING), end)
        return start + 1, closing
    return start, end - 1 if context.text[end - 1] == ")" and "(" not in context.text[start:end] else end
