"""What a measurement says: rows of a table, misses with the place they stand at, floors that were not reached."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kimdocs.errors import UsageError
from kimdocs.evaluate.tally import KINDS, Miss, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kimdocs.model.source import SourceDocument

HEADERS = ("Art", "Kennung", "richtig", "fehlt", "zu viel", "Genauigkeit", "Ausbeute", "F1")
NOT_ANNOTATED = "Nicht annotiert"
_BETWEEN = " … "


@dataclass(frozen=True, slots=True)
class Place:
    """Where a miss stands in its document: page (from 1) and the whole line around it."""

    page: int
    line: str


def rows(tallies: Mapping[str, Tally]) -> list[list[str]]:
    """A row of ``HEADERS`` for each kind of fact that the gold or the records have."""
    return [
        [
            _labels()[kind],
            kind,
            str(tally.hit),
            str(tally.missed),
            str(tally.spurious),
            _share(tally.precision, tally.hit + tally.spurious),
            _share(tally.recall, tally.hit + tally.missed),
            _share(tally.f1, tally.hit + tally.missed + tally.spurious),
        ]
        for kind, tally in tallies.items()
        if tally.hit or tally.missed or tally.spurious
    ]


def gaps(tallies: Mapping[str, Tally], documents: int) -> list[str]:
    """German sentences on kinds of facts that no gold file, or not every one, says anything of."""
    nowhere = ", ".join(label(kind) for kind, tally in tallies.items() if not tally.documents)
    return [
        *([f"{NOT_ANNOTATED}, nicht gewertet: {nowhere}"] if nowhere else []),
        *(
            f"{NOT_ANNOTATED} in {documents - tally.documents} von {documents} Gold-Dateien: {label(kind)}"
            for kind, tally in tallies.items()
            if 0 < tally.documents < documents
        ),
    ]


def _share(share: float, of: int) -> str:
    """German notation with three places; a dash for a share of nothing."""
    return f"{share:.3f}".replace(".", ",") if of else "–"


def label(kind: str) -> str:
    """German name of a kind of fact."""
    return _labels()[kind].lstrip("– ")


@cache
def _labels() -> dict[str, str]:
    return tomllib.loads((files("kimdocs.evaluate") / "kinds.toml").read_text(encoding="utf-8"))


def as_data(tallies: Mapping[str, Tally], misses: int, sources: Mapping[str, SourceDocument]) -> dict[str, Any]:
    """The measurement as plain data for JSON, with up to ``misses`` misses a kind and their places.

    ``annotated`` is the number of gold files that speak of a kind; where none does, its shares are null.
    """
    return {
        kind: {
            "annotated": tally.documents,
            "p": tally.precision if tally.documents else None,
            "r": tally.recall if tally.documents else None,
            "f1": tally.f1 if tally.documents else None,
            "hit": tally.hit,
            "missed": tally.missed,
            "spurious": tally.spurious,
            "misses": [_miss_data(miss, sources.get(miss.document)) for miss in tally.misses[:misses]],
        }
        for kind, tally in tallies.items()
    }


def _miss_data(miss: Miss, source: SourceDocument | None) -> dict[str, Any]:
    place = locate(miss, source)
    return {
        "document": miss.document,
        "type": miss.type.value,
        "wanted": miss.wanted,
        "got": miss.got,
        "quote": miss.quote,
        **(asdict(place) if place else {"page": None, "line": None}),
    }


def locate(miss: Miss, source: SourceDocument | None) -> Place | None:
    """Where a miss stands: at its evidence, else where its quote is found; None where the text does not show it."""
    if source is None:
        return Place(miss.evidence[0].page, "") if miss.evidence else None
    start = miss.evidence[0].start if miss.evidence else _find(source.text, miss.quote)
    if start is None:
        return None
    begin = source.text.rfind("\n", 0, start) + 1
    end = source.text.find("\n", start)
    line = source.text[begin : len(source.text) if end < 0 else end]
    return Place(source.page_at(start), " ".join(line.split()))


def _find(text: str, quote: str) -> int | None:
    """Offset of a quote of the gold, or of its first words, whatever the white space between them."""
    wanted = quote.partition(_BETWEEN)[0].split()
    if not wanted:
        return None
    at = text.find(wanted[0])
    while at >= 0:
        if text[at : at + 4 * len(quote) + 80].split()[: len(wanted)] == wanted or text.startswith(quote, at):
            return at
        at = text.find(wanted[0], at + 1)
    return None


def parse_floors(texts: Iterable[str]) -> dict[str, float]:
    """Floors written as ``KIND=F1`` (``decisions=0.95``).

    Raises:
        UsageError: A floor has another form, or its kind is unknown.
    """
    floors = {}
    for text in texts:
        kind, _, value = text.partition("=")
        if kind not in KINDS:
            raise UsageError(f"„{kind}“ ist keine Kennung, die gemessen wird.", f"Es gibt: {', '.join(KINDS)}.")
        try:
            floors[kind] = float(value.replace(",", "."))
        except ValueError:
            floors[kind] = -1.0
        if not 0 <= floors[kind] <= 1:
            raise UsageError(f"„{text}“ ist keine Mindestmarke.", "Zum Beispiel: --min decisions=0.95 figures=0.97.")
    return floors


def short_of(tallies: Mapping[str, Tally], floors: Mapping[str, float]) -> list[str]:
    """German sentences on the floors that were not reached; what no gold speaks of reaches none."""
    return [
        f"{label(kind)} ({kind}): "
        + (
            f"F1 {_share(tallies[kind].f1, 1)} liegt unter {_share(floor, 1)}."
            if tallies[kind].documents
            else "in keiner Gold-Datei annotiert."
        )
        for kind, floor in floors.items()
        if not tallies[kind].documents or tallies[kind].f1 < floor
    ]
