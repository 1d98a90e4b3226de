"""Documents whose head was printed carelessly or is missing; all of them are invented."""

from __future__ import annotations

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts_of


def values(text, *names):
    facts = facts_of(text)
    return tuple(getattr(facts, name) for name in names)


@pytest.mark.parametrize(
    ("lines", "paper_type", "kind"),
    [
        ("Status:öffentlichVorlage-Art:Informationsvorlage", "Informationsvorlage", DocumentKind.SUBMISSION),
        ("Status:öffentlich (freigegeben)Vorlage-Art:Antrag", "Antrag", DocumentKind.MOTION),
        (
            " Ursprungaktuell\nStatus: öffentlich\nDrucksache-Art:AntragBeschluss",
            "Antrag",
            DocumentKind.MOTION,
        ),
        (
            "- Status:\n- öffentlich\n- Vorlageart:\n- Vorlage\n- Federführend:\n- Fachbereich Bauen",
            "Vorlage",
            DocumentKind.SUBMISSION,
        ),
    ],
)
def test_cells_without_a_gap_and_values_that_look_like_labels(lines, paper_type, kind):
    text = f"Vorlage - 44/2031\n\nBetreff: Neubau der Halle\n{lines}\nBeschlussvorschlag:\nDie Halle wird gebaut.\n"
    assert values(text, "paper_type", "kind", "public", "reference") == (paper_type, kind, True, "44/2031")


@pytest.mark.parametrize(
    ("text", "kind", "organization", "date"),
    [
        (
            "Kurzbericht über die Sitzung der Gemeindevertretung der Gemeinde Auental am 4. Februar 2031\n\n1. Halle\n",
            DocumentKind.MINUTES,
            "Gemeindevertretung",
            "2031-02-04",
        ),
        (
            "über die Sitzung des Gemeinderates der Gemeinde Auental, am Donnerstag, dem 04.09.2031, um 19:00 Uhr im "
            "Saal der alten Turnhalle im Ortsteil Berg.\nDie Vorsitzende eröffnete um 19:00 Uhr die Sitzung.\n",
            DocumentKind.MINUTES,
            "Gemeinderat",
            "2031-09-04",
        ),
        (
            "am Mittwoch, den 10.12.2031, um 19:00 Uhr, im Rathaus\n| 1. | Begrüßung |\n"
            "Der Vorsitzende, Herr Stein, eröffnet die 23. öffentliche Sitzung des Bau- und Umweltausschusses "
            "um 19:01 Uhr und begrüßt die Mitglieder.\n",
            DocumentKind.MINUTES,
            "Bau- und Umweltausschuss",
            "2031-12-10",
        ),
        (
            "Sitzungen der Samtgemeinde Auental\n\nSG Auental - Rat der Samtgemeinde Auental (SGR)\n\n"
            "Montag, 08. September 2031 , 18:00 Uhr\n\nTOP 1 Eröffnung\n\nProtokoll:\n\nTOP 2 Bericht\n",
            DocumentKind.EXCERPT,
            "Rat",
            "2031-09-08",
        ),
        (
            "01.07.2031 - 1 Eröffnung durch das älteste Mitglied\n\nWortprotokoll\n\n"
            "Die 1. Sitzung der Stadtvertretung wird durch die älteste Stadtvertreterin eröffnet.\n",
            DocumentKind.EXCERPT,
            "Stadtvertretung",
            "2031-07-01",
        ),
        (
            "Sitzung: 13.02.2031 Kreistag\nBeschluss: mehrheitlich abgelehnt\nFrau Sommer erläutert den Antrag.\n",
            DocumentKind.EXCERPT,
            "Kreistag",
            "2031-02-13",
        ),
        (
            "Niederschrift über die Sitzung des Gemeinderates Auental Nr. 9/2031 vom 16.11.2031\n\nTOP 1\n",
            DocumentKind.MINUTES,
            "Gemeinderat",
            "2031-11-16",
        ),
    ],
)
def test_meetings_without_the_usual_heading(text, kind, organization, date):
    facts = facts_of(text)
    assert (facts.kind, facts.organization, facts.date.isoformat()) == (kind, organization, date)
    assert facts.public is None or "öffentlich" in text
    assert facts.title is None or date[:4] not in facts.title


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der Rat stimmt der Tagesordnung einvernehmlich zu.\nEs sind keine Fragen da.\n", DocumentKind.EXCERPT),
        ("Die Tagesordnung wird in der so geänderten Fassung beschlossen.\nFragen: keine\n", DocumentKind.EXCERPT),
        ("Die Punkte in Teil A werden zusammen behandelt.\n\nAbst.-Erg.:    dafür\n", DocumentKind.EXCERPT),
        ("Herr Stein schlägt eine Frist vor.\n\nDem Vorschlag wird mit 24 Stimmen gefolgt.\n", DocumentKind.EXCERPT),
        ("§ 4 Ablauf\n(1) Die Vorsitzende eröffnet die Sitzung.\n§ 5 Ende\nSie schließt sie.\n", DocumentKind.OTHER),
        ("Der Preis wird zur Kenntnis genommen, die Halle ist alt.\n", DocumentKind.OTHER),
        (
            "Beschlussvorschlag:\nDie Tagesordnung wird wie vorgelegt beschlossen.\nBegründung:\nKeine.\n",
            DocumentKind.SUBMISSION,
        ),
    ],
)
def test_acts_of_a_meeting_make_an_excerpt_and_rules_do_not(text, kind):
    facts = facts_of(text)
    assert (facts.kind, facts.public, facts.date) == (kind, None, None)


@pytest.mark.parametrize(
    ("head", "reference"),
    [
        ("Vorlage - VO-35-ZDFi-2031-392\nGrunddaten\n- Betreff:\n- Umgang mit Zuschüssen\n", "VO-35-ZDFi-2031-392"),
        ("BESCHLUSSVORLAGE - GB II/443/2031\nGrunddaten\n- Betreff:\n- Sanierung der Halle\n", "GB II/443/2031"),
        ("Beschlussvorlage\nVorlage Nr.\u00a044/2031\nBetreff: Sanierung der Halle\n", "44/2031"),
        ("Protokoll: Gemeinderat\nTOP:\n3\nVerhandlungDrucksache:\n928/2031 und Ergänzung\n", "928/2031"),
        (
            "Auszug - Haushaltssatzung und Haushaltsplan 2032; (Stand 28.11.2031)\n\nTOP: Ö 2\n"
            "2031/284 Haushaltssatzung und Haushaltsplan 2032;\nStatus:öffentlichVorlage-Art:Beschlussvorlage\n",
            "2031/284",
        ),
        ("Vorlage - Neubau 12\nBetreff: Neubau der Halle\n", None),
        ("Auszug - Neubau der Sporthalle mit Mensa\n\nTOP: Ö 2\n2031/284 Ausschreibung der Feuerwehr\n", None),
    ],
)
def test_numbers_behind_the_kind_of_paper_and_before_the_title(head, reference):
    assert values(f"{head}\nSachverhalt:\nDie Halle ist alt.\n", "reference") == (reference,)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Die Stadt Erlbach fördert den Sport. Bei der Stadt Erlbach sind Mittel da.", "Stadt Erlbach"),
        ("Der Stellenplan des Kreises Lindenau wird beschlossen.", "Kreis Lindenau"),
        ("Zum Haushaltsplan 2031 des Seetalkreises wird berichtet. Der Kreistag berät ihn.", "Seetalkreis"),
        ("Protokoll: Gemeinderat der Landeshauptstadt ErlbachNiederschrift Nr.\n3\n", "Landeshauptstadt Erlbach"),
        ("Die Stadt Erlbach fördert den Sport.", "Stadt Erlbach"),
        ("Vom Gutachten der Stadt Erlbach ist die Rede.", None),
        ("Die Stadt Erlbach hilft der Gemeinde Auental. Der Stadt Erlbach entstehen Kosten.", None),
        ("Die Schule in der Stadt Erlbach. Der Landrat dankt der Stadt Erlbach.", None),
        ("Der Magistrat weist auf den Haushalt 2031 des Seetalkreises hin.", None),
        ("Die Ziele des Arbeitskreises und die Satzung des Arbeitskreises gelten.", None),
    ],
)
def test_the_town_that_the_text_speaks_of_as_its_own(text, body):
    assert values(f"Zuschüsse\n\n{text}\n", "body") == (body,)
    assert values(f"{text}\n", "body") == (body,)


def test_a_title_that_a_page_cut_short_is_taken_from_where_the_head_gives_it_in_full():
    page = "14.11.2031 - 6 Kalkulation der Gebühren für Straßen...\n\nTOP: Ö 6\nGremium: Finanzausschuss\n"
    behind = "Vorlage: VO/2031/1188 Kalkulation der Gebühren für Straßen und Wege 2032\n\nWortprotokoll\nText\n"
    assert values(page + behind, "title") == ("Kalkulation der Gebühren für Straßen und Wege 2032",)
    assert values(f"{page}\nWortprotokoll\nText\n", "title") == ("Kalkulation der Gebühren für Straßen...",)


def test_a_table_of_items_with_their_results_is_minutes_and_an_agenda_is_not():
    head = "Übersicht > Sitzungen\n\nSitzung\tR/12\nGremium\tRat der Gemeinde Auental\nDatum\t24.03.2031\n\n"
    results = "TOP\tBetreff\tVorlage\tBeschluss\nÖ 1\tFragen\t\t\nÖ 2\tNeue Halle\t32/2031\teinstimmig beschlossen\n"
    assert values(head + results, "kind", "title", "organization") == (DocumentKind.MINUTES, None, "Rat")
    assert values(head + results.replace("einstimmig beschlossen", ""), "kind") != (DocumentKind.MINUTES,)


def test_the_word_above_a_meeting_is_no_part_of_its_name():
    text = "Start » Politik » Sitzungen\n\nSitzung des Rates Auental\n\nDatum: 14.06.2031\n\nProtokoll:\nEs ist voll.\n"
    assert values(text, "organization", "kind") == ("Rat", DocumentKind.MINUTES)


def test_a_title_goes_on_with_the_name_of_a_body_where_its_line_is_open() -> None:
    facts = facts_of(
        "Gemeinde Wiesenfeld\nBeschlussvorlage\nVorlage Nr. 12/2031\n\n"
        "Beteiligung am Lotsendienst im\nKreis Lindenau\n\nBeschlussvorschlag:\nDie Gemeinde beteiligt sich.\n"
    )
    assert facts.title == "Beteiligung am Lotsendienst im Kreis Lindenau"
