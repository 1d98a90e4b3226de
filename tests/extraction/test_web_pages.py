"""Texts of council systems' pages: boxes, meetings in the Beratungsfolge, items without "TOP", times of day."""

from __future__ import annotations

import pytest

import kimdocs
from tests.extraction.reading import record


def acts(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(act.outcome.value, act.yes, act.no) for act in record(text).decisions]


@pytest.mark.parametrize("time", ["17:05", "18:00", "19:30", "9:00"])
def test_a_time_of_day_is_no_vote(time):
    text = f"Grunddaten\n- Gremium:\n- Werkausschuss\n- Uhrzeit:\n- {time}\n- Beschluss:\n- geändert beschlossen\n"
    assert all(yes is None and no is None for _, yes, no in acts(text))


@pytest.mark.parametrize("number", ["Flur 18 Nr. 58/7", "Fl. Nr. 12/3", "Flur 4/2"])
def test_the_number_of_a_plot_is_no_vote(number):
    text = (
        f"Kurzbericht über die Sitzung\n\nDer Gemeinderat stimmt einstimmig dem Verkauf des Grundstücks {number} zu.\n"
    )
    assert acts(text) == [("adopted", None, None)]


def test_what_each_meeting_made_of_a_paper():
    text = (
        "Vorlage - 31-0815\n\nBetreff: Neue Fenster der Turnhalle\nStatus:öffentlich\nBeratungsfolge:\n"
        "Sportausschuss Vorberatung\n04.03.2031 \n12. öffentliche Sitzung des Sportausschusses vertagt   \n"
        "11.03.2031 \n13. öffentliche Sitzung des Sportausschusses ungeändert beschlossen   \n"
        "Verwaltungsausschuss Vorberatung\n18.03.2031    Sitzung des Verwaltungsausschusses      \n"
        "Rat der Stadt Auental Entscheidung\n25.03.2031 \n"
        "Sitzung des Rates der Stadt Auental abgelehnt (Beratungsfolge beendet)   \n\n"
        "Sachverhalt\n\nDie Fenster sind alt.\n"
    )
    assert acts(text) == [("postponed", None, None), ("recommended", None, None), ("rejected", None, None)]


def test_items_headed_by_letter_and_number():
    text = (
        "Protokoll\nSitzung des Bezirksrates vom 14.05.2031\n\nÖ 1\n\nFestlegung der Tagesordnung\n\n"
        "Der Bezirksrat stimmt der Tagesordnung einstimmig zu.\n\nAnlagen\nPlan (80 KB)\n\nÖ 2.1 - 31-1207\n\n"
        "Radweg am Mühlbach\n\nDer Bezirksrat nimmt die Drucksache zur Kenntnis.\n\nN 3\n\nPachtsache\n\n"
        "Der Bezirksrat lehnt den Antrag mit 3 Ja-Stimmen gegen 9 Nein-Stimmen ab.\n"
    )
    found = record(text)
    assert [(item.number, item.public) for item in found.agenda_items] == [
        ("Ö 1", True),
        ("Ö 2.1", True),
        ("N 3", False),
    ]
    assert [(act.agenda_item, act.outcome.value) for act in found.decisions] == [
        ("Ö 1", "adopted"),
        ("Ö 2.1", "noted"),
        ("N 3", "rejected"),
    ]


def test_a_result_stated_again_in_brackets_below_the_papers_number():
    text = (
        "Sitzung: 13.02.2031 Kreistag\nBeschluss: mehrheitlich abgelehnt\n"
        "Abstimmung: Ja: 16, Nein: 25, Enthaltungen: 2\n"
        "Vorlage: BV/0094/2031\n(mehrheitlich abgelehnt)\nDer Kreistag beschließt eine Kreisumlage von 36,5 v. H.\n"
        "Frau Lohse gab an, dass sie dagegen sei.\n"
    )
    assert acts(text) == [("rejected", 16, 25)]


def test_a_sentence_torn_over_lines_keeps_its_verb():
    text = (
        "Der Vorsitzende stellt fest:\n\nDer Bauausschuss lehnt den Antrag Nr. 31/2031 bei\n"
        "2 Ja-, 12 Gegenstimmen und 3 Stimmenthaltungen mehrheitlich\nab.\n"
    )
    assert acts(text) == [("rejected", 2, 12)]


@pytest.mark.parametrize(
    ("motion", "outcome"),
    [
        ("den Punkt auf die nächste Sitzung zu vertagen", "postponed"),
        ("die Sache in den Bauausschuss zu verweisen", "referred"),
        ("die Bank zu streichen", "adopted"),
    ],
)
def test_a_motion_that_is_carried_does_what_it_asked_for(motion, outcome):
    text = f"Frau Lohse schlägt vor, {motion}. Dem Vorschlag wird mit 14 Ja-Stimmen, 2 Gegenstimmen gefolgt.\n"
    assert acts(text) == [(outcome, 14, 2)]


def test_a_vote_in_figures_and_words():
    assert acts("Der Antrag wird mit 15 zu elf Stimmen angenommen.\n") == [("adopted", 15, 11)]


def test_what_somebody_reads_out_is_no_decision():
    text = (
        "Beschluss:\nzur Kenntnis genommen\n\nWortprotokoll\n\nHerr Anders verliest den Entwurf:\n\n"
        "„Der Rat beschließt die Maßnahmen der Haushaltssicherung.“\n\nFrau Lohse dankt.\n"
    )
    assert acts(text) == [("noted", None, None)]


def test_paragraphs_of_a_resolution_and_the_end_of_its_box():
    text = (
        "Beschluss: mehrheitlich beschlossen\n\nAbstimmung: Ja: 27, Nein: 4\n\nBeschluss:\n\n \n\n"
        "Der Kreistag beschließt:\n\n \n\nDer Haushalt wird erlassen.\n\n \n\n2.\n\n"
        "Der Landrat wird beauftragt, ihn vorzulegen.\n\n\nBevor die Beratung begann, dankte der Vorsitzende.\n"
    )
    texts = [" ".join(adopted.text.split()) for adopted in record(text).resolutions]
    assert texts == ["Der Haushalt wird erlassen. 2. Der Landrat wird beauftragt, ihn vorzulegen."]


@pytest.mark.parametrize("field", ["TOP:\tÖ 7", "- TOP:\n- Ö 7", "TOP: Ö 7", "Tagesordnungspunkt: Ö 7"])
def test_the_item_that_an_excerpts_head_names(field):
    text = (
        f"Gemeinde Auental\nGremium:\tRat\nSitzung vom:\t03.03.2031\n{field}\nVorlage:\t12/2031\n"
        "Beschlussauszug\n\nBeitritt zum Beratungsnetz\n\n"
        "Beschluss\n\nDer Rat tritt bei.\n\nAbstimmungsergebnis: einstimmig\n"
    )
    found = record(text)
    assert [(item.number, item.title, item.public) for item in found.agenda_items] == [
        ("Ö 7", "Beitritt zum Beratungsnetz", True)
    ]
    assert [act.agenda_item for act in found.decisions] == ["Ö 7"]
    assert [adopted.agenda_item for adopted in found.resolutions] == ["Ö 7"]


def test_the_item_in_the_head_of_a_submission_is_none():
    text = "Beschlussvorlage\nTOP: 7\n\nBeschlussvorschlag:\nDer Rat tritt bei.\n\nSachverhalt:\nEs wird berichtet.\n"
    assert record(text).agenda_items == ()


def test_counts_by_group_are_the_groups_own():
    total = "Abstimmungsergebnis: mehrheitlich angenommen\nJa: 9 Nein: 2 Enthaltungen: 1\n"
    groups = "CDU: 5 Ja, 2 Nein\nSPD: 4 Ja\nFDP: 1 Enthaltung\n"
    (act,) = record(total + groups).decisions
    assert (act.yes, act.no, act.abstain) == (9, 2, 1)
    assert act.groups == {"CDU": {"yes": 5, "no": 2}, "SPD": {"yes": 4}, "FDP": {"abstain": 1}}


def test_counts_of_all_groups_make_the_totals():
    text = "Der Antrag wird beraten.\n\nAbstimmungsergebnis:\nCDU: 5 Ja, 2 Nein\nSPD: 4 Ja\nFDP: 1 Enthaltung\n"
    (act,) = record(text).decisions
    assert (act.yes, act.no, act.abstain) == (9, 2, 1)


TABLE = (
    "<table><tr><td>Gremium</td><td>Ferienausschuss</td></tr><tr><td>Datum</td><td>19.08.2031</td></tr></table>"
    "<table><tr><th>TOP</th><th>Betreff</th><th>Beschluss</th><th>Für</th><th>Gegen</th></tr>"
    "<tr><td>1</td><td>Bauantrag</td><td>Das Einvernehmen wird erteilt.</td><td>8</td><td>0</td></tr></table>"
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Kurzprotokoll", "minutes"), ("Niederschrift - Gemeinde Au", "minutes"), ("Beschlussauszug TOP 1", "excerpt")],
)
def test_the_title_of_a_page_tells_its_kind_where_nothing_else_does(title, kind):
    page = f"<html><head><title>{title}</title></head><body>{TABLE}</body></html>"
    found = kimdocs.extract(kimdocs.read(page.encode(), name="a.html"))
    assert str(found.document.kind) == kind
