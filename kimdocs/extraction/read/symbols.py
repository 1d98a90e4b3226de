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
_LIGATURES = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_SOFT_HYPHEN = "\u00ad"
_UNSEEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", _SOFT_HYPHEN)
_HYPHENS = ("\u2010", "\u2011")
_PLAIN = str.maketrans(_LIGATURES | dict.fromkeys(_UNSEEN, "") | dict.fromkeys(_HYPHENS, "-"))
_UNUSUAL = (*_LIGATURES, *_UNSEEN, *_HYPHENS)
_SHOWN: dict[int, str] = {**dict.fromkeys(_PRIVATE, ""), **_SIGNS}


def shown(text: str) -> str:
    r"""Text with the signs of symbol fonts as the characters that they look like; unknown ones are left out.

    >>> shown("\uf0fe ja, \uf06f nein\uf8a1")
    '☒ ja, ☐ nein'
    """
    return text if text.isascii() else composed(text.translate(_SHOWN))


def composed(text: str) -> str:
    r"""Text in the characters that a page shows.

    A letter and the mark behind it become one letter, ligatures their letters, and every hyphen the plain one; what is
    not seen, such as a hyphen where no line ends, goes.

    >>> composed("Beschlu\u0308sse o\ufb00en") == "Beschlüsse offen"
    True
    >>> composed("Abstim\u00admungs\u00ad\nergebnis")
    'Abstimmungs-\nergebnis'
    """
    if any(map(text.__contains__, _MARKS)):
        text = _DECOMPOSED.sub(lambda letter: unicodedata.normalize("NFC", letter.group()), text)
    if any(map(text.__contains__, _UNUSUAL)):
        text = text.replace(f"{_SOFT_HYPHEN}\n", "-\n").translate(_PLAIN)
    return text
