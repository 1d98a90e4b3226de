"""What the clauses of a sentence tell of a vote, each for itself: how many took which side.

"Zwölf, darunter die Vorsitzende, sind dafür, Frau N.N. und Herr N.N. stimmen dagegen, der Rest enthält sich."
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.resolve.acts.counted import (
    Count,
    Kind,
    bare_names,
    count_of,
    counts_others,
    number_in,
    number_of,
    persons_of,
    total_of,
)
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.lexicon import Match

_PARTS = lazy(
    r",(?!\d)|:(?!\d)|[;()]|\s[-–]\s"
    r"|\b(?<!damen )(?<!innen )(?:und|sowie|während|aber|wobei|hingegen|jedoch|nachdem|weil|da"
    r"|bei(?=\s+(?:\w+\s+){0,2}(?:\w*stimmen?|\w*enthaltung\w*|ablehnung\w*)\b))\b"
    r"|(?<=[a-zäöüß]{2})\.\s"
)
_EARLIER = lazy(r"\b(?:zunächst|zuvor|vorher|bereits|anfangs|ursprünglich|eingangs)\b")
_LABELLED = lazy(r"\s*(\d{1,3}|[a-zäöüß]{3,14})[\s.]*")
_ASIDE = lazy(r"\([^()\d]*\)")
_NOT = lazy(r"\bnicht\b")
_NOT_SO = lazy(
    r"\W*(?:(?:die|alle)\s+)?[\w-]+\W+(?:(?:ist|sind|war|waren|tut|tun|taten|tat|es|dies|das|aber|andere[rns]?|weitere[rs]?|[\w-]*mitglied(?:er)?"
    r"|[\w-]*r[aä]te?)\W+)*nicht\W*"
)
_INSERTED = lazy(r"\s*(?:darunter|auch|nämlich|einschließlich|also|allesamt|mithin)\b")
_BARE_NUMBER = lazy(r"\s*\d+\s*")
_GOES_ON = lazy(
    r"\s*(?:die|der|das|welche)\b|\s*(?:stimm|votier)(?:en|ten)\b|\s*(?:sind|waren|enthalten|enthielten|haben|hatten|können|konnten|wollen)\b"
)
_OF_MAJORITY = lazy(r"\bdie\s+(?:große\s+|knappe\s+)?(?:mehrheit|minderheit|mehrzahl)\s*$")
_SINGULAR = lazy(r"\s*(?:lehnte?|stimmte?|ist|war|spr[ai]\w+|votierte?|trägt|folgte?)\b")
_BEFORE = 160
_NOUN = lazy(
    r"[\w -]*(?:(?:ja|nein|gegen)-?stimmen?\b|\bden\s+stimmen|enthaltung|zustimmung|ablehnung|gegner|befürworter)"
)
_SIDES = ("yes", "no", "abstain")
_FIRM = ("dagegen", "gegen", "mit nein", "nein", "auf nein", "zustimmen", "zugestimmt", "mittragen")
_TACIT = lazy(r"widersp")
_VOTES_OFF = lazy(r"stimm|geb|gab")


class Part(NamedTuple):
    """What a clause at ``[low:high]`` tells: how many took the side, None where all others did; "out" is no side."""

    side: str
    number: int | None
    low: int
    high: int
    kind: Kind
    cue: str
    at: int = -1

    @property
    def by_noun(self) -> bool:
        """Whether a noun tells the side, so that a verb beside it tells something else: "bei zwei Enthaltungen"."""
        return _NOUN.match(self.cue) is not None


class Told(NamedTuple):
    """The clauses that tell how somebody voted, and how many there were in all if a sentence says so."""

    parts: list[Part]
    total: int | None


def tellers(text: str, folded: str, start: int, end: int) -> Told:
    """What each clause of ``text[start:end]`` tells; how many there are in all may be said right before."""
    told = _tellers(text[start:end], folded[start:end])
    if told.total is None and any(part.kind is Kind.REST and part.number is None for part in told.parts):
        return Told(told.parts, total_of(folded[max(0, start - _BEFORE) : start].rpartition("\n\n")[2]))
    return told


def _tellers(text: str, folded: str) -> Told:
    plain = _ASIDE.sub(lambda hit: " " * len(hit[0]), folded.replace('"', " "))
    found: list[Part] = []
    waiting: list[Count] = []
    majority, label = False, ""
    for low, high, joined in _clauses(plain):
        if label and (number := _labelled(plain, low, high)) is not None:
            found.append(Part(label, number, low, high, Kind.NUMBER, ""))
            label = ""
            continue
        if (_INSERTED.match(plain, low, high) and waiting) or _BARE_NUMBER.fullmatch(plain, low, high):
            continue
        if _EARLIER.search(plain, low, high):
            waiting = []
            continue
        side, cue = _side(plain, low, high, found)
        count = _count(text, plain, (low, high), cue, waiting)
        if side and count is None and counts_others(text, plain, low, high):
            return Told([], None)
        label = side if side and count is None and plain[high : high + 1] == ":" else ""
        before = found[-1].number if found else None
        if side:
            count = _with_waiting(plain, low, count, waiting, found, joined=joined, majority=majority)
            if count is not None and not (count.number == 0 and cue and _TACIT.match(plain, cue.start)):
                number = before if count.kind is Kind.SAME else count.number
                word = plain[cue.start : cue.end] if cue else ""
                found.append(Part(side, number, low, high, _kind(count, side, word), word, cue.start if cue else -1))
        goes_on = count is not None and not side and count.pure
        majority = bool(_OF_MAJORITY.search(plain, low, high)) or (majority and goes_on)
        waiting = [*(waiting if joined or _listed(waiting, count) else ()), count] if count and goes_on else []
    return Told(found, total_of(plain))


def votes_of(told: Told) -> dict[str, int]:
    """The number of each side that the clauses tell; the rest of all where all the others are told.

    A side that is told twice and differently has none; nor have opinions of persons, unless both sides are told.
    """
    votes: dict[str, int] = {}
    unsure: set[str] = set()
    rest = ""
    both = {"yes", "no"} <= {part.side for part in told.parts}
    for part in told.parts:
        if part.kind is Kind.OPINION and not both:
            continue
        if part.kind is Kind.ALL:
            continue
        if part.number is None:
            rest = part.side if part.kind is Kind.REST and not rest else "?"
        elif votes.setdefault(part.side, part.number) != part.number:
            unsure.add(part.side)
    if rest in _SIDES and told.total is not None and not unsure and rest not in votes:
        left = told.total - sum(votes.values())
        if left >= 0 and votes:
            votes[rest] = left
    return {side: number for side, number in votes.items() if side in _SIDES and side not in unsure}


def is_unsure(told: Told) -> bool:
    """Whether a side is told twice and differently."""
    numbers: dict[str, int] = {}
    known = (part for part in told.parts if part.number is not None and part.side in _SIDES)
    return any(numbers.setdefault(part.side, part.number or 0) != part.number for part in known)


def _kind(count: Count, side: str, cue: str) -> Kind:
    """By what the voters are told: that a person agrees or rejects may be but an opinion."""
    voted = side == "abstain" or (side == "no" and cue.startswith(_FIRM))
    return Kind.OPINION if count.kind is Kind.PERSONS and not voted else count.kind


def _clauses(folded: str) -> Iterator[tuple[int, int, bool]]:
    """The clauses, and whether "und" joins them to what stands before."""
    position, joined = 0, False
    for hit in _PARTS.finditer(folded):
        yield position, hit.start(), joined
        position, joined = hit.end(), hit[0] in ("und", "sowie")
    yield position, len(folded), joined


def _side(folded: str, low: int, high: int, found: Sequence[Part]) -> tuple[str, Match | None]:
    """The one side that a clause tells, and its word; "drei nicht" is the other side than that of the clause before."""
    cues = [cue for cue in matcher("told_sides").findall(folded, low, high) if _is_cue(folded, cue, low, high)]
    out = next((cue for cue in cues if cue.entry.value == "out"), None)
    if out:
        return "out", out
    sides = {cue.entry.value for cue in cues}
    negated = _NOT.search(folded, low, high) is not None
    if len(sides) == 1:
        side = cues[0].entry.value or ""
        if negated and side != "abstain" and not _NOUN.match(folded, cues[0].start, cues[0].end):
            side = "no" if side == "yes" else ""
        return side, cues[0]
    before = found[-1].side if found else ""
    if not sides and _NOT_SO.fullmatch(folded, low, high) and before in ("yes", "no"):
        return "no" if before == "yes" else "yes", None
    return "", None


def _is_cue(folded: str, cue: Match, low: int, high: int) -> bool:
    """Whether a word tells a side: "ab" does not in "stimmen ab"."""
    return folded[cue.start : cue.end] != "ab" or _VOTES_OFF.search(folded, low, high) is None


def _count(text: str, folded: str, span: tuple[int, int], cue: Match | None, waiting: Sequence[Count]) -> Count | None:
    """How many a clause names: by a number, as the rest, by persons, or by names that go on with a list of these."""
    count = count_of(text, folded, span, cue)
    if count is not None and count.kind is not Kind.ALL:
        return count
    return persons_of(text, folded, span) or bare_names(text, folded, span, cue, waiting) or count


def _labelled(folded: str, low: int, high: int) -> int | None:
    """The number behind the label of a side: "Zustimmung: zwölf."."""
    hit = _LABELLED.fullmatch(folded, low, high)
    return number_in(hit[1]) if hit else None


def _listed(waiting: Sequence[Count], count: Count | None) -> bool:
    """Whether a list of persons goes on."""
    return bool(waiting) and count is not None and count.kind is Kind.PERSONS and waiting[-1].kind is Kind.PERSONS


def _with_waiting(
    folded: str,
    low: int,
    count: Count | None,
    waiting: Sequence[Count],
    found: Sequence[Part],
    *,
    joined: bool,
    majority: bool,
) -> Count | None:
    """How many took a side, with those that the clauses before it named: "Frau N.N. und Herr N.N. …"."""
    if joined and count is None and found and found[-1].side == "out" and _GOES_ON.match(folded, low):
        return Count(found[-1].number, Kind.NUMBER)
    if not waiting or any(one.number is None for one in waiting):
        return count
    before = number_of(waiting)
    if count is None:
        plural = before == 1 or _GOES_ON.match(folded, low) or (majority and _SINGULAR.match(folded, low))
        return Count(before, waiting[-1].kind, pure=False) if plural else None
    persons = count.kind is Kind.PERSONS and waiting[-1].kind is Kind.PERSONS
    if count.number is not None and count.first and (joined or persons):
        return Count(before + count.number, count.kind, pure=False)
    return count
