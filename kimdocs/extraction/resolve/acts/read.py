"""The act that a sentence tells by its grammar, if it tells one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kimdocs.extraction.language.words import grammar, is_finite, is_verb, known_forms
from kimdocs.extraction.memo import kept
from kimdocs.extraction.resolve.acts.agency import actors_of, is_act
from kimdocs.extraction.resolve.acts.clauses import Clause, Kind, clauses_of
from kimdocs.extraction.resolve.acts.meaning import outcome_of
from kimdocs.extraction.resolve.acts.mood import is_dated, is_reported, is_sure
from kimdocs.extraction.resolve.acts.predicate import entry_fits, may_fit, predicates
from kimdocs.extraction.resolve.acts.subjects import Actor, actor_at, is_body, subjects_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.verbs import Shape
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_CHAIR = lazy(
    r"\b(?:(?:@chairs@)(?:in|r|er)?\b"
    r"(?:\s+[\w.-]+){0,3}?\s+(?:stellt|stellte|hält|hielt)\b|\bes\s+wird)[^.;]{0,30}\b(?:fest|festgestellt|festgehalten)$"
)
_MOVED = (Outcome.POSTPONED, Outcome.REFERRED)
_WORDS = lazy(r"\w+")
_NEAR = 3
LONGEST = 1500
_ORDER = lazy(
    r"\b(?:(?:auf|laut|gemäß)\s+beschluss|(?P<told>so)\s+(?:der|die|das)\s+(?:\w+e\s+)?(?:beschluss|entscheidung|votum))"
    r"\s+de[rs]\s+(?P<who>\w+)\b"
)
_RESOLVED = lazy(
    r"\b(?:auf|durch|mit|per)\s+(?:(?:einstimmigen|einstimmigem|mehrheitlichen|mehrheitlichem|einmütigen)\s+beschluss|mehrheitsbeschluss)\b"
    r"(?!\s+(?:vom|de[rs])\b)(?=.*\b(?:wird|werden)\b)|\b(?:wird|werden)\b.*\b(?:durch|mit|per)\s+(?:einstimmigen|einstimmigem)\s+beschluss\b(?!\s+vom)"
)
_LATER = lazy(
    r"\b(?:nächsten?|kommenden|künftigen|späteren|folgenden)\s+(?:\w+\s+)?\w*(?:sitzung|rat|tagung|monat|jahr)"
)


class Act(NamedTuple):
    """What a sentence tells to have been done: the outcome, where its words stand, and the entry that told it."""

    outcome: Outcome
    start: int
    end: int
    rule: str


def read_act(text: str, folded: str, start: int, end: int) -> Act | None:
    """The act that ``text[start:end]``, a sentence, tells; None where it tells none of this sitting and its body."""
    return chosen(read_acts(text, folded, start, end))


def read_acts(text: str, folded: str, start: int, end: int) -> list[Act]:
    """The acts that the clauses of a sentence tell, in order.

    Minutes say the same again and again: sentences are kept by their words.
    """
    if end - start > LONGEST or folded[end - 1] == ":":
        return []
    acts = _acts(text[start:end], folded[start:end])
    return [Act(act.outcome, start + act.start, start + act.end, act.rule) for act in acts]


@kept(4096)
def _acts(text: str, folded: str) -> tuple[Act, ...]:
    """The acts of a sentence; their places are those in it."""
    start, end = 0, len(folded)
    if not may_tell(folded, start, end) or is_reported(folded, start, end):
        return ()
    clauses = clauses_of(text, folded, start, end)
    if clauses and _is_condition(clauses[0], start):
        return ()
    found: list[Act] = []
    before = Actor.NONE
    for index, clause in enumerate(clauses):
        if clause.kind is Kind.THAT and not (index and _CHAIR.search(clauses[index - 1].text)):
            continue
        opinion = index + 1 < len(clauses) and clauses[index + 1].kind is Kind.THAT
        act, before = _act_of(clause, before, bare=not opinion)
        if act:
            found.append(act)
    return tuple(found)


def _is_condition(clause: Clause, start: int) -> bool:
    """Whether the verb opens the sentence and makes it a condition or a question: "Wird das abgelehnt, …"."""
    first = clause.tokens[0]
    if first.word in grammar("supposes"):
        return True
    return first.start - start < _NEAR and is_finite(first.word) and not _is_participle(first.word)


def _is_participle(word: str) -> bool:
    return any(form.shape is Shape.PARTICIPLE for form in known_forms().get(word, ()))


def may_tell(folded: str, start: int, end: int) -> bool:
    """Whether any word of a sentence is a form of a verb of acts, with its prefix and what it needs."""
    sentence = folded[start:end]
    words = set(_WORDS.findall(sentence))
    known = known_forms()
    for word in known.keys() & words:
        if any((not f.prefix or f.prefix in words) and may_fit(f.entry, sentence) for f in known[word]):
            return True
    return _ORDER.search(sentence) is not None or _RESOLVED.search(sentence) is not None


def chosen(found: Sequence[Act]) -> Act | None:
    """Of several acts of a sentence the one that settles its matter: it was put off, else the last."""
    if not found:
        return None
    moved = [act for act in found if act.outcome in _MOVED]
    settled = moved or [act for act in found if act.outcome is not Outcome.NOTED]
    return settled[-1] if settled else found[0]


def _act_of(clause: Clause, before: Actor, *, bare: bool) -> tuple[Act | None, Actor]:
    """The act of a clause, and who acts in it; ``before`` is who acts in the clause before.

    A clause is ``bare`` where none with "dass" follows, that says what somebody thinks.
    """
    actors: tuple[Actor, ...] = ()
    for voice in predicates(clause):
        attributes = voice.entry.attributes
        if (attributes.get("bare") and not bare) or not _leads_in(clause, attributes):
            continue
        actors = actors_of(clause, voice)
        if actors[0] is Actor.NONE and Actor.BODY not in actors and (clause.joined or voice.verb == 0):
            actors = (before, *actors)
        sure = is_sure(clause, clause.words[voice.verb] if voice.modal else "")
        if sure and entry_fits(voice.entry, clause.text) and is_act(clause, voice, actors):
            outcome = outcome_of(clause, voice)
            if outcome in _MOVED or (outcome and not _LATER.search(clause.text)):
                place = clause.tokens[voice.place]
                return Act(outcome, place.start, place.end, voice.entry.rule), _first_of(actors)
    if ordered := _by_order(clause):
        return ordered, Actor.BODY
    return None, _first_of(actors) if actors else _actor_of_rest(clause, before)


def _leads_in(clause: Clause, attributes: Mapping[str, Any]) -> bool:
    """Whether an infinitive follows where the verb's entry needs one, and is what it needs."""
    needed = attributes.get("infinitive")
    texts = [" ".join(token.word for token in tokens) for tokens in clause.infinitives]
    if needed:
        return any(re.search(needed, text) for text in texts)
    return bool(texts) or not attributes.get("leads")


def _by_order(clause: Clause) -> Act | None:
    """What is done by order of a body, whatever it is: "Die Sitzung wird auf Beschluss des Rates unterbrochen."."""
    resolved = _RESOLVED.search(clause.text)
    if resolved and is_sure(clause) and not is_dated(clause):
        return Act(Outcome.ADOPTED, clause.tokens[0].start, clause.tokens[-1].end, "act_words.by_order")
    hit = _ORDER.search(clause.text)
    if (
        hit is None
        or not is_body(hit["who"])
        or not is_sure(clause, "soll" if hit["told"] else "")
        or not (hit["told"] or {"wird", "werden", "kommt", "kommen"} & set(clause.words))
    ):
        return None
    put_off = "erst" in clause.words or "wieder auf die tagesordnung" in clause.text
    if is_dated(clause) and not put_off:
        return None
    outcome = Outcome.POSTPONED if put_off else Outcome.ADOPTED
    return Act(outcome, clause.tokens[0].start, clause.tokens[-1].end, "act_words.by_order")


def _first_of(actors: Sequence[Actor]) -> Actor:
    return Actor.BODY if Actor.BODY in actors else Actor.MATTER if Actor.MATTER in actors else Actor.OTHER


def _actor_of_rest(clause: Clause, before: Actor) -> Actor:
    """Who acts in a clause whose verb is none of acts: "Der Beirat hörte den Bericht und nahm ihn zur Kenntnis."."""
    if clause.joined:
        return before
    verb = next((i for i, token in enumerate(clause.tokens) if is_verb(token)), -1)
    return _first_of(subjects_of(clause.tokens, verb)) if verb >= 0 else actor_at(clause.tokens, 0)
