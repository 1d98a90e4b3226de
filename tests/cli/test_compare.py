"""``kimdocs compare``: what a clerk changed in a draft by hand, in the ways that Word and LibreOffice save it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile

import pytest

import kimdocs
from tests.drafting.papers import data, own_templates, sources

GAP = "\u00a0"


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    target = tmp_path_factory.mktemp("entwurf") / "entwurf.docx"
    kimdocs.draft("beschlussvorlage", data(), records=sources()).save(target)
    return target


@pytest.fixture
def compare(cli, paper, tmp_path):
    """Compare the draft with a copy whose text was changed by these functions or pairs of words."""

    def run(*changes, part="word/document.xml", fmt="json"):
        target = tmp_path / "bearbeitet.docx"
        with zipfile.ZipFile(paper) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                text = old.read(name)
                if name == part:
                    text = changed(text.decode(), changes).encode()
                new.writestr(name, text)
        result = cli("compare", paper, target, "--format", fmt)
        return result.code, json.loads(result.out) if fmt == "json" else result.out

    return run


def changed(text, changes):
    for change in changes:
        if callable(change):
            text = change(text)
        else:
            before, after = (words.replace(" €", f"{GAP}€").replace(" Stellen", f"{GAP}Stellen") for words in change)
            assert before in text
            text = text.replace(before, after, 1)
    return text


def states(found):
    return {(item["field"], item["place"]): item["state"] for item in found["values"] if item["state"] != "same"}


def split_runs(text):
    """As Word saves after spell checking: every word a run of its own."""
    return re.sub(
        r'<w:r><w:t xml:space="preserve">([^<]*)</w:t></w:r>',
        lambda hit: "".join(
            f'<w:proofErr w:type="spellStart"/><w:r><w:rPr><w:lang w:val="de-DE"/></w:rPr>'
            f'<w:t xml:space="preserve">{word}</w:t></w:r>'
            for word in re.findall(r"\s*\S+\s*|\s+", hit[1])
        ),
        text,
    )


def without_bookmarks(text):
    return re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", text)


def in_content_controls(text):
    return re.sub(r"(<w:r><w:t .*?</w:r>)", r"<w:sdt><w:sdtPr/><w:sdtContent>\1</w:sdtContent></w:sdt>", text)


def without_comments(text):
    text = re.sub(r"<w:commentRange(Start|End)[^>]*/>", "", text)
    return re.sub(r"<w:r><w:commentReference [^>]*/></w:r>", "", text)


SAVED = [split_runs, without_bookmarks, in_content_controls, without_comments]


@pytest.mark.parametrize("saved", SAVED)
def test_saving_alone_changes_nothing(compare, saved):
    code, found = compare(saved)
    assert code == 0
    assert not found["changed"]
    assert not states(found)
    assert (found["sentences"], found["other_values"], found["contradictions"]) == ([], [], [])


@pytest.mark.parametrize("saved", [lambda text: text, *SAVED])
def test_a_figure_changed_in_one_place_disagrees_with_its_source_and_the_other_place(compare, saved):
    code, found = compare(("55.000 € je Stelle", "57.000 € je Stelle"), saved)
    assert code == 1
    assert states(found) == {("finanzen.positionen[0].betrag", "Sachverhalt"): "changed"}
    (item,) = [value for value in found["values"] if value["state"] == "changed"]
    assert item["now"] == f"57.000{GAP}€ je Stelle und Jahr"
    assert (
        item["disagrees_with"].replace(GAP, " ").startswith("Beschlussvorlage 187/2025 (vorlage.txt), S. 1: „55.000 €")
    )
    (sentence,) = found["contradictions"]
    assert "„57.000 € je Stelle und Jahr“ (Sachverhalt)" in sentence.replace(GAP, " ")
    assert "„55.000 € je Stelle und Jahr“ (Finanzielle Auswirkungen)" in sentence.replace(GAP, " ")


def test_a_figure_changed_everywhere_contradicts_only_what_was_computed_from_it(compare):
    _, found = compare(lambda text: text.replace(f"ca. 10.000{GAP}€", f"ca. 12.000{GAP}€"))
    (sentence,) = found["contradictions"]
    assert sentence.startswith("„Betrag (Eigenanteil)“")
    assert "wurde aus „Betrag (Ungedeckte Kosten)“ errechnet" in sentence


def test_a_computed_figure_changed_by_hand_disagrees_with_its_formula(compare):
    _, found = compare(("bis zu 5.000 €", "bis zu 6.000 €"))
    (item,) = [value for value in found["values"] if value["state"] == "changed"]
    assert item["now"].replace(GAP, " ") == "bis zu 6.000 € pro Jahr"
    assert item["disagrees_with"].startswith("Rechnung: 0,5 Stellen × ca. 10.000 €")


def test_a_draft_emptied_by_hand_loses_all_its_values(compare):
    _, found = compare(lambda text: re.sub(r"<w:body>.*<w:sectPr", "<w:body><w:p/><w:sectPr", text, flags=re.DOTALL))
    assert set(states(found).values()) == {"removed"}


def test_the_same_amount_in_other_words_still_agrees(compare):
    code, found = compare(("bis zu 5.000 € pro Jahr", "bis zu 5000 Euro jährlich"))
    assert code == 1
    assert states(found) == {("finanzen.positionen[2].betrag", "Beschlussvorschlag"): "rewritten"}
    assert not found["contradictions"]
    assert not found["other_values"]


def test_a_qualifier_typed_before_the_bookmark_counts(compare):
    _, found = compare(("Das Land zahlt ", "Das Land zahlt bis zu "))
    (item,) = [value for value in found["values"] if value["state"] == "changed"]
    assert (item["field"], item["now"].replace(GAP, " ")) == (
        "finanzen.positionen[0].betrag",
        "bis zu 55.000 € je Stelle und Jahr",
    )


def test_a_digit_typed_before_the_bookmark_counts(compare):
    _, found = compare(("Das Land zahlt ", "Das Land zahlt 1"))
    (item,) = [value for value in found["values"] if value["state"] == "changed"]
    assert item["now"].startswith("155.000")


def test_dates_of_the_data_file_are_told_with_their_field(compare):
    _, found = compare(("03.03.2026", "10.03.2026"))
    changed_now = {item["label"]: item["now"] for item in found["values"] if item["state"] == "changed"}
    assert changed_now["Sitzungstermin (Rat der Gemeinde Wiesenfeld)"] == "10.03.2026"
    assert not found["other_values"]


def test_a_number_changed_in_the_text_only_is_still_in_the_header(compare):
    _, found = compare((">12/2026<", ">13/2026<"))
    assert found["contradictions"] == [
        "„Vorlagennummer“ ist jetzt „13/2026“; die Kopfzeile zeigt noch „Vorlage Nr. 12/2026“."
    ]


def test_a_number_changed_in_the_header_only_is_still_in_the_text(compare):
    _, found = compare(("12/2026", "13/2026"), part="word/header2.xml")
    assert found["contradictions"] == [
        "Die Kopfzeile zeigt jetzt „Vorlage Nr. 13/2026“; „Vorlagennummer“ ist im Text noch „12/2026“."
    ]


def test_amounts_without_source_and_sentences_are_told(compare):
    _, found = compare(
        ("Haushalt 2026", "Haushalt 2026 mit 7.500 €"),
        ("Die Gemeinde beteiligt sich.", "Die Gemeinde beteiligt sich gern. Der Rat dankt."),
    )
    (value,) = found["other_values"]
    assert (value["kind"], value["before"], value["after"].replace(GAP, " ")) == ("amount", None, "7.500 €")
    told = [(item["before"], item["after"]) for item in found["sentences"]]
    assert ("Die Gemeinde beteiligt sich.", "Die Gemeinde beteiligt sich gern.") in told
    assert (None, "Der Rat dankt.") in told


def test_a_footnote_added_by_hand_is_told(cli, paper, tmp_path):
    target = tmp_path / "fussnote.docx"
    shutil.copy(paper, target)
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Ohne Sachkosten von 800 €.</w:t></w:r></w:p></w:footnote>'
    mark = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{name}">{mark}{note}</w:footnotes>')
    found = json.loads(cli("compare", paper, target, "--format", "json").out)
    assert [(item["place"], item["before"], item["after"]) for item in found["sentences"]] == [
        ("Fußnote", None, "Ohne Sachkosten von 800 €.")
    ]
    assert [(item["kind"], item["after"]) for item in found["other_values"]] == [("amount", "800 €")]


def test_tracked_changes_count_as_accepted(compare):
    by = 'w:id="900" w:author="R"'
    tracked = (
        f'</w:t></w:r><w:del {by}><w:r><w:delText xml:space="preserve">keine</w:delText></w:r></w:del>'
        f"<w:ins {by}><w:r><w:t>gering"
    )
    code, found = compare((">keine</w:t></w:r>", f">{tracked}</w:t></w:r></w:ins>"))
    assert code == 1
    assert [(item["before"], item["after"]) for item in found["sentences"]] == [("keine", "gering")]


def test_a_removed_row_takes_its_values_with_it(compare):
    _, found = compare(lambda text: re.sub(r"<w:tr>(?:(?!<w:tr>).)*?Eigenanteil.*?</w:tr>", "", text, count=1))
    assert states(found)["finanzen.positionen[2].betrag", "Finanzielle Auswirkungen"] == "removed"
    assert not found["contradictions"]


def test_the_table_speaks_german(compare):
    code, out = compare(("55.000 €", "57.000 €"), fmt="table")
    assert code == 1
    assert out.startswith("Geänderte Angaben (1):")
    assert "[−55.000−] {+57.000+}" in out
    assert "Passt nicht mehr zusammen (1):" in out


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice ist nicht installiert.")
def test_saving_with_libreoffice_changes_nothing(cli, paper, tmp_path):
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path, paper]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    result = cli("compare", paper, tmp_path / paper.name, "--format", "table")
    assert (result.code, result.out) == (0, "Nichts geändert.\n")


@pytest.mark.parametrize("kind", ["fehlt", "text", "kaputt", "fremd", "version", "leer", "doctype"])
def test_other_files_are_refused_in_german(cli, paper, tmp_path, kind):
    target = tmp_path / "x.docx"
    if kind in {"text", "kaputt", "leer"}:
        target.write_bytes({"text": b"Text", "kaputt": paper.read_bytes()[:900], "leer": b""}[kind])
    elif kind != "fehlt":
        swaps = {
            "fremd": ("customXml/item1.xml", b"urn:kimdocs:sources", b"urn:anderes"),
            "version": ("customXml/item1.xml", b"urn:kimdocs:sources:1", b"urn:kimdocs:sources:9"),
            "doctype": ("word/document.xml", b"<w:document", b'<!DOCTYPE w [<!ENTITY a "b">]><w:document'),
        }
        part, before, after = swaps[kind]
        with zipfile.ZipFile(paper) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace(before, after) if name == part else old.read(name))
    result = cli("compare", target, paper)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("Fehler: „x.docx“") or "x.docx" in result.err
    assert "  → " in result.err


def test_a_final_copy_is_compared_by_the_sources_beside_it(cli, tmp_path):
    target = tmp_path / "rein.docx"
    kimdocs.draft("beschlussvorlage", data(), records=sources(), final=True).save(target)
    assert cli("compare", target, target).code == 0
    (tmp_path / "rein.sources.json").unlink()
    assert cli("compare", target, target).code == 3


def test_sources_beside_a_final_copy_that_are_anothers_are_refused(cli, tmp_path):
    target = tmp_path / "rein.docx"
    kimdocs.draft("beschlussvorlage", data(), records=sources(), final=True).save(target)
    kimdocs.draft("beschlussvorlage", data(), records=sources(), final=True).save(tmp_path / "rein.pdf")
    assert cli("compare", target, target).code == 0
    later = data(betreff="Fortführung der Fallbegleitung")
    kimdocs.draft("beschlussvorlage", later, records=sources(), final=True).save(tmp_path / "rein.pdf")
    result = cli("compare", target, target)
    assert result.code == 3
    assert "„rein.sources.json“ gehört nicht zu „rein.docx“" in result.err
    assert "Fortführung der Fallbegleitung" in result.err


def test_values_in_notes_to_the_author_need_not_stand_in_the_final_copy(cli, tmp_path):
    folder = own_templates(tmp_path, "# {{ betreff }}\n\n> Bitte an {{ bearbeiter }} zurück.\n\n{{ sachverhalt }}\n")
    target = tmp_path / "rein.docx"
    kimdocs.draft("beschlussvorlage", data(), records=sources(), templates=folder, final=True).save(target)
    assert cli("compare", target, target).code == 0


def test_only_what_was_computed_from_a_typed_figure_contradicts_it_when_it_changes(cli, tmp_path):
    years = [{"jahr": "2026", "ertraege": "100 €", "aufwendungen": "2.500 €"}]
    before, after = tmp_path / "entwurf.docx", tmp_path / "bearbeitet.docx"
    draft = {"bearbeiter": "Frau Rehberg", "finanzen": {"jahre": years}}
    kimdocs.draft("beschlussvorlage", draft).save(before)
    for old, new, about in (("Rehberg", "Otto", []), (f"100{GAP}€", f"200{GAP}€", ["Summe der Erträge"])):
        with zipfile.ZipFile(before) as package, zipfile.ZipFile(after, "w") as edited:
            for name in package.namelist():
                content = package.read(name).decode("utf-8", "surrogateescape")
                content = content.replace(old, new, 1) if name == "word/document.xml" else content
                edited.writestr(name, content.encode("utf-8", "surrogateescape"))
        found = json.loads(cli("compare", before, after, "--format", "json").out)
        named = [sentence.partition("“")[0].strip("„") for sentence in found["contradictions"]]
        assert named == about
