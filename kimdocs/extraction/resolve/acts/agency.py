"""Whether who acts in a clause, in which voice and tense, makes its verb an act of the body."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.language.words import grammar, is_finite, is_verb
from kimdocs.extraction.resolve.acts.clauses import Kind
from kimdocs.extraction.resolve.acts.mood import is_dated, is_to_come
from kimdocs.extraction.resolve.acts.subjects import Actor, actor_at, is_affair, is_body, is_matter, subjects_of
from kimdocs.lexicon import load
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.language.words import Token
    from kimdocs.extraction.resolve.acts.clauses import Clause
    from kimdocs.extraction.resolve.acts.predicate import Voice

_BY = {"body": Actor.BODY, "matter": Actor.MATTER, "town": Actor.TOWN}
_SHORT = 12
_NOW = lazy(
    r"\b(?:schließlich|heute|heutigen|hiermit|soeben|nunmehr|letztlich|am ende|umlaufverfahren)\b"
    r"|^(?:damit|somit|hiermit|mithin)\s+(?:hat|haben|ist|sind)\b"
    r"|\b(?:schriftlichen verfahren|beraten|man hat|hat man)\b"
    r"|\bnach\b[^.;]*\b\w*(?:debatte|aussprache|beratung|diskussion|erörterung|abwägung|vortrag)\b"
)


def actors_of(clause: Clause, voice: Voice) -> tuple[Actor, ...]:
    """Who may be the subject of a clause's verb."""
    words = clause.words
    if clause.kind is Kind.MAIN:
        return subjects_of(clause.tokens, voice.verb)
    if clause.kind is Kind.RELATIVE:
        return (Actor.BODY if _of_body_beside(clause) else Actor.OTHER,)
    if words[0] in ("der", "die", "das"):
        return (Actor.MATTER,)
    return (actor_at(clause.tokens, 2 if words[:2] == ["so", "dass"] else 1),)


def _of_body_beside(clause: Clause) -> bool:
    """Whether a body is the subject of a relative clause: "dem der Rat zustimmt", "dessen Bitte der Rat entspricht"."""
    return Actor.BODY in (actor_at(clause.tokens, 1), actor_at(clause.tokens, 2))


def is_act(clause: Clause, voice: Voice, actors: Sequence[Actor]) -> bool:
    """Whether the verb tells what the body does here, or what becomes of its matter."""
    if clause.kind is Kind.RELATIVE and (voice.passive or voice.past or voice.perfect or is_dated(clause)):
        return False
    if voice.passive:
        return _passive_acts(clause, voice, actors)
    by, weak = voice.entry.attributes.get("by"), voice.entry.attributes.get("weak")
    earlier = (voice.past or voice.perfect) and is_dated(clause)
    if earlier or (weak and voice.past) or (voice.perfect and not _is_recent(clause, voice, actors)):
        return False
    if by == "holder":
        return Actor.BODY not in actors
    return by == "any" or _BY.get(by or "") in actors


def _is_recent(clause: Clause, voice: Voice, actors: Sequence[Actor]) -> bool:
    """Whether the perfect tells of this sitting: of a motion that was withdrawn, or with words for what went before."""
    attributes = voice.entry.attributes
    if attributes.get("by") == "holder" or attributes.get("moves") or clause.kind is not Kind.MAIN:
        return True
    of_now = voice.entry.value == "noted" or _NOW.search(clause.text) is not None
    return of_now and Actor.BODY in actors


def _passive_acts(clause: Clause, voice: Voice, actors: Sequence[Actor]) -> bool:
    needed = voice.entry.attributes.get("passive")
    if needed is None or ((voice.past or voice.state) and is_dated(clause)) or _is_rule(clause):
        return False
    agent = _agent(clause, voice) if voice.entry.attributes.get("by") != "holder" else None
    if agent is not None or needed == "body":
        return agent is True
    today = not (voice.past or voice.state)
    matters = [token.word for at, token in enumerate(clause.tokens) if _names_matter(clause.tokens, at, today=today)]
    if voice.entry.attributes.get("firm"):
        return True
    if voice.state:
        concluded = needed == "free" and not grammar("hence").isdisjoint(clause.words)
        named = bool(matters) or (clause.joined and Actor.MATTER in actors)
        return concluded or (named and len(clause.words) <= _SHORT)
    if voice.past:
        return not voice.entry.attributes.get("weak") and _past_acts(clause, voice, matters)
    return bool(matters) or needed == "free"


def _names_matter(tokens: Sequence[Token], at: int, *, today: bool) -> bool:
    """Whether a word names what is decided on; before a noun "das" and "dieser" are articles and name nothing."""
    word = tokens[at].word
    if word in grammar("article") and any(token.noun for token in tokens[at + 1 : at + 3]):
        behind = tokens[at + 1]
        return not behind.noun and is_finite(behind.word)
    return is_matter(word) or (today and is_affair(word) and _has_article(tokens, at))


def _has_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether an article opens the clause, or follows its verb, and a noun near it is what the article stands for."""
    opening = next((i for i in (at - 1, at - 2) if i >= 0 and tokens[i].word in grammar("nominative")), -1)
    return opening == 0 or (opening > 0 and is_verb(tokens[opening - 1]))


def _is_rule(clause: Clause) -> bool:
    """Whether a passive tells when or how something is done at all: "wird im Mai beschlossen", "Satzungen werden …"."""
    plural = len(clause.words) > 1 and clause.words[1] == "werden" and is_matter(clause.words[0])
    return plural or is_to_come(clause)


def _past_acts(clause: Clause, voice: Voice, matters: Sequence[str]) -> bool:
    """Whether a passive of the past tells of this sitting: it opens with the matter, which is no mere pronoun."""
    opens = clause.words[0] in grammar("definite") | grammar("proceeds") or (clause.led and voice.verb == 0)
    if opens and voice.entry.attributes.get("nouns"):
        voted = not grammar("voted").isdisjoint(clause.words)
        return voted or grammar("granted_by_others").isdisjoint(clause.words)
    turned = voice.place == voice.verb - 1 or clause.words[0] == "es"
    if turned and clause.infinitives:
        return True
    return (opens or turned) and not grammar("pronoun").issuperset(matters)


@cache
def _agents() -> re.Pattern[str]:
    return re.compile(next(entry.pattern or "" for entry in load("act_words") if entry.id == "agent"))


def _agent(clause: Clause, voice: Voice) -> bool | None:
    """Whether a body is named as who acted in the passive; None where nobody is."""
    text = clause.text
    verb = len(" ".join(clause.words[: voice.verb]))
    others = False
    for hit in _agents().finditer(text):
        named = hit[0].split()
        behind = text[hit.end() : hit.end() + 40].split()[:1]
        if any(map(is_body, named)) or named[-1] == "diesem" or (not others and any(map(is_body, behind))):
            return True
        others = others or (hit.start() > verb and _names_agent(hit))
    return False if others else None


def _names_agent(hit: re.Match[str]) -> bool:
    words = hit[0].split()
    return not hit[1][0].isdigit() and words[0] != "auf" and grammar("no_agent").isdisjoint(words)
