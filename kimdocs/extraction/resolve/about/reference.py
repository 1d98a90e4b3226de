"""A document's own number where no label names it: behind the kind of paper, or before the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.reference import find_references, labelled_reference, reference_at
from kimdocs.extraction.resolve.heads.labels import label_matcher
from kimdocs.extraction.resolve.heads.lines import cells_of, joined, mark_end
from kimdocs.extraction.resolve.kinds.words import behind_state
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.kinds.paper import Kind

_PUBLIC = lazy(r"(?:nicht ?)?öffentlich")
_DASH = lazy(r" ?[-–] (?=\S)")
_DATED = lazy(
    r"[^\n.:]{0,60}?\svom\s+(?P<date>\d{1,2}\.\d{1,2}\.\d{4}),\s+(?P<number>[A-Z]{1,3}\s\d{1,5}(?:/\d{1,3})?)(?![\w/])"
)
_NUMBER = lazy(r"/|[A-Z]-\d")
_BEHIND = lazy(r"[ :]+(?:nr\.?:?\s*)?")
_REST = lazy(
    r"[\s,(–-]*(?:(?:nicht)?öffentlich[\s)–-]*)?(?:(?:zu[rm]?|für|vom|an|der|des) [^\n]{3,80}"
    r"|\d{1,2}\.\d{1,2}\.\d{4}\)?)?"
)
_BY = lazy(r",\s[^\n\d:;]{3,80}")
_OTHERS = {"motion", "other"}
_TITLE_BEHIND = lazy(r" {1,3}[A-ZÄÖÜ„\"]\w{2,}")
_OF_PAGE = lazy(r"(?=.*/)(?=.*(?:\d{3}|[A-Za-zÄÖÜäöü])).+")
_GAP = lazy(r"\s+(?:[-–:] )?|: ")
_TYPICAL = lazy(r"(?=.*[/-])(?=.*\d{3})[\w./-]{6,24}")
_SHORT = lazy(r"[A-ZÄÖÜ]{1,5}[ -]\d{1,4}(?:/\d{1,4}){1,2}")
_LEAD_OF_NUMBER = lazy(
    r"\W*(?:(?:bezug|hierzu|dazu)\W+|(?:top ?)?[ön] ?\d{1,3}(?:\.\d{1,2})* [-–:]? ?)?"
    r"(?P<word>(?:beschluss|sitzungs|mitteilungs|informations)?vorlagen?|drucksachen?|drucks\.|drs\.?|ds)?"
    r"(?:[ .-]{0,2}(?:nr\.?|nummer))?\W*"
)
_DATE_BEFORE = lazy(r"[^\n\d]{3,60} \d{1,2}\.\d{1,2}\.\d{4}, (?=\w)")
_LAST_LINES = 6
_CELL_OR_NUMBER = lazy(r"(?:^|(?<=\n))nr\.?:?\s+|(?:\s{3,}|\t\s*|\|\s*\**)(?:nr\.?:?\s+)?", re.IGNORECASE)
_DATE_FIRST = lazy(r"datum:? {1,8}\d{1,2}\.\d{1,2}\.\d{4}(?:\t|   )")
_CALLED = lazy(r"nr\.?:?\s+", re.IGNORECASE)
_REFERRED = lazy(
    r"(?:^|[\n.]\s*)(?P<wird>(?:[a-zäöü]+ )?wird )?auf die (?:[a-zäöü-]{3,24}-)?(?:[a-zäöü]{0,14}vorlage|drucksache)"
    r"(?:[ -]nr\.?:?)? (?P<rest>(?=\S*\d)[^\n. ]{3,24}) (?(wird)|wird )(?:verwiesen|bezug genommen|hingewiesen)\b"
)
_DEALT_WITH = lazy(
    r"(?:(?<!\bauf )\bdie|\bals|\b(?:stimmte?|folgte?) (?:\w+ )?der) (?:[a-zäöüß]{3,24}-)?"
    r"(?:[a-zäöü]{0,14}vorlage|drucksache)(?:[ -]nr\.?:?)?\s$"
)
_OF_WHOLE_MEETINGS = ("tagesordnung", "niederschrift", "nichtöffentliche")
_LEAD, _BELOW_TITLE = 60, 4
_DECISION = lazy(
    r"(?:^|\n)[\W_]*(?:betr(?:eff|\.)?:?\W*)?(?:beschluss|beschluß|beschl\.)[ -]?(?:nr\.?|nummer)"
    r":? *(?P<number>(?=\S*\d)\S+)"
)
_REFERRED_WITHIN = 1200
_WITH_YEAR = lazy(r"(?:19|20)\d\d-\d{2,4}|\d{2,4}-(?:19|20)\d\d")
_SERIES = lazy(r"\d\d-\d{5}")
_HYPHENED = lazy(r"\d{2,6}-\d{2,4}")
_OF_DEPARTMENT = lazy(r"\d{3,5} \([IVXLC]{1,5}\)(?: [A-Za-z]{2,4})?")
_NOTE = lazy(r"\s*(?:\([^()]{3,30}\))?")
_CASE_FILE = lazy(r"\d{2,3}\.\d|[\d.]+-[a-z]{1,3}$")
_MOST_LINES = 40
_FIRST_LINES = 12
_NEAR_TYPE, _ABOVE_TYPE = 2, 3
_SAME_TITLE = 24


def behind_type(head: Head, start: int, end: int, *, own: bool) -> Piece | None:
    """The number that a line gives behind the kind of paper: "Vorlage - VO-35-2031-392", "Ratsvorlage Nr. 9/2031".

    Behind it may stand how public it is, and the meeting that it is for. Motions are others' but on the document's
    ``own`` line, where the kind may stand in any cell.
    """
    cells = [begin for begin, _ in cells_of(head.context.text, start, end)[1:]] if own else []
    return next((hit for at in (start, *cells) if (hit := _behind_type_at(head, at, end, own=own))), None)


def _behind_type_at(head: Head, start: int, end: int, *, own: bool) -> Piece | None:
    named = matcher("paper_types").match(head.context.folded, start, end)
    if named is None:
        return None
    end = next((stop for begin, stop in cells_of(head.context.text, start, end) if begin <= named.start < stop), end)
    dash = _DASH.match(head.context.text, named.end, end)
    found = reference_at(head.context, dash.end(), end) if dash else None
    if found and not head.context.text[found[1] : end].strip(" -–"):
        return found
    gap = _BEHIND.match(head.context.folded, named.end, end)
    if gap is None or (not own and named.entry.value in _OTHERS):
        return None
    found = reference_at(head.context, gap.end(), end)
    plain = found is not None and head.context.text[slice(*found)].isdigit()
    rests = (_REST, _BY) if own else (_REST,)
    told = found and any(rest.fullmatch(head.context.folded, found[1], end) for rest in rests)
    return found if told and not plain else None


def in_own_cell(head: Head, kind: Kind, index: int) -> Piece | None:
    """The number that is a line by itself near the top, or a cell by itself before the kind of paper on its line."""
    line = head.context.lines[index]
    cells = cells_of(head.context.text, line.start, line.end)
    cells = [cell for cell in cells if not _PUBLIC.fullmatch(head.context.folded[slice(*cell)].strip(" -–()"))]
    typed = len(cells) > 1 and any(
        matcher("paper_types").fullmatch(head.context.folded[start:end])
        or (index < _NEAR_TYPE and ": " in head.context.folded[start:end])
        for start, end in cells[1:]
    )
    if (len(cells) != 1 and not typed) or index > _FIRST_LINES:
        return None
    found = reference_at(head.context, *cells[0])
    if found is None or found[0] != cells[0][0] or not _NOTE.fullmatch(head.context.text, found[1], cells[0][1]):
        return None
    number = head.context.text[slice(*found)]
    below = kind.line is not None and -_ABOVE_TYPE <= index - kind.line <= _NEAR_TYPE
    lettered = typed or below or any(map(str.isalpha, number))
    usual = _TYPICAL.fullmatch(number) or (below and _SHORT.fullmatch(number))
    return found if lettered and usual and not _CASE_FILE.match(number) else None


def number_alone(head: Head, start: int, end: int) -> Piece | None:
    """A number behind "Nr." or alone in the last column of a line, or in any of a line with the kind of paper."""
    typed = matcher("paper_types").match(head.context.folded, start, end) is not None
    dated = _DATE_FIRST.match(head.context.folded, start, end) is not None
    called = _CALLED.match(head.context.text, start, end)
    for cell in (called,) if called else _CELL_OR_NUMBER.finditer(head.context.text, start, end):
        found = reference_at(head.context, cell.end(), end)
        number = head.context.text[slice(*found)] if found else ""
        behind = head.context.text[found[1] : end] if found else ""
        beside = typed or (dated and _CALLED.search(cell.group()))
        ends = found and (not behind.strip(" *|") or (beside and behind.startswith(("\t", "   "))))
        if found and ends and ("/" in number or _is_typical(cell, number)):
            return found
    return None


def _is_typical(cell: re.Match[str], number: str) -> bool:
    """Whether a number has letters of its own ("M-2031-027"), a year, or is called one ("Nr. 071-31")."""
    lettered = ("-" in number and any(map(str.isalpha, number))) or _SERIES.fullmatch(number) is not None
    named = "nr" in cell.group().lower()
    called = named and any(pattern.fullmatch(number) for pattern in (_HYPHENED, _OF_DEPARTMENT))
    return lettered or called or _WITH_YEAR.fullmatch(number) is not None


def of_item(head: Head) -> Piece | None:
    """The one number of a paper that a line of an excerpt is: "(Drucks. Nr. 15-2038/2031)", "94/2031"."""
    found: dict[str, Piece] = {}
    for line in head.context.lines[: min(head.last, _MOST_LINES)]:
        number = _whole_line(head, line.start, line.end)
        if number:
            found.setdefault(head.context.text[slice(*number)], number)
    return next(iter(found.values())) if len(found) == 1 else None


def numbers_decisions(context: Context) -> bool:
    """Whether several lines open with the number of a resolution: then none is that of the document."""
    numbers = {hit["number"] for hit in _DECISION.finditer(context.folded)}
    return len(numbers) > 1


def referred_to(context: Context) -> Piece | None:
    """The one paper to which an excerpt refers for its matter: "Auf die Drucksache Nr. 94/2031 wird verwiesen."."""
    hits = list(_REFERRED.finditer(context.folded, 0, _REFERRED_WITHIN))
    found = reference_at(context, *hits[0].span("rest")) if len(hits) == 1 else None
    return found if found and found == hits[0].span("rest") else None


def spoken_of(context: Context) -> Piece | None:
    """The only paper that an excerpt speaks of, as the one that it deals with: "… erläutert die Vorlage 31/2031"."""
    if any(word in context.folded for word in _OF_WHOLE_MEETINGS):
        return None
    found = find_references(context)
    if len({context.text[slice(*place)] for place in found}) != 1:
        return None
    place = found[0]
    return place if _DEALT_WITH.search(context.folded, max(0, place[0] - _LEAD), place[0]) else None


def below_title(head: Head, title: tuple[Piece, ...]) -> Piece | None:
    """The number behind "Nr." that is a line by itself below the title of an excerpt."""
    if not title:
        return None
    lines, first = head.context.lines, head.context.line_at(title[-1][0]) + 1
    for start, end in lines[first : first + _BELOW_TITLE]:
        called = _CALLED.match(head.context.text, start, end) if end <= len(head.context.folded) else None
        found = reference_at(head.context, called.end(), end) if called else None
        if found and found[1] == end and "/" in head.context.text[slice(*found)]:
            return found
    return None


def of_page(head: Head) -> Piece | None:
    """The one number before the title of a paper, whose own labels follow: "DS/0412/VI Neubau der Sporthalle"."""
    labels = [field.line for name in ("public", "paper_type") for field in head.fields.get(name, ())]
    found: list[Piece] = []
    for index in range(1, min([head.last, _MOST_LINES, max(labels, default=0)])):
        if index in head.taken or index - 1 not in head.taken:
            continue
        line = head.context.lines[index]
        number = reference_at(head.context, line.start, line.end)
        written = head.context.text[slice(*number)] if number else ""
        if number and _OF_PAGE.fullmatch(written) and _TITLE_BEHIND.match(head.context.text, number[1], line.end):
            found.append(number)
    return found[0] if len(found) == 1 else None


def in_title(head: Head, title: tuple[Piece, ...]) -> Piece | None:
    """The number that the title of an excerpt closes with in brackets: "Haushaltssatzung 2031 (Drs. 219/2031)"."""
    if not title:
        return None
    start, end = title[-1][1], head.context.lines[head.context.line_at(title[-1][0])].end
    if not head.context.text.startswith(" (", start) or head.context.text[end - 1] != ")":
        return None
    whole = reference_at(head.context, start + 2, end - 1)
    if whole == (start + 2, end - 1):
        return whole
    lead = _LEAD_OF_NUMBER.match(head.context.folded, start + 2, end - 1)
    found = reference_at(head.context, lead.end(), end - 1) if lead and lead["word"] else None
    if found is None or found[1] < end - 1:
        found = labelled_reference(head.context, start + 2, end - 1)
    return found if found and found[1] == end - 1 else None


def _whole_line(head: Head, start: int, end: int) -> Piece | None:
    """The number that a line is, in brackets or behind a word for papers perhaps."""
    lead = _LEAD_OF_NUMBER.match(head.context.folded, start, end)
    begin = lead.end() if lead else start
    found = reference_at(head.context, begin, end)
    rest = head.context.text[found[1] : end].strip(" )*") if found else ""
    number = head.context.text[slice(*found)] if found else ""
    plain = number.isdigit() or find_dates(head.context, begin, end)
    return None if found is None or found[0] != begin or rest or plain else found


def at_end(context: Context) -> Piece | None:
    """The number behind the word for papers on one of the last lines, where a document names itself only there.

    Before it may stand but a meeting and its date.
    """
    for line in context.lines[-_LAST_LINES:]:
        dated = _DATE_BEFORE.match(context.folded, *line)
        lead = _LEAD_OF_NUMBER.match(context.folded, dated.end() if dated else line.start, line.end)
        found = reference_at(context, lead.end(), line.end) if lead and lead["word"] else None
        if found and not context.text[found[1] : line.end].strip() and not context.text[slice(*found)].isdigit():
            return found
    return None


def dated_type(head: Head) -> tuple[Piece, Piece] | None:
    """Number and date behind the kind of paper: "Vortrag des Magistrats vom 19.08.2031, M 157"."""
    for line in head.context.lines[: min(head.last + 1, _MOST_LINES)]:
        start = behind_state(head.context.folded, line.start, line.end)
        named = matcher("paper_types").match(head.context.folded, start, line.end)
        told = _DATED.match(head.context.text, named.end) if named else None
        if told:
            return told.span("number"), told.span("date")
    return None


def below_label(head: Head) -> Piece | None:
    """The number that is a line, a few lines below a line "Vorlagenummer" whose value other cells part from it."""
    asked = None
    for index in range(min(head.last, _MOST_LINES)):
        line = head.context.lines[index]
        label = label_matcher().fullmatch(head.folded(index).strip(" :"))
        if label is not None and label.value == "reference":
            asked = index
        found = reference_at(head.context, line.start, line.end) if asked is not None and asked < index else None
        if found and "/" in head.context.text[slice(*found)] and found == (line.start, line.end):
            return found
    return None


def before_title(head: Head, title: tuple[Piece, ...]) -> Piece | None:
    """The number that stands before the title where the head repeats it: "2031/284 Neubau der Sporthalle"."""
    words = fold(joined(head.context, title))[:_SAME_TITLE]
    if len(words) < _SAME_TITLE:
        return None
    for line in head.context.lines[:_MOST_LINES]:
        if line.end > len(head.context.folded):
            break
        start = mark_end(head.context.text, line.start, line.end)
        found = reference_at(head.context, start, line.end)
        gap = found and _GAP.match(head.context.text, found[1], line.end)
        number = found and _NUMBER.search(head.context.text, *found)
        if found and number and gap and head.context.folded.startswith(words, gap.end()):
            return found
    return None
