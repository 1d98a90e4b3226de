"""Where the lines of a ledger of votes stand: on their own, or within a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.recognise.groups.ledger import read_ledger, tokens_of
from kimdocs.extraction.recognise.tallies.tokens import name_pattern
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.recognise.groups.group import Groups
    from kimdocs.extraction.recognise.groups.ledger import Ledger, Token

# it begins with a set of letters, so that a search leaps from one of these to the next
_MAY = lazy(
    r"[A-ZÄÖÜflw](?:(?<=[A-ZÄÖÜ])[a-z]?[A-ZÄÖÜ]|(?<=[Ff])raktion|(?<=[Ww])ähler|(?<=[Ll])iste\b|(?<=G)rüne|(?<=L)inke"
    r"|(?<=V)olt|(?<=P)iraten|(?<=B)ürger|(?<=U)nion|(?<=F)reie|(?<=B)ündnis|(?<=Z)entrum)"
)
_COUNT = lazy(r"\d{1,3}\s+(?:x\s+)?")
_VALUE = lazy(r"\s*:?\s*\d")
_NEAR = 160
_SHORTEST = 3
_LONGEST = 320


def ledgers(text: str, folded: str) -> Iterator[tuple[int, int, dict[str, int], Groups]]:
    """Where lines stand below each other that are nothing but a ledger with numbers, and what it tells."""
    done = -1
    for offset in sorted({*anchor_offsets(folded, "side_row"), *anchor_offsets(folded, "group_row")}):
        if offset <= done:
            continue
        start = text.rfind("\n", 0, offset) + 1
        if not _MAY.search(text, start, start + _NEAR):
            done = text.find("\n", offset)
            continue
        tokens, done = _line(text, folded, start)
        if not tokens:
            continue
        while start and (above := _line(text, folded, _line_above(text, start))[0]):
            tokens, start = [*above, *tokens], _line_above(text, start)
        end = done
        while below := _line(text, folded, _next_line(text, end)):
            if not below[0]:
                break
            tokens, end = [*tokens, *below[0]], below[1]
        done = end
        whole = _has_numbers(tokens) and not any(_opens(folded, at) for at in (_line_above(text, start), end + 1))
        read = read_ledger(tokens) if whole else None
        if read:
            yield start, end, *read


def _line_above(text: str, start: int) -> int:
    return text.rfind("\n", 0, max(0, start - 1)) + 1


def _opens(folded: str, start: int) -> bool:
    """Whether a line begins with a side and its number, as those of a ledger do: then the ledger is not whole."""
    number = _COUNT.match(folded, start)
    side = name_pattern().match(folded, number.end() if number else start)
    return side is not None and (number is not None or _VALUE.match(folded, side.end()) is not None)


def ledger_in(text: str, folded: str, start: int, end: int) -> Ledger | None:
    """What the lines of ``text[start:end]`` tell that are a ledger, if but one stands there."""
    found: list[list[Token]] = [[]]
    if not _MAY.search(text, start, end):
        return None
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        tokens = tokens_of(text, folded, start, stop)
        if tokens:
            found[-1] += tokens
        elif _opens(folded, start):
            return None
        elif found[-1] and text[start:stop].strip():
            found.append([])
        start = stop + 1
    runs = [tokens for tokens in found if tokens]
    return read_ledger(runs[0]) if len(runs) == 1 and _has_numbers(runs[0]) else None


def _has_numbers(tokens: list[Token]) -> bool:
    return any(token.kind == "N" and not token.value for token in tokens)


def _line(text: str, folded: str, start: int) -> tuple[list[Token], int]:
    """The tokens of the line that starts at a place, and where it ends."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    tokens = tokens_of(text, folded, start, end) if _SHORTEST < end - start <= _LONGEST else []
    return tokens, end


def _next_line(text: str, end: int) -> int:
    """Where the next line with text starts, beyond one blank line."""
    start = min(end + 1, len(text))
    return start + 1 if text.startswith("\n", start) else start
