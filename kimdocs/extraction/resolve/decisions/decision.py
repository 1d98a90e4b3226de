"""Statements of results → decisions: what is stated twice is one decision, with both places as evidence."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import line_start
from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.collect import find_statements
from kimdocs.extraction.resolve.decisions.act import decision_of
from kimdocs.extraction.resolve.decisions.acting_texts import acting_texts
from kimdocs.extraction.resolve.decisions.amendment import with_amendments, with_fate, with_status
from kimdocs.extraction.resolve.decisions.bodies import name_bodies
from kimdocs.extraction.resolve.decisions.inferred import with_inferred
from kimdocs.extraction.resolve.decisions.kind_of_vote import is_aside
from kimdocs.extraction.resolve.decisions.next_vote import consents_to_move, opens_another, sums_up
from kimdocs.extraction.resolve.decisions.no_decisions import is_text_alone, mark_preparatory, without_foretold
from kimdocs.extraction.resolve.decisions.other_bodies import quote_others
from kimdocs.extraction.resolve.decisions.overview import item_of, overviewed
from kimdocs.extraction.resolve.decisions.restated import Act, partner_of, resettled
from kimdocs.extraction.resolve.decisions.same_ratio import take_same_votes
from kimdocs.extraction.resolve.decisions.same_vote import POSITIVE
from kimdocs.extraction.resolve.decisions.status_votes import adds_to_status, joins_status, status_votes
from kimdocs.extraction.resolve.decisions.told_before import mark_replies, told_at_items, without_leads
from kimdocs.extraction.resolve.decisions.vote_list import with_listed_votes
from kimdocs.extraction.resolve.sentences.moved import of_agenda, taken_off
from kimdocs.extraction.resolve.statements.counts_first import counts_first
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.extraction.resolve.statements.table import consultation_results
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.model.council import DocumentFacts
    from kimdocs.model.decision import Decision

_NEAR = 400
_FAR = 3000
_SHORT = 100
_FEW_WORDS = 2
_SUMS_UP = lazy(
    r"\b(?:(?:[a-h]|\d+)\)? bis (?:[a-h]\)|\d)|wie (?:auf|an)geführt|je los"
    r"|(?:nr\.|vorlagen?|anträge?|punkte?|ziffern?|lose?) \d+"
    r"|damit|somit|demnach|die übrigen|alle (?:übrigen|anderen)|die genannten|die anderen|sämtliche)\b"
)
_BULLET = lazy(r"\n[ ]*[*•▪·][ ]")
_AMENDED = lazy(r"(?:die|der|das|den|dem)\s+(?:so|somit|dergestalt|auf diese weise)\s+geändert")
_ITEM = lazy(
    r"\n[ ]*(?:(?:§|nr\.|punkt|top|beschluss-nr\.:?|[a-hön])[ ]?\d{1,3}(?:\.\d{1,2})*[.:]?[ ]{2,}"
    r"|[a-hön][ ]\d{1,2}(?:\.\d{1,2})?[ ])[^\W\d_]"
    r"|\n[ ]*beschlu(?:ss|ß)[ -]?nr\.?:?[ ]?\S{0,16}\d|\n[ ]*\n[ ]*[a-zäöü]{1,6}[-/][\w/.-]{0,16}\d\d[ ]+[^\W\d_]"
    r"|\n[ ]*§[ ]?\d{1,3}[ ]*\n|\n[ ]*[-_=*]{12,}[ ]*\n"
    r"|\n[ ]*\n\d{1,2}\.[ ]{1,3}(?:niederschrift|protokoll|tagesordnung|haushalt|wahl|bericht|antrag|anträge"
    r"|verschiedenes|mitteilungen|anfragen|bauantrag|vergabe|satzung)\b"
    r"|\n[ ]*\n[ ]*\d{1,2}\.\d{1,2}\.?[ ]{1,3}(?!uhr\b|mio\b|eur)[^\W\d_]{3,}"
)
_LETTERED = lazy(r"(?:[^\W\d_][^\n:]{0,30}:\s*)?\(?(?P<letter>[a-h])\)\s")
_MINUTES = (DocumentKind.MINUTES, DocumentKind.EXCERPT)
_PAPERS = (DocumentKind.SUBMISSION, DocumentKind.MOTION, DocumentKind.NOTICE, DocumentKind.AGREEMENT)


def decisions(context: Context, document: DocumentFacts) -> tuple[Decision, ...]:
    """Every act by which a body decided, in the order of the text."""
    minutes = document.kind in _MINUTES or (document.kind is DocumentKind.OTHER and bool(context.items))
    found = find_statements(context, formal_only=document.kind in _PAPERS and not context.items, by_verbs=minutes)
    if minutes:
        statements = [statement for statement, _ in found]
        quote_others(context, document.organization, statements)
        take_same_votes(context, statements)
    stated = _acts(context, found)
    if is_text_alone(context, document, stated):
        return ()
    rows = sorted((s for act in stated for s in act.statements if s.listed), key=lambda row: row.start)
    listed = [row for row in consultation_results(context) if not _within(row[0], rows)]
    acts = [Act(None, row, _type_of_row(context, row[0], document)) for row in listed]
    acts += stated
    if document.kind not in _PAPERS:
        texts = acting_texts(context, [(act.item, act.statements) for act in stated])
        acts += [Act(item, [statement]) for item, statement in texts]
    acts = without_leads(without_foretold(context, with_listed_votes(context, acts)), context.text)
    acts = told_at_items(context, acts)
    if document.kind in _PAPERS:
        name_bodies(context, document.consultations, acts)
    mark_replies(context, acts)
    told = [(act, with_fate(context, d)) for act in overviewed(context, acts) if (d := decision_of(context, act))]
    settled = [taken_off(context, own) for d in with_status(told) if (own := of_agenda(context, d))]
    ordered = tuple(sorted(settled, key=lambda d: d.evidence[0].start))
    return with_inferred(context, with_amendments(context, ordered))


def _type_of_row(context: Context, result: Statement, document: DocumentFacts) -> DecisionType:
    """The type of a result in a Beratungsfolge: in minutes, what was decided at another sitting is but quoted."""
    if document.kind not in _MINUTES or document.date is None:
        return DecisionType.MAIN
    begin = line_start(context.text, result.start)
    days = {day for day, *_ in find_dates(context, begin, result.start)}
    return DecisionType.QUOTED if days and document.date not in days else DecisionType.MAIN


def _within(statement: Statement, rows: list[Statement]) -> bool:
    """Whether the statement stands in one of the rows, which are in the order of the text."""
    index = bisect_right(rows, statement.start, key=lambda row: row.start) - 1
    return index >= 0 and statement.start < rows[index].end


def _acts(context: Context, found: list[tuple[Statement, DecisionType | None]]) -> list[Act]:
    acts: list[Act] = []
    behind = [*(statement for statement, _ in found[1:]), None]
    first = counts_first(context, [statement for statement, _ in found])
    summed = status_votes(context, found)
    for (statement, kind), following in zip(found, behind, strict=False):
        item = item_of(context, statement)
        if _is_no_act(context, statement, following) or _sums_up_rows(context, acts, statement, item):
            continue
        statement.aside = is_aside(context, statement, item)
        if acts and first.get(acts[-1].statements[-1].start) is statement:
            acts[-1].statements.append(statement)
            acts[-1].type = acts[-1].type or kind
            continue
        if adds_to_status(acts, statement, kind, summed):
            continue
        partner = None if statement.start in first else partner_of(acts, statement, kind, item)
        partner = partner if partner and joins_status(context, acts, partner, statement, summed) else None
        last = partner.statements[-1] if partner else None
        summed_up = partner is not None and partner.has_status and sums_up(context, statement)
        opened = last and not summed_up and opens_another(context, last, statement, following)
        if last and (opened or _on_another_text(context, last, statement)):
            partner = None
        if (
            partner is None
            and (statement.own_text or _leads_in(context, statement) or _is_text_put_to_vote(acts, statement, item))
            and any(a.item == item for a in acts)
        ):
            continue
        if partner is None and acts and acts[-1].item == item and _is_led_in(context, acts[-1], statement):
            partner = acts[-1]
        if partner is None:
            acts.append(Act(item, [statement], kind))
        else:
            partner.statements.append(statement)
            partner.type = partner.type or kind
    mark_preparatory(context, acts)
    return resettled(acts)


def _on_another_text(context: Context, before: Statement, statement: Statement) -> bool:
    """Whether a vote stands beyond another text than the sentence before it is about.

    So it is where the sentence led in a text ("Der Rat beschließt einstimmig:"), and where it told what became of a
    motion before the resolution that the vote is on.
    """
    if any(parts(context, before, statement) for parts in (_item_between, _on_amended, _are_lettered)):
        return True
    if _tells_sides(statement) and _is_told(before):
        return len(context.text[before.end : statement.start].split()) > _FEW_WORDS
    if before.source is not Source.PROSE:
        return False
    if before.unanimous is not None and context.text[before.end - 1] == ":":
        text = context.section_at(before.end + 1)
        return text.key == "resolution" and bool(context.text[text.end : statement.start].strip())
    if statement.source is not Source.RESULT or before.outcome in (None, *POSITIVE):
        return False
    text = context.section_at(max(0, statement.start - 1))
    return text.key == "resolution" and text.start >= before.end


def _are_lettered(context: Context, before: Statement, statement: Statement) -> bool:
    """Whether two results open with different letters, those of what they are on: "a) vertagt   b) 13 Ja, 1 Nein"."""
    marks = [_LETTERED.match(context.folded, one.start) for one in (before, statement)]
    return all(marks) and len({mark["letter"] for mark in marks if mark}) > 1


def _tells_sides(statement: Statement) -> bool:
    """Whether a line but names the groups that were against it: "Mehrheitlich gegen die Stimmen der FDP."."""
    return statement.source is Source.LINE and bool(statement.groups) and not statement.has_counts


def _is_told(statement: Statement) -> bool:
    """Whether a statement tells an outcome and the votes for it."""
    voted = statement.has_counts or statement.unanimous is not None
    return statement.source is not Source.STATUS and statement.outcome is not None and voted


def _on_amended(context: Context, before: Statement, statement: Statement) -> bool:
    """Whether a sentence is on the text as the vote right before it has changed it: "Die so geänderte Satzung …"."""
    voted = before.has_counts or before.unanimous is not None
    return voted and statement.source is Source.PROSE and _AMENDED.match(context.folded, statement.start) is not None


def _item_between(context: Context, before: Statement, statement: Statement) -> bool:
    """Whether a line that numbers an item of its own ("§ 4   Anfragen", "Punkt 4  …") parts a statement from a vote."""
    moved = before.outcome not in (None, *POSITIVE)
    told = before.has_counts or before.unanimous is not None or before.source is not Source.PROSE or moved
    if not told or before.source is Source.STATUS or context.text[before.end - 1] == ":":
        return False
    said = statement.outcome_span or statement.spread_span or (statement.start, statement.end)
    end = max(statement.start, said[0])
    if end - before.end >= _FAR:
        return False
    listed = before.source is Source.LINE and statement.source is Source.PROSE
    bullet = listed and _BULLET.search(context.folded, before.end, end)
    return bool(bullet) or _ITEM.search(context.folded, before.end, end) is not None


def _leads_in(context: Context, statement: Statement) -> bool:
    """Whether a sentence without a vote only opens a resolution: "Der Rat beschließt:"."""
    voted = statement.has_counts or statement.unanimous is not None
    return statement.source is Source.PROSE and not voted and context.text[statement.end - 1] == ":"


def _is_no_act(context: Context, statement: Statement, following: Statement | None) -> bool:
    """Whether a sentence but leads in what follows it, consents to it, or is the text that is voted on below."""
    led = _leads_in_act(context, statement, following) or _is_voted_below(context, statement, following)
    return led or consents_to_move(context, statement, following)


def _leads_in_act(context: Context, statement: Statement, following: Statement | None) -> bool:
    """Whether a sentence without a vote but leads in the one right behind it, which tells the act."""
    if following is None or not _leads_in(context, statement) or following.source is not Source.PROSE:
        return False
    return not following.quoted and not context.text[statement.end : following.start].strip()


def _is_led_in(context: Context, act: Act, statement: Statement) -> bool:
    """Whether a short sentence gives the vote on the text that one without a vote led in: "Angenommen, 30 : 2 : 1"."""
    voted = {"yes", "no"} <= statement.counts.keys() or statement.unanimous is not None
    short = statement.source is Source.PROSE and statement.end - statement.start < _SHORT and bool(statement.outcome)
    return voted and short and len(act.statements) == 1 and _leads_in(context, act.statements[0])


def _is_text_put_to_vote(acts: list[Act], statement: Statement, item: int | None) -> bool:
    """Whether a sentence without a vote ("Der Rat beschließt …") is the text that the status of its item rejects."""
    voted = statement.has_counts or statement.unanimous is not None
    if statement.source is not Source.PROSE or statement.outcome is not Outcome.ADOPTED or voted:
        return False
    last = next((act for act in reversed(acts) if act.item == item), None)
    return last is not None and last.has_status and any(s.outcome is Outcome.REJECTED for s in last.statements)


def _is_voted_below(context: Context, statement: Statement, following: Statement | None) -> bool:
    """Whether a sentence that tells of a withdrawal is but the text right behind its heading that a vote follows."""
    if statement.source is not Source.PROSE or statement.outcome is not Outcome.WITHDRAWN or following is None:
        return False
    voted = following.has_counts and following.outcome is None and following.source is not Source.PROSE
    if not voted or context.text[statement.end : following.start].strip():
        return False
    before = [heading for heading in context.headings if heading.end <= statement.start][-1:]
    return any(
        heading.key in ("resolution", "recommendation") and not context.text[heading.end : statement.start].strip()
        for heading in before
    )


def _sums_up_rows(context: Context, acts: list[Act], statement: Statement, item: int | None) -> bool:
    """Whether a sentence without a vote but says again what a table of votes right before it told of its rows."""
    voted = statement.has_counts or statement.unanimous is not None
    last = acts[-1].statements[-1] if acts and acts[-1].item == item else None
    if (
        voted
        or statement.source is not Source.PROSE
        or last is None
        or not (last.listed or last.rule == "votes.margin")
    ):
        return False
    near = statement.start - last.end < _NEAR and _SUMS_UP.search(context.folded, statement.start, statement.end)
    rows = [act for act in acts if any(s.listed or s.rule == "votes.margin" for s in act.statements)]
    told = {_won(s) for act in rows for s in act.statements if {"yes", "no"} <= s.counts.keys()}
    wanted = statement.outcome is not Outcome.REJECTED
    return bool(near) and statement.outcome in (Outcome.REJECTED, *POSITIVE) and wanted in told and len(rows) > 1


def _won(statement: Statement) -> bool:
    return statement.counts["yes"] > statement.counts["no"]
