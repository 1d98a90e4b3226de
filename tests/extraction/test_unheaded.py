"""Resolutions that no heading announces: under a number, below a paper's head, before the vote, behind a proposal."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.model.decision import ResolutionKind


def texts(paper: str) -> list[tuple[ResolutionKind, str]]:
    record = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt"))
    return [(resolution.kind, " ".join(resolution.text.split())) for resolution in record.resolutions]


ADOPTED, PROPOSED = ResolutionKind.ADOPTED, ResolutionKind.PROPOSED
VOTE = "\n\nAbstimmungsergebnis:\nJa-Stimmen: 14\nNein-Stimmen: 0\n\n"


@pytest.mark.parametrize(
    ("paper", "found"),
    [
        (
            f"Beschluss-Nr. 12-3/2031\nDer Gemeinderat beschließt die Friedhofssatzung.{VOTE}"
            f"Beschluss Nr.: 13-3/2031\nBestätigung des Protokolls\n\n"
            f"Das Protokoll der 2. Sitzung wird bestätigt.{VOTE}",
            [
                (ADOPTED, "Der Gemeinderat beschließt die Friedhofssatzung."),
                (ADOPTED, "Das Protokoll der 2. Sitzung wird bestätigt."),
            ],
        ),
        (
            f"Beschluss Nr. 04 – 7./2.\n\nDem Kauf der Wiese wird zugestimmt.{VOTE}",
            [(ADOPTED, "Dem Kauf der Wiese wird zugestimmt.")],
        ),
        ("Beschluss-Nr.: 12/2031\nDatum: 04.03.2031\nGremium: Gemeinderat\n", []),
        (
            "Die Verwaltung wird beauftragt, den Brunnen zu sanieren.\n\n\n"
            "Nach kurzer Aussprache wird abgestimmt.\n\n\n"
            "Der Rat beschließt einstimmig (18 Ja-Stimmen):\n",
            [(ADOPTED, "Die Verwaltung wird beauftragt, den Brunnen zu sanieren.")],
        ),
        (
            "Betreff\nWegeplan 2031\nVorlage\n2030/114\nArt\nBeschlussvorlage\n\n"
            "Dem Wegeplan 2031 wird zugestimmt.\n\n\nSachverhalt\n\nDer Plan umfasst 12 Wege.\n",
            [(PROPOSED, "Dem Wegeplan 2031 wird zugestimmt.")],
        ),
        (
            "Antrag der Fraktion\n\nDie Gemeindevertretung möge beschließen:\n\n"
            "Der Uferweg wird beleuchtet.\n\nBegründung:\nEr ist dunkel.\n",
            [(PROPOSED, "Der Uferweg wird beleuchtet.")],
        ),
        (
            "Beschluss: mit Änderungen beschlossen\n\nAbstimmung: Ja: 9, Nein: 1\n\n"
            "Der Bürgermeister wird gebeten, die Karte zu veröffentlichen.\n",
            [(ADOPTED, "Der Bürgermeister wird gebeten, die Karte zu veröffentlichen.")],
        ),
        (
            "Beschluss:\nDer Kreistag lehnt den Antrag auf Erlass der Gebühr ab.\n\n"
            "Abstimmungsergebnis:\nmehrheitlich abgelehnt\n",
            [(ADOPTED, "Der Kreistag lehnt den Antrag auf Erlass der Gebühr ab.")],
        ),
        (
            "Beschluss:\nDem Antrag auf Erlass der Gebühr wird zugestimmt.\n\n"
            "Abstimmungsergebnis:\nmehrheitlich abgelehnt\n",
            [],
        ),
        (
            "Drucksache 17/2031\nAnlagen:\nAntrag\nBeschlussempfehlung\n"
            "Beschluss vom 14.03.2031\n\nSachverhalt:\nDer Steg ist alt.\n",
            [],
        ),
        ("Herr Muster berichtet über den Brunnen. Die Mittel stehen bereit.\n", []),
    ],
)
def test_texts_without_a_heading(paper: str, found: list[tuple[ResolutionKind, str]]) -> None:
    assert texts(paper) == found
