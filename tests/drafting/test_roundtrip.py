"""What a draft says is what extraction reads out of it again, from every format."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kimdocs
from kimdocs.drafting import wording
from kimdocs.drafting.values import Amount, Posts
from kimdocs.model.decision import ResolutionKind
from kimdocs.model.finance import Per, Qualifier

UNITS = [(), (Per.YEAR,), (Per.MONTH,), (Per.POST,), (Per.PERSON,), (Per.YEAR, Per.POST), (Per.M2,)]
FIRM = st.sampled_from([Qualifier.EXACT, Qualifier.UP_TO, Qualifier.AT_LEAST, Qualifier.ABOUT])
AMOUNTS = st.builds(Amount, st.decimals(1, 10**9, places=2), FIRM, st.sampled_from(UNITS))
POSTS = st.builds(Posts, st.decimals("0.25", 60, places=2).filter(lambda count: count != 1), qualifier=FIRM)
BODIES = [
    "Sozialausschuss",
    "Haupt- und Finanzausschuss",
    "Rat der Gemeinde Wiesenfeld",
    "Kreistag des Kreises Lindenau",
]
ROWS = st.tuples(
    st.sampled_from(BODIES),
    st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31)),
    st.sampled_from(["vorberatend", "beschließend"]),
)
WRITERS = {
    "docx": lambda draft: draft.docx(),
    "pdf": lambda draft: draft.pdf(),
    "html": lambda draft: draft.html().encode(),
    "md": lambda draft: draft.markdown().encode(),
}
POINTS = [
    "Die Verwaltung wird beauftragt, die Vereinbarung vorzubereiten.", "Der Rat stimmt dem Konzept zu.",
    "Über die Umsetzung wird jährlich berichtet.",
]  # fmt: skip


@st.composite
def papers(draw):
    amount, posts = draw(AMOUNTS), draw(POSTS)
    rows = draw(st.lists(ROWS, min_size=1, max_size=4, unique_by=lambda row: row[:2]))
    points = POINTS[: draw(st.integers(2, 3))]
    number = f"{draw(st.integers(1, 400))}/{draw(st.integers(2020, 2035))}"
    return amount, posts, rows, points, number


def drafted(paper):
    amount, posts, rows, points, number = paper
    return kimdocs.draft("beschlussvorlage", {
        "koerperschaft": "Gemeinde Wiesenfeld", "datum": "12.01.2026",
        "vorlage": {"nummer": number, "oeffentlich": True}, "betreff": "Ausbau der Fallbegleitung im Verbund Süd",
        "beratungsfolge": [dict(zip(("gremium", "termin", "beratungsaktion"), row, strict=True)) for row in rows],
        "beschlussvorschlag": {"punkte": points},
        "sachverhalt": f"Der Aufwand beträgt {wording.amount(amount)}. Vorgesehen sind {wording.posts(posts)}.",
        "finanzen": {"positionen": [{"bezeichnung": "Aufwand", "betrag": wording.amount(amount)}], "deckung": "-"},
    })  # fmt: skip


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=20)
@given(papers())
def test_the_facts_come_back(form, paper):
    amount, posts, rows, points, number = paper
    record = kimdocs.extract(kimdocs.read(WRITERS[form](drafted(paper)), name=f"entwurf.{form}"))
    found = [(figure.amount, figure.qualifier, frozenset(figure.per)) for figure in record.figures]
    assert found == [(amount.value, amount.qualifier, frozenset(amount.per))] * 2
    assert [(item.count, item.qualifier) for item in record.staffing] == [(posts.count, posts.qualifier)]
    assert (record.document.reference, record.document.title) == (number, "Ausbau der Fallbegleitung im Verbund Süd")
    assert [(item.organization, item.date, item.role) for item in record.document.consultations] == rows
    (proposed,) = [text for text in record.resolutions if text.kind is ResolutionKind.PROPOSED]
    assert [re.sub(r"^\d\.\s+", "", point) for point in proposed.points] == points
