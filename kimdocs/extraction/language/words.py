"""The words of a sentence, the marks between them, and what is known of each: a verb, a participle, a closed class."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.lexicon import words_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.verbs import Shape, VerbForm, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = lazy(
    r"\d{1,3}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3})?(?!\d)|\d[\d.]*,\d+(?!\w)"
    r"|[\w§]+(?:[-/.][\w§]+)*-?|[,;:()]|(?<=\s)-(?=\s)"
)
_ASIDE = lazy(r"\([^()]*\)|\"[^\"]*\"|\[[^\]]*\]")
_FINITE = (Shape.PRESENT, Shape.PAST)


class Token(NamedTuple):
    """A word or a mark of a sentence, in folded form; a ``noun`` is written with a capital inside the sentence."""

    word: str
    start: int
    end: int
    noun: bool = False


@cache
def known_forms() -> dict[str, tuple[VerbForm, ...]]:
    """The forms of all verbs of acts."""
    return verb_forms("act_verbs")


def grammar(name: str) -> frozenset[str]:
    """The words of a closed class: an entry of the table ``act_grammar``."""
    return words_of("act_grammar", name)


@cache
def _finite_words() -> frozenset[str]:
    told = (word for word, forms in known_forms().items() if any(form.shape in _FINITE for form in forms))
    return frozenset((*told, *grammar("auxiliary"), *grammar("modal")))


def is_finite(word: str) -> bool:
    """Whether a word is an auxiliary, a modal, or may be a finite form of a verb of acts."""
    return word in _finite_words()


def is_verb(token: Token) -> bool:
    """Whether a token may be a finite verb: one with a capital is a noun."""
    return not token.noun and is_finite(token.word)


def is_participle(token: Token) -> bool:
    """Whether a token may be the participle of a verb of acts."""
    return any(form.shape is Shape.PARTICIPLE for form in known_forms().get(token.word, ()))


def _tokens(text: str, folded: str, start: int, end: int) -> Iterator[Token]:
    bare = _ASIDE.sub(lambda hit: " " * len(hit[0]), folded[start:end])
    opens = True
    for hit in _TOKEN.finditer(bare):
        place = start + hit.start()
        yield Token(hit[0], place, start + hit.end(), not opens and text[place].isupper())
        opens = hit[0] in (":", "-")


def segments(text: str, folded: str, start: int, end: int) -> Iterator[tuple[list[Token], str]]:
    """The words of ``text[start:end]`` between its marks, and the mark before them."""
    current: list[Token] = []
    mark = ""
    for token in _tokens(text, folded, start, end):
        if token.word[0].isalnum() or token.word[0] in "§_":
            current.append(token)
            continue
        if current:
            yield current, mark or ","
            current = []
        mark = token.word
    if current:
        yield current, mark or ","
