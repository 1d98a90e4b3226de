"""What does not fit in a document, told as issues of its record, each with the places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.context import Told
from kimdocs.extraction.recognise.figures.figure import malformed_amounts
from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.resolve.statements.statement import Source, read_statement
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold
from kimdocs.model.council import FinancialStatement
from kimdocs.model.decision import DecisionType, Outcome
from kimdocs.model.finance import SectionKind
from kimdocs.model.record import Issue, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Section
    from kimdocs.model.decision import Decision
    from kimdocs.model.record import Record
    from kimdocs.model.source import Evidence

_POSITIVE = (Outcome.ADOPTED, Outcome.RECOMMENDED, Outcome.ELECTED)
_SIDES = {"yes": "Ja", "no": "Nein", "abstain": "Enthaltung"}
_SHOWN = 60


def issues(context: Context, record: Record) -> Record:
    """The record with its issues added, in the order of the text."""
    found = [issue for decision in record.decisions for issue in _decision_issues(decision)]
    found += [issue for decision in record.decisions for issue in _differing_counts(context, decision)]
    found += _contradicted_finance(context, record)
    found += _untold_results(context)
    found += malformed_amounts(context)
    found += [Issue("reader", Severity.NOTE, warning) for warning in context.source.warnings]
    found.sort(key=lambda issue: issue.evidence[0].start if issue.evidence else -1)
    return replace(record, issues=(*record.issues, *found))


def _decision_issues(decision: Decision) -> Iterator[Issue]:
    if decision.type is DecisionType.QUOTED:
        return
    yes, no = decision.yes, decision.no
    if decision.outcome is Outcome.REJECTED and _said_positive(decision):
        message = (
            f"Der Beschlussstatus „{decision.outcome_text}“ passt nicht zum Abstimmungsergebnis: {yes} Ja, {no} Nein."
        )
        yield Issue("outcome-contradicts-votes", Severity.WARNING, message, decision.evidence)
    side, opposed = ("Ja", yes) if decision.outcome is Outcome.REJECTED else ("Nein", no)
    if decision.unanimous and opposed:
        message = f"„Einstimmig“ passt nicht zu {opposed} {side}-Stimmen."
        yield Issue("unanimous-with-no-votes", Severity.WARNING, message, decision.evidence)
    voted = sum(n or 0 for n in (yes, no, decision.abstain))
    if decision.present is not None and voted > decision.present:
        message = f"Es wurden {voted} Stimmen gezählt, anwesend waren aber nur {decision.present} Stimmberechtigte."
        yield Issue("tally-exceeds-present", Severity.WARNING, message, decision.evidence)
    if decision.groups and decision.outcome is Outcome.NONE and (yes, no, decision.abstain) == (None, None, None):
        message = "Das Ergebnis nennt nur die Stimmen der einzelnen Gruppen, keine Summe; es bleibt offen."
        yield Issue("unknown-outcome", Severity.NOTE, message, decision.evidence)
    if decision.roll_call and (yes, no) == (None, None):
        message = "Die namentliche Abstimmung nennt keine Summe; die Stimmen bleiben offen."
        yield Issue("roll-call-without-total", Severity.NOTE, message, decision.evidence)
    yield from _group_issues(decision)


def _differing_counts(context: Context, decision: Decision) -> Iterator[Issue]:
    """Counts that the statements of one decision give differently, or one of them gives twice."""
    counts: dict[str, tuple[int, Evidence]] = {}
    for evidence in decision.evidence:
        told = context.told.get((evidence.start, evidence.end), Told({}, frozenset()))
        for side in sorted(told.unclear):
            message = f"Die {_SIDES[side]}-Stimmen sind mehrfach und verschieden angegeben; sie bleiben offen."
            yield Issue("votes-differ", Severity.WARNING, message, (evidence,))
        for side, number in told.counts.items():
            first = counts.setdefault(side, (number, evidence))
            if first[0] != number and side in _SIDES:
                message = f"Die {_SIDES[side]}-Stimmen sind verschieden angegeben: {first[0]} und {number}."
                yield Issue("votes-differ", Severity.WARNING, message, (first[1], evidence))


def _said_positive(decision: Decision) -> bool:
    if decision.outcome_text is None or fold(decision.outcome_text).startswith(("empfiehlt", "beschließt")):
        return False
    words = fold(decision.outcome_text)
    said = read_outcome(words, 0, len(words), status=True)
    return said is not None and said.outcome in _POSITIVE


def _group_issues(decision: Decision) -> Iterator[Issue]:
    """Votes by group that do not add up to the count of their side, where every group has its number."""
    groups = decision.groups or {}
    for side, word in _SIDES.items() if groups else ():
        total = getattr(decision, side)
        votes = [sides[side] for sides in groups.values() if side in sides]
        known = [n for n in votes if n is not None]
        if total is None or not votes or len(known) < len(votes) or len(known) < 2 or sum(known) == total:
            continue
        message = (
            f"Die Stimmen der Fraktionen ergeben zusammen {sum(known)}, als {word}-Stimmen sind aber {total} angegeben."
        )
        yield Issue("groups-against-total", Severity.WARNING, message, decision.evidence)


def _contradicted_finance(context: Context, record: Record) -> Iterator[Issue]:
    """A finance block that says "keine" while the text says that costs stay with the municipality."""
    if record.document.financial_impact is not FinancialStatement.NONE_STATED:
        return
    stated = record.document.evidence.get("financial_impact", ())
    costs: list[Evidence] = []
    for section in context.sections:
        if section.kind in (SectionKind.STATEMENT_OF_FACTS, SectionKind.DEBATE, SectionKind.OTHER):
            costs += [
                context.evidence(m.start, m.end)
                for m in matcher("own_costs").finditer(context.folded, section.start, section.end)
            ]
    if costs:
        message = "Unter „Finanzielle Auswirkungen“ steht „keine“; der Text nennt aber Kosten, die die Kommune trägt."
        yield Issue("financial-impact-contradicted", Severity.WARNING, message, (*stated, *costs[:3]))


def _untold_results(context: Context) -> Iterator[Issue]:
    """Results whose words the lexicon does not know: left open, and said so."""
    told = {start for start, _ in context.told}
    for section in context.sections:
        if section.key != "result" or section.start >= context.closing or section.start in told:
            continue
        value = _value_of_label(context, section)
        if value is None or _says_none(context, value) or read_statement(context, *value, Source.RESULT).says_something:
            continue
        words = " ".join(context.text[value[0] : value[1]].split())
        if not words.strip(" :.-–/|") or len(words) > _SHOWN:
            continue
        message = f"Das Ergebnis „{words}“ konnte nicht gedeutet werden; es bleibt offen."
        yield Issue("unknown-outcome", Severity.NOTE, message, (context.evidence(section.start, value[1]),))


def _value_of_label(context: Context, section: Section) -> tuple[int, int] | None:
    heading = context.heading_starts.get(section.start)
    if heading is None:
        return None
    end = context.lines[heading.line].end
    label = context.folded[heading.start : heading.end]
    return (
        (heading.end, end)
        if end > heading.end and ("stimm" in label or "beschluss" in label or "beratung" in label)
        else None
    )


def _says_none(context: Context, value: tuple[int, int]) -> bool:
    """Whether the words say that there was no vote."""
    mention = read_outcome(context.folded, *value, status=True)
    return mention is not None and mention.silent
