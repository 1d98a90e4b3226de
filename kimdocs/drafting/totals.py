"""Totals that ``template.toml`` asks for: computed by the program, never in a template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.drafting.costs import difference, total
from kimdocs.drafting.values import Amount, Fact, Leaf, Node

if TYPE_CHECKING:
    from kimdocs.drafting.catalogue import Total
    from kimdocs.drafting.facts import FactSheet
    from kimdocs.model.provenance import Provenance


def add(sheet: FactSheet) -> None:
    """Put in every total whose terms are all stated; one with a missing term stays a gap, with a note."""
    for wanted in sheet.template.totals:
        terms = _terms(sheet, wanted)
        if terms is None:
            continue
        try:
            value, origin = total(terms) if wanted.of else difference(terms[0], terms[1])
        except ValueError as error:
            sheet.notes.append(f"„{wanted.label}“ wurde nicht berechnet: Die Rechnung {error}.")
            continue
        node = sheet.root
        *above, last = wanted.name.split(".")
        for name in above:
            child = node.setdefault(name, {})
            if isinstance(child, dict):
                node = child
        node[last] = Leaf(Fact(wanted.name, wanted.label, value, origin))


def _terms(sheet: FactSheet, wanted: Total) -> list[tuple[Amount, Provenance]] | None:
    if wanted.of:
        rows = _rows(sheet.root, wanted.of.partition("[]")[0])
        pattern = re.escape(wanted.of).replace(r"\[\]", r"\[\d+\]")
        found = [fact for fact in sheet.facts() if re.fullmatch(pattern, fact.path)]
        if not rows:
            return None
        complete = len(found) == rows
    else:
        found = [fact for path in wanted.difference if (fact := sheet.find(path)) is not None]
        if not found:
            return None
        complete = len(found) == 2
    if not complete or any(fact.conflicts for fact in found):
        sheet.notes.append(f"„{wanted.label}“ wurde nicht berechnet: Nicht alle Summanden stehen fest.")
        return None
    return [(fact.value, fact.provenance) for fact in found if isinstance(fact.value, Amount)]


def _rows(root: dict[str, Node], path: str) -> int:
    node: Node = root
    for name in path.split("."):
        if not isinstance(node, dict) or name not in node:
            return 0
        node = node[name]
    return len(node) if isinstance(node, list) else 0
