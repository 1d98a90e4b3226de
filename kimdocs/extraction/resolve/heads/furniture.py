"""What stands in a head beside labels and title: officials, departments, dates, numbers, the words of a portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import parse_date
from kimdocs.extraction.recognise.organization import before_body, starts_organization
from kimdocs.extraction.recognise.reference import labelled_reference, reference_at
from kimdocs.extraction.resolve.heads.body import names_body
from kimdocs.extraction.resolve.heads.labels import label_matcher, public_alone
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.extraction.resolve.heads.session import name_end
from kimdocs.extraction.resolve.heads.vendors import is_noise
from kimdocs.extraction.resolve.titles.item import item_end
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_COLUMN = lazy(r"\t|\s{3,}|\s+[|·›»>]\s+")
_ITEM = lazy(
    r"(?:top|to-punkt|lfd\. ?nr\.|tagesordnungspunkt|zu punkt"
    r"|punkt)?:? ?(?:nr\.? ?)?(?:[önt] ?)?\d{1,3}(?:\.\d{1,2})*\.?|[önt] \d+"
)
_WORD = lazy(r"[^\W\d]{3,}")
_NAMED = lazy(r"(?:name|name der vorlage):\s+")
_DIGIT = lazy(r"[\w/.-]*\d")
_BEHIND_NUMBER = lazy(
    r"\s{2,}(?=\S)| (?<=/(?:19|20)\d\d )(?=[A-ZÄÖÜ][a-zäöüß]+ [a-zäöü])|\s?: +(?=\S)|\s[-–]\s+(?=[A-ZÄÖÜ])"
)
_OFFICE = lazy(r"[a-zäöüß-]+(?:amt|referat|dezernat|büro|verwaltung)|kämmerei|bauhof|stadtkasse|stadtwerke")
_SIGN_BEHIND = lazy(r"^ \([a-zäöü]{1,4}\)$")
_FEW_WORDS = 2
_LEADING_DASH = lazy(r"\s*(?P<dash>[-–] )\s*")
_DASH = lazy(r"\s[-–]\s")


def is_furniture(head: Head, index: int) -> bool:
    """Whether nothing on a line can be a title: but officials, the body, departments, dates, numbers, navigation."""
    cells = _cells(head, index)
    return bool(cells) and all(_is_furniture(head, *cell) for cell in cells)


def own_words(head: Head, index: int, *, goes_on: bool = False) -> Piece | None:
    """The one cell of a line that can be a title, without the number of its item; None where several can.

    A line that ``goes_on`` with a title keeps the dash it begins with.
    """
    cells = _cells(head, index)
    free = [cell for cell in cells if not _is_furniture(head, *cell)] or (cells if goes_on else [])
    if len(free) != 1 or (len(cells) > 1 and _beside_date(head, free[0], cells)):
        return None
    start, end = free[0]
    dash = _LEADING_DASH.match(head.context.text, *head.context.lines[index]) if goes_on else None
    if dash and dash.end() == start:
        return dash.start("dash"), end
    named = _NAMED.match(head.context.folded, start, end) or _own_number(head, start, end)
    item = named.end() if named else item_end(head, index)
    return (item, end) if start < item < end else (start, end)


def _beside_date(head: Head, free: Piece, cells: list[Piece]) -> bool:
    """Whether a cell of a word or two stands beside the date: who writes, and no title."""
    few = len(head.context.text[slice(*free)].split()) <= _FEW_WORDS
    return few and any(parse_date(head.context.text[slice(*cell)]) for cell in cells if cell != free)


def _own_number(head: Head, start: int, end: int) -> re.Match[str] | None:
    """What parts the number that a cell begins with from the title behind it: "VO-0466/31  Neubau der Sporthalle"."""
    found = reference_at(head.context, start, end) if _DIGIT.match(head.context.text, start, end) else None
    number = head.context.text[slice(*found)] if found else ""
    if found is None or found[0] != start or not ("/" in number or (number[0].isalpha() and "-" in number)):
        return None
    return _BEHIND_NUMBER.match(head.context.text, found[1], end)


def _cells(head: Head, index: int) -> list[Piece]:
    line = head.context.lines[index]
    start = at = mark_end(head.context.text, line.start, line.end)
    cells = []
    for gap in _COLUMN.finditer(head.context.text, start, line.end):
        cells.append((at, gap.start()))
        at = gap.end()
    return [cell for cell in (*cells, (at, line.end)) if head.context.text[slice(*cell)].strip()]


def _is_furniture(head: Head, start: int, end: int) -> bool:
    dash = _DASH.search(head.context.text, start, end)
    if dash and names_body(head, start, dash.start()):
        start = dash.end()
    text = head.context.text[start:end].strip(" ()*:–-")
    folded = head.context.folded[start:end].strip(" ()*:–-")
    if not folded or _ITEM.fullmatch(folded) or public_alone(folded) or is_noise(folded):
        return True
    if matcher("paper_types").fullmatch(folded) or matcher("kinds").fullmatch(folded) or parse_date(text):
        return True
    return (
        _OFFICE.fullmatch(folded) is not None
        or names_body(head, start, end)
        or _is_number(head, start, end)
        or _is_organ(head, start, end)
        or _is_sign(folded)
    )


def _is_organ(head: Head, start: int, end: int) -> bool:
    """Whether a cell is a body, with the town it belongs to perhaps, and nothing else ("Rat der Gemeinde Auental")."""
    folded = head.context.folded[start:end]
    if not starts_organization(folded):
        return False
    town = start + before_body(folded, 0, len(folded))
    return name_end(head.context, start, town) >= town


def _is_sign(folded: str) -> bool:
    """Whether a cell is but a label of the letterhead with a sign of digits ("Az. 621.41")."""
    label = label_matcher().match(folded, 0, len(folded))
    return label is not None and label.entry.value == "other" and not _WORD.search(folded, label.end)


def _is_number(head: Head, start: int, end: int) -> bool:
    while start < end and head.context.text[start] in "( ":
        start += 1
    found = reference_at(head.context, start, end) or labelled_reference(head.context, start, end)
    if found is None or _SIGN_BEHIND.sub("", head.context.folded[found[1] : end]).strip(" )"):
        return False
    before = head.context.folded[start : found[0]].strip(" :.-–")
    return len(before.split()) <= 2
