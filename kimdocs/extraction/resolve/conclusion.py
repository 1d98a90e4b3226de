"""Sentences that say what came of a vote: "Damit ist der Antrag abgelehnt", "Die Empfehlung kommt somit zustande"."""

from __future__ import annotations

from kimdocs.lexicon.lazy import lazy

_OPENINGS = (
    r"[(\s-]*(?:damit|somit|demnach|folglich|mithin|demzufolge|also)\s+(?:ist|sind|wird|bleibt|gilt)\b|"
    r"(?:sie|er|es|diese|dieser|dieses) (?:ist|gilt|gelten|sind) (?:damit|somit|daher|mithin)\b|"
    r"(?:der|die) (?:tagesordnungspunkt|punkt|sache|angelegenheit) (?:ist|gilt) (?:damit|somit)\b|"
    r"(?:die vorlage|der \w*antrag|der \w*vorschlag) (?:ist|gilt) "
    r"(?:(?:damit|somit)\b|(?:als )?(?:angenommen|abgelehnt)\b)"
    r"|(?:die|der|das|ein|eine) [\w-]+ (?:kommt|kam|ist|sind|gilt|findet|fand|hat) (?:\w+ )?"
    r"(?:damit|somit|mithin|demnach|folglich)\b"
)
_CONCLUSION = lazy(_OPENINGS.replace(" ", r"\s+"))


def is_conclusion(folded: str, start: int, end: int) -> bool:
    """Whether a sentence opens as one that says what came of a vote: "Damit ist …", "Der Antrag ist somit …"."""
    return _CONCLUSION.match(folded, start, end) is not None
