"""Forms that offer answers: the crossed one alone speaks, however marks and answers are arranged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.recognise.forms.box import without_uncrossed
from kimdocs.lexicon.fold import fold
from kimdocs.model.council import FinancialStatement
from tests.extraction.reading import facts_of, record_of, votes

OFFERS = (
    ("angenommen", "abgelehnt"),
    ("abgelehnt", "beschlossen", "vertagt"),
    ("zur Kenntnis genommen", "verwiesen", "zurückgestellt"),
    ("zugestimmt", "nicht zugestimmt"),
    ("einstimmig", "mehrheitlich"),
    ("laut Beschlussvorschlag", "abweichender Beschluss"),
    ("ungeändert beschlossen", "geändert beschlossen", "abgelehnt"),
)
CROSSES = st.sampled_from(["☒", "☑", "■", "[x]", "[X]", "(x)", "(X)", "x", "X", "×", "✓", "⊠", "✔"])
EMPTY = st.sampled_from(["☐", "□", "▢", "[ ]", "[_]", "( )", "()", "_", ""])
SIDE_BY_SIDE = ("  ", "   ", "\t", " / ", " | ", ", ", " oder ")
LEADS = ("Abstimmungsergebnis: ", "Abstimmungsergebnis:\n", "Der Antrag ist: ", "Der Antrag wird ", "Beschluss:\n", "")
ALONE = {word: votes(f"Abstimmungsergebnis: {word}") for offer in OFFERS for word in offer}


def in_line(words, marks, separator, *, behind):
    return separator.join(
        f"{w} {m}".strip() if behind else f"{m} {w}".strip() for w, m in zip(words, marks, strict=True)
    )


def in_cells(words, marks, *, stacked, behind):
    cells = [f"| {w} | {m} |" if behind else f"| {m} | {w} |" for w, m in zip(words, marks, strict=True)]
    return "\n".join(cells) if stacked else "|".join(cell.strip("|") for cell in cells).join("||")


def in_rows(words, marks, separator):
    return separator.join(words) + "\n" + separator.join(m.center(len(w)) for w, m in zip(words, marks, strict=True))


def below_each(words, marks):
    return "\n".join(f"{w}\n{m}" for w, m in zip(words, marks, strict=True))


@st.composite
def forms(draw, crossed):
    """The words of a form, which of them are crossed, and its text."""
    words = draw(st.sampled_from(OFFERS))
    chosen = draw(st.sets(st.sampled_from(words), min_size=crossed, max_size=crossed))
    cross, empty = draw(CROSSES), draw(EMPTY)
    marks = [cross if word in chosen else empty for word in words]
    body = draw(
        st.one_of(
            st.builds(in_line, st.just(words), st.just(marks), st.sampled_from(SIDE_BY_SIDE), behind=st.booleans()),
            st.builds(in_line, st.just(words), st.just(marks), st.sampled_from(["\n", "\n\n"]), behind=st.booleans()),
            st.builds(in_cells, st.just(words), st.just(marks), stacked=st.booleans(), behind=st.booleans()),
            st.builds(in_rows, st.just(words), st.just(marks), st.sampled_from([" | ", "   "])),
            st.builds(below_each, st.just(words), st.just(marks)),
        )
    )
    lead = draw(st.sampled_from([lead for lead in LEADS if lead.endswith("\n") or not lead or "\n" not in body]))
    return chosen, lead + body


def told(text):
    return [(v["outcome"], v["unanimous"], v["amended"]) for v in votes(f"TOP 3 Steg\n\n{text}\n\nTOP 4 Damm\n")]


@given(forms(1))
def test_nothing_is_told_but_what_is_crossed(form):
    (word,), text = form
    alone = [(v["outcome"], v["unanimous"], v["amended"]) for v in ALONE[word]]
    assert set(told(text)) <= {*alone, (alone[0][0], alone[0][1], False)}


@given(forms(0))
def test_a_form_left_blank_tells_nothing(form):
    assert told(form[1]) == []


@given(forms(2))
def test_contrary_crosses_tell_nothing(form):
    assert all(outcome == "none" or set(form[0]) == {"einstimmig", "mehrheitlich"} for outcome, *_ in told(form[1]))


@given(
    st.sampled_from(OFFERS),
    st.sampled_from([("☐", "☒"), ("[ ]", "[x]"), ("□", "☑"), ("( )", "(X)"), ("▢", "■"), ("_", "x")]),
    st.sampled_from(SIDE_BY_SIDE),
    st.booleans(),
    st.data(),
)
def test_the_crossed_box_speaks_as_if_alone(words, boxes, separator, behind, data):
    crossed = data.draw(st.sampled_from(words))
    line = in_line(words, [boxes[word == crossed] for word in words], separator, behind=behind)
    assert votes(f"Abstimmungsergebnis: {line}") == ALONE[crossed]


@pytest.mark.parametrize(
    ("form", "outcomes"),
    [
        ("Abstimmungsergebnis:\nangenommen   abgelehnt   ☒", ["rejected"]),
        ("Abstimmungsergebnis:\nX angenommen   abgelehnt", ["adopted"]),
        ("Abstimmungsergebnis:\nangenommen X   abgelehnt", ["adopted"]),
        ("Abstimmungsergebnis:\nangenommen   X abgelehnt", ["rejected"]),
        ("Abstimmungsergebnis:\nangenommen X abgelehnt", []),
        ("Abstimmungsergebnis:\nangenommen\nX\nabgelehnt\n", ["adopted"]),
        ("Abstimmungsergebnis:\nX\nangenommen\n\nabgelehnt\n", ["adopted"]),
        ("Abstimmungsergebnis:\nangenommen   abgelehnt\n                X", ["rejected"]),
        ("Abstimmungsergebnis:\nangenommen\tabgelehnt\n\tX", ["rejected"]),
        ("Abstimmungsergebnis:\n| angenommen | X | abgelehnt | |", ["adopted"]),
        ("Abstimmungsergebnis:\n| | angenommen | X | abgelehnt |", ["rejected"]),
        ("Der Antrag ist: ☐ angenommen ☒ abgelehnt", ["rejected"]),
        ("Abstimmungsergebnis: Sonstiges ☐ angenommen ☒ abgelehnt ☐", ["adopted"]),
        ("Abstimmungsergebnis: ☐ angenommen ☒ abgelehnt ☐ Sonstiges", ["rejected"]),
    ],
)
def test_where_a_mark_belongs(form, outcomes):
    assert [outcome for outcome, *_ in told(form)] == outcomes


@pytest.mark.parametrize(
    "text", ["■ Antrag A: angenommen\n■ Antrag B: abgelehnt", "○ vertagt", "4 x 3 m, abgelehnt", "○ a"]
)
def test_lists_are_no_forms(text):
    assert without_uncrossed(text, fold(text)) == (fold(text), ())


@given(st.text(st.sampled_from("☐☒[] x()_|ja einstimmig:\n\tabgelehnt")))
def test_forms_keep_every_character_in_its_place(text):
    folded = fold(text)
    told_, _ = without_uncrossed(text, folded)
    assert len(told_) == len(folded)
    assert [char for char, before in zip(told_, folded, strict=True) if char not in (before, "☐")] == []


@pytest.mark.parametrize(
    ("form", "public"),
    [
        ("☐ öffentlich ☒ nichtöffentlich", False),
        ("öffentlich [x]   nichtöffentlich [ ]", True),
        ("öffentlich   nichtöffentlich\n                 X", False),
        ("☐ öffentlich\n☒ nichtöffentlich", False),
        ("öffentlich ☐ nichtöffentlich ☐", None),
        ("☒ öffentlich ☒ nichtöffentlich", None),
        ("☐ nichtöffentlich", None),
    ],
)
def test_forms_of_what_is_public(form, public):
    assert facts_of(f"Beschlussvorlage\n{form}\n\nSachverhalt:\nText\n").public is public


@pytest.mark.parametrize(
    ("form", "stated"),
    [
        ("☐ Nein\n☒ Ja, Gesamtkosten: 5.000 €", FinancialStatement.STATED),
        ("☒ Nein\n☐ Ja, Gesamtkosten: 5.000 €", FinancialStatement.NONE_STATED),
        ("ja   nein\n      X", FinancialStatement.NONE_STATED),
        ("■ nein □ ja", FinancialStatement.NONE_STATED),
        ("X Ja  _ Nein", FinancialStatement.STATED),
        ("☐ keine finanziellen Auswirkungen\n☒ Auszahlungen von 1.200 €", FinancialStatement.STATED),
        ("☒ ja ☒ nein", None),
        ("Ja [ ]  Nein [ ]", None),
    ],
)
def test_forms_of_the_financial_impact(form, stated):
    text = f"Beschlussvorlage\n\nFinanzielle Auswirkungen:\n{form}\n\nSachverhalt:\nText\n"
    assert facts_of(text).financial_impact is stated


def test_texts_and_titles_keep_what_nobody_crossed():
    record = record_of(
        "TOP 3 Annahme / Ablehnung von Spenden\n\nBeschluss:\n"
        "Der Ausschuss beschließt die Annahme oder Ablehnung je Spende: ☐ angenommen ☐ abgelehnt.\n\nAbstimmung: 5 Ja\n"
    )
    assert [item.title for item in record.agenda_items] == ["Annahme / Ablehnung von Spenden"]
    assert "☐ angenommen ☐ abgelehnt" in record.resolutions[0].text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("(X) einstimmig\n( ) mit Stimmenmehrheit   _ Ja   _ Nein   3 Enthaltungen", (None, None, 3, True, False)),
        ("( ) einstimmig\n(X) mit Stimmenmehrheit   9 Ja   4 Nein   _ Enthaltungen", (9, 4, None, False, False)),
        ("[x] einstimmig [ ] mit Mehrheit\n[ ] lt. Beschlussvorschlag [x] abweichend", (None, None, None, True, True)),
        ("einstimmig [x] mit Mehrheit [ ]\nlt. Beschlussvorschlag [x] abweichend [ ]", (None, None, None, True, False)),
        ("[ ] einstimmig [x] mit Mehrheit  Ja: 8  Nein: 3  Enth.: __\n[ ] abweichend", (8, 3, None, False, False)),
    ],
)
def test_two_rows_of_ticks_and_counts_left_blank(form, told):
    (found,) = votes(f"Beschluss:\nDer Steg wird gebaut.\n\nAbstimmungsergebnis:\n{form}\n(x) laut Vorlage\n")
    assert tuple(found[key] for key in ("yes", "no", "abstain", "unanimous", "amended")) == told
    assert found["groups"] is None


def test_a_beratungsfolge_whose_columns_are_ticks_and_counts():
    table = (
        "Beschlussvorlage\nGemeinde Au\n\nBeratungsfolge:   Sitzungstag   einst.  mehrh.  Ja   Nein  Enth.   lt. "
        "Vorschlag\n"
        "Bauausschuss      20.02.2031    [ ]     [x]     6    1     2       [x]\n"
        "Ortschaftsrat     22.02.2031    [x]     [ ]     5    -     -       [ ]\n"
        "Gemeinderat       12.03.2031    [ ]     [ ]                        [ ]\n"
    )
    found = record_of(table, "").decisions
    assert [(d.yes, d.no, d.abstain) for d in found] == [(6, 1, 2), (5, 0, 0)]
