"""Labels of a head as the lexicon lists them, also in cells printed without a gap: "öffentlichVorlage-Art:Antrag"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.resolve.heads.lines import cells_of, close_up
from kimdocs.lexicon import load, matcher
from kimdocs.lexicon.fold import lower
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.match import Matcher

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.head import Field, Head
    from kimdocs.lexicon import Match

# a word that needs another behind it, so that what stands there is no label: "im |Landkreis: …"
_OPEN_BEFORE = lazy(r"(?<![:\w])(?:im|in der|in den|des|dem|vom|zum|zur|am|für (?:den|die|das)) $")
_SEAM = lazy(r"(?<=[a-zäöüß)])(?=[A-ZÄÖÜ])")
_PAGE_LINES = 14
_FIRST = {"body", "title", "reference", "paper_type"}
_DATED = lazy(r"beratung(?:en)?(?:\s?:|\.{2,}\s?:?|\s*\|)\s*(?:am )?\d{1,2}\.\s?\d{1,2}\.")
_DEALT_WITH = lazy(r"beratung(?::|\s?\.{2,}\s?:?|\s*\||\t|\s{3,})[\s|]*")
_ANSWERED = lazy(r" (?:auf|zu[mr]?|an) \S|(?<=anfrage) (?:der|des|von) \S")
_SPACED = lazy(r" [A-ZÄÖÜ\d„\"»]")
_RESOLUTION = lazy(r"beschlu(?:ss|ß)(?:[ -]nr\.?:? ?\S{1,16})?")
_RESOLUTION_OF = lazy(
    r"beschlu(?:ss|ß) de[sr] [^\n]{0,40}(?:rat|rates|rats|ausschusses|tages|tags|vertretung"
    r"|versammlung)\b[^\n]{0,40} (?:vom|am) \d"
)
_VOTED = lazy(r"\b(?:ja|nein)-stimmen\b|\beinstimmig\b|\babstimmung(?:sergebnis)?\b|\b\d+ (?:ja|nein)\b")
_OF_BODY = lazy(r"(?:der|des) ")
_OF_SITTING = lazy(r"(?:der|aus der) \d{1,3}\. (?:\w+ )?sitzung (?:am|vom) \d")
_DATED_ROW = lazy(r",? (?:am |vom )?\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?:, (?:top|tagesordnungspunkt) \S{1,8})?\s*$")
_SHEET_LINES = 8
_FEW_CELLS = 3
_WITH_DATE = lazy(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}")
_COUNT = lazy(
    r"[a-zäöü ]{6,40}\s?: (?:ja|nein|keine)$|anwesende?\s?:\s*\d{1,3}\s*$|(?:anlagen?|anlage/n"
    r"|anlage\(n\))\s?:\s*(?:-+|\d{1,2})\s*$"
)
_FEW_WORDS = lazy(r"\s?:\s*(?:[^\s.]+\s*){1,3}")


def labels_between(context: Context, start: int, end: int) -> list[Match]:
    """Labels of a line, also those with a colon that begin in the middle of a word behind a small letter."""
    found = list(label_matcher().finditer(context.folded, start, end))
    found = [one for one in found if one.start == start or not _OPEN_BEFORE.search(context.folded, start, one.start)]
    for at in seams(context.text, start, end):
        label = label_matcher().match(context.folded, at, end)
        if label and context.text[label.end : label.end + 1] == ":":
            found = [one for one in found if one.end <= label.start or one.start >= label.end]
            found.append(label)
    return sorted(found, key=lambda label: label.start)


def without_parts(context: Context, labels: list[Match]) -> list[Match]:
    """Labels of a line without abbreviations that but begin the value of the label before them ("Amt: FB 61/30").

    Where that label asks for a number, the abbreviation is its part and takes its place ("Vorlage: FB 61/0418").
    """
    kept: list[Match] = []
    for label in labels:
        asks = kept[-1] if kept and label.entry.attributes.get("part") else None
        if asks is None or context.text[asks.end : label.start].strip(" :\t|"):
            kept.append(label)
        elif asks.entry.attributes["accepts"] == "reference":
            kept[-1] = label
    return kept


def seams(text: str, start: int, end: int) -> list[int]:
    """Places inside words where a small letter or a bracket meets a capital."""
    return [seam.start() for seam in _SEAM.finditer(text, start + 1, end)]


def heads_text(context: Context, label: Match, end: int) -> bool:
    """Whether a label is a heading of the text proper and no field with a word or two ("Anlass: Sitzung")."""
    if label.entry.value != "text" or not label.entry.attributes.get("field"):
        field = (
            _COUNT.match(context.folded, label.start, end)
            or _DATED.match(context.folded, label.start, end)
            or _names_meeting(context, label, end)
            or (in_list(context, label, end) and context.text.startswith("\n- ", end))
        )
        return label.entry.value == "text" and not field
    return _FEW_WORDS.fullmatch(context.text, label.end, end) is None and not in_list(context, label, end)


def _names_meeting(context: Context, label: Match, end: int) -> bool:
    """Whether a body and a date follow "Beratung:": where the paper is dealt with."""
    dealt = _DEALT_WITH.match(context.folded, label.start, end)
    return (
        dealt is not None
        and starts_organization(context.folded[dealt.end() : end].strip())
        and _WITH_DATE.search(context.folded, dealt.end(), end) is not None
    )


def in_list(context: Context, label: Match, end: int) -> bool:
    """Whether a label stands in a list of labels and values, each a line of its own: "- Anlass:"."""
    return context.text[max(0, label.start - 2) : label.start] == "- " and context.text[label.end : end] == ":"


def answers(folded: str) -> bool:
    """Whether a line says what the document answers: "Stellungnahme der Verwaltung zum Antrag …"."""
    named = matcher("paper_types").match(folded, 0)
    if named is None or named.entry.id != "statement":
        return False
    return " auf " in folded[: named.end] or _ANSWERED.match(folded, named.end) is not None


def heads_columns(context: Context, start: int, end: int, labels: list[Match]) -> bool:
    """Whether a line is but the headings of a table, of which few could be labels: "Stelle   Bezeichnung   Ansatz"."""
    line = context.text[start:end]
    cells = len(cells_of(context.text, start, end)) if labels and ":" not in line else 0
    return cells > _FEW_CELLS and 2 * len(labels) < cells and not any(map(str.isdigit, line))


def label_without_colon(context: Context, start: int, end: int, *, stacked: bool) -> list[Match]:
    """The label that a whole line is without its colon, in a block of labels whose values follow below.

    Where several labels are ``stacked`` already, a number's is one too.
    """
    label = label_matcher().match(context.folded, start, end)
    known = label is not None and label.end == end
    return [label] if label and known and (label.entry.value == "other" or (stacked and _asks_number(label))) else []


def asks_number_below(head: Head, index: int) -> bool:
    """Whether the line below is the label of a number: a stack of labels, and no headings of a Beratungsfolge."""
    label = label_matcher().fullmatch(head.folded(index + 1).strip(" :")) if index + 1 < head.last else None
    return label is not None and label.attributes["accepts"] in {"reference", "number"}


def _asks_number(label: Match) -> bool:
    return label.entry.attributes["accepts"] in {"reference", "number"} or label.entry.value == "agenda_item"


def resolution_sheet(context: Context) -> int | None:
    """The line "Beschluss" that names a document itself, a body in the genitive below it; None where there is none."""
    for index in range(min(len(context.lines) - 1, _SHEET_LINES)):
        line = context.lines[index]
        if _RESOLUTION_OF.match(context.folded, *line) and _VOTED.search(context.folded, line.end):
            return index
        if _RESOLUTION.fullmatch(lower(close_up(context.text[slice(*line)])).strip()) is None:
            continue
        below = context.lines[index + 1]
        if starts_organization(context.folded[below.start : below.end]) and _DATED_ROW.search(context.folded, *below):
            return index
        for start, end in context.lines[index + 1 : index + 4]:
            of = _OF_BODY.match(context.folded, start, end)
            if _OF_SITTING.match(context.folded, start, end):
                return index
            if of and starts_organization(context.folded[of.end() : end]) and context.folded[end - 1] != ".":
                return index
    return None


def is_spaced(rest: str) -> bool:
    """Whether what follows a label is its value behind a mere space: "Betreff Neubau der Sporthalle"."""
    return _SPACED.match(rest) is not None


def is_value_below(context: Context, label: Match, index: int, start: int) -> bool:
    """Whether a line that could be a label is the value of the one above: "Vorlageart:", and below it "Vorlage"."""
    asked = label.entry.value == "paper_type" and context.text[label.end : label.end + 1] == ":"
    role = label.entry.value == "role" and context.folded[start : context.lines[index].end]
    if role and matcher("consultation_roles").fullmatch(role) is not None:
        return True
    named = asked and matcher("paper_types").fullmatch(context.folded[start : context.lines[index].end]) is not None
    return named or _is_listed_value(context, index)


def _is_listed_value(context: Context, index: int) -> bool:
    """Whether a line is the value below its label in a list of both, each a line of its own: "- Anlass:⏎- Sitzung"."""
    (above, colon), (start, end) = context.lines[index - 1], context.lines[index]
    text = context.text
    listed = index > 0 and text.startswith("- ", above) and text.startswith("- ", start)
    return listed and text[colon - 1] == ":" and text[end - 1] != ":"


def labels_follow(head: Head, index: int) -> bool:
    """Whether soon below a line a label of a head is a line by itself: what stands above it is the web page's."""
    below = range(index + 1, min(index + _PAGE_LINES, head.last))
    entries = (label_matcher().fullmatch(head.folded(line)) for line in below)
    return any(entry is not None and entry.attributes.get("bare") and entry.value in _FIRST for entry in entries)


def heads_paper(head: Head, index: int, label: Match) -> bool:
    """Whether a heading of the text without colon is what a paper calls itself: labels follow before the next one."""
    context = head.context
    if context.text.startswith(":", label.end):
        return False
    again = next((one.line for one in context.headings if one.line > index and one.key == "proposed_resolution"), index)
    return any(
        found.entry.value in _FIRST and context.text.startswith(":", found.end)
        for line in range(index + 1, min(index + _PAGE_LINES, again))
        for found in labels_between(context, *context.lines[line])
    )


def public_alone(folded: str) -> bool:
    """Whether a cell says nothing but how public the paper is."""
    return matcher("public").fullmatch(folded.strip(" -–()")) is not None


@cache
def label_matcher() -> Matcher:
    """The matcher of all labels but those of items."""
    return Matcher(tuple(entry for entry in load("labels") if entry.value != "item"))


def item_page(head: Head) -> Field | None:
    """The line of a page of one agenda item that tells which meeting it shows ("Daten angezeigt aus Sitzung: …")."""
    return next((field for field in head.fields.get("meeting_date", ()) if field.rule == "labels.item_page"), None)
