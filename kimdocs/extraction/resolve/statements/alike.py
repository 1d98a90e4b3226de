"""Statements in one form: minutes tell results in the same words again and again, with other numbers at most.

What stands in the very same words, numbers, and breaks of lines as before is read once. So is a line that is but counts
of a vote, or words without any count: where it comes again with other numbers, what it tells is told with these.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from operator import attrgetter
from string import ascii_letters
from typing import TYPE_CHECKING, Any

from kimdocs.extraction.numerals import number_word
from kimdocs.extraction.recognise.groups.group import side_phrases
from kimdocs.extraction.recognise.votes.vote import may_count
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.tallies.line import LineTally
    from kimdocs.extraction.resolve.statements.statement import Statement

    Form = tuple[int, int, bytes, bytes]
    Same = tuple[int, int, int, bytes, str, str]

_ONES = bytes.maketrans(b"23456789", b"11111111")
_LONG_NUMBER = lazy(r"\d{4}")
_LONGEST = 200
_LONGEST_SAME = 600
_BEFORE, _BEHIND, _BORDER = 4, 3, 24
_ANY_LETTER = bytes.maketrans(ascii_letters.encode(), b"a" * 26 + b"A" * 26)


def read_once(context: Context, statement: Statement, read: Callable[[Context, Statement], None]) -> Statement:
    """The statement with what ``read`` puts into it, or with what the same words told before, where they stand now."""
    same = _same_words(context, statement)
    known = context.same.get(same) if same else None
    if known is not None:
        return _copied(known, statement.start - known.start)
    read(context, statement)
    if same:
        context.same[same] = _copied(statement, 0)
    return statement


def _same_words(context: Context, statement: Statement) -> Same | None:
    """All that a statement is read from: its lines from the start of the first on, and the signs around it.

    Of the letters around it, which are those of other words, but the case counts. None where a number opens its line,
    which words above may explain ("mindestens⏎12 Stimmen"), where names may follow behind a colon, and where a form has
    boxes.
    """
    start, end = statement.start, statement.end
    line = context.lines[context.line_at(start)].start
    low = max(line, start - _LONGEST)
    text, folded = context.text, context.folded
    if end - low > _LONGEST_SAME or context.ticked is not folded or ":" in folded[end : end + _BEHIND]:
        return None
    first = folded[low : min(low + _BORDER, end)].split(" ", 1)[0]
    if low == line and (not first[:1].isalpha() or number_word(first) is not None):
        return None
    before, behind = slice(max(0, low - _BEFORE), low), slice(end, end + _BEHIND)
    around = "|".join((text[before], text[behind], folded[before], folded[behind])).encode().translate(_ANY_LETTER)
    return statement.source, start - low, end - low, around, text[low:end], folded[low:end]


def _copied(statement: Statement, shift: int) -> Statement:
    """A statement that shares nothing with the first, so many characters behind it."""
    kind: Any = type(statement)
    copied: Statement = kind(*_values(kind)(statement))
    copied.start += shift
    copied.end += shift
    if said := statement.outcome_span:
        copied.outcome_span = said[0] + shift, said[1] + shift
    if spread := statement.spread_span:
        copied.spread_span = spread[0] + shift, spread[1] + shift
    copied.counts = dict(statement.counts)
    copied.groups = {name: dict(sides) for name, sides in statement.groups.items()}
    return copied


@cache
def _values(kind: type[Statement]) -> attrgetter[tuple[Any, ...]]:
    """Takes all that a statement says at once: ``dataclasses.replace`` takes four times as long."""
    return attrgetter(*(named.name for named in fields(kind)))


def form_of(context: Context, statement: Statement) -> Form | None:
    """What a statement on one line has in common with those that are told alike: its line up to its end, digits aside.

    Every digit but 0 is as good as 1. None where a year may stand, whose digits mean something, and where a form has
    boxes, for then the text is not read as it stands.
    """
    start, end = statement.start, statement.end
    low = context.lines[context.line_at(start)].start
    if end - low > _LONGEST or context.ticked is not context.folded:
        return None
    text, folded = context.text[low:end], context.folded[low:end]
    if "\n" in text[start - low :].strip() or _LONG_NUMBER.search(folded):
        return None
    return statement.source, start - low, text.encode().translate(_ONES), folded.encode().translate(_ONES)


def take_likeness(context: Context, form: Form, statement: Statement, whole: LineTally | None) -> bool:
    """Puts in what a statement of the same form told, at its own place with its own numbers; False where none did."""
    like = context.alike.get(form)
    if like is None:
        return False
    shift = statement.start - like.start
    said, spread = like.outcome_span, like.spread_span
    statement.outcome, statement.unanimous, statement.rule = like.outcome, like.unanimous, like.rule
    statement.outcome_span = (said[0] + shift, said[1] + shift) if said else None
    statement.spread_span = (spread[0] + shift, spread[1] + shift) if spread else None
    statement.amended, statement.weak, statement.firm = like.amended, like.weak, like.firm
    statement.remainder, statement.concludes = like.remainder, like.concludes
    statement.secret, statement.roll_call = like.secret, like.roll_call
    if whole:
        statement.counts = dict(whole.counts)
    return True


def keep_likeness(context: Context, form: Form, statement: Statement, whole: LineTally | None) -> None:
    """Keeps what a statement tells, for those that come in the same form."""
    if _is_alike(context, statement, whole):
        context.alike[form] = _copied(statement, 0)


def _is_alike(context: Context, statement: Statement, whole: LineTally | None) -> bool:
    """Whether a statement tells but what every other of its form does: no groups, nor what stands elsewhere."""
    span = statement.start, statement.end
    if statement.groups or statement.ticked or statement.missed or statement.opposed:
        return False
    if statement.counts != (whole.counts if whole else {}) or (not whole and may_count(context.folded, *span)):
        return False
    return not side_phrases(context.folded, *span) and matcher("majorities").first(context.folded, *span) is None
