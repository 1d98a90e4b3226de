"""Patterns that are compiled when they are first used: a short text needs few of them, and compiling takes its time."""

from __future__ import annotations

import re
from typing import cast

from kimdocs.errors import LexiconError
from kimdocs.lexicon.spelling import reading_both

_LIST = re.compile(r"@([a-z_]+)@")
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
        compiled = re.compile(reading_both(_with_lists(self._source)), self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern that ``re.compile`` makes of the same, to be compiled when it is first used.

    In ``source``, ``@name@`` stands for the alternatives that the entry ``name`` of the table ``word_lists`` holds, and
    "beschluss" and "ausschuss" for their old spelling too. A mistake is told only at the first use;
    ``tests/test_patterns.py`` compiles all of them.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))


def _with_lists(source: str) -> str:
    return _LIST.sub(lambda name: _alternatives(name[1]), source) if "@" in source else source


def _alternatives(name: str) -> str:
    """The words of a list, the longest first."""
    from kimdocs.lexicon.load import words_of

    words = sorted(words_of("word_lists", name), key=lambda word: (-len(word), word))
    if not words:
        raise LexiconError(f"In der Lexikon-Datei „word_lists.toml“ fehlt die Liste „{name}“, die ein Muster nennt.")
    return "|".join(map(re.escape, words))
