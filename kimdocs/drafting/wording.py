"""German wording of values: amounts, posts, numbers, dates, after DIN 5008 (no-break space between number and unit).

Rounding is commercial (half up). Forms as town halls print them: "5.000 €", "1.234,56 €", "3. November 2021".
"""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from kimdocs.drafting.notation import per_phrase, qualifier_phrase
from kimdocs.drafting.values import Amount, Fact, Posts, Value
from kimdocs.model.provenance import Computed, Entered, Provenance, Stated

if TYPE_CHECKING:
    from collections.abc import Iterator

NBSP = "\u00a0"
_CENT = Decimal("0.01")
_MARKS = str.maketrans({",": ".", ".": ",", "-": "\u2212"})
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_SIGNS = {"EUR": "€"}


def number(value: Decimal) -> str:
    """As in "1.234,56" with as many decimals as the value has; thousands grouped with points."""
    return _german(f"{value.normalize():,f}")


def euro(value: Decimal, currency: str = "EUR") -> str:
    """As in "5.000 €", "1.234,56 €": cents only where there are some."""
    cents = value.quantize(_CENT, ROUND_HALF_UP)
    text = _german(f"{cents or Decimal('0.00'):,.2f}")
    return f"{text.removesuffix(',00')}{NBSP}{_SIGNS.get(currency, currency)}"


def _german(text: str) -> str:
    """A number as Python writes it with German points and a true minus sign, after which no line ends."""
    return text.translate(_MARKS)


def euro_words(value: Decimal) -> str:
    """As in "fünftausend Euro", "eintausend Euro und fünfzig Cent"."""
    from num2words import num2words

    cents = int((abs(value) * 100).quantize(Decimal(1), ROUND_HALF_UP))
    euros, rest = divmod(cents, 100)
    words = f"{'minus ' if value < 0 else ''}{_counted(num2words(euros, lang='de'))} Euro"
    return f"{words} und {_counted(num2words(rest, lang='de'))} Cent" if rest else words


def amount(value: Amount) -> str:
    """Phrase as a whole: "ca. 10.000 € je Stelle und Jahr", "1.000 € bis 2.000 € pro Monat"."""
    money = euro(value.value, value.currency)
    if value.high is not None:
        money = f"{money} bis {euro(value.high, value.currency)}"
    return " ".join(part for part in (qualifier_phrase(value.qualifier), money, per_phrase(value.per)) if part)


def posts(value: Posts) -> str:
    """As in "0,5 Stellen", "bis zu 11 VZÄ"."""
    count = number(value.count)
    if value.high is not None:
        count = f"{count} bis {number(value.high)}"
    return " ".join(part for part in (qualifier_phrase(value.qualifier), f"{count}{NBSP}{value.unit}") if part)


def date(value: dt.date) -> str:
    """As in "03.11.2021"."""
    return f"{value.day:02}.{value.month:02}.{value.year:04}"


def date_long(value: dt.date) -> str:
    """As in "3. November 2021"."""
    return f"{value.day}.{NBSP}{_MONTHS[value.month - 1]} {value.year:04}"


def value_text(value: Value) -> str:
    """A value as a draft prints it if the template does not say how."""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, Amount):
        return amount(value)
    if isinstance(value, Posts):
        return posts(value)
    if isinstance(value, Decimal):
        return number(value)
    return date(value) if isinstance(value, dt.date) else value


def origin(provenance: Provenance) -> str:
    """Where a value comes from: document, page and quote; or formula and the inputs' sources; or the data file."""
    if isinstance(provenance, Stated):
        places = [f"S. {item.page}, „{_short(item.quote)}“" for item in provenance.evidence]
        return f"Quelle: {provenance.document}" + "".join(f", {place}" for place in places)
    if isinstance(provenance, Computed):
        below = dict.fromkeys(line for item in provenance.inputs for line in _told(item))
        return "\n– ".join((f"Berechnet: {provenance.formula}", *below))
    return f"Angabe: {_entered(provenance)}"


def origins(fact: Fact) -> str:
    """All origins of a fact, one a line."""
    return "\n".join(dict.fromkeys(origin(item) for item in fact.origins))


def place(provenance: Provenance) -> str:
    """The shortest words for an origin: the document and page, or who entered it."""
    if isinstance(provenance, Stated):
        page = f", S. {provenance.evidence[0].page}" if provenance.evidence else ""
        return f"{provenance.document}{page}"
    return f"Rechnung {provenance.formula}" if isinstance(provenance, Computed) else _entered(provenance)


def stated_in(provenance: Provenance) -> tuple[Stated, ...]:
    """All documents that a value rests on."""
    if isinstance(provenance, Stated):
        return (provenance,)
    if isinstance(provenance, Computed):
        return tuple(found for item in provenance.inputs for found in stated_in(item))
    return ()


def _told(provenance: Provenance) -> Iterator[str]:
    """What stands behind an input: its formula or origin, and the documents that its own inputs rest on."""
    if isinstance(provenance, Computed):
        yield f"Berechnet: {provenance.formula}"
        yield from map(origin, stated_in(provenance))
    elif not _is_plain_entry(provenance):
        yield origin(provenance)


def _is_plain_entry(provenance: Provenance) -> bool:
    return isinstance(provenance, Entered) and (provenance.file, provenance.by, provenance.at) == (None, None, None)


def _entered(provenance: Entered) -> str:
    parts = [
        provenance.by or "",
        date(provenance.at) if provenance.at else "",
        f"Datendatei {provenance.file}" if provenance.file else "",
    ]
    return ", ".join(part for part in parts if part) or "beim Aufruf übergeben"


def _short(quote: str, limit: int = 160) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _counted(words: str) -> str:
    return f"{words[:-1]}" if words.endswith("eins") else words
