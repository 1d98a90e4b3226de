"""Who acts in a clause: a body that decides, the matter that meets its fate, or somebody else."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.language.words import grammar, is_verb, known_forms
from kimdocs.lexicon import load, words_of
from kimdocs.lexicon.verbs import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.language.words import Token

_NOMINATIVE = {
    "der": ("masculine", "masculine_alone"),
    "dieser": ("masculine", "masculine_alone"),
    "unser": ("masculine", "masculine_alone", "neuter"),
    "ein": ("masculine", "masculine_alone", "neuter"),
    "die": ("feminine", "plural"),
    "diese": ("feminine", "plural"),
    "eine": ("feminine",),
    "das": ("neuter",),
    "dieses": ("neuter",),
    "alle": ("plural", "all_groups"),
    "sämtliche": ("plural", "all_groups"),
    "beide": ("plural",),
    "ihr": (),
    "sein": (),
    "": ("masculine", "masculine_alone", "feminine", "neuter", "plural"),
}
_OTHER_TOWNS = ("nachbar", "partner")
_OF_WHOM = frozenset(("der", "des", "von"))
_ADJECTIVES = 3
_FINITE = (Shape.PRESENT, Shape.PAST)
_SINGULAR = ("wird", "wurde", "hat", "ist", "bleibt")


class Actor(Enum):
    """Who acts."""

    BODY = "body"
    MATTER = "matter"
    TOWN = "town"
    OTHER = "other"
    NONE = "none"


@cache
def _heads(gender: str) -> tuple[frozenset[str], tuple[str, ...]]:
    entry = next(entry for entry in load("act_words") if entry.id == gender)
    return frozenset(entry.phrases), tuple(entry.attributes.get("suffixes", ()))


def is_noun(word: str, gender: str) -> bool:
    """Whether a word is a noun of the entry ``gender`` of the table ``act_words``, or ends in one."""
    if word in words_of("act_words", "not_deciding"):
        return False
    if "ß" in word:
        word = word.replace("schuß", "schuss").replace("schluß", "schluss")
    words, suffixes = _heads(gender)
    return word in words or word.rpartition("-")[2] in words or (bool(suffixes) and word.endswith(suffixes))


def is_body(word: str) -> bool:
    """Whether a word names a body, in whatever case."""
    for bare in (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("n")):
        if any(is_noun(bare, gender) for gender in _NOMINATIVE[""]):
            return True
    return False


def is_matter(word: str) -> bool:
    """Whether a word names what is decided on."""
    return is_noun(word, "matter") or is_noun(word.removesuffix("s"), "matter")


def is_affair(word: str) -> bool:
    """Whether a word names what is decided on where a clause tells of today: "Der Abriss wird abgelehnt."."""
    return is_noun(word, "affair")


def subjects_of(tokens: Sequence[Token], verb: int) -> tuple[Actor, Actor]:
    """Who the subject of the verb at ``tokens[verb]`` may be: who opens the clause, and who follows the verb."""
    opening = actor_at(tokens[:verb], 0) if verb else Actor.NONE
    if opening is Actor.BODY and _is_interrupted(tokens, verb):
        opening = Actor.OTHER
    behind = verb + 1
    while (
        behind < len(tokens) and tokens[behind].word in grammar("between") and actor_at(tokens, behind) is Actor.OTHER
    ):
        behind += 2 if _is_dative(tokens, behind) else 1
    following = actor_at(tokens, behind) if _may_follow(tokens, verb, behind) else Actor.OTHER
    if following is Actor.OTHER and verb + 1 >= len(tokens):
        following = Actor.NONE
    return opening, following


def _is_dative(tokens: Sequence[Token], place: int) -> bool:
    """Whether an article and the noun behind it say to whom something is done: "empfiehlt dem Rat die Annahme"."""
    return tokens[place].word in ("dem", "den") and any(token.noun for token in tokens[place + 1 : place + 2])


def _may_follow(tokens: Sequence[Token], verb: int, behind: int) -> bool:
    """Whether the noun behind the verb may be its subject: no pronoun is, and no plural goes with a singular."""
    if verb == 1 and tokens[0].word in ("er", "sie"):
        return False
    word = tokens[verb].word
    forms = [form for form in known_forms().get(word, ()) if form.shape in _FINITE]
    singular = word in _SINGULAR or (bool(forms) and not any(form.plural for form in forms))
    phrase = tokens[behind : behind + 2 + _ADJECTIVES]
    return not singular or not any(is_noun(token.word, "plural") for token in phrase)


def _is_interrupted(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "und" stands between the subject and the verb, and another subject behind it."""
    places = [i for i in range(4, verb - 1) if tokens[i].word == "und"]
    return bool(places) and tokens[places[-1] + 1].word in _NOMINATIVE


def actor_at(tokens: Sequence[Token], place: int) -> Actor:
    """Who the noun phrase that starts at ``tokens[place]`` names in the nominative."""
    if place >= len(tokens):
        return Actor.NONE
    first = tokens[place].word
    if first in grammar("all") and (first == "man" or _stands_alone(tokens, place)):
        return Actor.BODY
    if first not in _NOMINATIVE:
        return _without_article(tokens, place)
    for at in range(place + 1, min(place + 2 + _ADJECTIVES, len(tokens))):
        actor = _named(tokens, at, first)
        if actor is not None:
            return actor
    return Actor.OTHER


def _named(tokens: Sequence[Token], at: int, article: str) -> Actor | None:
    """Who the word at ``at`` behind an article names; None where the noun is still to come."""
    word = tokens[at].word
    if any(is_noun(word, gender) for gender in _NOMINATIVE[article]):
        return Actor.BODY if _of_body(tokens, at) else Actor.OTHER
    if article == "die" and word in grammar("rest"):
        return Actor.BODY
    if article == "die" and word in grammar("town"):
        return Actor.TOWN
    if is_noun(word, "matter") or is_affair(word):
        return Actor.MATTER
    half = word.endswith("-") or tokens[at - 1].word.endswith("-")
    return Actor.OTHER if not half and (tokens[at].noun or word in grammar("ends_phrase")) else None


def _without_article(tokens: Sequence[Token], place: int) -> Actor:
    """Who a bare noun names; "Gemeinderat Anders" is a person."""
    word = tokens[place].word
    named = place + 1 < len(tokens) and tokens[place + 1].noun
    if any(is_noun(word, gender) for gender in _NOMINATIVE[""]):
        return Actor.OTHER if named else Actor.BODY
    return Actor.MATTER if is_noun(word, "matter") else Actor.OTHER


def _stands_alone(tokens: Sequence[Token], place: int) -> bool:
    """Whether "alle" are all who are there: no noun follows that says who they are."""
    return place + 1 >= len(tokens) or is_verb(tokens[place + 1]) or tokens[place + 1].word in grammar("behind_all")


def _of_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether members or a majority are those of a body, where it is said whose they are; none is a neighbour's."""
    if any(token.word.startswith(_OTHER_TOWNS) for token in tokens[at + 1 : at + 3]):
        return False
    if any(token.word == "tagesordnung" for token in tokens[at + 1 : at + 4]):
        return True
    if tokens[at].word not in grammar("of_somebody") or at + 2 >= len(tokens) or tokens[at + 1].word not in _OF_WHOM:
        return True
    return any(is_body(token.word) for token in tokens[at + 2 : at + 5])
