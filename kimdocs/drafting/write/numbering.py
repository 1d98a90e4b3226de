"""Lists in Word: every list gets its own number, so that it starts again."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from kimdocs.drafting.write.elements import child, layout, new

INDENT = 510
SECTION = "§\u00a0%1"


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


def number_headings(root: Any, style: Any) -> None:
    """Let Word number the headings of a style as sections ("§ 3"); ``root`` is that of ``word/numbering.xml``."""
    known = [int(found.get(qn("w:abstractNumId"))) for found in root.findall(qn("w:abstractNum"))]
    nums = root.findall(qn("w:num"))
    abstract = new("w:abstractNum", abstractNumId=str(max(known, default=0) + 1))
    child(abstract, "w:multiLevelType", val="singleLevel")
    level = child(abstract, "w:lvl", ilvl="0")
    child(level, "w:start", val="1")
    child(level, "w:numFmt", val="decimal")
    child(level, "w:pStyle", val=style.get(qn("w:styleId")))
    child(level, "w:suff", val="space")
    child(level, "w:lvlText", val=SECTION)
    child(level, "w:lvlJc", val="left")
    child(child(level, "w:pPr"), "w:ind", left="0", firstLine="0")
    root.insert(root.index(nums[0]) if nums else len(root), abstract)
    number = str(max((int(num.get(qn("w:numId"))) for num in nums), default=0) + 1)
    num = child(root, "w:num", numId=number)
    child(num, "w:abstractNumId", val=abstract.get(qn("w:abstractNumId")))
    settings = style.get_or_add_pPr().get_or_add_numPr()
    settings.get_or_add_numId().val = int(number)


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

    def leave_out(self, heading: Any) -> None:
        """Give no number to a heading whose style has one."""
        child(layout(heading, "w:numPr"), "w:numId", val="0")

    def apply(self, paragraph: Any, number: int, depth: int) -> None:
        """Number a paragraph; with 0 it belongs to the item before and only keeps its indent."""
        properties = layout(paragraph, "w:numPr")
        child(properties, "w:ilvl", val=str(min(depth, 2)))
        child(properties, "w:numId", val=str(number))
        if not number:
            layout(paragraph, "w:ind", left=str(INDENT * (depth + 1)))
