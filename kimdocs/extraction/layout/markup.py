"""Tags that a plain text has kept from the page it was taken from: breaks and emphasis belong to no sentence."""

from __future__ import annotations

import re

from kimdocs.lexicon.lazy import lazy

_TAG = r"</?(?:br|strong|b|i|em|u|p|div|span|font|center|ul|ol|li|h[1-6])\b[^<>\n]{0,80}>"
_OPENING = lazy(rf"^[ \t]*(?:{_TAG}[ \t]*)+", re.MULTILINE | re.IGNORECASE)
_CLOSING = lazy(rf"{_TAG}(?:[ \t]*{_TAG})*[ \t]*$(?P<gap>\n[ \t]*(?=\n))?", re.MULTILINE | re.IGNORECASE)
_ANY = lazy(_TAG, re.IGNORECASE)
_BREAK = "<br"
_EMPHASIS = lazy(r"^[ \t]*\*\*(?=[^\s*])|(?<=[^\s*])\*\*[ \t]*$|(?<=:)\*\*(?=\s)|(?<=[^\s*])\*\*(?=:\s)", re.MULTILINE)


def without_markup(text: str) -> str:
    """The text with the tags blanked that begin or end its lines, and stars around labels; offsets stay what they were.

    A blank line right behind a tag that breaks the line parts no paragraphs, so it goes too.
    """
    if "**" in text:
        text = _EMPHASIS.sub(lambda marks: " " * len(marks.group()), text)
    if "<" not in text or _ANY.search(text) is None:
        return text
    return _CLOSING.sub(_blanked, _OPENING.sub(lambda tags: " " * len(tags.group()), text))


def without_tags(text: str) -> str:
    """The text without the tags inside its lines, as in "der <b>Markt</b>gemeinderat"."""
    return _ANY.sub("", text) if "<" in text else text


def _blanked(tags: re.Match[str]) -> str:
    found = tags.group()
    parts = tags["gap"] is not None and _BREAK not in found.lower()
    return " " * (len(found) - len(tags["gap"])) + tags["gap"] if parts else " " * len(found)
