"""Several elections in one sentence, each with its votes: "Gewählt werden Frau N.N. (9 Stimmen) und Herr N.N. (8)."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import whole_number
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context

_NAME = (
    r"(?:(?:[Hh]errn?|[Ff]rau|Dr\.|Prof\.|Ratsherrn?|Ratsfrau|[A-ZÄÖÜ]\w*mitglied)\s+)*"
    r"[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+){0,2}"
)
_PARTY = r"(?:\s+\([A-ZÄÖÜ][^()\d]{1,25}\))?"
_LISTED = lazy(
    rf"\s*(?:,|\bund\b|\bsowie\b)?\s*{_NAME}{_PARTY}\s+"
    r"(?:\((?:mit\s+)?(?P<votes>\d{1,3})(?P<stimmen>\s+Stimmen?)?\)|mit\s+(?P<number>\d{1,3}"
    r"|[a-zäöüß]{3,12})\s+Stimmen?\b)"
)
_OPENS = lazy(r"(?:(?:[A-ZÄÖÜ]\w+\s+){0,4}?)?Gewählt\s+(?:werden|wurden|sind)\b\s*(?:\w+\s+){0,3}?(?=[A-ZÄÖÜHhFf])")
_OFFICES = lazy(
    rf"(?<!\S)(?:(?:und|sowie)\s+)?(?:[Zz]um|[Zz]ur|[Aa]ls)\s+(?:\w+\s+){{1,4}}?(?:(?:wird|wurde"
    rf"|ist)\s+)?{_NAME}{_PARTY}\s+"
    r"mit\s+(?P<number>\d{1,3}|[a-zäöüß]{3,12})\s+Stimmen?\b"
)
_FEWEST = 2
_LONGEST = 600


def each_elected(context: Context, statement: Statement) -> list[Statement]:
    """A statement for each person who was elected with votes of their own; [] where there are fewer than two."""
    start, end = statement.start, statement.end
    if statement.outcome is not Outcome.ELECTED or end - start > _LONGEST or statement.quoted:
        return []
    if context.folded.find("stimm", start, end) < 0:
        return []
    found = _listed(context.text, start, end) or _by_office(context.text, start, end)
    votes = [whole_number((hit.groupdict().get("votes") or hit["number"]).lower()) for hit in found]
    if len(found) < _FEWEST or None in votes:
        return []
    cuts = [start, *(hit.end() for hit in found[:-1]), end]
    return [
        Statement(
            Source.PROSE,
            cuts[index] if index == 0 else found[index].start() + _blank(found[index][0]),
            cuts[index + 1],
            Outcome.ELECTED,
            statement.outcome_span,
            counts={"yes": number or 0},
            secret=statement.secret,
            rule=statement.rule,
        )
        for index, number in enumerate(votes)
    ]


def _blank(words: str) -> int:
    """How many marks, blanks and joining words stand before a name."""
    bare = words.lstrip(" ,\n\t")
    for joint in ("und ", "sowie ", "und\n", "sowie\n"):
        bare = bare.removeprefix(joint)
    return len(words) - len(bare.lstrip())


def _listed(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The persons behind "Gewählt werden", as long as each has a number; the first says that it is of votes."""
    opening = _OPENS.match(text, start, end)
    found: list[re.Match[str]] = []
    place = opening.end() if opening else end
    while place < end and (hit := _LISTED.match(text, place, end)):
        found.append(hit)
        place = hit.end()
    told = found and (found[0]["stimmen"] or found[0]["number"])
    return found if told and not text[place:end].strip(" .\n") else []


def _by_office(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Persons elected into offices of their own: "Zum Stellvertreter wird N.N. mit 9 Stimmen, zur … gewählt"."""
    return list(_OFFICES.finditer(text, start, end))
