"""What a template or a settings file gets wrong is said in German, with the place, and without Jinja's English."""

from __future__ import annotations

import re

import pytest

import kimdocs
from kimdocs.errors import TemplateError
from tests.drafting.papers import own_templates

ENGLISH = re.compile(r"\b(?:expected|unexpected|token|got|unknown|tag|missing|the|valid|line|end)\b", re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% if betreff %}x", "Die Anweisung ist nicht geschlossen; es fehlt „elif“ oder „else“ oder „endif“"),
        ("{% if betreff %}{% endfor %}", "„endfor“ gibt es hier nicht; erwartet wird „elif“ oder „else“ oder „endif“"),
        ("{{ betreff", "endet, bevor „}}“ kommt"),
        ("{{ „betreff“ }}", "Das Zeichen „„“ ist hier nicht erlaubt"),
        ("{{ betreff datum }}", "Vor „datum“ fehlt }}"),
        ("{{ }}", "Es fehlt der Name eines Feldes"),
        ("{{ betreff| }}", "Vor „}}“ fehlt „ein Name“"),
        ("{% endif %}", "„endif“ steht hier ohne die Bedingung"),
        ("{% for x anlagen %}{% endfor %}", "Vor „anlagen“ fehlt „in“"),
        ("{# Anmerkung", "Eine Anmerkung ({# … #}) ist nicht geschlossen"),
        ("{{ betreff is defined is defined }}", "verbindet „and“ oder „or“"),
        ("{{ betreff) }}", "Hier steht ein „)“ zu viel"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "Der Name eines Blocks"),
    ],
)
def test_templates(tmp_path, text, said):
    folder = own_templates(tmp_path, f"# {{{{ titel }}}}\n\n{text}\n", "beschlussvorlage")
    with pytest.raises(TemplateError) as caught:
        kimdocs.draft("beschlussvorlage", {}, templates=folder)
    assert said in str(caught.value)
    assert not ENGLISH.search(re.sub(r"„.*?“|\{.*?\}", "", str(caught.value)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title = "Vorlage\n', "Zeile 1, Spalte"),
        ('title = "Vorlage"\n[[field]]\nname = "betreff"\ntype = "text"\n', "Es fehlt die Angabe „label“"),
        ('title = "V"\n[[field]]\nname = "b"\ntype = "zahl"\nlabel = "B"\n', "„zahl“ ist keine der möglichen Angaben"),
        ('title = "V"\nfield = 3\n', "Eine Angabe hat die falsche Form"),
        ('title = "V"\n[[field]]\nname = "B B"\ntype = "text"\nlabel = "B"\n', "„B B“ ist kein Feldname"),
    ],
)
def test_settings(tmp_path, text, said):
    folder = own_templates(tmp_path, "# Titel\n", "beschlussvorlage")
    (folder / "beschlussvorlage" / "template.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        kimdocs.draft("beschlussvorlage", {}, templates=folder)
    assert said in str(caught.value)
    assert not ENGLISH.search(re.sub(r"„.*?“", "", str(caught.value)))
