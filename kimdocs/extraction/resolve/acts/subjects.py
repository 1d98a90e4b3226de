"""Who acts in a clause: a body that decides, the matter that meets its fate, or somebody else."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.acts.clauses import is_verb
from kimdocs.lexicon import load, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.resolve.acts.clauses import Token

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
    "alle": ("plural",),
    "sämtliche": ("plural",),
    "beide": ("plural",),
    "": ("masculine", "masculine_alone", "feminine", "neuter", "plural"),
}
_ALONE = frozenset(("man", "alle", "sämtliche", "jeder", "jedes", "allesamt"))
_REST = frozenset(("übrigen", "anderen", "restlichen"))
_BETWEEN = frozenset(
    (
        *("sich", "es", "ihn", "ihm", "ihr", "ihnen", "sie", "dies", "dem", "diesem", "dieser", "diesen", "daher"),
        *(
            "somit",
            "damit",
            "heute",
            "nun",
            "jedoch",
            "auch",
            "sodann",
            "also",
            "schließlich",
            "dann",
            "hierzu",
            "aber",
        ),
        *(
            "daraufhin",
            "anschließend",
            "nunmehr",
            "einstimmig",
            "mehrheitlich",
            "einmütig",
            "einvernehmlich",
            "hiermit",
        ),
    )
)
_OF_SOMEBODY = frozenset(("mitglieder", "mehrheit", "kommission", "versammlung", "abgeordneten"))
_BEHIND_ALL = frozenset(
    ("zu", "dem", "der", "den", "die", "das", "dafür", "damit", "für", "ab", "dagegen", "drei", "beide")
)
_ENDS_PHRASE = frozenset(
    ("der", "des", "dem", "den", "von", "für", "in", "im", "am", "zur", "zum", "auf", "über", "mit")
)
_TOWNS = frozenset(("gemeinde", "stadt"))
_OF_WHOM = frozenset(("der", "des", "von"))
_ADJECTIVES = 3


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
    """Whether a word is a noun of the entry ``gender`` of the table ``act_words``, alone or as the end of a compound."""
    if word in words_of("act_words", "not_deciding"):
        return False
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


def subjects_of(tokens: Sequence[Token], verb: int) -> tuple[Actor, Actor]:
    """Who the subject of the verb at ``tokens[verb]`` may be: who opens the clause, and who follows the verb."""
    opening = actor_at(tokens[:verb], 0) if verb else Actor.NONE
    if opening is Actor.BODY and _is_interrupted(tokens, verb):
        opening = Actor.OTHER
    behind = verb + 1
    while behind < len(tokens) and tokens[behind].word in _BETWEEN and actor_at(tokens, behind) is Actor.OTHER:
        behind += 1
    following = actor_at(tokens, behind)
    if following is Actor.OTHER and verb + 1 >= len(tokens):
        following = Actor.NONE
    return opening, following


def _is_interrupted(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "und" stands between the subject and the verb, and another subject behind it."""
    places = [i for i in range(4, verb - 1) if tokens[i].word == "und"]
    return bool(places) and tokens[places[-1] + 1].word in _NOMINATIVE


def actor_at(tokens: Sequence[Token], place: int) -> Actor:
    """Who the noun phrase that starts at ``tokens[place]`` names in the nominative."""
    if place >= len(tokens):
        return Actor.NONE
    first = tokens[place].word
    if first in _ALONE and (first == "man" or _stands_alone(tokens, place)):
        return Actor.BODY
    article = first if first in _NOMINATIVE else ""
    if not article:
        return _without_article(tokens, place)
    for at in range(place + 1, min(place + 2 + _ADJECTIVES, len(tokens))):
        word, noun = tokens[at].word, tokens[at].noun
        if any(is_noun(word, gender) for gender in _NOMINATIVE[article]):
            return Actor.BODY if _of_body(tokens, at) else Actor.OTHER
        if article == "die" and word in _REST:
            return Actor.BODY
        if article == "die" and word in _TOWNS:
            return Actor.TOWN
        if is_noun(word, "matter"):
            return Actor.MATTER
        if word.endswith("-") or tokens[at - 1].word.endswith("-"):
            continue
        if noun or word in _ENDS_PHRASE:
            break
    return Actor.OTHER


def _without_article(tokens: Sequence[Token], place: int) -> Actor:
    """Who a bare noun names; "Gemeinderat Anders" is a person."""
    word = tokens[place].word
    named = place + 1 < len(tokens) and tokens[place + 1].noun
    if any(is_noun(word, gender) for gender in _NOMINATIVE[""]):
        return Actor.OTHER if named else Actor.BODY
    return Actor.MATTER if is_noun(word, "matter") else Actor.OTHER


def _stands_alone(tokens: Sequence[Token], place: int) -> bool:
    """Whether "alle" are all who are there: no noun follows that says who they are."""
    return place + 1 >= len(tokens) or is_verb(tokens[place + 1]) or tokens[place + 1].word in _BEHIND_ALL


def _of_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether members or a majority are those of a body, where it is said whose they are."""
    if tokens[at].word not in _OF_SOMEBODY or at + 2 >= len(tokens) or tokens[at + 1].word not in _OF_WHOM:
        return True
    return any(is_body(token.word) for token in tokens[at + 2 : at + 5])
