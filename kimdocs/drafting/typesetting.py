"""No-break spaces where a line break would part a number from its sign (``data/typeset.toml``)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from kimdocs.drafting.slots import NBSP


def typeset(text: str) -> str:
    """A text with no-break spaces between numbers and signs; nothing but blanks changes, and none comes or goes."""
    return _blanks().sub(NBSP, text)


@cache
def rules() -> tuple[dict[str, Any], ...]:
    """The rules: id, what stands before and after the blank, examples and counter-examples."""
    data = tomllib.loads((files("kimdocs.drafting") / "data" / "typeset.toml").read_text(encoding="utf-8"))
    return tuple(data["rule"])


@cache
def _blanks() -> re.Pattern[str]:
    """All rules as one pattern that begins with the blank, so that a text without one is passed over at once."""
    return re.compile(" (?:" + "|".join(map(_around, rules())) + ")")


def _around(rule: dict[str, Any]) -> str:
    before = "|".join(f"(?<={pattern} )" for pattern in rule["before"])
    return f"(?:{before})(?={rule['after']})"
