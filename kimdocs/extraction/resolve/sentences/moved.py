"""Motions on the way that a vote carried: to put a matter off or to refer it, and to take items off the agenda."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.acts.subjects import is_affair, is_matter
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.lexicon import Match
    from kimdocs.model.decision import Decision

_THIS_MOTION = lazy(
    r"(?:diese[rm]|de[rm]) (?:geschäftsordnungs|vertagungs)?(?:antrag|vorschlag)\b(?! (?:de[rs]|von|auf|selbst)\b)"
)
_ANSWERED = lazy(
    r"(?:dem|diese[mr]|hiermit)\s+(?:wird|wurde|wurden)\s+(?:\w+\s+){0,3}?(?:zugestimmt|gefolgt|entsprochen"
    r"|stattgegeben)\b"
    r"|(?:dem|diesem)\s+(?:folgt|folgte|entspricht|stimmt|stimmte)\b"
)
_TAKES_OFF = lazy(
    r"\b(?:top|tagesordnungspunkte?"
    r"|punkte?)\s+(?:n?ö\s?)?(?P<number>\d{1,2}(?:\.\d{1,2})*)[^.;:?!]{0,120}?\b(?:abgesetzt|abzusetzen)\b"
    r"|\babsetzung\s+(?:der|des|von)\s+(?:tagesordnungspunkt\w*|top)\b"
)
_AGENDA = lazy(r"\btagesordnung\b[^.;?!]{0,80}\b(?:festgestellt|genehmigt|beschlossen|angenommen|bestätigt)\b")
_OTHER = lazy(
    r"\b(?:top|tagesordnungspunkte?|punkte?)\s+(?:n?ö\s?)?(?P<number>\d{1,2}(?:\.\d{1,2})*)\b[^.;:?!]{0,60}\btagesordnung\b"
)
_THING = lazy(r"(?<!\bin )(?<!\ban )\b(?:den|die|das|einen|eine)\s+(?P<what>[\w-]+)\s+(?:[^.,;:]{0,100}\s)?$")
_OFF = lazy(r"\b(?:abgesetzt|abzusetzen|absetzung|tagesordnung\s+(?:genommen|gestrichen|zu\s+nehmen))\b")
_LATER = lazy(
    r"\b(?:vertag\w*|verschoben|zurückgestellt|geschoben|nächste[nr]?|kommende[nr]?|folgende[nr]?|spätere[nr]?|erneut"
    r"|(?:bis|auf den|in der) (?:zu[mr] |nach |\d)\S*)\b"
)
_ON_PROCEDURE = lazy(
    r"(?:(?:hierauf|sodann|anschließend|daraufhin) (?:wird|folgt) )?(?:de[rm]|diese[rm]) "
    r"(?:geschäftsordnungsantrag|go-antrag|antrag zur geschäftsordnung)\b(?! auf\b)"
)
_SENTENCE = lazy(r"(?<=[a-zäöüß)\d]{2})[.!?]\s")
_FAR = 3000
_FEW = 130
_TEXTS = ("resolution", "recommendation")
_MOVES = "moves"
_SUGGESTS = "suggests"
_PIECES = ("vertag", "zurück", "auszusetz", "abzusetz", "schieb", "weis")
"""One of these stands in each phrase of a motion that moves a matter: without it no phrase need be looked for."""
_LOST = lazy(r"\b(?:lehn(?:t|en|te|ten)|abgelehnt|zurückgewiesen|keine mehrheit)\b")
_TAKEN = (Outcome.POSTPONED, Outcome.WITHDRAWN)
_REACH = 300


def moved_before(context: Context, decision: Decision) -> Outcome | None:
    """What a motion before was to do, where the decision but says that it was carried.

    "Dieser Antrag wird angenommen", "Dem wird einstimmig zugestimmt", or counts below it.
    """
    start = decision.evidence[0].start
    if _ON_PROCEDURE.match(context.folded, start):
        return _last_motion(context, start)
    said = bool(_THIS_MOTION.match(context.folded, start) or _ANSWERED.match(context.folded, start))
    if not said and (decision.outcome_text or decision.type is not DecisionType.MAIN):
        return None
    begin = max(context.section_at(start).start, start - _REACH)
    before = context.section_at(max(0, start - 1))
    begin = begin if begin < start else max(before.start, start - _REACH)
    if not said and before.key in _TEXTS:
        return None
    if all(context.folded.find(piece, begin, start) < 0 for piece in _PIECES):
        return None
    return _motion_between(context, decision, begin, said=said)


def _motion_between(context: Context, decision: Decision, begin: int, *, said: bool) -> Outcome | None:
    """What the motion was to do that stands right before the decision; ``said`` where it answers that in words."""
    start = decision.evidence[0].start
    found = matcher("motions").findall(context.folded, begin, start)
    moved = [m for m in found if m.entry.value not in (_MOVES, _SUGGESTS) and not _moves_thing(context.folded, m)]
    last = moved[-1] if moved else None
    if (
        last is None
        or context.text.count(".", last.end, start) > 1
        or context.folded.find("\n\n\n", last.end, start) > 0
    ):
        return None
    sentence = context.folded.rfind(". ", begin, last.start) + 1
    if _LOST.search(context.folded, max(sentence, begin), start):
        return None
    other = _OTHER.search(context.folded, max(sentence, begin), start)
    if other and not (decision.agenda_item or "").endswith(other["number"]):
        return Outcome.ADOPTED
    movers = (_MOVES, _SUGGESTS) if said else (_MOVES,)
    moving = any(match.entry.value in movers and match.start >= sentence for match in found)
    return Outcome(last.entry.value) if moving or _THIS_MOTION.match(context.folded, start) else None


def _last_motion(context: Context, start: int) -> Outcome | None:
    """What the last motion before ``start``, perhaps many sentences above, was to do with the matter."""
    begin = max(context.section_at(start).start, start - _FAR)
    found = matcher("motions").findall(context.folded, begin, start)
    moving = [match for match in found if match.entry.value == _MOVES]
    if not moving:
        return None
    stop = _SENTENCE.search(context.folded, moving[-1].end, start)
    low = max((hit.end() for hit in _SENTENCE.finditer(context.folded, begin, moving[-1].start)), default=begin)
    high = stop.start() if stop else start
    moved = [m for m in found if m.entry.value not in (_MOVES, _SUGGESTS) and low <= m.start < high]
    return Outcome(moved[-1].entry.value) if moved and not _moves_thing(context.folded, moved[-1]) else None


def _moves_thing(folded: str, motion: Match) -> bool:
    """Whether what is to be put off is no matter of the sitting: "den Gehweg auf das nächste Jahr zu verschieben"."""
    if not folded.startswith(("zu ", "zu\n", "auf"), motion.start):
        return False
    before = folded[max(0, motion.start - _FEW) : motion.start]
    thing = _THING.search(before[max(before.rfind(","), before.rfind(".")) + 1 :])
    return thing is not None and not (is_matter(thing["what"]) or is_affair(thing["what"]))


def of_agenda(context: Context, decision: Decision) -> Decision | None:
    """The decision; where it takes other items off the agenda, that on the agenda, or none where there was no vote."""
    place = decision.evidence[0]
    taken = _TAKES_OFF.search(context.folded, place.start, place.end) if decision.outcome in _TAKEN else None
    if taken is None or (taken["number"] and decision.agenda_item and decision.agenda_item.endswith(taken["number"])):
        return decision
    voted = decision.unanimous is not None or decision.yes is not None
    voted = voted or _AGENDA.search(context.folded, place.start, place.end) is not None
    return replace(decision, outcome=Outcome.ADOPTED, type=DecisionType.PROCEDURAL) if voted else None


def taken_off(context: Context, decision: Decision) -> Decision:
    """The decision, withdrawn where its item was taken off the agenda and nothing says that it comes up again."""
    if decision.outcome is not Outcome.POSTPONED or not _OFF.search((decision.outcome_text or "").lower()):
        return decision
    if any(_LATER.search(context.folded, place.start, place.end) for place in decision.evidence):
        return decision
    voted = {decision.yes, decision.no} - {None}
    if voted and _is_on_agenda(context, decision.evidence[0].start):
        return replace(decision, outcome=Outcome.ADOPTED, type=DecisionType.PROCEDURAL)
    return replace(decision, outcome=Outcome.WITHDRAWN)


def _is_on_agenda(context: Context, start: int) -> bool:
    """Whether a place is in the item on the agenda itself, where votes take other items off it."""
    item = context.section_at(start).item
    title = context.items[item].fact.evidence[0] if item is not None else None
    return title is not None and context.folded.find("tagesordnung", title.start, title.end) >= 0
