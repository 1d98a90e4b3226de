"""Counts of a vote: numbers beside labels, in any order, in columns, as words, or as a ratio."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.tallies.order import denies
from kimdocs.extraction.recognise.votes.columns import counts_none_above, counts_none_below, is_torn
from kimdocs.extraction.recognise.votes.dash import dashes
from kimdocs.extraction.recognise.votes.letters import beside_spread
from kimdocs.extraction.recognise.votes.named import of_named
from kimdocs.extraction.recognise.votes.ratio import (
    DONE_RATIO,
    LABELLED_RATIO,
    MARKED_RATIO,
    RATIO,
    RATIO_DONE,
    RATIO_OF_VOTES,
    all_of_them,
    for_matter,
    may_have_ratio,
    read_ratio,
    signed_votes,
    told_in_words,
)
from kimdocs.extraction.recognise.votes.tie import even_votes
from kimdocs.extraction.recognise.votes.tokens import VoteToken, tokens_of
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    import re

_COUNTED = lazy(r"[\d_]")
_BEFORE = lazy(r"[\s\-–]*(?:[\w-]+\s+)?\(?|\s*\n\|[ \t]*\n\s*")
_AFTER = lazy(r"[\s:=.\-–|*#█■▮▇_)\"']*")
_DASH_BEFORE = lazy(r"(?<![\w.])\s[-–]{1,3}[ \t]*$")
_NEAR = 8
_BELOW = lazy(r"\.?[ \t]*\n\s*")
_COLON = lazy(r"(?:\(n\)|\))?[\s.*_]*[:=]")
_DASH = lazy(r"(?:\(n\)|\))?[\s.*_]*[:=]?[ \t]*(?:-{1,2}|/{1,2}|–)[ \t]*(?=[\n,;|]|$|[a-z])")
_NONE_BEHIND = lazy(r"keine[rs]?[ \t]*(?:$|[\n,;.)|-])")
_BAR = lazy(r"[ \t]*\|[ \t]*")
_FEWEST_BARRED = 2
_BETWEEN_COLUMNS = lazy(r"[\s:|/().]*")
_MATTER = lazy(r"\b(?:stimmt|votier|zugestimmt\b|stimmen für)")
_MOST = 999


@dataclass(slots=True)
class Tally:
    """The counts that a piece of text gives, and where it starts and ends; a count that is not given is None."""

    start: int
    end: int
    counts: dict[str, int] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    labels: int = 0
    unclear: set[str] = field(default_factory=set)

    @property
    def filled(self) -> bool:
        """Whether any count of votes was given."""
        counts = self.counts
        return "yes" in counts or "no" in counts or "abstain" in counts


def read_tally(
    folded: str, start: int, end: int, *, ratio: bool = False, order: tuple[str, ...] = SIDES
) -> Tally | None:
    """The counts in ``folded[start:end]``; with ``ratio`` also forms like "12 : 3" without a label.

    An unfilled form (all counts 0) gives labels but no counts. None where there is neither label nor ratio.
    """
    tokens = tokens_of(folded, start, end) if may_count(folded, start, end) else []
    if not tokens:
        return None
    tally = Tally(start, end)
    _beside_labels(folded, tokens, tally)
    if ratio:
        beside_spread(folded, start, end, tally)
    if not tally.filled:
        _unlabelled(folded, (start, end), tally, order, ratio=ratio)
    elif not tally.counts.keys() & {"yes", "no"} and may_have_ratio(folded, start, end):
        for pattern in (RATIO_OF_VOTES, MARKED_RATIO, LABELLED_RATIO):
            read_ratio(folded, (start, end), tally, pattern, order)
    if not tally.filled:
        all_of_them(folded, start, end, tally)
    told_in_words(folded, start, end, tally)
    of_named(folded, start, end, tally)
    even_votes(folded, start, end, tally)
    if "yes" not in tally.unclear and _MATTER.search(folded, start, end):
        for_matter(folded, start, end, tally)
    if not tally.labels and not tally.counts:
        return None
    _unfilled(folded, tally)
    _denied(folded, tally, ratio=ratio)
    return tally


def _unlabelled(folded: str, span: tuple[int, int], tally: Tally, order: tuple[str, ...], *, ratio: bool) -> None:
    """The counts of a ratio: anywhere in a result, in a sentence where it says that it is one of votes."""
    signed = signed_votes(folded, *span) if ratio else None
    if signed:
        tally.counts |= zip(SIDES, map(int, signed.groups()), strict=True)
    if signed or not may_have_ratio(folded, *span):
        return
    plain = ratio or folded.find("stimm", *span) >= 0
    read_ratio(folded, span, tally, RATIO if plain else MARKED_RATIO, order, alone=not ratio)
    if plain:
        return
    for pattern in (DONE_RATIO, RATIO_DONE, LABELLED_RATIO):
        if not tally.filled:
            read_ratio(folded, span, tally, pattern, order, alone=True)


def _beside_labels(folded: str, tokens: list[VoteToken], tally: Tally) -> None:
    labels = [i for i, token in enumerate(tokens) if token.kind == "label"]
    if not labels:
        return
    used = _columns(folded, tokens, tally) | _of_other_word(folded, tokens) | _barred(folded, tokens, tally)
    for index in labels:
        if index not in used:
            _pair(folded, tokens, index, used, tally)
    labelled = [(tokens[i].value, tokens[i].start, tokens[i].end) for i in labels]
    tally.counts |= dashes(folded, labelled, tally.counts)
    for side in tally.unclear:
        del tally.counts[side], tally.places[side]
    tally.labels = sum(tokens[i].value not in ("votes", "ignore") for i in labels)


def may_count(folded: str, start: int, end: int) -> bool:
    """Whether there is a digit, the word of a label, or the votes that numbers in words stand beside."""
    return (
        _COUNTED.search(folded, start, end) is not None
        or folded.find("stimm", start, end) >= 0
        or folded.find("votier", start, end) >= 0
        or bool(matcher("votes").findall(folded, start, end))
    )


def _of_other_word(folded: str, tokens: list[VoteToken]) -> set[int]:
    """The first number, where it stands below another word than a label and there is one number more than labels."""
    marks = [i for i, token in enumerate(tokens) if token.kind in ("number", "label")]
    kinds = [tokens[i].kind for i in marks]
    alternate = len(kinds) % 2 and kinds == ["number", "label"] * (len(kinds) // 2) + ["number"]
    if not alternate or not marks[0] or tokens[marks[0] - 1].kind != "other":
        return set()
    word = tokens[marks[0] - 1]
    below = _BELOW.fullmatch(folded, word.end, tokens[marks[0]].start) is not None
    return {marks[0]} if below and not matcher("vote_labels").starts_with(word.value) else set()


def _columns(folded: str, tokens: list[VoteToken], tally: Tally) -> set[int]:
    """Labels that follow each other, then as many numbers: "Anwesend Ja Nein 11 10 1"."""
    used: set[int] = set()
    index = 0
    while index < len(tokens):
        run = index
        while (
            run < len(tokens)
            and tokens[run].kind == "label"
            and (run == index or _gap(folded, tokens, run, _BETWEEN_COLUMNS))
        ):
            run += 1
        counted = [i for i in range(index, run) if tokens[i].value != "votes"]
        numbers = tokens[run : run + len(counted)]
        filled = len(counted) > 1 and len(numbers) == len(counted) and all(n.kind == "number" for n in numbers)
        whole = filled and all(_gap(folded, tokens, i, _BETWEEN_COLUMNS) for i in range(run, run + len(counted)))
        behind = tokens[run + len(counted)] if run + len(counted) < len(tokens) else None
        if whole and behind and behind.kind == "number" and _gap(folded, tokens, run + len(counted), _BETWEEN_COLUMNS):
            used.update(range(index, run + len(counted) + 1))
        elif whole and not (behind and behind.kind == "label" and "\n" not in folded[numbers[-1].end : behind.start]):
            for label, number in zip(counted, numbers, strict=True):
                _count(tally, tokens[label], number)
            used.update(range(index, run + len(counted)))
        index = max(run, index + 1)
    return used


def _barred(folded: str, tokens: list[VoteToken], tally: Tally) -> set[int]:
    """Numbers each parted by a bar from the label behind: "3 | Ja, 0 | Nein"; none where a label has one behind it."""
    marks = [i for i, token in enumerate(tokens) if token.kind in ("number", "label")]
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    if len(marks) % 2 or len(pairs) < _FEWEST_BARRED:
        return set()
    for number, label in pairs:
        if (tokens[number].kind, tokens[label].kind, label) != ("number", "label", number + 1):
            return set()
        if not _gap(folded, tokens, label, _BAR):
            return set()
    for number, label in pairs:
        _count(tally, tokens[label], tokens[number])
    return set(marks)


def _gap(folded: str, tokens: list[VoteToken], index: int, pattern: re.Pattern[str]) -> bool:
    """Whether only what ``pattern`` allows stands between a token and the one before it."""
    return bool(pattern.fullmatch(folded, tokens[index - 1].end, tokens[index].start))


def _pair(folded: str, tokens: list[VoteToken], index: int, used: set[int], tally: Tally) -> None:
    label = tokens[index]
    colon = folded[label.end - 1] == ":" or _COLON.match(folded, label.end) is not None
    following = index + 1 if index + 1 < len(tokens) and index + 1 not in used else None
    before = index - 1 if index > 0 and index - 1 not in used and tokens[index - 1].kind in ("number", "word") else None
    if before is not None and (not _gap(folded, tokens, index, _BEFORE) or counts_none_above(folded, tokens, index)):
        before = None
    if before is None and following is not None and _is_dashed_before(folded, tokens, index, following):
        tally.counts.setdefault(label.value, 0)
        return
    none_behind = following is not None and _NONE_BEHIND.match(folded, tokens[following].start) is not None
    if following is not None and not (
        tokens[following].kind == "number" or ((colon or none_behind) and tokens[following].kind == "word")
    ):
        following = None
    if following is not None and not _gap(folded, tokens, following, _AFTER):
        following = None
    if following is not None and counts_none_below(folded, tokens, index):
        following = None
    if (
        colon
        and (following is None or "\n" in folded[label.end : tokens[following].start])
        and _DASH.match(folded, label.end)
    ):
        tally.counts.setdefault(label.value, 0)
        return
    if before is not None and following is not None and is_torn(folded, tokens, before, index, following):
        before = None
    chosen = following if before is None or (colon and following is not None) else before
    if chosen is None or label.value == "ignore":
        used.update(i for i in (chosen,) if i is not None)
        return
    if colon or none_behind or chosen == before or tokens[chosen].kind == "number":
        used.add(chosen)
        _count(tally, label, tokens[chosen])


def _is_dashed_before(folded: str, tokens: list[VoteToken], index: int, following: int) -> bool:
    """Whether a dash stands before a label in place of its number, and the next number is that of the next label."""
    label, number = tokens[index], tokens[following]
    behind = tokens[following + 1] if following + 1 < len(tokens) else None
    dash = _DASH_BEFORE.search(folded, max(0, label.start - _NEAR), label.start) is not None
    of_next = behind is not None and behind.kind == "label" and not folded[number.end : behind.start].strip()
    return dash and of_next and label.value in SIDES and "\n" not in folded[number.end : behind.start if behind else 0]


def _count(tally: Tally, label: VoteToken, number: VoteToken) -> None:
    """Counts a label's number; what is given twice and differently is unclear, as whose votes they are is."""
    if number.number > _MOST or label.value == "ignore":
        return
    before = tally.counts.setdefault(label.value, number.number)
    if before != number.number and label.value in SIDES:
        tally.unclear.add(label.value)
    tally.places.setdefault(label.value, (min(label.start, number.start), max(label.end, number.end)))


def _denied(folded: str, tally: Tally, *, ratio: bool) -> None:
    """A ratio without labels that denies the words beside it is none of votes."""
    if ratio and not tally.labels and tally.counts.get("no") and denies(folded[tally.start : tally.end], tally.counts):
        tally.counts.clear()


def _unfilled(folded: str, tally: Tally) -> None:
    """All zeros are a form that nobody filled in, unless words say them; nobody present at a vote likewise."""
    votes = [tally.counts[side] for side in SIDES if side in tally.counts]
    places = [folded[slice(*tally.places[side])] for side in ("no", "abstain") if side in tally.places]
    in_words = "yes" not in tally.counts and len(places) == len(votes) and not any(map(_COUNTED.search, places))
    if len(votes) > 1 and not any(votes) and not in_words and (tally.labels or "yes" in tally.counts):
        tally.counts.clear()
    if tally.counts.get("present") == 0:
        del tally.counts["present"]
