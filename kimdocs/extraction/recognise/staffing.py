"""Numbers of posts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import number_phrase, read_digits
from kimdocs.extraction.recognise.quantities.parts import of_kind, several_parts
from kimdocs.extraction.recognise.quantities.posts import (
    GLUED,
    is_full_time,
    is_named_post,
    part_of,
    percentage,
    post_words,
    words_of,
)
from kimdocs.extraction.recognise.quantities.qualifier import qualifier
from kimdocs.extraction.recognise.quantities.words import word_starts, words_in
from kimdocs.extraction.recognise.tables.posts import cells_below
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.finance import Qualifier, Staffing

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.tables.rows import RowCell

_BROKEN_WORD = lazy(r"-\s*\n\s*")
_REACH = 80
_BETWEEN = 4
_DIGITS = lazy(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?", re.ASCII)
_RANGE = lazy(r"(\d{1,4}(?:,\d{1,2})?)-(\d{1,4}(?:,\d{1,2})?)", re.ASCII)
_STATED = lazy(
    r"\s*(?:\(\w{2,5}\)\s*)?(?:[:=]|von|in höhe von|i\.h\.v\.|(?<=  )|(?<=\t)|(?= \d+,\d+\s*(?:\n|$)))"
    r"\s*(\d{1,3}(?:,\d{1,3})?)"
    r"(?![\d.,]*\d|\s*(?:%|prozent|€|eur))",
    re.ASCII,
)
_PART_BEHIND = lazy(r" ?([½¼¾])")
_LINE_ABOVE = lazy(r"\d{1,3}[ \t]*\n\s*")
_LIST_GAP = lazy(r"\d{1,3}[.)]?[ \t]{3,}(?=\S)")
_GRADE = lazy(r"(?:\s(?:der|nach|in))?\s?\(?(?:eg|e|a|s|tvöd|entgeltgruppe|besoldungsgruppe)\s?\d", re.ASCII)
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_WRITTEN_FRACTIONS = {"1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}
_OF_TWO = lazy(
    r"\b(?:von|statt)\s+(?:bisher\s+|derzeit\s+|bislang\s+)?(\d{1,3}(?:,\d{1,2})?)\s+"
    r"(?:(?:auf|künftig|nunmehr|jetzt|nun|neu)\s+){0,2}$"
)
_OF_NUMBER = lazy(r"\s+(?:nach|hinter|vor)\s+dem\s+komma\b")
_SHARES = frozenset({"viertel", "drittel", "hälfte", "dreiviertel", "bruchteil", "teil", "anteil"})
_SHARED = lazy(r"(?<![\w.,])(\d{1,3}(?:,\d{1,2})?)\s+[\w.-]{1,30}-\s?(?:/|und|sowie|bzw\.)\s*$")
_KIND = lazy(r"([\w.-]+)-\s?(?:/|und|sowie|bzw\.)")


@dataclass(frozen=True, slots=True)
class _Count:
    start: int
    low: Decimal
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Before:
    """The text before a word for posts: where it begins, and its words with where they start in it.

    ``graded``: a pay grade stands behind the word for posts ("eine Stelle (E 9b)").
    """

    begin: int
    folded: str
    words: list[str]
    starts: list[int]
    graded: bool

    def ends_phrase(self, index: int) -> bool:
        """Whether a mark behind the word parts it from what follows."""
        end = self.starts[index] + len(self.words[index])
        return any(mark in ".;:!?(" for mark in self.folded[end : end + 2])

    def is_mixed(self, index: int) -> bool:
        """Whether the word ends a number with its fraction ("3 1/2")."""
        return index > 2 and self.fraction(index) is not None and self.words[index - 3].isdecimal()

    def fraction(self, index: int) -> Decimal | None:
        """The fraction that the word ends ("1/2")."""
        return _WRITTEN_FRACTIONS.get("".join(self.words[max(0, index - 2) : index + 1]))

    def is_ordinal(self, index: int) -> bool:
        """Whether the number is the one of "die 2. Stelle", or a part of "1/2"."""
        is_part = index > 1 and self.words[index - 1] == "/" and self.words[index - 2].isdecimal()
        stopped = self.folded.startswith(".", self.starts[index] + len(self.words[index]))
        return (is_part and self.fraction(index) is None) or stopped


def staffing(context: Context) -> tuple[Staffing, ...]:
    """Every number of posts in the text, in order: digits, words and halves ("eine halbe Stelle" is 0.5).

    ``unit`` keeps the word for the posts as written. What only sounds like a post ("Haltestelle", "an dieser Stelle")
    is left out.
    """
    found: list[Staffing] = []
    floor = 0
    columns: dict[int, Staffing] = {}
    for start, end in post_words(context.text, context.folded):
        here = _at(context, floor, start, end)
        if here:
            found += here
            floor = max(end, here[-1].evidence[0].end)
        else:
            below = (_in_table(context, cell, start, end) for cell in cells_below(context, start))
            columns.update({one.evidence[0].start: one for one in below})
    read = {one.evidence[0].start for one in found}
    found += [one for at, one in columns.items() if at not in read]
    return tuple(sorted(found, key=lambda one: one.evidence[0].start))


def _in_table(context: Context, cell: RowCell, start: int, end: int) -> Staffing:
    """The posts of a cell below a header whose word for posts stands at ``text[start:end]``."""
    return Staffing(
        count=_number(context.folded[cell.start : cell.end]),
        high=None,
        unit=context.text[start:end],
        qualifier=Qualifier.EXACT,
        section=context.section_at(cell.start).kind,
        evidence=(context.evidence(cell.start, cell.end),),
        rule="staffing.full_time" if is_full_time(context.folded[start:end]) else "staffing.post",
    )


def _at(context: Context, floor: int, start: int, end: int) -> list[Staffing]:
    folded = context.folded
    begin = max(floor, start - _REACH)
    lead = folded[begin:start]
    graded = _GRADE.match(folded, end, end + 30) is not None
    before = _Before(begin, lead, words_in(lead), word_starts(lead), graded=graded)
    post = folded[start:end]
    if post.endswith("stelle") and (share := percentage(folded, begin, start)) is not None:
        return [_staffing(context, _Count(*share), start, end, Qualifier.EXACT)]
    if (parted := _parted(context, begin, start, end)) is not None:
        return [parted]
    count = _glued(post, start, before) or _ahead(before, post)
    if _OF_NUMBER.match(folded, end):
        return []
    if count is None or _numbers_item(folded, count.start, start):
        return _stated(context, start, end, post)
    words = words_in(folded[begin : count.start])
    firmness = Qualifier.RANGE if count.high is not None else qualifier(words, words_in(folded[end : end + 40]))
    last = _staffing(context, count, start, end, firmness)
    low = max(floor, count.start - 48)
    shared = _SHARED.search(folded, low, count.start) or _OF_TWO.search(folded, low, count.start)
    if shared is None:
        return [last]
    first = _staffing(context, _Count(shared.start(1), _number(shared[1])), start, end, Qualifier.EXACT)
    kind = _KIND.search(context.text, shared.end(1), shared.end())
    unit = of_kind(first.unit, kind[1]) if kind else first.unit
    rule = "staffing.full_time" if is_full_time(unit.lower()) else first.rule
    return [replace(first, unit=unit, rule=rule), last]


def _parted(context: Context, begin: int, start: int, end: int) -> Staffing | None:
    """Several posts that are each a part of a whole one: "zwei halbe Stellen"; the unit keeps the part."""
    several = several_parts(context.folded, begin, start, end)
    if several is None:
        return None
    words = words_in(context.folded[begin : several.start])
    firmness = qualifier(words, words_in(context.folded[end : end + 40]))
    found = _staffing(context, _Count(several.start, several.number), start, end, firmness)
    return replace(found, unit=" ".join(context.text[several.part : end].split()))


def _stated(context: Context, start: int, end: int, post: str) -> list[Staffing]:
    """The number behind "VZÄ:" or "Stellenanteil von"."""
    if not is_full_time(post) and "anteil" not in post and context.folded[end : end + 1] != ":":
        return []
    stated = _STATED.match(context.folded, end, end + 80)
    if stated is None:
        return []
    count, part = _number(stated[1]), _PART_BEHIND.match(context.folded, stated.end(1))
    count += _FRACTIONS[part[1]] if part else 0
    found = _staffing(context, _Count(start, count), start, part.end() if part else stated.end(1), Qualifier.EXACT)
    return [replace(found, unit=context.text[start:end])]


def _numbers_item(folded: str, start: int, post: int) -> bool:
    """Whether the number but counts the items of a list ("5     Gemeinsame Stelle"), or fills the line above."""
    lead = folded[folded.rfind("\n", 0, start) + 1 : start]
    if not lead.strip() and _LINE_ABOVE.fullmatch(folded, start, post):
        return True
    gap = _LIST_GAP.match(folded, start)
    return lead.strip(" \t") in ("", "zu", "top") and gap is not None and " " in folded[gap.end() : post].strip()


def _staffing(context: Context, count: _Count, unit: int, end: int, firmness: Qualifier) -> Staffing:
    evidence = context.evidence(min(count.start, unit), end)
    written = evidence.quote[max(0, unit - evidence.start) :]
    glued = GLUED.match(written)
    return Staffing(
        count=count.low,
        high=count.high,
        unit=_BROKEN_WORD.sub("", written[glued.end() if glued else 0 :]),
        qualifier=firmness,
        section=context.section_at(evidence.start).kind,
        evidence=(evidence,),
        rule="staffing.full_time" if is_full_time(context.folded[unit:end]) else "staffing.post",
    )


def _number(written: str) -> Decimal:
    value = read_digits(written)
    return value if isinstance(value, Decimal) else Decimal(0)


def _glued(post: str, start: int, before: _Before) -> _Count | None:
    """The number of "0,5-Stelle"."""
    glued = GLUED.match(post)
    if glued is None or (before.words and before.words[-1] in words_of("grades")):
        return None
    return _Count(start, _FRACTIONS.get(glued[1]) or _number(glued[1]))


def _ahead(before: _Before, post: str) -> _Count | None:
    """The number before the word for posts, with a few words between ("drei weitere Case-Management Stellen")."""
    words = before.words
    for index in range(len(words) - 1, max(-1, len(words) - 2 - _BETWEEN), -1):
        if words[index] == "%" or _is_share(words, index):
            continue
        count = _count(before, index)
        if count is not None:
            fits = _is_plausible(before, index, post) and not before.is_ordinal(index)
            return replace(count, low=count.low * part_of(post)) if fits else None
        if words[index] in words_of("stops") or not words[index].replace("-", "").replace("/", "").isalpha():
            return None
        if before.ends_phrase(index):
            return None
    return None


def _is_share(words: list[str], index: int) -> bool:
    """Whether the number is a percentage ("zwei 50 % Stellen")."""
    return words[index].rstrip("-").endswith("%") or (index + 1 < len(words) and words[index + 1] == "%")


def _count(before: _Before, index: int) -> _Count | None:
    word, start = before.words[index].rstrip("-"), before.begin + before.starts[index]
    pair = _RANGE.fullmatch(word)
    if pair:
        return _Count(start, _number(pair[1]), _number(pair[2]))
    if word[-1:] in _FRACTIONS and (len(word) == 1 or word[:-1].isdecimal()):
        return _with_whole(before, index, _FRACTIONS[word[-1]] + int(word[:-1] or 0), start)
    if (part := before.fraction(index)) is not None:
        return _with_whole(before, index - 2, part, before.begin + before.starts[index - 2])
    word = word.removeprefix("+")
    if _DIGITS.fullmatch(word):
        return _with_lower_end(before, index, _number(word))
    if index:
        value = number_phrase(f"{before.words[index - 1]} {word}")
        if value is not None and value != value.to_integral_value():
            return _Count(before.begin + before.starts[index - 1], value)
    value = number_phrase(word)
    return _with_lower_end(before, index, value) if value else None


def _with_whole(before: _Before, index: int, part: Decimal, start: int) -> _Count:
    """A fraction that starts with the word at ``index``, with the whole number before it, if any."""
    whole = before.words[index - 1] if index else ""
    if part >= 1 or not whole.isdecimal() or before.ends_phrase(index - 1):
        return _Count(start, part)
    return _Count(before.begin + before.starts[index - 1], part + int(whole))


def _with_lower_end(before: _Before, index: int, high: Decimal) -> _Count:
    start = before.begin + before.starts[index]
    if index < 2 or before.words[index - 1] not in ("bis", "-"):
        return _Count(start, high)
    written = before.words[index - 2]
    low = _number(written) if _DIGITS.fullmatch(written) else number_phrase(written)
    if not low or low >= high:
        return _Count(start, high)
    return _Count(before.begin + before.starts[index - 2], low, high)


def _is_plausible(before: _Before, index: int, post: str) -> bool:
    """Whether the number counts posts: no year, no pay grade, no place ("an zwei Stellen"), no plain "eine Stelle"."""
    words = before.words
    lead = words[index - 1] if index else ""
    if lead in _SHARES:
        return False
    if (lead in words_of("grades") and "," not in words[index]) or (
        lead in words_of("places") and post in ("stelle", "stellen")
    ):
        return False
    written = words[index]
    if written.isdecimal():
        return len(written) != 4
    if number_phrase(written) != 1 or before.graded:
        return True
    return is_full_time(post) or is_named_post(post) or not words_of("kinds").isdisjoint(words[index + 1 :])
