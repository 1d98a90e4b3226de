"""Acts in the words of towns that neither count nor say "beschlossen", and the look-alikes that tell none."""

from __future__ import annotations

import pytest

from tests.extraction.reading import votes

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
        ("Der Bauausschuss beschließt, die Beratung zu vertagen.", "postponed"),
        ("Der Bauausschuss beschließt, die Vorlage in den Finanzausschuss zu verweisen.", "referred"),
        ("Der Bauausschuss bewilligt 700 Euro.", "adopted"),
        ("Der Vorschlag erhält keine Zustimmung.", "rejected"),
        ("Die Variante wird verworfen.", "rejected"),
        ("Herr Anders wird durch Zuruf gewählt.", "elected"),
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
        "Weil keiner etwas anderes will, wird durch Zuruf gewählt.",
        "Der Kreistag entspricht dem Antrag voraussichtlich im Juni.",
        "Es herrscht Einigkeit, dass der Lärm zunimmt.",
        "Die Anlieger erklären sich mit dem Zeitplan einverstanden.",
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
        "Ja: SPD, Frau Lohse (9)   Nein: FDP (2)",
    ],
)
def test_a_number_that_may_be_one_groups_own_is_no_sum(lists):
    assert all(vote["yes"] is None for vote in votes(f"Beschluss:\nDer Weg wird gesperrt.\nAbstimmung: {lists}"))


def test_the_numbers_of_all_groups_make_the_vote():
    (vote,) = votes("Beschluss:\nDer Weg wird gesperrt.\nAbstimmung: Ja: SPD (9), CDU (4)   Nein: FDP (2)")
    assert (vote["yes"], vote["no"], vote["abstain"]) == (13, 2, None)


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


def minutes(*items):
    """Minutes with such items, each with a title of its own."""
    return "".join(f"TOP {number} {title}\n{text}\n\n" for number, (title, text) in enumerate(items, 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Rat stimmt dem Umbau zu.\nEinmütig. Herr Anders war nicht im Raum.", [("adopted", None, None, None)]),
        ("Zu 1: einstimmig. Zu 2: 5 Ja, 2 Nein.", [("adopted", None, None, None), ("adopted", 5, 2, None)]),
        ("Überweisung in den Schulausschuss, einstimmig", [("referred", None, None, None)]),
        ("Beratung vertagt, das Gutachten fehlt.", [("postponed", None, None, None)]),
        ("Es wurde beantragt, die Kasse zu entlasten. Dies erfolgt einstimmig.", [("adopted", None, None, None)]),
        (
            "Ergebnis:\nJa-Stimmen: ____   Nein-Stimmen: ____\n(zurückgestellt bis Juni)",
            [("postponed", None, None, None)],
        ),
        (
            "Die Vorlage wird in den Ausschuss für Kultur, Sport und Soziales überwiesen.\nAbstimmung: 9 Ja, 4 Nein",
            [("referred", 9, 4, None)],
        ),
        ("a) 8 Ja, 2 Nein\nb) 6 Ja, 4 Nein", [("adopted", 8, 2, None), ("adopted", 6, 4, None)]),
        (
            "Der Vorschlag der SPD wird angenommen, der der FDP abgelehnt.",
            [("adopted", None, None, None), ("rejected", None, None, None)],
        ),
        (
            "Auf Seite 3 fehlt ein Wort.\nEinwendungen werden nicht erhoben.",
            [],
        ),
    ],
)
def test_short_sentences_tell_acts_too(text, expected):
    assert told(minutes(("Umbau der Mühle", text))) == expected


def test_nobody_objecting_approves_what_the_item_is_about():
    text = "Frau Lohse bittet um eine kurze Pause. Einwände werden nicht erhoben."
    assert told(minutes(("Niederschrift vom 2. Mai", text))) == [("adopted", None, None, None)]
    assert told(minutes(("Umbau der Mühle", text))) == []


def test_a_line_without_a_verb_closes_the_text_it_was_voted_on():
    text = "Beschluss:\nDer Steg wird erneuert.\nBei Abwesenheit von Frau Lohse einstimmig angenommen."
    assert told(minutes(("Steg", text))) == [("adopted", None, None, None)]


def test_lists_of_voters_alone_tell_the_vote_on_a_motion():
    text = "Frau Lohse beantragt Tempo 30.\nFür den Antrag: SPD und FDP (4 Stimmen). Dagegen: CDU und UWG (9 Stimmen)."
    assert told(minutes(("Ringstraße", text))) == [("rejected", 4, 9, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Vorschlag zu a) wird angenommen.\nJa: 9\nNein: 0\nEnthaltungen: 0\n"
            "Der Vorschlag zu b) wird angenommen.\nJa: 6\nNein: 2\nEnthaltungen: 1",
            [("adopted", 9, 0, 0), ("adopted", 6, 2, 1)],
        ),
        (
            "Abstimmung: Ja 9, Nein 1, Enthaltungen 0\n\nHerr Anders stellt sich vor. Fragen gibt es nicht.\n"
            "Herr Anders ist zum Beisitzer gewählt.",
            [("adopted", 9, 1, 0), ("elected", None, None, None)],
        ),
        (
            "Die Satzung wird erlassen.\nAbstimmung: Ja 9, Nein 1, Enthaltungen 0\n\nDanach folgt eine Pause.\n"
            "Die Geschäftsordnung wird einstimmig beschlossen.",
            [("adopted", 9, 1, 0), ("adopted", None, None, None)],
        ),
        (
            "Abstimmung: Ja 9, Nein 1\n\nFrau Lohse fasst zusammen. Der Vorlage wird mit 9 Ja-Stimmen zugestimmt.",
            [("adopted", 9, 1, None)],
        ),
        (
            "abgegebene Stimmen 10, Ja 8, Nein 2\nFrau Lohse ist gewählt.\n\n"
            "abgegebene Stimmen 10, Ja 7, Nein 2, Enthaltungen 1\nHerr Anders ist gewählt.",
            [("elected", 8, 2, None), ("elected", 7, 2, 1)],
        ),
    ],
)
def test_each_vote_keeps_its_own_sentence(text, expected):
    assert told(minutes(("Verschiedene Vorlagen", text))) == expected


def test_rows_below_short_names_of_columns():
    rows = (
        "Nr.   Bauvorhaben / Lage            Anw.   Für   Geg.   Ergebnis\n"
        "1     Anbau, Flurstück 4/1          9      8     1      Einvernehmen erteilt\n"
        "2     Garage, Flurstück 7           9      2     7      Einvernehmen verweigert\n"
    )
    assert told(minutes(("Bauanträge", rows))) == [("adopted", 8, 1, None), ("rejected", 2, 7, None)]


def test_rows_of_what_money_is_used_for():
    rows = (
        "Verein              Betrag       Ja   Nein   Enth.\n"
        "Chor                120,00 €     7    -      -\n"
        "Schachgruppe        90,00 €      2    4      1\n"
    )
    assert told(minutes(("Zuschüsse", rows))) == [("adopted", 7, 0, 0), ("rejected", 2, 4, 1)]


def test_what_is_awarded_is_an_act_unless_the_item_but_informs():
    text = "Die Arbeiten werden an die Firma Lohse zum Preis von 8.400 Euro vergeben."
    assert told(minutes(("Vergabe der Malerarbeiten", text))) == [("adopted", None, None, None)]
    assert told(minutes(("Mitteilungen der Verwaltung", text))) == []


def test_a_sentence_answers_the_motion_on_procedure_before_it():
    text = (
        "Herr Anders beantragt den Schluss der Debatte. Der Rat folgt dem einstimmig.\n"
        "Beschluss: Der Rat nimmt den Bericht zur Kenntnis. (6 Ja, 5 Nein)"
    )
    assert told(minutes(("Haushalt", text))) == [("adopted", None, None, None), ("noted", 6, 5, None)]
