"""A data file to be filled in: every field of a template, empty, each with what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.drafting.catalogue import Field, FieldType
from kimdocs.drafting.convert import expected
from kimdocs.drafting.facts import SHORT
from kimdocs.drafting.suggest import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.catalogue import Template

COLUMN = 32
_HEAD = """# Angaben für: {title} – {description}
#
# Tragen Sie hinter den Doppelpunkten ein, was Sie wissen. Was „Pflicht“ ist und fehlt, zeigt der Entwurf als Lücke;
# alles andere darf leer bleiben. Texte mit „|“ gehen in den Zeilen darunter weiter, um zwei Zeichen eingerückt. Listen
# bekommen für jeden weiteren Eintrag einen Block mit „- “. Steht im Text ein „: “ oder „#“, gehört er in "…".
# Schreibweisen: 03.11.2026, 5.000 €, bis zu 5.000 € pro Jahr, 0,5 Stellen, ja oder nein.
# Statt eines Betrags: {{quelle: {{dokument: 1, betrag: 1}}}} nimmt ihn aus einem Dokument von „--from“, „--explain“
# nennt die Nummern; {{rechnung: {{menge: "0,5 Stellen", satz: 5.000 € je Stelle und Jahr}}}} rechnet ihn aus; hier wie
# dort steht {{feld: name}} für ein anderes Feld.
#
#   kimdocs draft {kind} --data DIESE-DATEI.yaml -o entwurf.docx
"""


def skeleton(template: Template) -> str:
    """The data file, as YAML."""
    head = _HEAD.format(title=template.title, description=template.description, kind=template.kind)
    shape = {name: below for name, below in template.shape.items() if name != FIGURES or not _is_own(below)}
    return head + "\n" + "\n".join(_group(shape, "")) + "\n"


def _is_own(shape: Any) -> bool:
    """Whether the list of figures comes of itself from documents: data cannot refer to its rows."""
    return isinstance(shape, list) and SHORT.strip(".") not in shape[0]


def _group(shape: dict[str, Any], indent: str, first: str | None = None) -> Iterator[str]:
    """Lines of the fields of a group; ``first`` is the indent of the first one, which in a list has a dash."""
    for number, (name, below) in enumerate(shape.items()):
        before = first if first is not None and number == 0 else indent
        if isinstance(below, Field):
            yield from _field(below, f"{before}{name}:")
        elif isinstance(below, dict):
            yield f"{before}{name}:"
            yield from _group(below, indent + "  ")
        else:
            yield from _list(below[0], f"{before}{name}:", indent)


def _list(shape: Any, start: str, indent: str) -> Iterator[str]:
    if isinstance(shape, Field):
        yield _commented(start, _asked(shape))
        yield f"{indent}  -"
    else:
        yield start
        yield from _group(shape, f"{indent}    ", f"{indent}  - ")


def _field(field: Field, start: str) -> Iterator[str]:
    long = field.type is FieldType.PARAGRAPHS
    yield _commented(f"{start} |" if long else start, _asked(field))
    if long:
        yield ""


def _asked(field: Field) -> str:
    what = expected(field) if field.type is FieldType.CHOICE else ""
    parts = (field.label, "Pflicht" if field.required else "", field.help, what)
    return "; ".join(" ".join(part.split()) for part in parts if part)


def _commented(start: str, text: str) -> str:
    return f"{start:<{COLUMN}} # {text}"
