"""The archive: documents with their records in one SQLite file, to be listed, searched and drawn upon."""

from __future__ import annotations

import weakref
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from sqlalchemy import delete

from kimdocs.archive import backup, connect, content, documents, listing, schema
from kimdocs.archive.check import problems
from kimdocs.archive.entry import AddResult, Entry, Hit, Problem
from kimdocs.archive.filters import Filters, FilterValues
from kimdocs.archive.index import forget_terms, forget_words
from kimdocs.archive.register import register_rows
from kimdocs.archive.search import search
from kimdocs.archive.suggest import Unknown, unknown
from kimdocs.errors import ArchiveError

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Any

    from sqlalchemy import Connection

    from kimdocs.model.record import Record
    from kimdocs.model.source import SourceDocument

Id = int | str


class Archive:
    """Documents with their records in one SQLite file.

    The file is made when the first document is added. Documents are named by their running number, or by the first
    characters (four or more) of the hash of their file. A change is in the file wholly or not at all, also if the
    process is killed.

    Examples:
        >>> with Archive("archiv.sqlite") as archive:  # doctest: +SKIP
        ...     archive.add(record, source)
        ...     archive.search("Kooperationsvereinbarung", year=2022)
    """

    def __init__(self, path: str | Path, *, timeout: float = 10.0) -> None:
        """Open an archive, or prepare to make one.

        Args:
            path: The file; it need not be there yet.
            timeout: Seconds to wait for another process that is writing.

        Raises:
            ArchiveError: The file is no archive, is damaged, locked, or of a newer version.
        """
        self.path = Path(path)
        self._timeout = timeout
        self._ready = False
        self._engine = connect.engine(self.path, timeout)
        self._finalize = weakref.finalize(self, self._engine.dispose)
        if not connect.is_empty(self.path):
            self._open()

    def __enter__(self) -> Self:
        """The archive itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the archive."""
        self.close()

    def close(self) -> None:
        """Let go of the file; the archive opens it again when it is used again."""
        with connect.told(self.path):
            self._engine.dispose()

    def add(
        self, record: Record, source: SourceDocument, *, refresh: bool = False, replace: Id | None = None
    ) -> AddResult:
        """Keep a document and its record; once, however often and under whatever name it is added.

        A document that is there already keeps its number. Its record is replaced if this one was made by a newer
        program or another lexicon, or if ``refresh`` asks for it. A new document takes the number and the place of the
        one that ``replace`` names, which goes; that is nothing to one that is there already.

        Raises:
            DisagreementError: The record is not that of the source.
            ArchiveError: The file cannot be written, or there is no such document to replace.
        """
        content.require_agreement(record, source)
        with self._writing() as connection:
            known = documents.known(connection, source.id)
            if known is None and replace is None:
                return AddResult(
                    documents.insert_document(connection, record, source), added=True, updated=False, name=source.name
                )
            if known is None and replace is not None:
                number = listing.resolve(connection, replace)
            elif not refresh and not content.is_newer(record.generator, known.kimdocs, known.lexicon):
                return AddResult(known.id, added=False, updated=False, name=known.name)
            else:
                number = known.id
            documents.replace_document(connection, number, record, source)
            return AddResult(number, added=False, updated=True, name=source.name)

    def get(self, key: Id) -> Record:
        """The record of a document, held against its text once more.

        Raises:
            ArchiveError: There is no such document, or its record and its text do not agree.
        """
        with self._reading() as connection:
            return content.record(connection, listing.resolve(connection, key))

    def source(self, key: Id) -> SourceDocument:
        """A document as it was read, without word boxes.

        Raises:
            ArchiveError: There is no such document.
        """
        with self._reading() as connection:
            return content.source(connection, listing.resolve(connection, key))

    def entry(self, key: Id) -> Entry:
        """What lists show of a document.

        Raises:
            ArchiveError: There is no such document, or several whose hash begins so.
        """
        with self._reading() as connection:
            return listing.entry(connection, listing.resolve(connection, key))

    def find(self, source_id: str) -> Entry | None:
        """The document whose file has this hash (``sha256:…``); null if it is not in the archive, or there is none."""
        if not self._ready and not connect.is_empty(self.path):
            self._open()
        if not self._ready:
            return None
        with self._reading() as connection:
            return listing.find(connection, source_id)

    def named(self, name: str) -> builtins.list[Entry]:
        """The documents that are kept under a file name, oldest first; none where there is no archive."""
        if not self._ready and connect.is_empty(self.path):
            return []
        with self._reading() as connection:
            return listing.named(connection, name)

    def list(self, *, limit: int | None = None, **filters: Unpack[FilterValues]) -> builtins.list[Entry]:
        """Documents that pass the filters (see ``Filters``), newest first; those without a date last.

        Raises:
            ArchiveError: There is no archive.
            UsageError: A filter's value is unknown.
        """
        with self._reading() as connection:
            return listing.entries(connection, Filters(**filters), limit)

    def search(self, words: str, *, limit: int | None = 20, **filters: Unpack[FilterValues]) -> builtins.list[Hit]:
        """Documents that hold all the words and pass the filters (see ``Filters``).

        Those that hold the very words come first, then those with other forms, then with compounds of them; among these
        the newest first, without a date last. "…" finds exact words in a row, a leading minus keeps documents out that
        hold the word; nothing else is an operator.

        Raises:
            ArchiveError: There is no archive.
            UsageError: There is neither a word nor a filter, or a filter's value is unknown.
        """
        with self._reading() as connection:
            return search(connection, words, Filters(**filters), limit)

    def unknown(self, words: str) -> builtins.list[Unknown]:
        """The parts of a query that no document of the archive holds, with words that are written alike.

        Raises:
            ArchiveError: There is no archive.
        """
        with self._reading() as connection:
            return unknown(connection, words)

    def register(self, what: str, **filters: Unpack[FilterValues]) -> builtins.list[dict[str, Any]]:
        """Rows over all documents that pass the filters, oldest first.

        There are registers of ``documents``, ``decisions``, ``resolutions``, ``figures``, ``staffing`` and ``issues``;
        with an outcome only such decisions are listed, with amounts only such figures.

        Raises:
            ArchiveError: There is no archive.
            UsageError: There is no such register, or a filter's value is unknown.
        """
        with self._reading() as connection:
            return register_rows(connection, what, Filters(**filters))

    def remove(self, *keys: Id) -> None:
        """Take documents out, with their text, facts and words; all or, if one of them is not there, none.

        Raises:
            ArchiveError: There is no such document.
        """
        self._require()
        with self._writing() as connection:
            words: set[str] = set()
            for number in dict.fromkeys(listing.resolve(connection, key) for key in keys):
                words |= forget_words(connection, number, content.text(connection, number))
                connection.execute(delete(schema.documents).where(schema.documents.c.id == number))
            forget_terms(connection, words)

    def backup(self, target: str | Path) -> builtins.list[Problem]:
        """Write a copy of the archive to a new file, whatever others write meanwhile; what ``check`` says of the copy.

        Raises:
            ArchiveError: There is no archive.
            UsageError: The file is there already.
            OutputError: The file cannot be written.
        """
        self._require()
        with connect.told(self.path), self._engine.connect() as connection:
            backup.write(connection, Path(target))
        with Archive(target) as copy:
            return copy.check()

    def check(self) -> builtins.list[Problem]:
        """What is wrong in the archive: damage to the file, evidence that disagrees with the text; empty if it is well.

        Raises:
            ArchiveError: There is no archive.
        """
        with self._reading() as connection:
            return problems(connection)

    def _open(self) -> None:
        with connect.told(self.path):
            with self._engine.begin() as connection:
                found = connect.check_version(connection, self.path)
            if 0 < found < schema.VERSION:
                connect.require_writable(self.path)
                self._prepare()
            self._ready = found > 0

    def _prepare(self) -> None:
        with self._engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA journal_mode=WAL")  # type: ignore[union-attr]
        with self._engine.connect().execution_options(writing=True) as connection, connection.begin():
            connect.prepare(connection, self.path)
        self._ready = True

    def _require(self) -> None:
        if not self._ready and not connect.is_empty(self.path):
            self._open()
        if not self._ready:
            raise ArchiveError(
                f"Das Archiv „{self.path}“ gibt es nicht.",
                "„kimdocs archive add DATEI“ legt es an; „--archive PFAD“ nennt ein anderes.",
            )

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._require()
        with connect.told(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with connect.told(self.path):
            if not self._ready:
                self._prepare()
            with self._engine.connect().execution_options(writing=True) as connection, connection.begin():
                yield connection
