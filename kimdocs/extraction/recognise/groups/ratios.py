"""Ratios of groups: "CDU 5/0/0, SPD 0/4/0", and groups in a bracket behind a ratio: "12 : 8 (CDU / SPD, FDP)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.groups.names import known_groups
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.groups.group import Groups

_OWN = lazy(
    r"(?P<name>[A-ZÄÖÜ][\w./&' -]{1,40}?)\s?:?\s"
    r"(?P<yes>\d{1,2})\s?([/:])\s?(?P<no>\d{1,2})\s?\3\s?(?P<abstain>\d{1,2})(?=\s*(?:[,;\n)]|$))"
)
_BRACKET = lazy(r"(?P<ratio>\d{1,3}\s?([:/])\s?\d{1,3}(?:\s?\2\s?\d{1,3})?)\s?\((?P<listed>[^()\d]{3,200})\)")
_VERSUS = lazy(
    r"(?:[Aa]ngenommen:\s|\()(?P<yes>[^().:;]{3,80}?)\sgegen\s(?P<no>[^().:;]{2,80}?)"
    r"(?:,?\s(?:bei\s)?(?:Stimme?n?)?[Ee]nth(?:altung(?:en)?|\.)\s(?:der\s|von\s)?(?P<abstain>[^().:;]{2,80}?))?(?:\)|\.)"
)
_PARTED = lazy(r"\s[/:|]\s")
_NUMBER = lazy(r"\d{1,3}")
_FEWEST = 2


def group_ratios(text: str, start: int, end: int) -> Groups:
    """The votes of groups that ``text[start:end]`` gives as ratios, their own or one of all; {} without."""
    own = [(known_groups(hit["name"]), hit) for hit in _OWN.finditer(text, start, end)]
    told = [(voters[0].name, hit) for voters, hit in own if len(voters) == 1]
    if len(told) >= _FEWEST:
        return {name: {side: int(hit[side]) for side in SIDES} for name, hit in told}
    bracket = _BRACKET.search(text, start, end)
    return _in_bracket(bracket["ratio"], bracket["listed"]) if bracket else {}


def group_versus(text: str, start: int, end: int) -> Groups:
    """The groups on both sides of what was carried: "(CDU, FDP gegen SPD bei Enthaltung UWG)"; {} without."""
    hit = _VERSUS.search(text, start, end) if text.find(" gegen ", start, end) >= 0 else None
    parts = [known_groups(hit[side]) if hit and hit[side] else [] for side in SIDES]
    if not parts[0] or not parts[1]:
        return {}
    return {voter.name: {side: voter.number} for side, voters in zip(SIDES, parts, strict=True) for voter in voters}


def _in_bracket(ratio: str, listed: str) -> Groups:
    numbers = [int(number) for number in _NUMBER.findall(ratio)]
    parts = [known_groups(part) for part in _PARTED.split(listed)]
    if len(parts) != len(numbers) or not all(parts):
        return {}
    found: Groups = {}
    for side, number, voters in zip(SIDES, numbers, parts, strict=False):
        for voter in voters:
            found.setdefault(voter.name, {})[side] = number if len(voters) == 1 else None
    return found
