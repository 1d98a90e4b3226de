"""``kimdocs search``: words in the archive's documents, each with the passage and its place."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from enum import StrEnum

    from kimdocs.archive.entry import Hit
    from kimdocs.cli.parser import GermanParser

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
OPEN, CLOSE = "⟦", "⟧"
INDENT = "     "

_AMOUNT = re.compile(r"(?P<whole>-?(?:\d{1,3}(?:\.\d{3})+|\d+))(?:,(?P<part>\d+|-))?(?:\s*(?:€|EUR|Euro))?")


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    from kimdocs.cli.archive import add_archive_option
    from kimdocs.cli.output import add_format

    parser = commands.add_parser(
        "search",
        help="im Archiv suchen",
        description="Findet Dokumente, in denen alle Wörter vorkommen, auch in anderer Form oder als Teil eines "
        "Wortes, und zeigt die Stelle. Das Neueste steht zuerst.",
        epilog='Mit Anführungszeichen ("der Rat beschließt") nur genau dieser Wortlaut.',
    )
    parser.add_argument("words", metavar="WORT", nargs="*", help="Wörter, die alle vorkommen sollen")
    parser.add_argument("--exclude", metavar="WORT", action="append", default=[], help="Wort, das nicht vorkommen soll")
    parser.add_argument("--body", metavar="NAME", help="Körperschaft, auch ein Teil des Namens")
    parser.add_argument("--organization", metavar="NAME", help="Gremium, auch ein Teil des Namens")
    parser.add_argument("--kind", metavar="ART", help="Art des Dokuments, etwa Niederschrift oder Vorlage")
    parser.add_argument("--outcome", metavar="ERGEBNIS", help="Ergebnis eines Beschlusses, etwa beschlossen")
    parser.add_argument("--year", metavar="JAHR", type=int, help="Jahr des Dokuments")
    parser.add_argument("--min-amount", metavar="BETRAG", help="ein Betrag in Euro von mindestens, etwa 5.000")
    parser.add_argument("--max-amount", metavar="BETRAG", help="derselbe Betrag höchstens, etwa 20.000,50")
    parser.add_argument("--limit", metavar="N", type=int, default=20, help="höchstens so viele Treffer (sonst 20)")
    add_format(parser, "jsonl", "json", "table")
    add_archive_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the documents that were found."""
    from kimdocs.cli.archive import open_archive
    from kimdocs.cli.output import chosen_format
    from kimdocs.model.council import DocumentKind
    from kimdocs.model.decision import Outcome

    if args.limit < 1:
        raise UsageError("Kein Treffer ist zu wenig.", "„--limit“ braucht eine Zahl ab 1.")
    with open_archive(args.archive) as archive:
        hits = archive.search(
            " ".join([*args.words, *(f"-{_quoted(word)}" for word in args.exclude)]),
            body=args.body,
            organization=args.organization,
            kind=member(DocumentKind, "kind", args.kind),
            outcome=member(Outcome, "outcome", args.outcome),
            year=args.year,
            min_amount=amount(args.min_amount),
            max_amount=amount(args.max_amount),
            limit=args.limit + 1,
        )
    _print(hits[: args.limit], chosen_format(args.format, "jsonl"), more=len(hits) > args.limit)
    return 0


def amount(text: str | None) -> Decimal | None:
    """Amount in German notation: ``5000``, ``5.000``, ``1.234,50``.

    Raises:
        UsageError: It is written otherwise.
    """
    if text is None:
        return None
    found = _AMOUNT.fullmatch(text.strip())
    if not found:
        raise UsageError(
            f"„{text}“ ist kein Betrag in deutscher Schreibweise.", "Richtig ist etwa 5.000 oder 1.234,50."
        )
    part = (found["part"] or "0").replace("-", "0")
    return Decimal(f"{found['whole'].replace('.', '')}.{part}")


def member(kinds: type[StrEnum], table: str, text: str | None) -> str | None:
    """The value that a user means by its name or by its German word (``beschlossen``: ``adopted``).

    Raises:
        UsageError: It is none of them.
    """
    from kimdocs.cli.output import word

    if text is None:
        return None
    known = {word(table, kind).casefold(): str(kind) for kind in kinds}
    wanted = text.strip().casefold()
    if wanted in set(kinds):
        return wanted
    if wanted not in known:
        raise UsageError(f"„{text}“ ist nicht bekannt.", f"Möglich sind: {', '.join(word(table, k) for k in kinds)}.")
    return known[wanted]


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word.strip() and '"' not in word else word


def _print(hits: list[Hit], form: str, *, more: bool) -> None:
    from kimdocs.archive.export import jsonl

    if form == "jsonl":
        jsonl.write_lines(sys.stdout, map(asdict, hits))
    elif form == "json":
        print(jsonl.dump([asdict(hit) for hit in hits], indent=2))
    else:
        print("\n\n".join("\n".join(_lines(hit)) for hit in hits) if hits else "Nichts gefunden.")
        if more:
            print(f"\nDie neuesten {len(hits)} Treffer; mehr zeigt „--limit“.")


def _lines(hit: Hit) -> list[str]:
    from kimdocs.cli.output import NO_BREAK_SPACE, day, shorten, squeeze, width, word, wrap

    public = {True: "öffentlich", False: "nichtöffentlich", None: None}[hit.public]
    about = (hit.name, word("kind", hit.kind), day(hit.date), hit.organization, hit.body, hit.reference, public)
    room = width() - len(INDENT)
    further = "" if not hit.further else f" (und {hit.further} weitere Stellen)"
    further = " (und 1 weitere Stelle)" if hit.further == 1 else further
    quote = f"S.{NO_BREAK_SPACE}{hit.page}: „{squeeze(_marked(hit))}“{further}"
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
