"""Pieces of text that matchers look at: cut into words but once, with what each matcher found in them."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kimdocs.lexicon.match import Match

WORD = re.compile(r"\w+")
_MOST_WINDOWS = 20_000


class Window:
    """A piece of text behind the character before it, if any; the words in it that matchers know, and what they found.

    Offsets are those in ``text``, of which the piece starts at ``first`` (0 or 1).
    """

    __slots__ = ("bits", "first", "found", "known", "text")

    def __init__(self, text: str, first: int, bits: int, known: list[tuple[int, str]]) -> None:
        """``known`` are the words in ``text`` that any matcher knows, ``bits`` those of the matchers that know one."""
        self.text, self.first, self.bits, self.known = text, first, bits, known
        self.found: dict[int, tuple[Match, ...]] = {}


class Words:
    """Which matchers know which first words: a piece that several of them look at is cut into words but once.

    Minutes say the same again and again ("Beschluss:", "einstimmig beschlossen"): pieces are kept by their words, so
    that what is found in one of them is found in all.
    """

    def __init__(self) -> None:
        """No matcher is known yet."""
        self._matchers = count()
        self._bits: dict[str, int] = {}
        self.forget()

    def register(self, words: Iterable[str]) -> int:
        """The bit of a new matcher, one of whose phrases starts with each of ``words``."""
        bit = 1 << next(self._matchers)
        for word in words:
            self._bits[word] = self._bits.get(word, 0) | bit
        self.forget()
        return bit

    def forget(self) -> None:
        """Keep no piece any more."""
        self._kept: tuple[dict[str, Window], dict[str, Window]] = ({}, {})
        self._last: tuple[str, int, int | None, Window] = ("", -1, -1, Window("", 0, 0, []))

    def window_at(self, folded: str, start: int, end: int | None) -> Window:
        """The window of ``folded[start:end]``; several matchers ask for one place, one behind the other."""
        text, first, last, window = self._last
        if start == first and end == last and folded is text:
            return window
        before = 1 if start else 0
        words = folded[start - before : end]
        window = self._kept[before].get(words) or self._window(words, before)
        self._last = (folded, start, end, window)
        return window

    def _window(self, text: str, first: int) -> Window:
        """The window of ``text[first:]``, which from now on is kept."""
        if len(self._kept[first]) > _MOST_WINDOWS:
            self.forget()
        bits, known, of_word = 0, [], self._bits
        find, place = text.find, first
        for word in WORD.findall(text, first):
            # nothing but signs stand between two words: where the next one is found it starts
            place = find(word, place)
            if word in of_word:
                bits |= of_word[word]
                known.append((place, word))
            place += len(word)
        window = self._kept[first][text] = Window(text, first, bits, known)
        return window
