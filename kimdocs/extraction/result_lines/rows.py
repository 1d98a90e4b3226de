"""Rows of lists that end in what became of their matter: "3. Zuschuss - 7 Ja, 2 Nein"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.tallies.line import tells_tally
from kimdocs.extraction.recognise.tallies.tokens import name_pattern
from kimdocs.extraction.result_lines.results import covers_all, says_vote
from kimdocs.extraction.result_lines.tallies import is_told_by_legend
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line

_BARE = lazy(r"\d{1,3} ?([/:]) ?\d{1,3} ?\1 ?\d{1,3}\.?")
_BARE_END = lazy(r"(?<![\d/:.,])(\d{1,3} ?/ ?\d{1,3} ?/ ?\d{1,3}|\d{1,3} : \d{1,3} : \d{1,3})\.?$")
_DIGITS = lazy(r"\d+")
_FEWEST_VOTES = 4
_MOST_ABSENT = 4
_ROW = lazy(
    r"[\s|]*(?:(?:drs\.?|drucksache|vorlage|bv|ds)(?:[ -]?nr\.?)?\s?[\w/.-]*\d[\w/.-]*"
    r"|(?:(?:zu )?(?:top|nr\.|punkt) ?|[önab] )?\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?[.):]?"
    r"|(?:antrag|punkt|ziffer|los|variante|absatz|§) ?(?:nr\. ?)?(?:\d{1,2}[a-z]?|[a-h])"
    r"|(?:(?:top|drs|ds|vorl|vorlage|bv|gr|kt|st|antrag)\.? {1,2}){0,2}(?:nr\. ?)?\d{1,5}[/-][\w/-]{1,12}"
    r"|[a-h]\)|\([a-h]\)|[-•*·])\s+(?=\S)"
)
_ROW_OPENERS = frozenset(
    (
        *("dr", "ds", "vo", "bv", "zu", "to", "nr", "pu", "an", "zi", "lo", "va", "ab", "gr", "kt", "st"),
        *("ö ", "n ", "a ", "b ", "a)", "b)", "c)", "d)", "e)", "f)", "g)", "h)"),
    )
)
_ROW_GAP = lazy(r"\s-\s|\s?\|\s(?=\d{1,3} ?[/:] ?\d)|\s{3,}|\t|\s?\.{4,}\s?|(?<=\S):\s|;\s|\s(?=[\[(])")
_GOES_ON_BEHIND = lazy(r"\((?:[^()\d]{0,24}\d{1,3}[a-z]?)\)\s(?:wird|werden|wurden?|ist|sind)\b")
_COLUMNS = lazy(r"\d{1,3}(?:\s{3,}|\t)\d{1,3}(?:\s{3,}|\t|$)")
_BRACKETED = lazy(r"[\[(]\d{1,2} ?([:/]) ?\d{1,2}(?P<third> ?\1 ?\d{1,2})?[\])][.;]?")
_PASSIVE = lazy(r"\b(?:wird|werden)\b")
_LONGEST_ROW = 200
_REACH = 4
_TO_BODY = lazy(r"\s(?:an|in)\s(?:den|die|das)\s[\w-]+\W*$")
_LONGEST_RATIO = 30


def row_tail(context: Context, index: int) -> int | None:
    """Where the result starts that ends a row of acts, with another row next to it: "3. Zuschuss - 7 Ja, 2 Nein"."""
    tail = _row_tail(context, index)
    if tail is None or tells_tally(context.folded[slice(*context.lines[index])]):
        return None
    ratio = _BRACKETED.fullmatch(context.folded, tail, context.lines[index].end)
    titled = ratio and ratio["third"] and any(item.start == context.lines[index].start for item in context.items)
    return tail if titled or any(_row_beside(context, index, step) for step in (-1, 1)) else None


def _row_beside(context: Context, index: int, step: int) -> bool:
    """Whether the nearest rows on one side, with no text between, end in a result too."""
    for at in range(index + step, index + (_REACH + 1) * step, step):
        line = context.lines[at] if 0 <= at < len(context.lines) else None
        if line is None or (line.end > line.start and not _ROW.match(context.folded, *line)):
            return False
        if _row_tail(context, at) is not None:
            return True
    return False


def _row_tail(context: Context, index: int) -> int | None:
    folded, line = context.folded, context.lines[index]
    if line.end - line.start > _LONGEST_ROW or not may_open_row(folded, line.start):
        return None
    row = _ROW.match(folded, *line)
    if row is None or name_pattern().match(folded, row.end()):
        return None
    if folded[row.end()].isdigit() and _COLUMNS.match(folded, row.end(), line.end):
        return row.end() if tells_tally(folded[row.end() : line.end]) else None
    for gap in _ROW_GAP.finditer(folded, row.end(), line.end):
        if _GOES_ON_BEHIND.match(folded, gap.end(), line.end):
            continue
        ratio = _BRACKETED.fullmatch(folded, gap.end(), line.end)
        bare = _BARE.fullmatch(folded, gap.end(), line.end) and _as_many_beside(context, index)
        if bare or is_told_by_legend(context, gap.end(), line.end):
            return gap.end()
        if (ratio and (ratio["third"] or _PASSIVE.search(folded, row.end(), gap.end()))) or is_told(
            context, gap.end(), line.end
        ):
            return gap.end()
    return None


def _as_many_beside(context: Context, index: int) -> bool:
    """Whether a row next to one that ends in a bare ratio does so too, with about as many votes."""
    sums = [_sum_of_row(context, at) for at in (index - 1, index, index + 1)]
    own = sums[1]
    return own >= _FEWEST_VOTES and any(other and abs(other - own) <= _MOST_ABSENT for other in (sums[0], sums[2]))


def _sum_of_row(context: Context, index: int) -> int:
    """How many votes the bare ratio at a row's end counts; 0 where there is none."""
    line = context.lines[index] if 0 <= index < len(context.lines) else None
    ratio = _BARE_END.search(context.folded, max(line.start, line.end - _LONGEST_RATIO), line.end) if line else None
    row = _ROW.match(context.folded, *line) if line and ratio else None
    return sum(map(int, _DIGITS.findall(ratio[1]))) if ratio and row else 0


def is_told(context: Context, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is but a result: the counts of a vote, or an outcome that is none of a sentence."""
    words = _TO_BODY.sub("", context.folded[start:end])
    if tells_tally(words):
        return True
    entry = matcher("outcomes").fullmatch(words.strip(" .!"))
    if entry:
        return not entry.attributes.get("weak") and entry.value != "none"
    said = any(matcher(table).first(words) for table in ("unanimity", "outcomes"))
    return (said or says_vote(words, 0, len(words))) and covers_all(words, 0, len(words))


def may_open_row(folded: str, place: int) -> bool:
    """Whether no word stands at a place that opens no row: a quick look."""
    opening = folded[place : place + 2]
    return opening in _ROW_OPENERS or not opening[:1].isalpha()


def opens_row(context: Context, place: int) -> bool:
    """Whether a number, a letter or a mark of a list stands at a place."""
    return _ROW.match(context.folded, place) is not None


def closes_row(context: Context, line: Line, offset: int) -> bool:
    """Whether the bracket at ``offset`` ends a row with a ratio."""
    row = _ROW.match(context.folded, *line)
    return row is not None and _BRACKETED.fullmatch(context.folded, offset, line.end) is not None
