"""What commands share for output: ``--format``, tables that fit the terminal, German words, numbers and dates."""

from __future__ import annotations

import re
import shutil
import sys
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from kimdocs.model.running_text import running

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Sequence
    from decimal import Decimal

    from kimdocs.model.source import Evidence

NARROWEST = 40
WIDEST = 140
MIN_COLUMN = 14
LONG_WORD = 24
GUTTER = "  "
NO_BREAK_SPACE = "\u00a0"

_UNIT = re.compile(r"(?<=\d) (?=[€%]|(?:EUR|Euro|Mio\.|VZÄ)(?!\w))")
_ITEM = re.compile(r"\n(?=[ \t]*(?:[-–•▪·*] ?\w|\(?\d{1,2}[.)]+\s|\(?[a-z]\.?\)\s|§|\|))")
_BOUND = "\ue000"  # a blank at which no line ends; no font and no document has a sign for it


def add_format(parser: argparse.ArgumentParser, *formats: str) -> None:
    """Add ``--format`` with these choices; not given it is None, see ``chosen_format``."""
    parser.add_argument(
        "--format",
        choices=formats,
        help=f"Form der Ausgabe: {', '.join(formats)} (sonst: table am Bildschirm, {formats[0]} in Datei oder Pipe)",
    )


def chosen_format(wanted: str | None, elsewhere: str) -> str:
    """The format that was asked for; else ``table`` on a terminal and ``elsewhere`` in a file or pipe."""
    if wanted:
        return wanted
    return "table" if sys.stdout.isatty() else elsewhere


def width() -> int:
    """Columns to write tables in: those of the terminal, within what can be read."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))


def clean(text: str) -> str:
    """Text on one line without control characters, which in a document could steer the terminal."""
    return "".join(char if char.isprintable() else " " if char.isspace() else "" for char in text).strip()


def squeeze(text: str) -> str:
    """Text on one line with single blanks; no-break spaces stay."""
    return " ".join(word for word in clean(text).replace("\t", " ").split(" ") if word)


def flowing(text: str) -> list[str]:
    """Paragraphs, points and items of lists as lines that run on; words broken at the end of a line are whole."""
    return [line for part in _ITEM.split(text) for line in running(part).split("\n") if line]


def shorten(text: str, length: int) -> str:
    """At most ``length`` characters of the squeezed text, cut at a word with an ellipsis."""
    line = squeeze(text)
    if len(line) <= length:
        return line
    return line[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most ``columns`` characters; the text's own line breaks stay, numbers stay with their units."""
    import textwrap

    lines: list[str] = []
    for line in text.split("\n"):
        bound = _UNIT.sub(_BOUND, squeeze(line))
        lines += [part.replace(_BOUND, " ") for part in textwrap.wrap(bound, max(1, columns))] or [""]
    return lines


def table(headers: Sequence[str], rows: Sequence[Sequence[str]], *, columns: int | None = None) -> list[str]:
    """Lines of a table that fits in ``columns`` characters; long cells are wrapped, widest columns give way first.

    Where that would break short words, each row is a list of its cells.

    Args:
        headers: Titles, one a column.
        rows: Cells as text, as many a row as there are headers.
        columns: Room for the whole table; that of the terminal if None.
    """
    cells = [[squeeze(cell) for cell in row] for row in rows]
    by_column = list(zip(headers, *cells, strict=True))
    room = (width() if columns is None else columns) - len(GUTTER) * (len(headers) - 1)
    words = [max(len(part) for cell in column for part in cell.replace("-", "- ").split(" ")) for column in by_column]
    floors = [min(longest, LONG_WORD) for longest in words]
    widths = _narrowed([max(map(len, column)) for column in by_column], floors, room)
    least = [min(longest, MIN_COLUMN) for longest in words]
    if sum(least) > room:
        return _stacked(headers, cells, width() if columns is None else columns)
    widths = _narrowed(widths, least, room)
    lines = [*_row(headers, widths), GUTTER.join("─" * size for size in widths)]
    for row in cells:
        lines += _row(row, widths)
    return lines


def _stacked(headers: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[str]:
    lines: list[str] = []
    for row in rows:
        lines += [""] if lines else []
        for header, cell in zip(headers, row, strict=True):
            if cell:
                first, *rest = wrap(f"{header}: {cell}" if header else cell, room - len(GUTTER))
                lines += [first, *(GUTTER + line for line in rest)]
    return lines


def _narrowed(widths: list[int], floors: list[int], room: int) -> list[int]:
    """Widths that fit in ``room``, the widest narrowed first; none below its floor, so that room may not suffice."""
    narrowed = list(widths)
    while sum(narrowed) > room:
        loose = [index for index, size in enumerate(narrowed) if size > floors[index]]
        if not loose:
            break
        narrowed[max(loose, key=narrowed.__getitem__)] -= 1
    return narrowed


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    return [
        GUTTER.join(part.ljust(size) for part, size in zip(parts, widths, strict=True)).rstrip()
        for parts in zip_longest(*wrapped, fillvalue="")
    ]


def heading(text: str, underline: str = "═") -> list[str]:
    """A title, wrapped to the terminal, and the line under it."""
    lines = wrap(squeeze(text), width())
    return [*lines, underline * max(map(len, lines))]


def number(value: Decimal) -> str:
    """German notation: ``1.234,5``; no digit is added or lost but a fraction of zeros."""
    whole, _, fraction = f"{abs(value):,f}".partition(".")
    sign = "−" if value < 0 else ""
    return sign + whole.replace(",", ".") + ("," + fraction if fraction.strip("0") else "")


def money(amount: Decimal, currency: str = "EUR") -> str:
    """Amount with its currency: ``5.000 €``, ``1.234,50 €``, ``20 USD``."""
    text = number(amount)
    if "," in text and len(text.rpartition(",")[2]) == 1:
        text += "0"
    return f"{text}{NO_BREAK_SPACE}{'€' if currency == 'EUR' else currency}"


def day(date: dt.date | None) -> str:
    """German date ``31.08.2022``; empty where there is none."""
    return "" if date is None else f"{date.day:02}.{date.month:02}.{date.year:04}"


@cache
def _words() -> dict[str, Any]:
    import tomllib
    from importlib.resources import files

    return tomllib.loads((files("kimdocs.cli") / "words.toml").read_text(encoding="utf-8"))


def word(table_name: str, value: str | None) -> str:
    """German word for a value of the record (``word("outcome", "adopted")``); empty for None."""
    return "" if value is None else str(_words()[table_name][str(value)])


def publicity(public: bool | None) -> str:
    """German word for "is it public": null is not stated."""
    return word("public", {True: "yes", False: "no", None: "unknown"}[public])


def place(evidence: Sequence[Evidence], length: int = 90) -> str:
    """Where a fact stands: ``S. 2: „…“``, for each place, cut to ``length`` characters of quote."""
    return "; ".join(f"S.{NO_BREAK_SPACE}{one.page}: „{shorten(running(one.quote), length)}“" for one in evidence)
