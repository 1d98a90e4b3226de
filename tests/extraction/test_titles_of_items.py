"""Titles of excerpts: on the first line of a page, behind the number of the paper, alone above the text."""

from __future__ import annotations

import pytest

from tests.extraction.reading import facts

VOTE = "Beschluss:\nDer Steg wird gebaut.\nAbstimmung: einstimmig beschlossen\n"
HEADS = [
    "Auszug - Neubau des Stegs am Anger\n\n28.09.2031 - 9 Neubau des Stegs am Anger\nGrunddaten\nTOP: 9\n"
    "Gremium: Stadtvertretung Wiesenfeld\nBeschlussart: ungeändert beschlossen\nDatum: Mi., 28.09.2031\n\n",
    "Stadt Wiesenfeld\nRatsinformationssystem\n\nBeschlussauszug\nöffentliche Sitzung des Bauausschusses\nTOP: Ö 7.2\n"
    "Datum: Mi, 14.06.2031\nVorlage: V/0231/2031 Neubau des Stegs am Anger\n\n",
    "Gemeinde Wiesenfeld\n\nBeschlussausfertigung\nSitzung: 3. Sitzung des Rates am Dienstag, 26.01.2031\n"
    "Punkt 11.) der Tagesordnung - öffentlicher Teil -\nNeubau des Stegs am Anger\nDrucksachen-Nr.: A 19/2031\n\n",
    "GEMEINDE WIESENFELD\n\nA u s z u g\naus der Niederschrift über die Verhandlungen des Gemeinderats\n"
    "vom 21. November 2031                 § 84            - öffentlich -\n\nVorsitzender:  Bürgermeister Anders\n"
    "Anwesend:      10 Gemeinderäte\n\nAz.: 815.31\n\nNeubau des Stegs am Anger\n\n"
    "Frau Lohse trägt vor, dass der alte Steg aus dem Jahr 1987 nicht mehr zu retten sei und gesperrt ist.\n\n",
    "Bezeichnung\tInhalt\nSitzung:\t28.11.2031\nBeschluss:\teinstimmig beschlossen\n\n"
    "TOP Ö 12: Neubau des Stegs am Anger\nVorlage: 0276/2031\n\n",
    "Ev.-luth. Kirchengemeinde St. Anna\n\n        Auszug aus dem Protokollbuch des Kirchenvorstandes\n\n"
    "Sitzung vom Mittwoch, 24. Januar 2031, Gemeindehaus\n\nAnwesend: Frau Lohse, Herr Anders\n\n"
    "TOP 4 – Neubau des Stegs am Anger\n\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_an_excerpt_is_called_what_its_item_is(head):
    assert facts(head + VOTE).title == "Neubau des Stegs am Anger"


def test_a_label_above_the_title_of_a_paper_is_none_of_it():
    paper = (
        "Verbandsgemeindeverwaltung Wiesenfeld\n\nVorlage an den Ortsgemeinderat Au\n\nVorlagen-Nr. 2031/DS/0047\n\n"
        "TOP\nNeubau des Stegs am Anger\n\nBeschlussvorschlag:\nDer Steg wird gebaut.\n"
    )
    assert facts(paper).title == "Neubau des Stegs am Anger"
