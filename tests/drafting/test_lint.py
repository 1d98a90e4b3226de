"""The linter names file and line of what is wrong with a template."""

from __future__ import annotations

import pytest

from kimdocs.drafting.catalogue import load_template
from kimdocs.drafting.lint import lint
from tests.drafting.papers import own_templates


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("# {{ betreff }}\n\n{{ betref }}", 3, "betref“ steht nicht in template.toml"),
        ("{% for b in beratungsfolge %}\n{{ b.gremien }}\n{% endfor %}", 2, "beratungsfolge[].gremien"),
        ("{{ betreff|gross }}", 1, "Den Filter „gross“ gibt es nicht"),
        ("# {{ betreff }}\n\n### Zu tief\n", 3, "übersprungen"),
        ("Text\n\n| a | b |\n| 1 | 2 |\n", 3, "ohne Kopfzeile"),
        ("{{ 1 + 1 }}", 1, "nicht gerechnet"),
        ("x\n{% include 'x' %}", 2, "Include"),
        ("{{ betreff|oder(„leer“) }}", 1, "Typografisches Anführungszeichen"),
        ("a\n{% if %}", 2, "Schreibweise"),
        ("| a |\n|---|\n| {{ sachverhalt|absaetze }} |", 3, "zerreißt"),
    ],
)
def test_findings(tmp_path, text, line, sentence):
    found = [
        item for item in lint(load_template("beschlussvorlage", own_templates(tmp_path, text))) if not item.warning
    ]
    assert any(item.line == line and sentence in item.message for item in found)


@pytest.mark.parametrize(
    "text",
    [
        "# {{ betreff }}\n\n## Eins\n\n| a | b |\n|---|---|\n{% for b in beratungsfolge %}\n"
        "| {{ b.gremium }} | {{ loop.index }} |\n{% endfor %}\n",
        "{% extends 'kimdocs/beschlussvorlage/template.md.j2' %}"
        "{% block finanzen %}{{ super() }}{{ finanzen.saldo|euro }}{% endblock %}",
        "{% if bezug %}{{ bezug[0] }}{% endif %} „draußen“ {{ finanzen.summe_ertraege }}",
    ],
)
def test_near_twins_are_clean(tmp_path, text):
    assert [
        item for item in lint(load_template("beschlussvorlage", own_templates(tmp_path, text))) if not item.warning
    ] == []


def test_a_required_field_that_is_never_printed_is_a_hint(tmp_path):
    found = lint(load_template("beschlussvorlage", own_templates(tmp_path, "{{ betreff }}")))
    assert any(item.warning and "sachverhalt" in item.message for item in found)
