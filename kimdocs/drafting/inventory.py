"""Which fields a template uses, read from its syntax tree without running it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Use:
    """One mention of a field.

    Attributes:
        path: The field, lists with ``[]``: ``beratungsfolge[].termin``.
        line: Line of the template.
        filters: Filters it goes through, in order.
        printed: It is printed, not only tested or looped over.
    """

    path: str
    line: int
    filters: tuple[str, ...]
    printed: bool


def uses(tree: nodes.Template) -> tuple[Use, ...]:
    """Every mention of a field, in the order of the template."""
    return tuple(sorted(_walk(tree, {"loop": ""}, (), printed=False), key=lambda use: use.line))


def _walk(node: nodes.Node, names: dict[str, str], filters: tuple[str, ...], *, printed: bool) -> Iterator[Use]:
    if isinstance(node, nodes.For):
        yield from _loop(node, names)
        return
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        path = _path(node, names)
        if path:
            yield Use(path, node.lineno, filters, printed)
        return
    if isinstance(node, nodes.Filter) and node.node is not None:
        yield from _walk(node.node, names, (node.name, *filters), printed=printed)
        return
    if isinstance(node, nodes.Call):
        return
    for child in node.iter_child_nodes():
        yield from _walk(child, names, (), printed=printed or isinstance(node, nodes.Output))


def _loop(node: nodes.For, names: dict[str, str]) -> Iterator[Use]:
    path = _path(node.iter, names)
    if path:
        yield Use(path, node.lineno, (), printed=False)
    inner = dict(names)
    if isinstance(node.target, nodes.Name):
        inner[node.target.name] = f"{path}[]"
    for child in (*node.body, *([node.test] if node.test else [])):
        yield from _walk(child, inner, (), printed=False)
    for child in node.else_:
        yield from _walk(child, names, (), printed=False)


def _path(node: nodes.Node, names: dict[str, str]) -> str:
    """Path of a chain of names; empty where it is none (``loop.index``)."""
    if isinstance(node, nodes.Name):
        return names.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        above = _path(node.node, names)
        return f"{above}.{node.attr}" if above else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        above = _path(node.node, names)
        inside = "[]" if isinstance(node.arg.value, int) else f".{node.arg.value}"
        return f"{above}{inside}" if above else ""
    return ""
