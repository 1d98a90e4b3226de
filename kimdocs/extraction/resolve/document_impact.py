"""What the finance block states: an impact, or that there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import FinancialStatement

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.lines import Piece

_REACH = 900
_NONE = lazy(
    r"\W*(?:keine|nein|entfällt|entfallen|-?entfällt-?|\./\.|nicht vorhanden|nicht gegeben|keinerlei)\b"
    r"(?:\s+(?:direkten|unmittelbaren|zusätzlichen|weiteren|finanziellen|haushaltsmäßigen|negativen|neuen|eigenen))*"
    r"(?:\s+(?:auswirkungen?|kosten|mehrkosten|haushaltsmittel|aufwendungen|ausgaben"
    r"|folgekosten)(?:\s+(?:auf den haushalt|für die \w+))?)?\s*(?:[.,;]|$|\n)"
)
_MONEY = lazy(r"\d[\d.,]*\s?(?:€|euro\b|eur\b|t€|mio\b|teur\b)|(?:€|eur)\s?\d")
_YES = lazy(r"\W*ja\b(?!\W{0,12}nein\b)")
_BOX = r"(?P<{0}>☒|☑|✓|\[x\]|\(x\)|<input[^>]*checked[^>]*>)"
_TICKED_BEFORE = lazy(_BOX.format("box") + r"\s*(?P<answer>ja|nein|keine)\b")
_TICKED_AFTER = lazy(r"\b(?P<answer>ja|nein|keine)\s{0,12}" + _BOX.format("box"))
_ANY_BOX = lazy(r"[☐☒☑□]|\[[ x]\]|<input")


def financial_impact(context: Context) -> tuple[FinancialStatement, Piece] | None:
    """What stands under the first heading of financial impact, with its place; None where nothing can be told."""
    for number, heading in enumerate(context.headings):
        if heading.key != "financial_impact":
            continue
        following = (later.start for later in context.headings[number + 1 :])
        end = min(next(following, len(context.text)), heading.end + _REACH)
        found = _block(context, heading.end, end)
        if found:
            return found
    return None


def _block(context: Context, start: int, end: int) -> tuple[FinancialStatement, Piece] | None:
    block = context.folded[start:end]
    lead = len(block) - len(block.lstrip(" :\n"))
    first = start + lead
    ticked = _ticked(block[:200])
    if ticked:
        return ticked, _line(context, first, end)
    none = _NONE.match(block, lead)
    if none:
        return FinancialStatement.NONE_STATED, (first, start + none.end())
    money = _MONEY.search(block)
    if money:
        return FinancialStatement.STATED, (start + money.start(), start + money.end())
    if _YES.match(block, lead) and not _ANY_BOX.search(block[:60]):
        return FinancialStatement.STATED, (first, first + 2)
    return None


def _ticked(block: str) -> FinancialStatement | None:
    line = block.lstrip(" :\n").split("\n", 1)[0]
    if not _ANY_BOX.search(line):
        return None
    before = _ANY_BOX.match(line.lstrip(" *-"))
    hit = (_TICKED_BEFORE if before else _TICKED_AFTER).search(line)
    if hit is None:
        return None
    return FinancialStatement.STATED if hit["answer"] == "ja" else FinancialStatement.NONE_STATED


def _line(context: Context, start: int, end: int) -> Piece:
    stop = context.text.find("\n", start, end)
    return start, stop if stop > start else end
