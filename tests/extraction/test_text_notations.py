"""Texts of resolutions in whole papers, whatever their notation: headings, numbers, signatures, debate around them."""

from __future__ import annotations

import pytest

import kimdocs
from tests.extraction.reading import named, table

FORMS = table("text_notations")["form"]


@pytest.mark.parametrize("form", FORMS, ids=named(FORMS))
def test_the_texts_of_a_paper_are_exact(form):
    record = kimdocs.extract(kimdocs.read(form["text"].encode(), name="papier.txt"))
    found = [[str(resolution.kind), " ".join(resolution.text.split())] for resolution in record.resolutions]
    assert found == form["texts"]
