"""Lists of amounts, one at the end of each line: what the line above says that they are counted by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.per import per_of_header
from kimdocs.extraction.recognise.quantities.words import phrase

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.model.finance import Figure, Per

_LONGEST = 100
_FEWEST = 2


def with_heading(context: Context, found: list[Figure]) -> list[Figure]:
    """Figures with what the heading of their list counts them by, where they do not say it themselves.

    For example "Entschädigung (monatlich)⏎Wehrführer 90,00 €⏎Gerätewart 75,00 €".
    """
    lines = [context.line_at(figure.evidence[0].start) for figure in found]
    index = 0
    while index < len(found):
        end = index
        while (
            end < len(found)
            and _ends_line(context, found[end], lines[end])
            and lines[end] == lines[index] + end - index
        ):
            end += 1
        per = _of_heading(context, lines, index) if end - index >= _FEWEST else ()
        if per:
            found[index:end] = [figure if figure.per else replace(figure, per=per) for figure in found[index:end]]
        index = max(end, index + 1)
    return found


def _ends_line(context: Context, figure: Figure, line: int) -> bool:
    return not context.text[figure.evidence[0].end : context.lines[line].end].strip()


def _of_heading(context: Context, lines: list[int], index: int) -> tuple[Per, ...]:
    """What the line above a list says; nothing where it holds an amount itself, or is a sentence."""
    line = lines[index] - 1
    if line < 0 or (index and lines[index - 1] >= line):
        return ()
    start, end = context.lines[line]
    if not 0 < end - start <= _LONGEST or context.text[end - 1] in ".;":
        return ()
    return per_of_header(phrase(context.text, context.folded, start, end))
