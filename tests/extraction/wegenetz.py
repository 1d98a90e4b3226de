"""What the tests of resolutions' texts share: a head of minutes, a paper, two sentences."""

from __future__ import annotations

MINUTES = "Niederschrift über die 7. Sitzung des Rates der Stadt Auental am 06.03.2031\n\nTOP 1: Wegenetz\n\n"
PAPER = "Stadt Auental\n\nBeschlussvorlage\n\nVorlage-Nr.: 2031/044\nBetreff: Wegenetz\n\n"
WAY = "Der Weg am Bach wird verbreitert."
MONEY = "Die Mittel von 12.000 € werden bereitgestellt."
