"""Texts without a vote that are the act: they say what became of the matter, or who took them has led them in."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import behind_white_space
from kimdocs.extraction.recognise.forms.box import is_blank_form
from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.resolve.acts.read import chosen, read_acts
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kimdocs.extraction.context import Context, Section

_SENTENCE_END = lazy(r"(?<![\d\s.][.\d])(?<!\bnr)(?<!\babs)[.](?=\s|$)")
_LABEL = 12
_LONGEST_LEAD = 260
_TAKES = lazy(
    r"(?:^|[.!?:]\s|\n\s*)(?P<sentence>[^.!?:]*\b(?:fass(?:t|te|en|ten)|faß(?:t|te)|er(?:geht|ging)|trifft|traf|wird|werden|wurden?)\b"
    r"[^.!?:]*?\b(?P<what>(?:(?:nach)?folgende[nrs]?|nachstehende[nrs]?)\s+(?:\w+\s+)?[a-zäöü-]*(?:beschlu(?:ss|ß)|beschlüsse|entscheidung)"
    r"(?:\s+gefa(?:ss|ß)t)?)\s*):$"
)
_ONLY_WISHES = lazy(
    r"\b(?:hat|haben|hatte|hatten|möge|mögen|soll|sollen|sollte|würde|zu fassen|vorgeschlagen|beantragt|bittet)\b"
)
_LONGEST_SENTENCE = 500
_NO_RESOLUTION = lazy(r"\b(?:kein(?:en)?|keinerlei)\s+(?:beschlu(?:ss|ß)|beschlüsse)\b")
_FINITE = lazy(
    r"\b(?:ist|sind|wird|werden|wurden?|hat|haben|soll|sollen|kann|können|muss|müssen|darf|dürfen|gilt|bleibt|\w{3,}(?<!mi)(?<!ni)t)\b"
)
_SUPPOSES = lazy(r"(?:wird|werden|ist|sind|soll|sollte|stimmt|wenn|falls|sofern|soweit|sobald|solange)\b")


def acting_texts(
    context: Context, stated: Iterable[tuple[int | None, list[Statement]]]
) -> Iterator[tuple[int | None, Statement]]:
    """Each such text's item and first sentence; ``stated`` are the acts that are known, with their items.

    A text is no act of its own where its item has one already: any but a Kenntnisnahme told before the text. Without a
    heading only a Kenntnisnahme is one.
    """
    decided: set[int | None] = set()
    noted: dict[int | None, int] = {}
    for item, statements in stated:
        if all(statement.quoted for statement in statements):
            continue
        if statements[0].outcome is not Outcome.NOTED or statements[0].source is not Source.PROSE:
            decided.add(item)
        noted[item] = max(noted.get(item, 0), statements[-1].end)
    for section, following in zip_longest(context.sections, context.sections[1:]):
        if section.key != "resolution" or section.start >= context.closing or section.item in decided:
            continue
        if noted.get(section.item, 0) > section.start:
            continue
        if not (statement := _first_sentence(context, section)):
            led_in = _led_in(context, section)
            if led_in:
                yield section.item, led_in
            continue
        headed = section.start in context.heading_starts or _has_blank_form(context, following)
        if headed or statement.outcome is Outcome.NOTED or _led_in(context, section):
            yield section.item, statement


def _has_blank_form(context: Context, section: Section | None) -> bool:
    """Whether the label of a vote follows whose counts nobody filled in."""
    return section is not None and section.key == "result" and is_blank_form(context.ticked, section.start, section.end)


def _led_in(context: Context, section: Section) -> Statement | None:
    """The sentence right before a text by which a body takes it: "Der Rat fasst folgenden Beschluss:"."""
    heading = context.heading_starts.get(section.start)
    first = max(0, section.start - _LONGEST_LEAD)
    before = context.folded[first : heading.end if heading else section.start]
    lead = _TAKES.search(before.rstrip())
    if lead is None or _ONLY_WISHES.search(lead.group()):
        return None
    start, end = first + lead.start("sentence"), first + lead.end()
    outcome = Outcome.RECOMMENDED if "empfehl" in lead["what"] else Outcome.ADOPTED
    said = first + lead.start("what"), first + lead.end("what")
    return Statement(Source.PROSE, start, end, outcome, said, rule="formulas.lead")


def _first_sentence(context: Context, section: Section) -> Statement | None:
    begins = _SENTENCE_END.search(context.folded, section.start + _LABEL, section.end)
    end = begins.start() + 1 if begins else section.end
    if end - section.start > _LONGEST_SENTENCE:
        return None
    statement = read_statement(context, section.start, end, Source.RESULT)
    statement.counts = read_statement(context, section.start, end, Source.PROSE).counts
    if statement.outcome is None or _NO_RESOLUTION.search(context.folded, section.start, end):
        return None
    heading = context.heading_starts.get(section.start)
    begin = behind_white_space(context.text, heading.end if heading else section.start, end)
    return _as_told(context, statement, begin)


def _as_told(context: Context, statement: Statement, begin: int) -> Statement | None:
    """The statement with the act that its sentence tells from ``begin`` on; None where its words tell something else.

    Words of an outcome may name what others do ("… beauftragt, die Zustimmung der Eigentümer einzuholen"), or a case
    to come ("Wird der Zuschuss abgelehnt, …"): without a verb of acts they tell one where they are all or open it.
    """
    text, folded, end = context.text, context.folded, statement.end
    act = chosen(read_acts(text, folded, begin, end)) if begin < end else None
    if act is not None:
        if act.outcome is not statement.outcome and act.outcome is not Outcome.NOTED:
            statement.outcome, statement.outcome_span = act.outcome, (act.start, act.end)
            statement.rule, statement.weak = act.rule, False
        return statement
    said = statement.outcome_span
    plain = read_outcome(folded, begin, end, weak=False)
    verb = _FINITE.search(folded, begin, end)
    if said is None or verb is None or said[0] == begin:
        return statement
    told = plain is not None and plain.start == said[0] and not _is_supposed(folded, begin)
    return statement if told and "," not in folded[begin : said[0]] else None


def _is_supposed(folded: str, begin: int) -> bool:
    """Whether a verb or a conjunction opens the sentence, which makes it a case that may come."""
    return _SUPPOSES.match(folded, begin) is not None
