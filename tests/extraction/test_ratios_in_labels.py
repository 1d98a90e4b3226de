"""Votes in the labels of texts and parts, in forms of circular votes, and in tables whose result is a sentence."""

from __future__ import annotations

import pytest

from tests.extraction.reading import record

HEAD = "Gemeinde Musterau\nNiederschrift über die Sitzung des Gemeinderates am 12.10.2032\n\n"


def decided(text):
    return [(one.outcome.value, one.yes, one.no, one.abstain) for one in record(HEAD + text).decisions]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Beschluss mit 10 gegen 2 Stimmen:", ("adopted", 10, 2, None)),
        ("Beschluss mit 10 : 2:", ("adopted", 10, 2, None)),
        ("Beschluss (mit 10 : 2):", ("adopted", 10, 2, None)),
        ("Beschluss Nr. 45 mit 9:3 Stimmen:", ("adopted", 9, 3, None)),
        ("Beschluss mit 3 gegen 9 Stimmen:", ("rejected", 3, 9, None)),
    ],
)
def test_the_label_of_a_text_holds_the_vote_on_it(label, expected):
    decision = "Der Weg wird saniert. Das Büro plant ihn."
    text = f"TOP 1 Wege\n{label}\n{decision}\n\nTOP 2 Verschiedenes\nKeine Wortmeldungen.\n"
    assert decided(text) == [expected]
    found = record(HEAD + text).resolutions
    assert [one.text for one in found if one.kind == "adopted"] == ([decision] if expected[0] == "adopted" else [])


def test_a_result_in_brackets_below_a_text_is_that_of_its_vote():
    text = "TOP 1 Platz\nBeschluss mit 5 gegen 5 Stimmen:\nDer Platz wird gesperrt.\n(abgelehnt gem. § 51 GO)\n"
    assert decided(text) == [("rejected", 5, 5, None)]


@pytest.mark.parametrize("mark", ["Ziffer", "Nr."])
def test_the_number_of_a_part_is_none_of_its_counts(mark):
    rows = f"{mark} 1: 40 : 7\n{mark} 2: 39 : 8\n{mark} 3: 20 : 27\n"
    expected = [("adopted", 40, 7, None), ("adopted", 39, 8, None), ("rejected", 20, 27, None)]
    assert decided(f"TOP 1 Märkte\nAbstimmungsergebnis:\n{rows}") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Zustimmung 17 · Ablehnung 0 · Enthaltung 0 · keine Rückmeldung 2   → angenommen", ("adopted", 17, 0, 0)),
        ("Zustimmung 15 · Ablehnung – · Enthaltung 2 · keine Rückmeldung –   → angenommen", ("adopted", 15, 0, 2)),
        ("Ja 9 · Nein – · Enthaltung 2", ("adopted", 9, 0, 2)),
        ("Zustimmung 3, Ablehnung 9, Enthaltung 0, ohne Rückmeldung 1 → abgelehnt", ("rejected", 3, 9, 0)),
    ],
)
def test_lines_of_circular_votes(line, expected):
    assert decided(f"TOP 1 Beiträge\nUmlaufbeschluss 3 – Stundung\n    {line}\n") == [expected]


def test_members_without_a_group_stand_in_small_letters():
    rows = "dafür:    25   (17 SPD, 8 GRÜNE)\ndagegen:  25   (14 CDU, 11 FDP)\nEnth.:     1   (fraktionslos)\n"
    assert decided(f"TOP 1 Darlehen\n{rows}") == [("rejected", 25, 25, 1)]


def test_a_legend_tells_no_result_and_a_labelled_bracket_one():
    legend = "Legende: (J-N-E) = Ja-Stimmen – Nein-Stimmen – Enthaltungen; e = einstimmig; m = mehrheitlich\n\n"
    assert decided(f"{legend}TOP 1 Wege\nBeschluss: (15-0-3)\n") == [("adopted", 15, 0, 3)]


def table(*rows):
    head = "<tr><th>TOP</th><th>Betreff</th><th>Beschluss</th><th>Für</th><th>Gegen</th><th>Enth.</th></tr>"
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    place = "<h1>Kurzprotokoll</h1><p>Gemeinde Musterau, Sitzung des Gemeinderates am 12.10.2032</p>"
    text = f"{place}<table>{head}{cells}</table>"
    return [(one.outcome.value, one.yes, one.no, one.abstain) for one in record_of_html(text).decisions]


def record_of_html(html):
    import kimdocs

    return kimdocs.extract(kimdocs.read(html.encode(), name="protokoll.html"))


def test_a_cell_that_holds_the_text_leaves_the_result_to_the_counts():
    assert table(
        ("1", "Protokoll", "Genehmigt", "8", "0", ""),
        ("2", "Weg am See", "Der Weg wird gewidmet. Baulastträger ist die Gemeinde.", "5", "3", "-"),
        ("3", "Altfahrzeug", "Der Bitte des Bauhofs wird nicht entsprochen, es bleibt im Besitz.", "1", "7", ""),
    ) == [("adopted", 8, 0, None), ("adopted", 5, 3, 0), ("rejected", 1, 7, None)]


def test_consent_refused_by_a_majority_was_decided():
    assert table(
        ("1", "Bauantrag A", "Das Einvernehmen wird verweigert.", "6", "2", ""),
        ("2", "Bauantrag B", "Das Einvernehmen wird verweigert.", "2", "6", ""),
    ) == [("adopted", 6, 2, None), ("rejected", 2, 6, None)]


@pytest.mark.parametrize("counts", ["(12/11/0)", "(Abstimmung: 12/11/0)", "mit 12/11/0"])
def test_counts_in_a_sentence_are_told_once_where_a_legend_explains_them(counts):
    legend = "TOP 1 Tagesordnung\nDie Tagesordnung wird mit 23/0/0 (Ja/Nein/Enthaltung) bestätigt.\n\n"
    text = f"{legend}TOP 2 Satzung\nDer Bürgermeister erläutert die Kosten.\nDie Vorlage wird vertagt {counts}.\n"
    assert decided(text) == [("adopted", 23, 0, 0), ("postponed", 12, 11, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zuschuss Motorradclub (1.000 €): keine einzige Ja-Stimme, somit abgelehnt.", ("rejected", 0, None, None)),
        ("Der Antrag wird ohne eine einzige Ja-Stimme abgelehnt.", ("rejected", 0, None, None)),
        ("Keine einzige Gegenstimme, angenommen.", ("adopted", None, 0, None)),
    ],
)
def test_not_one_is_none(text, expected):
    assert decided(f"TOP 1 Zuschüsse\n{text}\n") == [expected]


def test_words_of_a_result_count_more_than_those_of_the_text_it_is_on():
    text = "TOP 1 Verkauf\nBeschluss:\nDer Rat lehnt den Antrag der FDP ab.\n\nErgebnis: 7 Ja, 3 Nein\n"
    assert decided(text) == [("rejected", 7, 3, None)]
    assert decided(f"{text}Die Beschlussvorlage ist angenommen.\n") == [("adopted", 7, 3, None)]


@pytest.mark.parametrize("office", ["die Stadträte", "die Gemeinderätinnen", "die Herren"])
def test_members_who_voted_against_are_no_body_that_rejects(office):
    named = f"{office} Auer, Beck, Carl und Dorn"
    text = "TOP 1 Wege\nBeschluss:\nDer Weg wird saniert.\n\n"
    assert decided(f"{text}Abstimmung: 14 : 4\nDagegen stimmten {named}.\n") == [("adopted", 14, 4, None)]
    assert decided(f"{text}Mehrheitlich beschlossen. Dagegen stimmten {named}.\n") == [("adopted", None, 4, None)]
