"""Agenda items in any form: lines that open alike, whose numbers count up, and between which votes are told.

"Zu 4.", "Punkt 4", "4 - Radweg", "A 4  Radweg", "| 4) | Radweg |" and numbers that start in the middle of an agenda are
read only in minutes whose items say nothing plainer.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.agenda.numbers import Candidate
from kimdocs.extraction.result_lines.results import covers_all, says_vote
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Line

_OPENER = lazy(
    r"(?P<word>(?:zu )?(?:tagesordnungspunkt|to-punkt|top|punkt|pkt\.)|zu)?\s{0,3}"
    r"(?P<number>(?:(?P<letter>[a-zö])\s?)?\d{1,3}(?:\.\d{1,2}){0,2}(?P<suffix>[a-z])?)"
    r"(?P<joint>\.?/ ?\d{1,3})?(?P<mark>\s{0,2}[.):–|-]{0,2}(?=\s|$))(?:\s+(?:\|\s+)?(?P<title>[^\s|].*?))?[\s|]*$"
)
_OF_AGENDA = lazy(r"(?:der|d\.)\s+(?:tagesordnung|to\b|t\. ?o\.)[\s:.]*")
_VOTE = lazy(
    r"\b(?:einstimmig|einst\.|mehrheitlich|einmütig|einvernehmlich|ja-stimmen|nein-stimmen|dafür|dagegen|gegenstimmen?"
    r"|\w*enthaltung(?:en)?|abgelehnt|kenntnis|vertagt|zurückgestellt|abgesetzt|zurückgezogen|geschoben|verwiesen"
    r"|ja:? *\d+|\d+ *ja\b)|\b\d{1,2} ?: ?\d{1,2}\b(?! *uhr)"
)
_LED_IN = lazy(r"(?<!tagesordnung)(?<!teil)(?<!sitzung):\s*$")
_SENTENCE = lazy(r"[.;:!?]\s+\S|[.;!?]$")
_RATIO = lazy(r"\d{1,3} ?[:/] ?\d{1,3}\s{2,}(?=\S)")
_GAP = lazy(r"\s{3,}")
_LONGEST_LINE = 300
_LONGEST_TITLE = 120
_SHORT_TITLE = 70
_MOST = 400
_FEWEST = 3
_ROW = 3
_OF_ITEMS = "önt"
_FEWEST_WITH_WORD = 2
_VOTED = 2
_MOST_SKIPPED = 9
_LETTERS = "abcdefghijklmnopqrstuvwxyzö"
_FIRST = frozenset("0123456789|" + _LETTERS)


class Style(NamedTuple):
    """How a line opens: with which word, with a letter before the number, inside bars, with which mark, how far in."""

    word: str
    letter: bool
    bar: bool
    mark: str
    indent: int


class _Opener(NamedTuple):
    """A line that may open an item; ``key`` orders numbers."""

    line: int
    number: str
    key: tuple[str, tuple[int, ...], str]
    style: Style
    title_at: int


def chained_items(text: str, folded: str, lines: tuple[Line, ...], closing: int) -> list[Candidate]:
    """The longest chain of lines that open in one style, if at least two of its members tell a vote; else none."""
    styles: dict[Style, list[_Opener]] = defaultdict(list)
    for opener in _openers(text, folded, lines, closing):
        styles[opener.style].append(opener)
    chains = [_longest(found[:_MOST]) for found in styles.values() if len(found) >= _FEWEST_WITH_WORD]
    agendas = [chain for chain in chains if _is_agenda(folded, lines, chain, closing)]
    best = max(agendas, key=lambda chain: (bool(chain[0].style.word), len(chain)), default=[])
    announced = _announced(styles, best[0].line) if best else {}
    return [_candidate(text, lines, opener, folded, announced.get(opener.number)) for opener in best]


def _openers(text: str, folded: str, lines: tuple[Line, ...], closing: int) -> Iterator[_Opener]:
    for index, line in enumerate(lines):
        if line.start >= closing:
            return
        if not 0 < line.end - line.start < _LONGEST_LINE or folded[line.start] not in _FIRST:
            continue
        bar = folded[line.start] == "|"
        start = line.start
        while bar and start < line.end and folded[start] in "| ":
            start += 1
        hit = _OPENER.match(folded, start, line.end)
        if hit is None or (hit["letter"] and hit["word"] is None and not text[hit.start("number")].isupper()):
            continue
        if hit["letter"] and hit["letter"] not in _OF_ITEMS and folded.count(" | ", *line) >= _ROW:
            continue
        title_at = hit.start("title") if hit["title"] else -1
        if title_at >= 0 and (text[title_at].islower() or _tells_vote(folded, title_at, line.end)):
            continue
        mark = hit["mark"].strip()
        apart = title_at - hit.end("number") > 1 or "." in hit["number"]
        if not (hit["word"] or hit["letter"] or mark or bar or apart):
            continue
        indent = line.start - (text.rfind("\n", 0, line.start) + 1)
        style = Style(hit["word"] or "", bool(hit["letter"]), bar, mark.strip(".|"), indent)
        digits = hit["number"].strip(_LETTERS + " ").split(".")
        key = (hit["letter"] or "", tuple(map(int, digits)), hit["suffix"] or "")
        written = text[hit.start("number") : hit.end("joint") if hit["joint"] else hit.end("number")]
        yield _Opener(index, " ".join(written.split()), key, style, title_at)


def _tells_vote(folded: str, start: int, end: int) -> bool:
    """Whether a point's vote and no title stands behind its number: "Punkt 1: Ja 12, Nein 3"."""
    return says_vote(folded, start, end) and covers_all(folded, start, end)


def _longest(found: list[_Opener]) -> list[_Opener]:
    """The longest run of openers each of which may follow the one before it."""
    length, before = [1] * len(found), [-1] * len(found)
    for index, opener in enumerate(found):
        for earlier in range(index):
            if length[earlier] >= length[index] and _may_follow(found[earlier].key, opener.key):
                length[index], before[index] = length[earlier] + 1, earlier
    index = max(range(len(found)), key=length.__getitem__)
    chain = []
    while index >= 0:
        chain.append(found[index])
        index = before[index]
    return chain[::-1]


def _may_follow(last: tuple[str, tuple[int, ...], str], number: tuple[str, tuple[int, ...], str]) -> bool:
    """Whether a number is a later one, not far off: a part, a sibling, or the next of what it is a part of."""
    if last[0] != number[0]:
        return last[0] < number[0]
    if number[1] == last[1]:
        return last[2] < number[2]
    if number[1][: len(last[1])] == last[1]:
        return len(number[1]) == len(last[1]) + 1 and number[1][-1] <= _MOST_SKIPPED
    level = next((i for i, (a, b) in enumerate(zip(last[1], number[1], strict=False)) if a != b), len(number[1]))
    return level < min(len(last[1]), len(number[1])) and 0 < number[1][level] - last[1][level] <= _MOST_SKIPPED


def _is_agenda(folded: str, lines: tuple[Line, ...], chain: list[_Opener], closing: int) -> bool:
    """Whether votes stand between the members, and they are not the points of one text."""
    style = chain[0].style
    if len(chain) < (_FEWEST_WITH_WORD if style.word or style.letter else _FEWEST):
        return False
    start = lines[chain[0].line].start
    if not style.word and _LED_IN.search(folded[max(0, start - 200) : start].rstrip()):
        return False
    ends = [*(lines[opener.line].start for opener in chain[1:]), closing]
    told = sum(
        _VOTE.search(folded, lines[opener.line].start, end) is not None for opener, end in zip(chain, ends, strict=True)
    )
    return told >= _VOTED


def _announced(styles: dict[Style, list[_Opener]], before: int) -> dict[str, _Opener]:
    """The lines of the agenda above the report that give titles, by their numbers."""
    above = (opener for found in styles.values() for opener in found if opener.line < before and opener.title_at >= 0)
    return {opener.number: opener for opener in above}


def _candidate(
    text: str, lines: tuple[Line, ...], opener: _Opener, folded: str, announced: _Opener | None
) -> Candidate:
    """The candidate with its title: behind the number, on the next line unless that is a sentence, or in the agenda."""
    line, begin, end = opener.line, opener.title_at, -1
    if begin < 0:
        line, begin = _title_below(text, folded, lines, opener.line)
    elif opener.style.bar:
        begin, end = max(_cells(text, begin, lines[line].end), key=lambda cell: cell[1] - cell[0])
    elif not opener.style.mark:
        ratio = _RATIO.match(text, begin, lines[line].end)
        begin = ratio.end() if ratio else begin
        gap = _GAP.search(text, begin, lines[line].end)
        end = gap.start() if gap else -1
    if begin < 0 and announced is not None:
        begin, end = announced.title_at, lines[announced.line].end
    return Candidate(opener.line, opener.number, begin, line, "", end)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells between bars, without the white space around them."""
    cells, at = [], start
    for cell in text[start:end].split("|"):
        begin = at + len(cell) - len(cell.lstrip())
        cells.append((begin, begin + len(cell.strip())))
        at += len(cell) + 1
    return cells


def _title_below(text: str, folded: str, lines: tuple[Line, ...], number: int) -> tuple[int, int]:
    """The line of the title and where it starts, if one stands below the line of a number; else that line and -1."""
    below = next((i for i in range(number + 1, min(number + 3, len(lines))) if lines[i].end > lines[i].start), number)
    of_agenda = _OF_AGENDA.match(folded, *lines[below])
    begin = of_agenda.end() if of_agenda else lines[below].start
    apart = below + 1 >= len(lines) or lines[below + 1].start == lines[below + 1].end
    short = 0 < lines[below].end - begin < (_LONGEST_TITLE if apart else _SHORT_TITLE)
    titled = below > number and short and not _SENTENCE.search(text, begin, lines[below].end)
    return (below, begin) if titled else (number, -1)
