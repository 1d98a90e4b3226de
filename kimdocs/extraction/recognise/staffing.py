"""Numbers of posts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import number_phrase, read_digits
from kimdocs.extraction.recognise.quantity_posts import anchors, is_full_time, is_named_post, is_post, words_of
from kimdocs.extraction.recognise.quantity_qualifier import qualifier
from kimdocs.extraction.recognise.quantity_words import words_between
from kimdocs.model.finance import Qualifier, Staffing

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.quantity_words import Word

_REACH = 80
_BETWEEN = 4
_DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?", re.ASCII)
_RANGE = re.compile(r"(\d{1,4}(?:,\d{1,2})?)-(\d{1,4}(?:,\d{1,2})?)", re.ASCII)
_GLUED = re.compile(r"(\d{1,3}(?:,\d{1,2})?)[-\s]*", re.ASCII)
_STATED = re.compile(
    r"\s*(?:\(\w{2,5}\)\s*)?(?:[:=]|von|in höhe von|i\.h\.v\.)\s*(\d{1,3}(?:,\d{1,3})?)"
    r"(?![\d.,]*\d|\s*(?:%|prozent|€|eur))",
    re.ASCII,
)
_SHARED = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{1,2})?)\s+[\w.-]{1,30}-\s?(?:/|und|sowie|bzw\.)\s*$")


@dataclass(frozen=True, slots=True)
class _Count:
    start: int
    low: Decimal
    high: Decimal | None = None


def staffing(context: Context) -> tuple[Staffing, ...]:
    """Every number of posts in the text, in order: digits, words and halves ("eine halbe Stelle" is 0.5).

    ``unit`` keeps the word for the posts as written. What only sounds like a post ("Haltestelle", "an dieser Stelle")
    is left out.
    """
    found: list[Staffing] = []
    floor = 0
    for start, end in _post_words(context.folded):
        here = _at(context, floor, start, end)
        if here:
            found += here
            floor = end
    return tuple(found)


def _post_words(folded: str) -> list[tuple[int, int]]:
    """Start and end of every word that means posts."""
    spans: dict[int, int] = {}
    for anchor in anchors():
        at = folded.find(anchor)
        while at >= 0:
            start, end = _word_around(folded, at, at + len(anchor))
            if start not in spans and is_post(_GLUED.sub("", folded[start:end], count=1)):
                spans[start] = end
            at = folded.find(anchor, max(end, at + 1))
    return sorted(spans.items())


def _word_around(folded: str, start: int, end: int) -> tuple[int, int]:
    lead = folded[max(0, start - 40) : start]
    tail = folded[end : end + 40]
    cut = next((i for i, char in enumerate(reversed(lead)) if not (char.isalnum() or char in "-,:*")), len(lead))
    stop = next((i for i, char in enumerate(tail) if not (char.isalnum() or char == "-")), len(tail))
    begin = start - cut
    while folded[begin] in "-,:*":
        begin += 1
    return begin, end + stop


def _at(context: Context, floor: int, start: int, end: int) -> list[Staffing]:
    folded = context.folded
    before = words_between(folded, max(floor, start - _REACH), start)
    count = _glued(folded, start, end, before) or _ahead(context, before, folded[start:end])
    after = words_between(folded, end, min(len(folded), end + 40))
    if count is None:
        stated = (
            _STATED.match(folded, end, end + 40)
            if is_full_time(folded[start:end]) or "anteil" in folded[start:end]
            else None
        )
        if stated is None:
            return []
        return [_staffing(context, _Count(start, _number(stated[1])), start, stated.end(1), Qualifier.EXACT)]
    lead = [word for word in before if word.start < count.start]
    firmness = Qualifier.RANGE if count.high is not None else qualifier(lead, after)
    last = _staffing(context, count, start, end, firmness)
    shared = _SHARED.search(folded, max(floor, count.start - 48), count.start)
    if shared is None:
        return [last]
    return [_staffing(context, _Count(shared.start(1), _number(shared[1])), start, end, Qualifier.EXACT), last]


def _staffing(context: Context, count: _Count, unit: int, end: int, firmness: Qualifier) -> Staffing:
    evidence = context.evidence(min(count.start, unit), end)
    written = evidence.quote[max(0, unit - evidence.start) :]
    return Staffing(
        count=count.low,
        high=count.high,
        unit=re.sub(r"-\s*\n\s*", "", _GLUED.sub("", written, count=1)),
        qualifier=firmness,
        section=context.section_at(evidence.start).kind,
        evidence=(evidence,),
        rule="staffing.full_time" if is_full_time(context.folded[unit:end]) else "staffing.post",
    )


def _number(written: str) -> Decimal:
    value = read_digits(written)
    return value if isinstance(value, Decimal) else Decimal(0)


def _glued(folded: str, start: int, end: int, before: list[Word]) -> _Count | None:
    """The number of "0,5-Stelle"."""
    glued = _GLUED.match(folded, start, end)
    if glued is None or (before and before[-1].folded in words_of("grades")):
        return None
    return _Count(start, _number(glued[1]))


def _ahead(context: Context, before: list[Word], post: str) -> _Count | None:
    """The number before the word for posts, with a few words between ("drei weitere Case-Management Stellen")."""
    stops = words_of("stops")
    for index in range(len(before) - 1, max(-1, len(before) - 2 - _BETWEEN), -1):
        word = before[index]
        if word.folded == "%" and index and before[index - 1].folded.isdecimal():
            continue
        if _is_share(before, index):
            continue
        count = _count(before, index)
        if count is not None:
            return count if _is_plausible(before, index, post) else None
        if word.folded in stops or not word.folded.replace("-", "").replace("/", "").isalpha():
            return None
        gap = context.folded[word.start : word.start + len(word.folded) + 2]
        if any(mark in gap for mark in ".;:!?("):
            return None
    return None


def _is_share(before: list[Word], index: int) -> bool:
    """Whether the number is a percentage ("zwei 50 % Stellen")."""
    follows = index + 1 < len(before) and before[index + 1].folded == "%"
    return follows or before[index].folded.endswith("%")


def _count(before: list[Word], index: int) -> _Count | None:
    word = before[index]
    pair = _RANGE.fullmatch(word.folded)
    if pair:
        return _Count(word.start, _number(pair[1]), _number(pair[2]))
    if _DIGITS.fullmatch(word.folded):
        return _with_lower_end(before, index, _number(word.folded))
    if index:
        value = number_phrase(f"{before[index - 1].folded} {word.folded}")
        if value is not None and value != value.to_integral_value():
            return _Count(before[index - 1].start, value)
    value = number_phrase(word.folded)
    return _with_lower_end(before, index, value) if value else None


def _with_lower_end(before: list[Word], index: int, high: Decimal) -> _Count:
    start = before[index].start
    if index < 2 or before[index - 1].folded not in ("bis", "-"):
        return _Count(start, high)
    written = before[index - 2].folded
    low = _number(written) if _DIGITS.fullmatch(written) else number_phrase(written)
    return _Count(before[index - 2].start, low, high) if low and low < high else _Count(start, high)


def _is_plausible(before: list[Word], index: int, post: str) -> bool:
    """Whether the number counts posts: no year, no pay grade, no place ("an zwei Stellen"), no plain "eine Stelle"."""
    lead = before[index - 1].folded if index else ""
    if lead in words_of("grades") or (lead in words_of("places") and post in ("stelle", "stellen")):
        return False
    written = before[index].folded
    if written.isdecimal() and len(written) == 4:
        return False
    if number_phrase(written) != 1 or written.isdecimal():
        return True
    return (
        is_full_time(post)
        or is_named_post(post)
        or any(word.folded in words_of("kinds") for word in before[index + 1 :])
    )
