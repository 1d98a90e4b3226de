"""``kimdocs search``: words in the archive's documents, each with the passage and its place."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from kimdocs.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from kimdocs.archive.entry import Hit
    from kimdocs.archive.store import Archive
    from kimdocs.cli.parser import GermanParser

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
OPEN, CLOSE = "⟦", "⟧"
INDENT = "     "


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    from kimdocs.cli.archive import add_archive_option
    from kimdocs.cli.filters import add_filters
    from kimdocs.cli.output import add_format

    parser = commands.add_parser(
        "search",
        help="im Archiv suchen",
        description="Findet Dokumente, in denen alle Wörter vorkommen, und zeigt die Stelle: zuerst die mit genau "
        "diesen Wörtern, dann die mit anderen Formen (Beschlüsse zu Beschluss), dann die mit Zusammensetzungen "
        "(Spielplatzfläche zu Spielplatz); jeweils das Neueste zuerst.",
        epilog='In Anführungszeichen ("der Rat beschließt") nur genau dieser Wortlaut. Ein Minus davor (-Kita) '
        "schließt aus, wie --exclude. Umlaute und Großschreibung sind gleichgültig, andere Zeichen bedeuten nichts.",
    )
    parser.excluding = "--exclude"
    parser.add_argument("words", metavar="WORT", nargs="*", help="Wörter, die alle vorkommen sollen")
    parser.add_argument("--exclude", metavar="WORT", action="append", default=[], help="Wort, das nicht vorkommen soll")
    add_filters(parser)
    parser.add_argument("--limit", metavar="N", type=int, default=20, help="höchstens so viele Treffer (sonst 20)")
    add_format(parser, "jsonl", "json", "table")
    add_archive_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the documents that were found."""
    from kimdocs.cli.archive import open_archive
    from kimdocs.cli.filters import filter_values
    from kimdocs.cli.output import chosen_format

    if args.limit < 1:
        raise UsageError("Kein Treffer ist zu wenig.", "„--limit“ braucht eine Zahl ab 1.")
    query = " ".join([*map(_quoted, args.words), *(f"-{_quoted(word)}" for word in args.exclude)])
    form = chosen_format(args.format, "jsonl")
    with open_archive(args.archive) as archive:
        hits = archive.search(query, **filter_values(args), limit=args.limit + 1)
        hints = [] if hits else list(_hints(archive, query))
    _print(hits[: args.limit], form, more=len(hits) > args.limit)
    if hints:
        print("\n".join(hints), file=sys.stdout if form == "table" else sys.stderr)
    return 0


def _hints(archive: Archive, query: str) -> Iterator[str]:
    """What a user may try after a search that found nothing."""
    from kimdocs.archive.query import parse

    unknown = archive.unknown(query)
    for one in unknown:
        near = " oder ".join(f"„{word}“" for word in one.near)
        yield f"„{one.words}“ steht in keinem Dokument." + (f" Meinten Sie {near}?" if near else "")
    if not unknown and any(not clause.excluded for clause in parse(query)):
        filters = bool(archive.search(query, limit=1))
        yield "Ohne die Filter gibt es Treffer." if filters else "Die Wörter kommen vor, aber so in keinem Dokument."


def _quoted(word: str) -> str:
    """A word as it is; several in one argument, whose quotes the shell has taken, are a phrase."""
    plain = not any(sign in word for sign in '"„“”»«') and " -" not in word
    return f'"{word}"' if " " in word.strip() and plain else word


def _print(hits: list[Hit], form: str, *, more: bool) -> None:
    from kimdocs.archive.export import jsonl

    if form == "jsonl":
        jsonl.write_lines(sys.stdout, map(asdict, hits))
    elif form == "json":
        print(jsonl.dump([asdict(hit) for hit in hits], indent=2))
    else:
        print("\n\n".join("\n".join(_lines(hit)) for hit in hits) if hits else "Nichts gefunden.")
        if more:
            shown = "Der erste" if len(hits) == 1 else f"Die ersten {len(hits)}"
            print(f"\n{shown} Treffer; mehr zeigt „--limit“.")


def _lines(hit: Hit) -> list[str]:
    from kimdocs.cli.output import NO_BREAK_SPACE, day, shorten, squeeze, width, word, wrap
    from kimdocs.model.running_text import running

    public = {True: "öffentlich", False: "nichtöffentlich", None: None}[hit.public]
    about = (hit.name, word("kind", hit.kind), day(hit.date), hit.organization, hit.body, hit.reference, public)
    room = width() - len(INDENT)
    further = "" if not hit.further else f" (und {hit.further} weitere Stellen)"
    further = " (und 1 weitere Stelle)" if hit.further == 1 else further
    quote = f"S.{NO_BREAK_SPACE}{hit.page}: „{squeeze(running(_marked(hit)))}“{further}"
    first, *others = wrap(" · ".join(squeeze(part) for part in about if part), room)
    lines = [f"{hit.id:>4} {first}", *(INDENT + line for line in others)]
    if hit.title:
        lines.append(INDENT + shorten(hit.title, room))
    return [*lines, *(INDENT + line for line in _emphasised(wrap(quote, room)))]


def _marked(hit: Hit) -> str:
    parts, last = [], hit.start
    for start, end in hit.marks:
        if start >= last:
            parts += [_between(hit, last, start), OPEN, _between(hit, start, end), CLOSE]
            last = end
    return "".join([*parts, _between(hit, last, hit.end)])


def _between(hit: Hit, start: int, end: int) -> str:
    return hit.quote[start - hit.start : end - hit.start].replace(OPEN, "[").replace(CLOSE, "]")


def _emphasised(lines: list[str]) -> list[str]:
    bold = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    before, after = (BOLD, PLAIN) if bold else ("»", "«")
    return [line.replace(OPEN, before).replace(CLOSE, after) for line in lines]
