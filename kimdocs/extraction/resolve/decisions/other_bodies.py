"""What other bodies than that of the paper decided: "Der Bauausschuss empfahl …" in the minutes of a council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.language.words import known_forms
from kimdocs.extraction.resolve.statements.statement import Source
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.verbs import Shape
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement

_SUBJECT = lazy(
    r"(?:^|(?<![\w-]))(?:(?P<preposition>an|in|für|auf|über|durch|ohne|gegen)\s+)?"
    r"(?P<article>der|die|dieser|diese|unser)\s+(?:(?!und\b)[a-zäöüß]+[er]\s+){0,2}$"
)
_AGENT = lazy(
    r"(?:^|(?<![\w-]))(?:im|vom|durch\s+den|von\s+(?P<feminine>der)|in\s+(?P<inside>der))\s+(?:(?!und\b)[a-zäöüß]+en\s+){0,2}$"
)
_NEAR = 60
_FEMININE = ("ung", "schaft", "konferenz", "gruppe", "svv", "stvv")
_STOP = lazy(r"[;:](?!\d)|\b(?:wird|werden)\b|\bund\s+(?=(?:der|die|das|dem)\s)")
_MARK = lazy(r"[,;:](?!\d)")
_BESIDE = lazy(
    r"\b(?:nachdem|obwohl|obgleich|da|weil|wie|während|als|dass|daß|sofern|wenn)\s+(?:auch\s+|bereits\s+)?(?:der|die)\s+(?:\w+\s+){0,2}$"
)
_DONE = lazy(r"\b(?:wurden?|worden|ist|sind|war|waren)\b")
_FOR_WHAT = lazy(r"\s+für\s+(?P<what>\w+)")
_VOTE_OF = lazy(
    r"(?:die|der|das)\s+(?:\w+e\s+)?(?:(?:beschluss)?empfehlung|votum|beschluss|beschluß|abstimmung|entscheidung)\s+"
    r"(?:de[sr]|im|in\s+der)\s+(?P<whose>[\w-]+?)(?:e?s)?\s+(?:erging|ergeht|war|fiel|lautete?|erfolgte)\b"
)
_WORDS = lazy(r"\w+")
_PERFECT = frozenset(("hat", "hatte", "haben", "hatten", "habe", "hätte", "sei", "wurde", "wurden", "worden"))
_STEM = 5
_SETTLED = (Outcome.ADOPTED, Outcome.REJECTED, Outcome.RECOMMENDED, Outcome.NOTED)


def quote_others(context: Context, organization: str | None, statements: Iterable[Statement]) -> None:
    """Marks as quoted what sentences tell of the acts of other bodies than the ``organization`` of the paper."""
    own = _ranks_of(organization)
    if organization is None or len(own) != 1:
        return
    for statement in statements:
        if statement.source is Source.PROSE and not statement.quoted and not statement.own_text:
            statement.quoted = _is_of_others(context, statement, organization.lower(), own[0])


def _ranks_of(organization: str | None) -> list[str]:
    found = matcher("ranks").findall((organization or "").lower())
    return [match.entry.value for match in found]


def _is_of_others(context: Context, statement: Statement, organization: str, rank: str) -> bool:
    """Whether all who act in a sentence, as its subject or as the agent of its passive, are other bodies."""
    folded, start, end = context.folded, statement.start, statement.end
    if vote := _VOTE_OF.match(folded, start, end):
        whose = matcher("ranks").first(vote["whose"])
        place = (whose.start, whose.end, whose.entry.value) if whose else None
        return place is not None and _is_other(vote["whose"], place, organization, rank, past=True)
    subjects = list(_subjects(folded, start, end))
    if not subjects:
        return _was_elsewhere(folded, statement, organization, rank)
    past = any(map(_is_past, _WORDS.findall(folded, start, end)))
    if not all(_is_other(folded, body, organization, rank, past=past) for body in subjects):
        return False
    said = statement.outcome_span or statement.spread_span or (end, end)
    return _acts_in(folded, start, subjects, said)


def _acts_in(folded: str, start: int, subjects: Sequence[tuple[int, int, str]], said: tuple[int, int]) -> bool:
    """Whether a body acts in the clause of the outcome's words: none in a clause beside it does."""
    before = [body for body in subjects if body[1] <= said[0]]
    if not before:
        return _MARK.search(folded, said[1], max(said[1], subjects[0][0])) is None
    begin, end, _ = before[-1]
    beside = _BESIDE.search(folded, max(start, begin - _NEAR), begin) and "," in folded[end : said[0]]
    return not beside and _STOP.search(folded, end, said[0]) is None


def _is_past(word: str) -> bool:
    """Whether a word is an auxiliary of the past, or the past of a verb of acts."""
    return word in _PERFECT or any(form.shape is Shape.PAST for form in known_forms().get(word, ()))


def _subjects(folded: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The bodies that are named in the nominative: where, and of which rank."""
    for body in matcher("ranks").findall(folded, start, end):
        article = _SUBJECT.search(folded, max(start, body.start - _NEAR), body.start)
        if article is None or article["preposition"]:
            continue
        if folded[body.start : body.end].endswith(_FEMININE) == (article["article"] in ("die", "diese")):
            yield body.start, body.end, body.entry.value


def _is_other(folded: str, body: tuple[int, int, str], organization: str, rank: str, *, past: bool) -> bool:
    """Whether a body is not that of the paper; a council may be meant to decide what a committee prepares."""
    start, end, other = body
    if folded.endswith("unterausschuss", start, end):
        return "unterausschuss" not in organization
    if other != rank:
        return past or (other, rank) in (("committee", "council"), ("board", "council"), ("district", "council"))
    if other != "committee":
        return False
    name = folded[start:end].rpartition(" ")[2].replace("ß", "ss").removesuffix("ausschuss").rstrip("s-")
    what = _FOR_WHAT.match(folded, end)
    name = what["what"] if what and not name else name
    return bool(name) and name[:_STEM] not in organization


def _was_elsewhere(folded: str, statement: Statement, organization: str, rank: str) -> bool:
    """Whether a passive of the past names another body as who acted: "wurde vom Bauausschuss mit 6 : 2 angenommen"."""
    if statement.outcome not in _SETTLED or not _DONE.search(folded, statement.start, statement.end):
        return False
    for body in matcher("ranks").findall(folded, statement.start, statement.end):
        agent = _AGENT.search(folded, max(statement.start, body.start - _NEAR), body.start)
        feminine = agent is not None and bool(agent["feminine"] or agent["inside"])
        if agent and folded[body.start : body.end].endswith(_FEMININE) == feminine:
            return _is_other(folded, (body.start, body.end, body.entry.value), organization, rank, past=True)
    return False
