"""Heads of minutes and excerpts as few towns set them: the body and its town, the date, the item."""

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts

MINUTES = "\n\nTOP 1 Eröffnung\nDie Vorsitzende eröffnet die Sitzung.\n\nTOP 2 Satzung\nAbstimmung: 11 Ja, 1 Nein\n"


def met(found):
    return found.organization, found.date.isoformat() if found.date else None


@pytest.mark.parametrize(
    "head",
    [
        "Niederschrift\nüber die 9. Sitzung des VII. Kreistages des Landkreises Osterau am 05.05.2031",
        "Landkreis Osterau\nDer Kreistag trat am 5. Mai 2031 zu seiner 3. Sitzung zusammen.\n\nNIEDERSCHRIFT",
        "Landkreis Osterau / Kreistag\n18.30 Uhr - 19.45 Uhr am 05.05.2031 im Kreishaus\nSitzungsprotokoll KT 5-2031",
        "Landkreis Osterau - Kreistag - Protokoll der Sitzung am 05.05.2031",
        "Gremium: Kreistag\nArt: Niederschrift\nTag: 05.05.2031\nKommune: Landkreis Osterau",
        "Verhandelt zu Osterau, am 5. Mai 2031\nLandkreis Osterau\nKreistag\nNiederschrift",
        "Kreistag\nGremium\n05.05.2031\nSitzungstag\n\nLandkreis Osterau\nProtokoll",
    ],
)
def test_meetings_of_minutes(head):
    found = facts(head + MINUTES)
    assert (found.kind, found.body, met(found)) == (
        DocumentKind.MINUTES,
        "Landkreis Osterau",
        ("Kreistag", "2031-05-05"),
    )


@pytest.mark.parametrize(
    "end",
    [
        "Sitzung des Rates der Stadt Auental\nvom 05.05.2031, Rathaus",
        "Niederschrift Rat der Stadt Auental vom 05.05.2031",
    ],
)
def test_minutes_that_name_their_meeting_at_the_end(end):
    text = f"Niederschrift\n\n1. Haushalt\nDie Satzung wird mit 15 Ja-Stimmen beschlossen.\n\n{end}\ngez. Otto\n"
    assert met(facts(text)) == ("Rat", "2031-05-05")


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        ("der Ausschusses für Energie, Forst-\nwirtschaft und Jagd", "Ausschuss für Energie, Forstwirtschaft und Jagd"),
        ("(12. TA)\ndes Ausschusses für Bauen,\nWohnen und Verkehr", "Ausschuss für Bauen, Wohnen und Verkehr"),
        ("der Gemeinschaftsversammlung der Verwaltungsgemeinschaft Elbtal", "Gemeinschaftsversammlung"),
    ],
)
def test_names_of_bodies(lines, body):
    lines = lines.replace("der Ausschusses", "des Ausschusses")
    assert met(facts(f"Niederschrift\nüber die 6. Sitzung {lines} am 05.05.2031{MINUTES}")) == (body, "2031-05-05")


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("Flecken Elbdorf, den 06.05.2031", "Flecken Elbdorf"),
        ("Stadt Auental, Az. 20/31-4, Tel. 05555/120, Seite 1/4", "Stadt Auental"),
        ("{Ratsportal Stadt Auental}", "Stadt Auental"),
        ("Stadt Auental — Umweltamt", "Stadt Auental"),
        ("Gemeinde\u00a0Auental", "Gemeinde Auental"),
        ("Gemeinde  A u e n t a l\nLandkreis Osterau", "Gemeinde Auental"),
        ("Von: Fachbereich 2, Stadt Auental", "Stadt Auental"),
        ("Gemeinde Auental (Vogtl.)", "Gemeinde Auental (Vogtl.)"),
        ("Stadt Auental, Zentrale Dienste", "Stadt Auental"),
    ],
)
def test_towns(line, town):
    assert facts(f"{line}\nNiederschrift über die Sitzung des Bauausschusses am 05.05.2031{MINUTES}").body == town


def test_a_town_that_signs_or_is_written_to():
    text = "Mitteilungsvorlage\n\nNeue Bänke\n\nSachverhalt\nDie Bänke stehen.\nStadt Auental - Der Bürgermeister\n"
    assert facts(text).body == "Stadt Auental"
    letter = (
        "Otto Muster\n\nAn die Gemeinde Auental\n\nSehr geehrte Damen und Herren,\nhiermit beantrage ich eine Bank.\n"
    )
    assert facts(letter).body == "Gemeinde Auental"


@pytest.mark.parametrize(
    "head",
    [
        "Stadt Auental | Ratsinfo | Auszug\nSitzung | Bauausschuss | 05.05.2031 | öffentlich\nThema | Neue Bänke",
        "- 7 -\nStadt Auental / Bauausschuss / öffentliche Sitzung vom 05.05.2031\n(Auszug)\n\n§ 33\nNeue Bänke",
        "Stadt Auental\nBauausschuss\nNiederschrift vom 05.05.2031 - Auszug TOP 6\n\n4.  Neue Bänke",
        "Stadt Auental\nProtokoll (Auszug)\nSitzung des Bauausschusses vom 05.05.2031\n\nÖ 7.1 - 31-0644\nNeue Bänke",
        "TOP Ö 5: Neue Bänke\n\nStadt Auental\nNiederschriftauszug Bauausschuss 5. Mai 2031",
    ],
)
def test_excerpts(head):
    found = facts(f"{head}\n\nBeschluss:\nDie Bänke werden gekauft.\nAbstimmung: 9 Ja, 2 Nein\n")
    assert (found.kind, found.title, met(found)) == (
        DocumentKind.EXCERPT,
        "Neue Bänke",
        ("Bauausschuss", "2031-05-05"),
    )


@pytest.mark.parametrize(
    "item",
    [
        "Pkt. 9\n{}",
        "Tagesordnung Nr. 5:  {}",
        "TOP Nr. 4: {}",
        "Zu 4) {}",
        "Punkt 4 der öffentlichen Tagesordnung:\n{}",
        "Nr. 44  {}",
        "Ö  4  {}",
        "**TOP 4** {}",
        "TOP 4: {} (Drucksache 12/2031)",
        "Tagesordnungspunkt 5b)\n{}",
        "TOP 4 | {} | Vorlage 12/2031",
        "TOP 4 - Vorlage 12/2031 - {}",
        "TOP 4 12/2031 {}",
        "Lfd. Nr. 44    {}",
        "4) {}",
        "– {} –",
        "Punkt 4 der TO: {}",
        "13 Mitglieder anwesend\n\n{}",
        "Tagesordnungspunkt: 8, öffentlich\nBetreff: {}",
    ],
)
def test_items_of_excerpts(item):
    head = "Gemeinde Auental\nAuszug aus der Niederschrift über die Sitzung des Gemeinderates vom 05.05.2031\n\n"
    found = facts(f"{head}{item.format('Neubau der Sporthalle')}\n\nDer Gemeinderat beschließt den Bau.\n12 : 0\n")
    assert found.title == "Neubau der Sporthalle"


def test_a_page_of_one_item_is_an_excerpt():
    head = "3. Neubau der Sporthalle\nGremium Sitzung Sitzungsdatum ö / nö Beratungstyp TOP-Nr.\n"
    row = "Gemeinderat (Gemeinde Auental) 3. Sitzung des Gemeinderates 05.05.2031 ö beschließend 3\n"
    text = "Sachverhalt\nEs fehlt an Platz.\n\nBeschluss\nDie Halle wird gebaut.\nAbstimmungsergebnis\nDafür: 10\n"
    found = facts(f"{head}{row}\n{text}")
    assert (found.kind, found.title, met(found)) == (
        DocumentKind.EXCERPT,
        "Neubau der Sporthalle",
        ("Gemeinderat", "2031-05-05"),
    )


def test_labels_in_a_stack_with_the_number_of_a_paper():
    head = "Auszug aus dem Protokoll\nGremium\nDatum\nTOP\nVorlage\nStadtrat\n05.05.2031\n11\n0522-2031-StR\n\n"
    assert facts(f"{head}Neue Bänke\n\nDer Stadtrat beschließt den Kauf.\nJa 21, Nein 3\n").reference == "0522-2031-StR"


@pytest.mark.parametrize("line", ["Sitzung Nr. BA/17/2031", "Vorlage 12/2031 wird vertagt.", "Beschluss-Nr. RV/8/2031"])
def test_minutes_have_no_number_but_their_papers(line):
    assert (
        facts(f"Stadt Auental\nNiederschrift über die Sitzung des Rates am 05.05.2031\n{line}{MINUTES}").reference
        is None
    )
