"""Data files of drafts: YAML and JSON to a tree of scalars that keep their source text and their line.

Nothing is interpreted here ("5.000" and ``ja`` stay text): no value is ever a float, and each error names its line.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.yaml_errors import wrong_yaml
from kimdocs.errors import DataError

if TYPE_CHECKING:
    import yaml

MAX_BYTES = 500_000
MAX_NODES = 20_000
MAX_DEPTH = 12
MAX_PROBLEMS = 20
_READ_APART = re.compile(r"[\t\ufeff]|(?:^|[\s,\[{-])[?!](?:\s|$)")
"""What the two loaders of YAML read differently: tabs, marks of byte order, "?" before a key, "!" before nothing."""
_DOCUMENTS = {".docx", ".doc", ".odt", ".pdf", ".html", ".htm", ".md", ".xlsx"}
_PARTED = re.compile(r"\d,\d")
_REMARK = re.compile(r"[ \t]+(#[^\n]*)")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as written; ``plain`` tells that it stood unquoted; ``text`` is None where nothing was stated.

    Attributes:
        remark: What stood behind it from a "#" on, which YAML does not read; empty where nothing did.
    """

    text: str | None
    plain: bool = False
    line: int | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Named values."""

    items: dict[str, RawNode]
    line: int | None = None
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listing:
    """Values in a row."""

    items: tuple[RawNode, ...]
    line: int | None = None


RawNode = Scalar | Group | Listing


@dataclass(frozen=True, slots=True)
class DataFile:
    """Data that were read, and the name of their file; None where a mapping was given."""

    tree: Group
    name: str | None = None


def read_data(data: str | Path | Mapping[str, Any] | DataFile | None) -> DataFile:
    """Tree of a data file (path) or of a mapping, and the file's name.

    Raises:
        DataError: The file is missing, too large, no YAML or JSON, or holds what a data file may not hold.
    """
    if data is None or isinstance(data, DataFile):
        return data or DataFile(Group({}))
    if isinstance(data, Mapping):
        tree = _from_python(data, "", 0)
        return DataFile(tree if isinstance(tree, Group) else Group({}))
    path = Path(data)
    text = _text_of(path)
    tree = _from_json(text, path.name) if path.suffix.lower() == ".json" else _from_yaml(text, path.name)
    if isinstance(tree, Scalar) and tree.text is None:
        return DataFile(Group({}), path.name)
    if not isinstance(tree, Group):
        raise DataError(
            f"Die Datendatei „{path.name}“ enthält keine Felder.",
            "Erwartet werden Zeilen wie „betreff: Neubau der Kita“.",
        )
    return DataFile(tree, path.name)


def _text_of(path: Path) -> str:
    if path.suffix.lower() in _DOCUMENTS:
        raise DataError(
            f"„{path.name}“ ist keine Datendatei.",
            "Datendateien sind YAML (.yaml) oder JSON; ein Dokument, aus dem Angaben stammen, nennen Sie mit „--from“.",
        )
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataError(f"Die Datendatei „{path.name}“ ist größer als {MAX_BYTES // 1000} KB.")
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise DataError(f"Die Datendatei „{path}“ gibt es nicht.", "Prüfen Sie Namen und Ordner.") from error
    except OSError as error:
        raise DataError(f"Die Datendatei „{path}“ lässt sich nicht lesen.", "Prüfen Sie den Pfad.") from error
    except UnicodeDecodeError as error:
        raise DataError(f"Die Datendatei „{path.name}“ ist nicht UTF-8.", "Speichern Sie sie als UTF-8.") from error


def _from_yaml(text: str, name: str) -> RawNode:
    import yaml

    try:
        root = _composed(text, name)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        raise wrong_yaml(error, text, name) from error
    return Scalar(None) if root is None else _YamlTree(name, text).node(root, 0)


def _composed(text: str, name: str) -> yaml.Node | None:
    """YAML's own nodes, by the fast loader where it is there; what that refuses, the other one says why."""
    import yaml

    fast = getattr(yaml, "CSafeLoader", None)
    if fast is not None and not _READ_APART.search(text):
        try:
            return _shallow(text, name, fast)
        except (yaml.YAMLError, UnicodeError):
            pass
    return _shallow(text, name, yaml.SafeLoader)


def _shallow(text: str, name: str, loader: Any) -> yaml.Node | None:
    """Nodes of a text that is not nested deeper than data are: both loaders would go down to the end of their stack."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH + 1:
            raise _too_much(name, event.start_mark.line + 1 if event.start_mark else 1)
    root: yaml.Node | None = yaml.compose(text, Loader=loader)
    return root


def _too_much(name: str, line: int) -> DataError:
    return DataError(f"Die Datendatei „{name}“, Zeile {line}, ist zu tief oder zu umfangreich gegliedert.")


class _YamlTree:
    """Turns YAML's own nodes into ours, and counts them: an alias may stand for much more than it looks like."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text
        self._count = 0

    def node(self, node: yaml.Node, depth: int) -> RawNode:
        import yaml

        line = node.start_mark.line + 1
        self._count += 1
        if depth > MAX_DEPTH or self._count > MAX_NODES:
            raise _too_much(self._name, line)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, line)
        if isinstance(node, yaml.SequenceNode):
            return Listing(tuple(self.node(item, depth + 1) for item in node.value), line)
        return self._group(node, depth, line)

    def _scalar(self, node: yaml.ScalarNode, line: int) -> Scalar:
        plain = not node.style  # the fast loader says "" where the other says None
        remark = self._behind(node.end_mark.index, line) if plain else ""
        if plain and node.tag == "tag:yaml.org,2002:null":
            return Scalar(None, plain=True, line=line, remark=remark)
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.rpartition(":")[2] not in _YAML_SCALARS:
            raise DataError(
                f"Die Datendatei „{self._name}“, Zeile {line}, verwendet die Kennzeichnung „{node.tag}“.",
                'Beginnt ein Text mit „!“, setzen Sie ihn in Anführungszeichen: "!…".',
            )
        return Scalar(node.value, plain=plain, line=line, remark=remark)

    def _behind(self, end: int, line: int) -> str:
        """The remark behind an unquoted value that ends here.

        Raises:
            DataError: In brackets, a comma parted a number.
        """
        if end and _PARTED.match(self._text, end - 1):
            raise DataError(
                f"Die Datendatei „{self._name}“, Zeile {line}: In Klammern trennt jedes Komma, auch das einer Zahl.",
                'Setzen Sie Werte mit Komma in Anführungszeichen, zum Beispiel "1,5 Stellen"; zwischen zwei Zahlen '
                "gehört hinter das Komma ein Leerzeichen.",
            )
        found = _REMARK.match(self._text, end)
        return found[1].strip() if found else ""

    def _group(self, node: Any, depth: int, line: int) -> Group:
        items: dict[str, RawNode] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key_line = key_node.start_mark.line + 1
            key = fold_name(str(key_node.value))
            if key in items or key == "<<":
                raise DataError(
                    f"Die Datendatei „{self._name}“, Zeile {key_line}: "
                    f"Das Feld „{key_node.value}“ steht zweimal oder ist unzulässig."
                )
            items[key] = self.node(value_node, depth + 1)
            lines[key] = key_line
        return Group(items, line, lines)


_YAML_SCALARS = {"str", "int", "float", "bool", "timestamp", "null", "value"}


def _from_json(text: str, name: str) -> RawNode:
    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) != len(items):
            raise DataError(f"In der Datendatei „{name}“ steht ein Feld zweimal.")
        return found

    try:
        data = json.loads(text, parse_float=_Plain, parse_int=_Plain, parse_constant=_Plain, object_pairs_hook=pairs)
    except (json.JSONDecodeError, RecursionError) as error:
        place = f", Zeile {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise DataError(
            f"Die Datendatei „{name}“{place} ist kein gültiges JSON.",
            "Prüfen Sie Kommas, Klammern und Anführungszeichen dort und in der Zeile davor.",
        ) from error
    return _from_python(data, "", 0)


class _Plain(str):
    """A number of a JSON file, as it stood there."""

    __slots__ = ()


def _from_python(value: Any, where: str, depth: int) -> RawNode:
    if depth > MAX_DEPTH:
        raise DataError(f"Die Angaben zu „{where}“ sind zu tief gegliedert.")
    if isinstance(value, Mapping):
        return Group(
            {
                fold_name(str(key)): _from_python(item, f"{where}.{key}".lstrip("."), depth + 1)
                for key, item in value.items()
            }
        )
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return Listing(tuple(_from_python(item, f"{where}[{index}]", depth + 1) for index, item in enumerate(value)))
    return Scalar(_scalar_text(value, where), plain=isinstance(value, _Plain | Decimal | int))


def _scalar_text(value: Any, where: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, Decimal) and value.is_finite():
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    raise DataError(
        f"Der Wert von „{where}“ ({value!r}) ist weder Text noch ganze Zahl, Decimal oder Datum.",
        "Geben Sie Kommazahlen als Text („0,5“) oder Decimal an.",
    )


_NAME = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "-": "_", " ": "_"})


def fold_name(name: str) -> str:
    """Name of a field as templates write it: lower case, ä as ae, blanks and hyphens as underscore."""
    return name.strip().lower().translate(_NAME)


def wrong_data(problems: list[str], file: str | None) -> DataError:
    """The error to raise for all that is wrong with the values of data."""
    where = f"In der Datendatei „{file}“" if file else "In den übergebenen Daten"
    shown = "\n".join(f"  – {problem}" for problem in problems[:MAX_PROBLEMS])
    more = f"\n  – und {len(problems) - MAX_PROBLEMS} weitere." if len(problems) > MAX_PROBLEMS else ""
    count = "stimmt eine Angabe nicht" if len(problems) == 1 else f"stimmen {len(problems)} Angaben nicht"
    return DataError(f"{where} {count}:\n{shown}{more}", "Die Felder mit Hilfe zeigt „kimdocs draft … --fields“.")
