"""How far the title of an agenda item goes over the lines below its number, and where the report begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.language.stops import Verdict, stops
from kimdocs.extraction.texts.formulas import formula
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.agenda.numbers import Candidate
    from kimdocs.extraction.context import Line

_SENTENCES = ("resolution_like", "instructs")
_TITLE_LINES = 4
_MOST_LINES = 7
_FULL = 60
_NEARLY_FULL = 45
_OPENING = 240
_LABEL = lazy(
    r"(?!hier:|betr)[^\W\d][\w./-]{0,24}(?: [\w./-]{1,20})?:(?=\s)|top\s\d"
    r"|(?:keine?|entfällt|einstimmig|mehrheitlich)\b"
    r"|[-–(\s]*(?:vorl\.|vorlage|drucks|drs|ds|bv)\b[^\n\d]{0,20}\d"
    r"|(?:vorlage|beschluss|beschluß|abstimmung|drucksache|\(ds|berichterstatt|antrag\b.{0,40}:|protokoll|sachverhalt|dazu:)"
    r"|[:!?]$"
)
_WORD = lazy(r"[a-zäöüß]{4}")
_PAPER_NUMBER = lazy(r"\d[^\n]*/|/[^\n]*\d")
_OPENS_SENTENCE = lazy(r"(?:@opening_sentences@)\b")
_FINITE = lazy(r"\b(?:@finite_verbs@)\b")
_BROKEN = lazy(r"[a-zäöüß]-$")
_OPEN_END = lazy(r"(?<!\S)(?:[a-zäöüß]+|\d{5})$")
_SMALL_WORD = lazy(r"(?<!\S)[a-zäöü]+\.$")


def title_end(text: str, folded: str, lines: tuple[Line, ...], candidate: Candidate) -> int:
    """Where the title ends, which goes on over filled lines as long as nothing else starts below."""
    if candidate.title_end >= 0:
        return candidate.title_end
    first = candidate.last_line
    end = lines[first].end
    alone = _is_alone(text, lines, first)
    for index in range(first + 1, min(first + (_MOST_LINES if alone else _TITLE_LINES), len(lines))):
        line = lines[index]
        cut = alone and _SMALL_WORD.search(text, *line) is not None
        if line.start == line.end or _starts_report(text, folded, lines, index):
            break
        if not cut and _is_sentence(text, lines, index):
            break
        if not _goes_on(text, lines[index - 1], line, alone=alone):
            break
        end = line.end
    return end


def is_label(folded: str, line: Line) -> bool:
    """Whether a line is no title but the label of what belongs to an item, or the number of its paper: "SG/2031/5"."""
    if _LABEL.match(folded, *line) is not None or folded[line.end - 1] in ":!?":
        return True
    return _WORD.search(folded, *line) is None and _PAPER_NUMBER.search(folded, *line) is not None


def _goes_on(text: str, above: Line, line: Line, *, alone: bool) -> bool:
    """Whether a title goes on below the line ``above``, which is filled or cut short."""
    last = text[above.end - 1]
    if _BROKEN.search(text, above.start, above.end) or last in ",;/":
        return True
    if last == ".":
        return _is_abbreviated(text, above, line) or (alone and _SMALL_WORD.search(text, *above) is not None)
    if last in ":!?":
        return False
    length = above.end - above.start
    open_end = text[line.start].islower() or _OPEN_END.search(text, above.start, above.end) is not None
    return length >= _FULL or (alone and length >= _NEARLY_FULL and open_end)


def _is_abbreviated(text: str, above: Line, line: Line) -> bool:
    """Whether the full stop at the end of a line is that of a word cut short: "… mit Tiefgarage u."."""
    found = [stop for stop in stops(text, above.start, line.end) if stop.start < above.end <= stop.end]
    return bool(found) and (found[0].verdict is Verdict.INSIDE or text[line.start].islower())


def _is_alone(text: str, lines: tuple[Line, ...], first: int) -> bool:
    """Whether the few lines from the first of a title up to a blank one may all be the title: no sentence ends them."""
    ends = range(first + 1, min(first + _MOST_LINES + 1, len(lines)))
    below = next((index for index in ends if lines[index].start == lines[index].end), None)
    return below is not None and text[lines[below - 1].end - 1] not in ".:!?"


def _starts_report(text: str, folded: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line below a title is no more of it: a label, a speaker, or a sentence."""
    line = lines[index]
    if is_label(folded, line) or _FINITE.match(text, *line):
        return True
    words = folded[line.start : line.start + _OPENING]
    if text[line.start].isupper() and any(formula(name).match(words) for name in _SENTENCES):
        return True
    return _opens_sentence(text, lines, index) or matcher("speakers").match(folded, line.start, line.end) is not None


def _is_sentence(text: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line of its own ends with a full stop: "Keine Wortmeldungen."."""
    line = lines[index]
    if text[line.end - 1] != "." or not text[line.start].isupper():
        return False
    below = lines[min(index + 1, len(lines) - 1)]
    return below.start == below.end or not _is_abbreviated(text, line, below)


def _opens_sentence(text: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line begins with a word that opens sentences, and a finite verb comes before the stop."""
    line = lines[index]
    if not _OPENS_SENTENCE.match(text, *line):
        return False
    end = lines[min(index + 2, len(lines) - 1)].end
    stop = next((stop.start for stop in stops(text, line.start, end) if stop.verdict is Verdict.END), end)
    return _FINITE.search(text, line.start, stop) is not None
