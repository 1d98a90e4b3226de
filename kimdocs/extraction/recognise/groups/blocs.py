"""Groups that voted against others, with the votes of each bloc: "mit den Stimmen von A, B (8) gegen C (4)"."""

from __future__ import annotations

from typing import NamedTuple

from kimdocs.extraction.numerals import whole_number
from kimdocs.extraction.recognise.groups.names import PERSON, split_list
from kimdocs.lexicon.lazy import lazy

_LONGEST = 500
_BLOCS = lazy(
    r"\b(?:mit\s+den\s+stimmen\s+(?:(?:von|de[rs]|aus)\s+)?|mit\s+(?=\w+\s+stimmen\s+(?:de[rs]|von|aus)\s)|(?:wird|werden|wurden?)\s+von\s+)"
    r"(?P<with>[^.;:]{3,160}?),?\s+gegen\s+(?:die\s+stimmen\s+(?:von|de[rs])\s+)?(?P<against>[^.;:]{2,160}?)"
    r"(?:,?\s+bei\s+(?:stimm)?enthaltung(?:en)?\s+(?:von|de[rs]|durch)\s+(?:der\s+)?(?P<abstain>[^.;:]{2,100}?))?"
    r"(?=\)?\s+(?:der\s+(?:ablehnung|annahme)|ab|an|zu|zurück\w*|\w+(?:t|en))[.,;]|\)?\s+(?:wird|werden|wurden?)\s|\)?[.;]|\)?$)"
)
_TOTAL = lazy(r"\s*\((\d{1,3})(?:\s+[Ss]timmen?)?\)?$")
_OWN = lazy(r"(\w+)\s+[Ss]timmen?\s+(?:von|de[rs]|aus)\s+(?:der\s+)?(.+)")
_JOINT = lazy(r"\s*,\s*|\s+(?:und|sowie)\s+")


class Bloc(NamedTuple):
    """The groups that voted together: how many votes they had, None where not all are told, and those of each."""

    votes: int | None
    groups: dict[str, int | None]


class Blocs(NamedTuple):
    """Those who carried what a sentence tells, those against them, and those who abstained."""

    ahead: Bloc
    against: Bloc
    abstain: Bloc | None


def blocs(text: str, folded: str, start: int, end: int) -> Blocs | None:
    """The blocs that ``text[start:end]`` sets against each other, with the votes of both; None where it has none."""
    if end - start > _LONGEST or " gegen " not in folded[start:end].replace("\n", " "):
        return None
    hit = _BLOCS.search(folded, start, end)
    if hit is None:
        return None
    ahead, against = (_bloc(text[slice(*hit.span(side))]) for side in ("with", "against"))
    if ahead is None or against is None or None in (ahead.votes, against.votes):
        return None
    return Blocs(ahead, against, _bloc(text[slice(*hit.span("abstain"))]) if hit["abstain"] else None)


def _bloc(listed: str) -> Bloc | None:
    """The bloc that a list names: each group behind its votes, or all of them with one sum.

    What stands in brackets behind each of them is added up beside a decision, not in it.
    """
    whole = " ".join(listed.split())
    if whole.count("(") > whole.count(")"):
        whole += ")"
    total = _TOTAL.search(whole)
    bare = whole[: total.start()] if total else whole
    counted = [_OWN.fullmatch(part) for part in _JOINT.split(whole)]
    if counted[0] and not total:
        return _by_votes(whole, [hit and (hit[1], hit[2]) for hit in counted])
    if total and "(" not in bare:
        names = _names(bare)
        votes = int(total[1])
        return Bloc(votes, dict.fromkeys(names, votes if len(names) == 1 else None)) if names else None
    return None


def _by_votes(whole: str, counted: list[tuple[str, str] | None]) -> Bloc | None:
    """A bloc told by numbers before its groups: "sechs Stimmen der A und zwei der B", "elf Stimmen von A, B"."""
    told = [(whole_number(hit[0].lower()), _names(hit[1])) for hit in counted if hit]
    if len(told) == len(counted) and all(number is not None and len(names) == 1 for number, names in told):
        return _summed({names[0]: number for number, names in told})
    first = _OWN.fullmatch(whole)
    number = whole_number(first[1].lower()) if first and len(told) == 1 else None
    names = _names(first[2]) if first and number is not None else []
    return Bloc(number, dict.fromkeys(names)) if names else None


def _names(listed: str) -> list[str]:
    """The groups of a list without numbers; [] where it names anybody else."""
    voters = split_list(listed)
    return [v.name for v in voters] if all(v.known and v.name not in ("", PERSON) for v in voters) else []


def _summed(groups: dict[str, int | None]) -> Bloc:
    numbers = list(groups.values())
    return Bloc(None if None in numbers else sum(number or 0 for number in numbers), groups)
