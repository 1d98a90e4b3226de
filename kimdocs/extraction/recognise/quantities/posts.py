"""Which words mean posts, and where they stand."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from kimdocs.extraction.anchors import places
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.load import load

GLUED = lazy(r"(\d{1,3}(?:,\d{1,2})?|[½¼¾])[-\s]*", re.ASCII)
# how much of a whole post one is: "eine |50 %-|Stelle"
_PERCENT = lazy(
    r"(?:^|(?P<before>[\w,.½¼¾]+)\s+|(?<=[\s(]))(?P<percent>\d{1,2}(?:,\d{1,2})?)\s?(?:%|v\. ?h\.)[- ]?$", re.ASCII
)
_SHORTEST = 6
_PARTS = {"viertelstelle": Decimal("0.25"), "dreiviertelstelle": Decimal("0.75")}


@cache
def _table(entry_id: str, key: str) -> frozenset[str]:
    for entry in load("staffing"):
        if entry.id == entry_id:
            return frozenset(entry.phrases if key == "phrases" else entry.attributes.get(key, ()))
    return frozenset()


def words_of(entry_id: str) -> frozenset[str]:
    """The phrases of an entry of the table ``staffing``."""
    return _table(entry_id, "phrases")


def anchors() -> tuple[str, ...]:
    """Strings one of which every word for posts contains."""
    return tuple(sorted(_table("full_time", "anchors") | _table("post", "anchors")))


def is_named_post(word: str) -> bool:
    """Whether a word can mean nothing but a post even in the singular with "eine" ("planstelle")."""
    return word in _table("post", "named") or word in _PARTS


def is_full_time(word: str) -> bool:
    """Whether a folded word means full-time equivalents ("vzä", "vollzeitstellen")."""
    return word in _table("full_time", "phrases")


def is_post(word: str) -> bool:
    """Whether a folded word means posts: "stellen", "planstelle", "koordinatoren-stellen", not "haltestelle"."""
    if is_full_time(word) or word in _table("post", "phrases"):
        return True
    endings, no_post = _table("post", "endings"), _table("no_post", "phrases")
    tails = [word[cut:] for cut in range(len(word) - _SHORTEST + 1)]
    return not no_post.intersection(tails) and any(tail in endings for tail in tails)


def part_of(post: str) -> Decimal:
    """What one of the posts is of a whole one, where its word says so: "Dreiviertelstelle"."""
    return next((part for word, part in _PARTS.items() if post.startswith(word)), Decimal(1))


def percentage(folded: str, low: int, start: int) -> tuple[int, Decimal] | None:
    """Where the percentage of one post starts right before its word, and what it is of a whole one."""
    sign = folded[max(low, start - 2) : start]
    hit = _PERCENT.search(folded, low, start) if "%" in sign or "." in sign else None
    if hit is None or (hit["before"] and not hit["before"].startswith(("ein", "die", "der", "jede"))):
        return None
    return hit.start("percent"), Decimal(hit["percent"].replace(",", ".")) / 100


def post_words(text: str, folded: str) -> list[tuple[int, int]]:
    """Start and end of every noun that means posts ("drei Anträge stellen" has none)."""
    spans: dict[int, int] = {}
    for anchor in anchors():
        done = 0
        for at in places(folded, anchor):
            if at < done:
                continue
            start, end = _word_around(folded, at, at + len(anchor))
            glued = GLUED.match(folded, start, end)
            begin = glued.end() if glued else start
            if start not in spans and text[begin].isupper() and is_post(folded[begin:end]):
                spans[start] = end
            done = end
    return sorted(spans.items())


def _word_around(folded: str, start: int, end: int) -> tuple[int, int]:
    lead = folded[max(0, start - 40) : start]
    tail = folded[end : end + 40]
    cut = next((i for i, char in enumerate(reversed(lead)) if not (char.isalnum() or char in "-,:*")), len(lead))
    stop = next((i for i, char in enumerate(tail) if not (char.isalnum() or char == "-")), len(tail))
    begin = start - cut
    while folded[begin] in "-,:*":
        begin += 1
    return begin, end + stop
