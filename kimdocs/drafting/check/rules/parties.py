"""The parties of an agreement: whether each signs, and whether their shares are the whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.check.rules.grids import grids
from kimdocs.drafting.check.rules.numbers import parse, shown
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.source import Evidence, Span

_MOST_SHARES = 80
_REACH = 3000  # characters in which the parties are named
_WITHOUT = 2  # lines without a number that may stand above the shares (a table's head)


def parties(paper: Paper) -> dict[str, Evidence]:
    """The municipalities that the opening names as parties, with their places."""
    opening = pattern("agreements", "parties.opening").search(paper.text)
    if paper.kind is not DocumentKind.AGREEMENT or opening is None:
        return {}
    closing = pattern("agreements", "parties.closing").search(paper.text, opening.end(), opening.end() + _REACH)
    found: dict[str, Evidence] = {}
    if closing:
        for hit in pattern("agreements", "parties.name").finditer(paper.text, opening.start(), closing.start()):
            found.setdefault(" ".join(hit["name"].split()), paper.evidence(hit.start("name"), hit.end("name")))
    return found


def signatures(paper: Paper) -> Iterator[Found]:
    """Parties that are not among those that sign, where others are."""
    named = parties(paper)
    start = paper.clauses[-1].start if paper.clauses else len(paper.text)
    signing = pattern("agreements", "parties.signing").search(paper.text, start)
    if len(named) < 2 or signing is None:
        return
    block = " ".join(paper.text[signing.start() :].split())
    absent = [name for name in named if name not in block]
    if len(absent) < len(named):
        for name in absent:
            yield Found("party-does-not-sign", (named[name],), {"party": name})


def shares(paper: Paper) -> Iterator[Found]:
    """A list of shares ("verteilen sich wie folgt:") that is more or less than the posts named before it."""
    for index, line in enumerate(paper.lines):
        if not pattern("agreements", "shares.lead").match(paper.text, line.start, line.end):
            continue
        total = _total(paper, line)
        items = _items(paper, index + 1)
        if total is None or len(items) < 2:
            continue
        given = sum((value for value, _ in items), Decimal(0))
        if given != total[0]:
            words = {"total": shown(total[0]), "sum": shown(given)}
            yield Found("shares-against-posts", (total[1], *(place for _, place in items)), words)


def own_shares(paper: Paper) -> Iterator[Found]:
    """A table of what each party bears that is more or less than the sum that the text names, for the same time."""
    named = list(pattern("agreements", "shares.own").finditer(paper.text))
    if paper.kind is not DocumentKind.AGREEMENT or len(named) != 1:
        return
    for rows in grids(paper):
        columns = [c for c in rows[0].cells if pattern("agreements", "shares.own_column").match(rows[0].words(c))]
        cells = [
            (hit, row.cells[columns[0]])
            for row in rows[1:]
            if len(columns) == 1 and not pattern("agreements", "shares.total").match(row.first)
            if (hit := pattern("agreements", "shares.own_cell").match(row.words(columns[0])))
        ]
        if (
            len(cells) < 2
            or len(cells) < len(rows) - 1
            or any(bool(hit["per"]) != bool(named[0]["per"]) for hit, _ in cells)
        ):
            continue
        given, total = sum((parse(hit["amount"]) for hit, _ in cells), Decimal(0)), parse(named[0]["amount"])
        if given != total:
            places = [paper.evidence(*named[0].span()), *(paper.evidence(cell.start, cell.end) for _, cell in cells)]
            yield Found("shares-against-own-share", tuple(places), {"total": shown(total), "sum": shown(given)})


def strangers(paper: Paper) -> Iterator[Found]:
    """Municipalities that get or bear a share without being parties."""
    named = parties(paper)
    told: set[str] = set()
    for place in _sharing(paper) if len(named) > 1 else ():
        hit = pattern("agreements", "parties.row").match(place.quote)
        name = " ".join(hit["name"].split()) if hit else ""
        if name and name not in named and name not in told:
            told.add(name)
            yield Found("share-of-no-party", (place,), {"party": name})


def _sharing(paper: Paper) -> Iterator[Evidence]:
    """Lines and first cells of rows that say who gets or bears a share."""
    for index, line in enumerate(paper.lines):
        if pattern("agreements", "shares.lead").match(paper.text, line.start, line.end):
            yield from (place for _, place in _items(paper, index + 1))
    for rows in grids(paper):
        if any(pattern("agreements", "shares.columns").match(rows[0].words(column)) for column in rows[0].cells):
            yield from (paper.evidence(row.cells[0].start, row.cells[0].end) for row in rows[1:] if 0 in row.cells)


def _total(paper: Paper, line: Span) -> tuple[Decimal, Evidence] | None:
    """The number of posts in the line, or the only one that its clause names before it."""
    clause = next((c for c in paper.clauses if c.start <= line.start < c.end), None)
    for start in (line.start, clause.start if clause else line.start):
        hits = list(pattern("agreements", "shares.count").finditer(paper.text, start, line.end))
        if len(hits) == 1:
            hit = hits[0]
            about = pattern("agreements", "shares.about").search(paper.text, max(start, hit.start() - 14), hit.start())
            return None if about else (parse(hit[1]), paper.evidence(hit.start(), hit.end()))
        if hits:
            return None
    return None


def _items(paper: Paper, index: int) -> list[tuple[Decimal, Evidence]]:
    """The shares in the lines from ``index`` on, up to a line that has none; a line with the total ends them."""
    found: list[tuple[Decimal, Evidence]] = []
    skipped = 0
    for line in paper.lines[index : index + _MOST_SHARES]:
        words = paper.text[line.start : line.end]
        hit = pattern("agreements", "shares.item").match(paper.text, line.start, line.end)
        if not words.strip():
            continue
        if hit is None:
            skipped += 1
            if found or skipped > _WITHOUT:
                break
        elif pattern("agreements", "shares.total").match(words):
            break
        else:
            found.append((parse(hit[1]), paper.evidence(line.start, line.end)))
    return found
