"""Which number of a head is the document's own: the labelled one, else the one that stands where such numbers do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.reference import labelled_reference, reference_at
from kimdocs.extraction.resolve.about.bulletin import is_bulletin
from kimdocs.extraction.resolve.about.reference import (
    at_end,
    before_title,
    behind_type,
    below_label,
    below_title,
    dated_type,
    in_own_cell,
    in_title,
    number_alone,
    numbers_decisions,
    of_item,
    of_page,
    referred_to,
    spoken_of,
)
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.head import Field, Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.kinds.paper import Kind

_ONLY_TYPE = lazy(
    r"\W*(?:(?:(?:[a-zäöü]{1,5}-)?vorlage|drucksache|antrag|[a-zäöü]{4,16}vorlage)(?: der verwaltung)?)?"
    r"\W*(?:nr)?[\W\d]*"
)
_OF_PAPER = lazy(
    r"\W*(?:beratung(?:en|sverlauf|sergebnis|sfolge)?|verlauf|ergebnis|auszug) zur? (?:vorlage|drucksache)"
    r"\W*(?:nr\W*)?"
)
_OF_SITTING = lazy(r"sitzung(?:s-?n(?:r|ummer)\.?)?(?::|\s{2,})")
_OTHERS_PAPER = lazy(r"\bzu[rm]?\b")
_OF_DECISION = "labels.decision_number"
_NUMBERED = {DocumentKind.SUBMISSION, DocumentKind.EXCERPT}
_PAPERS = {DocumentKind.SUBMISSION, DocumentKind.MOTION}
_ITEM = lazy(r"\d{1,2}\.\s{1,3}\w")
_MOST_LINES = 60
_NEAR = 30
_SEVERAL = 2


def own_number(head: Head, kind: Kind, context: Context, title: tuple[Piece, ...]) -> Piece | None:
    """The place of the document's own number; None where it has none, as bulletins and most minutes."""
    fields = head.fields.get("reference", [])
    field = next((one for one in fields if one.rule != _OF_DECISION), head.first("reference"))
    if field is None and (kind.kind is DocumentKind.MOTION or is_question(kind)):
        field = head.first("motion_number")
    if kind.kind is DocumentKind.OTHER and is_bulletin(head):
        return None
    if kind.kind is DocumentKind.MINUTES and (field is None or not _is_own(head, field)):
        return None
    if field is None:
        found = _unlabelled(head, kind, context, title)
        return None if found and kind.kind is DocumentKind.EXCERPT and _is_of_later_item(context, found) else found
    return None if field.rule == _OF_DECISION and numbers_decisions(context) else field.pieces[0]


def is_question(kind: Kind) -> bool:
    """Whether the document is a question to the administration."""
    return kind.kind is DocumentKind.OTHER and kind.entry is not None and kind.entry.id == "question"


def _is_own(head: Head, field: Field) -> bool:
    """Whether a number in minutes is theirs: a paper's behind its label, and of the only item that they have."""
    items = head.context.items
    below = {one.line for one in head.fields["reference"] if _ITEM.match(head.folded(max(0, one.line - 1)))}
    if len(below) >= _SEVERAL:
        return False
    return field.rule != _OF_DECISION and not (len(items) > 1 and field.pieces[0][0] > items[0].start)


def _is_of_later_item(context: Context, place: Piece) -> bool:
    """Whether a number stands in the second item of a meeting or behind it, and is that of its paper."""
    return len(context.items) > 1 and place[0] >= context.items[1].start


def _unlabelled(head: Head, kind: Kind, context: Context, title: tuple[Piece, ...]) -> Piece | None:
    dated = dated_type(head)
    if dated:
        return dated[0]
    found = _in_line(head, kind) or before_title(head, title) or below_label(head)
    if found is None and kind.kind is DocumentKind.EXCERPT:
        found = of_item(head) or of_page(head) or referred_to(context)
    found = found or in_title(head, title) or _behind_run_on(head, title)
    found = found or (at_end(context) if kind.kind in _NUMBERED else None)
    if found is None and kind.kind is DocumentKind.EXCERPT and len(context.items) < _SEVERAL:
        found = below_title(head, title) or spoken_of(context)
    return found


def _behind_run_on(head: Head, title: tuple[Piece, ...]) -> Piece | None:
    """The number behind the title of a text without lines."""
    if not title or head.context.line_at(title[-1][0]) < head.last:
        return None
    return reference_at(head.context, title[-1][1] + 1, min(title[-1][1] + _NEAR, len(head.context.folded)))


def _in_line(head: Head, kind: Kind) -> Piece | None:
    """A number that is a line of its own, or stands on the line that names the kind of the document."""
    for index in range(min(head.last, _MOST_LINES)):
        line = head.context.lines[index]
        start = mark_end(head.context.text, line.start, line.end)
        if _OF_SITTING.match(head.context.folded, start, line.end):
            continue
        alone = (
            behind_type(head, start, line.end, own=index == kind.line)
            or number_alone(head, start, line.end)
            or (in_own_cell(head, kind, index) if _is_paper(kind) else None)
        )
        found = alone or labelled_reference(head.context, start, line.end)
        if found is None:
            continue
        before, after = head.context.folded[start : found[0]], head.context.folded[found[1] : line.end]
        others = kind.kind is DocumentKind.MOTION and _OTHERS_PAPER.search(before)
        of_paper = _ONLY_TYPE.fullmatch(before + after) or _OF_PAPER.fullmatch(before)
        if alone or (index == kind.line and not others) or of_paper:
            return found
        if index > _NEAR:
            break
    return None


def _is_paper(kind: Kind) -> bool:
    """Whether the document is a paper, or calls itself one of another kind ("Information")."""
    return kind.kind in _PAPERS or (kind.entry is not None and kind.entry.table == "paper_types")
