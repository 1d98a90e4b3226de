"""The frame of the command line: help, wrong calls, exit codes, start."""

from __future__ import annotations

import errno
import subprocess
import sys

import pytest

from kimdocs.cli.main import COMMANDS, main
from kimdocs.cli.parser import GermanParser, translate
from kimdocs.errors import ArchiveError, UsageError, unwritable

ENGLISH = ("usage:", "options:", "positional arguments", "show this help", "error:", "required", "invalid")


def test_help_names_every_command(cli):
    result = cli("--help")
    assert result.code == 0
    assert all(f"    {name}" in result.out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_german(cli, command):
    result = cli(command, "--help")
    assert result.code == 0
    assert result.out.startswith(f"Aufruf: kimdocs {command}")
    assert not [word for word in ENGLISH if word in result.out]


@pytest.mark.parametrize("arguments", [("extract",), ("unbekannt",), ("--unbekannt",), ("read", "a", "b")])
def test_a_wrong_call_ends_with_2_and_the_next_step(cli, arguments):
    result = cli(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Fehler: ")
    assert "--help“ zeigt" in result.err


@pytest.mark.parametrize(
    ("arguments", "meant", "asked"),
    [
        (("archiv", "list"), "archive", "kimdocs --help"),
        (("archive", "exprot"), "export", "kimdocs archive --help"),
        (("extract", "a.txt", "--formt", "json"), "--format", "kimdocs extract --help"),
        (("archive", "export", "--outptu=x"), "--output", "kimdocs archive export --help"),
        (("extract", "--format", "jsn", "a.txt"), "json", "kimdocs extract --help"),
    ],
)
def test_a_slip_is_told_with_what_may_be_meant_and_where_it_is_explained(cli, arguments, meant, asked):
    result = cli(*arguments)
    assert result.code == 2
    assert f"Gemeint ist vielleicht „{meant}“" in result.err
    assert f"„{asked}“ zeigt" in result.err
    assert "vielleicht" not in cli("xyzzy").err + cli("extract", "a.txt", "--xyzzy").err


def test_without_a_command_the_help_is_shown_as_an_error(cli):
    result = cli()
    assert result.code == 2
    assert "Befehle:" in result.err


def test_version(cli):
    assert cli("--version").out.startswith("kimdocs ")


def wrong_calls(parser: GermanParser):
    parser.add_argument("--zahl", type=int)
    parser.add_argument("--wahl", choices=("a", "b"))
    parser.add_argument("--zwei", nargs=2)
    parser.add_argument("--viele", nargs="+")
    parser.add_argument("--ja", action="store_true")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--links", action="store_true")
    either.add_argument("--rechts", action="store_true")
    parser.add_argument("datei")
    for arguments in (
        [],
        ["x", "--zahl", "eins"],
        ["x", "--wahl", "c"],
        ["x", "--zwei", "1"],
        ["--viele"],
        ["x", "--zahl"],
        ["x", "--ja=1"],
        ["x", "--links", "--rechts"],
        ["x", "y"],
        ["x", "--za", "1"],
    ):
        with pytest.raises(UsageError) as raised:
            parser.parse_args(arguments)
        yield raised.value.message


def test_argparse_never_speaks_english():
    messages = list(wrong_calls(GermanParser(prog="probe")))
    english = {"argument", "arguments", "expected", "required", "invalid", "allowed", "choice", "ignored", "value"}
    assert not [message for message in messages if english & set(message.lower().replace(":", " ").split())]


def test_a_german_message_of_ours_stays():
    assert translate("argument --datum: „x“ ist kein Datum.") == "--datum: „x“ ist kein Datum."


def test_an_error_becomes_its_sentence_next_step_and_exit_code(cli, monkeypatch):
    def run(argv):
        raise ArchiveError("Das Archiv ist gesperrt.", "Bitte später noch einmal versuchen.")

    monkeypatch.setattr("kimdocs.cli.main.run", run)
    result = cli("schema")
    assert result.code == ArchiveError.exit_code
    assert result.err == "Fehler: Das Archiv ist gesperrt.\n  → Bitte später noch einmal versuchen.\n"


def test_interruption_ends_with_130(cli, monkeypatch):
    def run(argv):
        raise KeyboardInterrupt

    monkeypatch.setattr("kimdocs.cli.main.run", run)
    assert cli("schema")[::2] == (130, "Abgebrochen.\n")


def test_a_bug_is_told_and_not_hidden(monkeypatch, capsys):
    def run(argv):
        raise ZeroDivisionError

    monkeypatch.setattr("kimdocs.cli.main.run", run)
    assert main([]) == 7
    assert "ZeroDivisionError in main.py, Zeile " in capsys.readouterr().err
    monkeypatch.setenv("KIMDOCS_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        main([])


def test_a_closed_pipe_ends_quietly():
    shell = f'"{sys.executable}" -m kimdocs schema | head -n 1'
    done = subprocess.run(shell, shell=True, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("{", "")


def test_output_is_utf8_whatever_the_console_says():
    done = subprocess.run(
        [sys.executable, "-m", "kimdocs", "--help"], capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii"}
    )
    assert "Beschlüsse" in done.stdout.decode("utf-8")


def test_closed_streams_are_no_mistake_of_the_program(monkeypatch):
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert main(["--version"]) == 0
    assert main(["extract"]) == 2


@pytest.mark.parametrize("name", ["E_UNKNOWN", *errno.errorcode.values()])
def test_what_the_system_complains_of_is_told_in_german(name):
    error = OSError(getattr(errno, name, 9999), "english words")
    told = unwritable("aus.docx", error)
    assert told.message.startswith("„aus.docx“ lässt sich nicht schreiben: ")
    assert "english" not in str(told)
    assert told.next_step
