"""Votes of sides and groups, in whatever arrangement: "Ja: 8 (CDU 5, SPD 3)", "5 CDU + 3 SPD", "CDU: 5 Ja, 1 Nein".

Lines of nothing but sides, groups and numbers are taken apart into these; what they say together is told where but one
reading fits, and nothing where none does.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.memo import kept
from kimdocs.extraction.recognise.groups.names import known_groups, names_party
from kimdocs.extraction.recognise.tallies.tokens import name_pattern, side_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.groups.group import Groups

_NUMBER = lazy(r"(\d{1,3})(?![\w/]|[.,:]\d)(?:[ ]?x\b)?|(\d{1,3})x\b")
_ZERO = lazy(r"(?:keine[rs]?|niemand|null|-{1,3}|–|/)(?=[\s,;)|.]|$)")
_WORD = lazy(
    r"(?P<total>(?:gesamt(?:ergebnis)?|insgesamt|summe|zusammen|ergebnis)\b)"
    r"|(?:und|sowie|stimmen?|mit|je|davon|von|der|die|fraktion(?:en)?|gruppe)\b(?=[\s:(]|$)"
)
_NAME = lazy(r"[^\W\d_][^,;:()+=|\n\d]*(?:90(?=\s?/)[^,;:()+=|\n\d]*)*")
_NAME_END = lazy(r"\s(?:und|sowie|mit|-|–)\s|\s{3,}|\s[-–]$")
_LABEL = lazy(r"\s*(?:abstimmung|abst\.|ergebnis|beschlu|votum)[^:\n\d]{0,50}:[ \t]*")
_SEPARATORS = ",;:()+=|–-./*•"
_OPENS_LIST = "(=–-"
_WITHOUT = ("fraktionslos", "parteilos")
_PARTS = ",;+/|*•–-"


class Token(NamedTuple):
    """A side, a group, a number or the word for the sum; ``mark`` is what stands right before it."""

    kind: str
    value: str
    number: int = 0
    mark: str = ""


class Ledger(NamedTuple):
    """The counts of the vote, and of its groups."""

    counts: dict[str, int]
    groups: Groups


def tokens_of(text: str, folded: str, start: int, end: int) -> list[Token]:
    """The pieces of a line (or several) of a ledger; [] where it holds anything else, or neither side nor group."""
    return list(_tokens(text[start:end], folded[start:end]))


@kept(2048)
def _tokens(text: str, folded: str) -> tuple[Token, ...]:
    end = len(text)
    label = _LABEL.match(folded)
    position = label.end() if label else 0
    found: list[Token] = []
    mark = ""
    while position < end:
        char = text[position]
        if char.isspace():
            position += 1
            continue
        token, stop = _next(text, folded, position, end, after=found[-1].kind if found else "", mark=mark)
        if token is not None:
            found.append(token)
            position, mark = stop, ""
        elif stop > position:
            position = stop
        elif char in _SEPARATORS:
            position, mark = position + 1, mark + char
        else:
            return ()
    return tuple(found) if any(token.kind in "SG" for token in found) else ()


def _next(text: str, folded: str, position: int, end: int, *, after: str, mark: str) -> tuple[Token | None, int]:
    """The token at a place, or None with the end of a word that is passed over; the place itself where neither is."""
    if text[position].isdecimal() and (number := _NUMBER.match(text, position, end)):
        return Token("N", "", int(number[1] or number[2]), mark), number.end()
    if after == "S" and (zero := _ZERO.match(folded, position, end)) and ":" in mark:
        return Token("N", "0", 0, mark), zero.end()
    side = name_pattern().match(folded, position, end)
    if side and side_of(side["name"]) in SIDES:
        return Token("S", side_of(side["name"]) or "", 0, mark), side.end()
    word = _WORD.match(folded, position, end)
    if word and word["total"]:
        return Token("T", "", 0, mark), word.end()
    opens = text[position].isupper() or folded.startswith(_WITHOUT, position)
    if opens and (name := _NAME.match(text, position, end)):
        cut = _NAME_END.search(text, position, name.end())
        stop = cut.start() if cut else name.end()
        written = text[position:stop].strip(" -–./")
        voters = known_groups(written[:1].upper() + written[1:])
        if len(voters) == 1:
            return Token("G", voters[0].name, 0, mark), stop
    return None, word.end() if word else position


def read_ledger(tokens: list[Token]) -> Ledger | None:
    """What the tokens say together; None where they can be read in no way, or in several."""
    kinds = "".join(token.kind for token in tokens)
    if len({*(t.value for t in tokens if t.kind == "S")}) < len(SIDES) - 1 or "G" not in kinds:
        return None
    cut = kinds.find("T")
    sums = _flat(tokens[cut + 1 :]) if cut >= 0 else {}
    body = tokens[:cut] if cut >= 0 else tokens
    if sums is None or not body or not names_party(token.value for token in body if token.kind == "G"):
        return None
    read = _by_group(body) if body[0].kind == "G" else _by_side(body)
    if read is None or (sums and read.counts and not sums.keys() >= read.counts.keys()):
        return None
    return Ledger(sums or read.counts, read.groups)


def _flat(tokens: list[Token]) -> dict[str, int] | None:
    """Sides and their numbers, each behind or each before its own."""
    kinds = "".join(token.kind for token in tokens)
    pairs = len(tokens) // 2
    if not pairs or kinds not in ("SN" * pairs, "NS" * pairs):
        return None
    first, second = tokens[::2], tokens[1::2]
    sides, numbers = (first, second) if kinds[0] == "S" else (second, first)
    counts = {side.value: number.number for side, number in zip(sides, numbers, strict=True)}
    return counts if len(counts) == pairs else None


def _by_group(tokens: list[Token]) -> Ledger | None:
    """A list of groups, each with what it cast: "CDU: 5 Ja, 1 Nein; SPD: dagegen"."""
    starts = [index for index, token in enumerate(tokens) if token.kind == "G"]
    groups: Groups = {}
    for start, stop in zip(starts, [*starts[1:], len(tokens)], strict=True):
        own, name = tokens[start + 1 : stop], tokens[start].value
        votes: dict[str, int | None] | None = dict(_flat(own) or {})
        if not votes and len(own) == 1 and own[0].kind == "S":
            votes = {own[0].value: None}
        if not votes or name in groups:
            return None
        groups[name] = votes
    return Ledger(_summed(groups), groups) if len(groups) > 1 else None


def _by_side(tokens: list[Token]) -> Ledger | None:
    """A list of sides, each with its sum, or its groups, or both: "Ja: 8 (CDU 5, SPD 3), Nein: FDP"."""
    before = tokens[0].kind == "N"
    starts = [index for index, token in enumerate(tokens) if token.kind == "S"]
    counts: dict[str, int] = {}
    groups: Groups = {}
    for start, stop in pairwise([*starts, len(tokens) + before]):
        side = tokens[start].value
        total = tokens[start - 1] if before and start else None
        if side in counts or (before and (total is None or total.kind != "N")):
            return None
        own = _side(tokens[start + 1 : stop - before], total.number if total else None)
        if own is None or any(side in groups.get(name, {}) for name, _ in own[1]):
            return None
        if own[0] is not None:
            counts[side] = own[0]
        for name, number in own[1]:
            groups.setdefault(name, {})[side] = number
    return Ledger(counts, groups) if starts and groups else None


def _side(own: list[Token], total: int | None) -> tuple[int | None, list[tuple[str, int | None]]] | None:
    """The sum of a side and the votes of its groups, of what stands behind its name."""
    if total is None and len(own) > 1 and own[-1].kind == "N" and ("=" in own[-1].mark or own[-2].kind == "N"):
        listed = _side(own[:-1], None)
        return listed if listed and listed[0] in (None, own[-1].number) else None
    if total is None and own and own[0].kind == "N" and _has_sum(own):
        total, own = own[0].number, own[1:]
    names = [token.value for token in own if token.kind == "G"]
    if {token.kind for token in own} - {"N", "G"} or len({*names}) < len(names) or (total is None and not names):
        return None
    owned = _owned(own)
    if owned is None:
        return None
    open_ones = [at for at, (_, number) in enumerate(owned) if number is None]
    left = total - sum(number or 0 for _, number in owned) if total is not None else 0
    if len(open_ones) == 1 and left > 0:
        owned[open_ones[0]] = owned[open_ones[0]][0], left
    numbers = [number for _, number in owned]
    if total is None and len({number is None for number in numbers}) > 1:
        return None
    known = bool(numbers) and None not in numbers
    return sum(number or 0 for number in numbers) if total is None and known else total, owned


def _owned(own: list[Token]) -> list[tuple[str, int | None]] | None:
    """The groups with their numbers: all before or all behind, or each number beside its group with no mark between."""
    kinds = "".join(token.kind for token in own)
    names = [token.value for token in own if token.kind == "G"]
    numbers = [token.number for token in own if token.kind == "N"]
    if kinds in ("GN" * len(names), "NG" * len(names)):
        return list(zip(names, numbers, strict=True))
    votes: dict[str, int | None] = dict.fromkeys(names)
    for at, token in enumerate(own):
        if token.kind != "N":
            continue
        before = at > 0 and own[at - 1].kind == "G" and not _parted(token)
        behind = at + 1 < len(own) and own[at + 1].kind == "G" and not _parted(own[at + 1])
        name = own[at - 1 if before else at + 1].value if before is not behind else ""
        if not name or votes[name] is not None:
            return None
        votes[name] = token.number
    return list(votes.items())


def _parted(token: Token) -> bool:
    """Whether a mark before a token parts the entries of a list."""
    return any(mark in token.mark for mark in _PARTS)


def _has_sum(own: list[Token]) -> bool:
    """Whether the first number is the side's own: it is alone, opens a list, or is what the others come to."""
    names, numbers = [t for t in own if t.kind == "G"], [t.number for t in own[1:] if t.kind == "N"]
    if not names or not numbers:
        return len(names) != 1 or bool(own[1].mark)
    opens = any(mark in own[1].mark for mark in _OPENS_LIST)
    listed = opens and not any("(" in name.mark for name in names[1:])
    return (listed and own[1].kind == "G") or (len(numbers) == len(names) and own[0].number == sum(numbers))


def _summed(groups: Groups) -> dict[str, int]:
    """The votes of each side, where every group has its number for what it did."""
    counts: dict[str, int] = {}
    for votes in groups.values():
        for side, number in votes.items():
            if number is None:
                return {}
            counts[side] = counts.get(side, 0) + number
    return counts if any(counts.values()) else {}
