"""Word documents → SourceDocument, by walking their XML."""

from __future__ import annotations

from typing import Any

from kimdocs.errors import InputError
from kimdocs.extraction.read.docx.body import BodyReader
from kimdocs.extraction.read.docx.names import attribute, child, name
from kimdocs.extraction.read.docx.numbering import Numbering
from kimdocs.extraction.read.docx.package import WordPackage
from kimdocs.extraction.read.docx.styles import Styles
from kimdocs.extraction.read.outline import OutlineWriter, Paragraph, lines_of
from kimdocs.extraction.read.sniff import MediaType
from kimdocs.model.source import Furniture, SourceDocument

_NO_TEXT = "Das Dokument enthält keinen Text."


def read_docx(data: bytes, *, source_id: str, name: str) -> SourceDocument:
    """SourceDocument of a Word document: text as a reader sees it, headings, lists and tables as blocks.

    Insertions are in, deletions out; automatic numbers are written out; notes follow the text; headers and footers of
    the first section are furniture.

    Raises:
        InputError: The file is damaged, encrypted, too large, nested too deeply, or holds macros, embedded objects or
            outside links.
    """
    try:
        writer, furniture = _read(data, name)
    except RecursionError as error:
        raise InputError(
            f"Das Word-Dokument „{name}“ ist zu tief verschachtelt.", "Speichern Sie es in Word als PDF."
        ) from error
    builder = writer.builder
    return SourceDocument(
        source_id,
        name,
        MediaType.DOCX.value,
        builder.text,
        builder.page_starts,
        tuple(builder.blocks),
        furniture=tuple(furniture),
        warnings=() if builder.text.strip() else (_NO_TEXT,),
    )


def _read(data: bytes, name: str) -> tuple[OutlineWriter, list[Furniture]]:
    package = WordPackage(data, name)
    body = child(package.xml(package.main), "body")
    styles = Styles(package.related(package.main, "styles"))
    reader = BodyReader(styles, Numbering(package.related(package.main, "numbering")), name)
    writer = OutlineWriter()
    if body is not None:
        writer.write(reader.content(body))
        _write_notes(package, reader, writer)
    return writer, _furniture(package, body, styles, name)


def _write_notes(package: WordPackage, reader: BodyReader, writer: OutlineWriter) -> None:
    known: dict[tuple[str, str], Any] = {}
    for kind in ("footnote", "endnote"):
        root = package.related(package.main, f"{kind}s")
        for element in () if root is None else root:
            if name(element) == kind:
                known[kind, attribute(element, "id") or ""] = element
    notes = list(reader.runs.notes)
    for index, key in enumerate(notes, 1):
        if key in known:
            lines = lines_of(reader.content(known[key]))
            writer.write([Paragraph(f"[{index}] {' '.join(lines)}", spaced=index == 1)])


def _furniture(package: WordPackage, body: Any | None, styles: Styles, document: str) -> list[Furniture]:
    section = None if body is None else next((e for e in body.iter() if name(e) == "sectPr"), None)
    targets = {rel.id: rel.target for rel in package.relationships(package.main)}
    found: list[Furniture] = []
    for element in () if section is None else section:
        if name(element) not in {"headerReference", "footerReference"}:
            continue
        root = package.xml(targets.get(attribute(element, "id") or "", ""))
        if root is None:
            continue
        reader = BodyReader(styles, Numbering(package.related(package.main, "numbering")), document)
        text = "\n".join(lines_of(reader.content(root)))
        if text and all(text != other.text for other in found):
            found.append(Furniture(1, text))
    return found
