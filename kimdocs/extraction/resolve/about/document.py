"""What a document says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kimdocs.extraction.recognise.reference import find_references
from kimdocs.extraction.resolve.about.acting import acting_body, dealing_body
from kimdocs.extraction.resolve.about.bulletin import is_bulletin
from kimdocs.extraction.resolve.about.date_beside import told_in_text
from kimdocs.extraction.resolve.about.dates import meeting_date, own_date, stamp
from kimdocs.extraction.resolve.about.impact import financial_impact
from kimdocs.extraction.resolve.about.meeting import addressed, session_date
from kimdocs.extraction.resolve.about.number import is_question, own_number
from kimdocs.extraction.resolve.about.public import find_public
from kimdocs.extraction.resolve.about.session import find_session
from kimdocs.extraction.resolve.consultations.consultation import consultations
from kimdocs.extraction.resolve.consultations.tail import consultations_behind
from kimdocs.extraction.resolve.consultations.told import meetings_asked_for
from kimdocs.extraction.resolve.heads.below import read_below
from kimdocs.extraction.resolve.heads.body import find_body
from kimdocs.extraction.resolve.heads.district import with_district
from kimdocs.extraction.resolve.heads.labels import item_page
from kimdocs.extraction.resolve.heads.lines import evidence, reading
from kimdocs.extraction.resolve.heads.reader import read_head
from kimdocs.extraction.resolve.heads.strip import read_strips
from kimdocs.extraction.resolve.heads.values import SPACED_NUMBER
from kimdocs.extraction.resolve.kinds.kind import classify, labelled_type
from kimdocs.extraction.resolve.titles.title import find_title, title_text
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import Consultation, DocumentFacts, DocumentKind, Reference

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.head import Field, Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session
    from kimdocs.extraction.resolve.kinds.paper import Kind
    from kimdocs.model.source import Evidence

_T = TypeVar("_T")
_WITH_MEETING = {DocumentKind.SUBMISSION, DocumentKind.MOTION}
_WITH_CONSULTATIONS = {DocumentKind.SUBMISSION, DocumentKind.MOTION, DocumentKind.NOTICE, DocumentKind.OTHER}
_COUNTED = lazy(r"^\d{1,3}\.\s+(?=[\w-]*[Vv]ersammlung\b)")
_OF_A_ROW = {"date", "meeting_date", "organization"}
_OF_A_MEETING = {DocumentKind.MINUTES, DocumentKind.EXCERPT}


def document_facts(context: Context) -> DocumentFacts:
    """Kind, title, reference, date, organization, consultations and further facts of the document itself.

    Everything but ``references`` and ``financial_impact`` is read from the head; what the head does not tell is None.
    """
    return _Facts(context).facts()


class _Facts:
    """Collects values with their evidence, field by field."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.head: Head = read_head(context)
        read_below(self.head)
        read_strips(self.head)
        self.kind: Kind = classify(self.head)
        self.rows, self.table = self._dealt_with()
        self.session: Session | None = with_district(self.head, find_session(self.head, self.kind))
        self.evidence: dict[str, tuple[Evidence, ...]] = {}

    def facts(self) -> DocumentFacts:
        kind = self.kind
        if kind.line is not None and kind.line < len(self.context.lines):
            line = self.context.lines[kind.line]
            self._cite("kind", [kind.place or (line.start, line.end)])
        if kind.paper_type and kind.place:
            self._cite("paper_type", [kind.place])
        rows = self.rows or (self._own_meeting() if self._may_be_dealt_with() else ())
        title = find_title(self.head, kind, self.table, self.session)
        self._cite("title", title)
        own = self._reference(title)
        organization, date = self._organization_and_date()
        impact = financial_impact(self.context)
        public = find_public(self.head, self.session)
        of_item = labelled_type(self.head) if kind.kind is DocumentKind.EXCERPT and not kind.paper_type else None
        body = find_body(self.head, self.session)
        return DocumentFacts(
            kind=kind.kind,
            title=title_text(self.head, title) if title else None,
            reference=own,
            date=date,
            paper_type=kind.paper_type or self._value("paper_type", of_item),
            organization=_COUNTED.sub("", organization) if organization else None,
            body=self._value("body", body),
            public=self._value("public", public),
            consultations=rows,
            references=self._references(own),
            financial_impact=self._value("financial_impact", impact),
            evidence=self.evidence,
        )

    def _cite(self, name: str, places: Iterable[Piece]) -> None:
        found = evidence(self.context, places)
        if found:
            self.evidence[name] = found

    def _value(self, name: str, found: tuple[_T, Piece] | None) -> _T | None:
        if found is None:
            return None
        self._cite(name, [found[1]])
        return found[0]

    def _may_be_dealt_with(self) -> bool:
        listed = self.kind.kind is DocumentKind.EXCERPT and bool(self.head.tables)
        return listed or self.kind.kind in _WITH_CONSULTATIONS or item_page(self.head) is not None

    def _dealt_with(self) -> tuple[tuple[Consultation, ...], tuple[int, int] | None]:
        """The Beratungsfolge with its first and last line, whose labelled cells are no fields of the document."""
        rows, last = consultations(self.head) if self._may_be_dealt_with() else ((), None)
        if not any(row.date for row in rows):
            behind = self.kind.kind in _WITH_MEETING or self.kind.kind is DocumentKind.EXCERPT
            told = consultations_behind(self.context, self.head) if behind else ()
            if told and (not rows or any(row.date for row in told)):
                rows, last = told, None
        if not rows and self.kind.kind is DocumentKind.MOTION:
            rows = meetings_asked_for(self.context)
        if last is None:
            return rows, None
        first = self.head.tables[0][0] if self.head.tables else last or 0
        last = last or first
        if item_page(self.head):
            return rows, (first, last)
        for place in (place for row in rows for place in row.evidence):
            self.head.dealt |= set(range(self.context.line_at(place.start), self.context.line_at(place.end - 1) + 1))
        self.head.taken |= self.head.dealt
        for name in _OF_A_ROW & self.head.fields.keys():
            kept = [
                field for field in self.head.fields[name] if not (first < field.line <= last or self._in_row(field))
            ]
            self.head.fields[name] = kept
        return rows, (first, last)

    def _in_row(self, field: Field) -> bool:
        """Whether the value of a label stands in a row of the Beratungsfolge, whose heading the label is."""
        return not self.head.tables and self.context.line_at(field.pieces[0][0]) in self.head.dealt

    def _own_meeting(self) -> tuple[Consultation, ...]:
        session = self.session
        if (
            not (self.kind.kind in _WITH_MEETING or is_question(self.kind))
            or session is None
            or not (self.head.first("organization") or session.date)
        ):
            return ()
        dated = meeting_date(self.head)
        date, place = dated or (session.date, session.date_place)
        if date is None:
            return ()
        places = sorted((*session.place, *([place] if place else ())))
        return (Consultation(session.organization, date, None, evidence(self.context, places)),)

    def _reference(self, title: tuple[Piece, ...]) -> str | None:
        place = own_number(self.head, self.kind, self.context, title)
        if place is None:
            return None
        self._cite("reference", [place])
        number = self.context.text[slice(*place)]
        return number.replace(" ", "") if SPACED_NUMBER.fullmatch(number) else reading(number)

    def _organization_and_date(self) -> tuple[str | None, dt.date | None]:
        session = self.session
        named = session is not None and (
            self.kind.kind in _OF_A_MEETING
            or self.kind.kind is DocumentKind.NOTICE
            or (self.kind.kind is DocumentKind.OTHER and is_bulletin(self.head))
            or self.head.first("organization")
            or (session.date and not self._is_dealt_with_by_many())
        )
        dated = own_date(self.head, self.kind, session)
        if session is None and self.kind.kind in _OF_A_MEETING:
            session = told_in_text(self.head, self.context)
            named = session is not None
            dated = dated or session_date(session)
        if session is not None and named:
            self._cite("organization", session.place)
        elif self.kind.kind is DocumentKind.OTHER and (stamped := stamp(self.context)):
            self._cite("organization", [stamped[0]])
            self._cite("date", [stamped[1][1]])
            return self.context.text[slice(*stamped[0])].strip(), stamped[1][0]
        elif self.kind.kind in _OF_A_MEETING and (acting := self._body_in_text()):
            self._cite("organization", acting[1])
        else:
            acting = None
        if dated:
            self._cite("date", [dated[1]])
        for_meeting = self.kind.entry is not None and self.kind.entry.attributes.get("dated_by_meeting")
        row = self.rows[0] if len(self.rows) == 1 else None
        alone = row if row and row.date and (for_meeting or not (self.head.tables or row.role)) else None
        named_body = session.organization if session and named else acting[0] if acting else None
        if named_body is None and (addressee := addressed(self.head, self.kind)):
            self._cite("organization", addressee.place)
            named_body = addressee.organization
        if named_body is None and alone is not None:
            self.evidence["organization"] = alone.evidence
            named_body = alone.organization
        return named_body, dated[0] if dated else None

    def _body_in_text(self) -> tuple[str, tuple[Piece, ...]] | None:
        return acting_body(self.context) or dealing_body(self.context)

    def _is_dealt_with_by_many(self) -> bool:
        """Whether several bodies deal with a paper, so that a meeting that it names is but one of theirs."""
        return self.kind.kind in _WITH_MEETING and len(self.rows) > 1

    def _references(self, own: str | None) -> tuple[Reference, ...]:
        """Numbers of other papers, each once with all its places."""
        places: dict[str, list[Piece]] = {}
        for place in find_references(self.context):
            places.setdefault(reading(self.context.text[slice(*place)]), []).append(place)
        mine = self.evidence.get("reference", ())
        return tuple(
            Reference(name, tuple(self.context.evidence(*place) for place in found))
            for name, found in places.items()
            if name != own
            and not any(start < place.end and place.start < end for start, end in found for place in mine)
        )
