"""Taking documents into the archive: read, extract, keep; one that cannot be read does not stop the others."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections import Counter
from typing import TYPE_CHECKING

from kimdocs.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kimdocs.archive.entry import AddResult, Entry
    from kimdocs.archive.store import Archive
    from kimdocs.errors import KimdocsError
    from kimdocs.model.council import DocumentFacts
    from kimdocs.model.record import Generator, Record
    from kimdocs.model.source import SourceDocument

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

    def __init__(self, archive: Archive, *, refresh: bool = False, replace: bool = False) -> None:
        """Take documents into this archive.

        Args:
            archive: The archive.
            refresh: Extract anew what is there already.
            replace: A document takes the place of the one that is kept under its file name with another content.
        """
        self._archive = archive
        self._refresh = refresh
        self._replace = replace
        self._digests: dict[Path | bytes, str | None] = {}
        self._outcomes: Counter[str] = Counter()
        self.failed = 0

    def take(self, arguments: Iterable[str]) -> None:
        """Take in each file, and the files of each folder, telling what became of it line by line.

        Raises:
            ArchiveError: The archive cannot be written; what was taken in before stays.
        """
        from kimdocs.archive.content import DisagreementError

        found = list(self._documents(arguments))
        self._digests = {document: _digest(document) for document in found}
        progress = Progress(len(found))
        for document in found:
            try:
                lines = list(self._take_one(document))
            except (InputError, DisagreementError) as error:
                progress.clear()
                self._fail(error)
            else:
                progress.clear()
                print("\n".join(lines))
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

    def _take_one(self, document: Path | bytes) -> Iterator[str]:
        """Take in one document; German lines on what became of it."""
        known = None if self._refresh else self._known(document)
        if known is not None:
            yield from self._settle(document, self._archive.entry(known.id), lambda _: known)
            return
        record, source = _extracted(document)

        def keep(place: int | None) -> AddResult:
            return self._archive.add(record, source, refresh=self._refresh, replace=place)

        yield from self._settle(document, record.document, keep)

    def _settle(
        self, document: Path | bytes, facts: DocumentFacts | Entry, keep: Callable[[int | None], AddResult]
    ) -> Iterator[str]:
        """Keep a document, in the place of its earlier version where that is to go; lines on what became of both."""
        from kimdocs.cli.replaced import kept, replacing

        others = self._namesakes(document)
        near = [entry for entry in others if _may_be_one(entry, facts)]
        earlier = near[0] if self._replace and len(near) == 1 else None
        if earlier is None:
            result = keep(None)
            others = near or (others if self._replace else [])
            yield self._told(result, document)
            if others and (result.added or self._replace):
                yield f"   {_advice(others, str(document), replace=self._replace)}"
            return
        before = kept(self._archive, earlier.id)
        result = keep(earlier.id)
        yield self._told(result, document, replaced=result.id == earlier.id)
        if result.id != earlier.id:
            self._archive.remove(earlier.id)
        yield from replacing(before, kept(self._archive, result.id), None if result.id == earlier.id else earlier)

    def _namesakes(self, document: Path | bytes) -> list[Entry]:
        """What the archive keeps under the same name with another content, but for what is being taken in as well."""
        from kimdocs.cli.inputs import name_of

        name = name_of(document)
        if name is None:
            return []
        coming = {f"sha256:{digest}" for digest in self._digests.values()}
        return [entry for entry in self._archive.named(name) if entry.source not in coming]

    def _known(self, document: Path | bytes) -> AddResult | None:
        """The document if it is there and this program with this lexicon has extracted it, so that nothing is to do."""
        from kimdocs.archive.entry import AddResult

        digest = self._digests.get(document)
        entry = self._archive.find(f"sha256:{digest}") if digest else None
        if entry is None or entry.generator != _generator():
            return None
        return AddResult(entry.id, added=False, updated=False, name=entry.name)

    def _told(self, result: AddResult, document: Path | bytes, *, replaced: bool = False) -> str:
        from kimdocs.cli.inputs import name_of

        outcome = "neu" if result.added else "aktualisiert" if result.updated else "schon im Archiv"
        outcome = "ersetzt" if replaced else outcome
        self._outcomes[outcome] += 1
        name = name_of(document) or result.name
        also = "" if name == result.name else f" (derselbe Inhalt wie {result.name})"
        return f"Nr. {result.id}: {name}, {outcome}{also}"

    def _fail(self, error: KimdocsError) -> None:
        from kimdocs.cli.main import complain

        self.failed += 1
        sys.stdout.flush()
        complain(error)


def _extracted(document: Path | bytes) -> tuple[Record, SourceDocument]:
    from kimdocs.cli.inputs import name_of
    from kimdocs.cli.mishap import dealing_with
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

    with dealing_with(document):
        source = read(document, name=name_of(document))
        return extract(source), source


def _may_be_one(entry: Entry, facts: DocumentFacts | Entry) -> bool:
    """Whether two documents may be versions of one: their numbers and days, where both state them, are the same."""
    pairs = ((entry.reference, facts.reference), (entry.date, facts.date))
    return all(was == now or None in {was, now} for was, now in pairs)


def _advice(others: list[Entry], document: str, *, replace: bool) -> str:
    """What else the archive keeps under a document's name, and what to do if that is an earlier version of it."""
    numbers = ", ".join(str(entry.id) for entry in others)
    stands = f"Unter diesem Namen {'steht' if len(others) == 1 else 'stehen'} auch Nr. {numbers} im Archiv, "
    if len(others) > 1:
        return stands + "mit anderem Inhalt. Was davon eine frühere Fassung ist, löscht „kimdocs archive remove NR“."
    if replace:
        return (
            stands + "mit anderer Vorlagennummer oder anderem Datum: nicht ersetzt. Ist das doch die frühere Fassung, "
            f"löscht sie „kimdocs archive remove {numbers}“."
        )
    return (
        stands + "mit anderem Inhalt. Ist das die frühere Fassung, ersetzt sie "
        f"„kimdocs archive add --replace {document}“; sonst bleiben beide."
    )


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
