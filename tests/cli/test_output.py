"""Tables, numbers and words of the command line."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.cli.output import clean, day, flowing, money, number, shorten, squeeze, table, word, wrap
from kimdocs.cli.sheet import figure_text, sheet
from kimdocs.model.council import AgendaItem, Consultation, DocumentFacts, DocumentKind, FinancialStatement, Reference
from kimdocs.model.decision import Decision, DecisionType, Inferred, Outcome, Resolution, ResolutionKind
from kimdocs.model.finance import Figure, FigureRole, Per, Qualifier, SectionKind, Staffing
from kimdocs.model.record import Generator, Issue, Record, Severity, SourceInfo
from kimdocs.model.source import Evidence

PLACE = (Evidence(5, 20, 3, "steht\ngenau  hier"),)
FIGURE = Figure(
    amount=Decimal(5000),
    high=None,
    currency="EUR",
    qualifier=Qualifier.UP_TO,
    per=(Per.POST, Per.YEAR),
    year=2023,
    role=FigureRole.OWN_SHARE,
    section=SectionKind.RESOLUTION,
    label=None,
    in_table=False,
    decision=0,
    evidence=PLACE,
    rule="figures.sign",
)
DECISION = Decision(
    agenda_item="Ö 6.1",
    organization="Kreistag",
    outcome=Outcome.ADOPTED,
    outcome_text="geändert beschlossen",
    amended=True,
    type=DecisionType.PART,
    yes=12,
    no=0,
    abstain=1,
    present=None,
    excluded=None,
    unanimous=None,
    roll_call=True,
    secret=False,
    groups={"CDU": {"yes": 5, "no": None}},
    evidence=PLACE,
    rule="votes.head",
)
RECORD = Record(
    schema_version=1,
    generator=Generator("0", "sha256:0"),
    source=SourceInfo("sha256:0", "auszug.pdf", "application/pdf", 3, 900),
    document=DocumentFacts(
        DocumentKind.EXCERPT,
        title="Bücherei",
        date=dt.date(2022, 8, 3),
        consultations=(Consultation("Sozialausschuss", dt.date(2022, 8, 31), "vorberatend", PLACE),),
        references=(Reference("SV-1/2022", PLACE),),
        financial_impact=FinancialStatement.NONE_STATED,
        evidence={"title": PLACE},
    ),
    agenda_items=(AgendaItem("Ö 6.1", "Bücherei", None, PLACE),),
    decisions=(DECISION,),
    resolutions=(Resolution(ResolutionKind.ADOPTED, "Ö 6.1", "1. Eins.\n2. Zwei.", ("Eins.", "Zwei."), 0, PLACE),),
    figures=(FIGURE,),
    staffing=(Staffing(Decimal("0.5"), None, "Stellen", Qualifier.ABOUT, SectionKind.DEBATE, PLACE, "staffing.posts"),),
    issues=(Issue("probe", Severity.WARNING, "Die Summe stimmt nicht.", PLACE),),
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5000", "5.000"),
        ("1234.50", "1.234,50"),
        ("0.5", "0,5"),
        ("-3000", "−3.000"),
        ("0", "0"),
        ("1000000.00", "1.000.000"),
    ],
)
def test_numbers_are_german(value, text):
    assert number(Decimal(value)) == text


def test_money_has_two_digits_or_none():
    assert [money(Decimal(value)) for value in ("5000", "12.5", "12.34")] == [
        "5.000\u00a0€",
        "12,50\u00a0€",
        "12,34\u00a0€",
    ]
    assert money(Decimal(20), "USD") == "20\u00a0USD"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_no_digit_is_lost(value):
    assert Decimal(number(value).replace(".", "").replace(",", ".").replace("−", "-")) == value


def test_dates_are_german():
    assert day(dt.date(2022, 8, 3)) == "03.08.2022"
    assert day(None) == ""


cells = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@given(st.lists(st.tuples(cells, cells, cells), max_size=5), st.integers(30, 140))
def test_tables_fit_and_lose_no_word(rows, columns):
    lines = table(("Gremium", "Termin", "Fundstelle"), rows, columns=columns)
    assert max(map(len, lines)) <= columns
    shown = "".join("".join(lines).split())
    for row in rows:
        for cell in row:
            assert all(char in shown for char in "".join(cell.split()) if char.isprintable())


@given(st.text())
def test_no_control_character_reaches_the_terminal(text):
    assert all(char.isprintable() for char in clean(text))
    assert "\x1b" not in clean("\x1b[2J" + text)
    assert len(shorten(text, 20)) <= 20
    assert squeeze(squeeze(text)) == squeeze(text)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("kind", DocumentKind),
        ("outcome", Outcome),
        ("type", DecisionType),
        ("resolution", ResolutionKind),
        ("qualifier", Qualifier),
        ("per", Per),
        ("role", FigureRole),
        ("section", SectionKind),
        ("financial_impact", FinancialStatement),
        ("severity", Severity),
    ],
)
def test_every_value_of_the_record_has_a_german_word(name, values):
    assert {value: word(name, value) for value in values}.keys() == set(values)


def test_amounts_read_as_a_clerk_writes_them():
    spread = dataclasses.replace(FIGURE, high=Decimal(6000), qualifier=Qualifier.RANGE, per=())
    assert figure_text(FIGURE).replace("\u00a0", " ") == "bis zu 5.000 € je Stelle und Jahr"
    assert figure_text(spread).replace("\u00a0", " ") == "5.000 bis 6.000 €"


def test_the_sheet_says_everything(monkeypatch):
    monkeypatch.setenv("COLUMNS", "140")
    text = sheet(RECORD, explain=True).replace("\u00a0", " ")
    for words in (
        "auszug.pdf · Auszug aus einer Niederschrift · 3 Seiten",
        "03.08.2022",
        "Sozialausschuss  31.08.2022  vorberatend",
        "TOP Ö 6.1: Kreistag: beschlossen (mit Änderung), 12 Ja, 0 Nein, 1 Enthaltung, namentlich, Teilabstimmung – "
        "CDU 5 Ja, Nein",
        "Regel: votes.head",
        "TOP Ö 6.1, gefasst, Beschluss 1 (S. 3):",
        "bis zu 5.000 € je Stelle und Jahr  Eigenanteil, 2023  Beschluss",
        "ca. 0,5 Stellen",
        "Warnung: Die Summe stimmt nicht.",
        "ausdrücklich keine",
        "S. 3: „steht genau hier“",
        "staffing.posts",
    ):
        assert words in text
    assert "votes.head" not in sheet(RECORD)


def test_what_is_inferred_is_said_to_be_so():
    follows = Inferred(yes=None, no=None, abstain=0, reason="So viele waren anwesend.")
    decision = dataclasses.replace(DECISION, abstain=None, inferred=follows)
    text = sheet(dataclasses.replace(RECORD, decisions=(decision,)))
    assert "Nicht angegeben, nur gefolgert: 0 Enthaltungen. So viele waren anwesend." in text
    assert "gefolgert" not in sheet(RECORD)


@given(st.integers(12, 40))
def test_a_number_is_never_parted_from_its_unit(columns):
    lines = wrap("Im Jahr waren es 10.000 € und 55 Mio. Euro, davon 12,5 % für 3 VZÄ, also 7 EUR je Kopf.", columns)
    assert all(len(line) <= columns for line in lines)
    assert not [line for line in lines if line.startswith(("€", "Mio.", "%", "VZÄ", "EUR"))]
    assert " ".join(lines) == "Im Jahr waren es 10.000 € und 55 Mio. Euro, davon 12,5 % für 3 VZÄ, also 7 EUR je Kopf."


def test_texts_flow_and_their_points_and_lists_begin_lines():
    text = "Der Rat be-\nschließt:\n1. den Zaun am\nWehr\n2.) den Steg\na) aus Holz\n- mit Tor\n\nDas gilt ab\nMai."
    assert flowing(text) == [
        "Der Rat beschließt:", "1. den Zaun am Wehr", "2.) den Steg", "a) aus Holz", "- mit Tor", "Das gilt ab Mai.",
    ]  # fmt: skip


@pytest.mark.parametrize("columns", [20, 40, 60, 100])
def test_where_columns_would_break_short_words_each_row_is_a_list(columns):
    headers = ("Nr.", "Datum", "Art", "Vorlage", "Titel", "Datei")
    row = ("7", "03.03.2031", "Niederschrift", "", "Erneuerung des Zauns am Wehr", "niederschrift-rat.pdf")
    lines = table(headers, [row, row], columns=columns)
    assert max(map(len, lines)) <= columns
    text = "\n".join(lines)
    assert "03.03.2031" in text
    assert "Niederschrift" in text
    assert ("Datum: 03.03.2031" in text) is (columns < 80)
    assert "Vorlage:" not in text
