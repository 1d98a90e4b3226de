"""Texts of resolutions that end at their quotes, at votes told by name, at signatures, or at another heading."""

from __future__ import annotations

import pytest

import kimdocs
from tests.extraction.reading import texts
from tests.extraction.wegenetz import MINUTES, WAY

PAPER = "Stadt Auental\n\nBeschlussvorlage\n\nVorlage-Nr.: 2031/044\nBetreff: Wegenetz\n\nBeschlussvorschlag:\n"


@pytest.mark.parametrize(
    "vote",
    [
        "11:2",
        "9:0:1",
        "- 10:3 -",
        "7 x Ja, 1 x Nein",
        "CDU 4 Ja, SPD 3 Nein, FDP 1 Enthaltung",
        "Auental 9 Ja, Lindach 4 Enthaltungen",
        "Mit Ja stimmten:\nAdler, Bach, Clemens\nMit Nein stimmten:\nDorn",
        "Für den Antrag stimmten: Adler, Bach\nGegen den Antrag stimmten: Dorn",
        "Dafür stimmten die Mitglieder Adler und Bach.",
        "Der Stimme enthielten sich: Adler und Bach",
        "- einstimmig, Enthaltung: Adler -",
        "Der Beschluss ergeht mit 12 Ja-Stimmen bei 3 Gegenstimmen.",
        "(Abstimmungsergebnis siehe oben)",
        "Mehrheitlich gegen die Stimmen der SPD.",
        "Für den Antrag:   12\nGegen den Antrag:  3",
    ],
)
def test_how_the_vote_went_is_no_part_of_the_text(vote):
    assert texts(f"{MINUTES}Beschluss:\n{WAY}\n{vote}\n") == [WAY]


@pytest.mark.parametrize(
    "text",
    [
        "Das Freibad öffnet werktags um\n7:30 Uhr und schließt um\n20:00 Uhr.",
        "Die Mischung beträgt\n3 Teile Sand auf 1 Teil Kalk.",
        "Für den Antrag werden drei Formulare vorgesehen.",
        "Gegen die Stimme der Natur wird nicht gebaut, solange Vögel brüten.",
        "Die Ausschüsse erhalten Sitze wie folgt:\nBauausschuss 9 Sitze, Schulausschuss 7 Sitze",
    ],
)
def test_numbers_and_words_that_but_look_like_a_vote_stay(text):
    assert texts(f"{MINUTES}Beschluss:\n{text}\n\nAbstimmung: 12 Ja, 3 Nein\n") == [" ".join(text.split())]


@pytest.mark.parametrize(
    ("lead", "quoted"),
    [
        ("Der Rat fasst folgenden Grundsatzbeschluss:\n\n", f"„{WAY} Die Wege „Nord“ bleiben.“"),
        ("Beschluss:\n", f"»{WAY}\nEs eilt.«"),
        ("Der Rat beschließt einstimmig wie folgt:\n\n  ", f'"{WAY}\n  Es eilt."'),
        ("Der Rat beschließt mit 8 : 1 Stimmen:\n\n", f"„{WAY}“"),
        ("Der Ausschuss fasst folgenden Empfehlungsbeschluss:\n\n", f"“{WAY}”"),
    ],
)
def test_a_quoted_text_ends_with_its_quotes(lead, quoted):
    found = texts(f"{MINUTES}{lead}{quoted}\n\nDie Anwohner im Saal klatschen.\n")
    assert found == [" ".join(quoted.split())]


@pytest.mark.parametrize(
    "text",
    [
        '"Untere Wiese" wird der Name des Baugebiets.\n\nDie Schilder sind zu bestellen.',
        '„Untere Wiese“\nwird der Name des Baugebiets.',
    ],
)  # fmt: skip
def test_a_name_in_quotes_does_not_end_the_text(text):
    assert texts(f"{MINUTES}Beschluss:\n{text}\n\nAbstimmung: 12 Ja, 3 Nein\n") == [" ".join(text.split())]


@pytest.mark.parametrize(
    "rest",
    [
        "Jana Ohlsen                    Peter Rausch\nAmtsleiterin                   Bürgermeister\n",
        "Jana Ohlsen\nBürgermeisterin\n",
        "Für die Richtigkeit der Abschrift\nOhlsen\n",
        "Zur Beglaubigung:\nAuental, 10.01.2031\nOhlsen\n",
        "1. Ausgangslage\nDie Brücke ist alt.\n\n2. Kosten\nSie kostet 12.000 €.\n",
        "Kosten der Brücke\n\nDie Brücke kostet 12.000 €.\n",
    ],
)
def test_signatures_and_headings_end_the_text(rest):
    assert texts(f"{PAPER}{WAY}\n\n{rest}") == [WAY]


@pytest.mark.parametrize(
    "text",
    [
        "Zu Mitgliedern werden bestellt:\n\nJana Ohlsen          Peter Rausch\nKarl Amsel           Dora Specht",
        "Der Rat fasst folgende Beschlüsse.\n\n1. Bau einer Brücke\nDie Brücke wird gebaut.",
        f"{WAY}\n\nDie Mittel werden bereitgestellt.",
    ],
)
def test_what_belongs_to_the_text_stays(text):
    assert texts(f"{PAPER}{text}\n\nSachverhalt:\nEs eilt.\n") == [" ".join(text.split())]


def test_what_a_paper_asks_for_is_proposed_whatever_became_of_it_before():
    paper = (
        "Bezirk Auental\n\nDrucksache Nr.: 0612/VII\nVorlage zur Beschlussfassung\n\nBeratungsfolge:\n"
        "24.10.2031    BVV                  überwiesen\n13.11.2031    Bauausschuss         vertagt\n\n"
        "Gegenstand der Vorlage: Wegenetz\n\nDie Bezirksverordnetenversammlung wolle beschließen:\n\n"
        f"Dem Wegenetz wird zugestimmt. {WAY}\n\nBegründung:\nEs eilt.\n"
    )
    record = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt"))
    assert [resolution.kind.value for resolution in record.resolutions] == ["proposed"]


def test_a_line_that_says_antrag_heads_what_a_paper_asks_for_where_its_reasons_follow():
    paper = (
        f"Stadt Auental\n\nAntragsvorlage Nr. 77/2031\n\nBetr.: Wegenetz\n\nAntrag:\n{WAY}\n\nBegründung:\nEs eilt.\n"
    )
    assert texts(paper) == [WAY]
    assert texts(f"{MINUTES}Antrag:\nDie SPD will mehr Wege.\n\nBeschluss:\n{WAY}\n11:2\n") == [WAY]


def test_texts_beside_votes_in_the_margin():
    margin = (
        "11    9 : 1         Kauf eines Schleppers\n"
        "                    Der Gemeinderat kauft den Schlepper. Das Altgerät wird verkauft.\n\n"
        "12                  Bericht\n                    Zur Kenntnis genommen.\n\n"
        "13    10 : 0        Bauantrag: Neubau eines Stadels\n"
        "                    Das Einvernehmen wird erteilt.\n"
        "                    (GR Adler persönlich beteiligt, Art. 49 GO)\n\n"
        "14                  Satzung\n                    GR Bach hält zwei Plätze für genug.\n"
        "      3 : 7         Antrag GR Bach: zwei Plätze\n"
        "      10 : 0        Die Satzung wird in der Fassung vom 02.03.2031 erlassen.\n\n"
        "15    2 : 8         Sperrzeit\n                    Die Sperrzeit wird verlängert.\n\n"
        "16    8 : 2         Genehmigung der Niederschrift\n"
    )
    head = "Gemeinde Lindach\nNiederschrift über die Sitzung des Gemeinderates am 04.03.2031\n\n"
    assert texts(head + margin) == [
        "Der Gemeinderat kauft den Schlepper. Das Altgerät wird verkauft.",
        "Das Einvernehmen wird erteilt.",
        "Die Satzung wird in der Fassung vom 02.03.2031 erlassen.",
    ]
