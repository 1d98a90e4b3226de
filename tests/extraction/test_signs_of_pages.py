"""Ligatures, hyphens that no line end needs, and signs that nobody sees change no fact."""

import pytest

import kimdocs
from tests.properties.laws import check_evidence

MINUTES = """Gemeinde Auental
Niederschrift über die öffentliche Sitzung des Finanzausschusses am 12.03.2031

TOP 1: Pflege der Grünfläche
Beschluss:
Der Ausschuss empfiehlt dem Rat, die Pflege für 38.000 € im Jahr zu vergeben (Mehrbedarf gegenüber 2030: -1.500 €).

Abstimmungsergebnis: 9 Ja-Stimmen, 2 Nein-Stimmen, 1 Enthaltung
"""
WRITTEN = {
    "ligatures": [("ff", "\ufb00"), ("fi", "\ufb01"), ("fl", "\ufb02")],
    "soft hyphens": [("stimm", "stim\u00adm"), ("schuss", "\u00adschuss"), ("empfiehlt", "emp\u00adfiehlt")],
    "zero width": [(": ", ":\u200b "), ("38", "\u206038"), ("Ja-", "Ja-\u200b"), ("TOP", "\ufeffTOP")],
    "hyphens": [("-", "\u2010")],
    "fixed hyphens": [("-", "\u2011")],
}


def told(data, name):
    source = kimdocs.read(data.encode(), name=name)
    record = kimdocs.extract(source)
    check_evidence(source, record)
    decisions = [(one.outcome, one.yes, one.no, one.abstain) for one in record.decisions]
    return (
        decisions,
        [one.text for one in record.resolutions],
        [one.amount for one in record.figures],
        record.document.title,
    )


@pytest.mark.parametrize("pairs", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("page", [False, True], ids=["text", "web page"])
def test_they_tell_nothing(pairs, page):
    written = MINUTES
    for plain, sign in pairs:
        written = written.replace(plain, sign)
    assert written != MINUTES
    if page:
        plain, written = (
            "<html><body>"
            + "".join(f"<p>{line.encode('ascii', 'xmlcharrefreplace').decode()}</p>" for line in text.split("\n"))
            + "</body></html>"
            for text in (MINUTES, written)
        )
        assert told(written, "seite.html") == told(plain, "seite.html")
    else:
        assert told(written, "protokoll.txt") == told(MINUTES, "protokoll.txt")


def test_a_soft_hyphen_at_the_end_of_a_line_breaks_a_word():
    text = MINUTES.replace("Abstimmungsergebnis: 9", "Abstimmungs\u00ad\nergebnis: 9")
    assert told(text, "protokoll.txt")[0] == told(MINUTES, "protokoll.txt")[0]
