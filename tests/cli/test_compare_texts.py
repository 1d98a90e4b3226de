"""``kimdocs compare`` on texts of the data file, which may run over paragraphs and hold figures that nobody entered."""

from __future__ import annotations

import json
import zipfile

import kimdocs
from tests.cli.test_compare import changed, states
from tests.drafting.papers import data, sources


def test_paragraphs_of_one_text_are_no_places_of_one_value(cli, tmp_path):
    found = edited(cli, tmp_path, "Acht Kinder warten.\n\nDer Beitrag liegt bei 245 €.", ("Acht", "Neun"))
    assert states(found) == {("sachverhalt", "Sachverhalt"): "changed"}
    assert not found["contradictions"]


LONG_TEXT = (
    "Der Bau ist geplant, sobald die Planung und die Genehmigung des Kreises vorliegen und alle Anlieger gehört sind."
)


def test_figures_put_into_a_text_of_the_data_file_are_told(cli, tmp_path):
    found = edited(cli, tmp_path, LONG_TEXT, ("alle Anlieger", "für 12.500 € alle Anlieger"))
    assert [(one["kind"], one["before"], one["after"]) for one in found["other_values"]] == [
        ("amount", None, "12.500 €")
    ]


def test_a_long_text_is_shown_from_where_it_changes(cli, tmp_path):
    out = " ".join(edited(cli, tmp_path, LONG_TEXT, ("alle Anlieger", "manche Anlieger"), fmt="table").split())
    table = out.partition("Geänderte Sätze")[0]
    assert "manche" in table
    assert "…" in table


def edited(cli, tmp_path, text, change, fmt="json"):
    """What ``compare`` says of a draft with this text in which two words were exchanged."""
    draft, target = tmp_path / "text.docx", tmp_path / "text-neu.docx"
    kimdocs.draft("beschlussvorlage", data(sachverhalt=text), records=sources()).save(draft)
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, changed(part.decode(), [change]) if name == "word/document.xml" else part)
    out = cli("compare", draft, target, "--format", fmt).out
    return json.loads(out) if fmt == "json" else out
