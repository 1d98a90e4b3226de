"""What the words of its own phrase say about an amount: how firm it is, per what, for which year, and what for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figure_amount import words_of
from kimdocs.extraction.recognise.figure_per import per_before, per_behind
from kimdocs.extraction.recognise.quantity_posts import is_post
from kimdocs.extraction.recognise.quantity_qualifier import qualifier
from kimdocs.extraction.recognise.quantity_words import compound, phrase_starting, words_between
from kimdocs.model.finance import FigureRole, Per, Qualifier

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.figure_amount import Amount
    from kimdocs.extraction.recognise.quantity_words import Word

_BACK = 110
_FORTH = 90
_NEAR = 8
_MARK = re.compile(r"[;!?.\n\t|]")
_SENTENCE = re.compile(r"[;!?]\s|(?<=\w\w\w)\.\s+(?=[A-ZÄÖÜ])|\n[ \t]*\n|\t|\|")
_CLAUSE_END = re.compile(r"[;!?)\]|\t]|[,:](?=\s)|\.(?=\s+[A-ZÄÖÜ0-9-])|\.$|\n[ \t]*\n|\n[ \t]*(?=[A-ZÄÖÜ0-9•·-])| {3}")
_NEXT_BEGINS = re.compile(r",\s|\s(?:und|sowie|bzw\.?|plus|oder|zzgl\.?|auf|bis|statt)\s")
_YEAR_LEADS = frozenset({"für", "ab", "in", "im", "seit", "zum", "anno", "des", "den"})
_GENERIC = frozenset(
    {
        "höhe",
        "betrag",
        "summe",
        "wert",
        "gesamtsumme",
        "jahr",
        "haushaltsjahr",
        "monat",
        "vzä",
        "stelle",
        "mio",
        "euro",
        "eur",
    }
)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What is said about an amount; see ``kimdocs.model.finance.Figure``."""

    qualifier: Qualifier
    per: tuple[Per, ...]
    year: int | None
    role: FigureRole | None
    label: str | None


def attributes(context: Context, amount: Amount, floor: int, ceiling: int) -> Attributes:
    """Read the words around an amount.

    Args:
        context: The document.
        amount: Where the amount stands.
        floor: Where the amount before it ends.
        ceiling: Where the next amount starts.
    """
    text, folded = context.text, context.folded
    if amount.in_table:
        floor = max(floor, text.rfind("\n", max(0, amount.start - _BACK), amount.start))
    begin = _phrase_start(text, folded, amount.start, floor)
    before = words_between(folded, begin, amount.start)
    after = words_between(folded, amount.end, _phrase_end(text, folded, amount.end, ceiling))
    label, role = _label(text, before, after)
    if amount.label:
        label, role = amount.label, _role_of(amount.label) or role
    return Attributes(
        Qualifier.RANGE if amount.high is not None else qualifier(before, after),
        amount.per or _per(text, before, after, follows=begin == floor > 0),
        amount.year or _year(before, after),
        role,
        label,
    )


def _phrase_start(text: str, folded: str, start: int, floor: int) -> int:
    low = max(floor, start - _BACK)
    for mark in _MARK.finditer(text, low, start):
        found = _SENTENCE.match(text, mark.start(), start)
        if found is not None:
            low = found.end()
    if low == floor and floor:
        for found in _NEXT_BEGINS.finditer(folded, low, start):
            low = found.start() + 1
    return low


def _phrase_end(text: str, folded: str, end: int, ceiling: int) -> int:
    high = min(ceiling, end + _FORTH)
    found = _CLAUSE_END.search(text, end, high)
    if found is not None:
        return found.start()
    if high < ceiling:
        return high
    for following in reversed(list(_NEXT_BEGINS.finditer(folded, end, high))):
        words = words_between(folded, following.end() - 1, high)
        if not words or phrase_starting("per", "noun", words, 0) is None:
            return following.start()
    return high


def _per(text: str, before: list[Word], after: list[Word], *, follows: bool) -> tuple[Per, ...]:
    ahead = per_before(text, before[-2:] if follows else before)
    if before and before[-1].folded in ("je", "jeweils"):
        ahead += _counted(before)
    return tuple(dict.fromkeys(ahead + per_behind(text, after)))


def _counted(before: list[Word]) -> tuple[Per, ...]:
    """What "6 Vollzeitstellen zu je" counts, where it is posts."""
    return (Per.POST,) if any(is_post(word.folded) for word in before[-4:-1]) else ()


def _year(before: list[Word], after: list[Word]) -> int | None:
    for index, word in enumerate(after[:7]):
        if _is_year(word.folded) and _leads(after, index) and not _is_span(after, index):
            return int(word.folded)
    for index in range(len(before) - 1, max(-1, len(before) - 1 - _NEAR), -1):
        word = before[index]
        if _is_year(word.folded) and _leads(before, index) and not _is_span(before, index):
            return int(word.folded)
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and "1980" <= word <= "2059"


def _leads(words: list[Word], index: int) -> bool:
    if not index:
        return False
    lead = words[index - 1].folded
    return (
        lead in _YEAR_LEADS
        or lead in words_of("not_money", "year_before")
        or lead.endswith(("jahr", "haushalt", "ansatz"))
    )


def _is_span(words: list[Word], index: int) -> bool:
    around = [words[i].folded for i in (index - 1, index + 1, index + 2) if 0 <= i < len(words)]
    return "/" in around or any(_is_year(word) for word in around) or "bis" in around


def _role_of(label: str) -> FigureRole | None:
    for word in label.lower().split():
        entry = compound("figure_roles", word.strip(".,:;()"))
        if entry is not None:
            return FigureRole(entry.value)
    return None


def _label(text: str, before: list[Word], after: list[Word]) -> tuple[str | None, FigureRole | None]:
    nouns = [word for word in reversed(before[-10:]) if text[word.start].isupper() and word.folded not in _GENERIC]
    nouns += [word for word in after[:4] if text[word.start].isupper()]
    for word in nouns[:4]:
        entry = compound("figure_roles", word.folded)
        if entry is not None:
            return text[word.start : word.start + len(word.folded)], FigureRole(entry.value)
    if not nouns or nouns[0].start > (before[-1].start if before else -1):
        return None, None
    return text[nouns[0].start : nouns[0].start + len(nouns[0].folded)], None
