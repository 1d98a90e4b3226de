"""Votes in the margin, and the texts of resolutions beside them: "103   9 : 1   Kauf eines Traktors"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import places
from kimdocs.extraction.layout.line_places import column_of
from kimdocs.extraction.result_lines.legends import legend
from kimdocs.extraction.texts.end import text_end
from kimdocs.extraction.texts.formulas import formula
from kimdocs.extraction.texts.margin_columns import column_votes
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context, Line
    from kimdocs.extraction.texts.margin_columns import ColumnVote

_COLON = " : "
_GAP = " " * 3
_ENDS = ")]|"
_MARK = lazy(
    r"(?P<number>\d{1,3}[a-z]?\.?[ \t]{2,})?(?P<vote>(?P<yes>\d{1,3}) : (?P<no>[1-9]?\d)(?: : (?P<abstain>[1-9]?\d))?)"
    r"(?:[ \t]{3,}|\t)(?=\S)"
)
_NUMBER = lazy(r"\d{1,3}[a-z]?\.?(?:[ \t]{2,}|$)")
_LABEL = lazy(
    r"(?:(?:stimm(?:en)?-?)?verhältnis|abstimmung(?:s-)?"
    r"|abst\.(?:-?erg\.)?|(?:abstimmungs)?ergebnis|votum):?(?=[ ]{2}|$|\n)"
)
_LABEL_REACH = 6
_TITLE = lazy(r"(?:top|punkt|nr\.|§) ?\d|\d{1,3}[.)] ")
_DASHES = lazy(r"-[ \t]+-[ \t]{2,}")
_DECIDES = lazy(
    r"[^.;:?!]{3,160}\b(?:wird|werden|erhält|erhalten|erteilt|beschließt|genehmigt|stimmt|kauft|verkauft|erwirbt|vergibt)\b"
)
_RIGHT_HEADER = lazy(
    r"[^\n]*\S[ \t]{3,}(?P<label>abst\.?(?:-?\s?erg(?:ebnis|\.)?)?|abstimmung(?:sergebnis)?|abstimm\."
    r"|(?:ja|für|dafür)\s?:\s?(?:nein|gegen|dagegen))"
)
_RIGHT = lazy(
    r"\S(?:[ \t]{2,}|[ \t]?\|[ \t]*)(?P<vote>[(\[]?(?P<yes>\d{1,3})(?P<mark> ?[:/] ?| gegen | zu )(?P<no>[1-9]?\d)"
    r"(?:(?P=mark)(?P<abstain>[1-9]?\d))?[)\]]?)[ |]*$"
)
_ANY_MARK = lazy(
    r"(?P<number>\d{1,3}[a-z]?\.?[ \t]{2,})?"
    r"(?P<vote>(?P<open>[(\[])?(?P<yes>\d{1,2})\s?(?P<mark>[:/])\s?(?P<no>[1-9]?\d)(?:\s?(?P=mark)\s?(?P<abstain>[1-9]?\d))?"
    r"(?(open)[)\]]))(?:[ \t]{3,}|\t|[ \t]?\|[ \t]*|\s[-–]\s+|(?(open)\s|(?!)))(?=\S)"
)
_MOST_ABSENT = 4
_MOST_MEMBERS = 100
_LONGEST_HEADER = 160
_LONGEST_RIGHT = 120
_MOST_TEXT = 12
_ASIDE = 3
_MOST_ROWS = 200
_BEGINNINGS = ("resolution_like", "instructs", "resolves")
_FEWEST = 2
_TITLE_LINES = 2
_MOST_LINES = 40


class MarginMark(NamedTuple):
    """A vote in the margin: its line and place, its counts, where the text beside it starts and ends.

    ``numbered``: a number leads the line, so that a title stands beside it. ``column``: a header tells what it counts.
    """

    line: int
    start: int
    stop: int
    counts: dict[str, int]
    beside: int
    end: int
    numbered: bool
    column: bool = False
    elects: bool = False


def margin_marks(context: Context) -> list[MarginMark]:
    """All of them, in order; a single ratio in a document may be anything."""
    found = []
    for place in places(context.folded, _COLON):
        index = context.line_at(place)
        mark = _MARK.match(context.folded, *context.lines[index])
        if mark and mark.start("vote") <= place < mark.end("vote"):
            found.append(_of_match(context, index, mark))
    found = found or _close_marks(context)
    if len(found) >= _FEWEST or (found and (_hangs(context, found[0]) or _is_labelled(context, found[0]))):
        return found
    return [_of_column(context, vote) for vote in column_votes(context)]


def _of_column(context: Context, vote: ColumnVote) -> MarginMark:
    """A vote in columns; the text at the left of them ends with its line."""
    line = context.lines[vote.line]
    end = beside_end(context, vote.line) if vote.beside < line.end else line.end
    place = vote.line, vote.start, vote.end
    return MarginMark(*place, vote.counts, vote.beside, end, vote.numbered, column=True, elects=vote.elects)


def _of_match(context: Context, index: int, mark: re.Match[str]) -> MarginMark:
    titled = bool(mark["number"]) or _TITLE.match(context.folded, mark.end()) is not None
    return MarginMark(index, *mark.span("vote"), _counts(mark), mark.end(), beside_end(context, index), titled)


def _close_marks(context: Context) -> list[MarginMark]:
    """Those written in another way ("12:3     Kauf", "(12:3) Kauf"), if all are of one body on texts that decide."""
    found = []
    for index in context.lines_with("ratio"):
        hit = _ANY_MARK.match(context.folded, context.lines[index].start)
        if hit:
            found.append(_of_match(context, index, hit))
    told = _of_one_body([marked.counts for marked in found])
    return found if told and all(_text_start(context, marked) is not None for marked in found) else []


def _of_one_body(found: list[dict[str, int]]) -> bool:
    """Whether all may be votes of one body: there are several, or one that counts abstentions too."""
    sums = [sum(counts.values()) for counts in found]
    several = len(found) >= _FEWEST or any("abstain" in counts for counts in found)
    return several and max(sums) - min(sums) <= _MOST_ABSENT and max(sums) < _MOST_MEMBERS


def _hangs(context: Context, marked: MarginMark) -> bool:
    """Whether the text beside a vote goes on right below where it starts, and says what is resolved."""
    below = context.lines[marked.line + 1 : marked.line + 2]
    if not below or below[0].start == below[0].end or below[0].start >= marked.end:
        return False
    beside, column = (column_of(context.text, place) for place in (marked.beside, below[0].start))
    starts = (marked.beside, below[0].start)
    return beside == column and any(_decides(context, start, marked.end) for start in starts)


def _is_labelled(context: Context, marked: MarginMark) -> bool:
    """Whether a label of votes stands in the margin above a single ratio: "Stimmen-⏎verhältnis"."""
    for line in reversed(context.lines[max(0, marked.line - _LABEL_REACH) : marked.line]):
        if line.start == line.end:
            return False
        label = _LABEL.match(context.folded, *line)
        if label:
            return label.end() - line.start < column_of(context.text, marked.beside)
    return False


def right_votes(context: Context) -> list[re.Match[str]]:
    """Ratios at the ends of lines, below a header that names a column of votes there, or beside texts that decide."""
    return _below_header(context) or _at_ends(context)


def _at_ends(context: Context) -> list[re.Match[str]]:
    found = []
    for index in context.lines_with("ratio"):
        start, end = context.lines[index]
        last = context.folded[end - 1]
        if not last.isdecimal() and last not in _ENDS:
            continue
        ratio = _RIGHT.search(context.folded, max(start, end - _LONGEST_RIGHT), end)
        if ratio and ratio.end() == end:
            found.append(ratio)
    told = _of_one_body([_counts(ratio) for ratio in found])
    if told and len(legend(context)) == _FEWEST:
        return found
    return found if told and all(_decides_before(context, ratio.start() + 1) for ratio in found) else []


def _decides_before(context: Context, end: int) -> bool:
    """Whether the text that ends before a ratio decides: it starts on its line, or on one above that no ratio ends."""
    last = context.line_at(end - 1)
    for index in range(last, max(-1, last - _MOST_TEXT), -1):
        line = context.lines[index]
        if line.start == line.end or (index < last and _RIGHT.search(context.folded, *line)):
            return False
        if _decides(context, line.start + _head(context, line), end):
            return True
    return False


def _head(context: Context, line: Line) -> int:
    """How far the text of a line stands in behind its number or its label."""
    title = _TITLE.match(context.folded, *line) or _NUMBER.match(context.folded, *line)
    label = context.heading_starts.get(line.start)
    end = label.end if label else title.end() if title else line.start
    return end - line.start + len(context.text[end : line.end]) - len(context.text[end : line.end].lstrip(" :"))


def _counts(ratio: re.Match[str]) -> dict[str, int]:
    return {side: int(number) for side, number in ratio.groupdict().items() if side in SIDES and number}


def _below_header(context: Context) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    done = -1
    for index in context.lines_with("act_column"):
        if index <= done:
            continue
        done, line = index, context.lines[index]
        parted = line.end - line.start <= _LONGEST_HEADER and context.folded.find(_GAP, *line) >= 0
        header = _RIGHT_HEADER.fullmatch(context.folded, *line) if parted else None
        if header is None:
            continue
        left = column_of(context.text, header.start("label")) - _ASIDE
        right = column_of(context.text, header.end("label")) + _ASIDE
        for done in range(index + 1, min(index + _MOST_ROWS, len(context.lines))):
            ratio = _RIGHT.search(context.folded, *context.lines[done])
            if (
                ratio
                and left <= column_of(context.text, ratio.start("vote"))
                and column_of(context.text, ratio.end()) <= right
            ):
                found.append(ratio)
    return found


def beside_end(context: Context, index: int) -> int:
    """Where the text beside a vote ends: at a blank line, at the next number or vote in the margin, or at its end."""
    end = context.lines[index].end
    for line in context.lines[index + 1 : index + _MOST_LINES]:
        marked = _MARK.match(context.folded, *line) or _NUMBER.match(context.folded, *line)
        if line.start == line.end or marked or _DASHES.match(context.folded, *line):
            break
        end = line.end
    return end


def margin_cuts(context: Context) -> list[tuple[int, str]]:
    """Where texts beside votes start and end; the place of the vote on each is kept in ``context.margins``."""
    cuts: list[tuple[int, str]] = []
    for marked in margin_marks(context):
        start = _text_start(context, marked)
        if start is not None and (stop := text_end(context, start, marked.end)) > start:
            context.margins[start] = marked.start
            cuts += [(start, "resolution"), (stop, "after_resolution")]
    return cuts


def _text_start(context: Context, marked: MarginMark) -> int | None:
    """Where the text beside a vote starts: behind the title of a numbered item."""
    starts = [marked.beside]
    if marked.numbered:
        below = context.lines[marked.line + 1 : marked.line + 1 + _TITLE_LINES]
        starts = [line.start for line in below if line.start < marked.end]
    return next((start for start in starts if _decides(context, start, marked.end)), None)


def _decides(context: Context, start: int, end: int) -> bool:
    if start >= end or not context.text[start].isupper() or matcher("speakers").match(context.folded, start, end):
        return False
    words = context.folded[start : min(end, start + 400)]
    return any(formula(name).match(words) for name in _BEGINNINGS) or (
        context.text[end - 1] in ".)" and _DECIDES.match(words) is not None
    )
