"""Reading invented papers: what the tests of extraction ask of a record, in plain values."""

from __future__ import annotations

import tomllib
from pathlib import Path

import kimdocs
from kimdocs.extraction.recognise.figures.figure import figures
from kimdocs.extraction.resolve.about.document import document_facts
from kimdocs.extraction.segment import segment
from kimdocs.model.source import SourceDocument
from tests.properties.laws import check_evidence

MINUTES = "Gemeinde Wiesenfeld\nAuszug aus der Niederschrift über die 3. Sitzung am 12.03.2031\n\n"
SUBMISSION = "Gemeinde Wiesenfeld\nBeschlussvorlage\nVorlage Nr. 44/2031\n\n"
SILENT = {
    "yes": None,
    "no": None,
    "abstain": None,
    "present": None,
    "excluded": None,
    "unanimous": None,
    "amended": False,
    "secret": False,
    "roll_call": False,
    "type": "main",
    "groups": None,
}


def table(name):
    """A table of forms beside the tests."""
    return tomllib.loads((Path(__file__).parent / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def named(forms):
    """Names for the forms of a table: their family, and where they stand in it."""
    return [f"{index} {form['family']}" for index, form in enumerate(forms)]


def record_of(text, head=MINUTES):
    """The record of a text behind the head of a document, after the law of evidence was checked on it."""
    source = kimdocs.read((head + text).encode("utf-8"), name="a.txt")
    record = kimdocs.extract(source)
    check_evidence(source, record)
    return record


def record(text):
    """The record of a whole paper."""
    return kimdocs.extract(kimdocs.read(text.encode(), name="papier.txt"))


def facts(text):
    """What the record of a whole paper says of the document."""
    return record(text).document


def texts(text):
    """The texts of a paper's resolutions, with white space squeezed."""
    return [" ".join(resolution.text.split()) for resolution in record(text).resolutions]


def context(text, **source):
    """A text in sections, before any fact is sought."""
    return segment(SourceDocument("sha256:0", "probe.txt", "text/plain", text, **source))


def figures_of(text, **source):
    """The amounts of a text."""
    return figures(context(text, **source))


def facts_of(text, media_type="text/plain"):
    """Document facts of a text, after the law of evidence was checked on every one of them."""
    context = segment(SourceDocument("sha256:0", "a.txt", media_type, text))
    facts = document_facts(context)
    places = [place for found in facts.evidence.values() for place in found]
    places += [place for entry in (*facts.consultations, *facts.references) for place in entry.evidence]
    assert all(context.source.text[place.start : place.end] == place.quote for place in places)
    return facts


def votes(text, head=MINUTES):
    """What the record of a text says of each decision."""
    return [_plain(decision) for decision in record_of(text, head).decisions]


def _plain(decision):
    """Outcome, counts, groups and attributes of a decision, in plain values."""
    plain = {key: getattr(decision, key) for key in SILENT}
    return {"outcome": str(decision.outcome), **plain, "type": str(decision.type)}


def expected(form):
    """What a form of a table demands: its own keys, and silence about all others."""
    stated = {key: value for key, value in form.items() if key == "outcome" or key in SILENT}
    groups = {"groups": _groups(form["groups"])} if "groups" in form else {}
    return {**SILENT, **stated, **groups}


def _groups(listed):
    """Groups of a table ("CDU yes 5", "Freie Wähler abstain") as a record has them."""
    groups = {}
    for entry in listed:
        words = entry.split(" ")
        number = int(words.pop()) if words[-1].isdigit() else None
        side = words.pop()
        groups.setdefault(" ".join(words), {})[side] = number
    return groups
