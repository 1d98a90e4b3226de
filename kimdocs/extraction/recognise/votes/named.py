"""Votes of those who are named on one side: "(dagegen: Gemeinde N.N. mit 2 Stimmen)", "mit 9 von 13 Stimmen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import whole_number
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.votes.vote import Tally

_NUMBER = r"(?P<number>\d{1,3}|[a-zäöüß]{3,14})"
_NAMED = lazy(
    r"\b(?:(?P<side>dafür|dagegen|gegenstimmen?|nein|ja|(?:stimm)?enthaltung(?:en)?)\s*:\s*(?=[a-zäöü])[^();:.\d]{2,60}?\s(?:mit\s+)?"
    rf"|(?P<against>dagegen)\s+(?:die|der|das)\s+[^();:.,\d]{{2,60}}?\smit\s+)(?:je\s+)?{_NUMBER}\s+stimmen?\b"
)
_OF_ALL = lazy(
    rf"(?:\bmit\s+|\(\s*){_NUMBER}\s+(?:von|der)\s+(?:den\s+)?(?:insgesamt\s+)?(?:\d{{1,3}}|[a-zäöüß]{{3,20}})\s+"
    r"(?:abgegebenen\s+|gültigen\s+|möglichen\s+|anwesenden\s+)*stimmen\b"
)
_PIECES = lazy(r"dagegen|(?:dafür|stimmen?|nein|ja|enthaltung|enthaltungen)\s?:")
_SIDE_BEFORE = lazy(
    r"\b(?:(?:dagegen|gegenstimmen?|nein|(?:stimm)?enthaltung(?:en)?)\s*:|dagegen\s+(?:die|der|das)\s)[^();.]*$"
)


def of_named(folded: str, start: int, end: int, tally: Tally) -> None:
    """Reads the votes of one who is named behind a side, which are not those that carried the text."""
    if folded.find(" stimme", start, end) < 0 or not _PIECES.search(folded, start, end):
        return
    for hit in _NAMED.finditer(folded, start, end):
        number = whole_number(hit["number"])
        named = hit["side"] or hit["against"]
        side = "yes" if named in ("dafür", "ja") else "abstain" if "enthaltung" in named else "no"
        if number is not None:
            tally.counts[side], tally.places[side] = number, hit.span("number")
            tally.counts.pop("votes", None)


def is_of_named(folded: str, start: int, place: int) -> bool:
    """Whether the votes at ``place`` are of one who is named behind another side than those for it."""
    return _SIDE_BEFORE.search(folded, start, place) is not None


def of_all_votes(folded: str, start: int, end: int) -> int | None:
    """How many of all votes carried a text: "mit 9 von 13 Stimmen"."""
    hit = _OF_ALL.search(folded, start, end)
    return whole_number(hit["number"]) if hit else None
