"""Amounts of several years behind their unit on one line: "Steuern in T€: 2031: 3.910 / 2032: 2.744"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figures.amount import Amount, plain_units
from kimdocs.extraction.recognise.figures.anchor import LETTERS, scales
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.figures.anchor import Anchor

_TERM = lazy(
    r"\s*(?P<year>(?:19|20)\d\d)\s?[:=]\s?(?P<number>-?\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?)(?![\d.,]*\d)(?:\s?[/;,|])?",
    re.ASCII,
)
_OPENS = lazy(r"\)?:")
_FEWEST = 2
_REACH = 16


def series_amounts(context: Context, unused: Sequence[Anchor]) -> Iterator[Amount]:
    """Numbers behind years, two at least, on the line of a currency with a colon that no amount has taken."""
    for anchor in unused:
        opened = _OPENS.match(context.folded, anchor.end)
        if opened is None:
            continue
        end = context.lines[context.line_at(anchor.start)].end
        terms: list[re.Match[str]] = []
        at = opened.end()
        while term := _TERM.match(context.folded, at, end):
            terms.append(term)
            at = term.end()
        if len(terms) < _FEWEST:
            continue
        lead = context.folded[max(0, anchor.start - _REACH) : anchor.start].rstrip()
        factor = scales().get(lead[len(lead.rstrip(LETTERS + ".")) :], Decimal(1)) * anchor.currency.factor
        for term in terms:
            value = read_digits(term["number"])
            if isinstance(value, Decimal):
                worth = plain_units(value, factor)
                start, stop = term.span("number")
                code = anchor.currency.code
                yield Amount(start, stop, worth, None, code, "figures.unit_header", year=int(term["year"]))
