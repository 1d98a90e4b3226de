"""Where debate, reasons or another matter begin behind the text of a resolution: told by what its sentences are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.language.cuts import sentences
from kimdocs.extraction.language.roles import TELLS, Role, sentence_role
from kimdocs.extraction.result_lines.results import vocabulary
from kimdocs.lexicon import words_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Line

_LONG = 60
_SENTENCE_ENDS = (".", "!", ".“", '."', ".)", ".”")
_POINT = lazy(r"(?:\(?\d{1,2}\s?[.)]|[a-hi]\s?[.)]|[-•–*]|[ivx]{1,4}[.)])")
_NEXT_SENTENCE = lazy(r"\s(?<=[.!?“]\s)\s*(?=[A-ZÄÖÜ(]|-> ?[A-ZÄÖÜ])")
_LABELLED = lazy(
    r"(?:-> ?)?(?:begründung|begr\.(?=:)|abst\w*\.?(?:-?erg\w*\.?)?|(?:abstimmungs|beratungs)?ergebnis"
    r"|\w* ?auswirkungen|mitwirkungsverbot|sachverhalt|anlagen?|hinweis|anmerkung|erläuterung(?:en)?|votum|kosten)"
    r"(?:(?=:)|\b[^.:;\n]{0,30}):(?=\s)"
)
_EXCLUDED = lazy(
    r"\([^()]{0,80}\b(?:wegen|ohne|befangen)\b[^()]*(?:Beratung|Abstimmung|Beteiligung|Befangenheit|befangen)[^()]*\)"
)
_SIGNATURE = lazy(
    r"(?:In Vertretung|Im Auftrag|(?:Der|Die) (?:[A-Z]\w+ )?\w*(?:[Bb]ürgermeister(?:in)?|[Ll]andrat|[Ll]andrätin"
    r"|[Dd]irektor(?:in)?|[Vv]orsteher(?:in)?|[Dd]ezernent(?:in)?))\s+"
    r"(?:[-–(]\s?(?:gez\. ?)?[A-ZÄÖÜ][\w.-]+(?: [A-ZÄÖÜ][\w.-]+)?\s?[-–)](?=\s|$)|gez\. ?[A-ZÄÖÜ])"
)
_VOTED_ON = lazy(
    r"de[rm] (?:so geänderten? )?\w*(?:antrag|vorschlag|beschluss|vorlage) (?:wird|wurde|ist) [^.:;]{0,80}"
    r"\b(?:beschlossen|angenommen|zugestimmt|abgelehnt)[^.:;]{0,60}[.;]"
)
# somebody by first and last name
_NAMED = lazy(
    r"(?!(?:D(?:er|ie|as|em|en|es)|Eine?[rmns]?|Jede[rmns]?|Diese[rmns]?|Alle|Beide|[IA][mn]|Zu[mr]?|Auf|Für|Mit|Bei|Nach|Vor"
    r"|Von|Über|Unter|Daher|Dazu|Hierzu|Danach|Zudem|Ferner)\b)"
    r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)? [A-ZÄÖÜ][\w-]+ (?:\([^()\n]{1,30}\) )?"
    r"(?:@spoken@) "
)
_PASSIVE = lazy(r"\b(?:wird|werden)\b")
_OTHER = 400


def is_told(context: Context, span: tuple[int, int], index: int, blank: int, limit: int) -> bool:
    """Whether behind a whole sentence somebody speaks, or behind a gap a paragraph tells what was."""
    if not context.text[max(0, span[1] - 2) : span[1]].endswith(_SENTENCE_ENDS):
        return False
    line = context.lines[index]
    if not context.text[line.start].isupper():
        return False
    last = index
    while last + 1 < len(context.lines) and context.lines[last + 1].start < context.lines[last + 1].end:
        last += 1
    end = min(limit, context.lines[last].end)
    first = next(sentences(context, line.start, end), None)
    if first and _is_point(context, span[0], *first):
        return False
    if first and sentence_role(context, *first) in (TELLS if blank else (Role.SAID,)):
        return True
    return blank > 0 and _tells_reasons(context, line.start, end)


def _is_point(context: Context, text: int, start: int, end: int) -> bool:
    """Whether a sentence below the heading of what a paper proposes is one of its points: "… wird abgelehnt."."""
    if context.items or not _PASSIVE.search(context.folded, start, end):
        return False
    above = next((heading for heading in reversed(context.headings) if heading.start <= text), None)
    return above is not None and above.key == "proposed_resolution"


def _tells_reasons(context: Context, start: int, end: int) -> bool:
    """Whether some sentence of a paragraph is told, and none says what is decided."""
    told = False
    for cut in sentences(context, start, end):
        role = sentence_role(context, *cut)
        if role is Role.ACT:
            return False
        told = told or role in TELLS
    return told


def next_matter(context: Context, start: int, line: Line, limit: int) -> int | None:
    """Where a sentence starts on a line that is no more of the text that began at or before ``start``."""
    low = max(start, line.start - 2)
    if _NEXT_SENTENCE.search(context.text, low, line.end) is None:
        return None
    places = _sentence_starts(context, max(start, context.lines[context.line_at(low)].start), line)
    return next((place for place in places if _is_other(context, start, place, limit)), None)


def _sentence_starts(context: Context, start: int, line: Line) -> Iterator[int]:
    """Where sentences start on a line behind others of the text that began at or before ``start``."""
    for number, (begin, _) in enumerate(sentences(context, start, line.end)):
        if number and begin >= line.start and not _POINT.match(context.folded, begin):
            yield begin


def _is_other(context: Context, text: int, start: int, limit: int) -> bool:
    """Whether a sentence inside a line is no more of the text that began before it: labelled, or told."""
    if any(pattern.match(context.folded, start, limit) for pattern in (_LABELLED, _VOTED_ON)):
        return True
    if any(pattern.match(context.text, start, limit) for pattern in (_SIGNATURE, _NAMED)):
        return True
    stop = next((end for _, end in sentences(context, start, min(limit, start + _OTHER))), start)
    said = sentence_role(context, start, stop) is Role.SAID and not _is_point(context, text, start, stop)
    return said or _EXCLUDED.match(context.text, start, limit) is not None


def ends_in_sentence(folded: str, start: int, end: int) -> bool:
    """Whether a line is long and its last word is none that any statement of a result or of its counts ends with."""
    last = folded[start:end].rstrip(" .!:-").rpartition(" ")[2]
    return end - start > _LONG and last.isalpha() and last not in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return vocabulary() | words_of("result_words", "people", "counting", "nobody")
