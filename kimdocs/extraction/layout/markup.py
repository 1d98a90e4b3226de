"""Tags, stars and marks that stand around what a plain text says: breaks, emphasis and bullets belong to no label."""

from __future__ import annotations

import re

from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

_TAG = r"</?(?:br|strong|b|i|em|u|p|div|span|font|center|ul|ol|li|h[1-6])\b[^<>\n]{0,80}>"
_OPENING = lazy(rf"^[ \t]*(?:{_TAG}[ \t]*)+", re.MULTILINE | re.IGNORECASE)
_CLOSING = lazy(rf"{_TAG}(?:[ \t]*{_TAG})*[ \t]*$(?P<gap>\n[ \t]*(?=\n))?", re.MULTILINE | re.IGNORECASE)
_ANY = lazy(_TAG, re.IGNORECASE)
_BREAK = "<br"
_EMPHASIS = lazy(r"^[ \t]*\*\*(?=[^\s*])|(?<=[^\s*])\*\*[ \t]*$|(?<=:)\*\*(?=\s)|(?<=[^\s*])\*\*(?=:\s)", re.MULTILINE)
_MARKS = "•■▪●◆◼◾▸▶‣❖➢➤\uf0a7\uf0b7\uf0d8\uf0fc"
_MARKED = lazy(
    rf"\n[ \t]{{0,24}}(?P<mark>[{_MARKS}]|(?P<dash>[*–—-]))[ \t]{{1,8}}(?P<label>[A-ZÄÖÜ][\w-]+)(?:[ /][\w-]+){{0,4}}"
    r"[ \t]*(?::|(?(dash)(?!)|$))",
    re.MULTILINE,
)


def without_markup(text: str) -> str:
    """The text with the tags blanked that begin or end its lines, and stars around labels; offsets stay what they were.

    So are the bullets before the headings that the lexicon knows.

    A blank line right behind a tag that breaks the line parts no paragraphs, so it goes too.
    """
    if "**" in text:
        text = _EMPHASIS.sub(lambda marks: " " * len(marks.group()), text)
    begins = text[:1] in f"{_MARKS}*–—-"
    text = _MARKED.sub(_unmarked, f"\n{text}")[1:] if begins else _MARKED.sub(_unmarked, text)
    if "<" not in text or _ANY.search(text) is None:
        return text
    return _CLOSING.sub(_blanked, _OPENING.sub(lambda tags: " " * len(tags.group()), text))


def without_tags(text: str) -> str:
    """The text without the tags inside its lines, as in "der <b>Markt</b>gemeinderat"."""
    return _ANY.sub("", text) if "<" in text else text


def _unmarked(line: re.Match[str]) -> str:
    """The beginning of a line without the bullet before its label, where headings begin so."""
    if not _opens_heading(line["label"]):
        return line.group()
    at = line.start("mark") - line.start()
    return f"{line.group()[:at]} {line.group()[at + 1 :]}"


def _opens_heading(word: str) -> bool:
    return fold(word) in matcher("headings").first_words


def _blanked(tags: re.Match[str]) -> str:
    found = tags.group()
    parts = tags["gap"] is not None and _BREAK not in found.lower()
    return " " * (len(found) - len(tags["gap"])) + tags["gap"] if parts else " " * len(found)
