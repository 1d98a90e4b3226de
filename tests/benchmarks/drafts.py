"""Drafts of a Beschlussvorlage: how many a second, in how much memory, and beside docxtpl on the same content.

docxtpl gets a Word template made of our own draft: the same paragraphs, lists and tables in the same styles, its tags
where our values stand. It fills in texts that are ready; reading data, computing, formatting, checking, comments with
sources and the machine-readable twin are ours alone, and are counted.
"""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from docx import Document
from docx.oxml.ns import qn

import kimdocs
from kimdocs.drafting.blocks import Block, Fence, Heading, ListBlock, Note, Paragraph, Run, Runs, Table, plain_text
from kimdocs.drafting.catalogue import builtin_root
from tests.benchmarks.measures import side_by_side
from tests.drafting.papers import source, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kimdocs.drafting.document import Draft

EXAMPLE = builtin_root() / "beschlussvorlage" / "example.yaml"
KINDS_OF_DATA = 12
PEAK = """
from tests.benchmarks.memory import peak_mebibytes
from tests.benchmarks.drafts import ours, several
made = ours(several())
for _ in range(20):
    made()
print(peak_mebibytes())
"""


class Measured(NamedTuple):
    """What was measured, for ``__main__`` to print; docxtpl's number is None where it is not installed."""

    drafts_a_second: float
    from_files: float
    docxtpl_a_second: float | None
    peak_mebibytes: float


def measured() -> Measured:
    """All measurements; ours and docxtpl's take turns in one process."""
    data = several()
    with TemporaryDirectory() as folder:
        calls = [ours(data), ours(data, Path(folder))]
        theirs = docxtpl_of(data, Path(folder))
        taken = side_by_side(*calls, *([theirs] if theirs else []))
    speeds = [len(data) / seconds for seconds in taken]
    return Measured(speeds[0], speeds[1], speeds[2] if theirs else None, _peak())


def several() -> list[dict[str, Any]]:
    """The template's example in twelve structures, its figures with sources."""
    return [_data(number) for number in range(KINDS_OF_DATA)]


def _data(number: int) -> dict[str, Any]:
    data = yaml.load(EXAMPLE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # only texts, no objects
    data["quellen"] = [{"dokument": 1, "oeffentlich": True}, {"dokument": 2, "oeffentlich": True}]
    data["vorlage"]["nummer"] = f"{number + 1}/2026"
    positions = data["finanzen"]["positionen"]
    positions[0]["betrag"], positions[1]["betrag"] = source(2, "55.000"), source(1, "10.000")
    data["personal"][0]["stellen"] = source(2, "0,5 Stellen")
    more = [{"gremium": f"Bezirksausschuss {index}", "termin": "20.01.2026"} for index in range(1, number % 4 + 1)]
    data["beratungsfolge"] = [{"beratungsaktion": "vorberatend", **row} for row in more] + data["beratungsfolge"]
    data["anlagen"] += [f"Lageplan {index}" for index in range(1, number % 3 + 1)]
    return data


def ours(data: list[dict[str, Any]], folder: Path | None = None) -> Callable[[], list[bytes]]:
    """Every draft once, as a Word file with comments and twin; through data files, if there is a folder for them.

    No draft is made twice: each has a reference number of its own.
    """
    records, numbers = sources(), count()
    texts = [yaml.safe_dump(item, allow_unicode=True, sort_keys=False) for item in data] if folder else []

    def fresh() -> Iterator[dict[str, Any] | Path]:
        for index, item in enumerate(data):
            number = f"50.{next(numbers)}"
            if folder is None:
                yield item | {"aktenzeichen": number}
            else:
                path = folder / f"{index}.yaml"
                path.write_text(texts[index].replace(item["aktenzeichen"], number), encoding="utf-8")
                yield path

    def run() -> list[bytes]:
        return [kimdocs.draft("beschlussvorlage", item, records=records).docx() for item in fresh()]

    run()
    return run


def docxtpl_of(data: list[dict[str, Any]], folder: Path) -> Callable[[], list[bytes]] | None:
    """Every draft once through docxtpl; None where it is not installed.

    Raises:
        AssertionError: A file that it made does not say the same as ours.
    """
    try:
        from docxtpl import DocxTemplate
    except ImportError:
        return None
    records = sources()
    drafts = [kimdocs.draft("beschlussvorlage", item, records=records, final=True) for item in data]
    path = folder / "template.docx"
    path.write_bytes(replace(drafts[0], content=tuple(_tagged(drafts[0]))).docx())
    contexts = [_context(draft) for draft in drafts]

    def run() -> list[bytes]:
        return [_filled(DocxTemplate(path), context) for context in contexts]

    for draft, made in zip(drafts, run(), strict=True):
        assert _words(made) == _words(draft.docx()), "docxtpl's paper says something else than ours"
    return run


def _filled(template: Any, context: dict[str, Any]) -> bytes:
    template.render(context, autoescape=True)
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def _words(content: bytes) -> list[str]:
    body = Document(io.BytesIO(content)).element.body
    return ["".join(text.text or "" for text in paragraph.iter(qn("w:t"))) for paragraph in body.iter(qn("w:p"))]


def _tagged(draft: Draft) -> Iterator[Block]:
    """The draft's blocks with docxtpl's tags: a loop for each list and table, a variable for each other paragraph."""
    for number, block in enumerate(draft.blocks):
        yield from _block_with_tags(block, f"b{number}")


def _block_with_tags(block: Block, name: str) -> Iterator[Block]:
    if isinstance(block, ListBlock):
        yield _line(f"{{%p for item in {name} %}}")
        yield replace(block, items=((_line("{{ item }}"),),))
        yield _line("{%p endfor %}")
    elif isinstance(block, Table):
        first, last = _row(f"{{%tr for row in {name} %}}", block), _row("{%tr endfor %}", block)
        yield replace(block, rows=(first, _cells(block.header, "row"), last))
    elif isinstance(block, Fence):
        yield replace(block, lines=tuple(_cells(line, f"{name}[{row}]") for row, line in enumerate(block.lines)))
    elif isinstance(block, Note):
        yield block
    else:
        told = any(run.fact is not None for run in block.runs)
        yield replace(block, runs=_runs(f"{{{{ {name} }}}}")) if told else block


def _cells(line: tuple[Runs, ...], name: str) -> tuple[Runs, ...]:
    return tuple(_runs(f"{{{{ {name}[{column}] }}}}") for column in range(len(line)))


def _row(tag: str, block: Table) -> tuple[Runs, ...]:
    return (_runs(tag), *(() for _ in block.header[1:]))


def _line(text: str) -> Paragraph:
    return Paragraph(_runs(text))


def _runs(text: str) -> Runs:
    return (Run(text),)


def _context(draft: Draft) -> dict[str, Any]:
    return {f"b{number}": _ready(block) for number, block in enumerate(draft.blocks)}


def _ready(block: Block) -> Any:
    if isinstance(block, ListBlock):
        return ["".join(plain_text(part.runs) for part in item if isinstance(part, Paragraph)) for item in block.items]
    if isinstance(block, Table | Fence):
        rows = block.rows if isinstance(block, Table) else block.lines
        return [[plain_text(cell) for cell in row] for row in rows]
    return plain_text(block.runs) if isinstance(block, Heading | Paragraph) else ""


def _peak() -> float:
    done = subprocess.run([sys.executable, "-c", PEAK], check=True, capture_output=True, text=True)
    return float(done.stdout)
