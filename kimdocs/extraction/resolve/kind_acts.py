"""Minutes without a heading: told by what only a meeting does, such as opening it or settling its agenda."""

from __future__ import annotations

from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

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


def kind_by_acts(folded: str) -> DocumentKind | None:
    """Minutes where the meeting is opened, an excerpt where an act of a meeting is reported, else None.

    Rules of procedure say what is done at every meeting; a text in paragraphs is none of both.
    """
    if _RULES.search(folded):
        return None
    if _OPENED.search(folded, 0, _HEAD_OF_TEXT):
        return DocumentKind.MINUTES
    return DocumentKind.EXCERPT if _ACTS.search(folded) else None
