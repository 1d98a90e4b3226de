"""Names of bodies: what is one, where it starts, and how it is called when it is not in the genitive."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kimdocs.lexicon import load, matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.lexicon import Match

_ARTICLE = lazy(r"^(?:des|der|dem|den|die|das)\s+", re.IGNORECASE)
_BEFORE_NOUN = lazy(
    r"(?!(?:beschlüsse|ergebnisse|beratungen|berichte|mitglieder|antrag|anfrage|antwort|[\wäöüß-]*vorlagen?|[\wäöüß-]*drucksachen?)\s)"
    r"(?:(?:[\wäöüß/-]+-,?|[\wäöüß]+(?:er|e|en|es),?|haupt|umwelt|bau|finanz|und|für"
    r"|\d{1,2}\.)\s+){0,6}(?:[\wäöüß-]+-)?"
)
_WEAK = lazy(r"^([A-ZÄÖÜ]\w+(?:sam|isch|lich|ig|weilig|ier|oß|einigt))e(\s+)$")
_ADJECTIVE = lazy(r"((?:^|(?<=\s))[A-ZÄÖÜ]\w{3,})en(\s+)$")
_SMALL = frozenset(
    {
        "und",
        "für",
        "der",
        "die",
        "das",
        "des",
        "dem",
        "den",
        "in",
        "im",
        "am",
        "an",
        "zu",
        "zur",
        "zum",
        "von",
        "vom",
        "mit",
        "bei",
        "a.",
        "d.",
        "i.",
        "ob",
        "oder",
        "sowie",
    }
)
_ABBREVIATED = frozenset(("obr", "bvv", "svv"))
_OF_BODY = lazy(
    r",?\s+(?:der|des)\s+(?:\w+en\s+){0,2}(?:@bodies_owned@"
    r"|(?:zweck|verwaltungs|regional|planungs|wasser|abwasser|schul|abfall|gemeindeverwaltungs)?verbande?s"
    r"|verwaltungsgemeinschaft|universitätsstadt|großen kreisstadt|vg)\b"
    r"|,\s+(?:stadt|gemeinde|markt|samtgemeinde|verbandsgemeinde|landkreis|kreis)\s(?=\w)"
    r"|\s+dem\s+(?:\w+\s+)?\w*(?:rat|kreistag|ausschuss|magistrat)\b|/(?=\d)|\s+(?:des|im)\s+jahre?s?\b"
)
_PERSON_AFTER = lazy(
    r"\s+(?!(?:für|und|des|der|zur)\s)(?:dr\.|prof\.|[a-zäöüß-]+(?: [a-zäöüß-]+)?,? \("
    r"(?!(?:verbands|samt|orts)?gemeinde\s|(?:land)?kreis\s|stadt\s|amt\s|markt\s|vg\s|(?:nicht ?)?öffentlich"
    r"|[^()]{0,9}wahlperiode)"
    r"(?=[a-zäöü/0-9 .-]+\)))"
)


def organizations(folded: str, start: int = 0, end: int | None = None) -> tuple[Match, ...]:
    """The nouns of bodies in ``folded[start:end]`` ("bauausschusses"), without people who bear them as a title."""
    found = matcher("organizations").finditer(folded, start, end)
    return tuple(m for m in found if not _PERSON_AFTER.match(folded, m.end))


@lru_cache(maxsize=1024)
def starts_organization(folded: str) -> bool:
    """Whether a body's name begins with the first words of ``folded`` ("bau-, planungs- und umweltausschuss …")."""
    first = next(iter(organizations(folded, 0, 160)), None)
    return first is not None and bool(_BEFORE_NOUN.fullmatch(folded, 0, first.start))


def is_group(folded: str) -> bool:
    """Whether the first body named is a group of members, which gives papers but deals with none."""
    return _type(folded) == "PARLIAMENTARY_GROUP"


def is_committee(folded: str) -> bool:
    """Whether the first body named is a committee and no council."""
    return _type(folded) == "COMMITTEE"


def _type(folded: str) -> str | None:
    first = next(iter(organizations(folded, 0, 160)), None)
    return first.entry.value if first else None


def before_body(folded: str, start: int, end: int) -> int:
    """Where the name of the town behind the body starts ("rates| der gemeinde x"), else ``end``."""
    hit = _OF_BODY.search(folded, start, end)
    return hit.start() if hit else end


def nominative(name: str) -> str:
    """The name as its bearer would give it: "des Technischen Ausschusses" is "Technischer Ausschuss".

    Only the first noun of a body is touched, so that "Ortsrates Wiesental" keeps its place.
    """
    name = _ARTICLE.sub("", name)
    first = next(iter(organizations(fold(name))), None)
    if first is None:
        return name
    noun = name[first.start : first.end]
    bare = next(
        (noun[: len(noun) - cut] for ending, cut in _genitives().items() if noun.lower().endswith(ending)), None
    )
    before = name[: first.start]
    if first.entry.attributes.get("masculine"):
        before = _ADJECTIVE.sub(r"\1er\2", before) if bare is not None else _WEAK.sub(r"\1er\2", before)
    return before + (noun if bare is None else bare) + name[first.end :]


def natural_case(name: str) -> str:
    """A name in capitals with the capitals that it would have in running text."""
    if not name.isupper():
        return name
    return " ".join(_word_case(word, first=index == 0) for index, word in enumerate(name.lower().split()))


def _word_case(word: str, *, first: bool) -> str:
    if word in _SMALL and not first:
        return word
    if word in _ABBREVIATED:
        return word.upper()
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


@cache
def _genitives() -> dict[str, int]:
    """Endings of the genitive, and how many letters to take off for the nominative."""
    return {
        ending: len(ending) - len(entry.attributes["nominative"])
        for entry in load("organizations")
        for ending in entry.attributes.get("genitives", ())
    }
