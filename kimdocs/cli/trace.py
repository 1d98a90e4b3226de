"""``kimdocs trace``: where each figure of a drafted Word file came from, and which have none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from kimdocs.cli.parser import GermanParser
    from kimdocs.drafting.readback import Traced
    from kimdocs.model.record import Record


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "trace",
        help="zeigen, woher die Zahlen eines Entwurfs stammen",
        description="Zeigt zu jeder Zahl eines Entwurfs (DOCX) Unterlage, Seite und Wortlaut, und was seither von Hand "
        "geändert wurde. Beträge ohne Quelle werden genannt.",
    )
    parser.add_argument("file", metavar="ENTWURF", type=Path, help="Entwurf von „kimdocs draft“ als .docx")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the sources of a draft."""
    from kimdocs.drafting.readback import read_trace
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

    record = extract(read(args.file))
    traced = read_trace(args.file)
    print("\n".join(_lines(traced)))
    without = _without_source(
        record, extract(read("\n".join(item.now or "" for item in traced).encode(), name="x.txt"))
    )
    if without:
        print(f"\nBeträge ohne Quelle ({len(without)}):")
        print("\n".join(f"  · {text}" for text in without))
    return 0


def _without_source(whole: Record, sourced: Record) -> list[str]:
    """Amounts that stand in the paper more often than in its sourced places."""
    from collections import Counter

    left = Counter((figure.amount, figure.high) for figure in sourced.figures)
    found = []
    for figure in whole.figures:
        key = (figure.amount, figure.high)
        left[key] -= 1
        if left[key] < 0:
            found.append(
                " ".join(part for part in (_squeeze(figure.evidence[0].quote), _squeeze(figure.label)) if part)
            )
    return found


def _lines(traced: tuple[Traced, ...]) -> Iterator[str]:
    yield f"Zahlen und Angaben mit Quelle ({len(traced)}):"
    for item in traced:
        yield f"  · {_squeeze(item.label)}: {_squeeze(item.drafted)}"
        if item.changed:
            now = f"heute steht dort „{_squeeze(item.now)}“" if item.now else "heute steht dort nichts mehr"
            yield f"      von Hand geändert: {now}"
        for origin in item.origins:
            yield from _origin(origin, 3)


def _origin(origin: dict[str, Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    if origin.get("kind") == "stated":
        for place in origin.get("places") or [{}]:
            where = f"{_squeeze(origin.get('document'))}, S. {place.get('page', '?')}"
            yield f"{indent}{where}, „{_squeeze(place.get('quote'))}“"
    elif origin.get("kind") == "computed":
        yield f"{indent}berechnet: {_squeeze(origin.get('formula'))}"
        for part in origin.get("inputs") or ():
            yield from _origin(part, depth + 1)
    elif origin.get("file"):
        yield f"{indent}Datendatei {_squeeze(origin['file'])}"


def _squeeze(text: object) -> str:
    from kimdocs.cli.output import squeeze

    return squeeze(str(text or "")).replace("\u00a0", " ")
