"""PDF → SourceDocument: words and rulings by pdfium, lines, tables and furniture by their places on the pages."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from operator import le, or_
from threading import Lock
from typing import TYPE_CHECKING, Any

import pypdfium2

from kimdocs.errors import InputError
from kimdocs.extraction.garbage import without_collection
from kimdocs.extraction.read.limits import MAX_PDF_PAGES
from kimdocs.extraction.read.pdf.assemble import Assembler
from kimdocs.extraction.read.pdf.fallback import Plumber
from kimdocs.extraction.read.pdf.geometry import frame_of
from kimdocs.extraction.read.pdf.page import PageContent, page_content
from kimdocs.extraction.read.pdf.rulings import TooManyRulingsError, page_edges
from kimdocs.extraction.read.pdf.runs import runs_of
from kimdocs.extraction.read.pdf.words import page_words, sideways_turns
from kimdocs.extraction.read.sniff import MediaType
from kimdocs.model.source import SourceDocument

if TYPE_CHECKING:
    from kimdocs.extraction.read.pdf.words import Words

_ONE_AT_A_TIME = Lock()
_FRESH_COPY = "Besorgen Sie die Datei noch einmal an ihrer Quelle."
_OCR = "Lassen Sie zuerst eine Texterkennung (OCR) laufen und speichern Sie das Ergebnis als PDF mit Textebene."


def read_pdf(data: bytes, *, source_id: str, name: str, boxes: bool = False) -> SourceDocument:
    """SourceDocument of a PDF: lines in reading order, ruled tables as rows, running headers and footers set aside.

    Raises:
        InputError: The file is encrypted, damaged, has too many pages, or has no text layer at all.
    """
    with without_collection():
        with _ONE_AT_A_TIME, closing(Plumber(data)) as plumber, closing(_open(data, name)) as document:
            pages, warnings = _pages(document, name, _PageReader(plumber, keep_words=boxes))
        assembler = Assembler(pages, boxes=boxes)
        assembler.run()
    builder = assembler.builder
    return SourceDocument(
        source_id,
        name,
        MediaType.PDF.value,
        builder.text,
        builder.page_starts,
        tuple(builder.blocks),
        tuple(assembler.boxes),
        tuple(assembler.furniture),
        tuple(warnings),
    )


def _open(data: bytes, name: str) -> Any:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(
                f"Die PDF-Datei „{name}“ ist mit einem Kennwort verschlüsselt.",
                "Speichern Sie sie ohne Kennwort und versuchen Sie es noch einmal.",
            ) from error
        raise InputError(f"Die PDF-Datei „{name}“ ist beschädigt oder unvollständig.", _FRESH_COPY) from error
    if len(document) > MAX_PDF_PAGES:
        pages = len(document)
        document.close()
        raise InputError(f"Die PDF-Datei „{name}“ hat zu viele Seiten ({pages}).", "Teilen Sie das Dokument.")
    return document


def _pages(document: Any, name: str, reader: _PageReader) -> tuple[list[PageContent], list[str]]:
    pages: list[PageContent] = []
    damaged: list[int] = []
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            damaged.append(index + 1)
            pages.append(PageContent(index + 1, 0.0, 0.0, ()))
            continue
        try:
            pages.append(reader.page(page, index + 1))
        finally:
            page.close()
    empty = [page.number for page in pages if not page.parts and page.number not in damaged]
    if len(damaged) == len(pages):
        raise InputError(f"Die PDF-Datei „{name}“ ist beschädigt: keine Seite lässt sich lesen.", _FRESH_COPY)
    if len(empty) + len(damaged) == len(pages):
        raise InputError(f"Die PDF-Datei „{name}“ hat keine Textebene, sie ist vermutlich eingescannt.", _OCR)
    return pages, list(_warnings(damaged, empty, reader.drawn))


class _PageReader:
    """Reads one page after the other; ``drawn`` are the numbers of pages on which no tables were looked for."""

    def __init__(self, plumber: Plumber, *, keep_words: bool) -> None:
        self.drawn: list[int] = []
        self._plumber = plumber
        self._keep_words = keep_words

    def page(self, page: Any, number: int) -> PageContent:
        frame = frame_of(page)
        words = page_words(page, frame)
        if turns := sideways_turns(words):
            frame = replace(frame, turns=(frame.turns + turns) % 4)
            words = page_words(page, frame)
        if _has_odd_boxes(words):
            words = self._plumber.words(number)
        try:
            edges = page_edges(page, frame) if words.text else []
            runs = runs_of(words, edges, keep_words=self._keep_words)
            return page_content(number, frame.size, runs, edges)
        except TooManyRulingsError:
            self.drawn.append(number)
            return page_content(number, frame.size, runs_of(words, keep_words=self._keep_words), ())


def _has_odd_boxes(words: Words) -> bool:
    """Whether pdfium cannot tell where most of the words stand, as with some home-made fonts."""
    if words.heights[0] > 0 and True not in map(le, words.x1, words.x0):
        return False
    flat: int = sum(map(or_, map(le, words.x1, words.x0), map(le, words.bottom, words.top)))
    return flat * 2 > len(words.text)


def _warnings(damaged: list[int], empty: list[int], drawn: list[int]) -> list[str]:
    found = []
    if damaged:
        found.append(f"{_named(damaged)} nicht lesbar und fehlt im Text.")
    if empty:
        found.append(f"{_named(empty)} ohne Textebene (leer oder eingescannt): Texterkennung (OCR) nötig.")
    if drawn:
        found.append(f"{_named(drawn)} voller Zeichnungslinien: Tabellen wurden dort nicht gesucht.")
    return found


def _named(pages: list[int]) -> str:
    return f"Seite {pages[0]} ist" if len(pages) == 1 else f"Die Seiten {', '.join(map(str, pages))} sind"
