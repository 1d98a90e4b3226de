"""The clauses of a sentence: main clauses without what stands inserted in them, and the infinitives they lead in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from kimdocs.extraction.language.words import grammar, is_participle, is_verb, known_forms, segments
from kimdocs.lexicon.verbs import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.extraction.language.words import Token

_NOMINATIVES = frozenset(("der", "die", "das", "er", "sie", "es", "man"))
_RELATIVE = 3
_FEW = 4
_VERB_ENDINGS = ("t", "te", "en", "ten", "st", "hat", "sind", "war", "ist", "nahm", "kam", "gab")


class Kind(Enum):
    """How a clause stands in its sentence."""

    MAIN = "main"
    CONSEQUENCE = "consequence"
    THAT = "that"
    RELATIVE = "relative"
    INFINITIVE = "infinitive"
    SUBORDINATE = "subordinate"


@dataclass(slots=True)
class Clause:
    """A clause: its words without those inserted in it.

    It is ``joined`` where its subject may be that of the one before, and ``led`` where a conjunction's clause opens the
    sentence before it. It is ``done`` where a clause behind it says so: "…, was er auch tut".
    """

    kind: Kind
    tokens: list[Token] = field(default_factory=list)
    joined: bool = False
    infinitives: list[list[Token]] = field(default_factory=list)
    led: bool = False
    done: bool = False

    @property
    def words(self) -> list[str]:
        """Its words."""
        return [token.word for token in self.tokens]

    @property
    def text(self) -> str:
        """Its words with a blank between them."""
        words = " ".join(self.words)
        return words.replace("schluß", "schluss").replace("schuß", "schuss") if "ß" in words else words


def clauses_of(text: str, folded: str, start: int, end: int) -> list[Clause]:
    """The main clauses of a sentence and the consequences it draws, in order, then what relative clauses tell."""
    found: list[Clause] = []
    beside: list[Clause] = []
    inserted = led = False
    parts = list(segments(text, folded, start, end))
    for index, (tokens, mark) in enumerate(parts):
        rest = [behind for behind, _ in parts[index + 1 :]]
        kind = Kind.MAIN if inserted and _goes_on(tokens) else _kind(tokens, first=not found, rest=rest)
        inserted = kind in (Kind.SUBORDINATE, Kind.INFINITIVE)
        if kind is Kind.INFINITIVE and found:
            found[-1].infinitives.append(tokens)
        elif inserted:
            led = led or not found
            if found and _is_done(tokens):
                found[-1].done = True
            elif found and _tells_beside(found[-1], tokens, last=not rest):
                beside.append(Clause(Kind.RELATIVE, tokens))
        elif tokens[0].word == "sondern" and found and len(tokens) > 1:
            found[-1] = _in_place(found[-1], tokens[1:])
        elif _opens_joint(kind, found, tokens):
            found.append(Clause(kind, tokens[1:], joined=is_verb(tokens[1])))
        elif _continues(found, kind, mark, tokens):
            found[-1].tokens += tokens
        else:
            found.append(Clause(kind, tokens, led=led and all(clause.kind is not Kind.MAIN for clause in found)))
    return [part for clause in found for part in _coordinated(clause)] + beside


def _is_done(tokens: Sequence[Token]) -> bool:
    """Whether words say that what could be done is done: "was er auch tut"."""
    return tokens[0].word == "was" and tokens[-1].word in grammar("does")


def _opens_joint(kind: Kind, found: Sequence[Clause], tokens: Sequence[Token]) -> bool:
    """Whether "und" or "doch" opens a main clause of its own, or one that leaves out its subject."""
    if kind is not Kind.MAIN or not found or len(tokens) < _RELATIVE - 1:
        return False
    if tokens[0].word in grammar("joint") and is_verb(tokens[1]):
        return True
    return tokens[0].word in grammar("joins") and tokens[1].word in _NOMINATIVES and _has_finite(tokens[2:])


def _tells_beside(clause: Clause, tokens: Sequence[Token], *, last: bool) -> bool:
    """Whether a relative clause may tell on: "…, den der Rat vertagt", "…, was der Ausschuss zur Kenntnis nimmt"."""
    words = [token.word for token in tokens]
    if words[0] not in grammar("tells_on") or not grammar("asks").isdisjoint(clause.words):
        return False
    noted = "kenntnis" in words
    if words[0] != "was" and not _is_certain(clause.tokens):
        return False
    return noted or (last and (words[0] in ("was", "wohin") or not grammar("told_on").isdisjoint(words)))


def _is_certain(tokens: Sequence[Token]) -> bool:
    """Whether the noun that ends a clause, or a word or two before its end, is a certain one: it has an article."""
    nouns = [index for index, token in enumerate(tokens) if token.noun]
    near = tokens[max(0, nouns[-1] - _FEW) : nouns[-1]] if nouns else ()
    return any(token.word in grammar("determiner") for token in near)


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether words behind what was inserted end the clause before it: "Der Rat hat, als …, dem Tausch zugestimmt"."""
    if len(tokens) == 1 and tokens[0].word in grammar("particle"):
        return True
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
    kept = [token for token in clause.tokens if token.word not in grammar("negation") and not is_participle(token)]
    return Clause(clause.kind, [*kept, *tokens], joined=clause.joined)


def _kind(tokens: Sequence[Token], *, first: bool, rest: Sequence[Sequence[Token]]) -> Kind:
    words = [token.word for token in tokens]
    opening = words[1] if words[0] in ("und", "oder", "so") and len(words) > 1 else words[0]
    if _is_consequence(tokens, opening):
        return Kind.CONSEQUENCE
    if opening in ("dass", "daß"):
        return Kind.THAT
    if _is_infinitive(words) and not any(is_verb(t) and words[i - 1] != "zu" for i, t in enumerate(tokens[:-1])):
        return Kind.INFINITIVE
    if first and _leads(tokens, opening, rest):
        return Kind.SUBORDINATE
    return Kind.SUBORDINATE if _is_subordinate(tokens, opening, first=first) else Kind.MAIN


def _leads(tokens: Sequence[Token], opening: str, rest: Sequence[Sequence[Token]]) -> bool:
    """Whether a conjunction opens the sentence, whose main clause begins with its verb: "Als das klar war, wurde …"."""
    opens = opening in grammar("subordinate") and not any(map(is_verb, tokens[1:]))
    return opens and any(is_verb(behind[0]) for behind in rest)


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
        opens = token.word in grammar("joint") and rest and _has_finite(parts[-1]) and _opens_clause(rest)
        if opens and not _is_governed(parts[-1], rest):
            parts.append([])
        elif token.word in grammar("joint") and (shared := _shared(parts[-1], rest)):
            parts.append([*rest[:-1], shared])
            parts[-1].append(rest[-1])
            break
        else:
            parts[-1].append(token)
    for index, part in enumerate(parts):
        if part:
            infinitives = clause.infinitives if part is parts[-1] else []
            led = clause.led and index == 0
            yield Clause(clause.kind, part, clause.joined or index > 0, infinitives, led, clause.done)


def _shared(before: Sequence[Token], rest: Sequence[Token]) -> Token | None:
    """The auxiliary that what follows "und" shares: "Der Bericht wird zurückgestellt und der Plan beschlossen"."""
    ends = len(rest) > 1 and is_participle(rest[-1]) and rest[0].word in grammar("nominative")
    if not ends or not before or not is_participle(before[-1]):
        return None
    return next((token for token in before if token.word in grammar("passive")), None)


def _is_governed(before: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether one word behind "und" is an infinitive that the modal verb before it governs: "kann beraten und …"."""
    modal = any(token.word in grammar("modal") or token.word in grammar("would") for token in before)
    return modal and len(rest) == 1 and any(f.shape is Shape.INFINITIVE for f in known_forms().get(rest[0].word, ()))


def _opens_clause(rest: Sequence[Token]) -> bool:
    """Whether what follows "und" is a clause: its verb comes first, or behind few words."""
    place = next((i for i, token in enumerate(rest) if is_verb(token)), -1)
    return place >= 0 and (place == 0 or len(rest) > place + 1)
