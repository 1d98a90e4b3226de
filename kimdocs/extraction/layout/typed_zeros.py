"""Zeros that a typewriter wrote as small letters: "DM 46.ooo,--" is forty-six thousand, and 46 is a wrong number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

# begins with the letter itself, which is found at once; a class of digits before it is sought ten times as long
_LETTER = lazy(r"o(?<=[0-9]o)|oo(?<=[.,]oo)")
_TYPED = lazy(r"(?<![\w.,])\d[\do]*(?:[.,][\do]+)+(?![\w])|(?<![\w.,])\d+o+(?=\s?(?:DM|dm|Mark|%|v\.|qm|m\b|Uhr))")


def with_typed_zeros(text: str) -> str:
    """The text with zeros for such letters; offsets stay what they were."""
    if _LETTER.search(text) is None:
        return text
    lines = text.split("\n")
    return "\n".join(_TYPED.sub(_with_zeros, line) if _LETTER.search(line) else line for line in lines)


def _with_zeros(number: re.Match[str]) -> str:
    return number.group().replace("o", "0")
