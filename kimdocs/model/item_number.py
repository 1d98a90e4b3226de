"""Numbers of agenda items as people type them: "TOP 5", "5." and "Ö 5" mean the item 5."""

from __future__ import annotations

import re


def folded(item: str) -> str:
    """The number without "TOP", blanks and a closing dot, in small letters."""
    return re.sub(r"^(?:top|tagesordnungspunkt)|[\s.]+$|\s", "", item.casefold())


def bare(item: str) -> str:
    """The number without letters before it: "Ö 5" is "5"."""
    return re.sub(r"^[^\d]+", "", folded(item))
