"""A template's text as units: one for each line that somebody can edit, with all that belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INSIDE = "(?:(?!{open}|{close}).)*"  # no other tag begins inside of one, so that unclosed ones cost no time
TAG = re.compile(
    "|".join(
        opening + _INSIDE.format(open=opening, close=closing) + closing
        for opening, closing in ((r"\{\{", r"\}\}"), (r"\{%", r"%\}"), (r"\{#", r"#\}"))
    )
    + r"|\[\[[a-zäöüß0-9_]+\]\]",  # the name of a section, whose number stands there in a draft
    re.DOTALL,
)
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]+|[-+][ \t]+|\d{1,9}[.)][ \t]+)?")
_FENCE = re.compile(r"[ \t]*~~~[^\n]*")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_LITERAL = re.compile(r"\\[!-/:-@\[-`{-~]|\*+|\w+|\s|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, a sign or a tag: what one sees of it, its look, and what the template says."""

    visible: str
    bold: bool
    italic: bool
    source: str
    tag: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of a template.

    Attributes:
        kind: ``text``, ``note``, ``heading1`` and so on, ``-``, ``.``, ``)``, ``row``, ``fence``; ``line`` inside.
        prefix: Markup before the content.
        cells: The content; several in a row of a table.
        trailing: Line break, and what follows without words of its own: blank lines, the rule below a table's header.
    """

    kind: str
    prefix: str
    cells: tuple[str, ...]
    trailing: str

    @property
    def source(self) -> str:
        """The unit as the template has it."""
        return self.prefix + "|".join(self.cells) + self.trailing


def units(text: str) -> tuple[str, tuple[Unit, ...]]:
    """What stands before the first unit, and the units; joined again they are the text."""
    leading = ""
    found: list[Unit] = []
    inside = False
    for line in _logical_lines(text):
        if not line.strip() or (found and _is_rule(line, found[-1])):
            if found:
                found[-1] = replace(found[-1], trailing=found[-1].trailing + line)
            else:
                leading += line
            continue
        fence = _FENCE.match(line) is not None
        unit = _unit(line, "fence" if fence else "line" if inside else "")
        inside ^= fence
        if any(cell.strip() for cell in unit.cells):
            found.append(unit)
        elif found:
            found[-1] = replace(found[-1], trailing=found[-1].trailing + line)
        else:
            leading += line
    return leading, tuple(found)


def _is_rule(line: str, above: Unit) -> bool:
    """Whether a line is the rule below a table's header."""
    return above.kind == "row" and "-" not in above.trailing and _RULE.fullmatch(line.strip()) is not None


def _logical_lines(text: str) -> Iterator[str]:
    """Lines with their ends; a tag that runs over several lines keeps them together."""
    start = 0
    tags = [(tag.start(), tag.end()) for tag in TAG.finditer(text)]
    for hit in re.finditer(r"\n", text):
        while tags and tags[0][1] <= hit.start():
            tags.pop(0)
        if not (tags and tags[0][0] < hit.start()):
            yield text[start : hit.end()]
            start = hit.end()
    if start < len(text):
        yield text[start:]


def _unit(line: str, kind: str) -> Unit:
    body = _without_ending(line)
    trailing = line[len(body) :]
    if kind:
        return Unit(kind, "", (body,), trailing)
    if body.lstrip().startswith("|"):
        cells = tuple(split_cells(body))
        # a row that no bar closes would keep its last cell from the reader's eyes
        return Unit("row", "", cells, trailing) if not cells[-1].strip() else Unit("text", "", (body,), trailing)
    prefix = _PREFIX.match(body)
    markup = prefix.group() if prefix else ""
    return Unit(kind_of(markup), markup, (body[len(markup) :],), trailing)


def _without_ending(line: str) -> str:
    """A line without its line break, a backslash that makes it a hard one, and blanks before them."""
    body = line
    if body.endswith("\n"):
        body = body.removesuffix("\n").removesuffix("\r").removesuffix("\\")
    return body.rstrip(" \t")


def kind_of(prefix: str) -> str:
    """The kind of line that markup begins."""
    mark = prefix.replace(">", "").strip()
    if mark.startswith("#"):
        return f"heading{len(mark)}"
    if mark:
        return "-" if mark in "-+" else mark[-1]
    return "note" if ">" in prefix else "text"


def split_cells(line: str) -> Iterator[str]:
    """Pieces between the bars of a row, the empty ones at both ends among them; bars in tags are none."""
    piece = ""
    for part in re.split(f"({TAG.pattern}|\\\\.|\\|)", line, flags=re.DOTALL):
        if part == "|":
            yield piece
            piece = ""
        else:
            piece += part or ""
    yield piece


def atoms(source: str, marks: dict[str, list[str]], *, raw: bool) -> list[Atom]:
    """A piece of a template as words, signs and tags.

    Args:
        source: The piece.
        marks: For each tag the marks that stand for it, in the order of the template; used up.
        raw: Inside a fence: no markup but tags.
    """
    found: list[Atom] = []
    end = 0
    bold = italic = False
    stars = not raw and _balanced(TAG.sub("", source))
    for tag in [*TAG.finditer(source), None]:
        for token in _LITERAL.findall(source[end : tag.start() if tag else len(source)]):
            if stars and set(token) == {"*"} and len(token) <= 3:
                bold, italic = bold ^ (len(token) > 1), italic ^ (len(token) != 2)
                continue
            visible = token[1:] if len(token) > 1 and token[0] == "\\" and not raw else token
            found.append(Atom(visible, bold, italic, token))
        if tag is not None:
            found.append(Atom(marks[tag.group()].pop(0), bold, italic, tag.group(), tag=True))
            end = tag.end()
    return settled_blanks(found)


def _balanced(text: str) -> bool:
    runs = [run for run in _LITERAL.findall(text) if set(run) == {"*"}]
    bold, italic = sum(len(run) > 1 for run in runs), sum(len(run) != 2 for run in runs)
    return bold % 2 == 0 and italic % 2 == 0 and all(len(run) <= 3 for run in runs)


def settled_blanks(row: Sequence[Atom]) -> list[Atom]:
    """The same with blanks bold only between bold words: Markdown knows no bold blank at an edge."""
    before, after = list(_words_before(row)), list(_words_before(row[::-1]))[::-1]
    return [
        replace(
            atom,
            bold=bool(left and right and left.bold and right.bold),
            italic=bool(left and right and left.italic and right.italic),
        )
        if atom.visible.isspace()
        else atom
        for atom, left, right in zip(row, before, after, strict=True)
    ]


def _words_before(row: Sequence[Atom]) -> Iterator[Atom | None]:
    """For each atom the nearest one before it that is no blank."""
    last = None
    for atom in row:
        yield last
        last = last if atom.visible.isspace() else atom
