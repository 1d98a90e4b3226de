"""Words put into a template in Word that stand inside a condition or a loop: somebody may not have meant that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.drafting.roundtrip.marks import labels
from kimdocs.drafting.roundtrip.units import TAG, units
from kimdocs.drafting.roundtrip.words import opcodes, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kimdocs.drafting.catalogue import Field, Total
    from kimdocs.drafting.roundtrip.units import Atom

_WORD = re.compile(r"\{%-?\s*(\w+)")
_OPENS = {"if", "for"}
_TURNS = {"elif", "else"}
_SHOWN = 60
_LOOP = "für jede Zeile"  # as marks.toml says it
Inside = tuple[str, ...]


def told(
    before: str, after: str, added: Sequence[tuple[int, str]], fields: Mapping[str, Field | Total]
) -> Iterator[str]:
    """German sentences on new lines that appear only under a condition, or once for each row of a list.

    Args:
        before: The template's text as it was; a line that stood under the same condition there is not new.
        after: Its text now.
        added: Where new lines begin in it, and their words, in order.
        fields: The template's fields by name; they give the marks their names.
    """
    old = set(zip((unit.source.strip() for unit in units(before)[1]), _of_units(before, fields), strict=True))
    places = [start for start, _ in added]
    for (start, words), inside in zip(added, _open_at(after, places, fields), strict=True):
        line = after[start:].lstrip("\n").partition("\n")[0].strip()
        if inside and (line, inside) not in old:
            yield _sentence("Der neue Text", words, inside)


def _of_units(text: str, fields: Mapping[str, Field | Total]) -> list[Inside]:
    leading, found = units(text)
    starts, start = [], len(leading)
    for unit in found:
        starts.append(start)
        start += len(unit.source)
    return list(_open_at(text, starts, fields))


def _open_at(text: str, places: Iterable[int], fields: Mapping[str, Field | Total]) -> Iterator[Inside]:
    """For each place, in order, the labels of the conditions and loops that are open there, the outermost first."""
    tags = list(zip(TAG.finditer(text), labels(text, fields), strict=True))[::-1]
    stack: list[str] = []
    for place in places:
        while tags and tags[-1][0].start() < place:
            tag, label = tags.pop()
            _step(stack, tag.group(), label)
        yield tuple(stack)


def _step(stack: list[str], tag: str, label: str) -> None:
    found = _WORD.match(tag)
    name = found[1] if found else ""
    if name in _OPENS:
        stack.append(label)
    elif name in _TURNS and stack:
        stack[-1] = label if name == "elif" else f"{stack[-1]} … {label}"
    elif name in {f"end{opening}" for opening in _OPENS} and stack:
        stack.pop()


def told_in_line(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[str]:
    """The same of words put into a line between a condition's marks.

    Args:
        old: The line as the template has it.
        new: The line as it is in Word.
    """
    inside: list[Inside] = []
    stack: list[str] = []
    for atom in new:
        if atom.tag:
            _step(stack, atom.source, atom.visible.strip("‹›").rpartition("·")[0])
        inside.append(tuple(stack))
    for tag, _, _, j1, j2 in opcodes(*([(atom.visible, atom.tag) for atom in row] for row in (old, new))):
        words = "".join(atom.visible for atom in new[j1:j2] if not atom.tag)
        if tag == "insert" and inside[j1] and re.search(r"\w", words):
            yield _sentence("Der eingefügte Text", words, inside[j1])


def _sentence(what: str, words: str, inside: Inside) -> str:
    flat = squeeze(words)
    shown = flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"
    marks = " und ".join(f"‹{label}›" for label in inside)
    loop = any(label.startswith(_LOOP) for label in inside)
    how = "so oft, wie es Zeilen gibt" if loop else "nur unter dieser Bedingung"
    end = "Ende der Zeilen" if inside[0].startswith(_LOOP) else "Ende wenn"
    always = "einmal und immer" if loop else "immer"
    return (
        f"{what} „{shown}“ steht in {marks}: Er erscheint {how}. Soll er {always} erscheinen, gehört er hinter ‹{end}›."
    )
