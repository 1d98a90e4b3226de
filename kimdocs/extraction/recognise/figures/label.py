"""What an amount is for: the row it ends, the noun with a role beside it, or the noun that its clause ties to it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.amount import is_year, words_of
from kimdocs.extraction.recognise.quantities.words import compound, words_in
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.load import load
from kimdocs.model.finance import FigureRole
from kimdocs.model.running_text import running

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.quantities.words import Phrase

_NOUN = lazy(r"\b[A-ZÄÖÜ][\wäöüß*-]+[\wäöüß]")
_NOUNS = 3
_NOUN_REACH = 40
_ROW = lazy(
    r"[ \t]*(?:[-–•*▪][ \t]+|\(?(?:\d{1,2}|[a-z])[.)][ \t]+)?"
    r"([^\W\d_][^\n\t|]{1,59}?)(?::|[ \t]{2,}|[ .]{4,}|\t|\|)[ \t|]*"
    r"(?:(?:(?:ca|rd|max|mind|min)\.|rund|etwa|circa|maximal|höchstens|mindestens|bis zu)[ \t]*)?"
)
_ENDOWED = lazy(r"\b(?:dotiert|Preisgeld)\b[^.;,]{0,20}$")
_TOKEN = lazy(r"\w+(?:[-*/.]\w+)*-?|[^\w\s]")
_MARKS = frozenset("(:=–-")
_LONGEST_ROW = 6
_ADJECTIVES = 3
_GENITIVES = frozenset({"der", "des", "eines", "einer", "dieser", "dieses"})
_BEHIND = _GENITIVES | {"für"}
_ARTICLES = _GENITIVES | {"die", "das", "den", "dem", "ein", "eine", "einen", "einem", "diese", "diesen", "diesem"}


def role_of(label: str) -> FigureRole | None:
    """The role that a word of a label names."""
    return next((role for word in words_in(label.lower()) if (role := _role(word)) is not None), None)


def _role(word: str) -> FigureRole | None:
    """The role of a noun in small letters; none of one that but ends like such a noun ("Vertrag" like "Ertrag")."""
    entry = compound("figure_roles", word)
    return None if entry is None or entry.value == "none" else FigureRole(entry.value)


def label_and_role(before: Phrase, after: Phrase, *, starts_line: bool) -> tuple[str | None, FigureRole | None]:
    """What an amount is for, as written, and its role; each None where nothing says it.

    Args:
        before: The words before the amount, in its own sentence.
        after: The words behind it.
        starts_line: Whether the words before it start a line, or a field of one.
    """
    written = running(before.written)
    if _ENDOWED.search(written):
        return None, None
    noun, role = _with_role(written, after.written)
    row = _row(before.written, starts_line=starts_line)
    if row is not None:
        return row, role_of(row) or role
    return (noun, role) if noun else (_tied(_TOKEN.findall(running(before.written.rpartition(":\n")[2]))), None)


def _with_role(before: str, after: str) -> tuple[str | None, FigureRole | None]:
    """The nearest noun that has a role."""
    generic = words_of("figures", "generic")
    nouns = [noun for noun in reversed(_NOUN.findall(before)) if noun.lower() not in generic]
    for noun in (*nouns[:_NOUNS], *_NOUN.findall(after[:_NOUN_REACH])):
        role = _role(noun.lower())
        if role is not None:
            return noun, role
    return None, None


def _row(written: str, *, starts_line: bool) -> str | None:
    """The name of the row that the amount ends: "Summe der Kürzungen:", "TSV Musterau          "."""
    line = written.rpartition("\n")[2] if "\n" in written or starts_line else ""
    found = _ROW.fullmatch(line)
    if found is None:
        return None
    label = " ".join(found[1].split())
    words = words_in(label.lower())
    named = label[0].isupper() and words[0] not in words_of("figures", "no_label") and len(words) <= _LONGEST_ROW
    is_sentence = not words_of("figures", "label_verbs").isdisjoint(label.split())
    return label if named and not is_sentence and not words_of("figures", "generic").issuperset(words) else None


@cache
def _between() -> frozenset[str]:
    """Words that may stand between a noun and the amount that it is tied to."""
    firm = (word for entry in load("qualifiers") for phrase in entry.phrases for word in words_in(phrase))
    return words_of("figures", "label_verbs").union(firm)


def _tied(tokens: list[str]) -> str | None:
    """The noun that words like "beträgt" or "in Höhe von" tie to an amount; of "Karte für Kinder" it is the first."""
    places = words_of("figures", "label_places")
    index = len(tokens) - 1
    while index >= 0 and _parts_nothing(tokens[index]):
        index -= 1
    while index >= 0 and _is_noun(tokens[index]):
        lead = _lead(tokens, index)
        word = tokens[lead].lower() if lead >= 0 else ""
        if word in places or (lead >= 0 and lead == index - 1 and _is_noun(tokens[lead])):
            return None
        if lead < 1 or word not in _BEHIND or not _is_noun(tokens[lead - 1]):
            return tokens[index]
        index = lead - 1
    return None


def _parts_nothing(token: str) -> bool:
    word = token.lower()
    return token in _MARKS or is_year(token) or word in words_of("figures", "generic") or token in _between()


def _lead(tokens: list[str], index: int) -> int:
    """Where the article or preposition of a noun stands, before its adjectives; where none does, the word before it."""
    for at in range(index - 1, max(-1, index - 2 - _ADJECTIVES), -1):
        word = tokens[at]
        if word.lower() in _ARTICLES:
            before = tokens[at - 1].lower() if at else ""
            return at - 1 if before == "für" or before in words_of("figures", "label_places") else at
        if not word.islower() or word == "für" or word in words_of("figures", "label_places"):
            return at
    return index - 1


def _is_noun(token: str) -> bool:
    return token[0].isupper() and len(token) > 2 and token.lower() not in words_of("figures", "no_label")
