"""Heads in the layouts of many council systems and towns, all of them invented: what each of them says of itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kimdocs.extraction.pipeline import extract
from kimdocs.model.source import SourceDocument

HEADS = tomllib.loads((Path(__file__).parent / "data" / "heads.toml").read_text(encoding="utf-8"))["head"]
MEETING, PAPER = {"minutes", "excerpt"}, {"submission", "notice", "other"}


def kind_class(kind):
    return next((group for group in (MEETING, PAPER) if kind in group), {kind})


def value(facts, name):
    found = getattr(facts, name)
    if name == "consultations":
        return [[row.organization, str(row.date or ""), row.role or ""] for row in found]
    return str(found or "")


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head["id"])
def test_head(head):
    facts = extract(SourceDocument("sha256:0", "probe.txt", "text/plain", head["text"])).document
    asked = {name: wanted for name, wanted in head.items() if name not in {"id", "text", "kind"}}
    if head["kind"] == "minutes":
        asked.pop("title", None)
    assert facts.kind in kind_class(head["kind"])
    assert {name: value(facts, name) for name in asked} == asked
