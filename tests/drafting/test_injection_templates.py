"""No value changes the structure of any paper we have a template for, in any of its text fields and formats."""

from __future__ import annotations

import io

import pytest
import yaml
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

import kimdocs
from kimdocs.drafting.catalogue import FieldType, kinds, load_template
from kimdocs.drafting.convert import printable
from tests.drafting.test_injection import ANY, NASTY, PLAIN, Outline, shape, squeezed

TYPST = ["#let x = 1", "#set page(width: 1pt)", "$x$", "@label", "<label>", "/* c */", "// c", "~", "\\u{41}", "*_`"]
UNSEEN = {"\ue0000\ue001", "\u202e verkehrt"}  # no glyph, or a mark that readers of PDF take out


def filled(node, field, value):
    """The example of a template with one value in all its text fields."""
    if isinstance(node, dict):
        return {
            name: filled(item, field.get(name) if isinstance(field, dict) else None, value)
            for name, item in node.items()
        }
    if isinstance(node, list):
        return [filled(item, field[0] if isinstance(field, list) else None, value) for item in node]
    types = {FieldType.TEXT, FieldType.PARAGRAPHS}
    is_text = field is not None and not isinstance(field, dict | list) and field.type in types
    return value if is_text and not field.name.endswith("kuerzel") else node


def made(kind, value):
    template = load_template(kind)
    example = yaml.safe_load((template.folder / "example.yaml").read_text(encoding="utf-8"))
    return kimdocs.draft(kind, filled(example, template.shape, value))


def structure(draft):
    document = Document(io.BytesIO(draft.docx()))
    return (
        shape(draft.content),
        Outline(draft.html()).tags,
        [paragraph.style.name for paragraph in document.paragraphs],
        [[len(row.cells) for row in table.rows] for table in document.tables],
    )


def seen(value):
    """Something is left of the value, and it is one paragraph and no reference to a section."""
    return printable(value).strip() and "\n\n" not in printable(value) and "[[" not in value


@pytest.mark.parametrize("kind", kinds())
@settings(max_examples=12)
@given(st.one_of(ANY, st.sampled_from(TYPST)).filter(seen))
def test_every_template_keeps_its_structure(kind, value):
    assert structure(made(kind, value)) == structure(made(kind, PLAIN))


@pytest.mark.parametrize("value", [value for value in [*NASTY, *TYPST] if seen(value) and value not in UNSEEN])
def test_pdf_keeps_the_words(value):
    source = kimdocs.read(made("mitteilungsvorlage", value).pdf(), name="v.pdf")
    assert squeezed(printable(value))[:40] in squeezed(source.text)
