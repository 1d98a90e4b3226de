"""What stands at the edges of a resolution's text and is no part of it: formulas, numbers, forms, votes."""

from __future__ import annotations

import pytest

import kimdocs
from tests.extraction.reading import texts
from tests.extraction.wegenetz import MINUTES, MONEY, PAPER, WAY

REASONS = "\n\nSachverhalt:\nDer Weg ist schmal.\n"
VOTE = "\n\nAbstimmungsergebnis: einstimmig\n"


@pytest.mark.parametrize(
    ("lead", "kept"),
    [
        ("Der Rat der Stadt Auental beschließt,\n", False),
        ("Der Rat beschließt auf Vorschlag des Bauausschusses,\n\n", False),
        ("Der Ausschuss empfiehlt dem Rat,\n", False),
        ("Der Rat beauftragt die Verwaltung,\n", True),
        ("Der Rat beschließt nach Vorberatung im Hauptausschuss\n\n", True),
    ],
)
def test_a_formula_before_points_that_are_sentences_is_no_part_of_them(lead, kept):
    points = "1. Der Weg am Bach wird verbreitert.\n2. Die Mittel werden bereitgestellt."
    found = texts(f"{PAPER}Beschlussvorschlag:\n{lead}{points}{REASONS}")
    assert found == [" ".join(f"{lead if kept else ''}{points}".split())]


@pytest.mark.parametrize("lead", ["Der Rat der Stadt Auental beschließt,\n", "Der Ausschuss empfiehlt dem Rat,\n"])
def test_points_that_go_on_with_the_sentence_of_a_formula_keep_it(lead):
    points = "1. den Weg am Bach zu verbreitern und\n2. die Mittel bereitzustellen."
    assert texts(f"{PAPER}Beschlussvorschlag:\n{lead}{points}{REASONS}") == [" ".join(f"{lead}{points}".split())]


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat beschließt, den Weg zu verbreitern.",
        "Der Rat beschließt die Satzung über die Wege.",
        "Der Ausschuss empfiehlt dem Rat, den Weg zu verbreitern.",
        "Der Rat beschließt, dass der Weg verbreitert wird.",
    ],
)
def test_a_sentence_that_says_who_decides_what_is_the_text(text):
    assert texts(f"{MINUTES}Beschluss:\n{text}{VOTE}") == [text]


@pytest.mark.parametrize(
    "number",
    [
        "(Drucksache Nr.: 00417-31)\n\n",
        "AU/GV/017/2031\n",
        "(Vorlage 2031/044)\n",
        "Vorlage: BV/2031/044-1\n\n",
        "StR 31-044/06\n\n",
        "Drs.-Nr. 18/0231\n\n",
        "Anregung an den Magistrat OM 987 2031 ",
    ],
)
def test_a_number_below_the_heading_is_no_part_of_the_text(number):
    assert texts(f"{MINUTES}Beschluss:\n{number}{WAY}{VOTE}") == [WAY]


@pytest.mark.parametrize(
    "text",
    [
        f"1.\n{WAY}\n2.\n{MONEY}",
        f"Die Vorlage 2031/044 wird so gefasst:\n{WAY}",
        f"Vorlage und Plan werden geändert.\n{WAY}",
    ],
)
def test_what_is_no_such_number(text):
    assert texts(f"{MINUTES}Beschluss:\n{text}{VOTE}") == [" ".join(text.split())]


@pytest.mark.parametrize(
    "behind",
    [
        "\nAnwesend: 15    Ja: 13    Nein: 1     GR Lohse hat nach Art. 49 GO nicht mitgestimmt.\n",
        "\n9 Ja, 1 Nein, 0 Enthaltungen; Frau Kraus war nicht im Saal anwesend\n",
        "\n\nDer Hauptausschuss empfiehlt dem Rat, den geänderten Beschlussvorschlag anzunehmen.\n\ndafür: 8\n",
    ],
)
def test_votes_with_remarks_end_a_text(behind):
    assert texts(f"{MINUTES}Beschluss:\n{WAY}{behind}") == [WAY]


@pytest.mark.parametrize(
    "behind",
    [
        "\n\nFortsetzung siehe S. 2\n\nUnmittelbare finanzielle Auswirkungen  X ja   nein\n\nSeite 2",
        "\n\nKlimarelevanz:  [ ] ja  [x] nein",
    ],
)
def test_boxes_of_a_form_end_a_text(behind):
    assert texts(f"{PAPER}Beschlussvorschlag:\n{WAY}{behind}{REASONS}") == [WAY]


def test_a_sentence_that_wraps_onto_the_name_of_a_heading_goes_on():
    text = "Die Verwaltung wird ermächtigt, Aufträge bis zu 30.000 Euro ohne weiteren\nBeschluss zu vergeben."
    assert texts(f"{PAPER}Beschlussvorschlag:\n1. {WAY}\n2. {text}{REASONS}") == [
        " ".join(f"1. {WAY} 2. {text}".split())
    ]


def test_a_text_behind_its_number_on_one_line_goes_on_below():
    report = "Beschluss-Nr. 27/2031: Der Rat beschließt die Entschädigungs-\nsatzung.\nAbstimmung: Ja: 9   Nein: 4\n"
    assert texts(MINUTES + report) == ["Der Rat beschließt die Entschädigungs- satzung."]


def test_a_heading_that_a_hyphen_breaks():
    assert texts(f"Beschluss zum Verwaltungsvor-\nschlag:\n{WAY}\nJa-Stimmen: 20 Nein-Stimmen: 0\n") == [WAY]


@pytest.mark.parametrize("status", ["mit Änderungen", "unverändert", "in geänderter Fassung"])
def test_whether_a_text_was_changed_is_none(status):
    below = "\nReduzieren\n\nDer Rat beauftragt die Verwaltung, die Wiese zu verkaufen.\n\n \n\nReduzieren\n\n"
    vote = "Abstimmungsergebnis\n\nJa-Stimmen: 9\nNein-Stimmen: 0\n"
    assert texts(f"06.03.2031 - 7.4 Verkauf der Wiese\n\nBeschluss:\n{status}{below}{vote}") == [
        "Der Rat beauftragt die Verwaltung, die Wiese zu verkaufen."
    ]
    assert texts(f"{MINUTES}Beschluss:\n{status}\n\nHerr Lohse dankt.\n") == []


def test_what_stands_between_a_vote_and_the_text_below_it():
    head = "Sitzung: 11.12.2031 Rat\nBeschluss: mehrheitlich beschlossen\nAbstimmung: Ja: 27, Nein: 12\n"
    text = "Der Rat der Stadt Auental beschließt die Erhöhung der Miete von 100 € auf 150 € im Jahr."
    between = "Vorlage: BV/0211/2031\n(mehrheitlich beschlossen)\n"
    assert texts(f"{head}{between}{text}\nFrau Kraus brachte die Vorlage ein.\n") == [text]


def test_numbers_alone_on_their_lines_count_points():
    text = f"01\n\n{WAY}\n\n02\n\nDer Bürgermeister berichtet halbjährlich."
    record = (
        f"Beschluss: mit Änderungen beschlossen\n\nAbstimmung: Ja: 28, Nein: 6\n\nGenaue Fassung:\n\n{text}\n\n \n\n"
    )
    assert texts(f"{record}Die Drucksache lag dem Rat vor.\n") == [" ".join(text.split())]


def test_a_sentence_at_the_end_of_a_list_of_attachments_leads_a_text_in():
    lead = "Anlagen:\nPlan PDF-Dokument\n\nDer Bauausschuss empfiehlt der Bezirksversammlung:\n\n \n\n"
    text = "Das Bezirksamt wird ersucht, den Weg am Bach zu verbreitern."
    vote = "\n\nAbstimmungsergebnis im Ausschuss: 9 Ja, 2 Nein"
    assert texts(f"{PAPER}{lead}{text}{vote}{REASONS}") == [text]


def test_an_unanimous_resolution_told_in_a_sentence_heads_no_text():
    report = f"{WAY}\nEinstimmiger Beschluss. An der Beratung hat Ratsmitglied Lohse\nnicht teilgenommen.\n"
    assert all("Lohse" not in text for text in texts(MINUTES + report))


TALK = "Die Vorsitzende begrüßt die Anwesenden und stellt die Beschlussfähigkeit fest. Wünsche gibt es keine. " * 7


def test_minutes_on_one_line_are_cut_at_their_texts_and_votes():
    minutes = (
        f"Niederschrift über die 7. Sitzung des Rates der Stadt Auental am 06.03.2031 {TALK}1. Wegenetz Vorlage 31/044 "
        f"Herr Lohse fragt nach den Kosten. Beschluss: {WAY} Abstimmungsergebnis: 9 Ja-Stimmen (SPD) 5 Nein-Stimmen "
        "(CDU) -22. Spielplatz Der Bauausschuss hat den Kauf am 3. März einstimmig empfohlen. Beschluss: Der Rat kauft "
        "eine Schaukel. Abstimmungsergebnis: einstimmig 3. Anfragen Frau Lohse fragt nach dem Brunnen."
    )
    record = kimdocs.extract(kimdocs.read(minutes.encode(), name="papier.txt"))
    assert [resolution.text for resolution in record.resolutions] == [WAY, "Der Rat kauft eine Schaukel."]
    assert record.decisions[0].groups is not None
    told = [(one.yes, one.no, one.unanimous) for one in record.decisions if str(one.type) != "quoted"]
    assert told == [(9, 5, False), (None, None, True)]


def test_points_on_the_one_line_of_an_excerpt():
    points = f"1. {WAY} 2. {MONEY}"
    vote = "Abstimmungsergebnis: mehrheitlich beschlossen bei 3 Enthaltungen (CDU) - 1 -"
    excerpt = (
        f"Auszug aus der Niederschrift des Bauausschusses der Stadt Auental vom 28.10.2031 {TALK}Beschluss: {points}"
    )
    record = kimdocs.extract(kimdocs.read(f"{excerpt} {vote}".encode(), name="papier.txt"))
    assert [resolution.points for resolution in record.resolutions] == [(f"1. {WAY}", f"2. {MONEY}")]


@pytest.mark.parametrize(
    "rows",
    [
        "Nr.\n\nVerein\n\nZuschuss\n\n1\n\nTurnverein\n\n640 €\n\n2\n\nChor\n\n900 €\n\n \n\nSumme\n\n1.540 €",
        "Ergebnis der Rechnung:\n• Einnahmen:      120.000 €\n• Ausgaben:       118.000 €",
    ],
)
def test_what_a_colon_announces_belongs_to_the_text(rows):
    text = f"Die Mittel werden wie folgt festgestellt:\n\n{rows}"
    assert texts(f"{PAPER}Beschlussvorschlag:\n{text}\n\n \n\n{REASONS}") == [" ".join(text.split())]


@pytest.mark.parametrize(
    "told",
    [
        "Das nötige Quorum wird erreicht.",
        "Die Dringlichkeit wird mit der nach § 58 Abs. 2 HGO nötigen Mehrheit anerkannt.",
        "Damit verbleibt der Punkt auf der Tagesordnung.",
        "Vor Eintritt in den Punkt entscheidet der Rat über die persönliche Beteiligung von Frau Kraus.",
        "Der Kurausschuss hat vorgeschlagen, das Entgelt anzuheben. Herr Anders ist für 8,00 €.",
    ],
)
def test_what_a_report_tells_before_a_vote_is_no_text(told):
    report = f"Frau Lohse beantragt namentliche Abstimmung. {told}\nAbstimmung: 16 Ja-Stimmen, 12 Nein-Stimmen\n"
    assert texts(MINUTES + report) == []


def test_a_quorum_for_a_secret_vote_says_nothing_of_the_text():
    report = f"Beschluss:\n{WAY}\n\nAbstimmungsergebnis:\n\nMehrheitlich beschlossen\n\nProtokoll:\n\nHerr Lohse"
    report += " beantragt namentliche Abstimmung. Das erforderliche Quorum wird nicht erreicht.\n"
    record = kimdocs.extract(kimdocs.read((MINUTES + report).encode(), name="papier.txt"))
    assert [str(one.outcome) for one in record.decisions] == ["adopted"]
    assert [one.text for one in record.resolutions] == [WAY]


def test_a_text_right_before_its_vote_where_another_above_has_its_own():
    report = f"Beschluss-Nr. 27/2031: {WAY}\nAbstimmung: Ja: 9   Nein: 4\n\n7.1 Antrag der Fraktion ABC - Bank\n"
    told = "Der Bürgermeister wird beauftragt, eine Bank aufzustellen."
    assert texts(f"{MINUTES}{report}{told}\nAbstimmungsergebnis: einstimmig bei 4 Enthaltungen\n") == [WAY, told]


def test_a_text_right_before_its_vote_where_another_follows():
    report = f"{WAY}\nAbstimmungsergebnis: einstimmig\n\n2. - 4. werden im Block abgestimmt:\n"
    below = f"Beschluss:\n{MONEY}\nAbstimmungsergebnis: 9 Ja, 3 Nein\n"
    assert texts(f"{MINUTES}{report}{below}") == [WAY, MONEY]


def test_what_a_committee_recommends_in_a_paper_that_gives_its_reasons_below_is_proposed():
    lead = "Der Ausschuss für Umwelt empfiehlt dem Rat:\n\n"
    vote = "\n\nAbstimmungsergebnis im Ausschuss: 9 Ja, 2 Nein"
    record = kimdocs.extract(kimdocs.read(f"{PAPER}{lead}{WAY}{vote}{REASONS}".encode(), name="papier.txt"))
    assert [(str(one.kind), one.text) for one in record.resolutions] == [("proposed", WAY)]


@pytest.mark.parametrize(
    ("turn", "between"),
    [("\n- 4 -\n", ""), ("\n\nSeite 2 von 9\n\n", ""), ("\n\nSeite 2 von 9\nRat, 06.03.2031\n\n", "Rat, 06.03.2031 ")],
)
def test_a_page_that_ends_between_points_ends_no_text(turn, between):
    record = kimdocs.extract(
        kimdocs.read(f"{MINUTES}Beschluss:\n1. {WAY}{turn}2. {MONEY}{VOTE}".encode(), name="papier.txt")
    )
    assert [" ".join(one.text.split()) for one in record.resolutions] == [f"1. {WAY} {between}2. {MONEY}"]
    assert record.resolutions[0].points[1] == f"2. {MONEY}"


def test_a_page_that_ends_within_a_word_leaves_it_whole():
    text = "Der Weg wird ver-\n- 4 -\nbreitert, ebenso\n\n- 5 -\n\nder Steg."
    assert texts(f"{MINUTES}Beschluss:\n{text}{VOTE}") == ["Der Weg wird ver- breitert, ebenso der Steg."]


def test_counts_below_a_text_are_not_those_of_what_was_lost_before():
    report = "Herr Lohse beantragt 20 €. Dafür stimmen die Fraktionen ABC (3) und XYZ (2). Die übrigen lehnen ab.\n\n"
    report += "Beschluss\nDer Rat beschließt die Satzung über die Wege.\nJa: 23   Nein: 3   Enthaltungen: 4\n"
    record = kimdocs.extract(kimdocs.read((MINUTES + report).encode(), name="papier.txt"))
    assert ("adopted", 23, 3, 4) in [(str(one.outcome), one.yes, one.no, one.abstain) for one in record.decisions]
    assert [one.text for one in record.resolutions] == ["Der Rat beschließt die Satzung über die Wege."]


@pytest.mark.parametrize(
    "text",
    [
        "Niederschrift\n\nTOP 1: Bau\nDer Gemeinderat beschließt wie folgt:\n1.",
        f"Niederschrift der Sitzung {'wort ' * 120}abstimmungsergebnis: 4 dafür, 1 dagegen {'wort ' * 200}",
    ],
)
def test_a_point_without_words_and_one_long_line_without_labels_break_nothing(text):
    assert not kimdocs.extract(kimdocs.read(text.encode(), name="papier.txt")).resolutions
