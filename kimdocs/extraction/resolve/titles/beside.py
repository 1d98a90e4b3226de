"""Lines below a title that say something else of the paper: another's number, its kind, a form's next question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.heads.lines import is_sentence_below
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.lines import Piece

_NUMBERED = (
    r"(?:vorlagen?|drucksachen?|drucks\.|drs\.?|ds|antrag|anfrage|beschluss|[a-zäöü]{3,20}(?:vorlage|drucksache))"
)
_BESIDE = lazy(
    r"zu(?:r|m)? (?:vorlage|drucksache|ds) [^\n]{0,6}\d|- ?(?:[a-zäöü]*beschluss|beratung(?: und beschlussfassung)?) -$"
    rf"|\((?:(?:vgl\.|s\.|siehe) )?(?:auch )?{_NUMBERED}(?:[ .-]{{0,2}}nr\.?)?:? ?\S*\d[^()]*\)$"
    rf"|{_NUMBERED}(?:[ .-]{{0,2}}nr\.?)?:? (?=\S*\d)\S+$"
    r"|\d{1,2}\.\s{1,3}[^\W\d][^:\n]{2,50}:(?:\s|$)|[^?\n]{3,40}\? ?(?:ja|nein)\b"
    r"|(?:az|aktenzeichen|gz|geschäftszeichen|tel|telefon)\.?:? ?[\w./-]*\d[\w./-]*(?:[;,] [^\n]*)?$"
    r"|(?:bezüglich|bezug|betreffend):?$"
    r"|(?:betroffenes? )?(?:produkt(?:gruppe|bereich)?n?|organisationseinheit(?:en)?|federführung|berichterstatt\w+):?$"
    r"|[^:\n]{3,45}: ?(?:ja|nein|keine|entfällt|(?:nicht)?öffentlich)\.?$|(?:erstellt|verfasst|bearbeitet"
    r"|gefertigt) (?:von|durch) |(?:anlg|anl|anlagen?)\.?: ?\d|(?:bericht|stellungnahme|beschlussempfehlung"
    r"|beschluss) de[sr] [^\n]{4,70} vom \d|[-–] (?:antrag|anfrage|bericht|stellungnahme) de[sr] [^\n]{4,70} vom \d"
    r"|\d{1,2}\.\d{1,2}\.\d{4}\b(?! ?(?:bis|und|-|–))"
)
_IN_BODY = lazy(
    r"(?:(?:vor)?beratung(?:en)?|behandlung|beschlussfassung|entscheidung) (?:im|in der|in den|in|des|der) "
)
_TOLD_OF = lazy(r"lesung$|einbringung$|bericht$|bestätigung$|genehmigung$|anhörung$")
_FORM_NUMBER = lazy(r"\(?\d{1,2}[.)]{0,2}\s*")
_CONTINUES = lazy(r"(?:[-,/]|\b(?:und|für|der|des|die|in|im|zur|zum|von))$")
_INDENTED = 2
_LABELLED = lazy(r"[A-ZÄÖÜ][^\W\d_/-]{3,}(?:[ /-][^\W\d_]+){0,2}:\s+(?:\S+\s*){1,4}$")
OPEN_END = lazy(
    r"\b(?:im|in|am|an|der|des|den|dem|die|das|für|und|von|vom|zum|zur|mit|bei|durch|zwischen|aus|auf|ab|bis|seit|über)$|[,/-]$"
)


def goes_on(context: Context, name: str, pieces: tuple[Piece, ...], line: tuple[int, int, int]) -> bool:
    """Whether a line below a labelled title or body goes on with it; ``line`` is its start, its own text, its end."""
    begun, start, end = line
    if _FORM_NUMBER.fullmatch(context.text, start, end) or _is_outdented(context, pieces[0][0], begun):
        return False
    if name == "organization":
        return _CONTINUES.search(context.text[pieces[0][0] : pieces[-1][1]]) is not None
    if OPEN_END.search(context.folded, *pieces[-1]):
        return True
    if is_labelled(context, start, end):
        return False
    below = context.lines[min(context.line_at(start) + 1, len(context.lines) - 1)].end
    into = _IN_BODY.match(context.folded, start, end)
    body = starts_organization(context.folded[into.end() if into else start : end])
    row = body and find_dates(context, start, min(below, len(context.folded)))
    return not (row or is_sentence_below(context, pieces[-1], (start, end)) or is_beside_title(context, begun, end))


def is_labelled(context: Context, start: int, end: int) -> bool:
    """Whether a line is a label that nobody knows with a few words behind it: "Freigabe: BM Sommer"."""
    return _LABELLED.match(context.text, start, end) is not None


def _is_outdented(context: Context, place: int, begun: int) -> bool:
    """Whether the label of a value is indented and the line below is not."""
    labelled = context.lines[context.line_at(place)].start
    return _indent(context.text, labelled) >= _INDENTED and not _indent(context.text, begun)


def _indent(text: str, start: int) -> int:
    return start - text.rfind("\n", 0, start) - 1


def is_beside_title(context: Context, start: int, end: int) -> bool:
    """Whether a line below a title is none of it: "(Drucksache 12/2031)", "Beschlussvorlage", "8. Kosten: keine"."""
    folded = context.folded[start:end].strip()
    if _BESIDE.match(folded) or _is_others(context, start, end):
        return True
    words = folded.strip(" :*#")
    if _TOLD_OF.search(words):
        return False
    return any(matcher(table).fullmatch(words) for table in ("paper_types", "kinds", "consultation_roles", "public"))


def _is_others(context: Context, start: int, end: int) -> bool:
    """Whether a line is but a paper and its number behind a colon: "Vorlage des Magistrats: M 77/31"."""
    named = matcher("paper_types").match(context.folded, start, end)
    if named is None or context.text[named.end : named.end + 2] != ": ":
        return False
    number = reference_at(context, named.end + 2, end)
    return number is not None and not context.text[number[1] : end].strip()
