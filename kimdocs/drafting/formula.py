"""The ``rechnung`` of a data file: which inputs a computed figure has, and where each comes from."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from kimdocs.drafting import rates
from kimdocs.drafting.costs import Input, Product, parse_share, total
from kimdocs.drafting.datafile import Group, Listing, RawNode, Scalar
from kimdocs.drafting.notation import parse_amount, parse_number, parse_posts, table
from kimdocs.drafting.values import Amount, Fact, Value
from kimdocs.model.finance import Qualifier

if TYPE_CHECKING:
    from kimdocs.drafting.sources import Sources
    from kimdocs.model.provenance import Entered, Provenance

_KEYS = {"menge", "satz", "monate", "anteil", "genauigkeit", "summe"}
Reader = Callable[[str, bool], Value | Fraction]


class NotYetError(Exception):
    """A field that the calculation builds upon has no value (yet); the message is a German half-sentence."""


def work_out(
    raw: RawNode, sources: Sources, find: Callable[[str], Fact | None], entered: Entered
) -> tuple[Amount, Provenance]:
    """The result of a ``rechnung``.

    Args:
        raw: ``{menge, satz, monate, anteil, genauigkeit}`` for a product, or ``{summe: [...]}``. Each input is a value,
            a ``{quelle: …}`` of a record, or a ``{feld: …}`` of this draft.
        sources: The records.
        find: Gives the fact of a field.
        entered: Origin of the inputs that are values.

    Raises:
        NotYetError: A field it builds upon has no value.
        ValueError: It cannot be worked out; the message is a German half-sentence.
    """
    if not isinstance(raw, Group) or not raw.items or set(raw.items) - _KEYS:
        raise ValueError(f"hat eine unklare „rechnung“; möglich sind {', '.join(sorted(_KEYS))}")
    reader = _InputReader(sources, find, entered)
    if "summe" in raw.items:
        listed = raw.items["summe"]
        if not isinstance(listed, Listing):
            raise ValueError("erwartet unter „summe“ eine Liste")
        return total([reader.amount(item) for item in listed.items])
    if "satz" not in raw.items:
        raise ValueError("hat eine „rechnung“ ohne „satz“")
    return Product(
        rate=reader.read(raw.items["satz"], lambda text, plain: parse_amount(text, plain=plain)),
        quantity=reader.optional(raw, "menge", lambda text, plain: parse_posts(text, plain=plain)),
        months=reader.optional(raw, "monate", lambda text, plain: parse_number(text, plain=plain)),
        share=reader.optional(raw, "anteil", lambda text, _plain: parse_share(text)),
        qualifier=_qualifier(raw.items.get("genauigkeit")),
    ).result()


def same(raw: RawNode, find: Callable[[str], Fact | None]) -> tuple[Value, Provenance]:
    """The value of another field, for ``{feld: name}``.

    Raises:
        NotYetError: That field has no value.
        ValueError: Its sources contradict one another.
    """
    name = raw.text if isinstance(raw, Scalar) else ""
    fact = _fact_of(name or "", find, "übernimmt das Feld")
    return fact.value, fact.provenance


def rate(raw: Group, sources: Sources) -> tuple[Amount, Provenance]:
    """The rate that ``{rate: kim.case_management, jahr: 2023}`` names.

    Raises:
        ValueError: There is none; the message is a German half-sentence.
    """
    words = {key: item.text.strip() for key, item in raw.items.items() if isinstance(item, Scalar) and item.text}
    return rates.rate_of(words.get("rate", ""), words.get("jahr", ""), sources.templates)


class _InputReader:
    def __init__(self, sources: Sources, find: Callable[[str], Fact | None], entered: Entered) -> None:
        self._sources, self._find, self._entered = sources, find, entered

    def optional(self, raw: Group, key: str, parse: Reader) -> Input | None:
        return self.read(raw.items[key], parse) if key in raw.items else None

    def amount(self, raw: RawNode) -> tuple[Amount, Provenance]:
        found = self.read(raw, lambda text, plain: parse_amount(text, plain=plain))
        if isinstance(found.value, Amount):
            return found.value, found.provenance
        raise ValueError("erwartet unter „summe“ nur Beträge")

    def read(self, raw: RawNode, parse: Reader) -> Input:
        if isinstance(raw, Scalar) and raw.text is not None:
            try:
                return Input(parse(raw.text, raw.plain), self._entered)
            except ValueError as error:
                raise ValueError(f"rechnet mit „{raw.text}“, das {error}") from error
        if isinstance(raw, Group) and set(raw.items) == {"feld"} and isinstance(raw.items["feld"], Scalar):
            return self._field(str(raw.items["feld"].text))
        if isinstance(raw, Group) and set(raw.items) == {"quelle"} and isinstance(raw.items["quelle"], Group):
            words = {
                key: item.text or "" for key, item in raw.items["quelle"].items.items() if isinstance(item, Scalar)
            }
            found = self._sources.choose(words)[0]
            return Input(found.value, found.provenance)
        if isinstance(raw, Group) and "rate" in raw.items and set(raw.items) <= rates.KEYS:
            return Input(*rate(raw, self._sources))
        raise ValueError(
            "rechnet mit einer unklaren Angabe; möglich sind ein Wert, {feld: …}, {quelle: …} oder {rate: …, jahr: …}"
        )

    def _field(self, path: str) -> Input:
        fact = _fact_of(path, self._find, "rechnet mit dem Feld")
        return Input(fact.value, fact.provenance)


def _fact_of(path: str, find: Callable[[str], Fact | None], does: str) -> Fact:
    fact = find(path)
    if fact is None:
        raise NotYetError(f"{does} „{path}“, das keinen Wert hat")
    if fact.conflicts:
        raise ValueError(f"{does} „{path}“, zu dem sich die Quellen widersprechen")
    return fact


def _qualifier(raw: RawNode | None) -> Qualifier | None:
    if raw is None:
        return None
    text = raw.text if isinstance(raw, Scalar) else None
    if text in {"genau", "exakt"}:
        return Qualifier.EXACT
    for name, phrases in table()["qualifier"].items():
        if text in phrases:
            return Qualifier(name)
    raise ValueError("hat eine unbekannte „genauigkeit“; möglich sind genau, bis zu, mindestens, ca.")
