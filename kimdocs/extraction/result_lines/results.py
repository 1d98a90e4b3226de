"""Lines that say nothing but a result: "Beschlossen Ja: 12 Nein: 0", "- einstimmig -", "dafür: 6 (3 SPD, 2 FDP)"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import behind_white_space
from kimdocs.extraction.recognise.groups.group import side_phrases
from kimdocs.extraction.recognise.groups.names import known_groups
from kimdocs.extraction.recognise.tallies.line import tells_tally
from kimdocs.extraction.recognise.votes.letters import SPREAD_RATIO, TOGETHER
from kimdocs.lexicon import load, matcher, words_of
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Heading, Line

_LONGEST = 260
_TIMES = lazy(r"(?<=\d) ?x(?= ?[jne])")
_LEFT_BLANK = lazy(r"(?<!\w)(?:[jne]|ja|nein|enth\w*)(?:-stimmen)?\.?\s*:?\s*_{2,}")
_LETTERED = lazy(r"^[a-h]\)\s+(?=\d)")
_LONGEST_STATUS = 60
_LONGEST_COUNTED = 100
_SENTENCE = lazy(r"\b(?:wird|werden)\b.*\.$")
_FINITE = lazy(r"\b(?:wird|werden|ist|sind)\b")
HEADED_RATIO = lazy(
    r"(?:beschluss|abstimmung)\s*\(\d{1,3}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3})?\)\s*:?"
    r"|(?:abst\.(?:-?erg(?:ebnis)?\.?)?|abstimmung(?:sergebnis)?|(?:beschluss)?ergebnis|votum"
    r"|a)\s*:\s*\(?\d{1,3}\s{0,2}[:/]\s{0,2}\d{1,3}(?:\s{0,2}[:/]\s{0,2}\d{1,3})?\)?\.?"
)
SPACED_RATIO = lazy(
    r"\(?\d{1,2}\s{1,2}:\s{1,2}\d{1,2}(?:\s{1,2}:\s{1,2}\d{1,2})?\)?|\(\d{1,3}\s?[:/]\s?\d{1,3}(?:\s?[:/]\s?\d{1,3})?\)"
    r"|\[\d{1,3}\s?[:/]\s?\d{1,3}(?:\s?[:/]\s?\d{1,3})?\]"
)
_NOT_VOTING = lazy(r"\((?:ohne\s[^()\n]{3,60}|[^()\n]{2,60}\b(?:@took_no_part@)\b[^()\n]{0,40})\)\.?$")
_RATIO = lazy(r"\d{1,2}\s?:\s?\d{1,2}(?:\s?:\s?\d{1,2})?")
_BRACKETS = lazy(r"\([^()]{0,200}\)?")
_WORDS = lazy(r"[^\W\d_]+")
_STATUTORY = lazy(
    r"(?:die |davon |(?:an)?zahl (?:der )?)?(?:gesetzl|gewählt|satzungsmäßig)[^:\n\d]{3,80}"
    r":?[\s.]*\d{1,3}(?: ?\+ ?\d{1,2})?"
)
_DIGITS = frozenset("0123456789")
_RATIO_OPENS = _DIGITS | frozenset("([")
_ROW = lazy(r"[^\W\d_][\w-]*(?:\s{2,}(?:\d{1,3}|-)){2,}")
_OTHER = lazy(r"\d{1,2}[.)]|[^\W\d_][\w-]*(?:\s{2,}(?:\d{1,3}|-)){2,}")
_LONG_NUMBER = lazy(r"\d{4}")
_NAMED = lazy(
    r"[-–(]*\s*(?:[Mm]ehrheitlich|[Ee]instimmig)[^:\n]{0,40}[,;]\s*(?:bei )?"
    r"(?:Gegenstimmen?|(?:Stimm)?[Ee]nthaltung(?:en)?)\s*:\s*[A-ZÄÖÜ][\w, -]{2,60}[-–)]*"
)
_SIDED = lazy(
    r"[-–(\s]*(?:gegen|bei|mit|unter|mehrheitlich|einstimmig|angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt)\b"
    r"(?=[^:\d]{0,120}(?:stimmen?|enthaltung(?:en)?|gegen) )"
)
_BEHIND_NAMES = lazy(r"(?:(?:,? und|,)?(?:\s+[a-zäöüß]+)*|\s*[,;])[\s.)–-]*$")
_ARTICLES = frozenset(("der", "die", "dem", "den", "des", "im", "in", "auf", "an", "ist", "zu", "wie", "von"))
_RESULT_TABLES = ("votes", "unanimity", "outcomes", "remainder")


def is_result_line(context: Context, line: Line) -> bool:
    """Whether the whole line is the statement of a result (or of one of its counts)."""
    if line.end - line.start > _LONGEST:
        return False
    words = _counted(context.folded[line.start : line.end])
    known = context.result_lines.get(words)
    if known is None:
        known = (
            _is_result(words, 0, len(words))
            or tells_tally(words)
            or _NAMED.fullmatch(context.text, *line) is not None
            or (("stimme" in words or "enthalt" in words) and names_sides(context.text, context.folded, *line))
        )
        context.result_lines[words] = known
    return known


def names_sides(text: str, folded: str, start: int, end: int) -> bool:
    """Whether but groups and their sides stand there, perhaps how it went: "Mehrheitlich gegen die Stimmen von X"."""
    if not _SIDED.match(folded, start, end):
        return False
    phrases = side_phrases(folded, start, end)
    if not phrases or (
        folded[start : phrases[0].start].strip(" ,(-–") not in ("", "und")
        and not covers_all(folded, start, phrases[0].start)
    ):
        return False
    stops = [*(phrase.start for phrase in phrases[1:]), end]
    for phrase, stop in zip(phrases, stops, strict=True):
        names = _BEHIND_NAMES.sub("", text[phrase.end : stop])
        behind = phrase.end + len(names)
        if not known_groups(names) or (folded[behind:stop].strip(" ,.;)-–") and not covers_all(folded, behind, stop)):
            return False
    return True


def _counted(words: str) -> str:
    """The words without what is none of a result: the "x" of "5 x ja" and "[x]", the letter of "a) 8 Ja, 2 Nein".

    Counts of a form that are left blank ("J: __") are none either, nor are those who did not vote: "8 : 2 (ohne N.N.)".
    """
    if words[1:2] == ")":
        words = _LETTERED.sub("", words)
    words = _NOT_VOTING.sub("", words) if "(" in words and words[0] in _DIGITS else words
    words = _TIMES.sub(" ", words) if "x " in words else words
    words = words.replace("[x]", "   ") if "[x]" in words else words
    return _LEFT_BLANK.sub(" ", words) if "__" in words else words


def _is_result(folded: str, start: int, end: int) -> bool:
    if not 0 < end - start <= _LONGEST:
        return False
    words = _WORDS.search(folded, start, end)
    if words is None or _ROW.fullmatch(folded, start, end):
        return False
    headed = words.group() in ("beschluss", "abstimmung", "abst", "ergebnis", "votum", "a") and HEADED_RATIO.fullmatch(
        folded, start, end
    )
    return bool(headed) or (words.group() in first_words() and covers_all(folded, start, end))


@cache
def vocabulary() -> frozenset[str]:
    """Every word that can stand in a result line, for a first quick look."""
    phrases = (phrase for table in _RESULT_TABLES for entry in load(table) for phrase in entry.phrases)
    return frozenset(word for phrase in phrases for word in _WORDS.findall(fold(phrase))) | words_of(
        "result_words", "joining"
    )


@cache
def first_words() -> frozenset[str]:
    """The words that the words of a result may start with."""
    return (
        frozenset(word for table in _RESULT_TABLES for word in matcher(table).first_words)
        | words_of("result_words", "joining", "starting") - _ARTICLES
    )


def covers_all(folded: str, start: int, end: int) -> bool:
    """Whether words of results, numbers, brackets and joining words are all that stands in ``folded[start:end]``."""
    words = folded[start:end]
    if "(" in words:
        words = _BRACKETS.sub(" ", words)
    known = vocabulary()
    if not known.issuperset(_WORDS.findall(words)):
        return False
    rest = list(folded[start:end])
    found = 0
    for table in _RESULT_TABLES:
        for match in matcher(table).finditer(folded, start, end):
            found += 1
            rest[match.start - start : match.end - start] = " " * (match.end - match.start)
    if not found:
        return False
    left = _BRACKETS.sub(" ", "".join(rest)) if "(" in folded[start:end] else "".join(rest)
    return words_of("result_words", "joining").issuperset(_WORDS.findall(left))


def as_status(context: Context, heading: Heading) -> Heading:
    """The heading "Beschluss:" as a status field where but an outcome follows it: "Beschluss: vertagt"."""
    if heading.key not in ("resolution", "recommendation", "status"):
        return heading
    line = context.lines[heading.line]
    start = heading.end
    if not context.text[start : line.end].strip():
        following = next((ln for ln in context.lines[heading.line + 1 : heading.line + 4] if ln.end > ln.start), None)
        if following is None or following.end - following.start > _LONGEST_STATUS:
            return heading
        line, start = following, following.start
        if _SENTENCE.search(context.folded, start, line.end):
            return heading
    words = context.folded[start : line.end].strip(" .:-")
    known = (
        _RATIO.fullmatch(words)
        or covers_all(context.folded, start, line.end)
        or matcher("statuses").fullmatch(words)
        or ends_in_outcome(context, start, line.end)
        or _opens_in_outcome(context, start, line.end)
        or names_sides(context.text, context.folded, behind_white_space(context.text, start, line.end), line.end)
    )
    return replace(heading, key="status") if known else heading


def ends_in_outcome(context: Context, start: int, end: int) -> bool:
    """Whether a short value without a capital ends in the words of an outcome: "ohne Votum an den Rat verwiesen"."""
    words = context.text[start:end].strip(" .")
    if len(words) > _LONGEST_STATUS or not words[:1].islower():
        return False
    last = start + len(context.text[start:end].rstrip(" ."))
    return any(match.end == last for match in matcher("outcomes").finditer(context.folded, start, end))


def _opens_in_outcome(context: Context, start: int, end: int) -> bool:
    """Whether a short value without a verb opens with the words of an outcome: "vertagt in den Mai"."""
    value = context.text[start:end].strip()
    if len(value) > _LONGEST_STATUS or not value[:1].islower() or value.endswith((".", ":", ",")):
        return False
    begin = end - len(context.text[start:end].lstrip())
    opening = matcher("outcomes").match(context.folded, begin, end)
    return opening is not None and _FINITE.search(context.folded, opening.end, end) is None


def is_count_line(context: Context, line: Line) -> bool:
    """Whether the line holds only labels of counts, numbers and dashes: a cell of a vote table that was taken apart."""
    if line.end - line.start > _LONGEST:
        return False
    words = _counted(context.folded[line.start : line.end])
    known = context.count_lines.get(words)
    if known is None:
        known = context.count_lines[words] = _is_count(words, 0, len(words)) or tells_tally(words)
    return known


def _is_count(folded: str, start: int, end: int) -> bool:
    if not 0 < end - start <= _LONGEST_COUNTED or _OTHER.fullmatch(folded, start, end):
        return False
    first = _WORDS.search(folded, start, end)
    if first and first.group() not in matcher("votes").first_words:
        return bool(_STATUTORY.fullmatch(folded, start, end) or TOGETHER.fullmatch(folded, start, end))
    left = folded[start:end]
    for match in matcher("votes").finditer(folded, start, end):
        left = left[: match.start - start] + " " * (match.end - match.start) + left[match.end - start :]
    return not _WORDS.search(left) and not _LONG_NUMBER.search(left) and bool(left)


def is_ratio(context: Context, line: Line) -> bool:
    """Whether the line holds but a ratio of votes, perhaps with who did not vote: "11 : 1", "8 : 2 (ohne GR N.N.)"."""
    words = context.folded[line.start : line.end]
    return words[:1] in _RATIO_OPENS and SPACED_RATIO.fullmatch(_counted(words).rstrip()) is not None


def closes_with_ratio(context: Context, line: Line, offset: int) -> bool:
    """Whether the bracket at ``offset`` ends the line with a ratio, behind a sentence that tells an outcome."""
    folded = context.folded
    if not SPACED_RATIO.fullmatch(folded, offset, line.end) or context.text[offset - 2 : offset] not in (". ", "! "):
        return False
    return matcher("outcomes").first(folded, max(line.start, offset - _LONGEST), offset) is not None


def is_spread_ratio(context: Context, line: Line) -> bool:
    """Whether the line holds but a spread in place of the votes for it, and the other counts: "einstimmig/0/0"."""
    return SPREAD_RATIO.fullmatch(context.folded, line.start, line.end) is not None


def says_vote(folded: str, start: int, end: int) -> bool:
    """Whether ``folded[start:end]`` tells counts or a spread, not merely a word that also ends sentences."""
    if matcher("unanimity").first(folded, start, end):
        return True
    labels = {m.entry.value for m in matcher("votes").finditer(folded, start, end)}
    return bool(labels & {"yes", "no", "abstain"}) and any(map(str.isdigit, folded[start:end]))
