"""Exit codes: what the help of the commands, and README.md, say of each of them."""

from __future__ import annotations

ENDINGS = {
    0: "fertig",
    1: "etwas gefunden",
    2: "falscher Aufruf",
    3: "eine Datei nicht gelesen",
    4: "Fehler im Lexikon",
    5: "Vorlage oder Daten falsch",
    6: "Fehler im Archiv",
    7: "kimdocs selbst ist gescheitert",
    8: "ein Ergebnis ließ sich nicht schreiben",
    130: "abgebrochen",
}
"""Exit code → what it means; those of errors are given by ``kimdocs.errors``."""


def endings(*codes: int) -> str:
    """The codes and what they mean, for a sentence: "2: falscher Aufruf, 7: …"."""
    return ", ".join(f"{code}: {ENDINGS[code]}" for code in codes)
