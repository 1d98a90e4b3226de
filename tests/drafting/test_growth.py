"""Templates of strangers and long lists: the work grows with their length, and what is too much is told."""

from __future__ import annotations

import sys
from pathlib import Path

import jinja2
import pytest

import kimdocs
from kimdocs.drafting.catalogue import house_style, load_template
from kimdocs.drafting.roundtrip.from_word import from_word
from kimdocs.drafting.roundtrip.package import open_word
from kimdocs.drafting.roundtrip.to_word import to_word
from kimdocs.drafting.roundtrip.words import paired
from kimdocs.errors import TemplateError
from tests.drafting.papers import own_templates

SHAPES = {
    "headings": "# a\n",
    "paragraphs": "a\n\n",
    "lists": "- a\n\n1. b\n\n",
    "fences": "~~~ vermerk\na\n~~~\n\n",
    "signatures": "~~~ unterschriften\na | b\n~~~\n",
    "tables": "| a |\n|---|\n\n",
    "fields": "{{ betreff }}\n\n",
    "missing": "{{ vorlage.nummer }}\n\n",
    "blocks": "{{% block b{} %}}x\n{{% endblock %}}\n",
}


def template(tmp_path, shape, count):
    pattern = SHAPES[shape]
    text = "".join(pattern.format(at) for at in range(count)) if shape == "blocks" else pattern * count
    return own_templates(tmp_path / str(count), text)


def calls(work):
    """How many functions some work calls."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def grown(tmp_path, shape, work):
    """How many times the calls of a template four times as long are those of a short one."""
    first, few, many = (template(tmp_path, shape, count) for count in (10, 60, 240))
    work(first)  # what is read once
    return calls(lambda: work(many)) / calls(lambda: work(few))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("form", ["docx", "html", "markdown"])
def test_a_template_four_times_as_long_is_four_times_the_work(tmp_path, shape, form):
    def work(folder):
        made = kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, templates=folder)
        getattr(made, form)()

    assert grown(tmp_path, shape, work) < 5


@pytest.mark.parametrize("shape", SHAPES)
def test_so_is_its_way_through_word(tmp_path, shape):
    def work(folder):
        own = load_template("beschlussvorlage", folder)
        word = Path(tmp_path / "vorlage.docx")
        word.write_bytes(to_word(own, own.text(), house_style(folder)))
        assert from_word(open_word(word), own).text == own.text()

    assert grown(tmp_path, shape, work) < 5


def test_the_lines_of_a_template_are_looked_up_once_for_all_its_gaps(tmp_path, monkeypatch):
    read = []
    listed = jinja2.Template.debug_info.fget
    monkeypatch.setattr(jinja2.Template, "debug_info", property(lambda self: read.append(1) or listed(self)))
    folder = own_templates(tmp_path, "{{ hier }}\n\n{% if betreff %}\n{{ anlagen }}\n{% endif %}\n" * 20)
    made = kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, templates=folder)
    assert len(read) == 1
    assert [(gap.name, gap.line) for gap in made.gaps] == [("hier", 1), ("anlagen", 4)]
    assert "Zeile 1, 6, 11" in made.gaps[0].message


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("# a\n" * 12_000, "zu viele Absätze"),
        ("```\na\n```\n" * 5_000, "zu viele Absätze"),
        ("~~~ unterschriften\n" + "a | b\n" * 8_000 + "~~~\n", "zu viele Absätze"),
        ("{{ betreff }}\n\n" * 3_300, "zu viele Platzhalter"),
        ("{{ a.b }}" * 5_000, "zu viele Platzhalter"),
        ("{{ betreff|oder|oder|oder|oder }}" * 1_400, "zu viele Platzhalter"),
        ("{% for a in anlagen %}" + "a\n\n" * 10_000 + "{% endfor %}", "zu groß"),
    ],
)
def test_a_template_with_too_much_in_it_is_refused_in_german(tmp_path, text, sentence):
    folder = own_templates(tmp_path, text)
    with pytest.raises(TemplateError, match=sentence) as error:
        kimdocs.draft("beschlussvorlage", {"betreff": "Kita", "anlagen": ["x"] * 5}, templates=folder)
    assert error.value.next_step


def test_a_long_text_printed_again_and_again_is_refused(tmp_path):
    folder = own_templates(tmp_path, "{{ sachverhalt }}\n\n" * 1_000)
    with pytest.raises(TemplateError, match="zu groß"):
        kimdocs.draft("beschlussvorlage", {"sachverhalt": "Die Verwaltung prüft. " * 1_000}, templates=folder)


def test_a_strangers_template_makes_no_pdf_that_fills_the_memory_but_a_word_file(tmp_path):
    made = kimdocs.draft("beschlussvorlage", templates=own_templates(tmp_path, "| a |\n|---|\n" + "| b |\n" * 4_500))
    with pytest.raises(TemplateError, match="für ein PDF zu groß") as error:
        made.pdf()
    assert ".docx" in error.value.next_step
    assert made.docx()


def test_a_long_list_of_our_own_template_is_a_pdf():
    rows = [{"beschluss": f"Nr. {number}", "vorlage": "1/2026"} for number in range(250)]
    assert kimdocs.draft("beschlusskontrolle", {"beschluesse": rows}).pdf().startswith(b"%PDF")


@pytest.mark.parametrize(
    "text", ["", "- {{ hier|oder }}\n", "> {{ hier|oder }}\n", ">" * 40 + " a\n", "~~~ vermerk\n~~~\n", "1. \n"]
)
@pytest.mark.parametrize("form", ["docx", "html", "markdown", "pdf"])
def test_what_prints_nothing_is_written_all_the_same(tmp_path, text, form):
    assert getattr(kimdocs.draft("beschlussvorlage", templates=own_templates(tmp_path, text)), form)() is not None


def test_two_texts_of_other_words_are_paired_by_what_they_share():
    before = [f"Der Rat beschließt Nummer {number} der Satzung." for number in range(12)]
    after = [f"Der Rat beschließt heute Nummer {number} der Satzung." for number in range(12)]
    assert paired(before, [*after[:6], "Ganz anderes.", *after[6:]]) == [
        *((number, number) for number in range(6)), (None, 6), *((number, number + 1) for number in range(6, 12)),
    ]  # fmt: skip


def test_names_of_rows_are_looked_up_and_not_searched_for():
    def work(count):
        rows = [{"kuerzel": f"k{number}", "bezeichnung": "x", "betrag": "1 €"} for number in range(count)]
        words = " ".join(f"[[k{number}]] [[fremd{number}]]" for number in range(count))
        kimdocs.draft("beschlussvorlage", {"sachverhalt": words, "finanzen": {"positionen": rows}})

    work(10)
    assert calls(lambda: work(240)) / calls(lambda: work(60)) < 5


def test_the_first_of_two_rows_with_one_name_is_the_one_that_is_meant():
    rows = [{"kuerzel": "miete", "betrag": "5 €"}, {"kuerzel": "miete", "betrag": "7 €"}]
    made = kimdocs.draft("beschlussvorlage", {"finanzen": {"positionen": rows}})
    assert made.sheet.value("miete").value == 5
    assert made.sheet.find("strom") is None
