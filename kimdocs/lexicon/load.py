"""Reading the lexicon's TOML files."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, Any, cast

from kimdocs.errors import LexiconError
from kimdocs.lexicon.spelling import as_before, reading_both

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

_KEYS = {"id", "phrases", "combined", "pattern", "value", "examples", "counter_examples", "note"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a table.

    Attributes:
        id: Unique in its table; facts name it as ``<table>.<id>``.
        phrases: Whole phrases in folded form (lower case). ``…`` inside a phrase stands for up to ``gap`` words. The
            file's ``combined`` adds combinations: one part of every list of a group, "" for none.
        pattern: Regular expression over folded text, where phrases do not do.
        value: What the entry means: an enumeration's value, a number as text, or empty.
        attributes: All further keys of the entry, as the table's reader needs them.
        examples: Texts in which the table's matcher must find this entry.
        counter_examples: Texts in which it must not.
        rule: Name under which facts cite this entry: ``<table>.<id>``.
    """

    table: str
    id: str
    phrases: tuple[str, ...] = ()
    pattern: str | None = None
    value: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    rule: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Name the rule once: facts ask for it again and again."""
        object.__setattr__(self, "rule", f"{self.table}.{self.id}")


def _folder() -> Traversable:
    return files("kimdocs.lexicon") / "data"


@cache
def _files() -> dict[str, Traversable]:
    found: dict[str, Traversable] = {}
    for item in _folder().iterdir():
        if item.name.endswith(".toml"):
            found[item.name[:-5]] = item
        elif item.is_dir():
            found |= {f"{item.name}/{sub.name[:-5]}": sub for sub in item.iterdir() if sub.name.endswith(".toml")}
    return dict(sorted(found.items()))


def table_names() -> tuple[str, ...]:
    """Names of all tables, for example ``outcomes`` or ``vendors/sessionnet``."""
    return tuple(_files())


@cache
def load(table: str) -> tuple[Entry, ...]:
    """All entries of a table.

    Raises:
        LexiconError: The table is unknown, is no TOML, or an entry breaks the rules.
    """
    known = _files()
    if table not in known:
        raise LexiconError(f"Das Lexikon hat keine Tabelle „{table}“.")
    try:
        data = tomllib.loads(known[table].read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"Die Lexikon-Datei „{table}.toml“ ist kein gültiges TOML: {error}.") from error
    entries = tuple(_entry(table, raw) for raw in data.get("entry", ()))
    if len({e.id for e in entries}) != len(entries):
        raise LexiconError(f"In der Lexikon-Datei „{table}.toml“ kommt eine Kennung zweimal vor.")
    return entries


def _entry(table: str, raw: dict[str, Any]) -> Entry:
    if "id" not in raw or not (raw.get("phrases") or raw.get("pattern")):
        raise LexiconError(f"In der Lexikon-Datei „{table}.toml“ fehlt einem Eintrag „id“ oder „phrases“: {raw!r}.")
    return Entry(
        table=table,
        id=raw["id"],
        phrases=_in_both_spellings((*raw.get("phrases", ()), *_combined(raw.get("combined", ())))),
        pattern=reading_both(raw["pattern"]) if "pattern" in raw else None,
        value=raw.get("value", ""),
        attributes={key: _attribute(value) for key, value in raw.items() if key not in _KEYS},
        examples=tuple(raw.get("examples", ())),
        counter_examples=tuple(raw.get("counter_examples", ())),
    )


def _attribute(value: object) -> object:
    """The value of a key of its own; lists of words hold the old spelling, too."""
    words = isinstance(value, list) and all(isinstance(word, str) for word in value)
    return [*_in_both_spellings(tuple(cast("list[str]", value)))] if words else value


def _in_both_spellings(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases, and behind them those that were spelled otherwise before 1996."""
    return (*phrases, *(old for phrase in phrases if (old := as_before(phrase)) not in phrases))


def _combined(groups: Iterable[Iterable[Iterable[str]]]) -> Iterator[str]:
    return (" ".join(filter(None, parts)) for group in groups for parts in product(*group))


@cache
def words_of(table: str, *ids: str) -> frozenset[str]:
    """The phrases of the named entries of a table, where a table is but a set of words."""
    return frozenset(phrase for entry in load(table) if entry.id in ids for phrase in entry.phrases)


@cache
def fingerprint() -> str:
    """``sha256:`` and the hash over all lexicon files, in the order of their names."""
    digest = hashlib.sha256()
    for name, item in _files().items():
        digest.update(name.encode() + b"\0" + item.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return f"sha256:{digest.hexdigest()}"
