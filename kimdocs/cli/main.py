"""Entry of the command line: find the command, run it, turn what went wrong into a German sentence and an exit code."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module

from kimdocs.cli.endings import ENDINGS, endings
from kimdocs.cli.parser import GermanParser
from kimdocs.cli.startup import lighten
from kimdocs.errors import KimdocsError

DESCRIPTION = (
    "Liest Niederschriften, Vorlagen und Vereinbarungen, findet Beschlüsse, Beträge und Stellen und entwirft neue."
)
EPILOG = (
    "„kimdocs BEFEHL --help“ erklärt einen Befehl, „kimdocs demo“ zeigt den ganzen Weg an Beispielen. "
    f"Ende mit {endings(*ENDINGS)}."
)

# Name of the command → its help. The module is kimdocs.cli.<name>: only the one that was asked for is imported.
COMMANDS = {
    "read": "Text eines Dokuments zeigen, so wie kimdocs ihn liest",
    "extract": "Beschlüsse, Abstimmungen, Beträge und Stellen aus Dokumenten ziehen",
    "archive": "Dokumente und ihre Fakten in einem Archiv ablegen und nachschlagen",
    "search": "im Archiv suchen",
    "draft": "aus Daten und Dokumenten ein neues Dokument entwerfen",
    "check": "Vorlagen, Vereinbarungen und Niederschriften auf Widersprüche und Lücken prüfen",
    "trace": "zeigen, woher die Zahlen eines Entwurfs stammen",
    "compare": "zeigen, was an einem Entwurf von Hand geändert wurde",
    "redline": "zwei Fassungen als Word-Datei mit nachverfolgten Änderungen oder als Synopse",
    "templates": "Vorlagen für Entwürfe zeigen und prüfen",
    "diff": "Beschlussvorschlag und gefassten Beschluss vergleichen",
    "evaluate": "an eigenen, von Hand ausgewerteten Dokumenten messen",
    "schema": "JSON-Schema der Ergebnisse zeigen",
    "demo": "den ganzen Weg einmal an mitgelieferten Beispielen zeigen",
}

INTERRUPTED = 130
PIPE_CLOSED = 141


def entry() -> None:
    """Run the command line and end the process with its exit code (console script ``kimdocs``)."""
    lighten()
    sys.exit(main())


def main(argv: list[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: Arguments without the program's name; those of the process if None.

    Returns:
        Exit code: 0 done, 2 wrong call, 3 to 8 see ``kimdocs.errors``, 130 interrupted.
    """
    speak_utf8()
    try:
        code = run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except KimdocsError as error:
        complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        print("Abgebrochen.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that the interpreter's last flush does not fail again
        return PIPE_CLOSED
    except Exception as mishap:
        from kimdocs.cli.mishap import as_told

        told = as_told(mishap)
        complain(told)
        return told.exit_code
    return code


def run(argv: list[str]) -> int:
    """Parse the arguments and run the command that they name."""
    chosen = next((word for word in argv if not word.startswith("-")), None)
    parser = build_parser(chosen)
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as stop:  # --help and --version end this way
        return stop.code if isinstance(stop.code, int) else 0
    if arguments.version:
        from kimdocs.version import VERSION

        print(f"kimdocs {VERSION}")
        return 0
    if "run" not in arguments:
        parser.print_help(sys.stderr)
        return 2
    code: int = arguments.run(arguments)
    return code


def build_parser(chosen: str | None) -> GermanParser:
    """The parser with all commands by name, of which only the chosen one knows its arguments."""
    parser = GermanParser(prog="kimdocs", description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("-V", "--version", action="store_true", help="Version zeigen und enden")
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL")
    for name, text in COMMANDS.items():
        if name == chosen:
            import_module(f"kimdocs.cli.{name}").add_parser(commands)
        else:
            commands.add_parser(name, help=text)
    return parser


def complain(error: KimdocsError) -> None:
    """Print what went wrong and what to do next to standard error."""
    print(f"Fehler: {error.message}", file=sys.stderr)
    if error.next_step:
        print(f"  → {error.next_step}", file=sys.stderr)


def speak_utf8() -> None:
    """Let output be UTF-8 on every console; neither characters that cannot be shown nor a closed stream end a run."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.StringIO())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
