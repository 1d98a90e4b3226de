"""Data files: every wrong value is named with file, field and line; nothing is guessed."""

from __future__ import annotations

import json
import pathlib
import tempfile
from decimal import Decimal

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kimdocs
from kimdocs.drafting.catalogue import builtin_root, kinds
from kimdocs.drafting.datafile import read_data
from kimdocs.errors import DataError
from kimdocs.model.finance import Qualifier
from tests.drafting.papers import data


def drafted(tmp_path, text, name="daten.yaml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return kimdocs.draft("beschlussvorlage", path)


def test_all_wrong_values_are_named_at_once_with_their_lines(tmp_path):
    text = (
        "datum: 31.02.2026\nfinanzen:\n  jahre:\n    - jahr: 26\n      ertraege: 5,000.00\n"
        "klima:\n  ergebnis: vielleicht\n"
    )
    with pytest.raises(DataError) as error:
        drafted(tmp_path, text)
    assert error.value.exit_code == 5
    for part in (
        "daten.yaml", "„datum“ (Zeile 1)", "finanzen.jahre[0].jahr“ (Zeile 4)", "finanzen.jahre[0].ertraege“ (Zeile 5)",
        "„5,000.00“ ist mehrdeutig", "„1.234,56 €“", "klima.ergebnis“ (Zeile 7)", "positiv, negativ, keine",
    ):  # fmt: skip
        assert part in error.value.message


def test_each_wrong_value_ends_its_own_sentence(tmp_path):
    with pytest.raises(DataError) as error:
        drafted(tmp_path, "datum: x\nfinanzen: {positionen: [{betrag: {quelle: {}}}]}\n")
    assert "oder 2021-11-03.\n" in error.value.message
    assert str(error.value).count(".. ") == 0
    assert "}. Die Felder mit Hilfe" in str(error.value)


def test_a_range_in_a_data_file_keeps_both_ends_and_its_source(tmp_path):
    made = drafted(
        tmp_path, "finanzen:\n  positionen:\n    - {bezeichnung: Miete, betrag: 748 € bis 83.121 € pro Jahr}\n"
    )
    fact = made.sheet.find("finanzen.positionen[0].betrag")
    assert (fact.value.value, fact.value.high, fact.value.qualifier) == (748, 83121, Qualifier.RANGE)
    assert fact.provenance.file == "daten.yaml"
    assert "748 € bis 83.121 € pro Jahr" in made.markdown().replace("\u00a0", " ")


def test_nothing_is_computed_with_a_range(tmp_path):
    years = "finanzen: {jahre: [{jahr: 2026, ertraege: 0 €, aufwendungen: 10.000 bis 15.000 €}]}"
    made = drafted(tmp_path, years)
    assert made.sheet.value("finanzen.summe_aufwendungen") is None
    assert any("Summe der Aufwendungen" in note for note in made.sheet.notes)


def test_an_unknown_field_is_refused_and_the_known_ones_are_listed(tmp_path):
    with pytest.raises(
        DataError,
        match=r"betref“ \(Zeile 2\): gibt es nicht; gemeint ist vielleicht „betreff“, möglich sind: koerperschaft",
    ):
        drafted(tmp_path, "datum: 01.01.2026\nbetref: Kita\n")


def test_yaml_never_makes_a_float_or_a_boolean(tmp_path):
    made = drafted(
        tmp_path, "betreff: no\nfinanzen:\n  positionen:\n    - {bezeichnung: 1.10, betrag: 0.1}\n    - betrag: 5000\n"
    )
    assert made.sheet.value("betreff") == "no"
    assert made.sheet.value("finanzen.positionen[0].bezeichnung") == "1.10"
    assert made.sheet.value("finanzen.positionen[0].betrag").value == Decimal("0.1")
    assert made.sheet.value("finanzen.positionen[1].betrag").value == 5000


def test_an_unquoted_thousands_point_is_refused(tmp_path):
    with pytest.raises(DataError, match="mehrdeutig"):
        drafted(tmp_path, "finanzen:\n  positionen:\n    - {betrag: 5.000}\n")


def test_a_float_is_refused():
    with pytest.raises(DataError, match=r"finanzen\.positionen\[0\]\.betrag"):
        kimdocs.draft("beschlussvorlage", {"finanzen": {"positionen": [{"betrag": 0.1}]}})


@pytest.mark.parametrize(
    "text",
    [
        "a: [1, 2", "- 1\n- 2\n", "betreff: a\nbetreff: b\n", "betreff: !!python/object/apply:os.system [x]\n",
        "betreff: !fremd x\n", "<<: {betreff: x}\n", "nur Text", "betreff: [[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]\n",
        'betreff: "\\UFFFFFFFF"\n', "beratungsfolge: {gremium: Rat}\n", "koerperschaft: [a]\n", "vorlage: x\n",
    ],
)  # fmt: skip
def test_files_of_another_shape_are_refused(tmp_path, text):
    with pytest.raises(DataError):
        drafted(tmp_path, text)


def test_aliases_that_multiply_are_refused(tmp_path):
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    with pytest.raises(DataError, match="umfangreich"):
        drafted(tmp_path, "\n".join(lines))


def test_a_list_that_holds_itself_is_refused(tmp_path):
    with pytest.raises(DataError, match="tief"):
        drafted(tmp_path, "anlagen: &a [*a]\n")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a: \x00", b"betreff: " + b"x" * 600_000])
def test_files_that_are_no_text_or_too_large_are_refused(tmp_path, content):
    path = tmp_path / "daten.yaml"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"daten\.yaml"):
        kimdocs.draft("beschlussvorlage", path)


def test_json_is_read_the_same_way(tmp_path):
    made = drafted(
        tmp_path, json.dumps({"vorlage": {"öffentlich": True}, "finanzen": {"positionen": [{"betrag": 0.5}]}}), "d.json"
    )
    assert made.sheet.value("vorlage.oeffentlich") is True
    assert made.sheet.value("finanzen.positionen[0].betrag").value == Decimal("0.5")
    with pytest.raises(DataError, match="Zeile 1"):
        drafted(tmp_path, "{", "e.json")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(DataError, match="gibt es nicht"):
        kimdocs.draft("beschlussvorlage", tmp_path / "fehlt.yaml")


def test_empty_values_are_not_stated_and_a_zero_is():
    made = kimdocs.draft("beschlussvorlage", {"betreff": "  ", "finanzen": {"positionen": [{"betrag": "0 €"}]}})
    assert made.sheet.value("betreff") is None
    assert made.sheet.value("finanzen.positionen[0].betrag").value == 0


def test_totals_are_computed_only_of_complete_columns():
    years = [{"jahr": "2026", "ertraege": "0 €", "aufwendungen": "2.500 €"}, {"jahr": "2027", "aufwendungen": "1,50 €"}]
    made = kimdocs.draft(
        "beschlussvorlage",
        data(finanzen={"jahre": years}, sachverhalt="-", beschlussvorschlag={"text": "-"}, personal=[], quellen=[]),
    )
    assert made.sheet.value("finanzen.summe_aufwendungen").value == Decimal("2501.50")
    assert made.sheet.value("finanzen.summe_ertraege") is None
    assert any("Summe der Erträge" in note for note in made.sheet.notes)


PIECES = st.sampled_from([
    "betreff: ", "Kita", "\n", "  ", "- ", "{", "}", "[", "]", ": ", ", ", '"', "'", "#", "&a ", "*a", "|\n", ">\n",
    "!!str ", "!x ", "! ", "? ", "1.10", "ja", "~", "\t", "\u2028", "\x85", "\ufeff", "\\ud800", "0x1f", "---\n", "%",
])  # fmt: skip


def read(text, monkeypatch, *, fast):
    """What a data file holds, or what is said against it, with one of YAML's two loaders."""
    with monkeypatch.context() as patched, tempfile.TemporaryDirectory() as folder:
        if not fast:
            patched.delattr(yaml, "CSafeLoader", raising=False)
        path = pathlib.Path(folder) / "daten.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            return read_data(path)
        except DataError as error:
            return str(error)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=12).map("".join))
def test_both_loaders_read_the_same_and_name_the_same_lines(monkeypatch, text):
    assert read(text, monkeypatch, fast=True) == read(text, monkeypatch, fast=False)


@pytest.mark.parametrize("kind", kinds())
def test_both_loaders_read_the_examples_alike(monkeypatch, kind):
    text = (builtin_root() / kind / "example.yaml").read_text(encoding="utf-8")
    found = read(text, monkeypatch, fast=True)
    assert found == read(text, monkeypatch, fast=False)
    assert found.tree.lines["koerperschaft"] == text[: text.index("\nkoerperschaft:")].count("\n") + 2


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize("text", ["\nanlagen: " + "[" * 200_000, "\n" + "- " * 100_000, "\n{" + "a: {" * 50_000])
def test_brackets_without_end_are_told_with_their_line(monkeypatch, text, fast):
    assert "Zeile 2, ist zu tief" in read(text, monkeypatch, fast=fast)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("personal:\n  - {bezeichnung: Anteil, stellen: 0,5 Stellen}\n", "Zeile 2: In Klammern trennt jedes Komma"),
        ("betref: Steg\n", "gemeint ist vielleicht „betreff“, möglich sind: koerperschaft"),
        ("zzz: schön\n", "„zzz“ (Zeile 1): gibt es nicht; möglich sind: koerperschaft"),
    ],
)
def test_names_that_no_field_has_are_told_with_what_may_be_meant(tmp_path, text, said):
    path = tmp_path / "daten.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        kimdocs.draft("beschlussvorlage", path)
    assert said in str(caught.value)
