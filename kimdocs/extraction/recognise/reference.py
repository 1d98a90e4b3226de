"""Numbers of papers ("SV-9-1769", "DS 43/2018", "Vorlage Nr. 50/012/2023"), and not what merely looks like one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.lexicon import load
from kimdocs.lexicon.match import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.lexicon import Match

Span = tuple[int, int]

_WINDOW = 28
_AFTER_LABEL = re.compile(r"(?:\s{0,2}\(?\s{0,2}(?:nr\.?|nummer|no\.?|:|-)){0,2}\s{0,2}[(„\"]?")
_NEXT_IN_LIST = re.compile(r"\s{0,2}(?:,|;|und|sowie|bzw\.|/|\+|&)\s{1,2}(?:nr\. |vorlage |drucksache |ds )?")
_PLAIN_NUMBER = re.compile(r"\d{1,6}(?!\d|[/.,]\d|[.:]\s?\d)")
_WORD_ANCHORS = ("vorl", "druck", "drs", "beschluss-nr", "beschluss nr", "beschlussnummer", "beschlussdruck")
_CASED_ANCHORS = ("DS ", "DS-", "GRDrs", "WP")
_DASHED = re.compile(r"-(?=\d{1,2}-\d{3,5}(?!\d)|[A-Za-z]{2,4}-\d{4,6}(?!\d)|\d\d-[A-Z]\d)")
_VETO_REACH = 24
_VETO_GAP = re.compile(r"[\s.:()-]{0,4}(?:nr\.?:?\s?)?(?:\(?0[\d\s]{2,6}[)/\s-]{1,3})?")


def find_references(context: Context) -> tuple[Span, ...]:
    """Places of all numbers of papers in the text, in order.

    Formats that tell themselves count anywhere; others ("181/2022") only behind words such as Vorlage or Drucksache.
    """
    found: dict[int, int] = {}
    for start, end in (*_labelled(context), *_strong(context)):
        if all(end <= begin or start >= stop for begin, stop in _around(found, start)):
            found[start] = end
    return tuple(sorted(found.items()))


def reference_at(context: Context, start: int, end: int) -> Span | None:
    """The number of a paper that ``text[start:end]`` begins with, in a field that is known to hold one."""
    part = _matcher("part").match(context.folded, start, end)
    number_start = _skip(context, part.end, end) if part and part.start == start else start
    hit = _format_at(context, number_start, end)
    if hit is None:
        free = max(
            (found.end() for p in _formats("field") for found in [p.match(context.folded, number_start, end)] if found),
            default=0,
        )
        hit = (number_start, free) if free and context.text[number_start].isupper() else None
    if hit is None:
        plain = _PLAIN_NUMBER.match(context.folded, number_start, end)
        hit = plain.span() if plain else None
    if hit is None:
        return None
    glued = part is not None and not context.text[part.end : number_start].strip(" \n")
    return (start if glued else hit[0], hit[1])


def labelled_reference(context: Context, start: int, end: int) -> Span | None:
    """The first number of a paper in ``text[start:end]`` with a label before it, or in a format that tells itself."""
    places = sorted((*_labels_between(context, start, end), *_strong_between(context, start, end)))
    return places[0] if places else None


def _around(found: dict[int, int], start: int) -> list[Span]:
    return [
        (begin, found[begin]) for begin in range(max(0, start - 2 * _WINDOW), start + 2 * _WINDOW) if begin in found
    ]


def _labelled(context: Context) -> Iterator[Span]:
    folded, text = context.folded, context.text
    for source, anchors in ((folded, _WORD_ANCHORS), (text, _CASED_ANCHORS)):
        for anchor in anchors:
            at = source.find(anchor)
            while at >= 0:
                yield from _labels_between(context, *_word_around(folded, at))
                at = source.find(anchor, at + len(anchor))


def _word_around(folded: str, at: int) -> Span:
    start = at
    while start > 0 and at - start < _WINDOW and folded[start - 1].isalpha():
        start -= 1
    return start, min(len(folded), at + 2 * _WINDOW)


def _labels_between(context: Context, start: int, end: int) -> Iterator[Span]:
    label = _matcher("label", "part").match(context.folded, start, end)
    labels = [label] if label else list(_matcher("label", "part").finditer(context.folded, start, end))
    for found in labels:
        yield from _after_label(context, found)


def _after_label(context: Context, label: Match) -> Iterator[Span]:
    limit = len(context.folded)
    part = label.entry.value == "part"
    if part and not context.text[label.start].isupper():
        return
    at = _skip(context, label.end, limit)
    glued = part and not context.text[label.end : at].strip(" \n")
    if not part and at == label.end:
        return
    inner = _matcher("part").match(context.folded, at, min(limit, at + 8)) if not part else None
    hit = _format_at(context, _skip(context, inner.end, limit) if inner else at, limit)
    if hit is None or _vetoed(context, label.start):
        return
    yield (label.start if glued else inner.start if inner else hit[0], hit[1])
    for _ in range(20):
        more = _NEXT_IN_LIST.match(context.folded, hit[1])
        following = _format_at(context, more.end(), limit) if more else None
        if following is None:
            return
        hit = following
        yield hit


def _skip(context: Context, at: int, end: int) -> int:
    hit = _AFTER_LABEL.match(context.folded, at, end)
    return hit.end() if hit else at


def _format_at(context: Context, at: int, end: int) -> Span | None:
    best = max(
        (
            hit.end()
            for entry in _formats("strong", "weak")
            for hit in [entry.match(context.folded, at, min(end, at + 2 * _WINDOW))]
            if hit
        ),
        default=at,
    )
    if best == at or not _upper_case(context.text[at:best]):
        return None
    return at, best


def _strong(context: Context) -> Iterator[Span]:
    """Formats that tell themselves, looked for only around slashes with a digit beside and typical hyphens."""
    text = context.text
    at = text.find("/")
    while at >= 0:
        if (text[at - 1 : at].isalnum() and text[at + 1 : at + 2].strip(" ").isalnum()) or text[at + 1 : at + 3][
            -1:
        ].isalnum():
            yield from _strong_between(context, max(0, at - 14), min(len(text), at + _WINDOW))
        at = text.find("/", at + 1)
    for hyphen in _DASHED.finditer(text):
        yield from _strong_between(context, max(0, hyphen.start() - 8), min(len(text), hyphen.end() + 16))


def _strong_between(context: Context, start: int, end: int) -> Iterator[Span]:
    for pattern in _formats("strong"):
        for hit in pattern.finditer(context.folded, start, end):
            if _upper_case(hit_text := context.text[hit.start() : hit.end()]) and not _vetoed(context, hit.start()):
                yield hit.start(), hit.start() + len(hit_text)


def _upper_case(text: str) -> bool:
    """Whether the first letter is a capital, as in numbers of papers ("VI-Ifo-07947", not "am 1/20")."""
    return text[:1].isdigit() or text[:1].isupper()


def _vetoed(context: Context, start: int) -> bool:
    """Whether a word right before says that the number is another one (telephone, file, parcel, law)."""
    line = context.text.rfind("\n", max(0, start - _VETO_REACH), start) + 1
    window = max(line, start - _VETO_REACH)
    for match in _matcher("veto").finditer(context.folded, window, start):
        if _VETO_GAP.fullmatch(context.folded, match.end, start):
            return True
    return "§" in context.folded[max(window, start - 4) : start]


@cache
def _matcher(*values: str) -> Matcher:
    return Matcher(tuple(entry for entry in load("references") if entry.value in values))


@cache
def _formats(*values: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry.pattern) for entry in load("references") if entry.value in values and entry.pattern)
