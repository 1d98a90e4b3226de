"""The catalogue of rules and the word lists they use: TOML files under ``data``, read once when first asked for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kimdocs.drafting.check.finding import Finding, Found
from kimdocs.model.record import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    Attributes:
        code: Unique name, used in output and by scripts.
        message: German sentence with ``{gaps}`` for what was found.
        basis: Where the rule comes from.
        examples: Documents in which it must find something: text, or the body of a Word file where ``word`` is set.
        counter_examples: Near twins in which it must not.
        word: Whether the rule looks at the Word file and not at its text.
    """

    code: str
    severity: Severity
    message: str
    basis: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    word: bool = False


@cache
def rules() -> dict[str, Rule]:
    """All rules by their codes, in the order of the files."""
    found: dict[str, Rule] = {}
    folder = files("kimdocs.drafting.check") / "data" / "rules"
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        for raw in tomllib.loads(item.read_text(encoding="utf-8"))["rule"]:
            found[raw["code"]] = Rule(
                raw["code"],
                Severity(raw["severity"]),
                raw["message"],
                raw["basis"],
                tuple(raw["examples"]),
                tuple(raw["counter_examples"]),
                item.name == "word.toml",
            )
    return found


@cache
def table(name: str) -> dict[str, Any]:
    """A file of words or figures that rules use, by its name without ending."""
    text = (files("kimdocs.drafting.check") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """A pattern of a table; a list means any one of them. Upper and lower case are the same, ``^`` starts a line."""
    value = table(name)
    for part in key.split("."):
        value = value[part]
    expression = value if isinstance(value, str) else "|".join(f"(?:{one})" for one in value)
    return re.compile(expression, re.IGNORECASE | re.MULTILINE)


def worded(found: Found) -> Finding:
    """A finding in the words, with the severity and the basis of its rule."""
    rule = rules()[found.code]
    return Finding(
        rule.code, rule.severity, rule.message.format(**found.words), rule.basis, found.evidence, found.paragraph
    )
