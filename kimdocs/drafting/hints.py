"""What staff may have meant by what a data file says otherwise, or by words that are not read: half-sentences."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from kimdocs.drafting.catalogue import Field, FieldType
from kimdocs.drafting.convert import expected, printable
from kimdocs.drafting.datafile import Group, Listing, RawNode, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXTS = {FieldType.TEXT, FieldType.PARAGRAPHS}


def unknown_field(name: str, known: Iterable[str], value: RawNode | None = None) -> str:
    """What to say of a name that no field has."""
    known = list(known)
    meant = difflib.get_close_matches(name, known, 1, 0.75)
    if not meant and isinstance(value, Scalar) and value.text is None and value.plain and not value.remark:
        return (
            f'gibt es nicht; steht es in {{ … }} hinter einem Komma, gehört der Text davor in "…", {_possible(known)}'
        )
    guess = f"gemeint ist vielleicht „{meant[0]}“, " if meant else ""
    return f"gibt es nicht; {guess}{_possible(known)}"


def _possible(known: Iterable[str]) -> str:
    return f"möglich sind: {', '.join(known)}"


def not_expected(asked: Field, raw: RawNode) -> str:
    """What to say of a group or a list where a field asks for one value."""
    what = f"erwartet wird {expected(asked)}"
    if asked.type not in _TEXTS or not isinstance(raw, Group | Listing):
        return what
    sign = "{" if isinstance(raw, Group) else "["
    return f'{what}; beginnt er mit „{sign}“, gehört er in Anführungszeichen: "{sign}…"'


def unread(asked: Field, raw: Scalar, path: str) -> list[str]:
    """A sentence on words behind a text that YAML takes for a remark, unless they are what a blank data file says."""
    if not raw.remark or asked.type not in _TEXTS or raw.remark.lstrip("# ").startswith(asked.label):
        return []
    return [
        f"„{asked.label}“ ({path}, Zeile {raw.line}): „{printable(raw.remark)}“ gilt als Anmerkung und "
        'steht nicht im Entwurf; gehört es zum Text, setzen Sie den ganzen Text in "…".'
    ]
