"""What one sentence of running text states: its act and vote, or None where it reports, wishes or supposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.acts.shares import take_shares
from kimdocs.extraction.resolve.acts.told import take_told
from kimdocs.extraction.resolve.decisions.same_ratio import says_same
from kimdocs.extraction.resolve.sentences.acting import (
    acts_itself,
    by_others,
    continues_body,
    is_about_motion,
    is_put_off,
    take_decided,
    take_issued,
    take_noun,
    told_of_others,
    votes_by_noun,
)
from kimdocs.extraction.resolve.sentences.elliptic import (
    is_bare,
    noted_at_end,
    opens_with_fate,
    opens_with_manner,
    told_at_end,
    unopposed,
)
from kimdocs.extraction.resolve.sentences.mood import mood_of
from kimdocs.extraction.resolve.sentences.plain import by_body, closes_text, informs, is_dated, is_plain
from kimdocs.extraction.resolve.sentences.speech import is_speech
from kimdocs.extraction.resolve.statements.bracketed import with_votes_for
from kimdocs.extraction.resolve.statements.elected import with_own_votes
from kimdocs.extraction.resolve.statements.not_votes import is_known_vote, opens_with_others
from kimdocs.extraction.resolve.statements.own_side import take_own_side
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement

_TEXTS = frozenset(("resolution", "recommendation"))
_REASON = lazy(r",\s+(?:da|weil|wenn|falls|sofern)\s")
_BY_AGENT = (Outcome.ADOPTED, Outcome.REJECTED, Outcome.ELECTED)
_WITHOUT_OBJECT = (Outcome.NOTED, Outcome.ELECTED)
_CLAUSE = lazy(r"[,;](?!\d)|(?<!\d ):(?!\d)|\s-\s")
_COUNTED = lazy(r"[;:]\s+([^;:]*\d[^;:]*)$")
_CLAUSE_END = lazy(
    r"[,;:]|\s-\s|\s(?:und|sowie)\s+(?:bittet|bitten|bat|baten|regt|hofft|wünscht|erwartet|fordert|dankt)\b"
)
_NAMED_FOR = lazy(r"(?:ausschu(?:ss|sses|ß)|beirat|kommission)\s+für\s+[\w\s,-]*$")
_LISTED_ON = lazy(r"\s+[\w-]+(?:,\s+[\w-]+){0,3}\s+und\s+[\w-]+\b")
_LONGEST_NAME = 80


def statement_of(context: Context, start: int, end: int) -> Statement | None:
    """The statement a sentence makes, or None where it makes none or one that cannot be told from a report."""
    statement = with_votes_for(context, read_statement(context, start, end, Source.PROSE))
    told = take_told(context, statement)
    with_own_votes(context, take_shares(context.folded, statement))
    take_own_side(context.folded, statement)
    take_noun(context.folded, statement)
    take_issued(context.folded, statement)
    same = says_same(context.folded, start, end)
    if statement.weak and not statement.has_counts and statement.unanimous is None and not same:
        if _acts(context, statement):
            statement.weak, statement.firm = False, True
        else:
            take_decided(context.folded, statement)
    voted = statement.has_counts or statement.unanimous is not None or same
    if not statement.says_something or (statement.weak and not voted):
        return unopposed(context, statement) or noted_at_end(context, statement)
    reason = _REASON.search(context.folded, (statement.outcome_span or (start, end))[1], end)
    if reason and statement.has_counts and context.folded.find("stimm", start, reason.start()) < 0:
        statement = read_statement(context, start, reason.start(), Source.PROSE)
    clause = _clause_of(context, statement)
    mood = mood_of(context, start, clause, own=statement.outcome is Outcome.WITHDRAWN, votes=told)
    statement.quoted = mood == "quoted"
    if mood == "hypothetical":
        return None
    if context.section_at(start).key in _TEXTS:
        return _own_vote(context, statement)
    if is_speech(context, statement) or opens_with_others(context.folded, statement.start, statement.end):
        return None
    if voted or statement.groups:
        return _firm(context, statement)
    return statement if _tells_outcome(context, statement, clause) else unopposed(context, statement)


def _acts(context: Context, statement: Statement) -> bool:
    """Whether the words of the outcome, which need a vote beside them, have the subject that spares it."""
    if statement.rule.endswith("_by_body"):
        return acts_itself(context.text, context.folded, statement)
    if statement.rule.endswith("_by_motion"):
        return is_about_motion(context.folded, statement)
    if statement.rule.endswith(".elected_into_office"):
        said = statement.outcome_span or (0, 0)
        return said[0] == statement.start and said[1] >= statement.end - 1
    return statement.rule.endswith(".decided_later") and is_put_off(context.folded, statement)


def _tells_outcome(context: Context, statement: Statement, clause: tuple[int, int]) -> bool:
    """Whether a sentence without a vote tells an outcome: of a body's own act, or of one it reports."""
    folded, outcome = context.folded, statement.outcome
    if (statement.firm or statement.concludes) and not statement.quoted:
        return not (statement.rule.endswith(".awarded") and informs(context, statement))
    if outcome is None or statement.weak:
        return False
    if not statement.quoted and continues_body(folded, statement):
        return True
    if not statement.quoted and (
        opens_with_fate(folded, statement, clause[1])
        or (opens_with_manner(folded, statement) and not is_dated(folded, clause))
    ):
        return True
    others = outcome in _BY_AGENT and by_others(folded, statement.start, statement.end)
    decider = outcome in _WITHOUT_OBJECT or matcher("deciders").first(folded, statement.start, statement.end)
    if others or not decider:
        return False
    return by_body(context, clause) if statement.quoted else is_plain(context, statement, clause)


def _own_vote(context: Context, statement: Statement) -> Statement | None:
    """A resolution's own sentence that says how it was voted on: "beschließt der Rat bei 3 Gegenstimmen …"."""
    told = statement.outcome is not None and not statement.weak and statement.has_counts
    if not statement.quoted and (told or {"yes", "no"} <= statement.counts.keys()):
        return statement
    if statement.quoted or statement.outcome_span is None or statement.weak:
        return None
    if closes_text(context, statement):
        return statement
    verb = context.folded[statement.outcome_span[0] : statement.outcome_span[1]].split()[0]
    voted = statement.has_counts or statement.unanimous is not None
    if (
        not voted
        or verb not in words_of("result_words", "finite")
        or not by_body(context, (statement.start, statement.end))
    ):
        return None
    statement.own_text = True
    return statement


def _firm(context: Context, statement: Statement) -> Statement | None:
    """A sentence with a vote: it decides unless a body is missing and nothing was put to the vote."""
    if statement.outcome is None and not statement.counts.keys() & {"yes", "no", "abstain"}:
        kinds = {m.entry.value for m in matcher("deciders").finditer(context.folded, statement.start, statement.end)}
        if told_of_others(context.folded, statement):
            return None
        told = "body" in kinds or is_bare(context, statement) or votes_by_noun(context.folded, statement)
        if not told:
            return told_at_end(context, statement)
    if statement.outcome is None and is_known_vote(context.folded, statement.start, statement.end):
        return None
    if statement.quoted and statement.outcome is None:
        return None
    return statement


def _clause_of(context: Context, statement: Statement) -> tuple[int, int]:
    """The clause of the outcome's words (or of the spread's): between the commas around it."""
    start, end = statement.outcome_span or statement.spread_span or (statement.start, statement.end)
    if start == statement.start and statement.has_counts and (told := _COUNTED.search(context.folded, start, end)):
        return told.span(1)
    folded = context.folded
    before = [hit.end() for hit in _CLAUSE.finditer(folded, statement.start, start) if not _in_name(folded, hit)]
    after = _CLAUSE_END.search(context.folded, end, statement.end)
    return (before[-1] if before else statement.start), (after.start() if after else statement.end)


def _in_name(folded: str, comma: re.Match[str]) -> bool:
    """Whether a comma stands in the name of a committee: "Ausschuss für Kultur, Sport und Soziales"."""
    listed = comma.group() == "," and _LISTED_ON.match(folded, comma.end()) is not None
    return listed and _NAMED_FOR.search(folded, max(0, comma.start() - _LONGEST_NAME), comma.start()) is not None
