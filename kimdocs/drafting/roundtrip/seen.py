"""What one sees in a template's Word file: paragraphs and rows of tables, with marks and looks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.notation import STRAIGHT
from kimdocs.drafting.redline.carry import style_names
from kimdocs.drafting.roundtrip.marks import MARK
from kimdocs.drafting.roundtrip.package import WORD
from kimdocs.drafting.roundtrip.to_word import STYLES
from kimdocs.drafting.roundtrip.units import TAG, Atom, settled_blanks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.drafting.roundtrip.package import WordPackage

_KINDS = {style: kind for kind, style in STYLES.items()}
_OFF = {"0", "false", "none", "off"}
_SPECIAL = re.compile(f"{MARK.pattern}|{TAG.pattern}", re.DOTALL)
_WORDS = re.compile(r"\*+|\w+|\s|[^\w\s]")
Letter = tuple[str, bool, bool]


@dataclass(slots=True)
class Seen:
    """A paragraph or a row.

    Attributes:
        style: Name of the paragraph style; empty for a row.
        kind: The kind of unit that the style stands for; ``row`` for a row.
        cells: Words, signs and tags, cell by cell.
    """

    style: str
    kind: str
    cells: list[list[Atom]]

    @property
    def text(self) -> str:
        """What one reads."""
        return " | ".join("".join(atom.visible for atom in cell) for cell in self.cells)


def read_seen(package: WordPackage, body: Any, tags: Sequence[str]) -> Iterator[Seen]:
    """Every paragraph and row with words in it, in the order of reading."""
    names = style_names(package)
    for element in body:
        if element.tag == f"{WORD}p":
            seen = _paragraph(element, names, tags)
            if seen.text.strip():
                yield seen
        elif element.tag == f"{WORD}tbl":
            for row in element.iter(f"{WORD}tr"):
                cells = [_cell(cell, tags) for cell in row.iterchildren(f"{WORD}tc")]
                seen = Seen("", "row", cells)
                if len(cells) == 1 and all(atom.tag or atom.visible.isspace() for atom in cells[0]):
                    seen = Seen("normal", "text", cells)
                if seen.text.strip(" |"):
                    yield seen


def _paragraph(element: Any, names: dict[str, str], tags: Sequence[str]) -> Seen:
    found = element.find(f"{WORD}pPr/{WORD}pStyle")
    style = names.get(found.get(f"{WORD}val"), "normal") if found is not None else "normal"
    kind = _KINDS.get(style, "text")
    if kind == "text" and style != "normal" and element.find(f"{WORD}pPr/{WORD}numPr") is not None:
        kind = "-" if "bullet" in style else "."
    return Seen(style, kind, [_atoms(list(_letters(element)), tags)])


def _cell(cell: Any, tags: Sequence[str]) -> list[Atom]:
    letters: list[Letter] = []
    for paragraph in cell.iter(f"{WORD}p"):
        letters += [(" ", False, False)] if letters else []
        letters += _letters(paragraph)
    return _atoms(letters, tags)


def _letters(paragraph: Any) -> Iterator[Letter]:
    for run in paragraph.iter(f"{WORD}r"):
        look = run.find(f"{WORD}rPr")
        bold, italic = (_on(look, name) for name in ("b", "i"))
        for item in run:
            name = str(item.tag).removeprefix(WORD)
            words = {"t": item.text or "", "tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")
            yield from ((char, bold, italic) for char in words)


def _on(look: Any, name: str) -> bool:
    found = look.find(f"{WORD}{name}") if look is not None else None
    return found is not None and found.get(f"{WORD}val") not in _OFF


def _atoms(letters: list[Letter], tags: Sequence[str]) -> list[Atom]:
    text = "".join(letter[0] for letter in letters)
    found: list[Atom] = []
    end = 0
    for hit in [*_SPECIAL.finditer(text), None]:
        stop = hit.start() if hit else len(text)
        found += _plain(letters[end:stop])
        if hit is not None:
            number = int(hit[1] or 0)
            typed = hit.group().translate(STRAIGHT)
            source = tags[number - 1] if 1 <= number <= len(tags) else "" if hit[1] else typed
            found.append(Atom(hit.group(), *letters[hit.start()][1:], source, tag=True))
            end = hit.end()
    while found and found[0].visible.isspace():
        found.pop(0)
    while found and found[-1].visible.isspace():
        found.pop()
    return settled_blanks(found)


def _plain(letters: list[Letter]) -> Iterator[Atom]:
    text = "".join(letter[0] for letter in letters)
    for hit in _WORDS.finditer(text):
        start = hit.start()
        for place in range(hit.start() + 1, hit.end() + 1):
            if place == hit.end() or letters[place][1:] != letters[start][1:]:
                yield Atom(text[start:place], *letters[start][1:], "")
                start = place
