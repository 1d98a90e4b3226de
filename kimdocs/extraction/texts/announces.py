"""Whether the words before a colon announce the text of a resolution, and whether it is adopted or but proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

_TEXT = lazy(
    r"\b(?:\w*(?:beschlu(?:ss|ß)|beschl(?:uss|uß|üsse)|antrag|anträge|vorschlag|empfehlung(?:en)?|resolution|entscheidung"
    r"|wortlaut|festlegung|entschließung|entwurf)(?:e?s|n)?|\w*beschlu(?:ss|ß)(?:fassung|text|formulierung|vorlage)"
    r"|\w*antragstext|gutachten(?= zu\b)|fassung|formulierung|form|kompromiss|petitum)\b"
)
_OF_BODY = lazy(
    r"\b(?:stellungnahme|erklärung|bitten?|forderung(?:en)?|anregung(?:en)?|änderung(?:en)?|maßgabe(?:n)?"
    r"|vorgehensweise|vorgehen|verfahren|regelung(?:en)?|maßnahmen?|eckpunkte|grundsätze|schritte)\b"
)
_TASK = lazy(
    r"\b(?:prüf|arbeits)?auftr(?:ag|äge)\b[^:]*\b(?:erteilt|verwaltung|magistrat|gemeindevorstand|\w*bürgermeister\w*)\b"
)
_FOLLOWING = lazy(r"\b(?:nach)?(?:folgend|stehend)e[nrm]?\b")
_AS_FOLLOWS = lazy(r"\bwie\s+folgt\b|\b(?:nach)?folgendes\b|\bfolgendermaßen\b|\blautete?n?\b")
_BEHIND_FOLLOWS = lazy(
    r"\s*(?:(?:zu\s+)?(?:beschließen|fassen|entscheiden|empfehlen|ändern|ergänzen)|(?:neu\s+)?(?:gefasst|gefaßt)|wie\s+folgt|formuliert|geändert|ersetzt|abgeändert"
    r"|ergänzt|beschlossen|empfohlen|entschieden|festgelegt|vereinbart|vor|fest|und|neu|nun|nunmehr|somit|daher|dann|demnach|also"
    r"|einstimmig|mehrheitlich|einmütig|angenommen|zugestimmt|verabschiedet|(?:mit|bei|gegen|ohne)\s.*|\(.*|wird|werden|wurde"
    r"|in\s+(?:der|dieser)\s+(?:\w+\s+)?fassung(?:\s+de[rs]\s[^:;,.]{3,60})?|\s)*"
)
_PLURAL = lazy(
    r"\s*(?:[\w-]+\s+)?\w*(?:beschlüsse|anträge|vorschläge|empfehlungen)\b"
    r"(?!.*\b(?:gefasst|gefaßt|fasst|beschlossen|verabschiedet|ab|aus)\b)"
)
_OBJECT = lazy(
    r"\b(?:den|das|die|eine?n?)\s(?!\w*(?:stimmen?|fraktion(?:en)?|enthaltung(?:en)?)\b|\w*beschlu(?:ss|ß)\b|\w*antrag\b"
    r"|zusatz\b|vorschlag\b|beschlussvorschlag\b)|\b(?:über|um|von)\s*$|\binsbesondere\b"
)
_VOTED = lazy(
    r"\b(?:mit|bei|gegen|ohne|durch|in\s+abänderung|auf\s+(?:empfehlung|vorschlag|antrag))\s.*$|\([^()]*\)\s*$"
)
_DECIDES = lazy(r"\b(?:beschließt|beschliesst|beschloss|beschloß|empfiehlt|empfahl|entscheidet|verabschiedet)\b")
_DECIDED = lazy(r"\b(?:beschlossen|empfohlen|verabschiedet|vereinbart)\b")
_BODY_SAYS = lazy(
    r"\b(?:fordert|forderte|bittet|bat|regt|spricht|erklärt|verlangt|appelliert|votiert|richtet|verständigt|einigt|entscheidet)\b"
)
_FOLLOWS = lazy(
    r"\bfolg(?:t|te|en|ten)\b[^:]*\bde[mr]\s(?:\w+\s)?\w*(?:vorlage|vorschlag|empfehlung|antrag)"
    r"(?:\sde[rs]\s[^:.;]{3,60})?\s*$"
)
_MAY = lazy(
    r"\b(?:möge|möchte|wolle|mögen|wollen|soll)\b[^:]*\b(?:beschließen|beschlossen|fassen|zustimmen|verabschieden)\b"
)
_ASKED = lazy(
    r"\bzu\s+(?:beschließen|fassen|verabschieden)\s*$|\bbeschlussfassung\s+gebeten\b"
    r"|\b(?:beantragt|beantragen|beantrage|schlägt|schlagen|vorgeschlagen|bitte|bitten)\b"
    r"(?:\s+(?:daher|deshalb|somit|hiermit|vor|nunmehr|den|der|dem|die|das|stadtrat|gemeinderat|rat|kreistag|wir|ich))*\s*$"
    r"|\b(?:stellt|stellen|stelle|legt|legen|bringt|bringen)\b[^:]*"
    r"\b(?:den|einen|diesen)\s+(?:\w+\s+)?\w*(?:antrag|vorschlag|entwurf)\b"
)
# what another body recommended before
_EARLIER = lazy(r"\b(?:hat|hatte|haben|hatten)\b[^.;]{0,90}\bempfohlen$")
_PUT = lazy(r"\b\w*(?:antrag|vorschlag|entwurf|vorlage)(?:e?s)?\b|\babstimmen\b")
_DONE = lazy(
    r"(?<!neu )\b(?:angenommen|zugestimmt|beschlossen|gefasst|gefaßt|fasst|faßt|fasste|ergeht|ergehen|stimmt"
    r"|verabschiedet|getroffen|trifft)\b"
)
_NO_TEXT = lazy(
    r"\b(?:begründet|begründung|erläutert|beantwortet|hinweis|fragen?|bewerber|kandidat\w*|mitglieder|angebote|kosten|anlagen?"
    r"|abstimmungs\w+|ergebnis|liegt|liegen|mit(?=\s*$)|federführend\w*|antragsteller\w*)\b"
)
_OF_STATUTE = lazy(
    r"(?:§|\bartikel\b|\babs(?:atz|\.)|\bsatz \d|\bbuchst|\bpräambel\b)[^:]*"
    r"\b(?:erhält|erhalten|lautet|lauten|wird|werden)\b"
)
_BRACKETED = lazy(r"\((?:siehe |s\. )?(?:anlage|vorlage|drucksache|antrag)[^()]{0,30}\)\s*$")
_SOMEBODY = lazy(
    r"\b(?:herrn?|frau|rats(?:herr|frau|mitglied)|\w+rätin|stadtrat|gemeinderat|kreisrat|\w*mitglied|rm|rh|rf|gr|grin|gv|gvin"
    r"|str|strin|stv|abg|kta|er|sie|(?:[\w/]+-)?\w*fraktion(?:en)?|gruppe)\b"
)
_LABEL_WORDS = 3
_NAMED = lazy(
    r"\b(?:den|diesen|der|dem|die|das|als|zum|einen)\s+(?:[\wäöüß-]+\s+){0,2}?\w*"
    r"(?:beschlu(?:ss|ß)\w*|antrag|vorschlag|empfehlung|resolution|fassung|kompromiss|entscheidung)"
    r"(?:\s+de[rs]\s+(?:\w*verwaltung|magistrats|gemeindevorstands|\w*ausschusses|bürgermeister\w*|vorlage))?"
    r"(?:\s+(?:ab|abgestimmt|abstimmen|vor|gefasst|gestellt|ein|an|nun|zur\s+abstimmung))*\s*$"
)
_LABEL = lazy(
    r"\s*(?:[-–>•*]+\s*)?(?:[\d.]+\s+)?(?:der |die |das )?(?:\w*beschlu(?:ss|ß)\w*|antrag|\w*antragstext|petitum"
    r"|festlegung|wortlaut|entscheidung|einigung)"
    r"(?: (?:des|der) (?:antrags|antrages|beschlusses|\w*beschlussvorschlags|verwaltung|magistrats|gemeindevorstands))?"
    r"(?:[ -]?(?:nr\.?)?\s?[\w/-]*\d[\w/-]*)?\s*(?:\([^()]{2,60}\)\s*)?"
)


def announces(clause: str) -> bool | None:
    """Whether a (folded) clause announces a text for sure; None where it announces none."""
    if _NO_TEXT.search(_BRACKETED.sub("", clause)) or clause.count("(") > clause.count(")") or _is_of_statute(clause):
        return None
    if (following := _FOLLOWING.search(clause)) is not None:
        return _names_text(clause, clause[following.end() :]) or None
    if (follows := _AS_FOLLOWS.search(clause)) is not None:
        told = any(pattern.search(clause) for pattern in (_TEXT, _DECIDES, _DECIDED)) or "beschließen" in clause
        return (told and _BEHIND_FOLLOWS.fullmatch(clause[follows.end() :]) is not None) or None
    decided = _last(_DECIDED, clause)
    if decided and is_bare(clause[decided.end() :]) and not is_bare(clause[: decided.start()]):
        return False
    if decided and is_bare(clause[decided.end() :]):
        return True
    return _says_on(clause)


def _is_of_statute(clause: str) -> bool:
    """Whether a part of a statute follows, and no body is said to decide on it: "§ 5 erhält folgende Fassung"."""
    return _OF_STATUTE.search(clause) is not None and _DECIDES.search(clause) is None


def _names_text(clause: str, behind: str) -> bool:
    """Whether "folgende" in a clause goes with one text, also with what but a body gives: "folgende Stellungnahme"."""
    if _PLURAL.match(behind):
        return False
    of_body = _OF_BODY.search(behind) and (_has_body(clause) or _DECIDES.search(clause))
    return bool(of_body) or any(pattern.search(behind) for pattern in (_TEXT, _TASK))


def is_bare(words: str) -> bool:
    """Whether words of a clause hold no object of its verb, votes and who proposed it aside."""
    return _OBJECT.search(_VOTED.sub("", words)) is None


def _says_on(clause: str) -> bool | None:
    """The same of a clause whose verb has no object but what stands behind the colon, and of a label."""
    decides = _last(_DECIDES, clause)
    if decides and is_bare(clause[decides.end() :]):
        return True
    by_body = _BODY_SAYS.search(clause) and _has_body(clause) and is_bare(clause)
    by_body = by_body or (_FOLLOWS.search(clause) and _has_body(clause))
    if by_body or _MAY.search(clause) or _ASKED.search(clause):
        return True
    named = _NAMED.search(clause) and len(clause.split()) > _LABEL_WORDS
    return False if named or _LABEL.fullmatch(clause) else None


def _last(pattern: re.Pattern[str], clause: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(clause):  # noqa: B007
        pass
    return found


def _has_body(clause: str) -> bool:
    return any(match.entry.value == "body" for match in matcher("deciders").finditer(clause))


def is_motion(clause: str) -> bool:
    """Whether a (folded) clause announces what somebody moves: "Frau Muster stellt folgenden Antrag"."""
    return _SOMEBODY.search(clause) is not None and not _DONE.search(clause) and not _DECIDES.search(clause)


def key_of_text(clause: str) -> str:
    """The key of the section of the text that a (folded) clause announces."""
    if _MAY.search(clause) or _EARLIER.search(clause):
        return "proposed_resolution"
    if _DECIDES.search(clause) or _DECIDED.search(clause) or _DONE.search(clause):
        return "resolution"
    if _FOLLOWS.search(clause):
        return "resolution"
    if _ASKED.search(clause) or _PUT.search(clause):
        own = "stellt" in clause and "abstimm" not in clause and _has_body(clause)
        return "resolution" if own else "proposed_resolution"
    return "resolution"
