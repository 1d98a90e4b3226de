"""Which decisions were amended: their own words say so, or an amendment to them was adopted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import behind_white_space
from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.resolve.sentences.moved import moved_before
from kimdocs.extraction.resolve.statements.fate import acted_fate
from kimdocs.extraction.resolve.statements.statement import Source
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Section
    from kimdocs.extraction.resolve.decisions.restated import Act
    from kimdocs.model.decision import Decision

_POSITIVE = (Outcome.ADOPTED, Outcome.RECOMMENDED)
_SHORT_TEXT = 300
_PASSIVE = lazy(r"\b(?:wird|werden|wurden?)\b")
_OPENING = 260
_REJECTS = lazy(
    r"(?:beschluss[^\n]{0,40}\s*)?(?:de[rm]|die)\s+[\w-]*(?:antrag|anregung|vorschlag)\b[^.;:!?]{0,120}?\s(?:wird|werden|wurden?)\s+"
    r"(?:abgelehnt|nicht\s+(?:gefolgt|zugestimmt|stattgegeben|entsprochen))\.?"
    r"|(?:beschluss[^\n]{0,40}\s*)?(?:der|die|das)\s+(?P<who>[^.;:!?]{2,70}?)\s+lehnte?\s+(?:de[nr]|die|das)\b[^;:!?]{2,250}\s+ab\.?"
)
_RECOMMENDS = lazy(
    r"\s*(?:beschluss\w*[^\n:]{0,30}:?\s*)?(?:der|die|das)\s+(?:[\w,./-]+\s+){1,12}?empf(?:iehlt|ahl)\b"
    r"|\s*(?:beschluss\w*[^\n:]{0,30}:?\s*)?(?:dem|der)\s+(?:\w*rat|kreistag|\w*versammlung|\w*vertretung|\w*ausschuss)\s+w(?:ird|urde)\s"
    r"[^.;:!?]{0,60}?\bempfohlen\b"
)
_LED_IN = lazy(
    r"\bfolgende[nrs]?\s+(?:\w+\s+)?(?:beschluss-?vorschlag|beschlu(?:ss|ß)empfehlung(?:en)?|empfehlung(?:en)?|empfehlungsbeschlu(?:ss|ß))"
    r"(?:\s+(?:für|an)\s+(?:den|die|das)\s[^.:;\n]{3,60}|\s+(?:ab|aus))?\s*:"
)
_LEAD = 110
_ELECTS = lazy(
    r"\s*(?:beschluss\w*[^\n:]{0,30}:?\s*)?(?:der|die|das)\s+(?:[\w./-]+\s+){1,6}?(?:wählte?|bestellte?)"
    r"\s[^.;]{3,200}?\b(?:zum|zur|in de[nr]|in das|in die|als)\b"
)
_TO_TEXT = lazy(r"\s*(?:(?:den|folgenden|nachstehenden|diesen)\s+)?")
_TEXTS = ("resolution", "recommendation")
_NEXT_LINE = 4


def with_amendments(context: Context, decided: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions, those marked as amended that were."""
    items = {d.agenda_item for d in decided if d.type is DecisionType.AMENDMENT and d.outcome in _POSITIVE} - {None}
    return tuple(replace(d, amended=True) if not d.amended and _amended(context, items, d) else d for d in decided)


def with_fate(context: Context, decision: Decision) -> Decision:
    """The decision with the outcome that its text gives the matter, where the text only postpones or refers it."""
    if decision.outcome is Outcome.NONE and decision.type is DecisionType.MAIN:
        told = _with_told(context, decision) if decision.groups else decision
        counted = (decision.no, decision.abstain) != (None, None)
        return _carried(context, told) if counted and told.outcome is Outcome.NONE else told
    if decision.outcome is not Outcome.ADOPTED or decision.type is DecisionType.QUOTED:
        return decision
    fate = moved_before(context, decision) or _fate_in_sentence(context, decision) or _fate_in_text(context, decision)
    if fate is decision.outcome:
        return decision
    kind = DecisionType.ELECTION if fate is Outcome.ELECTED else decision.type
    return replace(decision, outcome=fate, type=kind)


def with_status(decided: list[tuple[Act, Decision]]) -> list[Decision]:
    """The decisions, a status that the matter was moved ("Beschluss: vertagt") and the vote on its text as one."""
    found: list[Decision] = []
    before: Act | None = None
    for act, decision in decided:
        if before and _moves_as_said(before, found[-1], act, decision):
            status, places = found[-1], (*found[-1].evidence, *decision.evidence)
            found[-1] = replace(
                decision, outcome=status.outcome, outcome_text=status.outcome_text, evidence=places, rule=status.rule
            )
        else:
            found.append(decision)
        before = act
    return found


def _moves_as_said(before: Act, status: Decision, act: Act, decision: Decision) -> bool:
    """Whether a bare status or sentence says that the matter was moved, and the act behind is the vote on that."""
    if before.item != act.item or len(before.statements) > 1 or act.has_status or act.aside:
        return False
    said, told = before.statements[0], act.statements[-1]
    voted = told.outcome in (None, *_POSITIVE) and (told.unanimous is not None or told.has_counts)
    bare = said.unanimous is None and not said.has_counts and not said.groups
    if not (bare and voted) or status.outcome not in (Outcome.POSTPONED, Outcome.REFERRED):
        return False
    if said.source is Source.PROSE:
        formal = told.source is not Source.PROSE and len(act.statements) == 1
        return formal and 0 <= told.start - said.end < _NEXT_LINE and decision.outcome in _POSITIVE
    return before.has_status and status.outcome is decision.outcome


def _fate_in_sentence(context: Context, decision: Decision) -> Outcome | None:
    """What the sentence says right before the vote on its line: "wird an den Ausschuss verwiesen.   einstimmig"."""
    start = decision.evidence[0].start
    if decision.outcome_text or context.section_at(start).key in _TEXTS:
        return None
    line = context.lines[context.line_at(start)]
    end = line.start + len(context.folded[line.start : start].rstrip())
    if context.folded[line.start : end][-1:] != ".":
        return None
    begin = max(context.section_at(start - 1).start, context.folded.rfind(". ", 0, end - 1), end - _SHORT_TEXT)
    told = read_outcome(context.folded, begin, end)
    fits = told is not None and told.end == end - 1 and told.outcome in (Outcome.POSTPONED, Outcome.REFERRED)
    if not told or not fits or not _PASSIVE.search(context.folded, begin, told.start):
        return None
    return None if matcher("reported").first(context.folded, begin, end) else told.outcome


def _with_told(context: Context, decision: Decision) -> Decision:
    """The decision of groups' votes alone with the outcome that the text tells: "Die Vorlage wird abgelehnt."."""
    text = _text_before(context, decision)
    told = read_outcome(context.folded, *text, weak=False) if text and text[1] - text[0] <= _SHORT_TEXT else None
    return replace(decision, outcome=told.outcome) if told and not told.silent else decision


def _carried(context: Context, decision: Decision) -> Decision:
    """The decision with the outcome that a resolution has below which but the few stand who did not vote for it.

    "Beschluss: Der Plan wird gebilligt.⏎2 Gegenstimmen".
    """
    text = _text_before(context, decision) or _text_led_in(context, decision)
    against = (decision.no or 0) + (decision.abstain or 0)
    many = decision.present is not None and against * 2 >= decision.present
    if text is None or decision.outcome_text or decision.yes is not None or many:
        return decision
    return replace(decision, outcome=_fate_in_text(context, replace(decision, outcome=Outcome.ADOPTED)))


def _fate_in_text(context: Context, decision: Decision) -> Outcome:
    text = _text_before(context, decision)
    if text is None:
        return Outcome.RECOMMENDED if _recommends_below(context, decision) else decision.outcome
    fate = acted_fate(context.folded, *text)
    if fate and not (fate is Outcome.NOTED and decision.outcome_text):
        return fate
    if _recommends(context, *text):
        return Outcome.RECOMMENDED
    if _ELECTS.match(context.folded, text[0], min(text[1], text[0] + _OPENING)):
        return Outcome.ELECTED
    mention = read_outcome(context.folded, *text) if text[1] - text[0] <= _SHORT_TEXT else None
    passive = mention and _PASSIVE.search(context.folded, text[0], mention.end)
    if mention and passive and mention.outcome in (Outcome.POSTPONED, Outcome.REFERRED) and not mention.weak:
        return mention.outcome
    rejects = not decision.outcome_text and _rejects(context.folded[slice(*text)].strip())
    return Outcome.REJECTED if rejects else decision.outcome


def _rejects(text: str) -> bool:
    """Whether the text but rejects a motion, whose words it is not: "Der Rat lehnt den Antrag … ab."."""
    told = _REJECTS.fullmatch(text)
    if told is None or told["who"] is None:
        return told is not None
    subject = matcher("deciders").first(told["who"])
    return subject is not None and subject.entry.value == "body"


def _recommends(context: Context, start: int, end: int) -> bool:
    """Whether the text is a recommendation: under such a heading, or a body "empfiehlt" in its first words."""
    if context.section_at(start).key == "recommendation":
        return True
    low, high = max(0, start - _LEAD), min(end, start + _LEAD)
    if context.folded.find("folgende", low, high) >= 0 and _LED_IN.search(context.folded, low, high):
        return True
    words = context.folded[start : min(end, start + _OPENING)]
    return "empf" in words and _RECOMMENDS.match(words) is not None


def _recommends_below(context: Context, decision: Decision) -> bool:
    """Whether a status with its vote stands above a text that is a recommendation."""
    end = decision.evidence[-1].end
    status = context.section_at(decision.evidence[0].start)
    if status.key != "status" or decision.type is DecisionType.AMENDMENT or end >= len(context.text):
        return False
    below = behind_white_space(context.text, end)
    section = context.section_at(min(below, len(context.text) - 1))
    return section.item == status.item and section.start >= end and _recommends(context, section.start, section.end)


def _text_before(context: Context, decision: Decision) -> tuple[int, int] | None:
    """The resolution that the decision's vote follows."""
    for evidence in decision.evidence:
        section = context.section_at(max(0, evidence.start - 1))
        if decision.type is DecisionType.PART and section.key == "result" and section.start:
            section = context.section_at(section.start - 1)
        while section.start and (section.key == "after_resolution" or _tells_manner(context, section)):
            section = context.section_at(section.start - 1)
        if section.key in _TEXTS:
            return section.start, section.end
    return None


def _tells_manner(context: Context, section: Section) -> bool:
    """Whether the section but tells how the vote was taken ("Form der Abstimmung: offen")."""
    heading = context.heading_starts.get(section.start)
    return heading is not None and heading.rule == "headings.manner"


def _amended(context: Context, items: set[str | None], decision: Decision) -> bool:
    """Whether the decision's words say so; ``items`` are the agenda items with an amendment that was adopted."""
    if decision.outcome not in _POSITIVE or decision.type not in (DecisionType.MAIN, DecisionType.PROCEDURAL):
        return False
    for evidence in decision.evidence:
        if matcher("amended").first(context.folded, evidence.start, evidence.end):
            return True
    text = _text_led_in(context, decision)
    if text and matcher("amended").first(context.folded, *text):
        return True
    return decision.agenda_item in items


def _text_led_in(context: Context, decision: Decision) -> tuple[int, int] | None:
    """The resolution that starts right behind the sentence of the decision."""
    end = decision.evidence[0].end
    led = _TO_TEXT.match(context.folded, end)
    begin = max(end + 2, led.end() if led else end)
    following = context.section_at(min(begin, max(0, len(context.text) - 1)))
    if following.key in _TEXTS and following.start >= end - 1:
        return following.start, following.end
    return None
