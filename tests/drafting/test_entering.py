"""Who entered a value and when: said by the data or by the caller, shown wherever sources are, never guessed."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile

import pytest

import kimdocs
from kimdocs.drafting.datafile import read_data
from kimdocs.drafting.entering import said
from kimdocs.errors import DataError
from kimdocs.model.provenance import Entered

POSITIONS = """finanzen:
  positionen:
    - {kuerzel: wagen, bezeichnung: Fahrzeug, betrag: 5.000 €}
    - {bezeichnung: Beladung, betrag: {wert: 700 €, erfasst_von: Kämmerei, erfasst_am: 05.11.2026}}
    - {bezeichnung: Zusammen, betrag: {rechnung: {summe: [{feld: wagen}, 10 €]}, erfasst_von: Herr Otto}}
"""
WHO = "erfasst_von: Frau Rehberg\nerfasst_am: 2026-11-02\n"
FIRST, SECOND, SUM = (f"finanzen.positionen[{row}].betrag" for row in range(3))


def drafted(tmp_path, text, by=None, at=None):
    path = tmp_path / "daten.yaml"
    path.write_text(text, encoding="utf-8")
    return kimdocs.draft("beschlussvorlage", said(read_data(path), by, at))


def origin(made, field):
    return next(entry.origin for entry in made.trace.entries if entry.field == field).replace("\u00a0", " ")


def test_a_data_file_says_who_entered_it_and_a_field_says_otherwise(tmp_path):
    made = drafted(tmp_path, WHO + "betreff: Drehleiter\n" + POSITIONS)
    day = dt.date(2026, 11, 2)
    assert made.sheet.find("betreff").provenance == Entered("Frau Rehberg", day, "daten.yaml", "betreff")
    assert made.sheet.find(FIRST).provenance == Entered("Frau Rehberg", day, "daten.yaml", FIRST)
    assert made.sheet.find(SECOND).provenance == Entered("Kämmerei", dt.date(2026, 11, 5), "daten.yaml", SECOND)
    assert [(one.by, one.at) for one in made.sheet.find(SUM).provenance.inputs] == [
        ("Frau Rehberg", day), ("Herr Otto", day),
    ]  # fmt: skip


def test_a_row_and_a_group_say_it_for_all_they_hold(tmp_path):
    rows = POSITIONS.replace("{kuerzel: wagen,", "{erfasst_von: Feuerwehr, kuerzel: wagen,").replace(
        "finanzen:\n", "finanzen:\n  erfasst_von: Amt 20\n  produkt: Brandschutz\n"
    )
    rows = rows.replace("{bezeichnung: Zusammen,", "{erfasst_am: 06.11.2026, bezeichnung: Zusammen,")
    made = drafted(tmp_path, WHO + rows + "betreff: Drehleiter\n")
    found = {path: made.sheet.find(path).provenance for path in ("betreff", "finanzen.produkt", FIRST, SECOND, SUM)}
    assert [found[path].by for path in ("betreff", "finanzen.produkt", FIRST, SECOND)] == [
        "Frau Rehberg", "Amt 20", "Feuerwehr", "Kämmerei",
    ]  # fmt: skip
    assert [(one.by, one.at) for one in found[SUM].inputs] == [
        ("Feuerwehr", dt.date(2026, 11, 2)), ("Herr Otto", dt.date(2026, 11, 6)),
    ]  # fmt: skip
    assert not any("erfasst" in fact.path for fact in made.sheet.facts())


def test_who_and_when_stand_in_every_account_of_the_sources(tmp_path):
    made = drafted(tmp_path, WHO + POSITIONS)
    words = "Angabe: Frau Rehberg, 02.11.2026, Datendatei daten.yaml"
    assert origin(made, FIRST) == words
    assert words in origin(made, SUM)
    with zipfile.ZipFile(io.BytesIO(made.docx())) as package:
        comments = re.sub("<[^>]+>", " ", package.read("word/comments.xml").decode())
    assert comments.count("Angabe: Frau Rehberg, 02.11.2026, Datendatei daten.yaml") == 2
    assert "Angabe: Kämmerei, 05.11.2026" in comments
    assert words in made.markdown().replace("\\", "")
    assert words in made.html()
    twin = {value["field"]: value["origins"] for value in json.loads(made.trace.to_json())["values"]}
    assert twin[FIRST] == [
        {"kind": "entered", "by": "Frau Rehberg", "at": "2026-11-02", "file": "daten.yaml", "field": FIRST}
    ]


def test_nobody_and_no_day_is_named_unless_somebody_says_so(tmp_path):
    made = drafted(tmp_path, POSITIONS.replace(", erfasst_von: Kämmerei, erfasst_am: 05.11.2026", ""))
    assert made.sheet.find(FIRST).provenance == Entered(None, None, "daten.yaml", FIRST)
    assert made.trace.number(made.sheet.find(FIRST)) is None


def test_the_caller_says_it_where_the_data_do_not(tmp_path):
    made = drafted(tmp_path, "erfasst_am: 2026-11-02\n" + POSITIONS, "Frau\nAmsel\ud800", dt.date(2026, 12, 1))
    assert origin(made, FIRST) == "Angabe: Frau Amsel\ufffd, 02.11.2026, Datendatei daten.yaml"
    assert origin(made, SECOND).startswith("Angabe: Kämmerei, 05.11.2026")
    assert "Frau Amsel" in made.markdown()
    assert made.docx()


def test_the_same_data_give_the_same_bytes(tmp_path):
    assert drafted(tmp_path, WHO + POSITIONS).docx() == drafted(tmp_path, WHO + POSITIONS).docx()


def test_a_mapping_and_json_say_it_too(tmp_path):
    content = {"erfasst_von": "Frau Rehberg", "erfasst_am": dt.date(2026, 11, 2), "betreff": "Drehleiter"}
    given = kimdocs.draft("beschlussvorlage", content).sheet.find("betreff").provenance
    path = tmp_path / "daten.json"
    path.write_text(json.dumps(content, default=str), encoding="utf-8")
    read = kimdocs.draft("beschlussvorlage", path).sheet.find("betreff").provenance
    assert (given.by, given.at) == (read.by, read.at) == ("Frau Rehberg", dt.date(2026, 11, 2))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("betreff: x\nerfasst_am: gestern\n", "„erfasst_am“ (Zeile 2): „gestern“ ist kein Datum"),
        ("erfasst_am: 31.02.2026\n", "„31.02.2026“ ist kein Tag des Kalenders"),
        ("erfasst_von: [a, b]\n", "„erfasst_von“ (Zeile 1): erwartet eine einzelne Angabe"),
        ("klima:\n  ergebnis: {wert: keine, erfasst_am: bald}\n", "„klima.ergebnis.erfasst_am“ (Zeile 2): „bald“"),
        ("hier: {erfasst_von: Amt 3}\n", "„hier“ (Zeile 1): „erfasst_von“ und „erfasst_am“ gehören zu einem „wert“"),
        ("vorlage: {erfasst_am: bald}\n", "„vorlage.erfasst_am“ (Zeile 1): „bald“ ist kein Datum"),
    ],
)
def test_an_entry_that_cannot_be_read_is_named_with_its_line(tmp_path, text, sentence):
    with pytest.raises(DataError) as error:
        drafted(tmp_path, text)
    assert sentence in error.value.message


def test_an_entered_text_carries_no_comment(tmp_path):
    made = drafted(tmp_path, WHO + "betreff: Drehleiter\n")
    assert made.trace.number(made.sheet.find("betreff")) is None
    assert b"Drehleiter" in made.trace.to_json().encode()
