"""The parts of a Word file and how they refer to each other."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any

from kimdocs.extraction.read.package import Package


@dataclass(frozen=True, slots=True)
class Relationship:
    """A part that another part refers to; ``kind`` is the last word of the relationship's type."""

    id: str
    kind: str
    target: str


class WordPackage(Package):
    """The parts of a Word file, within limits and without anything that runs, embeds or fetches."""

    kind = "Word-Dokument"
    clean_copy = (
        "Öffnen Sie das Dokument in Word, speichern Sie es als einfaches .docx ohne diesen Inhalt oder als PDF."
    )

    def __init__(self, data: bytes, name: str) -> None:
        """Open and check the file.

        Raises:
            InputError: It is damaged, too large, packed suspiciously, or holds macros, embedded objects or outside
                links.
        """
        super().__init__(data, name)
        self.main = self._main_part()

    def relationships(self, part: str) -> list[Relationship]:
        """Relationships of a part that point into the file."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return []
        found = []
        for element in root.iterfind("{*}Relationship"):
            target = element.get("Target", "")
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(folder, target)) if target[:1] != "/" else target[1:]
            found.append(Relationship(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target))
        return found

    def related(self, part: str, kind: str) -> Any | None:
        """Root of the first part of a kind that ``part`` refers to."""
        target = next((rel.target for rel in self.relationships(part) if rel.kind == kind), None)
        return None if target is None else self.xml(target)

    def _main_part(self) -> str:
        target = next((rel.target for rel in self.relationships("") if rel.kind == "officeDocument"), "")
        if target not in self._parts:
            raise self._damaged()
        return target

    def _check_contents(self) -> None:
        for part in self._parts:
            if part.lower().endswith("vbaproject.bin"):
                raise self._refused("enthält Makros und wird nicht geöffnet")
        for part in [part for part in self._parts if part.endswith(".rels")]:
            root = self.xml(part)
            for element in () if root is None else root.iterfind("{*}Relationship"):
                self._check_relationship(element.get("Type", "").rpartition("/")[2], element)

    def _check_relationship(self, kind: str, element: Any) -> None:
        if kind == "aFChunk":
            raise self._refused("bettet ein fremdes Dokument ein (altChunk)")
        if kind == "oleObject":
            raise self._refused("enthält ein eingebettetes Objekt (OLE)")
        on_file_server = kind == "attachedTemplate" and element.get("Target", "").lower().startswith("file:")
        if element.get("TargetMode") == "External" and kind != "hyperlink" and not on_file_server:
            raise self._refused(f"lädt Inhalte von außen nach ({kind}) und wird nicht geöffnet")
