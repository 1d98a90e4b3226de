"""Filling a fact sheet: from a data file, from records, or from both."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kimdocs.drafting import entering, formula, rates, suggest, totals
from kimdocs.drafting.catalogue import Field, FieldType, Template
from kimdocs.drafting.chosen import KEY, chosen_decision
from kimdocs.drafting.confirmed import words_of
from kimdocs.drafting.convert import convert, expected, fits, printable
from kimdocs.drafting.datafile import Group, Listing, RawNode, Scalar, wrong_data
from kimdocs.drafting.facts import FactSheet, forget_empty
from kimdocs.drafting.hints import not_expected, unknown_field, unread
from kimdocs.drafting.sources import ChoiceError, Found, NotStatedError, Sources
from kimdocs.drafting.values import Fact, Leaf, Node, Value
from kimdocs.model.provenance import Entered, Provenance, Stated

SPECIAL = {"wert", "quelle", "rechnung"} | entering.KEYS
RESERVED = {"quellen", KEY} | entering.KEYS
BODY = "koerperschaft"


def fill(template: Template, data: Group, file: str | None, sources: Sources) -> FactSheet:
    """The fact sheet of a template.

    Raises:
        DataError: An unknown field, or values that are not what their fields ask for; all are named at once.
    """
    sheet = FactSheet(template)
    filler = _Filler(sheet, sources, Entered(file=file))
    filler.entry = filler.entry_of(data, "")
    reserved = RESERVED - set(template.shape)
    filler.group(
        template.shape,
        Group({k: v for k, v in data.items.items() if k not in reserved}, data.line, data.lines),
        "",
        sheet.root,
    )
    filler.later()
    forget_empty(sheet.root)
    suggest.from_records(sheet, sources, filler.put)
    decision = chosen_decision(data, sources)
    if decision is None:
        suggest.ask_which(sheet, sources)
    elif suggest.about_decision(template):
        suggest.from_decision(sheet, decision, filler.put)
    elif KEY in data.items:
        filler.problem(KEY, data, f"die Vorlage „{template.kind}“ übernimmt keinen einzelnen Beschluss")
    suggest.decision_rows(sheet, sources, filler.put)
    if not set(data.items) - entering.KEYS:
        suggest.list_figures(sheet, sources)
    if filler.problems:
        raise wrong_data(filler.problems, file)
    totals.add(sheet)
    sheet.name_rows()
    return sheet


def name_body(sheet: FactSheet, name: str) -> None:
    """Name the body as the town's ``haus.toml`` does, where neither data nor records name it."""
    asked = sheet.template.fields.get(BODY)
    if name and asked is not None and BODY not in sheet.root:
        sheet.root[BODY] = Leaf(Fact(BODY, asked.label, printable(name), Entered(file="haus.toml")))


class _Filler:
    """Walks the data along the shape of the template's fields."""

    def __init__(self, sheet: FactSheet, sources: Sources, entry: Entered) -> None:
        self.sheet, self.sources, self.entry = sheet, sources, entry
        self.problems: list[str] = []
        self._later: list[tuple[dict[str, Node] | list[Node], str | int, Field, Group, str, Entered]] = []

    def group(self, shape: dict[str, Any], raw: RawNode, path: str, into: dict[str, Node]) -> None:
        if not isinstance(raw, Group):
            if not _is_empty(raw):
                self.problem(path, raw, f"erwartet Unterfelder: {', '.join(shape)}")
            return
        before, about = self.entry, entering.KEYS - set(shape) if path else set()
        if about & set(raw.items):
            self.entry = self.entry_of(raw, path)
        for name, value in raw.items.items():
            below = f"{path}.{name}".lstrip(".")
            if name in about:
                continue
            if name not in shape:
                self.problem(below, raw, unknown_field(name, shape, value), raw.lines.get(name))
                continue
            self.place(shape[name], value, below, into, name)
        self.entry = before

    def place(self, shape: Any, raw: RawNode, path: str, into: dict[str, Node] | list[Node], key: str | int) -> None:
        if isinstance(shape, Field):
            self.leaf(shape, raw, path, into, key)
        elif isinstance(shape, list):
            rows: list[Node] = []
            _put(into, key, rows)
            self.rows(shape[0], raw, path, rows)
        else:
            inner: dict[str, Node] = {}
            _put(into, key, inner)
            self.group(shape, raw, path, inner)

    def rows(self, shape: Any, raw: RawNode, path: str, rows: list[Node]) -> None:
        if isinstance(raw, Group) and set(raw.items) == {"quelle"}:
            self.rows_from_record(shape, raw.items["quelle"], path, rows)
        elif isinstance(raw, Listing):
            for index, item in enumerate(raw.items):
                rows.append({})
                self.row(shape, item, f"{path}[{index}]", rows, index)
            rows[:] = [row for row in rows if row != {}]
        elif not _is_empty(raw):
            self.problem(path, raw, "erwartet eine Liste (Zeilen, die mit „- “ beginnen)")

    def row(self, shape: Any, raw: RawNode, path: str, rows: list[Node], index: int) -> None:
        """One row; ``entscheidung`` in it names the decision that fills what the data leave open."""
        if not isinstance(raw, Group) or KEY not in raw.items or not isinstance(shape, dict):
            self.place(shape, raw, path, rows, index)
            return
        rest = {name: value for name, value in raw.items.items() if name != KEY}
        self.place(shape, Group(rest, raw.line, raw.lines), path, rows, index)
        chosen, row = chosen_decision(raw, self.sources), rows[index]
        if chosen is not None and isinstance(row, dict):
            suggest.fill_row(self.sheet, chosen, path, row, self.put)

    def rows_from_record(self, shape: Any, raw: RawNode, path: str, rows: list[Node]) -> None:
        words = words_of(raw) if isinstance(raw, Group) else {}
        try:
            if isinstance(shape, Field):
                for index, found in enumerate(self.sources.choose(words)):
                    rows.append(Leaf(Fact(f"{path}[{index}]", shape.label, found.value, found.provenance)))
                return
            for index, row in enumerate(self.sources.consultations(words.get("dokument", words.get("record")))):
                rows.append(_row_of(shape, row, f"{path}[{index}]"))
        except (ChoiceError, NotStatedError) as error:
            self.problem(path, raw, str(error))

    def leaf(self, asked: Field, raw: RawNode, path: str, into: dict[str, Node] | list[Node], key: str | int) -> None:
        if isinstance(raw, Scalar):
            self.sheet.notes += unread(asked, raw, path)
            if raw.text is not None and printable(raw.text).strip():
                self.put(asked, self.entered(asked, raw, path, self.entry), path, into, key)
        elif isinstance(raw, Group) and set(raw.items) == {"feld"}:
            self._later.append((into, key, asked, raw, path, self.entry))
        elif isinstance(raw, Group) and raw.items and set(raw.items) <= SPECIAL:
            if "rechnung" in raw.items:
                self._later.append((into, key, asked, raw, path, self.entry))
            else:
                self.put(asked, self.chosen(asked, raw, path), path, into, key)
        elif (
            isinstance(raw, Group)
            and "rate" in raw.items
            and set(raw.items) <= rates.KEYS
            and asked.type is FieldType.AMOUNT
        ):
            self.put(asked, self.rate(raw, path), path, into, key)
        else:
            self.problem(path, raw, not_expected(asked, raw))

    def rate(self, raw: Group, path: str) -> list[tuple[Value, Provenance]]:
        try:
            return [formula.rate(raw, self.sources)]
        except ValueError as error:
            self.problem(path, raw, str(error))
            return []

    def put(self, asked: Field, options: list[tuple[Value, Provenance]], path: str, into: Any, key: str | int) -> None:
        if not options:
            return
        value, origin = options[0]
        others = tuple((other, where) for other, where in options if other != value)
        stated = [where for other, where in options if other == value and isinstance(where, Stated)]
        origins = _by_document(stated) or [origin]
        _put(into, key, Leaf(Fact(path, asked.label, value, origins[0], others, tuple(origins[1:]))))

    def entry_of(self, raw: Group, path: str) -> Entered:
        def problem(key: str, sentence: str, line: int | None) -> None:
            self.problem(f"{path}.{key}".lstrip("."), raw, sentence, line)

        return entering.entry_of(raw, self.entry, problem)

    def entered(self, asked: Field, raw: Scalar, path: str, entry: Entered) -> list[tuple[Value, Provenance]]:
        try:
            return [(convert(asked, raw.text or "", plain=raw.plain), replace(entry, field=path))]
        except ValueError as error:
            self.problem(path, raw, f"„{_clip(raw.text)}“ {error}; erwartet wird {expected(asked)}")
            return []

    def chosen(self, asked: Field, raw: Group, path: str) -> list[tuple[Value, Provenance]]:
        """The values of ``{wert: …, quelle: …}``; ``quelle`` may be a list of several sources for the same value."""
        options: list[tuple[Value, Provenance]] = []
        if set(raw.items) & entering.KEYS and not set(raw.items) & entering.ABOUT:
            words = f"„{entering.BY}“ und „{entering.AT}“ gehören zu einem „wert“ oder einer „rechnung“"
            self.problem(path, raw, words)
        entry, value = self.entry_of(raw, path), raw.items.get("wert")
        if isinstance(value, Scalar) and value.text is not None:
            options += self.entered(asked, value, path, entry)
        listed = raw.items.get("quelle")
        for item in listed.items if isinstance(listed, Listing) else [listed] if listed else []:
            options += self.from_choice(asked, item, path)
        return options

    def from_choice(self, asked: Field, raw: RawNode, path: str) -> list[tuple[Value, Provenance]]:
        try:
            found = self.sources.choose(words_of(raw) if isinstance(raw, Group) else {}, whole=True)
        except NotStatedError as error:
            self.sheet.notes.append(f"„{asked.label}“ ({path}) bleibt offen: {error}")
            return []
        except ChoiceError as error:
            self.problem(path, raw, str(error))
            return []
        if not fits(asked, found[0].value):
            self.problem(path, raw, f"die Quelle „{_clip(found[0].name)}“ passt nicht; erwartet wird {expected(asked)}")
            return []
        value = found[0].value
        return [(printable(value) if isinstance(value, str) else value, found[0].provenance)]

    def later(self) -> None:
        """Work out what is computed, those that others build upon first."""
        waiting = self._later
        while waiting:
            still = [job for job in waiting if not self._compute(job, last=False)]
            if len(still) == len(waiting):
                for job in still:
                    self._compute(job, last=True)
                return
            waiting = still

    def _compute(self, job: tuple[Any, str | int, Field, Group, str, Entered], *, last: bool) -> bool:
        into, key, asked, raw, path, self.entry = job
        entry = entering.entry_of(raw, self.entry, lambda *_: None)
        try:
            value, origin = self._worked_out(asked, raw, entry)
        except formula.NotYetError as error:
            if last:
                self.problem(path, raw, str(error))
            return False
        except ValueError as error:
            self.problem(path, raw, str(error))
            return True
        self.put(asked, [(value, origin), *self.chosen(asked, raw, path)], path, into, key)
        return True

    def _worked_out(self, asked: Field, raw: Group, entry: Entered) -> tuple[Value, Provenance]:
        if "feld" not in raw.items:
            return formula.work_out(raw.items["rechnung"], self.sources, self.sheet.find, entry)
        value, origin = formula.same(raw.items["feld"], self.sheet.find)
        if not fits(asked, value):
            raise ValueError(f"übernimmt ein Feld, das nicht passt; erwartet wird {expected(asked)}")
        return value, origin

    def problem(self, path: str, raw: RawNode, sentence: str, line: int | None = None) -> None:
        at = line or raw.line
        self.problems.append(f"Feld „{path}“{f' (Zeile {at})' if at else ''}: {sentence.removesuffix('.')}.")


def _put(into: dict[str, Node] | list[Node], key: str | int, node: Node) -> None:
    into[key] = node  # type: ignore[index]


def _row_of(shape: dict[str, Field], row: dict[str, Found], path: str) -> dict[str, Node]:
    return {
        name: Leaf(Fact(f"{path}.{name}", shape[name].label, found.value, found.provenance))
        for name, found in row.items()
        if name in shape
    }


def _is_empty(raw: RawNode) -> bool:
    return isinstance(raw, Scalar) and raw.text is None


def _by_document(stated: list[Stated]) -> list[Provenance]:
    """One origin a document, with all its places."""
    merged: dict[str, Stated] = {}
    for item in stated:
        before = merged.get(item.source.id)
        places = tuple(dict.fromkeys((*before.evidence, *item.evidence))) if before else item.evidence
        merged[item.source.id] = Stated(item.source, item.document, places, item.public)
    return list(merged.values())


def _clip(text: str | None) -> str:
    shown = printable(text or "")
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
