"""Several votes of one sentence that share its verb: "Die Satzung wird mit 9:4, der Plan mit 11:2 beschlossen."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.acts.subjects import is_matter
from kimdocs.extraction.resolve.sentences.mood import mood_of
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_JOINT = lazy(
    r"(?:(?<!\d)[,;]|[,;](?=\s)|\s(?:und|sowie|während|aber|hingegen))\s+"
    r"(?:(?:und|sowie|ebenso|auch|dagegen|hingegen|sodann|dann|anschließend)\s+)?(?:(?:wird|wurde)\s+)?"
)
_MATTER = lazy(
    r"(?:[\w-]+\s+(?:wird|werden|wurden?)\s+)?(?P<article>der|die|das|den|dem)?\s*(?:(?:so\s+)?(?:geänderte|ergänzte|vorliegende|weitergehende|ursprüngliche)[nrs]?\s+)?"
    r"(?P<noun>[\w-]+)"
)
_RATIO = lazy(
    r"(?:\b(?:mit|bei)|(?=\s\d{1,3}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3})?[.\s]*$))"
    r"\s(\d{1,3})\s?:\s?(\d{1,3})(?:\s?:\s?(\d{1,3}))?(?!\s?(?:uhr|:|\d))"
)
_OPPOSED = lazy(
    r"während\s+(?P<one>(?:der|die|das|den|dem)\s[^,;:]*\d\s?:\s?\d[^,;]*|(?:der|die|das|den|dem)\s[^,;]{5,90}),\s"
)
_BRACKET = lazy(r"\(([^()\n]{0,20}\d[^()\n]{0,60})\)")
_NAMES = lazy(r"\s*(?:,|;|\bund\b|\bsowie\b)\s*[^.;:()]{2,70}")
_ACTS = frozenset(
    ("feststellung", "entlastung", "genehmigung", "vergabe", "annahme", "erlass", "aufhebung", "streichung")
)
_FIGURES = lazy(r"\d ?[:/] ?\d")
_YES = lazy(r"\bja\b")
_VOTES = ("stimm", "mehrheit", "enth", "einm", "einh", "einv", "gegen", "dafür", "nein", "ohne")
_LONGEST = 500


def tells_votes(folded: str, start: int, end: int) -> bool:
    """Whether a sentence may tell votes: it has a ratio, or a piece of the words that go with them."""
    words = folded[start:end]
    return (
        any(map(words.__contains__, _VOTES))
        or ((":" in words or "/" in words) and _FIGURES.search(words) is not None)
        or ("ja" in words and _YES.search(words) is not None)
    )


def shared_verb(context: Context, start: int, end: int) -> list[Statement]:
    """The statements of the clauses of ``text[start:end]``, each on a matter of its own with its own vote; or []."""
    if end - start > _LONGEST or not tells_votes(context.folded, start, end):
        return []
    opposed = _OPPOSED.match(context.folded, start, end)
    spans = [opposed.span("one"), (opposed.end(), end)] if opposed else _clauses(context, start, end)
    if len(spans) < 2:
        return []
    found = [_read(context, *span) for span in spans]
    if not all(one.has_counts or one.unanimous is not None for one in found):
        return []
    if mood_of(context, start, (start, end)) != "stated":
        return []
    for index, one in enumerate(found):
        if one.outcome is None and not opposed:
            near = [*reversed(found[:index]), *found[index + 1 :]]
            _take(one, next((other for other in near if other.outcome is not None), None))
    return found


def _clauses(context: Context, start: int, end: int) -> list[tuple[int, int]]:
    """Where a clause starts with a matter of its own; [] where the first does not."""
    starts = [start]
    if _matter_at(context, start, end) is None:
        return []
    for joint in _JOINT.finditer(context.folded, start, end):
        if _matter_at(context, joint.end(), end) is not None and _is_voted(context, starts[-1], joint.start()):
            starts.append(joint.end())
    return list(zip(starts, [*starts[1:], end], strict=True))


def _matter_at(context: Context, start: int, end: int) -> int | None:
    """Where the name of a matter ends that opens a clause."""
    hit = _MATTER.match(context.folded, start, end)
    if hit is None or not context.text[hit.start("noun")].isupper():
        return None
    named = (
        is_matter(hit["noun"])
        or hit["noun"] in _ACTS
        or any(
            m.entry.value == "object" and m.end == hit.end()
            for m in matcher("deciders").findall(context.folded, *hit.span("noun"))
        )
    )
    return hit.end() if named else None


def _is_voted(context: Context, start: int, end: int) -> bool:
    """Whether a clause says how it was voted on."""
    one = _read(context, start, end)
    return one.has_counts or one.unanimous is not None


def _read(context: Context, start: int, end: int) -> Statement:
    while end > start and context.text[end - 1] in " ,;\n":
        end -= 1
    one = read_statement(context, start, end, Source.PROSE)
    ratio = None if one.has_counts else _RATIO.search(context.folded, start, end)
    if ratio:
        one.counts = {side: int(number) for side, number in zip(SIDES, ratio.groups(), strict=True) if number}
    return one


def _take(one: Statement, other: Statement | None) -> None:
    if other is not None:
        one.outcome, one.outcome_span, one.rule, one.weak = other.outcome, other.outcome_span, other.rule, other.weak


def bracketed_each(context: Context, start: int, end: int) -> list[Statement]:
    """A statement for each name with its votes in brackets: "Die Pläne Nord (7:0) und Süd (6:1) werden genehmigt."."""
    if context.text.count("(", start, end) < 2 or end - start > _LONGEST:
        return []
    brackets = list(_BRACKET.finditer(context.folded, start, end))
    if len(brackets) < 2 or not all(
        _NAMES.fullmatch(context.folded, a.end(), b.start()) for a, b in pairwise(brackets)
    ):
        return []
    whole = read_statement(context, start, end, Source.PROSE)
    if mood_of(context, start, (start, end)) != "stated":
        return []
    found = []
    for bracket, low in zip(brackets, [start, *(hit.end() for hit in brackets)], strict=False):
        one = read_statement(context, bracket.start(), bracket.end(), Source.LINE)
        if not {"yes", "no"} <= one.counts.keys():
            return []
        _take(one, whole)
        one.source, one.start, one.unanimous = Source.PROSE, low, None
        found.append(one)
    return found
