"""Words of a page's characters: the short way for plain text finds what the long way finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.read.pdf.words import _odd_words, _plain_words

PIECES = st.lists(st.sampled_from(["Rat", "ä", "-", "Bau-", " ", "  ", "\r\n", "\r\n\r\n", "€", "日本"]), max_size=30)


@given(PIECES.map("".join))
def test_short_and_long_way_agree(text):
    plain = text.replace("\r\n", "  ")
    assert plain.isprintable()
    words, ends, starts = _plain_words(plain, text)
    assert (words, ends, starts) == _odd_words(text)
    assert [text[a : b + 1] for a, b in zip(ends[0::2], ends[1::2], strict=True)] == words == text.split()


def test_long_way_sees_what_pdfium_marks():
    words, _, starts = _odd_words("Bau\ufffe ab Haus\u00adtür\r\n\uf0b7\xa0Ja \ufffe")
    assert words == ["Bau-", "ab", "Haustür", "•", "Ja", "-"]
    assert starts == [0, 1, 3]
