"""Papers without a heading: minutes by what only a meeting does, excerpts by a body's name above what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_OPENED = lazy(
    r"\beröffne(?:t|te)\b(?:[^.;!?]|(?<=\d)\.){0,120}(?<!\w)\w*sitzung\b|(?<!\w)\w*sitzung\b[^.;!?\n]{0,120}\beröffnet(?:e)?\b"
    r"|\bstellte?\b[^.;!?]{0,120}\bbeschlussfähig"
    r"|\bmitglieder\s+de[rs]\s+[^;!?]{3,500}?\b(?:waren|sind|wurden)\b[^;!?]{3,400}?\b(?:einberufen|eingeladen|geladen)\b"
    r"|(?:^|[\n.]\s*)(?:der|die)\s+[^.;!?\n]{3,60}?\s(?:ist|war)\s+(?:[^.;!?\n]{0,80}\s)?beschlussfähig\s*[.\n]"
)
_ACTS = lazy(
    r"\bdie (?:\w+ ){0,2}tagesordnung (?:wird|wurde) (?:[^\s.;]+ ){0,8}"
    r"(?:beschlossen|genehmigt|angenommen|festgestellt)\b"
    r"|\bstimmte? der (?:\w+ )?tagesordnung (?:\w+ ){0,3}zu\b"
    r"|\babst\.-erg\.:"
    r"|\bde[mr] (?:vorschlag|antrag|anregung) (?:wird|wurde) mit \d+ (?:ja-)?stimmen\b"
)
_RULES = lazy(r"(?:^|\n)\s*§ ?\d")
_HEAD_OF_TEXT = 4000
_LONGEST_HEAD = 110
_LONGEST_TEXT = 2500
_BODY = lazy(r"(?:[\w.,/-]+ ){0,5}?[\w-]*(?:rat|ausschuss|ausschuß|tag|vertretung|versammlung|beirat|bürgerschaft)\b")
_TOLD = lazy(r"\b(?:@results_of_excerpts@)\b|\bja:? \d|\d ja\b")
_WRITTEN = lazy(
    r"\bsehr geehrte|\bmit freundlichen grüßen\b|\bmöge\b[^.]{0,60}\bbeschließen\b|\bwir (?:bitten|beantragen)\b"
)


def kind_by_acts(folded: str) -> DocumentKind | None:
    """Minutes where the meeting is opened, an excerpt where an act of a meeting is reported, else None.

    Rules of procedure say what is done at every meeting; a text in paragraphs is none of both.
    """
    if _RULES.search(folded):
        return None
    if _OPENED.search(folded, 0, _HEAD_OF_TEXT):
        return DocumentKind.MINUTES
    return DocumentKind.EXCERPT if _ACTS.search(folded) else None


def headed_by_body(context: Context, first: int) -> bool:
    """Whether a short text opens with the name of a body, and goes on with what it did."""
    if not context.lines or len(context.folded) > _LONGEST_TEXT:
        return False
    line = context.lines[first]
    head = context.folded[line.start : line.end]
    if len(head) > _LONGEST_HEAD or head.endswith((".", "?", "!")) or not starts_organization(head):
        return False
    told = _BODY.match(head) and _TOLD.search(context.folded, line.start)
    return bool(told) and _WRITTEN.search(context.folded) is None
