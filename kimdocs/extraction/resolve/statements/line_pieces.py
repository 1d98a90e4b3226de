"""Lines that are but pieces of a sentence, though they read as a result: "… wird mit 12 Ja- gegen 3 Nein-⏎Stimmen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.layout.wrapped import FILLED, STOPS, UNFINISHED, awaits_count, tears_count
from kimdocs.extraction.recognise.groups.side_totals import opens_side
from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.recognise.votes.ratio import names_a_thing
from kimdocs.extraction.result_lines.legends import order
from kimdocs.extraction.result_lines.results import is_count_line, is_result_line, is_spread_ratio, says_vote
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from kimdocs.extraction.context import Context, Line

_LABELLED = lazy(r"[^\W\d_][\w.()-]*\s*:\s*\d")
_OPEN_END = lazy(r"\b(?:bei|mit|gegen|und|von|vom|am|bis|zu|zum|zur|de[rmns]|die|das|im|auf|für|einer?|eigener)$")
_SPREAD = lazy(r"(?:Einstimmig|Mehrheitlich|Einst\.|Mehrh\.)[.!]?\s*$")
_NUMBERED = lazy(r"(?:zu |top |punkt |§ ?|nr\. ?)?\d{1,3}[.):]?\s+[^\W\d_]")
_NONE = lazy(r"(?:keine|ohne|niemand|null)\b")
_POINTER = lazy(r"(?:>{1,3}|[-=]{1,2}>|[→⇒➔➜►▶»])\s")
_JOINED = lazy(r"(?:und|sowie)\s")
_RATIO_END = lazy(r"(?<!mit )(?<![\d.,/-])\d{1,3}(?: ?([:/|-]) ?\d{1,3}(?: ?\1 ?\d{1,3}){0,3})\)?$")


def is_governed(context: Context, line: Line) -> bool:
    """Whether the line before ends in a word that these counts depend on: "… lehnt den Antrag bei⏎2 Ja-, 9 …"."""
    index = context.line_at(line.start)
    before = context.lines[index - 1] if index else line
    if index == 0 or before.start == before.end:
        return False
    if _JOINED.match(context.folded, *line) and not is_count_line(context, before):
        return True
    return _OPEN_END.search(context.folded, before.start, before.end) is not None or tears_count(context, index - 1)


def is_piece(context: Context, line: Line) -> bool:
    """Whether the line is but a piece of a sentence: its wrapped end, or its start without its last verb or side."""
    if tears_count(context, context.line_at(line.start)):
        return True
    return (_goes_on(context, line) and not is_spread_ratio(context, line)) or (
        UNFINISHED.search(context.folded, line.start, line.end) is not None
        and context.text[line.end + 1 : line.end + 2].islower()
    )


def _goes_on(context: Context, line: Line) -> bool:
    """Whether the line is the wrapped end of a sentence that started on the line before."""
    index = context.line_at(line.start)
    before = context.lines[index - 1] if index else line
    if index == 0 or before.start == before.end or _LABELLED.match(context.folded, line.start, line.end):
        return False
    if before.start in context.heading_starts or _is_row(context, before, line) or _starts_anew(context, before, line):
        return False
    if is_governed(context, line) or _breaks_word(context, before):
        return True
    item = context.section_at(line.start).item
    if item is not None and context.items[item].start == before.start and _is_short_title(context, before, line):
        return False
    if _NUMBERED.match(context.folded, *before) and _is_vote_below(context, before, line):
        return False
    lower = context.text[line.start].islower()
    filled = before.end - before.start >= FILLED and not _SPREAD.match(context.text, line.start, line.end)
    return (lower or filled) and context.text[before.end - 1] not in STOPS


def _breaks_word(context: Context, line: Line) -> bool:
    """Whether a line of a text ends within a word: "… mit 5 Ja- bei 2 Nein-⏎Stimmen"."""
    filled = line.end - line.start >= FILLED // 2
    return filled and context.text[line.end - 1] == "-" and context.text[line.end - 2].isalpha()


def _starts_anew(context: Context, before: Line, line: Line) -> bool:
    """Whether a line has a mark that points to a result (">> …"), or says of counts what came of them, or no more."""
    if _POINTER.match(context.text, *line) or concluded(context, context.line_at(line.start)) is not None:
        return True
    if opens_side(context.folded, *before) and _is_fate(context, line):
        return True
    none, above = (_NONE.match(context.folded, *at) is not None for at in (line, before))
    return none and (is_count_line(context, before) or (above and is_result_line(context, before)))


def _is_fate(context: Context, line: Line) -> bool:
    """Whether a line is but the words of an outcome."""
    said = matcher("outcomes").match(context.folded, *line)
    return said is not None and not context.text[said.end : line.end].strip(" .)")


def concluded(context: Context, index: int) -> int | None:
    """Where the ratio starts that ends the line above one that is but its outcome: "… 2 : 17 : 0⏎abgelehnt".

    None where a verb awaits the outcome, or where a line is no such.
    """
    before, line = context.lines[index - 1 : index + 1] if index else (context.lines[0],) * 2
    ratio = _RATIO_END.search(context.folded, *before)
    if ratio is None or UNFINISHED.search(context.folded, *before):
        return None
    return ratio.start() if _is_fate(context, line) else None


def ratio_above(context: Context, start: int, end: int, is_open: Callable[[int], bool]) -> tuple[int, int]:
    """A result, with the ratio of three numbers that ends the line above it where it is but the outcome of that.

    "Antrag 1   2 - 11 - 0⏎abgelehnt".
    """
    index = context.line_at(start)
    ratio = concluded(context, index) if start == context.lines[index].start else None
    if ratio is None or not is_open(ratio) or names_a_thing(context.folded, ratio):
        return start, end
    tally = line_tally(context.folded[ratio : context.lines[index - 1].end], order(context))
    return (ratio if tally and "abstain" in tally.counts else start), end


def _is_vote_below(context: Context, title: Line, line: Line) -> bool:
    """Whether a line of counts stands right below the short title of a numbered item, which has no verb."""
    short = title.end - title.start < FILLED and UNFINISHED.search(context.folded, *title) is None
    return short and says_vote(context.folded, *line)


def _is_row(context: Context, before: Line, line: Line) -> bool:
    """Whether a line ends in a number behind a wide gap, as a title with its paper's does, and the next starts anew."""
    gap = context.text.rfind("   ", before.start, before.end)
    return gap >= 0 and context.text[before.end - 1].isdigit() and context.text[line.start].isupper()


def _is_short_title(context: Context, title: Line, line: Line) -> bool:
    """Whether an item's title is whole where a line follows it: it is short, or a number stands behind a gap."""
    parted = context.text.find("   ", title.start, title.end) >= 0 and context.text[title.end - 1].isdigit()
    return title.end - title.start < FILLED or (parted and context.text[line.start].isupper())


def is_rest(context: Context, start: int, end: int) -> bool:
    """Whether but a piece of a sentence stands there: its count is on the line above, or what follows is torn off."""
    index = context.line_at(start)
    if awaits_count(context.folded, start, end):
        return True
    return index > 0 and context.lines[index].start == start and tears_count(context, index - 1)
