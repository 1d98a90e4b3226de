"""What documents say about themselves, in the layouts of the council systems; all of them are invented."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.model.council import DocumentKind, FinancialStatement
from tests.extraction.reading import facts_of

LINES = [
    "Betreff",
    "Betreff: Neubau der Halle",
    "hier: Vergabe",
    "Vorlage Nr. 12/2031",
    "Datum: 01.02.2031",
    "Beschlussvorlage",
    "Antrag",
    "Niederschrift",
    "über die 3. Sitzung des Bauausschusses",
    "am 3. März 2031",
    "Beratungsfolge",
    "Gremium Termin TOP",
    "Rat 02.04.2031",
    "und Kultur",
    "20.03.2031",
    "",
    "öffentlich",
    "Beschluss: einstimmig",
    "zwischen",
    "§ 1 Zweck",
    "Vertrag",
    "TOP 4",
    "Punkt 4 der Tagesordnung: Halle",
    "Auszug aus der Niederschrift",
    "|",
    "###",
]


def values(text, *names, **options):
    facts = facts_of(text, **options)
    return tuple(getattr(facts, name) for name in names)


def test_labels_on_lines_of_their_own():
    text = (
        "Betreff\nNeubau der Halle\nhier: Vergabe\nVorlage\n044/2031\nArt\nBeschlussvorlage\n"
        "Datum\n12.03.2031\n\nSachverhalt:\nText\n"
    )
    assert values(text, "title", "reference", "paper_type", "date") == (
        "Neubau der Halle hier: Vergabe",
        "044/2031",
        "Beschlussvorlage",
        dt.date(2031, 3, 12),
    )


def test_labels_first_then_values():
    text = (
        "BESCHLUSSVORLAGE\nGremium:\n30. Plenarsitzung des Gemein-\nderates\nTermin:\n"
        "Vorlage Nr.:\nTOP:\n\nVerantwortlich:\n\n05.12.2031\n873\n10\n"
        "öffentlich\nDez. 2\n\nErweiterung der Sternwarte mit Besucher-\nzentrum\n\nBegründung\nText\n"
    )
    assert values(text, "organization", "reference", "public", "title", "paper_type") == (
        "Gemeinderat",
        "873",
        True,
        "Erweiterung der Sternwarte mit Besucherzentrum",
        "Beschlussvorlage",
    )


def test_labels_in_cells_and_values_in_the_next_row():
    text = (
        "Vorlagen-Nr.\tDatum\tÖffentlichkeit\n2031/117\t12.03.2031\tnichtöffentlich\n\n"
        "Betreff:\tDie Lindenbrücke\n\nBegründung:\nText\n"
    )
    assert values(text, "reference", "date", "public", "title") == (
        "2031/117",
        dt.date(2031, 3, 12),
        False,
        "Die Lindenbrücke",
    )


def test_columns_of_a_letterhead():
    text = (
        "Hansestadt Wiek                 Vorlage-Nr:     2031/BV/0512\n"
        "Der Oberbürgermeister           Status:         öffentlich\n"
        "Beschlussvorlage                Datum:          11.08.2031\n\n"
        "Herrichtung der Schwimmhalle\n\nBeschlussvorschlag:\nText\n"
    )
    assert values(text, "body", "reference", "public", "title") == (
        "Hansestadt Wiek",
        "2031/BV/0512",
        True,
        "Herrichtung der Schwimmhalle",
    )


def test_the_date_behind_the_contact_is_the_papers_own():
    text = (
        "Bauen und Umwelt\nAuskunft erteilt: Frau Sommer\nTelefon: 800-30 16.01.2031\n"
        "DS 1/2031\nBeschlussvorlage\nBeratungsfolge Termin Stand\nRat 25.03.2031 Beschluss\n"
        "Die Halle\nBeschlussvorschlag:\n"
    )
    assert values(text, "date", "reference", "title") == (dt.date(2031, 1, 16), "DS 1/2031", "Die Halle")


def test_domino_dates_have_the_month_first():
    text = "GRDrs\n192/2031\nErlbach,\n04/05/2031\nRadweg an der Lohe\nBeschlußantrag:\nText\n"
    assert values(text, "reference", "date") == ("192/2031", dt.date(2031, 4, 5))


@pytest.mark.parametrize(
    ("heading", "organization", "date"),
    [
        (
            "P r o t o k o l l\n"
            "der 14. Sitzung des Rates der Gemeinde Wiesenfeld am Donnerstag, dem 24. Juli 2031, im\n"
            "Rathaus",
            "Rat",
            "2031-07-24",
        ),
        (
            "NIEDERSCHRIFT ÜBER DIE ÖFFENTLICHE\n1. SITZUNG DES BAU-, PLANUNGS- UND\n"
            "UMWELTAUSSCHUSSES\nSitzungsdatum: Montag, 23.01.2031",
            "Bau-, Planungs- und Umweltausschuss",
            "2031-01-23",
        ),
        (
            "Niederschrift 49. Plenarsitzung Gemeinderat\n24. April 2031, 15:30 Uhr\nöffentlich",
            "Gemeinderat",
            "2031-04-24",
        ),
        (
            "Niederschrift\nBesprechung am: 22. Januar 2031 Beginn: 18:35 Uhr\n"
            "Thema: 1. Sitzung des Stadtteilbeirates Au",
            "Stadtteilbeirat Au",
            "2031-01-22",
        ),
        (
            "Niederschrift über die\nöffentliche Sitzung des Technischen Ausschusses\nvom 14. Mai 2031",
            "Technischer Ausschuss",
            "2031-05-14",
        ),
        ("Protokoll\nGremium: Sozialausschuss\nSitzungstermin: Mittwoch, 05.02.31", "Sozialausschuss", "2031-02-05"),
        (
            "Sitzungsprotokoll\nder Sitzung des Ausschusses für Bildung,\nKultur und Sport am 4. April 2031",
            "Ausschuss für Bildung, Kultur und Sport",
            "2031-04-04",
        ),
    ],
)
def test_heads_of_minutes(heading, organization, date):
    facts = facts_of(f"{heading}\n\nAnwesend:\nFrau Sommer\nGenehmigung der Niederschrift vom 03.01.2030\n")
    assert (facts.kind, facts.organization, facts.date.isoformat()) == (DocumentKind.MINUTES, organization, date)
    assert facts.reference is None


@pytest.mark.parametrize(
    "text",
    [
        "Beratungsergebnis zu Vorlage Nr. 50/012/2031\n\nSozialausschuss am 31.08.2031\n\n"
        "Zu Punkt 10: Sachstand der Beratung\n\nKA Stein dankt.\n",
        "Auszug aus der Niederschrift\n"
        "über die 4. Sitzung des Sozialausschusses vom 31.08.2031\n\n"
        "TOP 5 Sachstand der Beratung\nVorlage: 50/012/2031\n\nText\n",
        "Sozialausschuss\nSitzung vom 31.08.2031, Tagesordnungspunkt Ö 6\n"
        "Sachstand der Beratung\nVorlage: 50/012/2031\nBeschluss: ungeändert beschlossen\n",
    ],
)
def test_excerpts(text):
    facts = facts_of(text)
    assert facts.kind is DocumentKind.EXCERPT
    assert (facts.reference, facts.organization, facts.title) == (
        "50/012/2031",
        "Sozialausschuss",
        "Sachstand der Beratung",
    )
    assert facts.date == dt.date(2031, 8, 31)
    assert facts.consultations == ()


def test_the_papers_a_submission_refers_to_are_no_title():
    text = (
        "Gemeinde Auental\nBeschlussvorlage\nVorlage Nr. 4/2031\nöffentlich\n\nBeitritt zum Beratungsnetz\n\n"
        "Bezug:\n• Beschluss des Sozialausschusses vom 12.01.2031, TOP 3\n\nBeschlussvorschlag\n\nDer Rat tritt bei.\n"
    )
    assert values(text, "title") == ("Beitritt zum Beratungsnetz",)


def test_a_status_without_a_head_tells_nothing_but_the_kind():
    facts = facts_of(
        "Beschluss: Kenntnis genommen\n\n"
        "Die Vorsitzende erteilt das Wort, Herr Stein berichtet über den Rat am 09.09.2030.\n"
    )
    assert facts.kind is DocumentKind.EXCERPT
    assert (facts.title, facts.reference, facts.date, facts.organization, facts.public) == (None,) * 5


def test_motions_and_the_answers_to_them():
    motion = (
        "20. ÖFFENTLICHE SITZUNG DES GEMEINDERATES AM 24. JANUAR 2031\n"
        "Vorlage Nr.  527    ANTRAG\n\nA N T R A G\n\n"
        "der Fraktion Neue Mitte vom 2. Dezember 2030\n\nKindernachmittage im Museum\n\n"
        "Begründung:\n"
    )
    assert values(motion, "kind", "title", "reference", "date") == (
        DocumentKind.MOTION,
        "Kindernachmittage im Museum",
        "527",
        dt.date(2030, 12, 2),
    )
    answer = (
        "Anfrage\n\nStadtrat Stein (FDP)\nvom: 22.12.2030\n\n"
        "20. Sitzung des Gemeinderates am 24.01.2031\nVorlage Nr. 540\n\n"
        "Institut für Sternkunde\n\nStellungnahme der Verwaltung:\nText\n"
    )
    assert values(answer, "kind", "paper_type", "title", "date") == (
        DocumentKind.SUBMISSION,
        "Stellungnahme der Verwaltung",
        "Institut für Sternkunde",
        dt.date(2031, 1, 24),
    )


def test_agreements():
    text = (
        "Entwurf\n\nKooperationsvereinbarung\n\nüber die Fallbegleitung\n\nzwischen\n\n"
        "dem Kreis Lindenau\nund\nder Stadt Erlbach\n\n§ 1 Gegenstand\n"
    )
    assert values(text, "kind", "title") == (DocumentKind.AGREEMENT, "Kooperationsvereinbarung über die Fallbegleitung")


@pytest.mark.parametrize(
    ("block", "statement"),
    [
        ("keine", FinancialStatement.NONE_STATED),
        ("Keine finanziellen Auswirkungen.", FinancialStatement.NONE_STATED),
        ("☐ ja ☒ nein", FinancialStatement.NONE_STATED),
        ("Ja ☒ Nein ☐", FinancialStatement.STATED),
        ("5.000 € im Jahr", FinancialStatement.STATED),
        ("nein  ja", None),
        ("Keine Deckung im Haushalt vorhanden, siehe Anlage", None),
    ],
)
def test_financial_impact(block, statement):
    assert (
        facts_of(f"Beschlussvorlage\n\nFinanzielle Auswirkungen:\n{block}\n\nSachverhalt:\nText\n").financial_impact
        is statement
    )


@pytest.mark.parametrize(
    ("line", "public"),
    [
        ("- öffentlich -", True),
        ("nicht öffentlich", False),
        ("Öffentlich      Nichtöffentlich", None),
        ("", None),
        ("Beratung in öffentlicher Sitzung", True),
    ],
)
def test_public_only_where_the_document_says_so(line, public):
    assert facts_of(f"Beschlussvorlage\n{line}\n\nSachverhalt:\nText\n").public is public


def test_mixed_minutes_are_neither():
    text = (
        "Niederschrift über die öffentliche Sitzung des Rates am 02.04.2031\nTagesordnung\n"
        "Nichtöffentlicher Teil\n7. Verkauf\n"
    )
    assert facts_of(text).public is None


def test_other_papers_are_references_and_the_own_number_is_not():
    facts = facts_of(
        "Beschlussvorlage\nVorlage: 44/2031\n\nSachverhalt:\n"
        "Siehe Vorlage 12/2030 und 44/2031, SV-9-1769, Tel. 02541/18-94.\nVorlage 12/2030.\n"
    )
    assert [(r.reference, len(r.evidence)) for r in facts.references] == [("12/2030", 2), ("SV-9-1769", 1)]


@given(st.lists(st.sampled_from(LINES), max_size=25).map("\n".join))
def test_the_law_of_evidence_holds_for_every_head(text):
    facts = facts_of(text)
    assert set(facts.evidence) <= {field for field in facts.__slots__ if getattr(facts, field) is not None}


@given(st.text(max_size=300))
def test_hostile_text_is_read_without_a_crash(text):
    facts_of(text)
