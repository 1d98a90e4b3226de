"""What records give a draft without being asked: fields that ``template.toml`` binds to them, and their figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.chosen import KEY, listed, main_decisions
from kimdocs.drafting.convert import fits, printable
from kimdocs.drafting.values import Fact, Leaf, Node, Value
from kimdocs.model.provenance import Entered

if TYPE_CHECKING:
    from kimdocs.drafting.catalogue import Field, Template
    from kimdocs.drafting.chosen import ChosenDecision
    from kimdocs.drafting.facts import FactSheet
    from kimdocs.drafting.sources import Found, Sources
    from kimdocs.model.provenance import Provenance

FIGURES = "zahlen"  # list of the records' figures, where a template has it
ANY = "any"  # kind of document: whichever

Put = Callable[["Field", "list[tuple[Value, Provenance]]", str, Any, "str | int"], None]


def from_records(sheet: FactSheet, sources: Sources, put: Put) -> None:
    """Fill what the data leave open and a record states; several records that differ are a conflict."""
    for asked in sheet.template.fields.values():
        kind, _, name = asked.record.partition(".")
        if not name or kind in {"decision", "decisions"} or sheet.find(asked.name) is not None:
            continue
        options: list[tuple[Value, Provenance]] = []
        for index, record in enumerate(sources.records):
            value = getattr(record.document, name)
            if kind in {record.document.kind.value, ANY} and value is not None and fits(asked, value):
                origin = sources.stated(index, record.document.evidence.get(name, ()))
                options.append((printable(value) if isinstance(value, str) else value, origin))
        into, key = _parent(sheet.root, asked.name)
        put(asked, options, asked.name, into, key)


def from_decision(sheet: FactSheet, chosen: ChosenDecision, put: Put) -> None:
    """Fill what the data leave open and the chosen decision says; what the record doubts about it is a note."""
    sheet.notes += [f"Prüfen Sie die Unterlage: {doubt}" for doubt in chosen.doubts()]
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


def about_decision(template: Template) -> bool:
    """Whether a template is about one decision."""
    return any(field.record.startswith("decision.") for field in template.fields.values())


def ask_which(sheet: FactSheet, sources: Sources) -> None:
    """Note that one of several decisions can be chosen, where the template is about one."""
    found = list(main_decisions(sources))
    if len(found) > 1 and about_decision(sheet.template):
        how = f"„--item TOP“ wählt einen, in der Datendatei „{KEY}: {{top: 5}}“"
        sheet.notes.append(f"In den Unterlagen stehen {len(found)} Beschlüsse; {how}:{listed(found)}")


def decision_rows(sheet: FactSheet, sources: Sources, put: Put) -> None:
    """List the records' decisions where the template has such a list and the data leave it open."""
    lists = {name.partition("[].")[0] for name, asked in sheet.template.fields.items() if _of_rows(asked)}
    for above in sorted(lists - set(sheet.root)):
        rows: list[Node] = []
        for chosen in main_decisions(sources):
            row: dict[str, Node] = {}
            fill_row(sheet, chosen, f"{above}[{len(rows)}]", row, put)
            rows.append(row)
        if rows:
            sheet.root[above] = rows
            _note_open(sheet, above, rows)


def _note_open(sheet: FactSheet, above: str, rows: list[Node]) -> None:
    """Note how many rows do not say whether they are public, where the template asks for it."""
    for asked in sheet.template.fields.values():
        field = asked.name.removeprefix(f"{above}[].")
        if asked.record == "decisions.oeffentlich":
            count = sum(field not in row for row in rows if isinstance(row, dict))
            if count:
                where = "solche Beschlüsse stehen nur in der nichtöffentlichen Fassung („oeffentlich: nein“)"
                sheet.notes.append(f"Ohne Angabe zur Öffentlichkeit: {count} von {len(rows)}; {where}.")


def fill_row(sheet: FactSheet, chosen: ChosenDecision, path: str, row: dict[str, Node], put: Put) -> None:
    """Fill what a row of the data leaves open and its decision says."""
    above = path.rpartition("[")[0]
    for asked in sheet.template.fields.values():
        field = asked.name.removeprefix(f"{above}[].")
        if _of_rows(asked) and field != asked.name and field not in row:
            put(asked, chosen.values(asked.record.partition(".")[2]), f"{path}.{field}", row, field)


def _of_rows(asked: Field) -> bool:
    return asked.record.startswith("decisions.")


def list_figures(sheet: FactSheet, sources: Sources) -> None:
    """List the records' figures, so that staff who gave no data see what there is."""
    shape = sheet.template.shape.get(FIGURES)
    if not isinstance(shape, list):
        return
    merged: dict[Value, Found] = {}
    for _, found in sources.figures():
        merged.setdefault(found.value, found)
    rows: list[Node] = []
    for index, found in enumerate(merged.values()):
        told = Fact(
            f"{FIGURES}[{index}].angabe",
            shape[0]["angabe"].label,
            printable(found.name),
            Entered(by="Vorschlag von kimdocs"),
        )
        amount = Fact(f"{FIGURES}[{index}].betrag", shape[0]["betrag"].label, found.value, found.provenance)
        row: dict[str, Node] = {"angabe": Leaf(told), "betrag": Leaf(amount)}
        rows.append(row)
    if rows:
        sheet.root[FIGURES] = rows


def _parent(root: dict[str, Node], path: str) -> tuple[dict[str, Node], str]:
    *above, last = path.split(".")
    node = root
    for name in above:
        child = node.setdefault(name, {})
        node = child if isinstance(child, dict) else {}
    return node, last
