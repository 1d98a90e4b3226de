"""Flat rates come from dated, sourced data, and a year without a source is not guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest

import kimdocs
from kimdocs.drafting.rates import rate_of
from kimdocs.errors import DataError, TemplateError
from kimdocs.model.finance import Per
from kimdocs.model.provenance import Computed, Stated

KIM = "kim.case_management"
OWN = """
[[rate]]
name = "kim.case_management"
label = "Case Management"
per = ["post", "year"]
given = [{years = [2023, 2031], amount = "61000.50", source = "Erlass vom 01.02.2031"}]

[[rate]]
name = "lindenau.sachkosten"
label = "Sachkostenpauschale des Kreises Lindenau"
per = ["post", "year"]
given = [{years = [2031], amount = "9700", source = "Kreistag, KT-16-11"}]
"""


def drafted(amount, folder=None):
    positions = [{"bezeichnung": "Pauschale", "betrag": amount}]
    return kimdocs.draft("beschlussvorlage", {"finanzen": {"positionen": positions}}, templates=folder)


def own_rates(folder, text=OWN):
    (folder / "house").mkdir()
    (folder / "house" / "rates.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("year", "amount"), [("2021", 55_000), ("2022", 55_000), ("2023", 57_000)])
def test_each_year_has_its_own_rate_and_source(year, amount):
    value, origin = rate_of(KIM, year)
    assert (value.value, set(value.per)) == (Decimal(amount), {Per.POST, Per.YEAR})
    assert year in origin.document
    assert "Sitzungsvorlage" in origin.document


def test_a_rate_is_an_input_and_a_value():
    draft = drafted({"rechnung": {"satz": {"rate": KIM, "jahr": 2023}, "menge": "0,5 Stellen", "monate": 8}})
    fact = draft.sheet.find("finanzen.positionen[0].betrag")
    assert fact.value.value == 19_000
    assert isinstance(fact.provenance, Computed)
    assert "57.000 € je Stelle und Jahr × 8/12" in fact.provenance.formula.replace("\u00a0", " ")
    direct = drafted({"rate": KIM, "jahr": 2021})
    assert isinstance(direct.sheet.find("finanzen.positionen[0].betrag").provenance, Stated)
    assert "55.000 € je Stelle und Jahr[^1]" in direct.markdown().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"rate": KIM, "jahr": 2024}, "bekannt sind 2021, 2022, 2023"),
        ({"rate": KIM}, "bekannt sind 2021, 2022, 2023"),
        ({"rate": KIM, "jahr": "bald"}, "keinen Satz des Jahres „bald“"),
        ({"rate": "kim.casemanagement", "jahr": 2023}, f"möglich sind: {KIM}"),
        ({"rechnung": {"satz": {"rate": KIM, "jahr": 2030}, "menge": "1 Stelle"}}, "keinen Satz des Jahres „2030“"),
    ],
)
def test_an_unknown_rate_or_year_is_an_error_that_names_what_is_known(wanted, said):
    with pytest.raises(DataError) as error:
        drafted(wanted)
    assert said in error.value.message


def test_a_town_adds_its_own_years_and_rates(tmp_path):
    folder = own_rates(tmp_path)
    assert rate_of(KIM, "2031", folder)[0].value == Decimal("61000.50")
    assert rate_of(KIM, "2023", folder)[0].value == Decimal("61000.50")
    assert rate_of(KIM, "2022", folder)[0].value == 55_000
    draft = drafted({"rate": "lindenau.sachkosten", "jahr": 2031}, folder)
    assert draft.sheet.find("finanzen.positionen[0].betrag").value.value == 9_700
    with pytest.raises(ValueError, match="bekannt sind 2021, 2022, 2023, 2031"):
        rate_of(KIM, "2029", folder)


@pytest.mark.parametrize(
    "text",
    [
        "[[rate]]\nname = 3", "kaputt", OWN.replace('"61000.50"', "61000.50"), OWN.replace('"9700"', '"viel"'),
        OWN.replace('source = "Kreistag, KT-16-11"', 'source = " "'), OWN.replace('"post", "year"', '"Stück"'),
        OWN.replace("years = [2031]", 'years = ["2031"]'), OWN.replace("given", "gegeben"),
        OWN.replace('"9700"', '"NaN"'),
    ],
)  # fmt: skip
def test_a_wrong_file_of_a_town_is_named(text, tmp_path):
    with pytest.raises(TemplateError, match=r"rates\.toml"):
        rate_of(KIM, "2023", own_rates(tmp_path, text))
