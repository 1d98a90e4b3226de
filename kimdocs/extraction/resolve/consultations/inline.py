"""A Beratungsfolge on one line, or in the address of a paper: "für den Kreisausschuss (Vorberatung) am 12.04.2031"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultations.rows import Row, is_name, trim
from kimdocs.extraction.resolve.heads.labels import label_matcher
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.lexicon import Match

_PART = lazy(r"\s*(?:;|\bund (?=den |die |das |für )|, (?=für )|(?<=\)),|(?<=\d{4}), (?=[^\W\d]))\s*")
_LEAD = lazy(r"(?:[\w-]+:\s*)?(?:für |an |in )?(?:den |die |das )?")
_ROLE = lazy(r"\s*\((?:(?:nicht ?)?öffentlich[,;:/ -]+)?(?P<role>[^()]{4,40}?)(?:[,;:/ -]+(?:nicht ?)?öffentlich)?\)")
_BEFORE_DATE = lazy(r"[\s,:]*(?:am\s+|vom\s+)?(?:sitzung\s+am\s+)?$")
_AFTER = lazy(r"[\s,.]*(?:(?:nicht)?öffentlich)?\s*")
_TO = lazy(
    r"(?:[a-zäöü-]*(?:vorlage|drucksache|mitteilung|information|bericht)(?: (?:nr\.? )?\S*\d\S*)? )?(?:an"
    r"|für) (?:den|die|das)(?: |$)"
)
_FOR_SITTING = lazy(r"(?:zur|für die|in der) (?:\d{1,3}\. )?(?:(?:nicht)?öffentlichen )?sitzung (?:am|vom) (?=\d|\w+,)")
_MOST_LINES = 40
_MOST_WRAPPED = 4


def rows_inline(head: Head, line: int) -> list[Row]:
    """The bodies of one line, each with its role in brackets and its date; empty where any part is another thing."""
    context = head.context
    start, end = context.lines[line]
    end = _paragraph_end(head, line) if context.folded.count("(", start, end) and not head.blank(line) else end
    gaps = [gap.span() for gap in _PART.finditer(context.folded, start, end)]
    begins, stops = [start, *(gap[1] for gap in gaps)], [*(gap[0] for gap in gaps), end]
    rows = [_row(head, line, begin, stop) for begin, stop in zip(begins, stops, strict=True)]
    told = [row for row in rows if row is not None]
    return told if len(told) == len(rows) and any(row.role for row in told) else []


def _paragraph_end(head: Head, line: int) -> int:
    """Where the paragraph of a line ends that goes on with the next ones; its own end where a label follows it."""
    last = line
    while last + 1 < min(head.last, line + _MOST_WRAPPED) and not head.blank(last + 1):
        last += 1
        if label_matcher().match(head.context.folded, *head.context.lines[last]):
            return head.context.lines[line].end
    return head.context.lines[last].end


def rows_addressed(head: Head) -> list[Row]:
    """Bodies of a paper without a table: on one line, or each above a line "Sitzungstag: 05.12.2031"."""
    for index in range(min(head.last, _MOST_LINES)):
        if "(" in head.folded(index) and (rows := rows_inline(head, index)):
            return rows
    return _above_dates(head)


def _row(head: Head, line: int, start: int, end: int) -> Row | None:
    context = head.context
    lead = _LEAD.match(context.folded, start, end)
    begin = lead.end() if lead else start
    dates = find_dates(context, begin, end, month_first=head.month_first)
    if len(dates) != 1 or not is_name(context, begin, end):
        return None
    date, at, stop = dates[0]
    bracket = _ROLE.search(context.folded, begin, end)
    role = bracket.span("role") if bracket else None
    if role and matcher("consultation_roles").fullmatch(context.folded[slice(*role)]) is None:
        return None
    before = _BEFORE_DATE.search(context.folded, begin, at)
    name_end = min(bracket.start() if bracket else end, before.start() if before else at)
    last = max(stop, bracket.end() if bracket else stop)
    name = trim(context, begin, name_end)
    if name is None or not _AFTER.fullmatch(context.folded, last, end):
        return None
    return Row(date=date, date_place=(at, stop), name=[name], role=[role] if role else [], last_line=line)


def _above_dates(head: Head) -> list[Row]:
    rows: list[Row] = []
    above: Piece | None = None
    addressed = sent = False
    for index in range(min(head.last, _MOST_LINES)):
        if head.blank(index):
            continue
        start, end = head.context.lines[index]
        named = label_matcher().match(head.context.folded, start, end)
        dates = find_dates(head.context, start, end, month_first=head.month_first)
        if above and dates and dates[0][1] == start and rows and rows[-1].date is None:
            rows[-1].date, rows[-1].date_place, rows[-1].last_line = dates[0][0], dates[0][1:], index
            above = None
        elif above and (_for_sitting(head, start) or _is_meeting_date(named, start)):
            found = dates[0] if dates else None
            rows.append(Row(found and found[0], found and found[1:], [above], last_line=index))
            sent = sent or addressed or (bool(found) and head.context.text[above[1] : start].count("\n") == 1)
            above = None if found else above
        else:
            to = _TO.match(head.context.folded, start, end)
            addressed = to is not None or (addressed and above is None)
            begin = to.end() if to else start
            above = (begin, end) if is_name(head.context, begin, end) else None
    return [row for row in rows if row.date] if len(rows) > 1 or sent else []


def _is_meeting_date(named: Match | None, start: int) -> bool:
    return named is not None and named.entry.value == "meeting_date" and named.start == start


def _for_sitting(head: Head, start: int) -> bool:
    return _FOR_SITTING.match(head.context.folded, start) is not None
