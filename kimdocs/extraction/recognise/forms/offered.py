"""Lines of a form that but name the results it offers: "Gremium  Einstimmig  Ja  Nein  lt. Beschlussvorschlag".

As long as nothing is filled in they tell nothing; in a table what is filled in stands in the rows below.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_UNANIMOUS = r"einstimmig\w*|einst\.?|einmütig"
_MAJORITY = r"(?:mit )?(?:stimmen-? ?)?mehrheit\w*\.?|mehrstimmig"
_YES = r"ja(?:-? ?stimmen?)?|dafür"
_NO = r"nein(?:-? ?stimmen?)?|dagegen|gegenstimmen?"
_ABSTAIN = r"(?:stimm-? ?)?enth(?:altung(?:en)?|\.)?"
_AS_PROPOSED = r"(?:lt\.?|laut|gem\.?|gemäß) ?(?:(?:beschluss|verwaltungs)?-?(?:vorschlag|vorlage|empfehlung))"
_OTHERWISE = r"abweichend\w*(?: beschluss\w*)?|geändert\w*(?: beschluss\w*)?|mit änderung(?:en)?"
_NAMES = (
    r"gremi(?:um|en)|sitzung(?: am|s?termin|s?datum)?|datum|am|termin|top|nr\.?|anwesend\w*|befangen\w*"
    r"|bemerkung(?:en)?"
)
_FATES = r"abgelehnt|angenommen|zurückgestellt|vertagt|(?:zur )?kenntnis\w*(?: genommen)?"
_LABEL = r"(?:(?:abstimmungs|beratungs)?ergebnis|abstimmung)\s*:"
_KINDS = {
    "unanimous": _UNANIMOUS,
    "majority": _MAJORITY,
    "yes": _YES,
    "no": _NO,
    "abstain": _ABSTAIN,
    "as_proposed": _AS_PROPOSED,
    "otherwise": _OTHERWISE,
}
_OPTION = "|".join([*_KINDS.values(), _NAMES, _FATES])
_OFFERED = lazy(rf"(?:{_LABEL})?(?:[|\s:/_.]*(?<!\w)(?:{_OPTION})(?!\w))+[|\s:/_.]*$")
_ANY = lazy("|".join(f"(?P<{kind}>(?<!\\w)(?:{words})(?!\\w))" for kind, words in _KINDS.items()))
_TICK = lazy(r"\s*[x×✗✘✓✔☒☑]\s*")
_FILLED = lazy(r"(?<!\S)(?:\d{1,3}|[x×✗✘✓✔☒☑])$")
_GAP = lazy(r"\S {2,}\S")
_NUMBER = lazy(r"\s*\d{1,3}\s*")
_PIECE = "einst"
_WANTED = frozenset(("unanimous", "yes", "no"))
_SEPARATORS = ("\t", "|")
_FEWEST = 2
_FILLER = "☐"
_LONGEST = 240
_MOST_LINES = 16


class Row(NamedTuple):
    """A filled row: where it starts and ends, where its first cell ends, what is ticked in it and what is counted."""

    start: int
    end: int
    name_end: int
    ticked: frozenset[str]
    counts: dict[str, int]


class Offer(NamedTuple):
    """Results that a line offers from ``start`` to ``end``, and the rows below that are filled in."""

    start: int
    end: int
    rows: tuple[Row, ...]


def offers(text: str, folded: str, lines: Sequence[tuple[int, int]]) -> Iterator[Offer]:
    """The results that lines but offer: side by side or one below the other, and the rows of a table.

    Where blanks are all that parts the columns, what is filled in below them is left to those who read columns.
    """
    place, done = folded.find(_PIECE), 0
    while place >= 0:
        index = bisect_right(lines, (place, len(folded))) - 1
        end = lines[index][1]
        if place >= done and end > place:
            found = list(_side_by_side(text, folded, lines, index)) or _stacked(folded, lines, index)
            yield from found
            done = max([end, *(offer.end for offer in found)])
        place = folded.find(_PIECE, max(end, place + 1))


def _side_by_side(text: str, folded: str, lines: Sequence[tuple[int, int]], index: int) -> Iterator[Offer]:
    start, end = lines[index]
    if not _WANTED.issubset(_kinds(folded, start, end)):
        return
    below = _below(lines, index)
    first = next(hit.start() for hit in _ANY.finditer(folded, start, end))
    mark = next((mark for mark in _SEPARATORS if text.count(mark, start, end) >= _FEWEST), None)
    if mark:
        yield Offer(first, end, tuple(_filled(text, folded, (start, end), below, mark)))
    elif not _GAP.search(text, first, end) or not any(_FILLED.search(folded, *line) for line in below):
        yield Offer(first, end, ())


def _stacked(folded: str, lines: Sequence[tuple[int, int]], index: int) -> list[Offer]:
    """Results each of which is a line of its own, with none that is filled in among them or right below."""
    found: list[tuple[int, int]] = []
    for line in lines[index : index + _MOST_LINES]:
        if line[0] == line[1]:
            continue
        if _ANY.fullmatch(folded, *line) is None:
            if _FILLED.search(folded, *line):
                return []
            break
        found.append(line)
    kinds = {kind for line in found for kind in _kinds(folded, *line)}
    return [Offer(*line, ()) for line in found] if kinds >= _WANTED else []


def _kinds(folded: str, start: int, end: int) -> list[str]:
    """The results that a line offers, in order; [] where it holds anything else, or a result as a label's value."""
    if end - start > _LONGEST or _OFFERED.fullmatch(folded, start, end) is None:
        return []
    return [str(hit.lastgroup) for hit in _ANY.finditer(folded, start, end)]


def _below(lines: Sequence[tuple[int, int]], index: int) -> list[tuple[int, int]]:
    """The filled lines below the one that offers results, up to a gap."""
    rows: list[tuple[int, int]] = []
    blank = 0
    for start, end in lines[index + 1 : index + 1 + _MOST_LINES]:
        blank = blank + 1 if start == end else 0
        if blank > (0 if rows else 1):
            break
        if end > start:
            rows.append((start, end))
    return rows


def _filled(text: str, folded: str, header: tuple[int, int], below: list[tuple[int, int]], mark: str) -> Iterator[Row]:
    """The rows in which something is ticked or counted, their cells in the columns of the header."""
    columns = [_column(folded, *cell) for cell in _cells(text, *header, mark)]
    for start, end in below:
        cells = _cells(text, start, end, mark)
        if mark not in text[start:end] and columns[0] is None:
            continue
        if len(cells) > len(columns):
            return
        named = [(column, cell) for column, cell in zip(columns, cells, strict=False) if column]
        ticked = frozenset(column for column, cell in named if _TICK.fullmatch(folded, *cell))
        counts = {column: int(folded[slice(*cell)]) for column, cell in named if _NUMBER.fullmatch(folded, *cell)}
        if ticked or counts:
            yield Row(start, end, cells[0][1], ticked, {side: n for side, n in counts.items() if side in SIDES})


def _column(folded: str, start: int, end: int) -> str | None:
    hit = _ANY.search(folded, start, end)
    return str(hit.lastgroup) if hit else None


def _cells(text: str, start: int, end: int, mark: str) -> list[tuple[int, int]]:
    """The cells of a row, those at its edges that are but white space among them."""
    start, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    raw = text[start : stop if stop >= 0 else len(text)]
    if mark == "|":
        edge = raw.find("|") + 1 if raw.lstrip().startswith("|") else 0
        start, raw = start + edge, raw[edge:].rstrip().removesuffix("|")
    found = []
    for cell in raw.split(mark):
        found.append((start, start + len(cell)))
        start += len(cell) + 1
    return found


def without_offers(folded: str, found: Iterable[Offer]) -> str:
    """The folded text with boxes in place of the results that lines but offer; every character keeps its place."""
    pieces, done = [], 0
    for offer in found:
        pieces += [folded[done : offer.start], _FILLER * (offer.end - offer.start)]
        done = offer.end
    return "".join([*pieces, folded[done:]]) if pieces else folded
