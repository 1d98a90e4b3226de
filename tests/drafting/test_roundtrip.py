"""What a draft says is what extraction reads out of it again, from every format."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kimdocs
from kimdocs.drafting import wording
from kimdocs.drafting.values import Amount, Posts
from kimdocs.model.decision import ResolutionKind
from kimdocs.model.finance import Per, Qualifier

UNITS = [
    (), (Per.YEAR,), (Per.MONTH,), (Per.POST,), (Per.PERSON,), (Per.YEAR, Per.POST), (Per.M2,), (Per.M3,),
    (Per.HOUSEHOLD,), (Per.PIECE,),
]  # fmt: skip
FIRM = st.sampled_from([Qualifier.EXACT, Qualifier.UP_TO, Qualifier.AT_LEAST, Qualifier.ABOUT])
VALUES = st.one_of(st.integers(1, 999).map(Decimal), st.decimals("0.01", 10**9, places=2))
AMOUNTS = st.builds(Amount, VALUES, FIRM, st.sampled_from(UNITS))
RANGES = st.builds(
    lambda low, more, per: Amount(low, Qualifier.RANGE, per, low + more), VALUES, VALUES, st.sampled_from(UNITS)
)
COUNTS = st.decimals("0.25", 60, places=2).filter(lambda count: count != 1)
POSTS = st.one_of(
    st.builds(Posts, COUNTS, qualifier=FIRM),
    st.builds(lambda low, more: Posts(low, "Stellen", Qualifier.RANGE, low + more), COUNTS, COUNTS),
)
BODIES = [
    "Sozialausschuss", "Haupt- und Finanzausschuss", "Rat der Gemeinde Wiesenfeld", "Kreistag des Kreises Lindenau",
    "Ausschuss für Bildung, Kultur und Sport", "Bezirksvertretung Nord", "Stadtverordnetenversammlung",
    "Ortsrat Birkental", "Ortsbeirat Südstadt", "Verwaltungsrat",
]  # fmt: skip
ROLES = ["vorberatend", "beschließend", "Vorberatung", "Entscheidung", "Kenntnisnahme", "zur Kenntnis", "Anhörung"]
ROWS = st.tuples(st.sampled_from(BODIES), st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31)), st.sampled_from(ROLES))
WRITERS = {
    "docx": lambda draft: draft.docx(),
    "pdf": lambda draft: draft.pdf(),
    "html": lambda draft: draft.html().encode(),
}
THINGS = st.sampled_from([
    "Satzung", "Vereinbarung", "Fallbegleitung", "Stadtbücherei", "Beteiligung", "Gebührenordnung", "Neufassung",
    "Kindertagesstätte", "Straßenbeleuchtung", "Drehleiter",
])  # fmt: skip
TITLES = st.builds(
    str.format,
    st.sampled_from([
        "Ausbau der {}", "{} und {}", "{}: {}", "{} – {} 2026", "Neufassung der {} (2. Änderung)", "1. Nachtrag zur {}",
        "Antrag auf {}", "Bericht zur {}", "{} zum 1. Januar 2027", "{} in Wiesenfeld, Ortsteil Süd",
    ]),
    THINGS, THINGS,
)  # fmt: skip
SENTENCES = st.builds(
    str.format,
    st.sampled_from([
        "Die Verwaltung wird beauftragt, die {} vorzubereiten.", "Der Rat stimmt der {} zu.",
        "Der Rat beschließt die {} in der vorliegenden Fassung.", "Über die {} wird jährlich berichtet.",
        "Die {} tritt zum 1. Januar 2027 in Kraft.", "Die Anlage 1 ist Bestandteil der {}.",
        "Der Antrag der Fraktion zur {} wird abgelehnt.", "Die {} wird im Haushalt geführt (Produkt 05.01).",
    ]),
    THINGS,
)  # fmt: skip
NUMBERS = st.one_of(
    st.builds("{}/{}".format, st.integers(1, 400), st.integers(2020, 2035)),
    st.builds("BV/{:03d}/2026".format, st.integers(1, 999)),
    st.builds("SV-10-{}".format, st.integers(100, 2000)),
    st.builds("VO/2026/{}-1".format, st.integers(1, 3000)),
)


@dataclasses.dataclass(frozen=True)
class Sheet:
    """The facts of a submission."""

    title: str
    number: str
    rows: list[tuple[str, dt.date, str]]
    sentences: list[str]
    points: bool
    said: Amount
    positions: list[Amount]
    posts: Posts


SHEETS = st.builds(
    Sheet,
    TITLES,
    NUMBERS,
    st.lists(ROWS, min_size=1, max_size=4, unique_by=lambda row: row[:2]),
    st.lists(SENTENCES, min_size=2, max_size=4, unique=True),
    st.booleans(),
    st.one_of(AMOUNTS, RANGES),
    st.lists(st.one_of(AMOUNTS, RANGES), min_size=1, max_size=3),
    POSTS,
)


def drafted(sheet, *, final):
    proposed = {"punkte": sheet.sentences} if sheet.points else {"text": "\n\n".join(sheet.sentences)}
    positions = [
        {"bezeichnung": f"Posten {letter}", "betrag": wording.amount(amount)}
        for letter, amount in zip("ABC", sheet.positions, strict=False)
    ]
    said = f"Der Aufwand beträgt {wording.amount(sheet.said)}. Vorgesehen sind {wording.posts(sheet.posts)}."
    return kimdocs.draft("beschlussvorlage", {
        "koerperschaft": "Gemeinde Wiesenfeld", "datum": "12.01.2026",
        "vorlage": {"nummer": sheet.number, "oeffentlich": True}, "betreff": sheet.title,
        "beratungsfolge": [
            dict(zip(("gremium", "termin", "beratungsaktion"), row, strict=True)) for row in sheet.rows
        ],
        "beschlussvorschlag": proposed, "sachverhalt": said,
        "finanzen": {"positionen": positions, "deckung": "Haushalt"},
        "personal": [{"bezeichnung": "Fallbegleitung", "stellen": wording.posts(sheet.posts)}],
    }, final=final)  # fmt: skip


@pytest.mark.parametrize("final", [False, True], ids=["draft", "final"])
@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=15)
@given(SHEETS)
def test_the_facts_come_back(form, final, sheet):
    record = kimdocs.extract(kimdocs.read(WRITERS[form](drafted(sheet, final=final)), name=f"entwurf.{form}"))
    found = [(figure.amount, figure.high, figure.qualifier, frozenset(figure.per)) for figure in record.figures]
    amounts = [sheet.said, *sheet.positions]
    assert found == [(item.value, item.high, item.qualifier, frozenset(item.per)) for item in amounts]
    posts = sheet.posts
    assert [(item.count, item.high, item.qualifier) for item in record.staffing] == [
        (posts.count, posts.high, posts.qualifier), (posts.count, posts.high, posts.qualifier),
    ]  # fmt: skip
    assert (record.document.reference, record.document.title) == (sheet.number, sheet.title)
    assert [(item.organization, item.date, item.role) for item in record.document.consultations] == sheet.rows
    (proposed,) = [text for text in record.resolutions if text.kind is ResolutionKind.PROPOSED]
    if sheet.points:
        assert [" ".join(re.sub(r"^\d\.\s+", "", point).split()) for point in proposed.points] == sheet.sentences
    else:
        assert " ".join(proposed.text.split()) == " ".join(sheet.sentences)
