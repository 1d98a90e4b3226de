"""References to numbered sections in Word: fields that follow the number, also where several stand behind "§§".

Word's field says "§ 3". Behind "§§ " the first one therefore takes the second sign with it, so that "§" and "§ 3" read
"§§ 3"; those after it ask for the number alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.drafting.sections import SIGN
from kimdocs.drafting.slots import NBSP

if TYPE_CHECKING:
    from collections.abc import Callable

    from kimdocs.drafting.blocks import Run, Runs

SECTION_BOOKMARK = "par_"
_SEVERAL = tuple(f"{SIGN}{SIGN}{blank}" for blank in (NBSP, " "))


def with_signs(runs: Runs, movable: Callable[[Run], bool]) -> Runs:
    r"""Runs in which the number behind "§§ " has the second sign as its own; ``movable`` says whose text may change.

    A number that no sign announces ("Paragraf 3") is no reference any more: programs that know no ``\t`` show one.
    """
    found: list[Run] = []
    several = False
    for run in runs:
        before = found[-1] if found else None
        if run.ref and before and before.text.endswith(_SEVERAL) and movable(before):
            found[-1] = replace(before, text=before.text[:-2])
            found.append(replace(run, text=f"{SIGN}{before.text[-1]}{run.text}"))
            several = True
        elif run.ref and not several and not run.text.startswith(SIGN):
            found.append(replace(run, ref=""))
        else:
            found.append(run)
    return tuple(found)


def instruction(run: Run) -> str:
    r"""What the field of a reference tells Word: the number with its sign, or (``\t``) without."""
    alone = "" if run.text.startswith(SIGN) else " \\t"
    return f"REF {SECTION_BOOKMARK}{run.ref} \\r{alone} \\h"
