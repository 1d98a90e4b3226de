"""Header of a table whose rows are acts: "TOP | Gegenstand | Ergebnis | Ja | Nein | Enth."."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from kimdocs.extraction.memo import kept
from kimdocs.extraction.recognise.act_tables.cells import Cell, cells, parted_by
from kimdocs.lexicon import load, matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

COUNTED = (*SIDES, "present", "excluded")
_LONGEST = 240
_LONGEST_NAME = 44
_MOST_BELOW = 3
_NEAR = 2
_MARKS = lazy(r"\s*[/:|]\s*")
_WITH_SIDES = lazy(r"(.*?)[ :]*[(\[]?((?:[^\s/:()\[\]]+\s*[/:]\s*){1,3}[^\s/:()\[\]]+)[)\]]?")
_WORD = lazy(r"\S+")


class Column(NamedTuple):
    """A column: what it holds, the sides it counts where it counts several, and where its name stands in the line."""

    role: str
    left: int
    right: int
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """The columns in order, and what parts the cells of the rows.

    ``exact`` where some names were parted at single blanks, so that only rows with a cell for each can be told.
    """

    mark: str
    columns: tuple[Column, ...]
    exact: bool = False

    def holds(self, *roles: str) -> bool:
        """Whether any column has one of the roles."""
        return any(column.role in roles for column in self.columns)

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides in the order of the column that counts several, as "Ja/Nein/Enth."; else the usual order."""
        return next((column.sides for column in self.columns if column.sides), ())


def read_header(
    text: str, folded: str, start: int, end: int, below: Column | None = None, *, counted: bool = False
) -> Header | None:
    """The header in ``text[start:end]``, a line from its very start; None where it is none of acts.

    ``below`` is the column of ``sides_below`` on the next line; ``counted`` where that names but sides.
    """
    if not 0 < end - start <= _LONGEST:
        return None
    mark = parted_by(text[start:end])
    columns = columns_of(text, folded, start, end)
    results = [at for at, column in enumerate(columns) if column.role == "result" and not column.sides]
    resolved = len(results) == 1 and folded.startswith("beschlu", start + columns[results[0]].left)
    named = (
        _with_text(columns, results[0] if resolved else -1) if below is None or mark else _with_sides(columns, below)
    )
    header = Header(mark, named)
    if mark == "\t" and not _lists_acts(header, counted=counted):
        header = Header(mark, _columns_of(text[start:end], folded[start:end], split=True), exact=True)
    return header if _lists_acts(header, counted=counted) else None


def columns_of(text: str, folded: str, start: int, end: int) -> tuple[Column, ...]:
    """The columns that ``text[start:end]``, a line from its very start, can name."""
    return _columns_of(text[start:end], folded[start:end])


@kept(512)
def _columns_of(text: str, folded: str, *, split: bool = False) -> tuple[Column, ...]:
    mark = parted_by(text)
    named = (_columns(folded, cell, split=split or not mark) for cell in cells(text, 0, len(text), mark))
    return tuple(chain.from_iterable(named))


def _with_text(columns: tuple[Column, ...], resolved: int) -> tuple[Column, ...]:
    """The columns; the last holds the texts where but counts stand before it: "für  gegen  Beschluss".

    So does the one that names what was ``resolved`` where but counts stand behind it, and no other holds the texts.
    """
    behind = {column.role for column in columns[resolved + 1 :]}
    alone = not {"act", "matter"}.intersection(column.role for column in columns)
    several = any(column.sides for column in columns[resolved + 1 :])
    if resolved >= 0 and alone and ({"yes", "no"} <= behind or several) and behind <= {*COUNTED, "empty", "result"}:
        return (*columns[:resolved], columns[resolved]._replace(role="act"), *columns[resolved + 1 :])
    before = [column.role for column in columns[:-1]]
    text = len(before) > 1 and {"yes", "no"} <= {*before} and columns[-1].role in ("result", "act")
    if text and all(role in (*COUNTED, "item", "number") for role in before):
        return (*columns[:-1], columns[-1]._replace(role="act"))
    return tuple(columns)


def only_counts(text: str, folded: str, start: int, end: int) -> Header | None:
    """A line that names but counts, as the second line of a header does: "Ja  Nein  Enth."."""
    if not 0 < end - start <= _LONGEST:
        return None
    mark = parted_by(text[start:end])
    columns = tuple(
        column
        for cell in cells(text, start, end, mark)
        if text[cell.start : cell.start + 1] != "("
        for column in _columns(folded, cell, split=True)
    )
    named = [column.role for column in columns if column.role != "empty"]
    fits = len(named) > 1 and len(set(named)) == len(named) and all(role in COUNTED for role in named)
    return Header(mark, columns) if fits and {"yes", "no"} <= set(named) else None


def sides_below(text: str, folded: str, start: int, end: int) -> Column | None:
    """The column of counts on the second line of a header, its one cell that names sides: "(in €)   J / N / E"."""
    if not 0 < end - start <= _LONGEST or parted_by(text[start:end]):
        return None
    named = [column for cell in cells(text, start, end, "") for column in _columns(folded, cell, split=False)]
    counted = [column for column in named if column.sides]
    return counted[0] if len(counted) == 1 and len(named) <= _MOST_BELOW else None


def _with_sides(columns: tuple[Column, ...], below: Column) -> tuple[Column, ...]:
    """The columns, the last of which counts the sides named below it; other results are those of other bodies then."""
    last = columns[-1]
    if below.left > last.right + _NEAR or below.right < last.left - _NEAR:
        return tuple(columns)
    kept = (before._replace(role="other") if before.role == "result" else before for before in columns[:-1])
    return (*kept, Column("result", min(last.left, below.left), max(last.right, below.right), below.sides))


def with_second_line(header: Header, second: Header) -> Header:
    """The header whose column of results a second line parts into columns of counts."""
    low, high = second.columns[0].left - 2, second.columns[-1].right + 2
    if header.mark:
        return header
    named = ("act", "matter", "item", "number")
    kept = [column for column in header.columns if column.role in named or not low <= column.left <= high]
    return Header("", tuple(sorted((*kept, *second.columns), key=lambda column: column.left)))


def _lists_acts(header: Header, *, counted: bool) -> bool:
    roles = [column.role for column in header.columns]
    sides = [role for role in roles if role in COUNTED]
    if len(roles) < 2 or "stop" in roles or len(set(sides)) < len(sides):
        return False
    if "weighed" in roles:
        return header.mark != "" and roles[-1] == "result" and roles[0] == "weighed"
    voted = len({*SIDES}.intersection(sides)) > 1 or bool(header.sides)
    if _names_no_act(header) or header.holds("station", "stations"):
        return (voted or (counted and "result" in roles)) and (roles.count("station") != 1 or "stations" in roles)
    all_sides = {*SIDES} <= {*sides} and header.holds("matter")
    if not header.holds("result") and not (voted and header.holds("act", "item")) and not all_sides:
        return False
    if any(column.right - column.left > _LONGEST_NAME for column in header.columns):
        return False
    unknown = roles.count("other") + roles.count("empty")
    return header.holds("act", "item", "matter") and unknown * 2 <= len(roles) and (len(roles) > 2 or not unknown)


def _names_no_act(header: Header) -> bool:
    """Whether the column of the acts has no name, and all others count: "| | Ja | Nein | Enthaltung |"."""
    first, *others = header.columns
    return bool(header.mark) and first.role == "empty" and all(column.role in COUNTED for column in others)


def _columns(folded: str, cell: Cell, *, split: bool) -> list[Column]:
    name = folded[cell.start : cell.end].strip(" .:*")
    if not name:
        return [Column("empty", cell.left, cell.right)]
    role = role_of(name) or _signs().get(name)
    if role:
        return [Column(role, cell.left, cell.right)]
    several = {role_of(part.strip(" .:")) for part in _MARKS.split(name)}
    if len(several) == 1 and (same := several.pop()) and same not in COUNTED:
        return [Column(same, cell.left, cell.right)]
    if split and (parts := _by_blanks(folded, cell) or _in_two(folded, cell)):
        return parts
    known = _WITH_SIDES.fullmatch(name)
    sides = _sides(known[2]) if known else ()
    if known and sides and (not known[1].strip() or role_of(known[1].strip(" .:")) == "result"):
        return [Column("result", cell.left, cell.right, sides)]
    parts_of_name = {role_of(part.strip(" .")) for part in _MARKS.split(name)}
    best = next((role for role in ("stop", "weighed", "act", "matter", "item") if role in parts_of_name), "other")
    return [Column(best, cell.left, cell.right)]


def _by_blanks(folded: str, cell: Cell) -> list[Column]:
    """The columns of counts that single blanks part: "J N E"."""
    words = [(hit.group(), hit.start() - cell.start) for hit in _WORD.finditer(folded, cell.start, cell.end)]
    roles = [role_of(word.strip(".:")) or _signs().get(word) for word, _ in words]
    if len(words) < 2 or not all(role in COUNTED for role in roles):
        return []
    return [
        Column(role, cell.left + at, cell.left + at + len(word))
        for role, (word, at) in zip(roles, words, strict=True)
        if role
    ]


def _in_two(folded: str, cell: Cell) -> list[Column]:
    """The columns of two names that one blank parts: "Drs.-Nr. Ergebnis", "TOP Gegenstand"."""
    start, end = cell.start, cell.end
    number, _, rest = folded[start:end].partition(" ")
    if role_of(number.strip(".:")) in ("item", "number") and (named := role_of(rest.strip(" .:"))):
        at = cell.left + len(number)
        return [Column(role_of(number.strip(".:")) or "item", cell.left, at), Column(named, at + 1, cell.right)]
    blank = folded.rfind(" ", start, end)
    if blank < 0 or role_of(folded[blank + 1 : end].strip(".:")) != "result":
        return []
    first = role_of(folded[start:blank].strip(" .:")) or "other"
    at = cell.left + blank - start
    return [Column(first, cell.left, at), Column("result", at + 1, cell.right)]


def _sides(listed: str) -> tuple[str, ...]:
    """The sides that a name lists, in its order: "Ja/Nein/Enth."."""
    parts = [part.strip(" .") or part.strip() for part in _MARKS.split(listed)]
    roles = tuple(role_of(part) or _signs().get(part) or "" for part in parts)
    fits = len(set(roles)) == len(roles) > 1 and {"yes", "no"} <= set(roles) and all(role in COUNTED for role in roles)
    return roles if fits else ()


def role_of(name: str) -> str | None:
    """What a column of this (folded) name holds."""
    entry = matcher("act_columns").fullmatch(name)
    return entry.value if entry else None


@cache
def _signs() -> dict[str, str]:
    return {
        sign: entry.value
        for entry in load("act_columns")
        for kind in ("signs", "letters")
        for sign in entry.attributes.get(kind, ())
    }
