"""A template's Word file read again: what staff changed goes into the template's text, all else stays as it was."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.catalogue import MAX_TEMPLATE_BYTES
from kimdocs.drafting.roundtrip.conditions import told, told_in_line
from kimdocs.drafting.roundtrip.marks import MARK, tags, words
from kimdocs.drafting.roundtrip.package import WORD, WordPackage
from kimdocs.drafting.roundtrip.rebuild import Assembly, rebuilt, same
from kimdocs.drafting.roundtrip.seen import Seen, read_seen
from kimdocs.drafting.roundtrip.settle import settle
from kimdocs.drafting.roundtrip.to_word import NAMESPACE, STYLES, Shown, named, shown
from kimdocs.drafting.roundtrip.units import TAG, units
from kimdocs.drafting.roundtrip.words import Likeness, paired
from kimdocs.drafting.size import refuse_lines
from kimdocs.errors import InputError, TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.drafting.catalogue import Template

_FAMILY = NAMESPACE.rpartition(":")[0] + ":"
_GUIDE = 0.6


@dataclass(frozen=True, slots=True)
class Original:
    """The template that a Word file was made of."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A template's text after it was edited in Word.

    Attributes:
        notes: German sentences on what does not come back, or is no longer there.
    """

    text: str
    notes: tuple[str, ...]


def original(package: WordPackage) -> Original:
    """The template that a Word file holds.

    Raises:
        InputError: It is none that ``templates to-word`` wrote, or of another version.
    """
    for name in package.names:
        root: Any = package.part(name) if name.startswith("customXml/") and name.endswith(".xml") else None
        tag = str(root.tag) if root is not None else ""
        if tag == f"{{{NAMESPACE}}}template":
            return _checked(package, root.text or "")
        if tag.startswith(f"{{{_FAMILY}"):
            raise InputError(
                f"„{package.name}“ stammt aus einer anderen Version von kimdocs.",
                "Schreiben Sie die Vorlage mit „kimdocs templates to-word“ neu.",
            )
    raise InputError(
        f"„{package.name}“ ist keine Vorlage, die „kimdocs templates to-word“ geschrieben hat.",
        "Speichern Sie in Word als .docx; andere Formate verlieren die Vorlage.",
    )


def _checked(package: WordPackage, text: str) -> Original:
    try:
        data = json.loads(text)
        return Original(str(data["kind"]), str(data["text"])[:MAX_TEMPLATE_BYTES])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"Die Vorlage in „{package.name}“ ist beschädigt.", "Schreiben Sie sie mit „to-word“ neu."
        ) from error


def from_word(package: WordPackage, template: Template) -> Returned:
    """The template's text with what was changed in Word.

    Args:
        package: The edited Word file.
        template: The template of its kind; its fields give the marks their names.

    Raises:
        InputError: The file holds no template.
        TemplateError: A mark is damaged, or the template has too many lines.
    """
    text = original(package).text
    refuse_lines(text)
    body = deepcopy(package.body)
    had_changes = body.find(f".//{WORD}ins") is not None or body.find(f".//{WORD}del") is not None
    settle(body)
    before = shown(template, text)
    after = [seen for seen in read_seen(package, body, tags(text)) if not _guide().is_alike(seen.text, _GUIDE)]
    _whole_marks(after, text)
    assembly = Assembly(units(text)[0])
    fences = {_key(cells): unit.source for unit, cells in reversed(before) if unit.kind == "fence"}
    for i, j in paired([_key(cells) for _, cells in before], [seen.text for seen in after]):
        if j is None:
            assembly.leave_out(before[i or 0][0])
        elif i is None:
            assembly.insert(after[j], fences.get(after[j].text.strip(), ""))
        else:
            assembly.keep(_unit_text(before[i], after[j], assembly), before[i][0])
    inside = told(text, assembly.text, assembly.added, named(template))
    notes = [*inside, *assembly.notes, *_lost(tags(text), tags(assembly.text)), *_not_carried(package, body)]
    if had_changes:
        notes.append("Nachverfolgte Änderungen gelten als angenommen.")
    return Returned(assembly.text, tuple(dict.fromkeys(notes)))


def _key(cells: Sequence[Sequence[Any]]) -> str:
    inner = cells[1:-1] if len(cells) > 2 else cells
    return " | ".join("".join(atom.visible for atom in cell) for cell in inner)


@cache
def _guide() -> Likeness:
    return Likeness(words()["guide"])


def _unit_text(old: Shown, new: Seen, assembly: Assembly) -> str:
    """A unit as it was where nothing changed, else put together anew."""
    unit, cells = old
    style = STYLES.get(unit.kind, "normal")
    restyled = unit.kind not in {"row", "line", "fence"} and new.style != style and new.kind != unit.kind
    if not restyled and same(cells, new):
        return unit.source
    row = [atom for cell in new.cells for atom in cell]
    assembly.notes += told_in_line([atom for cell in cells for atom in cell], row)
    return rebuilt(unit, cells, new, assembly, restyled=restyled)


def _whole_marks(after: Sequence[Seen], text: str) -> None:
    """Refuse marks that somebody broke.

    Raises:
        TemplateError: A mark lacks its number, or has one that was never given.
    """
    known = len(tags(text))
    own = any(bracket in TAG.sub("", text) for bracket in "‹›")
    fences = {f"‹{name}›" for name in words()["fences"].values()}
    for seen in after:
        wrong = [hit.group() for hit in MARK.finditer(seen.text) if not 1 <= int(hit[1]) <= known]
        rest = MARK.sub("", seen.text)
        if not own and (wrong or (("‹" in rest or "›" in rest) and rest.strip() not in fences)):
            raise TemplateError(
                f"Eine Marke ist beschädigt: „{(wrong[0] if wrong else seen.text)[:80]}“.",
                "Machen Sie die Änderung an der Marke in Word rückgängig, und speichern Sie noch einmal.",
            )


def _lost(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    old, new = dict.fromkeys(before), dict.fromkeys(after)
    for tag in old:
        if tag not in new:
            yield f"Kommt nicht mehr vor: {' '.join(tag.split())}"
    for tag in new:
        if tag not in old:
            yield f"Neu: {' '.join(tag.split())}"


def _not_carried(package: WordPackage, body: Any) -> Iterator[str]:
    kinds = {
        "drawing": "Bilder", "pict": "Bilder", "object": "Eingebettete Objekte", "footnoteReference": "Fußnoten",
        "endnoteReference": "Endnoten", "commentReference": "Kommentare",
    }  # fmt: skip
    for name, german in kinds.items():
        if body.find(f".//{WORD}{name}") is not None:
            yield f"{german} aus „{package.name}“ werden nicht übernommen."
    for element in body.iter(f"{WORD}u"):
        if element.get(f"{WORD}val") not in {"none", None}:
            yield "Unterstreichungen werden nicht übernommen."
