"""Sentences that state a decision, told from those that report, announce, wish or suppose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets, is_among
from kimdocs.extraction.language.sentences import sentences_at
from kimdocs.extraction.resolve.acts.following import add_stated
from kimdocs.extraction.resolve.acts.statements import (
    is_told_elsewhere,
    may_be_told,
    take_act,
    take_votes,
    told_by_verb,
    told_by_voters,
)
from kimdocs.extraction.resolve.sentences.acting import (
    by_lines,
    carried_motion,
    is_torn,
)
from kimdocs.extraction.resolve.sentences.clauses import each_listed, read_clauses
from kimdocs.extraction.resolve.sentences.noted_first import with_noted
from kimdocs.extraction.resolve.sentences.passages import (
    is_proposed,
    may_state,
    passage_may_state,
    passages,
    verb_offsets,
    votes_on_proposed,
)
from kimdocs.extraction.resolve.sentences.sentence import statement_of
from kimdocs.extraction.resolve.sentences.shared_verb import bracketed_each, shared_verb, tells_votes
from kimdocs.extraction.resolve.sentences.speech import announced, first_speaker, opens_quote
from kimdocs.extraction.resolve.statements.blocs import take_blocs
from kimdocs.extraction.resolve.statements.bracketed import votes_in_labels, with_bracket
from kimdocs.extraction.resolve.statements.claims import behind_claims, claims_all, is_claimed, unclaimed
from kimdocs.extraction.resolve.statements.elected import accepted
from kimdocs.extraction.resolve.statements.elected_together import each_elected
from kimdocs.extraction.resolve.statements.line_pieces import is_rest
from kimdocs.extraction.resolve.statements.own_side import take_own_side
from kimdocs.extraction.resolve.statements.parts import is_part, read_parts
from kimdocs.extraction.resolve.statements.sides import is_row_of_group, is_side_with_sum
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_FATE_LINE = lazy(
    r"[^.:;,]\n[ \t]*(?=(?:Vertagt|Zurückgestellt|Abgesetzt|Zurückgezogen|Verschoben|Geschoben"
    r"|(?:Entscheidung|Beschlussfassung) vertagt)\b"
    r"|(?:(?:nach\s[A-Z]\w+\s)?"
    r"(?:(?:vom|von de[rmn]|von|durch d(?:en|ie|as))\s[\w.-]+(?:\s[\w.-]+)?\s)?zurückge(?:zogen|nommen)"
    r"|(?:überwiesen|verwiesen)\s(?:in|an)\s[^\n.]{3,80}|zur Kenntnis genommen|vertagt|zurückgestellt)[ \t]*(?:\n|$))"
)
_TEXTS = frozenset(("resolution", "recommendation"))
_FINITE = lazy(r"\b(?:wird|werden|wurden?|ist|sind|hat|haben|soll|sollen)\b")


def prose_statements(
    context: Context, claimed: list[tuple[int, int]], asked: set[int], *, by_verbs: bool = False
) -> list[Statement]:
    """Statements in running text outside what is claimed, in order; ``by_verbs`` those of verbs alone as in minutes.

    Where a vote was ``asked`` for in the speech of the chair, its result is told there too.
    """
    starts = sorted(claimed)
    noted = [start for start, _ in claimed if start not in asked]
    speaker = first_speaker(context.text) if noted else None
    voted = {context.section_at(start).item for start in noted} if speaker else set()
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
            line = context.line_at(sentence[0])
            row = is_row_of_group(context, line) or is_side_with_sum(context, line)
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
    if len(stated) == 1 and (elected := each_elected(context, stated[0])):
        return elected
    if len(stated) == 1 and by_verbs and context.section_at(sentence[0]).key not in _TEXTS:
        stated = with_noted(context, stated[0])
    if is_proposed(context.section_at(sentence[0])):
        return [statement for statement in stated if votes_on_proposed(context, statement)]
    return stated


def _stated_parts(context: Context, start: int, end: int) -> list[Statement]:
    """The statement of a sentence, or those of its parts where each of them has its own vote."""
    statement = statement_of(context, start, end)
    if statement is None:
        return _told_by_clauses(context, start, end)
    if is_told_elsewhere(context, statement):
        return []
    take_act(context, statement)
    take_votes(context, statement)
    take_own_side(context.folded, statement)
    take_blocs(context, statement)
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
    if clauses and statement_of(context, clauses[0].start, clauses[0].end):
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
