"""Invented minutes of any length, as text and as PDF with running headers and ruled vote tables.

They decide about as often as whole real minutes do: once in 1,500 characters.
"""

from __future__ import annotations

import tomllib
import zlib
from itertools import count, cycle, islice
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECES = tomllib.loads((Path(__file__).parents[1] / "properties" / "pieces.toml").read_text(encoding="utf-8"))
DEBATE = " ".join(PIECES["debate"])
LINES_A_PAGE = 44
HEADER, FOOTER, TOP, LEADING = 812, 30, 780, 15
VOTE_TABLE = (("Abstimmung", "Ja", "Nein", "Enthaltung"), ("Rat", "18", "2", "1"), ("Ausschuss", "9", "0", "0"))


def agenda_items(*, doubtful: bool = True) -> Iterator[str]:
    """Reports on agenda items, one after the other without end; without doubt, no full stop needs a second look."""
    sentences = [
        text
        for text in PIECES["sentence"]
        if doubtful or not any(mark in text for mark in ("z. B.", "Tel.", "rd.", "ca."))
    ]
    facts, votes = cycle(sentences), cycle(PIECES["vote"])
    for number in count(1):
        sentence, vote = (next(pieces).replace("{n}", str(number % 40 + 1)) for pieces in (facts, votes))
        title = f"TOP {number}: Bericht über die Bücherei am Anger"
        yield f"{title}\n\n{DEBATE}\n\nBeschluss:\n{sentence}\n\nAbstimmung:\n{vote}\n"


def text(characters: int, *, doubtful: bool = True) -> str:
    """Minutes of at least this many characters."""
    parts, length = ["Gemeinde Wiesenfeld\nNiederschrift über die Sitzung des Rates am 12.10.2022\n"], 0
    for item in agenda_items(doubtful=doubtful):
        parts.append(item)
        length += len(item)
        if length >= characters:
            break
    return "\n".join(parts)


def pdf(pages: int) -> bytes:
    """Minutes of this many pages."""
    lines = (line for item in agenda_items() for part in item.split("\n") for line in wrap(part, 90) or [""])
    return _document([_page(number, list(islice(lines, LINES_A_PAGE))) for number in range(1, pages + 1)])


def _page(number: int, lines: list[str]) -> str:
    marks = [
        _text(60, HEADER, "Niederschrift der Gemeinde Wiesenfeld, Sitzung des Rates"),
        _text(270, FOOTER, f"Seite {number}"),
    ]
    marks += [_text(60, TOP - LEADING * row, line) for row, line in enumerate(lines)]
    return "\n".join(marks + _table(60, TOP - LEADING * (len(lines) + 1)))


def _table(left: int, top: int) -> list[str]:
    wide, high, rows = 110, 16, len(VOTE_TABLE)
    columns = len(VOTE_TABLE[0])
    marks = [f"{left} {top - high * row} m {left + wide * columns} {top - high * row} l S" for row in range(rows + 1)]
    marks += [f"{left + wide * col} {top} m {left + wide * col} {top - high * rows} l S" for col in range(columns + 1)]
    for row, cells in enumerate(VOTE_TABLE):
        marks += [_text(left + wide * col + 4, top - high * row - 12, cell) for col, cell in enumerate(cells)]
    return marks


def _text(x: int, y: int, words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 10 Tf {x} {y} Td ({escaped}) Tj ET"


def _document(pages: list[str]) -> bytes:
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, page in enumerate(pages):
        content = zlib.compress(page.encode("cp1252", "replace"))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size, start = len(objects) + 1, len(out)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer
