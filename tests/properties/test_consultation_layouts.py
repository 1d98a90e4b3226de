"""The Beratungsfolge in any layout: bodies, dates and roles are read right, or left open."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from kimdocs import extract
from kimdocs.model.source import SourceDocument

PAPER = (
    "Stadt Ahlhafen\nBeschlussvorlage 112/2031\n\nBetreff: Neubau der Sporthalle\n\n{table}\n\n{below}"
    "Beschlussvorschlag:\nDie Sporthalle wird gebaut.\n\nSachverhalt:\nDie Halle ist zu klein.\n"
)
HEADINGS = ("Beratungsfolge:", "Beratungsfolge", "Gremien / Beratungsfolge:", "Beratungsgang:", "Beratungsweg")
BODIES = (
    *("Hauptausschuss", "Ausschuss für Soziales und Senioren", "Bau- und Umweltausschuss", "Werkausschuss", "Rat"),
    *("Ortsrat Bruchdorf", "Amtsausschuss", "Gemeindevertretung", "Bezirksvertretung Mitte", "Kreistag"),
)
ROLES = (
    *(("Vorberatung", "Entscheidung"), ("vorberatend", "beschließend"), ("zur Vorberatung", "zur Entscheidung")),
    *(("Empfehlung", "Beschluss"), ("Kenntnisnahme", "Kenntnisnahme"), ("Anhörung", "Entscheidung")),
)
MARKS = ("öffentlich", "Ö", "nichtöffentlich", "N")
RESULTS = ("einstimmig", "ungeändert beschlossen", "Ja 7 Nein 2 Enth. 1", "zurückgestellt")
HEADS = {"body": "Gremium", "date": "Datum", "role": "Beratungsart", "mark": "Öffentlichkeit", "result": "Ergebnis"}
BORDERS = ("\t", "      ", " | ", ", ", " - ", " ")
BELOW = ("", "Anlagen: 2\n\n", "Finanzielle Auswirkungen: keine\n\n", "Beteiligung: Kämmerei, 12.01.2031\n\n")

Told = tuple[str | None, str | None, str | None]


class Table(NamedTuple):
    """A Beratungsfolge as a paper writes it, and what it says: body, date and role of each row."""

    text: str
    rows: dict[str, Told]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 4))
    preparing, deciding = draw(st.sampled_from(ROLES))
    further = draw(st.lists(st.sampled_from(("date", "role", "mark", "result")), unique=True))
    columns = draw(st.permutations(further))
    columns.insert(int(columns[:1] == ["date"] and draw(st.booleans())), "body")
    rows, told = [], {}
    for number, body in enumerate(draw(st.permutations(BODIES))[:count]):
        dated = "date" in columns and draw(st.sampled_from((True, True, False)))
        day = draw(st.integers(1, 28))
        role = deciding if number == count - 1 else preparing
        row = {"body": body, "date": f"{day:02}.{number + 3:02}.2031" if dated else "", "role": role}
        rows.append(row | {"mark": draw(st.sampled_from(MARKS)), "result": draw(st.sampled_from(RESULTS))})
        date = f"2031-{number + 3:02}-{day:02}" if dated else None
        told[body.lower()] = (body, date, role if "role" in columns else None)
    heading = draw(st.sampled_from(HEADINGS)) + draw(st.sampled_from(("\n", "\n\n")))
    return Table(heading + draw(layouts(columns, rows)), told)


@st.composite
def layouts(draw: st.DrawFn, columns: list[str], rows: list[dict[str, str]]) -> str:
    """The rows side by side, one value a line, column by column, or behind labels."""
    form = draw(st.sampled_from(("beside", "below", "columns", "labels")))
    heads = [HEADS[name] for name in columns]
    if form == "beside":
        border = draw(st.sampled_from(BORDERS))
        kept = border in ("\t", " | ")
        lines = [border.join(row[name] for name in columns if row[name] or kept) for row in rows]
        return "\n".join([border.join(heads), *lines] if kept and draw(st.booleans()) else lines)
    if form == "below":
        values = [row[name] for row in rows for name in columns if row[name]]
        return draw(st.sampled_from(("\n", "\n\n"))).join(heads + values if draw(st.booleans()) else values)
    if form == "columns":
        return "\n".join("\n".join([HEADS[name], *(row[name] for row in rows if row[name])]) for name in columns)
    return "\n\n".join("\n".join(f"{HEADS[name]}: {row[name]}" for name in columns) for row in rows)


def read(table: Table, below: str = "") -> list[Told]:
    record = extract(SourceDocument("sha256:0", "p.txt", "text/plain", PAPER.format(table=table.text, below=below)))
    rows = record.document.consultations
    return [(row.organization, row.date.isoformat() if row.date else None, row.role) for row in rows]


@settings(derandomize=True, max_examples=200)
@given(tables(), st.sampled_from(BELOW))
def test_rows_are_right_or_left_open(table: Table, below: str) -> None:
    found = read(table, below)
    assert len({body for body, _, _ in found}) == len(found)
    for body, date, role in found:
        assert body is not None
        assert body.lower() in table.rows
        _, day, task = table.rows[body.lower()]
        assert date in (None, day)
        assert role in (None, task)


@settings(derandomize=True, max_examples=100)
@given(tables())
def test_a_table_of_bodies_is_no_resolution(table: Table) -> None:
    paper = PAPER.format(table=table.text, below="")
    record = extract(SourceDocument("sha256:0", "p.txt", "text/plain", paper))
    assert record.document.date is None
    assert [text.text for text in record.resolutions][-1:] == ["Die Sporthalle wird gebaut."]
