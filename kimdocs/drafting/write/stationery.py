"""The house style made ready to write on.

What is the same for every draft (styles, fonts, settings, relationships, the page) is read and laid out once for each
content of the Word file; a draft gets copies of the few parts that it changes.
"""

from __future__ import annotations

import tomllib
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn

from kimdocs.drafting.write import page, sources
from kimdocs.drafting.write.letterhead import dress, unmarked
from kimdocs.drafting.write.numbering import number_headings, numberings
from kimdocs.drafting.write.package import Entry, entries, zipped
from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from pathlib import Path

    from kimdocs.drafting.house import House

LISTS = ("bullet", "decimal", "paragraphs")


@dataclass(frozen=True, slots=True)
class Stationery:
    """A house style that was read.

    Attributes:
        styles: Id of each style by what it is used for (``data/styles.toml``).
        width: Width of the text in twentieths of a point.
        lists: Which numbering each list style has.
        names: Name of the part for ``document``, ``numbering``, ``comments``, ``core`` and ``sources``.
        running: Names of the parts that are header or footer.
    """

    styles: dict[str, str]
    width: int
    lists: dict[str, str]
    names: dict[str, str]
    running: tuple[str, ...]
    _roots: dict[str, Any] = field(repr=False)
    _entries: tuple[Entry, ...] = field(repr=False)
    _rels: bytes = field(repr=False)

    def sheet(self) -> Sheet:
        """A sheet for one draft."""
        return Sheet(self, {name: deepcopy(root) for name, root in self._roots.items()})

    def pack(self, changed: dict[str, bytes]) -> bytes:
        """The Word file with these parts in place of its own."""
        parts = (entry._replace(content=changed.get(entry.name, entry.content)) for entry in self._entries)
        return zipped(parts, self._rels)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts of the house style that one draft changes, by name."""

    house: Stationery
    roots: dict[str, Any]

    def root(self, use: str) -> Any:
        """The root element of a part by its use."""
        return self.roots[self.house.names[use]]

    @property
    def properties(self) -> CoreProperties:
        """Title, language, dates."""
        return CoreProperties(self.root("core"))

    def running(self) -> tuple[Any, ...]:
        """Root elements of headers and footers."""
        return tuple(self.roots[name] for name in self.house.running)

    def pack(self, more: dict[str, bytes]) -> bytes:
        """The Word file of this sheet; ``more`` are parts that are no XML tree, by use."""
        changed = {name: serialize_part_xml(root) for name, root in self.roots.items()}
        changed |= {self.house.names[use]: content for use, content in more.items()}
        return self.house.pack(changed)


def stationery(house: House, *, landscape: bool, final: bool, sections: bool = False) -> Stationery:
    """The house style, made ready once for each content of its file; with ``sections`` Word numbers the headings.

    Raises:
        TemplateError: It lacks a style, or is no Word file.
    """
    return _ready(_bytes(house), house, (landscape, final, sections))


def missing_marks(house: House) -> tuple[str, ...]:
    """Marks for logo and address that the Word file of a house lacks (``letterhead.unmarked``).

    Raises:
        TemplateError: It is no Word file.
    """
    return unmarked(_opened(_bytes(house), house), house)


def _bytes(house: House) -> bytes:
    try:
        return house.word.read_bytes()
    except OSError as error:
        raise _unreadable(house.word) from error


def _opened(content: bytes, house: House) -> Any:
    try:
        return Document(BytesIO(content))
    except Exception as error:
        raise _unreadable(house.word) from error


_PLACED = ("info", "line", "signer")


@lru_cache(maxsize=8)
def _ready(content: bytes, house: House, how: tuple[bool, bool, bool]) -> Stationery:
    landscape, final, sections = how
    document = _opened(content, house)
    styles = _styles(document, house.word.name)
    dress(document, styles, house)
    body = document.element.body
    for element in [item for item in body if item is not body.sectPr]:
        body.remove(element)
    part = document.part
    if sections:
        heading = next(style for style in document.styles.element.style_lst if style.styleId == styles["h1"])
        number_headings(part.numbering_part.element, heading)
    used = {"document": part, "numbering": part.numbering_part, "core": part.package._core_properties_part}
    if not final:
        used["comments"] = part._comments_part
    width = page.text_width(document, landscape=landscape)
    page.narrow(document, [styles[use] for use in _PLACED], width)
    running = tuple(found.part for found in page.running(document.sections[0]))
    lists = numberings(part.numbering_part.element, document.styles.element, {key: styles[key] for key in LISTS})
    names = {use: str(found.partname) for use, found in used.items()}
    if not final:
        names["sources"] = sources.embed(part)
    roots = {str(found.partname): found.element for found in (*used.values(), *running)}
    headers = tuple(str(found.partname) for found in running)
    return Stationery(styles, width, lists, names, headers, roots, entries(part.package), part.package.rels.xml)


def _styles(document: Any, name: str) -> dict[str, str]:
    """Id of each style that the writer asks for ("Heading 1" is stored as "heading 1")."""
    found = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        found[style.find(qn("w:name")).get(qn("w:val")).lower()] = style.get(qn("w:styleId"))
    missing = sorted(wanted for wanted in _wanted().values() if wanted.lower() not in found)
    if missing:
        raise TemplateError(
            f"In der Hausvorlage „{name}“ fehlen Formatvorlagen: {', '.join(missing)}.",
            "Legen Sie sie in Word an, oder beginnen Sie mit der mitgelieferten Hausvorlage.",
        )
    return {key: found[wanted.lower()] for key, wanted in _wanted().items()}


@cache
def _wanted() -> dict[str, str]:
    return tomllib.loads((files("kimdocs.drafting") / "data" / "styles.toml").read_text(encoding="utf-8"))


def _unreadable(house: Path) -> TemplateError:
    return TemplateError(f"Die Hausvorlage „{house}“ lässt sich nicht öffnen.", "Sie muss eine DOCX-Datei sein.")
