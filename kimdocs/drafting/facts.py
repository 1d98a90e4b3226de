"""The fact sheet: every value of a draft with its origin."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kimdocs.drafting.catalogue import FieldType
from kimdocs.drafting.values import Fact, Leaf, Node, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.catalogue import Template

SHORT = ".kuerzel"
NUMBERS = (".betrag", ".stellen")
_NAMING = {FieldType.TEXT, FieldType.YEAR}
_SHOWN = 40
_INDEX = re.compile(r"\[\d+\]")
_STEP = re.compile(r"([a-z0-9_]+)(?![^\[]*\])|\[(\d{1,6})\]")


@dataclass(slots=True)
class FactSheet:
    """All facts of a draft, as a tree that a template can walk and as a list in the order of the data.

    Attributes:
        notes: German sentences on values that could not be worked out.
    """

    template: Template
    root: dict[str, Node] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    _names: dict[str, str] | None = field(default=None, repr=False, compare=False)
    _rows: dict[Value, str] | None = field(default=None, repr=False, compare=False)

    def facts(self) -> Iterator[Fact]:
        """Every fact."""
        return _leaves(self.root)

    def find(self, path: str) -> Fact | None:
        """The fact at a path (``finanzen.jahre[0].aufwendungen``), or the number of the row with this ``kuerzel``."""
        exact = _at(self.root, path)
        if exact is not None:
            return exact
        row = self._row(path)
        numbers = (_at(self.root, row + name) for name in NUMBERS) if row else ()
        return next((fact for fact in numbers if fact is not None), None)

    def _row(self, short: str) -> str | None:
        """Path of the first row with this ``kuerzel``; all of them come from the data, before anybody asks."""
        if self._rows is None:
            named = [fact for fact in self.facts() if fact.path.endswith(SHORT)]
            self._rows = {fact.value: fact.path.removesuffix(SHORT) for fact in reversed(named)}
        return self._rows.get(short)

    def row_name(self, path: str) -> str:
        """What tells the row of a field from the others, for example its "Kommune".

        It is the row's first text that no other row has, or its first text at all; empty outside of rows.
        """
        if self._names is None:
            self._names = dict(self._named_rows())
        row, _, name = path.rpartition("].")
        return self._names.get(f"{row}]", "") if row and name else ""

    def _named_rows(self) -> Iterator[tuple[str, str]]:
        order = {name: at for at, (name, asked) in enumerate(self.template.fields.items()) if asked.type in _NAMING}
        texts: dict[str, dict[int, str]] = {}
        for fact in self.facts():
            row, _, name = fact.path.rpartition("].")
            at = order.get(_INDEX.sub("[]", fact.path))
            if row and name and at is not None and not fact.path.endswith(SHORT):
                texts.setdefault(f"{row}]", {})[at] = _clipped(str(fact.value))
        count = Counter((_INDEX.sub("[]", row), text) for row, found in texts.items() for text in set(found.values()))
        for row, found in texts.items():
            ordered = [found[at] for at in sorted(found)]
            own = (text for text in ordered if count[_INDEX.sub("[]", row), text] == 1)
            yield row, next(own, ordered[0])

    def name_rows(self) -> None:
        """Let the labels of values in rows say in which."""
        for group, key, fact in list(_places(self.root)):
            name = self.row_name(fact.path)
            if name and name != _clipped(str(fact.value)):
                group[key] = Leaf(replace(fact, label=f"{fact.label} ({name})"))

    def value(self, path: str) -> Value | None:
        """The value at a path; None where nothing is stated."""
        fact = self.find(path)
        return fact.value if fact else None


def _clipped(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1].rstrip()}…"


def forget_empty(group: dict[str, Node]) -> None:
    """Take out groups and lists in which the data state nothing: they are missing like fields that are not there."""
    for name, below in list(group.items()):
        for one in below if isinstance(below, list) else [below]:
            if isinstance(one, dict):
                forget_empty(one)
        if below in ({}, []):
            del group[name]


def _at(root: dict[str, Node], path: str) -> Fact | None:
    """The fact at exactly this path."""
    node: Node = root
    for name, index in _STEP.findall(path):
        if name and isinstance(node, dict) and name in node:
            node = node[name]
        elif index and isinstance(node, list) and int(index) < len(node):
            node = node[int(index)]
        else:
            return None
    return node.fact if isinstance(node, Leaf) and node.fact.path == path else None


def _places(node: Node) -> Iterator[tuple[dict[str, Node], str, Fact]]:
    """Every fact in a group, with the group and its name there."""
    for key, item in list(node.items()) if isinstance(node, dict) else ():
        if isinstance(item, Leaf):
            yield node, key, item.fact  # type: ignore[misc]
        else:
            yield from _places(item)
    for item in node if isinstance(node, list) else ():
        yield from _places(item)


def _leaves(node: Node) -> Iterator[Fact]:
    if isinstance(node, Leaf):
        yield node.fact
    else:
        for item in node.values() if isinstance(node, dict) else node:
            yield from _leaves(item)
