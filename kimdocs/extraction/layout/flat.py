"""Texts whose line ends are lost: one long line, cut where parts of a paper or texts and votes of minutes begin."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.context import Line
from kimdocs.extraction.result_lines.results import vocabulary
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import lower
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.lexicon import Match

_LONGEST = 800
_HEAD_WITHIN = 3000
_OTHERS = ("niederschrift", "protokoll", "tagesordnung")
_VOTES = (" abstimmungsergebnis: ", " abstimmung: ", " beratungsergebnis: ")
_LABEL = lazy(
    r" (?P<label>(?P<vote>abstimmungsergebnis|abstimmung|beratungsergebnis)"
    r"|(?:geänderter |einstimmiger )?beschlu(?:ss|ß)(?:vorschlag|empfehlung|text|antrag)?|beschlußvorschlag): "
)
_TOLD = lazy(r"\([^()]{0,200}\)|[^\W\d_]+|[\d\W_]")
_OPENS = ("der", "die", "das", "es", "im", "in", "auf", "zu", "zum", "zur", "nach", "für", "damit")
_NEXT = lazy(r"[-–\s]*\d{1,3}[-.)\s]*$")


def without_flat(text: str, folded: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, those that hold a whole paper cut before its labels and headings; no text is changed.

    Those that hold minutes are cut before the labels of their texts and votes, and where each vote is told.
    """
    heads = _long(lines, anchor_offsets(folded, "paper_head"))
    voted = _long(lines, _votes(folded))
    if not heads and not voted:
        return lines
    found = []
    for index, line in enumerate(lines):
        parts = list(_cut(text, line)) if index in heads else [line]
        found += list(_cut_minutes(text, folded, line)) if index in voted and len(parts) == 1 else parts
    return tuple(found)


def _votes(folded: str) -> list[int]:
    """Where labels of votes stand behind other words; sought as plain strings, which is fast."""
    found = []
    for label in _VOTES:
        place = folded.find(label)
        while place >= 0:
            found.append(place)
            place = folded.find(label, place + 1)
    return found


def _long(lines: tuple[Line, ...], offsets: list[int]) -> set[int]:
    """Indexes of the lines that hold one of the offsets and may hold a whole paper."""
    found = {bisect_right(lines, (offset + 1,)) - 1 for offset in offsets}
    return {index for index in found if index >= 0 and lines[index].end - lines[index].start >= _LONGEST}


def _cut_minutes(text: str, folded: str, line: Line) -> Iterator[Line]:
    """The parts of a line of minutes: before the labels of texts and votes, and where each vote is told."""
    start, end = line
    labels = [hit for hit in _LABEL.finditer(folded, start, end) if text[hit.start("label")].isupper()]
    limits = [*(hit.start() for hit in labels[1:]), end][: len(labels)]
    cuts = []
    for label, limit in zip(labels, limits, strict=True):
        cuts.append(label.start("label"))
        cuts += [_vote_end(text, folded, label.end(), limit)] if label["vote"] else []
    for cut in (*cuts, end):
        stop = start + len(text[start:cut].rstrip())
        if stop > start:
            yield Line(start, stop)
            start = cut


def _vote_end(text: str, folded: str, start: int, end: int) -> int:
    """Where the words of a vote end: before the first word that no result is told with, and the number before it."""
    for told in _TOLD.finditer(folded, start, end):
        word, place = told.group(), told.start()
        if word[0].isalpha() and (word not in vocabulary() or (text[place].isupper() and word in _OPENS)):
            number = _NEXT.search(folded, start, place)
            return number.start() if number else place
    return end


def _cut(text: str, line: Line) -> Iterator[Line]:
    folded = lower(text[line.start : line.end])
    places = [] if _is_of_meeting(folded) else list(_places(folded))
    if not any(found.entry.attributes.get("head") for found in places):
        yield line
        return
    starts = [0, *(found.start for found in places if found.start)]
    for start, stop in zip(starts, [*starts[1:], len(folded)], strict=True):
        end = start + len(folded[start:stop].rstrip())
        yield Line(line.start + start, line.start + end)


def _places(folded: str) -> Iterator[Match]:
    at = 0
    for found in matcher("cuts").finditer(folded):
        closed = not found.entry.attributes.get("colon") or folded[found.end : found.end + 2].lstrip(" ")[:1] == ":"
        if closed and found.start >= at and folded[found.start - 1 : found.start] in ("", " ", "\t"):
            yield found
            at = found.end


def _is_of_meeting(folded: str) -> bool:
    """Whether the line is that of minutes or an agenda, whose items name papers of their own."""
    return any(word in folded[:_HEAD_WITHIN] for word in _OTHERS)
