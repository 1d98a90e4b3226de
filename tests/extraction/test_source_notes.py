"""A draft read back states what it says, not what its list of sources quotes."""

from __future__ import annotations

import pytest

import kimdocs
from tests.drafting.papers import data, sources

WRITERS = {
    "docx": lambda draft: draft.docx(),
    "pdf": lambda draft: draft.pdf(),
    "html": lambda draft: draft.html().encode(),
    "md": lambda draft: draft.markdown().encode(),
}


def facts(draft, form):
    record = kimdocs.extract(kimdocs.read(WRITERS[form](draft), name=f"entwurf.{form}"))
    figures = [(item.amount, item.qualifier, frozenset(item.per), item.section) for item in record.figures]
    return figures, [(item.count, item.section) for item in record.staffing], len(record.resolutions)


@pytest.mark.parametrize("form", WRITERS)
def test_a_draft_with_its_sources_states_what_its_final_copy_states(form):
    draft, final = (kimdocs.draft("beschlussvorlage", data(), records=sources(), final=last) for last in (False, True))
    assert facts(draft, form) == facts(final, form)
    assert len(facts(draft, form)[0]) == 6


def test_a_list_of_sources_that_nothing_cites_is_text_like_any_other():
    text = "Beschlussvorlage\n\nQuellen\n\n1. Quelle: Haushalt 2026, S. 3\n\nDie Kosten betragen 5.000 €.\n"
    assert len(kimdocs.extract(kimdocs.read(text.encode(), name="v.txt")).figures) == 1
