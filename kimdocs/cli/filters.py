"""Filters that searches, lists and registers of the archive share, in German words and notation."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from enum import StrEnum

    from kimdocs.archive.filters import FilterValues

_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<month>\d{1,2})[./](?P<year>\d{4})",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})",
        r"(?P<year>\d{4})",
    )
)
_AMOUNT = re.compile(r"(?P<whole>-?(?:\d{1,3}(?:\.\d{3})+|\d+))(?:,(?P<part>\d+|-))?(?:\s*(?:€|EUR|Euro))?")


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose documents; see ``filter_values``."""
    parser.add_argument("--body", metavar="NAME", help="Körperschaft, auch ein Teil des Namens")
    parser.add_argument("--organization", metavar="NAME", help="Gremium, auch ein Teil des Namens")
    parser.add_argument("--kind", metavar="ART", help="Art des Dokuments, etwa Niederschrift oder Vorlage")
    parser.add_argument("--outcome", metavar="ERGEBNIS", help="Ergebnis eines Beschlusses, etwa beschlossen")
    parser.add_argument("--year", metavar="JAHR", type=int, help="Jahr des Dokuments")
    parser.add_argument("--from", metavar="TAG", dest="since", help="ab diesem Tag, etwa 01.03.2022, 03.2022 oder 2022")
    parser.add_argument("--to", metavar="TAG", dest="until", help="bis zu diesem Tag, Monat oder Jahr einschließlich")
    parser.add_argument("--min-amount", metavar="BETRAG", help="ein Betrag in Euro von mindestens, etwa 5.000")
    parser.add_argument("--max-amount", metavar="BETRAG", help="derselbe Betrag höchstens, etwa 20.000,50")


def filter_values(args: argparse.Namespace) -> FilterValues:
    """What the options say, as the archive takes it.

    Raises:
        UsageError: A kind, an outcome, a day or an amount cannot be read, or a period ends before it begins.
    """
    from kimdocs.model.council import DocumentKind
    from kimdocs.model.decision import Outcome

    since, until = first_day(args.since), last_day(args.until)
    if since and until and since > until:
        raise UsageError(f"„--from {args.since}“ liegt nach „--to {args.until}“.", "Bitte beide tauschen.")
    return {
        "body": args.body,
        "organization": args.organization,
        "kind": member(DocumentKind, "kind", args.kind),
        "outcome": member(Outcome, "outcome", args.outcome),
        "year": args.year,
        "since": since,
        "until": until,
        "min_amount": amount(args.min_amount),
        "max_amount": amount(args.max_amount),
    }


def first_day(text: str | None) -> dt.date | None:
    """The day that is meant, or the first one of the month or year.

    Raises:
        UsageError: It is none.
    """
    return None if text is None else _days(text)[0]


def last_day(text: str | None) -> dt.date | None:
    """The day that is meant, or the last one of the month or year.

    Raises:
        UsageError: It is none.
    """
    return None if text is None else _days(text)[1]


def _days(text: str) -> tuple[dt.date, dt.date]:
    found = next((match for pattern in _DAYS if (match := pattern.fullmatch(text.strip()))), None)
    parts = {name: int(value) for name, value in (found.groupdict() if found else {}).items()}
    try:
        first = dt.date(parts["year"], parts.get("month", 1), parts.get("day", 1))
        last = first if "day" in parts else _next(first, whole_year="month" not in parts) - dt.timedelta(days=1)
    except (KeyError, ValueError, OverflowError) as error:
        raise UsageError(f"„{text}“ ist kein Tag.", "Richtig ist etwa 01.03.2022, 03.2022 oder 2022.") from error
    return first, last


def _next(first: dt.date, *, whole_year: bool) -> dt.date:
    """The first day of the month or year after the one that begins here."""
    if whole_year or first.month == 12:
        return dt.date(first.year + 1, 1, 1)
    return first.replace(month=first.month + 1)


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
