"""Characters as they are meant: signs of symbol fonts in the private area, and letters written in two parts."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = {
    0xF0FE: "☒", 0xF078: "☒", 0xF052: "☑", 0xF06F: "☐", 0xF0A8: "☐", 0xF071: "☐", 0xF0B7: "•", 0xF0E0: "→",
    0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "-", 0xE00A: "▪", 0xE00C: "◆", 0xE009: "✓", 0xE4C4: "✓",
}  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)
_MARKS = ("\u0308", "\u0301", "\u0300")
_DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_SHOWN: dict[int, str] = {**dict.fromkeys(_PRIVATE, ""), **_SIGNS}


def shown(text: str) -> str:
    r"""Text with the signs of symbol fonts as the characters that they look like; unknown ones are left out.

    >>> shown("\uf0fe ja, \uf06f nein\uf8a1")
    '☒ ja, ☐ nein'
    """
    return text if text.isascii() else composed(text.translate(_SHOWN))


def composed(text: str) -> str:
    r"""Text with letters and the marks behind them as the one letter that they are; some programs write "a" and "¨".

    >>> composed("Beschlu\u0308sse") == "Beschlüsse"
    True
    """
    if not any(map(text.__contains__, _MARKS)):
        return text
    return _DECOMPOSED.sub(lambda letter: unicodedata.normalize("NFC", letter.group()), text)
