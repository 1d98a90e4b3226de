"""Small Word files made of a body, as the examples of the catalogue are written."""

from __future__ import annotations

import io
import re
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "ListBullet": "List Bullet"}


def word_file(body: str) -> bytes:
    """A Word file with this body; "@lang=en-US" or "@title=" in front of it set language and title."""
    settings = {"lang": "de-DE", "title": "Vorlage"}
    while hit := re.match(r"\s*@(\w+)=(\S*)\s", body):
        settings[hit[1]] = hit[2]
        body = body[hit.end() :]
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}),
        "word/_rels/document.xml.rels": _relations({"styles": "styles.xml"}),
        "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:wp="{DRAWING}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": _styles(settings["lang"]),
        "docProps/core.xml": _core(settings["title"]),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph with a run for each text."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    texts = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in runs)
    return f"<w:p>{properties}{texts}</w:p>"


def part(content: bytes, name: str) -> str:
    """One part of a Word file as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def edited(content: bytes, before: str, after: str, *, last: bool = False) -> bytes:
    """The Word file with the first (or the last) place of some words replaced by hand."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                assert before.encode() in data
                data = after.encode().join((data.rsplit if last else data.split)(before.encode(), 1))
            new.writestr(name, data)
    return stream.getvalue()


def _types() -> str:
    overrides = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        "/word/styles.xml": f"{WORD_TYPE}.styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>{listed}</Types>'


def _relations(targets: dict[str, str]) -> str:
    listed = ""
    for number, (kind, target) in enumerate(targets.items()):
        base = f"{PACKAGE}/relationships/metadata" if kind == "core-properties" else RELATIONS
        listed += f'<Relationship Id="r{number}" Type="{base}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _styles(language: str) -> str:
    lang = f'<w:lang w:val="{language}"/>' if language else ""
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in STYLES.items()
    )
    return (
        f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>{lang}</w:rPr></w:rPrDefault></w:docDefaults>'
        f"{named}</w:styles>"
    )


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
    )
