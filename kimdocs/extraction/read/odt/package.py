"""The parts of an OpenDocument text: its content, its styles, and what it may not hold."""

from __future__ import annotations

from typing import Any

from kimdocs.extraction.read.odt.names import attribute, name
from kimdocs.extraction.read.package import Package

_FETCHING = frozenset(
    {"draw:image", "draw:object", "draw:plugin", "draw:applet", "draw:floating-frame", "text:section-source"}
)


class OpenPackage(Package):
    """The parts of an OpenDocument text, within limits and without anything that runs, embeds or fetches."""

    kind = "ODT-Dokument"
    clean_copy = "Öffnen Sie das Dokument in LibreOffice und speichern Sie es ohne diesen Inhalt oder als PDF."

    def __init__(self, data: bytes, name: str) -> None:
        """Open and check the file.

        Raises:
            InputError: It is damaged, encrypted, too large, packed suspiciously, or holds macros, embedded objects or
                outside links.
        """
        super().__init__(data, name)
        content = self.xml("content.xml")
        if content is None:
            raise self._damaged()
        self.content = content
        self.styles = self.xml("styles.xml")
        for root in (self.content, self.styles):
            self._check_links(root)

    def _check_contents(self) -> None:
        manifest = self.xml("META-INF/manifest.xml")
        encrypted = () if manifest is None else (e for e in manifest.iter() if name(e) == "manifest:encryption-data")
        if next(iter(encrypted), None) is not None or "encrypted-package" in self._parts:
            step = "Öffnen Sie es in LibreOffice und speichern Sie es ohne Kennwort."
            raise self._refused("ist mit einem Kennwort verschlüsselt", step)
        if any(part.startswith(("Basic/", "Scripts/")) for part in self._parts):
            raise self._refused("enthält Makros und wird nicht geöffnet")

    def _check_links(self, root: Any | None) -> None:
        for element in () if root is None else root.iter():
            kind = name(element)
            if kind == "draw:object-ole":
                raise self._refused("enthält ein eingebettetes Objekt (OLE)")
            if kind in _FETCHING and self._is_outside(attribute(element, "xlink:href") or ""):
                raise self._refused(f"lädt Inhalte von außen nach ({kind.partition(':')[2]}) und wird nicht geöffnet")

    def _is_outside(self, target: str) -> bool:
        """Whether a link leads to neither a part of the file nor a place in it."""
        inner = target.removeprefix("./").rstrip("/")
        return (
            bool(target)
            and not target.startswith("#")
            and not any(part == inner or part.startswith(f"{inner}/") for part in self._parts)
        )
