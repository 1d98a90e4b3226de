"""A drafted Word file read again: which value came from where, and what somebody changed since."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from kimdocs.drafting.trace import BOOKMARK, NAMESPACE
from kimdocs.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

MAX_PART = 50_000_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = {f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br"}


@dataclass(frozen=True, slots=True)
class Traced:
    """One sourced value of a draft.

    Attributes:
        drafted: What the draft printed.
        now: What stands there today; None where the place is gone.
        origins: The origins as the draft's twin holds them.
    """

    field: str
    label: str
    drafted: str
    now: str | None
    origins: tuple[dict[str, Any], ...]

    @property
    def changed(self) -> bool:
        """Somebody changed or removed it; blanks do not count."""
        return _squeeze(self.now or "") != _squeeze(self.drafted)


def read_trace(path: Path) -> tuple[Traced, ...]:
    """The sourced values of a drafted Word file, in reading order.

    Raises:
        InputError: It is no Word file, or none that kimdocs drafted (or a final copy, which goes out without sources).
    """
    try:
        with zipfile.ZipFile(path) as package:
            twin = _twin(package)
            body = _xml(package, "word/document.xml")
    except (OSError, zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError) as error:
        raise InputError(
            f"„{path}“ lässt sich nicht als Word-Datei lesen.", "Erwartet wird eine DOCX-Datei."
        ) from error
    if twin is None:
        raise InputError(
            f"„{path.name}“ enthält keine Quellenangaben.",
            "Nur Entwürfe von kimdocs tragen sie, Reinschriften nicht.",
        )
    texts = _bookmarked(body)
    return tuple(
        Traced(str(v["field"]), str(v["label"]), str(v["text"]), texts.get(str(v["bookmark"])), tuple(v["origins"]))
        for v in twin["values"]
        if v.get("bookmark")
    )


def _twin(package: zipfile.ZipFile) -> dict[str, Any] | None:
    for name in package.namelist():
        if name.startswith("customXml/") and name.endswith(".xml"):
            root = _xml(package, name)
            if root.tag == f"{{{NAMESPACE}}}sources":
                return _checked(root.text or "")
    return None


def _checked(text: str) -> dict[str, Any] | None:
    """The twin's JSON, if it has the shape that it was written in."""
    try:
        data = json.loads(text)
        for value in data["values"]:
            value["field"], value["label"], value["text"], list(value["origins"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return dict(data)


def _xml(package: zipfile.ZipFile, name: str) -> Any:
    if package.getinfo(name).file_size > MAX_PART:
        raise InputError(f"Die Word-Datei ist zu groß ({name}).")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(package.read(name), parser)


def _bookmarked(body: Any) -> dict[str, str]:
    """Text inside each of our bookmarks, tracked deletions left out."""
    texts: dict[str, str] = {}
    running: dict[str, str] = {}
    for element in body.iter():
        number = element.get(f"{_WORD}id")
        if element.tag == f"{_WORD}bookmarkStart" and str(element.get(f"{_WORD}name")).startswith(BOOKMARK):
            running[str(number)] = str(element.get(f"{_WORD}name"))
            texts[running[str(number)]] = ""
        elif element.tag == f"{_WORD}bookmarkEnd":
            running.pop(str(number), None)
        elif element.tag in _TEXT:
            for name in running.values():
                texts[name] += element.text or " "
    return texts


def _squeeze(text: str) -> str:
    return " ".join(text.split())
