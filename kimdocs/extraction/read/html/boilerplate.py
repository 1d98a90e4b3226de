"""What belongs to a page and not to the document on it: the lexicon's table ``boilerplate``, applied."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from kimdocs.lexicon import load
from kimdocs.lexicon.fold import fold

_LONGEST_LINE = 80
_UNSEEN_STYLES = ("display:none", "visibility:hidden")


@cache
def _phrases(value: str) -> frozenset[str]:
    return frozenset(phrase for entry in load("boilerplate") if entry.value == value for phrase in entry.phrases)


@cache
def _line_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(e.pattern) for e in load("boilerplate") if e.value == "line" and e.pattern)


def is_dropped(element: Any) -> bool:
    """Whether an element is left out with all that it holds: unseen, navigation, or a button."""
    if element.tag in _phrases("element"):
        return True
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in _phrases("role"):
        return True
    style = "".join(attributes.get("style", "").split()).lower()
    if any(unseen in style for unseen in _UNSEEN_STYLES):
        return True
    return not _phrases("class").isdisjoint(attributes.get("class", "").lower().split())


def is_button(text: str) -> bool:
    """Whether the text of a link or button only operates the page."""
    folded = " ".join(fold(text).split())
    return folded in _phrases("button") or is_dropped_line(text)


def is_dropped_line(text: str) -> bool:
    """Whether a line is none of the document's."""
    if len(text) > _LONGEST_LINE:
        return False
    folded = " ".join(fold(text).split())
    if folded in _phrases("line"):
        return True
    return any(pattern.fullmatch(folded) for pattern in _line_patterns())


def is_row(element: Any) -> bool:
    """Whether an element's children stand beside each other, by its class."""
    return not _phrases("row").isdisjoint(element.get("class", "").lower().split())
