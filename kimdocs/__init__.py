"""kimdocs: council documents to facts, and facts to council documents.

The public API, in the order it is used::

    source = kimdocs.read("niederschrift.pdf")
    record = kimdocs.extract(source)
    draft = kimdocs.draft("beschlussvorlage", data, records=[record])
    archive = kimdocs.Archive("archiv.sqlite")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

_HOMES = {"read": "kimdocs.extraction.read", "extract": "kimdocs.extraction.pipeline"}

__all__ = ["extract", "read"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
