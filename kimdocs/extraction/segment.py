"""Headings and agenda items → sections that cover the text, with the resolutions' text cut out exactly."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from kimdocs.extraction.agenda.items import find_items
from kimdocs.extraction.context import Context, Line, Section
from kimdocs.extraction.headings.heading import BARE_MOTION, find_headings
from kimdocs.extraction.headings.openings import lines_by_begin
from kimdocs.extraction.layout.double_spaced import without_double_spacing
from kimdocs.extraction.layout.flat import without_flat
from kimdocs.extraction.layout.gutters import without_gutters
from kimdocs.extraction.layout.line_wraps import without_wraps
from kimdocs.extraction.layout.markup import without_markup
from kimdocs.extraction.layout.page_ends import without_page_ends
from kimdocs.extraction.layout.page_heads import without_page_heads
from kimdocs.extraction.layout.plain_spaces import with_plain_spaces
from kimdocs.extraction.layout.typed_zeros import with_typed_zeros
from kimdocs.extraction.recognise.forms.blank_counts import without_blank_counts
from kimdocs.extraction.recognise.forms.box import with_zeros, without_uncrossed
from kimdocs.extraction.recognise.forms.offered import offers, without_offers
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.recognise.votes.sums import with_sums
from kimdocs.extraction.recognise.votes.told_apart import without_told_apart
from kimdocs.extraction.result_lines.results import as_status
from kimdocs.extraction.texts.numbered import numbered_resolutions
from kimdocs.extraction.texts.parts import with_text, with_variants, without_numbered, without_parts
from kimdocs.extraction.texts.wording import resolution_cuts
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.finance import SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kimdocs.extraction.context import Heading, Item
    from kimdocs.model.source import SourceDocument

_CELL = lazy(
    r"(?:[a-z]{2,10}[.,]{0,2} )?\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}|(?:n(?:icht)?[ .-]?)?öff(?:\.|entlich)|ö|nö?"
    r"|(?:sitzungs)?(?:termin|datum)|sitzung am|top|status|öffentlichkeit(?:sstatus)?:?"
    r"|aufgabe|zuständigkeit|beratungsart|beschlussart|behandlung|gremi(?:um|en)|ö ?/ ?n"
)
_ITEM = lazy(r"\d{1,2}")
_DATED_ROW = lazy(r"\s{3,}\S.*\s{3,}(?:am )?\d{1,2}\.\d{1,2}\.\d{2,4}\b")
_KINDS = {
    "resolution": SectionKind.RESOLUTION,
    "recommendation": SectionKind.RESOLUTION,
    "proposed_resolution": SectionKind.PROPOSED_RESOLUTION,
    "financial_impact": SectionKind.FINANCIAL_IMPACT,
    "statement_of_facts": SectionKind.STATEMENT_OF_FACTS,
    "debate": SectionKind.DEBATE,
    "item": SectionKind.DEBATE,
    "after_result": SectionKind.DEBATE,
    "after_resolution": SectionKind.DEBATE,
}
_CLOSING = lazy(
    r"(?:(?:ende|schluss) der (?:öffentlichen )?sitzung|genehmigungsvermerk|ende:?\s+\d{1,2}[:.]\d{2}\s+uhr)\b"
)
_OPENERS = ("ende", "gene", "sitz", "schl")


def segment(source: SourceDocument) -> Context:
    """The source cut into lines, headings, agenda items and sections."""
    text = without_gutters(without_markup(with_typed_zeros(with_plain_spaces(source.text))))
    text = without_wraps(without_double_spacing(without_page_ends(without_page_heads(text))))
    folded, forms = without_uncrossed(text, fold(text))
    folded = without_told_apart(folded)
    lines = without_flat(text, folded, split_lines(text))
    offered = tuple(offers(text, folded, lines))
    folded = without_offers(folded, offered)
    context = Context(source, folded, lines, ticked=with_sums(with_zeros(without_blank_counts(folded))), forms=forms)
    context.text, context.filled = text, tuple(row for offer in offered for row in offer.rows)
    begins = lines_by_begin(folded, lines)
    headings = numbered_resolutions(text, folded, lines, find_headings(text, folded, lines, begins))
    context.headings = tuple(with_text(context, heading, as_status(context, heading)) for heading in headings)
    context.headings = tuple(without_columns(without_listed(context)))
    context.headings = tuple(without_roles(context))
    context.headings = tuple(without_others_motions(context))
    context.headings = tuple(without_numbered(context))
    context.headings = with_variants(context, tuple(without_parts(context)))
    context.closing = closing = _closing_offset(folded, lines)
    items = find_items(replace(source, text=text), folded, lines, begins, closing)
    context.items = items if text is source.text else tuple(_quoted(source, item) for item in items)
    marks = [(0, "head"), *((h.start, h.key) for h in context.headings), *((i.start, "item") for i in context.items)]
    if closing < len(source.text):
        marks.append((closing, "closing"))
    context.sections = _sections(context, marks)
    marks += resolution_cuts(context)
    context.sections = _sections(context, marks)
    return context


def _quoted(source: SourceDocument, item: Item) -> Item:
    """The item with evidence as the source has it, with the end of a page that may stand in its title."""
    if all(source.text.startswith(place.quote, place.start) for place in item.fact.evidence):
        return item
    places = (replace(place, quote=source.text[place.start : place.end]) for place in item.fact.evidence)
    return replace(item, fact=replace(item.fact, evidence=tuple(places)))


def without_listed(context: Context) -> Iterator[Heading]:
    """Headings without those that are but entries of a list of attachments ("Anlagen:", "Beschlussempfehlung")."""
    listed = None
    for heading in context.headings:
        line = context.lines[heading.line]
        bare = heading.end >= line.end and context.text[line.end - 1] != ":"
        if listed is not None and bare and all(end > start for start, end in context.lines[listed : heading.line]):
            continue
        listed = heading.line if heading.key == "attachments" else None
        yield heading


def without_roles(context: Context) -> Iterator[Heading]:
    """Headings without those that are but a cell in a column of roles ("Vorberatung", "Entscheidung")."""
    for heading in context.headings:
        line = context.lines[heading.line]
        cell = heading.key in ("resolution", "recommendation") and heading.end >= line.end
        row = heading.key == "debate" and _DATED_ROW.search(context.folded, heading.end, line.end)
        if not row and not (cell and _is_role(context, line) and _role_beside(context, heading.line)):
            yield heading


def without_others_motions(context: Context) -> Iterator[Heading]:
    """Headings without each line "Antrag:" but that of a paper's own proposal, behind which its reasons come next."""
    for heading, following in zip_longest(context.headings, context.headings[1:]):
        bare = context.folded[heading.start : context.lines[heading.line].end] == BARE_MOTION
        if not bare or (following and following.key == "statement_of_facts"):
            yield heading


def _role_beside(context: Context, index: int) -> bool:
    """Whether the line is a cell of a table of bodies: above or below is a date, a role, a mark or the head of one."""
    above = [line for line in context.lines[max(0, index - 4) : index] if line.end > line.start][-2:]
    below = [line for line in context.lines[index + 1 : index + 3] if line.end > line.start][:1]
    if any(_CELL.fullmatch(context.folded, *line) for line in (*above[-1:], *below)):
        return True
    if above and _is_role(context, above[-1]):
        return True
    body = (
        above and starts_organization(context.folded[slice(*above[-1])]) and context.text[above[-1].end - 1].isalpha()
    )
    dated = any(_CELL.fullmatch(context.folded, *line) for line in above[:1])
    return bool(body) and (dated or any(_ITEM.fullmatch(context.folded, *line) for line in below))


def _is_role(context: Context, line: Line) -> bool:
    return matcher("consultation_roles").fullmatch(context.folded[line.start : line.end]) is not None


def without_columns(headings: Iterable[Heading]) -> Iterator[Heading]:
    """Headings without those that are but the header row of a result's table ("Gremium Ja Nein")."""
    before = None
    for heading in headings:
        columns = (
            heading.key == "consultations" and before and before.key == "result" and heading.line - before.line < 3
        )
        if not columns:
            yield heading
        before = heading


def split_lines(text: str) -> tuple[Line, ...]:
    """Every line of the text without the white space at its ends; a form feed ends a line too."""
    lines = []
    start = 0
    # a plain call of the class takes twice as long, and there is one for each line
    new = tuple.__new__
    for raw in text.replace("\f", "\n").split("\n"):
        bare = raw.strip()
        length = len(raw)
        if len(bare) == length:
            lines.append(new(Line, (start, start + length)))
        else:
            lead = start + (raw.index(bare[0]) if bare else 0)
            lines.append(new(Line, (lead, lead + len(bare))))
        start += length + 1
    return tuple(lines)


def _sections(context: Context, marks: list[tuple[int, str]]) -> tuple[Section, ...]:
    ordered = sorted(marks, key=lambda mark: mark[0])
    sections: list[Section] = []
    item = -1
    items = context.items
    for index, (start, key) in enumerate(ordered):
        end = ordered[index + 1][0] if index + 1 < len(ordered) else len(context.text)
        if end == start and index + 1 < len(ordered):
            continue
        while item + 1 < len(items) and items[item + 1].start <= start:
            item += 1
        inside = item if item >= 0 and start < items[item].end else None
        sections.append(Section(_KINDS.get(key, SectionKind.OTHER), key, start, end, inside))
    return tuple(sections)


def _closing_offset(folded: str, lines: tuple[Line, ...]) -> int:
    """Offset of the first closing line in the second half of the text; the text's length where there is none.

    A closing line in the head of minutes ("Ende der Sitzung: 19:30 Uhr") closes nothing.
    """
    half = len(folded) // 2
    for line in lines[bisect_right(lines, (half, len(folded))) :]:
        if folded.startswith(_OPENERS, line.start) and _CLOSING.match(folded, line.start):
            return line.start
    return len(folded)
