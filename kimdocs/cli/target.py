"""Files that commands write: never over what they are made from, nor unasked over what somebody may have edited."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kimdocs.cli.inputs import STDIN, SUFFIXES
from kimdocs.cli.written import is_untouched, remember
from kimdocs.errors import UsageError, unwritable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Iterable, Iterator


def refuse_over(
    output: str | Path | None, sources: Iterable[str | Path | None], kinds: Collection[str] = SUFFIXES
) -> None:
    """Refuse to write over what a result is made from: a file that was named, or one of these kinds in such a folder.

    Raises:
        UsageError: The output is such a file.
    """
    if output is None:
        return
    target = Path(output).resolve()
    for path in (Path(source).resolve() for source in sources if source is not None and str(source) != STDIN):
        inside = target.suffix.lower() in kinds and target.is_file() and target.is_relative_to(path)
        if inside or path == target:
            raise UsageError(
                f"„{output}“ ist eine der Dateien, aus denen das Ergebnis entstehen soll.",
                "Wählen Sie für das Ergebnis einen anderen Namen.",
            )


def add_force(parser: argparse.ArgumentParser) -> None:
    """Add ``--force``; see ``refuse_existing``."""
    parser.add_argument(
        "--force",
        action="store_true",
        help="auch eine Datei überschreiben, die es schon gibt und die jemand bearbeitet haben kann",
    )


def refuse_existing(output: str | Path | None, *, force: bool) -> None:
    """Refuse to write over a file that may have been edited since a command wrote it, unless that is asked for.

    Raises:
        UsageError: The output is there already.
    """
    if output is not None and not force and Path(output).is_file() and not is_untouched(output):
        raise UsageError(
            f"„{output}“ gibt es schon, und jemand kann die Datei bearbeitet haben.",
            "Wählen Sie einen anderen Namen, oder überschreiben Sie die Datei mit „--force“.",
        )


@contextmanager
def opened(output: str | None, newline: str) -> Iterator[TextIO]:
    """The text file to write, or standard output where none is named.

    Raises:
        OutputError: It cannot be written.
    """
    if output is None:
        yield sys.stdout
        return
    try:
        with Path(output).open("w", encoding="utf-8", newline=newline) as file:
            yield file
        remember(output)
    except OSError as error:
        raise unwritable(output, error) from error


def write_bytes(output: str | Path, content: bytes) -> None:
    """Write a file.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        Path(output).write_bytes(content)
        remember(output)
    except OSError as error:
        raise unwritable(output, error) from error
