"""Votes told behind the sentence of an act: "Der Rat beschließt den Plan. Frau N.N. und Herr N.N. stimmen dagegen."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.language.sentences import sentences
from kimdocs.extraction.recognise.groups.group import summed
from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.recognise.votes.vote import read_tally
from kimdocs.extraction.resolve.acts.mood import is_elsewhere
from kimdocs.extraction.resolve.acts.read import read_acts
from kimdocs.extraction.resolve.acts.tellers import tellers
from kimdocs.extraction.resolve.acts.told_parts import votes_of
from kimdocs.extraction.resolve.acts.voters import nobody_of, told_votes
from kimdocs.extraction.resolve.sentences.mood import mood_of
from kimdocs.extraction.resolve.statements.claims import is_claimed
from kimdocs.extraction.resolve.statements.group_votes import groups_before
from kimdocs.extraction.resolve.statements.not_votes import is_known_vote
from kimdocs.extraction.result_lines.legends import order
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.groups.group import Groups
    from kimdocs.extraction.resolve.acts.told_parts import Told
    from kimdocs.extraction.resolve.statements.statement import Statement

_VOTES = lazy(
    r"\b(?:dagegen|dafür|mehrheitlich|enth\w+|\w*stimm\w*|nein|ja|votier\w*|lehn(?:en|ten)|ablehnung|versag\w+|verweiger\w+|widersp\w+|tr(?:agen|ugen|ägt|ug))\b"
)
_DONE = lazy(
    r"(?:dies|das|dieser\s+\w+|die\s+(?:abstimmung|entscheidung|beschlussfassung|auszählung))\s+(?:geschieht|geschah|erfolgt\w*|ergibt|ergab|fällt|fiel|bringt|brachte)\b"
    r"|(?:es\s+)?(?:gibt|gab|liegen|lagen|werden|wurden)\s+(?:\w+\s+){0,3}?(?:\w*stimmen?|\w*enthaltung\w*)\b"
    r"|(?:abstimmung|ergebnis|abstimmungsergebnis|votum|stimmen)\s*:"
)
_NUMBERED = lazy(r"\d{1,2}\.(?:\d{1,2}\.?)?\s+[A-ZÄÖÜ]")
_MANNER = lazy(
    r"(?:dies|das|dieser\s+\w+|(?:die|der)\s+(?:abstimmung|entscheidung|beschlussfassung|beschluss|beschluß|wahl|zustimmung|annahme))"
    r"\s+(?:geschieht|geschah|erfolgt\w*|ergeht|erging|fällt|fiel|ist|war)\b"
)
_SIDE_LISTED = lazy(r"\(?(?:dafür|ja|zustimmung|für)[ \t]*:")
_CALLED = lazy(r"\b(?:stimmt\s+mit\s+(?:ja|nein)|enthält\s+sich(?:\s+der\s+stimme)?)\s*[.;]")
_SEVERAL = 3
_MOST = 3
_FAR = 420
_NEXT = lazy(r"[ \t]*\n?(?:\n?[ \t]*(?:an|be)merkung(?:en)?[ \t]*:[ \t]*\n{0,2})?[ \t]*(?=[^\s])")
_SIDES = {"yes", "no", "abstain"}


def add_stated(
    context: Context, found: list[Statement], stated: list[Statement], claimed: list[tuple[int, int]]
) -> int:
    """Adds the statements of a sentence, with the votes told right behind it; up to where they reach."""
    stated = [statement for statement in stated if not _is_called(context, statement)]
    if stated and found and _is_drawn_in(found[-1], stated[0]):
        found.pop()
    if len(stated) == 1:
        with_following(context, stated[0], claimed)
    found += stated
    return stated[-1].end - 1 if stated else -1


def _is_called(context: Context, statement: Statement) -> bool:
    """Whether a statement is of a paragraph that tells person by person how they voted: "N.N. stimmt mit Ja."."""
    if statement.outcome or not statement.counts or max(statement.counts.values()) > 1:
        return False
    start = context.folded.rfind("\n\n", 0, statement.start) + 1
    end = context.folded.find("\n\n", statement.end)
    called = _CALLED.findall(context.folded, start, end if end >= 0 else len(context.folded))
    return len(called) >= _SEVERAL


def with_following(context: Context, statement: Statement, claimed: list[tuple[int, int]]) -> Statement:
    """The statement with the votes that the sentences right behind it tell, which tell no act of their own.

    Places that are ``claimed``, in order, are read by others.
    """
    if statement.quoted or statement.own_text or not (statement.outcome or statement.counts):
        return statement
    listed = False
    for start, end in _sentences_behind(context, statement.end):
        if is_claimed(claimed, start, end) or (statement.has_counts and _is_whole_vote(context, start, end)):
            break
        counts, groups = _told(context, start, end)
        if statement.unanimous is None and (spread := _spread(context, start, end)) is not None:
            statement.unanimous, statement.end = spread, end
        elif not (counts or groups):
            break
        if counts.keys() & (statement.counts.keys() | statement.unclear):
            break
        if statement.unanimous and counts.get("no"):
            break
        statement.counts |= counts
        statement.groups = {**statement.groups, **groups}
        listed = listed or _SIDE_LISTED.match(context.folded, start, end) is not None
        statement.end = end
        if statement.counts.keys() >= _SIDES:
            break
    if listed and not statement.has_counts:
        statement.counts |= summed(statement.groups, statement.outcome)
    return statement


def _is_whole_vote(context: Context, start: int, end: int) -> bool:
    """Whether a sentence gives the votes of both sides, and so those of another act than one with votes of its own."""
    tally = read_tally(context.folded, start, end, ratio=False, order=order(context))
    return tally is not None and {"yes", "no"} <= tally.counts.keys()


def _sentences_behind(context: Context, start: int) -> Iterator[tuple[int, int]]:
    """The sentences on the lines that go on behind ``start``, as long as they tell of votes."""
    first = _NEXT.match(context.folded, start)
    limit = min(len(context.text), _reach(context, start - 1), start + _FAR)
    if first is None or first.end() >= limit or context.text[start - 1] not in ".!)":
        return
    stop = context.text.find("\n\n", first.end(), limit)
    limit = stop if stop >= 0 else limit
    if not _VOTES.search(context.folded, first.end(), limit):
        return
    whole = limit == len(context.text) or context.text[limit : limit + 1] == "\n"
    for index, (low, high) in enumerate(found := sentences(context.text, first.end(), limit)):
        last = index == len(found) - 1 and not whole and context.text[high - 1] not in ".!"
        if index == _MOST or last or not _VOTES.search(context.folded, low, high):
            return
        if _NUMBERED.match(context.text, low, high):
            return
        yield low, high


def _spread(context: Context, start: int, end: int) -> bool | None:
    """Whether the vote was unanimous, where a sentence but says so of the act before it: "Die Wahl war einstimmig."."""
    if not _MANNER.match(context.folded, start, end):
        return None
    told = matcher("unanimity").first(context.folded, start, end)
    return told.entry.value == "true" if told else None


def _reach(context: Context, offset: int) -> int:
    """Where the section of ``offset`` ends, with the remarks that follow it."""
    end = context.section_at(offset).end
    behind = context.section_at(end) if end < len(context.text) else None
    return behind.end if behind is not None and behind.key == "remarks" else end


def _told(context: Context, start: int, end: int) -> tuple[dict[str, int], Groups]:
    """The votes and groups of a sentence that tells nothing else."""
    folded = context.folded
    if is_elsewhere(folded, start, end) or is_known_vote(folded, start, end):
        return {}, {}
    if mood_of(context, start, (start, end), votes=True) != "stated":
        return {}, {}
    if (counts := _counted(context, start, end)) is not None:
        return counts, {}
    told = tellers(context.text, folded, start, end)
    groups = groups_before(context, start, end)
    if told.parts and not any(part.cue for part in told.parts):
        return votes_of(told), {}
    if not told.parts or _tells_more(context, start, end, told):
        said = _has_outcome(folded, start, end)
        return ({}, {}) if said else ({} if told.parts else nobody_of(folded, start, end), groups)
    return told_votes(context.text, folded, start, end), groups


def _counted(context: Context, start: int, end: int) -> dict[str, int] | None:
    """The counts of a sentence that holds nothing else, or says that they are of the vote; None of any other."""
    folded, sides = context.folded, order(context)
    line = line_tally(folded[start:end].strip(" ."), sides)
    if not line and not _DONE.match(folded, start, end):
        return None
    if _has_outcome(folded, start, end):
        return {} if line else None
    if line:
        return dict(line.counts)
    tally = read_tally(folded, start, end, ratio=True, order=sides)
    counts = dict(tally.counts) if tally else {}
    if votes := counts.pop("votes", None):
        counts.setdefault("yes", votes)
    return counts


def _has_outcome(folded: str, start: int, end: int) -> bool:
    return read_outcome(folded, start, end, weak=False) is not None


def _tells_more(context: Context, start: int, end: int, told: Told) -> bool:
    """Whether a sentence tells an outcome or an act beside how voters took sides."""
    verbs = [part for part in told.parts if not part.by_noun]
    said = read_outcome(context.folded, start, end, weak=False)
    if said and not any(part.at < said.end - start and said.start - start < part.at + len(part.cue) for part in verbs):
        return True
    acts = read_acts(context.text, context.folded, start, end)
    return any(not any(part.low <= act.start - start < part.high for part in verbs) for act in acts)


def _is_drawn_in(before: Statement, statement: Statement) -> bool:
    """Whether a sentence without an outcome of its own was drawn into the statement behind it, whose votes it tells."""
    return before.outcome in (None, statement.outcome) and statement.start <= before.start
