"""The clauses of a sentence: main clauses without what stands inserted in them, and the infinitives they lead in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.lexicon import words_of
from kimdocs.lexicon.verbs import Shape, VerbForm, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"\d{1,3}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3})?(?!\d)|[\w§]+(?:[-/.][\w§]+)*-?|[,;:()]|(?<=\s)-(?=\s)")
_ASIDE = re.compile(r"\([^()]*\)|\"[^\"]*\"|\[[^\]]*\]")
_NOMINATIVES = frozenset(("der", "die", "das", "er", "sie", "es", "man"))
_RELATIVE = 3
_FEW = 4
_VERB_ENDINGS = ("t", "te", "en", "ten", "st", "hat", "sind", "war", "ist", "nahm", "kam", "gab")
_FINITE = (Shape.PRESENT, Shape.PAST)


class Token(NamedTuple):
    """A word or a mark of a sentence, in folded form; a ``noun`` is written with a capital inside the sentence."""

    word: str
    start: int
    end: int
    noun: bool = False


class Kind(Enum):
    """How a clause stands in its sentence."""

    MAIN = "main"
    CONSEQUENCE = "consequence"
    THAT = "that"
    INFINITIVE = "infinitive"
    SUBORDINATE = "subordinate"


@dataclass(slots=True)
class Clause:
    """A clause: its words without those inserted in it; ``joined`` where its subject may be that of the one before."""

    kind: Kind
    tokens: list[Token] = field(default_factory=list)
    joined: bool = False
    infinitives: list[list[Token]] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """Its words."""
        return [token.word for token in self.tokens]

    @property
    def text(self) -> str:
        """Its words with a blank between them."""
        return " ".join(self.words)


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


def clauses_of(text: str, folded: str, start: int, end: int) -> list[Clause]:
    """The main clauses of a sentence and the consequences it draws, in order."""
    found: list[Clause] = []
    inserted = False
    for tokens, mark in _segments(_tokens(text, folded, start, end)):
        kind = Kind.MAIN if inserted and _goes_on(tokens) else _kind(tokens, first=not found)
        inserted = kind in (Kind.SUBORDINATE, Kind.INFINITIVE)
        if kind is Kind.INFINITIVE and found:
            found[-1].infinitives.append(tokens)
        elif inserted:
            continue
        elif tokens[0].word == "sondern" and found and len(tokens) > 1:
            found[-1] = _in_place(found[-1], tokens[1:])
        elif _continues(found, kind, mark, tokens):
            found[-1].tokens += tokens
        elif (
            kind is Kind.MAIN
            and found
            and tokens[0].word in grammar("joint")
            and is_verb(tokens[min(1, len(tokens) - 1)])
        ):
            found.append(Clause(kind, tokens[1:], joined=True))
        else:
            found.append(Clause(kind, tokens))
    return [part for clause in found for part in _coordinated(clause)]


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether words behind what was inserted end the clause before it: "Der Rat hat, als …, dem Tausch zugestimmt"."""
    if tokens[0].word in grammar("subordinate"):
        return False
    ends = any(form.shape is Shape.PARTICIPLE for form in known_forms().get(tokens[-1].word, ()))
    return ends and not _has_finite(tokens[:-1])


def _continues(found: Sequence[Clause], kind: Kind, mark: str, tokens: Sequence[Token]) -> bool:
    """Whether words go on with the main clause before them, which has no verb yet or needs no other."""
    if not found or found[-1].kind is not Kind.MAIN or kind is not Kind.MAIN or mark not in ",(":
        return False
    if _goes_on(tokens) or not _has_finite(tokens):
        return True
    return not _has_finite(found[-1].tokens) and tokens[0].word not in _NOMINATIVES


def _in_place(clause: Clause, tokens: list[Token]) -> Clause:
    """A clause that says what was done instead: it has the subject of the one before, and its verb if it has none."""
    if _has_finite(tokens[:1]):
        verb = next((i for i, token in enumerate(clause.tokens) if is_verb(token)), 0)
        return Clause(clause.kind, [*clause.tokens[:verb], *tokens] if verb < _FEW else tokens, joined=True)
    kept = [token for token in clause.tokens if token.word not in grammar("negation") and not _is_participle(token)]
    return Clause(clause.kind, [*kept, *tokens], joined=clause.joined)


def _is_participle(token: Token) -> bool:
    return any(form.shape is Shape.PARTICIPLE for form in known_forms().get(token.word, ()))


def _tokens(text: str, folded: str, start: int, end: int) -> Iterator[Token]:
    bare = _ASIDE.sub(lambda hit: " " * len(hit[0]), folded[start:end])
    opens = True
    for hit in _TOKEN.finditer(bare):
        place = start + hit.start()
        yield Token(hit[0], place, start + hit.end(), not opens and text[place].isupper())
        opens = hit[0] in (":", "-")


def _segments(tokens: Iterator[Token]) -> Iterator[tuple[list[Token], str]]:
    """The words between marks, and the mark before them."""
    current: list[Token] = []
    mark = ""
    for token in tokens:
        if token.word[0].isalnum() or token.word[0] in "§_":
            current.append(token)
            continue
        if current:
            yield current, mark or ","
            current = []
        mark = token.word
    if current:
        yield current, mark or ","


def _kind(tokens: Sequence[Token], *, first: bool) -> Kind:
    words = [token.word for token in tokens]
    opening = words[1] if words[0] in ("und", "oder", "so") and len(words) > 1 else words[0]
    if _is_consequence(tokens, opening):
        return Kind.CONSEQUENCE
    if opening in ("dass", "daß"):
        return Kind.THAT
    if _is_infinitive(words) and not any(map(is_verb, tokens[:-1])):
        return Kind.INFINITIVE
    return Kind.SUBORDINATE if _is_subordinate(tokens, opening, first=first) else Kind.MAIN


def _is_consequence(tokens: Sequence[Token], opening: str) -> bool:
    """Whether words draw a consequence: "sodass er angenommen ist", "der somit abgelehnt ist"."""
    if opening in grammar("consequence") or (tokens[0].word == "so" and opening in ("dass", "daß")):
        return True
    hence = len(tokens) > 1 and tokens[1].word in grammar("hence")
    return hence and opening in grammar("relative") and is_verb(tokens[-1])


def _is_subordinate(tokens: Sequence[Token], opening: str, *, first: bool) -> bool:
    """Whether a conjunction or a relative pronoun opens a clause whose verb ends it."""
    verbs = [is_verb(token) for token in tokens]
    last = tokens[-1].word
    ends = not tokens[-1].noun and last.endswith(_VERB_ENDINGS)
    inside = any(verbs[1:-1]) and (not verbs[-1] or not grammar("auxiliary").isdisjoint(t.word for t in tokens[1:-1]))
    if opening in grammar("subordinate") and not (first and inside):
        return ends or opening not in grammar("either")
    behind = opening in grammar("preposition") and len(tokens) > 1 and tokens[1].word in grammar("relative")
    if first or any(verbs[:-1]) or not (behind or opening in grammar("relative")):
        return False
    return verbs[-1] or (len(tokens) > _RELATIVE and last.endswith(_VERB_ENDINGS))


def _is_infinitive(words: Sequence[str]) -> bool:
    if any(word in grammar("auxiliary") for word in words):
        return False
    last = words[-1]
    to = any(form.shape is Shape.TO_INFINITIVE for form in known_forms().get(last, ()))
    return to or (len(words) > 1 and words[-2] == "zu" and last.endswith("n")) or _looks_infinitive(last)


def _looks_infinitive(word: str) -> bool:
    place = word.find("zu", 2)
    return place > 1 and word.endswith("en") and word[:place] in grammar("particle") and len(word) > place + 4


def _has_finite(tokens: Sequence[Token]) -> bool:
    return any(map(is_verb, tokens))


def _coordinated(clause: Clause) -> Iterator[Clause]:
    """The clauses that "und" joins, where each has a verb of its own; the infinitives are the last one's."""
    parts: list[list[Token]] = [[]]
    for index, token in enumerate(clause.tokens):
        rest = clause.tokens[index + 1 :]
        if token.word in grammar("joint") and rest and _has_finite(parts[-1]) and _opens_clause(rest):
            parts.append([])
        else:
            parts[-1].append(token)
    for index, part in enumerate(parts):
        if part:
            yield Clause(clause.kind, part, clause.joined or index > 0, clause.infinitives if part is parts[-1] else [])


def _opens_clause(rest: Sequence[Token]) -> bool:
    """Whether what follows "und" is a clause: its verb comes first, or behind few words."""
    place = next((i for i, token in enumerate(rest) if is_verb(token)), -1)
    return place >= 0 and (place == 0 or len(rest) > place + 1)
