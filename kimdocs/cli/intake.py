"""Taking documents into the archive: read, extract, keep; one that cannot be read does not stop the others."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kimdocs.archive.entry import AddResult
    from kimdocs.archive.store import Archive
    from kimdocs.errors import KimdocsError
    from kimdocs.model.record import Generator

MANY = 10
BAR = 30
CLEAR_LINE = "\r\x1b[K"


class Progress:
    """A bar on standard error while many documents are taken in, where that is a terminal."""

    def __init__(self, total: int) -> None:
        """Count from none of ``total``."""
        self.total = total
        self.done = 0
        self.shown = total > MANY and sys.stderr.isatty()

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if self.shown:
            filled = BAR * self.done // self.total
            bar = "█" * filled + "░" * (BAR - filled)
            columns = shutil.get_terminal_size().columns - 1
            print(CLEAR_LINE + f"{bar} {self.done}/{self.total}"[:columns], end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the bar away, so that a line can be written."""
        if self.shown:
            print(CLEAR_LINE, end="", file=sys.stderr, flush=True)


class Intake:
    """Documents on their way into an archive, and what became of them."""

    def __init__(self, archive: Archive, *, refresh: bool = False) -> None:
        """Take documents into this archive; ``refresh`` extracts anew what is there already."""
        self._archive = archive
        self._refresh = refresh
        self._outcomes: Counter[str] = Counter()
        self.failed = 0

    def take(self, arguments: Iterable[str]) -> None:
        """Take in each file, and the files of each folder, telling what became of it line by line.

        Raises:
            ArchiveError: The archive cannot be written; what was taken in before stays.
        """
        from kimdocs.archive.content import DisagreementError

        found = list(self._documents(arguments))
        progress = Progress(len(found))
        for document in found:
            try:
                result = self._take_one(document)
            except (InputError, DisagreementError) as error:
                progress.clear()
                self._fail(error)
            else:
                progress.clear()
                self._tell(result, document)
            progress.step()
        progress.clear()

    def summary(self) -> str:
        """How many became what, in a German sentence."""
        parts = [f"{count} {outcome}" for outcome, count in self._outcomes.items()]
        if self.failed:
            parts.append(f"{self.failed} nicht gelesen")
        return f"{', '.join(parts)}."

    def _documents(self, arguments: Iterable[str]) -> Iterable[Path | bytes]:
        from kimdocs.cli.inputs import documents

        for argument in arguments:
            try:
                yield from documents([argument])
            except InputError as error:
                self._fail(error)

    def _take_one(self, document: Path | bytes) -> AddResult:
        from kimdocs.cli.mishap import dealing_with
        from kimdocs.extraction.pipeline import extract
        from kimdocs.extraction.read import read

        known = None if self._refresh else self._known(document)
        if known is not None:
            return known
        with dealing_with(document):
            source = read(document)
            record = extract(source)
        return self._archive.add(record, source, refresh=self._refresh)

    def _known(self, document: Path | bytes) -> AddResult | None:
        """The document if it is there and this program with this lexicon has extracted it, so that nothing is to do."""
        from kimdocs.archive.entry import AddResult

        digest = _digest(document)
        entry = self._archive.find(f"sha256:{digest}") if digest else None
        if entry is None or entry.generator != _generator():
            return None
        return AddResult(entry.id, added=False, updated=False, name=entry.name)

    def _tell(self, result: AddResult, document: Path | bytes) -> None:
        outcome = "neu" if result.added else "aktualisiert" if result.updated else "schon im Archiv"
        self._outcomes[outcome] += 1
        name = document.name if isinstance(document, Path) else result.name
        also = "" if name == result.name else f" (als {result.name})"
        print(f"Nr. {result.id}: {name}, {outcome}{also}")

    def _fail(self, error: KimdocsError) -> None:
        from kimdocs.cli.main import complain

        self.failed += 1
        sys.stdout.flush()
        complain(error)


def _digest(document: Path | bytes) -> str | None:
    if isinstance(document, bytes):
        return hashlib.sha256(document).hexdigest()
    try:
        with document.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _generator() -> Generator:
    from kimdocs.lexicon import fingerprint
    from kimdocs.model.record import Generator
    from kimdocs.version import VERSION

    return Generator(VERSION, fingerprint())
