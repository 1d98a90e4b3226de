"""Print how kimdocs and its peers read amounts and votes: precision, recall, F1, whole events, texts a CPU second."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from tests.benchmarks.peers import money, texts, votes

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.peers.texts import Text

Shares = tuple[int, int, int]


def shares(hit: int, missed: int, spurious: int) -> str:
    """Precision, recall and F1 with three places."""
    precision = hit / (hit + spurious) if hit + spurious else 1.0
    recall = hit / (hit + missed) if hit + missed else 1.0
    f1 = 2 * hit / (2 * hit + missed + spurious) if hit + missed + spurious else 1.0
    return f"{precision:9.3f} {recall:9.3f} {f1:9.3f}"


def amounts_of(find: Callable[[str], list], sample: list[Text]) -> Shares:
    """Hits, misses and too much over all texts, by exact value."""
    hit = missed = spurious = 0
    for one in sample:
        found = Counter(find(one.text))
        hit += (found & one.amounts).total()
        missed += (one.amounts - found).total()
        spurious += (found - one.amounts - one.doubtful).total()
    return hit, missed, spurious


def events_of(find: Callable[[str, bool], list], sample: list[Text]) -> tuple[Shares, int, int]:
    """Hits, misses and too much by whole event; wholly right texts; alarms in texts without any vote."""
    hit = missed = spurious = right = alarms = 0
    for one in sample:
        found = Counter(find(one.text, one.unanimous_means_none_against))
        hit += (found & one.votes).total()
        missed += (one.votes - found).total()
        spurious += (found - one.votes).total()
        right += bool(one.votes) and found == one.votes
        alarms += not one.votes and bool(found)
    return (hit, missed, spurious), right, alarms


def print_amounts(title: str, sample: list[Text]) -> None:
    print(f"\nAmounts, exact values: {title} ({sum(one.amounts.total() for one in sample)} amounts)")
    print(f"{'reader':20} {'precision':>9} {'recall':>9} {'F1':>9} {'texts/CPU s':>12}")
    for name, find in money.readers():
        if find is None:
            print(f"{name:20} not installed: uv sync --group peers")
            continue
        find(sample[0].text)  # so that loading tables is not counted as reading
        start = time.process_time()
        counted = amounts_of(find, sample)
        print(f"{name:20} {shares(*counted)} {len(sample) / (time.process_time() - start):12,.0f}")


def print_votes(title: str, sample: list[Text]) -> None:
    with_votes = sum(bool(one.votes) for one in sample)
    print(f"\nVotes, whole events (yes, no and abstentions all right): {title} ({with_votes} texts with votes)")
    print(f"{'reader':20} {'precision':>9} {'recall':>9} {'F1':>9} {'texts right':>12} {'false alarms':>13}")
    for name, make in votes.READERS.items():
        counted, right, alarms = events_of(make(), sample)
        print(f"{name:20} {shares(*counted)} {right:12} {alarms:13}")


def main() -> None:
    """Print all tables."""
    snippets = texts.snippets()
    if snippets is None:
        print(f"The hand-written snippets are not there ({texts.SNIPPETS.name}): only the own corpus is measured.")
    for title, sample in (("hand-written snippets", snippets), ("own corpus", texts.corpus())):
        if sample is not None:
            print_amounts(title, sample)
            print_votes(title, sample)


if __name__ == "__main__":
    main()
