"""Who acts in a clause: a body that decides, the matter that meets its fate, or somebody else."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.lexicon import load, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        *("somit", "damit", "heute", "nun", "jedoch", "auch", "sodann", "also", "schließlich", "dann", "hierzu", "aber"),
        *("daraufhin", "anschließend", "nunmehr", "einstimmig", "mehrheitlich", "einmütig", "einvernehmlich", "hiermit"),
    )
)
_OF_WHOM = frozenset(("der", "des", "von"))
_ADJECTIVES = 3


class Actor(Enum):
    """Who acts."""

    BODY = "body"
    MATTER = "matter"
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


def subjects_of(words: Sequence[str], verb: int) -> tuple[Actor, Actor]:
    """Who the subject of the verb at ``words[verb]`` may be: who opens the clause, and who follows the verb."""
    opening = actor_at(words[:verb], 0) if verb else Actor.NONE
    if opening is Actor.BODY and _is_interrupted(words, verb):
        opening = Actor.OTHER
    behind = verb + 1
    while behind < len(words) and words[behind] in _BETWEEN and actor_at(words, behind) is Actor.OTHER:
        behind += 1
    following = actor_at(words, behind)
    if following not in (Actor.BODY, Actor.MATTER) or words[behind] in ("dem", "den", "diesem"):
        following = Actor.OTHER if verb + 1 < len(words) else Actor.NONE
    return opening, following


def _is_interrupted(words: Sequence[str], verb: int) -> bool:
    """Whether "und" stands between the subject and the verb, and something else than the verb behind it."""
    places = [i for i in range(4, verb - 1) if words[i] == "und"]
    return bool(places) and places[-1] < verb - 1 and words[places[-1] + 1] in _NOMINATIVE


def actor_at(words: Sequence[str], place: int) -> Actor:
    """Who the noun phrase that starts at ``words[place]`` names in the nominative."""
    if place >= len(words):
        return Actor.NONE
    if words[place] in _ALONE and (words[place] == "man" or _stands_alone(words, place)):
        return Actor.BODY
    article = words[place] if words[place] in _NOMINATIVE else ""
    first = place + 1 if article else place
    for at in range(first, min(first + (_ADJECTIVES + 1 if article else 1), len(words))):
        word = words[at]
        if any(is_noun(word, gender) for gender in _NOMINATIVE[article]):
            return Actor.BODY if _of_body(words, at) else Actor.OTHER
        if article == "die" and word in _REST:
            return Actor.BODY
        if is_noun(word, "matter") and (article or at == place):
            return Actor.MATTER
        if word.endswith(("ung", "heit", "schaft")):
            return Actor.OTHER
    return Actor.OTHER


def _stands_alone(words: Sequence[str], place: int) -> bool:
    return place + 1 >= len(words) or words[place + 1] not in ("fraktionen", "anwohner", "eltern", "beteiligten", "anlieger")


def _of_body(words: Sequence[str], at: int) -> bool:
    """Whether members or a majority are those of a body, where it is said whose they are."""
    if words[at] not in ("mitglieder", "mehrheit", "kommission", "versammlung", "abgeordneten") or at + 2 >= len(words):
        return True
    if words[at + 1] not in _OF_WHOM:
        return True
    return any(is_body(word) for word in words[at + 2 : at + 5])
