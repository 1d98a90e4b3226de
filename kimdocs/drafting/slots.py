"""Slots: a template prints not a value but the number of a slot, so that no value can change the structure.

The template's text with slots goes through the Markdown parser; only then are the slots replaced by what they hold.
A value is therefore never seen by the parser, whatever characters it is made of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from kimdocs.drafting.values import Fact

OPEN, CLOSE = "\ue000", "\ue001"
NBSP = "\u00a0"
MAX_PRINTED = 2_000_000
SLOT = re.compile(f"{OPEN}(\\d+){CLOSE}")
_NAME = r"\[\[([a-zäöüß0-9_.\[\]]{1,80}?)\]\]"
REFERENCE = re.compile(rf"((?:(?<!§)§[ {NBSP}])?){_NAME}")
SEVERAL = re.compile(rf"§§[ {NBSP}](?:{_NAME}(?:,\s+|\s+(?:und|bis|oder|sowie)\s+)?)+")


@dataclass(frozen=True, slots=True)
class Slot:
    """One printed value: its text, the fact it came from, whether it marks a gap, and the section it may refer to."""

    text: str
    fact: Fact | None = None
    gap: bool = False
    ref: str = ""


@dataclass(slots=True)
class Slots:
    """All slots of one draft, in the order of printing."""

    items: list[Slot] = field(default_factory=list)
    size: int = 0

    def add(self, slot: Slot) -> str:
        """Keep a slot; the mark that stands for it in the template's text is returned.

        Raises:
            TemplateError: All slots together hold too much text.
        """
        self.size += len(slot.text)
        if self.size > MAX_PRINTED:
            raise TemplateError("Der Entwurf wird zu groß.", "Kürzen Sie die Texte oder die Schleifen der Vorlage.")
        self.items.append(slot)
        return f"{OPEN}{len(self.items) - 1}{CLOSE}"

    def split(self, text: str) -> list[str | Slot]:
        """Text with marks as pieces of template text and slots."""
        pieces: list[str | Slot] = []
        for index, piece in enumerate(SLOT.split(text)):
            if index % 2:
                pieces.append(self.items[int(piece)])
            elif piece:
                pieces.append(piece)
        return pieces
