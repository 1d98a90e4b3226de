"""What the finance block states: an impact, or that there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.forms.crosses import Forms
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
_ANY_BOX = lazy(r"[☐☒☑□■⊠▢✓✗✘✔❏]|\[[ x×_]\]|\([ x×_]\)|<input")
_CROSS = lazy(r"\s[x×](?:\s|$)")
_FORM = 200
_NEAR = 60


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
    crossed = _crossed(context, first, min(end, start + _FORM))
    if crossed:
        return crossed, _line(context, first, end)
    boxed = _ANY_BOX.search(block[:_NEAR])
    none = _NONE.match(block, lead)
    if none and not boxed:
        return FinancialStatement.NONE_STATED, (first, start + none.end())
    money = _MONEY.search(block)
    if money:
        return FinancialStatement.STATED, (start + money.start(), start + money.end())
    if _YES.match(block, lead) and not boxed:
        return FinancialStatement.STATED, (first, first + 2)
    return None


def _crossed(context: Context, start: int, end: int) -> FinancialStatement | None:
    """What is crossed in the form that opens the block."""
    if not (_ANY_BOX.search(context.folded, start, end) or _CROSS.search(context.folded, start - 1, end)):
        return None
    told = Forms(context.text, context.folded, ("answers",)).told(start, end)
    if len(told) != 1:
        return None
    return FinancialStatement.STATED if told == {"yes"} else FinancialStatement.NONE_STATED


def _line(context: Context, start: int, end: int) -> Piece:
    stop = context.text.find("\n", start, end)
    return start, stop if stop > start else end
