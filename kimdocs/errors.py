"""Errors that a caller can mend: each with an exit code, a German sentence and the next step.

A document that is wrong becomes an Issue in its record; a caller that is wrong gets one of these; a bug is let
through, and the command line tells it as a ``ProgramError``.
"""

from __future__ import annotations


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
