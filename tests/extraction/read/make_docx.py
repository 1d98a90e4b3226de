"""Word files of a few XML parts, as small as a test needs them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    content = "".join(part if part.startswith("<") else run(part) for part in inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    inner = "".join(part if part.startswith("<") else paragraph(part) for part in content) or paragraph()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(content if content.startswith("<") else cell(content) for content in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def part(name: str, inner: str) -> str:
    return f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"


def relationships(*entries: tuple[str, str, str]) -> str:
    """Relationships of id, kind and target; a target with ``://`` is outside the file."""
    found = ""
    for key, kind, target in entries:
        mode = ' TargetMode="External"' if "://" in target else ""
        found += f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


def package(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def docx(body: str, *links: tuple[str, str, str], **parts: str | bytes) -> bytes:
    """A Word file with this body; further parts by their name below ``word/`` (``styles``, ``numbering``, …)."""
    kinds = [(name, name if name[-1].isalpha() else name.rstrip("0123456789"), f"{name}.xml") for name in parts]
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": relationships(("r0", "officeDocument", "word/document.xml")),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relationships(*kinds, *links),
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )
