"""Text of a page as running text: words broken at a line end made whole, lines of a paragraph joined."""

from __future__ import annotations

import re

GOES_ON = r"(?!(?:und|oder|sowie|bzw|bis)\b)(?=[a-zß-öø-ÿ])"
"""What follows the hyphen of a broken word; "Bau-" before "und Planungsausschuss" is whole."""
_BROKEN = re.compile(rf"(?<=[a-zß-öø-ÿ])[-\u00ad][ \t]*\n[ \t]*{GOES_ON}")
_PARAGRAPH = re.compile(r"\n[ \t\u00a0]*\n\s*")


def mended(text: str) -> str:
    """The text with its broken words made whole and its lines as they are."""
    return _BROKEN.sub("", text) if "\n" in text else text


def running(text: str) -> str:
    r"""The text with one blank between words and one line break between paragraphs.

    >>> running("Die Verwaltung wird be-\nauftragt, den Bau-\nund Planungsausschuss\nzu beteiligen.")
    'Die Verwaltung wird beauftragt, den Bau- und Planungsausschuss zu beteiligen.'
    """
    if "\n" not in text:
        return " ".join(text.split())
    return "\n".join(" ".join(part.split()) for part in _PARAGRAPH.split(mended(text)) if part.strip())
