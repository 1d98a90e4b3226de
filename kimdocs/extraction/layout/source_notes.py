"""The list of sources at the end of a draft of our own: it quotes other documents and states nothing itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.model.source import SourceDocument

_FIRST = lazy(r"^(?:(?P<markdown>\[\^1\]:)|1\.)[ \t]+(?:Quelle|Berechnet):", re.MULTILINE)
_WORDS = ("Quelle:", "Berechnet:")
_HEADING = lazy(r"^Quellen[ \t]*$", re.MULTILINE)
_REACH = 400


def without_source_notes(source: SourceDocument) -> SourceDocument:
    """The source up to its list of sources; offsets stay what they were."""
    end = _notes_start(source.text)
    if end == len(source.text):
        return source
    return replace(source, text=source.text[:end], blocks=tuple(block for block in source.blocks if block.end <= end))


def _notes_start(text: str) -> int:
    """Where the list begins; the text's length where there is none. The text before it cites its first note."""
    if not any(word in text for word in _WORDS):
        return len(text)
    for first in _FIRST.finditer(text):
        heading = _HEADING.search(text, max(0, first.start() - _REACH), first.start())
        start = first.start() if first["markdown"] else heading.start() if heading else -1
        if start >= 0 and ("[^1]" if first["markdown"] else "[1]") in text[:start]:
            return start
    return len(text)
