"""The points of a resolution's text, on lines of their own or within one, by what counts them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy
from kimdocs.model.running_text import running

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_NUMBERS = tuple(str(number) for number in range(1, 100))
_NUMBER = lazy(r"^[ \t]*[\"„»“]?\(?(\d{1,2})\s?[.)]+\s*(?=\D)", re.MULTILINE)
_LETTER = lazy(r"^[ \t]*([a-z])(?:\s?[.)]+\s|\)(?=[A-ZÄÖÜ]))", re.MULTILINE)
_ROMAN = lazy(r"^[ \t]*([IVX]{1,4})[.)]\s+(?=\S)", re.MULTILINE)
_NAMED = lazy(
    r"^[ \t]*(?:zu )?(?:Ziffer|Ziff\.|Punkt|Pkt\.|Nr\.) ?(\d{1,2})(?:\s?[.:)]+\s+|\s{2,})(?=\S)",
    re.MULTILINE | re.IGNORECASE,
)
_ALONE = lazy(r"^[ \t]*(\d{1,2})[ \t]*\n\s*(?=[A-ZÄÖÜ„(])", re.MULTILINE)
_LINES = ((_NUMBER, _NUMBERS), (_LETTER, tuple(_LETTERS)), (_ROMAN, _ROMANS), (_NAMED, _NUMBERS))
_DOUBLE = lazy(r"^[ \t]*(\d{1,2})\.(\d{1,2})\.?[ \t]+(?=[^\W\d])", re.MULTILINE)
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_INSIDE = r"(?:(?<=\A)|(?<=:\s)|(?<=[.;,]\s)|(?<=\bund\s)|(?<=\bsowie\s)|(?<=\n))"
_NUMBER_INSIDE = lazy(rf"{_INSIDE}\(?(\d{{1,2}})\s?[.)]+\s+(?!{_MONTHS})(?=[^\W\d]|[„(])")
_LETTER_INSIDE = lazy(rf"{_INSIDE}\(?([a-h])\)\s+(?=\S)")
_OPENS = lazy(r"\s*\(?(?:1|a)\s?[.)]|[^.;]{0,240}:\s+\(?(?:1|a)\s?[.)]")


def points(text: str) -> tuple[str, ...]:
    """The points of a resolution, by what counts them outermost; white space squeezed."""
    text = text.replace("\f", " ")
    marks = (_of_lines(text) if "\n" in text else []) or _within_lines(text)
    ends = [*(mark.start() for mark in marks[1:]), len(text)] if marks else []
    return tuple(running(text[mark.start() : end]) for mark, end in zip(marks, ends, strict=True))


def _of_lines(text: str) -> list[re.Match[str]]:
    """The marks that begin lines and count on, of those kinds of marks the one that comes first."""
    kinds = [found for pattern, labels in _LINES if (found := _sequence(pattern.finditer(text), labels))]
    if not kinds:
        return _alone(text) or _double(text) or _repeated(text)
    return min(kinds, key=lambda found: found[0].start())


def _sequence(marks: Iterable[re.Match[str]], labels: tuple[str, ...]) -> list[re.Match[str]]:
    """The marks that count up from the first label; others are numbers inside a point."""
    kept: list[re.Match[str]] = []
    for mark in marks:
        if len(kept) < len(labels) and (mark[1].lstrip("0") or mark[1]) == labels[len(kept)]:
            kept.append(mark)
    return kept if len(kept) > 1 else []


def _alone(text: str) -> list[re.Match[str]]:
    """Numbers on lines of their own, of which the first opens the text and the others stand behind whole sentences."""
    found = _sequence(_ALONE.finditer(text), _NUMBERS)
    whole = all(text[: mark.start()].rstrip().endswith((".", ";", ",", "“")) for mark in found[1:])
    return found if found and whole and not text[: found[0].start()].strip() else []


def _double(text: str) -> list[re.Match[str]]:
    """Double numbers that count on: "1.1", "1.2", "2.1"."""
    found = list(_DOUBLE.finditer(text))
    counted = [(int(mark[1]), int(mark[2])) for mark in found]
    on = all(two in ((one[0], one[1] + 1), (one[0] + 1, 1)) for one, two in pairwise(counted))
    return found if len(found) > 1 and counted[0][1] == 1 and on else []


def _repeated(text: str) -> list[re.Match[str]]:
    """The number 1 before each of several points, as some web pages number them, if it opens the text."""
    found = list(_NUMBER.finditer(text))
    same = len(found) > 1 and all(mark[1] == "1" for mark in found)
    return found if same and not text[: found[0].start()].strip() else []


def _within_lines(text: str) -> list[re.Match[str]]:
    """The marks of points that follow one another on a line, if the first opens the text or stands behind a colon."""
    if _OPENS.match(text) is None:
        return []
    found = _sequence(_NUMBER_INSIDE.finditer(text), _NUMBERS)
    return found or _sequence(_LETTER_INSIDE.finditer(text), tuple(_LETTERS))
