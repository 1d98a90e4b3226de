"""Figures, posts and resolutions against gold: matched by their value or words, each once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol, TypeVar

from kimdocs.evaluate.tally import Miss, MissType, Tally, quote_of, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from decimal import Decimal

    from kimdocs.evaluate.gold import GoldFigure, GoldResolution, GoldStaffing
    from kimdocs.model.decision import Resolution
    from kimdocs.model.finance import Figure, Staffing
    from kimdocs.model.source import Evidence

_EDGE = 5


class _Wanted(Protocol):
    @property
    def quote(self) -> str: ...

    @property
    def sure(self) -> bool: ...


class _Found(Protocol):
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


W = TypeVar("W", bound=_Wanted)
F = TypeVar("F", bound=_Found)
Key = tuple[object, ...]


def score_figures(
    tallies: Mapping[str, Tally], document: str, gold: Sequence[GoldFigure], found: Sequence[Figure]
) -> None:
    """Count the amounts of one document, and qualifier and per of those that were found."""
    pairs = _match(tallies["figures"], document, gold, found, (_amount, _amount, _agreement))
    for wanted, got in pairs:
        qualifier = str(wanted.qualifier), str(got.qualifier)
        per = ", ".join(sorted(wanted.per)), ", ".join(sorted(got.per))
        for kind, (should, is_) in {"figures.qualifier": qualifier, "figures.per": per}.items():
            if kind.partition(".")[2] in wanted.annotated and not tallies[kind].agree(same=should == is_):
                tallies[kind].misses.append(
                    Miss(document, kind, MissType.DIFFERS, should, is_, wanted.quote, got.evidence)
                )


def score_staffing(tally: Tally, document: str, gold: Sequence[GoldStaffing], found: Sequence[Staffing]) -> None:
    """Count the numbers of posts of one document."""
    _match(tally, document, gold, found, (_posts, _posts, lambda wanted, got: 0))  # noqa: ARG005


def _amount(figure: GoldFigure | Figure) -> Key:
    return figure.amount, figure.high, figure.currency or "EUR"


def _agreement(wanted: GoldFigure, got: Figure) -> int:
    return (wanted.qualifier == got.qualifier) + (wanted.per == got.per)


def _posts(entry: GoldStaffing | Staffing) -> Key:
    return (entry.count,)


def _match(
    tally: Tally,
    document: str,
    gold: Sequence[W],
    found: Sequence[F],
    rules: tuple[Callable[[W], Key], Callable[[F], Key], Callable[[W, F], int]],
) -> list[tuple[W, F]]:
    """Pairs of the same key, those with the best agreement first; counts hits, misses and what is too much."""
    wanted_key, found_key, agreement = rules
    pool: dict[Key, list[F]] = defaultdict(list)
    for got in found:
        pool[found_key(got)].append(got)
    pairs = []
    for entry in sorted(gold, key=lambda wanted: not wanted.sure):
        candidates = pool.get(wanted_key(entry))
        match = candidates.pop(_best([agreement(entry, got) for got in candidates])) if candidates else None
        if match is not None and entry.sure:
            tally.hit += 1
            pairs.append((entry, match))
        elif entry.sure:
            tally.missed += 1
            tally.misses.append(Miss(document, tally.kind, MissType.MISSED, _told(wanted_key(entry)), "", entry.quote))
    for got in _unexcused(
        [entry.quote for entry in gold if not entry.sure], (f for rest in pool.values() for f in rest)
    ):
        tally.spurious += 1
        tally.misses.append(
            Miss(
                document, tally.kind, MissType.SPURIOUS, "", _told(found_key(got)), quote_of(got.evidence), got.evidence
            )
        )
    return pairs


def _best(agreements: list[int]) -> int:
    return agreements.index(max(agreements))


def _unexcused(doubtful: Iterable[str], rest: Iterable[F]) -> Iterable[F]:
    """Findings that no doubtful entry excuses: each excuses one that shares a word with it, whatever its value."""
    excuses = [set(words(quote)) for quote in doubtful]
    for got in rest:
        mine = set(words(quote_of(got.evidence)))
        excuse = next((number for number, theirs in enumerate(excuses) if theirs & mine), None)
        if excuse is None:
            yield got
        else:
            del excuses[excuse]


def _told(key: Key) -> str:
    low, *others = key
    high, currency = others or (None, "")
    return f"{_digits(low)}{'–' + _digits(high) if high is not None else ''} {currency}".strip()


def _digits(number: Decimal | object) -> str:
    return f"{number:f}"


def score_resolutions(tally: Tally, document: str, gold: Sequence[GoldResolution], found: Sequence[Resolution]) -> None:
    """Count the resolutions of one document: a hit where kind, first and last five words agree."""
    left = list(found)
    for entry in gold:
        match = next((got for got in left if _same_edges(entry, got)), None)
        if match is not None:
            left.remove(match)
            tally.hit += 1
        elif entry.sure:
            tally.missed += 1
            text = f"{entry.starts} … {entry.ends}"
            tally.misses.append(Miss(document, tally.kind, MissType.MISSED, f"{entry.kind}", "", text))
    tally.spurious += len(left)
    for got in left:
        told = words(got.text)
        edges = f"{' '.join(told[:8])} … {' '.join(told[-8:])}"
        tally.misses.append(Miss(document, tally.kind, MissType.SPURIOUS, "", f"{got.kind}", edges, got.evidence))


def _same_edges(gold: GoldResolution, found: Resolution) -> bool:
    text = words(found.text)
    start, end = words(gold.starts)[:_EDGE], words(gold.ends)[-_EDGE:]
    return gold.kind is found.kind and text[: len(start)] == start and text[-len(end) :] == end
