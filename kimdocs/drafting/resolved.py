"""The text of a resolution as drafts take it over: what stands before its points, and the points, nothing lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.model.running_text import running

if TYPE_CHECKING:
    from kimdocs.model.decision import Resolution

_NUMBER = re.compile(r"\(?(\d{1,2})\s?[.)]+\s+")
_BULLET = re.compile(r"\n(?=[ \t]*(?:[-•▪·*] +\w|[-–•▪·*] ?[A-ZÄÖÜ]))")
_WORD = re.compile(r"\S+")


def wording(resolution: Resolution) -> str:
    """The whole text, its points with their numbers; blank lines between paragraphs, lines of a page joined."""
    lead = _lead(resolution)
    return _whole(resolution.text) if lead is None else "\n\n".join(filter(None, (lead, *resolution.points)))


def parts(resolution: Resolution) -> tuple[str, tuple[str, ...]]:
    """What stands before the points, and the points without their numbers 1, 2, 3, which a list gives anew.

    A text whose points are counted otherwise, or that says more than they do, is given whole, without points.
    """
    lead = _lead(resolution)
    marks = [_NUMBER.match(point) for point in resolution.points]
    counted = [mark[1].lstrip("0") if mark else "" for mark in marks]
    if lead is None or not marks or counted != [str(number) for number in range(1, len(marks) + 1)]:
        return wording(resolution), ()
    return lead, tuple(_NUMBER.sub("", point, count=1) for point in resolution.points)


def _lead(resolution: Resolution) -> str | None:
    """What stands before the first point; None where the points are not the rest of the text, word by word."""
    whole = _whole(resolution.text)
    words, told = list(_WORD.finditer(whole)), " ".join(resolution.points).split()
    first = len(words) - len(told)
    if not told or first < 0 or [word[0] for word in words[first:]] != told:
        return None
    return whole[: words[first].start()].strip()


def _whole(text: str) -> str:
    pieces = [running(piece) for piece in _BULLET.split(text)]
    return "\n".join(piece for piece in pieces if piece).replace("\n", "\n\n")
