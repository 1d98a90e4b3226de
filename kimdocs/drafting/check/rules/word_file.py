"""Rules on a Word file as a whole: language, title, order of headings, pictures, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.check.parts import WORD, WordFile, is_on, run_text, value

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONG = 12  # paragraphs with words from which a paper needs headings
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"


def language(file: WordFile) -> Iterator[Found]:
    """The language of the text, as the default paragraph style or the defaults say it, is not German."""
    said = value(file.styles, "docDefaults/rPrDefault/rPr/lang")
    for style in file.styles.iter(f"{WORD}style"):
        if style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default") in {"1", "true"}:
            said = value(style, "rPr/lang") or said
    marked = {value(run, "rPr/lang") for run in file.document.iter(f"{WORD}r") if run_text(run).strip()}
    if marked and all(one and one.lower().startswith("de") for one in marked):
        return
    if not said:
        yield Found("word-language", (), {"said": "keine Sprache"})
    elif not said.lower().startswith("de"):
        yield Found("word-language", (), {"said": f"„{said}“"})


def title(file: WordFile) -> Iterator[Found]:
    """No title in the properties: readers hear the file's name instead."""
    if not file.title:
        yield Found("word-title")


def headings(file: WordFile) -> Iterator[Found]:
    """Levels that are skipped, or a longer paper without any heading."""
    above, any_heading, filled = 0, False, 0
    for index, paragraph in enumerate(file.paragraphs):
        if not any(run_text(run).strip() for run in paragraph.iter(f"{WORD}r")):
            continue
        filled += 1
        level = heading_level(file, paragraph)
        if level is None:
            continue
        any_heading = True
        if level > above + 1:
            yield Found("word-heading-order", (), {"level": str(level), "above": str(above + 1)}, index)
        above = level
    if not any_heading and filled >= _LONG:
        yield Found("word-no-headings")


def heading_level(file: WordFile, paragraph: Any) -> int | None:
    """Level of a heading, 0 for a title, None for any other paragraph."""
    name = file.style(paragraph)
    if pattern("word", "title").search(name):
        return 0
    hit = pattern("word", "heading").search(name)
    if hit:
        return int(hit[1])
    outline = value(paragraph, "pPr/outlineLvl")
    return int(outline) + 1 if outline and outline.isdecimal() and int(outline) < 9 else None


def pictures(file: WordFile) -> Iterator[Found]:
    """Pictures without an alternative text that are not marked as decoration."""
    for index, paragraph in enumerate(file.paragraphs):
        for picture in paragraph.iter(_PICTURE):
            decorative = any(mark.get("val") in {"1", "true"} for mark in picture.iter(_DECORATIVE))
            if not decorative and not (picture.get("descr") or picture.get("title") or "").strip():
                yield Found("word-alt-text", (), {}, index)
        for shape in paragraph.iter(_SHAPE):
            if shape.find(_IMAGE) is not None and not (shape.get("alt") or "").strip():
                yield Found("word-alt-text", (), {}, index)


def links(file: WordFile) -> Iterator[Found]:
    """Links whose words do not say where they lead."""
    for index, paragraph in enumerate(file.paragraphs):
        for link in paragraph.iter(f"{WORD}hyperlink"):
            words = "".join(run_text(run) for run in link.iter(f"{WORD}r")).strip()
            if words and pattern("word", "empty_link").search(words):
                yield Found("word-link-text", (), {"words": words[:60]}, index)


def is_bold(run: Any) -> bool:
    """Whether a run is bold by itself."""
    return is_on(run, "rPr/b")
