"""Clauses before a colon that announce the text of a resolution: "beschließt der Rat einstimmig wie folgt:"."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

from kimdocs.extraction.language.cuts import is_cut_short, sentences
from kimdocs.extraction.language.roles import TELLS, Role, sentence_role
from kimdocs.extraction.layout.line_places import behind_white_space
from kimdocs.extraction.texts.announces import announces, is_motion, key_of_text
from kimdocs.extraction.texts.close import quote_end
from kimdocs.extraction.texts.end import text_end
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_STEMS = (
    *("beschl", "folg", "stehend", "empfa", "empfi", "empfe", "empfo", "entsch", "antrag", "anträg", "vorschl"),
    *("schlag", "schläg", "laute", "fass", "form", "abstimm", "abgestimmt", "resol", "festl", "bitt", "gebeten"),
    *("fordert", "einig", "verständ", "petit", "wortl"),
)
_REACH = 300
_HEAD = 4000
_FIRST_PERSON = lazy(r"\b(?:ich|wir)\b")
_OPENING = 400
_POINT = lazy(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\s?[.)]|[-–•*·]|(?:erst|zwei|dritt|viert)ens\b")
_COLON = lazy(r":(?=\s)(?!(?<=\d:)\s*\d)(?!(?<=\d :)\s*\d)")
_FOLLOWS = lazy(r"folgt\.(?=\s)")
_BEFORE = lazy(r"[.;!?](?=\s+[„\"(]?[A-ZÄÖÜ])|\n[ \t]*\n")
_STOP = lazy(r"(?<=[a-zäöüß)]{3})[.;!?]\s+")
_WIDE = lazy(r"\S {3,}\S|\t")
_FEWEST_WORDS = 4
# the public part of a meeting, or a sum
_NO_TEXT = lazy(
    r"[-(\s]*(?:(?:[a-z]|[ivx]+)[.)]\s+)?(?:nicht ?-?)?öffentlich\w*(?: (?:teil|sitzung))?[-):.\s]*$"
    r"|(?:ca\. |rund |etwa )?\d[\d.,]*(?:-|,-|--)? ?(?:€|euro\b|eur\b)"
)
_ACCEPTS = lazy(
    r"(?:der|die|das) [\w-]+(?: [\w-]+){0,3} (?:stimmt|stimmte|folgt|folgte) (?:dem|diesem) "
    r"(?:so geänderten )?\w*(?:antrag|vorschlag)\b"
    r"|(?:der|dem|diesem|dieser) (?:so geänderten? )?\w*antrag (?:wird|wurde) [^.:;]{0,80}?"
    r"\b(?:beschlossen|angenommen|zugestimmt)\b"
)
_AMENDS = lazy(r"\b(?:änderungs|ergänzungs|geschäftsordnungs|vertagungs|zusatz|erweiterungs)antr[aä]g")
_QUOTE = lazy(r"[\"„»“]")
_OWN_WORDS = lazy(r"[\"„»“]\s?(?:ich|mir|mich)\b")
# but some words of a text: "… bis Mai 2031", "und der Radweg"
_PIECE = lazy(r"[\"„»“]\s?(?:…|\.{3}|[^\"„»«“”.:;!?\n]{1,24}[\"“”«])")


def led_in_between(context: Context, start: int, end: int) -> list[tuple[int, str]]:
    """Resolutions that a clause before a colon announces: "beschließt der Rat einstimmig wie folgt:".

    Those that begin on the line of the colon end with its paragraph.
    """
    cuts: list[tuple[int, str]] = []
    position = start
    for hit in _colons(context.folded, start, end):
        if hit.start() < position:
            continue
        begin = behind_white_space(context.text, hit.end(), end)
        if begin >= end or (key := _announced(context, position, hit.start(), begin, end)) is None:
            continue
        stop = text_end(context, begin, end)
        inline = begin < context.lines[context.line_at(hit.start())].end
        if inline or (key == "proposed_resolution" and _is_letter(context, hit.end())):
            stop = paragraphs_end(context, begin, stop, one=inline)
        if stop <= begin:
            continue
        cuts.append((begin, key))
        if context.text[stop:end].strip():
            cuts.append((stop, "after_resolution"))
        position = stop
    return cuts


def _announced(context: Context, low: int, colon: int, begin: int, end: int) -> str | None:
    """The key of the text that starts at ``begin``, if the clause before the colon announces one."""
    index = context.line_at(colon)
    line = max(low, context.lines[index].start)
    start = max(low, colon - _REACH)
    if not _has_stem(context.folded[start:colon]):
        return None
    clause, sure = "", None
    alone = context.text[line].isupper() and context.folded.find(": ", line, colon) < 0
    if alone and _has_stem(context.folded[line:colon]):
        clause = context.folded[line:colon]
        sure = announces(clause)
    if sure is None:
        clause = context.folded[_clause_start(context, start, colon, line) : colon]
        sure = announces(clause) if _has_stem(clause) else None
    if sure is None:
        return None
    key = key_of_text(clause[_last_sentence(clause) :])
    if key == "proposed_resolution" and is_motion(clause):
        aside = _AMENDS.search(clause) and any(one.key == "status" and one.start < colon for one in context.headings)
        if not aside and _is_accepted(context, begin, end):
            return "resolution"
        if aside or _reports(context, colon):
            return None
    return key if _may_follow(context, begin, end, sure=sure, decided=key == "resolution") else None


def _has_stem(words: str) -> bool:
    """Whether words that announce a text hold one of the pieces that each of these has."""
    return any(map(words.__contains__, _STEMS))


def _last_sentence(clause: str) -> int:
    """Where the last sentence of a (folded) line before a colon starts."""
    start = 0
    for hit in _STOP.finditer(clause):
        start = hit.end()
    return start


def _clause_start(context: Context, low: int, colon: int, line: int) -> int:
    """Where the clause starts that reaches into a line: behind a stop, a blank line, or a line that is cut short."""
    index = context.line_at(colon)
    if index and line == context.lines[index].start and is_cut_short(context, index - 1):
        low = line
    for hit in _BEFORE.finditer(context.text, low, colon):
        low = hit.end()
    return low


def _is_accepted(context: Context, begin: int, end: int) -> bool:
    """Whether right behind a motion in quotes the body takes it: "„…“⏎Der Rat stimmt dem Antrag zu"."""
    stop = quote_end(context, begin, end)
    if stop is None:
        return False
    behind = behind_white_space(context.text, stop, end)
    return _ACCEPTS.match(context.folded, behind, min(end, behind + _REACH)) is not None


def _reports(context: Context, place: int) -> bool:
    """Whether a place stands in the report on an item of an agenda."""
    return len(context.items) > 1 and any(item.start <= place < item.end for item in context.items)


def _may_follow(context: Context, begin: int, end: int, *, sure: bool, decided: bool) -> bool:
    """Whether what stands behind the colon may be a text: what is decided or to be done, or in quotes."""
    if _QUOTE.match(context.text, begin):
        return _PIECE.match(context.text, begin, end) is None and not _OWN_WORDS.match(context.folded, begin, end)
    if _NO_TEXT.match(context.folded, begin, context.lines[context.line_at(begin)].end):
        return False
    point = _POINT.match(context.folded, begin)
    told = begin
    if point:
        told = behind_white_space(context.text, point.end(), end)
    cuts = sentences(context, told, min(end, told + _OPENING))
    first = next(cuts, (told, end))
    role = sentence_role(context, *first)
    if role in (Role.ACT, Role.HOLDS) or not sure or _WIDE.search(context.text, *first):
        return role in (Role.ACT, Role.HOLDS)
    if point and role is Role.PART and _is_title(context, *first):
        return False
    if point is None and role is Role.PART:
        return _leads_on(context, *first)
    second = next(cuts, first) if role in TELLS else first
    return role not in TELLS or (decided and second != first and sentence_role(context, *second) is Role.ACT)


def _leads_on(context: Context, start: int, end: int) -> bool:
    """Whether a sentence without a verb is long enough for a text, or leads in the points below it."""
    below = context.lines[min(context.line_at(end) + 1, len(context.lines) - 1)]
    ends = context.text[end - 1]
    whole = ends == "." and context.text.count(" ", start, end) >= _FEWEST_WORDS
    return ends == ":" or whole or _POINT.match(context.folded, *below) is not None


def _is_title(context: Context, start: int, end: int) -> bool:
    """Whether a point is but the title of a matter, below which its own text stands: "1. Haushalt⏎Der Plan wird …"."""
    index = context.line_at(start)
    below = context.lines[min(index + 1, len(context.lines) - 1)]
    if not start < end <= context.lines[index].end:
        return False
    if not context.text[start].isupper() or not context.text[end - 1].isalnum():
        return False
    return below.end > below.start and context.text[below.start].isupper()


def _is_letter(context: Context, lead: int) -> bool:
    """Whether the document greets its reader or its writer says "I": what follows the text there are the reasons."""
    if context.folded.find("sehr geehrte", 0, _HEAD) >= 0:
        return True
    return _FIRST_PERSON.search(context.folded, context.lines[context.line_at(lead - 1)].start, lead) is not None


def paragraphs_end(context: Context, start: int, stop: int, *, one: bool) -> int:
    """Where the first paragraph ends, or without ``one`` the last of those that say what is to be done, or count on."""
    found = None
    for begin, end in paragraphs(context, start, stop):
        words = context.folded[begin : min(end, begin + _OPENING)]
        first = next(sentences(context, begin, end), (begin, end))
        told = _POINT.match(words) is not None or sentence_role(context, *first) is Role.ACT
        if found is not None and not told and context.text[found - 1] != ":":
            break
        found = end
        if one:
            break
    return found or stop


def _colons(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What may end such a clause, in order; patterns that begin with plain characters, which are found fast."""
    colons = _COLON.finditer(folded, start, end)
    if folded.find("folgt.", start, end) < 0:
        return colons
    return merge(colons, _FOLLOWS.finditer(folded, start, end), key=lambda hit: hit.end())


def paragraphs(context: Context, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of lines without a blank line between them."""
    begin = stop = -1
    for index in range(context.line_at(start), len(context.lines)):
        line = context.lines[index]
        if line.start >= end:
            break
        if line.start == line.end:
            if begin >= 0:
                yield begin, stop
            begin = -1
            continue
        begin, stop = (max(line.start, start) if begin < 0 else begin), min(line.end, end)
    if begin >= 0:
        yield begin, stop
