"""Agenda items that minutes count on through the year: "§ 12" or "Nr. 12", and the title behind or below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.agenda.numbers import ABBREVIATED, candidate_at
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.agenda.numbers import Candidate
    from kimdocs.extraction.context import Line

_SECTION = lazy(
    r"(?:§|nr\.)\s?(?P<number>\d{1,4})(?:\s?/\s?(?:\d{4}|\d{2}))?\s*[.:]?(?:\s+\(?(?:nicht)?öffentlich\)?)?"
    r"(?:\s+(?:-\s+)?(?P<title>\S.*))?$"
)
_LAW = lazy(r"(?:abs\.|absatz|satz|nr\.|ff\b|f\.|\w*(?:ordnung|gesetz|verfassung)\b|[a-z]+gb\b|\w*go\b|gemo\b)")
_OF_STATUTE = ("inkrafttreten", "in-kraft-treten", "in kraft treten", "geltungsbereich", "anwendungsbereich")
_SIGNS = {"§": 2, "nr.": 3}
_EXCERPT = ("auszug", "verhandlungen")
_HEAD = 600


def section_items(text: str, folded: str, lines: tuple[Line, ...], closing: int) -> list[Candidate]:
    """Items under a sign and a number that counts up by one, as the minutes of a whole year do.

    One is enough for an excerpt, and three of "Nr." are needed, which stands before many things. The sections of a
    statute that minutes give in full are none.
    """
    for sign, fewest in _SIGNS.items():
        kept = _counted(text, folded, lines, closing, sign) if sign in folded else []
        if any(folded.startswith(_OF_STATUTE, item.title_start) for item in kept if item.title_start >= 0):
            continue
        alone = sign == "§" and bool(kept) and kept[0].title_start >= lines[kept[0].line].end
        enough = 1 if alone and any(word in folded[:_HEAD] for word in _EXCERPT) else fewest
        if len(kept) >= enough:
            return kept
    return []


def _counted(text: str, folded: str, lines: tuple[Line, ...], closing: int, sign: str) -> list[Candidate]:
    """Lines that open with the sign and the next number; "Nr." only where nothing stands right above."""
    kept: list[Candidate] = []
    last = None
    for index, line in enumerate(lines):
        if line.start >= closing or not folded.startswith(sign, line.start):
            continue
        hit = _SECTION.match(folded, line.start, line.end)
        title_at = hit.start("title") if hit and hit["title"] else -1
        if hit is None or not _may_be_title(text, folded, title_at, line.end):
            continue
        if sign != "§" and index and lines[index - 1].end > lines[index - 1].start:
            continue
        number = int(hit["number"])
        if last is None or number == last + 1:
            kept.append(candidate_at(folded, lines, index, hit["number"], title_at))
            last = number
    return kept


def _may_be_title(text: str, folded: str, title_at: int, end: int) -> bool:
    """Whether nothing, or the words of a title, stand behind the number: no law and no sentence."""
    if title_at < 0:
        return True
    ends = text[end - 1] not in ".,;" or ABBREVIATED.search(text, title_at, end) is not None
    return ends and (text[title_at].isupper() or text[title_at] in '"„(') and _LAW.match(folded, title_at, end) is None
