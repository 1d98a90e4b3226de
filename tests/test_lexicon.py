"""Every entry of every table proves itself by its examples, both ways."""

from __future__ import annotations

import pytest

from kimdocs.lexicon import fingerprint, load, matcher, table_names
from kimdocs.lexicon.fold import fold

ENTRIES = [entry for table in table_names() for entry in load(table)]


def hits(entry, text):
    return [found.entry.id for found in matcher(entry.table).finditer(fold(text))]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule)
def test_examples_are_found_and_counter_examples_are_not(entry):
    missed = [text for text in entry.examples if entry.id not in hits(entry, text)]
    assert not missed, f"{entry.rule} does not find its own examples {missed}."
    caught = [text for text in entry.counter_examples if entry.id in hits(entry, text)]
    assert not caught, (
        f"{entry.rule} finds {caught}, which it must not: make its phrase longer or add an entry of its own."
    )


def test_every_entry_has_an_example():
    assert not [entry.rule for entry in ENTRIES if not entry.examples]


def test_no_phrase_stands_twice_in_a_table():
    for table in table_names():
        phrases = [fold(phrase) for entry in load(table) for phrase in entry.phrases]
        assert not {phrase for phrase in phrases if phrases.count(phrase) > 1}, table


def test_tables_are_there_and_the_fingerprint_is_stable():
    assert {"headings", "months"} <= set(table_names())
    assert fingerprint() == fingerprint()
    assert fingerprint().startswith("sha256:")
