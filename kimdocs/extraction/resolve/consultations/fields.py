"""A line of a Beratungsfolge read field by field, whatever the order and the borders of its columns.

Every cell is cut at its dates, and what is left loses the marks at its ends: how public the item is, its number, the
state of the consultation, weekday and time. The rest is a body, a role, a result, or nothing that is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates, parse_date
from kimdocs.extraction.recognise.organization import before_body, starts_organization
from kimdocs.extraction.resolve.consultations.rows import cut_result, has_result, is_result, role_at
from kimdocs.extraction.resolve.heads.lines import cells_of
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

Dated = tuple["dt.date", "Piece"]

_EDGE = " \t\n|•●*-–—:,;/=→>"
_LETTERS = set("veb") | {"ö", "n", "k"}
_BEFORE_MARK = f"{_EDGE}("
_NUMBERING = lazy(r"(?:\d{1,2}[.)]|[a-h]\))\s+(?=[^\W\d])")
_PLAIN = lazy(r"[\W\d_x]*")
_BRACKET = lazy(r"\s*\((?P<inner>[^()]{1,40})\)$")
_BEFORE_ROLE = lazy(r"(?<=[\s:])(?=\w)")
_PART_OF_NAME = lazy(r"(?:[-,/&]|\b(?:und|für|der|des|die|von|im|in|zur|zum|sowie))\s*$")
_FURTHER = lazy(r"\s*(?:,|;|und|/|\+|sowie|&)?\s*(?:am\s+)?")
_NUMBER_BEHIND = lazy(r"(?<=[a-zäöüß.])\s+\d{1,2}(?:\.\d{1,2})?$")
_NUMBER = lazy(r"\d{1,2}(?:\.\d{1,2})?")
_DISTRICTS = ("bezirk", "orts", "stadtteil", "stadtbezirk", "beirat")
_BORDER_BEHIND = lazy(r"\s*[,;]\s+|\s+[-–/]\s+")
_IN_NAMES = {"information", "beratung", "genehmigung"}
_LONGEST_NAME = 110
_TITLE_BEHIND = lazy(r" (?:zu[rm]?|über|de[sr]|für|auf|von|vom|betreffend) \w")
_ROLE_AND_NAME = lazy(
    r"\s*:\s*|\s+(?:im|in der|in den|in die|in|durch den|durch die|beim|an den|an die|an)(?:\s*:)?\s+|\s+"
)
SHORT = lazy(r"(?=(?:.*[A-ZÄÖÜ]){2})[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,7}(?:[-/][A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,7})?")
_SHORT_AND_ROLE = lazy(r"(?P<name>\S{2,9})\s+(?P<role>.{4,40})")
_DAY = lazy(r"(?<![\d.,])(?P<day>3[01]|[12]\d|0?[1-9])\.\s?(?P<month>1[0-2]|0?[1-9])\.(?![\d.])")
_YEAR = lazy(r"(?:folge|sitzungsjahr|termine|sitzungen|beratungen) (?:im jahr )?(?P<year>20\d\d)")
_YEAR_REACH = 500


@dataclass(slots=True)
class Fields:
    """What one line says: bodies, dates, role, marks by what they say, and words that are none of these."""

    names: list[Piece] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    role: Piece | None = None
    results: int = 0
    marks: set[str] = field(default_factory=set)
    unknown: list[Piece] = field(default_factory=list)


def fields_of(head: Head, start: int, end: int) -> Fields:
    """The fields of a line or a part of one."""
    found = Fields()
    for cell in cells_of(head.context.text, start, end):
        _Cell(head, found).read(*cell)
    return found


class _Cell:
    """Reads one cell into the fields of its line."""

    def __init__(self, head: Head, found: Fields) -> None:
        self.head = head
        self.context = head.context
        self.found = found

    def read(self, start: int, end: int) -> None:
        """Cut the cell at its dates and read the parts; dates behind a result belong to it."""
        at, last = start, None
        dates = find_dates(self.context, start, end, month_first=self.head.month_first)
        for date, begin, stop in dates or _days(self.head, start, end):
            self._part(at, begin)
            first = not self.found.dates and not self.found.results
            further = last is not None and _FURTHER.fullmatch(self.context.folded, last, begin)
            if first or further:
                self.found.dates.append((date, (begin, stop)))
                last = stop
            at = stop
        self._part(at, end)

    def _part(self, start: int, end: int) -> None:
        start, end = self._peeled(start, end)
        if start >= end or _PLAIN.fullmatch(self.context.folded, start, end):
            return
        folded = self.context.folded[start:end]
        entry = matcher("consultation_roles").fullmatch(folded)
        if is_result(self.context, start, end) or (
            has_result(self.context, start, end) and not self._is_name(start, end)
        ):
            self.found.results += 1
        elif entry is not None:
            self._role(start, end)
        elif self._is_name(start, end) and not self.context.text[start].islower() and end - start <= _LONGEST_NAME:
            self._name(start, end)
        elif self._role_and_name(start, end):
            return
        elif self.found.dates and (role := role_at(self.context, start, end)):
            self._role(*role)
        elif not self._role_before_rest(start, end):
            self._unknown(start, end)

    def _unknown(self, start: int, end: int) -> None:
        """Keep an unknown part, without the role behind what may be a body's short name ("GR beschließend")."""
        both = _SHORT_AND_ROLE.fullmatch(self.context.text, start, end)
        if both and SHORT.fullmatch(both["name"]):
            entry = matcher("consultation_roles").fullmatch(self.context.folded[slice(*both.span("role"))])
            if entry is not None and not entry.attributes.get("result"):
                self._role(*both.span("role"))
                end = both.end("name")
        self.found.unknown.append((start, end))

    def _role_and_name(self, start: int, end: int) -> bool:
        """Take in "Vorberatung im Bauausschuss" or "Vorberatung: BauA"; false where the part is another thing."""
        role = matcher("consultation_roles").match(self.context.folded, start, end)
        if role is None or role.start != start or role.entry.attributes.get("result"):
            return False
        link = _ROLE_AND_NAME.match(self.context.folded, role.end, end)
        if link is None:
            return False
        begin, stop = self._peeled(link.end(), end)
        apart = begin == link.end() and self._is_name(begin, stop) and ":" not in self.context.folded[begin:stop]
        if not link.group().strip() and not apart:
            return False
        stop = stop if ":" in link.group() else before_body(self.context.folded, begin, stop)
        if not (self._is_name(begin, stop) or SHORT.fullmatch(self.context.text, begin, stop)):
            return False
        self._role(start, role.end)
        if self._is_name(begin, stop):
            self._name(begin, stop)
        else:
            self.found.unknown.append((begin, stop))
        return True

    def _is_name(self, start: int, end: int) -> bool:
        line_end = self.context.text.find("\n", start)
        line = self.context.folded[start : line_end if line_end >= 0 else None]
        return starts_organization(line) or starts_organization(self.context.folded[start:end])

    def _role(self, start: int, end: int) -> None:
        self.found.role = self.found.role or (start, end)

    def _role_before_rest(self, start: int, end: int) -> bool:
        """Whether a part is a role with a remark behind it ("Vorberatung, vertagt")."""
        hit = matcher("consultation_roles").match(self.context.folded, start, end)
        if hit is None or hit.entry.attributes.get("result") or self.context.text[hit.end] not in " ,:(-–":
            return False
        if _TITLE_BEHIND.match(self.context.folded, hit.end, end):
            return False
        self._role(start, hit.end)
        return True

    def _name(self, start: int, end: int) -> None:
        start, end = self._without_role(start, end)
        cut = cut_result(self.context, start, end)
        if cut is None:
            return
        if cut[1] < end:
            self.found.results += 1
            cut = self._without_role(*self._peeled(*cut))
        self.found.names.append(self._peeled(*cut))

    def _without_role(self, start: int, end: int) -> Piece:
        """A name without the role behind it and the number of the item behind that: "Bauausschuss Vorberatung 11"."""
        number = _NUMBER_BEHIND.search(self.context.folded, start, end)
        if number:
            word = max(start, self.context.folded.rfind(" ", start, number.start()) + 1)
            if not self.context.folded.startswith(_DISTRICTS, word):
                start, end = self._peeled(start, number.start())
        for border in _BEFORE_ROLE.finditer(self.context.folded, start + 1, end):
            at = border.start()
            entry = matcher("consultation_roles").fullmatch(self.context.folded[at:end])
            before = self.context.folded[start:at]
            if entry and not entry.attributes.get("result") and not _PART_OF_NAME.search(before.rstrip(" :-–")):
                self._role(at, end)
                return self._peeled(start, at)
        return start, end

    def _peeled(self, start: int, end: int) -> Piece:
        """The part without what marks its ends."""
        while True:
            begun = start, end
            while start < end and self.context.text[start] in _EDGE:
                start += 1
            while end > start and self.context.text[end - 1] in _EDGE:
                end -= 1
            start, end = self._without_half_brackets(start, end)
            start, end = self._peeled_end(*self._peeled_start(start, end))
            if (start, end) == begun:
                return begun

    def _without_half_brackets(self, start: int, end: int) -> Piece:
        """The part without a bracket at its end that a date beside it closes or opens ("Bauausschuss (")."""
        text = self.context.text[start:end]
        if text.endswith("("):
            return start, end - 1
        return (start + 1, end) if text.startswith(")") else (start, end)

    def _peeled_start(self, start: int, end: int) -> Piece:
        number = _NUMBERING.match(self.context.folded, start, end)
        if number and matcher("consultation_roles").fullmatch(self.context.folded[start:end]) is None:
            self.found.marks.add("number")
            return number.end(), end
        mark = matcher("row_marks").match(self.context.folded, start, end)
        if (
            mark is None
            or _is_short_name(self.context.text[mark.start : mark.end], mark.entry.value)
            or (mark.end < end and self.context.text[mark.end] not in _EDGE)
        ):
            return start, end
        self.found.marks.add(mark.entry.value)
        return mark.end, end

    def _peeled_end(self, start: int, end: int) -> Piece:
        bracket = _BRACKET.search(self.context.folded, start, end)
        if bracket and self._says_more(*bracket.span("inner")):
            return start, bracket.start()
        for mark in matcher("row_marks").finditer(self.context.folded, start, end):
            if mark.end != end or mark.entry.value == "address":
                continue
            if _is_short_name(self.context.text[mark.start : mark.end], mark.entry.value):
                continue
            if mark.start == start or self.context.text[mark.start - 1] in _BEFORE_MARK:
                self.found.marks.add(mark.entry.value)
                return start, mark.start
        return self._without_last(start, end)

    def _without_last(self, start: int, end: int) -> Piece:
        """The part without a role, a result or the number of an item behind its last dash or comma."""
        border = max(_BORDER_BEHIND.finditer(self.context.folded, start, end), key=lambda hit: hit.end(), default=None)
        if border is None or border.start() == start:
            return start, end
        folded = self.context.folded[border.end() : end]
        entry = matcher("consultation_roles").fullmatch(folded)
        if entry is not None and not entry.attributes.get("result"):
            if folded in _IN_NAMES and " für " in self.context.folded[start : border.start()]:
                return start, end
            self._role(border.end(), end)
        elif entry is not None or has_result(self.context, border.end(), end):
            self.found.results += 1
        elif not _NUMBER.fullmatch(folded):
            return start, end
        return start, border.start()

    def _says_more(self, start: int, end: int) -> bool:
        """Whether words in brackets are a role, a mark or a result, and no part of the body's name."""
        folded = self.context.folded[start:end]
        entry = matcher("consultation_roles").fullmatch(folded)
        if entry is not None and not entry.attributes.get("result"):
            self._role(start, end)
            return True
        if folded in _LETTERS:
            return True
        if "," in folded:
            comma = start + folded.index(",")
            rest = comma + 1 + len(folded[comma + 1 - start :]) - len(folded[comma + 1 - start :].lstrip())
            return self._says_more(start, comma) and self._says_more(rest, end)
        mark = matcher("row_marks").fullmatch(folded)
        if mark is not None:
            self.found.marks.add(mark.value)
        return mark is not None or entry is not None


def _is_short_name(written: str, value: str) -> bool:
    """Whether two capitals are the short name of a body ("SO") and no weekday."""
    return value == "weekday" and written.isupper() and len(written) > 1


def _days(head: Head, start: int, end: int) -> list[tuple[dt.date, int, int]]:
    """Days without a year ("am 08.02."), where the heading or the row itself states the year of all."""
    days = list(_DAY.finditer(head.context.folded, start, end))
    line_end = head.context.folded.find("\n", end)
    years = list(_YEAR.finditer(head.context.folded, max(0, start - _YEAR_REACH), line_end if line_end > 0 else end))
    if not days or not years:
        return []
    dates = ((parse_date(f"{day['day']}.{day['month']}.{years[-1]['year']}"), *day.span()) for day in days)
    return [(date, begin, stop) for date, begin, stop in dates if date is not None]
