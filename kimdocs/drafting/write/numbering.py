"""Lists in Word: every list gets its own number, so that it starts again."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from kimdocs.drafting.write.elements import child, layout

INDENT = 510


class Numbering:
    """The numberings of one document, found through the list styles of the house style."""

    def __init__(self, document: Any, styles: dict[str, str]) -> None:
        """Look up which numbering each list style (key to style id) has."""
        self._element = document.part.numbering_part.element
        nums = {num.get(qn("w:numId")): num for num in self._element.findall(qn("w:num"))}
        by_id = {style.get(qn("w:styleId")): style for style in document.styles.element.iterchildren(qn("w:style"))}
        self._abstract: dict[str, str] = {}
        for key, style_id in styles.items():
            found = by_id[style_id].find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            num = nums.get(found.get(qn("w:val"))) if found is not None else None
            if num is not None:
                self._abstract[key] = num.find(qn("w:abstractNumId")).get(qn("w:val"))
        self._next = max((int(number) for number in nums), default=0) + 1

    def restart(self, key: str, start: int) -> int:
        """A new number for one list; 0 where the house style has no numbering for it."""
        if key not in self._abstract:
            return 0
        num = child(self._element, "w:num", numId=str(self._next))
        child(num, "w:abstractNumId", val=self._abstract[key])
        child(child(num, "w:lvlOverride", ilvl="0"), "w:startOverride", val=str(start))
        self._next += 1
        return self._next - 1

    def apply(self, paragraph: Any, number: int, depth: int) -> None:
        """Number a paragraph; with 0 it belongs to the item before and only keeps its indent."""
        properties = layout(paragraph, "w:numPr")
        child(properties, "w:ilvl", val=str(min(depth, 2)))
        child(properties, "w:numId", val=str(number))
        if not number:
            layout(paragraph, "w:ind", left=str(INDENT * (depth + 1)))
