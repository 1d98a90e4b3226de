"""The vote that tells a text apart ("die mit 9 zu 4 Stimmen empfohlene Satzung") is never that of its sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kimdocs.extraction.pipeline import extract
from kimdocs.model.source import SourceDocument

HEAD = "Stadt Neuwald\n\nNiederschrift über die Sitzung des Stadtrates am 12.04.2031\n\nTOP 3 Neubau einer Halle\n\n"
POSITIVE = ("adopted", "recommended")

FOREIGN = st.sampled_from(
    [
        *(
            "mit 14 zu 5 Stimmen",
            "mit 14 : 5 Stimmen",
            "mit 14 gegen 5 Stimmen",
            "mit 14 Ja-Stimmen bei 5 Nein-Stimmen",
        ),
        *("mit 14 Ja-Stimmen und 5 Gegenstimmen", "bei 5 Gegenstimmen", "bei 5 Enthaltungen", "einstimmig"),
        *("mehrheitlich", "mit großer Mehrheit", "mit Stimmenmehrheit"),
    ]
)
PARTICIPLES = st.sampled_from(["empfohlene", "beschlossene", "angenommene", "gebilligte", "befürwortete"])
BODIES = st.sampled_from(["im Hauptausschuss", "vom Bauausschuss", "in der letzten Sitzung", "am 04.03.2031", ""])
BREAKS = st.sampled_from([" ", "\n"])


@st.composite
def texts(draw, case=""):
    """A noun with its attribute; ``case`` is the ending of the participle."""
    words = [draw(BODIES), draw(FOREIGN), draw(PARTICIPLES) + case, "Satzung"]
    joined = " ".join(word for word in words if word)
    place = joined.find(" ", draw(st.integers(0, max(0, len(joined) - 20))))
    return joined if place < 0 or draw(BREAKS) == " " else f"{joined[:place]}\n{joined[place + 1 :]}"


def decisions(text):
    return extract(SourceDocument("sha256:0", "probe.txt", "text/plain", HEAD + text)).decisions


@given(texts())
@settings(max_examples=120)
def test_no_vote_of_an_earlier_text_is_told(text):
    for sentence in (f"Frau Sorge (FWG) erläutert die {text}.\n", f"Grundlage der Beratung ist die {text}.\n"):
        assert [one for one in decisions(sentence) if one.type != "quoted"] == []


@given(texts(), st.sampled_from([("beschlossen", POSITIVE), ("abgelehnt", ("rejected",))]))
@settings(max_examples=120)
def test_the_sentence_keeps_its_own_vote(text, verb):
    """Counts and outcome are those behind the verb, whatever stands before the noun."""
    word, outcomes = verb
    yes, no = (12, 3) if word == "beschlossen" else (3, 12)
    (one,) = decisions(f"Die {text} wird mit {yes} Ja-Stimmen bei {no} Nein-Stimmen {word}.\n")
    assert (one.outcome in outcomes, one.yes, one.no) == (True, yes, no)


@given(texts())
@settings(max_examples=60)
def test_a_status_takes_no_counts_of_an_earlier_text(text):
    (one,) = decisions(f"Beschluss:    geändert beschlossen\n\nFrau Sorge (FWG) erläutert die {text}.\n")
    assert (one.outcome in POSITIVE, one.yes, one.no, one.abstain) == (True, None, None, None)
