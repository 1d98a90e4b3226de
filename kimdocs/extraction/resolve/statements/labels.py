"""What the label of a result says of it: how the vote was taken, what it was on, and that it is another meeting's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Section

_EARLIER = lazy(r"^vorgang\b|\bvom\s+\d{1,2}[./]\d{1,2}[./]\d{2,4}")


def manner_before(context: Context, section: Section) -> int | None:
    """Where the label right before that tells how the vote was taken starts ("Form der Abstimmung: geheim")."""
    before = context.section_at(section.start - 1).start if section.start else 0
    heading = context.heading_starts.get(before)
    return before if heading and heading.rule == "headings.manner" else None


def is_earlier(context: Context, section: Section) -> bool:
    """Whether a plain "Ergebnis:" tells what another meeting, dated on the line before, made of the matter."""
    index = context.line_at(section.start)
    before = context.lines[index - 1] if index else context.lines[0]
    label = context.folded[section.start : section.start + len("ergebnis")]
    return index > 0 and label == "ergebnis" and _EARLIER.search(context.folded, before.start, before.end) is not None


def label_type(context: Context, start: int, end: int) -> DecisionType | None:
    """The type of decision that a label names: "Abstimmung über den Änderungsantrag:"."""
    label = context.folded[start:end]
    return DecisionType.AMENDMENT if "änderungsantrag" in label or "ergänzungsantrag" in label else None
