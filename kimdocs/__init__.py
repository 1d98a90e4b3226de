r"""kimdocs: council documents to facts, and facts to council documents.

The public API, in the order it is used. Reading gives one text that never changes; extracting gives a record of what it
states, each fact with its place:

    >>> import kimdocs
    >>> source = kimdocs.read("Beschluss:\nDer Rat stimmt zu.\nJa: 12, Nein: 3\n".encode(), name="auszug.txt")
    >>> record = kimdocs.extract(source)
    >>> decision = record.decisions[0]
    >>> decision.yes, decision.no, decision.abstain
    (12, 3, None)
    >>> place = decision.evidence[0]
    >>> source.text[place.start : place.end] == place.quote
    True

An archive keeps records with their texts, a draft is written from data and records:

    >>> with kimdocs.Archive("archiv.sqlite") as archive:
    ...     added = archive.add(record, source)
    >>> draft = kimdocs.draft("beschlussvorlage", {"betreff": "Bücherei am Anger"}, records=[record])
    >>> "Bücherei am Anger" in draft.markdown()
    True

What a caller can mend is a ``KimdocsError`` with a German sentence and the next step:

    >>> try:
    ...     kimdocs.read(b"", name="leer.txt")
    ... except kimdocs.KimdocsError as error:
    ...     print(error.message)
    Die Datei „leer.txt“ ist leer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kimdocs.archive.store import Archive
    from kimdocs.drafting.pipeline import draft
    from kimdocs.errors import KimdocsError
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read
    from kimdocs.model.record import Record
    from kimdocs.model.source import SourceDocument

    __version__: str

__all__ = ["Archive", "KimdocsError", "Record", "SourceDocument", "__version__", "draft", "extract", "read"]

_HOMES = {
    "read": "kimdocs.extraction.read",
    "extract": "kimdocs.extraction.pipeline",
    "draft": "kimdocs.drafting.pipeline",
    "Archive": "kimdocs.archive.store",
    "KimdocsError": "kimdocs.errors",
    "Record": "kimdocs.model.record",
    "SourceDocument": "kimdocs.model.source",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that importing kimdocs costs nothing."""
    if name == "__version__":
        from kimdocs.version import VERSION

        value: Any = VERSION
    elif name in _HOMES:
        from importlib import import_module

        value = getattr(import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module 'kimdocs' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
