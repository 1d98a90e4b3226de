"""Opening a Word file from a stranger: what it holds is counted and checked before anything is parsed."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from lxml import etree

from kimdocs.errors import InputError
from kimdocs.extraction.read.limits import (
    MAX_UNPACKED_BYTES,
    MAX_XML_BYTES,
    MAX_XML_FREE_BYTES,
    MAX_XML_RATIO,
    MAX_ZIP_ENTRIES,
    MIB,
)

_CLEAN_COPY = "Öffnen Sie das Dokument in Word, speichern Sie es als einfaches .docx ohne diesen Inhalt oder als PDF."
_FRESH_COPY = "Besorgen Sie die Datei noch einmal an ihrer Quelle."
_READ_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A part that another part refers to; ``kind`` is the last word of the relationship's type."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a Word file, within limits and without anything that runs, embeds or fetches."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open and check the file.

        Raises:
            InputError: It is damaged, too large, packed suspiciously, or holds macros, embedded objects or outside
                links.
        """
        self._name = name
        self._left = MAX_UNPACKED_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _READ_ERRORS as error:
            raise self._damaged() from error
        self._parts = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        self._check_sizes()
        self._check_contents()
        self.main = self._main_part()

    def xml(self, part: str) -> Any | None:
        """Root element of an XML part, or None where there is no such part.

        Raises:
            InputError: The part is no XML, declares a DOCTYPE, or is too large.
        """
        data = self._read(part)
        if data is None:
            return None
        if b"<!DOCTYPE" in data:
            raise self._doctype()
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged() from error
        if root.getroottree().docinfo.doctype:
            raise self._doctype()
        return root

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

    def _read(self, part: str) -> bytes | None:
        info = self._parts.get(part)
        if info is None:
            return None
        try:
            with self._zip.open(info) as stream:
                data = stream.read(min(MAX_XML_BYTES, self._left) + 1)
        except _READ_ERRORS as error:
            raise self._damaged() from error
        if len(data) > min(MAX_XML_BYTES, self._left):
            raise self._too_large()
        self._left -= len(data)
        return data

    def _check_sizes(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > MAX_ZIP_ENTRIES:
            raise InputError(
                f"Das Word-Dokument „{self._name}“ besteht aus zu vielen Teilen ({len(entries)}).", _CLEAN_COPY
            )
        if sum(info.file_size for info in entries) > MAX_UNPACKED_BYTES:
            raise self._too_large()
        for info in entries:
            if info.flag_bits & 1:
                raise InputError(f"Das Word-Dokument „{self._name}“ ist verschlüsselt.", "Heben Sie das Kennwort auf.")
            is_xml = info.filename.endswith((".xml", ".rels"))
            if is_xml and info.file_size > max(MAX_XML_FREE_BYTES, MAX_XML_RATIO * info.compress_size):
                raise InputError(
                    f"Das Word-Dokument „{self._name}“ ist verdächtig stark gepackt und wird nicht geöffnet.",
                    _CLEAN_COPY,
                )

    def _check_contents(self) -> None:
        for part in self._parts:
            if part.lower().endswith("vbaproject.bin"):
                raise InputError(
                    f"Das Word-Dokument „{self._name}“ enthält Makros und wird nicht geöffnet.", _CLEAN_COPY
                )
        for part in [part for part in self._parts if part.endswith(".rels")]:
            root = self.xml(part)
            for element in () if root is None else root.iterfind("{*}Relationship"):
                self._check_relationship(element.get("Type", "").rpartition("/")[2], element)

    def _check_relationship(self, kind: str, element: Any) -> None:
        if kind == "aFChunk":
            raise InputError(
                f"Das Word-Dokument „{self._name}“ bettet ein fremdes Dokument ein (altChunk).", _CLEAN_COPY
            )
        if kind == "oleObject":
            raise InputError(f"Das Word-Dokument „{self._name}“ enthält ein eingebettetes Objekt (OLE).", _CLEAN_COPY)
        on_file_server = kind == "attachedTemplate" and element.get("Target", "").lower().startswith("file:")
        if element.get("TargetMode") == "External" and kind != "hyperlink" and not on_file_server:
            raise InputError(
                f"Das Word-Dokument „{self._name}“ lädt Inhalte von außen nach ({kind}) und wird nicht geöffnet.",
                _CLEAN_COPY,
            )

    def _damaged(self) -> InputError:
        return InputError(f"Das Word-Dokument „{self._name}“ ist beschädigt oder unvollständig.", _FRESH_COPY)

    def _doctype(self) -> InputError:
        return InputError(
            f"Das Word-Dokument „{self._name}“ enthält eine DOCTYPE-Angabe, die dort nicht hingehört.", _CLEAN_COPY
        )

    def _too_large(self) -> InputError:
        return InputError(
            f"Das Word-Dokument „{self._name}“ ist ausgepackt zu groß (erlaubt sind {MAX_UNPACKED_BYTES // MIB} MiB, "
            f"je Textteil {MAX_XML_BYTES // MIB} MiB).",
            "Teilen Sie das Dokument oder entfernen Sie große Bilder.",
        )
