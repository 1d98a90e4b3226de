"""Two versions in one function: settle both → pair their blocks → one body with tracked changes."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.redline.carry import rename_styles, renumber
from kimdocs.drafting.redline.tracked import Reviser, mark_row, merged_paragraph, whole_paragraph
from kimdocs.drafting.roundtrip.lines import CELL, read_lines
from kimdocs.drafting.roundtrip.package import WORD
from kimdocs.drafting.roundtrip.settle import settle
from kimdocs.drafting.roundtrip.words import paired
from kimdocs.drafting.synopsis import passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.drafting.roundtrip.package import WordPackage

_CREATED = "{http://purl.org/dc/terms/}created"
_UNKNOWN_YEAR = 2000
Pairs = list[tuple[Any, Any]]
_CELLS = {f"{WORD}tbl": f"{WORD}tr/{WORD}tc", f"{WORD}tr": f"{WORD}tc"}
_HEADINGS = ("heading", "berschrift")


@dataclass(frozen=True, slots=True)
class Redline:
    """A Word file with tracked changes.

    Attributes:
        changes: In how many paragraphs and rows words changed, as a synopsis counts them; where in none, how many
            single changes of their looks there are.
        notes: German sentences on what it cannot show.
    """

    content: bytes
    changes: int
    notes: tuple[str, ...]


def redline(earlier: WordPackage, new: WordPackage, *, author: str, date: dt.date | None = None) -> Redline:
    """The new version as tracked changes against the earlier one.

    Accepting all changes gives the text of the new version, rejecting all that of the earlier one. The new version's
    sources, comments, headers and footers stay.

    Args:
        earlier: The earlier version; its own tracked changes count as accepted.
        new: The new version; it is used up.
        author: Who is named for the changes.
        date: Their date; that of the new version's properties if None, no date at all where these have none.
    """
    moment = dt.datetime.combine(date, dt.time(), dt.UTC) if date else _created(new)
    reviser = Reviser(author, moment)
    notes = list(_running_notes(earlier, new))
    changes = len(passages(earlier, new))
    old_body, new_body = deepcopy(earlier.body), new.body
    settle(old_body)
    settle(new_body)
    rename_styles(old_body, earlier, new)
    pairs = _paired_blocks(_blocks(old_body), list(new_body))
    renumber(old_body, _paragraph_pairs(pairs), earlier, new)
    section = new_body.find(f"{WORD}sectPr")
    new_body[:] = [*_merged(pairs, reviser), *([section] if section is not None else [])]
    if reviser.lost:
        notes.append(f"Bilder, Objekte oder Fußnoten der früheren Fassung fehlen in der neuen Datei: {reviser.lost}.")
    return Redline(new.to_bytes(), changes or reviser.count, tuple(notes))


def _created(package: WordPackage) -> dt.datetime | None:
    core = package.part("docProps/core.xml")
    text = core.findtext(_CREATED) if core is not None else None
    try:
        moment = dt.datetime.fromisoformat(str(text)).astimezone(dt.UTC)
    except ValueError:
        return None
    return None if (moment.year, moment.month, moment.day) == (_UNKNOWN_YEAR, 1, 1) else moment


def _running_notes(earlier: WordPackage, new: WordPackage) -> Iterator[str]:
    texts = [{line.text for line in read_lines(package) if line.running} for package in (earlier, new)]
    if texts[0] != texts[1]:
        yield "Kopf- und Fußzeilen unterscheiden sich; gezeigt werden die der neuen Fassung."


def _blocks(parent: Any) -> list[Any]:
    return [item for item in parent if item.tag in {f"{WORD}p", f"{WORD}tbl"}]


def _text(block: Any) -> str:
    """What one reads in a paragraph or a table; cells are parted by a bar."""
    if block.tag in _CELLS:
        mark = "\x00" if block.tag == f"{WORD}tbl" else ""
        return mark + CELL.join(_text(cell) for cell in block.findall(_CELLS[block.tag]))
    words = {f"{WORD}t": None, f"{WORD}tab": " ", f"{WORD}br": " "}
    return "".join(words[item.tag] or item.text or "" for item in block.iter(*words))


def _paired_blocks(old: Sequence[Any], everything: Sequence[Any]) -> Pairs:
    """Which block became which; None where it has no other. Marks between blocks stand alone among the new ones.

    The last paragraphs belong together whatever they say: the end of a text or a cell cannot be taken out.
    """
    new = [item for item in everything if item.tag in {f"{WORD}p", f"{WORD}tbl"}]
    closing: Pairs = []
    if old and new and old[-1].tag == new[-1].tag == f"{WORD}p":
        closing, old, new = [(old[-1], new[-1])], old[:-1], new[:-1]
    found: Pairs = []
    for i, j in paired([_text(block) for block in old], [_text(block) for block in new]):
        one, other = None if i is None else old[i], None if j is None else new[j]
        if one is not None and other is not None and one.tag != other.tag:
            found += [(one, None), (None, other)]
        else:
            found.append((one, other))
    return found + closing


def _paragraph_pairs(pairs: Pairs) -> Pairs:
    return [(one, other) for one, other in pairs if one is not None and other is not None and one.tag == f"{WORD}p"]


def _merged(pairs: Pairs, reviser: Reviser) -> Iterator[Any]:
    for old, new in pairs:
        block = old if new is None else new
        if block.tag == f"{WORD}tbl":
            yield from _table(old, new, reviser)
        elif old is None or new is None:
            yield whole_paragraph(block, "ins" if old is None else "del", reviser)
        else:
            yield merged_paragraph(old, new, reviser, restyled=_style(old) != _style(new))


def _style(paragraph: Any) -> tuple[str, bool]:
    """Style and whether it is in a list. Headings have their number from their style; LibreOffice says it once more."""
    found = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    style = "" if found is None else str(found.get(f"{WORD}val"))
    return style, paragraph.find(f"{WORD}pPr/{WORD}numPr") is not None and not style.lower().startswith(_HEADINGS)


def _table(old: Any, new: Any, reviser: Reviser) -> Iterator[Any]:
    if old is not None and new is not None and _columns(old) == _columns(new):
        yield _merged_table(old, new, reviser)
        return
    for table, name in ((old, "del"), (new, "ins")):
        if table is not None:
            for row in table.findall(f"{WORD}tr"):
                mark_row(row, name, reviser)
            yield table


def _columns(table: Any) -> int:
    return len(table.findall(f"{WORD}tblGrid/{WORD}gridCol"))


def _merged_table(old: Any, new: Any, reviser: Reviser) -> Any:
    before, after = old.findall(f"{WORD}tr"), new.findall(f"{WORD}tr")
    head = [item for item in new if item.tag != f"{WORD}tr"]
    rows = []
    for i, j in paired([_text(row) for row in before], [_text(row) for row in after]):
        if i is not None and j is not None and _cells(before[i]) == _cells(after[j]):
            rows.append(_merged_row(before[i], after[j], reviser))
            continue
        for row, name in ((None if i is None else before[i], "del"), (None if j is None else after[j], "ins")):
            if row is not None:
                mark_row(row, name, reviser)
                rows.append(row)
    new[:] = [*head, *rows]
    return new


def _cells(row: Any) -> int:
    return len(row.findall(f"{WORD}tc"))


def _merged_row(old: Any, new: Any, reviser: Reviser) -> Any:
    for before, after in zip(old.findall(f"{WORD}tc"), new.findall(f"{WORD}tc"), strict=True):
        properties = [item for item in after if item.tag == f"{WORD}tcPr"]
        after[:] = [*properties, *_merged(_paired_blocks(_blocks(before), list(after)), reviser)]
    return new
