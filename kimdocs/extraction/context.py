"""What the stages of extraction share: the source, its folded text, its lines and sections."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kimdocs.extraction.recognise.forms.offered import Row
    from kimdocs.extraction.recognise.matrices.matrix import Matrix
    from kimdocs.extraction.recognise.tables.rows import RowCell
    from kimdocs.extraction.resolve.statements.statement import Statement
    from kimdocs.extraction.result_lines.strips import StripCell
    from kimdocs.model.council import AgendaItem
    from kimdocs.model.finance import SectionKind
    from kimdocs.model.source import SourceDocument


_BROKEN = lazy(r"[a-zß-öø-ÿ]-[ \t]{0,3}\n?[ \t]{0,3}$")
_REST = lazy(r"[ \t]{0,3}\n?[ \t]{0,3}[a-zß-öø-ÿ]+")
_SPACED = lazy(r"(?<!\S)[^\W\d_](?: [^\W\d_]){4,}(?![^\W\d_])")
_LETTERS = lazy(r"[^\W\d_]+")


_LONGEST_WORD = 30


def _word_end(text: str, end: int) -> int:
    """The end of the word that ``end`` stands in: folding draws broken words together, matches may end inside them."""
    if not 0 < end < len(text):
        return end
    if (
        " " in text[end - 1 : end + 1]
        and text[end - 1 : end + 1].strip().isalpha()
        and (text[end + 1 : end + 3].endswith(" ") or " " in text[max(0, end - 3) : end - 1])
    ):
        for spaced in _SPACED.finditer(text, max(0, end - 2 * _LONGEST_WORD), end + 2 * _LONGEST_WORD):
            if spaced.start() < end < spaced.end():
                return spaced.end()
    rest = _LETTERS.match(text, end) if text[end - 1].isalpha() else None
    if rest is None and text[end - 1] in "- \t\n" and _BROKEN.search(text, max(0, end - 9), end):
        rest = _REST.match(text, end)
    return rest.end() if rest else end


class Line(NamedTuple):
    """A line without the white space at its ends: ``text[start:end]``; ``start == end`` where it is blank."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the lexicon's table ``headings`` that was found, with the value that follows on the same line."""

    key: str
    start: int
    end: int
    line: int
    rule: str


class Section(NamedTuple):
    """A part of the text between two headings; sections follow each other and cover the text.

    ``item`` is an index into ``Context.items``, or None outside agenda items.
    """

    kind: SectionKind
    key: str
    start: int
    end: int
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item and the part of the text that reports on it (``start`` is where its heading starts)."""

    fact: AgendaItem
    start: int
    end: int


class Told(NamedTuple):
    """Counts of votes that a place gives, and the sides of which it gives several different ones."""

    counts: dict[str, int]
    unclear: frozenset[str]


@dataclass(slots=True)
class Context:
    """One document on its way through the stages.

    ``result_lines`` and ``count_lines`` keep what ``results`` found the words of lines to be, ``result_ends`` where
    a section's result ends, ``matrices`` the tables of votes by where their headers start: what several stages ask.

    ``text`` is the source's, with notes of its reader blanked out; ``told`` is what was read at each place that a
    decision cites.

    ``margins`` are the places of votes in the margin by the start of the text beside them.

    ``alike`` are statements of results by their form, ``same`` those of any kind by their very words.

    ``cells`` are those of each line that somebody asked for, ``strip_cells`` those at a line's start and end.

    ``line_starts`` is where each line starts.

    ``filled`` are the rows that are filled in below a line that but offers results.

    ``ticked`` is the folded text with the zeros and sums that signs stand for; ``forms`` is where forms stand in which
    an outcome is crossed. What nobody crossed there is gone from both folded texts.
    """

    source: SourceDocument
    folded: str
    lines: tuple[Line, ...]
    headings: tuple[Heading, ...] = ()
    sections: tuple[Section, ...] = ()
    items: tuple[Item, ...] = ()
    closing: int = 0
    ticked: str = ""
    forms: tuple[tuple[int, int], ...] = ()
    filled: tuple[Row, ...] = ()
    result_lines: dict[str, bool] = field(default_factory=dict)
    count_lines: dict[str, bool] = field(default_factory=dict)
    result_ends: dict[int, int] = field(default_factory=dict)
    matrices: dict[int, Matrix] = field(default_factory=dict)
    told: dict[tuple[int, int], Told] = field(default_factory=dict)
    margins: dict[int, int] = field(default_factory=dict)
    legend: tuple[str, ...] | None = None
    legend_line: int | None = None
    triples: tuple[int, ...] | None = None
    alike: dict[tuple[int, int, bytes, bytes], Statement] = field(default_factory=dict)
    same: dict[tuple[int, int, int, bytes, str, str], Statement] = field(default_factory=dict)
    cells: dict[int, list[RowCell]] = field(default_factory=dict)
    strip_cells: dict[tuple[int, bool], StripCell | None] = field(default_factory=dict)
    line_starts: list[int] = field(default_factory=list)
    _headings_by_start: dict[int, Heading] = field(default_factory=dict)
    _section_starts: list[int] = field(default_factory=list)
    _keys: dict[int | None, set[str]] = field(default_factory=dict)
    _keys_of: tuple[Section, ...] = ()
    _anchored: dict[str, dict[int, int]] = field(default_factory=dict)
    _listed: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _vote_lines: dict[int, int] | None = None
    _starts_of: tuple[Section, ...] = ()
    text: str = field(init=False)

    def __post_init__(self) -> None:
        """Keep the source's text at hand, and where its lines start."""
        self.text = self.source.text
        self.line_starts = self.line_starts or list(map(itemgetter(0), self.lines))

    @property
    def heading_starts(self) -> dict[int, Heading]:
        """The headings by the offset where they start."""
        if len(self._headings_by_start) != len(self.headings):
            self._headings_by_start = {heading.start: heading for heading in self.headings}
        return self._headings_by_start

    def section_at(self, offset: int) -> Section:
        """The section that the character at ``offset`` stands in."""
        if self._starts_of is not self.sections:
            return self.sections[self.section_index(offset)]
        return self.sections[bisect_right(self._section_starts, offset, 1) - 1]

    def section_index(self, offset: int) -> int:
        """Index of the section that the character at ``offset`` stands in."""
        if self._starts_of is not self.sections:
            self._starts_of, self._section_starts = self.sections, [section.start for section in self.sections]
        return bisect_right(self._section_starts, offset, 1) - 1

    def keys_in(self, item: int | None) -> set[str]:
        """The keys of all sections of an item; with None, of those outside items."""
        if self._keys_of is not self.sections:
            self._keys, self._keys_of = {}, self.sections
            for section in self.sections:
                self._keys.setdefault(section.item, set()).add(section.key)
        return self._keys.get(item, set())

    def ends_title(self, offset: int) -> bool:
        """Whether the heading of an agenda item ends at ``offset``."""
        index = bisect_right(self.items, offset, key=lambda item: item.start) - 1
        return index >= 0 and self.items[index].fact.evidence[0].end == offset

    def line_at(self, offset: int) -> int:
        """Index of the line that the character at ``offset`` stands in."""
        return bisect_right(self.line_starts, offset, 1) - 1

    def lines_with(self, name: str) -> dict[int, int]:
        """Indexes of the lines with a piece of the entry ``name`` of the table ``anchors``, in order; how many each."""
        if name not in self._anchored:
            self._anchored[name] = self._counted_at(anchor_offsets(self.folded, name))
        return self._anchored[name]

    def lines_between(self, name: str, start: int, end: int) -> Sequence[int]:
        """Indexes of those of ``lines_with(name)`` that start in ``text[start:end]``, in order."""
        if name not in self._listed:
            self._listed[name] = tuple(self.lines_with(name))
        return self.between(self._listed[name], start, end)

    def between(self, indexes: Sequence[int], start: int, end: int) -> Sequence[int]:
        """Those of ``indexes`` of lines, which are in order, whose lines start in ``text[start:end]``."""
        low, high = bisect_left(self.line_starts, start), bisect_left(self.line_starts, end)
        return indexes[bisect_left(indexes, low) : bisect_left(indexes, high)]

    def lines_at(self, offsets: Iterable[int]) -> list[int]:
        """Indexes of the lines that the characters at ``offsets``, which are in order, stand in; each once."""
        return list(self._counted_at(offsets))

    @property
    def vote_lines(self) -> dict[int, int]:
        """How many names of sides, signs and ratios, which begin behind a gap or a number, stand on each line."""
        if self._vote_lines is None:
            offsets = (*anchor_offsets(self.folded, "strip"), *anchor_offsets(self.folded, "ratio"))
            self._vote_lines = self._counted_at(sorted([offset + 2 for offset in offsets]))
        return self._vote_lines

    def _counted_at(self, offsets: Iterable[int]) -> dict[int, int]:
        """How many of ``offsets``, which are in order, each line holds that holds some, in order."""
        found: dict[int, int] = {}
        starts = self.line_starts
        behind, following = 1, -1
        for offset in offsets:
            if offset >= following:
                behind = bisect_right(starts, offset, behind)
                following = starts[behind] if behind < len(starts) else len(self.text) + 1
                found[behind - 1] = 0
            found[behind - 1] += 1
        return found

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for ``text[start:end]``: without white space at its ends, and with the whole of its last word."""
        end = _word_end(self.source.text, end)
        quote = self.source.text[start:end]
        start += len(quote) - len(quote.lstrip())
        quote = quote.strip()
        return Evidence(start, start + len(quote), self.source.page_at(start), quote)
