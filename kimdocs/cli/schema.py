"""``kimdocs schema``: the JSON Schema of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from kimdocs.cli.parser import GermanParser


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "schema",
        help="JSON-Schema der Ergebnisse zeigen",
        description="Zeigt das JSON-Schema (2020-12) der Ergebnisse von „kimdocs extract“.",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called the same way
    """Print the schema."""
    import json

    from kimdocs.model.codec import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0
