"""The inside of a paragraph as a row of atoms: words, numbers, blanks, tabs, pictures, and marks without width."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from kimdocs.drafting.roundtrip.package import WORD
from kimdocs.drafting.roundtrip.words import opcodes

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

_PIECE = re.compile(r"\d+(?:[.,]\d+)+(?!\w)|\w+|\s|[^\w\s]")
_LOOKS = ("b", "i", "u", "strike", "vertAlign")
_OFF = {"0", "false", "none", "off"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FOREIGN = {f"{WORD}footnoteReference", f"{WORD}endnoteReference", f"{WORD}object", f"{WORD}pict", f"{WORD}drawing"}


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """The smallest thing that is taken out or put in.

    Attributes:
        key: Atoms with equal keys are the same; None for a mark without width (bookmark, comment).
        elements: What stands in its run; for a mark the mark itself.
        look: The run's properties; None where it has none.
    """

    key: Hashable
    elements: tuple[Any, ...]
    look: Any = None

    @property
    def blank(self) -> bool:
        """Only white space."""
        return isinstance(self.key, tuple) and self.key[0] == "t" and str(self.key[1]).isspace()

    @property
    def foreign(self) -> bool:
        """It needs another part of its file (a picture, a footnote), so that it cannot move to another one."""
        inner = [item for element in self.elements for item in element.iter()]
        return any(
            item.tag in _FOREIGN or any(name.startswith(_RELATIONS) for name in item.attrib)
            for item in inner
            if isinstance(item.tag, str)
        )


def atoms(paragraph: Any) -> list[Atom]:
    """Everything inside a settled paragraph, without its properties."""
    found: list[Atom] = []
    field: list[Any] = []
    depth = 0
    for element in paragraph:
        if element.tag == f"{WORD}fldSimple":
            found.append(Atom(("field", "".join(element.itertext())), tuple(_complex_field(element))))
        elif element.tag != f"{WORD}r":
            found += [] if element.tag == f"{WORD}pPr" else [Atom(None, (element,))]
        else:
            kinds = [mark.get(f"{WORD}fldCharType") for mark in element.iter(f"{WORD}fldChar")]
            depth += kinds.count("begin")
            if depth:
                field.append(element)
                depth -= kinds.count("end")
                if not depth:
                    found.append(Atom(("field", _words(field)), tuple(field)))
                    field = []
            else:
                found += _of_run(element)
    return [*found, *(Atom(None, (element,)) for element in field)]


def _of_run(run: Any) -> Iterator[Atom]:
    look = run.find(f"{WORD}rPr")
    signs = _signs(look)
    for item in run:
        if item is look:
            continue
        name = str(item.tag).removeprefix(WORD)
        if name == "t":
            for piece in _PIECE.findall(item.text or ""):
                yield Atom(("t", piece, signs), (_text(piece),), look)
        elif name in {"commentReference", "annotationRef"}:
            yield Atom(None, (_run([item], look),))
        else:
            yield Atom((name, _shape(item), signs), (item,), look)


def _shape(item: Any) -> bytes:
    return bytes(etree.tostring(item, method="c14n", exclusive=True, with_tail=False))


def _signs(look: Any) -> tuple[str, ...]:
    """What one sees of a run's look; programs write much more into it."""
    found = [(name, look.find(f"{WORD}{name}")) for name in _LOOKS] if look is not None else []
    return tuple(name for name, item in found if item is not None and item.get(f"{WORD}val") not in _OFF)


def _words(elements: Sequence[Any]) -> str:
    return "".join(text.text or "" for element in elements for text in element.iter(f"{WORD}t"))


def _text(words: str) -> Any:
    element = etree.Element(f"{WORD}t")
    element.text = words
    element.set(_SPACE, "preserve")
    return element


def _run(items: Sequence[Any], look: Any) -> Any:
    run = etree.Element(f"{WORD}r")
    if look is not None:
        run.append(deepcopy(look))
    run.extend(deepcopy(item) for item in items)
    return run


def _complex_field(simple: Any) -> Iterator[Any]:
    """The runs that say what a simple field says; tracked changes cannot hold the simple one."""
    for kind in ("begin", "separate", "end"):
        if kind == "end":
            yield from simple
        mark = etree.Element(f"{WORD}fldChar")
        mark.set(f"{WORD}fldCharType", kind)
        yield _run([mark], None)
        if kind == "begin":
            instruction = etree.Element(f"{WORD}instrText")
            instruction.text = simple.get(f"{WORD}instr")
            yield _run([instruction], None)


def runs(row: Sequence[Atom]) -> Iterator[Any]:
    """Atoms as runs again; neighbours of one look share a run."""
    waiting: list[Atom] = []
    for atom in row:
        if waiting and (_whole(atom) or atom.look is not waiting[0].look):
            yield _joined(waiting)
            waiting = []
        if _whole(atom):
            yield from (deepcopy(element) for element in atom.elements)
        else:
            waiting.append(atom)
    if waiting:
        yield _joined(waiting)


def _whole(atom: Atom) -> bool:
    return atom.key is None or (isinstance(atom.key, tuple) and atom.key[0] == "field")


def _joined(row: Sequence[Atom]) -> Any:
    items: list[Any] = []
    for atom in row:
        for element in atom.elements:
            if items and element.tag == items[-1].tag == f"{WORD}t":
                items[-1].text += element.text
            else:
                items.append(deepcopy(element))
    return _run(items, row[0].look)


def changes(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[tuple[str, list[Atom]]]:
    """What stays, goes (``del``) and comes (``ins``), in one row; marks are those of the new text.

    A blank between two changed words changes with them, so that one reads whole phrases.
    """
    before, places = [atom for atom in old if atom.key is not None], _places(new)
    after = [new[place] for place in places]
    steps = opcodes([atom.key for atom in before], [atom.key for atom in after])
    done = 0
    for tag, i1, i2, j1, j2 in _whole_phrases(steps, after):
        if tag != "equal" and i2 > i1:
            yield "del", before[i1:i2]
        end = places[j2 - 1] + 1 if j2 > j1 else done
        if end > done:
            yield "equal" if tag == "equal" else "ins", list(new[done:end])
        done = end
    if done < len(new):
        yield "equal", list(new[done:])


def _places(row: Sequence[Atom]) -> list[int]:
    return [place for place, atom in enumerate(row) if atom.key is not None]


def _whole_phrases(
    steps: Sequence[tuple[str, int, int, int, int]], after: Sequence[Atom]
) -> Iterator[tuple[str, int, int, int, int]]:
    pending: tuple[str, int, int, int, int] | None = None
    for number, (tag, i1, i2, j1, j2) in enumerate(steps):
        inside = 0 < number < len(steps) - 1 and all(atom.blank for atom in after[j1:j2])
        if tag != "equal" or inside:
            pending = ("change", pending[1], i2, pending[3], j2) if pending else ("change", i1, i2, j1, j2)
        else:
            if pending:
                yield pending
            pending = None
            yield tag, i1, i2, j1, j2
    if pending:
        yield pending
