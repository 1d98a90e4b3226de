"""The text that was proposed or adopted, with its points, linked to the decision on it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from kimdocs.extraction.layout.as_written import as_written
from kimdocs.extraction.layout.markup import without_tags
from kimdocs.extraction.resolve.resolutions.further_texts import further_texts
from kimdocs.extraction.resolve.resolutions.no_text import is_report, is_title, is_told, is_unasked, rejects
from kimdocs.extraction.resolve.resolutions.points import points
from kimdocs.extraction.resolve.resolutions.text_decision import (
    PENDING,
    decision_at,
    decision_on,
    is_but_proposed,
    is_led_proposal,
)
from kimdocs.extraction.texts.opening import fields_above
from kimdocs.extraction.texts.wording import without_opening
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import DecisionType, Outcome, Resolution, ResolutionKind

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Section
    from kimdocs.model.council import DocumentFacts
    from kimdocs.model.decision import Decision
    from kimdocs.model.source import Evidence

_TEXTS = ("resolution", "recommendation", "proposed_resolution")
_PAPERS = (DocumentKind.SUBMISSION, DocumentKind.MOTION, DocumentKind.NOTICE)
_TRAILING = lazy(
    # the cells of a column of counts beside its last line
    r"(?<=[.;])[ \t]{5,}\d{1,3}(?:[ \t]{2,}[-\d]{1,3}){1,3}$"
    r"|(?:\s*(?:--\s*\d+\s+(?:of|von)\s+\d+\s*--|[-–]\s*\d{1,3}\s*[-–]|seite\s+\d{1,3}(?:\s+von\s+\d{1,3})?)\s*)+$",
    re.IGNORECASE,
)
# that of the heading behind the text: "…⏎⏎III. |Abstimmungsergebnis"
_NEXT_NUMBER = lazy(r"\n[ \t]*(?:[IVX]{1,4}|\d{1,2}|[a-h])[.)][ \t]*\Z")
_LEADING = lazy(
    r"\s*(?:\*{1,3}\s+)?(?:Reduzieren\s*\n\s*)?(?:[-–]\s*\d{1,3}\s*[-–]\s*\n\s*|[-–] \d{1,3} [-–]\s+(?=[A-ZÄÖÜ]))?"
)
_LIST_MARKER = lazy(r"1[.)]\u00a0{3,}\s+|\d{1,2}\.\d{1,2}\.?[ \t]+(?=[A-ZÄÖÜ])")
_LABEL = lazy(r"(?:Text|Wortlaut|Tenor):\s+(?=\S)")
_OWN_NUMBER = lazy(r"[ \t:]*(?:nr\.?:?[ \t]*)?[\w.]{0,8}[ \t]?\d[\w./-]*[ \t]*\n\s*")
_OWN_NAME = lazy(
    r"(?:(?:etat|haushalts)?(?:anregung|antrag)|initiative|anfrage|auskunftsersuchen|vorlage|drucksache)\b[^.:;\n]{0,40}?"
    r"\b(?:[a-z]{1,4}[ -])?\d{1,5}[ /-]\d{2,4}[ \t]*\n\s*"
    r"|(?:anregung|initiative|auskunftsersuchen)\b[^.:;\n]{0,40}?\b[a-z]{1,4} \d{1,5} \d{4} (?=(?:die|der|dem) )"
)
# on a line of its own a number of several parts, or behind what it is of: "AU/GV/017/2031", "(Drucksache Nr. 31/044)"
_OWN_REFERENCE = lazy(
    r"\s*\(?(?:(?:drucksache|vorlage|beschlussvorlage|drs|ds)\b[ .-]{0,2}(?:(?:nr|nummer)\b\.?)?:?[ \t]*"
    r"|(?=[^\n]{0,20}\d{3})(?=[^\n]*\d[/-]|[^\n]*[/-]\d))"
    r"(?:[a-zäöü]{1,5}[ ./-]){0,3}\d[\w./-]*\)?[ \t]*\n\s*"
)
# whom a recommendation is by, on what, and the clause that leads its text in
_ADDRESSED = lazy(
    r"\s*(?:[^\W\d][^\n.:;]{2,110}\n\s*){0,2}(?:betr(?:\.|eff|ifft)?:? [^\n]{3,160}\n\s*){0,2}"
    r"(?:der|die|das) [^.:;\n]{2,80} (?:möge|wolle) (?:wie folgt |folgendes )?beschließen\s?:[ \t]*\n\s*"
)
# the number of a page between two lines of a text
_PAGE_ENDS = lazy(
    r"(?:\n[ \t\f]*)+(?:[-–] ?\d{1,3} ?[-–]|Seite \d{1,3}(?: (?:von|/) \d{1,3})?)[ \t]*(?:\n[ \t]*)*(?=\n)"
)
_BLANKED = lazy(r"[ ]{4,}\n")
_QUOTE = '"'
_LONGEST_REFERENCE = 60
# how the vote on a mere reference went, or in what it was changed: "nach Antrag, gegen die Stimmen der ABC"
_REFERENCE_VOTED = lazy(
    r"(?:\s*[,;(–-]|\s)\s*"
    r"(?:\(|einstimmig|mehrheitlich|einmütig|gegen |bei |mit \d|in (?:ziffer|punkt|nr\.) \d|geändert)"
)
_DATED = lazy(r"\bvom \d{1,2}\. ?(?:\d{1,2}\.|[a-zä]{3,9}) ?\d{2,4}")
_GAP = 20
# a point that is no sentence: "1. den Weg zu sperren"
_INFINITIVE_POINT = lazy(r"\(?[1a]\s?[.)]\s+[a-zäöü]")
_REQUESTS = lazy(r"(?:Die|Der|Das) [^.,:;]{3,60} (?:beantragt|beantragen)\b")
_BOXES = lazy(r"\s*(?:(?:\[[ x]?\]|[☐☒☑])\s*[^\[\]☐☒☑\n.]{3,40}){2,}\n\s*(?=\S)", re.IGNORECASE)


def resolutions(context: Context, document: DocumentFacts, decided: tuple[Decision, ...]) -> tuple[Resolution, ...]:
    """Proposed and adopted resolutions, in the order of the text, also mere references ("wie Vorlage")."""
    if document.kind is DocumentKind.AGREEMENT:
        return ()
    found = []
    by_item: dict[int | None, list[int]] = defaultdict(list)
    for number, decision in enumerate(decided):
        if decision.type is not DecisionType.QUOTED:
            by_item[context.section_at(decision.evidence[0].start).item].append(number)
    texts = [s for s in context.sections if s.key in _TEXTS and s.start < context.closing]
    spans = [(section, span) for section in texts if (span := _text_span(context, section))]
    for section, span in spans:
        beside = context.margins.get(section.start)
        inside = by_item[section.item]
        index = decision_on(context, decided, inside, section) if beside is None else decision_at(decided, beside)
        if index is not None and is_led_proposal(context, section, decided[index]):
            index = None
        resolution = _resolution(context, document, decided, section, span, index)
        if resolution and resolution.kind is ResolutionKind.ADOPTED:
            proposed = is_but_proposed(context, section, texts, None if index is None else decided[index])
            resolution = replace(resolution, kind=ResolutionKind.PROPOSED) if proposed else resolution
        if resolution:
            found.append(resolution)
    for begin, end, index in further_texts(context, document, decided, spans):
        one = _resolution(context, document, decided, context.section_at(begin), (begin, end), index)
        found += [one] if one else []
    found.sort(key=lambda one: one.evidence[0].start)
    return tuple(one for one in found if len(found) == 1 or not _retells_request(one))


def _retells_request(resolution: Resolution) -> bool:
    """Whether a text but tells, beside others, what somebody moves: "Die Fraktion beantragt, …"."""
    return resolution.kind is ResolutionKind.PROPOSED and _REQUESTS.match(resolution.text) is not None


def _text_span(context: Context, section: Section) -> tuple[int, int] | None:
    heading = context.heading_starts.get(section.start)
    start = heading.end if heading else section.start
    text = _NEXT_NUMBER.sub("", context.text[start : section.end]).rstrip()
    text = text[:-1].rstrip() if text.endswith("\n|") else text
    trailing = _TRAILING.search(text) if text[-1:] in "-–" or text[-1:].isdigit() else None
    end = start + (trailing.start() if trailing else len(text))
    number = _OWN_NUMBER.match(context.folded, start, end) if heading else None
    start = number.end() if number else start
    leading = _LEADING.match(context.text, start, end)
    start = leading.end() if leading else start
    label = _LABEL.match(context.text, start, end)
    start = label.end() if label else start
    for own in (_OWN_NAME, _OWN_REFERENCE, _ADDRESSED) if heading else ():
        named = own.match(context.folded, start, end)
        start = named.end() if named else start
    boxes = _BOXES.match(context.text, start, end)
    start = boxes.end() if boxes else start
    told, start = start, _behind_opening(context, start, end)
    quoted = context.folded.count(_QUOTE, told, start) % 2 and context.folded[end - 1] == _QUOTE
    end -= 1 if quoted else 0
    marker = _LIST_MARKER.match(context.source.text, start, end)
    start = marker.end() if marker and not _counts_on(context, marker, end) else start
    return None if is_unasked(context, start, end) else (start, end)


def _behind_opening(context: Context, start: int, end: int) -> int:
    """Where the words of a text start behind an empty opening, which points that go on with its sentence need."""
    behind = without_opening(context.folded, start, end)
    led = context.text[start:behind].rstrip()
    point = None if led.endswith(":") else _INFINITIVE_POINT.match(context.text, behind, end)
    return behind if point is None else start


def _counts_on(context: Context, marker: re.Match[str], end: int) -> bool:
    """Whether the number before a text is that of a point, which another follows: "1.1 …⏎1.2 …"."""
    number = marker.group().strip(" \t\u00a0.)").split(".")
    if len(number) < len(("1", "2")):
        return False
    following = f"\n{number[0]}.{int(number[1]) + 1}"
    return context.text.find(following, marker.end(), end) >= 0


def _resolution(
    context: Context,
    document: DocumentFacts,
    decided: tuple[Decision, ...],
    section: Section,
    span: tuple[int, int],
    index: int | None,
) -> Resolution | None:
    """The resolution of a section; None where minutes report that its text was rejected, or leave open what became."""
    rejected = index is not None and (decided[index].outcome is Outcome.REJECTED or _is_open(decided[index]))
    if index is not None and decided[index].outcome in PENDING and _is_bare(context, section):
        return None
    if document.kind in _PAPERS and _is_of_earlier(context, section):
        return None
    if (
        rejected
        and document.kind not in _PAPERS
        and not rejects(context, span)
        and not _is_headed_proposal(context, section)
    ):
        return None
    voted = index is not None and any(span[0] < place.start < span[1] for place in decided[index].evidence)
    if is_told(context, span, rejected=rejected) or (voted and is_report(context, span)):
        return None
    if is_title(context, section, span):
        return None
    item = context.items[section.item].fact.number if section.item is not None else None
    text = _PAGE_ENDS.sub("", as_written(context.text[slice(*span)], context.source.text[slice(*span)]))
    return Resolution(
        kind=_kind(context, document, decided, section, index),
        agenda_item=item,
        text=without_tags(_BLANKED.sub("\n", text)).strip(),
        points=points(text),
        decision=index,
        evidence=(context.evidence(*span),),
    )


def _is_bare(context: Context, section: Section) -> bool:
    """Whether nothing calls a text a proposal, and no status above its item tells what became of it."""
    return (
        section.key != "proposed_resolution"
        and section.start not in context.heading_starts
        and fields_above(context, section) is None
    )


def _is_open(decision: Decision) -> bool:
    """Whether the vote on a part does not tell what became of it: "a) 5 Enthaltungen"."""
    return decision.outcome is Outcome.NONE and decision.type is DecisionType.PART


def _is_of_earlier(context: Context, section: Section) -> bool:
    """Whether the heading of a text in a paper is that of what a body resolved on an earlier day."""
    heading = context.heading_starts.get(section.start)
    if heading is None or heading.key != "resolution":
        return False
    return _DATED.search(context.folded, heading.start, heading.end) is not None


def _is_headed_proposal(context: Context, section: Section) -> bool:
    """Whether a text stands under a heading that calls it a proposal: that it is, also where it was rejected."""
    return section.key == "proposed_resolution" and section.start in context.heading_starts


def _kind(
    context: Context, document: DocumentFacts, decided: tuple[Decision, ...], section: Section, index: int | None
) -> ResolutionKind:
    proposed = section.key in ("proposed_resolution", "recommendation") or index is None
    proposed = proposed or decided[index or 0].outcome is Outcome.RECOMMENDED
    proposed = proposed or _is_told_in_head(context, section, decided[index or 0])
    if document.kind in _PAPERS and (proposed or _reasons_behind(context, section, decided[index or 0])):
        return ResolutionKind.PROPOSED
    rejected = index is not None and decided[index].outcome is Outcome.REJECTED
    pending = rejected or (index is not None and decided[index].outcome in PENDING)
    proposed = section.key == "proposed_resolution" and pending
    return ResolutionKind.PROPOSED if proposed else ResolutionKind.ADOPTED


def _is_told_in_head(context: Context, section: Section, decision: Decision) -> bool:
    """Whether a decision stands above a text, among the bodies that deal with its paper."""
    place = decision.evidence[-1].start
    return place < section.start and context.section_at(place).key in ("head", "consultations")


def _reasons_behind(context: Context, section: Section, decision: Decision) -> bool:
    """Whether a paper gives reasons between a text and the form for its vote, or behind one that a clause leads in."""
    bare = section.start not in context.heading_starts
    led = bare and without_opening(context.folded, section.start, section.end) > section.start
    led = led or context.text[max(0, section.start - _GAP) : section.start].rstrip().endswith(":")
    low, high = section.end, len(context.text) if led else decision.evidence[0].start
    return any(one.key == "statement_of_facts" and low <= one.start < high for one in context.sections)


def without_references(
    decided: tuple[Decision, ...], texts: tuple[Resolution, ...]
) -> tuple[tuple[Decision, ...], tuple[Resolution, ...]]:
    """Resolutions with a text of their own; a mere reference to the paper is evidence of the decision on it."""
    cited: dict[int, tuple[Evidence, ...]] = {}
    refers = list(map(refers_to_paper, texts))
    if not any(refers):
        return decided, texts
    for one in compress(texts, refers):
        if one.decision is not None:
            cited[one.decision] = (*cited.get(one.decision, ()), *one.evidence)
    decisions = tuple(
        replace(decision, evidence=(*decision.evidence, *cited[index])) if index in cited else decision
        for index, decision in enumerate(decided)
    )
    return decisions, tuple(one for one, refer in zip(texts, refers, strict=True) if not refer)


def refers_to_paper(resolution: Resolution) -> bool:
    """Whether the text is but a reference: "wie Vorlage", "wie Antrag"."""
    words = resolution.text.lower().strip(" .:")
    voted = _REFERENCE_VOTED.search(words)
    words = words[: voted.start()].rstrip(" .:") if voted else words
    return len(words) <= _LONGEST_REFERENCE and matcher("by_reference").fullmatch(words) is not None
