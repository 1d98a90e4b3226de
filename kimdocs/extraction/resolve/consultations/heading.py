"""Words that head the text of a paper or are labels elsewhere, and a Beratungsfolge where its rows follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultations.across import rows_across
from kimdocs.extraction.resolve.consultations.columns import rows_in_columns
from kimdocs.extraction.resolve.consultations.fields import fields_of
from kimdocs.extraction.resolve.consultations.names import sure
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.extraction.resolve.heads.vendors import columns
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.lexicon import Match

BOX = lazy(r"(?:\[[xX]\]|[☒☑✓✔])\s+(?=\w)")
_LONGEST = 120
_DATES = lazy(r"\n(?:\w+, )?\d{1,2}\.[ \w.]{3,14}\d\n(?:\w+, )?\d{1,2}\.")
_LISTS_WITHIN = 900
_ROLE_WITHIN = 12


def heads_lists(head: Head, index: int) -> bool:
    """Whether "Gremium" is a line by itself that heads a list of bodies, and other lines head one of their dates."""
    end = head.context.lines[index].end
    return _DATES.search(head.context.folded, end, end + _LISTS_WITHIN) is not None and bool(
        rows_in_columns(head, index)
    )


def is_role_cell(head: Head, index: int) -> bool:
    """Whether a line below a date is its role ("Beschluss") in a table whose cells are lines, one of them for roles."""
    role = matcher("consultation_roles").fullmatch(head.folded(index))
    if role is None or role.attributes.get("result") or index == 0:
        return False
    above = head.context.lines[index - 1]
    dates = find_dates(head.context, *above, month_first=head.month_first)
    if not dates or dates[0][1:] != (above.start, above.end):
        return False
    before = range(max(head.tables[0][0], index - _ROLE_WITHIN), index)
    return any(columns(head.folded(line).strip(" |:")) == ("role",) for line in before)


def heads_rows(head: Head, index: int, label: Match) -> bool:
    """Whether "Beratung" is a line by itself and the next line a body with its date."""
    context = head.context
    if not context.folded.startswith("beratung", label.start):
        return False
    if rows_across(head, index):
        return True
    below = next((line for line in range(index + 1, min(index + 3, head.last)) if not head.blank(line)), None)
    if below is None or context.text[label.end : context.lines[index].end].strip(" :*"):
        return False
    start, end = context.lines[below]
    start = mark_end(context.text, start, end)
    box = BOX.match(context.text, start, end)
    start = box.end() if box else start
    return end - start < _LONGEST and sure(head, fields_of(head, start, end))
