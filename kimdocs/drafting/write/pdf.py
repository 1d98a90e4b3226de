"""Blocks to PDF through typst: PDF/UA-1 and PDF/A-2a in one file, with the fonts that typst itself brings.

The layout is the Typst source ``data/entwurf.typ``. What the draft says reaches it as JSON, every text as a string, so
that no value can become Typst code.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.blocks import Block, Fence, Heading, ListBlock, Note, Paragraph, Run, Runs, Table, plain_text
from kimdocs.drafting.notation import ILLEGAL
from kimdocs.drafting.size import refuse_pages
from kimdocs.drafting.wording import origins, value_text
from kimdocs.drafting.write.columns import fitted
from kimdocs.drafting.write.keeping import (
    KEEP_LINES,
    KEEP_SIGNATURES,
    LAST_ITEMS,
    belongs_to_next,
    heights,
    is_long_list,
    stays_whole,
)
from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.drafting.document import Draft
    from kimdocs.drafting.house import House
    from kimdocs.drafting.trace import Trace

STANDARDS = ("a-2a", "ua-1")
MAX_KEPT = 1_200
_NUMBERING = {".": "1.", ")": "(1)"}
_UNDATED = dt.date(2000, 1, 1)
_TRIES = 4
_LINE, _LANDSCAPE_LINE = 75, 112
_SOURCES = {"title": "Quellen", "about": "Nur im Entwurf; die Reinschrift geht ohne diese Angaben hinaus."}
_UNSHOWN = re.compile(r'error: the (?:text|PDF contains the codepoint) `"((?:[^"\\]|\\.)*)"`|codepoint `"(.*?)"`')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
_LONG_WORD = re.compile(r"[^\s-]{61,}|(?=\S{0,60}[\d_./@])[^\s-]{25,}")
_ZERO_WIDTH = "\u200b"


def write(draft: Draft) -> bytes:
    """Bytes of the PDF; the same draft gives the same bytes. Characters that no font has are written as ``[U+0378]``.

    Raises:
        TemplateError: The blocks cannot be laid out, or a template of a stranger's makes too many of them.
    """
    if not draft.sheet.template.builtin:
        refuse_pages(draft.blocks)
    content = _content(draft)
    date = draft.date or _UNDATED
    problem = ""
    for _ in range(_TRIES):
        made, problem = _compile(content, date, draft.house)
        if made is not None:
            return made
        unshown = _unshown(problem)
        if not unshown:
            break
        content = _replaced(content, unshown)
    raise TemplateError(
        f"Das PDF lässt sich nicht setzen: {problem.partition(chr(10))[0]}",
        "Prüfen Sie „kimdocs templates lint“, oder geben Sie den Entwurf als .docx aus.",
    )


@cache
def _layout() -> bytes:
    return (files("kimdocs.drafting") / "data" / "entwurf.typ").read_bytes()


@lru_cache(maxsize=4)
def _compiler(house: House) -> tuple[Any, tuple[str, ...]]:
    """Typst for the papers of a house, and the names of the fonts that it knows: only ours, if the house names none."""
    import typst

    paths = [house.fonts] if house.fonts else []
    fonts = typst.Fonts(include_system_fonts=bool(house.font), font_paths=paths)
    root = house.logo.path.parent if house.logo else None
    return typst.Compiler(root=root, font_paths=fonts), tuple(fonts.families())


def _look(house: House) -> dict[str, Any]:
    """The house as the layout asks for it; a font that is not there is left out."""
    known = {name.lower(): name for name in _compiler(house)[1]}
    logo = {"path": f"/{house.logo.path.name}", "text": house.logo.text} if house.logo else None
    return {"font": known.get(house.font.lower()), "colour": house.colour or "#000000", "logo": logo}


def _compile(content: Any, date: dt.date, house: House) -> tuple[bytes | None, str]:
    """The PDF, or what typst says against it."""
    import typst

    moment = dt.datetime.combine(date, dt.time(), dt.UTC)
    try:
        made = _compiler(house)[0].compile(
            input=_layout(),
            format="pdf",
            sys_inputs={"draft": json.dumps(content)},
            pdf_standards=list(STANDARDS),
            timestamp=moment,
        )
    except typst.TypstError as error:
        return None, str(error.diagnostic or error)
    return bytes(made), ""


def _unshown(problem: str) -> frozenset[str]:
    """Characters that typst found no font for, or that no file for keeping may hold."""
    named = "".join(first or second for first, second in _UNSHOWN.findall(problem))
    coded = {chr(int(code, 16)) for code in _CODE.findall(named)}
    return frozenset(coded | {char for char in _CODE.sub("", named) if ord(char) > 0x7F})


def _replaced(content: Any, unshown: frozenset[str]) -> Any:
    """The content with these characters as code points in all its texts."""
    if isinstance(content, str):
        return "".join(f"[U+{ord(char):04X}]" if char in unshown else char for char in content)
    if isinstance(content, list):
        return [_replaced(item, unshown) for item in content]
    if isinstance(content, dict):
        return {key: _replaced(value, unshown) for key, value in content.items()}
    return content


def _content(draft: Draft) -> dict[str, Any]:
    trace = None if draft.final else draft.trace
    writer = _Writer(trace, _LANDSCAPE_LINE if draft.sheet.template.landscape else _LINE)
    blocks = writer.blocks(draft.house.with_address(draft.blocks))
    date = draft.date or _UNDATED
    return {
        "title": _visible(draft.title) or draft.sheet.template.title,
        "subject": draft.sheet.template.title,
        "date": [date.year, date.month, date.day],
        "landscape": draft.sheet.template.landscape,
        "head": _visible(draft.running_head),
        "foot": _visible(value_text(draft.sheet.value("koerperschaft") or "")),
        "house": _look(draft.house),
        "blocks": blocks,
        "depth": writer.depth,
        "notes": writer.notes(),
        "sources": _SOURCES,
    }


def _visible(text: str) -> str:
    return ILLEGAL.sub("\ufffd", text)


def _lines(text: str) -> list[str]:
    """Lines of a text, with places to break words that no hyphenation knows and no line could hold."""
    return [_LONG_WORD.sub(_breakable, line) for line in _visible(text).split("\n")]


def _breakable(word: re.Match[str]) -> str:
    return _ZERO_WIDTH.join(word.group()[at : at + 10] for at in range(0, len(word.group()), 10))


def _parted(made: dict[str, Any]) -> list[dict[str, Any]]:
    """A long list in two, of which the last items stay with what follows."""
    head, tail = made["items"][:-LAST_ITEMS], made["items"][-LAST_ITEMS:]
    return [
        made | {"items": head, "joined": "below", "sticky": False},
        made | {"items": tail, "joined": "above", "start": made.get("start", 0) + len(head)},
    ]


class _Writer:
    """Makes the blocks' JSON, and counts what the notes and headings need."""

    def __init__(self, trace: Trace | None, line: int) -> None:
        self.depth = 0
        self._trace, self._line = trace, line
        self._labels: set[str] = set()

    def blocks(self, blocks: Sequence[Block]) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for block, following, third in zip_longest(blocks, blocks[1:], blocks[2:]):
            made = self.block(block) | {"joined": "", "sticky": belongs_to_next(block, following, third)}
            found += _parted(made) if made["sticky"] and is_long_list(block) else [made]
        return found

    def block(self, block: Block) -> dict[str, Any]:
        if isinstance(block, Heading):
            self.depth = min(block.level, self.depth + 1)
            label = "" if block.label in self._labels else block.label
            self._labels.add(label)
            runs = tuple(replace(run, ref="") for run in block.runs) if block.label else block.runs
            return {"kind": "heading", "level": self.depth, "runs": self.runs(runs), "label": label}
        if isinstance(block, Paragraph):
            return {"kind": "paragraph", "runs": self.runs(block.runs)}
        if isinstance(block, Note):
            return {"kind": "note", "blocks": self.blocks(block.blocks)}
        if isinstance(block, ListBlock):
            return self._list(block)
        return self._table(block) if isinstance(block, Table) else self._fence(block)

    def runs(self, runs: Runs) -> list[dict[str, Any]]:
        return [self._run(run) for run in runs if run.text]

    def notes(self) -> list[list[str]]:
        return [_lines(origins(fact)) for fact in (self._trace.notes if self._trace else ())]

    def _run(self, run: Run) -> dict[str, Any]:
        number = self._trace.number(run.fact) if self._trace and run.fact else None
        return {
            "lines": _lines(run.text), "bold": run.bold, "italic": run.italic, "gap": run.gap, "note": number,
            "section": run.ref,
        }  # fmt: skip

    def _list(self, block: ListBlock) -> dict[str, Any]:
        items = [self.blocks(item) for item in block.items]
        if block.mark == "-":
            return {"kind": "bullets", "items": items}
        return {"kind": "numbers", "numbering": _NUMBERING[block.mark], "start": block.start, "items": items}

    def _table(self, block: Table) -> dict[str, Any]:
        rows = [[self.runs(cell) for cell in row] for row in (block.header, *block.rows)]
        high = heights(block, self._line)
        return {
            "kind": "table", "header": rows[0], "rows": rows[1:], "widths": list(fitted(block, self._line)),
            "right": list(block.right), "keep": stays_whole(high),
            "whole": [one <= KEEP_LINES for one in high],
        }  # fmt: skip

    def _fence(self, block: Fence) -> dict[str, Any]:
        lines = [[self.runs(cell) for cell in line if plain_text(cell)] for line in block.lines]
        length = sum(len(plain_text(cell)) for line in block.lines for cell in line)
        keep = length <= MAX_KEPT and len(block.lines) <= KEEP_SIGNATURES
        return {"kind": block.kind, "lines": [line or [[]] for line in lines], "keep": keep}
