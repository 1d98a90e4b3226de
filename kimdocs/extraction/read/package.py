"""Opening a zipped document from a stranger: what it holds is counted and checked before anything is parsed."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any, ClassVar

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

_FRESH_COPY = "Besorgen Sie die Datei noch einmal an ihrer Quelle."
_READ_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """The parts of a zipped document, within limits; a format says in ``_check_contents`` what it may not hold."""

    kind: ClassVar[str]
    clean_copy: ClassVar[str]

    def __init__(self, data: bytes, name: str) -> None:
        """Open and check the file.

        Raises:
            InputError: It is damaged, encrypted, too large, packed suspiciously, or holds what its format may not.
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

    def xml(self, part: str) -> Any | None:
        """Root element of an XML part, or None where there is no such part.

        Raises:
            InputError: The part is no XML, declares a DOCTYPE, or is too large.
        """
        data = self._read(part)
        if data is None:
            return None
        if b"<!DOCTYPE" in data:
            raise self._refused("enthält eine DOCTYPE-Angabe, die dort nicht hingehört")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged() from error
        if root.getroottree().docinfo.doctype:
            raise self._refused("enthält eine DOCTYPE-Angabe, die dort nicht hingehört")
        return root

    def _check_contents(self) -> None:
        """Refuse what runs, embeds or fetches."""

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
            raise self._refused(f"besteht aus zu vielen Teilen ({len(entries)})")
        if sum(info.file_size for info in entries) > MAX_UNPACKED_BYTES:
            raise self._too_large()
        for info in entries:
            if info.flag_bits & 1:
                raise self._refused("ist verschlüsselt", "Heben Sie das Kennwort auf.")
            is_xml = info.filename.endswith((".xml", ".rels"))
            if is_xml and info.file_size > max(MAX_XML_FREE_BYTES, MAX_XML_RATIO * info.compress_size):
                raise self._refused("ist verdächtig stark gepackt und wird nicht geöffnet")

    def _refused(self, reason: str, step: str = "") -> InputError:
        return InputError(f"Das {self.kind} „{self._name}“ {reason}.", step or self.clean_copy)

    def _damaged(self) -> InputError:
        return self._refused("ist beschädigt oder unvollständig", _FRESH_COPY)

    def _too_large(self) -> InputError:
        limits = f"erlaubt sind {MAX_UNPACKED_BYTES // MIB} MiB, je Textteil {MAX_XML_BYTES // MIB} MiB"
        step = "Teilen Sie das Dokument oder entfernen Sie große Bilder."
        return self._refused(f"ist ausgepackt zu groß ({limits})", step)
