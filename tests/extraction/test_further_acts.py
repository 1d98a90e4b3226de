"""Acts in the words of towns that neither count nor say "beschlossen", and the look-alikes that tell none."""

from __future__ import annotations

import pytest

from tests.extraction.test_decisions_support import votes

SIDES = ("yes", "no", "abstain")


def told(text):
    """Outcome and counts of each decision that is the body's own."""
    return [(vote["outcome"], *(vote[side] for side in SIDES)) for vote in votes(text) if vote["type"] != "quoted"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Die Ratsmitglieder erklären sich mit dem Zeitplan einverstanden.", "adopted"),
        ("Der Bauausschuss befürwortet den Entwurf.", "adopted"),
        ("Der Bauausschuss unterstützt das Vorhaben einstimmig.", "adopted"),
        ("Der Bauausschuss gibt die Restmittel frei.", "adopted"),
        ("Der Bauausschuss folgt dem einstimmig.", "adopted"),
        ("Der Bauausschuss erkennt die Dringlichkeit an.", "adopted"),
        ("Die Dringlichkeit der Vorlage wird mehrheitlich anerkannt.", "adopted"),
        ("Die Dringlichkeit der Vorlage wird nicht anerkannt.", "rejected"),
        ("Darüber herrscht Einigkeit.", "adopted"),
        ("Angenommen wie vorgelegt.", "adopted"),
        ("Alle dafür.", "adopted"),
        ("Alle Anwesenden stimmen dafür.", "adopted"),
        ("Alle sind dagegen.", "rejected"),
        ("Der Zuschlag wird an die Firma Lohse aus Berndorf erteilt.", "adopted"),
        ("Der Satzungsbeschluss wird mehrheitlich gefasst.", "adopted"),
        ("Die Niederschrift vom 2. Mai blieb ohne Beanstandung.", "adopted"),
        ("Der Vorschlag ist damit gescheitert.", "rejected"),
        ("Der Vorschlag hat keine Mehrheit gefunden.", "rejected"),
        ("Die Vorlage konnte nicht mehr beraten werden, weil die Zeit fehlte.", "postponed"),
        ("Über den Antrag wird nach Rücknahme durch Herrn Anders nicht abgestimmt.", "withdrawn"),
        ("Die Gemeindevertreter nehmen den Lagebericht zur Kenntnis.", "noted"),
        ("Der Lagebericht dient der Kenntnisnahme.", "noted"),
    ],
)
def test_each_of_these_wordings_is_an_act(text, outcome):
    assert told(text) == [(outcome, None, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Alle dafür vorgesehenen Bäume sind gepflanzt.",
        "Alle dagegen gerichteten Klagen sind bekannt.",
        "Frau Lohse befürwortet den Entwurf.",
        "Der Bauausschuss unterstützt den Turnverein seit Jahren.",
        "Die Firma Lohse folgt dem gern.",
        "Die Dringlichkeit der Sanierung wird von Frau Lohse anerkannt.",
        "Darüber herrscht keine Einigkeit.",
        "Es besteht Konsens unter Fachleuten, dass Linden Schatten geben.",
        "Der Auftrag wird voraussichtlich an die Firma Lohse vergeben.",
        "Der Auftrag wurde im Herbst an die Firma Lohse vergeben.",
        "Die Anwesenden nehmen Platz.",
        "Der Lagebericht dient der Kenntnisnahme durch die Anlieger, so Frau Lohse.",
        "Herr Anders möchte, dass die Vorlage vertagt wird.",
        "Frau Lohse sagt, der Kulturausschuss habe dem Plan mehrheitlich, der Sportausschuss einstimmig zugestimmt.",
    ],
)
def test_these_only_sound_like_one(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Antrag wird bei drei Befürwortern zurückgewiesen.", ("rejected", 3, None, None)),
        ("Der Antrag wird mit allen 17 Stimmen angenommen.", ("adopted", 17, None, None)),
        ("Stimmenverhältnis 6 : 6 bei zwei Enthaltungen, der Antrag ist damit gescheitert.", ("rejected", 6, 6, 2)),
        (
            "Der Antrag wird mit 12 Stimmen von SPD und FDP gegen 8 Stimmen der CDU abgelehnt.",
            ("rejected", 8, 12, None),
        ),
        ("Der Antrag wird mit 3 Stimmen der FDP gegen 17 Stimmen der CDU abgelehnt.", ("rejected", 3, 17, None)),
        ("Mehrheitlich abgelehnt. (Herr Anders enthält sich)", ("rejected", None, None, 1)),
        (
            "Abstimmung:\nAu 7 Ja, Bach 2 Nein, Celle 3 Ja, Dorf 1 Enthaltung\n(zusammen 10 Ja, 2 Nein, 1 Enthaltung)",
            ("adopted", 10, 2, 1),
        ),
    ],
)
def test_counts_are_those_of_the_text_put_to_the_vote(text, expected):
    assert told(text) == [expected]


def test_one_sum_behind_the_groups_of_each_side():
    (vote,) = votes(
        "Beschluss:\nDer Weg wird gesperrt.\nJa: SPD, CDU (19)   Nein: FDP (2)   Enthaltungen: GRÜNE, AfD (5)"
    )
    assert [vote[side] for side in SIDES] == [19, 2, 5]
    assert vote["groups"]["FDP"] == {"no": 2}
    assert vote["groups"]["SPD"] == {"yes": None}


@pytest.mark.parametrize(
    "lists",
    [
        "Ja: SPD, CDU (1)   Nein: FDP (2)",
        "Ja: SPD, CDU (9)   Nein: CDU, FDP (4)",
        "Ja: SPD (9), CDU (4)   Nein: FDP (2)",
        "Ja: SPD, Frau Lohse (9)   Nein: FDP (2)",
    ],
)
def test_a_number_that_may_be_one_groups_own_is_no_sum(lists):
    assert all(vote["yes"] is None for vote in votes(f"Beschluss:\nDer Weg wird gesperrt.\nAbstimmung: {lists}"))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Der Bauausschuss verweist die Vorlage an den Finanzausschuss.", "referred"),
        ("Der Bauausschuss überweist den Antrag in den Finanzausschuss.", "referred"),
        ("Der Bauausschuss vertagt die Angelegenheit.", "postponed"),
        ("Der Bauausschuss stellt die Beratung bis Mai zurück.", "postponed"),
        ("Der Bauausschuss nimmt den Lagebericht zur Kenntnis.", "noted"),
        ("Der Bauausschuss nimmt den Lagebericht zur Kenntnis und beschließt die Sanierung.", "adopted"),
        ("Der Bauausschuss stellt den Abschluss fest und verweist im Übrigen auf den Lagebericht.", "adopted"),
    ],
)
def test_the_text_voted_on_tells_what_becomes_of_the_matter(text, outcome):
    assert told(f"Beschluss:\n{text}\n\nAbstimmungsergebnis:\n7 Ja, 2 Nein") == [(outcome, 7, 2, None)]
