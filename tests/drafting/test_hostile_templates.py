"""Templates from strangers cannot run code, read files, or take over the machine."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.errors import TemplateError
from tests.drafting.papers import own_templates

MANY = [{"gremium": "x", "termin": "01.01.2026", "beratungsaktion": "y"}] * 300
ROWS = [{"bezeichnung": "x", "betrag": "1 €"}] * 50


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ betreff.__class__ }}",
        "{{ betreff['__class__'] }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum() }}",
        "{{ range(10**9) }}",
        "{% for i in range(9) %}x{% endfor %}",
        "{{ 'x' * 1000000000 }}",
        "{{ 'x' ~ 'y' }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ betreff|attr('__class__') }}",
        "{{ betreff|map('upper') }}",
        "{{ 'a'|center(1000000000) }}",
        "{{ '%999999999d'|format(1) }}",
        "{% include '/etc/passwd' %}",
        "{% include 'beschlussvorlage/template.md.j2' %}",
        "{% import 'x' as y %}",
        "{% extends '../../../etc/passwd' %}",
        "{% extends 'beschlussvorlage/template.md.j2' %}",
        "{% extends 'kimdocs/../../x/template.md.j2' %}",
        "{% extends betreff %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% set x = 'a' %}{% for c in x %}{{ c }}{% endfor %}",
        "{% for a in anlagen recursive %}{{ loop(anlagen) }}{% endfor %}",
        "{% for a in 'abc' %}{% endfor %}",
        "{% filter upper %}x{% endfilter %}",
        "{% call x() %}{% endcall %}",
        "{% do x %}",
        "{{ betreff is string }}",
        "{{ betreff[1:] }}",
        "{{ [1, 2, 3] }}",
        "{{ {'a': 1} }}",
        "{{ „betreff“ }}",
        "{{ betreff",
        "{% if %}",
        "{{ " + "9" * 5000 + " }}",
        "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
        "{{ vorlage }}",
        "\ue0000\ue001",
        "{% for a in betreff %}{% endfor %}",
    ],
)
def test_payloads_are_refused(tmp_path, text):
    folder = own_templates(tmp_path, text)
    with pytest.raises(TemplateError):
        kimdocs.draft(
            "beschlussvorlage", {"betreff": "Kita", "vorlage": {"nummer": "1"}, "anlagen": ["a"]}, templates=folder
        )


@pytest.mark.parametrize("body", ["", "x", "{{ a.gremium }}"])
def test_nested_loops_are_cut_off(tmp_path, body):
    loops = "".join(f"{{% for {name} in beratungsfolge %}}" for name in "abcdef")
    folder = own_templates(tmp_path, loops + body + "{% endfor %}" * 6)
    with pytest.raises(TemplateError, match=r"lange|groß"):
        kimdocs.draft("beschlussvorlage", {"beratungsfolge": MANY}, templates=folder)


def test_a_template_that_repeats_the_built_in_one_is_cut_off(tmp_path):
    text = (
        "{% extends 'kimdocs/beschlussvorlage/template.md.j2' %}{% block finanzen %}"
        + "{{ super() }}" * 1_500
        + "{% endblock %}"
    )
    with pytest.raises(TemplateError, match=r"lange|groß"):
        kimdocs.draft("beschlussvorlage", {"finanzen": {"positionen": ROWS}}, templates=own_templates(tmp_path, text))


def test_a_template_that_is_too_large_or_no_text_is_refused(tmp_path):
    folder = own_templates(tmp_path, "x" * 300_000)
    with pytest.raises(TemplateError, match="größer"):
        kimdocs.draft("beschlussvorlage", {}, templates=folder)
    (folder / "beschlussvorlage" / "template.md.j2").write_bytes(b"\xff\xfe")
    with pytest.raises(TemplateError, match="UTF-8"):
        kimdocs.draft("beschlussvorlage", {}, templates=folder)


def test_a_town_overrides_one_block_and_keeps_the_rest(tmp_path):
    base = "{% extends 'kimdocs/beschlussvorlage/template.md.j2' %}"
    text = base + "{% block finanzen %}Nur so: {{ finanzen.deckung }}\n{% endblock %}"
    made = kimdocs.draft(
        "beschlussvorlage", {"finanzen": {"deckung": "Haushalt"}}, templates=own_templates(tmp_path, text)
    )
    assert "Nur so: Haushalt" in made.markdown()
    assert "## Beratungsfolge" in made.markdown()


@pytest.mark.parametrize("kind", ["../beschlussvorlage", "beschlussvorlag", "", "house", "x/y"])
def test_an_unknown_kind_is_refused_with_a_hint(kind):
    with pytest.raises(TemplateError, match="gibt es nicht") as error:
        kimdocs.draft(kind)
    assert error.value.next_step


@pytest.mark.parametrize(
    "content", ["title = 3\n[[field]]\n", "x", 'title = "x"\n[[field]]\nname = "A B"\ntype = "text"\nlabel = "x"\n']
)
def test_a_wrong_template_toml_is_told(tmp_path, content):
    folder = own_templates(tmp_path, "Text", "eigene")
    (folder / "eigene" / "template.toml").write_text(content, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"template\.toml"):
        kimdocs.draft("eigene", templates=folder)


@pytest.mark.parametrize("link", ["template.md.j2", "template.toml", "folder", "rates.toml", "hausvorlage.docx"])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path, link):
    secret = tmp_path / "geheim"
    secret.mkdir()
    for name in ("template.md.j2", "template.toml", "rates.toml", "hausvorlage.docx"):
        (secret / name).write_text("GEHEIM")
    folder = own_templates(tmp_path, "{{ betreff }}")
    if link == "folder":
        (folder / "beschlussvorlage" / "template.md.j2").unlink()
        (folder / "beschlussvorlage").rmdir()
        (folder / "beschlussvorlage").symlink_to(secret, target_is_directory=True)
    else:
        target = folder / ("beschlussvorlage" if link.startswith("template") else "house") / link
        target.parent.mkdir(exist_ok=True)
        target.unlink(missing_ok=True)
        target.symlink_to(secret / link)
    content = {"betreff": "Kita"}
    if link == "rates.toml":
        content["finanzen"] = {"positionen": [{"bezeichnung": "x", "betrag": {"rate": "x.y", "jahr": 2025}}]}
    with pytest.raises(TemplateError, match="außerhalb"):
        kimdocs.draft("beschlussvorlage", content, templates=folder).docx()


def test_a_link_inside_the_folder_is_followed(tmp_path):
    folder = own_templates(tmp_path, "Nur so: {{ betreff }}", "mitteilungsvorlage")
    (folder / "beschlussvorlage").mkdir()
    (folder / "beschlussvorlage" / "template.md.j2").symlink_to(folder / "mitteilungsvorlage" / "template.md.j2")
    assert "Nur so: Kita" in kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, templates=folder).markdown()
