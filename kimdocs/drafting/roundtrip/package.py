"""A Word file's parts: opened with care, and written again as the same bytes for the same content."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree

from kimdocs.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
MAX_FILE = 100_000_000
MAX_PART = 25_000_000
MAX_ENTRIES = 2_000
_PDF, _ZIP = b"%PDF", b"PK"
_SIGNS = 120
_OTHERS = {
    b"opendocument.text": "LibreOffice-Datei (.odt)",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "Datei des alten Word-Formats (.doc)",
    b"{\\rtf": "RTF-Datei",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)


class WordPackage:
    """The parts of a Word file by name.

    Attributes:
        name: What to call the file in a message.
        root: The document part, ``w:document``; changes to it are written by ``to_bytes``.
    """

    def __init__(self, content: bytes, name: str) -> None:
        """Open the file.

        Raises:
            InputError: It is damaged, too large, or no Word file.
        """
        self.name = name
        self._entries: dict[str, bytes] = {}
        try:
            with zipfile.ZipFile(BytesIO(content)) as package:
                _check_size(package, name)
                self._entries = {entry.filename: package.read(entry) for entry in package.infolist()}
            self.root = self._parse(BODY)
        except (OSError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, RuntimeError, etree.LxmlError) as error:
            raise InputError(
                f"„{name}“ lässt sich nicht als Word-Datei lesen.", "Erwartet wird eine unbeschädigte DOCX-Datei."
            ) from error
        if self.root.tag != f"{WORD}document" or self.root.find(f"{WORD}body") is None:
            raise InputError(f"„{name}“ ist kein Word-Dokument.", "Erwartet wird eine DOCX-Datei.")

    @property
    def body(self) -> Any:
        """The element ``w:body``."""
        return self.root.find(f"{WORD}body")

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts."""
        return tuple(self._entries)

    def part(self, name: str) -> Any:
        """The root element of a part; None where there is no such part, or it is no XML."""
        try:
            return self._parse(name)
        except (KeyError, ValueError, etree.LxmlError):
            return None

    def set_part(self, name: str, root: Any) -> None:
        """Put another content into a part that is there."""
        self._entries[name] = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

    def to_bytes(self) -> bytes:
        """The file with what was changed."""
        self.set_part(BODY, self.root)
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as target:
            for name, content in self._entries.items():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o600 << 16
                entry.create_system = 3
                target.writestr(entry, content)
        return stream.getvalue()

    def _parse(self, name: str) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(self._entries[name], parser)
        if root.getroottree().docinfo.doctype:
            raise ValueError("doctype")
        return root


def open_word(path: Path) -> WordPackage:
    """The Word file at a path.

    Raises:
        InputError: It cannot be read, or is no Word file.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise InputError(f"„{path.name}“ ist größer als {MAX_FILE // 1_000_000} MB.")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"Die Datei „{path}“ gibt es nicht.", "Prüfen Sie Namen und Ordner.") from error
    except IsADirectoryError as error:
        raise InputError(f"„{path}“ ist ein Ordner.", "Nennen Sie die Word-Datei (.docx) selbst.") from error
    except (OSError, ValueError) as error:
        raise InputError(f"„{path}“ lässt sich nicht lesen.", "Prüfen Sie den Pfad und die Rechte.") from error
    _refuse_others(content, path.name)
    return WordPackage(content, path.name)


def _refuse_others(content: bytes, name: str) -> None:
    """Refuse what is another kind of file, and say how it becomes a Word file."""
    if not content:
        raise InputError(f"„{name}“ ist leer.", "Speichern Sie das Dokument noch einmal als .docx.")
    if content.startswith(_PDF):
        raise InputError(f"„{name}“ ist ein PDF.", "Gebraucht wird die Word-Datei (.docx), aus der es entstanden ist.")
    known = next((kind for sign, kind in _OTHERS.items() if sign in content[:_SIGNS]), None)
    if known:
        raise InputError(
            f"„{name}“ ist eine {known}, keine Word-Datei.",
            "Speichern Sie sie als Word-Dokument (.docx), und nehmen Sie diese Datei.",
        )
    if not content.startswith(_ZIP):
        raise InputError(f"„{name}“ ist keine Word-Datei.", "Gebraucht wird ein Word-Dokument (.docx).")


def _check_size(package: zipfile.ZipFile, name: str) -> None:
    entries = package.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_FILE:
        raise InputError(f"„{name}“ ist entpackt zu groß.", "Teilen Sie das Dokument oder entfernen Sie Bilder.")
    if any(entry.file_size > MAX_PART for entry in entries if entry.filename.endswith(".xml")):
        raise InputError(f"Der Text von „{name}“ ist zu groß.", "Teilen Sie das Dokument.")
