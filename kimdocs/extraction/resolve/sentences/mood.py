"""Whether a clause states an act, reports one of another day or body, or only wishes, expects or supposes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.lexicon import Match

_OF_VOTERS = ("hat", "haben", "können", "konnten")
_INSERTED = lazy(r",\s+(?:nachdem|obwohl|obgleich|da|weil|wie|sobald|während)\b[^,;:]{3,160},\s")
_PASSIVE = lazy(r"\b(?:wird|werden|wurde|wurden|ist|sind)\b")
_REPORTED = lazy(r"(?:,\s+|\bdass\s)[^,;:]{3,60}\b(?:habe|hat|hätten|haben|hatte)\s")
_ACTING = lazy(
    r"\b(?:(?:auch|einzig|selbst|sogar|nur|lediglich|allein|alle)|lehn(?:en|t|ten|te)|stimm(?:en|t|ten|te)|beschl(?:ießen|ießt|oss|ossen)"
    r"|spr(?:echen|icht|ach|achen)(?:\s+sich)?|votier(?:en|t|ten|te)|wähl(?:en|t|ten|te)|entsch(?:eiden|eidet|ied|ieden)|begrüß(?:en|t|ten|te)|nehmen|nahmen"
    r"|genehmig(?:en|t|ten|te)|bewillig(?:en|t|ten|te)|befürwort(?:en|et|eten|ete)|unterstütz(?:en|t|ten|te))\s+$"
)
_NEAR = 20
_PLUPERFECT = lazy(r"(?:der|die|das)\s[^.,;:]{3,60}?\shatten?\s")
_ASKS = lazy(
    r"\b(?:bittet|bitten|bat|baten|schlägt|schlagen|schlug|empfiehlt|empfahl|fordert|forderte|rät|appelliert|appellierte|plädiert|wirbt)\b"
)
_STATUTE = lazy(
    r"(?:nach|gemäß|laut)\s+(?:§+|art\.|artikel)\s[^;:]{3,120}\b(?:werden|wird)\b[^;:]{0,80}\b(?:gefasst|entschieden)\b"
)
_SETTLED = (", was ", ", dem ", ", wogegen ", ", worauf ")
_INFINITIVE = lazy(r"\s(?:zu\s+\w+n|\w+zu\w{3,}en)\W*$")
_EXPECTED = lazy(
    r"\b(?:beantragt|beantragen|beantragte|verlangt|erwartet|erwarten|hofft|hoffen|glaubt|meint|rechnet|wünscht|fordert|bittet|regt|möchte|möchten|gewünscht|erhofft|gehofft|vorgestellt|begrüßen)\b[^,;]{0,40},\s+(?:dass|wenn)$"
)


def mood_of(context: Context, start: int, clause: tuple[int, int], *, own: bool = False, votes: bool = False) -> str:
    """How the sentence from ``start`` on means its clause: "stated", "quoted" or "hypothetical".

    With ``own`` others than the body may act, as those do who withdraw their motion. Where it tells ``votes`` by verbs,
    their perfect reports no other day, and what they can do they do: "Elf haben zugestimmt".
    """
    if _STATUTE.match(context.folded, start, clause[1]):
        return "hypothetical"
    if _EXPECTED.search(context.folded, start, clause[0] + 5) or _is_asked_for(context, start, clause):
        return "hypothetical"
    words = _mood(context, clause, votes=votes) or _earlier_body(context, start, clause[0])
    if words is None and _shares_verb(context, start, clause):
        return "quoted"
    if words is None:
        return "quoted" if not own and _by_others(context, start, clause) else "stated"
    return words.entry.value


def _is_asked_for(context: Context, start: int, clause: tuple[int, int]) -> bool:
    """Whether a clause is but what somebody asks of the body: "Frau N.N. bittet den Rat, einstimmig zuzustimmen."."""
    comma = context.folded.rfind(",", start, clause[1])
    if (
        comma < 0
        or context.folded.startswith(_SETTLED, clause[1])
        or not _INFINITIVE.search(context.folded, comma, clause[1])
    ):
        return False
    asks = _ASKS.search(context.folded, start, comma)
    asking = matcher("deciders").findall(context.folded, start, asks.start()) if asks else ()
    return asks is not None and not any(m.entry.value == "body" for m in asking)


def _mood(context: Context, clause: tuple[int, int], *, votes: bool) -> Match | None:
    """The words that make a clause a report or a wish; "wie beantragt" contains one and is none."""
    found = (m for m in matcher("reported").finditer(context.folded, *clause) if m.entry.value != "stated")
    told = [m for m in found if not (votes and context.folded[m.start : m.end] in _OF_VOTERS)]
    inserted = [hit.span() for hit in _INSERTED.finditer(context.folded, *clause)] if told else []
    return next((m for m in told if not any(low < m.start < high for low, high in inserted)), None)


def _by_others(context: Context, start: int, clause: tuple[int, int]) -> bool:
    """Whether somebody else acts in the clause: "Die Jury vergibt einstimmig …", "Auch die Eltern lehnen …"."""
    if _PASSIVE.search(context.folded, *clause) is not None:
        return False
    named = matcher("deciders").findall(context.folded, *clause)
    others = [m for m in (*named, *matcher("outsiders").findall(context.folded, *clause)) if m.entry.value == "others"]
    if any(m.start == start for m in others):
        return True
    return not any(m.entry.value == "body" for m in named) and any(
        _ACTING.search(context.folded, max(clause[0], m.start - _NEAR), m.start) for m in others
    )


def _shares_verb(context: Context, start: int, clause: tuple[int, int]) -> bool:
    """Whether a clause has the verb of a report before it: "habe mehrheitlich, der Rat einstimmig zugestimmt"."""
    reported = _REPORTED.search(context.folded, start, clause[0]) or _PLUPERFECT.match(context.folded, start, clause[0])
    if reported is None or context.folded[clause[0] - 1] != ",":
        return False
    own = context.folded[slice(*clause)].split()
    return _PASSIVE.search(context.folded, *clause) is None and words_of("result_words", "finite").isdisjoint(own)


def _earlier_body(context: Context, start: int, end: int) -> Match | None:
    """The label before a clause that makes it another body's: "Vorberatung Bauausschuss (05.02.2031)"."""
    label = matcher("reported").first(context.folded, start, end) if context.folded[end - 1] == ":" else None
    return label if label and label.entry.id in ("earlier_body", "cited") else None
