"""The town whose document it is: by letterhead, label, council, contract, imprint, or its own act; else not told."""

from __future__ import annotations

import pytest

from tests.extraction.reading import facts_of

MINUTES = "Niederschrift über die Sitzung vom 12.03.2031\n\nTOP 1: Wege\n\nDem Antrag wird zugestimmt.\n"
CONTRACT = "schließen folgenden Vertrag:\n\n§ 1 Gegenstand\nDer Platz wird gepflegt.\n"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Ortsgemeinde Auental (Verbandsgemeinde Hochwald)\n", "Ortsgemeinde Auental"),
        ("Gemeinde Auental, Landkreis Elbfeld\n", "Gemeinde Auental"),
        ("Gemeinde Auental (Heide)\n", "Gemeinde Auental (Heide)"),
        ("Stadt Auental i. Bay.\n", "Stadt Auental i. Bay."),
        ("Stadt Auental • Postfach 12 • 01234 Auental\n", "Stadt Auental"),
        ("Freie Hansestadt Auental\n", "Freie Hansestadt Auental"),
        ("Rot-Auental-Kreis\n", "Rot-Auental-Kreis"),
        ("Auentalkreis\n", "Auentalkreis"),
        ("Landratsamt Auentalkreis\n", "Auentalkreis"),
        ("Landratsamt Auental\n", "Landkreis Auental"),
        ("Stadtverwaltung Auental\n", "Stadt Auental"),
        ("Amt Niederung\n\nGemeinde:   Groß Auen\n", "Gemeinde Groß Auen"),
        ("Zweckverband Wasser Auental\n\nVertreten sind:\nStadt Rothof   6 Stimmen\n", "Zweckverband Wasser Auental"),
        ("Mitteilungsblatt\nder Verbandsgemeinde Hochwald\nAusgabe 7\n\n\nStadt Auental - ", "Stadt Auental"),
        ("Verwaltungsgemeinschaft Holztal\n\nSitzung des Marktgemeinderates Auental\n", "Markt Auental"),
        ("Bürgerinfo\n\nGemeinderat (Gemeinde Auental)   12. Sitzung   12.03.2031\n", "Gemeinde Auental"),
        ("Kreisausschuss des Auentalkreises\n", "Auentalkreis"),
        ("Sitzungskreis\n", None),
        ("Arbeitskreis\n", None),
    ],
)
def test_the_head_names_the_body(head, body):
    assert facts_of(head + MINUTES).body == body


def test_the_body_behind_the_council_is_no_person():
    assert facts_of("Bericht\n\nGemeinderat Lohse fragt nach.\n\n" + MINUTES).body is None


@pytest.mark.parametrize(
    ("parties", "body"),
    [
        ("Die Gemeinde Auental, vertreten durch den Bürgermeister, und der Badverein e. V.", "Gemeinde Auental"),
        ("zwischen\nder Stadt Auental, vertreten durch den Bürgermeister\nund\ndem Badverein", "Stadt Auental"),
        ("Zwischen der Stadt Auental, vertreten durch A, und der Stadt Rothof, vertreten durch B,", None),
    ],
)
def test_the_one_town_of_a_contract_is_the_body(parties, body):
    assert facts_of(f"Pflegevertrag\n\n{parties} {CONTRACT}").body == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Weitere Meldungen | © Gemeinde Auental", "Gemeinde Auental"),
        ("Beschluss:\n1. Die Stadt Auental gewährt dem Verein einen Zuschuss.", "Stadt Auental"),
        ("Die Stadt Auental gewährt einen Zuschuss.\nDie Stadt Rothof gewährt keinen.", None),
        ("Der Vertreter sagte, die Stadt Auental habe das auch.", None),
    ],
)
def test_a_text_names_its_body(text, body):
    assert facts_of(f"Beschlussart: ungeändert beschlossen\n\nEs wird beraten.\n\n{text}\n").body == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Der Bürgermeister führt aus, die Gemeinde Auental und der Landkreis Rot seien einig; "
         "der Landkreis Rot zahle, die Gemeinde Auental baue.", "Gemeinde Auental"),
        ("Die Stadt Auental am Programm zu beteiligen, hat die Stadt Auental erwogen.", "Stadt Auental"),
        ("Die Stadt Auental und die Stadt Rothof sind sich einig; die Stadt Auental und die Stadt Rothof bauen.", None),
    ],
)  # fmt: skip
def test_of_several_towns_only_the_level_of_the_organs_counts(text, body):
    assert facts_of(f"Beschlussart: ungeändert beschlossen\n\n{text}\n").body == body


def test_the_words_of_a_portal_are_no_part_of_the_name():
    assert facts_of("Bürgerinfoportal Stadt Auental\n\n" + MINUTES).body == "Stadt Auental"


@pytest.mark.parametrize(
    "text",
    [
        "Der Weg führt durch das Tal, und die Gemeinde liegt im Süden.\n",
        "Der Weg verläuft zwischen der Stadt und dem Fluss, und die Stadt plant im Mai den Bau.\n",
    ],
)
def test_a_verb_behind_the_word_for_a_town_is_no_name(text):
    assert facts_of(text).body is None
