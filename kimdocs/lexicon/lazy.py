"""Patterns that are compiled when they are first used: a short text needs few of them, and compiling takes its time."""

from __future__ import annotations

import re
from typing import cast

_METHODS = (
    *("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"),
    *("pattern", "flags", "groups", "groupindex"),
)


class _Lazy:
    """Stands for a pattern; after the first use its methods are the compiled one's own."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern that ``re.compile`` makes of the same, to be compiled when it is first used.

    A mistake in ``source`` is told only then; ``tests/test_patterns.py`` compiles all of them.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
