"""A second number that shares the currency of the one behind it: "115.000 bzw. 109.000 Euro", "5 - 10 Mio. €"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figures.amount import NUMBER, is_money_shaped, is_name, is_year, last_word, words_of
from kimdocs.extraction.recognise.figures.anchor import scales
from kimdocs.lexicon.lazy import lazy

_REACH = 56
_PAIR = lazy(rf"({NUMBER})-({NUMBER})", re.ASCII)
_LINK = lazy(
    rf"(?<![\w.,/])(?P<number>[1-9]\d{{0,2}}(?: \d{{3}})+(?:,\d\d)?|{NUMBER})\s{{0,3}}"
    r"(?P<scale>[a-zäö]{1,9}\.?)??\s{0,3}"
    r"(?P<link>-|bis|bis hin zu|bis zu|und|sowie|oder|bzw\.?|auf|/|statt|beziehungsweise)\s{0,3}"
    r"(?:ca\.|rund|etwa|rd\.|bisher|künftig|zukünftig|nunmehr|jetzt|neu|dann)?\s{0,3}$",
    re.ASCII,
)
_LISTED = lazy(
    r"(?<![\w.,/])(?P<number>\d+(?:[.,']\d+)*(?:[.,]-{1,2})?)(?:,\s{1,3}|\s{0,3}/\s{0,3})$",
    re.ASCII,
)
_MOST_LISTED = 8
_SHORTEST_ROUND = 3
_INSTEAD = lazy(
    r"\bstatt\s+(?:bisher\s+|bislang\s+|wie\s+bisher\s+|der\s+bisherigen\s+)?"
    r"(?P<number>\d+(?:[.,']\d+)*(?:[.,]-{1,2})?)\s+(?P<words>(?:[a-zäöüß]+\s+){1,4})$",
    re.ASCII,
)
_ENDS = (
    "-",
    "bis",
    "zu",
    "und",
    "sowie",
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
    "bisher",
    "künftig",
    "nunmehr",
    "jetzt",
    "neu",
    "dann",
)
_NUMBERED = ("not_money", "numbered")
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
    if not isinstance(other, Decimal) or kind is None or (found["link"] == "-" and lead in words_of(*_NUMBERED)):
        return None
    if lead in words_of("sentence_words", "months"):
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


def replaced_before(text: str, folded: str, floor: int, start: int, digits: str) -> Linked | None:
    """The number that the one at ``start`` stands for in place of: "Statt 300 sollen nun |350 Euro gezahlt werden"."""
    low = max(floor, start - _REACH)
    found = _INSTEAD.search(folded[low:start])
    if found is None or is_name(found["number"]) or is_year(found["number"]):
        return None
    begin, end = low + found.start("number"), low + found.end("number")
    value = read_digits(found["number"])
    plain = text[low + found.start("words") : start].islower()
    alike = is_money_shaped(found["number"]) == is_money_shaped(digits)
    return Linked(begin, end, value, None, is_range=False) if plain and alike and isinstance(value, Decimal) else None


def listed_before(folded: str, floor: int, second: Linked) -> list[Linked]:
    """The numbers that a list names before the second last ("500, 300 bzw. 200 €"), in order."""
    listed: list[Linked] = []
    start, written = second.start, folded[second.start : second.end]
    while len(listed) < _MOST_LISTED:
        low = max(floor, start - _REACH)
        found = _LISTED.search(folded[low:start])
        if found is None or is_name(found["number"]) or is_year(found["number"]):
            break
        begin = low + found.start()
        value = read_digits(found["number"], scaled=second.scale is not None)
        lead = last_word(folded, max(floor, begin - 40), begin)
        alike = ("," in found["number"]) == ("," in written) and _fits(found["number"], written, lead, "list")
        if not isinstance(value, Decimal) or lead in words_of(*_NUMBERED) or not alike:
            break
        end = begin + len(found["number"])
        listed.insert(0, Linked(begin, end, value, second.scale, is_range=False))
        start = begin
    return listed


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
    if is_money_shaped(second) and kind == "list":
        return lead.isdecimal() and len(first) >= _SHORTEST_ROUND and first.endswith("0")
    if is_money_shaped(second):
        return kind == "range" and len(first) >= 3 and first.endswith("0")
    return kind == "range" or len(first) >= 2
