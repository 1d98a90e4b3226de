"""``kimdocs templates``: which templates there are, what they say, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from kimdocs.cli.parser import GermanParser
    from kimdocs.drafting.catalogue import Template

WRONG = 5


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "templates",
        help="Vorlagen für Entwürfe zeigen und prüfen",
        description="Zeigt die Vorlagen, aus denen Entwürfe entstehen, und prüft eigene.",
    )
    actions = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)
    texts = {
        "list": "alle Vorlagen nennen",
        "show": "den Text einer Vorlage zeigen",
        "lint": "Vorlagen prüfen: unbekannte Felder, Filter, übersprungene Überschriften, Tabellen ohne Kopf",
    }
    for name, text in texts.items():
        action = actions.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        action.add_argument("--templates", metavar="ORDNER", type=Path, help="Ordner mit eigenen Vorlagen")
        if name != "list":
            wanted = "+" if name == "show" else "*"
            action.add_argument(
                "kinds", metavar="ART", nargs=wanted, help="Name der Vorlage, zum Beispiel beschlussvorlage"
            )
        action.set_defaults(run={"list": run_list, "show": run_show, "lint": run_lint}[name])


def run_list(args: argparse.Namespace) -> int:
    """Name every template."""
    from kimdocs.cli.output import table

    rows = [(item.kind, item.title, item.description, str(item.root)) for item in _templates((), args.templates)]
    print("\n".join(table(("Art", "Titel", "Beschreibung", "Ordner"), rows)))
    return 0


def run_show(args: argparse.Namespace) -> int:
    """Print templates."""
    for template in _templates(args.kinds, args.templates):
        print(template.text())
    return 0


def run_lint(args: argparse.Namespace) -> int:
    """Say what is wrong with templates, as ``file:line: sentence``; 5 if anything is."""
    from kimdocs.drafting.lint import lint

    wrong = 0
    for template in _templates(args.kinds, args.templates):
        findings = lint(template)
        for item in findings:
            print(f"{item.file}:{item.line}: {'Hinweis: ' if item.warning else ''}{item.message}")
        wrong += sum(not item.warning for item in findings)
        if not findings:
            print(f"{template.kind}: in Ordnung")
    return WRONG if wrong else 0


def _templates(names: Iterable[str], folder: Path | None) -> list[Template]:
    from kimdocs.drafting.catalogue import kinds, load_template

    return [load_template(name, folder) for name in names or kinds(folder)]
