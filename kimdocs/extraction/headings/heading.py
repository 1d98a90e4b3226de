"""Headings: lines, or what stands before a colon or a tab, that the lexicon knows as the start of a kind of section."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.context import Heading
from kimdocs.extraction.headings.cells import cell_heading
from kimdocs.extraction.headings.inside import headings_inside
from kimdocs.extraction.headings.openings import Openings, body_acts_below, has_text_below, is_followed, may_be_headings
from kimdocs.extraction.layout.wrapped import FILLED, leaves_open
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import lower
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Line
    from kimdocs.lexicon import Entry, Match

BARE_MOTION = "antrag:"
_LONGEST, _SHORT_VALUE, _BROKEN, _SHORT_LABEL = 110, 20, 50, 60
_UNNUMBERED = frozenset("jklmnopqrstuwyzäöüß")
_NUMBERING = lazy(
    r"[#*|\s.=>→⇒➔►▶»]*(?:(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-h])[.)/-]+(?:[ivx]{1,4}[.)])?\s*)?[*\s]*"
)
_OPEN_END = lazy(r"\b(?:de[rsmn]|die|das|zu[mr]?|von|und|für|über)$")
_LETTERSPACED = lazy(r"\w(?: \w){4,}\s*[:.]?")
_ROMAN = lazy(r"[ivx]{1,4}\.\s")
# a form's boxes behind its heading: "Finanzielle Auswirkungen   Ja ☒ Nein ☐"
_BOXES = lazy(r"\??\s+(?:[☐☒☑x]\s*)?(?:ja|nein|keine)\b")
_CONTINUES = lazy(
    r"(?!\s+(?:der|des) \w*(?:rechnung|prüfung|ausschreibung|umfrage|befragung|untersuchung|kalkulation)\b)"
    r"\s+(?:in (?:der )?\w+ fassung\)?$"
    r"|[\w-]*(?:ausschuss|stadtrat|gemeinderat|ortsrat|kreistag|vertretung|versammlung)|rat"
    r"|zum|zu|zur|an|für|des|der|über|nach|auf|aus|gemäß|laut|nr\.?|\d{1,2}\.?|im|vom"
    r"|(?:mit|bei) \d{1,3} (?:\w+-)?(?:ja-?)?(?:stimm|gegenst|enth)\w+)\b(?:[^.!?]|(?<=\d)\.(?=\d)){0,90}"
)
_VARIANT = lazy(
    r"(?:[, ]{0,2}[-–(]? ?\b(?:variante|alternative|option|fassung|teil|abschnitt|vorschlag|punkt|ziffer|nr\.?)\s*"
    r"|(?<=beschluss) |(?<=vorschlag) )(?:\d{1,2}|[a-h]|[iv]{1,3})\)?$"
)
# whose proposal it is: "Beschlussvorschlag des Landrates"
_BY_OFFICE = lazy(
    r" (?:des|der) (?:landrate?s|landrätin|magistrats|gemeindevorstande?s"
    r"|(?:ober|samtgemeinde|amts)?bürgermeister(?:s|in)|bürgermeisteramte?s|amtsdirektor(?:s|in)"
    r"|(?:[a-zäöü]+- )*[a-zäöü]*ausschusses)$"
)
_ROW = lazy(r"\S\s{4,}\S+\s?\S*$")
_RATIO_BEHIND = lazy(r"(?<=[a-zäöüß.])\s+(?=\d{1,3} ?: ?\d)")
_RATIO_LABEL = lazy(
    r"(?P<label>[A-ZÄÖÜ][\w-]{5,30})(?: Nr\. ?[\w/.-]{1,12})? \(?(?:mit|bei) \d{1,3} ?(?::|gegen|zu) ?\d{1,3}"
    r"(?: ?: ?\d{1,3})?(?: [\w-]*[Ss]timmen?)?\)?\s*:"
)
_VOTES = lazy(r" \d{1,3}([:/-])\d{1,3}\1\d{1,3}$")
_COUNTED = lazy(
    r"(?<!\s)\s*+\(?(?:nr\.?\s*+)?:?\s*+(?:(?!am|bis|der|des|im|und|vom|zu)[a-zäöü]{1,4} (?=\d{1,4}[/-]))?"
    r"[\w/-]{0,8}\d[\w./-]*+\)?$"
)
_TITLE = lazy(r"beschlussfassung (?:über|zu[mr]?|von) ")


def find_headings(text: str, folded: str, lines: tuple[Line, ...], begins: dict[str, list[int]]) -> tuple[Heading, ...]:
    """All headings in order; ``end`` is where the label ends, so that a value may follow on the same line.

    Args:
        text: Text of the document.
        folded: The same, folded.
        lines: All of its lines.
        begins: These by how they begin (``lines_by_begin``).
    """
    first_words, seconds = matcher("headings").first_words, matcher("headings").second_words
    openings = {f"{word}-"[:3] if len(word) < len("gv-") else word[:3] for word in first_words}
    inside = headings_inside(text, folded, lines)
    opens = Openings(first_words)
    known: dict[tuple[str, str, int], Heading | None] = {}
    found = []
    for index in sorted({*inside, *may_be_headings(begins, openings)}):
        start, end = line = lines[index]
        if index in inside:
            found.append(inside[index])
            continue
        if (text[end - 1] == "-" or text[start] == "-") and (field := _dashed(text, folded, lines, index)):
            found.append(field)
            continue
        begin = folded[start]
        if begin not in _UNNUMBERED and (not begin.isalpha() or _may_be_numbered(folded, start)):
            start = _behind_numbering(folded, start, end)
        if folded[start : start + 3] not in openings and folded[start + 1 : start + 2] != " ":
            continue
        first = folded[start : min(end, start + 40)].partition(" ")[0].rstrip(":.,*/")
        if not opens[first] or (first in seconds and not is_followed(folded, start + len(first), seconds[first])):
            continue
        heading = (
            cell_heading(text, folded, lines, index, start)
            or _like_before(known, text, folded, start, (line, index))
            or _wrapped(folded, lines, index, start)
        )
        if heading and heading.key == "attendance" and _counts_follow(folded, lines, heading):
            continue
        if heading and not (heading.end == end and _goes_on(text, lines, index)):
            found.append(heading)
    return tuple(found)


def _dashed(text: str, folded: str, lines: tuple[Line, ...], index: int) -> Heading | None:
    """A field of a list, which a dash opens, or a label that one breaks."""
    start, end = lines[index]
    if folded[start] == "-":
        return _listed_field(text, folded, lines, index)
    return _broken(folded, lines, index, start) if end - start < _BROKEN else None


def _listed_field(text: str, folded: str, lines: tuple[Line, ...], index: int) -> Heading | None:
    """The status of an item in a list of labels and values: "- Beschluss:⏎- ungeändert beschlossen"."""
    line, value = lines[index], lines[min(index + 1, len(lines) - 1)]
    if text[line.end - 1] != ":" or not text.startswith("- ", value.start) or not text.startswith("- ", line.start):
        return None
    heading = _heading(text, folded, line.start + 2, line, index)
    fields = ("resolution", "status", "result")
    return replace(heading, key="status") if heading and heading.key in fields else None


def _may_be_numbered(folded: str, start: int) -> bool:
    """Whether a line that begins with a letter does so with a letter or Roman number and a stop or bracket."""
    behind = folded[start + 1 : start + 6]
    return ("." in behind or ")" in behind) and behind.strip("ivx")[:1] in (".", ")")


def _behind_numbering(folded: str, start: int, end: int) -> int:
    bare = _NUMBERING.match(folded, start, min(end, start + 20))
    return bare.end() if bare else start


def _counts_follow(folded: str, lines: tuple[Line, ...], heading: Heading) -> bool:
    """Whether "Anwesend:" is a count of the vote, not the head of a list: a number or a vote's label follows."""
    rest = folded[heading.end : lines[heading.line].end].strip()
    if not rest:
        following = (ln for ln in lines[heading.line + 1 : heading.line + 4] if ln.end > ln.start)
        rest = next((folded[ln.start : ln.end] for ln in following), "")
    first = rest.split(" ", 1)[0].rstrip(":,;")
    return first[:1].isdigit() or first in ("ja", "ja-stimmen", "dafür", "stimmberechtigt")


def _like_before(
    known: dict[tuple[str, str, int], Heading | None], text: str, folded: str, start: int, at: tuple[Line, int]
) -> Heading | None:
    """The heading of a line as that of the same line before: minutes repeat their labels ("Beschluss:")."""
    line, index = at
    if line.end - line.start > _SHORT_LABEL:
        return _numbered_or_plain(text, folded, start, line, index)
    key = text[line.start : line.end], folded[line.start : line.end], start - line.start
    if key not in known:
        known[key] = _numbered_or_plain(text, folded, start, line, index)
    like = known[key]
    if like is None or like.line == index:
        return like
    return Heading(like.key, line.start, line.start + like.end - like.start, index, like.rule)


def _numbered_or_plain(text: str, folded: str, start: int, line: Line, index: int) -> Heading | None:
    heading = _heading(text, folded, start, line, index)
    if heading is None and start == line.start and (bare := _behind_numbering(folded, start, line.end)) > start:
        heading = _heading(text, folded, bare, line, index)
    return heading


def _wrapped(folded: str, lines: tuple[Line, ...], index: int, start: int) -> Heading | None:
    """A heading that goes on to the end of the next line: "Beschluss zum Antrag der⏎SPD:"."""
    line, following = lines[index], lines[min(index + 1, len(lines) - 1)]
    short = 0 < following.end - following.start < FILLED and folded[following.end - 1] == ":"
    if not short or not _OPEN_END.search(folded, start, line.end):
        return None
    known = matcher("headings").match(folded, start, line.end)
    opens = known is not None and known.entry.attributes.get("open") and _continues(folded[known.end : line.end])
    return Heading(known.entry.value, line.start, following.end, index, known.entry.rule) if known and opens else None


def _broken(folded: str, lines: tuple[Line, ...], index: int, start: int) -> Heading | None:
    """A label that a narrow column breaks and folding joins: "Beschluss-⏎vorschlag:", "… zum Prüf-⏎antrag:"."""
    label, _, rest = folded[start : lines[min(index + 1, len(lines) - 1)].end].partition("\n")
    entry = _known(label, opened=True) if rest.lstrip().startswith(":") else None
    if entry is None:
        return None
    end = start + len(label) + 1 + rest.index(":") + 1
    return Heading(entry.value, lines[index].start, end, index, entry.rule)


def _goes_on(text: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line without a colon is but the end of a sentence that fills the line before."""
    before = lines[index - 1] if index else lines[0]
    return (
        leaves_open(text, before)
        and text[lines[index].end - 1] != ":"
        and _ROW.search(text, before.start, before.end) is None
    )


def _heading(text: str, folded: str, start: int, line: Line, index: int) -> Heading | None:
    if text[start + 1 : start + 2] == " " and (spaced := _spaced(text, start, line, index)):
        return spaced
    known = matcher("headings").match(folded, start, line.end)
    opened = _opened(text, folded, start, line, known) if known else None
    if opened is None or (text[line.start].isdecimal() and _TITLE.match(folded, start, line.end)):
        return None
    entry, value_start = opened
    bare = text[line.end - 1] == "," or folded[line.start : line.end] == BARE_MOTION
    bare = bare or (opened[1] >= line.end and body_acts_below(folded, line.end))
    if entry.attributes.get("numbered") and not (bare or _ROMAN.match(folded, line.start, start)):
        return None
    stopped = entry.attributes.get("stopped") is False and text[value_start - 1] == "."
    if stopped or (entry.attributes.get("alone") and text[value_start : line.end].strip()):
        return None
    if entry.attributes.get("opens") and not _opens_sentence(text, start, value_start, line):
        return None
    return Heading(entry.value, line.start, value_start, index, entry.rule)


def _opens_sentence(text: str, start: int, value_start: int, line: Line) -> bool:
    """Whether a capital begins a label that a colon ends, before a sentence, or one of several words before nothing."""
    value = text[value_start : line.end].strip()
    if not text[start].isupper() or text[value_start - 1] != ":":
        return False
    return (value[-1] in ".;:" and len(value) > _SHORT_VALUE) if value else " " in text[start:value_start]


def _opened(text: str, folded: str, start: int, line: Line, known: Match) -> tuple[Entry, int] | None:
    """The entry whose heading starts at ``start``, with ``known`` words, and where the value behind it starts."""
    stop = min(line.end, start + _LONGEST)
    label_end, value_start = _label_end(text, start, stop, line.end)
    if label_end is None:
        return None
    entry = _known(folded[start:label_end].strip(" *_.:#|,?"), opened=value_start > label_end)
    if entry is None and text[label_end : label_end + 2] == ". " and line.end <= stop:
        entry, value_start = _known(folded[start : line.end].strip(" *_.:#|,?")), line.end
    if entry is not None:
        return entry, value_start
    if _is_header_row(folded, known, line.end):
        return known.entry, line.end
    return (known.entry, known.end) if _BOXES.match(folded, known.end, line.end) else None


def _label_end(text: str, start: int, stop: int, line_end: int) -> tuple[int | None, int]:
    """Where the label ends and the value starts: at a colon, a tab, or the end of a short line."""
    if voted := _RATIO_LABEL.match(text, start, stop):
        return voted.end("label"), voted.end()
    ends = [end for sign in (":", "\t", ". ") if (end := text.find(sign, start, stop)) >= 0]
    ends = [end for end in ends if text[end] != "." or not text[end - 1].isdigit()]
    if ends:
        end = min(ends)
        if ratio := _RATIO_BEHIND.search(text, start, min(end + 3, line_end)):
            return ratio.start(), ratio.end()
        if text[end] == ":" and text.find("(", start, end) > text.rfind(")", start, end):
            closed = text.find("):", end, stop)
            end = closed + 1 if closed >= 0 else end
        return end, end + 1
    if line_end <= stop:
        return line_end, line_end
    return None, line_end


def _known(label: str, *, opened: bool = False) -> Entry | None:
    table = matcher("headings")
    entry = table.fullmatch(label)
    label = label.rstrip(")") if "(" not in label else label
    if entry is None and label[-1:].isdigit():
        entry = table.fullmatch(_COUNTED.sub("", label))
        entry = None if entry and entry.value == "result" and _VOTES.search(label) else entry
    if entry is None and " " in label[-4:-1] and "   " not in label and (variant := _VARIANT.search(label)):
        entry = table.fullmatch(label[: variant.start()])
    if entry is None and "(" in label:
        entry = table.fullmatch(label.split("(", 1)[0])
    if entry is None and (named := _BY_OFFICE.search(label)):
        entry = table.fullmatch(label[: named.start()])
        entry = entry if entry and entry.value == "proposed_resolution" else None
    if entry is None and opened and (known := table.match(label, 0)) and known.entry.attributes.get("open"):
        entry = known.entry if _continues(label[known.end :]) else None
    return entry


def _is_header_row(folded: str, known: Match, end: int) -> bool:
    """Whether a table's header row begins with the heading: "Beratungsfolge  Termin  Ergebnis"."""
    columns = known.entry.attributes.get("columns") or ()
    return bool(columns) and all(word in columns for word in folded[known.end : end].split())


def _continues(rest: str) -> bool:
    """Whether what follows a heading's words is still a heading: "zum Antrag der SPD", "an den Rat", "Nr. 33-4/21"."""
    return _CONTINUES.fullmatch(rest) is not None


def _spaced(text: str, start: int, line: Line, index: int) -> Heading | None:
    """A letter-spaced heading: "B e s c h l u s s :"."""
    if line.end - start > 80 or not _LETTERSPACED.fullmatch(text, start, line.end):
        return None
    entry = _known(lower(text[start : line.end]).replace(" ", "").strip(":."))
    bare = entry is not None and entry.attributes.get("numbered") and start == line.start
    if entry is None or (bare and not has_text_below(text, line.end)):
        return None
    return Heading(entry.value, line.start, line.end, index, entry.rule)
