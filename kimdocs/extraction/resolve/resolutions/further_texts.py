"""Texts that nothing parts off: a sentence below says how the vote went, or it is the only one of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.resolutions.told_texts import told_texts
from kimdocs.extraction.texts.end import text_end
from kimdocs.extraction.texts.form import is_in_form
from kimdocs.extraction.texts.leads import paragraphs
from kimdocs.extraction.texts.unheaded import before_vote
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kimdocs.extraction.context import Context, Section
    from kimdocs.model.council import DocumentFacts
    from kimdocs.model.decision import Decision

_ECHO = lazy(
    r"(?:so\b|das (?:wird|wurde|ist)\b|dies (?:wird|wurde|ist)\b"
    r"|die(?:s|se)[mrn]? \w*(?:antrag|vorschlag|text|formulierung|fassung|empfehlung|wortlaut)\b"
    r"|dem (?:wird|wurde|stimmt|stimmte|folgt|folgte)\b"
    r"|(?:die|der) [\w-]+ (?:heisst|heißt|hiess|hieß) (?:den|die|das)\b"
    r"|(?:sämtliche|alle) (?:\w+ )?(?:mitglieder|anwesenden)\b|\(?(?:einstimmig|mehrheitlich|einmütig)\b)"
)
_BODY_ACTS = lazy(
    r"(?:der|die|das) [^.;:]{3,80}?\b(?:beschließt|beauftragt|bittet|fordert|stimmt|genehmigt|ermächtigt|empfiehlt)\b"
)
_PAPERS = (DocumentKind.SUBMISSION, DocumentKind.MOTION, DocumentKind.NOTICE)
_ASKING = (DocumentKind.SUBMISSION, DocumentKind.MOTION)
_OUTCOMES = (Outcome.ADOPTED, Outcome.RECOMMENDED)


def further_texts(
    context: Context,
    document: DocumentFacts,
    decided: tuple[Decision, ...],
    spans: list[tuple[Section, tuple[int, int]]],
) -> Iterator[tuple[int, int, int | None]]:
    """Start and end of each text that no section holds, and the index of the decision on it, if there is any."""
    if document.kind not in _PAPERS:
        covered = {section.item for section, _ in spans}
        echoed = list(_echoed_texts(context, decided, covered))
        yield from echoed
        covered |= {context.section_at(start).item for start, _, _ in echoed}
        yield from told_texts(context, decided, covered)
    elif not spans and document.kind in _ASKING and (span := _sole_text(context)):
        yield *span, None


def _echoed_texts(
    context: Context, decided: tuple[Decision, ...], covered: Collection[int | None]
) -> Iterator[tuple[int, int, int]]:
    """Start and end of each such text and the index of its decision, in items that hold no other text."""
    for index, decision in enumerate(decided):
        place = decision.evidence[0].start
        section = context.section_at(place)
        if section.item is None or section.item in covered or decision.type is DecisionType.QUOTED:
            continue
        if decision.outcome not in _OUTCOMES or _ECHO.match(context.folded, place) is None:
            continue
        low = context.items[section.item].fact.evidence[0].end
        before = [one.evidence[-1].end for one in decided[:index] if low <= one.evidence[-1].end <= place]
        begin = before_vote(context, max(low, *before) if before else low, place, strict=True)
        if begin is not None and (stop := text_end(context, begin, place)) > begin:
            yield begin, stop, index


def _sole_text(context: Context) -> tuple[int, int] | None:
    """Start and end of the paragraph of a paper that says what a body is to decide; None where there are several."""
    found: list[tuple[int, int]] = []
    for begin, end in paragraphs(context, 0, context.closing):
        acts = context.text[begin].isupper() and _BODY_ACTS.match(context.folded, begin, end)
        if acts and is_in_form(context, begin, end):
            found.append((begin, text_end(context, begin, end)))
    return found[0] if len(found) == 1 else None
