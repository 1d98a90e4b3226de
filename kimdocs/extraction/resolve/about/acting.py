"""The body whose acts an excerpt reports, where no head names it: "Der Stadtrat beschließt …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import before_body, natural_case, nominative, starts_organization
from kimdocs.extraction.resolve.heads.session import name_end
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.lines import Piece

_SUBJECT = lazy(
    r"(?:^|[\n.:|]\s*|\")(?:der|die)\s+(?=\w)"
    r"|\b(?:beschlie(?:ß|ss)t|beschloss|empfiehlt|spricht\ssich|stimmte?|fasste?|nimmt|nahm)\s(?P<late>der|die)\s+"
)
_VERB = lazy(
    r"\s+(?!(?:wird|werden|wurden?)\s)(?:[\w,./()§-]+\s+){0,14}?(?:@acts_of_bodies@|hat(?=[^.\n]{0,300}\bbeschlossen\b))\b"
)
_DISTRICT = lazy(r"\s\d{1,2}\b(?!\.)")
_CLAUSE = lazy(r",\s+(?:d(?:er|ie|as|em|en|ass)|eine?[nm]?|zu[mr]?|für|auf|in|im)\b")
_OBJECT = lazy(
    r"(?<=rat|tag)\s+(?:für|gegen|über)\s+(?:d(?:en|ie|as|er)|eine?[nmr]?)\b|\s+(?:dafür|dagegen|zur\s(?:kenntnis|beratung|beschlussfassung))\b"
)
_GENERAL = frozenset(("ausschuss", "ausschuß", "gremium", "beirat", "rat", "vorstand", "präsidium", "fraktion"))
_TO = lazy(r"\s+(?:mehrheitlich\s+|einstimmig\s+)?de[rm]\s+")
_PUT_TO = lazy(
    r"\blag(?:en)?\s(?:dem|der)\s+|(?:^|[\n.]\s*)(?:dem|der)\s+(?=[^.\n]{3,80}\slag(?:en)?\s)"
    r"|\bmitglieder\s(?:der|des)\s+(?=[^.\n]{3,80}\shaben\s)"
    r"|\b(?:wird|werden|wurden?)\s(?:vom|von\sder)\s+(?=[^.\n]{3,80}\szur\skenntnis\sgenommen)"
)
_COUNCILLORS = lazy(r"\b(?:ratsherr|ratsfrau|ratsmitglied|rats?frakt)")
_OTHER_COUNCILS = lazy(r"(?:gemeinde|stadt|orts|ortschafts|kreis|bezirks|stadtteil)r[aä]t")
_STOP = lazy(r"[.:;]|\n\s*\n")
_OF = 40
_TWO = 2
_REACH = 160
_WITHIN = 20_000


def acting_body(context: Context) -> tuple[str, tuple[Piece, ...]] | None:
    """The one body that acts in the sentences of a text, and where it is named; None where there are several.

    Where one advises another ("Der Bauausschuss empfiehlt dem Rat …"), the other's act is but what it advises.
    """
    found: dict[str, Piece] = {}
    acting: set[str] = set()
    advisers: set[str] = set()
    last = 0
    for subject in _SUBJECT.finditer(context.folded, 0, _WITHIN):
        start = subject.end()
        if not starts_organization(context.folded[start : start + _REACH]):
            continue
        end = _name_end(context, start)
        late = subject["late"] is not None
        verb = None if late else _VERB.match(context.folded, end)
        if _is_object(context, last, subject.start()) if late else verb is None:
            continue
        last = end
        name = nominative(natural_case(" ".join(context.text[start:end].split())))
        acting.add(name)
        if name.lower() not in _GENERAL or (name == "Rat" and _is_whole(context, end)):
            found.setdefault(name, (start, end))
            advisers |= {name} if verb and _advises(context, verb) else set()
    advice = len(advisers) == 1 and len(acting) == _TWO
    found = _merged({name: found[name] for name in advisers} if advice else found)
    if len(found) != 1:
        return None
    name, place = next(iter(found.items()))
    return name, (place,)


def dealing_body(context: Context) -> tuple[str, tuple[Piece, ...]] | None:
    """The one body to which a paper was put or by which it is noted, or whose members are spoken of."""
    found: dict[str, Piece] = {}
    for put in _PUT_TO.finditer(context.folded, 0, _WITHIN):
        start = put.end()
        if not starts_organization(context.folded[start : start + _REACH]):
            continue
        council = matcher("councils").match(context.folded, start)
        end = council.end if council else _name_end(context, start)
        name = nominative(natural_case(" ".join(context.text[start:end].split())))
        if name.lower() not in _GENERAL:
            found.setdefault(name, (start, end))
    name, place = next(iter(found.items()), ("", (0, 0)))
    return (name, (place,)) if len(found) == 1 else None


def _name_end(context: Context, start: int) -> int:
    """Where the name of a body in a sentence ends: before its town, a clause or what it votes on."""
    end = name_end(context, start, min(len(context.folded), start + _REACH))
    clause = _CLAUSE.search(context.folded, start, end) or _OBJECT.search(context.folded, start, end)
    end = before_body(context.folded, start, clause.start() if clause else end)
    numbered = _DISTRICT.match(context.folded, end)
    return numbered.end() if numbered and context.folded[start:end] == "bezirksvertretung" else end


def _is_whole(context: Context, end: int) -> bool:
    """Whether "Rat" is the whole name: with its town behind it, or where no other council and its members are told."""
    if before_body(context.folded, end, end + _OF) == end:
        return True
    return _COUNCILLORS.search(context.folded) is not None and _OTHER_COUNCILS.search(context.folded) is None


def _advises(context: Context, verb: re.Match[str]) -> bool:
    """Whether a verb says that what a body advises goes to another body."""
    to = _TO.match(context.folded, verb.end()) if verb.group().endswith(("empfiehlt", "empfahl")) else None
    return to is not None and starts_organization(context.folded[to.end() : to.end() + _REACH])


def _is_object(context: Context, last: int, verb: int) -> bool:
    """Whether a body behind a verb is but the one to which another recommends: "Der Bauausschuss empfiehlt der …"."""
    return 0 < last <= verb < last + _OF and not _STOP.search(context.folded, last, verb)


def _merged(found: dict[str, Piece]) -> dict[str, Piece]:
    """The bodies without those that are named with their place elsewhere ("Ortsbeirat", "Ortsbeirat Auental").

    Councils of towns keep the short name.
    """
    names = sorted(found, key=len)
    if len(names) != _TWO or not names[1].startswith(f"{names[0]} "):
        return found
    kept = names[0] if matcher("councils").fullmatch(names[0].lower()) else names[1]
    return {kept: found[kept]}
