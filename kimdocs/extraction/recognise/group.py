"""Votes by parliamentary group: in brackets behind a count, or named in a sentence ("gegen die Stimmen der CDU")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.vote import Tally

Groups = dict[str, dict[str, int | None]]

_BRACKET = re.compile(r"[\s:]*(?:stimmen|mitglieder)?\s*\(")
_TORN = re.compile(r"(?<=[A-ZÄÖÜ])-\s*\n\s*(?=[A-ZÄÖÜ])|(?<=[a-zäöüß])-\s*\n\s*(?=[a-zäöüß])")
_SPLIT = re.compile(r"\s*[,;+]\s*(?![^()]*\))|\s+(?:und|sowie|u\.)\s+")
_PART = re.compile(
    r"(?:(\d{1,3})\s*x?\s+)?([^\d\W].*?)(?:\s*[:(]\s*(\d{1,3})\)?|(?<!ündnis)(?<!ÜNDNIS)\s(\d{1,2}))?$", re.DOTALL
)
_NOISE = re.compile(
    r"^(?:(?:die|der|des|von|den|dem|durch|aus)\s+)+|-?\b(?i:(?:stadt|kreis)?(?:rats|tags)?fraktion(?:en)?|ratsgruppe|gruppe|stimmen?|mitglieder|mitglied)\b"
)
_PERSON = re.compile(r"(?i)^(?:herrn?|frau|rh\.|rm|stv\.|ratsherrn?|ratsfrau|stadtr(?:at|ätin)|str\.?|gr)\s")
_LEADER = re.compile(r"(?i)^(?:ob|bm|bgm|oberbürgermeister(?:in)?|bürgermeister(?:in)?|vorsitzende[rn]?)$")
_TRAILING = re.compile(r"(?:\s+[a-zäöüß]+)+$")
_COUNTED = re.compile(r"(?<!ündnis )(?<!ÜNDNIS )(?<![\w-])\d{1,2}(?=\s|$)")
_GROUP_LINE = re.compile(
    r"^[ \t•*–-]{0,12}([A-ZÄÖÜ][^\n:\t\d]{1,45}?)[ \t]{0,12}[:\t –-][ \t]{0,12}(\d[^\n]*|[Jj]a\b[^\n]*\d[^\n]*)$",
    re.MULTILINE,
)
_CAPITALS = re.compile(r"[A-ZÄÖÜ]{2}|GRÜNE|Grüne|Linke|Wähler|Bündnis|Liste")
_LONGEST_NAME = 45
_LONGEST_LIST = 400


def groups_behind_counts(text: str, tally: Tally, end: int) -> Groups:
    """Groups in brackets behind each count: "dafür: 6 (3 SPD, 2 FDP, 1 OB)"."""
    found: Groups = {}
    for side, (_, place_end) in tally.places.items():
        if side not in ("yes", "no", "abstain"):
            continue
        opening = _BRACKET.match(text, place_end, end)
        if opening is None:
            continue
        close = _closing(text, opening.end(), min(end, opening.end() + _LONGEST_LIST))
        if close > 0:
            _merge(found, _listed(text[opening.end() : close], side, tally.counts[side]))
    return found


def group_lines(text: str, folded: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Lines that begin with a group's name, with where its counts stand: "CDU: 5 Ja, 2 Nein"; [] for a single one.

    Names are told by their capitals or by "Fraktion", so that a vote's label ("Ja-Stimmen: 5") is none.
    """
    found = []
    for hit in _GROUP_LINE.finditer(text, start, end):
        label = matcher("votes").match(folded, hit.start(1), hit.end(1))
        name = group_name(hit[1]) if label is None else ""
        if name and (_CAPITALS.search(name) or "fraktion" in hit[1].lower()):
            found.append((name, hit.start(2), hit.end()))
    return found if len(found) > 1 else []


def _closing(text: str, start: int, end: int) -> int:
    depth = 1
    for position in range(start, end):
        depth += (text[position] == "(") - (text[position] == ")")
        if depth == 0:
            return position
    return -1


def _listed(inside: str, side: str, total: int | None) -> Groups:
    whole = " ".join(_TORN.sub("", inside).split())
    parts = [part.strip(" \n.") for part in _SPLIT.split(whole) if part.strip(" \n.,")]
    named = [(name, number) for part in parts for name, number in [_named(part)] if name]
    if not named or len(named) != len(parts):
        return {}
    missing = [name for name, number in named if number is None]
    if total is not None and len(missing) == 1:
        rest = total - sum(number or 0 for _, number in named)
        named = [(name, rest if number is None and rest > 0 else number) for name, number in named]
    return {name: {side: number} for name, number in named}


def _named(part: str) -> tuple[str, int | None]:
    hit = _PART.fullmatch(part)
    if hit is None:
        return "", None
    name = group_name(hit[2])
    number = hit[1] or hit[3] or hit[4]
    return name, int(number) if number else None


def group_name(written: str) -> str:
    """A group's name without "Fraktion" and articles; a person's is "Einzelmitglied"; empty where it is no name."""
    written = " ".join(written.split())
    if _PERSON.match(written):
        return "Einzelmitglied"
    name = _TRAILING.sub("", " ".join(_NOISE.sub(" ", written).split()).strip(" -,:|"))
    if not name or len(name) > _LONGEST_NAME or "%" in name or name == name.lower() or _COUNTED.search(name):
        return ""
    return name


def _merge(found: Groups, more: Groups) -> None:
    for name, votes in more.items():
        found.setdefault(name, {}).update(votes)


def groups_in_sentence(
    text: str, folded: str, span: tuple[int, int], *, rejected: bool, counts: dict[str, int]
) -> Groups:
    """Groups that a sentence names beside a side: "bei Enthaltung der FDP-Fraktion", "gegen die Stimmen von SPD".

    Where the text was rejected, those who voted "gegen" the rejection voted for the text. The only group named for a
    side has the side's count, where the sentence gives one ("bei 3 Enthaltungen der FDP").
    """
    found: Groups = {}
    start, end = span
    for match in matcher("group_phrases").finditer(folded, start, end):
        side = match.entry.value
        if side == "against":
            side = "yes" if rejected else "no"
        elif side == "with":
            side = "no" if rejected else "yes"
        names = _names(text, folded, match.end, end)
        number = counts.get(side) if len(names) == 1 and match.entry.value == "abstain" else None
        for name in names:
            found.setdefault(name, {}).setdefault(side, number)
    return found


def _names(text: str, folded: str, start: int, end: int) -> list[str]:
    """The names of the list that starts at ``start``: up to a word that is neither a name nor joins names."""
    stop = _STOP.search(folded, start, min(end, start + _LONGEST_LIST))
    listed = text[start : stop.start() if stop else min(end, start + 120)]
    names = [group_name(part.strip(" \n.()")) for part in _SPLIT.split(" ".join(listed.split())) if part.strip()]
    return [name for name in names if name and name != "Einzelmitglied" and not name.startswith("Herrn ")]


_STOP = re.compile(
    r"[.;:]|\s(?:bei|mit|gegen|wird|werden|wurde|wurden|angenommen|abgelehnt|zugestimmt|beschlossen|gefasst|ohne|unter|mehrheitlich|einstimmig|wie|folgend\w*|den|das|dass|zu|ab|hat|haben|enthält|stimmt|stimmen|empfiehlt|beschließt|zur|ist|sind)\b|\)"
)
