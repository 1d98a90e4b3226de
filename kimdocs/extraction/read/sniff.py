"""Which format a file really has: its content decides, its name only where the content leaves it open."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import PurePath

from kimdocs.errors import InputError


class MediaType(StrEnum):
    """The formats that can be read."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"


SUPPORTED = "Gelesen werden .txt, .md, .html, .pdf, .docx und .odt."
_SAVE_AS = "Öffnen Sie die Datei in ihrem Programm und speichern Sie sie als .docx, .odt oder .pdf."
_OCR = "Lassen Sie zuerst eine Texterkennung (OCR) laufen und speichern Sie das Ergebnis als PDF mit Textebene."
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_OPEN_DOCUMENTS = {"spreadsheet": "eine Tabelle", "presentation": "eine Präsentation", "graphics": "eine Zeichnung"}
_LONGEST_TYPE = 100
_FLAT = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<office:document\b")
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_MARKDOWN_SUFFIXES = {".md", ".markdown"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def media_type(data: bytes, name: str) -> MediaType:
    """Format of a file with these bytes and this name.

    Raises:
        InputError: The file is empty, or of a format that cannot be read; the sentence says which one was recognised.
    """
    if not data:
        told = "Die Standardeingabe" if name == "-" else f"Die Datei „{name}“"
        raise InputError(f"{told} ist leer.", "Prüfen Sie, ob sie vollständig übertragen wurde.")
    if b"%PDF-" in data[:1024]:
        return MediaType.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zip_type(data, name)
    _refuse_known(data, name)
    return _text_type(data, name)


def _text_type(data: bytes, name: str) -> MediaType:
    suffix = PurePath(name).suffix.lower()
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="ignore").encode("utf-8", errors="ignore")
    if suffix in _HTML_SUFFIXES or _HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return MediaType.HTML
    if suffix in {".pdf", ".docx", ".odt"} and b"\0" in data[:4096]:
        raise InputError(
            f"Die Datei „{name}“ ist beschädigt oder hat einen anderen Inhalt als ihr Name sagt.",
            "Besorgen Sie die Datei noch einmal an ihrer Quelle.",
        )
    return MediaType.MARKDOWN if suffix in _MARKDOWN_SUFFIXES else MediaType.TEXT


def _zip_type(data: bytes, name: str) -> MediaType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            form = _open_document(package) if "mimetype" in names else ""
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
        raise InputError(
            f"Die Datei „{name}“ ist ein unvollständiges oder beschädigtes Word- oder ODT-Dokument oder Archiv.",
            "Besorgen Sie die Datei noch einmal an ihrer Quelle.",
        ) from error
    if "[Content_Types].xml" in names and any(n.startswith("word/") for n in names):
        return MediaType.DOCX
    if any(n.startswith("xl/") for n in names):
        raise InputError(f"Die Datei „{name}“ ist eine Excel-Mappe.", SUPPORTED)
    if any(n.startswith("ppt/") for n in names):
        raise InputError(f"Die Datei „{name}“ ist eine PowerPoint-Präsentation.", SUPPORTED)
    if form.startswith("text"):
        return MediaType.ODT
    if form:
        told = _OPEN_DOCUMENTS.get(form.partition("-")[0], "ein OpenDocument, aber kein Text")
        raise InputError(f"Die Datei „{name}“ ist {told} (LibreOffice).", SUPPORTED)
    raise InputError(f"Die Datei „{name}“ ist ein ZIP-Archiv, kein Dokument.", "Entpacken Sie es zuerst.")


def _open_document(package: zipfile.ZipFile) -> str:
    """What kind of OpenDocument a package says it is: "text", "spreadsheet-template"; empty where it is none."""
    with package.open("mimetype") as stream:
        told = stream.read(_LONGEST_TYPE).decode("ascii", "replace").strip()
    prefix = MediaType.ODT.value.removesuffix("text")
    return told.removeprefix(prefix) if told.startswith(prefix) else ""


def _refuse_known(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        _refuse_ole(data, name)
    if data.startswith(b"{\\rtf"):
        raise InputError(f"Die Datei „{name}“ ist ein RTF-Dokument.", _SAVE_AS)
    if _FLAT.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        raise InputError(f"Die Datei „{name}“ ist ein OpenDocument in einer einzigen XML-Datei (.fodt).", _SAVE_AS)
    if data.startswith(_IMAGES):
        raise InputError(f"Die Datei „{name}“ ist ein Bild und enthält keinen Text.", _OCR)


def _refuse_ole(data: bytes, name: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise InputError(
            f"Das Word-Dokument „{name}“ ist mit einem Kennwort verschlüsselt.",
            "Öffnen Sie es in Word, heben Sie das Kennwort auf und speichern Sie es neu.",
        )
    if "WordDocument".encode("utf-16-le") in data:
        raise InputError(f"Die Datei „{name}“ hat das alte Word-Format (.doc).", _SAVE_AS)
    raise InputError(f"Die Datei „{name}“ hat ein altes Office-Format, das nicht gelesen wird.", _SAVE_AS)
