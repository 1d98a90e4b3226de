"""Titles where no label gives one: of a section of minutes, behind an item's label, or beside the kind of paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.titles.runs import is_remark, like_title, runs, unlabelled
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session
    from kimdocs.extraction.resolve.kinds.paper import Kind

Pieces = tuple["Piece", ...]

_SECTION = lazy(r"§ ?\d{1,4}(?: ?/ ?\d{2,4})?\.?")
_WORDED = lazy(r"(?:\d{1,2}\. )?[A-ZÄÖÜ„][^\W\d_]{4,}")
_NUMBERED = lazy(r"\d{1,3}(?:\.\d{1,2})*\.? +[^\W\d]")
_OF_PAPER = lazy(
    r" \((?:[a-zäöü]{0,14}vorlage|drucksache|drucks\.|drs\.?|ds|bv"
    r"|vo)(?:[ .-]{0,2}nr\.?)?:? ?(?:[a-zäöü]{1,5}\.?[ /-]){0,2}(?=\S*\d)[^\s()]+"
    r"(?: / [a-z] \d{4,6}| sv \S+| [ns]\d{1,2}| \d{1,2}\. ergänzung)?\)$"
    r"| \(\d{1,4}/(?:19|20)?\d\d\)$"
)
_HERE = lazy(r"hier: ?\S")
_BEHIND_NUMBER = lazy(r" ?: (?=[A-ZÄÖÜ\"„\d])| [-–] (?=[A-ZÄÖÜ\"„])")
_PUBLIC_BEHIND = lazy(r"(?: [-–])? \((?:nicht ?)?öffentlich\)$")
_PAPER_LABEL = lazy(r"\W*(?:[A-ZÄÖÜ][a-zäöü]+v|V)orlage: +(?=[A-ZÄÖÜ„\"]\w{2,}.{6,200}$)")
_SUBJECT = lazy(
    r" (?:zum Thema|zu dem Thema|betreffend|betr\.:?|betrifft:?"
    r"|mit dem Titel):? (?P<quote>[\"„»])?(?P<title>.{8,}?)(?(quote)[\"“”«])$"
)
_LATE = lazy(r"(?:Betreff|Betrifft|Betr\.|Titel|Gegenstand): +(?P<title>\S.{5,200})")
_TOWN_BEHIND = lazy(r" [A-ZÄÖÜ][a-zäöüß]+(?: a\. ?d\. [A-ZÄÖÜ][a-zäöüß]+)?(?= (?:Nr|am|vom)\b)")
_PERSON = lazy(r"(?:herr|frau|der|die|dr\.|vorsitzende|bürgermeister|ober|stadt|gemeinde)")
_STATE = lazy(r"frei(?:e (?:und )?hansestadt|staat)\b|(?:ev|kath)\w*\.?-?[^\n]{0,12}(?:kirchen|pfarr)gemeinde\b")
_NEAR = 4
_OF_NOTICE = lazy(
    r"(?:der|des|über|zur|zum) [^\n]{8,150}?(?=,? (?:am|vom) (?:\w+, )?(?:de[nm] )?\d|,? (?:am|vom) \w+tag\b|[.:]?$)"
)
_RUN_ON_ITEM = lazy(r"[ ,]*(?:(?:nicht)?öffentliche sitzung )?(?:top )?\d{1,2}(?:\.\d{1,2})*\.? (?=[^\W\d])")
_RUN_ON_PAPER = lazy(r" (?=\d{1,4}/(?:19|20)\d\d(?:-\d{1,2})? [A-ZÄÖÜ])")
_RUN_ON_REACH = 250
_FEW = 2
_LATE_LINES = 30
_LEAST_WORDS = 3
_MOST_LINES = 4
_DASHED = lazy(r"[-–] (?=\S)")
_PAPERS = {DocumentKind.SUBMISSION, DocumentKind.MOTION}


def of_section(head: Head, kind: Kind) -> Pieces:
    """The lines below the one section that minutes give: "§ 12", and below it the title."""
    items = head.context.items
    if kind.kind not in {DocumentKind.EXCERPT, DocumentKind.MINUTES} or len(items) != 1:
        return ()
    index = head.context.line_at(items[0].start)
    if index >= head.last or _SECTION.fullmatch(head.folded(index)) is None:
        return ()
    return next(iter(runs(head, index + 1, head.last)), ())


def of_only_item(head: Head, kind: Kind) -> Pieces:
    """The title of the only item of an excerpt, wherever its head ends, with the lines behind dashes below it."""
    items = head.context.items
    title = items[0].fact.title if len(items) == 1 and kind.kind is DocumentKind.EXCERPT else None
    start = head.context.text.find(title, items[0].start) if title else -1
    if title is None or start < 0:
        return ()
    index = head.context.line_at(start)
    pieces = [(start, start + len(title))]
    for line in head.context.lines[index + 1 : index + _MOST_LINES]:
        if pieces[-1][1] < head.context.lines[index].end or not _DASHED.match(head.context.text, *line):
            break
        pieces.append((line.start, line.end))
    return tuple(pieces)


def of_page(head: Head) -> Pieces:
    """The lines right above the columns with the meeting of the one item that a page shows."""
    if not head.tables or "item" not in head.tables[0][1]:
        return ()
    above = range(head.tables[0][0] - 1, -1, -1)
    last = next((index for index in above if not head.blank(index)), 0)
    first = last
    while first and not head.blank(first - 1) and first - 1 not in head.taken and last - first < _MOST_LINES:
        first -= 1
    lines = [head.context.lines[index] for index in range(first, last + 1)]
    numbered = _NUMBERED.match(head.context.text, *lines[0]) is not None and last not in head.taken
    return tuple((line.start, line.end) for line in lines) if numbered else ()


def behind_item(head: Head, kind: Kind) -> Pieces:
    """What a paper's label "TOP:" gives instead of a number: "TOP: Stellenplan 2031"."""
    field = head.first("agenda_item")
    if field is None or kind.kind not in _PAPERS or not _WORDED.match(head.context.text, *field.pieces[0]):
        return ()
    below = head.context.lines[field.line + 1] if field.line + 1 < head.last else None
    here = below is not None and _HERE.match(head.context.folded, *below) is not None
    return (*field.pieces, (below.start, below.end)) if below and here else field.pieces


def of_subject(head: Head, kind: Kind) -> Pieces:
    """What a line gives as its subject behind the kind of paper: "Antrag zum Thema „Mehr Bänke im Stadtpark“"."""
    if kind.place is None or kind.line is None:
        return ()
    subject = _SUBJECT.match(head.context.text, kind.place[1], head.context.lines[kind.line].end)
    return (subject.span("title"),) if subject else ()


def behind_number(head: Head) -> Pieces:
    """What follows the labelled number of a paper behind a colon or a dash: "Vorlage 44/2031: Neubau der Halle"."""
    number = head.first("reference")
    if number is None:
        return ()
    line = head.context.lines[head.context.line_at(number.pieces[0][0])]
    gap = _BEHIND_NUMBER.match(head.context.text, number.pieces[0][1], line.end)
    rest = (gap.end(), line.end) if gap else (0, 0)
    words = head.context.folded[slice(*rest)]
    told = len(words.split()) >= _LEAST_WORDS and not is_remark(words) and like_title(head, (rest,))
    return (rest,) if told else ()


def late_title(head: Head, kind: Kind) -> Pieces:
    """The lines above all labels, or what a label for the title gives behind the first heading of the text."""
    if kind.kind not in {*_PAPERS, DocumentKind.NOTICE}:
        return ()
    first = min(head.taken, default=0)
    above = next(iter(runs(head, 0, first)), ())
    if above:
        return above
    for start, end in head.context.lines[head.last : head.last + _LATE_LINES]:
        label = _LATE.match(head.context.text, start, end)
        if label:
            return (label.span("title"),)
    return ()


def short_title(head: Head) -> Pieces:
    """What the head gives as the title for short."""
    field = head.first("short_title")
    return field.pieces if field else ()


def below_type(head: Head, kind: Kind) -> Pieces:
    """The lines below the kind of paper and the item of the meeting, before any label."""
    if kind.line is None or kind.kind not in {*_PAPERS, DocumentKind.NOTICE}:
        return ()
    return next(iter(runs(head, kind.line + 1, head.last)), ())


def below_status(head: Head) -> Pieces:
    """The line by itself below the status of a decision and its vote, and below the number of the paper."""
    if not head.status:
        return ()
    above = max((index for index in head.taken if index < head.last), default=-1)
    run = next(iter(runs(head, above + 1, head.last)), ())
    lines = range(above + 1, min(above + _NEAR, len(head.context.lines)))
    first = next((index for index in lines if not head.blank(index)), None)
    if not run or first is None or run[0][0] != head.context.lines[first].start or not head.blank(first - 1):
        return ()
    after = head.context.line_at(run[-1][0]) + 1
    alone = after >= len(head.context.lines) or head.blank(after)
    words = head.context.folded[run[0][0] : run[-1][1]]
    told = words.endswith((".", ":", ",", ";", "!", "?")) or starts_organization(words) or _PERSON.match(words)
    return run if alone and not told and len(words.split()) >= _LEAST_WORDS else ()


def of_notice(head: Head, kind: Kind) -> Pieces:
    """The heading of a notice over two lines: "Bekanntmachung⏎der Ergebnisse der Wahl zum Bürgermeister"."""
    if kind.kind is not DocumentKind.NOTICE or kind.line is None or kind.place is None:
        return ()
    start, end = head.context.lines[kind.line]
    below = next(
        (index for index in range(kind.line + 1, min(kind.line + 3, head.last)) if not head.blank(index)), None
    )
    if below is None or len(head.context.text[start:end].split()) > _FEW:
        return ()
    rest = _OF_NOTICE.match(head.context.text, *head.context.lines[below])
    return ((start, end), rest.span()) if rest else ()


def above_rows(head: Head) -> Pieces:
    """The lines right above a Beratungsfolge without a heading, where nothing below it is a title."""
    if not head.dealt or head.tables:
        return ()
    above = max((index for index in head.taken if index < min(head.dealt)), default=-1)
    return next(iter(runs(head, above + 1, min(head.dealt))[-1:]), ())


def above_type(head: Head, kind: Kind) -> Pieces:
    """The lines right above the kind of paper, where nothing below it is a title."""
    if kind.line is None or kind.kind not in {*_PAPERS, DocumentKind.EXCERPT}:
        return ()
    above = unlabelled(runs(head, 0, min(kind.line, head.last)), head)[-1:]
    return next((run for run in above if not _STATE.match(head.context.folded, run[0][0])), ())


def of_run_on(head: Head, session: Session | None) -> Pieces:
    """The title behind the sitting and the number of its item, before that of its paper, in a text without lines."""
    if session is None or session.date_place is None:
        return ()
    text, start = head.context.text, session.date_place[1]
    item = _RUN_ON_ITEM.match(head.context.folded, start)
    number = _RUN_ON_PAPER.search(text, item.end(), min(item.end() + _RUN_ON_REACH, len(text))) if item else None
    return ((item.end(), number.start()),) if item and number and "\n" not in text[start : number.start()] else ()


def without_rest_of_label(head: Head, run: Pieces) -> Pieces:
    """Drop the first line where it is the second half of the value above it, as the text further down shows."""
    if len(run) < 2:
        return run
    line = head.context.line_at(run[0][0])
    above = [
        field for fields in head.fields.values() for field in fields if field.line == line - 1 and field.name == "other"
    ]
    for field in above:
        value = re.escape(head.context.folded[slice(*field.pieces[-1])])
        rest = re.escape(head.context.folded[slice(*run[0])])
        if re.search(rf"{value}\w{{0,2}}\s+{rest}", head.context.folded[run[-1][1] :]):
            return run[1:]
    return run


def without_paper(head: Head, title: Pieces) -> Pieces:
    """The title of an item without the number of its paper in brackets behind it, and without how public it is."""
    if not title:
        return title
    start, end = title[-1]
    public = _PUBLIC_BEHIND.search(head.context.folded, start, end)
    end = public.start() if public else end
    bracket = head.context.text.rfind(" (", start, end)
    behind = (
        bracket > start and head.context.text[end - 1] == ")" and _OF_PAPER.match(head.context.folded, bracket, end)
    )
    return (*title[:-1], (start, bracket if behind else end))


def of_paper_label(head: Head) -> Pieces:
    """What a label for a paper gives instead of its number below the labels of an item: "Vorlage: Neubau der Halle"."""
    for index in range(1, head.last):
        line = head.context.lines[index]
        label = _PAPER_LABEL.match(head.context.text, *line)
        if label and reference_at(head.context, label.end(), line.end) is None and head.taken:
            return ((label.end(), line.end),)
    return ()


def meeting_title(head: Head, kind: Kind, session: Session | None) -> Pieces:
    """The heading of minutes up to the name of the body and its town."""
    if kind.line is None or kind.place is None or session is None or session.start > kind.place[0] + 400:
        return ()
    last = session.place[-1][1]
    while last < len(head.context.text) and head.context.text[last].isalpha():
        last += 1
    town = re.compile(
        r",?\s+(?:der|des)\s+(?:stadt|gemeinde|samtgemeinde|verbandsgemeinde|kreises|landkreises|marktes"
        r"|amtes)\s+\w[\w.-]*(?: a\. ?d\. \w+)?"
    ).match(head.context.folded, last)
    town = town or _TOWN_BEHIND.match(head.context.text, last)
    last = town.end() if town else last
    lines = range(kind.line, head.context.line_at(last) + 1)
    labels = any(index in head.taken for index in lines[1:])
    if labels or kind.place[0] > session.start or len(lines) > 5:
        return ()
    return tuple(
        (head.context.lines[i].start, min(head.context.lines[i].end, last)) for i in lines if not head.blank(i)
    )
