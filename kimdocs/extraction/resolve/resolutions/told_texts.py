"""Texts inside the sentence that tells the vote on them: "Der Rat beschließt mit 9 : 2 Stimmen, den Weg zu bauen"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kimdocs.extraction.language.cuts import sentences
from kimdocs.extraction.language.roles import Role, sentence_role
from kimdocs.extraction.texts.announces import is_bare
from kimdocs.extraction.texts.form import holds_vote, is_by_others
from kimdocs.extraction.texts.leads import paragraphs
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.model.decision import Decision

_OUTCOMES = (Outcome.ADOPTED, Outcome.RECOMMENDED)
_DECIDES = lazy(
    r"\b(?:beschließt|beschliesst|beschloss|beschloß|beschließen|beschlossen|empfiehlt|empfahl|empfohlen"
    r"|den (?:\w+ )?beschlu(?:ss|ß))\b"
)
_TO_DO = lazy(r"\bzu [a-zäöüß]{2,}(?:en|rn|ln|un)\b|\b[a-zäöüß]{2,10}zu[a-zäöüß]{3,}(?:en|rn|ln)\b")
_REASON = lazy(r"(?:da|weil|nachdem|obwohl|wobei|so ?dass|wenn|falls|sofern|damit|um|wie|als|was|wozu|wofür) ")
_THAT = ("dass ", "daß ")
_VOTED_BEHIND = lazy(r",\s(?:einstimmig|mehrheitlich|einmütig|(?:mit|bei|gegen|ohne) [^,.;:]{3,60})$")
_COURSE = lazy(
    r"\b(?:sitzung|beratung|debatte|aussprache|rednerliste|tagesordnung|tagesordnungspunkte?s?|niederschrift|protokoll)\b"
)
_BARE_ORDER = lazy(r"(?:de[nrm]|die) (?:\w*antrag|\w*auftrag|\w*vorlage) zu \w+\.?")
_AGREED = lazy(r"\bmit (?:de[rmn]|allen) [^.:;]{3,60} abgestimmt\.")
_SHORTEST = 15
_MOST_BEHIND = 4


def told_texts(
    context: Context, decided: tuple[Decision, ...], covered: Collection[int | None]
) -> Iterator[tuple[int, int, int]]:
    """Start and end of each such text and the index of its decision, in items that hold no other decision or text."""
    items = [context.section_at(decision.evidence[0].start).item for decision in decided]
    held = Counter(items)
    for index, decision in enumerate(decided):
        place = decision.evidence[0]
        if decision.outcome not in _OUTCOMES or decision.type is not DecisionType.MAIN:
            continue
        if held[items[index]] > 1 or items[index] in covered:
            continue
        if is_by_others(context.folded[place.start : place.end]):
            continue
        for start, end in sentences(context, place.start, place.end):
            span = _clause(context, start, end)
            if span is not None:
                yield span[0], _goes_on(context, *span), index
                break


def _clause(context: Context, start: int, end: int) -> tuple[int, int] | None:
    """Where, in a sentence that decides, the clause stands that says on what."""
    verb = _DECIDES.search(context.folded, start, end)
    comma = context.folded.find(",", verb.end(), end) if verb else -1
    while verb and comma >= 0:
        words = context.folded[comma + 1 : end]
        begin = comma + 1 + len(words) - len(words.lstrip())
        if not is_bare(context.folded[verb.end() : comma]) or _REASON.match(context.folded, begin, end):
            return None
        if _says_what(context.folded[begin:end]):
            fits = _is_fit(context, start, verb.start(), begin, end)
            return (begin, _text_end(context, begin, end)) if fits else None
        comma = context.folded.find(",", comma + 1, end)
    return None


def _says_what(words: str) -> bool:
    """Whether (folded) words are a clause of their own, that goes with a verb: "den Weg zu bauen", "dass er bleibt"."""
    first, _, _ = words.partition(",")
    votes = first.startswith(("mit ", "bei ", "gegen ", "ohne ")) and _TO_DO.search(first) is None
    return not votes and (words.startswith(_THAT) or _TO_DO.search(words) is not None)


def _is_fit(context: Context, start: int, verb: int, begin: int, end: int) -> bool:
    """Whether a clause is long enough, not on how the meeting goes on, and all that its verb is about."""
    passive = context.folded.startswith(("beschlossen", "empfohlen"), verb)
    return (
        end - begin >= _SHORTEST
        and context.text[end - 1] != ":"
        and _BARE_ORDER.fullmatch(context.folded, begin, end) is None
        and not context.folded.startswith("und ", max(start, verb - len("und ")))
        and _COURSE.search(context.folded, begin, end) is None
        and (not passive or is_bare(context.folded[start:verb]))
    )


def _text_end(context: Context, begin: int, end: int) -> int:
    """Where the clause ends: before the votes that stand behind it."""
    voted = _VOTED_BEHIND.search(context.folded, begin, end - 1)
    return voted.start() if voted else end


def _goes_on(context: Context, begin: int, end: int) -> int:
    """Where the text ends, with the sentences right behind it that say what else is decided or holds."""
    _, stop = next(paragraphs(context, begin, context.section_at(begin).end))
    if context.text[end - 1] != ".":
        return end
    for number, cut in enumerate(sentences(context, end, stop)):
        words = context.folded[slice(*cut)]
        acts = sentence_role(context, *cut) in (Role.ACT, Role.HOLDS) or _AGREED.search(words) is not None
        acts = acts and not holds_vote(context, *cut)
        if number >= _MOST_BEHIND or not acts or is_by_others(words.lstrip()):
            break
        end = cut[1]
    return end
