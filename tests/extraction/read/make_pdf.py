"""A PDF writer just large enough for tests: text in Helvetica, ruled lines, rotation, a mark of encryption."""

from __future__ import annotations

from dataclasses import dataclass, field

A4 = (595.0, 842.0)
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold"}


@dataclass
class Page:
    """A page; ``text`` places count from the top left corner to the baseline, in points."""

    size: tuple[float, float] = A4
    rotate: int = 0
    operations: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10, font: str = "F1") -> Page:
        shown = text.encode("cp1252").decode("latin-1").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.operations.append(f"BT /{font} {size} Tf {x} {self.size[1] - y} Td ({shown}) Tj ET")
        return self

    def turned_text(self, x: float, y: float, text: str, size: float = 10) -> Page:
        """Text that reads from bottom to top on the unrotated page, as on a landscape page with /Rotate 90."""
        self.operations.append(f"BT /F1 {size} Tf 0 1 -1 0 {x} {y} Tm ({text}) Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        height = self.size[1]
        self.operations.append(f"0.5 w {x0} {height - y0} m {x1} {height - y1} l S")
        return self

    def lines(self, x: float, y: float, texts: list[str], pitch: float = 12, size: float = 10) -> Page:
        for index, text in enumerate(texts):
            self.text(x, y + index * pitch, text, size)
        return self

    def table(self, x: float, y: float, rows: list[list[str]], widths: list[float], height: float = 18) -> Page:
        """A ruled table with its top left corner at ``x``, ``y``."""
        edges = [x + sum(widths[:index]) for index in range(len(widths) + 1)]
        for index in range(len(rows) + 1):
            self.line(edges[0], y + index * height, edges[-1], y + index * height)
        for edge in edges:
            self.line(edge, y, edge, y + len(rows) * height)
        for row, cells in enumerate(rows):
            for edge, cell in zip(edges, cells, strict=False):
                self.text(edge + 3, y + row * height + 12, cell)
        return self


def write(pages: list[Page], *, encrypt: bool = False) -> bytes:
    """Bytes of a PDF with these pages."""
    objects: list[bytes] = []
    fonts = " ".join(f"/{key} {index} 0 R" for index, key in enumerate(FONTS, 3))
    kids = " ".join(f"{3 + len(FONTS) + 2 * index} 0 R" for index in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    for name in FONTS.values():
        font = f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        objects.append(font.encode())
    for page in pages:
        width, height = page.size
        content = len(objects) + 2
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Rotate {page.rotate} "
            f"/Contents {content} 0 R /Resources << /Font << {fonts} >> >> >>".encode()
        )
        stream = "\n".join(page.operations).encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(objects, _ENCRYPT if encrypt else b"")


_KEY = "<" + "5a" * 32 + ">"
_ENCRYPT = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {_KEY} /U {_KEY} /P -4 >> /ID [<00> <00>]".encode()


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    data = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(data)
