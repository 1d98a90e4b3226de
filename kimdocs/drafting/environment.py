"""The one Jinja environment: a template can print, test and loop over the draft's fields, and nothing else.

Templates may come from strangers. What they may say is checked on the syntax tree (``syntax``); what they may reach is
only the fields (no attribute of any object exists for them); how much they may do is counted while they run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kimdocs.drafting import wording
from kimdocs.drafting.catalogue import builtin_root, read_template_text
from kimdocs.drafting.filters import filters
from kimdocs.drafting.gaps import Gap, Missing
from kimdocs.drafting.slots import Slot, Slots
from kimdocs.drafting.syntax import BUILTIN, check_syntax, syntax_error
from kimdocs.drafting.values import Fact, Leaf, Node, Printed
from kimdocs.errors import TemplateError
from kimdocs.model.provenance import Entered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kimdocs.drafting.catalogue import Field, Total
    from kimdocs.drafting.facts import FactSheet

MAX_STEPS = 100_000
MAX_OUTPUT = 2_000_000
_REFERENCE = re.compile(r"\[\[([a-z0-9_.\[\]]+?)\]\]")
_LOOP = {"index", "first", "last", "length"}


@dataclass(slots=True)
class Rendering:
    """What one run of a template made: its text with slots, and the gaps it met."""

    text: str
    slots: Slots
    gaps: tuple[Gap, ...]


@dataclass(slots=True)
class _Run:
    """What is counted and collected while a template runs."""

    labels: dict[str, str]
    find: Callable[[str], Fact | None] = lambda _path: None
    slots: Slots = field(default_factory=Slots)
    gaps: dict[tuple[str, str, int], Gap] = field(default_factory=dict)
    steps: int = 0

    def tick(self) -> None:
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
        label = self.label(path)
        message = f"„{label}“ ({path}) fehlt, gebraucht in {template}, Zeile {line}."
        self.gaps.setdefault((path, template, line), Gap("missing", path, label, template, line, message))

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
        """A text as slots; where somebody typed ``[[field]]`` into it, the field's own value with its own origin."""
        if fact is None or not isinstance(fact.provenance, Entered) or "[[" not in text:
            return self.slots.add(Slot(text, fact))
        made = []
        for index, piece in enumerate(_REFERENCE.split(text)):
            named = self.find(piece) if index % 2 else None
            if named is not None and named is not fact:
                made.append(self.slots.add(_slot_of(named)))
            elif piece:
                made.append(self.slots.add(Slot(f"[[{piece}]]" if index % 2 else piece, fact)))
        return "".join(made)


class _Items(list[Node]):
    """A list of the draft that counts how often it is walked."""

    __slots__ = ("run",)

    run: _Run

    def __iter__(self) -> Any:
        for item in list.__iter__(self):
            self.run.tick()
            yield item


class _Environment(ImmutableSandboxedEnvironment):
    """Looks names up in the draft's fields only; whatever else is asked for does not exist."""

    run: _Run

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Missing):
            return Missing(f"{obj.path}.{argument}", self.run.missing)
        if isinstance(obj, Fields):
            found = obj.get(argument)
            return Missing(f"{obj.path}.{argument}".lstrip("."), self.run.missing) if found is None else found
        if isinstance(obj, list) and isinstance(argument, int) and 0 <= argument < len(obj):
            return list.__getitem__(obj, argument)
        return Missing(str(argument), self.run.missing)


class Fields(dict[str, Any]):
    """A group of fields, with its path."""

    __slots__ = ("path",)

    path: str


class _Loader(BaseLoader):
    """The template itself, and ``kimdocs/<kind>/template.md.j2`` for those that extend one of ours."""

    def __init__(self, name: str, path: Path) -> None:
        self._name, self._path = name, path

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Any]:
        if template == self._name:
            text, path = read_template_text(self._path), self._path
        elif template.startswith(BUILTIN) and re.fullmatch(
            r"[a-z0-9_-]+/template\.md\.j2", template.removeprefix(BUILTIN)
        ):
            path = builtin_root() / template.removeprefix(BUILTIN)
            if not path.is_file():
                raise TemplateNotFound(template)
            text = read_template_text(path)
        else:
            raise TemplateNotFound(template)
        check_syntax(environment, text, template)
        return text, str(path), lambda: True


def render(sheet: FactSheet) -> Rendering:
    """Run a template over a fact sheet.

    Raises:
        TemplateError: The template is wrong, says what is not allowed, or runs too long; with file and line.
    """
    template = sheet.template
    name = f"{template.kind}/template.md.j2"
    named: tuple[Field | Total, ...] = (*template.fields.values(), *template.totals)
    labels = {item.name: item.label for item in named}
    run = _Run(labels, sheet.find)
    environment = make_environment(run, _Loader(name, template.folder / "template.md.j2"))
    parts: list[str] = []
    size = 0
    try:
        for part in environment.get_template(name).generate(
            {key: _guarded(node, key, run) for key, node in sheet.root.items()}
        ):
            size += len(part)
            run.tick()
            if size > MAX_OUTPUT:
                raise TemplateError("Der Entwurf wird zu groß.", "Prüfen Sie die Schleifen der Vorlage.")
            parts.append(part)
    except TemplateSyntaxError as error:
        raise syntax_error(error) from error
    except TemplateNotFound as error:
        raise TemplateError(f"Die Vorlage „{name}“ baut auf „{error}“ auf, die es nicht gibt.") from error
    except (JinjaError, TypeError, ValueError, RecursionError, OverflowError, MemoryError) as error:
        raise TemplateError(
            f"Die Vorlage „{name}“ lässt sich nicht ausführen: {error}.", "Prüfen Sie „kimdocs templates lint“."
        ) from error
    return Rendering("".join(parts), run.slots, tuple(run.gaps.values()))


def make_environment(run: _Run | None = None, loader: BaseLoader | None = None) -> _Environment:
    """The environment for one run."""
    run = run or _Run({})
    environment = _Environment(
        loader=loader, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False, cache_size=0,
        finalize=run.print_value, extensions=(),
    )  # fmt: skip
    environment.run = run
    environment.undefined = _undefined(run)
    environment.globals = {}
    environment.filters = filters()
    environment.tests = {
        "defined": lambda value: not isinstance(value, Missing),
        "undefined": lambda value: isinstance(value, Missing),
    }
    return environment


def _slot_of(fact: Fact) -> Slot:
    if fact.conflicts:
        return Slot(conflict_text(Leaf(fact)), fact, gap=True)
    return Slot(wording.value_text(fact.value), fact)


def conflict_text(leaf: Leaf) -> str:
    """What a draft prints where its sources differ: every value with its document."""
    options = [(leaf.fact.value, leaf.fact.provenance), *leaf.fact.conflicts]
    told = " – ".join(f"{wording.value_text(value)} ({wording.place(where)})" for value, where in options)
    return f"[Widerspruch bei {leaf.fact.label}: {told}]"


def _guarded(node: Node, path: str, run: _Run) -> Any:
    if isinstance(node, dict):
        fields = Fields({key: _guarded(child, f"{path}.{key}", run) for key, child in node.items()})
        fields.path = path
        return fields
    if isinstance(node, list):
        items = _Items(_guarded(child, f"{path}[{index}]", run) for index, child in enumerate(node))
        items.run = run
        return items
    return node


def _undefined(run: _Run) -> Any:
    """What Jinja makes of a name that is nowhere: one of ours."""

    def make(hint: str | None = None, *_: Any, name: str | None = None, **__: Any) -> Missing:
        return Missing(str(name or hint or "?"), run.missing)

    return make
