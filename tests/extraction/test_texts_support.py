"""What the tests of resolutions' texts share: a head of minutes, a paper, two sentences, and the texts of a record."""

from __future__ import annotations

import kimdocs

MINUTES = "Niederschrift über die 7. Sitzung des Rates der Stadt Auental am 06.03.2031\n\nTOP 1: Wegenetz\n\n"
PAPER = "Stadt Auental\n\nBeschlussvorlage\n\nVorlage-Nr.: 2031/044\nBetreff: Wegenetz\n\n"
WAY = "Der Weg am Bach wird verbreitert."
MONEY = "Die Mittel von 12.000 € werden bereitgestellt."


def texts(paper: str) -> list[str]:
    """The texts of the resolutions, with white space squeezed."""
    record = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt"))
    return [" ".join(resolution.text.split()) for resolution in record.resolutions]
