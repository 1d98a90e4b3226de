"""Readable marks for the tags of a template: ``‹Vorlagennummer·7›`` stands for its seventh tag."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.roundtrip.units import TAG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kimdocs.drafting.catalogue import Field, Total

MARK = re.compile(r"‹[^‹›]*·\s?(\d{1,5})›")
_LONGEST = 90
_NAME = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*")
_STRING = r""""[^"]*"|'[^']*'"""
_LOOP = re.compile(r"\{%-?\s*for\s+(\w+)\s+in\s+([\w.]+)")
_STATEMENT = re.compile(r"\{%-?\s*(\w+)\s*(.*?)\s*-?%\}", re.DOTALL)
_ILLEGAL = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff‹›·]")


@cache
def words() -> dict[str, Any]:
    """German words of the marks."""
    return tomllib.loads((files("kimdocs.drafting.roundtrip") / "data" / "marks.toml").read_text(encoding="utf-8"))


def tags(text: str) -> list[str]:
    """The tags of a template, in order."""
    return TAG.findall(text)


def marks(text: str, fields: Mapping[str, Field | Total]) -> dict[str, list[str]]:
    """For each tag the marks of its places, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for number, (tag, label) in enumerate(zip(tags(text), labels(text, fields), strict=True), 1):
        found[tag].append(f"‹{label}·{number}›")
    return found


def labels(text: str, fields: Mapping[str, Field | Total]) -> list[str]:
    """What the mark of each tag says, in order."""
    found: list[str] = []
    lists: dict[str, str] = {}
    for tag in tags(text):
        loop = _LOOP.match(tag)
        if loop:
            lists[loop[1]] = f"{_path(loop[2], lists)}[]"
        label = " ".join(_ILLEGAL.sub("", _label(tag, fields, lists)).split())
        found.append(label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…")
    return found


def _path(name: str, lists: Mapping[str, str]) -> str:
    first, dot, rest = name.partition(".")
    return lists.get(first, first) + dot + rest


def _label(tag: str, fields: Mapping[str, Field | Total], lists: Mapping[str, str]) -> str:
    if tag.startswith("{#"):
        return f"Hinweis: {tag[2:-2].strip()}"
    if tag.startswith("[["):
        return str(words()["section"]).format(tag[2:-2])
    if tag.startswith("{{"):
        name = _NAME.match(tag[2:-2].strip(" -\n"))
        return _named(name.group(), fields, lists) if name else tag[2:-2]
    found = _STATEMENT.fullmatch(tag)
    shape = words()["statements"].get(found[1]) if found else None
    if found is None or shape is None:
        return tag[2:-2].strip()
    rest = found[2].rpartition(" in ")[2] if found[1] == "for" else found[2]
    return str(shape).format(rest if found[1] in {"block", "extends"} else _condition(rest, fields, lists))


def _named(name: str, fields: Mapping[str, Field | Total], lists: Mapping[str, str]) -> str:
    path = _path(name, lists)
    field = fields.get(path) or fields.get(f"{path}[]")
    return field.label if field else name


def _condition(text: str, fields: Mapping[str, Field | Total], lists: Mapping[str, str]) -> str:
    table = words()["conditions"]
    phrases = [rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in sorted(table, key=len, reverse=True)]

    def said(hit: re.Match[str]) -> str:
        if hit.group().startswith(('"', "'")):
            return f"„{hit.group()[1:-1]}“"
        return table.get(hit.group()) or f"„{_named(hit.group(), fields, lists)}“"

    return re.sub("|".join([_STRING, *phrases, _NAME.pattern]), said, text)
