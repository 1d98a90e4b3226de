"""Ratios with words of outcomes before, behind and between, several in a row: none tells another's outcome."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import record_of

MOTIONS = (
    "Änderungsantrag der SPD",
    "Ergänzungsantrag der CDU",
    "Antrag auf Schluss der Debatte",
    "Antrag zur Geschäftsordnung",
)
MAIN = ("Abstimmung in der Sache", "Hauptabstimmung", "Schlussabstimmung", "Abstimmung über die Vorlage")
FORMS = ("{x}: {r}\n{w}", "{x} {r}\n{w}", "{x}: {r} {w}", "{x}: {w} ({r})", "{x}\n{w} {r}", "{x}\n{r}\n{w}", "{r}\n{w}")
counts = st.tuples(st.integers(6, 25), st.integers(0, 5), st.integers(0, 4), st.booleans())


def acts_of(text):
    return record_of(f"TOP 1: Weg am Anger\n\n{text}\n\nTOP 2: Halle\n\nEs wird berichtet.\n").decisions


def fits(act, vote):
    """Whether a decision tells nothing but what a vote gives."""
    high, low, abstain, lost = vote
    yes, no = (low, high) if lost else (high, low)
    told = (act.yes in (None, yes), act.no in (None, no), act.abstain in (None, abstain))
    outcomes = ("none", "rejected") if lost else ("none", "adopted", "postponed")
    return all(told) and act.outcome.value in outcomes


@given(
    st.lists(counts, min_size=1, max_size=3),
    st.sampled_from(MOTIONS),
    st.sampled_from(MAIN),
    st.sampled_from(FORMS),
    st.tuples(st.sampled_from([" : ", ":", " - ", "-", " / "]), st.booleans(), st.sampled_from(["\n", "\n\n"])),
)
def test_each_vote_tells_its_own(cast, motion, main, form, marks):
    mark, four, gap = marks
    lines = []
    for high, low, abstain, lost in cast:
        numbers = [low, high, abstain] if lost else [high, low, abstain]
        if four and not 0 <= numbers[0] - sum(numbers[1:]) <= 3:
            numbers.append(0)
        word = "abgelehnt" if lost else "angenommen"
        last = len(lines) == len(cast) - 1
        ratio = mark.join(map(str, numbers))
        lines.append(f"{main}: {ratio}" if last else form.format(x=motion, r=ratio, w=word))
    rest = list(cast)
    for act in acts_of(gap.join(lines)):
        while rest and not fits(act, rest[0]):
            rest.pop(0)
        assert rest, (act.outcome, act.yes, act.no, act.abstain)
        rest.pop(0)


@given(
    st.lists(counts, min_size=2, max_size=4),
    st.sampled_from(["Ziffer", "Nr.", "Abschnitt", "Beschluss"]),
    st.booleans(),
)
def test_the_number_of_a_part_is_no_count(cast, part, columns):
    lines = []
    for at, (high, low, abstain, lost) in enumerate(cast, 1):
        numbers = [low, high, abstain] if lost else [high, low, abstain]
        told = ("   " if columns else " : ").join(map(str, numbers))
        word = "abgelehnt" if lost else "angenommen"
        lines.append(f"{part} {at}   {told}   {word}" if columns else f"{part} {at}: {told} {word}")
    rest = list(cast)
    for act in acts_of("\n".join(lines)):
        while rest and not fits(act, rest[0]):
            rest.pop(0)
        assert rest, (act.outcome, act.yes, act.no, act.abstain)
        rest.pop(0)
