"""Registers as tables for people: which columns they have, and German words for what stands in them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kimdocs.model.running_text import running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Word = Callable[[str, str], str]


def titles(what: str) -> list[str]:
    """Titles of the columns of a register (see ``Archive.register``)."""
    return [column["title"] for column in _columns()[what]]


def cells(what: str, rows: Iterable[Mapping[str, Any]], word: Word) -> Iterator[list[object]]:
    """Values of the cells of each row; ``word(list, value)`` gives the German word for a value, None is an empty cell.

    What is true or false is told as "ja" or "nein".
    """
    columns = _columns()[what]
    for row in rows:
        yield [_worded(row[column["name"]], column, word) for column in columns]


def shown(text: str) -> str:
    """Text of a cell without what no program shows."""
    return "".join(char for char in text if char.isprintable() or char in "\n\t")


def _worded(value: Any, column: Mapping[str, str], word: Word) -> object:
    if value is None:
        return None
    if isinstance(value, bool):
        return "ja" if value else "nein"
    lines = column.get("lines")
    if lines is not None:
        return running(value) if lines == "running" else " ".join(running(value).split())
    words = column.get("words")
    if words is None:
        return value
    return ", ".join(word(words, one) for one in value) if isinstance(value, list) else word(words, value)


@cache
def _columns() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads((files("kimdocs.archive.export") / "columns.toml").read_text(encoding="utf-8"))
