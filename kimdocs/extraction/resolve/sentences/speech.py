"""Whose words a sentence is: somebody's speech, what would be under a condition, or what the chair announces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.sentences.elliptic import without_subject
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement

_QUOTES = '„»“"'
_CITES = lazy(r":\s*[„»“\"][^„»“”\"«]*$")
_CITED = lazy(
    r"[„»“\"][^“”\"«]{3,200}[“”\"«],?\s+(?:so|sagt\w*|schrieb|schreibt|heißt|hieß|stand|steht|lautet\w*|titelte)\b"
)
_FIRST_PERSON = lazy(r"\b(?:ich|wir|uns|mir|sie bitte|bitte ich|ihnen)\b")
_CONDITION = lazy(r"(?:wird|werden|würde|würden|sollte|sollten|wenn|falls|sofern|ist|wäre|dass|ob)\b[^.!?]{0,200},")
_SPEAKER = lazy(
    r"\n[ \t]*(?!(?:Beschlu|Abstimm|Empfehl|Votum|Ergebnis|Anwesen|Abwesen|Entschuldig|Teilnehm|Gäste|Verwaltung)"
    r"|(?:Stellv|V)ertret|\w*[Mm]itglied)"
    r"(?:[A-ZÄÖÜ][\w.-]+ ){1,4}\((?=[^\W\d_])[\w/ .|-]{2,30}\)(?: ?\([^)\n]{0,40}\))?:"
)
_ANNOUNCEMENT = lazy(r"[-\s]*(?:das|damit|dann|somit|es|bei stimmengleichheit)\s+(?:ist|war)\b")


def is_speech(context: Context, statement: Statement) -> bool:
    """Whether the sentence is somebody's words, or says only what would be under a condition."""
    start, end = statement.start, statement.end
    quoted = (context.text[start] in _QUOTES and not statement.has_counts) or _within_quotes(context, statement)
    quoted = quoted or _CITED.match(context.text, start, end) is not None
    asked = context.text[end - 1] == "?" and not statement.has_counts
    return bool(
        quoted
        or asked
        or _FIRST_PERSON.search(context.folded, start, end)
        or (_CONDITION.match(context.folded, start, end) and not without_subject(context.folded, statement))
    )


def opens_quote(context: Context, start: int) -> bool:
    """Whether a sentence begins with a quotation mark: it is somebody's words, or of a text that is read out."""
    return context.text[start] in _QUOTES


def _within_quotes(context: Context, statement: Statement) -> bool:
    """Whether the words of the outcome stand in a text that the sentence only quotes behind a colon."""
    if statement.outcome_span is None or statement.has_counts or statement.spread_span:
        return False
    return _CITES.search(context.text, statement.start, statement.outcome_span[0]) is not None


def first_speaker(text: str) -> re.Match[str] | None:
    """Where the speeches of verbatim minutes begin; a single label with a bracket makes none."""
    first = _SPEAKER.search(text) if "):" in text else None
    return first if first and _SPEAKER.search(text, first.end()) else None


def announced(context: Context, sentence: tuple[int, int], voted: set[int | None]) -> bool:
    """In verbatim minutes: the chair's announcement of a result, in an item without a result of its own."""
    item = context.section_at(sentence[0]).item
    return item is not None and item not in voted and _ANNOUNCEMENT.match(context.folded, *sentence) is not None
