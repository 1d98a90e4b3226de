"""A template goes to Word and comes back: unchanged as it was, edited with exactly what was edited."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kimdocs.drafting.catalogue import house_style, kinds, load_template
from kimdocs.drafting.roundtrip.from_word import Returned, from_word
from kimdocs.drafting.roundtrip.package import WordPackage
from kimdocs.drafting.roundtrip.to_word import to_word
from kimdocs.drafting.roundtrip.units import units
from kimdocs.drafting.roundtrip.writing import check
from kimdocs.errors import TemplateError

WORDS = [
    "Der Rat",
    "beschließt",
    "z. B.",
    "5.000 €",
    "§ 3",
    "a_b",
    "_x_",
    "[[zweck]]",
    "\\*",
    "*",
    "**fett**",
    "***beides***",
    "„so“",
]
TAGS = ["{{ betreff }}", "{{ vorlage.nummer }}", '{{ x|oder("–") }}', "{% if hier %}", "{% endif %}", "{# Hinweis #}"]
ODD = [
    "{{",
    "%}",
    "‹",
    "›",
    "|",
    "\\|",
    "\x0b",
    "\x00",
    "\ufffe",
    "\u00a0",
    "\t",
    "~~~",
    "#",
    "<b>",
    "&amp;",
    "\r",
    "‹a·1›",
]
PIECES = st.sampled_from([*WORDS, *TAGS, *ODD])
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(
        ["", "", "# ", "## ", "##### ", "- ", "1. ", "1) ", "> ", "> - ", "  ", "| ", "~~~ vermerk", "~~~"]
    ),
    st.lists(PIECES, max_size=5).map(" ".join),
    st.sampled_from(["", " ", "\\", " |", "  "]),
)
TEXTS = st.lists(st.one_of(LINES, st.just(""), st.just("|---|:--|")), max_size=9).map("\n".join)


@pytest.fixture(scope="module")
def template():
    return load_template("beschlussvorlage")


def there(template, text):
    return to_word(template, text, house_style())


def back(content, template):
    return from_word(WordPackage(content, "vorlage.docx"), template)


def edited(content, *changes):
    """The Word file after somebody replaced words in it: pairs of words, or functions over its XML."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                text = text.decode()
                for change in changes:
                    assert callable(change) or change[0] in text
                    text = change(text) if callable(change) else text.replace(*change, 1)
                text = text.encode()
            new.writestr(name, text)
    return stream.getvalue()


def paragraph(words, style="Normal"):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def after(words, added):
    """Put something behind the paragraph with these words."""
    return lambda text: re.sub(
        rf"(<w:p>(?:(?!</w:p>).)*{re.escape(words)}.*?</w:p>)", lambda hit: hit[1] + added, text, count=1
    )


def without(words):
    return lambda text: re.sub(rf"<w:p>(?:(?!</w:p>).)*{re.escape(words)}.*?</w:p>", "", text, count=1)


@pytest.mark.parametrize("kind", kinds())
def test_every_template_comes_back_as_it_was(kind):
    template = load_template(kind)
    made = back(there(template, template.text()), template)
    assert (made.text, made.notes) == (template.text(), ())


@settings(max_examples=30)
@given(TEXTS)
@example("| A | B |\n|---|---|\n| - | - |\n{% for x in y %}\n| 1 | 2 |\n{% endfor %}\n| S | |\n")
@example("{% if a\n and b %}\nText\n{% endif %}")
@example("| | Der Rat")
@example("| Der | Rat\n|---|---|\n| a | b\n")
def test_any_text_comes_back_as_it_was(template, text):
    leading, found = units(text)
    assert leading + "".join(unit.source for unit in found) == text
    assert back(there(template, text), template).text == text


SAFE = st.lists(
    st.sampled_from(["Rat", "Kreis", "Süd", "jährlich", "§ 3", "12,5 %", "(neu)", "–"]), min_size=1, max_size=6
)


@settings(max_examples=15)
@given(st.data(), SAFE.map(" ".join))
def test_a_plain_sentence_comes_back_exactly(template, data, words):
    text = load_template("kooperationsvereinbarung").text()
    sentence = data.draw(st.sampled_from(re.findall(r"^(?:1\) )?([A-ZÄÖÜ][^{}\[*|\n]{20,})$", text, re.MULTILINE)))
    if text.count(sentence) == 1:
        content = there(template, text)
        made = back(edited(content, lambda xml: xml.replace(sentence.replace("&", "&amp;"), words)), template)
        assert made.text == text.replace(sentence, words)


@pytest.mark.parametrize(
    ("change", "before", "now"),
    [
        (("Sachverhalt", "Sachdarstellung"), "## Sachverhalt", "## Sachdarstellung"),
        ((">hier: <", ">hier, genauer: <"), "hier: {{ hier }}", "hier, genauer: {{ hier }}"),
        (("Deckung:", "Deckung im Haushalt:"), "**Deckung:** {{", "**Deckung im Haushalt:** {{"),
        (("Gremium", "Beratendes Gremium"), "| Gremium | Termin |", "| Beratendes Gremium | Termin |"),
        (("Fachbereich: |", "Amt: |"), "Fachbereich: | {{", "Amt: | {{"),
        ((">hier: <", ">a*b |x: <"), "hier: {{ hier }}", "a\\*b |x: {{ hier }}"),
        (("Beratungsaktion", "Aktion|Art"), "| Beratungsaktion |", "| Aktion\\|Art |"),
    ],
)
def test_edits_come_back_where_they_were_made(template, change, before, now):
    text = template.text()
    assert back(edited(there(template, text), change), template).text == text.replace(before, now, 1)


def test_a_new_paragraph_heading_and_point_become_markdown(template):
    text = "# {{ betreff }}\n\n## Eins\n\nText.\n\n1. a\n1. b\n\nSchluss.\n"
    changes = [
        after("Text.", paragraph("Neuer Absatz.") + paragraph("Zwei", "Heading1") + paragraph("1. Mai")),
        after(">b<", paragraph("c", "Listennummer")),
        after("Schluss.", paragraph("Ganz am Ende.")),
    ]
    content = there(template, text)
    style = re.search(r'<w:pStyle w:val="([^"]+)"/></w:pPr><w:r><w:t xml:space="preserve">b<', edited_xml(content))[1]
    changes[1] = after(">b<", paragraph("c", style))
    assert back(edited(content, *changes), template).text == (
        "# {{ betreff }}\n\n## Eins\n\nText.\n\nNeuer Absatz.\n\n## Zwei\n\n1\\. Mai\n\n"
        "1. a\n1. b\n1. c\n\nSchluss.\n\nGanz am Ende.\n\n"
    )


def edited_xml(content):
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read("word/document.xml").decode()


def test_a_paragraph_that_went_leaves_its_neighbours_apart(template):
    text = "1. a\n1. b\n\nSchluss.\n\nEnde.\n"
    assert back(edited(there(template, text), without(">b<")), template).text == "1. a\n\nSchluss.\n\nEnde.\n"
    assert back(edited(there(template, text), without("Schluss.")), template).text == "1. a\n1. b\n\nEnde.\n"


def test_bold_words_become_bold_and_underlined_ones_are_told(template):
    look = '<w:rPr><w:b/><w:u w:val="single"/></w:rPr>'
    bold = f'</w:t></w:r><w:r>{look}<w:t>sehr</w:t></w:r><w:r><w:t xml:space="preserve"> '
    made = back(edited(there(template, "Das ist wichtig.\n"), ("wichtig", f"{bold}wichtig")), template)
    assert made.text == "Das ist **sehr** wichtig.\n"
    assert made.notes == ("Unterstreichungen werden nicht übernommen.",)


def test_a_tag_that_went_is_told(template):
    made = back(edited(there(template, template.text()), without("Aktenzeichen·")), template)
    assert "Aktenzeichen" not in made.text
    assert made.notes == ("Kommt nicht mehr vor: {{ aktenzeichen }}",)


def test_a_typed_tag_works_even_with_typographic_quotes(template):
    made = back(edited(there(template, "Text hier.\n"), ("hier", "{{ hier|oder(„–“) }}")), template)
    assert made.text == 'Text {{ hier|oder("–") }}.\n'


SECTIONS = "## § [[zweck]] Zweck\n\nText.\n\n## § [[haftung]] Haftung\n\nNach § [[zweck]] haftet niemand.\n"


def test_sections_and_references_are_marks_that_move_with_their_words(template):
    content = there(template, SECTIONS)
    text = zipfile.ZipFile(BytesIO(content)).read("word/document.xml").decode()
    assert "‹Nummer von „zweck“·1›" in text
    assert "[[" not in text
    assert back(content, template) == Returned(SECTIONS, ())
    made = back(edited(content, ("Haftung", "Haftung und Schäden"), ("haftet niemand", "haften alle")), template)
    assert made.text == SECTIONS.replace("Haftung\n", "Haftung und Schäden\n").replace("haftet niemand", "haften alle")


def test_a_section_that_went_but_is_still_referred_to_is_refused(template, tmp_path):
    made = back(edited(there(template, SECTIONS), without("„zweck“·1")), template)
    folder = tmp_path / "beschlussvorlage"
    folder.mkdir()
    (folder / "template.md.j2").write_text(SECTIONS, encoding="utf-8")
    with pytest.raises(TemplateError, match="verweist auf keinen Paragrafen"):
        check(load_template("beschlussvorlage", tmp_path), SECTIONS, made.text)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice ist nicht installiert.")
def test_saving_with_libreoffice_changes_nothing(template, tmp_path):
    (tmp_path / "v.docx").write_bytes(there(template, template.text()))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path / "b"]
    subprocess.run([*call, tmp_path / "v.docx"], check=True, capture_output=True, timeout=120)
    assert back((tmp_path / "b" / "v.docx").read_bytes(), template).text == template.text()


def test_conditions_on_what_a_field_says_read_as_german():
    template = load_template("kooperationsvereinbarung")
    content = there(template, template.text())
    shown = "".join(WordPackage(content, "x.docx").body.itertext())
    assert "‹sonst wenn „Rechtsform“ ist „mandatierende öffentlich-rechtliche Vereinbarung“·" in shown
    assert "‹wenn „Rechtsform“ ist nicht „öffentlich-rechtlicher Vertrag“·" in shown
