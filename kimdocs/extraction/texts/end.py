"""Where the text of a resolution ends: at its vote, at debate, at a gap that parts it from what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.language.cuts import sentences
from kimdocs.extraction.language.roles import TELLS, sentence_role
from kimdocs.extraction.layout.line_places import behind_white_space
from kimdocs.extraction.recognise.matrices.matrix import header_sides
from kimdocs.extraction.result_lines.quiet_lines import is_quiet
from kimdocs.extraction.result_lines.results import is_count_line, is_ratio, is_result_line
from kimdocs.extraction.result_lines.tallies import is_triple
from kimdocs.extraction.result_lines.trailing import trailing_result
from kimdocs.extraction.texts.close import (
    is_next_heading,
    is_short_vote,
    is_signed,
    points_go_on,
    quote_end,
    tells_members,
)
from kimdocs.extraction.texts.gaps import gap_size, in_cells
from kimdocs.extraction.texts.stops import stops_text
from kimdocs.extraction.texts.told import ends_in_sentence, is_told, next_matter
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line

_MARK = r"(?:\(?\d{1,2}\s?[.)]|[a-hi]\s?[.)]|[-•–*]|[ivx]{1,4}[.)])"
_POINT = lazy(_MARK)
_POINT_ALONE = lazy(rf"0[1-9]|{_MARK}")
_PAGE_NUMBER = lazy(
    r"(?:[^.;]{0,100}?\s{3,}seite:?\s+\d{1,3}(?:\s?(?:/|von)\s?\d{1,3})?|[-–]\s*\d{1,3}\s*[-–]|seite\s+\d{1,3}(?:\s+von\s+\d{1,3})?|\d{1,3}|--\s*\d+\s+(?:of|von)\s+\d+\s*--"
    r"|(?:(?:sitzungs|beschluss)?(?:niederschrift|protokoll|auszug)|sitzung)\b[^:;]{0,80}"
    r"\b(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\. [a-zä]{3,9} \d{4})[^.:;]{0,40}(?:seite \d{1,3})?"
    r"|(?:fortsetzung|noch) (?:(?:der|des|von|zur|zum) )?[a-zäöü]*"
    r"(?:vorlage|drucksache|niederschrift|protokolls?|auszugs?)\b(?: (?:nr|vom)\b[^:;]{0,50})?"
    r"|fortsetzung (?:siehe |s\. |auf |nächste )*(?:seite|s\.|blatt)(?: \d{1,3})?\.?)$"
)
_NUMBER_OF_NEXT = lazy(r"(?:[a-zäöü]{1,4}[ .-]?)?(?:nr\.?\s*)?\d{1,4}(?:[/-]\d{1,4}){0,2}/\d{2,4}")
_NEXT_BODY = lazy(r"[A-ZÄÖÜ][^.;:]{4,70}, \d{1,2}\.\d{1,2}\.\d{4}")
_NEXT_ITEM = lazy(
    r"\d{1,2}(?:\.\d{1,2}){0,2}\s{2,}[A-ZÄÖÜ][^.:;]{4,100}"
    r"|(?:Nr\.|Lfd\. Nr\.|Ziff\.|Pkt\.) ?\d{1,4}[.:)]?\s+[A-ZÄÖÜ„](?:[^.:]|\.(?=\S)){4,110}(?<![.:;,])"
)
_ITEM_LABEL = lazy(
    r"(?:zu )?(?:tagesordnungspunkt|punkt|top)\s*[önt]?\s?\d{1,3}(?:\.\d{1,2})*\.?(?:\s*[:-]?\s+[^.;]{3,110})?"
)
_SIGNED_OFF = 50
_CONSENT = ("das einvernehmen ", "das gemeindliche einvernehmen ")
_MANNERS = ("einstimmig", "mehrheitlich", "einmütig", "mehrstimmig", "bei ", "mit ", "ohne gegenstimme")
_SHORT = 70
_REMARK = lazy(
    r"_{8,}$|(?:beglaubigte )?abschrift(?:en)?(?: an)?:|"
    r"(?:getrennte|einzelne|gesonderte|punktweise) abstimmung\b.{0,60}:?$|"
    r"(?:auf (?:antrag|wunsch|bitte) [^.:;]{3,80} |es |sodann |anschließend )?(?:wird|wurde) "
    r"(?:über (?:[^.:;]|\b(?:nr|ziff|abs|lit|buchst)\.){2,60} |hierüber |darüber )?(?:\(?\w+\)? )?"
    r"(?:getrennt|gesondert|einzeln|punktweise|namentlich|geheim)"
    r"(?: voneinander)? abgestimmt\b|"
    r"reduzieren$|(?:die |eine )?(?:beschlussfassung|abstimmung) (?:erfolgte?|fand|findet|entfällt)\b.*|"
    r".*weder beraten noch abgestimmt|"
    r"der beschlu(?:ss|ß) (?:wird|wurde|erfolgte?|ist) (?:\w+ ){0,5}?(?:gefasst|einstimmig|mehrheitlich)\b|"
    r"de[rm] vorstehenden? beschlu(?:ss|ß)\b.*bekannt\s?gemacht|"
    r".*wegen (?:persönlicher beteiligung|befangenheit)\b.*(?:abstimmung|beratung)\b|"
    r"(?:zur )?druckansicht\b|"
    r"(?:auszug|auszüge|verteiler|abdruck|abdrucke)(?: an)?:|stammbaum:|sitzung: .*\d{4}|zurück zur vorlage\b|"
    r"(?:der beschlussantrag|die beratungsunterlage|der antrag|die vorlage) (?:ist|liegt) "
    r"(?:dem|der) \w*(?:protokoll|niederschrift)\b|"
    r"über (?:den|die|das) [^.]{3,80}\b(?:war|ist|wurde|wird) [^.]{0,40}\bnicht mehr (?:abzustimmen|abgestimmt)|"
    r"[^.:;]{3,90} und fraktion \(|"
    r"\([^()]{0,90}\bpersönlich(?:er)? beteilig[^()]*\)$|"
    r"\([^()]{3,90}: ?(?:einstimmig|mehrheitlich|\d+ (?:ja|dafür))[^()]*\)$|"
    r"\(?(?:ohne|gem(?:äß|\.)|aufgrund|auf grund|wegen)\b.*(?:beratung|abgestimmt|abstimmung|mitgewirkt|beteiligung)\b"
)
_VOTED = lazy(
    r"(?:de[rm]|die|das) (?:so geänderten? )?\w*(?:antrag|vorschlag|vorlage|empfehlung|beschluss) (?:wird|wurde|ist) "
    r"[^.:;]{0,60}\b(?:einstimmig|mehrheitlich)\b[^.:;]{0,60}\b(?:zugestimmt|angenommen|abgelehnt|beschlossen|gefolgt|entsprochen)\.?"
    r"|(?:bei|mit|in|ohne|abweichend|entgegen|entsprechend) [^.:;]{2,80}\b(?:einstimmig|mehrheitlich|einmütig) "
    r"(?:zugestimmt|angenommen|abgelehnt|beschlossen|empfohlen|genehmigt)\.?"
)
_INSTRUCTED = lazy(
    r"[^.;:]{0,120}\b(?:wird|werden)\b[^.;:]{0,120}\b(?:ermächtigt|beauftragt|gebeten|aufgefordert|ersucht|bevollmächtigt)\b"
    # a report that is due: to a body, or by a day
    r"|die \w*verwaltung (?:berichtet|informiert|unterrichtet)(?![^.:;]*\bdass\b)[^.:;]*?"
    r"\b(?:de[mrn] (?:[\w-]+ ){0,2}?\w*(?:ausschuss|rat|rates|kreistag|vertretung|versammlung|gremium|gremien)"
    r"|(?:halb|viertel)?jährlich|monatlich|regelmäßig|fortlaufend|laufend|quartal|spätestens|künftig)\b"
)
_CONTRIBUTES = lazy(r"\s(?:[A-ZÄÖÜ][\w.-]*\s){1,3}(?:\([^)\n]{1,30}\)\s)?(?P<verb>[a-zäöüß]+)\b")
_SIGN_OFF = lazy(
    r"(?:in vertretung|im auftrage?|i\. ?[va]\.|gez\.|gezeichnet:?|mit freundlichen grüßen)(?: .{2,60})?"
    r"|(?:der|die) (?:(?:erste|ober|samtgemeinde|orts|amts)?\s?(?:bürgermeister|beigeordnete|direktor)(?:in)?"
    r"|landrat|landrätin)"
    r"|(?:zur |für die )?(?:beglaubigung|beglaubigt|richtigkeit|ausgefertigt)\b.{0,50}"
    r"|[a-zäöüß][a-zäöüß .-]{2,40},? (?:den|am|im) (?:\d{1,2}\. ?)?(?:\d{1,2}\.|[a-zä]{3,9}) ?\d{4}"
    r"|[a-zäöüß][a-zäöüß .-]{2,40}, (?:den )?\d{1,2}\. ?(?:\d{1,2}\.|[a-zä]{3,9}) ?\d{4}(?:\s{2,}gez\..{2,60})?"
)
_SIGNED = lazy(r"gez\. ?[^\d.:;]{0,4}\.?[^\d.:;]{2,60}|gezeichnet:? [^\d.:;]{3,50}")
_VOTE_BEHIND = lazy(r"(?P<text>\S) \((?:einstimmig|mehrheitlich|einmütig)\b[^()]{0,60}\)\.?$")
_TRIPLE = lazy(r"(?P<text>[.;)“]) \d{1,3}/\d{1,3}/\d{1,3}\.?$")
_TO_DO = lazy(r"\bzu [a-zäöüß]{3,}(?:en|rn|ln)\.?$")
_PAGE_TURNS = lazy(r"\b(?:Seite|Blatt) \d|\n[ \t\f]*[-–] ?\d{1,3} ?[-–][ \t]*\n")
_WIDE_GAP = 3


def text_end(context: Context, start: int, limit: int) -> int:
    """Where the text of a resolution that starts at ``start`` ends: at a result, at debate, or at ``limit``."""
    blank = 0
    end = start
    lines = context.lines
    limit = quote_end(context, start, limit) or limit
    for index in range(context.line_at(start), len(lines)):
        line = lines[index]
        if line.start >= limit:
            break
        if line.start == line.end:
            blank += 1
            continue
        begin = max(line.start, start)
        if begin >= line.end or _PAGE_NUMBER.fullmatch(context.folded, begin, line.end):
            blank = 0 if _POINT_ALONE.fullmatch(context.folded, begin, line.end) else blank
            continue
        if blank > 1 and end > start:
            blank = 1 if in_cells(context, start, end) else gap_size(context, end, line.start, blank)
        over = end > start and _is_over(context, (start, end), index, blank, limit)
        if over or _voted(context, (start, end), index):
            aside = is_short_vote(context, line) or _PAGE_TURNS.search(context.source.text, end, line.start)
            if aside and points_go_on(context, start, index, limit):
                continue
            break
        within = _end_within(context, line, start, limit)
        if within is not None:
            if not points_go_on(context, start, index, limit):
                return within
            end, blank = within, 0
            continue
        end, blank = line.end, 0
    return end


def _is_over(context: Context, span: tuple[int, int], index: int, blank: int, limit: int) -> bool:
    """Whether a line behind a text and ``blank`` lines is no more of it."""
    if context.text[span[1] - 1] != ":" and _stops(context, index, blank):
        return True
    if stops_text(context, span, index, limit) or is_told(context, span, index, blank, limit):
        return True
    return blank > 0 and not _behind_point(context, index) and _opens_part(context, span, index, limit)


def _end_within(context: Context, line: Line, start: int, limit: int) -> int | None:
    """Where the text that began at ``start`` ends inside a line: before a vote, a label, or what somebody says."""
    begin = max(line.start, start)
    tail = vote_at_end(context, line, begin)
    other = next_matter(context, start, line, limit)
    if other is not None and (tail is None or other < tail):
        return other
    if tail is None:
        return None
    end = begin + len(context.text[begin:tail].rstrip())
    whole = end <= start or not context.text[start:end].strip()
    return None if whole and context.folded.startswith(_CONSENT, tail) else max(start, end)


def vote_at_end(context: Context, line: Line, begin: int) -> int | None:
    """Where the vote starts that ends a line behind the words from ``begin`` on."""
    closed = ")" in context.folded[line.end - 2 : line.end]
    pattern = _VOTE_BEHIND if closed else _TRIPLE if "/" in context.folded[line.end - 8 : line.end] else None
    voted = pattern.search(context.folded, begin, line.end) if pattern else None
    return voted.end("text") if voted else trailing_result(context, line)


def _opens_part(context: Context, span: tuple[int, int], index: int, limit: int) -> bool:
    """Whether a line behind a gap is a signature or a heading, and no part of what a colon announces."""
    announced = context.text[span[1] - 1] == ":"
    return not announced and (is_signed(context, index, limit) or is_next_heading(context, span[0], index, limit))


def _voted(context: Context, span: tuple[int, int], index: int) -> bool:
    """Whether a line tells how the vote on the text went.

    A first line that a colon ends opens the text, and the consent to a building is itself the text.
    """
    line, (start, end) = context.lines[index], span
    if end > start:
        return _tells_vote(context, index) or _VOTED.fullmatch(context.folded, line.start, line.end) is not None
    begin = behind_white_space(context.text, max(line.start, start), line.end)
    consent = context.folded[line.end - 1] in ".)" and context.folded.startswith(_CONSENT, begin)
    opens = consent or (context.text[line.end - 1] == ":" and line.start >= start)
    return not opens and _tells_vote(context, index)


def tells_debate(context: Context, start: int, limit: int) -> bool:
    """Whether what stands at ``start`` is somebody's contribution, told with the name: "Herr Anders berichtet …"."""
    start = behind_white_space(context.text, start, limit)
    speaker = matcher("speakers").match(context.folded, start, limit)
    if speaker is None or speaker.entry.id != "person":
        return False
    told = _CONTRIBUTES.match(context.text, speaker.end, limit)
    return told is not None and told["verb"] in words_of("clause_verbs", "says")


def _tells_vote(context: Context, index: int) -> bool:
    line = context.lines[index]
    if ends_in_sentence(context.folded, *line) or is_quiet(context.folded[line.start : line.end]):
        return tells_members(context, index)
    if (is_result_line(context, line) and _is_vote(context, index)) or is_ratio(context, line):
        return True
    if tells_members(context, index) or is_triple(context, line):
        return True
    return is_count_line(context, line) and bool(header_sides(context.folded, line.start, line.end))


def _stops(context: Context, index: int, blank: int) -> bool:
    line = context.lines[index]
    signed = blank > 0 and _SIGN_OFF.fullmatch(context.folded, line.start, line.end)
    if (
        signed
        or _SIGNED.fullmatch(context.folded, line.start, line.end)
        or _REMARK.match(context.folded, line.start, line.end)
    ):
        return True
    if blank == 0:
        return _report_goes_on(context, index)
    if _POINT.match(context.folded, line.start) or _behind_point(context, index):
        return False
    if _opens_another(context, line):
        return True
    if blank > 1 and line.end - line.start < _SIGNED_OFF and context.text[line.end - 1] not in ".:;,":
        return True
    return blank >= _WIDE_GAP and not context.text[line.start].islower()


def _opens_another(context: Context, line: Line) -> bool:
    """Whether a line starts something else: the number of the next text, the next body, or what somebody says."""
    return bool(
        _NUMBER_OF_NEXT.fullmatch(context.folded, line.start, line.end)
        or _NEXT_BODY.fullmatch(context.text, line.start, line.end)
        or _NEXT_ITEM.fullmatch(context.text, line.start, line.end)
        or _ITEM_LABEL.fullmatch(context.folded, line.start, line.end)
        or (
            matcher("speakers").match(context.folded, line.start, line.end)
            and not _INSTRUCTED.match(context.folded, line.start, line.end)
        )
    )


def _behind_point(context: Context, index: int) -> bool:
    """Whether the line before, blank ones aside, is but the number of a point ("3.", "03")."""
    before = next((ln for ln in reversed(context.lines[max(0, index - 4) : index]) if ln.end > ln.start), None)
    return before is not None and _POINT_ALONE.fullmatch(context.folded, before.start, before.end) is not None


def _report_goes_on(context: Context, index: int) -> bool:
    """Whether, without a blank line, the report takes over: its phrase starts a line behind one that ends short."""
    before, line = context.lines[index - 1], context.lines[index]
    if context.text[before.end - 1 : before.end] != "." or _INSTRUCTED.match(context.folded, line.start, line.end):
        return False
    match = matcher("speakers").match(context.folded, line.start, line.end)
    if match is None or match.entry.id != "course":
        return False
    return before.end - before.start <= _SHORT or _is_told_at(context, index)


def _is_told_at(context: Context, index: int) -> bool:
    """Whether the sentence that starts a line is told, and ends with it or the next one."""
    start, below = context.lines[index].start, context.lines[min(index + 1, len(context.lines) - 1)]
    first = next(sentences(context, start, below.end), None)
    return first is not None and sentence_role(context, *first) in TELLS


def _is_vote(context: Context, index: int) -> bool:
    """A line of result words is a vote unless it is a wrapped end of the sentence before it ("…⏎beschlossen.")."""
    line = context.lines[index]
    previous = context.lines[index - 1] if index else line
    if (
        context.text[previous.end - 1].isalpha()
        and previous.start < previous.end
        and _TO_DO.search(context.folded, *line)
    ):
        return False
    if context.text[line.start].isupper() or context.text[line.start] in "-–(|":
        return True
    ended = context.text[previous.end - 1] == "." and context.folded.startswith(_MANNERS, line.start)
    return previous.start == previous.end or ended or is_count_line(context, line)
