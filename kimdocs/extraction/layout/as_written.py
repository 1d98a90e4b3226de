"""The text of a fact as the paper has it, where it was read with other signs in the same places."""

from __future__ import annotations


def as_written(read: str, written: str) -> str:
    """``read`` with the letters that ``written`` has for zeros and its spaces between thousands, as it is quoted."""
    if read == written:
        return read
    return "".join(old if _stands_for(old, new) else new for new, old in zip(read, written, strict=True))


def _stands_for(old: str, new: str) -> bool:
    return (old == "o" and new == "0") or (new == "." and (old.isspace() or old in "'\u2019"))
