"""Where a list of attachments in the middle of minutes ends: at the first sentence that tells what went on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.roles import Role, sentence_role

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Section

_SHORTEST = 40
_GOES_ON = (Role.ACT, Role.TOLD, Role.SAID)
_MOST_LINES = 40


def after_list(context: Context, section: Section) -> list[tuple[int, str]]:
    """The cut where the meeting goes on below its list of attachments, if it does."""
    first = context.line_at(section.start) + 1
    for line in context.lines[first : first + _MOST_LINES]:
        if line.start >= section.end:
            break
        whole = line.end - line.start >= _SHORTEST and context.text[line.end - 1] in ".!"
        if whole and sentence_role(context, line.start, _sentence_end(context, *line)) in _GOES_ON:
            return [(line.start, "after_result")]
    return []


def _sentence_end(context: Context, start: int, end: int) -> int:
    stop = context.text.find(". ", start + _SHORTEST // 2, end)
    return stop + 1 if stop >= 0 else end
