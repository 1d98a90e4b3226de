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
        "new": "eine Vorlage in den eigenen Ordner kopieren, um sie dort anzupassen",
        "lint": "Vorlagen prüfen: unbekannte Felder, Filter, übersprungene Überschriften, Tabellen ohne Kopf",
    }
    for name, text in texts.items():
        action = actions.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        action.add_argument(
            "--templates", metavar="ORDNER", type=Path, required=name == "new", help="Ordner mit eigenen Vorlagen"
        )
        if name != "list":
            wanted = "*" if name == "lint" else "+"
            action.add_argument(
                "kinds", metavar="ART", nargs=wanted, help="Name der Vorlage, zum Beispiel beschlussvorlage"
            )
        action.set_defaults(run={"list": run_list, "show": run_show, "new": run_new, "lint": run_lint}[name])


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


def run_new(args: argparse.Namespace) -> int:
    """Copy built-in templates, and the house style, into the town's own folder; what is there already stays."""
    from kimdocs.drafting.catalogue import builtin_root, load_template

    for template in [load_template(kind) for kind in args.kinds]:
        _copy(template.folder, args.templates / template.kind)
    house = args.templates / "house"
    if not house.exists():
        _copy(builtin_root() / "house", house)
    return 0


def _copy(source: Path, target: Path) -> None:
    import shutil

    from kimdocs.errors import UsageError

    try:
        shutil.copytree(source, target)
    except OSError as error:
        reason = "Es gibt ihn schon." if target.exists() else "Prüfen Sie die Rechte."
        raise UsageError(f"Der Ordner „{target}“ lässt sich nicht anlegen.", reason) from error
    print(f"Angelegt: {target}")


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
