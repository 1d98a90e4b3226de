"""Files that a command was given: folders are walked, ``-`` is standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.errors import InputError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

STDIN = "-"
SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".odt"})


def documents(arguments: Iterable[str]) -> Iterator[Path | bytes]:
    """Each file in the order given; a folder's readable files by name, hidden ones left out; bytes for ``-``.

    Raises:
        InputError: A folder holds no file that kimdocs reads, or standard input is too long.
    """
    from kimdocs.extraction.read.limits import read_stream

    for argument in arguments:
        path = Path(argument)
        if argument == STDIN:
            yield read_stream(sys.stdin.buffer, STDIN)
        elif path.is_dir():
            yield from _walk(path)
        else:
            yield path


def name_of(document: Path | bytes) -> str | None:
    """Name to give a document: its file name, with a mark for bytes that are no text; None for standard input."""
    if isinstance(document, bytes):
        return None
    return os.fsencode(document.name).decode("utf-8", "replace")


def _walk(folder: Path) -> list[Path]:
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    ]
    if not found:
        kinds = " ".join(sorted(SUFFIXES))
        raise InputError(f"Im Ordner „{folder}“ liegt keine Datei, die kimdocs lesen kann.", f"Lesbar sind: {kinds}.")
    return found


def day(text: str) -> dt.date:
    """The day that an option names; the clock is read for „heute“ only."""
    import argparse
    import datetime as dt

    from kimdocs.drafting.notation import parse_date

    if text.strip().lower() == "heute":
        return dt.datetime.now().astimezone().date()
    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"„{text}“ {error}; möglich sind 02.11.2026 oder heute") from error
