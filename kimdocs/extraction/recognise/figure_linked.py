"""A second number that shares the currency of the one behind it: "115.000 bzw. 109.000 Euro", "5 - 10 Mio. €"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figure_amount import NUMBER, is_money_shaped, is_name, is_year, last_word
from kimdocs.extraction.recognise.figure_anchor import scales

_REACH = 56
_PAIR = re.compile(rf"({NUMBER})-({NUMBER})", re.ASCII)
_LINK = re.compile(
    rf"(?<![\w.,/])(?P<number>{NUMBER})\s{{0,3}}(?P<scale>[a-zäö]{{1,9}}\.?)??\s{{0,3}}"
    r"(?P<link>-|bis|bis hin zu|bis zu|und|oder|bzw\.?|auf|/|statt|beziehungsweise)\s{0,3}"
    r"(?:ca\.|rund|etwa|rd\.)?\s{0,3}$",
    re.ASCII,
)
_ENDS = (
    "-",
    "bis",
    "zu",
    "und",
    "oder",
    "bzw.",
    "bzw",
    "auf",
    "/",
    "statt",
    "ca.",
    "rund",
    "etwa",
    "rd.",
    "beziehungsweise",
)
_LEADS = frozenset({"zwischen", "von", "ca", "rund", "etwa", "jeweils", "circa", "rd", "geschätzt"})


@dataclass(frozen=True, slots=True)
class Linked:
    """The number before the link; ``scale`` where it has a multiplier of its own."""

    start: int
    end: int
    value: Decimal
    scale: Decimal | None
    is_range: bool


def split_pair(digits: str) -> tuple[str, str] | None:
    """The two numbers of "10-15", or None."""
    if "-" not in digits[1:-1]:
        return None
    found = _PAIR.fullmatch(digits)
    return (found[1], found[2]) if found else None


def linked_before(folded: str, floor: int, start: int, digits: str, value: Decimal) -> Linked | None:
    """The number that is linked to the one at ``start`` and has no currency of its own.

    Args:
        folded: The folded text.
        floor: Where the amount before ends.
        start: Where the number behind the link starts.
        digits: That number as written.
        value: What it is worth, multiplier and all.
    """
    low = max(floor, start - _REACH)
    window = folded[low:start]
    found = _LINK.search(window) if window.rstrip().endswith(_ENDS) else None
    if found is None or is_name(found["number"]) or (found["scale"] and found["scale"] not in scales()):
        return None
    other = read_digits(found["number"], scaled=bool(found["scale"]))
    begin = low + found.start()
    lead = last_word(folded, max(floor, begin - 40), begin)
    kind = _kind(found["link"], lead)
    if not isinstance(other, Decimal) or kind is None:
        return None
    own = scales()[found["scale"]] if found["scale"] else None
    written = read_digits(digits, scaled=True)
    if own is None and is_money_shaped(found["number"]) and isinstance(written, Decimal) and written != value:
        own = Decimal(1) if written <= other < value else None
    shared = written != value and "," in found["number"] and kind == "range"
    if own is None and not shared and not _fits(found["number"], digits, lead, kind):
        return None
    if kind == "range" and found["link"] == "-" and "\n" in found.group() and lead not in _LEADS:
        return None
    end = low + found.end("scale" if found["scale"] else "number")
    return Linked(begin, end, other, own, kind == "range" and other * (own or 1) < value)


def _kind(link: str, lead: str) -> str | None:
    if link in ("-", "bis", "bis hin zu"):
        return "range"
    if link == "bis zu":
        return "range" if lead == "von" else None
    if link == "und":
        return "range" if lead == "zwischen" else "list"
    return "list"


def _fits(first: str, second: str, lead: str, kind: str) -> bool:
    """Whether two numbers are written alike enough to be of one kind."""
    if is_money_shaped(first):
        return is_money_shaped(second)
    if is_year(first) and (is_money_shaped(second) or is_year(second) or not first.endswith(("00", "50"))):
        return False
    if lead in _LEADS:
        return True
    if is_money_shaped(second):
        return kind == "range" and len(first) >= 3 and first.endswith("0")
    return kind == "range" or len(first) >= 2
