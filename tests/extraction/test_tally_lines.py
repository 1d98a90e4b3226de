"""Lines that hold but the counts of a vote, in many notations; what looks like them and is no vote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.lexicon.fold import fold
from tests.extraction.reading import votes

PAPER = (
    "Gemeinde Ahlhafen\nNiederschrift über die Sitzung des Gemeinderates am 12.10.2031\n\n"
    "TOP 3 Neubau des Bauhofs\nDer Gemeinderat beschließt den Neubau des Bauhofs.\n{}\n\n"
    "TOP 4 Verschiedenes\nKeine Wortmeldungen.\n"
)
NOTATIONS = [
    "Abstimmung: {y}:{n}:{a}",
    "Abst.-Ergebnis {y}/{n}/{a}",
    "Abstimmungsergebnis: {y} - {n} - {a}",
    "AE: {y} / {n} / {a}",
    "Votum: {y}/{n}/{a}",
    "Zustimmung/Ablehnung/Enthaltung: {y}/{n}/{a}",
    "Ja/Nein/Enth. = {y}|{n}|{a}",
    "Stimmen (J-N-E): {y}-{n}-{a}",
    "{y} : {n} : {a} (dafür : dagegen : enthalten)",
    "{y} Ja / {n} Nein / {a} Enth.",
    "{y}J {n}N {a}E",
    "J {y}, N {n}, E {a}",
    "J={y} N={n} E={a}",
    "Zust.: {y}, Abl.: {n}, Enth.: {a}",
    "Pro {y} / Kontra {n} / Neutral {a}",
    "Annahme: {y}\nAblehnung: {n}\nEnthaltung: {a}",
    "{y} × dafür, {n} × dagegen, {a} × enthalten",
    "Ja........{y}........Nein........{n}........Enthaltung........{a}",
    "<Ja> {y} <Nein> {n} <Enthaltung> {a}",
    "Ja ({y}), Nein ({n}), Enthaltung ({a})",
    "+ {y}\n- {n}\no {a}",
    "Ja-\nStimmen: {y}\nNein-\nStimmen: {n}\nEnthal-\ntungen: {a}",
    "Enthaltungen: {a}\nNein-Stimmen: {n}\nJa-Stimmen: {y}",
    "Abstimmung {y}:{n} (beschlossen), Enthaltung {a}",
    "Zustimmung: {y}\nAblehnung: {n}\nEnthaltung: {a}\nBeschluss gefasst",
    "{y}/{n}/{a}",
]


@pytest.mark.parametrize("notation", NOTATIONS)
@given(yes=st.integers(20, 99), no=st.integers(1, 19), abstain=st.integers(0, 15))
def test_counts_are_read_back_from_a_line(notation: str, yes: int, no: int, abstain: int) -> None:
    (vote,) = votes(PAPER.format(notation.format(y=yes, n=no, a=abstain)))
    assert (vote["outcome"], vote["yes"], vote["no"], vote["abstain"]) == ("adopted", yes, no, abstain)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Ja 12 Nein - Enth. -", {"yes": 12, "no": 0, "abstain": 0}),
        ("Ja: 12 Nein: ./. Enth.: ./.", {"yes": 12, "no": 0, "abstain": 0}),
        ("12 Stimmen dafür, niemand dagegen, niemand enthält sich", {"yes": 12, "no": 0, "abstain": 0}),
        ("Anwesend 15 J 12 N 3 E 0", {"present": 15, "yes": 12, "no": 3, "abstain": 0}),
        ("a) 12/3/1 angenommen", {"yes": 12, "no": 3, "abstain": 1}),
        ("14 |  4 | 2   angenommen", {"yes": 14, "no": 4, "abstain": 2}),
        ("AE zum Änderungsantrag: 5 / 12 / 1, abgelehnt", {"yes": 5, "no": 12, "abstain": 1}),
        ("Abstimmung der Kreisräte: 4/0/3", {"yes": 4, "no": 0, "abstain": 3}),
        ("Beschlossen mit: 10 / gegen: 2", {"yes": 10, "no": 2}),
        ("11\nJa-Stimmen\n3\nNein-Stimmen\n1\nEnthaltungen\n7", {"yes": 11, "no": 3, "abstain": 1}),
        ("Ja-Stimmen\n11\nNein-Stimmen\n3\nEnthaltungen\n1\n7", {"yes": 11, "no": 3, "abstain": 1}),
        ("11 Ja-Stimmen\n3 Nein-Stimmen\n1 Enthaltung\n7", {"yes": 11, "no": 3, "abstain": 1}),
    ],
)
def test_zeros_labels_and_outcomes(line: str, counts: dict[str, int]) -> None:
    tally = line_tally(fold(line))
    assert tally is not None
    assert tally.labelled
    assert tally.counts == counts


@pytest.mark.parametrize(
    "line",
    [
        "Flur 12/3/1",
        "Az. 12/3/1",
        "Stand: 12.03.2030",
        "TOP 3/4/5",
        "12 gegen 3",
        "1:4 Meter",
        "Abstimmung: 19:05",
        "Ja 12 von 20, Nein 3",
        "Jungen 12 / Mädchen 3 / E 1",
    ],
)
def test_lines_that_say_more_are_no_tally(line: str) -> None:
    tally = line_tally(fold(line))
    assert tally is None or not tally.labelled


@pytest.mark.parametrize(
    "line",
    [
        "Az. 12/3/1",
        "Flurstück 12/3/1",
        "Belegung: 12/3/1",
        "Kosten: 12 / 3 / 1 Mio. €",
        "Gruppen: 12 | 3 | 1",
        "Ende der Sitzung: 12:30",
        "Der Vergleich endete 3:1.",
        "Jugend 12, Nachwuchs 3, Erwachsene 1",
        "Teilung der Kosten 60/40",
        "Klassen 1/2/3",
    ],
)
def test_other_numbers_behind_a_text_are_no_votes(line: str) -> None:
    (vote,) = votes(PAPER.format("Herr Muster erläutert den Plan.\n" + line))
    assert (vote["yes"], vote["no"], vote["abstain"]) == (None, None, None)


def test_a_bare_ratio_counts_behind_its_sentence_or_with_a_legend() -> None:
    (vote,) = votes(PAPER.format("Der Vertrag wird damit genehmigt. 12/0/1"))[-1:]
    assert (vote["yes"], vote["no"], vote["abstain"]) == (12, 0, 1)
    rows = "1) Bänke im Park      6 | 13 | 1\n2) Lesefest          14 |  4 | 2\n"
    rows += "(Reihenfolge: dafür | dagegen | Enthaltung)"
    assert [(v["yes"], v["no"], v["abstain"]) for v in votes(PAPER.format(rows))[-2:]] == [(6, 13, 1), (14, 4, 2)]


def test_counts_that_a_sentence_governs_are_no_line_of_their_own() -> None:
    (vote,) = votes("Der Bauausschuss lehnt den Antrag Nr. 4/2031 bei\n2 Ja-, 12 Gegenstimmen mehrheitlich\nab.\n")
    assert (vote["outcome"], vote["yes"], vote["no"]) == ("rejected", 2, 12)


@pytest.mark.parametrize(
    ("words", "yes"),
    [("einstimmig (24)", 24), ("einstimmig dafür (24 Stimmen)", 24), ("einstimmig (Vorlage 24)", None)],
)
def test_the_votes_of_a_unanimous_body(words: str, yes: int | None) -> None:
    (vote,) = votes(PAPER.format(f"Abstimmungsergebnis: {words}"))
    assert (vote["yes"], vote["unanimous"]) == (yes, True)
