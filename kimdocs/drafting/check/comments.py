"""A copy of a Word file in which each finding is a comment at its place."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.check.parts import WORD, pieces, run_text, spans
from kimdocs.drafting.write.elements import child, new, text
from kimdocs.drafting.write.package import pack
from kimdocs.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.drafting.check.finding import Finding
    from kimdocs.model.source import SourceDocument, Span

AUTHOR, INITIALS = "Prüfung", "P"
LABELS = {"error": "Fehler", "warning": "Warnung", "note": "Hinweis"}


def commented(content: bytes, source: SourceDocument, findings: Sequence[Finding]) -> bytes:
    """The Word file with the findings as comments; what has no place of its own stands at the first paragraph.

    Text, styles and earlier comments stay as they are. The same findings give the same bytes.

    Raises:
        InputError: It is no Word file.
    """
    from docx import Document

    try:
        document = Document(BytesIO(content))
    except Exception as error:
        raise InputError(
            "Die Datei lässt sich nicht als Word-Datei öffnen.", "Speichern Sie sie in Word neu als .docx."
        ) from error
    paragraphs = list(document.element.iter(f"{WORD}p"))
    places = spans(paragraphs, source.text)
    comments = _Comments(document.part._comments_part.element)
    first = next((number for number, place in enumerate(places) if place), 0)
    for finding in findings:
        number, start, end = _target(finding, places, first)
        if number < len(paragraphs):
            comments.add(paragraphs[number], start, end, _words(finding))
    return pack(document.part.package)


class _Comments:
    """The comments of one document."""

    def __init__(self, part: Any) -> None:
        """Go on behind the numbers that are taken."""
        self._part = part
        taken = [int(number) for element in part if (number := element.get(f"{WORD}id", "")).isdecimal()]
        self._next = max(taken, default=-1) + 1

    def add(self, paragraph: Any, start: int, end: int, words: str) -> None:
        """Comment characters ``start`` to ``end`` of a paragraph; all of it where they are none."""
        runs = _between(paragraph, start, end)
        number = str(self._next)
        self._next += 1
        comment = new("w:comment", id=number, author=AUTHOR, initials=INITIALS)
        text(child(child(comment, "w:p"), "w:r"), words)
        self._part.append(comment)
        opening, closing = new("w:commentRangeStart", id=number), new("w:commentRangeEnd", id=number)
        reference = new("w:r")
        child(reference, "w:commentReference", id=number)
        if runs:
            runs[0].addprevious(opening)
            runs[-1].addnext(closing)
        else:
            paragraph.append(opening)
            paragraph.append(closing)
        closing.addnext(reference)


def _target(finding: Finding, places: Sequence[Span | None], first: int) -> tuple[int, int, int]:
    """Number of the paragraph for a finding and the characters in it; (…, 0, 0) for the whole paragraph."""
    if finding.paragraph is not None:
        return finding.paragraph, 0, 0
    for evidence in finding.evidence:
        for number, place in enumerate(places):
            if place and place.start <= evidence.start < place.end:
                return number, evidence.start - place.start, min(evidence.end, place.end) - place.start
    return first, 0, 0


def _between(paragraph: Any, start: int, end: int) -> list[Any]:
    """The runs that hold these characters of the paragraph's stripped words, cut so that they hold no others."""
    found = list(pieces(paragraph))
    words = "".join(piece for _, piece in found)
    lead = len(words) - len(words.lstrip())
    if end <= start:
        start, end = 0, len(words)
    position, runs = 0, []
    for run, piece in found:
        low, high = max(start + lead - position, 0), min(end + lead - position, len(piece))
        if low < high:
            runs.append(_cut(run, low, high))
        position += len(piece)
    return runs


def _cut(run: Any, low: int, high: int) -> Any:
    """The part of a run from ``low`` to ``high`` as a run of its own; a run that holds more than text stays whole."""
    parts = [element for element in run if element.tag != f"{WORD}rPr"]
    words = run_text(run)
    if len(parts) != 1 or parts[0].tag != f"{WORD}t" or (low, high) == (0, len(words)):
        return run
    for piece, before in ((words[:low], True), (words[high:], False)):
        if piece:
            other = deepcopy(run)
            _say(other, piece)
            (run.addprevious if before else run.addnext)(other)
    _say(run, words[low:high])
    return run


def _say(run: Any, words: str) -> None:
    element = run.find(f"{WORD}t")
    element.text = words
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _words(finding: Finding) -> str:
    return f"{LABELS[finding.severity.value]}: {finding.message}\nGrundlage: {finding.basis} ({finding.code})"
