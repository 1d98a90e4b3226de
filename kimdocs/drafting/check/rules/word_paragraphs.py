"""Rules on the paragraphs of a Word file: what looks like a list, a heading or space, and is but typed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.check.parts import WORD, WordFile, run_text, value
from kimdocs.drafting.check.rules.word_file import heading_level, is_bold

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING_LENGTH = 90
_SPACE = {
    f"{WORD}br",
    f"{WORD}drawing",
    f"{WORD}pict",
    f"{WORD}object",
    f"{WORD}sectPr",
    f"{WORD}fldChar",
    f"{WORD}tab",
}


def typed_lists(file: WordFile) -> Iterator[Found]:
    """Two or more paragraphs in a row that begin with a typed number, letter or mark and belong to no list."""
    before: tuple[str, int] | None = None
    told = False
    for index, paragraph in enumerate(file.paragraphs):
        item = None if _in_list(file, paragraph) or _level(file, paragraph) is not None else _item(_words(paragraph))
        follows = item is not None and before is not None and _follows(before, item)
        if follows and not told:
            yield Found("word-typed-list", (), {}, index - 1)
        told = follows
        before = item


def fake_headings(file: WordFile) -> Iterator[Found]:
    """Short bold paragraphs between others that are no headings by their style."""
    body = [(index, paragraph) for index, paragraph in enumerate(file.paragraphs) if not _in_table(paragraph)]
    for (index, paragraph), (_, following) in pairwise(body):
        words = _words(paragraph).strip()
        if not 2 < len(words) <= _HEADING_LENGTH or not _all_bold(paragraph) or _level(file, paragraph) is not None:
            continue
        if file.style(paragraph) != "normal" or _in_list(file, paragraph):
            continue
        if pattern("word", "not_heading").search(words) or len(_words(following).strip()) < len(words):
            continue
        if not _all_bold(following):
            yield Found("word-fake-heading", (), {"words": words}, index)


def blank_paragraphs(file: WordFile) -> Iterator[Found]:
    """Blank paragraphs in a row, outside of tables: told once, with how many places there are."""
    places: list[int] = []
    blank = 0
    for index, paragraph in enumerate(file.paragraphs):
        blank = blank + 1 if not _in_table(paragraph) and _is_blank(paragraph) else 0
        if blank == 2:
            places.append(index - 1)
    if places:
        count = "an einer Stelle" if len(places) == 1 else f"an {len(places)} Stellen"
        yield Found("word-blank-paragraphs", (), {"count": count}, places[0])


def _item(words: str) -> tuple[str, int] | None:
    """Kind of a typed item and its number; 0 for a mark."""
    for key in ("typed_number", "typed_letter", "typed_mark"):
        hit = pattern("word", key).match(words)
        if hit and key == "typed_number":
            return ("(" if hit["bracket"] else "."), int(hit["bracket"] or hit["plain"])
        if hit:
            return (key, ord(hit["letter"]) - ord("a") + 1) if key == "typed_letter" else (key, 0)
    return None


def _follows(before: tuple[str, int], item: tuple[str, int]) -> bool:
    return before[0] == item[0] and (item[1] == before[1] + 1 or item[1] == before[1] == 0)


def _words(paragraph: Any) -> str:
    return "".join(run_text(run) for run in paragraph.iter(f"{WORD}r"))


def _level(file: WordFile, paragraph: Any) -> int | None:
    return heading_level(file, paragraph)


def _in_list(file: WordFile, paragraph: Any) -> bool:
    return value(paragraph, "pPr/numPr/numId") is not None or bool(
        pattern("word", "list_style").search(file.style(paragraph))
    )


def _in_table(paragraph: Any) -> bool:
    return any(parent.tag in {f"{WORD}tc", f"{WORD}txbxContent"} for parent in paragraph.iterancestors())


def _all_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.iter(f"{WORD}r") if run_text(run).strip()]
    return bool(runs) and all(is_bold(run) for run in runs)


def _is_blank(paragraph: Any) -> bool:
    return not _words(paragraph).strip() and not any(element.tag in _SPACE for element in paragraph.iter())
