"""Beratungsfolge: dates in order, the deciding body last, no meeting on a day when nobody meets."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern, table
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.wording import date
from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import ResolutionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.council import Consultation

_SUNDAY = 6
_PAPERS = (DocumentKind.SUBMISSION, DocumentKind.NOTICE, DocumentKind.MOTION)


def order(paper: Paper) -> Iterator[Found]:
    """A body that meets before the one that stands above it; a list from new to old is in order too."""
    dated = _dated(paper)
    pairs = [(above, below) for above, below in pairwise(dated) if _day(below) < _day(above)]
    if len(pairs) == len(dated) - 1:
        return
    for above, below in pairs:
        words = {"above": _named(above), "below": _named(below)}
        yield Found("consultations-not-in-order", (*above.evidence[:1], *below.evidence[:1]), words)


def deciders(paper: Paper) -> Iterator[Found]:
    """A deciding body after which another one is still to prepare the decision."""
    dated = _dated(paper)
    deciding = [line for line in dated if _decides(line)]
    if not deciding:
        return
    last = max(deciding, key=_day)
    for line in dated:
        if _prepares(line) and _day(line) > _day(last):
            words = {"decider": _named(last), "later": _named(line)}
            yield Found("decider-not-last", (*last.evidence[:1], *line.evidence[:1]), words)
    if len({line.organization for line in deciding}) > 1:
        names = ", ".join(dict.fromkeys(line.organization or "?" for line in deciding))
        yield Found(
            "several-deciders", tuple(line.evidence[0] for line in deciding if line.evidence), {"bodies": names}
        )


def no_decider(paper: Paper) -> Iterator[Found]:
    """Several bodies, and all of them only prepare; where the list has but one, the rest may stand elsewhere."""
    lines = paper.record.document.consultations
    proposed = any(text.kind is ResolutionKind.PROPOSED for text in paper.record.resolutions)
    if paper.kind is not DocumentKind.SUBMISSION or not proposed or len(lines) < 2:
        return
    if all(line.role and _prepares(line) for line in lines):
        names = ", ".join(dict.fromkeys(line.organization or "?" for line in lines))
        yield Found("no-decider", tuple(line.evidence[0] for line in lines if line.evidence), {"bodies": names})


def days(paper: Paper) -> Iterator[Found]:
    """Meetings on a Sunday or a holiday of the whole country, or of the paper's Land where that is known."""
    for line in _dated(paper):
        day = _day(line)
        name = "ein Sonntag" if day.weekday() == _SUNDAY else holidays(day.year, paper.land).get(day)
        if name:
            yield Found("consultation-on-holiday", line.evidence[:1], {"line": _named(line), "day": name})


def holidays(year: int, land: str | None) -> dict[dt.date, str]:
    """The holidays of a year with their names: of the whole country, and of a Land ("NW") where one is given."""
    data, own = table("holidays"), table("laender").get(land or "", {})
    names = [*data["everywhere"]["days"], *(name for name in own.get("holidays", ()) if _since(own, name) <= year)]
    found: dict[dt.date, str] = {}
    for name in names:
        if name in data["fixed"]:
            entry = data["fixed"][name]
            found[dt.date(year, entry["month"], entry["day"])] = entry["name"]
        elif name in data["movable"]:
            entry = data["movable"][name]
            found[easter(year) + dt.timedelta(days=entry["after_easter"])] = entry["name"]
        else:
            before = dt.date(year, 11, 22)
            found[before - dt.timedelta(days=(before.weekday() - 2) % 7)] = data[name]["name"]
    return found


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Gauss, in the form of Lichtenberg)."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    cycle = year % 19
    seed = (19 * cycle + moon) % 30
    calendar = (seed + cycle // 11) // 29
    border = 21 + seed - calendar
    sunday = 7 - (year + year // 4 + sun) % 7
    return dt.date(year, 3, 1) + dt.timedelta(days=border + 7 - (border - sunday) % 7 - 1)


def _since(land: dict[str, dict[str, int]], name: str) -> int:
    return land.get("since", {}).get(name, 0)


def _dated(paper: Paper) -> list[Consultation]:
    if paper.kind not in _PAPERS:
        return []
    return [line for line in paper.record.document.consultations if line.date is not None]


def _day(line: Consultation) -> dt.date:
    return line.date or dt.date.min


def _decides(line: Consultation) -> bool:
    role = line.role or ""
    return bool(pattern("words", "consultations.decides").search(role)) and not _only_prepares(role)


def _only_prepares(role: str) -> bool:
    """Whether "Beschluss" is but a part of a word for a recommendation."""
    return bool(pattern("words", "consultations.prepares").search(role))


def _prepares(line: Consultation) -> bool:
    return bool(pattern("words", "consultations.prepares").search(line.role or ""))


def _named(line: Consultation) -> str:
    return f"{line.organization or 'Gremium ohne Namen'} am {date(_day(line))}"
