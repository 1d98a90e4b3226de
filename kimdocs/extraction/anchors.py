"""Where pieces of words stand that every passage worth reading holds: found by plain search before any pattern."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kimdocs.lexicon import load
from kimdocs.lexicon.fold import places

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context


@cache
def _stems(name: str) -> tuple[str, ...]:
    entry = next(entry for entry in load("anchors") if entry.id == name)
    return tuple(entry.attributes["stems"])


def anchor_offsets(context: Context, name: str) -> list[int]:
    """Offsets of all stems of the entry ``name`` of the table ``anchors``, in order; each stem is sought but once.

    A blank in a stem stands for a line end too.
    """
    offsets: set[int] = set()
    for stem in _stems(name):
        if stem not in context.anchors:
            context.anchors[stem] = places(context.folded, stem)
            if " " in stem:
                context.anchors[stem] += places(context.folded, stem.replace(" ", "\n"))
        offsets.update(context.anchors[stem])
    return sorted(offsets)
