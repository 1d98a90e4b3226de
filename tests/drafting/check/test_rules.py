"""Every rule finds its examples and leaves their near twins alone."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.drafting.check.catalogue import rules
from kimdocs.drafting.check.run import check
from tests.drafting.check.word_files import word_file

CASES = [(rule, text) for rule in rules().values() for text in rule.examples]
TWINS = [(rule, text) for rule in rules().values() for text in rule.counter_examples]


def name(case):
    return case.code if hasattr(case, "code") else ""


def findings(rule, text):
    content = word_file(text) if rule.word else text.encode()
    source = kimdocs.read(content, name="x.docx" if rule.word else "x.txt")
    return source, check(kimdocs.extract(source), source, word=content if rule.word else None)


@pytest.mark.parametrize(("rule", "text"), CASES, ids=name)
def test_examples_are_found(rule, text):
    source, found = findings(rule, text)
    mine = [finding for finding in found if finding.code == rule.code]
    assert mine, f"{rule.code} does not find its own example."
    for finding in mine:
        assert finding.severity is rule.severity
        assert "{" not in finding.message
        assert all(source.text[place.start : place.end] == place.quote for place in finding.evidence)


@pytest.mark.parametrize(("rule", "text"), TWINS, ids=name)
def test_near_twins_are_left_alone(rule, text):
    assert rule.code not in [finding.code for finding in findings(rule, text)[1]]


@pytest.mark.parametrize("rule", rules().values(), ids=name)
def test_every_rule_has_both_and_a_basis(rule):
    assert rule.examples
    assert rule.counter_examples
    assert rule.basis
    assert rule.message


def test_examples_bring_no_findings_of_other_rules():
    """A rule that fires on another's example is a false alarm in the making."""
    surplus = [
        (rule.code, finding.code)
        for rule, text in CASES + TWINS
        if not rule.word
        for finding in findings(rule, text)[1]
        if finding.code != rule.code
    ]
    assert set(surplus) == {("attachment-not-listed", "attachment-not-named")}
