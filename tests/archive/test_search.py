"""Whoever looks for a word finds every document that holds it, in any form, and sees the place."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.archive.store import Archive
from kimdocs.archive.words import keys
from kimdocs.errors import UsageError
from tests.archive.papers import filled, found, paper

GERMAN = st.sampled_from(
    ("Rat", "Haushaltsplan", "Kreis", "Schäfer", "Straße", "ÖPNV", "zu", "die", "12/2022", "3.500,00", "GmbH", "&", "§")
) | st.sampled_from(("Beschluss", "Beschlüsse", "Case-Management", "Café", "Haupt-", "(2)", "„Süd“"))
ANY_WORD = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
TEXTS = st.lists(
    st.lists(GERMAN | ANY_WORD, min_size=1, max_size=40).map(" ".join)
    | st.text(st.characters(exclude_categories=["Cs"])),
    min_size=1,
    max_size=4,
    unique=True,
)


@given(TEXTS)
def test_every_word_of_every_document_finds_it(tmp_path_factory, texts):
    with Archive(tmp_path_factory.mktemp("a") / "a.sqlite") as archive:
        filled(archive, *texts)
        for text in texts:
            for word in text.split():
                if keys(word) and not word.startswith("-"):
                    assert text in found(archive, word), word


@given(TEXTS, st.text(max_size=30))
def test_no_query_is_a_mistake(tmp_path_factory, texts, query):
    with Archive(tmp_path_factory.mktemp("a") / "a.sqlite") as archive:
        filled(archive, *texts)
        try:
            hits = found(archive, query)
        except UsageError:
            assert not keys(query.replace("-", " "))
        else:
            assert hits <= set(texts)


@pytest.mark.parametrize(
    "query",
    [
        "§ 3",
        "a OR",
        "Rat AND",
        "NOT Rat",
        "NEAR(Rat, 3)",
        '"Rat',
        'Rat"',
        '"" Rat',
        "Rat*",
        "^Rat",
        "words:Rat",
        "(Rat",
    ],
)
def test_operators_of_the_index_are_plain_words(archive, query):
    text = "Der Rat berät über § 3 a or and not near(Rat, 3) oder words: Rat"
    filled(archive, text)
    assert found(archive, query) == {text}


def test_the_very_words_come_first_then_other_forms_then_compounds(archive):
    texts = ("Der Spielplatz ist zu.", "Die Spielplätze sind zu.", "Die Spielplatzfläche ist zu.")
    for text, day in zip(texts, (1, 2, 3), strict=True):
        made = paper(text, facts={"date": dt.date(2031, 1, day)})
        archive.add(made.record, made.source)
    newest = paper("Kein Spielplatz, aber ein Abenteuerspielplatz.", facts={"date": dt.date(2031, 1, 4)})
    archive.add(newest.record, newest.source)
    assert [hit.id for hit in archive.search("Spielplatz")] == [4, 1, 2, 3]
    assert [hit.id for hit in archive.search("Spielplatz zu")] == [1, 2, 3]
    assert [hit.id for hit in archive.search("Spielplatz", limit=2)] == [4, 1]
    assert [hit.id for hit in archive.search("Spielplatz -Fläche -Abenteuer")] == [1, 2]


def test_the_passage_with_the_very_word_is_shown_and_all_are_counted(archive):
    filled(
        archive,
        "\n\n".join((f"{'Spielplatzfläche ' * 20}.", f"Der Spielplatz {'ist neu ' * 30}.", "Spielplätze. " * 20)),
    )
    (hit,) = archive.search("Spielplatz")
    assert "Der Spielplatz" in hit.quote
    assert hit.further == 2


def test_words_that_no_document_holds_are_told_with_those_written_alike(archive):
    filled(archive, "Die Bäder und der SPIELPLATZ am Mühlteich.", "Ein Mühlenteich.")
    (one,) = archive.unknown('Spielplats Bäder -Kita "am Mühlteich"')
    assert (one.words, one.near) == ("spielplats", ("SPIELPLATZ",))
    assert [part.near for part in archive.unknown("Mühltaich xyzzyx")] == [("Mühlteich", "Mühlenteich"), ()]
    assert [part.words for part in archive.unknown('"der Bäder" ab')] == ["der baeder", "ab"]


@pytest.mark.parametrize("query", ["", "§", "-", "--", '""', "* &", "„“"])
def test_a_query_without_a_word_is_told(archive, query):
    filled(archive, "Ein Papier zu § 3")
    with pytest.raises(UsageError, match="kein Wort"):
        archive.search(query)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Stelle", "zwei weitere Stellen"),
        ("Stellen", "eine halbe Stelle"),
        ("Stelle", "0,5 Planstellen"),
        ("Stellen", "jede Planstelle"),
        ("Beschluss", "alle Beschlüsse des Rates"),
        ("Beschlüsse", "der Beschluss des Rates"),
        ("Beschlusses", "ein Beschluß von früher"),
        ("Kosten", "die Personalkosten steigen"),
        ("Kosten", "eine kostenfreie Nutzung"),
        ("Stelle", "im Stellenplan"),
        ("Stelle", "eine Anlaufstelle"),
        ("Ordnung", "nach der Geschäftsordnung"),
        ("Vertrag", "der Vorvertrag"),
        ("Ausschuss", "die Unterausschüsse"),
        ("Vereinbarung", "den Kooperationsvereinbarungen zugestimmt"),
        ("Vertrag", "sämtliche Pachtverträge"),
        ("Vertrags", "des Mietvertrages"),
        ("Häuser", "das Haus am Markt"),
        ("Haus", "die Gemeindehäuser"),
        ("Kind", "in allen Kindergärten"),
        ("Haushalt", "der Haushaltsplan 2023"),
        ("Ausschuss", "der Sozialausschuß"),
        ("SCHÄFER", "Frau Schaefer fragt"),
        ("Schaefer", "Frau Schäfer fragt"),
        ("Schäfer", "Frau Scha\u0308fer fragt"),
        ("strasse", "in der Mühlenstraße"),
        ("Muehlenstraße", "in der MÜHLENSTRASSE"),
        ("Cafe", "das Café am See"),
        ("Casemanagement", "für das Case-Management"),
        ("Case-Management", "des Casemanagements"),
        ("Case-Management", "zwei Case-Management Stellen"),
        ("Kooperationsvereinbarung", "die Koopera-\ntionsvereinbarung wird"),
        ("Kooperationsvereinbarung", "die Koopera\u00adtions\u00advereinbarung wird"),
        ("Finanzausschuss", "im Haupt-\nund Finanzausschuss"),
        ("12/2022", "Vorlage Nr. 12/2022 vom"),
        ("5.000 €", "bis zu 5.000 € im Jahr"),
        ("m²", "auf 300 m² Fläche"),
        ('"der Rat beschließt"', "… und DER RAT\nbeschließt sodann"),
        ("„der Rat“", "wie der Rat meint"),
        ("»der Rat«", "wie der Rat meint"),
        ("Rat -Kreis", "wie der Rat meint"),
        ("-Kreis", "wie der Rat meint"),
    ],
)
def test_found(archive, query, text):
    filled(archive, text)
    assert found(archive, query) == {text}


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Stelle", "die Feststellung der Tagesordnung"),
        ("Stelle", "ist herzustellen, darzustellen, vorzustellen und festgestellten gleich"),
        ("Stellen", "bereitzustellen und einzustellen"),
        ("Stelle", "die Antragstellerin und der Hersteller"),
        ("Ordnung", "die Anordnung und die Verordnung"),
        ("Lage", "die Anlage"),
        ("Rat", "ein Apparat"),
        ("Amt", "der gesamte Betrag"),
        ('"Stelle"', "zwei Stellen"),
        ('"Rat der"', "der Rat"),
        ("Rat -Kreis", "der Rat und der Kreis"),
        ("Rat -Kreise", "der Rat im Landkreis"),
        ('Rat -"des Kreises"', "der Rat nahe des Kreises"),
        ("Rat Kreis", "der Rat allein"),
        ("12/2022", "2022, am 12. Mai"),
        ("12", "½ Stelle"),
        ("3", "Seite 30"),
    ],
)
def test_not_found(archive, query, text):
    filled(archive, text)
    assert found(archive, query) == set()


def test_all_words_are_looked_for_in_the_whole_document_and_the_fullest_passage_is_shown(archive):
    filler = "Es folgt die Aussprache zu anderen Fragen der Ordnung im Dorf. " * 12
    text = f"Der Radweg ist alt.\n\n{filler}\n\nRadweg und Brücke werden saniert.\n\n{filler}\n\nEine Brücke."
    filled(archive, text, "Nur ein Radweg.", "Nur eine Brücke.")
    (hit,) = archive.search("Brücke Radweg")
    assert "Radweg und Brücke" in hit.quote
    assert [hit.quote[start - hit.start : end - hit.start] for start, end in hit.marks] == ["Radweg", "Brücke"]
    assert hit.further == 2


def test_the_page_is_that_of_the_word(archive):
    first, second = "Auf der ersten Seite steht wenig.\n\n", "Auf der zweiten steht der Kindergarten."
    made = paper(first + second, page_starts=(0, len(first)))
    archive.add(made.record, made.source)
    assert [hit.page for hit in archive.search("Kindergarten")] == [2]
    assert [hit.page for hit in archive.search("ersten")] == [1]


def test_a_long_paragraph_is_cut_to_what_surrounds_the_word(archive):
    text = "Es wird viel geredet. " * 200 + "Das Freibad bleibt offen. " + "Es wird weiter geredet. " * 200
    filled(archive, text)
    (hit,) = archive.search("Freibad")
    assert "Das Freibad bleibt offen." in hit.quote
    assert len(hit.quote) < 500
    assert hit.quote.startswith("Es wird")


def test_newest_first_up_to_the_limit(archive):
    for year in (2019, 2024, 2021, 2023):
        made = paper(f"Bericht {year}", facts={"date": dt.date(year, 1, 1)})
        archive.add(made.record, made.source)
    assert [hit.date.year for hit in archive.search("Bericht", limit=3)] == [2024, 2023, 2021]


def test_real_documents_are_found_by_their_words(archive, shared_dir):
    """Every tenth different word of a few real texts finds its text."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared_dir / "real").glob("*.txt"))[::9]]
    filled(archive, *texts)
    for text in texts:
        for word in sorted(set(keys(text)))[::10]:
            assert text in found(archive, word)
