"""``kimdocs extract -o x.html``: every fact beside its place, in a page that runs nothing and loads nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kimdocs
from kimdocs.cli.page.marks import Mark, marked
from kimdocs.cli.page.page import page, sheet

MINUTES = """Gemeinde Wiesenfeld
Niederschrift über die Sitzung des Rates am 12.10.2022

TOP 4: Zuschuss für die Bücherei (Vorlage 81/2022)
Beschluss:
Der Rat beschließt, der Bücherei einen Zuschuss von bis zu 5.000 € pro Jahr und eine halbe Stelle zu gewähren.
Abstimmungsergebnis: Ja: 12, Nein: 3, Enthaltungen: 1
"""


class Reader(HTMLParser):
    """Reads a page: its ids, its links and the text inside each element with an id; complains where tags cross."""

    EMPTY = ("meta",)

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.text: dict[str, str] = {}
        self._open: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append(tag)
        if "id" in values:
            self.ids.append(values["id"])
        if "href" in values:
            self.links.append(values["href"])
        if tag not in self.EMPTY:
            self._open.append((tag, values.get("id")))

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        if not any(tag == "a" for tag, _ in self._open):
            for _, name in self._open:
                if name:
                    self.text[name] = self.text.get(name, "") + data


def page_of(text: str, name: str = "niederschrift.txt") -> str:
    source = kimdocs.read(text.encode(), name=name)
    return page([sheet(1, source, kimdocs.extract(source))])


def test_every_fact_leads_to_its_words_and_back(cli, tmp_path):
    (tmp_path / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    target = tmp_path / "fundstellen.html"
    result = cli("extract", tmp_path / "niederschrift.txt", "-o", target)
    assert (result.code, result.out, result.err) == (0, "", "")
    read = Reader(target.read_text(encoding="utf-8"))
    assert len(read.ids) == len(set(read.ids))
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    assert read.text["d1-B1-1"] == "Abstimmungsergebnis: Ja: 12, Nein: 3, Enthaltungen: 1"
    assert "beschlossen, 12 Ja, 3 Nein, 1 Enthaltung" in read.text["d1-B1"]
    assert read.text["d1-E1-1"] == "5.000 €"
    assert "bis zu 5.000\u00a0€ je Jahr" in read.text["d1-E1"]
    assert read.text["d1-S1-1"] == "eine halbe Stelle"
    assert "#d1-T1" in read.links


def test_several_documents_are_listed_and_a_bad_one_is_told(cli, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(MINUTES, encoding="utf-8")
    result = cli("extract", "--format", "html", tmp_path / "a.txt", tmp_path / "fehlt.txt", tmp_path / "b.txt")
    assert result.code == 3
    assert "fehlt.txt" in result.err
    read = Reader(result.out)
    assert {"#d1", "#d2", "#d2-B1-1"} <= set(read.links)
    assert len(read.ids) == len(set(read.ids))


def test_a_page_that_stands_is_kept_where_nothing_was_read(cli, tmp_path):
    target = tmp_path / "fundstellen.html"
    target.write_text("von gestern", encoding="utf-8")
    assert cli("extract", tmp_path / "fehlt.txt", "-o", target, "--force").code == 3
    assert target.read_text(encoding="utf-8") == "von gestern"


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</pre></mark>"])
def test_nothing_of_a_document_is_run(hostile):
    html = page_of(f"TOP 4: {hostile}\n\n{MINUTES}{hostile}", name=f"{hostile.replace('/', '')}.txt")
    read = Reader(html)
    assert not {"script", "img"} & set(read.tags)
    assert "default-src 'none'" in html


def test_signs_that_no_page_can_show_are_left_out():
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", page_of("Rat\x07\u202e\n" + MINUTES))


@st.composite
def texts_with_marks(draw):
    text = draw(st.text(st.sampled_from('aä<&" \n\t'), max_size=40))
    spots = st.integers(0, len(text))
    places = draw(st.lists(st.tuples(spots, spots).map(sorted), max_size=8))
    pages = sorted({0, *draw(st.lists(spots, max_size=3))})
    marks = [Mark(start, end, f"m{n}", "x", f"L{n}", f"f{n}", "") for n, (start, end) in enumerate(places)]
    return text, marks, pages


def without_gaps(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@given(texts_with_marks())
def test_marks_may_overlap_in_any_way(case):
    text, marks, pages = case
    html = marked(text, marks, pages, "p")
    read = Reader(f'<pre id="all">{html}</pre>')
    shown = re.sub(r'<span class="seite"[^>]*>[^<]*</span>', "", html)
    whole = Reader(f'<pre id="all">{shown}</pre>').text.get("all", "")
    assert without_gaps(whole) == without_gaps(text)
    wanted = [mark for mark in marks if mark.end > mark.start]
    assert {mark.id for mark in wanted} <= set(read.ids)
    assert sorted(read.links) == sorted(f"#{mark.fact}" for mark in wanted)
    for mark in wanted:
        part = Reader(f'<pre id="all">{shown}</pre>').text[mark.id]
        assert without_gaps(text[mark.start : mark.end]).startswith(without_gaps(part).rstrip() or " ")


def test_the_archive_shows_the_page_of_a_document(cli, tmp_path):
    (tmp_path / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    archive = ("--archive", tmp_path / "archiv.sqlite")
    assert cli("archive", "add", tmp_path / "niederschrift.txt", *archive).code == 0
    target = tmp_path / "seite.html"
    assert cli("archive", "show", 1, "-o", target, *archive).code == 0
    assert Reader(target.read_text(encoding="utf-8")).text["d1-E1-1"] == "5.000 €"
    assert cli("archive", "show", 1, "-o", target, *archive).code == 0
    assert cli("archive", "show", 1, "--format", "html", *archive).out == target.read_text(encoding="utf-8")
    target.write_text("von Hand", encoding="utf-8")
    again = cli("archive", "show", 1, "-o", target, *archive)
    assert (again.code, "gibt es schon" in again.err) == (2, True)
    assert cli("archive", "show", 1, "-o", tmp_path / "seite.pdf", *archive).code == 2


def test_each_table_is_a_click_away_from_the_top(cli, tmp_path):
    read = Reader(page_of(MINUTES))
    for name in ("dokument", "beschluesse", "beschlusstexte", "betraege", "stellen"):
        assert f"#d1-{name}" in read.links
        assert f"d1-{name}" in read.ids
    assert "<nav" not in page_of("Sommerfest\n")
