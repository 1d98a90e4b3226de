"""What heads every page of a text whose pages form feeds part: it tells nothing between two lines of a sentence."""

from __future__ import annotations

from collections import Counter

from kimdocs.lexicon.lazy import lazy

_NAMES = lazy(
    r"\b(?:niederschrift|protokoll|sitzung|drucksache|(?:beschluss|sitzungs)?vorlage|(?:samt)?gemeinde|stadt|markt"
    r"|(?:land)?kreis|amt|seite|blatt)\b"
)
_FEED = lazy(r"\f")
_DIGITS = lazy(r"\d+")
_LONGEST = 110
_MOST_LINES = 3
_FEWEST = 2


def without_page_heads(text: str) -> str:
    """The text with the lines blanked that come back behind form feeds, but for numbers; offsets stay what they were.

    Only lines count that name a paper, a session or a town, for a page may begin with any label of a form.
    """
    if text.count("\f") < _FEWEST:
        return text
    heads = [_head(text, place + 1) for place in _feeds(text)]
    again = Counter(key for lines in heads for key in {key for _, _, key in lines})
    pieces, done = [], 0
    for lines in heads:
        for start, end, key in lines:
            if again[key] < _FEWEST or _NAMES.search(key) is None or key.endswith(":"):
                break
            pieces += [text[done:start], " " * (end - start)]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _feeds(text: str) -> list[int]:
    return [hit.start() for hit in _FEED.finditer(text)]


def _head(text: str, start: int) -> list[tuple[int, int, str]]:
    """The first lines of a page: where each starts and ends, and its words without numbers."""
    found: list[tuple[int, int, str]] = []
    while len(found) < _MOST_LINES and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            if len(line) > _LONGEST or "\f" in line:
                break
            found.append((start, end, _DIGITS.sub("#", " ".join(line.lower().split()))))
        start = end + 1
    return found
