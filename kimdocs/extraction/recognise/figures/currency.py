"""The currency of amounts without a sign: euro, unless what stands beside them or the whole document says otherwise."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.figures.amount import Amount
    from kimdocs.extraction.recognise.figures.anchor import Anchor

_EURO = "EUR"
_STATED = "figures.unit_header"
_GAP = lazy(r"[ \t|:,()\u00a0]*\n?[ \t|:,()\u00a0]*")
# "RM Anders" is a member of the council
_OTHER = lazy(r"(?:(?:@currencies_without_code@)(?!(?<=RM) [A-ZÄÖÜ][a-zäöüß])|Mio\.? DM)(?![\w-])")
_OTHER_BEFORE = lazy(r"(?<![\w-])(?:@currencies_without_code@)[\s|:()\u00a0]*$")
_REACH = 40


def in_own_currency(
    context: Context, signed: Sequence[Amount], read: Iterable[Amount], unused: Sequence[Anchor]
) -> Iterator[Amount]:
    """The amounts that were ``read``, each in the currency that it has.

    Left out are those beside one that has no code (RM), and those beside thousands or millions of another (TDM).

    Args:
        context: The document.
        signed: The amounts that were read by their sign.
        read: All amounts in the order of the text.
        unused: The currencies that belong to no amount, in the order of the text.
    """
    own = {amount.start for amount in signed}
    codes = {amount.currency for amount in signed}
    usual = next(iter(codes)) if len(codes) == 1 else _EURO
    starts, ends = [anchor.start for anchor in unused], [anchor.end for anchor in unused]
    for amount in read:
        if amount.start in own or amount.currency != _EURO or amount.rule == _STATED:
            yield amount
            continue
        if _is_in_other(context.text, amount):
            continue
        beside = _beside(context.text, amount, unused, starts, ends)
        code = beside.currency.code if beside else usual
        yield amount if code == _EURO else replace(amount, currency=code)


def _beside(
    text: str, amount: Amount, unused: Sequence[Anchor], starts: Sequence[int], ends: Sequence[int]
) -> Anchor | None:
    """The currency in the next cell behind an amount, or in the one before it."""
    behind = bisect_left(starts, amount.end)
    if behind < len(unused) and _GAP.fullmatch(text, amount.end, unused[behind].start):
        return unused[behind]
    before = bisect_left(ends, amount.start + 1) - 1
    if before >= 0 and _GAP.fullmatch(text, unused[before].end, amount.start):
        return unused[before]
    return None


def _is_in_other(text: str, amount: Amount) -> bool:
    gap = _GAP.match(text, amount.end)
    behind = gap is not None and _OTHER.match(text, gap.end()) is not None
    return behind or _OTHER_BEFORE.search(text, max(0, amount.start - _REACH), amount.start) is not None
