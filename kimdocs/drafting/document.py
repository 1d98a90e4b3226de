"""The draft: its blocks, its gaps, its sources, and the formats it can be written in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.drafting import saving
from kimdocs.drafting.blocks import Block, Heading, Note, Paragraph, Run, plain_text
from kimdocs.drafting.trace import Trace
from kimdocs.drafting.wording import value_text
from kimdocs.errors import UsageError

if TYPE_CHECKING:
    from kimdocs.drafting.facts import FactSheet
    from kimdocs.drafting.gaps import Gap
    from kimdocs.drafting.house import House

MAX_RUNNING_HEAD = 85
WARNED = {"public", "balance"}
FORMATS = {".docx": "docx", ".pdf": "pdf", ".html": "html", ".htm": "html", ".md": "markdown"}


@dataclass(slots=True)
class Draft:
    """A drafted paper.

    Attributes:
        sheet: All facts that went in.
        content: The paper as its template made it.
        gaps: What is missing, contradictory, or not shown to be public.
        house: How the town's papers look: its Word file, address, logo, font and colour.
        final: Without comments, sources and notes to the author.
    """

    sheet: FactSheet
    content: tuple[Block, ...]
    gaps: tuple[Gap, ...]
    house: House
    final: bool = False
    trace: Trace = field(init=False)

    def __post_init__(self) -> None:
        """Collect the sources."""
        self.trace = Trace(self.content)

    @property
    def title(self) -> str:
        """The paper's title: its first heading, or the template's name."""
        for block in self.content:
            if isinstance(block, Heading):
                return " ".join(plain_text(block.runs).split())
        return self.sheet.template.title

    @property
    def date(self) -> dt.date | None:
        """The paper's own date, if stated."""
        value = self.sheet.value(self.sheet.template.date_field)
        return value if isinstance(value, dt.date) else None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The paper as it is written: a warning on top of what it must not go out with; no notes in the final copy."""
        if self.final:
            return tuple(block for block in self.content if not isinstance(block, Note))
        warnings = tuple(Paragraph((Run(gap.message, gap=True),)) for gap in self.gaps if gap.kind in WARNED)
        return ((Note(warnings),) if warnings else ()) + self.content

    @property
    def running_head(self) -> str:
        """What stands in the header of the pages: the values of the template's ``running_head``, each cut to a line."""
        found = []
        for pattern in self.sheet.template.running_head:
            before, _, rest = pattern.partition("{")
            path, _, after = rest.partition("}")
            value = self.sheet.value(path)
            if value is not None:
                found.append(f"{before}{value_text(value)}{after}")
        return " · ".join(_short(" ".join(part.split())) for part in found)

    def markdown(self) -> str:
        """Markdown; sources as footnotes, unless final."""
        from kimdocs.drafting.write import markdown

        return markdown.write(self.house.with_address(self.blocks), None if self.final else self.trace)

    def html(self) -> str:
        """A self-contained HTML page; sources as notes, unless final."""
        from kimdocs.drafting.write import html

        blocks = self.house.with_address(self.blocks)
        return html.write(blocks, self.title, None if self.final else self.trace, self.house)

    def docx(self) -> bytes:
        """A Word document in the house style; sources as comments, unless final. Same draft, same bytes."""
        from kimdocs.drafting.write import docx

        return docx.write(self)

    def pdf(self) -> bytes:
        """A PDF for reading and keeping (PDF/UA-1 and PDF/A-2a); sources as end notes, unless final.

        Same draft, same bytes.
        """
        from kimdocs.drafting.write import pdf

        return pdf.write(self)

    def save(self, path: str | Path) -> tuple[Path, ...]:
        """Write the draft in the format of the path's suffix, and its sources beside it as ``<name>.sources.json``.

        Raises:
            UsageError: The suffix is none of .docx, .pdf, .html, .md.
            OutputError: The file cannot be written.
        """
        path = Path(path)
        made = FORMATS.get(path.suffix.lower())
        if made is None:
            raise UsageError(
                f"Das Format „{path.suffix or path.name}“ gibt es nicht.", "Möglich sind .docx, .pdf, .html und .md."
            )
        written: bytes | str = getattr(self, made)()
        content = written if isinstance(written, bytes) else written.encode("utf-8")
        return saving.write(path, content, self.trace)


def _short(text: str) -> str:
    cut = text[:MAX_RUNNING_HEAD]
    return text if text == cut else f"{cut.rpartition(' ')[0] or cut} …"
