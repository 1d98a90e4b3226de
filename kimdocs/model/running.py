"""Text of a page as running text: words broken at a line end made whole, lines of a paragraph joined."""

from __future__ import annotations

import re

_BROKEN = re.compile(r"(?<=[a-zß-öø-ÿ])[-\u00ad][ \t]*\n[ \t]*(?!(?:und|oder|sowie|bzw|bis)\b)(?=[a-zß-öø-ÿ])")
_PARAGRAPH = re.compile(r"\n[ \t\u00a0]*\n\s*")


def running(text: str) -> str:
    r"""The text with one blank between words and one line break between paragraphs.

    >>> running("Die Verwaltung wird be-\nauftragt, den Bau-\nund Planungsausschuss\nzu beteiligen.")
    'Die Verwaltung wird beauftragt, den Bau- und Planungsausschuss zu beteiligen.'
    """
    if "\n" not in text:
        return " ".join(text.split())
    whole = _BROKEN.sub("", text)
    return "\n".join(" ".join(part.split()) for part in _PARAGRAPH.split(whole) if part.strip())
