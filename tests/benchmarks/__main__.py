"""``uv run python -m tests.benchmarks [FILE…]``: all measurements in one run, each beside its limit.

With ``--group peers`` drafting is measured beside docxtpl.

Text files that are named are measured too, as one long text.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks import drafts, measures, paper

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT_LENGTH = 2_000_000
SAMPLE = 300_000
PLAIN = paper.text(1500, doubtful=False)
DOUBTFUL = "Niederschrift\n\nTOP 1: Bau\n\nDer Rat beschloss einstimmig die Fassung Nr. 7. Sie gilt ab sofort.\n"


class Row(NamedTuple):
    """One measurement; ``limit`` is a floor for ratios (``at_least``) and a ceiling otherwise."""

    what: str
    value: float
    unit: str
    limit: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the limit is kept."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit


def starts(folder: Path) -> Iterator[Row]:
    yield Row("kimdocs --help", measures.command("--help"), "s", 0.3)
    for name, text, limit in (("plain", PLAIN, 0.6), ("doubtful", DOUBTFUL, 1.8)):
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        loaded = "with spaCy" if measures.loads_spacy(path) else "without spaCy"
        yield Row(f"short text from a cold start, {loaded}", measures.command("extract", path), "s", limit)


def pdfs(folder: Path) -> Iterator[Row]:
    minutes, long = folder / "minutes.pdf", folder / "long.pdf"
    minutes.write_bytes(paper.pdf(60))
    long.write_bytes(paper.pdf(300))
    text = measures.text_by_pdfplumber(minutes)
    rulers = (measures.span_ruler_of(text, tokens=tokens) for tokens in (True, False))
    ours, theirs, of_tokens, of_phrases = measures.side_by_side(
        measures.record_of(minutes), measures.pdfplumber_of(minutes), *rulers
    )
    yield Row("PDF to record, 60 pages", ours, "s", float("inf"))
    yield Row("pdfplumber text and tables, 60 pages", theirs, "s", float("inf"))
    yield Row("PDF to record, times as fast as pdfplumber", theirs / ours, "x", 15, at_least=True)
    for ruler, after, limit in (("tokens", of_tokens, 25), ("phrases", of_phrases, 0)):
        what = f"  times as fast as pdfplumber and a span ruler of {ruler}"
        yield Row(what, (theirs + after) / ours, "x", limit, at_least=True)
    yield Row("peak memory, 300 pages", measures.peak_mebibytes(long), "MiB", 400)


def texts(folder: Path, files: list[Path]) -> Iterator[Row]:
    path = folder / "minutes.txt"
    kinds = {
        "clear stops": paper.text(TEXT_LENGTH, doubtful=False),
        "doubtful stops": paper.text(TEXT_LENGTH, doubtful=True),
    }
    if files:
        kinds["your files"] = "\n\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
    for kind, text in kinds.items():
        path.write_text(text, encoding="utf-8")
        sample = text[:SAMPLE]
        rulers = (measures.span_ruler_of(sample, tokens=tokens) for tokens in (True, False))
        ours, of_tokens, of_phrases = measures.side_by_side(measures.record_of(path), *rulers)
        share = len(text) / len(sample)
        yield Row(f"text to record, {kind}", len(text.encode()) / ours / 1e6, "MB/s", 0, at_least=True)
        for ruler, theirs, limit in (("tokens", of_tokens, 15), ("phrases", of_phrases, 0)):
            what = f"  times as fast as a span ruler of {ruler}, {kind}"
            yield Row(what, share * theirs / ours, "x", limit, at_least=True)


def papers() -> Iterator[Row]:
    found = drafts.measured()
    yield Row("Beschlussvorlagen drafted to Word", found.drafts_a_second, "/s", 40, at_least=True)
    yield Row("  from data files in YAML", found.from_files, "/s", 0, at_least=True)
    if found.docxtpl_a_second is None:
        print("  beside docxtpl: not measured, it is not installed (uv run --group peers python -m tests.benchmarks)")
    else:
        yield Row("  the same content through docxtpl", found.docxtpl_a_second, "/s", 0, at_least=True)
        ratio = found.drafts_a_second / found.docxtpl_a_second
        yield Row("  times as fast as docxtpl", ratio, "x", 1, at_least=True)
    yield Row("  peak memory of drafting", found.peak_mebibytes, "MiB", 150)


def main(files: list[str]) -> int:
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for rows in (starts(folder), pdfs(folder), texts(folder, list(map(Path, files))), papers()):
            for row in rows:
                bound = "" if row.limit in (0, float("inf")) else f"{'≥' if row.at_least else '≤'} {row.limit:g}"
                missed += not row.met
                print(
                    f"{row.what:64}{row.value:10.2f} {row.unit:6}{bound:>8} {'' if row.met else 'MISSED'}", flush=True
                )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
