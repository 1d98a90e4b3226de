"""Numbers of list items as they are shown: 3, 3., c, iii."""

from __future__ import annotations

_ROMAN = dict(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_MAX_LETTERS = 26 * 20


def letters(count: int) -> str:
    """A, b, …, z, aa, bb, … as Word counts; digits where there is no such letter.

    >>> letters(3), letters(28), letters(0)
    ('c', 'bb', '0')
    """
    if not 0 < count <= _MAX_LETTERS:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def roman(count: int) -> str:
    """Roman number in lower case; digits where there is none.

    >>> roman(4), roman(1999), roman(0)
    ('iv', 'mcmxcix', '0')
    """
    if not 0 < count < 4000:
        return str(count)
    shown = ""
    for value, sign in _ROMAN.items():
        shown += sign * (count // value)
        count %= value
    return shown
