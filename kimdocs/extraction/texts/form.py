"""The form of a resolution: how its paragraphs open, by whom they are said, and that they tell no vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.language.cuts import sentences
from kimdocs.extraction.language.roles import Role, sentence_role
from kimdocs.extraction.result_lines.results import says_vote
from kimdocs.extraction.texts.formulas import formula
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_GAP = lazy(r"\s{3,}|\t")
_GROUP_OPENS = lazy(r"(?:die|der) [\w/.-]*(?:fraktion|gruppe|antragsteller)\b")
_DECIDES = ("instructs", "resolves")
MARKER = lazy(r"[„\"»]?\(?(\d{1,2}|[a-z])\s?[.)]{1,2}\s")
_VERB_BELOW = lazy(r"(?:1|a)[.)]\s+[a-zäöü]")
FIRST = ("1", "a")
_PROCEDURAL = lazy(
    r"(?:wegen|aufgrund|auf grund) (?:persönlicher )?(?:befangenheit|beteiligung)\b"
    r"|(?:die|das) (?:\w+ )?(?:tagesordnung|sitzungsniederschrift|niederschrift|protokoll)\b[^.:;]{0,80} (?:wird|ist)\b"
    r"|[^.;:]{3,160}\b(?:vorlage|beschlussvorlage|drucksache|beschlussvorschlag|verwaltungsvorlage)\b[^.:;,]{0,40}"
    r"\b(?:abzulehnen|anzunehmen|zuzustimmen|zu beschließen|zu folgen)\."
    r"|[^.;:]{3,200}\bbeschlu(?:ss|ß) (?:laut|gemäß|nach|wie) (?:der )?(?:vorlage|beschlussvorschlag)\b"
    r"|[^.;:]{3,160}\bempf(?:iehlt|ahl|ehlen)\b(?:[^.;:]|(?<=\d) ?: ?(?=\d)){0,80}"
    r"\b(?:die|zur) (?:annahme|zustimmung|ablehnung)\b"
)
_BY_HAND = lazy(r"\b(?:ausgezählt|(?:per|durch) (?:handzeichen|akklamation|zuruf))\b")
_OPENING = 400
_NEAR = 60


def is_in_form(context: Context, begin: int, stop: int, *, strict: bool = True, further: bool = False) -> bool:
    """Whether a paragraph opens like a resolution: with what a body does, instructs, or with what is to be.

    With ``strict`` it tells no vote; a ``further`` one may open with any mark of a list.
    """
    words = context.folded[begin : min(stop, begin + _OPENING)]
    if (
        _PROCEDURAL.match(words)
        or formula("advises").match(words)
        or is_by_others(words)
        or _BY_HAND.search(words)
        or (strict and holds_vote(context, begin, stop))
    ):
        return False
    if _GAP.search(context.text, begin, context.lines[context.line_at(begin)].end):
        return False
    marker = MARKER.match(context.folded, begin, stop)
    begin = marker.end() if marker and (further or marker[1] in FIRST) else begin
    cuts = sentences(context, begin, min(stop, begin + _OPENING))
    first = next(cuts, (begin, stop))
    role = sentence_role(context, *first)
    if role is Role.PART and (below := next(cuts, None)) and _VERB_BELOW.match(context.text, below[0]):
        role = sentence_role(context, begin, below[1])
    return role is Role.ACT or (
        role is Role.HOLDS and context.text[max(0, begin - _NEAR) : begin].rstrip().endswith(":")
    )


def is_by_others(words: str) -> bool:
    """Whether the words open with somebody else than the body: "Die Fraktion beantragt …"."""
    if _GROUP_OPENS.match(words):
        return True
    speaker = matcher("speakers").match(words, 0)
    if speaker and speaker.entry.id == "person" and not any(formula(name).match(words) for name in _DECIDES):
        return True
    actor = matcher("deciders").match(words, 0)
    return actor is not None and actor.entry.value == "others"


def holds_vote(context: Context, start: int, end: int) -> bool:
    """Whether the sentences tell their own vote, or a committee's wish, and so report instead of being the text."""
    words = context.folded[start:end]
    by_hand = _BY_HAND.search(words) is not None
    return (
        says_vote(words, 0, end - start)
        or " stimmen" in words
        or by_hand
        or formula("advises").match(words) is not None
    )


def is_told_whole(context: Context, begin: int, stop: int) -> bool:
    """Whether whole sentences stand there that nobody says, as beside the number of a resolution."""
    spoken = matcher("speakers").match(context.folded, begin, stop)
    return spoken is None and context.text[stop - 1] == "." and not holds_vote(context, begin, stop)
