"""Amounts whose number stands behind the currency: "EUR 1.000", "€ 750,00", "Fr. 12'500.–"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import NumberFault, read_digits
from kimdocs.extraction.recognise.figures.amount import (
    NUMBER,
    WINDOW,
    Malformed,
    is_money_shaped,
    is_name,
    is_year,
    last_word,
)
from kimdocs.extraction.recognise.figures.anchor import LETTERS, scales
from kimdocs.extraction.recognise.figures.sign import is_minus_before
from kimdocs.extraction.recognise.quantities.words import phrase_starting
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.finance import Per

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.figures.amount import Place, Reading

_AHEAD = lazy(
    r"(?P<gap>[)\]]?:? {0,3}(?:\n ?)?)(?P<minus>- ?)?"
    rf"(?P<number>{NUMBER}(?: \d{{3}}(?![\d.,]\d|\d)|(?: \d{{3}})+(?=,\d\d(?!\d)))*(?:,\d\d|,-{{1,2}})?)",
    re.ASCII,
)
_FAR_AHEAD = lazy(rf"(?P<gap> {{4,24}})(?P<minus>- ?)?(?P<number>{NUMBER})", re.ASCII)
_LAST_CELL = lazy(
    rf"(?P<gap>[ ]{{4,24}})(?P<minus>- ?)?(?P<number>{NUMBER}(?:,\d\d|,-{{1,2}})?)(?=[ \t]*(?:\n|\||$))", re.ASCII
)
_UNIT_CELL = lazy(
    rf"/(?P<unit>[a-zäöü]{{1,8}}[²³]?)(?P<gap>[\t ]*\t[\t ]*|[ ]{{2,24}})(?P<number>{NUMBER})(?=[ \t]*(?:\n|\||$))"
)
_SCALE = lazy(r" ?([a-zäö]{1,9}\.?)(?![a-zäöüß])")
_TO = lazy(rf" ?(?:-|bis) ?({NUMBER})", re.ASCII)
_OF_NUMBER = lazy(r"[\d,.]\s*$")
_MINUS_BEHIND = lazy(r",\d\d-(?=[ \t|)]|\n(?!\s*\d)|$)", re.ASCII)
_CENTS = 3
_THOUSAND = 1000
_LONGEST_SCALE = 12
_SHORTEST_SCALE = 3


def read_after(place: Place) -> list[Reading]:
    """The amount whose number starts behind the anchor, on the same line or, where it can be nothing else, the next."""
    anchor, folded = place.anchor, place.folded
    limit = min(place.ceiling, anchor.end + WINDOW)
    found = _AHEAD.match(folded, anchor.end, limit)
    if found is None and folded.startswith("    ", anchor.end):
        found = _far_ahead(place, limit)
    if found is None:
        return _behind_unit(place)
    if _is_of_next(place, found.end()):
        return []
    number = found["number"].rstrip(".',")
    end = found.start("number") + len(number)
    lead, start = _scale_before(folded, anchor.start)
    scale, end = (lead, end) if lead is not None else _scale_at(folded, end, limit)
    upper = _TO.match(folded, end, limit)
    scaled = scale is not None or (upper is not None and _scale_at(folded, upper.end(), limit)[0] is not None)
    if not _is_amount(place, found, number, scaled=scaled):
        return []
    value = read_digits(number, scaled=scaled)
    if isinstance(value, NumberFault):
        return [] if is_name(number) else [Malformed(start, end, value)]
    if ":" in found["gap"]:
        start = found.start("minus") if found["minus"] else found.start("number")
    behind = _MINUS_BEHIND.match(folded, end - _CENTS, limit) if scale is None else None
    if found["minus"] or behind or is_minus_before(place.text, folded, start, end):
        return [place.amount(start, behind.end() if behind else end, -value, scale or Decimal(1))]
    high, top = _upper_end(place, end, value, shaped=is_money_shaped(number))
    if high is not None and scale is None:
        scale, top = _scale_at(folded, top, limit)
    return [place.amount(start, top, value, scale or Decimal(1), high)]


def _far_ahead(place: Place, limit: int) -> re.Match[str] | None:
    """The number in the cell behind that of the currency, where it leads its row or an amount ends the row."""
    if _leads_row(place):
        return _FAR_AHEAD.match(place.folded, place.anchor.end, limit)
    found = _LAST_CELL.match(place.folded, place.anchor.end, place.ceiling)
    return found if found and is_money_shaped(found["number"]) else None


def _behind_unit(place: Place) -> list[Reading]:
    """The amount in the last cell of a row, whose unit has the cell before: "Schmutzwasser   €/m³   2,95"."""
    found = _UNIT_CELL.match(place.text, place.anchor.end)
    counted = phrase_starting("per", "noun", [found["unit"].lower()], 0) if found else None
    value = read_digits(found["number"]) if found and is_money_shaped(found["number"]) else None
    if found is None or counted is None or not isinstance(value, Decimal) or found.end() > place.ceiling:
        return []
    amount = place.amount(*found.span("number"), value, Decimal(1))
    return [replace(amount, in_table=True, per=(Per(counted[0].value),))]


def _upper_end(place: Place, end: int, value: Decimal, *, shaped: bool) -> tuple[Decimal | None, int]:
    """The upper end of a range ("EUR 5.000 - 10.000") and where it ends, or None and ``end``."""
    upper = _TO.match(place.folded, end, min(place.ceiling, end + WINDOW))
    if upper is None:
        return None, end
    written = upper[1].rstrip(".',")
    high = read_digits(written)
    top = upper.start(1) + len(written)
    if not isinstance(high, Decimal) or high <= value or _is_of_next(place, top):
        return None, end
    if shaped != is_money_shaped(written) and not (value < _THOUSAND <= high):
        return None, end
    return high, top


def _scale_before(folded: str, start: int) -> tuple[Decimal | None, int]:
    """The multiplier that touches the currency ("TEUR 19") or stands before it alone ("Mio. € 2,4"), and its start."""
    lead = folded[max(0, start - _LONGEST_SCALE) : start]
    gap = len(lead) - len(lead.rstrip(" "))
    lead = lead.rstrip(" ")
    run = lead[len(lead.rstrip(LETTERS + ".")) :]
    begin = start - gap - len(run)
    of_number = gap > 0 and (
        gap > 1 or len(run) < _SHORTEST_SCALE or _OF_NUMBER.search(folded, max(0, begin - 4), begin)
    )
    return (scales()[run], begin) if run in scales() and not of_number else (None, start)


def _scale_at(folded: str, end: int, limit: int) -> tuple[Decimal | None, int]:
    """The multiplier behind a number ("EUR 2,4 Mio."), and where it ends."""
    found = _SCALE.match(folded, end, limit)
    if found is None or len(found[1]) < _SHORTEST_SCALE or found[1] not in scales():
        return None, end
    return scales()[found[1]], found.end()


def _is_of_next(place: Place, end: int) -> bool:
    """Whether only blanks or a multiplier part the number from the next currency, whose number it then is."""
    between = place.folded[end : min(place.ceiling, end + 16)]
    if end + len(between) != place.ceiling or place.ceiling == len(place.folded):
        return False
    return (not between.strip() or between.strip() in scales()) and not _leads_row(place)


def _leads_row(place: Place) -> bool:
    """Whether every number or dash of the line has its sign before it ("€ 5,00   €  –")."""
    sign = place.folded[place.anchor.start : place.anchor.end]
    line = place.folded.rfind("\n", 0, place.anchor.start) + 1
    row = re.compile(rf"(?:{re.escape(sign)}[ \t]{{1,24}}(?:[-+]? ?{NUMBER}|-)[ \t]*){{2,}}(?=\n|$)", re.ASCII)
    return row.match(place.folded, place.folded.find(sign, line)) is not None


def _is_amount(place: Place, found: re.Match[str], number: str, *, scaled: bool) -> bool:
    shaped, gap = is_money_shaped(number), found["gap"]
    if (_heads_row(place, found) and not _leads_row(place)) or ("\n" in gap and (not shaped or _is_alone(place))):
        return False
    if place.anchor.currency.factor != 1 or shaped:
        return shaped and place.anchor.currency.factor == 1
    if place.anchor.currency.money_only or is_year(number):
        return False
    if ":" in gap:
        return True
    start = place.anchor.start
    is_unit = ")" in gap or "]" in gap or last_word(place.folded, max(0, start - 20), start) in ("in", "pro", "je")
    return not is_unit and (len(number) > 1 or scaled)


def _heads_row(place: Place, found: re.Match[str]) -> bool:
    """Whether the unit ends a row's label ("Erträge in EUR	0	50.600"), whose cells are read as a table."""
    gap = place.text[place.anchor.end : found.start("number")]
    if "\t" not in gap and "  " not in gap:
        return False
    start = place.anchor.start
    return gap[0] in ")]" or last_word(place.folded, max(0, start - 20), start) == "in"


def _is_alone(place: Place) -> bool:
    """Whether the currency is all that stands in its line, and so heads a column."""
    line = place.folded[max(0, place.anchor.start - 40) : place.anchor.start].rsplit("\n", 1)[-1]
    return line.strip(" (-[") in ("", "in", "betrag", "betrag in")
