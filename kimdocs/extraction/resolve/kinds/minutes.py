"""Lines that name minutes behind something else: "Stadtrat Musterau - Kurzprotokoll", "Rat   Protokoll Nr. 4"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.heads.lines import bare, cells_of
from kimdocs.lexicon import load, matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.lexicon import Entry, Match

MEETING_REPORT = "meeting_report"
_REPORT = "bericht"
_FEW = 8
_FIRST_LINES = 3
_BEHIND_BODY = lazy(r"\s[-–—]\s|,\s")
_OF_TOWN = lazy(r"(?:\w*stadt|\w*gemeinde|markt|flecken|\w*kreis|amt) \w")
_OF_SITTING = lazy(r" (?:der|zur|über die) (?:\d{1,3}\. )?(?:(?:nicht)?öffentlichen? )?\w*sitzung\b")
_DATED = lazy(r" (?:vom|am) (?:\w+, (?:den |dem )?)?\d{1,2}\. ?(?:\d{1,2}\.|[a-zäö]{3,9}) ?\d{2,4}")
_TOP_LINES = 10
_ITS_NUMBER = lazy(
    r"\s+\((?:nicht)?öffentlich(?:er teil)?\)\s*|\s+(?:nr\.?\s*)?(?:\d{1,4}(?:\s?/\s?\d{2,4})?|[a-zäöü]{1,5}/\d[\d/-]*)"
    r"(?:\s+\((?:nicht)?öffentlich\))?\s*"
)
# whose minutes they are, or their number: "Ergebnisniederschrift Rat, 41. Sitzung", "Protokoll-Nr. GR 07/31"
_OF_BODY = lazy(
    r"-nr\.?:? [\w/ ]{2,14}$| (?:der|über die|zur) [^\n:]{0,60}sitzung\b[^\n:]{0,60}$"
    r"|(?: (?:des|der|vom))? [\w-]*(?:rate?s?|ausschuss(?:es)?|kreistage?s?|vertretung|versammlung)"
    r"(?:, [^\n:]{3,80})?$"
)
_AS_EXCERPT = lazy(r"[-–(,] ?auszug\b")


def excerpt_of(folded: str, hit: Match) -> Entry:
    """What a line is that names minutes: an excerpt where it says so further on ("Niederschrift vom … - Auszug")."""
    if hit.entry.value != "minutes" or not _AS_EXCERPT.search(folded, hit.end):
        return hit.entry
    return next(entry for entry in load("kinds") if entry.id == "excerpt")


def minutes_beside(context: Context, index: int) -> tuple[Entry, Piece] | None:
    """The word for minutes, and where it stands: in a cell that holds but it and a number, or behind the body.

    A line that says that it reports on a sitting is such a word.
    """
    line = context.lines[index]
    report = matcher("kinds").findall(context.folded, *line) if _REPORT in context.folded[line.start : line.end] else ()
    if report and report[0].entry.id == MEETING_REPORT and report[0].start - line.start < _FEW:
        return report[0].entry, (report[0].start, line.end)
    for cell in cells_of(context.text, line.start, line.end)[1:]:
        start, end = bare(context.text, *cell)
        hit = matcher("kinds").match(context.folded, start, end)
        whole = hit is not None and index < _FIRST_LINES
        whole = (
            whole and hit is not None and (hit.end == end or _OF_BODY.match(context.folded, hit.end, end) is not None)
        )
        if (
            hit
            and (hit.entry.value == "minutes" or (whole and hit.entry.id == "excerpt"))
            and (whole or _ITS_NUMBER.fullmatch(context.folded, hit.end, end))
        ):
            return hit.entry, (start, end)
    if index < _FIRST_LINES and (found := _last_of_bars(context, line.start, line.end)):
        return found
    near = index < _FIRST_LINES or (index < _TOP_LINES and _OF_TOWN.match(context.folded, *line))
    marks = list(_BEHIND_BODY.finditer(context.folded, *line)) if near else []
    hits = (matcher("kinds").match(context.folded, mark.end(), line.end) for mark in reversed(marks))
    hit = next((one for one in hits if one and one.entry.value in ("minutes", "excerpt")), None)
    if hit is None:
        return None
    alone = hit.end == line.end or _ITS_NUMBER.fullmatch(context.folded, hit.end, line.end)
    alone = alone or _OF_SITTING.match(context.folded, hit.end, line.end)
    alone = alone or _DATED.fullmatch(context.folded, hit.end, line.end)
    return (hit.entry, (hit.start, line.end)) if alone else None


def _last_of_bars(context: Context, start: int, end: int) -> tuple[Entry, Piece] | None:
    """The word for minutes where it is all that the last part between bars says: "Stadt Auental | Auszug"."""
    bar = context.text.rfind(" | ", start, end)
    begin, stop = bare(context.text, bar + 2, end) if bar >= 0 else (end, end)
    entry = matcher("kinds").fullmatch(context.folded[begin:stop])
    return (entry, (begin, stop)) if entry is not None and entry.value in ("minutes", "excerpt") else None
