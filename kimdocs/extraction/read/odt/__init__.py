"""OpenDocument texts (LibreOffice Writer) → SourceDocument, by walking their XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.errors import InputError
from kimdocs.extraction.read.odt.body import BodyReader
from kimdocs.extraction.read.odt.names import attribute, child, children
from kimdocs.extraction.read.odt.package import OpenPackage
from kimdocs.extraction.read.odt.styles import Styles
from kimdocs.extraction.read.outline import OutlineWriter, Paragraph, lines_of
from kimdocs.extraction.read.sniff import MediaType
from kimdocs.model.source import Furniture, SourceDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_TEXT = "Das Dokument enthält keinen Text."
_MARGINS = tuple(f"style:{place}{which}" for place in ("header", "footer") for which in ("", "-first", "-left"))


def read_odt(data: bytes, *, source_id: str, name: str) -> SourceDocument:
    """SourceDocument of an OpenDocument text: as a reader sees it, headings, lists and tables as blocks.

    Insertions are in, deletions and hidden text out; automatic numbers are written out; notes follow the text; headers
    and footers of the first pages are furniture.

    Raises:
        InputError: The file is damaged, encrypted, too large, nested too deeply, or holds macros, embedded objects or
            outside links.
    """
    try:
        writer, furniture = _read(data, name)
    except RecursionError as error:
        raise InputError(
            f"Das ODT-Dokument „{name}“ ist zu tief verschachtelt.", "Speichern Sie es in LibreOffice als PDF."
        ) from error
    builder = writer.builder
    return SourceDocument(
        source_id,
        name,
        MediaType.ODT.value,
        builder.text,
        builder.page_starts,
        tuple(builder.blocks),
        furniture=tuple(furniture),
        warnings=() if builder.text.strip() else (_NO_TEXT,),
    )


def _read(data: bytes, name: str) -> tuple[OutlineWriter, list[Furniture]]:
    package = OpenPackage(data, name)
    body = child(package.content, "office:body", "office:text")
    styles = Styles(package.content, package.styles)
    reader = BodyReader(styles, body, name)
    writer = OutlineWriter()
    if body is not None:
        writer.write(reader.content(body))
        _write_notes(reader, writer)
    return writer, list(_furniture(package, body, styles, name))


def _write_notes(reader: BodyReader, writer: OutlineWriter) -> None:
    for index, note in enumerate(list(reader.inline.notes), 1):
        lines = lines_of(reader.content(note))
        writer.write([Paragraph(f"[{index}] {' '.join(lines)}", spaced=index == 1)])


def _furniture(package: OpenPackage, body: Any | None, styles: Styles, name: str) -> Iterator[Furniture]:
    """Headers and footers of the page style that the text begins with, and of the one that follows it."""
    masters = {
        attribute(page, "style:name"): page
        for page in children(child(package.styles, "office:master-styles"), "style:master-page")
    }
    called = styles.first_page_style(body) or "Standard"
    first = masters.get(called, next(iter(masters.values()), None))
    following = masters.get(attribute(first, "style:next-style-name"))
    told: set[str] = set()
    for page in (first, following):
        for element in () if page is None else children(page, *_MARGINS):
            text = "\n".join(lines_of(BodyReader(styles, None, name).content(element)))
            if text and text not in told:
                told.add(text)
                yield Furniture(1, text)
