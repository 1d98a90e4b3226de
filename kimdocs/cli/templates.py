"""``kimdocs templates``: which templates there are, what they say, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.errors import OutputError, UsageError, trouble

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from kimdocs.cli.parser import GermanParser
    from kimdocs.drafting.catalogue import Template

WRONG = 5
CHANGED = 1


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
                "kinds",
                metavar="ART",
                nargs=wanted,
                type=str.lower,
                help="Name der Vorlage, zum Beispiel beschlussvorlage",
            )
        if name == "lint":
            action.add_argument(
                "--repair",
                action="store_true",
                help="Anführungszeichen und geschützte Leerzeichen, die Word in Platzhalter gesetzt hat, ersetzen "
                "(nur in --templates ORDNER)",
            )
        action.set_defaults(run={"list": run_list, "show": run_show, "new": run_new, "lint": run_lint}[name])
    _add_word_parsers(actions)


def _add_word_parsers(actions: argparse._SubParsersAction[GermanParser]) -> None:
    from kimdocs.cli.target import add_force

    text = "den Text einer Vorlage als Word-Datei ausgeben, um ihn dort zu bearbeiten"
    out = actions.add_parser("to-word", help=text, description=f"{text[0].upper()}{text[1:]}.")
    out.add_argument("kind", metavar="ART", type=str.lower, help="Name der Vorlage, zum Beispiel beschlussvorlage")
    out.add_argument("-o", "--output", metavar="DATEI", type=Path, required=True, help="Zieldatei als .docx")
    add_force(out)
    out.set_defaults(run=run_to_word)
    text = "eine in Word bearbeitete Vorlage zurückholen"
    back = actions.add_parser(
        "from-word",
        help=text,
        description="Zeigt, was an einer Vorlage in Word geändert wurde, und schreibt es mit --write in den eigenen "
        "Ordner.",
        epilog="Ende mit 0: nichts geändert oder geschrieben, 1: geändert, 3: keine Vorlage, 5: so nicht brauchbar.",
    )
    back.add_argument("file", metavar="DATEI", type=Path, help="Word-Datei von „kimdocs templates to-word“")
    for action in (out, back):
        action.add_argument("--templates", metavar="ORDNER", type=Path, help="Ordner mit eigenen Vorlagen")
    back.add_argument("--write", action="store_true", help="die Änderungen auch schreiben")
    back.set_defaults(run=run_from_word)


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

    try:
        shutil.copytree(source, target)
    except OSError as error:
        if isinstance(error, FileExistsError):
            raise UsageError(f"Den Ordner „{target}“ gibt es schon.", "Was darin steht, bleibt, wie es ist.") from error
        reason, step = trouble(error)
        raise OutputError(f"Der Ordner „{target}“ lässt sich nicht anlegen: {reason}.", step) from error
    print(f"Angelegt: {target}")


def run_lint(args: argparse.Namespace) -> int:
    """Say what is wrong with templates, as ``file:line: sentence``; 5 if anything is."""
    from kimdocs.drafting.lint import lint, lint_house

    if args.repair and args.templates is None:
        raise UsageError("Es fehlt der Ordner mit eigenen Vorlagen.", "Ergänzen Sie „--templates ORDNER“.")
    wrong = 0
    for template in _templates(args.kinds, args.templates):
        if args.repair and template.root == args.templates:
            _repair(template)
        findings = lint(template)
        for item in findings:
            print(f"{item.file}:{item.line}: {'Hinweis: ' if item.warning else ''}{item.message}")
        wrong += sum(not item.warning for item in findings)
        if not findings:
            print(f"{template.kind}: in Ordnung")
    for item in lint_house(args.templates) if args.templates is not None else ():
        print(f"{item.file}: {'Hinweis: ' if item.warning else ''}{item.message}")
        wrong += not item.warning
    return WRONG if wrong else 0


def _repair(template: Template) -> None:
    from kimdocs.drafting.lint import repaired
    from kimdocs.drafting.roundtrip.writing import write

    before = template.text()
    after = repaired(before)
    if after != before:
        write(template.root, template.kind, after)
        print("\n".join(_difference(template.kind, before, after, "repariert")))


def run_to_word(args: argparse.Namespace) -> int:
    """Write a template as a Word file."""
    from kimdocs.cli.target import refuse_existing, write_bytes
    from kimdocs.drafting.catalogue import house_style, load_template
    from kimdocs.drafting.environment import environment
    from kimdocs.drafting.roundtrip.to_word import to_word
    from kimdocs.drafting.syntax import check_syntax

    if args.output.suffix.lower() != ".docx":
        raise UsageError(f"„{args.output.name}“ ist keine Word-Datei.", "Wählen Sie einen Namen mit .docx am Ende.")
    refuse_existing(args.output, force=args.force)
    template = load_template(args.kind, args.templates)
    check_syntax(environment(), template.text(), f"{args.kind}/template.md.j2")
    content = to_word(template, template.text(), house_style(args.templates))
    write_bytes(args.output, content)
    print(f"Geschrieben: {args.output}")
    return 0


def run_from_word(args: argparse.Namespace) -> int:
    """Show what was changed in Word as a difference of lines; write it only if asked to."""
    from kimdocs.drafting.catalogue import load_template
    from kimdocs.drafting.roundtrip.from_word import from_word, original
    from kimdocs.drafting.roundtrip.package import open_word
    from kimdocs.drafting.roundtrip.writing import check, is_own, write

    package = open_word(args.file)
    before = original(package)
    template = load_template(before.kind, args.templates)
    made = from_word(package, template)
    now = template.text() if is_own(template, before.text) else before.text
    print("\n".join(_difference(before.kind, now, made.text)))
    if made.text == template.text() != before.text:
        print("Was in Word geändert wurde, steht schon in der Vorlage.")
        return 0
    print("".join(f"  · {note}\n" for note in made.notes), end="")
    if made.text == before.text:
        return 0
    check(template, before.text, made.text)
    if not args.write:
        print("Noch nichts geschrieben; mit „--write --templates ORDNER“ werden die Änderungen übernommen.")
        return CHANGED
    if args.templates is None:
        raise UsageError("Es fehlt der Ordner mit eigenen Vorlagen.", "Ergänzen Sie „--templates ORDNER“.")
    print(f"Geschrieben: {write(args.templates, before.kind, made.text, before.text)}")
    return 0


def _difference(kind: str, before: str, after: str, how: str = "aus Word") -> Iterable[str]:
    import difflib

    from kimdocs.cli.output import clean

    lines = difflib.unified_diff(
        before.split("\n"), after.split("\n"), f"{kind} (bisher)", f"{kind} ({how})", n=1, lineterm=""
    )
    return [clean(line) if line.strip() else "" for line in lines] or ["Keine Änderungen."]


def _templates(names: Iterable[str], folder: Path | None) -> list[Template]:
    from kimdocs.drafting.catalogue import kinds, load_template

    return [load_template(name, folder) for name in names or kinds(folder)]
