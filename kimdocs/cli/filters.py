"""Filters that searches, lists and registers of the archive share, in German words and notation."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from enum import StrEnum

    from kimdocs.archive.filters import FilterValues

_AMOUNT = re.compile(r"(?P<whole>-?(?:\d{1,3}(?:\.\d{3})+|\d+))(?:,(?P<part>\d+|-))?(?:\s*(?:€|EUR|Euro))?")


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose documents; see ``filter_values``."""
    parser.add_argument("--body", metavar="NAME", help="Körperschaft, auch ein Teil des Namens")
    parser.add_argument("--organization", metavar="NAME", help="Gremium, auch ein Teil des Namens")
    parser.add_argument("--kind", metavar="ART", help="Art des Dokuments, etwa Niederschrift oder Vorlage")
    parser.add_argument("--outcome", metavar="ERGEBNIS", help="Ergebnis eines Beschlusses, etwa beschlossen")
    parser.add_argument("--year", metavar="JAHR", type=int, help="Jahr des Dokuments")
    parser.add_argument("--min-amount", metavar="BETRAG", help="ein Betrag in Euro von mindestens, etwa 5.000")
    parser.add_argument("--max-amount", metavar="BETRAG", help="derselbe Betrag höchstens, etwa 20.000,50")


def filter_values(args: argparse.Namespace) -> FilterValues:
    """What the options say, as the archive takes it.

    Raises:
        UsageError: A kind, an outcome or an amount cannot be read.
    """
    from kimdocs.model.council import DocumentKind
    from kimdocs.model.decision import Outcome

    return {
        "body": args.body,
        "organization": args.organization,
        "kind": member(DocumentKind, "kind", args.kind),
        "outcome": member(Outcome, "outcome", args.outcome),
        "year": args.year,
        "min_amount": amount(args.min_amount),
        "max_amount": amount(args.max_amount),
    }


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
