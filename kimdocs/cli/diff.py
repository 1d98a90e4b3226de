"""``kimdocs diff``: what became of a proposed resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from kimdocs.cli.parser import GermanParser
    from kimdocs.comparison.compare import Comparison
    from kimdocs.comparison.values import ValueChange
    from kimdocs.comparison.words import Run
    from kimdocs.model.decision import Resolution
    from kimdocs.model.finance import Figure, Staffing
    from kimdocs.model.record import Record

DIFFERENT = 1
POSITIVE = frozenset({"adopted", "recommended"})
MANNERS = {"unchanged": "unverändert", "as_proposed": "wie Vorlage", "changed": "geändert"}
TEXTS = {
    "unchanged": "Wortlaut wie vorgeschlagen",
    "as_proposed": "Wortlaut nicht wiederholt, auf die Vorlage verwiesen",
    "changed": "Wortlaut weicht vom Vorschlag ab",
    "not_stated": "Wortlaut steht nicht in der Niederschrift",
}
MATCHED_BY = {
    "item": "genannter Tagesordnungspunkt",
    "reference": "Vorlagennummer",
    "title": "Betreff",
    "wording": "Wortlaut",
}
MARKS = {"equal": ("", ""), "removed": ("[−", "−]"), "added": ("{+", "+}")}
LEGEND = "[−entfallen−]  {+hinzugekommen+}"


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    from kimdocs.cli.output import add_format

    parser = commands.add_parser(
        "diff",
        help="Beschlussvorschlag und gefassten Beschluss vergleichen",
        description="Vergleicht den Beschlussvorschlag einer Vorlage mit dem Beschluss, den die Niederschrift oder der "
        "Auszug dazu festhält: Wortlaut, Beträge und Stellen. Der passende Beschluss wird an Vorlagennummer, Betreff "
        "oder Wortlaut erkannt.",
        epilog="Ende mit 0: unverändert beschlossen, 1: geändert, nicht beschlossen oder nicht vergleichbar, 3: Datei "
        "nicht lesbar oder kein Beschluss dazu.",
    )
    parser.add_argument("submission", metavar="VORLAGE", help="Datei mit dem Beschlussvorschlag")
    parser.add_argument("minutes", metavar="NIEDERSCHRIFT", help="Niederschrift oder Beschlussauszug")
    parser.add_argument(
        "--item", metavar="TOP", help="nur diesen Tagesordnungspunkt ansehen, zum Beispiel 7 oder „Ö 6.1“"
    )
    add_format(parser, "json", "table")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compare and tell; 1 where the adopted text is another one, or is not there."""
    from kimdocs.cli.output import chosen_format
    from kimdocs.comparison.compare import compare

    submission, minutes = _record(args.submission), _record(args.minutes)
    found = compare(submission, minutes, args.item)
    if chosen_format(args.format, "table") == "json":
        import json

        print(json.dumps(_data(submission, minutes, found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(submission, minutes, found)))
    decided = found.decision is not None and found.decision.outcome in POSITIVE
    return 0 if decided and found.verdict in {"unchanged", "as_proposed"} else DIFFERENT


def _record(name: str) -> Record:
    from kimdocs.cli.inputs import documents
    from kimdocs.errors import UsageError
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

    files = list(documents([name]))
    if len(files) != 1:
        raise UsageError(f"„{name}“ ist ein Ordner.", "Bitte genau eine Vorlage und eine Niederschrift nennen.")
    return extract(read(files[0]))


def _lines(submission: Record, minutes: Record, found: Comparison) -> list[str]:
    from kimdocs.cli.output import heading, table, width, wrap

    lines = heading(f"{submission.source.name} → {minutes.source.name}")
    lines.append(f"Ergebnis: {_outcome(found)} ({TEXTS[found.verdict]})")
    lines.append(f"Zugeordnet nach: {MATCHED_BY[found.matched_by]}{_item(found)}")
    lines += [f"Hinweis: {note}" for note in found.notes]
    if found.words:
        lines += ["", *heading("Wortlaut", "─"), *wrap(_marked(found.words), width())]
        if found.verdict == "changed":
            lines += ["", LEGEND]
    else:
        lines += ["", *heading("Vorschlag", "─"), *wrap(found.proposed.text, width())]
    for title, rows in (("Beträge", _figure_rows(found.figures)), ("Stellen", _post_rows(found.staffing))):
        if rows:
            lines += ["", *heading(title, "─"), *table(("Vorschlag", "Beschluss", ""), rows)]
    return [*lines, "", *_places(found)]


def _outcome(found: Comparison) -> str:
    """For example "geändert beschlossen", "abgelehnt"."""
    from kimdocs.cli.output import word

    if found.decision is None:
        return "nicht erkannt"
    outcome = word("outcome", found.decision.outcome)
    manner = MANNERS.get(found.verdict, "")
    return f"{manner} {outcome}".strip() if found.decision.outcome in POSITIVE else outcome


def _item(found: Comparison) -> str:
    number = next((one.agenda_item for one in (found.adopted, found.decision) if one and one.agenda_item), None)
    return f" (TOP {number})" if number else ""


def _marked(runs: Iterable[Run]) -> str:
    return " ".join(MARKS[run.operation][0] + run.text + MARKS[run.operation][1] for run in runs)


def _change(change: ValueChange[Any]) -> str:
    if change.same:
        return "unverändert"
    if change.before is None:
        return "hinzugekommen"
    return "entfallen" if change.after is None else "geändert"


def _figure_rows(changes: Iterable[ValueChange[Figure]]) -> list[tuple[str, str, str]]:
    return [(_figure(one.before), _figure(one.after), _change(one)) for one in changes]


def _figure(figure: Figure | None) -> str:
    from kimdocs.cli.output import money, number, word

    if figure is None:
        return "–"
    amount = money(figure.amount, figure.currency)
    if figure.high is not None:
        amount = f"{number(figure.amount)} bis {money(figure.high, figure.currency)}"
    units = "".join(f" je {word('per', unit)}" for unit in figure.per)
    return f"{word('qualifier', figure.qualifier)} {amount}{units}".strip()


def _post_rows(changes: Iterable[ValueChange[Staffing]]) -> list[tuple[str, str, str]]:
    return [(_post(one.before), _post(one.after), _change(one)) for one in changes]


def _post(post: Staffing | None) -> str:
    from kimdocs.cli.output import number, word

    if post is None:
        return "–"
    high = "" if post.high is None else f" bis {number(post.high)}"
    return f"{word('qualifier', post.qualifier)} {number(post.count)}{high} {post.unit}".strip()


def _places(found: Comparison) -> list[str]:
    from kimdocs.cli.output import place

    lines = [f"Vorschlag: {place(found.proposed.evidence, 60)}"]
    if found.adopted is not None:
        lines.append(f"Beschluss: {place(found.adopted.evidence, 60)}")
    if found.decision is not None:
        lines.append(f"Abstimmung: {place(found.decision.evidence, 60)}")
    return lines


def _data(submission: Record, minutes: Record, found: Comparison) -> dict[str, Any]:
    return {
        "verdict": found.verdict.value,
        "outcome": found.decision.outcome.value if found.decision else None,
        "matched_by": found.matched_by.value,
        "submission": _side(submission, found.proposed),
        "minutes": _side(minutes, found.adopted),
        "words": [{"operation": run.operation.value, "text": run.text} for run in found.words],
        "figures": [
            {"same": one.same, "before": _figure_data(one.before), "after": _figure_data(one.after)}
            for one in found.figures
        ],
        "staffing": [
            {"same": one.same, "before": _post_data(one.before), "after": _post_data(one.after)}
            for one in found.staffing
        ],
        "notes": list(found.notes),
    }


def _side(record: Record, resolution: Resolution | None) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "name": record.source.name,
        "reference": record.document.reference,
        "agenda_item": resolution.agenda_item if resolution else None,
        "text": resolution.text if resolution else None,
        "evidence": [asdict(one) for one in resolution.evidence] if resolution else [],
    }


def _figure_data(figure: Figure | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {
        "amount": f"{figure.amount:f}",
        "high": None if figure.high is None else f"{figure.high:f}",
        "currency": figure.currency,
        "qualifier": figure.qualifier.value,
        "per": [unit.value for unit in figure.per],
    }


def _post_data(post: Staffing | None) -> dict[str, Any] | None:
    if post is None:
        return None
    high = None if post.high is None else f"{post.high:f}"
    return {"count": f"{post.count:f}", "high": high, "unit": post.unit, "qualifier": post.qualifier.value}
