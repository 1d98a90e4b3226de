"""What the vendors' layouts add to the reading of heads: columns of tables, boilerplate, the order of dates."""

from __future__ import annotations

import re
from functools import cache

from kimdocs.lexicon import load, table_names
from kimdocs.lexicon.match import Matcher

_NOTHING_LEFT = re.compile(r"[\s|/:.,•●*#()-]*")


@cache
def vendor_matcher(value: str) -> Matcher:
    """Matcher of all vendors' entries with this value: ``column``, ``noise`` or ``month_first``."""
    tables = [name for name in table_names() if name.startswith("vendors/")]
    return Matcher(tuple(entry for table in tables for entry in load(table) if entry.value == value))


def columns(folded: str) -> tuple[str, ...]:
    """The columns that a line of table headings names, in order; empty where the line is none."""
    names, at = [], 0
    for match in vendor_matcher("column").finditer(folded):
        if not _NOTHING_LEFT.fullmatch(folded, at, match.start):
            return ()
        names.append(str(match.entry.attributes["column"]))
        at = match.end
    return tuple(names) if names and _NOTHING_LEFT.fullmatch(folded, at) else ()


def is_noise(folded: str) -> bool:
    """Whether a line is a vendor's boilerplate from its first to its last letter."""
    at = 0
    for match in vendor_matcher("noise").finditer(folded):
        if not _NOTHING_LEFT.fullmatch(folded, at, match.start):
            return False
        at = match.end
    return at > 0 and bool(_NOTHING_LEFT.fullmatch(folded, at))
