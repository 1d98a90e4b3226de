"""Votes of bodies that sit together, in other shapes than rows of sides: rows of bodies, ratios, cells on lines."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import JOINT_BODIES, places
from kimdocs.extraction.recognise.groups.names import is_known
from kimdocs.extraction.recognise.matrices.matrix import header_sides
from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.recognise.tallies.tokens import side_of
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.extraction.result_lines.legends import order
from kimdocs.extraction.result_lines.tallies import lines_of_triples
from kimdocs.extraction.result_lines.trailing import names_motion
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES, DecisionType

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_RATIO = lazy(r"(?<![\w/:.,-])(?:\d{1,3}(?: ?/ ?\d{1,3}){2}|\d{1,2} : \d{1,2}(?: : \d{1,2})?)(?![\w/:]| [/:]|[.,]\d)")
_NUMBER = lazy(r"\d{1,3}|[-–/]{1,2}")
_COUNTED = lazy(r"\d|(?<![^\s:(|])i")
_PART = lazy(r"(?:zu )?(?:§|nr\.|ziff\.|ziffer|punkt|absatz|abs\.|artikel|art\.|teil) ?[\w.]{1,5}")
_NAME = lazy(r"[A-ZÄÖÜ][^\d:;|/]{1,38}")
_TOTAL = lazy(r"(?i)(?:ins)?gesamt|summe|zusammen|total")
_CELLS = lazy(r"[ ]{2,}|\t|\|")
_PARTS = lazy(r"\s*(?:[,;|]|\s[-–]\s|\bund\b)\s*")
_GAP = lazy(r"[ \t|:](?:(?<=[ ])(?:[ ]+|\|[ ]?|[-–][ ])|(?<=\t)|(?<=\|)[ ]?|(?<=\S:)[ ]+)")
_AROUND_NAME = " |*:"
_FEWEST = 2
_MOST_BODIES = 8
_MOST_ROWS = 8


def joint_shapes(context: Context) -> list[Statement]:
    """A statement for each body's vote, in the order of the text."""
    found = [*_side_by_side(context), *_on_lines(context)]
    found += _in_rows(context) if any(places(context.folded, word) for word in JOINT_BODIES) else []
    return sorted(found, key=lambda statement: statement.start)


def _in_rows(context: Context) -> list[Statement]:
    """Each body's vote behind its name: below a header that names the sides, or in words, on lines that follow."""
    heads, rows = {*context.lines_with("margin_header")}, context.vote_lines
    found: list[Statement] = []
    done = -1
    for index in sorted({*heads, *rows}):
        if index <= done or not (index in heads or index + 1 in rows):
            continue
        sides = header_sides(context.folded, *context.lines[index]) if index in heads else []
        run = list(_run(context, index + bool(sides), sides))
        if len({name for name, _ in run}) == len(run) >= _FEWEST and _are_bodies([name for name, _ in run]):
            done = context.line_at(run[-1][1].start)
            run[0][1].start = context.lines[index].start
            found += [statement for _, statement in run]
    return found


def _run(context: Context, index: int, sides: list[str]) -> Iterator[tuple[str, Statement]]:
    """The rows from a line on, each with its name; that of the sums ends them. The first must begin with a name."""
    for number, line in enumerate(context.lines[index : index + _MOST_BODIES]):
        gap = _GAP.search(context.text, *line) if sides or _COUNTED.search(context.folded, *line) else None
        name = context.text[line.start : gap.start()] if gap else ""
        if gap is None or not (number or _NAME.fullmatch(name.strip(_AROUND_NAME))):
            return
        counts = _counts(context, gap.end(), line.end, sides)
        if not counts or _TOTAL.match(name) or names_motion(context, line.start, gap.end()):
            return
        yield name, Statement(Source.RESULT, *line, counts=counts)


def _counts(context: Context, start: int, end: int, sides: list[str]) -> dict[str, int]:
    """What stands behind the name of a body; {} where it is no vote."""
    words = context.folded[start:end]
    numbers = words.replace("|", " ").split() if sides else []
    if numbers and len(numbers) == len(sides) and all(_NUMBER.fullmatch(number) for number in numbers):
        return {side: int(n) if n.isdecimal() else 0 for side, n in zip(sides, numbers, strict=True)}
    tally = line_tally(words, order(context)) or line_tally(f"ae: {words}", order(context))
    return dict(tally.counts) if tally and not sides else {}


def _side_by_side(context: Context) -> list[Statement]:
    """Several ratios on a line: below the names of the bodies, or each behind such a name."""
    found: list[Statement] = []
    spaced = context.lines_at(places(context.folded, " : "))
    for index in sorted({*lines_of_triples(context), *spaced}):
        start, end = context.lines[index]
        ratios = list(_RATIO.finditer(context.folded, start, end))
        if len(ratios) < _FEWEST or not (_below_names(context, index, ratios) or _behind_names(context, ratios, start)):
            continue
        label = context.folded[start : ratios[0].start()].strip()
        kind = DecisionType.PART if _PART.fullmatch(label.rstrip(" .:|")) else None
        for ratio in ratios:
            tally = line_tally(f"ae: {ratio[0]}", order(context))
            if tally and tally.counts:
                found.append(Statement(Source.RESULT, *ratio.span(), counts=dict(tally.counts), kind=kind))
    return found


def _below_names(context: Context, index: int, ratios: list[re.Match[str]]) -> bool:
    """Whether but ratios stand behind the label of the row, and a line above names as many bodies."""
    end = context.lines[index].end
    between = [context.text[a.end() : b.start()] for a, b in pairwise(ratios)]
    if context.text[ratios[-1].end() : end].strip(" |") or not all(
        _CELLS.search(gap) and not gap.strip(" |\t") for gap in between
    ):
        return False
    for above in range(index - 1, max(-1, index - _MOST_ROWS), -1):
        line = context.lines[above]
        if line.start == line.end:
            return False
        names = [cell for cell in _CELLS.split(context.text[line.start : line.end]) if cell.strip()]
        if not any(char.isdigit() for char in context.text[line.start : line.end]):
            named = names[1:] if len(names) == len(ratios) + 1 else names
            return len(named) == len(ratios) and _are_bodies(named)
    return False


def _behind_names(context: Context, ratios: list[re.Match[str]], start: int) -> bool:
    """Whether each ratio stands behind the name of a body: "Amt Moor 9/1/0 – Amt Heide 7/2/1"."""
    names = []
    begin = start
    for number, ratio in enumerate(ratios):
        words = context.text[begin : ratio.start()].rstrip(" :")
        parted = _PARTS.match(words) if number else None
        if number and (parted is None or not parted[0].strip()):
            return False
        names.append((words[parted.end() :] if parted else words.rpartition(":")[2]).strip())
        begin = ratio.end()
    return len({*names}) == len(names) and _are_bodies(names)


def _are_bodies(names: list[str]) -> bool:
    """Whether these can be names of bodies: no groups, no sides, no sums."""
    clean = [name.strip(_AROUND_NAME) for name in names]
    return all(
        _NAME.fullmatch(name) and _is_no_group(name) and side_of(name.lower()) is None and not _TOTAL.match(name)
        for name in clean
    )


def _is_no_group(name: str) -> bool:
    body = matcher("organizations").first(name.lower())
    return not is_known(name) or (body is not None and body.start == 0)


def _on_lines(context: Context) -> list[Statement]:
    """Cells on lines of their own: the names of the bodies, then each side with as many numbers."""
    found: list[Statement] = []
    for place in places(context.folded, "nein"):
        index = context.line_at(place)
        line = context.lines[index]
        if line.start != place or side_of(context.folded[line.start : line.end]) != "no":
            continue
        count = _numbers(context, index - 1, -1)
        label = index - count - 1
        if not _FEWEST <= count <= _MOST_BODIES or label < count or _side(context, label) != "yes":
            continue
        names = [context.text[slice(*context.lines[at])] for at in range(label - count, label)]
        if _numbers(context, index + 1, 1) != count or not _are_bodies(names):
            continue
        found += _columns(context, label, count)
    return found


def _numbers(context: Context, index: int, step: int) -> int:
    """How many lines from ``index`` on are but a number."""
    count = 0
    while 0 <= index < len(context.lines) and _NUMBER.fullmatch(context.text, *context.lines[index]):
        count, index = count + 1, index + step
    return count


def _side(context: Context, index: int) -> str | None:
    return side_of(context.folded[slice(*context.lines[index])]) if 0 <= index < len(context.lines) else None


def _columns(context: Context, label: int, count: int) -> list[Statement]:
    rows: dict[str, list[int]] = {}
    start, at = context.lines[label - count].start, label
    end = start
    while (side := _side(context, at)) and side not in rows and _numbers(context, at + 1, 1) >= count:
        cells = [context.text[slice(*context.lines[line])] for line in range(at + 1, at + 1 + count)]
        rows[side] = [int(cell) if cell.isdecimal() else 0 for cell in cells]
        end = context.lines[at + count].end
        at += count + 1
    counted = {side: numbers for side, numbers in rows.items() if side in (*SIDES, "present", "excluded")}
    return [
        Statement(Source.RESULT, start, end, counts={side: numbers[body] for side, numbers in counted.items()})
        for body in range(count)
    ]
