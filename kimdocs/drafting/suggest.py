"""What records give a draft without being asked: fields that ``template.toml`` binds to them, and their figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.convert import fits, printable
from kimdocs.drafting.values import Fact, Leaf, Node, Value
from kimdocs.model.provenance import Entered

if TYPE_CHECKING:
    from kimdocs.drafting.catalogue import Field
    from kimdocs.drafting.chosen import ChosenDecision
    from kimdocs.drafting.facts import FactSheet
    from kimdocs.drafting.sources import Found, Sources
    from kimdocs.model.provenance import Provenance

Put = Callable[["Field", "list[tuple[Value, Provenance]]", str, Any, "str | int"], None]


def from_records(sheet: FactSheet, sources: Sources, put: Put) -> None:
    """Fill what the data leave open and a record states; several records that differ are a conflict."""
    for asked in sheet.template.fields.values():
        kind, _, name = asked.record.partition(".")
        if not name or kind == "decision" or sheet.find(asked.name) is not None:
            continue
        options: list[tuple[Value, Provenance]] = []
        for index, record in enumerate(sources.records):
            value = getattr(record.document, name)
            if record.document.kind.value == kind and value is not None and fits(asked, value):
                origin = sources.stated(index, record.document.evidence.get(name, ()))
                options.append((printable(value) if isinstance(value, str) else value, origin))
        into, key = _parent(sheet.root, asked.name)
        put(asked, options, asked.name, into, key)


def from_decision(sheet: FactSheet, chosen: ChosenDecision, put: Put) -> None:
    """Fill what the data leave open and the chosen decision says."""
    for asked in sheet.template.fields.values():
        kind, _, name = asked.record.partition(".")
        is_list = asked.name.endswith("[]")
        into, key = _parent(sheet.root, asked.name.removesuffix("[]"))
        if kind != "decision" or key in into:
            continue
        values = chosen.values(name)
        if not is_list:
            put(asked, values, asked.name, into, key)
        elif values:
            rows: list[Node] = [{} for _ in values]
            into[key] = rows
            for index, found in enumerate(values):
                put(asked, [found], f"{asked.name[:-2]}[{index}]", rows, index)


def list_figures(sheet: FactSheet, sources: Sources) -> None:
    """List the records' figures in ``zahlen``, so that staff who gave no data see what there is."""
    shape = sheet.template.shape.get("zahlen")
    if not isinstance(shape, list):
        return
    merged: dict[Value, Found] = {}
    for _, found in sources.figures():
        merged.setdefault(found.value, found)
    rows: list[Node] = []
    for index, found in enumerate(merged.values()):
        told = Fact(f"zahlen[{index}].angabe", shape[0]["angabe"].label, printable(found.name), Entered(by="kimdocs"))
        amount = Fact(f"zahlen[{index}].betrag", shape[0]["betrag"].label, found.value, found.provenance)
        row: dict[str, Node] = {"angabe": Leaf(told), "betrag": Leaf(amount)}
        rows.append(row)
    if rows:
        sheet.root["zahlen"] = rows


def _parent(root: dict[str, Node], path: str) -> tuple[dict[str, Node], str]:
    *above, last = path.split(".")
    node = root
    for name in above:
        child = node.setdefault(name, {})
        node = child if isinstance(child, dict) else {}
    return node, last
