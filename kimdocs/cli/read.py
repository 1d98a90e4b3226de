"""``kimdocs read``: the text of a document, as offsets of all facts count it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from kimdocs.cli.parser import GermanParser
    from kimdocs.model.source import SourceDocument


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "read",
        help="Text eines Dokuments zeigen, so wie kimdocs ihn liest",
        description="Zeigt den Text eines Dokuments. Alle Fundstellen zählen die Zeichen dieses Textes.",
    )
    parser.add_argument("file", metavar="DATEI", help="PDF, DOCX, HTML oder Text; „-“ liest die Standardeingabe")
    parser.add_argument("--pages", action="store_true", help="vor jeder Seite eine Zeile mit ihrer Nummer zeigen")
    parser.add_argument("--blocks", action="store_true", help="statt des Textes die Teile zeigen, die die Datei nennt")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the text; what the reader had to leave out goes to standard error."""
    from kimdocs.extraction.read import read

    source = read(args.file)
    for warning in source.warnings:
        print(f"Hinweis: {warning}", file=sys.stderr)
    if args.blocks:
        text = "\n".join(_blocks(source)) + "\n"
    elif args.pages:
        text = "\n".join(_pages(source)) + "\n"
    else:
        text = source.text
    sys.stdout.write(_harmless(text) if sys.stdout.isatty() else text)
    return 0


def _harmless(text: str) -> str:
    """The text with a mark, one for one, where a character of a hostile file could steer the terminal."""
    return "".join(char if char.isprintable() or (char.isspace() and char != "\r") else "\ufffd" for char in text)


def _pages(source: SourceDocument) -> list[str]:
    ends = (*source.page_starts[1:], len(source.text))
    return [
        f"──── Seite {number} ────\n{source.text[start:end].rstrip()}"
        for number, (start, end) in enumerate(zip(source.page_starts, ends, strict=True), 1)
    ]


def _blocks(source: SourceDocument) -> list[str]:
    from kimdocs.cli.output import word

    lines = []
    for block in source.blocks:
        kind = word("block", block.kind) + (f" {block.level}" if block.level else "")
        lines.append(f"[{kind}] Seite {source.page_at(block.start)}, Zeichen {block.start}–{block.end}")
        lines.append(source.text[block.start : block.end])
    return lines or ["Die Datei nennt keine Teile (reiner Text)."]
