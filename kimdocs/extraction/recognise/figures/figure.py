"""Amounts of money."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.after import read_after
from kimdocs.extraction.recognise.figures.amount import (
    Amount,
    Malformed,
    Place,
    is_money_shaped,
    is_year,
    last_word,
    words_of,
)
from kimdocs.extraction.recognise.figures.anchor import anchors
from kimdocs.extraction.recognise.figures.attributes import attributes
from kimdocs.extraction.recognise.figures.before import read_before
from kimdocs.extraction.recognise.figures.budget import budget_amounts
from kimdocs.extraction.recognise.figures.cents import cents_amounts
from kimdocs.extraction.recognise.figures.currency import in_own_currency
from kimdocs.extraction.recognise.figures.flat import flat_amounts
from kimdocs.extraction.recognise.figures.listed import with_heading
from kimdocs.extraction.recognise.figures.scaled import scaled_amounts
from kimdocs.extraction.recognise.figures.series import series_amounts
from kimdocs.extraction.recognise.figures.sums import summed_amounts
from kimdocs.extraction.recognise.tables.dash import dash_amounts
from kimdocs.extraction.recognise.tables.figure import TableReader
from kimdocs.extraction.recognise.tables.header import described
from kimdocs.extraction.recognise.tables.ledger import ledger_amounts
from kimdocs.extraction.recognise.tables.plain import plain_amounts
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.finance import Figure
from kimdocs.model.record import Issue, Severity

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.figures.amount import Reading
    from kimdocs.extraction.recognise.figures.anchor import Anchor

_TO = lazy(r"(?:\s?(?:/|je|pro)\s?[a-zäöü]{1,12}[²³]?)?\s*(?:-|bis|bis zu|bis hin zu)\s*(?:ca\.|rund|etwa)?\s*")
_AND = lazy(r"(?:\s?(?:/|je|pro)\s?[a-zäöü]{1,12}[²³]?)?\s*und\s*(?:ca\.|rund|etwa)?\s*")
_CENTS = lazy(r"\s(?:und\s)?")
_PAIRED = frozenset({"auf", "bzw.", "bzw", "oder", "beziehungsweise", "statt"})
_BETWEEN = lazy(r"\bzwischen\s+(?:ca\.|rund|etwa)?\s*$")


def figures(context: Context) -> tuple[Figure, ...]:
    """Every amount of money in the text, in order, each occurrence once.

    Amounts are in plain units of their currency (2,4 Mio. € is 2,400,000; 24,5 Cent is 0.245), as ``Decimal``.
    What stands for money and cannot be told is left out: see ``malformed_amounts``.
    """
    amounts = _read(context)
    found = _shared(context, [_figure(context, amounts, index) for index in range(len(amounts))])
    return tuple(with_heading(context, found))


def malformed_amounts(context: Context) -> tuple[Issue, ...]:
    """An issue "malformed-amount" for every number beside a currency that cannot be told ("77.4000 €")."""
    issues = []
    for reading in _beside_anchors(context.text, context.folded)[0]:
        if isinstance(reading, Malformed):
            evidence = context.evidence(reading.start, reading.end)
            message = (
                f"Der Betrag „{evidence.quote}“ ist keine eindeutige Zahl; er wurde nicht übernommen. "
                "Bitte prüfen Sie Punkte und Kommas im Dokument."
            )
            issues.append(Issue("malformed-amount", Severity.WARNING, message, (evidence,)))
    return tuple(issues)


def _read(context: Context) -> list[Amount]:
    """All amounts, in the order of the text."""
    readings, unused = _beside_anchors(context.text, context.folded)
    signed = described(context, [reading for reading in readings if isinstance(reading, Amount)])
    further = (
        *dash_amounts(context, signed),
        *ledger_amounts(context, signed),
        *flat_amounts(context, signed, unused),
        *series_amounts(context, unused),
    )
    unsigned = {amount.start: amount for amount in (*further, *TableReader(context, signed, unused).read())}
    read = sorted((*signed, *unsigned.values()), key=lambda amount: amount.start)
    read = sorted((*read, *cents_amounts(context, read), *scaled_amounts(context, read)), key=lambda one: one.start)
    read = sorted((*read, *summed_amounts(context, read)), key=lambda one: one.start)
    read = sorted((*read, *budget_amounts(context, read)), key=lambda one: one.start)
    read = sorted((*read, *plain_amounts(context, read)), key=lambda amount: amount.start)
    return list(in_own_currency(context, signed, read, unused))


@lru_cache(maxsize=1)
def _beside_anchors(text: str, folded: str) -> tuple[tuple[Reading, ...], tuple[Anchor, ...]]:
    """What stands beside the currencies, and those that nothing stands beside; kept for the malformed amounts."""
    found = anchors(text, folded)
    readings: list[Reading] = []
    unused: list[Anchor] = []
    floor = 0
    for index, anchor in enumerate(found):
        ceiling = found[index + 1].start if index + 1 < len(found) else len(text)
        here = _beside(Place(text, folded, anchor, floor, ceiling))
        readings += here
        if not here:
            unused.append(anchor)
        floor = max(anchor.end, here[-1].end) if here else anchor.end
    return tuple(_joined(folded, readings)), tuple(unused)


def _beside(place: Place) -> list[Reading]:
    behind = read_before(place)
    if behind and not _may_be_name(place, behind[-1]):
        return behind
    ahead = read_after(place)
    if not ahead:
        return behind
    number = place.folded[place.anchor.end : ahead[-1].end]
    return behind if behind and ("\n" in number or not is_money_shaped(number)) else ahead


def _may_be_name(place: Place, reading: Reading) -> bool:
    """Whether the number before the currency may be a year, count or name ("im Jahr 2020 € 500", "Zeile 3 EUR 100")."""
    written = place.text[reading.start : place.anchor.start]
    number = written.split("(", 1)[0].strip()
    if not number.isdecimal():
        return False
    lead = last_word(place.folded, place.floor, reading.start)
    return is_year(number) or written.endswith(("  ", "\t")) or lead in words_of("not_money", "numbered")


def _joined(folded: str, readings: list[Reading]) -> list[Reading]:
    """Ranges whose ends both carry the currency ("von 5 € bis 8 €"), and euros with their cents, drawn into one."""
    joined: list[Reading] = []
    for reading in readings:
        last = joined[-1] if joined else None
        if isinstance(last, Amount) and isinstance(reading, Amount) and _is_range(folded, last, reading):
            joined[-1] = replace(last, end=reading.end, high=reading.low)
        elif isinstance(last, Amount) and isinstance(reading, Amount) and _are_its_cents(folded, last, reading):
            joined[-1] = replace(last, end=reading.end, low=last.low + reading.low)
        else:
            joined.append(reading)
    return joined


def _is_range(folded: str, first: Amount, second: Amount) -> bool:
    between = folded[first.end : second.start]
    if len(between) > 24 or first.high is not None or second.high is not None or not 0 <= first.low < second.low:
        return False
    if first.currency != second.currency:
        return False
    if _AND.fullmatch(between):
        return _BETWEEN.search(folded, max(0, first.start - 24), first.start) is not None
    if not _TO.fullmatch(between) or ("\n" in between and "-" in between) or "   " in between:
        return False
    if "\n" in between and _is_cell(folded, first):
        return False
    return "bis zu" not in between or folded[max(0, first.start - 5) : first.start].strip() == "von"


def _are_its_cents(folded: str, euros: Amount, cents: Amount) -> bool:
    """Whether an amount in cents ends the one in euros before it ("12 Euro und 50 Cent")."""
    between = folded[euros.end : cents.start]
    if _CENTS.fullmatch(between) is None or "cent" not in folded[cents.start : cents.end]:
        return False
    return euros.high is cents.high is None and euros.low == int(euros.low) > 0 and 0 < cents.low < 1


def _is_cell(folded: str, amount: Amount) -> bool:
    """Whether an amount ends a line that bars or gaps part."""
    line = folded[folded.rfind("\n", 0, amount.start) + 1 : amount.start]
    return "|" in line or "   " in line


def _shared(context: Context, found: list[Figure]) -> list[Figure]:
    """Figures with what one of a pair says for both ("von 300 € auf 350 € monatlich")."""
    for index in range(1, len(found)):
        first, second = found[index - 1], found[index]
        between = context.folded[first.evidence[0].end : second.evidence[0].start]
        if len(between) < 16 and bool(first.per) != bool(second.per) and between.strip() in _PAIRED:
            found[index - 1] = replace(first, per=first.per or second.per)
            found[index] = replace(second, per=second.per or first.per)
    return found


def _figure(context: Context, amounts: list[Amount], index: int) -> Figure:
    amount = amounts[index]
    floor = amounts[index - 1].end if index else 0
    ceiling = amounts[index + 1].start if index + 1 < len(amounts) else len(context.text)
    found = attributes(context, amount, floor, ceiling)
    return Figure(
        amount=amount.low,
        high=amount.high,
        currency=amount.currency,
        qualifier=found.qualifier,
        per=found.per,
        year=found.year,
        role=found.role,
        section=context.section_at(amount.start).kind,
        label=found.label,
        in_table=amount.in_table,
        decision=None,
        evidence=(context.evidence(amount.start, amount.end),),
        rule=amount.rule,
    )
