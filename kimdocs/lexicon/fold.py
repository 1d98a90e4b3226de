"""Same-length folding for matching: offsets into the folded text are offsets into the original."""

from __future__ import annotations

_ONE_FOR_ONE = {
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2003": " ", "\u2002": " ", "\t": " ",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "‚": "'", "‘": "'", "’": "'",
    "\u0130": "i",
}  # fmt: skip


def fold(text: str) -> str:
    """Lower case, plain spaces, hyphens and quotes; every character stays one character (ß stays ß).

    Line breaks stay, so that lines keep their meaning; tabs (cell borders) become spaces.
    """
    for char, plain in _ONE_FOR_ONE.items():
        if char in text:
            text = text.replace(char, plain)
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
