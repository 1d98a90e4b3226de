"""Agenda items: where minutes report on each item of the agenda."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from kimdocs.extraction.agenda.chain import chained_items
from kimdocs.extraction.agenda.counted import counted_up
from kimdocs.extraction.agenda.numbers import NUMBERED, candidate_at, with_parts
from kimdocs.extraction.agenda.sections import section_items
from kimdocs.extraction.agenda.titles import title_end
from kimdocs.extraction.context import Item
from kimdocs.extraction.result_lines.results import covers_all, says_vote
from kimdocs.extraction.texts.formulas import formula
from kimdocs.lexicon import load, matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import AgendaItem
from kimdocs.model.running_text import running
from kimdocs.model.source import Evidence

if TYPE_CHECKING:
    from kimdocs.extraction.agenda.numbers import Candidate
    from kimdocs.extraction.context import Line
    from kimdocs.model.source import SourceDocument

_PUBLIC = lazy("öffentlich")
_PUBLIC_PART = lazy(r"(?:(?:a|b|ii?)[.)]\s*)?(?:nicht[\s-]*)?öffentliche[rs]?\s+(?:teil|sitzung)(?:\s+der sitzung)?")
_OPENERS = frozenset("ztpönt")
_RUNNING = ("lfd", "ifd")
_SAID = ("zu top", "zu tagesordnungspunkt")
_DIGITS = frozenset("0123456789")
_MAY_OPEN = _OPENERS | _DIGITS
_PUBLIC_LETTER = "ö"
_NUMBER_AND_LETTER = 8
_RESULT = lazy(r"(?:einstimmig|mehrheitlich|einmütig|mehrstimmig)(?:e[rn]?)?\b")
_BARE = lazy(r"zu\s+\d{1,2}\b(?!\.\d)")
_POINT = lazy(r"(?:zu\s+)?(?:punkt\s+)?\d{1,2}\b(?!\.\d)")
_OF_AGENDA = lazy(r"(?:zu\s+)?(?:tagesordnungspunkt|top)\b")
_DIGIT = lazy(r"\d")
_WHOLE = lazy(r"\d+")
_LONGEST_OPENER = 60
_FULL = 60
_FEWEST_ITEMS = 2
_PAPER = lazy(
    r"(?:(?:sitzungs|beschluss)?vorlagen?|drucksachen?|drs\.?|ds)(?:[ -]?(?:nr\.?|nummer))?:?\s*[\w./-]*\d[\w./-]*$"
)
_LABELLED = lazy(r"(?:(?:beschluss|abstimmung|ergebnis)[\w-]*|\w+ergebnis|status|beschlussart)\s*:")
_OPENING = 240
_DECIDING = "resolution_like"
_NEAR = 300
_GAP = 3
_OWN_MARK = lazy(r"(?P<hidden>nicht\s?)?öffentlicher teil|^\d{1,3}(?:\.\d{1,2})*\.?\s?[-/]?\s?(?P<not>n)?ö\b")
_HEAD = 1500
_TRANSACTIONS = (
    "verhandlung de",
    "verhandlungen de",
    "verhandelt am",
    "verhandlungsschrift",
    "verhandlungsniederschrift",
)
_RECORDS = (
    *("niederschrift", "protokoll", "auszug", "öffentliche sitzung", "sitzung des", "sitzung am", "sitzung vom"),
    *("verhandlungen", "sitzung der"),
)
# a point of a text that is told twice, as proposed and as decided
_DECIDES = lazy(
    r"\b(?:wird|werden|ist|sind|hat|haben|beträgt|betragen|beginnt|beschließt|stimmt|empfiehlt|nimmt|erhält|soll|sollen)\b"
    r".*\.$"
)
_MINUTES = lazy(r"(?:^|\n)[^\n]{0,40}?\b(?:\w{0,12}niederschrift|\w{0,12}protokoll)\b")
_TOP = 250


def find_items(
    source: SourceDocument, folded: str, lines: tuple[Line, ...], begins: dict[str, list[int]], closing: int
) -> tuple[Item, ...]:
    """The items that the text reports on, up to the offset ``closing`` where the meeting ends.

    ``begins`` are the lines by how they begin (``lines_by_begin``).

    Lines that say so themselves ("Zu Punkt 3:", "TOP 5", "Ö 6.1 …") are items; else numbered lines that an earlier
    numbered line, the agenda, announced with number and title; else sections ("§ 12") or numbers that count up.
    """
    explicit = _explicit(source.text, folded, lines, begins, closing)
    alone = explicit if len(explicit) == 1 and folded.startswith("zu ", lines[explicit[0].line].start) else []
    if alone and not folded.startswith("zu punkt", lines[alone[0].line].start):
        explicit = []
    explicit = _without_points(source.text, folded, lines, explicit)
    reports = _reports_meeting(folded)
    chosen = _without_agenda(explicit) if explicit else []
    chosen = chosen or (_announced(source.text, folded, lines, closing) if reports else [])
    if not chosen and reports:
        chosen = section_items(source.text, folded, lines, closing)
        numbered = counted_up(source.text, folded, lines, closing)
        chosen = numbered if numbered and not (chosen and chosen[0].line < numbered[0].line) else chosen
        chosen = chosen or chained_items(source.text, folded, lines, closing)
        chosen = chosen or [one for one in alone if folded.startswith(_SAID, lines[one.line].start)]
    chosen = with_parts(source.text, folded, lines, chosen, closing) if explicit else chosen
    starts = [lines[candidate.line].start for candidate in chosen]
    ends = [*starts[1:], max(closing, starts[-1])] if starts else []
    public = _reported(_public_marks(folded, lines), starts)
    return tuple(
        Item(_fact(source, folded, lines, candidate, public), start, end)
        for candidate, start, end in zip(chosen, starts, ends, strict=True)
    )


@cache
def _item_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry.pattern) for entry in load("items") if entry.pattern)


def _explicit(
    text: str, folded: str, lines: tuple[Line, ...], begins: dict[str, list[int]], closing: int
) -> list[Candidate]:
    patterns = _item_patterns()
    found = []
    likely = (at for begin, at in begins.items() if begin[:1] in _MAY_OPEN or begin in _RUNNING)
    for index in sorted(chain.from_iterable(likely)):
        start, end = lines[index]
        if end - start < 3 or start >= closing or (folded[start] in _DIGITS and not _is_lettered(folded, start)):
            continue
        if not _DIGIT.search(folded, start, min(end, start + _LONGEST_OPENER)):
            continue
        hits = (m for p in patterns if (m := p.match(folded[start:end])))
        opened = next(((hit, at) for hit in hits if (at := _title_at(text, start, hit)) is not None), None)
        if opened is None:
            continue
        hit, title_at = opened
        if _tells_result(folded, title_at, end) if title_at >= 0 else _is_below_label(folded, lines, index):
            continue
        candidate = candidate_at(folded, lines, index, hit["number"], title_at)
        told = candidate.last_line > index and _is_no_title(text, folded, lines[candidate.last_line])
        found.append(replace(candidate, title_start=-1, last_line=index, prefix="") if told else candidate)
    return found


def _is_no_title(text: str, folded: str, line: Line) -> bool:
    """Whether below the number of an item stands no title but its paper, its result or the sentence that decides."""
    if _PAPER.match(folded, *line) or _LABELLED.match(folded, *line):
        return True
    whole = text[line.end - 1] == "." or line.end - line.start >= _FULL
    return whole and formula(_DECIDING).match(folded[line.start : line.start + _OPENING]) is not None


def _is_lettered(folded: str, start: int) -> bool:
    """Whether the letter of the public or the other part stands behind a number: "2.Ö  Feuerwehr"."""
    return _PUBLIC_LETTER in folded[start : start + _NUMBER_AND_LETTER]


def _without_points(text: str, folded: str, lines: tuple[Line, ...], found: list[Candidate]) -> list[Candidate]:
    """Candidates without those that are points of a text: "Zu 1: …" among "Zu Punkt 4:", "Zu Punkt 1: …" among "TOP 4".

    They stand below a colon, or their numbers do not go on from those of the items.
    """
    kept: list[Candidate] = []
    wanted, last = "", 0
    several = sum(_OF_AGENDA.match(folded, lines[one.line].start) is not None for one in found) >= _FEWEST_ITEMS
    for candidate in found:
        bare = (_POINT if several else _BARE).match(folded, lines[candidate.line].start) is not None
        above = lines[candidate.line - 1] if candidate.line else lines[0]
        opens = bare and bool(kept) and candidate.number == "1" and text[above.start : above.end].endswith(":")
        if bare and (opens or candidate.number == wanted or int(candidate.number) <= last):
            wanted = str(int(candidate.number) + 1)
            continue
        kept.append(candidate)
        wanted = ""
        whole = _WHOLE.match(candidate.number)
        last = max(last, int(whole.group())) if whole and not bare else last
    return kept if any(not _BARE.match(folded, lines[one.line].start) for one in kept) else found


def _title_at(text: str, start: int, hit: re.Match[str]) -> int | None:
    """Where the title begins behind an item's number, -1 where none follows, None where what follows is no title."""
    if not hit["title"]:
        return -1
    place = start + hit.start("title")
    return place if text[place].isupper() or text[place] in "„\"'(0123456789§Ä" else None


def _tells_result(folded: str, start: int, end: int) -> bool:
    """Whether what stands behind the number tells how the vote on a point went: "Zu 2: Mehrheitlich zugestimmt"."""
    return _RESULT.match(folded, start, end) is not None or (
        says_vote(folded, start, end) and covers_all(folded, start, end)
    )


def _is_below_label(folded: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether a number without a title stands right below the label of a vote, whose point it is: "Zu Punkt 3:"."""
    above = next((line for line in reversed(lines[max(0, index - _GAP) : index]) if line.end > line.start), None)
    label = folded[slice(*above)].strip(" :") if above else ""
    return bool(label) and matcher("vote_labels").fullmatch(label) is not None


def _without_agenda(found: list[Candidate]) -> list[Candidate]:
    """Candidates without those of the agenda list, which the report repeats."""
    last = {(c.number, c.prefix[:10]): c.line for c in found}
    kept = [c for c in found if last[c.number, c.prefix[:10]] == c.line]
    return kept if len(kept) < len(found) else found


def _announced(text: str, folded: str, lines: tuple[Line, ...], closing: int) -> list[Candidate]:
    by_key: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.start >= closing or line.start == line.end or folded[line.start] not in "0123456789önt":
            continue
        hit = NUMBERED.match(folded, line.start, line.end)
        if hit is None or (hit["title"] is None and line.end - line.start > 6):
            continue
        candidate = candidate_at(folded, lines, index, hit["number"], hit.start("title") if hit["title"] else -1)
        if candidate.prefix.startswith("sitzung") or _DECIDES.search(folded, *line):
            continue
        if candidate.title_start >= 0 and not text[candidate.title_start].islower() and len(candidate.prefix) >= 5:
            by_key[candidate.number, candidate.prefix].append(candidate)
    twice = [group[1] for group in by_key.values() if len(group) > 1]
    return sorted(twice, key=lambda c: c.line)


def _reports_meeting(folded: str) -> bool:
    """Whether the head of the text speaks of a meeting's minutes."""
    head = folded[:_HEAD]
    if any(word in head for word in _TRANSACTIONS) or _MINUTES.search(folded, 0, _TOP):
        return True
    return "sitzung" in head and any(word in head for word in _RECORDS)


def _fact(
    source: SourceDocument,
    folded: str,
    lines: tuple[Line, ...],
    candidate: Candidate,
    public: list[tuple[int, bool]],
) -> AgendaItem:
    start, end = lines[candidate.line].start, lines[candidate.last_line].end
    title, places = None, [(start, end)]
    if candidate.title_start >= 0:
        end = title_end(source.text, folded, lines, candidate)
        title = running(source.text[candidate.title_start : end]).replace("\n", " ")
        announced = candidate.title_start < start
        places = [*places, (candidate.title_start, end)] if announced else [(start, end)]
    number = candidate.number.upper() if candidate.number[0] in "önt" else candidate.number
    said = {"Ö": True, "N": False}.get(number[0])
    heading = lines[candidate.line]
    named = source.text[heading.start : heading.end].lower() if said is None else ""
    if _PUBLIC_LETTER in named and (own := _OWN_MARK.search(named)):
        said = own["hidden"] is None and own["not"] is None
    if said is None:
        said = next((is_public for offset, is_public in reversed(public) if offset <= start), None)
    evidence = tuple(Evidence(low, high, source.page_at(low), source.text[low:high]) for low, high in places)
    return AgendaItem(number, title, said, evidence)


def _reported(marks: list[tuple[int, bool]], starts: list[int]) -> list[tuple[int, bool]]:
    """The marks of the report: behind the first item, and right before it unless those are an agenda's two.

    The second of these ("Nichtöffentlicher Teil", below a public one) may stand right before the report alone.
    """
    if not starts:
        return []
    above = [mark for mark in marks if mark[0] <= starts[0]]
    before = [mark for mark in above if starts[0] - _NEAR < mark[0]]
    behind = [mark for mark in marks if mark[0] > starts[0]]
    closed = bool(before) and not before[-1][1] and any(is_public for _, is_public in above)
    return behind if closed or len({is_public for _, is_public in before}) > 1 else before + behind


def _public_marks(folded: str, lines: tuple[Line, ...]) -> list[tuple[int, bool]]:
    """Offsets from which a line of its own ("Nichtöffentlicher Teil", "Öffentliche Sitzung") says what is public."""
    marks = []
    for hit in _PUBLIC.finditer(folded):
        line = lines[bisect_right(lines, (hit.start(), len(folded))) - 1]
        if line.end - line.start < 45 and hit.end() <= line.end:
            words = folded[line.start : line.end].strip(" -:.0123456789iv*#")
            if _PUBLIC_PART.fullmatch(words):
                marks.append((line.start, not words.startswith("nicht") and "nicht" not in words))
    return marks
