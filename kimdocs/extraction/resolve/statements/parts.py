"""One result with parts: "Ziffern 1 und 2 einstimmig, Ziffer 3 mit 5 Gegenstimmen" → a statement for each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import before_blanks
from kimdocs.extraction.recognise.organization import is_group, starts_organization
from kimdocs.extraction.resolve.acts.shares import take_shares
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line
    from kimdocs.lexicon import Match

_CLAUSE_STARTS = lazy(r"(?:[,;.:\n(]|[ \t]{3}|\b(?:und|sowie|aber|während))\s*(?:[-•*]\s*)?$")
_SEVERAL = 2
_OF_MOTION = lazy(
    r"(?<![^\n])[^\n:]{0,60}(?:antrag|vorschlag|entwurf|(?:variante|alternative|fassung) [a-z\d]{1,3})\b"
    r"[^\n:]{0,60}:(?=[ \t]*\S)"
)
_AUXILIARY = lazy(r"\b(?:wird|werden|wurde|wurden|ist|sind)\b")
_STOP = lazy(r"(?<=[a-zäöüß]{3})[.]\s+(?=[A-ZÄÖÜ])")
_LIKEWISE = lazy(r"\b(?:ebenso|ebenfalls|desgleichen|gleichfalls|genauso)\b")
_AROUND = 14
_BEFORE_VOTES = lazy(r"([^\W\d][^\d:|\t]{2,80}?)(?::| {2,}|[ ]?\||\t)")


def read_parts(context: Context, start: int, end: int, source: Source) -> list[Statement]:
    """The statements of the parts of ``text[start:end]``; [] where it has but one, or a part does not say its vote."""
    marks = _marks(context.folded, start, end)
    if len(marks) < 2:
        return []
    stops = [*(mark.start for mark in marks[1:]), end]
    found = [read_part(context, mark.start, stop, source) for mark, stop in zip(marks, stops, strict=True)]
    if not all(_tells(context, part) for part in found):
        return []
    _share_outcome(context, found, read_statement(context, start, end, source), start)
    for part in found:
        take_shares(context.folded, part)
        part.end -= len(context.text[part.start : part.end]) - len(context.text[part.start : part.end].rstrip())
        part.kind = DecisionType.PART
    found[0].start = start
    return found


def read_part(context: Context, start: int, stop: int, source: Source) -> Statement:
    """The statement of ``text[start:stop]``; the number of a part that opens it is none of its counts."""
    mark = matcher("part_marks").first(context.folded, start, min(stop, start + _AROUND))
    counted = mark is not None and mark.start == start
    part = read_statement(context, mark.end if mark and counted else start, stop, source)
    part.start = start
    return part


def by_sentences(context: Context, start: int, end: int) -> list[Statement]:
    """The statements of the sentences of a result, each with its outcome and its votes; [] where it is but one."""
    cuts = [hit.end() for hit in _STOP.finditer(context.text, start, end)]
    if not cuts:
        return []
    spans = zip([start, *cuts], [*cuts, end], strict=True)
    found = [read_statement(context, low, high, Source.LINE) for low, high in spans]
    told = all(one.outcome is not None and (one.has_counts or one.unanimous is not None) for one in found)
    return found if told else []


def by_motions(context: Context, start: int, end: int) -> list[Statement]:
    """The statements of lines each of which names a motion before its votes; [] where there are not several."""
    several = context.folded.count(":", start, end) >= _SEVERAL
    hits = list(_OF_MOTION.finditer(context.folded, start, end)) if several else []
    if len(hits) < _SEVERAL:
        return []
    stops = [*(hit.start() for hit in hits[1:]), end]
    found = [read_statement(context, hit.start(), stop, Source.LINE) for hit, stop in zip(hits, stops, strict=True)]
    for one in found:
        one.end -= len(context.text[one.start : one.end]) - len(context.text[one.start : one.end].rstrip())
    return found if all({"yes", "no"} <= one.counts.keys() for one in found) else []


def by_bodies(context: Context, start: int, end: int) -> list[Statement]:
    """The statements of lines each of which names a body before its votes; [] where but one was counted, or none.

    A line that is not filled in yet says nothing.
    """
    if context.text.find("\n", start, end) < 0:
        return []
    first, last = context.line_at(start), context.line_at(max(start, end - 1))
    named = [
        (line, cell[1])
        for line in context.lines[first : last + 1]
        if line.start >= start and (cell := _BEFORE_VOTES.match(context.folded, *line))
    ]
    lines = [line for line, name in named if starts_organization(name) and not is_group(name)] if len(named) > 1 else []
    if len(lines) < _SEVERAL:
        return []
    stops = [*(line.start for line in lines[1:]), end]
    read = [read_statement(context, line.start, stop, Source.LINE) for line, stop in zip(lines, stops, strict=True)]
    for one, line in zip(read, lines, strict=True):
        one.body = _body_before_votes(context, line)
    found = [one for one in read if one.says_something]
    for one in found:
        one.end -= len(context.text[one.start : one.end]) - len(context.text[one.start : one.end].rstrip())
    return found if found and all({"yes", "no"} <= one.counts.keys() for one in found) else []


def _body_before_votes(context: Context, line: Line) -> str | None:
    cell = _BEFORE_VOTES.match(context.folded, *line)
    return " ".join(context.text[slice(*cell.span(1))].split()) if cell else None


def _tells(context: Context, part: Statement) -> bool:
    """Whether a part says its vote, or that it went as the part before it."""
    told = part.has_counts or part.unanimous is not None or part.outcome is not None
    return told or _LIKEWISE.search(context.folded, part.start, part.end) is not None


def is_part(context: Context, start: int, end: int) -> bool:
    """Whether a sentence is about one part of a text: "Ziffer 2 wird mit 8 : 5 Stimmen beschlossen."."""
    first = matcher("part_marks").first(context.folded, start, end)
    return first is not None and first.start == start and first.entry.id == "opens"


def opens_part(context: Context, start: int) -> bool:
    """Whether the number of a part stands at ``start``: "Zu 1. mit 14 : 7 Stimmen"."""
    first = matcher("part_marks").first(context.folded, start, start + _AROUND)
    return first is not None and first.start == start


def _marks(folded: str, start: int, end: int) -> list[Match]:
    """Where parts are named: anywhere for the first, then where clauses begin."""
    marks: list[Match] = []
    low = before_blanks(folded, start)
    for mark in matcher("part_marks").finditer(folded, low, end):
        begins = mark.start <= start or _CLAUSE_STARTS.search(folded, max(0, mark.start - _AROUND), mark.start)
        if begins or (not marks and mark.entry.id == "opens"):
            marks.append(mark)
    return marks


def _share_outcome(context: Context, parts: list[Statement], whole: Statement, start: int) -> None:
    """Gives a part without an outcome that of its sentence: of the words before all parts, or of the next verb."""
    before = read_statement(context, start, parts[0].start, parts[0].source) if parts[0].start > start else None
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        if part.outcome is not None:
            continue
        later = parts[index + 1] if index + 1 < len(parts) else None
        split_verb = whole.outcome is not None and all(other.outcome is None for other in parts)
        if index and parts[index - 1].outcome is not None and _LIKEWISE.search(context.folded, part.start, part.end):
            _take(part, parts[index - 1])
        elif before and before.outcome is not None:
            _take(part, before)
        elif split_verb:
            _take(part, whole)
        elif later and later.outcome is not None and _waits_for_verb(context, part):
            _take(part, later)


def _waits_for_verb(context: Context, part: Statement) -> bool:
    """Whether a part has but the auxiliary of its verb: "Ziffer 1 wird einstimmig, Ziffer 2 mehrheitlich abgelehnt"."""
    return _AUXILIARY.search(context.folded, part.start, part.end) is not None


def _take(part: Statement, other: Statement) -> None:
    part.outcome, part.outcome_span, part.rule = other.outcome, other.outcome_span, other.rule
