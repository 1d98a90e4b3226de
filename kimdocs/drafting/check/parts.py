"""A Word file's parts and paragraphs, and where its paragraphs stand in the text that was read from it."""

from __future__ import annotations

import zipfile
import zlib
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree

from kimdocs.errors import InputError
from kimdocs.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PART = 50_000_000
_REACH = 20_000  # characters of text that may stand between two paragraphs (notes, text boxes)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_GONE = {f"{WORD}del", f"{WORD}moveFrom", f"{WORD}delText", f"{WORD}instrText"}
_BREAKS = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}


class WordFile:
    """The parts of a Word file that the rules look at. Give it only files that the reader has let through."""

    def __init__(self, content: bytes) -> None:
        """Open the file.

        Raises:
            InputError: It is no Word file, or one part of it is too large.
        """
        try:
            with zipfile.ZipFile(BytesIO(content)) as package:
                self._parts = {
                    name: _read(package, name)
                    for name in ("word/document.xml", "word/styles.xml", "docProps/core.xml")
                    if name in package.namelist()
                }
            self.document = _xml(self._parts["word/document.xml"])
        except (zipfile.BadZipFile, zlib.error, KeyError, OSError, RuntimeError, etree.XMLSyntaxError) as error:
            raise InputError(
                "Die Datei lässt sich nicht als Word-Datei prüfen.", "Speichern Sie sie in Word neu als .docx."
            ) from error

    @cached_property
    def styles(self) -> Any:
        """Root of the styles; an empty element where there are none."""
        return self._root("word/styles.xml")

    @cached_property
    def paragraphs(self) -> list[Any]:
        """All paragraphs of the body in their order, those of tables and text boxes included."""
        return list(self.document.iter(f"{WORD}p"))

    @cached_property
    def style_names(self) -> dict[str, str]:
        """Names of the styles by their ids, in lower case."""
        return {
            style.get(f"{WORD}styleId", ""): (value(style, "name") or "").lower()
            for style in self.styles.iter(f"{WORD}style")
        }

    @property
    def title(self) -> str:
        """The title in the file's properties; empty where there is none."""
        found = self._root("docProps/core.xml").find(_TITLE)
        return "" if found is None else (found.text or "").strip()

    @cached_property
    def numbers(self) -> dict[Any, int]:
        """The number of each paragraph."""
        return {paragraph: number for number, paragraph in enumerate(self.paragraphs)}

    def style(self, paragraph: Any) -> str:
        """Name of a paragraph's style, in lower case; "normal" where it has none of its own."""
        style = value(paragraph, "pPr/pStyle")
        return self.style_names.get(style, style.lower()) if style else "normal"

    def _root(self, name: str) -> Any:
        if name not in self._parts:
            return etree.Element("none")
        try:
            return _xml(self._parts[name])
        except etree.XMLSyntaxError:
            return etree.Element("none")


def spans(paragraphs: list[Any], text: str) -> list[Span | None]:
    """Where each paragraph stands in the text, in order; None where it has no words or is not found."""
    found: list[Span | None] = []
    cursor = 0
    for paragraph in paragraphs:
        words = "".join(piece for _, piece in pieces(paragraph)).strip()
        start = text.find(words, cursor, cursor + len(words) + _REACH) if words else -1
        found.append(Span(start, start + len(words)) if start >= 0 else None)
        cursor = start + len(words) if start >= 0 else cursor
    return found


def pieces(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """The runs of a paragraph with their words, as a reader sees them: insertions in, deletions and text boxes out."""
    waiting = [iter(paragraph)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == f"{WORD}r":
            yield element, run_text(element)
        elif isinstance(element.tag, str) and element.tag not in _GONE and element.tag != f"{WORD}pPr":
            waiting.append(iter(element))


def run_text(run: Any) -> str:
    """Words of a run; tabs and breaks are one character each."""
    return "".join(
        (element.text or "") if element.tag == f"{WORD}t" else _BREAKS.get(element.tag, "") for element in run
    )


def value(element: Any, path: str, attribute: str = "val") -> str | None:
    """An attribute of the element below ``element`` at a path like ``pPr/pStyle``; None where there is none."""
    for tag in path.split("/"):
        element = None if element is None else element.find(WORD + tag)
    return None if element is None else element.get(WORD + attribute, "")


def is_on(element: Any, path: str) -> bool:
    """Whether a switch like ``rPr/b`` is there and not off."""
    found = value(element, path)
    return found is not None and found not in {"0", "false", "off"}


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        content = part.read(MAX_PART + 1)
    if len(content) > MAX_PART:
        raise InputError(f"Die Word-Datei ist zu groß ({name}).", "Teilen Sie das Dokument.")
    return content


def _xml(content: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)
