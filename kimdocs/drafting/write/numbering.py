"""Lists in Word: every list gets its own number, so that it starts again."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from kimdocs.drafting.write.elements import child, layout

INDENT = 510


def numberings(root: Any, styles: Any, wanted: dict[str, str]) -> dict[str, str]:
    """Which numbering (of ``word/numbering.xml``) each list style has, by key; ``wanted`` is key to style id."""
    nums = {num.get(qn("w:numId")): num for num in root.findall(qn("w:num"))}
    by_id = {style.get(qn("w:styleId")): style for style in styles.iterchildren(qn("w:style"))}
    found = {}
    for key, style_id in wanted.items():
        number = by_id[style_id].find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        num = nums.get(number.get(qn("w:val"))) if number is not None else None
        if num is not None:
            found[key] = num.find(qn("w:abstractNumId")).get(qn("w:val"))
    return found


class Numbering:
    """The lists of one document."""

    def __init__(self, root: Any, abstract: dict[str, str]) -> None:
        """Count on from the house style's own lists; ``abstract`` is what ``numberings`` found."""
        self._root, self._abstract = root, abstract
        self._next = max((int(num.get(qn("w:numId"))) for num in root.findall(qn("w:num"))), default=0) + 1

    def restart(self, key: str, start: int) -> int:
        """A new number for one list; 0 where the house style has no numbering for it."""
        if key not in self._abstract:
            return 0
        num = child(self._root, "w:num", numId=str(self._next))
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
