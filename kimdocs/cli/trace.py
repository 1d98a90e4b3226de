"""``kimdocs trace``: where each figure of a drafted Word file came from, and which have none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from kimdocs.cli.parser import GermanParser
    from kimdocs.drafting.readback import Readback, Traced, Unsourced

_LONG = 100


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    from kimdocs.cli.output import add_format

    parser = commands.add_parser(
        "trace",
        help="zeigen, woher die Zahlen eines Entwurfs stammen",
        description="Zeigt zu jeder Zahl eines Entwurfs (DOCX) Unterlage, Seite und Wortlaut, und was seither von Hand "
        "geändert wurde. Beträge und Stellen ohne Quelle werden genannt.",
    )
    parser.add_argument("file", metavar="ENTWURF", type=Path, help="Entwurf von „kimdocs draft“ als .docx")
    add_format(parser, "json", "table")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the sources of a draft."""
    from kimdocs.cli.compare import read_values
    from kimdocs.cli.output import chosen_format
    from kimdocs.drafting.readback import read_trace

    found = read_trace(args.file, read_values)
    if chosen_format(args.format, "json") == "json":
        print(json.dumps(_data(args.file.name, found), ensure_ascii=False, indent=2))
        return 0
    print("\n".join(_lines(found.traced)))
    if found.unsourced:
        print(f"\nBeträge und Stellen ohne Quelle ({len(found.unsourced)}):")
        print("\n".join(_without_source(item) for item in found.unsourced))
    return 0


def _data(name: str, found: Readback) -> dict[str, Any]:
    return {
        "draft": name,
        "values": [
            {
                "field": item.field, "label": item.label, "place": item.place or None, "drafted": item.drafted,
                "now": item.now or None, "changed": item.changed, "origins": list(item.origins),
            }
            for item in found.traced
        ],
        "without_source": [
            {"kind": item.kind.value, "text": item.text, "place": item.place or None, "line": item.line}
            for item in found.unsourced
        ],
    }  # fmt: skip


def _without_source(item: Unsourced) -> str:
    from kimdocs.cli.output import shorten

    place = f" ({_squeeze(item.place)})" if item.place else ""
    return f"  · {_squeeze(item.text)}{place}: {shorten(_squeeze(item.line), _LONG)}"


def _lines(traced: tuple[Traced, ...]) -> Iterator[str]:
    yield f"Zahlen und Angaben mit Quelle ({len(traced)}):"
    for item in traced:
        place = f" ({_squeeze(item.place)})" if item.place else ""
        yield f"  · {_squeeze(item.label)}: {_squeeze(item.drafted)}{place}"
        if item.changed:
            now = f"heute steht dort „{_squeeze(item.now)}“" if item.now else "heute steht dort nichts mehr"
            yield f"      von Hand geändert: {now}"
        for origin in item.origins:
            yield from _origin(origin, 3)


def _origin(origin: dict[str, Any], depth: int) -> Iterator[str]:
    from kimdocs.drafting.compare.twin import entered_words

    indent = "  " * depth
    if origin.get("kind") == "stated":
        for place in origin.get("places") or [{}]:
            where = f"{_squeeze(origin.get('document'))}, S. {place.get('page', '?')}"
            yield f"{indent}{where}, „{_squeeze(place.get('quote'))}“"
    elif origin.get("kind") == "computed":
        yield f"{indent}berechnet: {_squeeze(origin.get('formula'))}"
        yield from dict.fromkeys(line for part in origin.get("inputs") or () for line in _origin(part, depth + 1))
    elif words := entered_words(origin):
        yield f"{indent}Angabe: {_squeeze(words)}"


def _squeeze(text: object) -> str:
    from kimdocs.cli.output import squeeze

    return squeeze(str(text or "")).replace("\u00a0", " ")
