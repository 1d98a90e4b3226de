"""The facts of a record as rows of tables: what each says in German, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.cli.output import day, flowing, publicity, word
from kimdocs.cli.sheet import (
    CONSULTATION,
    decision_text,
    document_fields,
    figure_text,
    inferred_text,
    posts_text,
    purpose,
    resolution_title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.model.record import Record
    from kimdocs.model.source import Evidence


class Fact(NamedTuple):
    """One fact: its cells, the lines that belong to it, and the places it stands at."""

    cells: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    lines: tuple[str, ...] = ()


class Group(NamedTuple):
    """The facts of one sort.

    Attributes:
        title: Heading of the table.
        kind: Class of the style sheet.
        sign: What the number of each fact stands behind, for example ``B``.
        headers: Titles of the columns, as many as each fact has cells.
    """

    title: str
    kind: str
    sign: str
    headers: tuple[str, ...]
    facts: tuple[Fact, ...]


def groups(record: Record) -> Iterator[Group]:
    """Every sort of facts that the record has, in the order of the sheet; what there is to mind comes first."""
    for group in (
        Group("Hinweise", "hinweis", "H", ("Hinweis",), _issues(record)),
        Group("Dokument", "angabe", "D", ("Angabe", "Inhalt"), _document(record)),
        Group("Bezug auf", "angabe", "V", ("Vorlage",), _references(record)),
        Group("Beratungsfolge", "angabe", "F", CONSULTATION, _consultations(record)),
        Group("Tagesordnung", "angabe", "A", ("TOP", "Betreff", "Öffentlichkeit"), _agenda(record)),
        Group("Beschlüsse", "beschluss", "B", ("Beschluss",), _decisions(record)),
        Group("Beschlusstexte", "text", "T", ("Beschlusstext",), _resolutions(record)),
        Group("Beträge", "betrag", "€", ("Betrag", "wofür", "Abschnitt"), _figures(record)),
        Group("Stellen", "stelle", "S", ("Stellen", "Abschnitt"), _staffing(record)),
    ):
        if group.facts:
            yield group


def _issues(record: Record) -> tuple[Fact, ...]:
    return tuple(
        Fact((f"{word('severity', issue.severity)}: {issue.message}",), issue.evidence) for issue in record.issues
    )


def _document(record: Record) -> tuple[Fact, ...]:
    return tuple(Fact((title, value), evidence) for title, value, evidence in document_fields(record.document))


def _references(record: Record) -> tuple[Fact, ...]:
    return tuple(Fact((one.reference,), one.evidence) for one in record.document.references)


def _consultations(record: Record) -> tuple[Fact, ...]:
    return tuple(
        Fact((one.organization or "", day(one.date), one.role or ""), one.evidence)
        for one in record.document.consultations
    )


def _agenda(record: Record) -> tuple[Fact, ...]:
    return tuple(
        Fact((item.number or "", item.title or "", publicity(item.public)), item.evidence)
        for item in record.agenda_items
    )


def _decisions(record: Record) -> tuple[Fact, ...]:
    return tuple(Fact((decision_text(one),), one.evidence, tuple(inferred_text(one))) for one in record.decisions)


def _resolutions(record: Record) -> tuple[Fact, ...]:
    return tuple(Fact((resolution_title(one),), one.evidence, tuple(flowing(one.text))) for one in record.resolutions)


def _figures(record: Record) -> tuple[Fact, ...]:
    return tuple(
        Fact((figure_text(one), purpose(one), word("section", one.section)), one.evidence) for one in record.figures
    )


def _staffing(record: Record) -> tuple[Fact, ...]:
    return tuple(Fact((posts_text(one), word("section", one.section)), one.evidence) for one in record.staffing)
