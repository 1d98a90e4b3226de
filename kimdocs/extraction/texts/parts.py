"""Headings inside a resolution's text that part it, and those of its variants, each of which is a text of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.context import Heading
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Line

_TEXTS = ("resolution", "recommendation", "proposed_resolution")
_KIND = "headings.kinds_of_resolution"
_COUNTED = lazy(r"(?P<mark>[A-Ha-h]|\d{1,2}|I{1,3}|IV|V)(?:\)|\.\)?)\s+(?=[A-ZÄÖÜ])")
_PART = lazy(r"\d{1,2}(?:\.\)|[.)])\s")
_OF_MEETING = lazy(
    r"\s+(?:der|des|aus der|vom|von der|in der)\s[^\n]{0,60}\b(?:sitzung|tagung|\w*versammlung|\w*rat(?:e?s)?)\b"
)
_FIRST = ("A", "a", "1", "I")
_VARIANT = lazy(
    r"(?:(?:beschluss)?(?:variante|alternative|option|vorschlag)|alternativvorschlag)\s*(?P<mark>[a-h]|\d|i{1,3})?"
    r"(?:(?:\s*\([^()]{2,50}\))?\s*:|(?<=[ab\d])$)"
    r"|(?:alternativ|oder(?: alternativ)?|hilfsweise|ersatzweise)\s*:"
)
_FOR = lazy(r"^(?:(?:beschluss|beschlussvorschlag|vorschlag) )?(?:für|an) (?:den|die|das) |^(?:der|die|das) ")
_NAMED = lazy(r"(?: (?:(?:für|des|der) )?[\w-]+){0,3}")
_BODIES = ("rat", "kreistag", "gemeinderat", "stadtrat", "hauptausschuss")
_LONGEST_NAME = 70
_SHORTEST = 20
_VOTE_ALONE = lazy(
    r"\s*\((?:(?:abstimmung|abst\.|einstimmig|mehrheitlich|mit|ja|dafür|stimmen)\b[^()]{0,60}|[\d :/-]+)\)[.:]?"
)
_CONSENTS = lazy(
    r"\s*(?:das|die) (?:gemeindliche )?(?:einvernehmen|zustimmung)\b[^.:;]{0,120}\b(?:wird|werden)\b[^.:;]{0,60}\."
)
_MARKED = ("a", "1", "i")


def without_parts(context: Context) -> Iterator[Heading]:
    """Headings without those that but part the text above them.

    That is a counted one right below the text's heading with those that count on ("A. Stellenplan", "B. Organisation"),
    and the name of a single resolution ("Satzungsbeschluss:") where no vote stands between it and the heading before.
    """
    before: Heading | None = None
    parted = ""
    for heading in context.headings:
        line = context.lines[heading.line]
        mark = _mark(context, heading)
        opens = before is not None and before.key in _TEXTS
        if opens and before and mark in _FIRST and _is_right_below(context, before, heading):
            parted = mark
            continue
        if opens and parted and mark and ord(mark[-1]) == ord(parted[-1]) + 1:
            parted = mark
            continue
        if heading.rule == _KIND and (opens or context.text[line.end - 1] != ":" or _is_announced(context, heading)):
            continue
        before, parted = heading, ""
        yield heading


def without_numbered(context: Context) -> Iterator[Heading]:
    """Headings without those that are but a numbered part of the reasons of a paper that names its proposal elsewhere.

    So is "2. Vorschlag der Verwaltung:" behind "1. Vorbemerkung:". Titles that go on below are none either:
    "Beschlüsse⏎der 9. Sitzung".
    """
    own = any(one.key == "proposed_resolution" and not _PART.match(context.text, one.start) for one in context.headings)
    before = None
    for heading in context.headings:
        part = _PART.match(context.text, heading.start)
        counts_on = before and part and _PART.match(context.text, before.start)
        reasons = before is not None and before.key == "statement_of_facts"
        part_of_reasons = heading.key == "proposed_resolution" and own and counts_on and reasons
        if not part_of_reasons and not _is_title(context, heading):
            yield heading
        before = heading


def _is_title(context: Context, heading: Heading) -> bool:
    """Whether a heading without a colon goes on below with the meeting that took the resolutions."""
    line = context.lines[heading.line]
    if heading.key not in _TEXTS or heading.end < line.end or context.text[line.end - 1] == ":":
        return False
    return _OF_MEETING.match(context.folded, line.end) is not None and context.text[_below(context, heading)].islower()


def _below(context: Context, heading: Heading) -> int:
    following = context.lines[heading.line + 1 : heading.line + 4]
    return next((one.start for one in following if one.end > one.start), heading.start)


def _mark(context: Context, heading: Heading) -> str:
    counted = _COUNTED.match(context.text, heading.start)
    if counted is None or heading.key in (*_TEXTS, "statement_of_facts", "result", "status"):
        return ""
    bare = context.text[context.lines[heading.line].end - 1] != ":"
    return counted["mark"] if bare and context.lines[heading.line].end <= heading.end else ""


def _is_right_below(context: Context, before: Heading, heading: Heading) -> bool:
    return not context.text[before.end : heading.start].strip()


def _is_announced(context: Context, heading: Heading) -> bool:
    """Whether a colon ends what stands above: "Der Rat beschließt wie folgt:"."""
    return context.text[max(0, heading.start - 200) : heading.start].rstrip().endswith(":")


def with_text(context: Context, heading: Heading, read: Heading) -> Heading:
    """The heading ``read`` as a status, but as it was where a sentence that consents stands before a vote on it."""
    line = context.lines[heading.line]
    if heading.key in _TEXTS and _VOTE_ALONE.fullmatch(context.folded, heading.end, line.end):
        return _behind_vote(context, heading) or read
    if read is heading or _CONSENTS.fullmatch(context.folded, heading.end, line.end) is None:
        return read
    following = context.lines[heading.line + 1 : heading.line + 3]
    below = next((one for one in following if one.end > one.start), None)
    return heading if below and context.folded.startswith("abst", below.start) else read


def _names_body(context: Context, line: Line) -> bool:
    """Whether a line but names the body that a text is for: "Bauausschuss:", "Für den Rat:"."""
    if context.text[line.end - 1] != ":" or line.end - line.start > _LONGEST_NAME:
        return False
    words = _FOR.sub("", context.folded[line.start : line.end - 1].strip())
    body = matcher("organizations").first(words)
    return words in _BODIES or (body is not None and body.start == 0 and _NAMED.fullmatch(words, body.end) is not None)


def _behind_vote(context: Context, heading: Heading) -> Heading | None:
    """The label of a text with the vote in brackets behind it, where the text stands below: "Beschluss: (10 : 1)"."""
    following = context.lines[heading.line + 1 : heading.line + 4]
    below = next((one for one in following if one.end > one.start), None)
    if below is None or not context.text[below.start].isupper() or below.end - below.start < _SHORTEST:
        return None
    if matcher("speakers").match(context.folded, *below):
        return None
    return replace(heading, end=context.lines[heading.line].end)


def with_variants(context: Context, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The headings with those of the variants of a proposal, of which the first stands right below its heading."""
    found: list[Heading] = []
    for number, heading in enumerate(headings):
        if heading.key not in ("proposed_resolution", "recommendation"):
            continue
        limit = headings[number + 1].start if number + 1 < len(headings) else len(context.text)
        below = context.line_at(heading.end) + (heading.end >= context.lines[heading.line].end)
        found += _variants(context, below, limit, heading)
    return tuple(sorted((*headings, *found), key=lambda one: one.start)) if found else headings


def _variants(context: Context, index: int, limit: int, heading: Heading) -> list[Heading]:
    """The variants from a line on, if it is the first one."""
    found: list[Heading] = []
    for place in range(index, len(context.lines)):
        line = context.lines[place]
        if line.start >= limit:
            break
        if line.start == line.end:
            continue
        variant = _VARIANT.match(context.folded, line.start, line.end)
        if variant and (found or variant["mark"] in _MARKED):
            found.append(Heading(heading.key, line.start, variant.end(), place, heading.rule))
        elif _names_body(context, line):
            found.append(Heading(heading.key, line.start, line.end, place, heading.rule))
        elif not found:
            break
    return found if len(found) > 1 else []
