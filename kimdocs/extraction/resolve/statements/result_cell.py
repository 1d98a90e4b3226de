"""What the cell of a table's column of results says: "abgelehnt (2/7/1)", "einstimmig", "9 Ja, 1 Nein", "7/0/0"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.outcome import read_outcome, read_unanimity
from kimdocs.extraction.recognise.votes.vote import read_tally
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.resolve.statements.statement import Statement

_PART = r"(?:(?!0\d)\d{1,3}|-{1,2})"
_RATIO = lazy(
    rf"(?<![\w.,/:-])((?!0\d)\d{{1,3}}|-{{1,2}}|einstimmig|mehrheitlich)((?:\s?[:/]\s?{_PART}){{1,3}})(?![\w.,:/]*\d)"
)
_PARTS = lazy(_PART)
_BRACKETS = lazy(r"\(([^()]{0,120})\)")
_WORDS = lazy(r"[^\W\d_]+")
_EMPTY = lazy(r"[-/.\s]*")
_TABLES = ("votes", "unanimity", "outcomes", "remainder")
_TURNED = frozenset(("nicht", "kein", "keine", "soll", "sollte", "wird", "siehe", "laut"))
_LONGEST = 120
_MOST_UNKNOWN = 2


def read_result_cell(
    folded: str, statement: Statement, spans: list[tuple[int, int]], sides: tuple[str, ...] = ()
) -> bool:
    """Puts what the cells say into the statement; false where they hold anything else than a result.

    Args:
        folded: The folded text of the document.
        statement: The statement of the row.
        spans: The cells, in order: pieces of one that is wrapped.
        sides: What a ratio counts, where the header says it.
    """
    words = " ".join(folded[start:end] for start, end in spans)
    words = _BRACKETS.sub(_opened, words)
    if len(words) > _LONGEST:
        return False
    if _EMPTY.fullmatch(words):
        return True
    rest = _read_ratio(words, statement, sides)
    spread = read_unanimity(words, 0, len(words))
    mention = read_outcome(rest, 0, len(rest), status=True)
    if not statement.counts and (tally := read_tally(rest, 0, len(rest))):
        statement.counts = {side: n for side, n in tally.counts.items() if side != "votes"}
    if not (spread or mention or statement.counts) or not _is_result(rest):
        return False
    at = spans[0][0] if len(spans) == 1 else None
    if spread:
        statement.unanimous = spread[0]
    if mention and not mention.silent:
        statement.outcome, statement.amended = mention.outcome, mention.amended
        statement.outcome_span = spans[0] if at is None else (at + mention.start, at + mention.end)
    return True


def _opened(bracket: re.Match[str]) -> str:
    """What brackets hold, where there are numbers in them; blanks of the same length where there are none."""
    kept = any(char.isdigit() for char in bracket[1])
    return f" {bracket[1]} " if kept else " " * len(bracket.group())


def _read_ratio(words: str, statement: Statement, sides: tuple[str, ...]) -> str:
    """Takes the counts of a ratio, and gives the words without it."""
    hit = _RATIO.search(words)
    if hit is None:
        return words
    parts = [hit[1], *_PARTS.findall(hit[2])]
    known = sides or SIDES
    rest = words[: hit.start()] + " " * len(hit.group()) + words[hit.end() :]
    alone = len(parts) == 2 and ":" not in hit.group() and not sides and not _WORDS.search(rest)
    if len(parts) > len(known) or alone:
        return words
    counts = {
        side: int(part) if part.isdigit() else 0 for side, part in zip(known, parts, strict=False) if not part.isalpha()
    }
    if any(part.isdigit() and int(part) for part in parts) or parts[0].isalpha():
        statement.counts = counts
    return rest


def _is_result(words: str) -> bool:
    """Whether hardly anything is left of ``words`` without those of results."""
    left = list(words)
    for table in _TABLES:
        for match in matcher(table).finditer(words):
            left[match.start : match.end] = " " * (match.end - match.start)
    rest = "".join(left)
    unknown = [word for word in _WORDS.findall(rest) if word not in words_of("result_words", "joining")]
    counted = matcher("votes").first(words) is not None
    stray = any(char.isdigit() for char in rest) and not counted
    return len(unknown) <= _MOST_UNKNOWN and not stray and _TURNED.isdisjoint(_WORDS.findall(rest))
