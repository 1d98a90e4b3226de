"""A mistake of kimdocs itself: told in a sentence, so that one document does not cost a clerk all the others."""

from __future__ import annotations

import os
import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.errors import KimdocsError, OutputError, ProgramError, trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

TRACEBACK = "KIMDOCS_TRACEBACK"
"""Environment variable that, when set, lets a mistake of the program through with its traceback."""

_PACKAGE = Path(__file__).parents[1]


@contextmanager
def dealing_with(document: Path | bytes) -> Iterator[None]:
    """Do something with one document.

    Raises:
        ProgramError: The program failed over it, in a way that nobody but its developers can mend.
    """
    try:
        yield
    except KimdocsError:
        raise
    except Exception as error:
        raise program_error(error, None if isinstance(document, bytes) else document.name) from error


def as_told(error: Exception) -> KimdocsError:
    """What a command that could not go on says: of the computer's own complaint (disk full), or of its own mistake."""
    if isinstance(error, OSError) and error.errno:
        reason, step = trouble(error)
        place = f" („{error.filename}“)" if error.filename else ""
        return OutputError(f"Das geht nicht: {reason}{place}.", step)
    return program_error(error)


def program_error(error: Exception, name: str | None = None) -> ProgramError:
    """The sentence about a mistake of the program; it holds nothing of the document but its name.

    Raises:
        Exception: The same error, where ``KIMDOCS_TRACEBACK`` asks for it.
    """
    if os.environ.get(TRACEBACK):
        raise error
    frames = traceback.extract_tb(error.__traceback__)
    own = next((frame for frame in reversed(frames) if Path(frame.filename).is_relative_to(_PACKAGE)), frames[-1])
    about = f"Bei „{name}“ ist kimdocs" if name else "kimdocs ist"
    place = f"{type(error).__name__} in {Path(own.filename).name}, Zeile {own.lineno}"
    return ProgramError(
        f"{about} selbst ein Fehler unterlaufen ({place}).",
        "Bitte melden Sie diese Zeile den Entwicklern; am Dokument müssen Sie nichts ändern.",
    )
