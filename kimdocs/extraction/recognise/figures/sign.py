"""Whether a dash beside a number is a minus, a bullet, a mark between two thoughts, or the end of the cents."""

from __future__ import annotations

import re

from kimdocs.extraction.recognise.figures.amount import last_word, words_of
from kimdocs.lexicon.lazy import lazy

_BEHIND_CENTS = lazy(r".*,\d{2}-", re.ASCII)
_WIDEST_GAP = 2
_MINUS = lazy(r"(?<![\d€])(?<!eur)(?<!euro)\s(?:von )?minus (?:rund |rd\. |ca\. |etwa )?\Z")
_BEHIND_WHOLE = lazy(r".*\d-", re.ASCII)


def signed(text: str, folded: str, start: int, digits: str, end: int) -> tuple[bool, str]:
    """Whether the number at ``start`` is negative, and its digits without the sign.

    Args:
        text: The text as it is.
        folded: The same, folded.
        start: Where the number starts, with a sign that touches it.
        digits: The number, without blanks inside.
        end: Where the currency behind the number ends.
    """
    if digits[0] == "-":
        return _touching(text, folded, start), digits.lstrip("-")
    if digits[0] == "+":
        return False, digits[1:]
    if _BEHIND_CENTS.fullmatch(digits):
        return True, digits[:-1]
    if _BEHIND_WHOLE.fullmatch(digits):
        return (True, digits[:-1]) if _in_cell(text, start) else (False, digits)
    if text[end : end + 1] in "-−" and text[end : end + 1] and _ends_cell(text, end + 1):
        return not digits.endswith("-"), digits
    return _detached(text, folded, start, end), digits


def is_minus_before(text: str, folded: str, start: int, end: int) -> bool:
    """Whether a minus stands before the currency at ``start`` whose number ends at ``end`` ("-EUR 500")."""
    if folded[start - 1 : start] != "-":
        return _detached(text, folded, start, end)
    return (start == 1 or not text[start - 2].isalnum()) and _touching(text, folded, start - 1)


def _ends_cell(text: str, at: int) -> bool:
    """Whether a line ends at ``at``, or nothing but blanks follows for two characters."""
    return text[at : at + 1] in ("", "\n") or not text[at : at + 2].strip()


def _touching(text: str, folded: str, start: int) -> bool:
    before = text[start - 1 : start]
    if before.isalpha():
        return text[start] in "-\u2212"
    if _starts_line(text, start):
        return not _is_bullet(folded, start)
    return True


def _detached(text: str, folded: str, start: int, end: int) -> bool:
    bare = folded[max(0, start - 12) : start].rstrip(" ")
    if not bare.endswith("-"):
        return bare.endswith("./.") or _MINUS.search(folded, max(0, start - 30), start) is not None
    dash = start - (len(folded[max(0, start - 12) : start]) - len(bare)) - 1
    if dash and not (text[dash - 1].isspace() or text[dash - 1] in "(|:"):
        return False
    gap = text[dash + 1 : start]
    if "\t" in gap or len(gap) > _WIDEST_GAP or text[dash] == "\u2212":
        return "\t" not in gap and len(gap) <= _WIDEST_GAP
    if _starts_line(text, dash):
        alone = not folded[end : end + 200].split("\n", 1)[0].strip(" \t|")
        return alone and not _is_bullet(folded, dash)
    if (
        text[dash - 1] == "\t"
        or text[dash - 2 : dash] == "  "
        or folded[max(0, dash - 12) : dash].rstrip(" ")[-1:] in "|:(="
    ):
        return True
    return last_word(folded, 0, dash) in words_of("figures", "signed")


def _starts_line(text: str, at: int) -> bool:
    return not text[max(text.rfind("\n", max(0, at - 200), at), at - 200, 0) : at].strip()


def _is_bullet(folded: str, dash: int) -> bool:
    """Whether a line next to this one starts with a dash that is no minus."""
    begin = folded.rfind("\n", max(0, dash - 200), dash)
    above = folded[max(0, begin - 200) : max(0, begin)].rstrip().rsplit("\n", 1)[-1].lstrip()
    below = folded[dash : dash + 400].split("\n", 2)[1:2]
    return any(
        line.startswith("-") and len(line) > 1 and not line[1:3].strip()[:1].isdigit()
        for line in (above, *(b.lstrip() for b in below))
    )


def _in_cell(text: str, start: int) -> bool:
    return text[start - 1 : start] == "\t" or text[max(0, start - 2) : start] == "  "
