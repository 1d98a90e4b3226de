"""Facts of records for a draft: choosing them by index, label or words, and naming the document they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.drafting import resolved
from kimdocs.drafting.notation import kind_phrase, ordered
from kimdocs.drafting.values import Amount, Posts, Value
from kimdocs.model.provenance import Stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kimdocs.model.finance import Figure, Staffing
    from kimdocs.model.record import Record
    from kimdocs.model.source import Evidence

COUNTED = "gezählt wird ab 1, nicht mehr ab 0"
_ALIASES = {
    "dokument": "record", "unterlage": "record", "betrag": "figure", "zahl": "figure", "stellen": "staffing",
    "beschluss": "resolution", "beratungsfolge": "consultations", "angabe": "field", "bezeichnung": "label",
    "suche": "search",
}  # fmt: skip
KEYS = {"record", "figure", "staffing", "resolution", "consultations", "field", "label", "search"}
_POINT = re.compile(
    r"^\s*[\"„»“]?(?:\(?\d{1,2}[.)]+|\(?[a-z]\.?\)|0\d|[IVX]{1,4}\.|(?:zu )?(?:Ziffer|Punkt|Nr\.) ?\d{1,2}\s?[.:)])\s+"
)
_DOCUMENT_FIELDS = {
    "betreff": "title", "vorlagennummer": "reference", "datum": "date", "gremium": "organization",
    "koerperschaft": "body", "art": "paper_type",
}  # fmt: skip


class ChoiceError(ValueError):
    """A ``quelle`` names nothing, or more than one thing; the message is a German sentence."""


class NotStatedError(ValueError):
    """The document that a ``quelle`` names does not say it; the message is a German sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value of a record, where it stands, and how a person would tell it from others."""

    value: Value
    provenance: Stated
    name: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What a draft may draw from.

    Attributes:
        records: The records, by the index that data files refer to them by.
        confirmed: The indices that somebody confirmed to be public.
        templates: The town's own folder, where its own rates are.
    """

    records: Sequence[Record]
    confirmed: frozenset[int] = frozenset()
    templates: Path | None = None

    def stated(self, index: int, evidence: tuple[Evidence, ...], *, public: bool | None = None) -> Stated:
        """Origin in the record with this index; ``public`` is the level of the place, where it has one of its own."""
        record = self.records[index]
        level = public_level(record) if public is None else public
        public = True if index in self.confirmed and level is not False else level
        return Stated(record.source, document_name(record), evidence, public)

    def choose(self, choice: dict[str, str], *, whole: bool = False) -> list[Found]:
        """The values that a ``quelle`` names: one, or several (points of a resolution, unless it is wanted whole).

        Raises:
            ChoiceError: It names nothing, or it is not clear what.
            NotStatedError: The document does not say what is asked for.
        """
        if not choice:
            raise ChoiceError("hat eine „quelle“ ohne Angaben wie {dokument: 1, suche: Pauschale}.")
        keys = {_ALIASES.get(key, key): value for key, value in choice.items()}
        unknown = sorted(set(keys) - KEYS)
        if unknown:
            raise ChoiceError(f"kennt „{unknown[0]}“ nicht; möglich sind {', '.join(sorted(_ALIASES))}.")
        index = self._record(keys.get("record"))
        if "field" in keys:
            return [self._document_field(index, keys["field"])]
        if "resolution" in keys:
            return self._resolution(index, keys["resolution"], whole=whole)
        return [self._one(index, keys)]

    def figures(self) -> Iterator[tuple[int, Found]]:
        """Every figure of every record, with the record's index."""
        for index, record in enumerate(self.records):
            for figure in record.figures:
                yield index, Found(amount_of(figure), self.stated(index, figure.evidence), _figure_name(figure))

    def consultations(self, index_text: str | None) -> list[dict[str, Found]]:
        """The Beratungsfolge of a record, as rows of gremium, termin, beratungsaktion."""
        index = self._record(index_text)
        rows = []
        for item in self.records[index].document.consultations:
            values = {"gremium": item.organization, "termin": item.date, "beratungsaktion": item.role}
            origin = self.stated(index, item.evidence)
            rows.append({key: Found(value, origin, key) for key, value in values.items() if value is not None})
        return rows

    def _record(self, text: str | None) -> int:
        if not self.records:
            raise ChoiceError("verweist auf eine Unterlage, es wurde aber keine mitgegeben (--from).")
        if text is None:
            if len(self.records) == 1:
                return 0
            raise ChoiceError(
                f"muss sagen, welche der {len(self.records)} Unterlagen gemeint ist („dokument: 1“ ist die erste)."
            )
        if text.isdecimal():
            if 0 < int(text) <= len(self.records):
                return int(text) - 1
            raise ChoiceError(f"verweist auf Unterlage {text}; es gibt {len(self.records)} ({COUNTED}).")
        near = [
            i
            for i, record in enumerate(self.records)
            if text.lower() in f"{record.source.name} {document_name(record)}".lower()
        ]
        if len(near) != 1:
            raise ChoiceError(f"verweist auf die Unterlage „{text}“; gefunden wurden {len(near)}.")
        return near[0]

    def _document_field(self, index: int, name: str) -> Found:
        asked = _DOCUMENT_FIELDS.get(name, name)
        if asked not in _DOCUMENT_FIELDS.values():
            raise ChoiceError(f"kennt die Angabe „{name}“ nicht; möglich sind {', '.join(sorted(_DOCUMENT_FIELDS))}.")
        document = self.records[index].document
        value = getattr(document, asked)
        if value is None:
            raise NotStatedError(f"Die Unterlage {document_name(self.records[index])} gibt „{name}“ nicht an.")
        return Found(value, self.stated(index, document.evidence.get(asked, ())), name)

    def _resolution(self, index: int, number: str, *, whole: bool) -> list[Found]:
        resolutions = self.records[index].resolutions
        if not number.isdecimal() or not 0 < int(number) <= len(resolutions):
            raise ChoiceError(f"verweist auf Beschlusstext {number}; die Unterlage hat {len(resolutions)} ({COUNTED}).")
        chosen = resolutions[int(number) - 1]
        origin = self.stated(index, chosen.evidence)
        texts = [] if whole else [without_mark(text) for text in chosen.points]
        return [Found(text, origin, "Beschlusstext") for text in texts or [resolved.wording(chosen)]]

    def _one(self, index: int, keys: dict[str, str]) -> Found:
        found = list(self._candidates(index, keys))
        if "figure" in keys or "staffing" in keys:
            number = keys.get("figure", keys.get("staffing", ""))
            if not number.isdecimal() or not 0 < int(number) <= len(found):
                raise ChoiceError(f"verweist auf Nr. {number}; die Unterlage hat {len(found)} ({COUNTED}).")
            return found[int(number) - 1]
        words = " ".join(keys.get("label", keys.get("search", "")).lower().split())
        pattern = re.compile(rf"(?<![\d.,]){re.escape(words)}(?![.,]?\d)")
        hits = [item for item in found if words and pattern.search(" ".join(item.name.lower().split()))]
        if not hits:
            raise ChoiceError(f"findet „{words}“ bei keiner Zahl der Unterlage.")
        if len({hit.value for hit in hits}) > 1:
            listed = "; ".join(f"„{hit.name}“" for hit in hits[:4])
            raise ChoiceError(f"ist mit „{words}“ nicht eindeutig: {listed}.")
        evidence = tuple(dict.fromkeys(item for hit in hits for item in hit.provenance.evidence))
        return Found(hits[0].value, self.stated(index, evidence), hits[0].name)

    def _candidates(self, index: int, keys: dict[str, str]) -> Iterator[Found]:
        record = self.records[index]
        if "staffing" not in keys:
            for figure in record.figures:
                yield Found(amount_of(figure), self.stated(index, figure.evidence), _figure_name(figure))
        if "figure" not in keys:
            for posts in record.staffing:
                yield Found(posts_of(posts), self.stated(index, posts.evidence), _quotes(posts.evidence))


def without_mark(point: str) -> str:
    """A point of a resolution without its own number."""
    return _POINT.sub("", point)


def amount_of(figure: Figure) -> Amount:
    """The amount of a record's figure."""
    return Amount(figure.amount, figure.qualifier, ordered(figure.per), figure.high, figure.currency)


def posts_of(staffing: Staffing) -> Posts:
    """The posts of a record's staffing."""
    return Posts(staffing.count, staffing.unit, staffing.qualifier, staffing.high)


def document_name(record: Record) -> str:
    """What staff call the document: kind, number, body, date, and the file."""
    document = record.document
    parts = [
        document.paper_type or kind_phrase(document.kind.value),
        document.reference or "",
        document.organization or "",
    ]
    if document.date is not None:
        parts.append(f"vom {document.date:%d.%m.%Y}")
    return " ".join(part for part in parts if part) + f" ({record.source.name})"


def public_level(record: Record) -> bool | None:
    """Whether a record may be quoted in public: true only where the document, or each of its agenda items, says so."""
    if record.document.public is not None:
        return record.document.public
    levels = {item.public for item in record.agenda_items}
    if False in levels:
        return False
    return True if levels == {True} else None


def _figure_name(figure: Figure) -> str:
    return " – ".join(part for part in (figure.label or "", _quotes(figure.evidence)) if part)


def _quotes(evidence: tuple[Evidence, ...]) -> str:
    return " / ".join(item.quote for item in evidence)
