"""Minutes without a heading: told by who was called to the meeting, who could decide, and who acts."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.extraction.reading import record_of

CALLED = (
    "Die Mitglieder des Ortsgemeinderates Auental waren unter Mitteilung der Tagesordnung durch Einladung vom "
    "02.04.2031 auf {date}, 19:30 Uhr, zu einer Sitzung in das Gemeindehaus einberufen worden.\n\n"
    "Anwesend:\nFrau Lohse\nHerr Anders\n"
)


@pytest.mark.parametrize("date", ["den 09.04.2031", "Mittwoch, den 9. April 2031", "Mittwoch, dem 09.04.2031"])
def test_the_body_that_was_called_meets_on_the_day_it_was_called_for(date):
    document = record_of(CALLED.format(date=date), head="").document
    assert (str(document.kind), document.organization) == ("minutes", "Ortsgemeinderat Auental")
    assert document.date == dt.date(2031, 4, 9)


def test_the_body_that_can_decide_is_the_one_that_meets():
    text = (
        "Die Stadtverordnetenversammlung ist beschlussfähig.\n\nBehandelt wird TOP 3.\n\nAbst.-Erg.: einstimmig dafür"
    )
    document = record_of(text, head="").document
    assert (str(document.kind), document.organization) == ("minutes", "Stadtverordnetenversammlung")


def test_a_rule_about_deciding_is_no_meeting():
    text = "§ 4\nDer Rat ist beschlussfähig, wenn die Mehrheit anwesend ist.\n§ 5\nDer Rat tagt im Mai."
    assert str(record_of(text, head="").document.kind) == "other"


@pytest.mark.parametrize(
    "words",
    [
        "Einstimmig spricht sich der Ortschaftsrat für den Umbau der Schule aus.",
        "Der Ortschaftsrat bittet die Verwaltung um einen Bericht.",
        "Der Ortschaftsrat stellte fest, dass die Bauvoranfrage den Vorgaben nicht entspricht.",
    ],
)
def test_the_body_that_acts_is_the_one_that_meets(words):
    text = f"Beschluss: einstimmig beschlossen\n\nAbstimmung: Ja: 6, Nein: 0\n\n{words}"
    assert record_of(text, head="").document.organization == "Ortschaftsrat"


def test_decisions_told_at_an_opened_meeting_make_no_bulletin():
    text = (
        "Erste Bürgermeisterin Lohse eröffnet um 19:00 Uhr die öffentliche Sitzung des Marktgemeinderates.\n"
        "2 Bekanntgabe von Beschlüssen aus nichtöffentlichen Sitzungen\n| Zur Kenntnis genommen | Anwesend 17 |\n"
    )
    document = record_of(text, head="").document
    assert (str(document.kind), document.organization) == ("minutes", "Marktgemeinderat")


def test_a_list_of_a_years_decisions_keeps_their_votes():
    text = (
        "Bekanntmachung\n\nBeschlüsse 2031 des Gemeinderates Auental\n\nBeschluss Nr. 11/2031\n"
        "Der Gemeinderat stimmt dem Vertrag über die Halle zu.\n(13 Ja-Stimmen von 13 anwesenden Gemeinderäten)\n"
    )
    record = record_of(text, head="")
    assert [(decision.yes, decision.no) for decision in record.decisions] == [(13, None)]
    assert [found.text for found in record.resolutions] == ["Der Gemeinderat stimmt dem Vertrag über die Halle zu."]
