"""The body whose minutes they are, from a line or a cell of its own in the letterhead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import before_body, is_committee, starts_organization
from kimdocs.extraction.resolve.heads.lines import bare, cells_of, mark_end
from kimdocs.extraction.resolve.heads.session import name_end, organization_in
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.session import Session

_OFFICES = ("geschäftsstelle", "sekretariat", "büro ", "vorzimmer", "sitzungsdienst")
_LONGEST_NAME = 90
_EXECUTIVES = ("Magistrat", "Gemeindevorstand")
_TOWN_BEFORE = lazy(
    r"(?:\w+ )?(?:stadt|(?:samt|verbands|orts|markt)?gemeinde|markt|flecken|(?:land)?kreis) [^\n,:;()]{2,40}, (?=\w)"
)
_FROM = lazy(r"(?:[a-zäöü ]{4,24} )?aus de[mr] (?=\w)|(?:über die )?verhandlungen de[sr] ")


def organization_line(head: Head) -> Session | None:
    """A body that stands on a line of its own in the letterhead of minutes, or behind the town ("Auental - Rat")."""
    executive, context = None, head.context
    for index in range(min(head.last, 12)):
        line = context.lines[index]
        if index in head.taken:
            continue
        start = mark_end(context.text, line.start, line.end)
        dash = max(context.folded.find(border, start, line.end) for border in (" - ", " / ", " – "))
        behind = _FROM.match(context.folded, start, line.end)
        cells = [bare(context.text, *cell) for cell in cells_of(context.text, start, line.end)]
        behind = behind or _TOWN_BEFORE.match(context.folded, start, line.end)
        rests = [(dash + 3, line.end)] if dash > 0 else [(behind.end(), line.end)] if behind else []
        for begin, end in (*(() if behind else ((start, line.end),)), *rests, *(cells if len(cells) > 1 else ())):
            found = _named_alone(head, begin, end) if end - begin < _LONGEST_NAME else None
            below = _committee_below(head, index, found) if found else None
            if found and (below or not found.organization.startswith(_EXECUTIVES)):
                head.taken.add(index)
                return below or found
            executive = executive or found
    return executive


def with_whole_name(head: Head, session: Session) -> Session:
    """The sitting of a council that is named for short ("31. Ratssitzung") with the name that the letterhead has."""
    if session.organization != "Rat" or not head.context.folded.startswith("ssitzung", session.place[-1][1]):
        return session
    named = organization_line(head)
    if named is None or matcher("councils").fullmatch(named.organization.lower()) is None:
        return session
    return replace(session, organization=named.organization, place=named.place)


def _committee_below(head: Head, index: int, found: Session) -> Session | None:
    """The committee on the line right below the council that it belongs to."""
    if index + 1 >= head.last or head.blank(index + 1) or index + 1 in head.taken:
        return None
    line = head.context.lines[index + 1]
    below = _named_alone(head, mark_end(head.context.text, line.start, line.end), line.end)
    of_council = below and is_committee(below.organization.lower()) and not is_committee(found.organization.lower())
    return below if of_council or found.organization.startswith(_EXECUTIVES) else None


def _named_alone(head: Head, start: int, end: int) -> Session | None:
    folded = head.context.folded[start:end]
    if not starts_organization(folded) or folded.endswith((".", ":")) or folded.startswith(_OFFICES):
        return None
    named_to = before_body(head.context.folded, start, end)
    rest = head.context.folded[name_end(head.context, start, end) : named_to].strip()
    return None if rest[:1].isalpha() else organization_in(head.context, start, named_to)
