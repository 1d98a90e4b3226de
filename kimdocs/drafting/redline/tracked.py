"""Tracked changes: paragraphs and rows put in, taken out, or changed in their words."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from kimdocs.drafting.redline.atoms import Atom, atoms, changes, runs
from kimdocs.drafting.roundtrip.package import WORD

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

_FIRST_ID = 100_001


@dataclass(slots=True)
class Reviser:
    """Who changed when, and how many changes there are.

    Attributes:
        lost: Pictures and notes of the earlier version that a tracked change cannot carry over.
    """

    author: str
    date: dt.datetime | None
    count: int = 0
    lost: int = 0
    passages: list[str] = field(default_factory=list)

    def mark(self, name: str) -> Any:
        """An element ``w:ins``, ``w:del`` or ``w:pPrChange`` with author, date and a number of its own."""
        element = etree.Element(f"{WORD}{name}")
        element.set(f"{WORD}id", str(_FIRST_ID + self.count))
        element.set(f"{WORD}author", self.author)
        if self.date is not None:
            element.set(f"{WORD}date", self.date.strftime("%Y-%m-%dT%H:%M:%SZ"))
        self.count += 1
        return element


def whole_paragraph(paragraph: Any, name: str, reviser: Reviser) -> Any:
    """A paragraph that was put in (``ins``) or taken out (``del``) with its end."""
    made = etree.Element(f"{WORD}p")
    made.append(_properties(paragraph))
    look = made[0].find(f"{WORD}rPr")
    if look is None:
        look = etree.SubElement(made[0], f"{WORD}rPr")
    look.insert(0, reviser.mark(name))
    row = atoms(paragraph)
    if name == "del":
        row = [atom for atom in row if atom.key is not None]
    _append(made, name, row, reviser)
    return made


def merged_paragraph(old: Any, new: Any, reviser: Reviser, *, restyled: bool) -> Any:
    """A paragraph of the new version with what changed since the earlier one."""
    made = etree.Element(f"{WORD}p")
    made.append(_properties(new))
    if restyled:
        change = reviser.mark("pPrChange")
        before = _properties(old)
        for item in before.findall(f"{WORD}rPr"):
            before.remove(item)
        change.append(before)
        made[0].append(change)
    for name, row in changes(atoms(old), atoms(new)):
        _append(made, name, row, reviser)
    return made


def mark_row(row: Any, name: str, reviser: Reviser) -> None:
    """Mark a row of a table as put in or taken out, with all that stands in it, in place."""
    properties = row.find(f"{WORD}trPr")
    if properties is None:
        properties = etree.Element(f"{WORD}trPr")
        before = row.find(f"{WORD}tblPrEx")
        row.insert(0 if before is None else 1, properties)
    properties.append(reviser.mark(name))
    for paragraph in list(row.iter(f"{WORD}p")):
        paragraph.getparent().replace(paragraph, whole_paragraph(paragraph, name, reviser))


def _properties(paragraph: Any) -> Any:
    """A copy of a paragraph's properties, without a section's."""
    found = paragraph.find(f"{WORD}pPr")
    made = etree.Element(f"{WORD}pPr") if found is None else deepcopy(found)
    for item in made.findall(f"{WORD}sectPr") + made.findall(f"{WORD}pPrChange"):
        made.remove(item)
    return made


def _append(paragraph: Any, name: str, row: Iterable[Atom], reviser: Reviser) -> None:
    row = list(row)
    if name == "del":
        reviser.lost += sum(atom.foreign for atom in row)
        row = [atom for atom in row if not atom.foreign]
    if name == "equal":
        paragraph.extend(runs(row))
        return
    holder: Any = None
    for run in runs(row):
        if run.tag != f"{WORD}r" or run.find(f"{WORD}commentReference") is not None:
            paragraph.append(run)
            holder = None
            continue
        if holder is None:
            holder = reviser.mark(name)
            paragraph.append(holder)
        holder.append(_deleted(run) if name == "del" else run)


def _deleted(run: Any) -> Any:
    for item in list(run.iter(f"{WORD}t", f"{WORD}instrText")):
        item.tag = f"{WORD}delText" if item.tag == f"{WORD}t" else f"{WORD}delInstrText"
    return run
