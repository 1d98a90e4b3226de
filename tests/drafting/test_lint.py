"""The linter names file and line of what is wrong with a template."""

from __future__ import annotations

import pytest

from kimdocs.drafting.catalogue import load_template
from kimdocs.drafting.lint import lint, repaired
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
        ("a\n{{ betreff\n|oder(„leer“) }}", 3, "Typografisches Anführungszeichen"),
        ("{{\u00a0betreff }}", 1, "Geschütztes Leerzeichen"),
        ("## § [[a]] A\n\n## § [[a]] B", 3, "tragen zwei Paragrafen"),
        ("## § [[a]] A\n\nNach § [[b]].", 3, "verweist auf keinen Paragrafen"),
        ("a\n{% if %}", 2, "Schreibweise"),
        ("{{ betreff" + "|oder('x')" * 4000 + " }}", 1, "zu tief"),
        ("{{ betreff" + ".x" * 20_000 + " }}", 1, "zu tief"),
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
        "{% extends 'kimdocs/beschlussvorlage/template.md.j2' %}\n{% block finanzen %}\n### Kosten\n{% endblock %}",
        "# A\n\n## § [[a]] B\n\n## § [[b]] C\n\nNach § [[a]], § [[b]] und § 5 VwVfG.{# § [[name]] #}",
        "{{ betreff|oder('siehe „Anlage“') }}{# siehe „Anlage“ #}",
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


@pytest.mark.parametrize(
    "text", ["{%%}" * 2_000 + "x", "{%" * 24_000, "{{}" * 16_000, "{#" * 24_000, "| a |\n|" + "-" * 40_000 + " x"]
)
def test_a_hostile_template_is_judged_in_time(tmp_path, text):
    assert lint(load_template("beschlussvorlage", own_templates(tmp_path, text)))


def test_what_word_put_into_tags_is_repaired_and_nothing_else():
    text = "„{{ betreff|oder(„leer“)\u00a0}}“ {{ a|oder('„x“') }} {# „y“ #} {% if\u00a0‚a‘ %}„b“{% endif %}"
    made = "„{{ betreff|oder(\"leer\") }}“ {{ a|oder('„x“') }} {# „y“ #} {% if 'a' %}„b“{% endif %}"
    assert repaired(text) == made
    assert repaired(made) == made


def test_repairing_writes_the_towns_own_templates_only(cli, tmp_path):
    folder = own_templates(tmp_path, "# {{ betreff|oder(„leer“) }}\n")
    assert cli("templates", "lint", "--repair", "beschlussvorlage").code == 2
    result = cli("templates", "lint", "--repair", "--templates", folder, "beschlussvorlage", "mitteilungsvorlage")
    assert result.code == 0
    assert '+# {{ betreff|oder("leer") }}' in result.out
    assert (folder / "beschlussvorlage" / "template.md.j2").read_text() == '# {{ betreff|oder("leer") }}\n'
    assert not (folder / "mitteilungsvorlage").exists()


def test_a_template_that_cannot_be_parsed_is_not_put_into_word(cli, tmp_path):
    result = cli(
        "templates", "to-word", "beschlussvorlage", "--templates", own_templates(tmp_path, "a\n{{ b"),
        "-o", tmp_path / "x.docx",
    )  # fmt: skip
    assert result.code == 5
    assert "Zeile 2" in result.err
    assert not (tmp_path / "x.docx").exists()
