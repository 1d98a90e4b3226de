"""Bytes of text files and HTML pages → characters."""

from __future__ import annotations

import codecs
import re

from kimdocs.errors import InputError
from kimdocs.extraction.read.sniff import SUPPORTED
from kimdocs.extraction.read.symbols import composed

GUESSED = "Die Datei ist nicht in UTF-8 geschrieben; sie wurde als Windows-1252 gelesen."
REPLACED = "Einzelne Bytes der Datei ließen sich nicht als Zeichen lesen; sie stehen als „�“ im Text."
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*((?:iso-?8859|windows|cp|latin)-?\d{1,4}(?:-\d{1,2})?)""", re.IGNORECASE
)
_CODECS = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252"}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def declared_encoding(data: bytes) -> str | None:
    """Single-byte encoding that the first 4 KiB of a page declare, if Python has it."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        return codecs.lookup(match[1].decode("ascii").lower()).name
    except LookupError:
        return None


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    r"""Characters of a file and what had to be guessed: by byte order mark, UTF-8, ``declared``, else Windows-1252.

    Line breaks of all systems become ``\n``; letters that are written as two characters become one.

    Raises:
        InputError: The bytes are no text.
    """
    text, warnings = _characters(data, declared)
    controls = len(_CONTROLS.findall(text[:65536]))
    if "\0" in text or controls * 20 > min(len(text), 65536):
        raise InputError(
            f"Die Datei „{name}“ ist keine Textdatei: sie enthält binäre Daten.",
            SUPPORTED,
        )
    return composed(text.replace("\r\n", "\n").replace("\r", "\n")), warnings


def _characters(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(encoding, errors="replace")
            return text, (REPLACED,) if "\ufffd" in text else ()
    for candidate in ("utf-8", _CODECS.get(declared or "", declared)):
        if candidate is not None:
            try:
                return data.decode(candidate), ()
            except UnicodeDecodeError:
                continue
    text = data.decode("cp1252", errors="replace")
    return text, (GUESSED, REPLACED) if "\ufffd" in text else (GUESSED,)
