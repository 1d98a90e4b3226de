"""Votes of sides and groups in generated arrangements: nothing is told that the arrangement does not give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import record_of

GROUPS = ("CDU", "SPD", "BÜNDNIS 90/DIE GRÜNEN", "FDP", "Die Linke", "Freie Wähler")
SIDES = ("yes", "no", "abstain")
LABELS = (("Ja", "Nein", "Enthaltungen"), ("dafür", "dagegen", "Enth."), ("Ja-Stimmen", "Nein-Stimmen", "Enthaltung"))
votes = st.dictionaries(
    st.sampled_from(GROUPS),
    st.tuples(*[st.integers(0, 9)] * 3).filter(any),
    min_size=3,
    max_size=5,
)
labels = st.sampled_from(LABELS)


def check(text, cast, *, told=False):
    """No count and no number of a group is told but that of the vote; with ``told`` one vote is told whole."""
    sums = [sum(column) for column in zip(*cast.values(), strict=True)]
    acts = record_of(f"TOP 1: Weg am Anger\n\n{text}\n\nTOP 2: Halle\n\nEs wird berichtet.\n").decisions
    assert len(acts) < 2
    for act in acts:
        assert all(found in (None, wanted) for found, wanted in zip((act.yes, act.no, act.abstain), sums, strict=True))
        assert act.outcome.value in ("none", "adopted" if sums[0] > sums[1] else "rejected")
        for name, sides in (act.groups or {}).items():
            assert all(number in (None, cast[name][SIDES.index(side)]) for side, number in sides.items())
    if told and any(sums[:2]):
        assert [(act.yes, act.no, act.abstain) for act in acts] == [tuple(sums)]


@given(
    votes,
    labels,
    st.permutations(range(3)),
    st.sampled_from(["{n} {g}", "{g} {n}", "{g}: {n}", "{n}x {g}", "{g} ({n})"]),
    st.sampled_from([", ", "; ", " + "]),
    st.tuples(st.sampled_from(["", "({})", "= {}", "– {}"]), st.sampled_from(["", "Abstimmungsergebnis:\n"])),
)
def test_groups_listed_by_side(cast, names, order, form, mark, around):
    lists, head = around
    lines = []
    for at in order:
        listed = mark.join(form.format(n=own[at], g=group) for group, own in cast.items() if own[at])
        total = sum(own[at] for own in cast.values())
        behind = lists.format(listed) if lists and listed else "" if lists else listed
        lines.append(f"{names[at]}: {total if lists else ''} {behind or ('' if lists else 'keine')}".rstrip())
    check(head + "\n".join(lines).replace(":  ", ": "), cast)


@given(votes, labels, st.booleans(), st.booleans(), st.sampled_from(["", "Abstimmungsergebnis:\n"]))
def test_sides_listed_by_group(cast, names, before, total, head):
    rows = [
        *cast.items(),
        *([("Gesamt", [sum(column) for column in zip(*cast.values(), strict=True)])] if total else []),
    ]
    pairs = (
        (group, (f"{n} {name}" if before else f"{name} {n}" for n, name in zip(own, names, strict=True)))
        for group, own in rows
    )
    check(head + "\n".join(f"{group}: {', '.join(listed)}" for group, listed in pairs), cast, told=True)


@given(
    votes,
    labels,
    st.booleans(),
    st.sampled_from(["0", "-", "–", ""]),
    st.sampled_from(["", "Abstimmungsergebnis:\n", "Beschluss:\nDer Weg wird saniert.\n\nAbstimmung:\n"]),
    st.booleans(),
)
def test_groups_in_columns(cast, names, total, zero, head, barred):
    sums = [sum(column) for column in zip(*cast.values(), strict=True)]
    header = ["Fraktion", *cast, *(["Gesamt"] if total else [])]
    rows = [
        [names[at], *(str(own[at] or zero) for own in cast.values()), *([str(sums[at])] if total else [])]
        for at in range(3)
    ]
    if barred:
        lines = ["| " + " | ".join(row) + " |" for row in [header, *rows]]
    else:
        lines = ["".join(f"{cell:<26}" for cell in row).rstrip() for row in [header, *rows]]
    check(head + "\n".join(lines), cast)


@given(st.sampled_from(GROUPS), st.sampled_from(GROUPS), st.sampled_from(["Ja", "dafür"]), st.integers(38, 90))
def test_a_group_is_named_once(one, other, label, width):
    if one == other:
        return
    text = f"Der Antrag wird angenommen ({label}: {one}; dagegen: {other})."
    (act,) = record_of(f"TOP 1: Weg am Anger\n\n{text}\n").decisions
    assert act.groups is not None
    assert set(act.groups) <= {one, other}


def test_sums_behind_an_equals_sign_are_those_of_the_sides():
    text = (
        "TOP 1: Haushalt\n\nDafür:       SPD (17), LINKE (2)    = 19\nDagegen:     CDU (22), FDP (9)      = 31\n"
        "Enthaltung:  GRÜNE (5)              =  5\nErgebnis:    abgelehnt\n"
    )
    (decision,) = record_of(text).decisions
    assert (str(decision.outcome), decision.yes, decision.no, decision.abstain) == ("rejected", 19, 31, 5)
    assert decision.groups["LINKE"] == {"yes": 2}
