"""Where the text of a resolution starts and ends: no heading, no vote line and no debate inside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from heapq import merge
from itertools import zip_longest
from typing import TYPE_CHECKING

from kimdocs.extraction.headings.cells import beside_limit
from kimdocs.extraction.language.roles import Role, sentence_role
from kimdocs.extraction.layout.line_places import behind_white_space
from kimdocs.extraction.result_lines.bare_votes import bare_votes
from kimdocs.extraction.result_lines.end import result_end
from kimdocs.extraction.result_lines.results import says_vote
from kimdocs.extraction.result_lines.trailing import trailing_result
from kimdocs.extraction.texts.columns import box_cuts, table_cuts
from kimdocs.extraction.texts.end import tells_debate, text_end, vote_at_end
from kimdocs.extraction.texts.formulas import formula, pieces
from kimdocs.extraction.texts.leads import led_in_between, paragraphs_end
from kimdocs.extraction.texts.margin import margin_cuts
from kimdocs.extraction.texts.opening import (
    awaits_vote,
    bare_text,
    behind_report,
    below_status,
    below_title,
    below_vote,
    follows_adoption,
    has_text,
    is_announced_by_vote,
    opens_document,
    opens_item,
    reads_like_resolution,
)
from kimdocs.extraction.texts.spans import announced_in, apart
from kimdocs.extraction.texts.stops import no_part_told
from kimdocs.extraction.texts.unheaded import before_vote, behind_vote, beside_vote
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line, Section

_TEXTS = ("resolution", "recommendation", "proposed_resolution")
# between a vote and the text below it: what a web page offers beside each part, the paper's number, the outcome again
_BETWEEN = lazy(
    r"(?:(?:reduzieren|(?:vorlage|drucksache)[\w.-]*(?: nr\.?)?: ?\S*\d\S*"
    r"|\((?:einstimmig|mehrheitlich|ungeändert|geändert) [^()\n]{3,30}\))[ \t]*\n\s*)+(?=\S)"
)
_SHORTEST = 40
_GOES_ON = (Role.ACT, Role.TOLD, Role.SAID)
_MOST_LINES = 40


def resolution_cuts(context: Context) -> list[tuple[int, str]]:
    """Where a resolution's text starts without a heading or ends before its section, with the new section's key."""
    headed = any(section.key in _TEXTS for section in context.sections)
    cuts: list[tuple[int, str]] = [] if headed else margin_cuts(context) or box_cuts(context) or table_cuts(context)
    if cuts:
        return cuts
    for section, following in zip_longest(context.sections, context.sections[1:]):
        if section.start >= context.closing:
            continue
        if section.key in _TEXTS:
            cuts += _end_cut(context, _after_heading(context, section), section)
        elif section.key in ("status", "result"):
            cuts += _of_result(context, section, following)
        elif section.start == 0 and (opening := bare_text(context, section, last=False)):
            cuts += opening
        elif following and following.key == "statement_of_facts" and (bare := _before_facts(context, section)):
            cuts += bare
        elif section.key == "attachments":
            cuts += _led_in(context, section) or _after_list(context, section)
        elif opened := below_status(context, section) or below_title(context, section):
            cuts += opened
        else:
            cuts += _without_label(context, section)
    return cuts


def _after_heading(context: Context, section: Section) -> int:
    heading = context.heading_starts.get(section.start)
    return heading.end if heading else section.start


def _end_cut(context: Context, start: int, section: Section) -> list[tuple[int, str]]:
    begin = behind_white_space(context.text, start, section.end)
    if told := behind_report(context, begin, section.end):
        return [(start, "after_resolution"), (told, section.key), *_end_cut(context, told, section)]
    limit = beside_limit(context, begin, section.end)
    end = start if tells_debate(context, start, section.end) else min(limit, text_end(context, start, limit))
    rest = context.text[end : section.end].strip()
    further = led_in_between(context, end, section.end) if rest and ":" in rest else []
    return [(end, "after_resolution"), *further] if rest else []


def _of_result(context: Context, section: Section, following: Section | None) -> list[tuple[int, str]]:
    """Behind a status or result, and the text before the next result where none stands there."""
    behind = _after_result(context, section)
    if following and following.key == "result" and all(key == "after_result" for _, key in behind):
        return [*behind, *_before_result(context, section, result_end(context, section), following)]
    return behind


def _after_result(context: Context, section: Section) -> list[tuple[int, str]]:
    """Behind a status or result: the vote's own lines, then perhaps a resolution without a heading, then debate."""
    position = result_end(context, section)
    start = behind_white_space(context.text, position, section.end)
    if start >= section.end:
        return []
    between = _BETWEEN.match(context.folded, start, section.end)
    start = between.end() if between else start
    if not has_text(context, section):
        status = section.key == "status" or opens_document(context, section)
        opens = reads_like_resolution(context, start, section.end) if status else opens_item(context, section, start)
        if opens or is_announced_by_vote(context, section, start):
            return [(start, "resolution"), (text_end(context, start, section.end), "after_resolution")]
        if status and follows_adoption(context, section, start):
            stop = paragraphs_end(context, start, text_end(context, start, section.end), one=False)
            return [(start, "resolution"), (stop, "after_resolution")]
    return [(position, "after_result"), *led_in_between(context, position, section.end)]


def _behind_item(context: Context, section: Section) -> int:
    """Where a section starts, behind the heading of its agenda item if it opens with one."""
    if section.item is None or context.items[section.item].start != section.start:
        return section.start
    return min(context.items[section.item].fact.evidence[0].end, section.end)


def _without_label(context: Context, section: Section) -> list[tuple[int, str]]:
    """Texts that a clause announces, and those right before the label of their vote, or before bare votes."""
    led = _led_in(context, section)
    vote = _vote_behind(context, section)
    voted = _before_result(context, section, _behind_item(context, section), vote) if vote else []
    if voted:
        begin = voted[0][0]
        if led and without_opening(context.folded, begin, section.end) == led[0][0]:
            return voted
        if led and announced_in(context, begin, led):
            return led
        voted = voted if not led or (begin > led[-1][0] and led[-1][1] == "after_resolution") else []
        if not led:
            return voted
    return [*apart(context, led, _before_bare_votes(context, section)), *voted]


def _vote_behind(context: Context, section: Section) -> Section | None:
    """The result that follows a section in its item, with at most a list of attachments between them."""
    index = context.section_index(section.start)
    behind = context.sections[index + 1 : index + 3]
    if behind and behind[0].key == "attachments":
        behind = behind[1:]
    return behind[0] if behind and behind[0].key == "result" and behind[0].item == section.item else None


def _before_result(context: Context, section: Section, start: int, vote: Section) -> list[tuple[int, str]]:
    """A text without a heading right before the label of its vote, in an item that has no other."""
    if section.key in ("agenda", "attendance", "consultations") or awaits_vote(context, section):
        return []
    end = result_end(context, vote)
    kinds = [kind.entry for kind in matcher("vote_kinds").finditer(context.folded, vote.start, end)]
    further = has_text(context, section)
    if further and (any(kind.value == "amendment" for kind in kinds) or not says_vote(context.folded, vote.start, end)):
        return []
    if any(kind.attributes.get("aside") for kind in kinds):
        return []
    begin = before_vote(context, start, section.end, whole=further)
    if begin is None:
        return []
    aside = no_part_told(context, begin, section.end)
    return [(begin, "resolution"), *([(aside, "after_resolution")] if aside else [])]


def _before_bare_votes(context: Context, section: Section) -> list[tuple[int, str]]:
    """Texts that stand, without a heading, right before lines that are but a vote: "(einstimmig)", "Ja 5  Nein 0"."""
    cuts: list[tuple[int, str]] = []
    if section.key in ("agenda", "attendance", "consultations", "after_result", "closing") or has_text(
        context, section
    ):
        return cuts
    low, votes = _behind_item(context, section), bare_votes(context, section.start, section.end)
    tails = _tails(context, low, section.end, votes.ends)
    for place in merge(votes.alone, tails):
        following = bisect_right(votes.alone, place)
        limit = min(section.end, votes.alone[following] if following < len(votes.alone) else section.end)
        if place not in tails and (span := below_vote(context, place, limit)):
            cuts += [(span[0], "resolution"), (span[1], "after_resolution")]
            low = limit
            continue
        begin = (beside_vote if place in tails else partial(before_vote, strict=True))(context, low, place)
        if begin is not None and (stop := text_end(context, begin, section.end)) > begin:
            cuts += [(begin, "resolution"), (stop, "after_resolution")]
        low = place
    if not cuts and (alone := votes.alone):
        begin = behind_vote(context, _behind_item(context, section), alone[0], section.end)
        if begin is not None:
            cuts += [(begin, "resolution"), (text_end(context, begin, section.end), "after_resolution")]
    return cuts


def _tails(context: Context, low: int, high: int, ends: list[int]) -> list[int]:
    """Where votes start that end lines between two places."""
    lines = (context.lines[context.line_at(at)] for at in ends[bisect_left(ends, low) : bisect_left(ends, high)])
    return [tail for line in lines if (tail := _tail(context, line)) is not None]


def _tail(context: Context, line: Line) -> int | None:
    """Where the vote starts that ends a line; where all of the line tells a result, that in brackets behind it."""
    tail = trailing_result(context, line)
    return vote_at_end(context, line, line.start) if tail == line.start else tail


def _before_facts(context: Context, section: Section) -> list[tuple[int, str]]:
    """The text before the facts: that which a sentence leads in, else the last paragraph, if it reads like one."""
    bare = bare_text(context, section, last=True)
    return (_led_in(context, section) or bare) if bare else []


def _led_in(context: Context, section: Section) -> list[tuple[int, str]]:
    return (
        led_in_between(context, section.start, section.end)
        if section.key not in ("agenda", "attendance", "closing")
        else []
    )


def without_opening(folded: str, start: int, end: int) -> int:
    """Where the resolution's own words start, behind empty openings ("Der Rat beschließt wie folgt:")."""
    for _ in range(3):
        words = folded[start : min(end, start + 240)]
        hit = formula("opening").match(words) if any(map(words.__contains__, pieces("opening"))) else None
        if hit is None or start + hit.end() >= end:
            break
        start += hit.end()
    return start


def _after_list(context: Context, section: Section) -> list[tuple[int, str]]:
    """The cut where the meeting goes on below its list of attachments, if it does."""
    first = context.line_at(section.start) + 1
    for line in context.lines[first : first + _MOST_LINES]:
        if line.start >= section.end:
            break
        whole = line.end - line.start >= _SHORTEST and context.text[line.end - 1] in ".!"
        if whole and sentence_role(context, line.start, _sentence_end(context, *line)) in _GOES_ON:
            return [(line.start, "after_result")]
    return []


def _sentence_end(context: Context, start: int, end: int) -> int:
    stop = context.text.find(". ", start + _SHORTEST // 2, end)
    return stop + 1 if stop >= 0 else end
