"""What the process of the command line does first, so that a short command takes a short time."""

from __future__ import annotations

import gc
import sys
from types import ModuleType

_UNUSED = ("spacy.cli", "spacy.cli.info")
_COLLECT_AFTER = 50_000


def lighten() -> None:
    """Leave out what no command needs; to be called once, before spaCy is imported.

    spaCy's package imports its own command line, and with it a downloader and a project manager: a fifth of the time
    of a short command. Empty modules stand in for it; in a process of our own nobody can miss it. Objects are searched
    for cycles less often than Python does: importing and reading make many objects and hardly any cycle.
    """
    gc.set_threshold(_COLLECT_AFTER, 20, 20)
    for name in _UNUSED:
        stand_in = ModuleType(name)
        stand_in.__dict__.update(__path__=[], info=None)
        sys.modules.setdefault(name, stand_in)
