"""Counts in a sentence that are of another vote: of a recommendation, of the resolution it changes, of old minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

_COUNTS = r"[^()\n]*\d[^()\n]*"
_RATIO = r"\d{1,3}\s?(?::|/|-?zu|gegen)\s?\d{1,3}(?:\s?[:/]\s?\d{1,3})?"
_RECOMMENDED = lazy(
    r"\b(?:beschluss)?(?:empfehlung|votum|vorberatung)(?:en|s)?\s+(?:im|des|der|aus|vom)\b[^().;:]{3,80}"
    rf"(?P<counts>\({_COUNTS}\))"
)
_EARLIER = lazy(
    r"\bbeschl(?:uss|uß|usses|üsse)\s+(?:\w+\s+){0,3}vo[mn]\s+\d[\d. ]*(?:[a-zä]+\s+)?(?:\d{4}\s*)?"
    rf"(?P<counts>\({_COUNTS}\))"
)
_TAKEN = lazy(
    rf"\bmit\s+(?P<counts>{_RATIO}(?:\s+stimmen)?)\s+(?:\w+\s+)?"
    r"(?:gefa(?:ss|ß)t|beschlossen|angenommen|abgelehnt|verabschiedet|getroffen|ergangen|erteilt|genehmigt)e[nrsm]?\s+(?=[a-zäöü])"
)
_QUOTED = lazy(r'(?P<counts>"[^"\n]{0,80}\d[^"\n]{0,80}")')
_CLAUSE = r"(?:[^.;:,]|(?<=\d)[.:](?=\d))"
_TOLD_BEFORE = lazy(
    rf"\b(?:nachdem|obwohl|obgleich)\s+(?P<counts>{_CLAUSE}{{3,160}}?\bstimm{_CLAUSE}{{0,80}}?)"
    r"\s+(?:hatten?|hat|haben|habe|hätten?|worden\s+\w+)(?=\s*,)"
)
_OF_BODY = lazy(
    r"\b\w*(?:ausschuss(?:es)?|rat(?:e?s)?|kreistag(?:e?s)?|vertretung|versammlung|kommission),\s+(?:der|die|das)\s+"
    rf"(?P<counts>{_CLAUSE}{{0,80}}?\bstimm{_CLAUSE}{{0,80}}?)\s+(?:hatten?|hat|haben|habe)(?=\s*[,.])"
)
_AS_OTHERS = lazy(
    rf",\s+wie\s+(?P<counts>{_CLAUSE}{{5,100}}?\bstimm{_CLAUSE}{{0,60}}?)\s+(?:vorgeschlagen|empfohlen|befürwortet)(?=\s*,)"
)
_CORRECTS = lazy(
    r"\b(?:statt|anstelle|berichtigt|berichtigung|korrigiert|korrektur|richtig|geändert|lauten|heißen|heißt)\b"
)


def own_counts(folded: str) -> str:
    """The sentence with the counts of other votes blanked, every character in its place; empty where it has none."""
    patterns = []
    if "(" in folded:
        patterns += [_RECOMMENDED, _EARLIER]
    if "mit " in folded:
        patterns.append(_TAKEN)
    if "stimm" in folded:
        patterns += _of_clauses(folded)
    if '"' in folded and _CORRECTS.search(folded):
        patterns.append(_QUOTED)
    own = folded
    for pattern in patterns:
        own = pattern.sub(_blanked, own)
    return own if own != folded else ""


def _of_clauses(folded: str) -> list[re.Pattern[str]]:
    """The patterns of clauses that tell what others, or all at another time, voted."""
    patterns = [_TOLD_BEFORE] if "nachdem" in folded or "obwohl" in folded or "obgleich" in folded else []
    patterns += [_AS_OTHERS] if ", wie" in folded or ",\nwie" in folded else []
    return patterns + ([_OF_BODY] if "hat" in folded or "habe" in folded else [])


def _blanked(hit: re.Match[str]) -> str:
    start, end = hit.start("counts") - hit.start(), hit.end("counts") - hit.start()
    return hit[0][:start] + " " * (end - start) + hit[0][end:]
