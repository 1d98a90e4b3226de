"""What changed in a document that took the place of an earlier version of it in the archive."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.archive.entry import Entry
    from kimdocs.archive.store import Archive
    from kimdocs.model.record import Record

MOST = 6
LONG = 100
_INDENT = "   "


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as the archive keeps it."""

    record: Record
    text: str


def kept(archive: Archive, number: int) -> Kept:
    """The record and the text of a document of the archive."""
    return Kept(archive.get(number), archive.source(number).text)


def replacing(before: Kept, after: Kept, gone: Entry | None) -> Iterator[str]:
    """German lines on what the later version says otherwise; ``gone`` is the earlier one if it had another number."""
    if gone is not None:
        yield f"{_INDENT}Gelöscht: Nr. {gone.id}, die frühere Fassung"
    changes = [*_about(before.record, after.record), *_facts(before.record, after.record)]
    for line in changes[:MOST]:
        yield f"{_INDENT}· {line}"
    if len(changes) > MOST:
        yield f"{_INDENT}· … und {len(changes) - MOST} mehr"
    if not changes:
        lines, others = (Counter(one.text.split("\n")) for one in (before, after))
        fewer, more = (lines - others).total(), (others - lines).total()
        text = f"{more} neue und {fewer} entfallene Zeilen" if fewer or more else "derselbe Text"
        yield f"{_INDENT}· keine andere Angabe; {text}"


def _about(before: Record, after: Record) -> Iterator[str]:
    from kimdocs.cli.output import day, publicity, shorten, word

    old, new = before.document, after.document
    for title, was, now in (
        ("Art", word("kind", old.kind), word("kind", new.kind)),
        ("Titel", old.title or "", new.title or ""),
        ("Vorlagennummer", old.reference or "", new.reference or ""),
        ("Datum", day(old.date), day(new.date)),
        ("Gremium", old.organization or "", new.organization or ""),
        ("Körperschaft", old.body or "", new.body or ""),
        ("Öffentlichkeit", publicity(old.public), publicity(new.public)),
    ):
        if was != now:
            yield f"{title}: {shorten(was, LONG) or '–'} → {shorten(now, LONG) or '–'}"


def _facts(before: Record, after: Record) -> Iterator[str]:
    from kimdocs.cli.output import shorten

    old, new = Counter(_told(before)), Counter(_told(after))
    for what, facts in (("entfallen", old - new), ("neu", new - old)):
        for text, count in facts.items():
            yield f"{what}: {shorten(text, LONG)}" + (f" ({count} ×)" if count > 1 else "")


def _told(record: Record) -> Iterator[str]:
    from kimdocs.cli.sheet import decision_text, figure_text, posts_text

    yield from (f"Beschluss {decision_text(one)}" for one in record.decisions)
    yield from (f"Beschlusstext „{one.text}“" for one in record.resolutions)
    yield from (f"Betrag {figure_text(one)}" for one in record.figures)
    yield from (f"Stellen {posts_text(one)}" for one in record.staffing)
