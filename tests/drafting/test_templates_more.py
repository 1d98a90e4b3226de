"""The funding plan computes what it prints; the list of resolutions shows the public only what is public."""

from __future__ import annotations

import io
import re
from decimal import Decimal

import pdfplumber
import pytest
import yaml
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

import kimdocs
from kimdocs.drafting.catalogue import builtin_root
from kimdocs.drafting.costs import Input, divide
from kimdocs.drafting.values import Amount, Posts
from kimdocs.errors import DataError
from kimdocs.model.provenance import Entered
from tests.drafting.papers import record

TYPED = Entered()
MINUTES = """Niederschrift über die Sitzung des Rates der Gemeinde Wiesenfeld am 03.03.2026

Öffentliche Sitzung

TOP 4 Radweg an der Lindenallee

Beschluss:
Die Verwaltung prüft die Kosten einer Beleuchtung.

Abstimmungsergebnis: einstimmig beschlossen

TOP 5 Bücherei am Anger

Beschluss:
Die Bücherei öffnet auch am Samstag.

Abstimmungsergebnis: Ja: 12, Nein: 3, Enthaltungen: 1
"""


def example(kind):
    return yaml.safe_load(
        (builtin_root() / kind / "example.yaml").read_text(encoding="utf-8").replace("ja\n", "'ja'\n")
    )


def plan(**changes):
    return kimdocs.draft("foerderantrag-anlage", example("foerderantrag-anlage") | changes)


def value(draft, path):
    fact = draft.sheet.find(path)
    return fact.value.value if fact else None


def test_flat_rate_by_posts_by_months():
    draft = plan()
    assert [value(draft, f"foerderung[{row}].betrag") for row in (0, 1)] == [57_000, 21_375]
    assert value(draft, "foerderung_summe") == 78_375
    assert value(draft, "ausgaben_summe") == 99_225
    assert value(draft, "eigenanteil") == 99_225 - 78_375 - 2_500
    assert [value(draft, f"verteilung[{row}].betrag") for row in (0, 1)] == [Decimal("12329.02"), Decimal("6020.98")]
    assert "57.000 € je Stelle und Jahr × 9/12" in draft.sheet.find("foerderung[1].betrag").provenance.formula.replace(
        "\u00a0", " "
    )


def test_without_means_of_others_the_own_share_is_the_rest():
    assert value(plan(dritte=[]), "eigenanteil") == 99_225 - 78_375


def test_posts_can_be_the_key():
    rows = [{"kommune": "Erlbach", "stellen": "1 Stelle"}, {"kommune": "Wiesenfeld", "stellen": "0,5 Stellen"}]
    draft = plan(verteilung=rows)
    assert [value(draft, f"verteilung[{row}].betrag") for row in (0, 1)] == [Decimal("12233.33"), Decimal("6116.67")]
    assert value(draft, "verteilung_summe") == value(draft, "eigenanteil")
    assert "| Kommune | Stellen |" in draft.markdown()


@pytest.mark.parametrize(
    "rows",
    [
        [{"kommune": "A", "stellen": "1 Stelle", "einwohner": 10}, {"kommune": "B", "stellen": "1", "einwohner": 10}],
        [{"kommune": "A", "einwohner": 10}, {"kommune": "B", "stellen": "1 Stelle"}],
        [{"kommune": "A", "einwohner": 0}, {"kommune": "B", "einwohner": 0}],
    ],
    ids=["two keys", "mixed keys", "nothing to divide by"],
)
def test_without_one_key_for_all_nothing_is_divided(rows):
    draft = plan(verteilung=rows)
    assert value(draft, "verteilung[0].betrag") is None
    assert any("Anteil am Eigenanteil" in note for note in draft.sheet.notes)
    assert "[fehlt: Anteil am Eigenanteil]" in draft.markdown().replace("\\", "")


def test_a_missing_month_leaves_its_figures_open():
    rows = [{"jahr": 2023, "zweck": "Beratung", "satz": "57.000 € je Stelle und Jahr", "stellen": "1 Stelle"}]
    draft = plan(foerderung=rows)
    assert value(draft, "foerderung[0].betrag") is None
    assert value(draft, "eigenanteil") is None
    assert {"foerderung[0].betrag", "foerderung_summe", "eigenanteil"} <= {gap.name for gap in draft.gaps}


@given(
    st.decimals(0, 10**9, places=2),
    st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=12).filter(any),
)
def test_parts_add_up_to_the_cent_and_follow_the_key(whole, keys):
    parts = divide((Amount(whole), TYPED), [Input(Posts(key), TYPED) for key in keys])
    assert sum(part.value for part, _ in parts) == whole
    for (part, _), key in zip(parts, keys, strict=True):
        assert abs(part.value - whole * key / sum(keys)) < Decimal("0.011")


def texts(draft):
    """The draft in every format, as letters in reading order without blanks and hyphens."""
    word = Document(io.BytesIO(draft.docx()))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    with pdfplumber.open(io.BytesIO(draft.pdf())) as pdf:
        letters = "".join(char["text"] for page in pdf.pages for char in page.chars)
    found = (draft.markdown(), draft.html(), "".join([*(p.text for p in word.paragraphs), *cells]), letters)
    return [re.sub(r"[\s\u00ad-]", "", text) for text in found]


def tracking(**changes):
    return kimdocs.draft("beschlusskontrolle", example("beschlusskontrolle") | changes)


def test_the_public_version_drops_rows_and_columns():
    data = example("beschlusskontrolle")
    unknown = {key: words for key, words in data["beschluesse"][1].items() if key != "oeffentlich"}
    draft = tracking(beschluesse=[*data["beschluesse"], unknown | {"thema": "Ungeklärtes"}])
    for text in texts(draft):
        assert "Fachbereich3" in text
        for hidden in ("Mühlbach", "Vorkaufsrecht", "Quandt", "Liebig", "Notartermin", "Bewerbungen", "Ungeklärtes"):
            assert hidden not in text
    assert not draft.gaps


def test_the_internal_version_has_all_of_it():
    for text in texts(tracking(oeffentlich=False)):
        assert all(word in text for word in ("Mühlbach", "Quandt", "Notartermin", "nichtöffentlich", "Vermerk"))


def test_a_version_that_does_not_say_what_it_is_shows_what_is_public():
    draft = tracking(oeffentlich=None)
    assert "Mühlbach" not in draft.markdown()
    assert [gap.name for gap in draft.gaps] == ["oeffentlich"]


def test_the_list_lies_on_its_side():
    draft = tracking()
    section = Document(io.BytesIO(draft.docx())).sections[0]
    assert section.page_width > section.page_height
    with pdfplumber.open(io.BytesIO(draft.pdf())) as pdf:
        assert pdf.pages[0].width > pdf.pages[0].height


def test_decisions_of_minutes_become_rows():
    minutes = record(MINUTES, "niederschrift.txt")
    draft = kimdocs.draft("beschlusskontrolle", {"oeffentlich": False}, records=[minutes])
    assert [value_of(draft, row, "thema") for row in (0, 1)] == ["Radweg an der Lindenallee", "Bücherei am Anger"]
    assert value_of(draft, 1, "beschluss") == "Die Bücherei öffnet auch am Samstag."
    assert f"{value_of(draft, 0, 'datum')}" == "2026-03-03"
    assert {"beschluesse[0].stand", "beschluesse[1].zustaendig"} <= {gap.name for gap in draft.gaps}


def test_a_row_is_filled_from_the_decision_it_names():
    row = {
        "entscheidung": {"dokument": 1, "nummer": 2},
        "stand": "erledigt",
        "zustaendig": "Amt 40",
        "thema": "Samstage",
    }
    data = {"oeffentlich": False, "beschluesse": [row]}
    draft = kimdocs.draft("beschlusskontrolle", data, records=[record(MINUTES, "n.txt")])
    assert value_of(draft, 0, "thema") == "Samstage"
    assert value_of(draft, 0, "beschluss") == "Die Bücherei öffnet auch am Samstag."
    assert [entry.field for entry in draft.trace.entries if entry.bookmark]


def test_a_row_that_names_no_decision_is_an_error():
    row = {"entscheidung": {"dokument": 1, "nummer": 10}, "stand": "erledigt"}
    with pytest.raises(DataError, match=r"Nr\. 10"):
        kimdocs.draft("beschlusskontrolle", {"beschluesse": [row]}, records=[record(MINUTES, "n.txt")])


def value_of(draft, row, name):
    return draft.sheet.value(f"beschluesse[{row}].{name}")


def test_more_money_than_costs_is_said():
    gifts = [{"bezeichnung": "Zuschuss der Bürgerstiftung Erlbach", "betrag": "25.000 €"}]
    (gap,) = plan(dritte=gifts).gaps
    assert gap.message.startswith("Eigenanteil: −4.150\u00a0€. Förderung und Mittel Dritter übersteigen die Ausgaben")


def test_lists_that_are_missing_have_german_names():
    made = kimdocs.draft("foerderantrag-anlage", {"koerperschaft": "Kreis Lindenau"})
    assert {"Stellenplan", "Beantragte Förderung", "Ausgaben"} <= {gap.label for gap in made.gaps}
    assert "dritte" not in {gap.name for gap in made.gaps}


@pytest.mark.parametrize(
    ("form", "has", "lacks"),
    [
        ("öffentlich-rechtlicher Vertrag", ("§ 60 VwVfG", "alle Beteiligten sie unterzeichnet"), ("Genehmigung der",)),
        (
            "delegierende öffentlich-rechtliche Vereinbarung",
            (
                "übernimmt die Aufgabe nach § 1 in ihre Zuständigkeit",
                "Genehmigung der Aufsichtsbehörde",
                "wichtigem Grund",
            ),
            ("§ 60", "für die übrigen Beteiligten durch"),
        ),
        (
            "mandatierende öffentlich-rechtliche Vereinbarung",
            ("führt die Aufgabe nach § 1 für die übrigen Beteiligten durch", "öffentlichen Bekanntmachung in Kraft"),
            ("§ 60", "in ihre Zuständigkeit"),
        ),
    ],
)
def test_the_legal_form_decides_what_an_agreement_says(form, has, lacks):
    values = example("kooperationsvereinbarung") | {"rechtsform": form}
    text = kimdocs.draft("kooperationsvereinbarung", values, final=True).markdown().replace("\u00a0", " ")
    assert all(words in text for words in has), text
    assert not any(words in text for words in lacks)
