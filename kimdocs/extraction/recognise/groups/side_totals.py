"""Votes listed by side with one sum for each: "Ja: CDU, SPD (23)   Nein: FDP (3)"."""

from __future__ import annotations

from typing import NamedTuple

from kimdocs.extraction.recognise.groups.names import named_list
from kimdocs.lexicon.lazy import lazy

_SUM = lazy(
    r"\((?:zusammen\s)?(?P<sum>\d{1,3})(?:\sstimmen?)?\)"
    r"|\b(?P<nobody>dafür|ja|für|zustimmung|ablehnung|dagegen|nein|gegen|(?:stimm)?enthaltung(?:en)?|enth\.)\s*:\s*"
    r"(?:keiner?|niemand|0|[-–])(?=\s*(?:[-–,;/|\n]|$))"
)
_OPENS = lazy(
    r"[ \t]*(?:dafür|ja|für|zustimmung|ablehnung|dagegen|nein|gegen|(?:stimm)?enthaltung(?:en)?|enth\.)[ \t]*:[ \t]*\S"
)
_LABEL = lazy(
    r"(?P<yes>(?:dafür|ja|zustimmung|für(?:\s+(?:de[nm]|diesen?|dieses|die|das)\s+[\w-]+)?)(?:\s+stimm\w+)?)\s*:?\s+"
    r"|(?P<no>(?:dagegen|nein|ablehnung|gegen(?:\s+(?:de[nm]|diesen?|dieses|die|das)\s+[\w-]+)?)(?:\s+stimm\w+)?)\s*:?\s+"
    r"|(?P<abstain>(?:stimm)?enthaltung(?:en)?|enthalten(?:\s+haben)?(?:\s+sich)?|enth\.)\s*:?\s+"
)
_SAID = lazy(
    r"\s+(?:(?P<yes>(?:stimm\w+|sind|ist)?\s?dafür)|(?P<no>(?:stimm\w+|sind|ist)?\s?dagegen)|(?P<abstain>enth\w+\s+sich))\s*$"
)
_BETWEEN = " \t\n.;,|/·–-"
_LONGEST = 400
_LONGEST_LIST = 120


class SideTotals(NamedTuple):
    """The sum of each side, and the groups on it; one that is alone there has the sum."""

    counts: dict[str, int]
    groups: dict[str, dict[str, int | None]]


def side_totals(text: str, folded: str, start: int, end: int) -> SideTotals | None:
    """The sum of each side where ``text[start:end]`` is but lists of groups, one a side, each with one sum behind it.

    A number behind the last of several groups may be but its own: a group on two sides, or fewer votes than groups, is
    not read.
    """
    if end - start > _LONGEST or folded.find("(", start, end) < 0:
        return None
    counts: dict[str, int] = {}
    groups: dict[str, dict[str, int | None]] = {}
    named = 0
    for total in _SUM.finditer(folded, start, end):
        if total["nobody"]:
            side, names = _LABEL.match(folded, total.start(), end), []
            if side is None or side.lastgroup in counts or text[start : total.start()].strip(_BETWEEN):
                return None
            counts[str(side.lastgroup)] = 0
        else:
            listed = _side(folded, start, total.start())
            names = _groups(text, *listed[1:]) if listed else []
            if listed is None or listed[0] in counts or not 0 < len(names) <= int(total["sum"]):
                return None
            counts[listed[0]] = int(total["sum"])
            groups |= {name: {listed[0]: int(total["sum"]) if len(names) == 1 else None} for name in names}
        named += len(names)
        start = total.end()
    told = sum(map(bool, counts.values()))
    whole = not text[start:end].strip(_BETWEEN) and len(groups) == named > told
    return SideTotals(counts, groups) if whole and {"yes", "no"} <= counts.keys() else None


def opens_side(folded: str, start: int, end: int) -> bool:
    """Whether a line opens with the label of a side and says who took it."""
    return _OPENS.match(folded, start, end) is not None


def _side(folded: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The side that ``folded[start:end]`` names before its groups or behind them, and where these stand."""
    begin = start + len(folded[start:end]) - len(folded[start:end].lstrip(_BETWEEN))
    if end - begin > _LONGEST_LIST:
        return None
    label = _LABEL.match(folded, begin, end)
    if label:
        return str(label.lastgroup), label.end(), end
    said = _SAID.search(folded, begin, end)
    return (str(said.lastgroup), begin, said.start()) if said else None


def _groups(text: str, start: int, end: int) -> list[str]:
    """The groups that are listed; [] where anybody else is, or one has a number of its own."""
    voters = named_list(text[start:end].strip(), None) or []
    return [voter.name for voter in voters] if all(v.known and v.number is None for v in voters) else []
