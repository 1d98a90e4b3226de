"""Sentences that state a decision, told from those that report, announce, wish or suppose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets, is_among
from kimdocs.extraction.language import sentences_at
from kimdocs.extraction.resolve.acting import (
    acts_itself,
    by_lines,
    by_others,
    carried_motion,
    continues_body,
    is_about_motion,
    is_put_off,
    is_torn,
    take_decided,
    take_noun,
    told_of_others,
    votes_by_noun,
)
from kimdocs.extraction.resolve.acts.following import add_stated
from kimdocs.extraction.resolve.acts.shares import take_shares
from kimdocs.extraction.resolve.acts.statements import (
    is_told_elsewhere,
    may_be_told,
    take_act,
    take_votes,
    told_by_verb,
    told_by_voters,
)
from kimdocs.extraction.resolve.acts.told import take_told
from kimdocs.extraction.resolve.bracketed import votes_in_labels, with_bracket, with_votes_for
from kimdocs.extraction.resolve.claims import behind_claims, claims_all, is_claimed, unclaimed
from kimdocs.extraction.resolve.clause import clause_of
from kimdocs.extraction.resolve.clauses import read_clauses
from kimdocs.extraction.resolve.drawn import votes_on_proposed
from kimdocs.extraction.resolve.each import each_listed
from kimdocs.extraction.resolve.elected import accepted, with_own_votes
from kimdocs.extraction.resolve.elliptic import (
    is_bare,
    noted_at_end,
    opens_with_fate,
    opens_with_manner,
    told_at_end,
    unopposed,
)
from kimdocs.extraction.resolve.line_pieces import is_rest
from kimdocs.extraction.resolve.mood import mood_of
from kimdocs.extraction.resolve.not_votes import is_known_vote, opens_with_others
from kimdocs.extraction.resolve.parts import is_part, read_parts
from kimdocs.extraction.resolve.passages import is_proposed, may_state, passage_may_state, passages, verb_offsets
from kimdocs.extraction.resolve.plain import by_body, closes_text, informs, is_dated, is_plain
from kimdocs.extraction.resolve.shared_verb import bracketed_each, shared_verb, tells_votes
from kimdocs.extraction.resolve.sides import is_row_of_group
from kimdocs.extraction.resolve.speech import is_speech, opens_quote
from kimdocs.extraction.resolve.speeches import announced, first_speaker
from kimdocs.extraction.resolve.statement import Source, Statement, read_statement
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_TEXTS = frozenset(("resolution", "recommendation"))
_REASON = lazy(r",\s+(?:da|weil|wenn|falls|sofern)\s")
_FATE_LINE = lazy(
    r"[^.:;,]\n[ \t]*(?=(?:Vertagt|Zurückgestellt|Abgesetzt|Zurückgezogen|Verschoben|Geschoben"
    r"|(?:Entscheidung|Beschlussfassung) vertagt)\b"
    r"|(?:(?:(?:vom|von de[rmn]|von|durch d(?:en|ie|as))\s[\w.-]+(?:\s[\w.-]+)?\s)?zurückgezogen"
    r"|(?:überwiesen|verwiesen)\s(?:in|an)\s[^\n.]{3,80}|zur Kenntnis genommen|vertagt|zurückgestellt)[ \t]*(?:\n|$))"
)
_FINITE = lazy(r"\b(?:wird|werden|wurden?|ist|sind|hat|haben|soll|sollen)\b")
_BY_AGENT = (Outcome.ADOPTED, Outcome.REJECTED, Outcome.ELECTED)
_WITHOUT_OBJECT = (Outcome.NOTED, Outcome.ELECTED)


def prose_statements(context: Context, claimed: list[tuple[int, int]], *, by_verbs: bool = False) -> list[Statement]:
    """Statements in running text outside what is claimed, in order; ``by_verbs`` those of verbs alone as in minutes."""
    speaker = first_speaker(context.text) if claimed else None
    starts = sorted(claimed)
    voted = {context.section_at(start).item for start in (claim[0] for claim in claimed)} if speaker else set()
    found: list[Statement] = []
    done = -1
    phrased = anchor_offsets(context.folded, "decision")
    offsets = sorted({*phrased, *verb_offsets(context)}) if by_verbs else phrased
    for start, end in _passages_left(context, starts, offsets, minutes=by_verbs):
        for whole in sentences_at(context.text, start, end, offsets):
            told = not by_verbs or is_among(phrased, *whole)
            if not told and not may_be_told(context.folded, *whole):
                continue
            sentence = unclaimed(context, starts, *whole)
            if is_claimed(starts, *sentence):
                sentence = behind_claims(context, starts, *whole)
            row = is_row_of_group(context, context.line_at(sentence[0]))
            if found and sentence[0] < found[-1].end < sentence[1]:
                sentence = behind_claims(context, [(found[-1].start, found[-1].end)], *sentence)
            if row or sentence[0] <= done or is_claimed(starts, *sentence) or is_rest(context, *sentence):
                continue
            done = sentence[0]
            spoken = speaker and sentence[0] > speaker.start() and not announced(context, sentence, voted)
            if spoken or (told and not may_state(context, sentence)):
                continue
            stated = _told(context, sentence, phrased=told, by_verbs=by_verbs)
            done = max(done, add_stated(context, found, stated, starts))
    found += [vote for vote in votes_in_labels(context) if not is_claimed(starts, vote.start, vote.end)]
    return sorted(found, key=lambda statement: statement.start)


def _passages_left(
    context: Context, claimed: list[tuple[int, int]], offsets: list[int], *, minutes: bool
) -> Iterator[tuple[int, int]]:
    """Passages that may state a decision by a sentence that is not claimed."""
    for start, end in passages(context, offsets, minutes=minutes):
        if not claims_all(claimed, start, end) and passage_may_state(context, start, end):
            yield start, end


def _told(context: Context, sentence: tuple[int, int], *, phrased: bool, by_verbs: bool) -> list[Statement]:
    """The statements of a sentence: by phrases, in minutes by its verb, by those who voted, or by who accepted it.

    Where its item's title is drawn into it, what stands below is read too; first below a title without a verb.
    """
    stated: list[Statement] = []
    below = _title_end(context, *sentence)
    if phrased:
        spans = [sentence, (below, sentence[1])] if below else [sentence]
        if below and not _FINITE.search(context.folded, sentence[0], below):
            spans.reverse()
        stated = next((told for span in spans if (told := _stated_parts(context, *span))), [])
        stated = stated or _below_fate(context, *sentence)
    if not stated and by_verbs and not opens_quote(context, sentence[0]):
        stated = told_by_verb(context, *sentence) or told_by_voters(context, *sentence) or accepted(context, *sentence)
        if not stated and below:
            stated = told_by_verb(context, below, sentence[1])
    if is_proposed(context.section_at(sentence[0])):
        return [statement for statement in stated if votes_on_proposed(context, statement)]
    return stated


def _stated_parts(context: Context, start: int, end: int) -> list[Statement]:
    """The statement of a sentence, or those of its parts where each of them has its own vote."""
    statement = _stated(context, start, end)
    if statement is None:
        return _told_by_clauses(context, start, end)
    if is_told_elsewhere(context, statement):
        return []
    take_act(context, statement)
    take_votes(context, statement)
    if statement.quoted or statement.own_text:
        return [statement]
    with_bracket(context, statement)
    if listed := each_listed(context, statement):
        return listed
    statement.outcome = carried_motion(context.folded, statement) or statement.outcome
    if is_part(context, start, end):
        statement.kind = DecisionType.PART
    parts = (
        read_parts(context, start, end, Source.PROSE)
        or read_clauses(context, start, end)
        or bracketed_each(context, start, end)
        or shared_verb(context, start, end)
    )
    return parts or (by_lines(context, statement) if is_torn(statement) else [statement])


def _told_by_clauses(context: Context, start: int, end: int) -> list[Statement]:
    """The statements of the clauses of a sentence the first of which decides, and lends the others its verb."""
    clauses = read_clauses(context, start, end)
    if clauses and _stated(context, clauses[0].start, clauses[0].end):
        return clauses
    if not tells_votes(context.folded, start, end):
        return []
    parts = read_parts(context, start, end, Source.PROSE)
    counted = parts if all({"yes", "no"} <= part.counts.keys() for part in parts) else []
    return counted or bracketed_each(context, start, end) or shared_verb(context, start, end)


def _title_end(context: Context, start: int, end: int) -> int | None:
    """Where the text below its item's title starts in a sentence that draws the title in; None where none does."""
    item = context.section_at(start).item
    title = context.items[item].fact.evidence[0] if item is not None else None
    inside = title is not None and start <= title.start < title.end < end
    below = context.lines[context.line_at(title.end - 1)].end + 1 if title and inside else end
    return below if below < end else None


def _below_fate(context: Context, start: int, end: int) -> list[Statement]:
    """The statement of a line that opens with the fate of what its sentence drew in above it."""
    fate = _FATE_LINE.search(context.text, start, end) if context.text.find("\n", start, end) >= 0 else None
    return (_stated_parts(context, fate.end(), end) or told_by_verb(context, fate.end(), end)) if fate else []


def _stated(context: Context, start: int, end: int) -> Statement | None:
    """The statement a sentence makes, or None where it makes none or one that cannot be told from a report."""
    statement = with_votes_for(context, read_statement(context, start, end, Source.PROSE))
    told = take_told(context, statement)
    with_own_votes(context, take_shares(context.folded, statement))
    take_noun(context.folded, statement)
    if statement.weak and not statement.has_counts and statement.unanimous is None:
        if _acts(context, statement):
            statement.weak, statement.firm = False, True
        else:
            take_decided(context.folded, statement)
    if not statement.says_something or (statement.weak and not statement.has_counts and statement.unanimous is None):
        return unopposed(context, statement) or noted_at_end(context, statement)
    reason = _REASON.search(context.folded, (statement.outcome_span or (start, end))[1], end)
    if reason and statement.has_counts and context.folded.find("stimm", start, reason.start()) < 0:
        statement = read_statement(context, start, reason.start(), Source.PROSE)
    clause = clause_of(context, statement)
    mood = mood_of(context, start, clause, own=statement.outcome is Outcome.WITHDRAWN, votes=told)
    statement.quoted = mood == "quoted"
    if mood == "hypothetical":
        return None
    if context.section_at(start).key in _TEXTS:
        return _own_vote(context, statement)
    if is_speech(context, statement) or opens_with_others(context.folded, statement.start, statement.end):
        return None
    if statement.has_counts or statement.unanimous is not None or statement.groups:
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
