"""Words as they were spelled before 1996: the tables and patterns name "Beschluss", minutes of then say "Beschluß"."""

from __future__ import annotations

import re

# a double s stood where a vowel follows within the word: "Ausschusses", yet "Beschlußempfehlung", "gefaßt"
_SHARP = re.compile(
    r"ss(?=\W|$|t(?:e[nstr]?)?\b)|(?<=schlu)ss(?=empf|antr|entw|ausf|organ|über|akte)"
    r"|(?:(?<=schu)|(?<=schlu))ss(?![aeiouyäöüs])"
)
_IN_PATTERN = re.compile(r"\(\?<[=!](?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|(schlu|schu)ss(?!e[ns]?\b)")


def as_before(phrase: str) -> str:
    """The phrase as it was spelled before 1996; the same where nothing differs."""
    return _SHARP.sub("ß", phrase) if "ss" in phrase else phrase


def reading_both(pattern: str) -> str:
    """The source of a pattern that reads "Beschluß" and "Ausschuß" too, outside of what it looks back at."""
    return _IN_PATTERN.sub(_both, pattern) if "uss" in pattern else pattern


def _both(found: re.Match[str]) -> str:
    return f"{found[1]}(?:ss|ß)" if found[1] else found[0]
