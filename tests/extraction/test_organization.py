"""Names of bodies."""

from __future__ import annotations

import pytest

from kimdocs.extraction.pipeline import extract
from kimdocs.extraction.recognise.organization import natural_case, nominative, organizations, starts_organization
from kimdocs.lexicon.fold import fold
from kimdocs.model.source import SourceDocument


@pytest.mark.parametrize(
    ("genitive", "name"),
    [
        ("des Rates", "Rat"),
        ("Marktgemeinderats", "Marktgemeinderat"),
        ("Ortsrates Wiesental", "Ortsrat Wiesental"),
        ("Bau-, Planungs- und Umweltausschusses", "Bau-, Planungs- und Umweltausschuss"),
        ("des Technischen Ausschusses", "Technischer Ausschuss"),
        ("Ausschusses für Bildung und Kultur", "Ausschuss für Bildung und Kultur"),
        ("des Kreistages", "Kreistag"),
        ("der Gemeindevertretung Seedorf", "Gemeindevertretung Seedorf"),
        ("Haupt- und Finanzausschuss", "Haupt- und Finanzausschuss"),
        ("SPD-Fraktion", "SPD-Fraktion"),
        ("JHA", "JHA"),
        ("Gemeinsame Ausschuss", "Gemeinsamer Ausschuss"),
    ],
)
def test_nominative(genitive, name):
    assert nominative(genitive) == name


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("BAU-, PLANUNGS- UND UMWELTAUSSCHUSS", "Bau-, Planungs- und Umweltausschuss"),
        ("STADT AUENBURG A. D. LINDE", "Stadt Auenburg a. d. Linde"),
        ("Rat der Stadt", "Rat der Stadt"),
    ],
)
def test_names_in_capitals(capitals, name):
    assert natural_case(capitals) == name


@pytest.mark.parametrize(
    "text", ["Fachausschuss Schule, Jugend,", "Rat", "UWG-Fraktion", "Gruppe Neue Mitte", "Technischer Ausschuss"]
)
def test_lines_that_start_a_name(text):
    assert starts_organization(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "Stadtrat Wenzel (FDP) fragt",
        "Die Verwaltung wird vom Rat beauftragt",
        "Soziales und Kultur",
        "Der Landrat berichtet",
        "Vorrat",
        "20.03.2031 Bauausschuss",
    ],
)
def test_lines_that_do_not(text):
    assert not starts_organization(fold(text))


def test_people_who_bear_the_word_as_a_title_are_no_body():
    assert [m.entry.id for m in organizations(fold("Stadtrat Wenzel (FDP) im Bauausschuss"))] == ["committee"]


@pytest.mark.parametrize("value", ["–   3", ",  2  TOP", ".", "(BKO)", "–", ","])
def test_a_label_without_a_name_names_no_body(value):
    text = f"Niederschrift\n\nGremium       {value}              Sitzungsdatum     TOP\n"
    assert extract(SourceDocument("sha256:0", "kopf.txt", "text/plain", text)).document.date is None
