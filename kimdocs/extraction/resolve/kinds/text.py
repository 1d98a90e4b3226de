"""The kind of a document whose head names none: by the headings, acts and forms of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.about.acting import acting_body
from kimdocs.extraction.resolve.about.bulletin import is_bulletin, lists_resolutions
from kimdocs.extraction.resolve.about.meeting import decided_on
from kimdocs.extraction.resolve.heads.lines import reading
from kimdocs.extraction.resolve.heads.sitting import sitting_in_run_on
from kimdocs.extraction.resolve.kinds.acts import headed_by_body, kind_by_acts
from kimdocs.extraction.resolve.kinds.words import is_motion, motion_opening, names_itself, proposes
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

Told = tuple[DocumentKind, int, "str | None", "Piece | None"]

MEETING = lazy(
    r"(?:(?:\d{1,3}\. |(?:kurz)?bericht (?:über die|aus der|von der) |über die |aus der )?"
    r"(?:(?:gemeinsamen?|letzten|jüngsten) )?"
    r"(?:(?:nicht)?öffentlichen?(?: ?(?:/|und) ?(?:nicht)?öffentlichen?)? )?(?:sitzung (?:des|der)"
    r"|\w+(?:rats|ausschuss|tags|vertretungs|versammlungs)sitzung) )"
    r"|(?:(?:(?:kurz |knapp )?(?:berichtet|notiert|gefasst|notizen|neues|nachrichten|berichte?)"
    r"|(?:kurz|sitzungs)berichte?) )?"
    r"aus de[mr] \w*(?:rat|ausschuss|kreistag|vertretung|versammlung)\b"
    r"|[^\n.;]{2,60}(?:ausschuss|rat|tag|vertretung|versammlung)[^\n.;]{0,40}, (?:(?:nicht)?öffentliche )?"
    r"sitzung (?:am |vom )?\d"
)
VOTE = lazy(
    r"\babstimmung(?:sergebnis)?\s*:|\bja-stimmen\b|\beinstimmig\b|\d{1,3} dagegen\b|\b\d{1,3} gegen \d{1,3} stimmen\b"
)
_FIRST_OF_EXCERPT = lazy(r"(?:beschlu(?:ss|ß)(?:art)?|abstimmung(?:sergebnis)?|protokoll|wortprotokoll)\s*:")
_VOTED = lazy(
    r"\b(?:ist|sind|wurde|wurden|wird|werden)\b(?:[^.]|(?<=\d)\.){0,160}\bgewählt\b"
    r"|\b(?:wird|werden)\b[^.;]{0,120}\b(?:einstimmig|mehrheitlich)\b[^.;]{0,60}\b(?:vertagt|beschlossen|abgelehnt)\s*\."
    r"|\b(?:ja-stimmen|nein-stimmen|enthaltungen)\b"
)
_SAT = lazy(r"\bdie sitzung war (?:nicht ?)?öffentlich\b|\bdie (?:ein)?ladung erfolgte (?:form|frist|ordnungs)")
_OF_ONE_ITEM = 2
_TALLIED = lazy(r"\bja ?- ?stimmen\b|\beinstimmig\b|\bmehrheitlich\b")
_COUNTED = lazy(r"\babstimmung(?:sergebnis)?\s*[:\n]\s*(?:(?:dafür|ja|anwesend)\b\W{0,3})?\d|\beinstimmig\b")


def kind_by_text(head: Head) -> Told:
    """The kind by what the text does: its headings, its acts, its way to open; else ``other``."""
    folded = head.context.folded
    first = next((index for index in range(len(head.context.lines)) if index >= head.last or not head.blank(index)), 0)
    keys = {heading.key for heading in head.context.headings}
    below = head.context.lines[head.last].start if head.tables and head.last < len(head.context.lines) else 0
    voted = VOTE.search(folded, min(below, len(folded))) is not None
    start = head.context.lines[first].start if head.context.lines else 0
    of_item = head.first("agenda_item") and head.first("organization") and not head.tables
    paper = head.tables or "proposed_resolution" in keys
    acts = None if paper or head.fields.get("paper_type") else kind_by_acts(folded)
    moved = None if paper or voted else motion_opening(folded)
    told = (
        (is_bulletin(head), DocumentKind.OTHER),
        (_FIRST_OF_EXCERPT.match(folded, start), DocumentKind.EXCERPT),
        (MEETING.match(folded, start), DocumentKind.MINUTES),
        (not paper and lists_resolutions(head), DocumentKind.MINUTES),
        (not paper and head.first("meeting_date") and _SAT.search(folded), DocumentKind.MINUTES),
        (is_item_page(head), DocumentKind.EXCERPT),
        (head.tables and (not voted or _asks_for_vote(head, keys)), DocumentKind.SUBMISSION),
        (not of_item and proposes(head), DocumentKind.SUBMISSION),
        (of_item, DocumentKind.EXCERPT),
        (acts is DocumentKind.MINUTES or (acts and sitting_in_run_on(head)), DocumentKind.MINUTES),
        (moved is not None or (not paper and is_motion(folded)), DocumentKind.MOTION),
        (paper and not voted, DocumentKind.SUBMISSION),
        (keys & {"resolution", "recommendation", "result"} and voted, DocumentKind.EXCERPT),
        (not acts and not paper and _decided_at_sitting(head, keys) and _votes_often(head), DocumentKind.MINUTES),
        (acts or (not paper and _decided_at_sitting(head, keys)), DocumentKind.EXCERPT),
        (head.fields.get("reference") and "statement_of_facts" in keys, DocumentKind.SUBMISSION),
        (not paper and not head.fields and _acts_reported(head), DocumentKind.EXCERPT),
        (not paper and headed_by_body(head.context, first), DocumentKind.EXCERPT),
    )
    kind = next((kind for sign, kind in told if sign), DocumentKind.OTHER)
    named = names_itself(folded) if kind in {DocumentKind.SUBMISSION, DocumentKind.OTHER} else None
    place = moved if kind is DocumentKind.MOTION else named
    if place is None or place[0] == place[1]:
        return kind, first, None, None
    return kind, first, reading(head.context.text[slice(*place)]), place


def is_item_page(head: Head) -> bool:
    """Whether a page shows one item with its meeting in columns, and what came of it below: votes and a resolution."""
    line, names = head.tables[0] if head.tables else (0, ())
    columns = {"organization", "date", "item"} <= set(names) and "result" not in names
    columns = columns and len(head.context.items) < 2 and head.context.folded.count(head.folded(line)) == 1
    one_row = all(head.blank(index) for index in range(line + 2, head.last))
    decided = any(heading.key == "resolution" for heading in head.context.headings)
    return (
        columns
        and one_row
        and decided
        and _COUNTED.search(head.context.folded, head.context.lines[line].end) is not None
    )


def _decided_at_sitting(head: Head, keys: set[str]) -> bool:
    """Whether results are told below the date of a sitting, by its label or in the sentence that opens a resolution."""
    told = keys & {"status", "result", "resolution"}
    paper = head.first("reference") or head.first("paper_type")
    labelled = head.first("meeting_date") is not None and not paper
    if told and labelled:
        return True
    return bool(told or _TALLIED.search(head.context.folded)) and decided_on(head.context) is not None


def _votes_often(head: Head) -> bool:
    """Whether results are told so often that they cannot be those of one item."""
    return sum(heading.key in {"status", "result"} for heading in head.context.headings) > _OF_ONE_ITEM


def _asks_for_vote(head: Head, keys: set[str]) -> bool:
    """Whether a numbered paper proposes a resolution and but ends in the form for its vote."""
    numbered = head.first("reference") is not None and head.first("meeting_date") is None
    return numbered and "proposed_resolution" in keys and not keys & {"resolution", "debate", "attendance"}


def _acts_reported(head: Head) -> bool:
    return acting_body(head.context) is not None or _VOTED.search(head.context.folded) is not None
