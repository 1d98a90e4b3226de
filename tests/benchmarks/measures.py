"""The single measurements: seconds, ratios within one run, and memory."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PEAK = """
import resource, sys, kimdocs
kimdocs.extract(kimdocs.read(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
SPACY = """
import sys, kimdocs
kimdocs.extract(kimdocs.read(sys.argv[1]))
print("spacy" in sys.modules)
"""
PATTERNS = 200


def seconds(call: Callable[[], object], times: int = 5) -> float:
    """Median duration of a call."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def command(*arguments: object) -> float:
    """Median duration of ``kimdocs ARGUMENTS…`` from a cold start."""
    line = [sys.executable, "-m", "kimdocs", *map(str, arguments)]
    return seconds(lambda: subprocess.run(line, check=True, capture_output=True), times=7)


def loads_spacy(path: Path) -> bool:
    """Whether making the record of a file needs spaCy."""
    done = subprocess.run([sys.executable, "-c", SPACY, str(path)], check=True, capture_output=True, text=True)
    return done.stdout.strip() == "True"


def record_of(path: Path) -> float:
    """Median duration of file → record in a warm process."""
    import kimdocs

    kimdocs.extract(kimdocs.read(path))
    return seconds(lambda: kimdocs.extract(kimdocs.read(path)))


def pdfplumber_of(path: Path) -> float:
    """Duration of pdfplumber's text and tables alone."""
    import pdfplumber

    def run() -> None:
        with pdfplumber.open(path) as opened:
            for page in opened.pages:
                page.extract_text()
                page.extract_tables()
                page.close()

    return seconds(run, times=1)


def span_ruler_of(text: str) -> float:
    """Duration of a German spaCy pipeline that marks phrases with a span ruler."""
    import spacy

    from kimdocs.lexicon import load, table_names

    phrases = [phrase for table in table_names() for entry in load(table) for phrase in entry.phrases]
    nlp = spacy.blank("de")
    nlp.max_length = len(text) + 1
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("span_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "FACT", "pattern": phrase} for phrase in phrases[:PATTERNS]])
    return seconds(lambda: nlp(text), times=1)


def peak_mebibytes(path: Path) -> float:
    """Peak memory of a process that makes the record of a file."""
    done = subprocess.run([sys.executable, "-c", PEAK, str(path)], check=True, capture_output=True, text=True)
    return int(done.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)
