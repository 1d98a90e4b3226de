"""Amounts of tables that lost their line ends: runs of numbers behind a unit, on one long line."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figures.amount import Amount, is_year, last_word, words_of
from kimdocs.extraction.recognise.quantities.words import words_in
from kimdocs.extraction.recognise.tables.rows import Taken
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.figures.anchor import Anchor

_RUN = lazy(r"(?<=\s)-?\d{1,3}(?:\.\d{3})+(?:\s-?\d{1,3}(?:\.\d{3})+)+(?=\s|$)", re.ASCII)
_NUMBER = lazy(r"\S+")
_SHORTEST_LINE = 240
_FEWEST = 3
_REACH = 600


def flat_amounts(context: Context, signed: list[Amount], unused: Sequence[Anchor]) -> list[Amount]:
    """Runs of numbers with thousands marks behind "2031 €" or "€ 42.100", each soon behind the one before.

    A run has three numbers at least, or two below as many years; a run that a unit or a noun of things counted stands
    beside is left out.
    """
    taken = Taken(signed)
    found: dict[int, Amount] = {}
    done = 0
    for start, fewest in _starts(context, signed, unused):
        if start < done:
            continue
        end = context.lines[context.line_at(start)].end
        done = start
        for run in _RUN.finditer(context.folded, start, end):
            if run.start() - done > _REACH:
                break
            numbers = list(_NUMBER.finditer(run.group()))
            if len(numbers) < fewest or not _is_money(context, run):
                continue
            done = run.end()
            for number in numbers:
                begin, stop = run.start() + number.start(), run.start() + number.end()
                value = read_digits(number.group().lstrip("-"))
                if isinstance(value, Decimal) and not taken.within(begin, stop):
                    worth = -value if number.group().startswith("-") else value
                    found[begin] = Amount(begin, stop, worth, None, "EUR", "figures.ledger", in_table=True)
    return [found[begin] for begin in sorted(found)]


def _starts(context: Context, signed: list[Amount], unused: Sequence[Anchor]) -> Iterator[tuple[int, int]]:
    """Where a long line states its unit in euro, and how many numbers a run behind it has at least."""
    years = [anchor for anchor in unused if is_year(last_word(context.folded, 0, anchor.start))]
    places = [(anchor.end, anchor.currency.code) for anchor in years]
    places += [(one.end, one.currency) for one in signed if context.text.startswith("€ ", one.start)]
    for place, code in sorted(places):
        line = context.lines[context.line_at(place)]
        if code == "EUR" and line.end - line.start > _SHORTEST_LINE:
            beside = sum(line.start <= anchor.start < line.end for anchor in years)
            yield place, 2 if beside > 1 else _FEWEST


def _is_money(context: Context, run: re.Match[str]) -> bool:
    behind = words_in(context.folded[run.end() : run.end() + 24])[:1]
    before = last_word(context.folded, max(0, run.start() - 40), run.start())
    return words_of("figures", "units").isdisjoint(behind) and not {before, *behind} & words_of("figures", "counted")
