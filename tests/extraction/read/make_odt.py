"""OpenDocument texts of a few XML parts, as small as a test needs them."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.extraction.read.make_docx import package

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
MIMETYPE = "application/vnd.oasis.opendocument.text"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        **{prefix: f"{OASIS}:{prefix}:1.0" for prefix in ("office", "style", "text", "table", "form")},
        "draw": f"{OASIS}:drawing:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
    }.items()
)


def paragraph(*inner: str, style: str = "Standard") -> str:
    content = "".join(part if part.startswith("<") else escape(part) for part in inner)
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def heading(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{escape(text)}</text:h>'


def item(*content: str, start: int | None = None) -> str:
    """A list item of paragraphs and lists."""
    begins = "" if start is None else f' text:start-value="{start}"'
    inner = "".join(part if part.startswith("<") else paragraph(part) for part in content)
    return f"<text:list-item{begins}>{inner}</text:list-item>"


def bullets(*items: str, style: str = "L", more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{"".join(items)}</text:list>'


def cell(*content: str, more: str = "") -> str:
    inner = "".join(part if part.startswith("<") else paragraph(part) for part in content)
    return f"<table:table-cell {more}>{inner}</table:table-cell>"


def row(*cells: str) -> str:
    inner = "".join(content if content.startswith("<") else cell(content) for content in cells)
    return f"<table:table-row>{inner}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def root(name: str, inner: str) -> str:
    return f"<office:{name} {NAMESPACES}>{inner}</office:{name}>"


def odt(body: str, *, automatic: str = "", styles: str = "", **parts: str | bytes) -> bytes:
    """An OpenDocument text with this body; further parts by their name in the package."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}"
    return package(
        {
            "mimetype": MIMETYPE,
            "content.xml": root("document-content", f"{content}</office:text></office:body>"),
            "styles.xml": root("document-styles", styles),
            **parts,
        }
    )
