"""The machine-readable sources of a draft, out of its Word file or the JSON file beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.roundtrip.package import WORD
from kimdocs.drafting.roundtrip.words import squeeze
from kimdocs.drafting.saving import twin_of
from kimdocs.drafting.trace import NAMESPACE
from kimdocs.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kimdocs.drafting.roundtrip.package import WordPackage

_FAMILY = NAMESPACE.rpartition(":")[0] + ":"
_MAX_TWIN = 25_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed value of a draft.

    Attributes:
        field: Path of the field in the data.
        bookmark: Name of the Word bookmark around it; empty for what was simply typed in.
        origins: The origins as the twin holds them.
        noted: It stands in a note to the author, which the final copy leaves out.
        beside: What the draft printed right before and behind a figure; None where an earlier version kept nothing.
    """

    field: str
    label: str
    text: str
    bookmark: str
    origins: tuple[dict[str, Any], ...]
    noted: bool = False
    beside: tuple[str, str] | None = None


def read_entries(package: WordPackage, path: Path) -> tuple[Entry, ...]:
    """Every printed value of a draft, in the order of reading.

    Args:
        package: The draft.
        path: Where it lies; a final copy has its sources only in ``<name>.sources.json`` beside it.

    Raises:
        InputError: It is no draft of this program, or one of another version, or the sources beside it are another's.
    """
    embedded = _embedded(package)
    found = embedded or _beside(path)
    if found is None:
        raise InputError(
            f"„{package.name}“ ist kein Entwurf von kimdocs: Es fehlen die Quellenangaben.",
            "Nennen Sie zuerst den Entwurf, dann die bearbeitete Fassung. Bei einer Reinschrift muss die Datei "
            f"„{path.stem}.sources.json“ daneben liegen.",
        )
    entries = _entries(package, found)
    if embedded is None:
        _check_belongs(package, path, entries)
    return entries


def _check_belongs(package: WordPackage, path: Path, entries: Sequence[Entry]) -> None:
    """Refuse sources beside a final copy that are another draft's, written later under the same name."""
    said = squeeze("".join(_words(package.body)))
    missing = [entry for entry in entries if not entry.noted and squeeze(entry.text) not in said]
    if missing:
        raise InputError(
            f"„{path.stem}.sources.json“ gehört nicht zu „{package.name}“: "
            f"„{squeeze(missing[0].text)[:60]}“ ({missing[0].label}) steht nicht darin.",
            "Ein späterer Entwurf mit demselben Namen hat die Datei überschrieben; schreiben Sie beide neu.",
        )


def _words(body: Any) -> Iterator[str]:
    for item in body.iter():
        name = str(item.tag).removeprefix(WORD)
        if name == "t":
            yield item.text or ""
        elif name in {"tab", "br", "p"}:
            yield " "


def embedded_entries(package: WordPackage) -> tuple[Entry, ...]:
    """Every printed value of a draft that carries its sources in itself, in the order of reading.

    Raises:
        InputError: It carries none: a final copy, no draft of this program, or one of another version.
    """
    found = _embedded(package)
    if found is None:
        raise InputError(
            f"„{package.name}“ enthält keine Quellenangaben.",
            "Nur Entwürfe von kimdocs tragen sie, Reinschriften nicht.",
        )
    return _entries(package, found)


def entered_words(origin: dict[str, Any]) -> str:
    """German words for an entry of the twin: who, when, in which data file; empty where it says nothing of these."""
    by, at, file = (origin.get(key) for key in ("by", "at", "file"))
    day = ".".join(reversed(str(at).split("-"))) if at else ""
    return ", ".join(part for part in (squeeze(str(by or "")), day, f"Datendatei {file}" if file else "") if part)


def _entries(package: WordPackage, found: tuple[str, Any]) -> tuple[Entry, ...]:
    schema, data = found
    if schema != NAMESPACE:
        raise InputError(
            f"„{package.name}“ stammt aus einer anderen Version von kimdocs ({schema[:60]}).",
            "Nehmen Sie die Version, die den Entwurf geschrieben hat.",
        )
    try:
        return tuple(_entry(value) for value in data["values"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(
            f"Die Quellenangaben in „{package.name}“ sind beschädigt.", "Schreiben Sie den Entwurf neu."
        ) from error


def _entry(value: dict[str, Any]) -> Entry:
    origins = tuple(dict(origin) for origin in value["origins"])
    names = (str(value["field"]), str(value["label"]), str(value["text"]), str(value.get("bookmark") or ""))
    before, behind = value.get("beside") or (None, None)
    beside = None if before is None else (str(before), str(behind))
    return Entry(*names, origins, value.get("noted") is True, beside)


def _embedded(package: WordPackage) -> tuple[str, Any] | None:
    for name in package.names:
        root = package.part(name) if name.startswith("customXml/") and name.endswith(".xml") else None
        if root is not None and str(root.tag).startswith(f"{{{_FAMILY}"):
            return str(root.tag)[1:].partition("}")[0], _json(root.text or "")
    return None


def _beside(path: Path) -> tuple[str, Any] | None:
    beside = twin_of(path)
    try:
        if not beside.is_file() or beside.stat().st_size > _MAX_TWIN:
            return None
        data = _json(beside.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return (str(data.get("schema")), data) if isinstance(data, dict) else None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
