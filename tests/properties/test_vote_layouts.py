"""The counts of a vote in any layout, beside counts of members and page numbers: read right, or left open."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from kimdocs import extract
from kimdocs.model.source import SourceDocument

PAPER = (
    "Niederschrift über die Sitzung des Gemeinderates am 12.05.2031\n\nTOP 5 Sitzbank\n\nBeschluss:\n"
    "Der Gemeinderat beschließt, die Sitzbank zu erneuern.\n\n{vote}\nTOP 6 Anfragen\n\nKeine.\n"
)
SIDES = (
    ("Ja", "Nein"),
    ("Ja-Stimmen", "Nein-Stimmen"),
    ("Jastimmen", "Neinstimmen"),
    ("dafür", "dagegen"),
    ("Stimmen dafür", "Stimmen dagegen"),
    ("Fürstimmen", "Gegenstimmen"),
)
ABSTENTIONS = ("Enthaltungen", "Stimmenthaltungen", "Enth.", "Enthaltung")
MEMBERS = ("Gesetzliche Anzahl der Mitglieder", "gesetzl. Mitgliederzahl", "Anzahl der Mitglieder")
PRESENT = ("davon anwesend", "Anwesend", "Anwesende Mitglieder", "Stimmberechtigte", "davon stimmberechtigt")
OTHERS = ("SB", "Soll", "Ges.", "Mitgl.", "Stb.", "Teilnehmer", "Abgegeben", "Ist")
FORMS = ("{label} {number}", "{number} {label}", "{label}: {number}", "{label}\n{number}", "{number}\n{label}")
HEADS = ("", "Abstimmungsergebnis:\n", "Abstimmung:\n\n", "Beschlussergebnis:\n", "Abst.-Erg.:\n")
SHORT = 3
TAILS = ("", "\n3\n", "\n\n- 4 -\n", "\nSeite 5 von 9\n", "\n\n12\n")


@st.composite
def layouts(draw: st.DrawFn, *, alone: bool = False) -> tuple[str, tuple[int, int, int]]:
    """A vote in a layout, with its counts: yes, no, abstentions; ``alone`` without counts of members and page ends."""
    yes, no, abstain = draw(st.integers(0, 40)), draw(st.integers(0, 30)), draw(st.integers(0, 9))
    assume(yes != no)
    present = yes + no + abstain
    (for_it, against), neither = draw(st.sampled_from(SIDES)), draw(st.sampled_from(ABSTENTIONS))
    rows = [(for_it, yes), (against, no), (neither, abstain)]
    if not alone and draw(st.booleans()):
        rows.insert(0, (draw(st.sampled_from(PRESENT)), present))
    if not alone and draw(st.booleans()):
        rows.insert(0, (draw(st.sampled_from(MEMBERS)), present + draw(st.integers(0, 9))))
    unknown = not alone and len(rows) == SHORT and draw(st.booleans())
    if unknown:
        rows.insert(0, (draw(st.sampled_from(OTHERS)), present))
    form = draw(st.sampled_from(FORMS))
    between = draw(st.sampled_from(("\n", "\n\n") if "\n" in form else ("\n", "\n\n", "   ", ", ")))
    block = between.join(form.format(label=label, number=number) for label, number in rows)
    tail = "" if alone or unknown else draw(st.sampled_from(TAILS))
    return draw(st.sampled_from(HEADS)) + block + "\n" + tail, (yes, no, abstain)


def told(vote: str) -> list[tuple[int | None, int | None, int | None]]:
    """The counts of the decisions read from a paper with the vote."""
    record = extract(SourceDocument("sha256:0", "probe.txt", "text/plain", PAPER.format(vote=vote)))
    return [(decision.yes, decision.no, decision.abstain) for decision in record.decisions]


@given(layouts())
def test_counts_are_right_or_left_open(layout: tuple[str, tuple[int, int, int]]) -> None:
    vote, counts = layout
    for decision in told(vote):
        assert all(said in (None, count) for said, count in zip(decision, counts, strict=True))


@given(layouts(alone=True))
def test_counts_that_stand_alone_are_read(layout: tuple[str, tuple[int, int, int]]) -> None:
    vote, counts = layout
    assert told(vote) == [counts]
