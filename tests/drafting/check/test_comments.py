"""Findings as comments in a copy of the Word file."""

from __future__ import annotations

import re

import pytest

import kimdocs
from kimdocs.drafting.check.comments import commented
from kimdocs.drafting.check.run import check
from kimdocs.errors import InputError
from tests.drafting.check.word_files import paragraph, part, word_file

BODY = paragraph("Beschlussvorlage", style="Title") + paragraph(
    "Die Gemeinde zahlt ", "5.000 € (in Worten: sechstausend Euro)", " an den Kreis."
)


def copy_of(content):
    source = kimdocs.read(content, name="x.docx")
    findings = check(kimdocs.extract(source), source, word=content)
    return source, findings, commented(content, source, findings)


def between(document, number):
    """The words between the start and the end of a comment's range."""
    start = document.index(f'<w:commentRangeStart w:id="{number}"/>')
    end = document.index(f'<w:commentRangeEnd w:id="{number}"/>')
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", document[start:end]))


def test_a_finding_becomes_a_comment_at_its_place_and_the_text_stays():
    source, findings, copy = copy_of(word_file(BODY))
    assert [finding.code for finding in findings] == ["words-against-digits"]
    document = part(copy, "word/document.xml")
    assert between(document, 0) == findings[0].evidence[0].quote
    assert "Fehler: In Ziffern steht 5.000, in Worten „sechstausend“." in part(copy, "word/comments.xml")
    assert kimdocs.read(copy, name="x.docx").text == source.text


def test_a_place_inside_a_run_is_cut_out():
    source, findings, copy = copy_of(
        word_file(paragraph("  Die Gemeinde zahlt 5.000 € (in Worten: sechstausend Euro) an den Kreis."))
    )
    assert between(part(copy, "word/document.xml"), 0) == findings[0].evidence[0].quote
    assert kimdocs.read(copy, name="x.docx").text == source.text


def test_findings_on_the_whole_file_stand_at_the_first_words():
    _, findings, copy = copy_of(word_file("@title= <w:p/>" + paragraph("Der Rat stimmt zu.")))
    assert [finding.code for finding in findings] == ["word-title"]
    assert between(part(copy, "word/document.xml"), 0) == "Der Rat stimmt zu."


def test_earlier_comments_stay(root):
    content = kimdocs.draft("beschlussvorlage", root / "templates/beschlussvorlage/example.yaml").docx()
    source = kimdocs.read(content, name="x.docx")
    earlier = re.findall(r"<w:comment ", part(content, "word/comments.xml"))
    findings = check(kimdocs.extract(kimdocs.read(BODY_TEXT.encode(), name="x.txt")), kimdocs.read(BODY_TEXT.encode()))
    copy = commented(content, source, findings)
    numbers = re.findall(r'<w:comment [^>]*w:id="(\d+)"', part(copy, "word/comments.xml"))
    assert len(numbers) == len(set(numbers)) == len(earlier) + len(findings)
    assert earlier
    assert findings


BODY_TEXT = "Die Gemeinde zahlt 5.000 € (in Worten: sechstausend Euro)."


def test_the_same_findings_give_the_same_bytes():
    content = word_file(BODY)
    assert copy_of(content)[2] == copy_of(content)[2]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04kaputt", b"Text"])
def test_what_is_no_word_file_is_refused(content):
    source = kimdocs.read(BODY_TEXT.encode(), name="x.txt")
    record = kimdocs.extract(source)
    with pytest.raises(InputError):
        commented(content, source, ())
    with pytest.raises(InputError):
        check(record, source, word=content)
