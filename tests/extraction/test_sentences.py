"""Acts that minutes and reports tell in sentences, one of each form; what only sounds like them is in ``traps``."""

from __future__ import annotations

import pytest

from tests.extraction.reading import expected, named, table, votes

FORMS = table("sentences")["form"]


@pytest.mark.parametrize("form", FORMS, ids=named(FORMS))
def test_forms(form):
    assert [vote for vote in votes(form["text"]) if vote["type"] != "quoted"] == [expected(form)]


def test_a_title_that_begins_like_a_heading_hides_no_act():
    text = "TOP 4   Mitteilung: Zählung am Markt\n\nDie Zahlen werden genannt. Der Ausschuss vertagt die Vorlage."
    assert [vote["outcome"] for vote in votes(text)] == ["postponed"]
