"""Documents whose head was printed carelessly or is missing; all of them are invented."""

from __future__ import annotations

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.test_document_support import facts_of


def values(text, *names):
    facts = facts_of(text)
    return tuple(getattr(facts, name) for name in names)


@pytest.mark.parametrize(
    ("lines", "paper_type", "kind"),
    [
        ("Status:öffentlichVorlage-Art:Informationsvorlage", "Informationsvorlage", DocumentKind.SUBMISSION),
        ("Status:öffentlich (freigegeben)Vorlage-Art:Antrag", "Antrag", DocumentKind.MOTION),
        (
            " Ursprungaktuell\nStatus: öffentlich\nDrucksache-Art:AntragBeschluss",
            "Antrag",
            DocumentKind.MOTION,
        ),
        (
            "- Status:\n- öffentlich\n- Vorlageart:\n- Vorlage\n- Federführend:\n- Fachbereich Bauen",
            "Vorlage",
            DocumentKind.SUBMISSION,
        ),
    ],
)
def test_cells_without_a_gap_and_values_that_look_like_labels(lines, paper_type, kind):
    text = f"Vorlage - 44/2031\n\nBetreff: Neubau der Halle\n{lines}\nBeschlussvorschlag:\nDie Halle wird gebaut.\n"
    assert values(text, "paper_type", "kind", "public", "reference") == (paper_type, kind, True, "44/2031")
