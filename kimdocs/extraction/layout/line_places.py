"""Where the line of a place starts, how far the place is from there, and where the blanks about it end.

Nothing here copies the text: a document of megabytes has thousands of places.
"""

from __future__ import annotations

import sys

from kimdocs.lexicon.lazy import lazy

_WHITE_SPACE = lazy(r"\s*")


def line_start(text: str, place: int) -> int:
    """Where the line of a place starts, before its white space; a form feed ends a line too."""
    start = text.rfind("\n", 0, place) + 1
    return max(start, text.rfind("\f", start, place) + 1)


def column_of(text: str, place: int) -> int:
    """How many characters stand before a place on its line."""
    return place - line_start(text, place)


def before_blanks(text: str, place: int) -> int:
    """Where the spaces and tabs before a place start; the place itself where none stand there."""
    while place and text[place - 1] in " \t":
        place -= 1
    return place


def behind_white_space(text: str, place: int, end: int = sys.maxsize) -> int:
    """Where the white space that starts at a place ends, at ``end`` at the latest; the place where there is none."""
    hit = _WHITE_SPACE.match(text, place, end)
    return hit.end() if hit else place
