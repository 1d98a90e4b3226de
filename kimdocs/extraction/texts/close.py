"""What closes the text of a resolution: its closing quotes, how single members voted, signatures, the next heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import behind_white_space
from kimdocs.extraction.result_lines.results import says_vote
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line

_QUOTES = lazy(r"[\"„“”»«]")
_BEFORE_QUOTE = " \t\n\u00a0([-–"
_BEHIND_QUOTE = lazy(r"[ \t.,;]*(?=\n|$)")
_GOES_ON = lazy(r"\s*[\"„“»]|\n[ \t]*[a-zäöüß(]")
_RATIO = lazy(r"[-–(]?\s?\d{1,3}:(?:\d{1,3}:\d{1,3}|\d)(?!\d)\s?[-–)]?\.?")
_CLOCKLIKE = lazy(r"\d{1,2}:\d{2}")
_SIDE = r"(?:ja|nein|enth(?:altung(?:en)?|\.)?)"
_GROUPS = lazy(rf"(?:[^\W\d_][^.:;,\d]{{1,40}}:? \d{{1,3}} (?:x )?{_SIDE}(?:-?stimmen?)?(?:[,;] |\.?$)){{2,}}")
_MEMBERS = lazy(
    r"(?:mit|auf) [„\"]?(?:ja|nein|enthaltung)[“\"]?(?:-stimmen?)?"
    r" (?:stimmt?en|stimmte|entfallen|votier(?:t?en)|haben)\b"
    r"|(?:dafür|dagegen|(?:für|gegen) de[nr] (?:antrag|beschluss|vorschlag|vorlage))"
    r" (?:haben\b.*gestimmt|stimmt?en|votiert?en)\b"
    r"|(?:für|gegen) de[nr] (?:antrag|vorschlag):?\s+\d"
    r"|(?:mehrheitlich |einstimmig )?gegen (?:die )?stimmen? (?:der|des|von)\b"
    r"(?!.*\b(?:wird|werden|ist|sind)\b)[^.]*\.?$"
    r"|(?:der|ihrer) stimme (?:enthielten|enthalten|enthielt|enthält) sich\b"
    r"|[-–] ?(?:[^\n.;:]{0,60}\s)?(?:einstimmig|mehrheitlich|einmütig)\b[^\n]{0,80}[-–]$"
    r"|der beschlu(?:ss|ß) (?:ergeht|erging|erfolgte?|kommt|kam|wird|wurde) [^.:;]{0,40}\b\d{1,3} (?:ja|stimmen|gegen)"
    r"|(?:ja|dafür|zustimmung|für)(?:-?stimmen)?: ?\S.{0,120}?[\s;,]{1,20}"
    r"(?:nein|dagegen|ablehnung|gegen)(?:-?stimmen)?:(?=\s|$)"
    r"|(?:die )?(?:(?:an)?zahl der |gesetzliche |satzungsmäßige )[^:.\d\n]{0,40}"
    r"\b(?:mitglieder|mitgliederzahl|vertreter|stimmberechtigten|ratsmitglieder|stimmen)\b[^:.\d\n]{0,50}:[\s\d._-]*$"
    r"|(?:davon )?(?:anwesende?|stimmberechtigte?)(?: (?:sind|waren|mitglieder|stimmberechtigte))*:[\s\d._-]*$"
    r"|\(?abstimmung(?:sergebnis)?:? (?:siehe|s\.) (?:oben|unten|anlage|seite)\b"
)
_NAME = r"(?:(?:Dr\. |gez\. )?[A-ZÄÖÜ][\w.-]+(?: (?:von |van |de )?[A-ZÄÖÜ][\w.-]*[\w.]){0,3})"
_COLUMNS = lazy(rf"{_NAME}(?:\s{{4,}}{_NAME}){{1,3}}")
_GAP = lazy(r"\s{4,}")
_OFFICES = lazy(r"[^\d.:;,()€]{3,30}(?:\. [^\d.:;,()€]{3,30})?(?:\s{4,}[^\d:;,()€]{3,40}){1,3}")
_OFFICE_WORDS = (
    "sprecher",
    "vorsitz",
    "bürgermeister",
    "mitglied",
    "rat",
    "rätin",
    "leiter",
    "führer",
    "dezernent",
    "direktor",
)
_ALONE = lazy(_NAME)
_OFFICE = lazy(
    r"(?:[a-zäöüß-]+e[rs]? )?[a-zäöüß-]*"
    r"(?:bürgermeister|landrat|landrätin|beigeordneter?|leiter|dezernent|kämmerer|kämmerin"
    r"|vorsitzender?|vorsteher|direktor|stadtrat|stadträtin|kreisrat|kreisrätin|schriftführer|sprecher)(?:in)?"
)
_HEADING = lazy(r"(?:(?P<number>[1IA])[.)] )?(?![A-ZÄÖÜ]\. )[A-ZÄÖÜ](?:[^.:;!?]|(?<=\b(?:Mio|Tsd))\.){3,60}[\w)]")
_TITLE = lazy(r"[A-ZÄÖÜ][a-zäöüß-]{3,}(?: [\wäöüß-]{3,}){0,2}")
_LABEL = lazy(
    r"(?!(?:Der|Die|Das|Es|Dies|Im|In|Bei|Dabei|Für|Mit) )[A-ZÄÖÜ][\wäöüß/-]{2,}"
    r"(?: (?!(?:wird|werden|ist|sind|soll|hat|haben)\b)[\wäöüß./-]+){0,4}"
)
_LONGEST_LABEL = 60
_NEXT_POINT = lazy(r"(\d{1,2}|[b-h])\s?[.)]\s+(?=[A-ZÄÖÜ„])")
_VOTE_BEGINS = lazy(
    r"[(–=> -]*(?:einstimmig|mehrheitlich|einmütig|ja\b|dafür\b|abst|ergebnis|\d{1,3}\s?(?:ja\b|dafür|stimmen|:|/))"
)
_ENCLOSED = lazy(r"-\s[^()\n]{3,110}\s-|\([^()\n]{3,110}\)")
_NEAR = 4
_FILLED = 60
_FIRST_POINT = lazy(r"^[ \t\f]*[1aI]\s?[.)]", re.MULTILINE)


def quote_end(context: Context, start: int, limit: int) -> int | None:
    """Where the quotes close that open the text, if they hold all of it up to the end of a line; else None."""
    text = context.text
    start = behind_white_space(text, start, limit)
    if _QUOTES.match(text, start) is None:
        return None
    depth = 0
    for mark in _QUOTES.finditer(text, start, limit):
        place = mark.start()
        opens = place == start or mark.group() == "„" or (text[place - 1] in _BEFORE_QUOTE and mark.group() != "”")
        depth += 1 if opens else -1
        if depth <= 0:
            behind = _BEHIND_QUOTE.match(text, mark.end())
            return behind.end() if behind and not _GOES_ON.match(text, behind.end(), limit) else None
    return None


def tells_members(context: Context, index: int) -> bool:
    """Whether a line tells how members or groups voted, or but a ratio: "Mit Nein stimmten:", "Auental 9 Ja, …"."""
    line = context.lines[index]
    folded = context.folded
    if folded[line.start] in "0123456789-–(" and _is_ratio_below(context, index):
        return True
    members = _MEMBERS.match(folded, line.start, line.end) or _GROUPS.match(folded, line.start, line.end)
    return members is not None


def _is_ratio_below(context: Context, index: int) -> bool:
    line, before = context.lines[index], context.lines[index - 1]
    if _RATIO.fullmatch(context.folded, line.start, line.end):
        return True
    ended = index > 0 and context.text[before.start : before.end].endswith((".", "!", "“"))
    return ended and _CLOCKLIKE.fullmatch(context.folded, line.start, line.end) is not None


def is_short_vote(context: Context, line: Line) -> bool:
    """Whether a line is as short as a vote and begins like one, or stands apart: "12 : 3", "- 9 Ja, 3 Nein -"."""
    if line.end - line.start < _FILLED and _VOTE_BEGINS.match(context.folded, line.start):
        return True
    return _ENCLOSED.fullmatch(context.folded, *line) is not None and says_vote(context.folded, *line)


def points_go_on(context: Context, start: int, index: int, limit: int) -> bool:
    """Whether behind a vote the next point follows: "1. Der Weg …⏎(einstimmig)⏎2. Der Zaun …"."""
    for line in context.lines[index + 1 : index + _NEAR]:
        if line.start >= limit:
            return False
        point = _NEXT_POINT.match(context.text, *line) if line.end > line.start else None
        if point:
            before = str(int(point[1]) - 1) if point[1].isdigit() else chr(ord(point[1]) - 1)
            title = line.end - line.start < _FILLED and context.text[line.end - 1] not in ".;,"
            known = re.search(rf"^[ \t\f]*{before}\s?[.)]", context.text[start : line.start], re.MULTILINE)
            return before != "0" and not title and known is not None
    return False


def is_signed(context: Context, index: int, limit: int) -> bool:
    """Whether a line behind a gap holds names and the next one what they are: "Jan Ahlers     Mia Kroll"."""
    line = context.lines[index]
    below = context.lines[index + 1] if index + 1 < len(context.lines) else None
    if below is None or below.start >= limit:
        return False
    if _ALONE.fullmatch(context.text, line.start, line.end):
        return _OFFICE.fullmatch(context.folded, below.start, below.end) is not None
    after = context.lines[index + 2] if index + 2 < len(context.lines) else None
    last = after is None or after.start >= limit or after.start == after.end
    rows = [context.text[start:end] for start, end in (line, below)]
    if not last or _COLUMNS.fullmatch(rows[0]) is None:
        return False
    offices = context.folded[below.start : below.end]
    titled = _OFFICES.fullmatch(offices) and any(word in offices for word in _OFFICE_WORDS)
    paired = len(_GAP.findall(rows[0])) == len(_GAP.findall(rows[1]))
    return _COLUMNS.fullmatch(rows[1]) is not None or bool(titled and paired)


def is_next_heading(context: Context, start: int, index: int, limit: int) -> bool:
    """Whether behind a gap a heading opens another part: a short line, numbered first or apart from what follows."""
    line = context.lines[index]
    if context.text[line.start].isupper() and _is_label(context, start, line):
        return True
    heading = _HEADING.fullmatch(context.text, line.start, line.end)
    below = context.lines[index + 1] if index + 1 < len(context.lines) else None
    if heading is None or below is None or below.start >= limit or not _ends_sentence(context, start, line.start):
        return False
    title = _TITLE.fullmatch(context.text, line.start, line.end) is not None
    title = title and "folg" not in context.folded[start : line.start]
    if title or _FIRST_POINT.search(context.text, start, line.start):
        return title
    return heading["number"] is not None or below.start == below.end


def _is_label(context: Context, start: int, line: Line) -> bool:
    """Whether a line is a label, with its value or alone, behind a text that is whole: "Anlass der Ergänzung:"."""
    colon = context.text.find(":", line.start, min(line.end, line.start + _LONGEST_LABEL))
    if colon < 0 or _LABEL.fullmatch(context.text, line.start, colon) is None:
        return False
    return _ends_sentence(context, start, line.start) and "folg" not in context.folded[start : line.start]


def _ends_sentence(context: Context, start: int, end: int) -> bool:
    """Whether the text so far is whole, and announces nothing that is to follow."""
    told = context.folded[start:end].rstrip()
    return told.endswith((".", ".“", '."')) and not told.endswith(("\nnr.", "\nlfd.")) and "folgend" not in told
