"""A redline holds both versions: accepting all changes gives the new one, rejecting all the earlier one."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import kimdocs
from kimdocs.drafting.redline.redline import redline
from kimdocs.drafting.roundtrip.package import WORD, WordPackage
from kimdocs.drafting.roundtrip.settle import settle
from tests.drafting.papers import data, own_templates, sources

WORDS = st.lists(
    st.sampled_from(["Rat", "zahlt", "5.000", "€", "Kreis", "§ 3", "<0,6 VZÄ", "\u00a0", "—", "a&b", "und", "Süd"]),
    min_size=1, max_size=9,
).map(" ".join)  # fmt: skip
BLOCKS = st.one_of(
    WORDS,
    WORDS.map("## {}".format),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda items: "\n".join(f"1. {item}" for item in items)),
    st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3).map(
        lambda rows: "| A | B |\n|---|---|\n" + "\n".join(f"| {one} | {other} |" for one, other in rows)
    ),
    st.just("| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |"),
    WORDS.map("Das ist **{}** hier".format),
)
PAPERS = st.lists(BLOCKS, min_size=1, max_size=6)


def texts(body, keep):
    """What is left of each paragraph, told by the marks alone: an oracle that shares nothing with the program."""
    gone = {"new": ("del", "moveFrom"), "old": ("ins", "moveTo")}[keep]
    found, waiting = [], ""
    for paragraph in body.iter(f"{WORD}p"):
        row = next((item for item in paragraph.iterancestors(f"{WORD}tr")), None)
        if row is not None and any(row.find(f"{WORD}trPr/{WORD}{name}") is not None for name in gone):
            continue
        for item in paragraph.iter(f"{WORD}t", f"{WORD}delText", f"{WORD}tab", f"{WORD}br"):
            inside = {str(above.tag).removeprefix(WORD) for above in item.iterancestors()}
            if not inside & set(gone) and "pPr" not in inside:
                waiting += item.text or {f"{WORD}tab": "\t"}.get(item.tag, "\n")
        if any(paragraph.find(f"{WORD}pPr/{WORD}rPr/{WORD}{name}") is not None for name in gone):
            continue
        found.append(waiting)
        waiting = ""
    return found


def structure(body):
    """Paragraphs with style, list or not, and the words of each."""
    return [
        (
            paragraph.find(f"{WORD}pPr/{WORD}pStyle").get(f"{WORD}val"),
            paragraph.find(f"{WORD}pPr/{WORD}numPr") is not None,
            "".join(text.text or "" for text in paragraph.iter(f"{WORD}t")),
            sum(1 for _ in paragraph.iterancestors(f"{WORD}tbl")),
        )
        for paragraph in body.iter(f"{WORD}p")
    ]


def word(draft):
    return WordPackage(draft.docx(), "entwurf.docx")


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    """A function that drafts text as a paper."""
    made = {}

    def run(blocks):
        text = "\n\n".join(blocks)
        if text not in made:
            folder = own_templates(tmp_path_factory.mktemp("v"), "# {{ betreff }}\n\n" + text + "\n")
            made[text] = kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, templates=folder).docx()
        return WordPackage(made[text], "entwurf.docx")

    return run


@settings(max_examples=60)
@given(PAPERS, PAPERS, st.randoms(use_true_random=False))
def test_both_versions_come_back(drafted, one, other, chance):
    if chance.random() < 0.7:  # a later version of the same paper, mostly
        other = [other[i % len(other)] if chance.random() < 0.3 else block for i, block in enumerate(one)]
    made = redline(drafted(one), drafted(other), author="Amt 50")
    body = WordPackage(made.content, "x").body
    assert texts(body, "new") == texts(drafted(other).body, "new")
    assert texts(body, "old") == texts(drafted(one).body, "new")
    for keep, blocks in (("new", other), ("old", one)):
        settled = WordPackage(made.content, "x").body
        settle(settled, keep)
        assert structure(settled) == structure(drafted(blocks).body)
        assert not list(settled.iter(f"{WORD}ins", f"{WORD}del", f"{WORD}delText"))
    assert made.changes or texts(drafted(one).body, "new") == texts(drafted(other).body, "new")


@pytest.fixture(scope="module")
def versions():
    earlier = data()
    later = data(
        betreff="Beteiligung am Ausbau der Fallbegleitung im Kreis Lindenau",
        anlagen=["Entwurf der Vereinbarung"],
        beschlussvorschlag={"text": "Der Rat beschließt:", "punkte": ["Die Gemeinde beteiligt sich.", "Neu ist das."]},
    )
    later["finanzen"]["deckung"] = "Haushalt 2027"
    return [kimdocs.draft("beschlussvorlage", one, records=sources()) for one in (earlier, later)]


def test_only_what_changed_is_marked_with_author_and_date(versions):
    made = redline(*map(word, versions), author="Fachbereich 3")
    body = WordPackage(made.content, "x").body
    marks = list(body.iter(f"{WORD}ins", f"{WORD}del"))
    assert {mark.get(f"{WORD}author") for mark in marks} == {"Fachbereich 3"}
    assert {mark.get(f"{WORD}date") for mark in marks} == {"2026-01-12T00:00:00Z"}
    assert len({mark.get(f"{WORD}id") for mark in marks}) == len(marks)
    gone = ["".join(text.text for text in mark.iter(f"{WORD}delText")) for mark in body.iter(f"{WORD}del")]
    assert "2026" in gone
    assert not [text for text in gone if "Sachverhalt" in text or "55.000" in text]


def test_amounts_and_dates_change_as_a_whole(drafted):
    old, new = ("Ab dem 01.{}.2026 zahlt der Kreis {}.000 €, am Weg 3a.".format(*row) for row in (("07", 5), ("09", 6)))
    body = WordPackage(redline(drafted((old,)), drafted((new,)), author="R").content, "x").body
    gone = ["".join(text.text for text in mark.iter(f"{WORD}delText")) for mark in body.iter(f"{WORD}del")]
    assert gone == ["01.07.2026", "5.000"]


def test_the_same_versions_give_the_same_bytes_and_none_no_change(versions):
    one, two = (redline(*map(word, versions), author="A", date=dt.date(2026, 3, 1)) for _ in range(2))
    assert one.content == two.content
    assert redline(word(versions[0]), word(versions[0]), author="A").changes == 0


def test_sources_and_comments_of_the_new_version_stay(cli, versions, tmp_path):
    target = tmp_path / "aenderungen.docx"
    target.write_bytes(redline(*map(word, versions), author="A").content)
    result = cli("trace", target, "--format", "table")
    assert result.code == 0
    assert "55.000 € je Stelle und Jahr" in result.out
    assert "von Hand geändert" not in result.out


def test_a_point_that_went_stays_in_its_list(drafted):
    made = redline(drafted(["1. Rat\n1. Kreis\n1. Süd"]), drafted(["1. Rat\n1. Süd"]), author="A")
    body = WordPackage(made.content, "x").body
    numbers = [item.get(f"{WORD}val") for item in body.iter(f"{WORD}numId")]
    assert len(numbers) == 3
    assert len(set(numbers)) == 1


def with_body(package, change):
    """A package whose body was changed as XML."""
    text = etree.tostring(package.root).decode()
    package.root = etree.fromstring(change(text).encode())
    return package


def test_a_table_inside_a_table_comes_and_goes_whole(drafted):
    def nested(text):
        cell = re.search(r"<w:tbl>.*?</w:tbl>", text)[0]
        return text.replace("</w:tcPr><w:p>", f"</w:tcPr>{cell}<w:p>", 1)

    blocks = ["Text", "| A | B |\n|---|---|\n| Rat | Kreis |", "Ende"]
    one, other = drafted(["Text", "Ende"]), with_body(drafted(blocks), nested)
    expected = texts(other.body, "new")
    body = WordPackage(redline(one, other, author="A").content, "x").body
    assert texts(body, "new") == expected
    assert texts(body, "old") == texts(one.body, "new")


def test_pictures_of_the_earlier_version_are_missed_aloud(drafted):
    picture = "<w:r><w:drawing/></w:r>"
    one = with_body(drafted(["Text hier"]), lambda text: text.replace("<w:r>", picture + "<w:r>", 1))
    made = redline(one, drafted(["Text hier"]), author="A")
    assert made.notes == ("Bilder, Objekte oder Fußnoten der früheren Fassung fehlen in der neuen Datei: 1.",)


def test_a_list_that_went_brings_its_numbering_along(drafted):
    made = redline(drafted(["Text", "1. Rat\n1. Kreis", "Ende"]), drafted(["Text", "Ende"]), author="A")
    package = WordPackage(made.content, "x")
    (number,) = {item.get(f"{WORD}val") for item in package.body.iter(f"{WORD}numId")}
    defined = [num.get(f"{WORD}numId") for num in package.part("word/numbering.xml").iter(f"{WORD}num")]
    assert defined.count(number) == 1


def test_a_file_edited_with_tracked_changes_counts_as_accepted(versions):
    first = redline(*map(word, versions), author="A").content
    again = redline(WordPackage(first, "x"), word(versions[1]), author="B")
    assert again.changes == 0


def test_properties_stand_in_the_order_of_the_schema(versions):
    body = WordPackage(redline(*map(word, versions), author="A").content, "x").body
    for paragraph in body.iter(f"{WORD}p"):
        names = [etree.QName(item).localname for item in paragraph[0]]
        assert names == sorted(
            names, key=["pStyle", "keepNext", "numPr", "spacing", "ind", "jc", "rPr", "pPrChange"].index
        )


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice ist nicht installiert.")
def test_libreoffice_keeps_both_versions(versions, tmp_path):
    made = redline(*map(word, versions), author="A")
    (tmp_path / "a.docx").write_bytes(made.content)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path / "b"]
    subprocess.run([*call, tmp_path / "a.docx"], check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "b" / "a.docx").read_bytes()
    for keep, version in (("new", versions[1]), ("old", versions[0])):
        kept = [text for text in texts(WordPackage(saved, "x").body, keep) if text]
        assert kept == [text for text in texts(word(version).body, "new") if text]


@pytest.fixture
def files(versions, tmp_path):
    paths = tmp_path / "alt.docx", tmp_path / "neu.docx"
    for path, version in zip(paths, versions, strict=True):
        version.save(path)
    return paths


def test_the_command_writes_and_counts(cli, files, tmp_path):
    result = cli("redline", *files, "-o", tmp_path / "x.docx", "--author", "Amt 50", "--date", "2026-03-01")
    assert result.code == 0
    assert re.match(r"Geschrieben: .*x\.docx \(\d+ Änderungen\)\n", result.out)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["-o", "x.odt"], 2), ([], 2), (["-o", "x.docx", "--date", "gestern"], 2), (["-o", "fehlt/x.docx"], 8)],
)
def test_wrong_calls_are_refused_in_german(cli, files, arguments, code, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = cli("redline", *files, *arguments)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("Fehler: ")


def test_a_version_is_never_overwritten(cli, files):
    before = files[1].read_bytes()
    assert cli("redline", *files, "-o", files[1]).code == 2
    assert files[1].read_bytes() == before


def test_a_damaged_file_is_refused(cli, files, tmp_path):
    files[0].write_bytes(files[0].read_bytes()[:500])
    result = cli("redline", *files, "-o", tmp_path / "x.docx")
    assert result.code == 3
    assert "lässt sich nicht als Word-Datei lesen" in result.err


def test_the_synopsis_shows_both_texts_side_by_side(cli, files):
    result = cli("redline", *files, "--synopse")
    assert result.code == 0
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in result.out.splitlines() if line[:1] == "|"
    ]
    assert rows[0] == ["Stelle", "Bisherige Fassung", "Neue Fassung"]
    assert ["Finanzielle Auswirkungen", "Deckung: Haushalt **2026**", "Deckung: Haushalt **2027**"] in rows
    assert not [row for row in rows if "keine" in row]


@pytest.mark.parametrize("suffix", ["docx", "html", "md"])
def test_the_synopsis_is_written_in_each_format(cli, files, tmp_path, suffix):
    target = tmp_path / f"synopse.{suffix}"
    assert cli("redline", *files, "--synopse", "-o", target).code == 0
    text = kimdocs.read(target).text
    assert "Bisherige Fassung" in text
    assert "Haushalt 2027" in text.replace("**", "")
    assert "12/2026" not in text
    if suffix == "docx":
        assert cli("trace", target).code == 3


def test_a_draft_against_an_earlier_one_tracks_what_changed(cli, tmp_path):
    old, new = tmp_path / "alt.docx", tmp_path / "neu.docx"
    (tmp_path / "d.yaml").write_text("betreff: Kita am Anger\ndatum: 12.01.2026\n", encoding="utf-8")
    assert cli("draft", "beschlussvorlage", "--data", tmp_path / "d.yaml", "-o", old).code == 0
    (tmp_path / "d.yaml").write_text("betreff: Kita am Bach\ndatum: 12.01.2026\n", encoding="utf-8")
    result = cli("draft", "beschlussvorlage", "--data", tmp_path / "d.yaml", "-o", new, "--against", old)
    assert result.code == 0
    assert "Nachverfolgte Änderungen gegenüber alt.docx: 1\n" in result.out
    body = WordPackage(new.read_bytes(), "neu.docx").body
    assert ("Kita am Anger" in texts(body, "old"), "Kita am Bach" in texts(body, "new")) == (True, True)


@pytest.mark.parametrize("target", ["x.md", "alt.docx", None])
def test_a_draft_against_an_earlier_one_needs_a_word_file_of_its_own(cli, files, target, tmp_path):
    arguments = ["-o", tmp_path / target] if target else []
    assert cli("draft", "beschlussvorlage", "--against", files[0], *arguments).code == 2
