"""What a template may say: an allow-list, checked on the syntax tree before anything is compiled."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from kimdocs.drafting.slots import CLOSE, OPEN
from kimdocs.errors import TemplateError

MAX_NESTING = 60
MAX_NODES = 5_000
TOO_DEEP = "Die Vorlage ist zu tief verschachtelt."
TOO_MANY = "Die Vorlage hat zu viele Platzhalter und Anweisungen; teilen Sie sie in mehrere Vorlagen."
BUILTIN = "kimdocs/"
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Block, nodes.Extends, nodes.Name,
    nodes.Getattr, nodes.Getitem, nodes.Const, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And,
    nodes.Or, nodes.Not, nodes.CondExpr, nodes.Call,
)  # fmt: skip
_ARITHMETIC = (
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos,
    nodes.Concat,
)  # fmt: skip
_TESTS = {"defined", "undefined"}


def check_syntax(environment: Any, text: str, name: str) -> nodes.Template:
    """The syntax tree of a template that says nothing it may not say.

    Raises:
        TemplateError: It does, or is no template at all; with file and line.
    """
    if OPEN in text or CLOSE in text:
        raise TemplateError(
            f"Die Vorlage „{name}“ enthält unzulässige Zeichen (U+E000, U+E001).", "Löschen Sie diese Zeichen."
        )
    try:
        tree = environment.parse(text, name)
    except TemplateSyntaxError as error:
        raise syntax_error(error, name) from error
    except (RecursionError, ValueError) as error:
        raise TemplateError(f"Die Vorlage „{name}“ ist zu tief verschachtelt oder enthält zu große Zahlen.") from error
    for problem in violations(tree, set(environment.filters)):
        raise TemplateError(
            f"Vorlage „{name}“, Zeile {problem[0]}: {problem[1]}",
            "Erlaubt sind if, for, block, extends und die Filter der Anleitung.",
        )
    return tree  # type: ignore[no-any-return]


def violations(tree: nodes.Template, known_filters: set[str]) -> list[tuple[int, str]]:
    """Line and German sentence for everything in a syntax tree that is not allowed."""
    found: list[tuple[int, str]] = []
    stack: list[tuple[nodes.Node, int]] = [(tree, 0)]
    count = 0
    while stack:
        node, depth = stack.pop()
        count += 1
        if count > MAX_NODES:
            return [(1, TOO_MANY)]
        sentence = _violation(node, known_filters) or (TOO_DEEP if depth > MAX_NESTING else "")
        if sentence:
            found.append((node.lineno or 1, sentence))
        elif depth <= MAX_NESTING:
            stack += [(child, depth + 1) for child in node.iter_child_nodes()]
    return sorted(found)


def _violation(node: nodes.Node, known_filters: set[str]) -> str:
    """German sentence on what is not allowed about one node; empty if nothing."""
    rules = (
        (_named(node).startswith("_"), "Namen, die mit einem Unterstrich beginnen, sind nicht erlaubt."),
        (isinstance(node, nodes.Call) and not _is_super(node), "Funktionsaufrufe sind nicht erlaubt."),
        (isinstance(node, nodes.Filter) and node.name not in known_filters, _unknown_filter(node, known_filters)),
        (isinstance(node, nodes.Test) and node.name not in _TESTS, "Geprüft wird nur „is defined“ und „is undefined“."),
        (_loops_over_more(node), "Eine Schleife darf nur über eine Liste von Feldern laufen."),
        (_extends_elsewhere(node), f'„extends“ darf nur auf eine mitgelieferte Vorlage verweisen ("{BUILTIN}…").'),
        (isinstance(node, _ARITHMETIC), "In Vorlagen wird nicht gerechnet; Summen stehen in template.toml."),
        (not isinstance(node, _ALLOWED), f"„{type(node).__name__}“ ist in Vorlagen nicht erlaubt."),
    )
    return next((sentence for broken, sentence in rules if broken), "")


def _unknown_filter(node: nodes.Node, known: set[str]) -> str:
    return f"Den Filter „{getattr(node, 'name', '')}“ gibt es nicht; möglich sind: {', '.join(sorted(known))}."


def _loops_over_more(node: nodes.Node) -> bool:
    return isinstance(node, nodes.For) and (
        node.recursive or not isinstance(node.iter, nodes.Name | nodes.Getattr | nodes.Getitem)
    )


def _extends_elsewhere(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Extends) and not (
        isinstance(node.template, nodes.Const) and str(node.template.value).startswith(BUILTIN)
    )


def _named(node: nodes.Node) -> str:
    """The name that a node looks up; empty if it looks up none."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return node.attr
    return str(node.arg.value) if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) else ""


def _is_super(node: nodes.Call) -> bool:
    return (
        isinstance(node.node, nodes.Name)
        and node.node.name == "super"
        and not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
    )


def syntax_error(error: TemplateSyntaxError, name: str = "") -> TemplateError:
    """The error to raise for a template that Jinja cannot parse."""
    said = in_german(str(error.message or ""))
    return TemplateError(
        f"Vorlage „{error.name or name}“, Zeile {error.lineno}: Die Schreibweise stimmt nicht{said}.",
        "Prüfen Sie Klammern und Anführungszeichen; innerhalb von {{ }} sind nur gerade Anführungszeichen erlaubt.",
    )


def in_german(message: str) -> str:
    """What Jinja said, as the rest of a German sentence; empty where nobody has put it into German."""
    words, sentences = _german()
    for pattern, sentence in sentences:
        found = pattern.search(message)
        if found:
            return f": {sentence.format(**{key: _word(text, words) for key, text in found.groupdict().items()})}"
    return ""


def _word(text: str, words: dict[str, str]) -> str:
    text = text.strip("'")
    return words.get(text) or text.replace("' or '", words["' or '"])


@cache
def _german() -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    data = tomllib.loads((files("kimdocs.drafting") / "data" / "template_errors.toml").read_text(encoding="utf-8"))
    return data["words"], tuple((re.compile(entry["pattern"]), entry["sentence"]) for entry in data["error"])
