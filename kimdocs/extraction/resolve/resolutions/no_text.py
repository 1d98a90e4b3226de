"""What stands below the heading of a text but is none: how a vote went, a title, a report, that there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.language.roles import Role, sentence_role
from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.texts.formulas import formula
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Section

_PROPOSES = lazy(r"\b(?:schlägt|schlug|beantragte?|regte?)\b")
_SHORT = 160
_TELLS_VOTE = lazy(r"\b(?:wird|wurde|ist)\b.*(?:\d|stimm|mehrheit).*\b(?:abgelehnt|zugestimmt|angenommen|gefolgt)\.?$")
_FOLLOWED = lazy(
    r"(?:de[rm]|die) (?:so geänderten? )?"
    r"(?:\w*(?:beschluss|beschluß|verwaltungs|änderungs)(?:vorschlag|antrag|empfehlung|entwurf)|antrag|vorschlag|vorlage|beschlussvorlage)"
    r"(?: (?:zu|nr\.|ziffer) [\w).]+| der verwaltung)? (?:wird|wurde|ist)(?: [\w-]+){0,5} "
    r"(?:angenommen|zugestimmt|gefolgt|entsprochen)\.?"
)
_UNASKED = lazy(
    r"[\s\W\d]*|[a-zäöü]{2,12}\."
    r"|\W*(?:ohne|entfällt|kein(?:er|e)?|keine beschlussfassung|kein beschluss|ohne beschluss(?:fassung)?"
    r"|(?:siehe|s\.) (?:oben|unten|anlage|protokoll|niederschrift|top [\d.]+))\W*"
    r"|(?:[^()\n.]{3,30}\(\s*x?\s*\)\s*){2,}"
    r"|\s*(?:\[[ x]?\][^\[\]\n]{3,60}){2,}\s*"
    r"|\s*[a-zäöü]{1,5}[ .-]?\d{1,4}(?:[/.-]\d{1,4}){1,3}\s*"
    r"|\W*(?:vom |am )?\d{1,2}\. ?(?:\d{1,2}\.|[a-zä]{3,9}) ?\d{4}\W*"
    r"|\s*\(?(?:drucksache|vorlage|drs\.?|ds)(?:[ -]?nr\.?)?:?[ \w/.-]*\d[\w/.-]*\)?\s*"
)
# how it went, by whose recommendation: "einstimmig gemäß Empfehlung des Ausschusses"
_VOTED_SO = lazy(
    r"(?:einstimmig|mehrheitlich|einmütig) (?:gemäß|entsprechend|laut|nach|wie) [^.:;]{3,80}"
    r"|(?:(?:bei|mit|gegen|ohne) [^.:;,]{2,60}?|einstimmig|mehrheitlich|einmütig)"
    r" (?:angenommen|zugestimmt|beschlossen|abgelehnt)"
    r"(?: mit der maßgabe,? [^:;]{3,110})?\.?"
)
_ELECTED = lazy(
    r"(?:der|die|das) [^.:;]{3,80}?\bwählten? [^.:;]{3,}"
    r"(?:\d (?:gegen \d+ )?[\w-]*stimmen?|\beinstimmig|\bmehrheit)[^.:;]*\.?"
)
_URGENCY = lazy(
    r"die dringlichkeit (?:[^.:;]{3,60} )?(?:wird|wurde|ist) (?:nicht |[^:;]{3,80}? )?"
    r"(?:festgestellt|anerkannt|bejaht|verneint)\b"
    r"|(?:damit|somit) (?:ver)?bleibt [^.:;]{3,60} (?:auf|in) der tagesordnung\b"
)
_WENT = lazy(
    r"[-–\s]*(?:die|der|das) (?:\w*vorlage|\w*antrag|\w*punkt|drucksache) (?:wird|wurde|ist) [^.:;]{0,90}"
    r"\bzurückgezogen\.?"
)
_TREATS = lazy(r"(?:der|die|das) [^.:;]{3,60} (?:behandelt|berät|erörtert|diskutiert) [^.:;]{3,110}\.")
_NOTHING = lazy(r"\s*(?:ohne|entfällt|kein(?:er|e)?|-|\./\.)\s*\n\s*\n")
_FATE = lazy(
    r"(?:(?:wird|wurde|ist) )?(?:\w+ )?(?:vertagt|zurückgestellt|zurückgezogen|abgesetzt|abgelehnt|verwiesen"
    r"|entfallen|entfällt)\.?"
)
_SAYS = lazy(r"\b(?:wird|werden|wurde|wurden|ist|sind|hat|haben)\b")
_NUMBERED = lazy(r"[^\n]{0,40}?\bbeschlu(?:ss|ß)\w*[ \t.-]*(?:nr|nummer)?[ \t.:]*[\w/-]{0,12}\d")
_OWN = lazy(r"[ \t:]*(?:nr\.?:?[ \t]*)?(?:[\w./-]*\d[\w./-]*)?[ \t]*(?:\([^()\n]{1,12}\))?\s*")
_STOPS = (".", ":", ";", "!", "?", '"', "“")
_LONGEST_TITLE = 220
_LINES = 2


def is_unasked(context: Context, start: int, end: int) -> bool:
    """Whether what stands below a heading says that there is no text, or is the whole record of the sitting."""
    words = context.folded[start:end].strip()
    if _NOTHING.match(context.folded, start, end):
        return True
    if _UNASKED.fullmatch(context.folded, start, end) or (
        len(words) < _SHORT * 2 and formula("none_taken").match(words)
    ):
        return True
    line = context.lines[context.line_at(start)]
    return formula("record_opens").match(words) is not None and not _SAYS.search(context.folded, start, line.end)


def is_title(context: Context, section: Section, span: tuple[int, int]) -> bool:
    """Whether below the number of a resolution but the title of its matter stands: "Beschluss Nr. 4⏎Bau der Halle"."""
    if section.start not in context.heading_starts or not _NUMBERED.match(context.folded, section.start):
        return False
    own = _OWN.match(context.folded, *span)
    begin, end = own.end() if own else span[0], span[1]
    words = context.text[begin:end].strip()
    if not words or _FATE.fullmatch(words):
        return True
    if words.endswith(_STOPS) or len(words) > _LONGEST_TITLE or words.count("\n") >= _LINES:
        return False
    if words[0].islower():
        return "\n" not in words and read_outcome(context.folded, begin, end) is not None
    return "\n\n" not in words and sentence_role(context, begin, end) is Role.PART


def is_told(context: Context, span: tuple[int, int], *, rejected: bool) -> bool:
    """Whether what stands under the heading but tells how a vote went: "Dies wird mit 7 gegen 5 abgelehnt."."""
    told = context.folded[slice(*span)].strip()
    if _URGENCY.match(told):
        return True
    if len(told) >= _SHORT or "." in told[:-1]:
        return False
    if any(pattern.fullmatch(told) for pattern in (_FOLLOWED, _VOTED_SO, _ELECTED, _TREATS, _WENT)):
        return True
    return rejected and _TELLS_VOTE.search(told) is not None


def is_report(context: Context, span: tuple[int, int]) -> bool:
    """Whether what stands under the heading but tells of somebody's proposal ("Frau N.N. schlägt vor")."""
    speaker = matcher("speakers").match(context.folded, *span)
    stop = context.text.find(".", span[0], span[1])
    first = context.folded[span[0] : stop if stop > 0 else span[1]]
    return speaker is not None and _PROPOSES.search(first) is not None


def rejects(context: Context, span: tuple[int, int]) -> bool:
    """Whether the text itself says no ("Der Rat lehnt den Antrag ab."), so that it is what was adopted."""
    mention = read_outcome(context.folded, *span)
    return mention is not None and mention.outcome is Outcome.REJECTED
