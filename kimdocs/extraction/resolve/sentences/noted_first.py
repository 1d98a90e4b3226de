"""A Kenntnisnahme told before another act: "nimmt die Kosten zur Kenntnis und bewilligt die Ausgabe einstimmig"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.acts.read import read_acts
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_PAIR = 2
_OF_ANOTHER = lazy(r"\s(?:und|sowie)\s+(?=(?:\w+\s+){0,2}?$)")
_THE_SAME = lazy(
    r"\w+\s+(?:(?:ihn|ihm|ihr|ihnen|sie|es|diese[ms]?|dazu|hierzu|damit|deren|dessen|ihre[rnm]?|seine[rnm]?)\b"
    r"|(?:dem|den)\s+(?:zu|an|einstimmig|mehrheitlich|ohne|bei|mit)\b)"
)
_OBJECT = lazy(r"\b(?:de[nmr]|die|das|von|vom)\s+\S+\s+(?:(?:[^.;:]|(?<=\d)[.:](?=\d))*\s)?kenntnis\b")


def with_noted(context: Context, statement: Statement) -> list[Statement]:
    """The statement, behind one of what was taken note of before, where that is another matter."""
    start, end = statement.start, statement.end
    if statement.quoted or statement.outcome is Outcome.NOTED or context.folded.find("kenntnis", start, end) < 0:
        return [statement]
    acts = read_acts(context.text, context.folded, start, end)
    if len(acts) != _PAIR or acts[0].outcome is not Outcome.NOTED or acts[1].outcome is Outcome.NOTED:
        return [statement]
    noted, act = acts
    kenntnis = context.folded.find("kenntnis", noted.start, act.start)
    joint = _OF_ANOTHER.search(context.folded, kenntnis, act.start) if kenntnis >= 0 else None
    same = _THE_SAME.match(context.folded, act.start, end)
    if joint is None or same or not _OBJECT.search(context.folded, noted.end, joint.start()):
        return [statement]
    first = Statement(Source.PROSE, start, joint.start(), noted.outcome, (noted.start, noted.end), rule=noted.rule)
    statement.start = joint.end()
    return [first, statement]
