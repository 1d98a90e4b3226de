"""Lines of a head that no label, table or letterhead takes, and that can be a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import parse_date
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.resolve.about.public import says_public
from kimdocs.extraction.resolve.heads.body import is_letterhead
from kimdocs.extraction.resolve.heads.furniture import is_furniture, own_words
from kimdocs.extraction.resolve.heads.lines import cells_of, mark_end, reading
from kimdocs.extraction.resolve.titles.beside import OPEN_END, is_beside_title, is_labelled
from kimdocs.extraction.resolve.titles.item import is_number
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

Pieces = tuple["Piece", ...]

MOST_LINES = 7
_LONGEST = 420
_WORDS_OF_NAME = 3
_NO_TITLE = lazy(
    r"(?:- ?\d+ ?-|seite \d.*|\W*|[\d\s./-]+|--+.*|fassung\b.{0,12}\d.*|entwurf(?:\W.{0,12}\d.*)?|stand\b.{0,12}\d.*"
    r"|anlage \d*|blatt \d+|§ ?\d+\.?|(?:normalzahl|(?:außerdem |ferner |weiter )?anwesend|abwesend|entschuldigt)\b.*"
    r"|bezug:.*|\(\.{3}\)|\(…\)|nr\.?\s*(?:[a-zäöü]{1,4} )?\S*\d\S*(?: v(?:om|\.) \d.*)?|anzahl der anlagen.*"
    r"|beschlu(?:ss|ß) de[sr] .{3,90}\d{4}.*|[ivx]{1,6}\. (?:wahlperiode|legislaturperiode)"
    r"|(?:\w*stadt|\w*gemeinde|markt|(?:land)?kreis) [a-zäöüß. -]{3,40},? (?:den |am )?"
    r"\d{1,2}\. ?(?:\d{1,2}\.|[a-zä]{3,9}) ?\d{4}"
    r"|(?:[^\t]*\t){3,}.*|(?:[^|]*\|){2,}.*"
    r"|(?:vorgesehene |geplante |weitere )?(?:beratungs(?:folge|gremien|termine|gang|weg)|gremien)\b.*"
    r"|\d+ (?:mitglieder|stimmberechtigte|personen|gemeinderäte|stadträte|ratsmitglieder)\b.*|(?:an)?zahl der .*"
    r"|(?:i\. ?[av]\.|gez\.|im auftrag)\W.*|(?:erstellt|verfasst|bearbeitet|gefertigt|vorgelegt|eingereicht) (?:von"
    r"|durch) .*"
    r"|(?:aktualisiert|zuletzt (?:geändert|aktualisiert)|veröffentlicht|erstellt)\b.{0,20}\d.*"
    r"|[a-zäöüß. -]{3,40}, (?:den |am )?\d{1,2}\. ?(?:\d{1,2}\.|[a-zä]{3,9}) ?\d{4}"
    r"|.*\(?\b\d+(?:,\d+)? ?[km]b\)?|.*\.pdf|bitte\b.*!|\d{1,3}\.|\d+ anlagen?"
    r"|(?:nicht)?öffentlicher teil(?: der (?:sitzung|tagesordnung))?"
    r"|(?:\d{1,3}\. )?(?:(?:nicht)?öffentliche )?sitzung (?:de[sr] )?[a-zäöüß ,-]{4,60}"
    r"|am \d{1,2}\. ?(?:\d{1,2}\.|[a-zä]{3,9}) ?\d{4}"
    r"|[a-zäöüß -]{3,30}:\s+\d{1,2}\.\d{1,2}\.\d{4}"
    r"|- ?[a-zäöü]*beschluss -|antrag,?|antrag,? zu beschließen:?"
    r"|(?:sitzungs(?:art|termin|datum|tag)|gremium|beratungs(?:art|termin)|termin|datum|status|öffentlichkeit){2,})"
)
_TO_MEETING = lazy(
    r"(?:zur|für die|in der|zu) (?:\d+\. )?(?:\w+ )?(?:sitzung|top)\b|an (?:den|die|das)\b|an$|(?:herrn"
    r"|frau)\s|sehr geehrte|sitzung (?:am|vom)\b"
    r"|(?:\d+\. )?(?:\w+[en]de |(?:nicht)?öffentliche )?sitzung de[sr] .*\d{4}"
    r"|[a-zäöü-]*(?:vorlage|drucksache|mitteilung|information) (?:an|für) (?:den|die|das)\b"
    r"|(?:nicht)?öffentlich am \d|top [\wö. ]{1,8}$|\d{5} "
    r"|(?:am )?(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),? (?:den |dem )?\d{1,2}\."
    r"|[a-zäöüß .-]{3,30}(?:straße|str\.|weg|platz|markt|allee|gasse|ring) \d+ ?[a-z]?(?:, \d{5} .*)?$|\S+@\S+|www\."
)
_FURTHER = lazy(r"(?:antrag|anfrage|sitzungsvorlage|empfehlung) nr\.? \d")
_LABEL = lazy(r"[A-ZÄÖÜ][\wäöüß/-]+(?: [\wäöüß/-]+){0,2}:\s")
_ADDRESS = lazy(
    r"(?:herrn|firma)\b|frau \S*(?:meisterin|rätin|vorsitzende|vorsteherin|präsidentin|direktorin)\b|an(?: den| die"
    r"| das)?$"
)
_FOR_WHOM = lazy(
    r"an (?:den|die|das) (?!.*(?:rat|ausschuss|tag|versammlung|vertretung|meister|verwaltung|stadt|gemeinde)\b)\w"
)
_GROUP = lazy(
    r"(?!(?:anfrage|antrag|(?:be)?antwort(?:ung)?|stellungnahme|resolution|initiative|bericht|vorschlag)\b)"
    r"(?:die )?(?:[\w/. -]*fraktion(?:en)?"
    r"|gruppe)\b(?: [\w/.& -]{2,40}?)?(?: (?:im|in der|in den|der|des)\b.{3,60})?"
)
_BY_WHOM = lazy(
    r"(?:[\wäöüß]+er )?(?:antrag|anfrage|änderungsantrag|initiative) (?:der|des|von|durch) "
    r"(?!.*\b(?:zu[rm]?|über|betreffend|betr\.|auf|wegen|für)\b)(?!.*: ).*"
)
_VOTES = lazy(r"\b\d{1,3} (?:x )?(?:Ja|Nein|dafür|dagegen)\b|^(?:Ja|Nein|Enthaltung(?:en)?)\b")
_DATE = lazy(r"(?:den |am )?\d{1,2}[./]\s?(?:\d{1,2}[./]|[a-zä]{3,9})\s?\d{2,4}")
_SUBJECT_FIRST = lazy(r"[A-ZÄÖÜ0-9„\"»'§]")
_DAY_ENDS = lazy(r"\b(?:zum|bis|ab|am|vom) \d{1,2}\.\d{1,2}\.$")
_NEXT_SENTENCE = lazy(r"[a-zäöüß]{4}\. (?:Der|Die|Das|Es|Eine?|Im|In|Für|Mit|Diese[rs]?)(?: [a-zäöüß]|$)")
_ABBREVIATED = ("mbH.", "e.V.", "Co.", "e. V.", "BA.", "Str.")


def runs(head: Head, first: int, last: int) -> list[Pieces]:
    """Runs of free lines that can be a title: short, beginning like one, no sentence."""
    found: list[list[Piece]] = [[]]
    address = labelled = False
    for index in range(first, last):
        address = not head.blank(index) and (address or _ADDRESS.match(head.folded(index)) is not None)
        if address or _breaks(head, index, found[-1]):
            found.append([])
            continue
        start, end = head.context.lines[index]
        above, labelled = labelled, is_labelled(head.context, start, end) and not _is_open(head, found[-1])
        if labelled or (above and not head.context.text[start].islower()):
            found.append([])
        words = own_words(head, index, goes_on=bool(found[-1]))
        if words is None:
            found.append([])
        else:
            found[-1].append(words)
    return [tuple(run) for run in found if run and like_title(head, tuple(run))]


def unlabelled(found: list[Pieces], head: Head) -> list[Pieces]:
    """Of runs those that do not open with a label nobody knows ("Ziele: keine"), where there are any."""
    free = [run for run in found if not _LABEL.match(head.context.text, *run[0])]
    return free or found


def like_title(head: Head, run: Pieces) -> bool:
    """Whether lines read like a title and not like a sentence, a name, a date or the start of a list."""
    text = reading("\n".join(head.context.text[start:end] for start, end in run))
    return (
        len(run) <= MOST_LINES
        and 4 < len(text) <= _LONGEST
        and _SUBJECT_FIRST.match(text) is not None
        and (
            not text.endswith((".", ":", ",", "…")) or text.endswith(_ABBREVIATED) or _DAY_ENDS.search(text) is not None
        )
        and not _NEXT_SENTENCE.search(text)
        and (len(text.split()) > _WORDS_OF_NAME or not starts_organization(text.lower()))
        and parse_date(text) is None
        and not _VOTES.search(text)
    )


def is_remark(folded: str) -> bool:
    """Whether words say something of the paper that is no title: a page, a version, the meeting that it is for."""
    return _NO_TITLE.fullmatch(folded) is not None or _TO_MEETING.match(folded) is not None


def names_bodies(head: Head, start: int, end: int) -> bool:
    """Whether the last of several cells of a line is a body: "Stadtwerke Auental AöR          Verwaltungsrat"."""
    cells = cells_of(head.context.text, start, end)
    return len(cells) > 1 and starts_organization(head.context.folded[slice(*cells[-1])].strip())


def _breaks(head: Head, index: int, run: list[Piece]) -> bool:
    """Whether a line parts what stands above it from what stands below."""
    line = head.context.lines[index]
    folded = head.folded(index).strip()
    if head.blank(index) or index in head.taken:
        return True
    if not run and folded and head.context.text[mark_end(head.context.text, *line)].islower():
        return True
    if _is_open(head, run):
        return head.context.text[run[-1][1] - 1] == "," and _DATE.fullmatch(folded) is not None
    return bool(
        head.context.text.startswith("•", line.start)
        or (run and _FURTHER.match(folded))
        or (is_remark(folded) and not (run and _FOR_WHOM.match(folded)))
        or is_number(head, index)
        or head.context.text.count("\t", line.start, line.end) > 1
        or _GROUP.fullmatch(folded)
        or _BY_WHOM.fullmatch(folded)
        or is_beside_title(head.context, line.start, line.end)
        or says_public(head, index)
        or is_letterhead(head, index)
        or is_furniture(head, index)
    )


def _is_open(head: Head, run: list[Piece]) -> bool:
    """Whether the last line of a title on its way ends in a word that needs another behind it ("… im")."""
    return bool(run) and OPEN_END.search(head.context.folded, run[-1][0], run[-1][1]) is not None
