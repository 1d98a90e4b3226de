"""Votes told by verbs: "31 Mitglieder waren dafür, zwölf enthielten sich", "Frau N.N. stimmt dagegen"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.groups.names import count_persons, whole_list
from kimdocs.extraction.recognise.groups.some_members import some_members
from kimdocs.extraction.recognise.votes.named import is_of_named, of_all_votes
from kimdocs.extraction.resolve.acts.counted import is_of_others, number_in
from kimdocs.extraction.resolve.acts.tellers import tellers
from kimdocs.extraction.resolve.acts.told_parts import is_unsure, votes_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTING = lazy(r", | und ")
_VOTES = lazy(
    r"\b(?:stimm\w*|gegenstimmen?|votier\w*|sprech\w*|sprach\w*|spricht|sind|waren|war|ist|dafür|dagegen|enth\w+|ja|nein|ja-tür|abstimmung|folg(?:en|ten)|wollen|befürworter\w*|bejah\w+|vernein\w+|zugestimmt|zustimmend|ablehnend|lehn(?:t|te|en|ten)|versag\w+|verweiger\w+|widersp\w+|billig\w+|trag\w+|trug\w*|gutheißen|einverstanden|hände?)\b"
)
_VOICE = lazy(
    r"\bgegen\s+die\s+Stimme\s+(?:von|des|der)\s+(?:fraktionslosen\s+|parteilosen\s+)?(?P<who>[A-ZÄÖÜ][^,;:]{1,70}?)\s+(?=(?:[a-zäöü]{3,}(?:t|te|en|st)|wird|wurde|ist)\b)",
    re.IGNORECASE,
)
_VOICES = lazy(
    r"\b[Gg]egen\s+die\s+Stimmen\s+(?:der|von\s+den)\s+(?![Ff]raktion|[Gg]ruppe|[Pp]artei)\w+\s+"
    r"(?P<who>[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)* und [A-ZÄÖÜ][\w-]+)"
    r"\s+(?=(?:[a-zäöü]{3,}(?:t|te|en|st)|wird|wurde|ist)\b)"
)
_ABSTENTION = lazy(
    r"\b[Bb]ei\s+(?:Stimme?n?)?[Ee]nthaltung\s+(?:von\s+|de[rs]\s+)(?P<who>[A-ZÄÖÜ][^,;:.]{1,50}?)"
    r"(?=\s+[a-zäöü]{3,}(?:t|te|en|st)\b|\s+(?:wird|wurde|ist|ohne|einstimmig|mehrheitlich)\b|\s*\.?$)"
)
_LEADS = lazy(
    r"^(?:Allein|Einzig|(?:Alle\s+(?:[A-ZÄÖÜ]\w+\s+)?)?(?:[Bb]is\s+auf|[Mm]it\s+Ausnahme\s+(?:von|de[rs])|[Aa]ußer)|Nur|Lediglich|Während|Da|Nachdem|Die\s+(?:Herren|Damen)|Die\s+\w*[Mm]itglieder)\s+"
)
_LONGEST = 1500
_NOBODY = lazy(
    r"(?P<no>\b(?:gegenstimmen|nein-?stimmen)\b)?(?:\s+(?:und|oder|sowie)\s+)?(?P<abstain>\b(?:stimm)?enthaltungen\b)?"
    r"\s+(?:werden|wurden|gibt\s+es|gab\s+es|liegen|lagen)\s+(?:\w+\s+){0,3}?(?:nicht\b|keine\b(?!\s+\w))"
)
_NAMES = lazy(r"[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)* und [A-ZÄÖÜ][\w-]+")
_NOT_TOLD = lazy(r"(?:stimmen?|ja|nein|dafür|dagegen|enthaltung\w*)\s*:(?!\s*(?:der|die|das)\s)|\bfraktion\b")


_OFFICES = r"(?:\w*[Rr](?:ä|a)t(?:en?|innen)|Herren|Damen|\w*[Mm]itgliedern?|Abgeordneten|\w*[Vv]erordneten)"
_PLURAL_LIST = lazy(
    rf"\b(?:die|der|den) {_OFFICES}(?: und {_OFFICES})? "
    r"(?P<names>[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)*(?: und [A-ZÄÖÜ][\w-]+)?)(?=[.;)]|\s(?:stimm|votier)|$)"
)
_NAME = lazy(r"[A-ZÄÖÜ][\w-]+")


def told_votes(text: str, folded: str, start: int, end: int) -> dict[str, int]:
    """The votes that ``text[start:end]`` tells by verbs: each side with its number, or with the persons it names."""
    if end - start > _LONGEST or not _VOTES.search(folded, start, end):
        return {}
    some = some_members(folded, start, end)
    if _NOT_TOLD.search(folded, start, end) or is_of_others(folded[start:end]):
        return some
    found = {**_obtained(folded[start:end]), **dict(_opposed(folded[start:end]))}
    found |= nobody_of(folded, start, end)
    told = tellers(text, folded, start, end)
    if is_unsure(told):
        return some
    for side, number in votes_of(told).items():
        if found.setdefault(side, number) != number:
            return {other: n for other, n in some.items() if other != side}
    for side, number in some.items():
        found.setdefault(side, number)
    for side, pattern in (
        ("no", _VOICE),
        ("no", _VOICES),
        ("abstain", _ABSTENTION),
    ):
        if side not in found and (persons := _persons(text[start:end], pattern)):
            found[side] = persons
    return _with_first_name(text[start:end], found)


def _with_first_name(text: str, found: dict[str, int]) -> dict[str, int]:
    """The votes, with the first name of "die Stadträte A, B und C", which its office in the plural hides."""
    listed = _PLURAL_LIST.search(text)
    names = len(_NAME.findall(listed["names"])) if listed else 0
    return {side: names if number == names - 1 else number for side, number in found.items()} if names > 1 else found


def nobody_of(folded: str, start: int, end: int) -> dict[str, int]:
    """The sides that a sentence says nobody took: "Gegenstimmen gibt es keine."."""
    nobody = _NOBODY.search(folded, start, end)
    return {side: 0 for side in ("no", "abstain") if nobody[side]} if nobody else {}


_OF_SO_MANY = lazy(
    r"\b(\w+)\s+(?:der|von(?:\s+den)?)\s+(?:insgesamt\s+)?(\w+)\s+(?:\w+\s+)?\w*(?:mitglied|räte|verordnet|abgeordnet|vertreter|anwesend)\w*\s+"
    r"(?:(?:stimm(?:en|ten)|votier(?:en|ten)|sind|waren)\s+)?(?:de[mr]\s+\w+\s+)?(?P<side>dafür|dagegen|für|gegen|mit\s+ja|mit\s+nein|zu)\b"
)


_CARRIED = lazy(
    r"\b(?:ergebnis\s+(?:von|lautet|ist)|mit\s+dem\s+\w*\s*ergebnis)\s+(?P<for>\d{1,3}|[a-zäöüß]{4,8})\s*(?::|zu|gegen)\s*(?P<against>\d{1,3}|[a-zäöüß]{4,8})\b"
    r"|(?P<some>\d{1,3}|[a-zäöüß]{4,8})\s*(?::|zu|gegen)\s*(?P<others>\d{1,3}|[a-zäöüß]{4,8})\s+lautet\b"
    r"|\bmit\s+(?:den\s+(?:übrigen|restlichen|anderen)\s+)?(?:(?P<yes>\d{1,3})\s*(?::|zu|gegen)\s*(?P<no>\d{1,3})\s+(?=\w{2,}(?:t|en|d|te)\b|(?:durch|an|zu|bei)[.,;])"
    r"|(?P<votes>\d{1,3}|[a-zäöüß]{3,16})\s+(?:(?:von|der)\s+(?:\d{1,3}|[a-zäöüß]{3,16})\s+)?(?:(?:abgegebenen|gültigen|ja-)\s*)*stimmen\b(?!\s+(?:gegen|zu|dagegen|mehrheit|vorsprung|bei\s+\w+\s+gegenstimm)\b|[^.;]*\bstimmen\s+(?:für|auf)\b))"
)


_OPPOSED = lazy(r"\b(?:dagegen|gegenstimmen?|nein|gegen)\s?:\s[^():;\d]{2,50}\s$")


def carried_by(folded: str, start: int, end: int, *, lost: bool = False) -> dict[str, int]:
    """The votes that carried a text where they are told but as a number or two: "mit 13:2", "mit neun Stimmen".

    Where the text is ``lost``, those for it are fewer: "Mit 4 : 7 wird der Antrag abgelehnt."
    """
    hit = _CARRIED.search(folded, start, end)
    if lost and (tied := _TIED.search(folded, start, end)):
        return {"yes": int(tied[1]), "no": int(tied[1])}
    if hit is None:
        return {} if lost else _received(folded, start, end)
    named = is_of_named(folded, start, hit.start()) or _OPPOSED.search(folded, start, hit.start())
    if named or (lost and hit["votes"]):
        return {}
    if hit["votes"]:
        return _yes(number_in(hit["votes"]))
    first, second = (hit[a] or hit[b] or hit[c] for a, b, c in (("yes", "for", "some"), ("no", "against", "others")))
    return _sides_of(number_in(first), number_in(second), lost=lost)


def _received(folded: str, start: int, end: int) -> dict[str, int]:
    """The votes that a text received, or how many of all of them."""
    part = of_all_votes(folded, start, end)
    received = _RECEIVED.search(folded, start, end) if part is None else None
    return _yes(number_in(received["votes"]) if received else part)


def _yes(number: int | None) -> dict[str, int]:
    return {} if number is None else {"yes": number}


def _sides_of(yes: int | None, no: int | None, *, lost: bool) -> dict[str, int]:
    """Both sides, where it is clear from the outcome which is which."""
    if yes is None or no is None:
        return {}
    return {"yes": yes, "no": no} if (yes < no if lost else yes > no) else {}


_RECEIVED = lazy(
    r"\b(?:erh(?:ält|ielt|alten)|bekommt|bekam|bekommen|entfallen|entfielen|vereint)\s+(?:\w+\s+){0,3}?"
    r"(?P<votes>\d{1,3}|[a-zäöüß]{3,12})\s+(?:(?:der|von(?:\s+den)?)\s+\w+\s+)?(?:(?:gültigen|abgegebenen)\s+)?(?:ja-)?stimmen?\b"
)
_TIED = lazy(r"\bstimmengleichheit\s+(?:von\s+|mit\s+)?\(?(\d{1,3})\s*(?::|zu)\s*\1\b")


def part_of_all(folded: str, start: int, end: int) -> tuple[str, int, int] | None:
    """How many of how many voted on one side: "Vier der fünf Mitglieder stimmen dafür"."""
    hit = _OF_SO_MANY.search(folded, start, end)
    part, whole = (number_in(hit[1]), number_in(hit[2])) if hit else (None, None)
    if hit is None or part is None or whole is None or part > whole:
        return None
    return ("yes" if hit["side"] in ("dafür", "für", "mit ja", "zu") else "no"), part, whole


_OBTAINED = lazy(
    r"\b\w*(?:antrag|vorlage|vorschlag|entwurf)(?:\s+(?:de[rs]|von)\s+[\w/-]+){0,2}\s+(?:erhält|erhielt|bekommt|bekam|findet|fand)\s+(?:nur\s+)?(\w+)\s+(?:ja-)?stimmen\b"
    r"(?!\s+(?:gegen|dagegen))"
)
_REFUSED_BY = lazy(
    r"\blehn(?:en|ten)\s+(?P<against>\w+)\s+(?:\w+\s+)?bei\s+(?P<for>\w+)\s+(?:befürworter|ja-stimme)\w*\s+ab\b"
)
_FOR_AND_AGAINST = lazy(r"\b(\w+)\s+befürworter\w*\b[^.;]{0,40}?\b(\w+)\s+gegner\w*\b")


def _opposed(folded: str) -> Iterator[tuple[str, int]]:
    """Those for and those against in one breath: "Den fünf Befürwortern stehen neun Gegner gegenüber."."""
    hit = _FOR_AND_AGAINST.search(folded)
    words = hit.groups() if hit else ()
    if refused := _REFUSED_BY.search(folded):
        words = refused["for"], refused["against"]
    numbers = [number_in(word) for word in words]
    for side, number in zip(("yes", "no"), numbers, strict=False):
        if number is not None and None not in numbers:
            yield side, number


def _obtained(folded: str) -> dict[str, int]:
    """The votes that a motion is said to have obtained: "Der Antrag erhält neun Stimmen, dagegen stimmen sechs."."""
    hit = _OBTAINED.search(folded) if "stimme" in folded else None
    number = number_in(hit[1]) if hit else None
    return {} if number is None else {"yes": number}


def _persons(text: str, pattern: re.Pattern[str]) -> int | None:
    """How many persons the only place of a sentence names where the pattern says how somebody voted."""
    joined = " ".join(text.split())
    hits = list(pattern.finditer(joined))
    if len(hits) != 1:
        return None
    who = whole_list(joined, hits[0].start("who")) + hits[0]["who"]
    bare = _LEADS.sub("", who)
    if (bare != who or pattern is _VOICES) and _NAMES.fullmatch(bare):
        return len(_LISTING.split(bare))
    return count_persons(bare)
