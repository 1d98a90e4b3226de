"""Errors that a caller can mend: each with an exit code, a German sentence and the next step.

A document that is wrong becomes an Issue in its record; a caller that is wrong gets one of these; a bug is let
through, and the command line tells it as a ``ProgramError``.
"""

from __future__ import annotations

from functools import cache


class KimdocsError(Exception):
    """What went wrong, as a German sentence, and what the user can do next.

    Attributes:
        exit_code: Exit status of a command that ends with this error.
        message: German sentence that says what is wrong.
        next_step: German sentence that says what to do next; may be empty.
    """

    exit_code = 1

    def __init__(self, message: str, next_step: str = "") -> None:
        """Keep the sentence and the next step; ``str(error)`` joins both."""
        super().__init__(f"{message} {next_step}".strip())
        self.message = message
        self.next_step = next_step


class UsageError(KimdocsError):
    """The call itself is wrong: an unknown option, a missing argument, two that exclude each other."""

    exit_code = 2


class OutputError(UsageError):
    """A result cannot be written: no folder, no right, no room."""

    exit_code = 8


class InputError(KimdocsError):
    """A file cannot be read: missing, unsupported, damaged, encrypted, without text layer, too large."""

    exit_code = 3


class ProgramError(InputError):
    """The program itself failed over a file; the command line makes it of a bug, so that other files are still read."""

    exit_code = 7


class LexiconError(KimdocsError):
    """A lexicon file breaks its own rules."""

    exit_code = 4


class TemplateError(KimdocsError):
    """A template is unknown, broken, or lacks facts."""

    exit_code = 5


class DataError(KimdocsError):
    """A data file (YAML, JSON) for a draft holds a value that is not what its field asks for."""

    exit_code = 5


class ArchiveError(KimdocsError):
    """The archive is missing, locked, of a newer schema, or an entry is not in it."""

    exit_code = 6


def unwritable(path: object, error: OSError) -> OutputError:
    """That a file cannot be written, why in German, and what to do about it."""
    reason, step = trouble(error)
    return OutputError(f"„{path}“ lässt sich nicht schreiben: {reason}.", step)


def trouble(error: OSError) -> tuple[str, str]:
    """What the system complains of, in German words that fit behind a colon, and the next step."""
    import errno

    name = errno.errorcode.get(error.errno or 0, "")
    return _troubles().get(name, ("der Rechner lässt es nicht zu", "Prüfen Sie Ordner, Rechte und Speicherplatz."))


@cache
def _troubles() -> dict[str, tuple[str, str]]:
    import tomllib
    from importlib.resources import files

    table = tomllib.loads((files("kimdocs") / "errors.toml").read_text(encoding="utf-8"))
    return {name: (one["reason"], one["step"]) for one in table["trouble"] for name in one["errno"]}
