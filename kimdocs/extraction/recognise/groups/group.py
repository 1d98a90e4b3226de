"""Votes by parliamentary group: in brackets behind a count, or named in a sentence ("gegen die Stimmen der CDU")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import whole_number
from kimdocs.extraction.recognise.groups.names import PERSON, Named, named_list, split_list
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES, Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.votes.vote import Tally
    from kimdocs.lexicon import Match

Groups = dict[str, dict[str, int | None]]

_BRACKET = lazy(r"[\s:]*(?:[Ss]timmen|[Mm]itglieder)?\s*\(")
_LONGEST_LIST = 400


def groups_behind_counts(text: str, tally: Tally, end: int) -> Groups:
    """Groups in brackets behind each count: "dafür: 6 (3 SPD, 2 FDP, 1 OB)"."""
    found: Groups = {}
    for side, (_, place_end) in tally.places.items():
        if side not in SIDES or side not in tally.counts:
            continue
        opening = _BRACKET.match(text, place_end, end)
        if opening is None:
            continue
        close = _closing(text, opening.end(), min(end, opening.end() + _LONGEST_LIST))
        if close > 0:
            if _OTHER_SIDE.match(text, opening.end(), close):
                continue
            _merge(found, _listed(text[opening.end() : close], side, tally.counts[side]))
    return found


def _closing(text: str, start: int, end: int) -> int:
    depth = 1
    for position in range(start, end):
        depth += (text[position] == "(") - (text[position] == ")")
        if depth == 0:
            return position
    return -1


def _listed(inside: str, side: str, total: int | None) -> Groups:
    """The groups of a bracket with their votes; one that stands alone has the total."""
    voters = named_list(inside, total) or []
    found: Groups = {}
    for voter in voters:
        number = total or None if voter.number is None and len(voters) == 1 else voter.number
        before = found.get(voter.name, {}).get(side, 0)
        found[voter.name] = {side: None if number is None or before is None else before + number}
    return found


def _merge(found: Groups, more: Groups) -> None:
    for name, votes in more.items():
        found.setdefault(name, {}).update(votes)


def side_phrases(folded: str, start: int, end: int) -> list[Match]:
    """Words behind which a sentence names groups: "gegen die Stimmen der"; their value is "against" where some were."""
    return list(matcher("group_phrases").findall(folded, start, end))


def groups_in_sentence(
    text: str, folded: str, phrases: list[Match], end: int, *, rejected: bool, counts: dict[str, int]
) -> Groups:
    """Groups that a sentence names beside a side: "bei Enthaltung der FDP-Fraktion", "gegen die Stimmen von SPD".

    Where the text was rejected, those who voted "gegen" the rejection voted for the text. The only group named for a
    side has the side's count, where the sentence gives one ("bei 3 Enthaltungen der FDP").
    """
    found: Groups = {}
    for match in phrases:
        side = match.entry.value
        if side == "against":
            side = "yes" if rejected else "no"
        elif side == "with":
            side = "no" if rejected else "yes"
        voters = _voters(text, folded, match.end, end)
        if "deren" in folded[match.start : match.end]:
            voters += _movers(text, folded, max(0, match.start - _LONGEST_LIST), match.start)
        number = _number_of(folded[match.start : match.end])
        if number is None and match.entry.value == "abstain":
            number = counts.get(side)
        alone = len(voters) == 1 or folded.find(" und der stimme de", match.end, end) >= 0
        alone = alone and sum(voter.number is None for voter in voters) == 1
        for voter in voters:
            own = number if voter.number is None and alone else voter.number
            found.setdefault(voter.name, {}).setdefault(side, own)
    return found


def _movers(text: str, folded: str, start: int, end: int) -> list[Named]:
    """The groups whose motion the sentence before ``end`` is about: "den Antrag der SPD gegen deren Stimmen"."""
    motions = list(_MOTION.finditer(folded, start, end))
    return _voters(text, folded, motions[-1].end(), end) if motions else []


def _number_of(phrase: str) -> int | None:
    """The number within a phrase: "gegen die 3 Stimmen der"."""
    return next((whole_number(word) for word in _COUNT.findall(phrase)), None)


def _voters(text: str, folded: str, start: int, end: int) -> list[Named]:
    """The groups of the list that starts at ``start``: up to a word that is neither a name nor joins names."""
    stop = _STOP.search(folded, start, min(end, start + _LONGEST_LIST))
    listed = text[start : stop.start() if stop else min(end, start + 120)]
    verb = _VERB.search(listed)
    voters = split_list(listed[: verb.start()] if verb else listed)
    return [voter for voter in voters if voter.known and voter.name not in ("", PERSON)]


def summed(groups: Groups, outcome: Outcome | None) -> dict[str, int]:
    """The votes of each side where every group that is named has its number; {} where they contradict the outcome."""
    numbers = [number for sides in groups.values() for number in sides.values()]
    if len(groups) < _FEWEST or None in numbers:
        return {}
    votes: dict[str, int] = {}
    for sides in groups.values():
        for side, number in sides.items():
            votes[side] = votes.get(side, 0) + (number or 0)
    carried = votes.get("yes", 0) > votes.get("no", 0)
    lost = outcome is Outcome.REJECTED
    known = outcome in (None, Outcome.ADOPTED, Outcome.RECOMMENDED, Outcome.REJECTED)
    return (
        votes if known and "yes" in votes and any(votes.values()) and (outcome is None or carried is not lost) else {}
    )


_FEWEST = 2
_OTHER_SIDE = lazy(r"(?:dafür|dagegen|Enthaltung|Gegenstimmen?|dafür|davon)\s+[A-ZÄÖÜ]")
_VERB = lazy(r"\s[a-zäöüß]{3,}t\b")
_COUNT = lazy(r"\d{1,3}|\b(?:eine[ms]?|zwei(?:er)?|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b")
_MOTION = lazy(r"\bantrag(?:e?s)?\s+(?:der|von)\s+")
_STOP = lazy(
    r"[;:]|(?<!\b\w)\.(?!\s*/)|\s?\(\d{1,3}\s?[:/]|(?:,|\sund|\ssowie)\s(?:(?:\d{1,3}|eine[rn]?|zwei|drei|vier|ohne)\s)?(?:stimm)?(?:enthaltung|ablehnung|zustimmung|gegenstimme)|\s(?:@behind_groups@|folgend\w*)\b|(?<!\(\d)(?<!\(\d\d)\)"
    r"|\s/\s(?=(?:dafür|dagegen|enthaltung|ja|nein|für|gegen)\b)"
)
