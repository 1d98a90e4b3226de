"""What ``template.toml`` asks to be computed: sums, differences, products of a row, shares; never in a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.drafting.costs import Input, Product, difference, divide, total
from kimdocs.drafting.values import Amount, Fact, Leaf, Node

if TYPE_CHECKING:
    from kimdocs.drafting.catalogue import Total
    from kimdocs.drafting.facts import FactSheet
    from kimdocs.model.provenance import Provenance

Result = tuple[Amount, "Provenance"]


def add(sheet: FactSheet) -> None:
    """Compute in the order of ``template.toml``; what lacks an input stays a gap, with a note."""
    for wanted in sheet.template.totals:
        try:
            if wanted.product:
                _add_products(sheet, wanted)
            elif wanted.share:
                _add_shares(sheet, wanted)
            else:
                terms = _terms(sheet, wanted)
                if terms is not None:
                    _put(sheet, wanted, total(terms) if wanted.of else difference(terms))
        except ValueError as error:
            sheet.notes.append(f"„{wanted.label}“ wurde nicht berechnet: Die Rechnung {error}.")


def _add_products(sheet: FactSheet, wanted: Total) -> None:
    above, name = _row_field(wanted.name)
    for index, row in enumerate(_list(sheet.root, above)):
        facts = {key: sheet.find(f"{above}[{index}].{field}") for key, field in wanted.product}
        inputs = {key: _input(fact) for key, fact in facts.items()}
        rate = inputs["satz"]
        if rate is None or None in inputs.values():
            sheet.notes.append(f"„{wanted.label}“ (Zeile {index + 1}) wurde nicht berechnet: Es fehlt eine Angabe.")
            continue
        made = Product(rate, inputs.get("menge"), inputs.get("monate"), inputs.get("anteil")).result()
        _put_row(row, Fact(f"{above}[{index}].{name}", wanted.label, *made))


def _add_shares(sheet: FactSheet, wanted: Total) -> None:
    above, name = _row_field(wanted.name)
    rows = _list(sheet.root, above)
    if not rows:
        return
    amount = _input(sheet.find(wanted.share))
    keyed = [[_input(sheet.find(f"{above}[{index}].{field}")) for index in range(len(rows))] for field in wanted.by]
    complete = [keys for keys in keyed if None not in keys]
    if amount is None or not isinstance(amount.value, Amount) or len(complete) != 1:
        why = "Es gilt nicht genau ein Schlüssel für alle Zeilen" if amount else "Der Betrag steht nicht fest"
        sheet.notes.append(f"„{wanted.label}“ wurde nicht berechnet: {why}.")
        return
    parts = divide((amount.value, amount.provenance), [key for key in complete[0] if key is not None])
    for index, (row, made) in enumerate(zip(rows, parts, strict=True)):
        _put_row(row, Fact(f"{above}[{index}].{name}", wanted.label, *made))


def _terms(sheet: FactSheet, wanted: Total) -> list[Result] | None:
    if wanted.of:
        above, name = _row_field(wanted.of)
        rows = [row for row in _list(sheet.root, above) if isinstance(row, dict) and _counts(row, wanted.rows)]
        found = [leaf.fact for leaf in (row.get(name) for row in rows) if isinstance(leaf, Leaf)]
        wished = len(rows)
    else:
        named = [(path.removesuffix("?"), path.endswith("?")) for path in wanted.difference]
        facts = [(sheet.find(path), optional) for path, optional in named]
        found = [fact for fact, _ in facts if fact is not None]
        wished = sum(fact is not None or not optional for fact, optional in facts)
    if not found and (not wanted.of or not wished):
        return None
    if len(found) != wished or any(fact.conflicts for fact in found):
        sheet.notes.append(f"„{wanted.label}“ wurde nicht berechnet: Nicht alle Summanden stehen fest.")
        return None
    return [(fact.value, fact.provenance) for fact in found if isinstance(fact.value, Amount)]


def _counts(row: dict[str, Node], names: tuple[str, ...]) -> bool:
    """Whether a row belongs in a sum: it states one of these fields, or no amount at all (and then it is open)."""
    if not names or any(name in row for name in names):
        return True
    return not any(isinstance(item, Leaf) and isinstance(item.fact.value, Amount) for item in row.values())


def _input(fact: Fact | None) -> Input | None:
    return None if fact is None or fact.conflicts else Input(fact.value, fact.provenance)


def _put(sheet: FactSheet, wanted: Total, made: Result) -> None:
    node = sheet.root
    *above, last = wanted.name.split(".")
    for name in above:
        child = node.setdefault(name, {})
        if isinstance(child, dict):
            node = child
    node[last] = Leaf(Fact(wanted.name, wanted.label, *made))


def _put_row(row: Node, fact: Fact) -> None:
    if isinstance(row, dict):
        row[fact.path.rpartition(".")[2]] = Leaf(fact)


def _row_field(name: str) -> tuple[str, str]:
    above, _, field = name.partition("[].")
    return above, field


def _list(root: dict[str, Node], path: str) -> list[Node]:
    node: Node = root
    for name in path.split("."):
        if not isinstance(node, dict) or name not in node:
            return []
        node = node[name]
    return node if isinstance(node, list) else []
