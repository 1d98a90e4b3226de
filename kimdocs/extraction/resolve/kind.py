"""What kind of document it is, and what kind of paper it calls itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import natural_case
from kimdocs.extraction.resolve.document_acting import acting_body
from kimdocs.extraction.resolve.head_labels import item_page, seams
from kimdocs.extraction.resolve.head_lines import cells_of, close_up, mark_end, reading
from kimdocs.extraction.resolve.kind_acts import kind_by_acts
from kimdocs.extraction.resolve.kind_words import is_motion, motion_opening, names_itself, names_meeting, proposes
from kimdocs.extraction.resolve.title_agreement import agreement_title
from kimdocs.lexicon import Entry, matcher
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.head import Head
    from kimdocs.extraction.resolve.head_lines import Piece

_MOST_LINES = 120
_MINUTES_REST = re.compile(
    r"\s*(?:$|[:(–-]|über|der|des|vom|zur|zu|nr\b|\d|(?:nicht ?)?öffentliche|sitzung|\w+sitzung)"
)
_TYPE_REST = re.compile(
    r"\s*(?:[:(–-]|nr\b|-nr|der (?:verwaltung|fraktion|stadtr|gemeinder|mitglied)|des |zum |zur "
    r"|\w{0,3}\d|gemäß|[a-z]{1,4}/\d|vom \d)"
)
_FIRST_OF_EXCERPT = re.compile(r"(?:beschlu(?:ss|ß)(?:art)?|abstimmung(?:sergebnis)?|protokoll|wortprotokoll)\s*:")
_MEETING = re.compile(
    r"(?:(?:\d{1,3}\. |(?:kurz)?bericht (?:über die|aus der|von der) |über die |aus der )?"
    r"(?:(?:gemeinsamen?|letzten|jüngsten) )?(?:(?:nicht)?öffentlichen? )?(?:sitzung (?:des|der)"
    r"|\w+(?:rats|ausschuss|tags|vertretungs|versammlungs)sitzung) )|aus dem \w*(?:rat|ausschuss"
    r"|kreistag)\b|[^\n.;]{2,60}(?:ausschuss|rat|tag|vertretung|versammlung)[^\n.;]{0,40}, (?:(?:nicht)?öffentliche )?"
    r"sitzung (?:am |vom )?\d"
)
_VOTE = re.compile(r"\babstimmung(?:sergebnis)?\s*:|\bja-stimmen\b|\beinstimmig\b")
_RESULTS_BY_ITEM = re.compile(
    r"(?:^|\n)[\W_]*top[\s|]+(?:betreff|tagesordnungspunkt|bezeichnung)\b[^\n]{0,60}"
    r"\b(?:beschluss|ergebnis|beschlussart)[^\w\n]*(?:\n|$)"
)
_BULLETIN = re.compile(
    r"(?:bekanntmachung|bekanntgabe) (?:von|der|über|gefasster) (?:\w+ ){0,3}beschlüsse"
    r"|(?:^|\n)[\W_]*beschlüsse (?:\d{4} |vom [\d.]+ )?(?:de[sr]|aus de[mr]) |nachstehend aufgeführten beschlüsse"
    r"|wurden? [^.\n]{0,160}(?:folgende[rn]?|nachstehende[rn]?) beschl(?:uss|üsse) gefasst"
)
_PUBLIC_BEHIND = re.compile(r"(?:\s*[-–(,]\s*|\s+)(?:nicht ?)?öffentlich\)?$")
_VOTED = re.compile(
    r"\b(?:ist|sind|wurde|wurden|wird|werden)\b(?:[^.]|(?<=\d)\.){0,160}\bgewählt\b"
    r"|\b(?:wird|werden)\b[^.;]{0,120}\b(?:einstimmig|mehrheitlich)\b[^.;]{0,60}\b(?:vertagt|beschlossen|abgelehnt)\s*\.|\b(?:ja-stimmen|nein-stimmen|enthaltungen)\b"
)
_HEAD_OF_BULLETIN, _MARKS = 1200, 4
_OVERRIDES = {"statement"}


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind, the line that says it, and the kind of paper as written, with its lexicon entry."""

    kind: DocumentKind
    line: int | None = None
    paper_type: str | None = None
    place: Piece | None = None
    entry: Entry | None = None


def classify(head: Head) -> Kind:
    """The document's kind from the words of its head, else from the headings of its text, else ``other``."""
    stated = _excerpt_of_paper(head) or _labelled(head) or _stated(head)
    plain = stated is not None and (stated.entry is None or stated.kind is DocumentKind.NOTICE)
    if stated is not None and plain and _is_bulletin(head):
        return replace(stated, kind=DocumentKind.OTHER)
    if stated is not None and not (stated.entry and stated.entry.attributes.get("generic")):
        return stated
    return _by_status(head) or _by_meeting(head) or stated or _by_title(head) or _by_text(head)


def _excerpt_of_paper(head: Head) -> Kind | None:
    """An excerpt that says so on its first line and goes on with the head of the paper that was dealt with."""
    label = head.first("paper_type")
    first = next((index for index in range(head.last) if matcher("kinds").match(head.folded(index), 0)), None)
    stated = _of_line(head, first) if label and first is not None and first < label.line else None
    return stated if stated and stated.kind is DocumentKind.EXCERPT else None


def _labelled(head: Head) -> Kind | None:
    field = head.first("paper_type")
    if field is None:
        return None
    place = _first_of_glued(head, *field.pieces[0])
    entry = matcher("paper_types").fullmatch(_plain(head, *place)) or _first_words(head, *place)
    kind = DocumentKind(entry.value) if entry else DocumentKind.SUBMISSION
    if public := _PUBLIC_BEHIND.search(head.context.folded, *place):
        place = place[0], public.start()
    return Kind(kind, field.line, natural_case(reading(head.context.text[slice(*place)])), place, entry)


def _first_of_glued(head: Head, start: int, end: int) -> Piece:
    """The first of two kinds of paper that a page printed without a gap ("AntragBeschluss")."""
    for seam in seams(head.context.text, start, end):
        if matcher("paper_types").fullmatch(_plain(head, start, seam)):
            return start, seam
    return start, end


def _stated(head: Head) -> Kind | None:
    """The first line that names a kind; an answer further down makes a motion the answer to it."""
    found: Kind | None = None
    for index in range(min(head.last + 1, len(head.context.lines), _MOST_LINES)):
        if head.blank(index):
            continue
        kind = _of_line(head, index) if index < head.last or found else _paper(head, index)
        if kind is None:
            continue
        if found is None:
            found = kind
        elif _overrides(kind, found):
            return kind
        elif (_names_alone(head, kind) and not _names_alone(head, found) and kind.kind is found.kind) or (
            found.paper_type is None and kind.paper_type and found.kind is DocumentKind.SUBMISSION
        ):
            found = kind
    return found


def _overrides(kind: Kind, found: Kind) -> bool:
    """Whether a later line says more exactly what the document is: the answer to a motion, an excerpt from minutes."""
    if kind.entry is None:
        return False
    answer = kind.entry.id in _OVERRIDES and found.kind in {DocumentKind.MOTION, DocumentKind.OTHER}
    return answer or (kind.entry.id == "excerpt" and found.kind is DocumentKind.MINUTES)


def _names_alone(head: Head, kind: Kind) -> bool:
    """Whether the kind of paper is all that its line says, where a title may but begin with such a word."""
    if kind.place is None or kind.paper_type is None or kind.line is None:
        return False
    start, end = head.context.lines[kind.line]
    return not head.context.text[kind.place[1] : end].strip(" :*") and kind.place[0] - start < _MARKS


def _of_line(head: Head, index: int) -> Kind | None:
    line = head.context.lines[index]
    start = mark_end(head.context.text, line.start, line.end)
    folded = close_up(head.context.folded[start : line.end])
    hit = matcher("kinds").match(folded, 0)
    if (
        hit
        and hit.entry.value in {"minutes", "excerpt", "notice"}
        and len(folded) < 160
        and _MINUTES_REST.match(folded, hit.end)
    ):
        return Kind(DocumentKind(hit.entry.value), index, place=(start, line.end), entry=hit.entry)
    item = _item_at(folded)
    if item and not proposes(head):
        return Kind(DocumentKind.EXCERPT, index, place=(start, start + item))
    return _paper(head, index)


def _item_at(folded: str) -> int:
    """Length of the heading of an agenda item that a line begins with, 0 if there is none."""
    for match in matcher("labels").finditer(folded, 0, 60):
        if match.entry.value == "item" and match.start == 0:
            return match.end
    return 0


def _paper(head: Head, index: int) -> Kind | None:
    line = head.context.lines[index]
    start = mark_end(head.context.text, line.start, line.end)
    if names_meeting(head.context, start, line.end):
        return None
    generic = None
    for begin, end in cells_of(head.context.text, start, line.end):
        folded = _plain(head, begin, end)
        if head.tables and head.tables[0][0] < index and matcher("consultation_roles").fullmatch(folded):
            continue
        entry = matcher("paper_types").fullmatch(folded)
        stop = end
        if (
            entry is not None
            and (entry.attributes.get("generic") or entry.value == "notice")
            and head.context.text[begin:end].endswith(":")
        ):
            continue
        if entry is None and begin == start and end - begin < 140:
            hit = matcher("paper_types").match(head.context.folded, begin, end)
            if (
                hit
                and _TYPE_REST.match(head.context.folded, hit.end, end)
                and not _label_like(head, hit.entry, hit.end)
            ):
                entry, stop = hit.entry, hit.end
        found = _kind_of(head, index, entry, (begin, stop)) if entry is not None else None
        if found and found.paper_type:
            return found
        generic = generic or found
    return generic


def _label_like(head: Head, entry: Entry, end: int) -> bool:
    """Whether the word is a label for another paper's number ("Vorlage: 12/2031") rather than what the document is."""
    return bool(entry.attributes.get("generic") or entry.value == "notice") and head.context.text[end : end + 1] == ":"


def _kind_of(head: Head, index: int, entry: Entry, place: Piece) -> Kind:
    if entry.attributes.get("generic"):
        return Kind(DocumentKind(entry.value), index, entry=entry)
    words = reading(close_up(head.context.text[slice(*place)])).strip(" :*-–")
    named = " ".join(natural_case(word) if word.isupper() and len(word) > 3 else word for word in words.split())
    return Kind(DocumentKind(entry.value), index, named, place, entry)


def _plain(head: Head, start: int, end: int) -> str:
    return close_up(head.context.folded[start:end]).strip(" :*-–()#")


def _first_words(head: Head, start: int, end: int) -> Entry | None:
    hit = matcher("paper_types").match(head.context.folded, start, end)
    return hit.entry if hit else None


def _by_status(head: Head) -> Kind | None:
    """An excerpt by what its head reports: the status of a decision, or the agenda item of a body."""
    if head.status:
        return Kind(DocumentKind.EXCERPT, head.status[0])
    if page := item_page(head):
        return Kind(DocumentKind.EXCERPT, page.line)
    item = head.first("agenda_item")
    if (
        item
        and head.first("organization")
        and not head.tables
        and any(f.rule == "labels.status" for f in head.fields.get("other", ()))
    ):
        return Kind(DocumentKind.EXCERPT, item.line)
    return None


def _by_meeting(head: Head) -> Kind | None:
    """Minutes by a first line that names the meeting, or by a table of a body's items with what came out of them."""
    last = min([head.last, 6, *(line for line, _ in head.tables)])
    lines = (index for index in range(last) if _MEETING.match(head.folded(index)))
    line = next(lines, None)
    results = _RESULTS_BY_ITEM.search(head.context.folded) if line is None and head.first("organization") else None
    if results and _VOTE.search(head.context.folded, results.end()):
        line = head.context.line_at(results.end())
    return Kind(DocumentKind.MINUTES, line) if line is not None and not proposes(head) else None


def _by_title(head: Head) -> Kind | None:
    return Kind(DocumentKind.AGREEMENT, head.context.line_at(found[0][0])) if (found := agreement_title(head)) else None


def _by_text(head: Head) -> Kind:
    folded = head.context.folded
    first = next((index for index in range(len(head.context.lines)) if index >= head.last or not head.blank(index)), 0)
    keys = {heading.key for heading in head.context.headings}
    voted = _VOTE.search(folded) is not None
    start = head.context.lines[first].start if head.context.lines else 0
    of_item = head.first("agenda_item") and head.first("organization") and not head.tables
    paper = head.tables or "proposed_resolution" in keys
    acts = None if paper or head.fields.get("paper_type") else kind_by_acts(folded)
    moved = None if paper or voted else motion_opening(folded)
    told = (
        (_is_bulletin(head), DocumentKind.OTHER),
        (_FIRST_OF_EXCERPT.match(folded, start), DocumentKind.EXCERPT),
        (_MEETING.match(folded, start), DocumentKind.MINUTES),
        (head.tables and not voted, DocumentKind.SUBMISSION),
        (of_item, DocumentKind.EXCERPT),
        (acts is DocumentKind.MINUTES, DocumentKind.MINUTES),
        (moved is not None or (not paper and is_motion(folded)), DocumentKind.MOTION),
        (paper and not voted, DocumentKind.SUBMISSION),
        (keys & {"resolution", "recommendation", "result"} and voted, DocumentKind.EXCERPT),
        (acts, DocumentKind.EXCERPT),
        (head.fields.get("reference") and "statement_of_facts" in keys, DocumentKind.SUBMISSION),
        (not paper and not head.fields and _acts_reported(head), DocumentKind.EXCERPT),
    )
    kind = next((kind for sign, kind in told if sign), DocumentKind.OTHER)
    named = names_itself(folded) if kind in {DocumentKind.SUBMISSION, DocumentKind.OTHER} else None
    place = moved if kind is DocumentKind.MOTION else named
    if place is None or place[0] == place[1]:
        return Kind(kind, first)
    return Kind(kind, first, reading(head.context.text[slice(*place)]), place)


def _acts_reported(head: Head) -> bool:
    return acting_body(head.context) is not None or _VOTED.search(head.context.folded) is not None


def _is_bulletin(head: Head) -> bool:
    """Whether a paper tells the public what was decided, with the texts of the decisions."""
    begun = head.context.folded
    return _BULLETIN.search(begun, 0, _HEAD_OF_BULLETIN) is not None and kind_by_acts(begun) is not DocumentKind.MINUTES
