"""Words by pdfplumber, about twenty times as slow, for pages where pdfium cannot tell where its characters stand."""

from __future__ import annotations

import io
from typing import Any

from kimdocs.extraction.read.pdf.words import Words, words_of


class Plumber:
    """Opens the file a second time, but only if it is asked for a page."""

    def __init__(self, data: bytes) -> None:
        """Keep the bytes of the file."""
        self._data = data
        self._document: Any = None

    def words(self, number: int) -> Words:
        """Words of a page (from 1), from the top left; none where pdfplumber cannot read it either."""
        import pdfplumber
        from pdfminer.pdfexceptions import PDFException
        from pdfplumber.utils.exceptions import PdfminerException

        try:
            if self._document is None:
                self._document = pdfplumber.open(io.BytesIO(self._data))
            page = self._document.pages[number - 1]
            found = page.extract_words(keep_blank_chars=False, use_text_flow=True)
            page.close()
        except (PdfminerException, PDFException, ValueError, KeyError, TypeError, IndexError):
            found = []
        text, x0, top, x1, bottom = ([word[key] for word in found] for key in ("text", "x0", "top", "x1", "bottom"))
        return words_of(text, (x0, top, x1, bottom), [0] if found else [])

    def close(self) -> None:
        """Close the file if it was opened."""
        if self._document is not None:
            self._document.close()
