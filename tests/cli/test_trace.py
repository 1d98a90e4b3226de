"""``kimdocs trace``: the sources of a drafted Word file, and what was changed by hand."""

from __future__ import annotations

import json
import re
import zipfile

import pytest

import kimdocs
from tests.drafting.papers import data, own_templates, sources


@pytest.fixture
def paper(tmp_path):
    target = tmp_path / "entwurf.docx"
    kimdocs.draft("beschlussvorlage", data(), records=sources()).save(target)
    return target


@pytest.fixture
def trace(cli):
    return lambda path: cli("trace", path, "--format", "table")


def edited(path, before, after):
    """The Word file with some words replaced by hand."""
    target = path.with_name("bearbeitet.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                assert before.encode() in content
                content = content.replace(before.encode(), after.encode())
            new.writestr(name, content)
    return target


def test_every_figure_is_listed_with_document_page_and_quote(trace, paper):
    result = trace(paper)
    assert result.code == 0
    assert (
        "55.000 € je Stelle und Jahr (Sachverhalt)\n      Beschlussvorlage 187/2025 (vorlage.txt), S. 1, „55.000 €"
        in result.out
    )
    assert "berechnet: 0,5 Stellen × ca. 10.000 €" in result.out
    assert "ohne Quelle" not in result.out
    assert "geändert" not in result.out


def test_what_was_changed_by_hand_is_told(trace, paper):
    result = trace(edited(paper, "55.000\u00a0€ je Stelle", "57.000\u00a0€ je Stelle"))
    assert "von Hand geändert: heute steht dort „57.000 € je Stelle und Jahr“" in result.out


def test_a_figure_without_source_is_marked(trace, paper):
    result = trace(edited(paper, "Haushalt 2026", "Haushalt 2026 mit 7.500 €"))
    assert (
        "Beträge und Stellen ohne Quelle (1):\n"
        "  · 7.500 € (Finanzielle Auswirkungen): Deckung: Haushalt 2026 mit 7.500 €" in result.out
    )


@pytest.mark.parametrize(
    ("before", "after", "now"),
    [
        ("Das Land zahlt ", "Das Land zahlt 1", "155.000 € je Stelle und Jahr"),
        ("Das Land zahlt ", "Das Land zahlt 1.0", "1.055.000 € je Stelle und Jahr"),
        ("Der Anteil beträgt ", "Der Anteil beträgt 1", "10,5 Stellen"),
        ("55.000\u00a0€ je Stelle", "55.000\u00a0€</w:t></w:r><w:r><w:t> je Stelle", None),
        (". Ungedeckt bleiben ", "9. Ungedeckt bleiben ", "55.000 € je Stelle und Jahr9"),
    ],
)
def test_digits_typed_at_the_edge_of_a_figure_change_it(trace, paper, before, after, now):
    result = trace(edited(paper, before, after))
    told = [line.partition("„")[2].rstrip("“") for line in result.out.split("\n") if "von Hand geändert" in line]
    assert told == ([now] if now else [])
    assert "ohne Quelle" not in result.out


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("Das Land zahlt ", "Das Land zahlt bis zu ", "55.000 € je Stelle", "bis zu 55.000 € je Stelle und Jahr"),
        ("Der Anteil beträgt ", "Der Anteil beträgt mindestens ", "0,5 Stellen", "mindestens 0,5 Stellen"),
    ],
)
def test_a_qualifier_typed_before_a_figure_changes_it(trace, paper, before, after, was, now):
    out = trace(edited(paper, before, after)).out
    assert out.count("von Hand geändert") == 1
    assert f"heute steht dort „{now}“" in out
    assert was in out


def test_a_qualifier_of_the_template_that_was_taken_out_changes_the_figure(trace, tmp_path):
    text = "# {{ betreff }}\n\nDer Rat stellt höchstens {{ finanzen.positionen[0].betrag|angabe }} bereit.\n"
    folder = own_templates(tmp_path, text, "beschlussvorlage")
    target = tmp_path / "entwurf.docx"
    kimdocs.draft("beschlussvorlage", data(), records=sources(), templates=folder).save(target)
    assert "geändert" not in trace(target).out
    out = trace(edited(target, "stellt höchstens ", "stellt ")).out
    assert "Betrag (Pauschale): höchstens 55.000 € je Stelle und Jahr" in out
    assert "von Hand geändert: heute steht dort „55.000 € je Stelle und Jahr“" in out
    out = trace(edited(target, "höchstens", "mindestens")).out
    assert "von Hand geändert: heute steht dort „mindestens 55.000 € je Stelle und Jahr“" in out


def test_words_typed_beside_a_figure_do_not_change_it(trace, paper):
    out = trace(edited(paper, "Das Land zahlt ", "Nach § 3 zahlt das Land in 2026, ")).out
    assert "geändert" not in out


@pytest.mark.parametrize("label", ["Pauschale – 55.000 €", "Zuschuss bis zu", "Sockel 800 €"])
def test_what_stands_in_another_cell_is_no_part_of_a_figure(trace, tmp_path, label):
    finances = data()["finanzen"]
    finances["positionen"][0]["bezeichnung"] = label
    target = tmp_path / "entwurf.docx"
    kimdocs.draft("beschlussvorlage", data(finanzen=finances), records=sources()).save(target)
    out = trace(target).out
    assert "geändert" not in out
    assert ("800 € (" in out) is ("800" in label)
    assert "ohne Quelle" not in out or "800" in label


def test_what_stands_at_the_end_of_a_line_is_no_part_of_the_next_figure(trace, tmp_path):
    text = "# {{ betreff }}\n\n{{ finanzen.positionen[0].betrag|angabe }} gibt das Land, ohne bis zu\n\n"
    text += "{{ finanzen.positionen[1].betrag|angabe }} gibt der Kreis.\n"
    target = tmp_path / "entwurf.docx"
    folder = own_templates(tmp_path, text, "beschlussvorlage")
    kimdocs.draft("beschlussvorlage", data(), records=sources(), templates=folder).save(target)
    assert "geändert" not in trace(target).out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("55.000\u00a0€ je Stelle", "55.000 € je Stelle"),
        ("55.000\u00a0€ je Stelle", "55.000\u202f€</w:t><w:softHyphen/><w:t xml:space='preserve'> je Stelle"),
    ],
)
def test_blanks_and_hyphens_that_programs_write_anew_change_nothing(trace, paper, before, after):
    assert "geändert" not in trace(edited(paper, before, after)).out


def test_figures_whose_bookmark_a_program_has_lost_are_found_by_their_words(trace, paper):
    target = edited(paper, "bookmarkStart", "smartTagStart")
    found = trace(target).out
    assert "55.000 € je Stelle und Jahr (Sachverhalt)" in found
    assert "geändert" not in found
    assert "heute steht dort nichts mehr" in trace(edited(target.rename(paper), "55.000", "57.000")).out


def test_posts_and_figures_in_footnotes_without_source_are_marked(cli, paper):
    target = edited(paper, "Haushalt 2026", "Haushalt 2026, 1,5 Stellen")
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Ohne Sachkosten von 800 €.</w:t></w:r></w:p></w:footnote>'
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{name}">{note}</w:footnotes>')
    found = json.loads(cli("trace", target, "--format", "json").out)
    assert [(item["kind"], item["text"], item["place"]) for item in found["without_source"]] == [
        ("posts", "1,5 Stellen", "Finanzielle Auswirkungen"),
        ("amount", "800 €", "Fußnote"),
    ]
    assert not any(item["changed"] for item in found["values"])


@pytest.mark.parametrize("bookmark_in_deletion", [False, True])
def test_tracked_changes_count_as_accepted(trace, paper, bookmark_in_deletion):
    by = 'w:id="900" w:author="R"'
    old = "55.000\u00a0€ je Stelle und Jahr</w:t></w:r>"
    new = "57.000\u00a0€ je Stelle und Jahr</w:t></w:r></w:ins>"
    with zipfile.ZipFile(paper) as package:
        text = package.read("word/document.xml").decode()
    start = r"(<w:bookmarkStart[^>]*/>)(?:<w:commentRangeStart[^>]*/>)?"
    mark, run = re.search(start + r"(<w:r>(?:(?!<w:r>).)*?" + old + ")", text).groups()
    inside = mark if bookmark_in_deletion else ""
    if inside:
        paper = edited(paper, mark, "").rename(paper)
    tracked = f"<w:del {by}>{inside}{run.replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"
    target = edited(paper, run, f"{tracked}<w:ins {by}><w:r><w:t>{new}")
    assert "von Hand geändert: heute steht dort „57.000 € je Stelle und Jahr“" in trace(target).out


@pytest.mark.parametrize("kind", ["final", "fremd", "text", "kaputt"])
def test_other_files_are_refused(cli, tmp_path, kind):
    target = tmp_path / "x.docx"
    if kind == "final":
        kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, final=True).save(target)
    elif kind == "fremd":
        twin = '<s xmlns="urn:kimdocs:sources:1">' + json.dumps({"values": [1]}) + "</s>"
        kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, final=True).save(target)
        with zipfile.ZipFile(target, "a") as package:
            package.writestr("customXml/x.xml", twin.replace("<s ", "<sources ").replace("</s>", "</sources>"))
    else:
        target.write_bytes(b"Text" if kind == "text" else b"PK\x03\x04kaputt")
    result = cli("trace", target)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("Fehler: ")
