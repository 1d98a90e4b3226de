"""What kind of document it is, and what kind of paper it calls itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import natural_case, starts_organization
from kimdocs.extraction.resolve.about.bulletin import in_gazette, is_bulletin, lists_resolutions_above
from kimdocs.extraction.resolve.about.meeting import behind_date
from kimdocs.extraction.resolve.heads.labels import item_page, resolution_sheet, seams
from kimdocs.extraction.resolve.heads.lines import cells_of, close_up, mark_end, reading
from kimdocs.extraction.resolve.heads.sitting import labelled_sitting, sitting_in_parts
from kimdocs.extraction.resolve.kinds.excerpt import of_one_decision, of_section, reports_decision
from kimdocs.extraction.resolve.kinds.minutes import MEETING_REPORT, excerpt_of, minutes_beside
from kimdocs.extraction.resolve.kinds.paper import Kind, paper, plain
from kimdocs.extraction.resolve.kinds.text import MEETING, VOTE, is_item_page, kind_by_text
from kimdocs.extraction.resolve.kinds.words import (
    MINUTES_REST,
    in_row,
    item_at,
    names_alone,
    once,
    proposes,
    reports,
    type_below,
)
from kimdocs.extraction.resolve.titles.agreement import agreement_title
from kimdocs.lexicon import Entry, matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_MOST_LINES, _MEETING_LINES, _FURTHER_LINES = 120, 6, 9
_REPORTED = lazy(r"\babstimmung(?:sergebnis)?\s*(?::|\n)|\bdafür:? ?\d|\bja-stimmen\b|\beinstimmig\b|\bja: ?\d")
_RESULTS_BY_ITEM = lazy(
    r"(?:^|\n)[\W_]*top[\s|]+(?:betreff|tagesordnungspunkt|bezeichnung)\b[^\n]{0,60}"
    r"\b(?:beschluss|ergebnis|beschlussart)[^\w\n]*(?:\n|$)"
)
_SITTING = lazy(
    r"\s*(?:\d{1,3}\. (?:(?:nicht)?öffentliche )?sitzung\b|sitzung (?:des|der|vom|am) (?=[^\n]{0,60}\d{4}))"
)
_PUBLIC_BEHIND = lazy(r"(?:\s*[-–(,]\s*|\s+)(?:nicht ?)?öffentlich\)?$")
_ITEM = lazy(r"top [ön] \d{1,3}(?:\.\d{1,2})*: \S")
_RUN_ON = lazy(
    r"\b(?:(?P<excerpt>beschluss aus der sitzung de[sr]|auszug aus der niederschrift)"
    r"|(?:niederschrift|protokoll) über die (?:\d{1,3}\. )?(?:[\wäöü]+ )?sitzung de[sr]) "
)
_RUN_ON_REACH, _TOP_LINES, _FEW_CELLS = 400, 8, 3
_OF_MINUTES = lazy(r"\b(?:der|einer)\s+(?:\w+\s+)?niederschrift\b|\bdes\s+(?:\w+)?protokolls\b")
_OVERRIDES = {"statement"}
_ANY_REPORT = "Bericht"


def classify(head: Head) -> Kind:
    """The document's kind from the words of its head, else from the headings of its text, else ``other``."""
    stated = _excerpt_of_paper(head) or _labelled(head) or _stated(head)
    plain = stated is not None and (stated.entry is None or stated.kind is DocumentKind.NOTICE)
    if stated is not None and plain and _item_of_sitting(head) is None and is_bulletin(head):
        return replace(stated, kind=DocumentKind.OTHER)
    if in_gazette(head) and lists_resolutions_above(head, stated.line if stated else None) and is_bulletin(head):
        return Kind(DocumentKind.OTHER, 0)
    if stated is not None and stated.kind is DocumentKind.MOTION and reports_decision(head):
        return Kind(DocumentKind.EXCERPT, head.status[0] if head.status else 0)
    if stated is not None and not stated.generic:
        item = stated.kind is DocumentKind.MINUTES and (is_item_page(head) or of_section(head, stated.line))
        return replace(stated, kind=DocumentKind.EXCERPT) if item else stated
    told = _by_status(head) or _by_meeting(head) or stated or _by_title(head) or _in_run_on(head)
    told = told or _by_page_title(head)
    return told or Kind(*kind_by_text(head))


def _by_page_title(head: Head) -> Kind | None:
    """Minutes or an excerpt by the title of a web page that says so before anything else: "Kurzprotokoll"."""
    titles = [fold(one.text) for one in head.context.source.furniture if not one.page]
    hit = next((hit for title in titles if (hit := matcher("kinds").match(title, 0))), None)
    kind = DocumentKind(hit.entry.value) if hit else None
    return Kind(kind, 0) if kind in (DocumentKind.MINUTES, DocumentKind.EXCERPT) else None


def _in_run_on(head: Head) -> Kind | None:
    """What the first words of a text without lines call it: "Beschluss aus der Sitzung des Rates am …"."""
    if head.last >= len(head.context.lines):
        return None
    start = head.context.lines[head.last].start
    hit = _RUN_ON.search(head.context.folded, start, start + _RUN_ON_REACH)
    if hit is None:
        return None
    kind = DocumentKind.EXCERPT if hit["excerpt"] else DocumentKind.MINUTES
    return Kind(kind, head.last, place=hit.span())


def _excerpt_of_paper(head: Head) -> Kind | None:
    """An excerpt that says so on its first line and goes on with the head of the paper that was dealt with."""
    label = head.first("paper_type")
    grid = head.first("agenda_item") and head.first("organization") and not head.tables
    if label and item_at(close_up(head.folded(0))) and (grid or reports(head)):
        return Kind(DocumentKind.EXCERPT, 0, place=head.context.lines[0])
    first = next((index for index in range(head.last) if matcher("kinds").match(head.folded(index), 0)), None)
    stated = _of_line(head, first) if label and first is not None and first < label.line else None
    return stated if stated and stated.kind is DocumentKind.EXCERPT else None


def labelled_type(head: Head) -> tuple[str, Piece] | None:
    """The kind of paper that a label gives, as written: what an excerpt is about, beside what a paper is."""
    field = head.first("paper_type")
    if field is None:
        return None
    cell = cells_of(head.context.text, *field.pieces[0])[0]
    place = _without_public(head, once(head.context, _first_of_glued(head, *cell)))
    entry = matcher("kinds").fullmatch(plain(head, *place))
    return None if entry is not None else (natural_case(reading(head.context.text[slice(*place)])), place)


def _without_public(head: Head, place: Piece) -> Piece:
    public = _PUBLIC_BEHIND.search(head.context.folded, *place)
    return (place[0], public.start()) if public else place


def _labelled(head: Head) -> Kind | None:
    field = head.first("paper_type")
    if field is None:
        return None
    place = once(head.context, _first_of_glued(head, *field.pieces[0]))
    entry = matcher("paper_types").fullmatch(plain(head, *place)) or _first_words(head, *place)
    record = matcher("kinds").fullmatch(plain(head, *place)) if entry is None else None
    if record is not None and record.value in {"minutes", "excerpt"}:
        return Kind(DocumentKind(record.value), field.line, place=place, entry=record)
    kind = DocumentKind(entry.value) if entry else DocumentKind.SUBMISSION
    comma = head.context.text.find(",", *place) if entry else -1
    place = (place[0], comma) if comma > 0 else place
    place = _without_public(head, place)
    return Kind(kind, field.line, natural_case(reading(head.context.text[slice(*place)])), place, entry)


def _first_of_glued(head: Head, start: int, end: int) -> Piece:
    """The first of two kinds of paper that a page printed without a gap ("AntragBeschluss")."""
    types, folded = matcher("paper_types"), head.context.folded
    for seam in seams(head.context.text, start, end):
        second = types.match(folded, seam, end)
        both = second is not None and second.end == end and types.match(folded, start, seam) is not None
        if both or types.fullmatch(plain(head, start, seam)):
            return start, seam
    return start, end


def _stated(head: Head) -> Kind | None:
    """The first line that names a kind; an answer further down makes a motion the answer to it."""
    found: Kind | None = None
    titled = [[head.context.line_at(start) for start, _ in field.pieces] for field in head.fields.get("title", ())]
    continued = {line for lines in titled for line in lines[1:]}
    for index in range(min(head.last + 1, len(head.context.lines), _MOST_LINES)):
        if head.blank(index) or index in continued:
            continue
        kind = _of_line(head, index) if index < head.last or found else paper(head, index)
        if kind is None:
            continue
        if found is None:
            found = kind
        elif _overrides(kind, found) or _is_announced(head, kind, found):
            return kind
        elif (
            names_alone(head, kind)
            and not names_alone(head, found)
            and kind.kind is found.kind
            and not (_answers(kind) and _answers(found))
            and not (found.paper_type and in_row(head, kind.line))
        ) or (
            (found.paper_type is None or found.generic)
            and kind.paper_type
            and not kind.generic
            and found.kind is DocumentKind.SUBMISSION
            and not any(index in lines for lines in titled)
        ):
            found = kind
    return found


def _answers(kind: Kind) -> bool:
    """Whether a word says that the paper is an answer: the first says which, a later one but heads the answer."""
    return kind.entry is not None and kind.entry.id in _OVERRIDES


def _overrides(kind: Kind, found: Kind) -> bool:
    """Whether a later line says more exactly what the document is: the answer to a motion, an excerpt from minutes."""
    if kind.entry is None:
        return False
    answer = _answers(kind) and found.kind in {DocumentKind.MOTION, DocumentKind.OTHER}
    report = kind.entry.id == MEETING_REPORT and found.paper_type == _ANY_REPORT
    excerpt = kind.entry.id == "excerpt" and (found.kind is DocumentKind.MINUTES or _is_but_numbered(found))
    return answer or report or excerpt


def _is_but_numbered(found: Kind) -> bool:
    """Whether a paper's number is all that names a kind: "Drucksache 14/0733" above "Auszug aus dem Beschlussbuch"."""
    return found.kind is DocumentKind.SUBMISSION and found.generic and found.line is not None


def _is_announced(head: Head, kind: Kind, found: Kind) -> bool:
    """Whether minutes follow the line that makes them public: "Öffentliche Bekanntmachung der Niederschrift"."""
    announced = kind.kind is DocumentKind.MINUTES and found.kind is DocumentKind.NOTICE and found.line is not None
    return announced and _OF_MINUTES.search(head.folded(found.line or 0)) is not None


def _of_line(head: Head, index: int) -> Kind | None:
    line = head.context.lines[index]
    start = mark_end(head.context.text, line.start, line.end)
    folded = close_up(head.context.folded[start : line.end])
    folded = folded[1:-1] if folded.startswith("(") and folded.endswith(")") else folded
    hit = matcher("kinds").match(folded, 0)
    if (
        hit
        and hit.entry.value in {"minutes", "excerpt", "notice"}
        and len(folded) < 160
        and (MINUTES_REST.match(folded, hit.end) or starts_organization(folded[hit.end :].strip()))
    ):
        named = excerpt_of(folded, hit)
        return Kind(DocumentKind(named.value), index, place=(start, line.end), entry=named)
    item = item_at(folded)
    if item and not proposes(head) and not type_below(head, index):
        return Kind(DocumentKind.EXCERPT, index, place=(start, start + item))
    beside = minutes_beside(head.context, index)
    if beside:
        return Kind(DocumentKind(beside[0].value), index, place=beside[1], entry=beside[0])
    return paper(head, index)


def _first_words(head: Head, start: int, end: int) -> Entry | None:
    hit = matcher("paper_types").match(head.context.folded, start, end)
    return hit.entry if hit else None


def _by_status(head: Head) -> Kind | None:
    """An excerpt by what its head reports: the status of a decision, or the agenda item of a body."""
    if head.status:
        return Kind(DocumentKind.EXCERPT, head.status[0])
    told = (resolution_sheet(head.context), _item_of_sitting(head), of_one_decision(head))
    if (line := next((one for one in told if one is not None), None)) is not None:
        return Kind(DocumentKind.EXCERPT, line)
    if page := item_page(head):
        return Kind(DocumentKind.EXCERPT, page.line)
    item = head.first("agenda_item")
    if _is_page_of_meeting(head):
        return Kind(DocumentKind.EXCERPT if is_item_page(head) else DocumentKind.MINUTES, 0)
    if (
        item
        and head.first("organization")
        and not head.tables
        and any(f.rule == "labels.status" for f in head.fields.get("other", ()))
    ):
        return Kind(DocumentKind.EXCERPT, item.line)
    return None


def _item_of_sitting(head: Head) -> int | None:
    """The line of the item below the sitting that a page is headed by: "TOP Ö 7: Neubau der Halle"."""
    if behind_date(head) is None:
        return None
    return next((index for index in range(min(head.last, _TOP_LINES)) if _ITEM.match(head.folded(index))), None)


def _is_page_of_meeting(head: Head) -> bool:
    """Whether a page is headed by a meeting with its place, and reports votes on its items."""
    placed = any(field.rule == "labels.place_and_time" for field in head.fields.get("other", ()))
    paper = head.first("reference") or head.first("paper_type")
    return (
        placed
        and not paper
        and labelled_sitting(head) is not None
        and _REPORTED.search(head.context.folded) is not None
    )


def _by_meeting(head: Head) -> Kind | None:
    """Minutes by a first line that names the meeting, or by a table of a body's items with what came out of them."""
    lines_read = _FURTHER_LINES if VOTE.search(head.context.folded) else _MEETING_LINES
    last = min([head.last, lines_read, *(line for line, _ in head.tables)])
    lines = (index for index in range(last) if MEETING.match(head.folded(index)) or _sits_beside(head, index))
    line = next(lines, None)
    parted = sitting_in_parts(head) if line is None and VOTE.search(head.context.folded) else None
    line = head.context.line_at(parted.start) if parted else line
    results = _RESULTS_BY_ITEM.search(head.context.folded) if line is None and head.first("organization") else None
    if results and VOTE.search(head.context.folded, results.end()):
        line = head.context.line_at(results.end())
    return Kind(DocumentKind.MINUTES, line) if line is not None and not proposes(head) else None


def _sits_beside(head: Head, index: int) -> bool:
    """Whether a cell beside the town names a sitting, of whose votes the text tells: "Auental      34. Sitzung"."""
    cells = cells_of(head.context.text, *head.context.lines[index])[1:] if index < _FEW_CELLS else []
    named = any(_SITTING.match(head.context.folded, *cell) for cell in cells)
    return named and VOTE.search(head.context.folded) is not None


def _by_title(head: Head) -> Kind | None:
    return Kind(DocumentKind.AGREEMENT, head.context.line_at(found[0][0])) if (found := agreement_title(head)) else None
