"""Whatever a data file or a template holds: a draft, or a German sentence, never a traceback."""

from __future__ import annotations

import contextlib
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import kimdocs
from kimdocs.drafting.catalogue import load_template
from kimdocs.errors import KimdocsError
from tests.drafting.papers import own_templates, sources

NAMES = sorted(
    {part for name in load_template("beschlussvorlage").fields for part in name.replace("[]", "").split(".")}
)
WORDS = [
    "quelle",
    "rechnung",
    "wert",
    "satz",
    "menge",
    "summe",
    "feld",
    "dokument",
    "betrag",
    "suche",
    "angabe",
    "entscheidung",
]
KEYS = st.sampled_from([*NAMES, *WORDS, "stellen", "beschluss", "quellen", "oeffentlich", "monate", "anteil"])
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.decimals(), st.dates(), st.text(max_size=8),
    st.sampled_from(["0", "1", "5.000 €", "0,5 Stellen", "ja", "title", "eigenanteil", "finanzen.deckung", "3/4"]),
)  # fmt: skip
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
TOKENS = [
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "if ",
    "for x in ",
    "endif",
    "endfor",
    "betreff",
    "anlagen",
    "x",
    ".",
    "[",
    "]",
    "0",
    "|",
    "euro",
]
TOKENS += [
    "'",
    '"',
    "(",
    ")",
    "#",
    "| a |",
    "|---|",
    "\n",
    "~~~ briefkopf",
    "> ",
    "1. ",
    "- ",
    "**",
    "{#",
    "#}",
    "is defined",
    " and ",
]


def computed(rate):
    return {"finanzen": {"positionen": [{"kuerzel": "selbst", "betrag": {"rechnung": {"satz": rate}}}]}}


@pytest.fixture(scope="module")
def records():
    return sources()


@given(content=st.dictionaries(KEYS, DATA, max_size=5))
@example(content={"beschlussvorschlag": {"punkte": {"quelle": {"dokument": 1, "angabe": "date"}}}})
@example(
    content={
        "finanzen": {"positionen": [{"betrag": {"rechnung": {"satz": {"quelle": {"dokument": 1, "stellen": 1}}}}}]}
    }
)
@example(
    content={
        "finanzen": {"positionen": [{"betrag": {"rechnung": {"satz": {"feld": "finanzen.positionen[0].betrag"}}}}]}
    }
)
@example(content={"finanzen": {"positionen": [{"kuerzel": "a", "betrag": {"rechnung": {"satz": {"feld": "a"}}}}]}})
@example(content={"beratungsfolge": {"quelle": {}}})
@example(content={"datum": dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC), "betreff": Decimal("NaN")})
def test_any_data(records, content):
    with contextlib.suppress(KimdocsError):
        made = kimdocs.draft("beschlussvorlage", content, records=records)
        assert made.markdown()
        assert made.html()


@given(pieces=st.lists(st.sampled_from(TOKENS), max_size=14))
def test_any_template(tmp_path_factory, pieces):
    folder = own_templates(tmp_path_factory.mktemp("vorlage"), "".join(pieces))
    with contextlib.suppress(KimdocsError):
        kimdocs.draft("beschlussvorlage", {"betreff": "a", "anlagen": ["b"]}, templates=folder).markdown()
