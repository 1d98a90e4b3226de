"""The pieces of a result: labels of sides, numbers in digits and words, and other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.numerals import number_word
from kimdocs.extraction.recognise.tallies.tokens import VOTED_FOR, side_of
from kimdocs.extraction.recognise.votes.ratio import names_a_thing
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

_TOKEN = lazy(r"\d+|[^\W\d_]+")
_PIECE_OF_NUMBER = lazy(r"[.,/:]\d")
_PLUS = lazy(r"\s?\+\s?(\d{1,2})(?=\s*(?:[/,;.)\n|]|$|ja\b|nein\b|stimmen\b|enthaltung))")
_OF_ALL = lazy(r"\svon\s(?:den\s|insgesamt\s)?\d{1,3}(?=\s(?:stimmen|ja|nein|dafür|dagegen|enthalt)\b)")
_LISTED = lazy(r"(?:^|[,;/|\n])[ \t]*(?:\d{1,3}[ \t]+)?$")
_NEEDED_BEFORE = lazy(r"\b(?:mindestens|wenigstens|erforderlich\w*(?: sind| waren| wären)?|benötigt\w*)\s+$")
_FOR = len("für ")
_COUNT_IN_COLUMN = lazy(r"(?:[ ]{2,}|\t)\s*\d{1,3}(?=\s*(?:\n|$|\(|[ ]{2}))")
_BARE_NAMES = frozenset(("für", "gegen", "zustimmung", "ablehnung", "pro", "contra", "kontra", "annahme"))


class VoteToken(NamedTuple):
    """A piece at ``[start:end]``: its kind (label, number, word of a number, other), its side or text, its number."""

    kind: str
    value: str
    start: int
    end: int
    number: int = 0


def tokens_of(folded: str, start: int, end: int) -> list[VoteToken]:
    """The tokens of ``folded[start:end]`` in order; ``other`` is any further word."""
    labels, people = matcher("votes"), words_of("result_words", "people")
    tokens: list[VoteToken] = []
    position = start
    for hit in _TOKEN.finditer(folded, start, end):
        if hit.start() < position:
            continue
        word = hit.group()
        if word[0].isdecimal():
            plus = _PLUS.match(folded, hit.end(), end)
            share = _OF_ALL.match(folded, hit.end(), end)
            position = plus.end() if plus else share.end() if share else hit.end()
            votes = int(word[:4]) + (int(plus[1]) if plus else 0)
            kind = "number" if _is_count(folded, hit) else "other"
            tokens.append(VoteToken(kind, word, hit.start(), position, votes))
            continue
        label = labels.match(folded, hit.start(), end) if labels.starts_with(word) else None
        if label and (label.end > hit.end() or word != "enthalten" or _LISTED.search(folded, start, hit.start())):
            tokens.append(VoteToken("label", label.entry.value, label.start, label.end))
            position = label.end
        elif word in _BARE_NAMES and (side := _alone(folded, hit, start, end)):
            tokens.append(VoteToken("label", side, hit.start(), hit.end()))
        elif word in people or (word in ("ein", "einen") and _behind_number(folded, tokens, hit.start())):
            continue
        elif (number := number_word(word.removesuffix("mal"))) is not None or word == "ohne":
            tokens.append(VoteToken("word", word, hit.start(), hit.end(), number or 0))
        else:
            tokens.append(VoteToken("other", word, hit.start(), hit.end()))
    return tokens


def _alone(folded: str, hit: re.Match[str], start: int, end: int) -> str:
    """The side that a bare name counts which stands alone on its line, or opens it before a number in a column.

    "12⏎Für⏎3⏎Gegen", "Zustimmung   17   (A 9, B 8)"; "" where it is a word among others.
    """
    line = folded.rfind("\n", start, hit.start()) + 1 or start
    stop = folded.find("\n", hit.end(), end)
    alone = folded[line : end if stop < 0 else stop].strip() == hit.group()
    opens = not folded[line : hit.start()].strip() and _COUNT_IN_COLUMN.match(folded, hit.end(), end) is not None
    return (side_of(hit.group()) or "") if alone or opens else ""


def _behind_number(folded: str, tokens: list[VoteToken], place: int) -> bool:
    """Whether an article stands right behind a number, whose votes these are: "9 ein Ja"."""
    return bool(tokens) and tokens[-1].kind in ("number", "word") and not folded[tokens[-1].end : place].strip()


def _is_count(folded: str, hit: re.Match[str]) -> bool:
    before = folded[max(0, hit.start() - 2) : hit.start()]
    return (
        len(hit.group()) <= 3
        and not _PIECE_OF_NUMBER.match(folded, hit.end())
        and not (before[-1:] in (".", ",", "/", ":") and before[:1].isdigit())
        and not names_a_thing(folded, hit.start())
        and not _NEEDED_BEFORE.search(folded, max(0, hit.start() - 24), hit.start())
        and not VOTED_FOR.match(folded, max(0, hit.start() - _FOR))
    )
