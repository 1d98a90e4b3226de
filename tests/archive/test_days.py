"""On which day a decision was made, as registers tell it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import replace

import pytest

from kimdocs.archive.store import Archive
from kimdocs.errors import ArchiveError
from kimdocs.model.council import Consultation, DocumentKind
from kimdocs.model.decision import DecisionType, Outcome
from tests.archive.papers import decision, evidence, minutes, paper

WRITTEN = dt.date(2031, 4, 1)
COURSE = """Vorlage 31/2031 vom 01.04.2031
Bauausschuss\t06.05.2031\tVorberatung\teinstimmig empfohlen
Finanzaus-\t08.05.2031\tVorberatung\tmit Mehrheit empfohlen
schuss
Hauptausschuss\t13.05.2031\tVorberatung
ohne Gegenstimme empfohlen bei
Rat der Gemeinde\t20.05.2031\tEntscheidung
einer Enthaltung
"""
ROWS = (
    ("Bauausschuss", 6, "Vorberatung", ("Bauausschuss\t06.05.2031\tVorberatung",)),
    ("Finanzausschuss", 8, "Vorberatung", ("Finanzaus-\t08.05.2031\tVorberatung", "schuss\nHaupt")),
    ("Hauptausschuss", 13, "Vorberatung", ("Hauptausschuss\t13.05.2031\tVorberatung",)),
    ("Rat", 20, "Entscheidung", ("Rat der Gemeinde\t20.05.2031\tEntscheidung",)),
)


def submission(*told, kind=DocumentKind.SUBMISSION):
    """A paper whose Beratungsfolge tells results."""
    rows = tuple(
        Consultation(
            body, dt.date(2031, 5, day), role, tuple(one for quote in quotes for one in evidence(COURSE, quote))
        )
        for body, day, role, quotes in ROWS
    )
    decisions = tuple(decision(COURSE, quote, outcome) for quote, outcome in told)
    return paper(COURSE, facts={"kind": kind, "date": WRITTEN, "consultations": rows}, decisions=decisions)


@pytest.fixture
def days(archive):
    """The days of the decisions of a paper in the register, in their order."""

    def of(made):
        archive.add(made.record, made.source)
        return [row["date"] for row in archive.register("decisions")]

    return of


@pytest.mark.parametrize(
    ("quote", "outcome", "day"),
    [
        ("einstimmig empfohlen", Outcome.RECOMMENDED, 6),
        ("mit Mehrheit empfohlen", Outcome.RECOMMENDED, 8),
        ("ohne Gegenstimme empfohlen bei", Outcome.RECOMMENDED, None),
        ("einstimmig empfohlen", Outcome.ADOPTED, None),
    ],
)
def test_a_paper_tells_decisions_of_the_day_of_their_row_or_of_none(days, quote, outcome, day):
    assert days(submission((quote, outcome))) == [day and dt.date(2031, 5, day)]


def test_minutes_tell_their_own_day_but_not_of_what_they_quote(days):
    made = minutes()
    (own,) = made.record.decisions
    quoted = replace(own, type=DecisionType.QUOTED)
    assert days(made._replace(record=replace(made.record, decisions=(own, quoted)))) == [dt.date(2022, 8, 31), None]


def test_an_archive_of_before_gets_the_days_when_it_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "alt.sqlite"
    made = submission(("einstimmig empfohlen", Outcome.RECOMMENDED), ("mit Mehrheit empfohlen", Outcome.RECOMMENDED))
    with Archive(path) as archive:
        archive.add(made.record, made.source)
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE decisions DROP COLUMN date")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    with monkeypatch.context() as patched:
        patched.setattr("kimdocs.archive.connect.may_write", lambda _: False)
        with pytest.raises(ArchiveError, match="früheren Version") as error:
            Archive(path)
    assert "Kopie" in error.value.next_step
    with Archive(path) as archive:
        assert [row["date"].day for row in archive.register("decisions")] == [6, 8]
        assert archive.check() == []
