"""What the clauses of a sentence tell of a vote, each for itself: how many took which side.

"Zwölf, darunter die Vorsitzende, sind dafür, Frau N.N. und Herr N.N. stimmen dagegen, der Rest enthält sich."
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.memo import kept
from kimdocs.extraction.resolve.acts.counted import (
    Count,
    Kind,
    bare_names,
    count_of,
    counts_others,
    is_of_others,
    number_in,
    number_of,
    persons_of,
    total_of,
)
from kimdocs.extraction.resolve.acts.told_parts import SIDE_NOUN, Part, Told
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
_OF_MAJORITY = lazy(r"\bdie\s+(?:große\s+|knappe\s+)?(?:mehrheit|minderheit|mehrzahl)\s*$|\bder\s+rest\s*$")
_SINGULAR = lazy(r"\s*(?:lehnte?|stimmte?|ist|war|spr[ai]\w+|votierte?|trägt|folgte?)\b")
_BEFORE = 160
_FIRM = (
    "dagegen",
    "gegen",
    "mit nein",
    "nein",
    "auf nein",
    "zustimm",
    "zugestimmt",
    "mittr",
    "tragen",
    "trägt",
    "trug",
)
_VOTING = lazy(r"\b(?:stimm|votier)(?:t|te|en|ten)\b")
_BUT = lazy(r"\b(?:außer|bis\s+auf|ausnahme|ausgenommen)\b")
_SPEAKS = lazy(r"\bspr(?:icht|ach)\b")
_TACIT = lazy(r"widersp")
_VOTES_OFF = lazy(r"stimm|geb|gab")


class Clause(NamedTuple):
    """A clause, whether "und" joins it to the one before, and the side that it tells with its word."""

    low: int
    high: int
    joined: bool
    side: str = ""
    cue: Match | None = None


def tellers(text: str, folded: str, start: int, end: int) -> Told:
    """What each clause of ``text[start:end]`` tells; how many there are in all may be said right before."""
    told = _tellers(text[start:end], folded[start:end])
    if told.total is None and any(part.kind is Kind.REST and part.number is None for part in told.parts):
        return Told(told.parts, total_of(folded[max(0, start - _BEFORE) : start].rpartition("\n\n")[2]))
    return told


@kept(512)
def _tellers(text: str, folded: str) -> Told:
    if not matcher("told_sides").findall(folded) or is_of_others(folded):
        return Told([], None)
    reader = _Reader(text, _ASIDE.sub(lambda hit: " " * len(hit[0]), folded.replace('"', " ")))
    for low, high, joined in _clauses(reader.folded):
        reader.read(low, high, joined=joined)
    return Told([] if reader.of_others else reader.found, total_of(reader.folded))


@dataclass(slots=True)
class _Reader:
    """Reads clause by clause; voters that a clause names wait for the one that tells their side."""

    text: str
    folded: str
    found: list[Part] = field(default_factory=list)
    waiting: list[Count] = field(default_factory=list)
    majority: bool = False
    label: str = ""
    of_others: bool = False

    def read(self, low: int, high: int, *, joined: bool) -> None:
        """Take in what ``[low:high]`` tells; it is ``joined`` where "und" stands before it."""
        folded = self.folded
        if self.label and (number := _labelled(folded, low, high)) is not None:
            self.found.append(Part(self.label, number, low, high, Kind.NUMBER, ""))
            self.label = ""
        elif _EARLIER.search(folded, low, high):
            self.waiting = []
        elif not (_BARE_NUMBER.fullmatch(folded, low, high) or (self.waiting and _INSERTED.match(folded, low, high))):
            side, cue = _side(folded, low, high, self.found)
            listing = bool(self.found) and self.found[-1].tail
            count = _count(self.text, folded, (low, high), cue, self.waiting, listing=listing)
            self.label = side if side and count is None and folded[high : high + 1] == ":" else ""
            if side:
                self._tell(Clause(low, high, joined, side, cue), count)
                self.waiting, self.majority = [], False
            elif not (count and self._lists_on(count, low, high)):
                self._wait(count, Clause(low, high, joined))

    def _tell(self, clause: Clause, count: Count | None) -> None:
        """Take in who took the side that a clause tells."""
        folded, (low, high, _, side, cue) = self.folded, clause
        if count and _BUT.search(folded, low, high):
            count = Count(None, Kind.ALL)
        if count is None and counts_others(self.text, folded, low, high):
            self.of_others = True
        count = self._with_waiting(clause, count)
        if count is None or (count.number == 0 and cue and _TACIT.match(folded, cue.start)):
            return
        number = count.number
        if count.kind is Kind.SAME:
            number = self.found[-1].number if self.found else None
        word, at = (folded[cue.start : cue.end], cue.start) if cue else ("", -1)
        kind = _kind(count, side, word, folded[low:high], folded)
        self.found.append(Part(side, number, low, high, kind, word, at, tail=count.last))

    def _wait(self, count: Count | None, clause: Clause) -> None:
        """Keep the voters that a clause without a side but names."""
        goes_on = count is not None and (count.pure or (count.first and count.kind is Kind.NUMBER))
        told = _OF_MAJORITY.search(self.folded, clause.low, clause.high) is not None
        self.majority = told or (self.majority and goes_on)
        kept = self.waiting if clause.joined or _listed(self.waiting, count) else []
        self.waiting = [*kept, count] if count and goes_on else []

    def _lists_on(self, count: Count, low: int, high: int) -> bool:
        """Take in a clause that but goes on with the persons that end the one before: "Herr N.N. und Frau N.N."."""
        last = self.found[-1] if self.found else None
        if last is None or not last.tail or count.kind is not Kind.PERSONS or not count.pure:
            return False
        if len(self.folded[last.high : low].strip()) > len("sowie"):
            return False
        self.found[-1] = last._replace(number=(last.number or 0) + (count.number or 0), high=high)
        return True

    def _with_waiting(self, clause: Clause, count: Count | None) -> Count | None:
        """How many took a side, with those that the clauses before it named: "Frau N.N. und Herr N.N. …"."""
        folded, low, waiting = self.folded, clause.low, self.waiting
        goes_on = _GOES_ON.match(folded, low) is not None
        if clause.joined and count is None and goes_on and self.found and self.found[-1].side == "out":
            return Count(self.found[-1].number, Kind.NUMBER)
        if not waiting or any(one.number is None for one in waiting):
            return count
        before = number_of(waiting)
        if count is None:
            plural = before == 1 or goes_on or (self.majority and _SINGULAR.match(folded, low))
            return Count(before, waiting[-1].kind) if plural else None
        persons = count.kind is Kind.PERSONS and waiting[-1].kind is Kind.PERSONS
        if count.number is not None and count.first and (clause.joined or persons):
            return count._replace(number=before + count.number)
        return count


def _kind(count: Count, side: str, cue: str, clause: str, sentence: str) -> Kind:
    """By what the voters are told: that a person agrees or rejects may be but an opinion."""
    voted = side == "abstain" or (side == "no" and cue.startswith(_FIRM))
    speaks = _SPEAKS.search(clause) or (_SPEAKS.search(sentence) and not _VOTING.search(sentence))
    voted = voted and not speaks
    voted = voted or (cue != "zu" and not cue.endswith(" zu") and _VOTING.search(clause) is not None)
    if count.kind is not Kind.PERSONS or voted:
        return count.kind
    return Kind.AGREED if _VOTING.search(clause) else Kind.OPINION


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
        if negated and side != "abstain" and not SIDE_NOUN.match(folded, cues[0].start, cues[0].end):
            side = "no" if side == "yes" else ""
        return side, cues[0]
    before = found[-1].side if found else ""
    if not sides and _NOT_SO.fullmatch(folded, low, high) and before in ("yes", "no"):
        return "no" if before == "yes" else "yes", None
    return "", None


def _is_cue(folded: str, cue: Match, low: int, high: int) -> bool:
    """Whether a word tells a side: "ab" does not in "stimmen ab"."""
    return folded[cue.start : cue.end] != "ab" or _VOTES_OFF.search(folded, low, high) is None


def _count(
    text: str, folded: str, span: tuple[int, int], cue: Match | None, waiting: Sequence[Count], *, listing: bool
) -> Count | None:
    """How many a clause names: by a number, as the rest, by persons, or by names that go on with a list of these."""
    count = count_of(text, folded, span, cue)
    if count is not None and count.kind is not Kind.ALL:
        return count
    return persons_of(text, folded, span) or bare_names(text, folded, span, cue, waiting, listing=listing) or count


def _labelled(folded: str, low: int, high: int) -> int | None:
    """The number behind the label of a side: "Zustimmung: zwölf."."""
    hit = _LABELLED.fullmatch(folded, low, high)
    return number_in(hit[1]) if hit else None


def _listed(waiting: Sequence[Count], count: Count | None) -> bool:
    """Whether a list of persons goes on."""
    return bool(waiting) and count is not None and count.kind is Kind.PERSONS and waiting[-1].kind is Kind.PERSONS
