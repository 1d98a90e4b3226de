"""The finance block: years of both accounts with their totals, and a cover that is compared with the need."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

import kimdocs
from kimdocs.errors import TemplateError
from kimdocs.model.finance import Qualifier

YEARS = [
    {"jahr": "2026", "ertraege": "500 €", "aufwendungen": "2.500 €"},
    {"jahr": "2027", "einzahlungen": "1.000 €", "auszahlungen": "70.000,50 €"},
    {"jahr": "2028", "ertraege": "0 €", "aufwendungen": "4.000 €", "einzahlungen": "0 €", "auszahlungen": "9.000 €"},
]
COVER = {
    "deckung_ergebnis": [{"bezeichnung": "Ansatz Mieten", "betrag": "6.000 €"}],
    "deckung_finanz": [
        {"bezeichnung": "Ansatz Bauten", "betrag": "70.000 €"}, {"bezeichnung": "Kredit", "betrag": "8.000,50 €"},
    ],
}  # fmt: skip
WRITERS = {"docx": lambda draft: draft.docx(), "pdf": lambda draft: draft.pdf(), "html": lambda d: d.html().encode()}


def drafted(**finance):
    return kimdocs.draft("beschlussvorlage", {"betreff": "Neubau der Turnhalle", "finanzen": finance})


def totals(made):
    names = ("ertraege", "aufwendungen", "einzahlungen", "auszahlungen")
    values = [made.sheet.value(f"finanzen.summe_{name}") for name in names]
    return [value.value if value else None for value in values]


def text(made):
    return made.markdown().replace("\u00a0", " ")


@pytest.mark.parametrize("form", WRITERS)
def test_both_accounts_come_back_with_their_totals_from_every_format(form):
    made = drafted(jahre=YEARS, deckung="Haushalt", **COVER)
    assert totals(made) == [500, 6500, 1000, Decimal("79000.50")]
    record = kimdocs.extract(kimdocs.read(WRITERS[form](made), name=f"entwurf.{form}"))
    assert all(figure.qualifier is Qualifier.EXACT for figure in record.figures)
    assert [str(figure.amount) for figure in record.figures] == [
        "500", "2500", "0", "4000", "500", "6500", "-6000",
        "1000", "70000.50", "0", "9000", "1000", "79000.50", "-78000.50",
        "6000", "6000", "6000", "70000", "8000.50", "78000.50", "78000.50",
    ]  # fmt: skip


def test_an_account_without_amounts_is_not_printed():
    shown = text(drafted(jahre=YEARS[:1]))
    assert "| 2026 | 500 € | 2.500 € |" in shown
    assert "zahlungen" not in shown
    shown = text(drafted(jahre=YEARS[1:2]))
    assert "| 2027 | 1.000 € | 70.000,50 € |" in shown
    assert "Erträge" not in shown


def test_a_year_stands_only_in_the_account_that_it_belongs_to():
    shown = text(drafted(jahre=YEARS))
    assert shown.count("| 2026 |") == shown.count("| 2027 |") == 1
    assert shown.count("| 2028 |") == 2


@pytest.mark.parametrize(
    ("year", "sums"),
    [
        ({"aufwendungen": "1 €"}, [None, 6501, 1000, Decimal("79000.50")]),
        ({"auszahlungen": "1 €"}, [500, 6500, None, Decimal("79001.50")]),
        ({}, [None, None, None, None]),
    ],
)
def test_a_year_that_is_not_complete_leaves_the_totals_open(year, sums):
    made = drafted(jahre=[*YEARS, {"jahr": "2029"} | year])
    assert totals(made) == sums
    assert "fehlt: " in text(made)
    assert "| 2029 |" in text(made)


def test_a_cover_that_is_the_need_is_no_gap():
    made = drafted(jahre=YEARS, **COVER)
    assert not [gap for gap in made.gaps if gap.kind == "balance"]
    assert "Bedarf im Finanzhaushalt: 78.000,50 €" in text(made)
    assert "fehlt: Deckung" not in text(made)


@pytest.mark.parametrize(
    ("key", "account", "need", "cover"),
    [
        ("deckung_ergebnis", "Ergebnishaushalt", "6.000 €", "5.999,99 €"),
        ("deckung_finanz", "Finanzhaushalt", "78.000,50 €", "5.999,99 €"),
    ],
)
def test_a_cover_that_is_not_the_need_is_shown_and_refused_when_strict(key, account, need, cover):
    wrong = COVER | {key: [{"bezeichnung": "Ansatz", "betrag": "5.999,99 €"}]}
    made = drafted(jahre=YEARS, **wrong)
    (gap,) = [gap for gap in made.gaps if gap.kind == "balance"]
    sentence = f"Bedarf und Deckung im {account} stimmen nicht überein: Der Bedarf beträgt {need}, die Deckung ergibt"
    assert f"{sentence} {cover}." in gap.message.replace("\u00a0", " ")
    assert sentence in text(made).replace("\\", "")
    with pytest.raises(TemplateError, match="stimmen nicht überein"):
        kimdocs.draft("beschlussvorlage", {"finanzen": {"jahre": YEARS, **wrong}}, strict=True)


def test_a_cover_that_is_only_about_right_is_left_to_people():
    about = COVER | {"deckung_ergebnis": [{"bezeichnung": "Ansatz", "betrag": "ca. 5.900 €"}]}
    assert not [gap for gap in drafted(jahre=YEARS, **about).gaps if gap.kind == "balance"]


def test_a_negative_amount_has_a_true_minus_sign_that_trace_reads_as_such(tmp_path, cli):
    made = drafted(jahre=YEARS[:1])
    assert "abzüglich Aufwendungen): −2.000 €" in text(made)
    assert "= −2.000 €" in text(made)
    made.save(tmp_path / "entwurf.docx")
    found = json.loads(cli("trace", tmp_path / "entwurf.docx", "--format", "json").out)
    (saldo,) = [value for value in found["values"] if value["field"] == "finanzen.saldo"]
    assert (saldo["now"], saldo["changed"]) == ("−2.000\u00a0€", False)
    assert not [item for item in found["without_source"] if "−" in item["text"]]
