"""A template's lines put together again: words that stayed as the template had them, new ones escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.drafting.roundtrip.units import Atom, Unit
from kimdocs.drafting.roundtrip.words import opcodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.drafting.roundtrip.seen import Seen

_PREFIXES = {"text": "", "note": "> ", "-": "- ", ".": "1. ", ")": "1) ", "line": "", "row": "", "fence": ""}
_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|~~~|\||(?P<number>\d{1,9})(?=[.)](?:\s|$)))")
_ITEMS = {"-", ".", ")", "row"}


class Assembly:
    """The new text as it grows, with its blank lines in order.

    Attributes:
        text: What there is so far.
        inside: The next line stands inside a fence.
        notes: German sentences on what could not be done as in Word.
        added: Where new lines begin, and their words.
    """

    def __init__(self, leading: str) -> None:
        """Begin with what stands before the first line."""
        self.text = leading
        self.inside = False
        self.notes: list[str] = []
        self.added: list[tuple[int, str]] = []
        self._last = ""

    def keep(self, source: str, unit: Unit) -> None:
        """A line that the template had."""
        self.inside ^= unit.kind == "fence"
        self.text += source
        self._last = unit.kind

    def leave_out(self, unit: Unit) -> None:
        """A line that was taken out; the blank line behind it stays."""
        self.inside ^= unit.kind == "fence"
        if "\n\n" in unit.trailing and self.text and not self.text.endswith("\n\n"):
            self.text += "\n"

    def insert(self, seen: Seen, fence: str) -> None:
        """A line that is new; ``fence`` is its source where it is the mark of a fence that was moved."""
        kind = "line" if self.inside else seen.kind
        if fence:
            self.text += fence
            self.inside ^= True
            self._last = "fence"
            return
        blanks = ""
        if kind in _ITEMS and self._last == kind:
            body = self.text.rstrip("\n")
            blanks = self.text[len(body) + 1 :]
            self.text = f"{body}\n"
        elif kind != "line" and not _only_tags(seen) and not self.text.endswith("\n\n"):
            self.text += "\n" * (not self._after_tag() and bool(self.text))
        if not _only_tags(seen):
            self.added.append((len(self.text), seen.text))
        self.text += self._line(seen, kind) + "\n"
        self.text += blanks or ("" if kind in {"line", "row"} or _only_tags(seen) else "\n")
        self._last = kind

    def _after_tag(self) -> bool:
        return re.search(r"^\s*(?:\{%.*?%\}\s*)+\n\Z", self.text.rpartition("\n\n")[2][-400:]) is not None

    def _line(self, seen: Seen, kind: str) -> str:
        if kind == "row":
            row = "| " + " | ".join(_content([], cell, "row") for cell in seen.cells) + " |"
            if self._last != "row":
                row += "\n|" + "----------------|" * len(seen.cells)
            return row
        content = " | ".join(_content([], cell, kind) for cell in seen.cells)
        return _prefix(kind) + self._one_line(content, kind)

    def _one_line(self, content: str, kind: str) -> str:
        """Line breaks of Word: hard ones in a text, blanks elsewhere."""
        if "\n" not in content:
            return content
        if kind == "text":
            return content.replace("\n", "\\\n")
        self.notes.append(f"Ein Zeilenumbruch ist hier nicht möglich und wurde ein Leerzeichen: „{content[:60]}“.")
        return content.replace("\n", " ")


def same(cells: Sequence[Sequence[Atom]], seen: Seen) -> bool:
    """Whether one sees in Word what the template shows."""
    inner = cells[1:-1] if seen.kind == "row" and len(cells) > 2 else cells
    return [_signature(cell) for cell in inner] == [_signature(cell) for cell in seen.cells]


def _signature(row: Sequence[Atom]) -> list[tuple[str, bool, bool]]:
    found: list[tuple[str, bool, bool]] = []
    for atom in row:
        for char in atom.visible:
            if char.isspace() and char != "\u00a0":
                found += [(" ", False, False)] if found and found[-1][0] != " " else []
            else:
                found.append((char if char.isprintable() or char == "\u00a0" else "\ufffd", atom.bold, atom.italic))
    while found and found[-1][0] == " ":
        found.pop()
    return found


def rebuilt(unit: Unit, cells: Sequence[Sequence[Atom]], seen: Seen, assembly: Assembly, *, restyled: bool) -> str:
    """A line of the template with the words that it has in Word now."""
    if unit.kind == "row":
        return _rebuilt_row(unit, cells, seen, assembly)
    kind = seen.kind if restyled else unit.kind
    prefix = _prefix(kind) if restyled else unit.prefix
    new = [atom for number, cell in enumerate(seen.cells) for atom in ([_bar()] if number else []) + cell]
    content = assembly._one_line(_content(cells[0], new, kind), kind)
    lead = "" if restyled else unit.cells[0][: len(unit.cells[0]) - len(unit.cells[0].lstrip())]
    return prefix + lead + content + unit.trailing


def _bar() -> Atom:
    return Atom(" | ", False, False, " | ")


def _rebuilt_row(unit: Unit, cells: Sequence[Sequence[Atom]], seen: Seen, assembly: Assembly) -> str:
    old, sources = list(cells[1:-1]), list(unit.cells[1:-1])
    trailing = unit.trailing
    if len(seen.cells) != len(old):
        assembly.notes.append("In einer Tabelle hat sich die Zahl der Spalten geändert; prüfen Sie ihre Breiten.")
        trailing = _rule(trailing, len(seen.cells))
    made = []
    for number, cell in enumerate(seen.cells):
        before = old[number] if number < len(old) else []
        if number < len(old) and _signature(before) == _signature(cell):
            made.append(sources[number])
        else:
            content = assembly._one_line(_content(before, cell, "row"), "row")
            made.append(f" {content} " if content else " ")
    return f"{unit.cells[0]}|{'|'.join(made)}|{unit.cells[-1]}{trailing}"


def _rule(trailing: str, columns: int) -> str:
    """The rule below a header with as many columns as the header has."""
    lines = trailing.split("\n")
    for number, line in enumerate(lines):
        if "-" in line:
            parts = line.strip().strip("|").split("|")[:columns]
            lines[number] = "|" + "|".join([*parts, *["----------------"] * (columns - len(parts))]) + "|"
    return "\n".join(lines)


def _prefix(kind: str) -> str:
    return "#" * int(kind[-1]) + " " if kind.startswith("heading") else _PREFIXES[kind]


def _only_tags(seen: Seen) -> bool:
    return all(atom.tag or atom.visible.isspace() for cell in seen.cells for atom in cell)


def _content(old: Sequence[Atom], new: Sequence[Atom], kind: str) -> str:
    """Words as the template writes them; those that it had keep its way of writing."""
    keys = [[(atom.visible, atom.bold, atom.italic) for atom in row] for row in (old, new)]
    found: list[Atom] = []
    for tag, i1, i2, j1, j2 in opcodes(*keys):
        found += old[i1:i2] if tag == "equal" else [_written(new, place, kind) for place in range(j1, j2)]
    raw = kind == "line"
    content = "".join(atom.source for atom in found) if raw else "".join(_looks(found))
    start = _START.match(content) if not raw and kind != "row" else None
    if start is None:
        return content
    number = start["number"]
    return f"{number}\\{content[len(number) :]}" if number else f"\\{content}"


def _written(row: Sequence[Atom], place: int, kind: str) -> Atom:
    atom = row[place]
    if atom.tag or atom.source or kind == "line":
        return Atom(atom.visible, atom.bold, atom.italic, atom.source or atom.visible, tag=atom.tag)
    words = re.sub(r"([*\\])", r"\\\1", atom.visible)
    if kind == "row":
        words = words.replace("|", "\\|")
    if "_" in words:
        words = re.sub(r"(?<!\w)_|_(?!\w)|^_|_$", r"\\_", words)
    return Atom(atom.visible, atom.bold, atom.italic, words)


def _looks(row: Sequence[Atom]) -> Iterator[str]:
    """The words with the stars that make them bold or italic."""
    bold = italic = False
    for atom in [*row, None]:
        wanted = (atom.bold, atom.italic) if atom else (False, False)
        if wanted != (bold, italic):
            yield "*" * italic + "**" * bold
            bold, italic = wanted
            yield "**" * bold + "*" * italic
        yield atom.source if atom else ""
