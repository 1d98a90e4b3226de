"""Statements of sentences that tell an act by their verb, where no phrase of the tables told one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.recognise.votes.foreign import own_counts
from kimdocs.extraction.recognise.votes.vote import read_tally
from kimdocs.extraction.resolve.acts.following import with_following
from kimdocs.extraction.resolve.acts.mood import is_elsewhere
from kimdocs.extraction.resolve.acts.notes import read_note
from kimdocs.extraction.resolve.acts.read import Act, chosen, may_tell, read_act, read_acts
from kimdocs.extraction.resolve.acts.shares import from_lead, take_shares
from kimdocs.extraction.resolve.acts.tellers import tellers
from kimdocs.extraction.resolve.acts.voters import carried_by, part_of_all, told_votes
from kimdocs.extraction.resolve.decisions.same_vote import POSITIVE
from kimdocs.extraction.resolve.sentences.acting import carried_motion
from kimdocs.extraction.resolve.sentences.mood import mood_of
from kimdocs.extraction.resolve.statements.blocs import take_blocs
from kimdocs.extraction.resolve.statements.counts import turn
from kimdocs.extraction.resolve.statements.group_votes import groups_before
from kimdocs.extraction.resolve.statements.not_votes import is_known_vote
from kimdocs.extraction.resolve.statements.statement import Source, Statement, is_conclusion, read_statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.acts.told_parts import Part

_MOVED = (Outcome.POSTPONED, Outcome.REFERRED)
_FATES = (Outcome.POSTPONED, Outcome.WITHDRAWN, Outcome.NOTED)
_CARRIES = (*POSITIVE, *_MOVED, Outcome.REJECTED)
_TOLD = (Source.PROSE, Source.LINE)
_FAR = 300
_SENTENCES_BEFORE = 3
_LONGEST_NOTE = 200
_COUNTED = lazy(r"(?:ja-?|nein-?|gegen)stimm|stimmen\s+abgegeben|:")
_VOTED = lazy(
    r"\b(?:\w*stimm\w*|(?:sind|waren)\s+(?:da)?(?:für|gegen)|zustimmend|ablehnend|hände|votier\w*|enth\w+|dagegen|dafür)\b"
)
_OF_VOTERS = (
    *("folg", "wollen", "gegen", "für", "werfen", "warfen", "lehn", "sprechen", "sprachen", "bejah", "nein", "votier"),
    *("stimm", "händ", "sag", "enth"),
)
_BY_VOTERS = lazy(
    r"\b(?:folg(?:en|ten)|wollen|dagegen|verw[ae]rfen|lehn(?:en|ten)|befürworter\w*|sprechen|sprachen|bejah(?:en|ten)|vernein(?:en|ten)"
    r"|votier(?:en|ten)|stimm(?:en|ten)|mit\s+nein|hände?|(?:sind|waren)\s+(?:da)?(?:für|gegen)|sag(?:en|ten)\s+(?:ja|nein)|enth(?:ält|ielt|alten|ielten))\b"
)
_STOP = lazy(r"\.\s+|\n\s*")
_FILLED = 60
_MAKES_KNOWN = lazy(r"mitteilung|bekanntgabe|bekanntmachung")
_SO_DECIDED = lazy(r"(?:\w+ )?so (?:einstimmig |mehrheitlich )?(?:beschlossen|genehmigt|angenommen|verabschiedet)[.!]?")
_SO_DONE = lazy(
    r"(?:(?:es|das|dies)\s+)?wird\s+so\s+(?:gemacht|verfahren|gehandhabt|umgesetzt)\s*[,;–-]\s*"
    r"(?:keine?|ohne|niemand|alle)\s+(?:einw\w+|gegenrede\w*|widerspr\w+|bedenken|gegenstimmen?|dagegen|einverstanden)\b[^.]*[.!]?"
)
_PAST = lazy(r"\b(?:wurden?|worden|seien?|fand|stimmten?|lehnten?)\b")
_HERE = lazy(r"\b(?:heute|soeben|damit|somit|hier|gremium|der\s+(?:rat|ausschuss)|schließlich|letztlich)\b")
_OF_OTHERS = lazy(
    r"\b(?:berichtet\w*|informiert\w*|war|waren|nahm|tagte|erzählt|schildert)\b[^.]*\b(?:aus|von|bei|an|über)\s+(?:dem|der|den|einer|die|seiner|ihrer)\s+"
    r"(?:(?:\w+\s+)?(?:sitzung|versammlung|tagung)\s+(?:des|der|im)\s+\w+"
    r"|\w*(?:beirat|verband|ortsrat|kreistag|aufsichtsrat|mitgliederversammlung|jugendrat|fraktion|verbandsversammlung|regionalrat)\b)"
)
_ASKED = lazy(r"\s*[^.!?\n]{3,80}\?\s*[–-]?\s*")
_TEXTS = frozenset(("resolution", "recommendation"))


def take_act(context: Context, statement: Statement) -> None:
    """Corrects the outcome of a sentence by what its verb tells of its body's act, where phrases told another."""
    if statement.own_text or statement.missed or statement.remainder or statement.source not in _TOLD:
        return
    acts = read_acts(context.text, context.ticked, statement.start, statement.end)
    act = chosen(acts)
    if act is None and statement.outcome is None and statement.source is Source.PROSE:
        act = _noted(context, statement.start, statement.end)
    if act is None or (not statement.quoted and _agrees(acts, act, statement.outcome)):
        return
    _take(context, statement, act)


def _noted(context: Context, start: int, end: int) -> Act | None:
    """What a note without a verb tells, on a line of its own below an item's title, or in a text without items."""
    place = context.lines[context.line_at(start)].start
    item = context.section_at(start).item
    title = context.items[item].fact.evidence[0] if item is not None else None
    so = _SO_DECIDED.fullmatch(context.folded, start, end)
    if (title is None and context.items) or (title and start < title.end):
        return None
    if title and (done := _SO_DONE.fullmatch(context.folded, start, end)):
        return Act(Outcome.ADOPTED, start, done.end(), "act_words.so_done")
    if place != start and not so and not _ASKED.fullmatch(context.folded, place, start):
        return None
    note = read_note(context.ticked, start, end)
    return note if title or (note and note.start == start and note.outcome in _FATES) else None


def _is_informed(context: Context, sentence: tuple[int, int], act: Act) -> bool:
    """Whether the item but makes known what was done elsewhere; note is taken there as well."""
    item = context.section_at(sentence[0]).item
    title = context.items[item].fact.evidence[0] if item is not None else None
    told = title is not None and _MAKES_KNOWN.search(context.folded, title.start, title.end) is not None
    return told and act.outcome is not Outcome.NOTED and context.folded.find("kenntnis", *sentence) < 0


def is_told_elsewhere(context: Context, statement: Statement) -> bool:
    """Whether a sentence or a line reports an earlier act, what somebody said, or a rule."""
    sentence = statement.source in (Source.PROSE, Source.LINE) and context.folded[statement.end - 1] == "."
    return sentence and _is_elsewhere(context, statement.start, statement.end)


def _is_elsewhere(context: Context, start: int, end: int) -> bool:
    """Whether a sentence tells so itself, or in the past of the sitting of others that the sentence before is about."""
    if is_elsewhere(context.folded, start, end):
        return True
    if not _PAST.search(context.folded, start, end) or _HERE.search(context.folded, start, end):
        return False
    return _OF_OTHERS.search(context.folded, _sentence_before(context.text, start), start) is not None


def take_votes(context: Context, statement: Statement) -> None:
    """Puts in the votes that the sentence tells by verbs, or the sentence before that has no outcome."""
    if statement.quoted or statement.own_text or statement.source not in _TOLD:
        return
    start, end = statement.start, statement.end
    mixed = own_counts(context.folded[start:end])
    if not mixed and (context.text.find("\n", start, end) < 0 or statement.source is Source.PROSE):
        _take_part(statement, part_of_all(context.folded, start, end))
        told = told_votes(context.text, context.folded, start, end)
        _add(statement, told)
        _without_some(context, statement, told)
        take_shares(context.folded, statement)
        if statement.outcome in _CARRIES and "yes" not in statement.counts:
            _add(statement, carried_by(context.folded, start, end, lost=statement.outcome is Outcome.REJECTED))
    for _ in range(_SENTENCES_BEFORE):
        if statement.outcome is None or statement.unanimous:
            return
        begin = _sentence_before(context.text, start)
        told, named = _votes_of(context, begin, start), groups_before(context, begin, start)
        again = told.keys() & statement.counts.keys()
        if not (told or named) or again or (not named and _tells_act(context, begin, start)):
            return
        statement.start = start = begin
        _add(statement, told)
        statement.groups = {**named, **statement.groups}


def _tells_act(context: Context, start: int, end: int) -> bool:
    """Whether a sentence tells an act of its own, by a phrase or by its verb."""
    phrased = read_outcome(context.folded, start, end, weak=False)
    return phrased is not None or bool(read_acts(context.text, context.folded, start, end))


def _without_some(context: Context, statement: Statement, told: dict[str, int]) -> None:
    """Takes the outcome away that but some of the voters told: "Neun stimmen dem Plan zu, drei lehnen ihn ab."."""
    said = statement.outcome_span
    if said is None or not told or statement.outcome not in (*POSITIVE, Outcome.REJECTED):
        return
    parts = tellers(context.text, context.folded, statement.start, statement.end).parts
    low, high = said[0] - statement.start, said[1] - statement.start
    if not any(part.low <= low and high <= part.high and not part.by_noun for part in parts):
        return
    both = told.keys() >= {"yes", "no"}
    if beside := _outcome_beside(context, statement, parts):
        if not _same(beside.outcome, statement.outcome):
            _take(context, statement, beside)
    elif both:
        statement.outcome, statement.outcome_span = None, None
    if both and told["yes"] != told["no"]:
        statement.counts = {**statement.counts, **told}


def _outcome_beside(context: Context, statement: Statement, parts: Sequence[Part]) -> Act | None:
    """What a sentence tells behind the clauses that count voters, or before them."""
    start = statement.start
    for low, high in ((start + parts[-1].high, statement.end), (start, start + parts[0].low)):
        acts = read_acts(context.text, context.folded, low, high) if low < high else []
        if act := chosen(acts):
            return act
        mention = read_outcome(context.folded, low, high, weak=False) if low < high else None
        if mention and mention.outcome:
            return Act(mention.outcome, mention.start, mention.end, mention.rule)
    return None


def _votes_of(context: Context, start: int, end: int) -> dict[str, int]:
    """The votes that a sentence tells by verbs alone."""
    folded = context.folded
    if lead := from_lead(folded, start, end):
        return lead
    if not _VOTED.search(folded, start, end) or _COUNTED.search(folded, start, end):
        return {}
    tally = read_tally(folded, start, end)
    if tally and tally.filled:
        return {}
    return told_votes(context.text, folded, start, end)


def _sentence_before(text: str, start: int) -> int:
    """Where the sentence right before begins, on the same lines; ``start`` where there is none."""
    low = max(0, start - _FAR)
    before = text[low:start].rstrip(" ").removesuffix("\n").rstrip(" ")
    if not before.endswith("."):
        return start
    stops = [hit.end() for hit in _STOP.finditer(before, 0, len(before) - 1) if not _is_wrapped(before, hit)]
    return low + stops[-1] if stops else start


def _is_wrapped(text: str, stop: re.Match[str]) -> bool:
    """Whether a line ends within a sentence, as its length tells."""
    line = text.rfind("\n", 0, stop.start()) + 1
    return stop[0].strip(" ") == "\n" and stop.start() - line >= _FILLED and text[stop.start() - 1] not in ":!?"


def _add(statement: Statement, told: dict[str, int]) -> None:
    known = statement.counts.keys() | statement.unclear
    statement.counts = {**statement.counts, **{side: n for side, n in told.items() if side not in known}}


def _take_part(statement: Statement, told: tuple[str, int, int] | None) -> None:
    """Puts in how many of all voted so, where all were taken for those: "Vier der fünf Mitglieder stimmen …"."""
    if told and statement.counts.get(told[0]) in (None, told[2]):
        statement.counts = {**statement.counts, told[0]: told[1]}


def _agrees(acts: Sequence[Act], act: Act, outcome: Outcome | None) -> bool:
    """Whether one of the acts is what phrases told; that the matter is moved counts more."""
    if act.outcome in _MOVED or outcome is None:
        return act.outcome is outcome
    return act.outcome is Outcome.RECOMMENDED or any(_same(one.outcome, outcome) for one in acts)


def _same(one: Outcome, other: Outcome | None) -> bool:
    return one is other or (one in POSITIVE and other in POSITIVE)


def _take(context: Context, statement: Statement, act: Act) -> None:
    yes, no = statement.counts.get("yes"), statement.counts.get("no")
    if (
        statement.outcome is Outcome.REJECTED
        and act.outcome in POSITIVE
        and yes is not None
        and no is not None
        and no > yes
    ):
        statement.counts = {**statement.counts, "yes": no, "no": yes}
    statement.outcome, statement.outcome_span, statement.rule = act.outcome, (act.start, act.end), act.rule
    statement.weak, statement.quoted = False, False
    turn(context.folded, (statement.start, statement.end), statement)


def told_by_voters(context: Context, start: int, end: int) -> list[Statement]:
    """The statement of sentences that but count who was for and who against: "Ihm folgen acht, fünf wollen …"."""
    if not any(map(context.folded[start:end].__contains__, _OF_VOTERS)):
        return []
    if not _BY_VOTERS.search(context.folded, start, end) or context.section_at(start).key in _TEXTS:
        return []
    told = told_votes(context.text, context.folded, start, end)
    if not {"yes", "no"} & told.keys() or is_elsewhere(context.folded, start, end):
        return []
    if is_known_vote(context.folded, start, end) or mood_of(context, start, (start, end), votes=True) != "stated":
        return []
    statement = Statement(Source.PROSE, start, end, counts=told)
    if not {"yes", "no"} <= told.keys():
        with_following(context, statement, [])
    begin = _sentence_before(context.text, start) if not {"yes", "no"} <= statement.counts.keys() else start
    if begin < start and not _tells_act(context, begin, start):
        before = _votes_of(context, begin, start)
        if not before.keys() & statement.counts.keys():
            statement.counts, statement.start = {**before, **statement.counts}, begin if before else start
    return [statement] if {"yes", "no"} <= statement.counts.keys() else []


def may_be_told(folded: str, start: int, end: int) -> bool:
    """Whether ``told_by_verb`` may find an act in a sentence: it has a verb of acts, or is as short as notes are."""
    return end - start <= _LONGEST_NOTE or may_tell(folded, start, end)


def told_by_verb(context: Context, start: int, end: int) -> list[Statement]:
    """The statement of a sentence whose verb tells an act, or of a note without one; [] where it tells none."""
    if context.section_at(start).key in _TEXTS:
        return []
    act = read_act(context.text, context.folded, start, end) or _noted(context, start, end)
    if act is None or _is_elsewhere(context, start, end) or _is_informed(context, (start, end), act):
        return []
    statement = read_statement(context, start, end, Source.PROSE)
    _take(context, statement, act)
    statement.outcome = carried_motion(context.folded, statement) or statement.outcome
    statement.concludes = statement.concludes or (
        not statement.has_counts and is_conclusion(context.folded, start, end)
    )
    take_votes(context, statement)
    take_blocs(context, statement)
    return [statement]
