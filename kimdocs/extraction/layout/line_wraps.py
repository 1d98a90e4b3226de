"""Lines that only the width of the page parts: the sentence goes on, and so does the line.

How wide a text is set tells nothing. A line that starts with "Enthaltungen angenommen." or "5 Stimmen zugestimmt wurde"
since the line above was full is no line of a result. Such breaks are taken out before anything else is read, so that
one and the same text is read alike however it is wrapped.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kimdocs.extraction.numerals import number_word
from kimdocs.lexicon import load
from kimdocs.lexicon.lazy import lazy

_USUAL = 0.8
_NARROWEST = 30
_SHARE = 0.85
_LOWER_SHARE = 0.7
_STOPS = frozenset(".:;!?-–—_|…")
_ENDS = (".", "!", "?", ":", ";")
_CLOSERS = ' \t"“”»«’)'
_CELLS = ("   ", "\t", "|", "│", "┃", "║", "....", "___", "☐", "☒", "☑", "□", "■", "[ ]", "[x]", "[X]")
_OWN_LINE = lazy(
    r"(?:[-–—•▪●○◦‣·*✓➢→#>„\"]|\(?(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})(?:\.\d{1,2})*[.)]|§|\d{1,2}(?:\.\d{1,2})+)\s"
    r"|(?:TOP|Top|Zu|Punkt|Ziffer|Nr\.|Tagesordnungspunkt|Anlagen?|Seite|Blatt|gez\.)\s"
)
_LABEL = lazy(r"[^\W\d_](?:[\w ()/-]|\b(?:Dr|Prof|St|Nr|Abst)\.|\.(?=\w)){1,44}:(?:\s|$)")
_DESCRIBES = ("ende", "ene", "ige", "liche", "ische")
_OPENS_ITEM = lazy(r"(?:TOP|Top|Zu|Punkt|Tagesordnungspunkt|[ÖN]|§|\(?\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}\.)\s")
_TAILS = ".,;!?)"
_LONGEST_WORD = 40
_SHORT = 40
_LONGEST = 1.3
_HEAD = 8
_MOST_DIGITS = 3
_SIDE = lazy(r"(?:Ja|Nein|Stimm|Stimmenth|Enthalt|Gegenstimm)[\w-]*[\s,.;)]|: ?\d{1,3}\b")
_RATIO = lazy(r"[\s(]\d{1,3} ?:$")
_NUMBERED_BY = lazy(r"\b(?:Nr|Abs|Art|Ziff|HHSt|Hhst|Haushaltsst|Az|Str|Tel|ca|S|Bd|Anl|lfd|VO|DS|Drs|Fl)\.$")


def without_wraps(text: str) -> str:
    """The text with a blank for each break of a line that its width alone has made; offsets stay what they were."""
    lines = text.split("\n")
    width = _width(lines)
    if width is None:
        return text
    wrapped = [False] * min(_HEAD, len(lines) - 1)
    shortest, longest = max(_NARROWEST, int(_LOWER_SHARE * width) - _LONGEST_WORD), _LONGEST * width
    wrapped += [
        shortest <= len(above) <= longest and 0 < len(line) <= longest and _is_wrapped(above, line, width)
        for above, line in pairwise(lines[len(wrapped) :])
    ]
    kept = False
    pieces = [lines[-1]]
    for index in range(len(wrapped) - 1, -1, -1):
        if wrapped[index]:
            kept = kept if index + 1 < len(wrapped) and wrapped[index + 1] else _ends_sentence(lines[index + 1])
        joined = wrapped[index] and (kept or tears_count(lines[index], lines[index + 1]))
        pieces += [" " if joined else "\n", lines[index]]
    return "".join(reversed(pieces))


def _ends_sentence(line: str) -> bool:
    """Whether a paragraph that ends so is one of sentences: titles, lists of names and addresses go without a stop."""
    return line.rstrip(_CLOSERS)[-1:] in _ENDS


def _width(lines: list[str]) -> int | None:
    """How long the lines are that a line goes on, as its small letter shows; None where there are none."""
    filled = sorted(
        len(above.strip())
        for above, line in pairwise(lines)
        if len(above) >= _NARROWEST and line[:1].islower() and above[-1] not in _STOPS
    )
    return filled[int(_USUAL * len(filled))] if filled else None


def _is_wrapped(above: str, line: str, width: int) -> bool:
    """Whether the first word of a line would not have had room on the line above, which leaves its sentence open."""
    begin, last, first = line[0], above[-1], line.find(" ")
    share = _LOWER_SHARE if begin.islower() else _SHARE
    if len(above.lstrip()) + 1 + (first if first >= 0 else len(line)) < share * width:
        return False
    if begin.isspace() or last.isspace() or (last in _STOPS and not _goes_on_behind_stop(above, begin)):
        return False
    above = above.lstrip()
    if any(map(above.__contains__, _CELLS)) or any(map(line.__contains__, _CELLS)):
        return False
    return _OWN_LINE.match(line) is None and not _is_new(above, line)


def _is_new(above: str, line: str) -> bool:
    """Whether a line begins something of its own: a label, a short title, or what stands below the title of an item."""
    if not line[0].isupper() or _awaits_noun(above) or tears_count(above, line):
        return False
    return _OPENS_ITEM.match(above) is not None or _stands_alone(line)


def _stands_alone(line: str) -> bool:
    """Whether a line is a label, or as short as a title and without a stop."""
    return _LABEL.match(line) is not None or (len(line) < _SHORT and line.rstrip()[-1] not in _TAILS)


def tears_count(above: str, line: str) -> bool:
    """Whether a number ends a line and the side that it counts opens the next one: "… 6⏎Ja-Stimmen", "2⏎: 7"."""
    if _SIDE.match(line) is None:
        return False
    last = above.rsplit(None, 1)[-1].lstrip("(").removesuffix("x")
    return (last.isdecimal() and len(last) <= _MOST_DIGITS) or number_word(last) is not None


def _goes_on_behind_stop(above: str, begin: str) -> bool:
    """Whether what ends a line ends no sentence: a small letter follows, or the number of a "Nr." or of "9 :"."""
    if above[-1] == ".":
        return begin.islower() or (begin.isdigit() and _NUMBERED_BY.search(above) is not None)
    return begin.isdigit() and _RATIO.search(above) is not None


def _awaits_noun(above: str) -> bool:
    """Whether a line ends so that what follows can be no label: "… fasst folgenden⏎Empfehlungsbeschluss:"."""
    word = above[above.rfind(" ") + 1 :].removesuffix(".")
    if not word.isalpha():
        return above.endswith(",")
    return word.lower() in goes_on_words() or (word.islower() and word.rstrip("nrms").endswith(_DESCRIBES))


@cache
def goes_on_words() -> frozenset[str]:
    """The (folded) words that end no line but one whose sentence goes on: articles, prepositions, conjunctions."""
    return frozenset(phrase for entry in load("sentence_words") if entry.value == "goes_on" for phrase in entry.phrases)
