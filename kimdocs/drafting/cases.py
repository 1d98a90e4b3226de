"""Cases of German offices in a sentence: "vertreten durch den Landrat"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_NOMINATIVE = re.compile(r"der\s+(?=\S)", re.IGNORECASE)
_SECOND = re.compile(r"(?:,|\bund|\bsowie)\s+der\b")


def accusative(text: str) -> str:
    """Words with the article "der" in the accusative; all others are as they are in it.

    Raises:
        ValueError: How its accusative is made is not known; the message is a German half-sentence.
    """
    article = _NOMINATIVE.match(text)
    if article is None:
        return text
    made = ["den"]
    rest = text[article.end() :].split(" ")
    table = _table()
    while len(rest) > 1 and rest[0].casefold() in table["before"]:
        made.append(f"{rest.pop(0)}n")
    noun, *behind = rest
    ending = _ending(noun.rstrip(",").casefold(), table)
    if ending is None or _SECOND.search(text):
        raise ValueError("steht im Nominativ; gebraucht wird der Akkusativ wie in „durch den Bürgermeister“")
    core = noun.rstrip(",")
    return " ".join([*made, core + ending + noun[len(core) :], *behind])


def _ending(noun: str, table: dict[str, Any]) -> str | None:
    if noun in table["n"]:
        return "n"
    if noun.endswith(tuple(table["en"])):
        return "en"
    return "" if noun.endswith(tuple(table["same"])) else None


@cache
def _table() -> dict[str, Any]:
    text = (files("kimdocs.drafting") / "data" / "cases.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)["accusative"]
    return table
