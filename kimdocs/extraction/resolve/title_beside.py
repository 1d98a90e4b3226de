"""Lines below a title that say something else of the paper: another's number, its kind, a form's next question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_NUMBERED = (
    r"(?:vorlagen?|drucksachen?|drucks\.|drs\.?|ds|antrag|anfrage|beschluss|[a-zäöü]{3,20}(?:vorlage|drucksache))"
)
_BESIDE = re.compile(
    r"zu(?:r|m)? (?:vorlage|drucksache|ds) [^\n]{0,6}\d|- ?(?:[a-zäöü]*beschluss|beratung(?: und beschlussfassung)?) -$"
    rf"|\((?:(?:vgl\.|s\.|siehe) )?(?:auch )?{_NUMBERED}(?:[ .-]{{0,2}}nr\.?)?:? ?\S*\d[^()]*\)$"
    rf"|{_NUMBERED}(?:[ .-]{{0,2}}nr\.?)?:? (?=\S*\d)\S+$"
    r"|\d{1,2}\.\s{1,3}[^\W\d][^:\n]{2,50}:(?:\s|$)|[^?\n]{3,40}\? ?(?:ja|nein)\b"
    r"|(?:az|aktenzeichen|gz|geschäftszeichen|tel|telefon)\.?:? ?[\w./-]*\d[\w./-]*$"
    r"|\d{1,2}\.\d{1,2}\.\d{4}\b(?! ?(?:bis|und|-|–))"
)


def is_beside_title(context: Context, start: int, end: int) -> bool:
    """Whether a line below a title is none of it: "(Drucksache 12/2031)", "Beschlussvorlage", "8. Kosten: keine"."""
    folded = context.folded[start:end].strip()
    if _BESIDE.match(folded):
        return True
    words = folded.strip(" :*#")
    return matcher("paper_types").fullmatch(words) is not None or matcher("kinds").fullmatch(words) is not None
