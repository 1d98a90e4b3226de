"""One run of a template: what it printed, what was missing, and how much it did."""

from __future__ import annotations

import re
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kimdocs.drafting import wording
from kimdocs.drafting.gaps import Gap, Missing
from kimdocs.drafting.slots import REFERENCE, SEVERAL, Slot, Slots
from kimdocs.drafting.values import Fact, Leaf, Node, Printed
from kimdocs.errors import TemplateError
from kimdocs.model.provenance import Entered

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_STEPS = 40_000


@dataclass(slots=True)
class Rendering:
    """What one run of a template made: its text with slots, and the gaps it met."""

    text: str
    slots: Slots
    gaps: tuple[Gap, ...]


@dataclass(slots=True)
class Run:
    """What is counted and collected while a template runs."""

    labels: dict[str, str]
    find: Callable[[str], Fact | None] = lambda _path: None
    row_name: Callable[[str], str] = lambda _path: ""
    slots: Slots = field(default_factory=Slots)
    wanted: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    steps: int = 0

    def tick(self) -> None:
        """Count one step.

        Raises:
            TemplateError: There were too many.
        """
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise TemplateError(
                "Die Vorlage läuft zu lange: zu viele Wiederholungen.", "Prüfen Sie die Schleifen der Vorlage."
            )

    def label(self, path: str) -> str:
        """German name of a field, or of a group or list of fields."""
        name = re.sub(r"\[\d+\]", "[]", path)
        return self.labels.get(name) or self.labels.get(f"{name}[]") or name.rpartition(".")[2].capitalize()

    def missing(self, path: str, template: str, line: int) -> None:
        """Note that a template wanted a field that nobody stated."""
        self.wanted.setdefault(path, {}).setdefault(template, []).append(line)

    def gaps(self) -> tuple[Gap, ...]:
        """Every missing field once, with the lines that wanted it."""
        found = []
        for path, templates in self.wanted.items():
            row = self.row_name(path)
            label = f"{self.label(path)} ({row})" if row else self.label(path)
            places = "; ".join(
                f"{name}, Zeile {', '.join(str(line) for line in dict.fromkeys(lines))}"
                for name, lines in templates.items()
            )
            message = f"„{label}“ ({path}) fehlt, gebraucht in {places}."
            template = next(iter(templates))
            found.append(Gap("missing", path, label, template, templates[template][0], message))
        return tuple(found)

    def print_value(self, value: Any) -> str:
        """Jinja's finalize: every printed value becomes a slot."""
        self.tick()
        if isinstance(value, Missing):
            value.report()
            return self.slots.add(Slot(f"[fehlt: {self.label(value.path)}]", gap=True))
        if isinstance(value, Leaf) and value.fact.conflicts:
            return self.slots.add(Slot(conflict_text(value), value.fact, gap=True))
        if isinstance(value, Leaf):
            return self.words(wording.value_text(value.fact.value), value.fact)
        if isinstance(value, Printed):
            return "\n\n".join(self.words(part, value.fact) for part in value.parts)
        if isinstance(value, str | int) and not isinstance(value, bool):
            return self.slots.add(Slot(str(value)))
        raise TemplateError("Die Vorlage druckt eine Gruppe oder Liste von Feldern.", "Nennen Sie das einzelne Feld.")

    def words(self, text: str, fact: Fact | None) -> str:
        """A text as slots; where somebody typed ``[[field]]`` into it, the field's own value with its own origin.

        After "§" or "§§", and where no field has the name, it is a section's: that shows when all blocks are there.
        """
        if fact is None or not isinstance(fact.provenance, Entered) or "[[" not in text:
            return self.slots.add(Slot(text, fact))
        made, end = [], 0
        rows = [several.span() for several in SEVERAL.finditer(text)]
        for found in REFERENCE.finditer(text):
            section = found[1] or any(start < found.start() < stop for start, stop in rows)
            named = None if section else self.find(found[2])
            own = Slot(found[0], fact, ref=found[2])
            made += [Slot(text[end : found.start()], fact), own if named is None or named is fact else slot_of(named)]
            end = found.end()
        return "".join(self.slots.add(slot) for slot in (*made, Slot(text[end:], fact)) if slot.text)


class Items(list[Node]):
    """A list of the draft that counts how often it is walked."""

    __slots__ = ("run",)

    run: Run

    def __iter__(self) -> Any:
        """The items, each counted."""
        for item in list.__iter__(self):
            self.run.tick()
            yield item


class Fields(dict[str, Any]):
    """A group of fields, with its path."""

    __slots__ = ("path",)

    path: str


def slot_of(fact: Fact) -> Slot:
    """What is printed for a fact that a text refers to."""
    if fact.conflicts:
        return Slot(conflict_text(Leaf(fact)), fact, gap=True)
    return Slot(wording.value_text(fact.value), fact)


def conflict_text(leaf: Leaf) -> str:
    """What a draft prints where its sources differ: every value with its document."""
    options = [(leaf.fact.value, leaf.fact.provenance), *leaf.fact.conflicts]
    told = " – ".join(f"{wording.value_text(value)} ({wording.place(where)})" for value, where in options)
    return f"[Widerspruch bei {leaf.fact.label}: {told}]"


def guarded(node: Node, path: str, run: Run) -> Any:
    """A tree of facts as a template may walk it: groups know their path, lists count."""
    if isinstance(node, dict):
        fields = Fields({key: guarded(child, f"{path}.{key}", run) for key, child in node.items()})
        fields.path = path
        return fields
    if isinstance(node, list):
        items = Items(guarded(child, f"{path}[{index}]", run) for index, child in enumerate(node))
        items.run = run
        return items
    return node


CURRENT: ContextVar[Run] = ContextVar("kimdocs-drafting-run")
