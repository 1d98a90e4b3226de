"""Paragraphs of the earlier version in the new file: its styles and lists under the names that they have there."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.roundtrip.package import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kimdocs.drafting.roundtrip.package import WordPackage

_NUMBERING = "word/numbering.xml"
_STYLES = "word/styles.xml"
_STYLED = ("pStyle", "rStyle", "tblStyle")
_VAL = f"{WORD}val"


def style_names(package: WordPackage) -> dict[str, str]:
    """Name of each style by its id, in lower case."""
    root = package.part(_STYLES)
    found = {}
    for style in root.iterchildren(f"{WORD}style") if root is not None else ():
        name = style.find(f"{WORD}name")
        if name is not None:
            found[str(style.get(f"{WORD}styleId"))] = str(name.get(_VAL)).lower()
    return found


def rename_styles(body: Any, old: WordPackage, new: WordPackage) -> None:
    """Let everything in a body of the old file refer to the styles of the new one, found by their names."""
    names, ids = style_names(old), {name: number for number, name in style_names(new).items()}
    for element in body.iter(*(f"{WORD}{name}" for name in _STYLED)):
        known = ids.get(names.get(element.get(_VAL), ""))
        if known is not None:
            element.set(_VAL, known)


def renumber(old_body: Any, pairs: Iterable[tuple[Any, Any]], old: WordPackage, new: WordPackage) -> None:
    """Let numbered paragraphs of the old body use the lists of the new file, or bring their own along.

    Args:
        old_body: Body of the old file; its paragraphs are changed in place.
        pairs: Old and new paragraphs that belong together.
        old: The old file.
        new: The new file; lists that it lacks are added to it.
    """
    known: dict[str, str] = {}
    for before, after in pairs:
        one, other = _number(before), _number(after)
        if one is not None and other is not None:
            known.setdefault(str(one.get(_VAL)), str(other.get(_VAL)))
    carrier = _Carrier(old, new)
    for element in list(old_body.iter(f"{WORD}numId")):
        number = str(element.get(_VAL))
        if number not in known:
            known[number] = "0" if number == "0" else carrier.bring(number)
        element.set(_VAL, known[number])


def _number(paragraph: Any) -> Any:
    return paragraph.find(f"{WORD}pPr/{WORD}numPr/{WORD}numId")


class _Carrier:
    """Brings lists of one file into another."""

    def __init__(self, old: WordPackage, new: WordPackage) -> None:
        self._new = new
        self._old_root: Any = old.part(_NUMBERING)
        self._new_root: Any = new.part(_NUMBERING)

    def bring(self, number: str) -> str:
        """Number in the new file of a list of the old one; "0" (no list) where it cannot be brought."""
        if self._old_root is None or self._new_root is None:
            return "0"
        return self._copied(number)

    def _copied(self, number: str) -> str:
        listed = _find(self._old_root, "num", "numId", number)
        shape = listed.find(f"{WORD}abstractNumId") if listed is not None else None
        found = _find(self._old_root, "abstractNum", "abstractNumId", shape.get(_VAL)) if shape is not None else None
        if listed is None or found is None:
            return "0"
        made, abstract = deepcopy(listed), deepcopy(found)
        for item in abstract.findall(f"{WORD}nsid") + abstract.findall(f"{WORD}tmpl"):
            abstract.remove(item)
        abstract.set(f"{WORD}abstractNumId", self._free("abstractNum", "abstractNumId"))
        made.set(f"{WORD}numId", self._free("num", "numId"))
        made.find(f"{WORD}abstractNumId").set(_VAL, abstract.get(f"{WORD}abstractNumId"))
        shapes = self._new_root.findall(f"{WORD}abstractNum")
        self._new_root.insert(self._new_root.index(shapes[-1]) + 1 if shapes else 0, abstract)
        self._new_root.append(made)
        self._new.set_part(_NUMBERING, self._new_root)
        return str(made.get(f"{WORD}numId"))

    def _free(self, tag: str, name: str) -> str:
        used = [str(item.get(f"{WORD}{name}")) for item in self._new_root.findall(f"{WORD}{tag}")]
        return str(max((int(number) for number in used if number.isdecimal()), default=0) + 1)


def _find(root: Any, tag: str, name: str, value: str) -> Any:
    return next((item for item in root.findall(f"{WORD}{tag}") if item.get(f"{WORD}{name}") == value), None)
