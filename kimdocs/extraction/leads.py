"""Sentences of a report that lead in the text of a resolution: "beschließt der Rat einstimmig wie folgt:"."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

from kimdocs.extraction.formulas import formula
from kimdocs.extraction.text_end import text_end
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_LEADS = (
    ("proposal", "proposed_resolution"),
    ("proposal_asked", "proposed_resolution"),
    ("proposal_put", "proposed_resolution"),
    ("lead", "resolution"),
    ("lead_following", "resolution"),
    ("lead_body", "resolution"),
)
_PIECES = {
    "lead_body": ("stimm", "mehrheit", "enthalt", "folg", "stehend", "abänder", "entscheidet", "ergeh", "ergib"),
    "proposal_asked": (
        "gebeten:",
        "gebeten :",
        "ersucht",
        "beschlossen",
        "zu beschließen",
        "folgend",
        "beantrag",
        "stelle",
    ),
}
_INLINE = (("lead", "resolution"),)
_IN_LEADS = (
    "beschl",
    "folg",
    "empf",
    "abgestimmt",
    "stimm",
    "lautet",
    "mehrheit",
    "beantrag",
    "gebeten",
    "entscheid",
    "stelle",
)
_REACH = 260
_HEAD = 4000
_FIRST_PERSON = lazy(r"\b(?:ich|wir)\b")
_OPENING = 400
_ACTS = ("instructs", "resolves", "in_form", "resolution_like")
_POINT = lazy(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\s?[.)]|[-–•*·]|(?:erst|zwei|dritt|viert)ens\b")
_COLON = lazy(r":(?=\s)")
_FOLLOWS = lazy(r"folgt\.(?=\s)")


def led_in_between(context: Context, start: int, end: int, *, inline: bool = False) -> list[tuple[int, str]]:
    """Resolutions that a sentence of the report leads in: "beschließt der Rat einstimmig wie folgt:".

    Those that begin on the line of that sentence (``inline``) end with its paragraph.
    """
    cuts: list[tuple[int, str]] = []
    position = start
    while found := _next_lead(context, position, end, inline=inline):
        lead, key = found
        text_start = lead + len(context.text[lead:end]) - len(context.text[lead:end].lstrip())
        if text_start >= end:
            break
        stop = text_end(context, text_start, end)
        if inline or (key == "proposed_resolution" and _is_letter(context, lead)):
            stop = _paragraphs_end(context, text_start, stop, one=inline)
        if stop <= text_start:
            break
        cuts.append((text_start, key))
        if context.text[stop:end].strip():
            cuts.append((stop, "after_resolution"))
        position = stop
    return cuts


def _is_letter(context: Context, lead: int) -> bool:
    """Whether the document greets its reader or its writer says "I": what follows the text there are the reasons."""
    if context.folded.find("sehr geehrte", 0, _HEAD) >= 0:
        return True
    return _FIRST_PERSON.search(context.folded, context.lines[context.line_at(lead - 1)].start, lead) is not None


def _paragraphs_end(context: Context, start: int, stop: int, *, one: bool) -> int:
    """Where the first paragraph ends, or without ``one`` the last of those that say what is to be done, or count on."""
    found = None
    for begin, end in paragraphs(context, start, stop):
        words = context.folded[begin : min(end, begin + _OPENING)]
        told = _POINT.match(words) is not None or any(formula(name).match(words) for name in _ACTS)
        if found is not None and not told and context.text[found - 1] != ":":
            break
        found = end
        if one:
            break
    return found or stop


def _next_lead(context: Context, start: int, end: int, *, inline: bool) -> tuple[int, str] | None:
    """End of the next leading sentence, and the key of the text behind it, on the next line or on its own."""
    if inline and context.folded.find(_IN_LEADS[0], start, end) < 0:
        return None
    for hit in _lead_ends(context.folded, start, end):
        line = context.lines[context.line_at(hit.start())]
        goes_on = hit.end() < line.end and context.text[hit.end() + 1 : hit.end() + 3].istitle()
        fits = goes_on if inline else line.end == hit.end()
        if line.start < start or not fits:
            continue
        begin = max(start, hit.end() - _REACH if inline else line.start - 240)
        words = context.folded[begin : hit.end()] + "\n"
        if not any(piece in words for piece in _IN_LEADS):
            continue
        for name, key in _INLINE if inline else _LEADS:
            if _leads(name, words):
                return hit.end(), key
    return None


def _leads(name: str, words: str) -> bool:
    """Whether a formula ends where the words end; some are sought but where one of their pieces stands."""
    held = _PIECES.get(name)
    if held:
        words = words[words.rfind("\n\n", 0, -2) + 1 :]
        if not any(piece in words for piece in held):
            return False
    return any(found.end() >= len(words) - 1 for found in formula(name).finditer(words))


def _lead_ends(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What may end a leading sentence, in order; patterns that begin with plain characters, which are found fast."""
    colons = _COLON.finditer(folded, start, end)
    if folded.find("folgt.", start, end) < 0:
        return colons
    return merge(colons, _FOLLOWS.finditer(folded, start, end), key=lambda hit: hit.end())


def paragraphs(context: Context, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of lines without a blank line between them."""
    begin = stop = -1
    for index in range(context.line_at(start), len(context.lines)):
        line = context.lines[index]
        if line.start >= end:
            break
        if line.start == line.end:
            if begin >= 0:
                yield begin, stop
            begin = -1
            continue
        begin, stop = (max(line.start, start) if begin < 0 else begin), min(line.end, end)
    if begin >= 0:
        yield begin, stop
