"""Cells of a line of a table: parted by tabs, bars or wide gaps, each with the column that it stands in."""

from __future__ import annotations

from typing import NamedTuple

from kimdocs.lexicon.lazy import lazy

_WIDE = lazy(r"[^\s]+(?:[ \u00a0][^\s]+)*")
_BLANKS = " \t\u00a0"


class Cell(NamedTuple):
    """A cell at ``text[start:end]``, perhaps empty; ``left`` is how far it stands from the line's start."""

    start: int
    end: int
    left: int

    @property
    def right(self) -> int:
        """The distance of its end from the line's start."""
        return self.left + self.end - self.start


def parted_by(line: str) -> str:
    """What parts the cells of a line: a tab, a bar, semicolons, or "" for wide gaps."""
    if "\t" in line.strip(_BLANKS):
        return "\t"
    return "|" if "|" in line else ";" if line.count(";") > 1 else ""


def cells(text: str, start: int, end: int, mark: str) -> list[Cell]:
    """The cells of ``text[start:end]``, a line from its very start; bars at its ends part nothing."""
    if not mark:
        return [Cell(*hit.span(), hit.start() - start) for hit in _WIDE.finditer(text, start, end)]
    found = []
    at = start
    for piece in text[start:end].split(mark):
        lead = len(piece) - len(piece.lstrip(_BLANKS))
        inner = piece.strip(_BLANKS)
        begin = at + lead if inner else at
        found.append(Cell(begin, begin + len(inner), begin - start))
        at += len(piece) + 1
    if mark == "|":
        found = found[1:] if found and found[0].start == found[0].end else found
        found = found[:-1] if found and found[-1].start == found[-1].end else found
    return found
