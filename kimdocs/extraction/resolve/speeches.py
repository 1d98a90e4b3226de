"""Speeches of verbatim minutes, and what the chair announces between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context

_SPEAKER = lazy(
    r"\n[ \t]*(?!(?:Beschlu|Abstimm|Empfehl|Votum|Ergebnis|Anwesen|Abwesen|Entschuldig|Teilnehm|Gäste|Verwaltung)"
    r"|(?:Stellv|V)ertret|\w*[Mm]itglied)"
    r"(?:[A-ZÄÖÜ][\w.-]+ ){1,4}\((?=[^\W\d_])[\w/ .|-]{2,30}\)(?: ?\([^)\n]{0,40}\))?:"
)
_ANNOUNCEMENT = lazy(r"[-\s]*(?:das|damit|dann|somit|es|bei stimmengleichheit)\s+(?:ist|war)\b")


def first_speaker(text: str) -> re.Match[str] | None:
    """Where the speeches of verbatim minutes begin; a single label with a bracket makes none."""
    first = _SPEAKER.search(text) if "):" in text else None
    return first if first and _SPEAKER.search(text, first.end()) else None


def announced(context: Context, sentence: tuple[int, int], voted: set[int | None]) -> bool:
    """In verbatim minutes: the chair's announcement of a result, in an item without a result of its own."""
    item = context.section_at(sentence[0]).item
    return item is not None and item not in voted and _ANNOUNCEMENT.match(context.folded, *sentence) is not None
