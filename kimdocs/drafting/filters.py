"""What a template may do with a value before printing it; a missing value passes through and stays a visible gap."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kimdocs.drafting import wording
from kimdocs.drafting.gaps import Missing
from kimdocs.drafting.values import Amount, Leaf, Posts, Printed, Value
from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Callable

_PARAGRAPH_LIMIT = 5_000


def euro(value: Value) -> str:
    """``5.000 €``: the amount alone, without "bis zu" and "pro Jahr"."""
    if isinstance(value, Amount):
        return _span(lambda number: wording.euro(number, value.currency), value.value, value.high)
    return wording.euro(_decimal(value))


def euro_worte(value: Value) -> str:
    """``fünftausend Euro``; both ends of a range."""
    if not isinstance(value, Amount):
        return wording.euro_words(_decimal(value))
    return _span(wording.euro_words, value.value, value.high)


def angabe(value: Value) -> str:
    """The whole phrase: ``bis zu 5.000 € pro Jahr``, ``0,5 Stellen``."""
    return wording.value_text(value)


def datum(value: Value) -> str:
    """``03.11.2021``."""
    return wording.date(_date(value))


def datum_lang(value: Value) -> str:
    """``3. November 2021``."""
    return wording.date_long(_date(value))


def zahl(value: Value) -> str:
    """``1.234,5``; of posts their number alone, or both ends of a range."""
    if not isinstance(value, Posts):
        return wording.number(_decimal(value))
    return _span(wording.number, value.count, value.high)


def absaetze(value: Value) -> tuple[str, ...]:
    """A text with its paragraphs (blank lines part them)."""
    parts = [part.strip("\n") for part in wording.value_text(value).split("\n\n")]
    return tuple(part for part in parts if part.strip())[:_PARAGRAPH_LIMIT] or ("",)


PRINTING: dict[str, Callable[[Value], str | tuple[str, ...]]] = {
    "euro": euro, "euro_worte": euro_worte, "angabe": angabe, "datum": datum, "datum_lang": datum_lang, "zahl": zahl,
    "absaetze": absaetze,
}  # fmt: skip


def filters() -> dict[str, Callable[..., Any]]:
    """All filters by the name that templates call them by."""
    return {name: _lifted(name, function) for name, function in PRINTING.items()} | {"oder": oder, "anzahl": anzahl}


def oder(value: Any, instead: str = "") -> Any:
    """The value, or other words where nothing is stated (then there is no gap)."""
    if isinstance(value, Missing):
        return Printed((str(instead),))
    return value


def anzahl(value: Any) -> int:
    """How many items a list has."""
    return len(value) if isinstance(value, list | dict | Missing) else 1


def _lifted(name: str, function: Callable[[Value], str | tuple[str, ...]]) -> Callable[[Any], Any]:
    """The function for plain values as a filter over facts: gaps, conflicts and printed text pass unchanged."""

    def apply(value: Any) -> Any:
        if isinstance(value, Missing | Printed):
            return value
        if not isinstance(value, Leaf):
            raise TemplateError(f"Der Filter „{name}“ kann nur auf ein einzelnes Feld angewendet werden.")
        if value.fact.conflicts:
            return value
        try:
            text = function(value.fact.value)
        except TypeError as error:
            raise TemplateError(f"Der Filter „{name}“ passt nicht zum Feld „{value.fact.path}“.") from error
        return Printed(text if isinstance(text, tuple) else (text,), value.fact)

    return apply


def _span(words: Callable[[Decimal], str], low: Decimal, high: Decimal | None) -> str:
    return words(low) if high is None else f"{words(low)} bis {words(high)}"


def _decimal(value: Value) -> Decimal:
    if not isinstance(value, Decimal):
        raise TypeError
    return value


def _date(value: Value) -> dt.date:
    if not isinstance(value, dt.date):
        raise TypeError
    return value
