"""Where sentences end, as far as the standard library can tell: full stops and line breaks, each clear or doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kimdocs.lexicon import load
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

IN_MARKS = ".!?…\"'“”»«’)]"
_MARKS = ".!?…"
_STOP = lazy(r"[.!?…]+[\"'“”»«’)\]]*")
_WORD_BEFORE = lazy(r"(?:\d[\d.,]*\d|[^\s.!?…(\[„“\"»«]*)$")
_CHAIN_BEFORE = lazy(r"(?:(?<!\w)[^\W\d_]{1,3}\.[ \u00a0\u202f]{0,3}){1,4}$")
_PLAIN_START = lazy(r"\s[A-ZÄÖÜ][a-zäöüß]")
_NO_ORDINAL = lazy(r"(?:^\d{4,}|\d{1,2}\.\d{1,2}\.\d{2,4}|\.\d{3}|,\d\d|,[-–—]{1,2}|\d:\d{1,3})$")
_DIGIT = lazy(r"\d")
_CAPITALISED = lazy(r"[A-ZÄÖÜ][a-zäöüß]+")
_NEXT_WORD = lazy(r"[\s\"'„“»«‚(\[–—-]*([\w§€]+(?:[-/:]\w+)*)")
_NEXT_PART = lazy(r"[ \u00a0\u202f]{0,3}([^\W\d_]{1,3}\.)")
_ROMAN = lazy(r"[IVXLCDM]+")
_VOWELS = frozenset("aeiouyäöüAEIOUYÄÖÜ")
_LOOK = 40
_SHORT = 4  # letters up to which an unknown word may be an abbreviation
_CHAINED = 3  # letters that a part of "i. V. m." may have


class Verdict(Enum):
    """What a full stop is: the end of a sentence, not the end, or not to be told without a look at the words."""

    END = "end"
    INSIDE = "inside"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop at ``[start:end]`` of the text (closing quotes and brackets included), and what it is."""

    start: int
    end: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicon's words about stops, in folded form and without blanks."""

    joins: frozenset[str]
    may_end: frozenset[str]
    compounds: tuple[str, ...]
    chained: frozenset[str]
    after_ordinal: tuple[str, ...]


@cache
def _words() -> _Words:
    entries = load("abbreviations")
    phrases = {
        value: frozenset(_squeeze(p) for e in entries if e.value == value for p in e.phrases)
        for value in ("joins", "may_end")
    }
    known = phrases["joins"] | phrases["may_end"]
    return _Words(
        joins=phrases["joins"],
        may_end=phrases["may_end"],
        compounds=tuple(p for e in entries if e.attributes.get("compounds") for p in e.phrases),
        chained=known | {p[: i + 1] for p in known for i, char in enumerate(p[:-1]) if char == "."},
        after_ordinal=tuple(p for e in load("sentence_words") if e.value == "after_ordinal" for p in e.phrases),
    )


def _squeeze(text: str) -> str:
    return "".join(fold(text).split())


def mark_before(text: str, start: int, end: int, offset: int) -> re.Match[str] | None:
    """The last mark in ``text[start:end]`` that may end a sentence and starts before ``offset``."""
    last, begin, look = -1, offset, _LOOK
    while last < 0 and begin > start:
        look *= 4
        stop, begin = begin, max(start, begin - look)
        last = max(text.rfind(char, begin, stop) for char in _MARKS)
    if last < 0:
        return None
    while last > start and text[last - 1] in _MARKS:
        last -= 1
    return _STOP.match(text, last, end)


def mark_behind(text: str, start: int, end: int, offset: int) -> re.Match[str] | None:
    """The first mark in ``text[start:end]`` that may end a sentence and starts at ``offset`` or behind it."""
    return _STOP.search(text, max(start, offset), end)


def stops(text: str, start: int, end: int) -> Iterator[Stop]:
    """Every stop in ``text[start:end]``, in order. Looks only at the characters near each stop: linear time."""
    for hit in _STOP.finditer(text, start, end):
        yield Stop(hit.start(), hit.end(), verdict_on(text, start, end, hit))


def verdict_on(text: str, start: int, end: int, hit: re.Match[str]) -> Verdict:
    """What the mark ``hit`` is, a mark in ``text[start:end]``."""
    before = text[max(start, hit.start() - _LOOK) : hit.start()]
    after = text[hit.end() : min(end, hit.end() + _LOOK)]
    word = _word_before(before)
    if _PLAIN_START.match(after) and hit.group() == "." and len(word) > _SHORT and word.isalpha() and not _known(word):
        return Verdict.END
    if not after.strip():
        return Verdict.END
    if not after[0].isspace():
        return _without_blank(word, after, hit.group())
    following = _NEXT_WORD.match(after)
    if following is None:
        return Verdict.INSIDE if hit.group() == "." else Verdict.END
    if following.group(1)[0].islower():
        return Verdict.INSIDE
    return _before_capital(before, word, hit.group(), after)


def _word_before(before: str) -> str:
    """The word that ends where a stop stands; empty behind white space, brackets and quotes."""
    if not before or before[-1].isspace():
        return ""
    found = _WORD_BEFORE.search(before.rsplit(None, 1)[-1])
    return found.group() if found else ""


def _before_capital(before: str, word: str, mark: str, after: str) -> Verdict:
    """A stop and a blank in front of a word that does not begin with a small letter."""
    if mark[0] == "…" or mark.startswith(".."):
        return Verdict.DOUBT if len(mark) < _LOOK else Verdict.END
    if mark != "." or not word:
        return Verdict.END
    return _full_stop(before + mark, word, after)


def _without_blank(word: str, after: str, mark: str) -> Verdict:
    """A stop with no white space behind it ends a sentence only where a blank was forgotten: "beschlossen.Der Rat"."""
    following = _CAPITALISED.match(after)
    if mark != "." or following is None or not (word[1:].islower() and word.isalpha()):
        return Verdict.INSIDE
    if len(word) < _SHORT or _known(word) is Verdict.INSIDE:
        return Verdict.INSIDE
    return Verdict.END if len(word) > _SHORT and len(following.group()) > 2 else Verdict.DOUBT


def _full_stop(before: str, word: str, after: str) -> Verdict:
    """A single full stop between a word and, behind a blank, a word that does not begin with a small letter."""
    known = _abbreviation(before, word, after)
    if known is not None:
        return known
    following = _NEXT_WORD.match(after)
    nxt = following.group(1) if following else ""
    if _DIGIT.search(word):
        return _number(word, nxt)
    if len(word) == 1 or _ROMAN.fullmatch(word) or not _VOWELS.intersection(word):
        return Verdict.DOUBT
    if nxt[:1].isdigit() and len(word) <= _SHORT:
        return Verdict.DOUBT
    return Verdict.END


def _abbreviation(before: str, word: str, after: str) -> Verdict | None:
    """What an abbreviation makes of its stop; None where the word is none."""
    chain = _CHAIN_BEFORE.search(before) if len(word) <= _CHAINED else None
    if chain is None:
        return _known(word)
    whole = _squeeze(chain.group())
    forms = [whole[i:] for i in range(len(whole)) if i == 0 or whole[i - 1] == "."]
    part = _NEXT_PART.match(after)
    if part is not None and any(form + part.group(1).lower() in _words().chained for form in forms):
        return Verdict.INSIDE
    return next((found for form in forms if (found := _known(form[:-1]))), _known(word))


@lru_cache(maxsize=8192)
def _known(word: str) -> Verdict | None:
    words = _words()
    form = _squeeze(word) + "."
    for known in (form, form.rpartition("-")[2]):
        if known in words.joins:
            return Verdict.INSIDE
        if known in words.may_end:
            return Verdict.DOUBT
    return Verdict.DOUBT if form.endswith(words.compounds) else None


def _number(word: str, nxt: str) -> Verdict:
    """Years, full dates and amounts are no ordinals; a number of up to three digits may be one."""
    if _NO_ORDINAL.search(word):
        return Verdict.DOUBT if nxt[:1].isdigit() else Verdict.END
    if word.isdigit() and nxt.lower().endswith(_words().after_ordinal):
        return Verdict.INSIDE
    return Verdict.DOUBT
