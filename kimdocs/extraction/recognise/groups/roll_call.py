"""Roll calls: a list of names, each with its vote, or the names of each side."""

from __future__ import annotations

import re

from kimdocs.extraction.recognise.groups.names import begins_with_group, is_known
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

_LISTING = lazy(r",|\sund\s")
_SIDE = r"(ja|nein|enthaltung|enthalten|enth\.?)"
_ENTRY = lazy(
    r"(?:^|(?<=[\t|;])|(?<=  ))[^\S\n]{0,20}([A-ZÄÖÜ][^\n\t|;:\d]{2,50}?)"
    r"(?:[^\S\n]{0,20}[:\t|–-][^\S\n]{0,20}|[^\S\n]{2,40}|[^\S\n]\()"
    rf"(?i:{_SIDE})\)?(?=[^\S\n]*(?:$|[\n\t|;,]|[^\S\n]{{2}}))",
    re.MULTILINE,
)
_LISTED = lazy(
    rf"^[^\S\n]{{0,20}}(?i:(?:mit[^\S\n]+)?\"?{_SIDE}(?:-?stimmen?)?\"?(?:[^\S\n]+(?:stimm|haben)\w*)?)[^\S\n]*:[^\S\n]*([^\n\d:]+)$",
    re.MULTILINE,
)
_SUM = lazy(
    r"^[^\S\n]{0,20}(?:(?:es|mit|stimmen|stimmten)[^\S\n]+){0,3}\"?(ja|nein|enthaltung|enthalten|enthält|enthielten)(?:en|-stimmen)?\"?"
    r"(?:[^\S\n]+(?:sich|stimm\w+))?[^\S\n]*\((\d{1,3})\)[^\S\n]*:",
    re.MULTILINE,
)
_SUM_BEHIND = lazy(
    r"^[^\S\n]{0,20}(?:(?:es|mit|der|stimme|stimmen|stimmten|haben)[^\S\n]+){0,3}"
    r"\"?(ja|nein|enthaltung|enthalten|enthält|enthielten|enthielt)(?:en|-stimmen)?\"?"
    r"(?:[^\S\n]+(?:sich|(?:ge)?stimm\w+|haben|der[^\S\n]+stimme)){0,3}[^\S\n]*:\s*(?P<names>[^:()\d]{3,1200}?)\s*\((\d{1,3})\)[^\S\n]*$",
    re.MULTILINE,
)
_SIDES = {"j": "yes", "n": "no", "e": "abstain"}
_FEWEST = 4


def count_roll_call(text: str, start: int, end: int) -> dict[str, int] | None:
    """Votes for each side in a list of names within ``text[start:end]``; None where there is none that can be counted.

    Every side is counted, with 0 where nobody took it. A name that stands twice, a group among the names, or a list
    whose commas may part a surname from its first name, cannot be counted.
    """
    names = [(hit[1].strip(), hit[2]) for hit in _ENTRY.finditer(text, start, end)]
    if not names:
        names = [(name, hit[1]) for hit in _LISTED.finditer(text, start, end) for name in _names(hit[2])]
    distinct = {name for name, _ in names}
    if len(names) < _FEWEST or len(distinct) < len(names) or any(not _is_person(name) for name in distinct):
        return None
    counts = dict.fromkeys(_SIDES.values(), 0)
    for _, side in names:
        counts[_SIDES[side[0].lower()]] += 1
    return counts


def stated_sums(folded: str, start: int, end: int) -> tuple[dict[str, int], int, int] | None:
    """The sums in brackets before the names of each side or behind them, and where: "stimmen mit Ja (19): …".

    A sum behind more or fewer names than it says is none of them all.
    """
    hits = list(_SUM.finditer(folded, start, end))
    if not hits:
        hits = list(_SUM_BEHIND.finditer(folded, start, end))
        if any(len(_LISTING.split(hit["names"])) != int(hit[3]) for hit in hits):
            return None
    sides = [_SIDES[hit[1][0]] for hit in hits]
    if not {"yes", "no"} <= set(sides) or len(set(sides)) < len(sides):
        return None
    counts = {side: int(hit[hit.lastindex or 0]) for side, hit in zip(sides, hits, strict=True)}
    return counts, hits[0].start(), hits[-1].end()


def _names(listed: str) -> list[str]:
    """The names of a list; an empty name stands for entries that cannot be told apart."""
    if ";" in listed:
        return [part.strip() for part in listed.split(";") if part.strip()]
    parts = [part.strip(" .") for part in _LISTING.split(listed) if part.strip(" .")]
    return parts if all(" " in part for part in parts) else [""]


def _is_person(name: str) -> bool:
    if not name or matcher("votes").first(fold(name)):
        return False
    title = matcher("voters").match(fold(name), 0)
    return bool(title and title.entry.value == "person") or not (begins_with_group(name) or is_known(name))
