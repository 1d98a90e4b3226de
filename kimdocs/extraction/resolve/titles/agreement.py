"""The title of an agreement: from the word that names it to its parties or its first paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_FIRST_LINES = 30
_MOST_LINES = 8
_PARTIES = lazy(
    r"(?:^|\n)\s*(?:zwischen\b|§ ?(?:[ivx]+ )?1\b|präambel\b|art(?:ikel|\.) 1\b"
    r"|(?:und )?schließen (?:folgende[ns]?|die folgende|den folgenden|nachstehende[ns]?)\b)"
)
_STOP = lazy(
    r"(?:zwischen\b|§|präambel|auf der (?:basis|grundlage)|vom \d|gemäß\b|aufgrund"
    r"|die vertragsparteien|artikel|art\. |inhaltsverzeichnis|vorbemerkung|\(|stand\b|fassung\b"
    r"|seite \d|- ?\d+ ?-|1\.)"
)
_UNFINISHED = lazy(r"(?:[-,/]|\b(?:der|des|die|zur|zum|über|für|und|von))$")
_GOES_ON = lazy(r"(?:zur|zum|über|für|der|des|zwischen|betreffend|nach|in|im|mit|und)\b")


def agreement_title(head: Head) -> tuple[Piece, ...]:
    """The lines of the title of an agreement, empty where the document is none."""
    context = head.context
    for index in range(min(head.last, _FIRST_LINES, len(context.lines))):
        line = context.lines[index]
        start = mark_end(context.text, line.start, line.end)
        if (
            index not in head.taken
            and _names_agreement(head, start, line.end)
            and _PARTIES.search(context.folded, line.end)
        ):
            return _title_from(head, index, start)
    return ()


def _names_agreement(head: Head, start: int, end: int) -> bool:
    """Whether a line has the noun at its start, or ends with it, and is no sentence."""
    folded = head.context.folded[start:end]
    if not folded or len(folded) > 130 or folded.endswith((".", ":", ",", ";")):
        return False
    hits = [m for m in matcher("kinds").finditer(folded) if m.entry.value == "agreement"]
    return any(m.start == 0 or (m.end == len(folded) and m.start < 45) for m in hits) or folded.startswith(
        ("öffentlich-rechtliche vereinbarung", "öffentlich-rechtlicher vertrag")
    )


def _title_from(head: Head, index: int, start: int) -> tuple[Piece, ...]:
    context = head.context
    pieces = [(start, context.lines[index].end)]
    blank = False
    for later in range(index + 1, min(index + _MOST_LINES, head.last)):
        line = context.lines[later]
        folded = context.folded[line.start : line.end]
        if not folded:
            blank = True
            continue
        if (
            _STOP.match(folded)
            or later in head.taken
            or (blank and not (_GOES_ON.match(folded) or _UNFINISHED.search(context.folded[: pieces[-1][1]][-12:])))
        ):
            break
        pieces.append((line.start, line.end))
        blank = False
    return tuple(pieces)
