"""Where the line of a place starts, and how far the place is from there."""

from __future__ import annotations


def line_start(text: str, place: int) -> int:
    """Where the line of a place starts, before its white space; a form feed ends a line too."""
    start = text.rfind("\n", 0, place) + 1
    return max(start, text.rfind("\f", start, place) + 1)


def column_of(text: str, place: int) -> int:
    """How many characters stand before a place on its line."""
    return place - line_start(text, place)
