"""Numbers of papers ("SV-9-1769", "DS 43/2018", "Vorlage Nr. 50/012/2023"), and not what merely looks like one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.lexicon import load
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.match import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.lexicon import Match

Span = tuple[int, int]

_WINDOW = 28
_BEFORE_SLASH = 16
_SAME_WINDOW = 12
_AFTER_LABEL = lazy(r"(?:\s{0,2}\(?\s{0,2}(?:nr\.?|nummer|no\.?|:|-)){0,2}\s{0,2}[(„\"]?")
_NEXT_IN_LIST = lazy(r"\s{0,2}(?:,|;|und|sowie|bzw\.|/|\+|&)\s{1,2}(?:nr\. |vorlage |drucksache |ds )?")
_PLAIN_NUMBER = lazy(r"\d{1,6}(?!\d|[/.,-]\d|[.:]\s?\d| [-–] ?[^\W\d_])")
_CASED_ANCHOR = lazy("DS(?=[ .:-])")
_DIGIT = lazy(r"\d")
_PLAIN_PAIR = lazy(r"(?<![\w/.-])\d{1,4}/\d{1,4}(?![\w/-])(?! ?[nsNS]\d| \d{1,2}\. E)")
_LETTERS_PAIR = lazy(r"(?<![\w/.-])[^\W\d_]+/[^\W\d_]+(?![\w/-])")
_TERM_BEFORE = lazy(r"\d\d-\d\d $")
_DASHED = lazy(r"-(?=\d{1,2}-\d{3,5}(?!\d)|[A-Za-z]{2,4}-\d{4,6}(?!\d)|\d\d-[A-Z]\d)")
_SUPPLEMENT = lazy(
    r"-\d{1,2}\. ergänzung\b|(?<=-\d)\. ergänzung\b|-(?:[a-zäöü]{1,2}\d{0,2}|\d{1,2})(?![\w/.-])| \d{1,2}\. ergänzung\b"
)
_VETO_REACH = 24
_DIGIT_WITHIN = 12
_COMMON = lazy(r"\d{1,4}/(?:19|20)\d\d(?![\w/-]| \d{1,2}\. e| [nse]\d)")
_VETO_GAP = lazy(r"[\s.:()-]{0,4}(?:nr\.?:?\s?)?(?:\(?0[\d\s]{2,6}[)/\s-]{1,3})?")


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
    if part and context.text[part.end : part.end + 1] in {"/", "-"}:
        part = None
    number_start = _skip(context, part.end, end) if part and part.start == start else start
    hit = _format_at(context, number_start, end)
    if hit is None:
        free = max(
            (found.end() for p in _formats("field") for found in [p.match(context.folded, number_start, end)] if found),
            default=0,
        )
        hit = (number_start, free) if free and _has_capital(context.text[number_start:free]) else None
    if hit is None:
        last = number_start + len(context.folded[number_start:end].rstrip())
        whole = (found.fullmatch(context.folded, number_start, last) for found in _formats("whole"))
        plain = next(filter(None, whole), None) or _PLAIN_NUMBER.match(context.folded, number_start, end)
        hit = plain.span() if plain else None
    if hit is None:
        return None
    glued = part is not None and not context.text[part.end : number_start].strip(" \n")
    more = _SUPPLEMENT.match(context.folded, hit[1], end)
    return (start if glued else hit[0], more.end() if more else hit[1])


def labelled_reference(context: Context, start: int, end: int) -> Span | None:
    """The first number of a paper in ``text[start:end]`` with a label before it, or in a format that tells itself."""
    label = _matcher("label").match(context.folded, start, end)
    behind = _labels_between(context, label.end, end) if label else ()
    places = sorted((*_labels_between(context, start, end), *behind, *_strong_between(context, start, end)))
    return places[0] if places else None


def _around(found: dict[int, int], start: int) -> list[Span]:
    return [
        (begin, found[begin]) for begin in range(max(0, start - 2 * _WINDOW), start + 2 * _WINDOW) if begin in found
    ]


def _labelled(context: Context) -> Iterator[Span]:
    for at in anchor_offsets(context.folded, "reference"):
        yield from _labels_between(context, *_word_around(context.folded, at))
    for hit in _CASED_ANCHOR.finditer(context.text):
        yield from _labels_between(context, hit.start(), hit.end() + 2 * _WINDOW)


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
    if _DIGIT.search(context.folded, at, at + _DIGIT_WITHIN) is None:
        return None
    common = _COMMON.match(context.folded, at, end)
    if common:
        return common.span()
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
    done = at = text.find("/")
    while at >= 0:
        beside = text[at - 1 : at].isalnum() or text[at + 1 : at + 3].strip(" ").isalnum()
        window = max(0, at - _BEFORE_SLASH), min(len(text), at + _WINDOW)
        fresh = at - done > _SAME_WINDOW or at == done
        if fresh and beside and any(map(str.isdigit, text[window[0] : window[1]])) and not _is_pair(text, at):
            yield from _strong_between(context, *window)
            done = at
        at = text.find("/", at + 1)
    for hyphen in _DASHED.finditer(text):
        yield from _strong_between(context, max(0, hyphen.start() - 8), min(len(text), hyphen.end() + 16))


def _is_pair(text: str, slash: int) -> bool:
    """Whether a slash stands between two plain numbers ("12/2031") or two words, which tell nothing by themselves."""
    start = slash
    while start > 0 and slash - start < _BEFORE_SLASH and not text[start - 1].isspace():
        start -= 1
    while start < slash and not text[start].isalnum():
        start += 1
    if text[start - 3 : start] == "SV " or _TERM_BEFORE.search(text, max(0, start - 6), start):
        return False
    pair = _PLAIN_PAIR.match(text, start) or _LETTERS_PAIR.match(text, start)
    return pair is not None and start < slash < pair.end()


def _strong_between(context: Context, start: int, end: int) -> Iterator[Span]:
    folded = context.folded
    joined = folded.find("/", start, end) >= 0 or folded.find("-", start, end) >= 0
    if not joined or _DIGIT.search(folded, start, end) is None:
        return
    for pattern in _formats("strong"):
        for hit in pattern.finditer(folded, start, end):
            if _upper_case(hit_text := context.text[hit.start() : hit.end()]) and not _vetoed(context, hit.start()):
                yield hit.start(), hit.start() + len(hit_text)


def _has_capital(text: str) -> bool:
    """Whether a number begins with a capital, or with digits that a capital follows ("2-BT/614/2031")."""
    return text.lstrip("0123456789-/")[:1].isupper()


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
