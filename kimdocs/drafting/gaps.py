"""Gaps of a draft: what a template wanted to print and nobody stated, and what else keeps it from being sent out."""

from __future__ import annotations

import sys
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing or open.

    Attributes:
        kind: ``missing`` (no value), ``reference`` (``[[name]]`` leads nowhere), ``conflict`` (sources differ),
            ``balance`` (the cover is not what is needed),
            ``public`` (a source is not shown to be public).
        name: The field, for example ``beratungsfolge[].termin``.
        label: Its German name.
        template: Name of the template file.
        line: First line of the template that wanted it; 0 where none is to blame.
        message: German sentence.
    """

    kind: str
    name: str
    label: str
    template: str
    line: int
    message: str


class Missing:
    """A value that nobody stated: false in a test, empty in a loop, a visible gap where it is printed."""

    __slots__ = ("_report", "path")

    def __init__(self, path: str, report: Callable[[str, str, int], None]) -> None:
        """Remember the path, and whom to tell."""
        self.path = path
        self._report = report

    def __bool__(self) -> bool:
        """Never stated."""
        return False

    def __len__(self) -> int:
        """Nothing in it."""
        return 0

    def __iter__(self) -> Iterator[Any]:
        """Loops over nothing, and reports the gap."""
        self.report()
        return iter(())

    def report(self) -> None:
        """Tell that this value was wanted, with the template and line that wanted it."""
        self._report(self.path, *_place())


def _place() -> tuple[str, int]:
    """Template and line that are running: the first frame outwards that belongs to a compiled template."""
    frame = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return str(template.name), _lines(template).at(frame)
        frame = frame.f_back  # type: ignore[assignment]
    return "", 0


class _Lines:
    """Where the code of one template came from. Python and Jinja count from the top each time they are asked."""

    def __init__(self, template: Any) -> None:
        pairs = template.debug_info
        self._template = [line for line, _ in pairs]
        self._code = [line for _, line in pairs]
        self._starts: dict[int, tuple[list[int], list[int]]] = {}

    def at(self, frame: FrameType) -> int:
        """The template's line that a frame runs."""
        code = frame.f_code
        if id(code) not in self._starts:
            found = [(start, line) for start, _, line in code.co_lines() if line is not None]
            self._starts[id(code)] = [start for start, _ in found], [line for _, line in found]
        starts, lines = self._starts[id(code)]
        at = bisect_right(self._code, lines[bisect_right(starts, frame.f_lasti) - 1])
        return self._template[at - 1] if at else 1


@lru_cache(maxsize=64)
def _lines(template: Any) -> _Lines:
    """Kept with the template, whose code must not be made anew at the same place in memory."""
    return _Lines(template)
