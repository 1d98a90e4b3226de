"""Filters of lists and searches → conditions on the archive's tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypedDict

from sqlalchemy import and_, exists, func, or_, select

from kimdocs.archive import schema
from kimdocs.archive.rows import comparable
from kimdocs.archive.words import fold_name
from kimdocs.errors import UsageError
from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

    from sqlalchemy import Column, ColumnElement, Select, Table

Amount = Decimal | int


class FilterValues(TypedDict, total=False):
    """The filters as keyword arguments; see ``Filters`` for what they mean."""

    body: str | None
    organization: str | None
    outcome: str | None
    year: int | None
    since: date | None
    until: date | None
    min_amount: Amount | None
    max_amount: Amount | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents are wanted; null filters nothing.

    Attributes:
        body: Part of the name of the body (town, municipality, district), in any spelling of umlauts and case.
        organization: Part of the name of an organization that the document is of, that decided, or that is consulted.
        outcome: A decision of the document has this outcome.
        year: Year of the document's own date.
        since: First day that the document's own date may be; ``until`` the last one.
        min_amount: An amount of money in euro in the document is at least this; the same one at most ``max_amount``.
        kind: Kind of document.
    """

    body: str | None = None
    organization: str | None = None
    outcome: str | None = None
    year: int | None = None
    since: date | None = None
    until: date | None = None
    min_amount: Amount | None = None
    max_amount: Amount | None = None
    kind: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """The filters as conditions on the table ``documents``.

        Raises:
            UsageError: An outcome or a kind is unknown, or a year no year of the calendar.
        """
        return [*self._of_document(), *self._of_facts()]

    def place_in(self, document: int) -> Select[Any] | None:
        """Query for ``start`` and ``end`` of the first fact in a document that passes; null if no fact is asked for."""
        if self.outcome is not None:
            table, wanted = schema.decisions, schema.decisions.c.outcome == self.outcome
        elif self.min_amount is not None or self.max_amount is not None:
            table, wanted = schema.figures, self._amounts()
        else:
            return None
        facts = table.c
        stated = facts.start.is_not(None)
        return (
            select(facts.start, facts.end)
            .where(facts.document == document, wanted, stated)
            .order_by(facts.position)
            .limit(1)
        )

    def of_rows(self, table: Table) -> list[ColumnElement[bool]]:
        """What rows of a table of facts must be, beside their documents: of the outcome, of the amount."""
        if table is schema.decisions and self.outcome is not None:
            return [schema.decisions.c.outcome == self.outcome]
        if table is schema.figures and (self.min_amount is not None or self.max_amount is not None):
            return [self._amounts()]
        return []

    def _of_document(self) -> Iterator[ColumnElement[bool]]:
        documents = schema.documents.c
        if self.body is not None:
            yield _holds(documents.body_key, self.body)
        if self.year is not None:
            yield documents.date.between(*_year(self.year))
        if self.since is not None:
            yield documents.date >= self.since
        if self.until is not None:
            yield documents.date <= self.until
        if self.kind is not None:
            yield documents.kind == _member(DocumentKind, self.kind, "Dokumentart")

    def _of_facts(self) -> Iterator[ColumnElement[bool]]:
        number = schema.documents.c.id
        if self.organization is not None:
            named = [_holds(schema.documents.c.organization_key, self.organization)]
            for table in (schema.decisions, schema.consultations):
                holds = _holds(table.c.organization_key, self.organization)
                named.append(exists().where(table.c.document == number, holds))
            yield or_(*named)
        if self.outcome is not None:
            outcome = _member(Outcome, self.outcome, "Ergebnis")
            yield exists().where(schema.decisions.c.document == number, schema.decisions.c.outcome == outcome)
        if self.min_amount is not None or self.max_amount is not None:
            yield exists().where(schema.figures.c.document == number, self._amounts())

    def _amounts(self) -> ColumnElement[bool]:
        figures = schema.figures.c
        wanted = [figures.currency == "EUR"]
        if self.min_amount is not None:
            wanted.append(figures.highest >= comparable(Decimal(self.min_amount)))
        if self.max_amount is not None:
            wanted.append(figures.lowest <= comparable(Decimal(self.max_amount)))
        return and_(*wanted)


def _holds(column: Column[str], part: str) -> ColumnElement[bool]:
    return func.instr(column, fold_name(part)) > 0


def _year(year: int) -> tuple[date, date]:
    if not date.min.year <= year <= date.max.year:
        raise UsageError(f"{year} ist kein Jahr des Kalenders.", "Bitte das Jahr vierstellig angeben, etwa 2022.")
    return date(year, 1, 1), date(year, 12, 31)


def _member(kinds: type[StrEnum], value: str, notion: str) -> str:
    if value not in set(kinds):
        raise UsageError(f"„{value}“ ist kein bekannter Wert für {notion}.", f"Möglich sind: {', '.join(kinds)}.")
    return value
