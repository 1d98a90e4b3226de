"""Counts that are added up: "Ja 9 (CDU) + 7 (SPD) = 16" counts 16."""

from __future__ import annotations

import re
from functools import cache

from kimdocs.extraction.recognise.tallies.tokens import name_pattern
from kimdocs.lexicon.fold import places

_PART = r"\d{1,3}(?: ?\([^()\n=]{1,40}\)| [^\W\d_]{2,20}\.?)?"


def with_sums(folded: str) -> str:
    """The folded text with the parts of a sum beside the name of a side blanked; every character keeps its place."""
    pieces: list[str] = []
    done = 0
    for place in places(folded, "="):
        if place < done:
            continue
        start, end = max(done, folded.rfind("\n", 0, place) + 1), folded.find("\n", place)
        end = len(folded) if end < 0 else end
        pieces += [folded[done:start], _sum().sub(_without_parts, folded[start:end])]
        done = end
    joined = "".join([*pieces, folded[done:]]) if pieces else folded
    return folded if joined == folded else joined


@cache
def _sum() -> re.Pattern[str]:
    name = name_pattern().pattern
    parts = rf"[ .]{{0,3}}:?\s{{0,9}}{_PART}(?: ?\+ ?{_PART}){{0,9}} ?= ?"
    return re.compile(rf"{name}(?P<parts>{parts})(?P<sum>\d{{1,3}})(?!\d)")


def _without_parts(hit: re.Match[str]) -> str:
    total = str(int(hit["sum"])).rjust(len(hit["sum"]))
    label = hit.start("parts") - hit.start()
    return hit[0][:label] + ":".ljust(len(hit["parts"])) + total
