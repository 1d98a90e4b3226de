"""Where the report on a meeting ends and signatures, approval notes and appendices begin."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Line

_CLOSING = lazy(
    r"(?:(?:ende|schluss) der (?:öffentlichen )?sitzung|genehmigungsvermerk|ende:?\s+\d{1,2}[:.]\d{2}\s+uhr)\b"
)
_OPENERS = ("ende", "gene", "sitz", "schl")


def closing_offset(folded: str, lines: tuple[Line, ...]) -> int:
    """Offset of the first closing line in the second half of the text; the text's length where there is none.

    A closing line in the head of minutes ("Ende der Sitzung: 19:30 Uhr") closes nothing.
    """
    half = len(folded) // 2
    for line in lines[bisect_right(lines, (half, len(folded))) :]:
        if folded.startswith(_OPENERS, line.start) and _CLOSING.match(folded, line.start):
            return line.start
    return len(folded)
