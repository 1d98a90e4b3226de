"""Results at the end of a line that says more: "Der Plan wird beschlossen.   einstimmig", "Rat:  überwiesen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.layout.wrapped import goes_on
from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.result_lines.results import (
    HEADED_RATIO,
    SPACED_RATIO,
    covers_all,
    ends_in_outcome,
    first_words,
    says_vote,
    vocabulary,
)
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context, Line

_UNFINISHED = lazy(r"\b(?:wird|werden|wurde|wurden)\b[^.!?:]*$")
_LONGEST_TAIL = 90
_WIDE = 4
_LONGEST_NAME = 50
_HEAD = 800
_SHORTEST_WITH_TAIL = 20
# each begins with one class of characters, which is sought several times as fast as what stands before it
_GAP = lazy(r"\s(?:(?<=[.!)]\s)\s*|(?<=\S:\s)\s*|\s{2,}|(?<=\t))")
_LISTED_GAP = lazy(r"\s(?:(?<=[.!):]\s)\s*|\s{2,}|(?<=\t))")
_ARROWS = (" -> ", " => ", " → ", " ⇒ ")
_LIST_MARK = lazy(r"(?:[a-h]|\d{1,2})[.)]\s+[^\W\d_]")
_COUNTED = lazy(r"(?:\d{1,3} ?x (?:ja|nein|enth\w*)\.?(?:[,;/ ]+|$))+")
_TRIPLE = lazy(r"\d{1,3} ?([:/]) ?\d{1,3} ?\1 ?\d{1,3}\.?")
_MOTION = lazy(
    r"(?:[-•*–] |\(?[a-h\d]{1,2}[.)] )?(?:der |die )?"
    r"(?:\w*(?:antrag|anträge|vorschlag|ziffern?|punkte?|fassung|variante|alternative)"
    r"|(?:schluss|ende|schließung) der (?:debatte|aussprache|beratung|diskussion|rednerliste)"
    r"|(?:zu )?(?:nr\.|ziff\.|§|absatz|abs\.|artikel|teil|buchst\w*\.?) ?[\w.]{1,5})(?: (?!vom \d)[^:\n]{1,90})?:"
)
_ROW_MARK = lazy(r"\d{1,2}(?:\.\d{1,2}){1,2}[.)]?\s+[^\W\d_]")
_RATIO = lazy(r"\d{1,2}\s?:\s?\d{1,2}(?:\s?:\s?\d{1,2})?")
_WORDS = lazy(r"[^\W\d_]+")
_TEXTS = ("resolution", "recommendation")


def trailing_result(context: Context, line: Line) -> int | None:
    """Where the statement of a result starts that ends the line: behind a full stop, a tab or a wide gap; else None."""
    low = max(line.start + 1, line.end - _LONGEST_TAIL)
    if line.end - line.start < _SHORTEST_WITH_TAIL or _ends_otherwise(context.folded, low, line.end):
        return None
    apart = _in_bracket(context, low, line.end) or _behind_arrow(context, low, line.end)
    return apart or _behind_gap(context, line, low)


def _behind_gap(context: Context, line: Line, low: int) -> int | None:
    folded = context.folded
    start, end = line
    gaps = _LISTED_GAP if _LIST_MARK.match(folded, start, end) else _GAP
    best = None
    for gap in reversed(list(gaps.finditer(context.text, low, end))):
        tail = gap.end()
        ratio = _whole_ratio(folded, (start, gap.start()), tail, end)
        colon = context.text[gap.start() - 1] == ":"
        named = colon and _tells(context, tail, end) and names_motion(context, start, gap.start())
        if ratio or named or _is_fate_of_row(context, (start, end), gap):
            return tail
        joined = folded.startswith("und ", tail) and says_vote(folded, tail, end)
        joined = joined or (gap.group() == " " and context.text[tail].islower() and goes_on(context, line))
        if context.text[gap.start() - 1] == ")" and (joined or _UNFINISHED.search(folded, start, gap.start())):
            return best
        if colon and gaps is _GAP and gap.end() - gap.start() < _WIDE - 1 and gap.group() != "\t":
            if gap.start() - start < _LONGEST_NAME and _counts_both(folded[start : gap.start()], folded[tail:end]):
                return tail
            continue
        word = _opening_word(folded, tail, end)
        if not word:
            continue
        if word not in first_words() or not covers_all(folded, tail, end):
            return best or _behind_name(context, start, end)
        voted = says_vote(folded, tail, end) or _RATIO.match(folded, tail, end)
        if gap.group() == "\t" or voted:
            best = tail
        elif context.text[gap.start() - 1] != ")":
            return best
    return best


def _opening_word(folded: str, start: int, end: int) -> str:
    """The first word of what may be a result; "" where there is none, or but a remark in a bracket: "(N.N.)"."""
    words = _WORDS.search(folded, start, end)
    word = words.group() if words else ""
    return "" if folded[start] == "(" and word not in first_words() else word


def _whole_ratio(folded: str, before: tuple[int, int], start: int, end: int) -> re.Match[str] | None:
    """The votes that ``folded[start:end]`` is but: a ratio, counts with their sides, or three behind "abgestimmt:"."""
    patterns = [SPACED_RATIO, HEADED_RATIO, _COUNTED]
    if folded.endswith("abgestimmt:", *before):
        patterns.append(_TRIPLE)
    return next((hit for pattern in patterns if (hit := pattern.fullmatch(folded, start, end))), None)


def _in_bracket(context: Context, low: int, end: int) -> int | None:
    """Where the bracket opens that ends a line of a resolution with its vote: "Vergabe an N.N. (einstimmig)"."""
    folded = context.folded
    tail = folded.rfind(" (", low, end) + 1 if folded[end - 1] == ")" or folded.endswith(").", low, end) else 0
    if not tail or context.section_at(low).key not in _TEXTS or not says_vote(folded, tail, end):
        return None
    return tail if covers_all(folded, tail, end) else None


def _behind_arrow(context: Context, low: int, end: int) -> int | None:
    """Where a result starts behind the last arrow of a line: "Feuerwehrgebühren -> einst. angen."."""
    text = context.text[low:end]
    arrow = max((low + text.rfind(mark) + len(mark) for mark in _ARROWS if mark in text), default=0)
    if not arrow or not covers_all(context.folded, arrow, end):
        return None
    tail = end - len(context.text[arrow:end].lstrip())
    told = says_vote(context.folded, tail, end) or matcher("outcomes").first(context.folded, tail, end) is not None
    return tail if told else None


def _counts_both(name: str, words: str) -> bool:
    """Whether words behind the name of a matter are but the votes on it: "Grundsteuer B: 8 Ja, 5 Nein"."""
    if not words[:1].isdecimal() or matcher("organizations").first(name) is not None:
        return False
    tally = line_tally(words.rstrip(" ."))
    return tally is not None and bool(tally.names) and {"yes", "no"} <= tally.counts.keys()


def _behind_name(context: Context, start: int, end: int) -> int | None:
    """Where a result starts behind the name of a motion or of the body: "Rat:  in die Ausschüsse überwiesen"."""
    colon = context.folded.find(":", start, end)
    if colon < 0:
        return None
    label = context.text[colon + 1 : end]
    tail = end - len(label.lstrip())
    if not context.text[tail : tail + 1].islower() or not names_motion(context, start, colon + 1):
        return None
    last = end - (len(label) - len(label.rstrip(" .")))
    ends = any(match.end == last for match in matcher("outcomes").finditer(context.folded, tail, end))
    return tail if ends else None


def _tells(context: Context, start: int, end: int) -> bool:
    """Whether what stands behind a name of a motion or a body is a result: "in den Ausschuss überwiesen"."""
    return covers_all(context.folded, start, end) or ends_in_outcome(context, start, end)


def names_motion(context: Context, start: int, end: int) -> bool:
    """Whether what stands before a colon names what was voted on ("Ersetzungsantrag der FDP") or the body itself."""
    label = context.folded[start:end]
    if _MOTION.match(label):
        return True
    body = matcher("organizations").first(label)
    whole = body is not None and (body.start, body.end) == (0, len(label) - 1)
    return whole and label[:-1] in context.folded[: min(_HEAD, start)]


def _is_fate_of_row(context: Context, line: tuple[int, int], gap: re.Match[str]) -> bool:
    """Whether behind a wide gap a numbered line tells what became of its matter: "12.1 Abfallbilanz    vertagt"."""
    if gap.end() - gap.start() < _WIDE or not _ROW_MARK.match(context.folded, *line):
        return False
    entry = matcher("outcomes").fullmatch(context.folded[gap.end() : line[1]].rstrip("."))
    return entry is not None and not entry.attributes.get("weak")


def _ends_otherwise(folded: str, start: int, end: int) -> bool:
    """Whether the last word is none of a result: a first quick look."""
    last = folded[start:end].rstrip(" .!:-").rpartition(" ")[2]
    return last.isalpha() and last not in vocabulary()
