"""Amounts and numbers in words against the same in digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import table
from kimdocs.drafting.check.finding import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper

_DIGITS = r"(?P<digits>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<cents>\d{2}|-{1,2}|–))?"
_SIGN = r"(?:\s*(?:€|EUR\b|Euro\b))?"
_LETTERS = r"[A-Za-zÄÖÜäöüß]"
_PAIRS = (
    re.compile(
        rf"(?<![\d.,/]){_DIGITS}{_SIGN}\s*[(–,-]?\s*(?:in\s+Worten|i\.\s?W\.):?\s*"
        rf"(?P<words>{_LETTERS}[A-Za-zÄÖÜäöüß \u00ad-]{{0,120}}?)\s*(?:(?:Euro|EUR|€)\s*\)?|\)|[.,;]|$)",
        re.MULTILINE,
    ),
    re.compile(rf"(?<![\d.,/§]){_DIGITS}{_SIGN}\s*\((?P<words>{_LETTERS}{{3,60}})(?:\s+(?:Euro|EUR))?\)"),
    re.compile(rf"\b(?P<words>{_LETTERS}{{3,60}})(?:\s+Euro)?\s*\({_DIGITS}{_SIGN}\)"),
)


def words_against_digits(paper: Paper) -> Iterator[Found]:
    """Pairs like "5.000 € (in Worten: fünftausend Euro)" and "drei (3)" where both are numbers and differ."""
    seen: set[int] = set()
    for expression in _PAIRS:
        for hit in expression.finditer(paper.text):
            said = number_of(hit["words"])
            digits = int(hit["digits"].replace(".", ""))
            if said is None or said == digits or hit.start("words") in seen:
                continue
            seen.add(hit.start("words"))
            yield Found(
                "words-against-digits",
                (paper.evidence(hit.start(), hit.end()),),
                {"digits": hit["digits"], "words": " ".join(hit["words"].split())},
            )


def number_of(words: str) -> int | None:
    """Number of a German number word ("dreizehntausendfünfhundert"); None for any other word."""
    plain = re.sub(r"[\s\u00ad-]", "", words).lower()
    return _value(plain) if plain else None


def _value(word: str) -> int | None:
    """Value of a number word without blanks; the largest scale parts it, what stands before it multiplies."""
    data = table("numerals")
    if word in data["small"]:
        return int(data["small"][word])
    for scale, factor in data["scale"].items():
        before, found, after = word.partition(scale)
        if found:
            times = _value(before) if before else 1
            rest = _value(after.removeprefix("und")) if after else 0
            fits = times is not None and rest is not None and times > 0 and rest < factor
            return times * factor + rest if fits and times is not None and rest is not None else None
    for tens, value in data["tens"].items():
        if word.endswith(tens):
            ones = word.removesuffix(tens)
            single = _value(ones.removesuffix("und")) if ones.endswith("und") else None
            return int(value) + single if single is not None and 0 < single < 10 else int(value) if not ones else None
    return None
