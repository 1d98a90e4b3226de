"""``kimdocs compare``: what somebody changed in a draft by hand, and what no longer agrees since."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from kimdocs.cli.parser import GermanParser
    from kimdocs.drafting.compare.finding import Bound, Comparison, FreeValue, Sentence, Value
    from kimdocs.extraction.context import Context
    from kimdocs.model.finance import Figure, Staffing

CHANGED = 1
LONG = 80
_RELATED = 0.2
_STATES = {"changed": "geändert", "removed": "entfernt", "rewritten": "nur anders geschrieben", "same": "unverändert"}
_KINDS = {"amount": "Betrag", "posts": "Stellen", "date": "Datum"}
_MARKS = {"equal": "{}", "removed": "[−{}−]", "added": "{{+{}+}}"}


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    from kimdocs.cli.output import add_format

    parser = commands.add_parser(
        "compare",
        help="zeigen, was an einem Entwurf von Hand geändert wurde",
        description="Vergleicht einen Entwurf mit seiner bearbeiteten Fassung: welche Beträge, Daten und Sätze von "
        "Hand geändert wurden, und was nicht mehr zu seiner Quelle oder zueinander passt. Nachverfolgte Änderungen "
        "gelten als angenommen.",
        epilog="Ende mit 0: nichts geändert, 1: geändert, 3: nicht lesbar oder kein Entwurf.",
    )
    parser.add_argument("draft", metavar="ENTWURF", type=Path, help="Entwurf von „kimdocs draft“ als .docx")
    parser.add_argument("edited", metavar="BEARBEITET", type=Path, help="dieselbe Datei nach der Bearbeitung in Word")
    add_format(parser, "json", "table")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compare and print; 1 where anything was changed."""
    from kimdocs.cli.output import chosen_format
    from kimdocs.drafting.compare.compare import compare
    from kimdocs.extraction.language.sentences import sentences

    found = compare(args.draft, args.edited, values=read_values, sentences=lambda text: sentences(text, 0, len(text)))
    if chosen_format(args.format, "json") == "json":
        print(json.dumps(_data(args, found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(found)))
    return CHANGED if found.changed else 0


def read_values(lines: Sequence[str]) -> list[list[Value]]:
    """Amounts, posts and dates of each line, as extraction reads them, in the order of the line."""
    from bisect import bisect_right
    from itertools import accumulate

    from kimdocs.drafting.compare.finding import Value
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

    flat = [" ".join(line.split("\n")).replace("\r", " ") for line in lines]
    if not any(line.strip() for line in flat):
        return [[] for _ in lines]
    source = read("\n".join(flat).encode("utf-8", "replace"), name="entwurf.txt")
    starts = [0, *accumulate(len(line) + 1 for line in flat)]
    found: list[list[Value]] = [[] for _ in lines]
    for value in _values(extract(source), _context(source)):
        number = bisect_right(starts, value.start) - 1
        if source.text == "\n".join(flat) and value.end <= starts[number] + len(flat[number]):
            span = value.start - starts[number], value.end - starts[number]
            found[number].append(Value(value.kind, value.key, value.text, *span))
    return [sorted(values, key=lambda value: value.start) for values in found]


def _context(source: Any) -> Context:
    from kimdocs.extraction.segment import segment

    return segment(source)


def _values(record: Any, context: Context) -> Iterator[Value]:
    from kimdocs.drafting.compare.finding import Value, ValueKind
    from kimdocs.extraction.recognise.date import find_dates

    for kind, key, facts in (
        (ValueKind.AMOUNT, _amount_key, record.figures),
        (ValueKind.POSTS, _posts_key, record.staffing),
    ):
        for fact in facts:
            for place in fact.evidence:
                yield Value(kind, key(fact), place.quote, place.start, place.end)
    for date, start, end in find_dates(context, 0, len(context.text)):
        yield Value(ValueKind.DATE, ("date", date, None), context.text[start:end], start, end)


def _amount_key(figure: Figure) -> tuple[Any, ...]:
    return figure.currency, figure.amount, figure.high, figure.qualifier, frozenset(figure.per)


def _posts_key(staffing: Staffing) -> tuple[Any, ...]:
    return "posts", staffing.count, staffing.high, staffing.qualifier


def _lines(found: Comparison) -> Iterator[str]:
    from kimdocs.cli.output import table

    if not found.changed:
        yield "Nichts geändert."
        return
    if found.related < _RELATED:
        yield "Hinweis: Die beiden Dateien haben kaum eine Zeile gemeinsam. Gehören sie zusammen?\n"
    if found.changed_values:
        yield f"Geänderte Angaben ({len(found.changed_values)}):"
        rows = [(item.label, *_texts(item), _state(item)) for item in found.changed_values]
        yield from table(("Angabe", "im Entwurf", "jetzt", "Stand"), rows)
        yield ""
    if found.values:
        yield f"Weitere Beträge, Stellen und Daten ({len(found.values)}):"
        rows = [(_KINDS[item.kind], item.place, item.before or "–", item.after or "–") for item in found.values]
        yield from table(("Art", "Stelle", "im Entwurf", "jetzt"), rows)
        yield ""
    yield f"Geänderte Sätze und Zeilen ({len(found.sentences)}):"
    yield from (line for item in found.sentences for line in _sentence(item))
    if found.contradictions:
        yield f"\nPasst nicht mehr zusammen ({len(found.contradictions)}):"
        yield from (f"  · {_one_line(text)}" for text in found.contradictions)


def _texts(item: Bound) -> tuple[str, str]:
    from kimdocs.cli.output import shorten

    drafted, now = (_one_line(text) for text in (item.drafted, item.now))
    shared = _shared(drafted, now) if max(len(drafted), len(now)) > LONG else 0
    lead = "…" if shared else ""
    return shorten(lead + drafted[shared:], LONG), shorten(lead + now[shared:], LONG) if now else "–"


def _shared(drafted: str, now: str) -> int:
    """Where to begin with two long texts, so that one sees where they part."""
    same = next((at for at, (one, other) in enumerate(zip(drafted, now, strict=False)) if one != other), len(now))
    return drafted.rfind(" ", 0, max(0, same - LONG // 4)) + 1 if same > LONG // 2 else 0


def _state(item: Bound) -> str:
    words = _STATES[item.state]
    return f"{words}; anders als {item.disagrees}" if item.disagrees else words


def _sentence(item: Sentence) -> Iterator[str]:
    from kimdocs.cli.output import width, wrap

    text = "".join(marked(piece.operation, piece.text) for piece in item.pieces)
    lead = f"{item.place}: " if item.place else ""
    first, *rest = wrap(_one_line(lead + text), width() - 4)
    yield f"  · {first}"
    yield from (f"    {line}" for line in rest)


def marked(operation: str, text: str) -> str:
    """Words in the marks of what became of them: taken out, put in."""
    core = text.strip()
    blank = " " if text[:1].isspace() else ""
    return text if operation == "equal" or not core else blank + _MARKS[operation].format(core)


def _one_line(text: str) -> str:
    from kimdocs.cli.output import squeeze

    return squeeze(text).replace("\u00a0", " ")


def _data(args: argparse.Namespace, found: Comparison) -> dict[str, Any]:
    return {
        "draft": args.draft.name,
        "edited": args.edited.name,
        "changed": found.changed,
        "values": [_bound(item) for item in found.bound],
        "other_values": [_free(item) for item in found.values],
        "sentences": [
            {
                "place": item.place or None, "before": item.before or None, "after": item.after or None,
                "words": [{"operation": piece.operation.value, "text": piece.text} for piece in item.pieces],
            }
            for item in found.sentences
        ],
        "contradictions": list(found.contradictions),
    }  # fmt: skip


def _bound(item: Bound) -> dict[str, Any]:
    return {
        "field": item.field, "label": item.label, "place": item.place or None, "drafted": item.drafted,
        "now": item.now or None, "state": item.state.value, "disagrees_with": item.disagrees or None,
        "origins": list(item.origins),
    }  # fmt: skip


def _free(item: FreeValue) -> dict[str, Any]:
    return {
        "kind": item.kind.value, "place": item.place or None,
        "before": item.before or None, "after": item.after or None,
    }  # fmt: skip
