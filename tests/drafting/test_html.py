"""The HTML page: one file, accessible, with its sources as notes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

import kimdocs
from kimdocs.drafting.catalogue import builtin_root, kinds

VOID = {"meta", "br"}


class Balanced(HTMLParser):
    """Checks that tags nest; collects tags with attributes."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags = [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module", params=kinds())
def page(request):
    return kimdocs.draft(request.param, builtin_root() / request.param / "example.yaml").html()


def test_language_title_and_one_first_heading(page):
    tags = Balanced(page).tags
    assert ("html", {"lang": "de"}) in tags
    assert re.search(r"<title>\S", page)
    assert [tag for tag, _ in tags].count("h1") == 1


def test_header_cells_have_their_scope(page):
    assert all(attrs.get("scope") == "col" for tag, attrs in Balanced(page).tags if tag == "th")


def test_nothing_is_loaded_from_elsewhere(page):
    assert not [
        tag for tag, attrs in Balanced(page).tags if tag in {"script", "link", "img", "iframe"} or "src" in attrs
    ]
    assert "http" not in page.replace("http-equiv", "")


def test_every_note_is_cited_and_found():
    page = kimdocs.draft("beschlussvorlage", builtin_root() / "beschlussvorlage" / "example.yaml").html()
    cited = set(re.findall(r'href="#(quelle-\d+)"', page))
    assert cited
    assert cited == set(re.findall(r'id="(quelle-\d+)"', page))
    anchors = re.findall(r'id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
