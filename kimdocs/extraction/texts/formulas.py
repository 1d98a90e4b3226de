"""The formulas around a resolution's text, each by its name."""

from __future__ import annotations

import re
from functools import cache

from kimdocs.lexicon import load


@cache
def formula(name: str) -> re.Pattern[str]:
    """The pattern of the entry ``name`` of the table ``formulas``."""
    return next(re.compile(entry.pattern) for entry in load("formulas") if entry.id == name and entry.pattern)


@cache
def pieces(name: str) -> tuple[str, ...]:
    """The strings one of which every match of the formula ``name`` holds."""
    return next(tuple(entry.attributes["pieces"]) for entry in load("formulas") if entry.id == name)
