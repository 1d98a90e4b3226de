"""The title: what a paper or an item is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import parse_date
from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.about.bulletin import bulletin_title, is_bulletin
from kimdocs.extraction.resolve.heads.body import is_letterhead
from kimdocs.extraction.resolve.heads.labels import item_page
from kimdocs.extraction.resolve.heads.lines import cells_of, close_up, joined, mark_end
from kimdocs.extraction.resolve.titles.agreement import agreement_title
from kimdocs.extraction.resolve.titles.further import (
    above_rows,
    above_type,
    behind_item,
    behind_number,
    below_status,
    below_type,
    late_title,
    meeting_title,
    of_notice,
    of_only_item,
    of_page,
    of_paper_label,
    of_run_on,
    of_section,
    of_subject,
    short_title,
    without_paper,
    without_rest_of_label,
)
from kimdocs.extraction.resolve.titles.item import (
    NUMBER,
    is_numbered,
    item_end,
    item_title,
    paper_line,
    whole_title,
    without_number,
)
from kimdocs.extraction.resolve.titles.leads import alone_above_text, of_item_line, without_label
from kimdocs.extraction.resolve.titles.motion import is_heading_of_motion, motion_line, motion_subject
from kimdocs.extraction.resolve.titles.runs import MOST_LINES, is_remark, like_title, names_bodies, runs, unlabelled
from kimdocs.extraction.resolve.titles.statute import statute_title
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Field, Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session
    from kimdocs.extraction.resolve.kinds.paper import Kind

Pieces = tuple["Piece", ...]

_ORIGINATOR = lazy(
    r"(?:der|des|von|durch)\s+(?:herrn?|frau|stadtr|gemeinder|ratsmitgl|ratsherr|ratsfrau|kreisr"
    r"|fraktion|[\w/-]+-?fraktion|mitglied|cdu|spd|grüne|fdp|bündnis|afd|linke|csu)|(?:herr|frau"
    r"|stadtr[aä]t\w*|(?!an(?:frage|trag)\b)[\w/ü -]*fraktion(?:en)?)\b"
)
_EXCERPT = lazy(r"auszug aus (?:dem|der|den)")
_REASON = lazy(
    r"\s+(?:gem(?:\.|äß)|nach|auf grund|aufgrund|i\. ?s\. ?d\.|der|des|von|vom|zur sitzung)\s[^:\n]{2,80}(?=:\s)"
)
_GOES_ON = lazy(r"(?:auf|zur|zum|zu|betreffend|über|für|wegen|gegen|an|nach) \w")
_RUN_ON = lazy(
    r" (?:(?:Vorgang|Begründung|Sachverhalt|Beschlussvorschlag|Antrag): |(?:Die|Der) (?:[\w-]+ ){1,4}?(?:möge|wolle)\b"
    r"[^.:]{0,40}\bbeschließen\b)"
)
_ANNEX = lazy(r"anlage \d{0,3} ?(?:zu[rm]?|der|des)\b")
_DECIDES = lazy(r"(?:der|die) [^\n.:]{3,100}? (?:beschließt|beschloss|fasst|fasste|wählt|wählte|stimmt) [^\n]*:$")
_BY_RULES = lazy(
    r"^(?:Antrag|Anfrage|Anregung) (?:gem\.|gemäß|nach|i\. ?S\. ?d\.) § ?\d+[a-z]?(?: (?:Abs|Satz)\. ?\d)?"
    r"(?: (?:der |des )?[\wäöüÄÖÜ]+)? hier: "
)
_DASH_WITHIN = lazy(r" [-–] ")
_COLUMN_NAMES = ("inhalt", "wert", "beschreibung", "angabe")
_FEW_WORDS = 4
_FEW_CELLS = 2
_LONGER_THAN_MARK = 16


def find_title(head: Head, kind: Kind, table: tuple[int, int] | None, session: Session | None) -> Pieces:
    """The lines of the title; empty where the document has none that can be told."""
    told = _labelled(head) or behind_item(head, kind)
    told = told or (of_run_on(head, session) if kind.kind is DocumentKind.EXCERPT else ())
    if told:
        return told
    if kind.kind is DocumentKind.AGREEMENT:
        return agreement_title(head)
    if page := item_page(head):
        return next(iter(runs(head, 0, page.line)), ())
    if kind.kind in {DocumentKind.MINUTES, DocumentKind.EXCERPT}:
        several = kind.kind is DocumentKind.MINUTES and len(head.context.items) > 1
        found = (
            (() if several else item_title(head))
            or of_section(head, kind)
            or (_of_item_page(head) if kind.kind is DocumentKind.EXCERPT else ())
            or _after_excerpt(head, kind)
            or _after_meeting(head, kind, session)
        )
        found = found or (() if several else _numbered_below(head, kind))
        if not found and kind.kind is DocumentKind.EXCERPT:
            found = of_only_item(head, kind) or above_type(head, kind)
        if found:
            return without_paper(head, whole_title(head, without_number(head, without_label(head, found))))
        excerpt = kind.kind is DocumentKind.EXCERPT
        free = _free(head, kind, None) if kind.paper_type else ()
        free = free or (alone_above_text(head, (kind.line or 0) + 1) if excerpt else ())
        return of_only_item(head, kind) or meeting_title(head, kind, session) or free
    return without_paper(head, without_label(head, _of_paper(head, kind, table)))


def _of_item_page(head: Head) -> Pieces:
    found = of_page(head) or of_paper_label(head) or of_item_line(head)
    return found or (behind_number(head) if head.status else ()) or below_status(head)


def _of_paper(head: Head, kind: Kind, table: tuple[int, int] | None) -> Pieces:
    return (
        (statute_title(head) or _announcement(head, kind) if kind.kind is DocumentKind.OTHER else ())
        or _heading(head, kind)
        or of_subject(head, kind)
        or motion_subject(head, kind)
        or of_notice(head, kind)
        or _beside_type(head, kind)
        or behind_number(head)
        or motion_line(head, kind)
        or _free(head, kind, table)
        or above_rows(head)
        or short_title(head)
        or below_type(head, kind)
        or above_type(head, kind)
        or late_title(head, kind)
        or _first_line(head, kind)
    )


def title_text(head: Head, pieces: Pieces) -> str | None:
    """The title on one line, letter-spaced words closed up."""
    text = _BY_RULES.sub("", close_up(joined(head.context, pieces)).strip(" :*=~"))
    closed = text.endswith((" -", " –")) and not _DASH_WITHIN.search(text)
    return (text[:-2] if closed else text) or None


def _labelled(head: Head) -> Pieces:
    fields = head.fields.get("title", ())
    field = next((one for one in fields if not _is_other_value(head, one)), None)
    if field is None or parse_date(head.context.text[slice(*field.pieces[0])]):
        return ()
    further = [
        sub.pieces
        for sub in head.fields.get("subtitle", ())
        if sub.line > field.line and sub.line - field.line <= len(field.pieces) + 2
    ]
    label = [
        (head.context.lines[sub.line].start, end)
        for sub in head.fields.get("subtitle", ())
        for _, end in sub.pieces[:1]
    ]
    first, *others = field.pieces
    item = item_end(head, field_line) if (field_line := head.context.line_at(first[0])) is not None else 0
    first = (item, first[1]) if first[0] < item < first[1] else first
    if run_on := _RUN_ON.search(head.context.text, *first):
        return ((first[0], run_on.start()),)
    return (first, *others, *((label[0], *further[0][1:]) if further else ()))


def _is_other_value(head: Head, field: Field) -> bool:
    """Whether a label like "Bezeichnung" but heads a column, or one like "Tagesordnungspunkt" gives but a number."""
    tabs = sum(head.context.text.count(border, *piece) for piece in field.pieces for border in "\t|")
    value = head.context.folded[slice(*field.pieces[0])].strip()
    number = NUMBER.fullmatch(value)
    start, end = head.context.lines[head.context.line_at(field.pieces[0][0])]
    row = ":" not in head.context.text[start:end] and len(cells_of(head.context.text, start, end)) > _FEW_CELLS
    row = row and not any(start <= one.pieces[0][0] < end for one in head.fields.get("reference", ()))
    if _DECIDES.fullmatch(value) or value in _COLUMN_NAMES:
        return True
    return row or tabs > 1 or len(field.pieces) > MOST_LINES or number is not None


def _after_excerpt(head: Head, kind: Kind) -> Pieces:
    """The paragraph below "Auszug aus dem Protokoll"."""
    if kind.kind is not DocumentKind.EXCERPT or kind.line is None:
        return ()
    line = head.context.lines[kind.line]
    if (
        not _EXCERPT.match(close_up(head.folded(kind.line)))
        or len(head.folded(kind.line)) > 60
        or line.end == line.start
    ):
        return ()
    found = runs(head, kind.line + 1, head.last)
    return next((run for run in found if is_numbered(head, run)), next(iter(found), ()))


def _after_meeting(head: Head, kind: Kind, session: Session | None) -> Pieces:
    """The first lines behind the meeting that an excerpt names."""
    if kind.kind is not DocumentKind.EXCERPT or session is None:
        return ()
    named = kind.line if kind.entry is not None and kind.line is not None else 0
    first = max(head.context.line_at(session.start), named) + 1
    found = runs(head, first, head.last)
    run = next((run for run in found if is_numbered(head, run)), next(iter(found), ()))
    if not run or item_end(head, head.context.line_at(run[0][0])):
        return ()
    return run


def _numbered_below(head: Head, kind: Kind) -> Pieces:
    """The lines behind the number of an item, below the word that names an excerpt."""
    if kind.line is None:
        return ()
    return next((run for run in runs(head, kind.line + 1, head.last) if is_numbered(head, run)), ())


def _announcement(head: Head, kind: Kind) -> Pieces:
    """The line with which a bulletin says what it announces: "Bekanntmachung der Beschlüsse der 4. Sitzung"."""
    called = kind.place if kind.entry is not None and kind.entry.table == "kinds" else None
    if called and len(head.context.text[slice(*called)].split()) > _FEW_WORDS:
        return (called,)
    return bulletin_title(head) if is_bulletin(head) else ()


def _beside_type(head: Head, kind: Kind) -> Pieces:
    """What follows the kind of paper on its line: "Antrag: Mehr Bänke im Stadtpark"."""
    if kind.place is None or kind.line is None:
        return ()
    end = head.context.lines[kind.line].end
    start = kind.place[1]
    reason = _REASON.match(head.context.folded, start, end)
    start = reason.end() if reason else start
    while start < end and head.context.text[start] in " :–-":
        start += 1
    rest = head.context.text[start:end]
    if rest.startswith("(") and rest.endswith(")") and len(rest) > _LONGER_THAN_MARK:
        return ((start + 1, end - 1),)
    between = head.context.text[kind.place[1] : start]
    follows = ":" in between or "–" in between or (between == " - " and kind.line not in head.taken)
    if follows and _GOES_ON.match(rest) and len(rest) > _LONGER_THAN_MARK:
        return ((kind.place[0], end),)
    if kind.kind is DocumentKind.MOTION and not follows and is_heading_of_motion(head, kind.line, rest):
        return ((kind.place[0], end),)
    if not follows or len(rest) < 8 or reference_at(head.context, start, end) or not like_title(head, ((start, end),)):
        return ()
    return ((start, end),)


def _heading(head: Head, kind: Kind) -> Pieces:
    """A line that the file itself sets as a heading, and that names neither a kind nor a part."""
    for index in range(head.last):
        line = head.context.lines[index]
        if index in head.taken or index == kind.line or not head.context.text.startswith("#", line.start):
            continue
        start = mark_end(head.context.text, line.start, line.end)
        folded = head.context.folded[start : line.end]
        if len(folded) > 8 and not paper_line(folded) and matcher("paper_types").fullmatch(folded) is None:
            return ((start, line.end),)
    return ()


def _free(head: Head, kind: Kind, table: tuple[int, int] | None) -> Pieces:
    """The lines that no label, table or letterhead takes, where titles stand: before the table or before the text."""
    if kind.kind is DocumentKind.OTHER and not table and (kind.entry is None or kind.entry.id != "question"):
        return ()
    if table and kind.line is not None and kind.line > table[1]:
        first = next(iter(runs(head, kind.line + 1, head.last)), None)
        if first:
            return first
    if table:
        before = [index for index in head.taken if index < table[0]]
        last = max([*before, kind.line if kind.line is not None and kind.line < table[0] else -1], default=-1)
        above = unlabelled(runs(head, last + 1, table[0]), head)
        for run in (*above[-1:], *runs(head, table[1] + 1, head.last)[:1]):
            return without_rest_of_label(head, run)
        return ()
    taken = max((index for index in head.taken if index < head.last), default=-1)
    last = max(taken, kind.line if kind.line is not None and kind.line < head.last else -1)
    below = unlabelled(runs(head, last + 1, head.last), head)
    free = [run for run in below if not _ORIGINATOR.match(head.context.folded, run[0][0])]
    return without_rest_of_label(head, free[0]) if free and last >= 0 else ()


def _first_line(head: Head, kind: Kind) -> Pieces:
    """The first line of an annex that stands there like a heading."""
    if kind.kind is not DocumentKind.OTHER or head.taken or head.fields:
        return ()
    for index, line in enumerate(head.context.lines[:5]):
        if is_letterhead(head, index) or names_bodies(head, *line):
            return ()
        words = head.context.text[line.start : line.end].split()
        if words and not (_ANNEX.match(head.context.folded, line.start) or is_remark(head.folded(index))):
            heading = (
                1 < len(words) <= 8 and words[0][0].isupper() and not words[-1].endswith((".", ",", ";", "-", "…", "|"))
            )
            return ((line.start, line.end),) if heading else ()
    return ()
