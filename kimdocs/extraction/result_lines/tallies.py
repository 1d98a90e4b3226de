"""Counts without a word beside them, at the end of a line or on lines of their own: "Der Rat stimmt zu. 12/0/1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.groups.names import is_known
from kimdocs.extraction.recognise.tallies.line import line_tally, tells_tally
from kimdocs.extraction.recognise.votes.ratio import names_a_thing
from kimdocs.extraction.result_lines.legends import legend, order
from kimdocs.extraction.result_lines.trailing import names_motion
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line
    from kimdocs.extraction.recognise.tallies.line import LineTally

# each begins with one plain character, which is sought ten times as fast as one of two
_TRIPLES = (re.compile(r"/ {0,3}\d{1,3} {0,3}[/|] {0,3}\d"), re.compile(r"\| {0,3}\d{1,3} {0,3}[/|] {0,3}\d"))
_ANY_TRIPLES = (
    re.compile(r"[:·-] {0,3}\d{1,3} {0,3}[:·-] {0,3}\d"),
    re.compile(r"\d{1,3}(?:[ \t]+\d{1,3}){2,4}[ \t]*$", re.MULTILINE),
)
_HEAD = lazy(
    r"[(\[]?\d{1,3} {0,3}(?P<mark>[/|:]) {0,3}\d{1,3}(?: {0,3}(?P=mark) {0,3}\d{1,3}){1,3}[)\]]?"
    r"(?:[ \t]*(?:[-=]+>|[→⇒➔➜►▶])[ \t]*|[ \t]{3,})(?=[^\W\d_])"
)
_LEAD = lazy(r"(?=[^ ]{1,12} ?[^ ]{0,3}\d)([^\n]{6,44}?)[ ]{3,}(?=[^\W\d_]{3})")
_BEHIND_COMMA = lazy(r"[,;:]? -? ?\(?\d{1,3} ?([:/]) ?\d{1,3}(?: ?\1 ?\d{1,3})?\)?\.?$")
_DIGIT = lazy(r"\d")
_SLASHED = lazy(r"\d ?[/:] ?\d")
_GAP = lazy(r"(?<=[.!):,])\s+|\s{3,}|\t|\s?\.{4,}\s?|(?<=\s)-\s+(?=ja\b|dafür\b|\d{1,3} (?:ja|dafür))")
_LABEL = lazy(
    r"[\s(]*(?:(?:zu )?(?:top|punkt|ziffer|ziff\.|nr\.|abs\.|teil|abschnitt|buchstabe)\s?)?"
    r"(?:\d{1,3}(?:\.\d{1,2})*|[a-h])[.)]?\s*:"
)
_BODY = lazy(
    r"[\s(•*-]*(?:in |für )?(?:die |der |das )?(?:(?:verbands|samt|orts|einheits|markt|stadt)?gemeinde"
    r"(?:rat|vertretung)?|stadt(?:rat)?|markt|amt"
    r"|(?:land)?kreis(?:tag)?|ortsrat|ortsteil|amtsausschuss|(?:zweck)?verband|verwaltungsgemeinschaft) [^:\d]{2,40}:"
)
_SHORT_NAME = lazy(r"[A-ZÄÖÜ][A-ZÄÖÜa-z]{0,4}:")
_ANY_BODY = lazy(r"[^\W\d_][^:\d|]{2,38}:")
_HEAD_WITHIN = 800
_DATE = lazy(r"\d{1,2}\.\s?\d{1,2}\.(?:\d{2})?")
_LABELLED_RATIO = lazy(r"[^\n:]{2,60}:\s*\d{1,3} ?[/:|-] ?\d{1,3} ?[/:|-] ?\d{1,3}")
_ALONE = lazy(
    r"[(\[|-]?\s*\d{1,3} {0,3}(?P<mark>[/|:·-]) {0,3}\d{1,3} {0,3}(?P=mark) {0,3}\d{1,3}"
    r"(?: {0,3}(?P=mark) {0,3}\d{1,3}){0,2}\s*[)\]|-]?\.?"
)
_SPACED = lazy(r"\d{1,3}(?:[ \t]+\d{1,3}){2,4}")
_COLUMN_BEFORE = lazy(r"\s{3,}\d{1,3}\s{3,}$")
_COUNTS_END = lazy(r"\d ?- ?\d{1,3} ?- ?\d{1,3}[).\]]*$")
_BEGINS = lazy(r"\d{1,3} [^\W\d_]|(?:ja|j|dafür|für)\b[:= ]")
_OPEN_END = lazy(r"(?:[,-]|\b(?:sowie|und|bei|mit|gegen|von|oder))$")
_LONGEST_TAIL = 90
_LONGEST_PIECE = 30
_ARTICLE = 4
_SENTENCE = 260


def lines_of_triples(context: Context) -> tuple[int, ...]:
    """Indexes of the lines that hold three numbers parted by one mark, in order."""
    if context.triples is None:
        patterns = (*_TRIPLES, *(_ANY_TRIPLES if len(legend(context)) > 2 else ()))
        hits = (hit for pattern in patterns for hit in pattern.finditer(context.folded))
        context.triples = tuple(sorted({context.line_at(hit.start()) for hit in hits}))
    return context.triples


def is_triple(context: Context, line: Line) -> bool:
    """Whether the line is but three numbers parted by one mark: "12/0/1"."""
    return _ALONE.fullmatch(context.folded, *line) is not None


def tally_tail(context: Context, line: Line) -> int | None:
    """Where the counts start that end the line, if a label, the sides or an outcome tell there what they are.

    Three numbers alone are such where the text right before tells an outcome, or the document says in what order they
    stand.
    """
    low = max(line.start, line.end - _LONGEST_TAIL)
    if not _DIGIT.search(context.folded, low, line.end):
        return None
    gaps = [gap.end() for gap in _GAP.finditer(context.folded, low, line.end) if _parts(context, line, gap)]
    if line.start == low and (_ALONE.fullmatch(context.folded, *line) or is_told_by_legend(context, *line)):
        gaps.insert(0, line.start)
    if _COUNTS_END.search(context.folded, low, line.end):
        gaps += [said.start for said in matcher("outcomes").finditer(context.folded, low, line.end)]
    for start in gaps:
        counted = not _is_number_of_other(context.folded, line, start)
        tally = line_tally(context.folded[start : line.end], order(context)) if counted else None
        if tally and (tally.labelled or _is_told(context, tally, line, start)):
            return start
    return None


def _is_number_of_other(folded: str, line: Line, start: int) -> bool:
    """Whether a number there is that of a thing ("DS-Nr. 31/8/22"), in an open bracket, or behind one in a column."""
    if folded.rfind("(", line.start, start) > folded.rfind(")", line.start, start):
        return True
    column = folded[start : start + 1].isdigit() and _COLUMN_BEFORE.search(folded, line.start, start)
    return bool(column) or names_a_thing(folded, start)


def is_told_by_legend(context: Context, start: int, end: int) -> bool:
    """Whether but as many numbers stand there as the document's legend names: "12  3  1"."""
    return _SPACED.fullmatch(context.folded, start, end) is not None and len(legend(context)) > 2


def tally_head(context: Context, line: Line) -> bool:
    """Whether a ratio opens the line, and the sentence behind a gap or an arrow tells what came of the vote."""
    head = _HEAD.match(context.folded, *line)
    told = head and matcher("outcomes").first(context.folded, head.end(), line.end)
    return bool(head and (told or len(legend(context)) > 2))


def closes_with_counts(context: Context, line: Line) -> bool:
    """Whether but a ratio stands behind a comma that the words of an outcome end at: "… angenommen, 14 : 2 : 3"."""
    ratio = _BEHIND_COMMA.search(context.folded, max(line.start, line.end - _LONGEST_PIECE), line.end)
    if ratio is None or ratio.start() - line.start > _LONGEST_TAIL:
        return False
    if _SLASHED.search(context.folded, line.start, ratio.start()):
        return False
    return any(
        said.end == ratio.start() for said in matcher("outcomes").finditer(context.folded, line.start, ratio.start())
    )


def leading_tally(context: Context, line: Line) -> int | None:
    """Where the counts end that open a line before a wide gap and the text they are on: "für 8 / gegen 2      …"."""
    gap = _LEAD.match(context.folded, *line)
    return gap.end(1) if gap and tells_tally(gap[1]) else None


def _parts(context: Context, line: Line, gap: re.Match[str]) -> bool:
    """Whether counts may begin behind the gap: before a colon only a number, a motion or a body may stand."""
    before = context.text[gap.start() - 1]
    if before == ",":
        begins = _BEGINS.match(context.folded, gap.end()) and not _OPEN_END.search(context.folded, *line)
        return bool(begins) and matcher("not_votes").first(context.folded, line.start, gap.start()) is None
    if before != ":" or context.text.startswith("+ ", gap.end()):
        return True
    told = len(legend(context)) > 2 and _ALONE.fullmatch(context.folded, gap.end(), line.end) is not None
    return told or _may_head(context, line, gap)


def _may_head(context: Context, line: Line, gap: re.Match[str]) -> bool:
    """Whether but a number, a motion or a body stands before the colon that counts may begin behind."""
    if _parts_numbers(context.text, gap.start() - 1, gap.end()):
        return False
    label = context.folded[line.start : gap.start()]
    if _DATE.search(label):
        return False
    if _LABEL.fullmatch(label) or names_motion(context, line.start, gap.start()):
        return True
    joint = _BODY if _BODY.fullmatch(label) else _ANY_BODY if _is_joint(context) else None
    if joint and _body_beside(context, line, joint) and not is_known(context.text[line.start : gap.start() - 1]):
        return True
    return _SHORT_NAME.fullmatch(context.text, line.start, gap.start()) is not None or is_body(label[:-1])


def _is_joint(context: Context) -> bool:
    """Whether several bodies sit together."""
    return "gemeinsame" in context.folded[:_HEAD_WITHIN] and "gemeinsamen antrag" not in context.folded[:_HEAD_WITHIN]


def _body_beside(context: Context, line: Line, body: re.Pattern[str]) -> bool:
    """Whether the line above or below gives the counts of another body: "Gemeinde A: 8 Ja, 2 Nein"."""
    index = context.line_at(line.start)
    return any(
        (label := body.match(context.folded, *context.lines[at])) is not None
        and tells_tally(context.folded[label.end() : context.lines[at].end].strip())
        for at in (index - 1, index + 1)
        if 0 <= at < len(context.lines)
    )


def _parts_numbers(text: str, colon: int, behind: int) -> bool:
    """Whether a colon stands between two numbers, as in "11 : 3"."""
    return text[behind : behind + 1].isdigit() and text[colon - 1] == " " and text[colon - 2 : colon - 1].isdigit()


def is_body(words: str) -> bool:
    """Whether the (folded) words but name a body."""
    body = matcher("organizations").first(words)
    return body is not None and (body.start, body.end) == (0, len(words))


def _is_told(context: Context, tally: LineTally, line: Line, start: int) -> bool:
    """Whether a legend or the sentence right before tells that bare numbers are votes."""
    if is_told_by_legend(context, start, line.end):
        return True
    abbreviated = _SHORT_NAME.fullmatch(context.text[line.start : start].strip())
    if abbreviated or tally.names or not _ALONE.fullmatch(context.folded[start : line.end].strip()):
        return False
    if len(legend(context)) > 2:
        return True
    end = start
    if start == line.start or context.text[line.start : start].rstrip().endswith(":"):
        index = context.line_at(start)
        while index and _LABELLED_RATIO.fullmatch(context.folded, *context.lines[index - 1]):
            index -= 1
        end = context.lines[index - 1].end if index else 0
    before = " ".join(context.folded[max(0, end - _SENTENCE) : end].split())
    if before[-1:] not in (".", "!", ":") or (before[-1:] == ":" and start == line.start):
        return False
    sentence = before[:-1].rpartition(". ")[2]
    if matcher("outcomes").first(sentence) is not None or "abgestimmt" in sentence:
        return True
    sentence = context.folded[line.start : start].rstrip(" .").rpartition(". ")[2]
    actor = matcher("deciders").first(sentence)
    return actor is not None and actor.entry.value == "body" and actor.start <= _ARTICLE
