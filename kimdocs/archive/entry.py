"""What the archive answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.model.record import Generator


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of a document that was added.

    Attributes:
        id: Running number of the document in the archive; it never changes and is never given out again.
        added: The document is new.
        updated: The document was there; its record was replaced by one of a newer program or lexicon.
        name: File name under which the archive keeps it: the first one it was added under.
    """

    id: int
    added: bool
    updated: bool
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the archive, as lists show it.

    Attributes:
        source: ``sha256:`` and the hex digest of the file's bytes.
        public: Null where the document does not say so, which is not "public".
        decisions: Number of decisions found in it; ``figures`` and ``issues`` likewise.
        added_at: When it was first added (UTC).
    """

    id: int
    source: str
    name: str
    media_type: str
    pages: int
    kind: str
    title: str | None
    reference: str | None
    date: dt.date | None
    organization: str | None
    body: str | None
    public: bool | None
    decisions: int
    figures: int
    issues: int
    added_at: dt.datetime
    generator: Generator


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, and the passage of it that holds most of the words looked for.

    Attributes:
        page: Page (from 1) of the first word found.
        quote: The passage, exactly ``text[start:end]`` of the source's text.
        marks: Places of the words found, as ``(start, end)`` offsets into the source's text, within the quote.
        further: Number of further passages of the same document that hold any of the words.
    """

    id: int
    name: str
    kind: str
    title: str | None
    reference: str | None
    date: dt.date | None
    organization: str | None
    body: str | None
    public: bool | None
    page: int
    start: int
    end: int
    quote: str
    marks: tuple[tuple[int, int], ...]
    further: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong in the archive; ``id`` is the document's number, null where it is the archive's own."""

    id: int | None
    message: str
