"""HTML pages → SourceDocument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import lxml.html
from lxml import etree

from kimdocs.errors import InputError
from kimdocs.extraction.read.decode import declared_encoding, decode
from kimdocs.extraction.read.html.elements import PageState
from kimdocs.extraction.read.html.walk import Walker
from kimdocs.extraction.read.limits import MAX_HTML_BYTES, MAX_HTML_TAGS, MIB
from kimdocs.extraction.read.outline import OutlineWriter
from kimdocs.extraction.read.sniff import MediaType
from kimdocs.model.source import Furniture, SourceDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_TEXT = "Die Seite enthält keinen Text."
_TOO_DEEP = "Die Seite ist sehr tief verschachtelt; tief liegende Teile wurden ohne ihre Gliederung gelesen."


def read_html(data: bytes, *, source_id: str, name: str) -> SourceDocument:
    """SourceDocument of an HTML page: blocks as lines, tables as rows; what only operates the page is left out.

    Radio buttons and check boxes become ☒ and ☐; a footer of the page and its title are furniture.

    Raises:
        InputError: The bytes are no text, or the page is too large or nested too deeply.
    """
    if len(data) > MAX_HTML_BYTES or data.count(b"<") > MAX_HTML_TAGS:
        raise InputError(
            f"Die HTML-Seite „{name}“ ist zu groß (erlaubt sind {MAX_HTML_BYTES // MIB} MiB und "
            f"{MAX_HTML_TAGS} Auszeichnungen).",
            "Teilen Sie die Seite.",
        )
    text, warnings = decode(data, name, declared_encoding(data))
    state = PageState(name)
    writer = OutlineWriter()
    root = _parse(text, name)
    if root is not None:
        writer.write(Walker(state).walk(root))
    builder = writer.builder
    found = [*warnings, *([_TOO_DEEP] if state.too_deep else []), *([] if builder.text.strip() else [_NO_TEXT])]
    return SourceDocument(
        source_id,
        name,
        MediaType.HTML.value,
        builder.text,
        builder.page_starts,
        tuple(builder.blocks),
        furniture=(*_title(root), *(Furniture(1, footer) for footer in state.footers)),
        warnings=tuple(found),
    )


def _title(root: Any | None) -> Iterator[Furniture]:
    title = root.findtext(".//title") if root is not None else None
    if title and title.strip():
        yield Furniture(0, " ".join(title.split()))


def _parse(text: str, name: str) -> Any | None:
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except etree.ParserError:
        return None
    if any(entry.level >= etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise InputError(
            f"Die HTML-Seite „{name}“ ist zu tief verschachtelt oder beschädigt.", "Speichern Sie die Seite als PDF."
        )
    return root
