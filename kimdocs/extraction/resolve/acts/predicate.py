"""The verb of a clause that tells an act, and whether its voice, tense and complements make it one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.language.words import grammar, is_verb, known_forms
from kimdocs.extraction.resolve.acts.clauses import Clause, Kind
from kimdocs.lexicon.verbs import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.lexicon import Entry

_FINITE = (Shape.PRESENT, Shape.PAST)


class Voice(NamedTuple):
    """How a verb stands in its clause: at ``verb`` its finite word, its entry, and whether it is passive or past."""

    entry: Entry
    verb: int
    place: int
    passive: bool
    past: bool
    state: bool = False
    perfect: bool = False
    modal: bool = False


def predicates(clause: Clause) -> Iterator[Voice]:
    """The verbs of acts that a clause may have as its predicate."""
    words = clause.words
    if not words:
        return
    if clause.kind in (Kind.CONSEQUENCE, Kind.THAT, Kind.RELATIVE):
        yield from _verb_last(words)
        return
    verb = next((i for i, token in enumerate(clause.tokens) if is_verb(token)), -1)
    if verb < 0:
        return
    if words[verb] in grammar("would") and (clause.done or "nicht" in words):
        yield from _refused(clause, verb)
    if words[verb] in grammar("auxiliary"):
        yield from _participles(clause, verb)
    elif _participle_leads(words, verb):
        yield from _participles(clause, verb + 1)
    yield from _finite(words, verb)


def _participle_leads(words: Sequence[str], verb: int) -> bool:
    """Whether a participle stands right before its auxiliary: "Bekräftigt wird die Haltung."."""
    return len(words) > verb + 1 and words[verb + 1] in grammar("auxiliary")


def _participles(clause: Clause, auxiliary: int) -> Iterator[Voice]:
    words = clause.words
    helper = words[auxiliary]
    behind = words[auxiliary + 1 :]
    done = behind[-1:] == ["worden"] and helper in grammar("state")
    if any(word in ("werden", "worden", "haben") for word in (behind[:-1] if done else behind)):
        return
    for place, word in enumerate(words):
        if place == auxiliary or (1 < place < auxiliary - 1) or clause.tokens[place].noun:
            continue
        for form in known_forms().get(word, ()):
            if form.shape is not Shape.PARTICIPLE:
                continue
            if helper in grammar("perfect") or (helper in grammar("state") and form.entry.attributes.get("moves")):
                yield Voice(form.entry, auxiliary, place, passive=False, past=True, perfect=True)
            elif helper in grammar("passive") or helper in grammar("state"):
                past, state = done or helper.startswith(("wurde", "ward")), not done and helper in grammar("state")
                yield Voice(form.entry, auxiliary, place, passive=True, past=past, state=state)


def _refused(clause: Clause, verb: int) -> Iterator[Voice]:
    """The verb that a body cannot or would not do, which refuses the matter; or that it can do and does."""
    last = len(clause.words) - 1
    for form in known_forms().get(clause.words[last], ()):
        if form.shape is Shape.INFINITIVE and (clause.done or form.entry.attributes.get("refusable")):
            yield Voice(form.entry, verb, last, passive=False, past=False, modal=True)


def _finite(words: Sequence[str], verb: int) -> Iterator[Voice]:
    forms = [form for form in known_forms().get(words[verb], ()) if form.shape in _FINITE and not form.joined]
    last = _particle(words, verb)
    parted = [form for form in forms if form.prefix and form.prefix == last]
    for form in parted or [form for form in forms if not form.prefix and not last]:
        yield Voice(form.entry, verb, verb, passive=False, past=form.shape is Shape.PAST)


def _particle(words: Sequence[str], verb: int) -> str:
    """The particle that ends the clause, as the prefix of its verb does; "" where none does."""
    if len(words) - 1 <= verb:
        return ""
    if words[-1] in grammar("particle") or words[-1] in ("grünes", "tot"):
        return words[-1]
    for place in range(len(words) - 2, verb, -1):
        if words[place] in grammar("particle") and words[place + 1] in ("und", "sowie", "wie", "als"):
            return words[place]
    return ""


def _verb_last(words: Sequence[str]) -> Iterator[Voice]:
    last = len(words) - 1
    if words[last] in grammar("auxiliary") and last > 0:
        yield from _last_participle(words, last)
        return
    for form in known_forms().get(words[last], ()):
        if form.shape in _FINITE and not form.prefix:
            yield Voice(form.entry, last, last, passive=False, past=form.shape is Shape.PAST)


def _last_participle(words: Sequence[str], last: int) -> Iterator[Voice]:
    helper = words[last]
    for form in known_forms().get(words[last - 1], ()):
        if form.shape is Shape.PARTICIPLE:
            perfect = helper in grammar("perfect")
            state = helper in grammar("state")
            yield Voice(
                form.entry, last, last - 1, not perfect, not state and helper not in ("wird", "werden"), state, perfect
            )


@cache
def _needed(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL)


def may_fit(entry: Entry, sentence: str) -> bool:
    """Whether a sentence holds what the verb's entry needs in one of its clauses."""
    nouns, needs = entry.attributes.get("nouns"), entry.attributes.get("needs")
    if nouns and not any(noun in sentence for noun in nouns):
        return False
    return not needs or needs.startswith("^") or _needed(needs).search(sentence) is not None


def entry_fits(entry: Entry, text: str) -> bool:
    """Whether the clause ``text`` holds what the verb's entry needs, and nothing that it rules out."""
    attributes = entry.attributes
    nouns, needs, unless = attributes.get("nouns"), attributes.get("needs"), attributes.get("unless")
    padded = f" {text} "
    if nouns and not any(f" {noun} " in padded for noun in nouns):
        return False
    if needs and not _needed(needs).search(text):
        return False
    return not (unless and _needed(unless).search(text))
