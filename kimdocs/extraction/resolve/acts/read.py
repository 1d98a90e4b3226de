"""The act that a sentence tells by its grammar, if it tells one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.resolve.acts.clauses import Clause, Kind, clauses_of, is_finite, known_forms
from kimdocs.extraction.resolve.acts.mood import is_dated, is_reported, is_sure
from kimdocs.extraction.resolve.acts.predicate import Voice, entry_fits, predicates
from kimdocs.extraction.resolve.acts.subjects import Actor, actor_at, is_body, is_matter, subjects_of
from kimdocs.lexicon import load, words_of
from kimdocs.lexicon.verbs import Shape
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.resolve.acts.clauses import Token

_NEGATIONS = frozenset(("nicht", "kein", "keine", "keinen", "keinem", "keiner", "keinerlei", "niemand", "weder"))
_NO = frozenset(("kein", "keine", "keinen", "keinem", "keiner", "keinerlei"))
_HENCE = frozenset(
    ("somit", "damit", "daher", "hiermit", "folglich", "mithin", "demnach", "also", "nunmehr", "schließlich")
)
_CHAIR = re.compile(
    r"\b(?:(?:vorsitzende|bürgermeister|ortsvorsteher|ortsbürgermeister|landrat|landrätin|sitzungsleiter|versammlungsleiter|stadtverordnetenvorsteher|"
    r"ratsvorsitzende|ausschussvorsitzende|präsident|bezirksbürgermeister|vorsteher|oberbürgermeister)(?:in|r|er)?\b"
    r"(?:\s+[\w.-]+){0,3}?\s+(?:stellt|stellte|hält|hielt)\b|\bes\s+wird)[^.;]{0,30}\b(?:fest|festgestellt|festgehalten)$"
)
_DECIDERS = frozenset(
    ("decide", "settle", "settle_for", "come_to_agree", "speak_for", "agree", "vote_for", "approve", "is_agreed")
)
_FATES = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.REJECTED)
_MOVED = (Outcome.POSTPONED, Outcome.REFERRED)
_WORDS = re.compile(r"\w+")
_SHORT = 12
_BY = {"body": Actor.BODY, "matter": Actor.MATTER, "town": Actor.TOWN}
_NEAR = 3
_DEFINITE = frozenset(
    ("der", "die", "das", "dem", "den", "diesem", "dieser", "dieses", "diese", "beide", "über", "mit")
)
_OFTEN_OTHERS = frozenset(("genehmigung", "befreiung", "freigabe", "zustimmung", "auftrag", "aufträge", "zuschlag"))
_PRONOUNS = frozenset(("er", "sie", "es", "dieser", "diese", "dieses", "das", "dies"))
_NOW = re.compile(
    r"\b(?:schließlich|heute|heutigen|hiermit|soeben|nunmehr|letztlich|am ende|umlaufverfahren|schriftlichen verfahren)\b"
    r"|\bnach\b[^.;]*\b\w*(?:debatte|aussprache|beratung|diskussion|erörterung|abwägung|vortrag)\b|\bberaten\b|\bman\s+hat\b|\bhat\s+man\b"
)
_ORDER = re.compile(r"\b(?:auf|laut)\s+beschluss\s+de[rs]\s+(\w+)\b")
_LATER = re.compile(
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
    """The acts that the clauses of a sentence tell, in order."""
    if not may_tell(folded, start, end) or is_reported(folded, start, end) or folded[end - 1] == ":":
        return []
    clauses = clauses_of(text, folded, start, end)
    if clauses and _is_condition(clauses[0], start):
        return []
    found: list[Act] = []
    before = Actor.NONE
    for index, clause in enumerate(clauses):
        if clause.kind is Kind.THAT and not (index and _CHAIR.search(clauses[index - 1].text)):
            continue
        act, before = _act_of(clause, before)
        if act:
            found.append(act)
    return found


def _is_condition(clause: Clause, start: int) -> bool:
    """Whether the verb opens the sentence and makes it a condition or a question: "Wird das abgelehnt, …"."""
    first = clause.tokens[0]
    return first.start - start < _NEAR and is_finite(first.word) and not _is_participle(first.word)


def _is_participle(word: str) -> bool:
    return any(form.shape is Shape.PARTICIPLE for form in known_forms().get(word, ()))


def may_tell(folded: str, start: int, end: int) -> bool:
    """Whether any word of a sentence is a form of a verb of acts, with its prefix and one of its nouns if it has any."""
    sentence = folded[start:end]
    words = set(_WORDS.findall(sentence))
    known = known_forms()
    for word in known.keys() & words:
        for form in known[word]:
            nouns = form.entry.attributes.get("nouns")
            if (not form.prefix or form.prefix in words) and (not nouns or any(noun in sentence for noun in nouns)):
                return True
    return _ORDER.search(sentence) is not None


def chosen(found: Sequence[Act]) -> Act | None:
    """Of several acts of a sentence the one that settles its matter: that it was put off, else the last but for notes."""
    if not found:
        return None
    moved = [act for act in found if act.outcome in _MOVED]
    settled = moved or [act for act in found if act.outcome is not Outcome.NOTED]
    return settled[-1] if settled else found[0]


def _act_of(clause: Clause, before: Actor) -> tuple[Act | None, Actor]:
    """The act of a clause, and who acts in it; ``before`` is who acts in the clause before."""
    actors: tuple[Actor, ...] = ()
    for voice in predicates(clause):
        actors = _actors(clause, voice)
        if actors[0] is Actor.NONE and Actor.BODY not in actors and (clause.joined or voice.verb == 0):
            actors = (before, *actors)
        if is_sure(clause) and entry_fits(voice.entry, clause.text) and _acts(clause, voice, actors):
            outcome = _outcome(clause, voice)
            if outcome in _MOVED or (outcome and not _LATER.search(clause.text)):
                place = clause.tokens[voice.place]
                return Act(outcome, place.start, place.end, voice.entry.rule), _first_of(actors)
    if ordered := _by_order(clause):
        return ordered, Actor.BODY
    return None, _first_of(actors) if actors else _actor_of_rest(clause, before)


def _by_order(clause: Clause) -> Act | None:
    """What is done by order of a body, whatever it is: "Die Sitzung wird auf Beschluss des Rates unterbrochen."."""
    hit = _ORDER.search(clause.text)
    if (
        hit is None
        or not is_body(hit[1])
        or not is_sure(clause)
        or is_dated(clause)
        or not {"wird", "werden"} & set(clause.words)
    ):
        return None
    outcome = Outcome.POSTPONED if "erst" in clause.words else Outcome.ADOPTED
    return Act(outcome, clause.tokens[0].start, clause.tokens[-1].end, "act_words.by_order")


def _first_of(actors: Sequence[Actor]) -> Actor:
    return Actor.BODY if Actor.BODY in actors else Actor.MATTER if Actor.MATTER in actors else Actor.OTHER


def _actor_of_rest(clause: Clause, before: Actor) -> Actor:
    """Who acts in a clause whose verb is none of acts: "Der Beirat hörte den Bericht und nahm ihn zur Kenntnis."."""
    return actor_at(clause.tokens, 0) if not clause.joined else before


def _actors(clause: Clause, voice: Voice) -> tuple[Actor, ...]:
    words = clause.words
    if clause.kind is Kind.MAIN:
        return subjects_of(clause.tokens, voice.verb)
    if words[0] in ("der", "die", "das"):
        return (Actor.MATTER,)
    return (actor_at(clause.tokens, 2 if words[:2] == ["so", "dass"] else 1),)


def _acts(clause: Clause, voice: Voice, actors: Sequence[Actor]) -> bool:
    by = voice.entry.attributes.get("by")
    weak = voice.entry.attributes.get("weak")
    if voice.passive:
        return _passive_acts(clause, voice)
    if (voice.past or voice.perfect) and is_dated(clause):
        return False
    last = clause.kind is not Kind.MAIN
    if (
        voice.perfect
        and by != "holder"
        and not last
        and (weak or Actor.BODY not in actors or not _is_of_now(clause, voice))
    ):
        return False
    if weak and voice.past:
        return False
    if by == "holder":
        return Actor.BODY not in actors
    return by == "any" or _BY.get(by or "") in actors


def _is_of_now(clause: Clause, voice: Voice) -> bool:
    """Whether the perfect tells of this sitting: note was taken, or the words name what went before or how it was."""
    return voice.entry.value == "noted" or _NOW.search(clause.text) is not None


def _passive_acts(clause: Clause, voice: Voice) -> bool:
    needed = voice.entry.attributes.get("passive")
    if needed is None or ((voice.past or voice.state) and is_dated(clause)):
        return False
    agent = _agent(clause, voice)
    if agent is not None or needed == "body":
        return agent is True
    named = [i for i, word in enumerate(clause.words) if is_matter(word)]
    on_matter = bool(named)
    if voice.state and needed == "free" and not _HENCE.isdisjoint(clause.words):
        return True
    if voice.state:
        return on_matter and len(clause.words) <= _SHORT
    if voice.past and voice.entry.attributes.get("nouns"):
        return clause.words[0] in _DEFINITE and not _OFTEN_OTHERS.intersection(clause.words)
    if voice.past:
        definite = clause.words[0] in _DEFINITE or _is_participle(clause.words[0])
        return on_matter and definite and clause.words[named[0]] not in _PRONOUNS
    return on_matter or needed == "free"


@cache
def _agents() -> re.Pattern[str]:
    return re.compile(next(entry.pattern or "" for entry in load("act_words") if entry.id == "body_genitive"))


def _agent(clause: Clause, voice: Voice) -> bool | None:
    """Whether a body is named as who acted in the passive; None where nobody is."""
    text = clause.text
    verb = len(" ".join(clause.words[: voice.verb]))
    others = False
    for hit in _agents().finditer(text):
        named = hit[0].split()
        if any(is_body(word) for word in named) or named[-1] == "diesem":
            return True
        behind = text[hit.end() : hit.end() + 40].split()
        if behind and is_body(behind[0]) and not others:
            return True
        others = others or (
            hit.start() > verb and not hit[1][0].isdigit() and hit[0].split()[0] != "auf" and not _no_agent(hit[0])
        )
    return False if others else None


def _no_agent(phrase: str) -> bool:
    return any(
        word in phrase for word in ("tagesordnung", "liste", "höhe", "anwesenden", "umlauf", "handzeichen", "mehrheit")
    )


def _outcome(clause: Clause, voice: Voice) -> Outcome | None:
    """The outcome of the verb, of what it decides to do with the matter, or of its negation."""
    outcome = Outcome(voice.entry.value)
    words = clause.words
    negated = words[0] in _NEGATIONS or not _NEGATIONS.isdisjoint(
        words[voice.verb if clause.kind is Kind.MAIN else 0 :]
    )
    if negated and voice.entry.id != "no_objection_of_body":
        other = voice.entry.attributes.get("negated")
        plain_no = voice.entry.id == "decide" and not {"nicht"} & set(words)
        if other is None and not plain_no and voice.entry.value in ("adopted", "elected", "recommended"):
            return None
        outcome = Outcome(other) if other else outcome
    if outcome is Outcome.ADOPTED and voice.entry.id in _DECIDERS:
        return _fate(clause) or outcome
    return outcome


def _fate(clause: Clause) -> Outcome | None:
    """What a body decides to do with the matter: "beschließt die Vertagung", "beschließt, den Antrag abzulehnen"."""
    for word in clause.words:
        for outcome in _FATES:
            if word in words_of("act_words", f"fate_{outcome.value}"):
                return outcome
    for tokens in clause.infinitives:
        fate = _fate_of(tokens)
        if fate:
            return fate
    return None


def _fate_of(tokens: Sequence[Token]) -> Outcome | None:
    """What an infinitive says is to become of the matter: "den Antrag abzulehnen", "die Sache zu vertagen"."""
    words = [token.word for token in tokens]
    if not any(is_matter(word) and word not in _PRONOUNS for word in words) or not _NEGATIONS.isdisjoint(words):
        return None
    shape = Shape.INFINITIVE if words[-2:-1] == ["zu"] else Shape.TO_INFINITIVE
    text = " ".join(words)
    entries = [form.entry for form in known_forms().get(words[-1], ()) if form.shape is shape]
    fates = {Outcome(entry.value) for entry in entries if entry_fits(entry, text)}
    return next((fate for fate in _FATES if fate in fates), None)
