"""What the words of its own phrase say about an amount: how firm it is, per what and for which year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import number_phrase
from kimdocs.extraction.recognise.figures.amount import is_year, words_of
from kimdocs.extraction.recognise.figures.label import label_and_role, role_of
from kimdocs.extraction.recognise.figures.per import per_before, per_behind
from kimdocs.extraction.recognise.quantities.posts import is_post
from kimdocs.extraction.recognise.quantities.qualifier import qualifier
from kimdocs.extraction.recognise.quantities.words import phrase, phrase_starting, words_in
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.finance import FigureRole, Per, Qualifier

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.figures.amount import Amount
    from kimdocs.extraction.recognise.quantities.words import Phrase

_BACK = 110
_FORTH = 90
_NEAR = 8
_MARK = lazy(r"[;!?.\n\t|]")
_SENTENCE = lazy(r"[;!?]\s|(?<=\w\w\w)\.\s+(?=[A-ZÄÖÜ])|\n[ \t]*\n|\t|\|")
_CLAUSE_END = lazy(
    r"[;!?)\]|\t]|[,:](?=\s)|\.(?=\s+[A-ZÄÖÜ0-9(-])|\.$|\n[ \t]*\n|\n[ \t]*(?=[A-ZÄÖÜ0-9•·-])|(?<![\n ]) {3}"
    r"| {2}(?=(?:je|pro)\s[^\n\t|]{2,24}?\d)"
    r"|\n(?=[^\n]{3,60} {3}-?\d)"
)
_FIELD = lazy(r" {3,}(?=[A-ZÄÖÜ][^\n\t|:]{2,50}:)")
_NEXT_BEGINS = lazy(r",\s|\s(?:und|sowie|bzw\.?|plus|oder|zzgl\.?|auf|bis|statt)\s")
_WITHIN = frozenset({"auf", "bis", "statt"})
_NO_YEAR = frozenset(
    {"projekt", "projektes", "maßnahme", "produkt", "konto", "sachkonto", "nr", "nummer", "raum", "drucksache", "seit"}
)
_YEAR_LEADS = frozenset({"für", "ab", "in", "im", "zum", "anno", "des", "den"})
_PRICES = frozenset({"preis", "preise", "stückpreis", "einzelpreis"})
_FIRMNESS = frozenset({"je", "jeweils", "höchstens", "maximal", "max", "ca", "rund", "etwa", "rd"})
_OPEN_ENDS = ("je", "pro", "im", "per", "und", "/", "je", "am")
# the mark of a footnote that touches the amount: "1.250 €1 je Monat", "1.250 €2)"
_NOTE = lazy(r"(?<=[€A-Za-z])(?:\d{1,2}\)?|[¹²³⁴]|\*{1,3}\)?|\(\d\))(?![\w.,])")
_SHORT = (" lfd", " p")
_PROSE = 60


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
        line_end = _line_end(text, amount.end)
        alone = not text[amount.end : line_end].strip()
        ceiling = min(ceiling, line_end)
        floor = max(floor, _row_start(text, amount.start, alone=alone))
    begin = _phrase_start(text, folded, amount.start, floor)
    before = phrase(text, folded, begin, amount.start)
    note = _NOTE.match(text, amount.end)
    end = note.end() if note else amount.end
    after = phrase(text, folded, end, _phrase_end(text, folded, end, ceiling))
    label, role = label_and_role(before, after, starts_line=begin == 0 or text.endswith(("\n", "   "), 0, begin))
    if amount.label:
        label, role = amount.label, role_of(amount.label) or role
    row = words_in(amount.label.lower()) if amount.label else None
    firmness = qualifier(before.words, after.words, row)
    return Attributes(
        Qualifier.RANGE if amount.high is not None else firmness,
        amount.per or _per(before, after, follows=begin == floor > 0),
        amount.year or _year(before, after),
        role,
        label,
    )


def _row_start(text: str, start: int, *, alone: bool) -> int:
    """Where the line of an amount in a table starts, or the line above where the amount is all of it."""
    begin = text.rfind("\n", max(0, start - _BACK), start)
    if alone and begin > 0 and not text[begin:start].strip():
        low = max(0, begin - _BACK)
        begin = max(0, text.rfind("\n", low, low + len(text[low:begin].rstrip())))
    return begin


def _line_end(text: str, end: int) -> int:
    found = text.find("\n", end)
    return found if found >= 0 else len(text)


def _phrase_start(text: str, folded: str, start: int, floor: int) -> int:
    if floor and text.startswith("\n", floor) and text[floor + 1 : floor + 2].isupper():
        floor += 1
        return max(_phrase_start(text, folded, start, 0), floor)
    low = max(floor, start - _BACK)
    for mark in _MARK.finditer(text, low, start):
        found = _SENTENCE.match(text, mark.start(), start)
        if found is not None:
            low = found.end()
    for field in _FIELD.finditer(text, low, start):
        low = field.end()
    if low == floor and floor:
        for found in _NEXT_BEGINS.finditer(folded, low, start):
            if low == floor or found.group().strip() not in _WITHIN:
                low = found.start() + 1
    return low


def _phrase_end(text: str, folded: str, end: int, ceiling: int) -> int:
    high = min(ceiling, end + _FORTH)
    for found in _CLAUSE_END.finditer(text, end, high):
        if not _goes_on(text, folded, end, found):
            return found.start()
    if high < ceiling:
        return high
    for following in reversed(list(_NEXT_BEGINS.finditer(folded, end, high))):
        words = words_in(folded[following.end() - 1 : high])
        if not words or phrase_starting("per", "noun", words, 0) is None:
            return following.start()
    return high


def _goes_on(text: str, folded: str, end: int, mark: re.Match[str]) -> bool:
    """Whether a mark does not end the phrase: a bracket that opened in it, or the line end of prose."""
    if mark.group() == ")":
        return "(" in text[end : mark.start()]
    if mark.group() == "." and folded.endswith(_SHORT, end, mark.start()):
        return True
    if not mark.group().startswith("\n") or mark.group().count("\n") > 1:
        return False
    if folded[end : mark.start()].rstrip().endswith(_OPEN_ENDS):
        return True
    return mark.start() - text.rfind("\n", max(0, end - _BACK), mark.start()) > _PROSE and text[mark.end()].isupper()


def _per(before: Phrase, after: Phrase, *, follows: bool) -> tuple[Per, ...]:
    ahead = per_before(before, before.words[-2:] if follows else None)
    return tuple(dict.fromkeys((*ahead, *_counted(before), *per_behind(after))))


def _counted(before: Phrase) -> tuple[Per, ...]:
    """What "6 Vollzeitstellen zu je", "40 Stunden à" or "24.000 Pflanzen zu" count."""
    words = list(before.words)
    if words[-1:] in (["je"], ["jeweils"]) and any(is_post(word) for word in words[-4:-1]):
        return (Per.POST,)
    while words and words[-1] in _FIRMNESS:
        words.pop()
    if len(words) > 3 and words[-1] == "von" and words[-2] in _PRICES and words[-3] in {"zum", "zu"}:
        words[-3:] = ["zu"]
    if len(words) < 3 or words[-1] not in ("zu", "à"):
        return ()
    if not words[-3][:1].isdecimal() and (number_phrase(words[-3]) or 0) <= 1:
        return ()
    if is_post(words[-2]):
        return (Per.POST,)
    known = phrase_starting("per", "noun", words[:-1], len(words) - 2)
    if known is not None:
        return (Per(known[0].value),)
    return (Per.PIECE,) if before.is_noun(words[-2]) else ()


def _year(before: Phrase, after: Phrase) -> int | None:
    """The year that the phrase names: "für 2024", "2016 von", "(2022: …)"; two years are a span and none."""
    words, later = before.words, after.words
    behind = [i for i, word in enumerate(later[:_NEAR]) if len(word) == 4 and is_year(word)]
    ahead = [i for i in range(len(words) - 1, -1, -1)[:_NEAR] if len(words[i]) == 4 and is_year(words[i])]
    for index in ahead:
        if f"({words[index]}:" in before.folded or _is_followed(words, index):
            return None if _is_span(words, index) else int(words[index])
    for index in behind:
        if _leads(later, index) or f"({later[index]}" in after.folded:
            return None if _is_span(later, index) else int(later[index])
    for index in ahead:
        if _leads(words, index):
            return None if _is_span(words, index) else int(words[index])
    return None


def _leads(words: list[str], index: int) -> bool:
    if not index:
        return False
    lead = words[index - 1]
    return (
        lead in _YEAR_LEADS
        or lead in words_of("not_money", "year_before")
        or lead.endswith(("jahr", "haushalt", "ansatz"))
    )


def _is_followed(words: list[str], index: int) -> bool:
    """Whether only words like "in Höhe von" stand between an amount and a year, which is no project and no span's."""
    if index and words[index - 1] in _NO_YEAR:
        return False
    return index + 1 < len(words) and words_of("qualifiers", "connectors").issuperset(words[index + 1 :])


def _is_span(words: list[str], index: int) -> bool:
    around = [words[i] for i in (index - 1, index + 1, index + 2) if 0 <= i < len(words)]
    return "/" in around or "bis" in around or any(is_year(word) for word in around)
