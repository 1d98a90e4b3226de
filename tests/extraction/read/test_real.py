"""Real files beside the checkout: each is read, keeps the laws, and shows no trace of the PDF's line ends."""

from __future__ import annotations

import re

from kimdocs.extraction.read import read
from tests.extraction.read.test_laws import assert_lawful


def files(shared_dir, pattern="*.*"):
    found = [path for part in ("real", "seeds") for path in sorted((shared_dir / part).glob(pattern))]
    return [path for path in found if path.suffix in {".txt", ".pdf", ".html", ".docx", ".md"}]


def test_every_file_is_read_and_lawful(shared_dir):
    for path in files(shared_dir):
        source = read(path, boxes=path.suffix == ".pdf")
        assert source.text.strip(), path.name
        assert not source.warnings, path.name
        assert_lawful(source)


def test_text_files_stay_as_they_are(shared_dir):
    for path in files(shared_dir, "*.txt"):
        assert read(path).text == path.read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"), path.name


def test_pdf_text_has_no_marks_of_line_ends_or_symbol_fonts(shared_dir):
    for path in files(shared_dir, "*.pdf"):
        text = read(path).text
        assert not re.search("[\ufffe\x00-\x08\x0b-\x1f\u00ad\ue000-\uf8ff]", text), path.name


def test_votes_and_furniture_of_minutes(shared_dir):
    for path in files(shared_dir, "moosburg*.pdf"):
        source = read(path)
        assert re.search(r"^Beschlossen:?\s+Ja: \d+\s+Nein: \d+$", source.text, re.MULTILINE), path.name
        assert len(re.findall(r"\bSeite \d+$", source.text, re.MULTILINE)) <= 1, path.name
        assert len(source.furniture) >= len(source.page_starts) - 1, path.name
