"""Numbers in cells and formulas, strictly in German notation: "1.234,50 €", "0,5", "- 12.000,00"."""

from __future__ import annotations

import re
from decimal import Decimal

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,4})?"
_CELL = re.compile(
    rf"(?P<sign>[-–−+]?)\s*(?:€|EUR)?\s*(?P<number>{NUMBER})(?:,[-–]{{1,2}})?\s*"
    r"(?:€|EUR|Euro|T€|TEUR|VZÄ|(?:Vollzeit)?[Ss]tellen?(?:anteile?)?)?"
    r"(?:\s*(?:pro Jahr|jährlich|p\.\s?a\.|/Jahr|im Jahr))?\s*(?:\[\d+\])?"
)


def parse(text: str) -> Decimal:
    """Value of "1.234,5"."""
    return Decimal(text.replace(".", "").replace(",", "."))


def cell_value(text: str) -> Decimal | None:
    """Value of a cell that holds but a number, with or without its unit; a dash is a zero; None for anything else."""
    words = " ".join(text.replace("\u00a0", " ").split())
    if words in {"-", "–", "—"}:
        return Decimal(0)
    hit = _CELL.fullmatch(words.removeprefix("bis zu "))
    if hit is None:
        return None
    value = parse(hit["number"])
    return -value if hit["sign"] in {"-", "–", "−"} and hit["sign"] else value


def unit(value: Decimal) -> Decimal:
    """One unit of the last decimal that a number shows, at most one."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))


def shown(value: Decimal) -> str:
    """German notation: "1.234,5"."""
    whole, _, fraction = f"{abs(value):,f}".partition(".")
    sign = "-" if value < 0 else ""
    return sign + whole.replace(",", ".") + ("," + fraction if fraction.strip("0") else "")
