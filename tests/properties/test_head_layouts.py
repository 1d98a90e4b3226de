"""The heads of minutes and submissions in any arrangement, with dates and towns beside: read right, or left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kimdocs import extract
from kimdocs.model.source import SourceDocument

if TYPE_CHECKING:
    from kimdocs.model.council import DocumentFacts

TOWNS = ("Stadt Ahlhafen", "Gemeinde Wiesenfeld", "Samtgemeinde Tarlau", "Amt Hohenfelde", "Landkreis Erlbach")
BODIES = {
    "Rat": "des Rates",
    "Gemeinderat": "des Gemeinderates",
    "Hauptausschuss": "des Hauptausschusses",
    "Ausschuss für Soziales und Senioren": "des Ausschusses für Soziales und Senioren",
    "Ortsrat Bruchdorf": "des Ortsrates Bruchdorf",
    "Gemeindevertretung": "der Gemeindevertretung",
    "Amtsausschuss": "des Amtsausschusses",
}
MEETINGS = (
    *("Sitzung", "12. Sitzung", "Sondersitzung", "3. Sondersitzung", "gemeinsame Sitzung", "Videokonferenz"),
    *("Hybridsitzung", "Dringlichkeitssitzung", "außerordentliche Sitzung", "Telefonkonferenz", "Onlinesitzung"),
)
RECORDS = ("Niederschrift", "Protokoll", "Ergebnisprotokoll", "N I E D E R S C H R I F T", "NIEDERSCHRIFT")
ABOVE = ("", "\nDer Bürgermeister\nHauptstr. 5\n31234 Rethen", "\n\nRethen, den 06.10.2030")
BESIDE = (
    *("", "Ausdruck vom: 11.10.2032", "Die Einladung erging mit Schreiben vom 07.07.2030.", "Stand: 19.10.2030"),
    *("Nächste Sitzung: 03.03.2032", "TOP 1 Genehmigung der Niederschrift vom 04.11.2030"),
)
HEADS = (
    "{town}{above}\n\n{record} über die {meeting} {of} am {day}",
    "{town}{above}\n{record}\nüber die {meeting} {of}\nam {day}, 18.00 Uhr, in Rethen, Dorfgemeinschaftshaus",
    "{town}{above}\n\n{record}\nzur {meeting}\n{of}\n\nSitzungstermin: {day}\nOrt, Raum: Schulstraße 3, 31234 Rethen",
    "{town}{above}\n\n{record}\n\nGremium: {body}\nDatum: {day}\nOrt: Rathaus Rethen",
)
DAYS = ("05.03.2031", "5. März 2031", "Mittwoch, den 05.03.2031")
TITLES = (
    *("Neubau der Sporthalle am Anger", "Bericht zur Lage der Kindertagesstätten", "Änderung der Hauptsatzung"),
    *("Antrag der CDU-Fraktion vom 03.02.2030 auf Errichtung einer Sitzbank", "Zuschuss an den Heimatverein e. V."),
)
FIELDS = (
    "Vorlagen-Nr. {number}",
    "Datum: {day}",
    "Federführend: Bauamt",
    "öffentlich",
    "Az.: 20 21 512",
    "Unser Zeichen: 65-77/2030",
)
SUBJECTS = ("Betreff: {}", "Betreff:\n{}", "Gegenstand der Vorlage:\n{}", "Titel: {}")
SENT = ("", "Beratung im Hauptausschuss am 04.05.2032", "Beratungsfolge:\nRat\t04.05.2032\tEntscheidung")
REST = "Sachverhalt:\nDie Rechtsanwälte Kunkel, Domplatz 8, 30000 Neustadt, haben am 16.02.2030 berichtet.\n"


def read(text: str) -> DocumentFacts:
    return extract(SourceDocument("sha256:0", "p.txt", "text/plain", text)).document


def same(read: str | None, said: str) -> bool:
    return read is not None and read.lower() == said.lower()


@settings(derandomize=True, max_examples=200)
@given(st.tuples(*map(st.sampled_from, (TOWNS, sorted(BODIES), MEETINGS, RECORDS, ABOVE, BESIDE, HEADS, DAYS))))
def test_minutes(said: tuple[str, ...]) -> None:
    town, body, meeting, record, above, beside, head, day = said
    of = BODIES[body]
    text = head.format(town=town, body=body, of=of, meeting=meeting, record=record, above=above, day=day)
    facts = read(f"{text}\n{beside}\n\nAnwesend:\nRatsherr Berger\n\nTOP 5 Sitzbank\nDer Vorsitzende berichtet.\n")
    assert same(facts.body, town)
    assert facts.organization is None or same(facts.organization, body)
    assert str(facts.date) == "2031-03-05"
    assert facts.public is None


@settings(derandomize=True, max_examples=200)
@given(
    st.permutations(FIELDS),
    st.tuples(*map(st.sampled_from, (TOWNS, TITLES, SUBJECTS, SENT, ("112/2031", "SV-10-112"), ("\n", "\n\n")))),
)
def test_submissions(fields: list[str], said: tuple[str, ...]) -> None:
    town, title, subject, sent, number, gap = said
    lines = [field.format(number=number, day="05.03.2031") for field in fields]
    head = gap.join([f"{town}\nBeschlussvorlage", *lines, subject.format(title), sent])
    facts = read(f"{head}\n\nBeschlussvorschlag:\nDer Rat stimmt zu.\n\n{REST}")
    assert (facts.title, facts.reference, str(facts.date)) == (title, number, "2031-03-05")
    assert facts.paper_type == "Beschlussvorlage"
    assert facts.public is True
    assert same(facts.body, town)
