"""JSON of a gold file, read field by field, so that a mistake is named with its place."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from kimdocs.errors import DataError

if TYPE_CHECKING:
    from enum import StrEnum

E = TypeVar("E", bound="StrEnum")
HELP = "Bitte die Datei berichtigen; die Form der Gold-Dateien steht in corpus/README.md."


@dataclass(frozen=True, slots=True)
class Node:
    """One object of a gold file: its values, and the place in the file for messages."""

    file: str
    path: str
    values: dict[str, Any]

    def fail(self, key: str, reason: str) -> NoReturn:
        """Name the file, the place and what is wrong with it.

        Raises:
            DataError: Always.
        """
        place = f"{self.path}.{key}" if self.path else key
        raise DataError(f"Die Gold-Datei „{self.file}“ ist fehlerhaft: „{place}“ {reason}.", HELP)

    def allow(self, *keys: str) -> None:
        """Refuse keys that nothing reads: a misspelt one would be a silent gap."""
        for key in self.values:
            if key not in keys:
                self.fail(key, f"ist kein bekanntes Feld (bekannt sind: {', '.join(keys)})")

    def text(self, key: str) -> str | None:
        """Text, or None where the field is absent or null."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, str):
            self.fail(key, f"muss Text sein, ist aber {value!r}")
        return value

    def needed(self, key: str) -> str:
        """Text that must be there."""
        value = self.text(key)
        if value is None:
            self.fail(key, "fehlt")
        return value

    def count(self, key: str) -> int | None:
        """Whole number from 0, or None."""
        value = self.values.get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
            self.fail(key, f"muss eine ganze Zahl ab 0 sein, ist aber {value!r}")
        return value

    def flag(self, key: str) -> bool | None:
        """True, false or None."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            self.fail(key, f"muss true, false oder null sein, ist aber {value!r}")
        return value

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        """Member of an enumeration."""
        value = self.text(key)
        if value is None and default is not None:
            return default
        allowed = [member.value for member in kind]
        if value not in allowed:
            self.fail(key, f"muss eines von {', '.join(allowed)} sein, ist aber {value!r}")
        return kind(value)

    def number(self, key: str) -> Decimal | None:
        """Decimal written as text or whole number ("2400000", "0.5"), or None; a comma counts as a point."""
        value = self.values.get(key)
        if value is None or value == "":
            return None
        try:
            found = Decimal(str(value).replace(",", "."))
        except InvalidOperation:
            found = Decimal("NaN")
        if isinstance(value, bool) or not found.is_finite():
            self.fail(key, f"muss eine Dezimalzahl als Text sein, ist aber {value!r}")
        return found

    def date(self, key: str) -> dt.date | None:
        """Date written as ``2022-10-12``, or None."""
        value = self.text(key)
        if value is None:
            return None
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(key, f"muss ein Datum wie 2022-10-12 sein, ist aber {value!r}")

    def entries(self, key: str) -> list[Node]:
        """Objects of a list; none where the field is absent or null."""
        value = self.values.get(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fail(key, "muss eine Liste von Objekten sein")
        place = f"{self.path}.{key}" if self.path else key
        return [Node(self.file, f"{place}[{index}]", item) for index, item in enumerate(value)]

    def entry(self, key: str) -> Node:
        """An object; an empty one where the field is absent or null."""
        value = self.values.get(key) or {}
        if not isinstance(value, dict):
            self.fail(key, "muss ein Objekt sein")
        return Node(self.file, f"{self.path}.{key}" if self.path else key, value)
