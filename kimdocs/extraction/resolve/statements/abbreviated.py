"""Results in abbreviations that a line of the same document explains: "e = einstimmig; m = mehrheitlich"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.recognise.outcome import read_outcome, read_unanimity
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line

_SHORT = lazy(
    r"(?<![\w.])(?P<sign>[A-Za-zÄÖÜäöü+–±-]{1,4}(?:\.\s?[A-Za-z]{1,2})?\.?|[+±○●])(?P<with>/n|\s?\([^()\n]{1,12}\))?\s?$"
)
_MEANING = lazy(r"=\s?(?P<words>[^;,\n=()]{4,60}?)(?=\s*(?:[;,()\n]|\s[–-]\s|\.\s|\.?$|\s\S{1,6}\s?=))")
_BEHIND = lazy(r"(?P<words>[^\W\d_][\w ]{4,30}?):\s{1,3}(?P<sign>[A-Za-z*+o-]{1,2})(?=\s{2,}|\t|\s*[;,]|$)")
_COUNTS = lazy(r"[\s|]*\(?\d{1,3}(?:\s?[:/-]\s?\d{1,3}){1,3}\)?")
_FEWEST_BEHIND = 3
_CELLS = lazy(r"\s{2,}|\t|\s?\|\s?")
_PARTED = lazy(r".*(?:\s[–-]\s|:\s|→\s|\.{3,}\s?)")
_BRACKET = lazy(r"\s\(([^()\n]{1,30})\)\.?$")
_SHORT_CELL = 40
_LEFT = lazy(r"[\s,;:./()\[\]–-]*(?:\d{1,3}[\s:/;,()–-]*){0,4}")
_WHITHER = lazy(r"[\s,]*(?:(?:an|in)\s)?[A-ZÄÖÜ][\w.&-]{1,20}[\s,;]*(?:\(?\d{1,3}(?:[:/-]\d{1,3})+\)?)?\s*")
_REACH = 24
_LONGEST_CELL = 60


class Meaning(NamedTuple):
    """What an abbreviation means; ``counted`` where a number of abstentions stands behind it: "e/2"."""

    outcome: Outcome | None
    unanimous: bool | None
    counted: bool = False


class Abbreviations(NamedTuple):
    """The abbreviations of results that a document explains, and the lines that do so."""

    meanings: dict[str, Meaning]
    lines: tuple[tuple[int, int], ...]


def abbreviations(context: Context) -> Abbreviations:
    """What the document says of abbreviations of results."""
    meanings: dict[str, Meaning] = {}
    lines: dict[int, tuple[int, int]] = {}
    for offset in anchor_offsets(context.folded, "abbreviation"):
        index = context.line_at(offset)
        low = max(context.lines[index].start, offset - _REACH)
        sign = _SHORT.search(context.text, low, offset)
        told = _MEANING.match(context.folded, offset)
        meaning = _meaning(told["words"]) if told else None
        if sign is None or meaning is None:
            continue
        counted = sign["with"] == "/n"
        meanings.setdefault(sign["sign"] + (sign["with"] if counted else ""), meaning._replace(counted=counted))
        lines[index] = context.lines[index]
    for index in context.lines_with("abbreviation_behind"):
        behind = _told_behind(context, index)
        if len(behind) >= _FEWEST_BEHIND:
            meanings |= behind
            lines[index] = context.lines[index]
    return Abbreviations(meanings, tuple(lines.values()))


def _told_behind(context: Context, index: int) -> dict[str, Meaning]:
    """The abbreviations of a line that gives each behind its meaning: "beschlossen: b   abgelehnt: a"."""
    hits = _BEHIND.finditer(context.text, *context.lines[index])
    found = {hit["sign"]: _meaning(context.folded[slice(*hit.span("words"))]) for hit in hits}
    return {sign: meaning for sign, meaning in found.items() if meaning}


def abbreviated_results(context: Context, known: Abbreviations) -> list[Statement]:
    """The statements of lines whose last cell tells a result in abbreviations, in order."""
    signs = "|".join(re.escape(sign.removesuffix("/n")) for sign in sorted(known.meanings, key=len, reverse=True))
    pattern = re.compile(rf"(?<![^\s,;(])(?P<sign>{signs})(?:/(?P<number>\d{{1,2}}))?(?=[\s,;:()]|$)")
    found = (_of_line(context, line, known.meanings, pattern) for line in context.lines if line not in known.lines)
    return [statement for statement in found if statement]


def _meaning(words: str) -> Meaning | None:
    spread = read_unanimity(words, 0, len(words))
    mention = read_outcome(words, 0, len(words), status=True)
    outcome = None if mention is None or mention.silent or mention.outcome is Outcome.NONE else mention.outcome
    return Meaning(outcome, spread[0] if spread else None) if outcome or spread else None


def _of_line(context: Context, line: Line, meanings: dict[str, Meaning], pattern: re.Pattern[str]) -> Statement | None:
    """The statement of a line's last cell, of a bracket at its end, or of what a dash or a colon parts off."""
    if line.end == line.start:
        return None
    end = line.start + len(context.text[line.start : line.end].rstrip(" |\t"))
    cuts = [hit.end() for hit in _CELLS.finditer(context.text, line.start, end)]
    counted = len(cuts) > 1 and _COUNTS.fullmatch(context.text, cuts[-1], end)
    cut = cuts[-2 if counted else -1] if cuts else 0
    if cut:
        return _of_cell(context, (line.start, cut, end), meanings, pattern)
    bracket = _BRACKET.search(context.text, line.start, end)
    if bracket and (told := _of_cell(context, (bracket.start(1), *bracket.span(1)), meanings, pattern)):
        return told
    parted = _PARTED.match(context.text, line.start, end)
    return _of_cell(context, (line.start, parted.end(), end), meanings, pattern) if parted else None


def _of_cell(
    context: Context, place: tuple[int, int, int], meanings: dict[str, Meaning], pattern: re.Pattern[str]
) -> Statement | None:
    """The statement of a cell, whose ``place`` is where its row starts, and its own start and end."""
    row, start, end = place
    if not start < end <= start + _LONGEST_CELL:
        return None
    cell = context.text[start:end]
    hits = [hit for hit in pattern.finditer(cell) if _known(meanings, hit)]
    rest = pattern.sub(" ", cell)
    if not hits or not (_LEFT.fullmatch(rest) or _refers(meanings, hits, rest) or _tells(context, start, end)):
        return None
    statement = read_statement(context, start, end, Source.RESULT)
    for hit in hits:
        _take(statement, meanings, hit)
    statement.source, statement.rule = Source.LINE, "votes.abbreviated"
    if row == start:
        statement.start, statement.end = start - 1, end + 1
    else:
        statement.start, statement.listed = row, "-"
    return statement if statement.says_something else None


def _known(meanings: dict[str, Meaning], hit: re.Match[str]) -> Meaning | None:
    with_number = meanings.get(f"{hit['sign']}/n")
    return with_number if hit["number"] else meanings.get(hit["sign"])


def _refers(meanings: dict[str, Meaning], hits: list[re.Match[str]], rest: str) -> bool:
    """Whether but the committee is left to which a matter was referred: "vw. HFA, e"."""
    told = [meaning.outcome for hit in hits if (meaning := _known(meanings, hit))]
    return Outcome.REFERRED in told and _WHITHER.fullmatch(rest) is not None


def _tells(context: Context, start: int, end: int) -> bool:
    """Whether words of the cell tell a result as well: "m, 3 Gegenstimmen"."""
    return end - start <= _SHORT_CELL and read_statement(context, start, end, Source.RESULT).says_something


def _take(statement: Statement, meanings: dict[str, Meaning], hit: re.Match[str]) -> None:
    meaning = _known(meanings, hit)
    if meaning is None:
        return
    statement.outcome = statement.outcome or meaning.outcome
    statement.unanimous = meaning.unanimous if statement.unanimous is None else statement.unanimous
    if hit["number"]:
        statement.counts = {"abstain": int(hit["number"])}
