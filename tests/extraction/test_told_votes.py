"""Votes told clause by clause in sentences, and numbers in sentences that tell no vote of the body."""

from __future__ import annotations

import pytest

from tests.extraction.reading import votes

ITEM = "TOP 3: Bootssteg\n\n"
CLAUSES = {
    "Elf Mitglieder befürworten den Steg, vier lehnen ihn ab, eines bleibt unentschieden.": ("adopted", 11, 4, 1),
    "Gegen den Steg stimmten acht Räte, dafür nur fünf.": ("rejected", 5, 8, None),
    "Dem Steg pflichten neun Mitglieder bei, ein einziges widerspricht.": ("adopted", 9, 1, None),
    "Acht der zwölf Mitglieder tragen den Plan mit, vier nicht.": ("adopted", 8, 4, None),
    "Von den 15 Anwesenden sagen 13 Ja und zwei Nein.": ("adopted", 13, 2, None),
    "Der Plan hat sechs Befürworter und neun Gegner gefunden.": ("rejected", 6, 9, None),
    "Je sieben Mitglieder sind dafür und dagegen.": ("rejected", 7, 7, None),
    "Der Vorsitzende und sechs Mitglieder stimmen zu, drei Mitglieder widersprechen.": ("adopted", 7, 3, None),
    "Frau Adam, Herr Boll und Herr Cramer stimmen zu, Frau Dorn lehnt ab.": ("adopted", 3, 1, None),
    "Neun Räte waren einverstanden, zwei nicht. Der Steg ist genehmigt.": ("adopted", 9, 2, None),
    "Zehn Mitglieder haben zugestimmt, drei haben dagegen votiert.": ("adopted", 10, 3, None),
    "Für den Steg sind 8, dagegen ist niemand, unentschieden ist einer.": ("adopted", 8, 0, 1),
    "Mit den Stimmen von neun Mitgliedern - zwei votieren dagegen - empfiehlt der Rat den Bau.": (
        "recommended",
        9,
        2,
        None,
    ),
}
FURTHER = {
    "Für den Zaun heben 8 Mitglieder die Hand, gegen ihn 4.": ("adopted", 8, 4, None),
    "Die Mehrheit von elf Mitgliedern spricht sich für den Steg aus, sechs Mitglieder stimmen dagegen.": (
        "adopted",
        11,
        6,
        None,
    ),
    "Der Antrag wird von fünf Mitgliedern unterstützt und von zwölf abgelehnt.": ("rejected", 5, 12, None),
    "Nach Auszählung: vierzehnmal Ja, fünfmal Nein.": ("adopted", 14, 5, None),
    "Die Abstimmung endet 5:5. Der Antrag ist damit abgelehnt.": ("rejected", 5, 5, None),
    "Der Steg wird mit neunzehn Stimmen gegen fünf angenommen.": ("adopted", 19, 5, None),
    "Der Steg wird mit 9 gegen 3 bei 1 Enthaltung gebilligt.": ("adopted", 9, 3, 1),
    "Dem Antrag wird mit Ja 9, Nein 3, Enth. 1 entsprochen.": ("adopted", 9, 3, 1),
    "Der Steg wird genehmigt; die einzige Gegenstimme kommt von Frau Dorn.": ("adopted", None, 1, None),
}
NAMED = {
    "Der Antrag der Grünen wird abgelehnt; dafür votierten lediglich die drei Antragstellerinnen.": (
        "rejected",
        3,
        None,
        None,
    ),
    "Der Haushalt wird angenommen, dagegen die Gemeinde Auental mit 3 Stimmen.": ("adopted", None, 3, None),
    "Bei nur vier zustimmenden Stimmen ist der Antrag abgelehnt.": ("rejected", 4, None, None),
    "Bei der Abstimmung standen sich je fünf Stimmen gegenüber; der Antrag ist abgelehnt.": ("rejected", 5, 5, None),
    "Der Vorlage wurde von 9 Mitgliedern zugestimmt; 2 Mitglieder lehnten sie ab.": ("adopted", 9, 2, None),
    "Stundung der Gebühr - Ja: 8; Nein: 4. Die Stundung ist gewährt.": ("adopted", 8, 4, None),
    "Der Plan wird mehrheitlich beschlossen (dagegen: Gemeinde Auental mit 2 Stimmen).": ("adopted", None, 2, None),
    "Der Entwurf wird mit 8 von 14 Stimmen angenommen.": ("adopted", 8, None, None),
    "Die Satzung wird bei Enthaltung der drei Vertreter der Bürgerliste angenommen.": ("adopted", None, None, 3),
    "Außer den beiden Vertretern der FDP, die dagegen sind, stimmen alle zu.": ("adopted", None, 2, None),
    "Alle bis auf Frau Dorn, die dagegen ist, stimmen dem Vertrag zu.": ("adopted", None, 1, None),
    "Einstimmig angenommen, lediglich Herr Boll enthält sich.": ("adopted", None, None, 1),
    "Der Steg wird angenommen, nur Frau Dorn stimmt dagegen.": ("adopted", None, 1, None),
    "Beschluss im Umlauf: 11 Rückmeldungen JA | 3 Rückmeldungen NEIN | 1 Rückmeldung ENTHALTUNG.": (
        "adopted",
        11,
        3,
        1,
    ),
}
OF_OTHER_VOTES = {
    "Entsprechend der Empfehlung des Bauausschusses (6:2:0) beschließt der Rat mit 15:4 Stimmen den Steg.": (15, 4),
    "Der am 3.6.2029 mit 11:8 gefasste Beschluss wird mit 12 zu 7 Stimmen aufgehoben.": (12, 7),
    "Der Beschluss vom 3. Juni 2029 (11 Ja, 8 Nein) wird mit 12 Ja gegen 7 Nein aufgehoben.": (12, 7),
    "Das Protokoll wird genehmigt, wobei das Ergebnis „9 Ja, 2 Nein“ in „8 Ja, 3 Nein“ berichtigt wird.": (None, None),
}
NO_VOTES = [
    "In der Umfrage waren 90 Einwohner dafür, 30 dagegen.",
    "Für den Steg sind 20 Wochen angesetzt, das Ufer braucht dagegen vier.",
    "Acht Eltern befürworten den Steg, zwei lehnen ihn ab.",
    "Sollten acht Mitglieder zustimmen und drei dagegen sein, wird neu beraten.",
    "Der Vorsitzende ruft in Erinnerung, dass der Steg 2011 mit 13 gegen 9 Stimmen gekauft wurde.",
    "Frau Adam zitiert aus dem Protokoll von 1998: „Der Antrag wird mit 12 zu 3 Stimmen angenommen.“",
    "Herr Boll sagt, acht Räte seien dafür, drei dagegen.",
    "In der Sitzung am 4. Juni hatten acht Mitglieder dafür und drei dagegen gestimmt.",
]


def counts(text):
    """Outcome and counts of the decisions in an item that says ``text``, but for those only reported."""
    found = [vote for vote in votes(ITEM + text) if vote["type"] != "quoted"]
    return [(vote["outcome"], vote["yes"], vote["no"], vote["abstain"]) for vote in found]


@pytest.mark.parametrize("text", CLAUSES)
def test_each_side_has_its_number_in_its_clause(text):
    assert counts(text) == [CLAUSES[text]]


@pytest.mark.parametrize("text", FURTHER)
def test_further_ways_to_tell_votes(text):
    assert counts(text) == [FURTHER[text]]


@pytest.mark.parametrize("text", NAMED)
def test_those_who_are_named_on_one_side_are_counted_there(text):
    assert counts(text) == [NAMED[text]]


@pytest.mark.parametrize("text", OF_OTHER_VOTES)
def test_counts_of_other_votes_are_not_those_of_the_sentence(text):
    assert [(yes, no) for _, yes, no, _ in counts(text)] == [OF_OTHER_VOTES[text]]


@pytest.mark.parametrize("text", NO_VOTES)
def test_numbers_of_others_are_no_votes(text):
    assert counts(text) == []
