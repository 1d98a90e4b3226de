"""What is wrong with a data file that YAML refuses, in German, with the line and what to do there."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from kimdocs.errors import DataError

_SHOWN = 60


def wrong_yaml(error: Exception, text: str, name: str) -> DataError:
    """The error to raise for a data file of this name and text."""
    said = ": ".join(filter(None, (getattr(error, part, None) for part in ("context", "problem", "reason"))))
    lines = text.splitlines()
    for rule in _rules():
        found = re.search(rule["yaml"], said)
        at = _line(error, text, rule.get("at", "")) if found else None
        shown = re.search(rule.get("text", ""), _both(lines, at, rule.get("at", "")))
        if found and shown:
            words = _words(found.groupdict() | shown.groupdict())
            place = f", Zeile {at + 1}" if at is not None else ""
            sentence = rule["sentence"].format(**words)
            return DataError(f"Die Datendatei „{name}“{place}: {sentence}.", rule["step"].format(**words))
    raise AssertionError("the last rule holds for all")


@cache
def _rules() -> list[dict[str, str]]:
    text = (files("kimdocs.drafting") / "data" / "yaml_errors.toml").read_text(encoding="utf-8")
    rules: list[dict[str, str]] = tomllib.loads(text)["error"]
    return rules


def _line(error: Any, text: str, at: str) -> int | None:
    """Number of the line to name, from 0."""
    position = getattr(error, "position", None)
    if isinstance(position, int):
        return text.count("\n", 0, position)
    stopped, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if at == "began" and began is not None:
        return int(began.line)
    return max(int(stopped.line) - (at == "above"), 0) if stopped is not None else None


def _both(lines: list[str], at: int | None, named: str) -> str:
    """The line above and the line itself; the latter is the one below where the one "above" is named."""
    last = (at or 0) + (named == "above")
    above = lines[last - 1] if 0 < last <= len(lines) else ""
    return f"{above}\n{lines[last] if last < len(lines) else ''}"


def _words(caught: dict[str, str | None]) -> dict[str, str]:
    """What the patterns caught, and the value in quotation marks."""
    words = {key: (value or "").strip() for key, value in caught.items()}
    value = words.get("value", "")
    value = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    mark = "'" if '"' in value and "'" not in value else '"'
    return words | {"value": value, "quoted": f"{mark}{value}{mark}"}
