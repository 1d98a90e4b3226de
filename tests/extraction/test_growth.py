"""Work on minutes that repeat one shape for hundreds of kilobytes grows with their length alone."""

from __future__ import annotations

import time

import pytest

from kimdocs.extraction.pipeline import extract
from kimdocs.model.source import SourceDocument

HEAD = "Stadt Neuwald\n\nNiederschrift über die Sitzung des Stadtrates am 12.04.2031\n\nTOP 3 Bau einer Halle\n\n"
SHAPES = {
    "headers without a stop": "4 statt 3\nJa   Nein   Enthaltung\n",
    "ledgers without a stop": "Ja: CDU 5, SPD 3\nNein: FDP\n",
    "phrases with a gap on one line": "Mehrheitlich gegen die Stimmen der AfD, ",
    "amounts in words on one line": "von hundert Euro ",
    "names of a roll call on one line": "Anders, Brink, ",
    "answers to the points of a motion": "Zu Punkt 4: Der Antrag wurde mit 3 gegen 9 Stimmen abgelehnt.\n",
}


OPENINGS = ["Der Rat empfiehlt dem {words}", "Daher beschließt der {words}"]


def spent(shape, length):
    return taken(HEAD + (SHAPES[shape] * length)[:length] + "\n")


def taken(text):
    begin = time.process_time()
    extract(SourceDocument("sha256:0", "probe.txt", "text/plain", text))
    return time.process_time() - begin


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_length_alone(shape):
    """Eight times the text may take at most thirty times as long; anything quadratic takes sixty-four times."""
    spent(shape, 2_000)
    short, long = spent(shape, 20_000), spent(shape, 160_000)
    assert long < 30 * max(short, 0.05)


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_long_word_takes_no_longer_than_many_short_ones(opening):
    """Words that were parted anywhere took a million ways through one word; both texts have the same length."""
    texts = [f"{HEAD}Beschluss:\n{opening.format(words=word)} 1.\n" for word in ("bau " * 45, "bauu" * 45)]
    for text in texts:
        taken(text)
    short, long = (min(taken(text) for _ in range(3)) for text in texts)
    assert long < 30 * max(short, 0.005)
