"""Counts in a gutter that bars rule off the text, below a header of one line or of several."""

from __future__ import annotations

import pytest

from kimdocs.extraction.layout.gutters import without_gutters
from kimdocs.extraction.pipeline import extract
from kimdocs.model.source import SourceDocument

HEAD = "SCHULVERBAND HOLZTAL                           Niederschrift über die\n"
HEAD += "                                               Sitzung der Schulverbandsversammlung\n"
HEAD += f"                                               vom 4.10.2031\n{'-' * 80}\n"
HEADERS = {
    "one line": " Anw. |  für gegen |   Beschluss\n",
    "two lines": " Anw. | Abstimmung |\n      | für  gegen |   Beschluss\n",
    "torn words": " An-  |  ab-       |\n we-  |  gestimmt  |     B e s c h l u s s   und Gegenstand der Beratung\n"
    " send |  für gegen |\n",
}
TEXT = """      |            |  1. Protokoll der letzten Sitzung
      |            |  Das Protokoll der Sitzung vom 26.4.2031 wird genehmigt.
  8   |   8    0   |
      |            |
      |            |  2. Pausenhof
      |            |  Rektor Weiß trägt vor, daß der Belag schadhaft ist. Das Angebot
      |            |  lautet auf 61.340,-- DM. Der Auftrag wird der Fa. Seidel erteilt.
  8   |   6    2   |
      |            |
      |            |  3. Antrag auf Anschaffung eines Kopierers
      |            |  Dem Antrag wird stattgegeben.
  8   |   3    5   |
      |            |  Damit ist der Antrag abgelehnt.
"""


def decided(text):
    found = extract(SourceDocument("sha256:0", "probe.txt", "text/plain", text)).decisions
    return [(str(one.outcome), one.yes, one.no, one.abstain) for one in found]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("bars", [True, False])
def test_counts_in_a_gutter(header, bars):
    text = HEAD + HEADERS[header] + f"{'-' * 80}\n" + TEXT
    assert decided(text if bars else text.replace("|", " ")) == [
        ("adopted", 8, 0, None),
        ("adopted", 6, 2, None),
        ("rejected", 3, 5, None),
    ]


def test_offsets_stay_and_tables_keep_their_bars():
    text = HEAD + HEADERS["one line"] + TEXT
    blanked = without_gutters(text)
    assert len(blanked) == len(text)
    assert "|" not in blanked
    table = "\n".join(f"| {number} | Bauausschuss | {number} | 0 |" for number in range(10, 30))
    assert without_gutters(table) == table


@pytest.mark.parametrize("numbers", [(8, 8, 0), (12, 9, 3), (10, 6, 4)])
def test_three_numbers_that_may_begin_with_those_present_are_no_vote(numbers):
    """ "8 8 0" can be those present, for and against, or a tie: nothing is told of it."""
    said = "   ".join(map(str, numbers))
    head = "Stadt Neuwald\n\nNiederschrift über die Sitzung des Stadtrates am 12.04.2031\n\nTOP 3 Bau einer Halle\n\n"
    assert all(one[1:] == (None, None, None) for one in decided(f"{head}Der Neubau wird beschlossen.\n{said}\n"))
    told = f"{head}Abstimmung (Ja, Nein, Enthaltung)\n\n"
    assert (numbers[0], numbers[1]) in [one[1:3] for one in decided(f"{told}Der Neubau wird beschlossen.\n{said}\n")]
