"""No-break spaces between numbers and signs, in a template's own words and in what staff type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kimdocs
from kimdocs.drafting.typesetting import rules, typeset

NBSP = "\u00a0"


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule["id"])
def test_examples_and_counter_examples(rule):
    for example in rule["examples"]:
        assert typeset(example.replace("~", " ")).replace(NBSP, "~") == example
    for example in rule["counter_examples"]:
        assert typeset(example) == example


@given(st.text(alphabet="5. €§Abs1zBMioNovember,-–%\n\t"))
def test_only_blanks_change(text):
    made = typeset(text)
    assert len(made) == len(text)
    assert made.replace(NBSP, " ") == text.replace(NBSP, " ")
    assert typeset(made) == made


def test_what_staff_type_is_typeset_in_every_format_and_keeps_its_origin():
    typed = "Nach § 3 Abs. 1 werden am 3. November 2021 noch 5.000 € fällig."
    made = kimdocs.draft("beschlussvorlage", {"sachverhalt": typed})
    wanted = f"Nach §{NBSP}3 Abs.{NBSP}1 werden am 3.{NBSP}November 2021 noch 5.000{NBSP}€ fällig."
    assert wanted in made.markdown()
    assert wanted in made.html()
    assert wanted in kimdocs.read(made.docx(), name="a.docx").text
    (entry,) = [entry for entry in made.trace.entries if entry.field == "sachverhalt"]
    assert entry.fact.value == typed
