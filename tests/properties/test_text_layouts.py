"""The text of a resolution under any heading, with any points, over the end of a page: nothing more, nothing less."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from kimdocs import extract
from kimdocs.model.running_text import running
from kimdocs.model.source import SourceDocument

MINUTES = (
    "Gemeinde Wiesenfeld\nNiederschrift über die Sitzung des Gemeinderates am 12.05.2031\n\nTOP 4 Bericht\n"
    "Die Verwaltung berichtet.\n\nTOP 5 Sporthalle am Anger\n\n{debate}{heading}\n{text}\n{vote}\n\n{below}\n\n"
    "TOP 6 Anfragen\n\nKeine.\n"
)
SUBMISSION = (
    "Gemeinde Wiesenfeld\nBeschlussvorlage 112/2031\n\nBetreff: Sporthalle am Anger\n\n{heading}\n{text}\n\n{below}\n"
)
SENTENCES = (
    "Die Sporthalle am Anger wird nach den vorliegenden Plänen erweitert.",
    "Die Verwaltung wird beauftragt, die Ausschreibung vorzubereiten.",
    "Der Zuschuss an den Heimatverein beträgt 12.500 € im Jahr 2031.",
    "Der Bürgermeister wird ermächtigt, den Vertrag zu unterzeichnen.",
    "Der Sperrvermerk bei der Haushaltsstelle 36500.78710 wird aufgehoben.",
    "Von einer Erhebung der Gebühren nach § 6 wird abgesehen.",
)
DECIDED = (
    *(
        "Beschluss:",
        "Beschlusstext:",
        "Es wird beschlossen:",
        "Der Rat fasst folgenden Beschluss:",
        "Beschlussempfehlung:",
    ),
    *("Sodann fasst der Rat folgenden Beschluss:", "B e s c h l u s s :", "Beschluss Nr. 12/2031:"),
)
PROPOSED = ("Beschlussvorschlag:", "Beschlussentwurf:", "Beschlussantrag:", "Der Rat möge beschließen:")
VOTES = (
    *("Abstimmungsergebnis: einstimmig", "Ja 12  Nein 3  Enthaltung 0", "Einstimmig beschlossen.", "(12:3:0)"),
    *("Abstimmung: 12 dafür, 3 dagegen", "Abstimmungsergebnis:\nJa: 12 Nein: 3 Enthaltungen: 0"),
)
DEBATES = ("", "Die Verwaltung erläutert die Vorlage.\n", "Ratsherr Berger fragt nach den Kosten.\n\n")
NOTES = (
    "",
    "Ratsherr Berger verlässt die Sitzung um 19:20 Uhr.",
    "Begründung:\nDie Halle ist zu klein.",
    "Anlagen: 1 Plan",
)
REASONS = ("Begründung:\nDie Halle ist zu klein.", "Sachverhalt:\nDie Halle ist zu klein.", "gez. Amsel\nBürgermeister")
MARKS = ("", "{}. ", "{}) ", "({}) ", "- ", "• ")
ENDS = ("", "", "\n\n- 7 -\n\n", "\n\nSeite 7 von 12\n\n", "\n__________\nSeite 7\n", "\n\f", "\n---\nSeite 7\n")


class Text(NamedTuple):
    """A text as the paper has it, as one reads it, and how many points it counts."""

    written: str
    read: str
    points: int


@st.composite
def texts(draw: st.DrawFn) -> Text:
    mark = draw(st.sampled_from(MARKS))
    count = draw(st.integers(2, 4)) if mark else 1
    parts = []
    for number, sentence in enumerate(draw(st.permutations(SENTENCES))[:count], 1):
        words = sentence.split(" ")
        half = len(words) // 2
        broken = " ".join(words[:half]) + draw(st.sampled_from((" ", "\n"))) + " ".join(words[half:])
        parts.append(mark.format(number) + broken)
    end = draw(st.sampled_from(ENDS))
    at = draw(st.integers(1, count - 1)) if count > 1 else 0
    written = "\n".join(parts[:at]) + (end or "\n") + "\n".join(parts[at:]) if at else parts[0]
    return Text(written, running("\n".join(parts)), count if "{" in mark else 0)


def check(paper: str, text: Text) -> None:
    found = extract(SourceDocument("sha256:0", "p.txt", "text/plain", paper)).resolutions
    assert len(found) == 1
    first, last = running(text.read)[:30], running(text.read)[-25:]
    words = running(found[0].text)
    assert first.lstrip("-•0123456789.() ") in words[:40]
    assert words.endswith(last)
    assert len(found[0].points) == text.points


@settings(derandomize=True, max_examples=200)
@given(texts(), st.sampled_from(DECIDED), st.sampled_from(VOTES), st.sampled_from(DEBATES), st.sampled_from(NOTES))
def test_minutes(text: Text, heading: str, vote: str, debate: str, below: str) -> None:
    check(MINUTES.format(text=text.written, heading=heading, vote=vote, debate=debate, below=below), text)


@settings(derandomize=True, max_examples=100)
@given(texts(), st.sampled_from(PROPOSED), st.sampled_from(REASONS))
def test_submissions(text: Text, heading: str, below: str) -> None:
    check(SUBMISSION.format(text=text.written, heading=heading, below=below), text)
