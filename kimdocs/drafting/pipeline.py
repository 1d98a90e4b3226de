"""Drafting in one function: data and records → fact sheet → text with slots → blocks → draft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kimdocs.drafting import blocks as markdown
from kimdocs.drafting import sections, size
from kimdocs.drafting.catalogue import load_template
from kimdocs.drafting.confirmed import confirmed_public
from kimdocs.drafting.datafile import DataFile, read_data
from kimdocs.drafting.document import Draft
from kimdocs.drafting.environment import render
from kimdocs.drafting.filling import fill, name_body
from kimdocs.drafting.house import load_house
from kimdocs.drafting.review import refuse, review
from kimdocs.drafting.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kimdocs.model.record import Record

__all__ = ["Draft", "draft"]


def draft(
    kind: str,
    data: str | Path | Mapping[str, Any] | DataFile | None = None,
    *,
    records: Iterable[Record] = (),
    templates: str | Path | None = None,
    strict: bool = False,
    final: bool = False,
) -> Draft:
    """Draft a council paper.

    Args:
        kind: Name of the template, for example ``beschlussvorlage``.
        data: YAML or JSON file, or a mapping with the template's fields. Numbers are text, int or Decimal, never float.
            ``erfasst_von`` and ``erfasst_am`` in them say who entered them and when.
        records: Records that figures and texts are taken from; data refer to them by ``quelle: {dokument: 1, …}``.
        templates: Folder of the town's own templates, which go before those that come with the program.
        strict: Refuse a draft with gaps, and name all of them.
        final: Leave out comments, sources and notes; a public paper that rests on non-public sources is refused.

    Returns:
        The draft, with ``markdown()``, ``html()``, ``docx()``, ``pdf()``, ``save(path)``, ``gaps`` and ``trace``.

    Raises:
        TemplateError: The template is unknown or wrong, or the draft is too large or must be refused.
        DataError: The data do not fit the template's fields.
    """
    folder = Path(templates) if templates is not None else None
    template = load_template(kind, folder)
    read = read_data(data)
    sources = Sources(tuple(records), confirmed_public(read.tree), folder)
    sheet = fill(template, read.tree, read.name, sources)
    house = load_house(folder)
    name_body(sheet, house.name)
    rendering = render(sheet)
    size.refuse_lines(rendering.text)
    content, unnamed = sections.number(markdown.parse(rendering.text, rendering.slots))
    size.refuse_pieces(content)
    found = Draft(sheet, content, rendering.gaps + unnamed, house, final=final)
    found.gaps += review(found)
    refuse(found, strict=strict)
    return found
