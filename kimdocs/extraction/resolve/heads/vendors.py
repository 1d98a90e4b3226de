"""What the vendors' layouts add to the reading of heads: columns of tables, boilerplate, the order of dates."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.lexicon import load, table_names
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.match import Matcher

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.lexicon import Match

_PAGE_LINES = 24
_STACK_LINES = 9
_MOSTLY = 0.5
_DIGIT = lazy(r"\d")
_NOTHING_LEFT = lazy(r"\W*")


@cache
def vendor_matcher(value: str) -> Matcher:
    """Matcher of all vendors' entries with this value: ``column``, ``noise`` or ``month_first``."""
    tables = [name for name in table_names() if name.startswith("vendors/")]
    return Matcher(tuple(entry for table in tables for entry in load(table) if entry.value == value))


def columns(folded: str) -> tuple[str, ...]:
    """The columns that a line of table headings names, in order; empty where the line is none."""
    found = vendor_matcher("column").findall(folded)
    if not found:
        return ()
    names = tuple(name for match in found for name in _names(match))
    covered = sum(match.end - match.start for match in found)
    known = covered >= len("".join(folded.split())) or _NOTHING_LEFT.fullmatch(_between(folded, found))
    table = (
        {"organization", "date"} <= set(names)
        and covered >= _MOSTLY * len("".join(folded.split()))
        and not _DIGIT.search(folded)
    )
    return names if known or table else ()


def is_no_body(folded: str) -> bool:
    """Whether what a label for a body finds is but the next label or the heading of a column."""
    return not starts_organization(folded) and (":" in folded or bool(columns(folded)))


def heads_stack(head: Head, index: int) -> bool:
    """Whether the lines right above are headings of a Beratungsfolge's columns, one a line: a body's and a date's."""
    names: set[str] = set()
    for above in range(index - 1, max(-1, index - _STACK_LINES), -1):
        found = columns(head.folded(above).strip(" |:"))
        if not found and not head.blank(above):
            break
        names.update(found)
    return {"organization", "date"} <= names


def below_table(head: Head, index: int) -> bool:
    """Whether nothing but headings of columns stands between the heading of a table and this line."""
    rows = range(head.tables[-1][0], index) if head.tables else ()
    return bool(rows) and all(row in head.taken or head.blank(row) for row in rows)


def _names(match: Match) -> tuple[str, ...]:
    return (str(match.entry.attributes["column"]), *match.entry.attributes.get("further", ()))


def _between(folded: str, found: tuple[Match, ...]) -> str:
    starts = [0, *(match.end for match in found)]
    ends = [*(match.start for match in found), len(folded)]
    return "".join(folded[start:end] for start, end in zip(starts, ends, strict=True))


def above_file(head: Head, index: int) -> bool:
    """Whether a line belongs to the page of a file and not to the file, whose text begins further down."""
    below = range(index + 1, min(index + _PAGE_LINES, head.last))
    return any(_opens_file(head.folded(line)) for line in below)


def _opens_file(folded: str) -> bool:
    entry = vendor_matcher("noise").fullmatch(folded.strip())
    return entry is not None and bool(entry.attributes.get("page_above"))


def is_noise(folded: str) -> bool:
    """Whether a line is a vendor's boilerplate from its first to its last letter."""
    at = 0
    for match in vendor_matcher("noise").finditer(folded):
        if not _NOTHING_LEFT.fullmatch(folded, at, match.start):
            return False
        at = match.end
    return at > 0 and bool(_NOTHING_LEFT.fullmatch(folded, at))
