"""What minutes say again is read once, and told at each place as if it had been read there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kimdocs.extraction.resolve.statements import alike as like_statements
from tests.extraction.reading import record_of

HERE = Path(__file__).parent
CORPUS = sorted((HERE.parents[1] / "corpus").glob("*.txt"))
FORMS = tomllib.loads((HERE / "data" / "result_forms.toml").read_text(encoding="utf-8"))["form"]
ITEMS = [f"TOP {number}: Steg am See\n\n{form['text']}" for number, form in enumerate([*FORMS, *FORMS], 1)]
JOINED = {
    "forms": "\n\n".join(ITEMS),
    "corpus": "\n\n".join(path.read_text(encoding="utf-8", errors="replace") for path in [*CORPUS, *CORPUS]),
    "counts": "Abstimmung\nJa: 7\nNein: 2\n\nmindestens\n\nJa: 7\nNein: 2\n\n" * 3,
}


@pytest.mark.parametrize("name", JOINED)
def test_what_is_read_once_is_told_as_if_it_were_read_at_each_place(monkeypatch, name):
    once = record_of(JOINED[name])
    monkeypatch.setattr(like_statements, "_same_words", lambda *_: None)
    assert once == record_of(JOINED[name])


def test_the_same_result_is_told_at_each_place_with_its_own_facts():
    vote = "Abstimmungsergebnis:\nJa: 9\nNein: 3 (SPD)\nEnthaltungen: 1\n"
    record = record_of("".join(f"TOP {number}: Steg\n\nDer Steg wird gebaut.\n\n{vote}\n" for number in (1, 2)))
    first, second = record.decisions
    assert [(d.yes, d.no, d.abstain, d.groups) for d in (first, second)] == [(9, 3, 1, first.groups)] * 2
    assert first.groups
    assert first.evidence[0].start < second.evidence[0].start
    assert first.groups is not second.groups
