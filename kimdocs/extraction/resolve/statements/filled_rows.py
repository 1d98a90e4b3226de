"""What bodies decided, from the rows of a form: "Rat | x |  |  | x |" below "Gremium | Einstimmig | Ja | Nein | …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_WAYS = ("unanimous", "majority")
_TEXTS = ("as_proposed", "otherwise")


def filled_rows(context: Context) -> Iterator[Statement]:
    """A statement for each row; none for one that ticks two of what cannot go together."""
    for row in context.filled:
        if row.ticked.issuperset(_WAYS) or row.ticked.issuperset(_TEXTS):
            continue
        statement = Statement(Source.RESULT, row.start, row.end, counts=dict(row.counts))
        statement.unanimous = "unanimous" in row.ticked if row.ticked.intersection(_WAYS) else None
        statement.ticked = True
        name = context.text[row.start : row.name_end].strip()
        statement.body = name if starts_organization(name.lower()) else None
        if statement.unanimous is not None:
            statement.rule = "unanimity.unanimous" if statement.unanimous else "unanimity.majority"
        if row.ticked.intersection(_TEXTS):
            statement.outcome, statement.amended = Outcome.ADOPTED, "otherwise" in row.ticked
        yield statement
