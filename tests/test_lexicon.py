"""Every entry of every table proves itself by its examples, both ways."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kimdocs.extraction.resolve.acts.notes import read_note
from kimdocs.extraction.resolve.acts.read import read_acts
from kimdocs.lexicon import fingerprint, load, matcher, table_names
from kimdocs.lexicon.fold import fold

ALONE = frozenset(tomllib.loads((Path(__file__).parent / "lexicon.toml").read_text(encoding="utf-8"))["alone"])
ENTRIES = [entry for table in table_names() for entry in load(table)]


def told_acts(text):
    """The entries of the table of verbs that tell an act in a sentence."""
    return [act.rule for act in read_acts(text, fold(text), 0, len(text))]


def told_notes(text):
    """The entries that tell an act in a note without a verb."""
    act = read_note(fold(text), 0, len(text))
    return [act.rule] if act else []


READ = {"act_verbs": told_acts, "act_notes": told_notes}


def is_found(entry, text):
    """Whether the entry is found in a text, as its table's reader looks."""
    if entry.table in READ:
        return entry.rule in READ[entry.table](text)
    if entry.table not in ALONE:
        return entry.id in [found.entry.id for found in matcher(entry.table).finditer(fold(text))]
    return any(re.search(pattern, fold(text)) for pattern in patterns(entry))


def patterns(entry):
    """Regular expressions of an entry by itself: whole words, ends of words, signs."""
    extra = entry.attributes
    loose = bool(extra.get("inside") or extra.get("compounds"))
    for phrase in entry.phrases:
        yield bordered(phrase, before=not loose)
    for suffix in extra.get("suffixes", ()):
        yield bordered(suffix, before=False)
    for sign in extra.get("signs", ()):
        yield re.escape(sign)
    if entry.pattern:
        yield entry.pattern


def bordered(phrase, *, before):
    words = r"\s*".join(map(re.escape, fold(phrase).split()))
    lead = "" if before else r"(?:\w{3,}-?)?"
    start = r"(?<!\w)" if phrase[0].isalnum() else ""
    return start + lead + words + (r"(?!\w)" if phrase[-1].isalnum() else "")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule)
def test_examples_are_found_and_counter_examples_are_not(entry):
    missed = [text for text in entry.examples if not is_found(entry, text)]
    assert not missed, f"{entry.rule} does not find its own examples {missed}."
    caught = [text for text in entry.counter_examples if is_found(entry, text)]
    assert not caught, (
        f"{entry.rule} finds {caught}, which it must not: make its phrase longer or add an entry of its own."
    )


def test_every_entry_has_an_example():
    assert not [entry.rule for entry in ENTRIES if not entry.examples]


@pytest.mark.parametrize("table", sorted(set(table_names()) - ALONE))
def test_no_phrase_stands_twice_in_a_table(table):
    phrases = [fold(phrase) for entry in load(table) for phrase in entry.phrases]
    assert not {phrase for phrase in phrases if phrases.count(phrase) > 1}


def test_tables_are_there_and_the_fingerprint_is_stable():
    assert {"headings", "months"} <= set(table_names())
    assert set(table_names()) >= ALONE
    assert fingerprint() == fingerprint()
    assert fingerprint().startswith("sha256:")


def test_combined_parts_make_phrases_with_one_blank_between_them():
    phrases = {phrase for entry in load("votes") if entry.id == "excluded" for phrase in entry.phrases}
    assert {"mitwirkungsverbot gem. § 24 kv m-v", "befangen nach § 31 go nrw", "ausgeschlossen § 20 go"} <= phrases
    assert not [phrase for phrase in phrases if "  " in phrase or phrase != phrase.strip()]
