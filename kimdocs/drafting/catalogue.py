"""The templates: where they are, and what ``template.toml`` says of their fields."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from kimdocs.drafting.toml_errors import reason
from kimdocs.errors import TemplateError

MAX_TEMPLATE_BYTES = 50_000
_KIND = re.compile(r"[a-z][a-z0-9_-]{0,40}")
_PATH = re.compile(r"[a-z][a-z0-9_]*(\[\])?(\.[a-z][a-z0-9_]*(\[\])?)*")


class FieldType(StrEnum):
    """What a field holds."""

    TEXT = "text"
    PARAGRAPHS = "paragraphs"
    NUMBER = "number"
    AMOUNT = "amount"
    POSTS = "posts"
    DATE = "date"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a template.

    Attributes:
        name: Path with ``[]`` for every list on it, for example ``beratungsfolge[].termin``.
        choices: The allowed words of a ``choice``.
        record: Where a record gives the value if the data does not: ``document.title``; empty if nowhere.
        accusative: The template's sentence has it in the accusative; a nominative is turned into it.
        among: Path (with ``[]``) of the values of which it should be one; empty if of none.
        after: Path of a date that it should not be before; empty if of none.
        most: The largest number that it may be; empty if any.
    """

    name: str
    type: FieldType
    label: str
    help: str = ""
    required: bool = False
    legal_basis: str = ""
    choices: tuple[str, ...] = ()
    record: str = ""
    accusative: bool = False
    among: str = ""
    after: str = ""
    most: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """A computed field, by one of four rules.

    Attributes:
        name: Path of the field; with ``[]`` it is computed in every row of that list.
        of: The sum of this path (with ``[]``).
        rows: Fields of the row; one that states none of these, but another amount, does not count in the sum.
        difference: The first path less the others; one that ends in ``?`` counts only where it is stated.
        product: Fields of the same row by what they are: ``satz``, ``menge``, ``monate``.
        share: Path of the amount that is divided among the rows, to the cent.
        by: Fields of the row that can be the key; the one that every row states is taken.
        below_zero: German sentence on what is wrong where it is negative; empty where that may be.
    """

    name: str
    label: str
    of: str = ""
    rows: tuple[str, ...] = ()
    difference: tuple[str, ...] = ()
    product: tuple[tuple[str, str], ...] = ()
    share: str = ""
    by: tuple[str, ...] = ()
    below_zero: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """Two computed fields that must be equal where both are there: what is needed, and what covers it."""

    label: str
    need: str
    cover: str


@dataclass(frozen=True, slots=True)
class Template:
    """A template folder that was read.

    Attributes:
        fields: By name, in the order of ``template.toml``.
        labels: German names of lists and groups of fields, for what is said where all of them is missing.
        public_field: The field that says whether the paper is public; empty if there is none.
        date_field: The field with the paper's date; the document's own dates are set from it.
        running_head: Fields whose values stand in the header of the pages.
        landscape: The pages lie on their long side.
        folder: Where ``template.md.j2`` is.
    """

    kind: str
    title: str
    description: str
    legal_basis: str
    fields: dict[str, Field]
    totals: tuple[Total, ...]
    balances: tuple[Balance, ...]
    labels: dict[str, str]
    public_field: str
    date_field: str
    running_head: tuple[str, ...]
    landscape: bool
    folder: Path
    root: Path
    _shape: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def shape(self) -> dict[str, Any]:
        """The fields as a tree: a Field, a dict of names, or a list with the one shape of its items."""
        if not self._shape:
            for item in self.fields.values():
                _plant(self._shape, item.name.split("."), item)
        return self._shape

    @property
    def builtin(self) -> bool:
        """It comes with the program."""
        return self.root == builtin_root()

    def text(self) -> str:
        """The text of ``template.md.j2``."""
        return read_template_text(self.folder / "template.md.j2")


def builtin_root() -> Path:
    """Folder of the templates that come with the program, in a checkout and installed."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def kinds(templates: Path | None = None) -> tuple[str, ...]:
    """Names of all templates, those of the town's own folder among them."""
    roots = [builtin_root(), *([templates] if templates else [])]
    return tuple(sorted({path.parent.name for root in roots for path in root.glob("*/template.md.j2")}))


def load_template(kind: str, templates: Path | None = None) -> Template:
    """The template of a kind; a folder of the town's own goes before the one that comes with the program.

    Raises:
        TemplateError: There is no such template, or its ``template.toml`` is wrong.
    """
    if templates is not None and not templates.is_dir():
        raise TemplateError(f"Den Vorlagenordner „{templates}“ gibt es nicht.", "Prüfen Sie --templates.")
    for root in filter(None, (templates, builtin_root())):
        if _KIND.fullmatch(kind) and (root / kind / "template.md.j2").is_file():
            return _read(kind, root)
    known = kinds(templates)
    near = difflib.get_close_matches(kind, known, 1)
    hint = f"Meinten Sie „{near[0]}“?" if near else f"Es gibt: {', '.join(known)}."
    raise TemplateError(f"Die Vorlage „{kind}“ gibt es nicht.", hint)


def house_style(templates: Path | None = None) -> Path:
    """The Word file with letterhead, header, footer and styles.

    Raises:
        TemplateError: The town's own one leads out of the folder of templates.
    """
    own = templates / "house" / "hausvorlage.docx" if templates else None
    if own is None or not own.is_file():
        return builtin_root() / "house" / "hausvorlage.docx"
    within(own)
    return own


def read_template_text(path: Path) -> str:
    """Text of a template file.

    Raises:
        TemplateError: It cannot be read, is no UTF-8, larger than 50 KB, or leads out of the folder of templates.
    """
    within(path)
    try:
        if path.stat().st_size > MAX_TEMPLATE_BYTES:
            raise TemplateError(f"Die Vorlage „{path.name}“ ist größer als {MAX_TEMPLATE_BYTES // 1000} KB.")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(
            f"Die Vorlage „{path}“ lässt sich nicht lesen.", "Sie muss eine UTF-8-Datei sein."
        ) from error


def within(path: Path) -> None:
    """Refuse a file of a folder of templates that is a link to somewhere else: it may come from a stranger."""
    if not path.resolve().is_relative_to(path.parent.parent.resolve()):
        raise TemplateError(
            f"„{path}“ verweist auf eine Datei außerhalb des Vorlagenordners.", "Legen Sie die Datei selbst dorthin."
        )


def _read(kind: str, root: Path) -> Template:
    folder = root / kind
    facts = folder / "template.toml"
    if not facts.is_file():
        facts = builtin_root() / kind / "template.toml"
    if not facts.is_file():
        raise TemplateError(
            f"Zur Vorlage „{kind}“ fehlt die Datei template.toml.", f"Legen Sie {folder / 'template.toml'} an."
        )
    try:
        return _template(kind, folder, root, read_template_text(facts))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise TemplateError(
            f"Die Datei „{facts}“ ist fehlerhaft: {reason(error)}.", "Vergleichen Sie sie mit einer mitgelieferten."
        ) from error


@lru_cache(maxsize=64)
def _template(kind: str, folder: Path, root: Path, text: str) -> Template:
    """The template, read once for each text of its ``template.toml``."""
    data = tomllib.loads(text)
    fields = {raw["name"]: _field(raw) for raw in data.get("field", ())}
    return Template(
        kind=kind,
        title=data["title"],
        description=data.get("description", ""),
        legal_basis=data.get("legal_basis", ""),
        fields=fields,
        totals=tuple(_total(raw) for raw in data.get("computed", ())),
        balances=tuple(Balance(raw["label"], raw["need"], raw["cover"]) for raw in data.get("balance", ())),
        labels=dict(data.get("labels", {})),
        public_field=data.get("public_field", ""),
        date_field=data.get("date_field", ""),
        running_head=tuple(data.get("running_head", ())),
        landscape=bool(data.get("landscape", False)),
        folder=folder,
        root=root,
    )


def _field(raw: dict[str, Any]) -> Field:
    if not _PATH.fullmatch(raw["name"]):
        raise ValueError(f"„{raw['name']}“ ist kein Feldname")
    return Field(
        name=raw["name"],
        type=FieldType(raw["type"]),
        label=raw["label"],
        help=raw.get("help", ""),
        required=bool(raw.get("required", False)),
        legal_basis=raw.get("legal_basis", ""),
        choices=tuple(raw.get("choices", ())),
        record=raw.get("record", ""),
        accusative=bool(raw.get("accusative", False)),
        among=raw.get("among", ""),
        after=raw.get("after", ""),
        most=str(raw.get("most", "")),
    )


def _total(raw: dict[str, Any]) -> Total:
    return Total(
        name=raw["name"],
        label=raw["label"],
        of=raw.get("of", ""),
        rows=tuple(raw.get("rows", ())),
        difference=tuple(raw.get("difference", ())),
        product=tuple(raw.get("product", {}).items()),
        share=raw.get("share", ""),
        by=tuple(raw.get("by", ())),
        below_zero=raw.get("below_zero", ""),
    )


def _plant(tree: dict[str, Any], parts: list[str], item: Field) -> None:
    name, is_list = parts[0].removesuffix("[]"), parts[0].endswith("[]")
    if len(parts) == 1:
        tree[name] = [item] if is_list else item
        return
    if is_list:
        _plant(tree.setdefault(name, [{}])[0], parts[1:], item)
    else:
        _plant(tree.setdefault(name, {}), parts[1:], item)
