"""Results in the forms that minutes and pages of council systems have: every act of an item, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kimdocs import extract
from kimdocs.model.source import SourceDocument

FORMS = tomllib.loads((Path(__file__).parent / "data" / "result_forms.toml").read_text(encoding="utf-8"))["form"]
PAPER = "Niederschrift über die Sitzung des Rates der Gemeinde Ebernach am 12.05.2021\n\nTOP 5 Sitzbank\n\n{text}\n"


@pytest.mark.parametrize("form", FORMS, ids=[f"{number} {form['family']}" for number, form in enumerate(FORMS)])
def test_acts_of_an_item(form: dict[str, Any]) -> None:
    record = extract(SourceDocument("sha256:0", "probe.txt", "text/plain", PAPER.format(text=form["text"])))
    told = [(act.outcome.value, act.yes, act.no, act.abstain, act.unanimous) for act in record.decisions]
    assert [" ".join("-" if part is None else str(part) for part in act) for act in told] == form["acts"]
