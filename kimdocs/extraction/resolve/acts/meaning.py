"""What outcome the verb of an act means, with its negation and with what is decided to become of the matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.language.words import grammar, known_forms
from kimdocs.extraction.resolve.acts.clauses import Kind
from kimdocs.extraction.resolve.acts.mood import says
from kimdocs.extraction.resolve.acts.predicate import entry_fits
from kimdocs.extraction.resolve.acts.subjects import is_matter
from kimdocs.lexicon import words_of
from kimdocs.lexicon.verbs import Shape
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.extraction.language.words import Token
    from kimdocs.extraction.resolve.acts.clauses import Clause
    from kimdocs.extraction.resolve.acts.predicate import Voice

_FATES = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.REJECTED)
_WITHOUT_NEGATION = ("adopted", "elected", "recommended")


def outcome_of(clause: Clause, voice: Voice) -> Outcome | None:
    """The outcome of the verb, of what it decides to do with the matter, or of its negation."""
    attributes = voice.entry.attributes
    outcome = Outcome(voice.entry.value)
    if _is_negated(clause, voice) and not attributes.get("negates"):
        other = attributes.get("negated")
        of_object = attributes.get("decides") and "nicht" not in clause.words
        if other is None and not of_object and voice.entry.value in _WITHOUT_NEGATION:
            return None
        outcome = Outcome(other) if other else outcome
    if outcome is Outcome.ADOPTED and attributes.get("decides"):
        return _fate(clause) or outcome
    if outcome is Outcome.ADOPTED and attributes.get("opens"):
        moved = _opening_fate([*clause.words[:2], *clause.words[voice.verb + 1 : voice.verb + 3]])
        return moved or _moved(clause) or outcome
    return outcome


def _opening_fate(words: Sequence[str]) -> Outcome | None:
    """What becomes of the matter where that is what is voted on: "Die Vertagung wird angenommen"."""
    moved = (Outcome.POSTPONED, Outcome.REFERRED)
    return next((o for o in moved if not words_of("act_words", f"fate_{o.value}").isdisjoint(words)), None)


def _moved(clause: Clause) -> Outcome | None:
    """What a motion is for: "Der Antrag, die Sache zu vertagen, wird angenommen."."""
    if not clause.infinitives or grammar("motion").isdisjoint(clause.words[:3]):
        return None
    fate = _fate_of(clause.infinitives[0])
    return fate if fate is not Outcome.REJECTED else None


def _is_negated(clause: Clause, voice: Voice) -> bool:
    """Whether a negation opens the clause, or stands behind its verb.

    "nicht einstimmig" denies but the spread, "die nicht erheblichen Ausgaben" but what the word behind it says.
    """
    words = clause.words
    start = voice.verb if clause.kind is Kind.MAIN else 0
    behind = [
        word
        for before, word, following in zip(["", *words][start:], words[start:], [*words[start + 1 :], ""], strict=False)
        if following not in grammar("spread") and before not in grammar("determiner")
    ]
    return words[0] in grammar("negation") or not grammar("negation").isdisjoint(behind)


def _fate(clause: Clause) -> Outcome | None:
    """What a body decides to do with the matter: "beschließt die Vertagung", "beschließt, den Antrag abzulehnen"."""
    for word in clause.words:
        for outcome in _FATES:
            if word in words_of("act_words", f"fate_{outcome.value}"):
                return outcome
    parts = (part for tokens in clause.infinitives for part in _joined(tokens))
    return next((fate for part in parts if (fate := _fate_of(part))), None)


def _joined(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The infinitives that "und" joins: "die Sache zu vertagen | und die Kosten zu prüfen"."""
    begin = 0
    for index in range(2, len(tokens) - 1):
        ends = tokens[index].word in grammar("joint") and (
            tokens[index - 2].word == "zu"
            or any(form.shape is Shape.TO_INFINITIVE for form in known_forms().get(tokens[index - 1].word, ()))
        )
        if ends:
            yield tokens[begin:index]
            begin = index + 1
    yield tokens[begin:]


def _is_named(word: str) -> bool:
    return is_matter(word) and word not in grammar("pronoun")


def _fate_of(tokens: Sequence[Token]) -> Outcome | None:
    """What an infinitive says is to become of the matter: "den Antrag abzulehnen", "die Sache zu vertagen"."""
    words = [token.word for token in tokens]
    if says("dealt_with_later", " ".join(words)):
        return Outcome.POSTPONED
    named = words[0] in grammar("object") or any(map(_is_named, words))
    if not named:
        return None
    shape = Shape.INFINITIVE if words[-2:-1] == ["zu"] else Shape.TO_INFINITIVE
    text = " ".join(words)
    entries = [form.entry for form in known_forms().get(words[-1], ()) if form.shape is shape]
    if not grammar("negation").isdisjoint(words):
        refused = any(entry.attributes.get("negated") == "rejected" and entry_fits(entry, text) for entry in entries)
        return Outcome.REJECTED if refused else None
    fates = {Outcome(entry.value) for entry in entries if entry_fits(entry, text)}
    return next((fate for fate in _FATES if fate in fates), None)
