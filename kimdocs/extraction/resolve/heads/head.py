"""The head of a document: its labels with their values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.lines import Piece

_LETTER = lazy(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the head: which field, where it stands (a place a line), the line of its label, and the rule."""

    name: str
    pieces: tuple[Piece, ...]
    line: int
    rule: str


@dataclass(slots=True)
class Head:
    """Labels and values of a head.

    Attributes:
        last: Index of the first line that is no longer head.
        fields: Values by field, in the order of the text.
        taken: Lines that belong to labels, values or boilerplate, so that they are no title.
        tables: Lines of table headings that name a Beratungsfolge, with their columns.
        month_first: How dates with slashes are meant.
        status: Lines with the status of a decision at the head of an excerpt.
        dealt: Lines with rows of a Beratungsfolge.
    """

    context: Context
    last: int
    fields: dict[str, list[Field]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    tables: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    month_first: bool | None = None
    status: list[int] = field(default_factory=list)
    dealt: set[int] = field(default_factory=set)

    def first(self, name: str) -> Field | None:
        """The first value of a field."""
        return next(iter(self.fields.get(name, ())), None)

    def folded(self, line: int) -> str:
        """The folded text of a line; "" behind the last one, as a paper may end with a label."""
        if line >= len(self.context.lines):
            return ""
        return self.context.folded[self.context.lines[line].start : self.context.lines[line].end]

    def blank(self, line: int) -> bool:
        """Whether a line has no letter and no digit."""
        return not _LETTER.search(self.folded(line))
