"""The single measurements: seconds, ratios within one run, and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PEAK = """
import sys, kimdocs
from tests.benchmarks.memory import peak_mebibytes
kimdocs.extract(kimdocs.read(sys.argv[1]))
print(peak_mebibytes())
"""
SPACY = """
import sys, kimdocs
kimdocs.extract(kimdocs.read(sys.argv[1]))
print("spacy" in sys.modules)
"""
PATTERNS = 200
PIECE = 100_000


def seconds(call: Callable[[], object], times: int = 5) -> float:
    """Median duration of a call."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def command(*arguments: object) -> float:
    """Median duration of ``kimdocs ARGUMENTS…`` from a cold start; compiled modules are kept, as in an installation."""
    line = [sys.executable, "-m", "kimdocs", *map(str, arguments)]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return seconds(lambda: subprocess.run(line, check=True, capture_output=True, env=kept), times=7)


def loads_spacy(path: Path) -> bool:
    """Whether making the record of a file needs spaCy."""
    done = subprocess.run([sys.executable, "-c", SPACY, str(path)], check=True, capture_output=True, text=True)
    return done.stdout.strip() == "True"


def side_by_side(*calls: Callable[[], object], rounds: int = 4) -> list[float]:
    """Processor seconds of each call: the least of several rounds in which the calls take turns.

    So a machine that others use too, or that changes its clock, slows all of them alike.
    """
    least = [float("inf")] * len(calls)
    for _ in range(rounds):
        for index, call in enumerate(calls):
            start = time.process_time()
            call()
            least[index] = min(least[index], time.process_time() - start)
    return least


def record_of(path: Path) -> Callable[[], object]:
    """File → record, in a process that has made one."""
    import kimdocs

    kimdocs.extract(kimdocs.read(path))
    return lambda: kimdocs.extract(kimdocs.read(path))


def pdfplumber_of(path: Path) -> Callable[[], None]:
    """pdfplumber's text and tables alone."""
    import pdfplumber

    def run() -> None:
        with pdfplumber.open(path) as opened:
            for page in opened.pages:
                page.extract_text()
                page.extract_tables()
                page.close()

    return run


def text_by_pdfplumber(path: Path) -> str:
    """The text that pdfplumber finds on the pages of a PDF, one page a paragraph."""
    import pdfplumber

    with pdfplumber.open(path) as opened:
        return "\n\n".join(page.extract_text() for page in opened.pages)


def span_ruler_of(text: str, *, tokens: bool) -> Callable[[], None]:
    """A German spaCy pipeline that marks 200 phrases of the lexicon with a span ruler, over ``text`` piece by piece.

    With ``tokens`` the phrases are patterns of tokens, as a ruler with numbers in its patterns needs them; without,
    plain phrases, which is the faster of spaCy's two matchers.
    """
    import spacy

    from kimdocs.lexicon import load, table_names

    phrases = [phrase for table in table_names() for entry in load(table) for phrase in entry.phrases][:PATTERNS]
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    ruler: Any = nlp.add_pipe("span_ruler", config={"phrase_matcher_attr": "LOWER"})
    of_tokens = [[{"LOWER": word} for word in phrase.split()] for phrase in phrases]
    ruler.add_patterns([{"label": "FACT", "pattern": pattern} for pattern in (of_tokens if tokens else phrases)])
    pieces = [text[start : start + PIECE] for start in range(0, len(text), PIECE)]

    def run() -> None:
        for piece in pieces:
            nlp(piece)

    return run


def peak_mebibytes(path: Path) -> float:
    """Peak memory of a process that makes the record of a file."""
    done = subprocess.run([sys.executable, "-c", PEAK, str(path)], check=True, capture_output=True, text=True)
    return float(done.stdout)
