"""Records and gold for tests of the measures: small ones by hand, and any by Hypothesis."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from kimdocs.model.codec import from_json

if TYPE_CHECKING:
    from kimdocs.model.record import Record

NAME = "auszug"


def record_of(parts: dict[str, Any]) -> Record:
    """A record of the parts that a test is about; everything else is empty."""
    blank = {
        "schema_version": 1,
        "generator": {"kimdocs": "0", "lexicon": "0"},
        "source": {"id": "sha256:0", "name": f"{NAME}.txt", "media_type": "text/plain", "pages": 1, "characters": 0},
        "document": {"kind": "other"},
    }
    document = blank["document"] | parts.get("document", {})
    return from_json(json.dumps(blank | parts | {"document": document}))


def place(quote: str) -> list[dict[str, Any]]:
    return [{"start": 0, "end": len(quote), "page": 1, "quote": quote}]


def decision(
    outcome: str = "adopted", counts: tuple[int | None, ...] = (None, None, None), **more: Any
) -> dict[str, Any]:
    base = {
        "agenda_item": None,
        "organization": None,
        "outcome": outcome,
        "outcome_text": None,
        "amended": False,
        "type": "main",
        "yes": counts[0],
        "no": counts[1],
        "abstain": counts[2],
        "present": None,
        "excluded": None,
        "unanimous": None,
        "roll_call": False,
        "secret": False,
        "groups": None,
        "evidence": place("Beschluss"),
        "rule": "x",
    }
    return base | more


def figure(amount: str, **more: Any) -> dict[str, Any]:
    base = {
        "amount": amount,
        "high": None,
        "currency": "EUR",
        "qualifier": "exact",
        "per": [],
        "year": None,
        "role": None,
        "section": "other",
        "label": None,
        "in_table": False,
        "decision": None,
        "evidence": place(f"{amount} Euro"),
        "rule": "x",
    }
    return base | more


COUNT = st.sampled_from([None, 0, 3])
OUTCOMES = st.sampled_from(["adopted", "recommended", "rejected", "noted", "none"])
GROUPS = st.one_of(
    st.none(), st.dictionaries(st.sampled_from(["CDU", "Freie Wähler", "freie wähler"]), st.just({"yes": 2}))
)
FLAG = st.sampled_from([None, True, False])
SURE = st.sampled_from([True, True, False])
QUOTE = st.sampled_from(["", "500 Euro", "bis zu 500 €", "zwei Stellen", "Beschluss"])
AMOUNT = st.sampled_from(["500", "500.00", "-3", "0", "1E+3"])
HIGH = st.sampled_from([None, None, "600"])
QUALIFIER = st.sampled_from(["exact", "up_to", "about"])
PER = st.lists(st.sampled_from(["year", "post"]), max_size=2)
TEXT = st.sampled_from(["Der Rat stimmt zu", "Der Rat stimmt dem Plan der Verwaltung zu", "a b", "Plan\u00adung", "!"])
DATE = st.sampled_from([None, "2024-03-01", "2024-04-01"])
WORDS = st.sampled_from([None, "Rat", "rat!", "Ausschuss"])
KIND = st.sampled_from(["minutes", "excerpt", "submission", "notice", "other", "motion"])
TYPE = st.sampled_from(["main", "quoted", "part"])
RESOLVED = st.sampled_from(["proposed", "adopted"])


def few(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(fields), max_size=4)


VOTES = {
    "outcome": OUTCOMES,
    "amended": st.booleans(),
    "yes": COUNT,
    "no": COUNT,
    "abstain": COUNT,
    "unanimous": FLAG,
    "groups": GROUPS,
    "type": TYPE,
}
MONEY = {"amount": AMOUNT, "high": HIGH, "qualifier": QUALIFIER, "per": PER}
FACTS = {
    "title": WORDS,
    "reference": WORDS,
    "date": DATE,
    "organization": WORDS,
    "body": WORDS,
    "paper_type": WORDS,
    "kind": KIND,
    "consultations": few({"organization": WORDS, "date": DATE}),
}
GOLD = st.fixed_dictionaries(
    {
        "document": st.fixed_dictionaries(FACTS),
        "decisions": few(VOTES | {"quote": QUOTE, "sure": SURE}),
        "figures": few(MONEY | {"quote": QUOTE, "sure": SURE}),
        "staffing": few({"count": st.sampled_from(["2", "0.5"]), "quote": QUOTE, "sure": SURE}),
        "resolutions": few({"kind": RESOLVED, "starts": TEXT, "ends": TEXT, "sure": SURE}),
    }
)
EVIDENCE = QUOTE.map(place)
POSTS = {
    "count": st.sampled_from(["2", "0.50"]),
    "high": st.none(),
    "unit": st.just("Stellen"),
    "qualifier": QUALIFIER,
    "section": st.just("other"),
    "evidence": EVIDENCE,
    "rule": st.just("x"),
}
RECORD = st.fixed_dictionaries(
    {
        "document": st.fixed_dictionaries(
            FACTS | {"consultations": few({"organization": WORDS, "date": DATE, "role": st.none()})}
        ),
        "decisions": few(VOTES | {"evidence": EVIDENCE}).map(lambda items: [decision() | item for item in items]),
        "figures": few(MONEY | {"evidence": EVIDENCE}).map(lambda items: [figure("0") | item for item in items]),
        "staffing": few(POSTS),
        "resolutions": few(
            {
                "kind": RESOLVED,
                "agenda_item": st.none(),
                "text": TEXT,
                "points": st.just([]),
                "decision": st.none(),
                "evidence": EVIDENCE,
            }
        ),
    }
)
