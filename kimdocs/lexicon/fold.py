"""Same-length folding for matching: offsets into the folded text are offsets into the original."""

from __future__ import annotations

import re
from typing import AnyStr

_ONE_FOR_ONE = {
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2003": " ", "\u2002": " ", "\t": " ", "\r": " ",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "‚": "'", "‘": "'", "’": "'",
    "\u0130": "i", "│": "|", "┃": "|", "║": "|",
}  # fmt: skip
_HYPHENATED = re.compile(
    r"-(?<=[a-zß-öø-ÿ]-)([ \t]{0,3}\n[ \t]{0,12})(?!und\b|oder\b|sowie\b|bzw\b|bis\b)([a-zß-öø-ÿ]+)"
)

_SOFT = re.compile(r"\w+(?:\u00ad\w+)+")
_ONE_VOWEL = bytes.maketrans(b"eiou", b"aaaa")
_SHORTEST_SPACED = 9
_SPACED = re.compile(
    r"(?<!\S)(?:[^\W\d_](?: [^\W\d_]){4,}(?![^\W\d_])|(?:j a|n e i n|e n t h)(?=\.?\s*:|\.?\s{1,30}\d))"
)


def fold(text: str) -> str:
    """Lower case, plain spaces, hyphens and quotes; every character stays one character (ß stays ß).

    A word that a line end breaks is drawn together, with the line break put behind it: "mehr-⏎heitlich" becomes
    "mehrheitlich", a line break and a space. So a match may end before its last word does; ``Context.evidence`` mends
    that. So it is with letter-spaced words, and with those that hold soft hyphens.
    """
    text = _plain(text)
    if "\u00ad" in text:
        text = _without_soft(text.replace("\u00ad\n", "-\n"))
    return _without_spacing(lower(_HYPHENATED.sub(_drawn_together, text)))


def fold_lines(text: str) -> str:
    """As ``fold`` does, but line by line: what a line end breaks stays broken."""
    text = _plain(text)
    return _without_spacing(lower(_without_soft(text) if "\u00ad" in text else text))


def _without_soft(text: str) -> str:
    """Words with soft hyphens drawn together, with blanks behind in place of these."""
    return _SOFT.sub(lambda hit: hit.group().replace("\u00ad", "").ljust(len(hit.group())), text)


def lower(text: str) -> str:
    """Lower case, where every character stays one character."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _plain(text: str) -> str:
    for char, plain in _ONE_FOR_ONE.items():
        if char in text:
            text = text.replace(char, plain)
    return text


def _without_spacing(text: str) -> str:
    """Letter-spaced words drawn together: sought only on lines where a vowel stands between blanks."""
    if len(text) < _SHORTEST_SPACED:
        return text
    pieces = []
    done = 0
    vowels = text.encode("latin-1", "replace").translate(_ONE_VOWEL)
    for hit in places(vowels, b" a "):
        if hit >= done:
            start, end = text.rfind("\n", 0, hit) + 1, text.find("\n", hit)
            end = len(text) if end < 0 else end
            pieces += [text[done:start], _SPACED.sub(_closed_up, text[start:end])]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def places(text: AnyStr, words: AnyStr) -> list[int]:
    """Every offset at which ``words`` stands in ``text``, in order, not overlapping."""
    found = []
    place = text.find(words)
    while place >= 0:
        found.append(place)
        place = text.find(words, place + len(words))
    return found


def _closed_up(spaced: re.Match[str]) -> str:
    word = spaced.group()
    return word.replace(" ", "").ljust(len(word))


def _drawn_together(broken: re.Match[str]) -> str:
    return broken[2] + "\n".ljust(1 + len(broken[1]))
