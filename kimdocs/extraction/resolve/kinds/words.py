"""Kinds of paper that no label tells but the running text: how motions open, what a statute or a form calls itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.heads.lines import cells_of
from kimdocs.extraction.texts.formulas import formula
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.kinds.paper import Kind
    from kimdocs.lexicon import Entry

MINUTES_REST = lazy(
    r"\s{3,}|\t|\s*(?:$|[:(|–/-]|über|der|des|vom|zur|zu|nr\b|\d|(?:nicht ?)?öffentliche|sitzung|\w+sitzung|\.\s\d"
    r"|[a-zäöü]*(?:rat|tag|vertretung|versammlung|ausschuss)(?:e?s)?\b"
    r"|aus (?:dem|der|den|seiner|ihrer) (?:[\wäöüß-]+ )?[\wäöüß-]*"
    r"(?:niederschrift|protokoll|buch|verhandlung|beschlüsse|sitzung)"
    r"|, (?:\d{1,3}\. )?(?:(?:nicht)?öffentliche )?sitzung (?:am|vom) \d"
    r"|(?:, ?)?(?:[\w-]+ (?:und )?){0,3}"
    r"[\w-]*(?:rat|rates|ausschuss|ausschusses|kreistag|vertretung|versammlung|beirat)\b"
    r"|[\w .-]{2,40},? \d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}\b|[a-zäöü]{2,5}[ /-]\d)"
)
TYPE_REST = lazy(
    r"\s*(?:[:(–-]|nr\b|-nr|(?:verwaltung|vorsitzendes mitglied)\s*$|der (?:verwaltung|[\wäöüß/.-]*fraktion|stadtr"
    r"|gemeinder|mitglied|stadt |gemeinde |samtgemeinde |verbandsgemeinde )"
    r"|des |zum |zur (?!geschäftsordnung\b)|zu (?:top|punkt|tagesordnungspunkt)\b"
    r"|(?:für|an) (?:den|die|das) (?:\d{1,3}\. )?(?:(?:nicht)?öffentliche )?\w*sitzung\b"
    r"|(?:für|an) (?:den|die|das) \w*(?:rat|tag|ausschuss|vertretung|versammlung|senat)\b"
    r"|(?:für|an) (?:die )?(?:mitglieder|damen und herren)\b|für(?: den| die| das)?\s*:?\s*$"
    r"| [a-z]\s*$|\w{0,3}\d|gemäß|gem\.|betreffend\b|betr\.|nach § ?\d|[a-zäöü]{1,4}[-/ ]\d|vom \d"
    r"|(?:nicht ?)?öffentlich\b"
    r"|(?:orts(?:bei|chafts|teil)?|stadtbezirks|bezirks(?:bei)?|stadtteil(?:bei)?)rat\b|bezirksvertretung\b)"
)
_MOTION = lazy(
    r"\b(?:möge|wolle)\s+(?:bitte\s+)?(?:wie folgt\s+)?beschließen\b|\bwir beantragen\b"
    r"|\bdie fraktion .{0,60} beantragt\b|\bhiermit beantragen? (?:ich|wir)\b|\bbeantrage ich\b"
)
_VOTED = lazy(r"\bja-stimmen\b|\beinstimmig\b|\babstimmung(?:sergebnis)?\s*:|\bmehrheitlich\b")
_TRAVELS = lazy(r"\n\W*gremium: [^\n:]{3,60}\bsitzung (?:am|vom):? (?:\d|_)")
_SEVERAL = 2
_HEAD_OF_TEXT = 4000
_OPENING = 1600
_WRITTEN = lazy(r"(?:erstell|verfass|gefertigt|vorlagen?-?datum|datum der (?:vorlage|ausfertigung|erstellung))")
_TYPE_WITHIN = 7
_MARKS = 4
_STATE = lazy(r"sachstand\s*:\s*")
_PAPERS = {"submission", "motion"}
_FOR_MEETING = lazy(
    r"(?: (?:nr\.? ?)?[\w./-]*\d[\w./-]*)?,? (?:für|zur?|an) (?:(?:die|den|das|der) )?[^\n]*\b(?:am|vom) \d"
)
_GENERIC_NUMBER = lazy(
    r" (?:nr\.? )?(?P<number>(?:[a-z]{1,3} )?[\w./-]*\d[\w./-]*)(?: vom \d{1,2}\.\s?\d{1,2}\.\s?\d{4})?"
)


def behind_state(folded: str, start: int, end: int) -> int:
    """Where a line goes on behind the word that opens the report on a paper: "S A C H S T A N D : |Vortrag des …"."""
    lead = _STATE.match(folded, start, end)
    return lead.end() if lead else start


def beside_number(head: Head, index: int, place: Piece) -> bool:
    """Whether "Vorlage" is a cell by itself beside the labelled number: then it is what the paper calls itself."""
    number = head.first("reference")
    apart = head.context.text[place[1] : place[1] + 3]
    return number is not None and number.line == index and number.pieces[0][0] > place[1] and apart in {"   ", "\t"}


def names_alone(head: Head, kind: Kind) -> bool:
    """Whether the kind of paper is all that its line says, where a title may but begin with such a word."""
    if kind.place is None or kind.paper_type is None or kind.line is None:
        return False
    start, end = head.context.lines[kind.line]
    return not head.context.text[kind.place[1] : end].strip(" :*") and kind.place[0] - start < _MARKS


def in_row(head: Head, index: int | None) -> bool:
    """Whether a line that could be a kind of paper is what a body is to do: a body or a date stands right beside it."""
    if not index:
        return False
    cells = cells_of(head.context.text, *head.context.lines[index])
    if matcher("consultation_roles").fullmatch(head.context.folded[slice(*cells[-1])].strip()) is None:
        return False
    if len(cells) > 1:
        return any(find_dates(head.context, *cell) for cell in cells[:-1])
    beside = (head.context.lines[at] for at in (index - 1, index + 1) if at < head.last)
    return any(
        starts_organization(head.context.folded[start:end]) or find_dates(head.context, start, end)
        for start, end in beside
    )


def label_like(head: Head, entry: Entry, end: int) -> bool:
    """Whether the word is a label for another paper's number ("Vorlage: 12/2031") rather than what the document is."""
    return bool(entry.attributes.get("generic") or entry.value == "notice") and head.context.text[end : end + 1] == ":"


def is_heading(head: Head, entry: Entry) -> bool:
    """Whether a word with a colon, alone in its cell, heads a part of the text: "Antrag:" in a numbered paper too."""
    if entry.attributes.get("generic") or entry.value == "notice":
        return True
    number = head.first("reference")
    numbered = number is not None and head.folded(number.line).lstrip(" |#*").startswith("vorlage")
    return entry.phrases[0] == "antrag" and bool(head.tables) and numbered


def item_at(folded: str) -> int:
    """Length of the heading of an agenda item that a line begins with, 0 if there is none."""
    for match in matcher("labels").finditer(folded, 0, 60):
        if match.entry.value == "item" and match.start == 0:
            return match.end
    return 0


def numbers_motion(folded: str, start: int) -> bool:
    """Whether a line begins with a label for the number of a motion: "Antrags-Nr.: 12/2031"."""
    return folded.startswith(("antragsnr", "antrags-nr", "antrags nr", "antragsnummer"), start)


def once(context: Context, place: Piece) -> Piece:
    """A value that a page gives twice, for the original and for the current version of the paper, once."""
    words = context.text[slice(*place)].split()
    half = len(words) // 2
    if not half or words[:half] * 2 != words:
        return place
    return place[0], context.text.index(words[half - 1], place[0]) + len(words[half - 1])


def numbers_itself(head: Head, index: int, place: Piece) -> bool:
    """Whether a line is but "Vorlage" with its number, and perhaps its date: "Vorlage 20/2031/009 vom 03.03.2031"."""
    start, end = head.context.lines[index]
    told = _GENERIC_NUMBER.fullmatch(head.context.folded, place[1], end)
    return place[0] == start and told is not None and reference_at(head.context, told.start("number"), end) is not None


def is_motion(folded: str) -> bool:
    """Whether the first part of a text asks a body to decide something."""
    return _MOTION.search(folded, 0, _HEAD_OF_TEXT) is not None


def motion_opening(folded: str) -> Piece | None:
    """Where the opening of a motion calls it one ("stellt folgenden |Antrag|"); empty where it opens otherwise."""
    hit = formula("moves").search(folded, 0, _OPENING)
    if hit is None:
        return None
    noun = next((name for name in ("paper", "form") if (hit[name] or "").endswith("antrag")), None)
    return hit.span(noun) if noun else (hit.start(), hit.start())


def names_meeting(context: Context, start: int, end: int) -> bool:
    """Whether a line is a body and its date, and no paper that a body gives ("Vortrag des Magistrats vom …")."""
    folded = context.folded[start:end]
    if not starts_organization(folded) or not find_dates(context, start, end):
        return False
    named = matcher("paper_types").match(folded, 0)
    if named is not None and named.entry.value in _PAPERS and _FOR_MEETING.match(folded, named.end):
        return False
    return named is None or starts_organization(folded[named.end :])


def proposes(head: Head) -> bool:
    """Whether a paper with a number of its own proposes a resolution and reports no vote, though it names a meeting."""
    keys = {heading.key for heading in head.context.headings}
    told = bool(keys & {"resolution", "recommendation", "result", "status"} or _VOTED.search(head.context.folded))
    told = told and len(_TRAVELS.findall(head.context.folded)) < _SEVERAL
    asked = "proposed_resolution" in keys or (_is_written(head) and not keys & {"debate", "attendance"})
    return asked and head.first("reference") is not None and not told


def _is_written(head: Head) -> bool:
    """Whether a label says when the paper was written, which no item of minutes tells."""
    return any(_WRITTEN.match(head.folded(field.line).lstrip(" |#*")) for field in head.fields.get("date", ()))


def reports(head: Head) -> bool:
    """Whether the text tells what came of an item, and does not propose it."""
    keys = {heading.key for heading in head.context.headings}
    return "proposed_resolution" not in keys and bool(head.status or keys & {"status", "debate", "result"})


def type_below(head: Head, index: int) -> bool:
    """Whether soon below a line the kind of paper stands alone, and the text but proposes."""
    keys = {heading.key for heading in head.context.headings}
    below = (head.folded(line).strip(" :*") for line in range(index + 1, min(index + _TYPE_WITHIN, head.last)))
    named = any((entry := matcher("paper_types").fullmatch(words)) and entry.value == "submission" for words in below)
    return named and "proposed_resolution" in keys and not keys & {"resolution", "result", "status", "debate"}


def names_itself(folded: str) -> Piece | None:
    """Where a text says what it is: "folgende |Haushaltssatzung| erlassen", "Hat die |Beschlussvorlage| …"."""
    hit = formula("names_itself").search(folded, 0, _HEAD_OF_TEXT)
    return hit.span("enacted" if hit["enacted"] else "form") if hit else None
