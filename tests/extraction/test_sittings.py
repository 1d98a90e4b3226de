"""The body whose sitting minutes report: below the word for minutes, with its town's union in brackets, or counted."""

from __future__ import annotations

import pytest

import kimdocs

ITEM = "\n\nTOP 1  Bericht\n\nDer Bericht wird zur Kenntnis genommen.\n"


@pytest.mark.parametrize(
    ("head", "organization", "date"),
    [
        (
            "Bezirksversammlung - Geschäftsstelle\n\nProtokoll (öffentlich)\n"
            "Regionalausschuss Nordheide\nSitzung am: Mo., 04.03.2030, 18:00 Uhr\n",
            "Regionalausschuss Nordheide",
            "2030-03-04",
        ),
        (
            "Niederschrift zur Sitzung des Ortsgemeinderates Talheim (Verbandsgemeinde Oberau)\n"
            "am 5. März 2030, Rathaus\n",
            "Ortsgemeinderat Talheim",
            "2030-03-05",
        ),
        (
            "Zweckverband Wasser Oberau\n\nNiederschrift der 14. Verbandsversammlung\nTag: Dienstag, 5. März 2030\n",
            "Verbandsversammlung",
            "2030-03-05",
        ),
    ],
)
def test_the_sitting_body_and_its_date(head, organization, date):
    document = kimdocs.extract(kimdocs.read((head + ITEM).encode("utf-8"), name="a.txt")).document
    assert (document.organization, str(document.date)) == (organization, date)
