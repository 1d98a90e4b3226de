"""Gold files with mistakes: named with file and place, in German, never passed over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kimdocs.errors import DataError, InputError
from kimdocs.evaluate.gold import read_file, read_folder

if TYPE_CHECKING:
    from pathlib import Path

WRONG = [
    ({"decision": []}, "„decision“ ist kein bekanntes Feld"),
    ({"decisions": {}}, "„decisions“ muss eine Liste von Objekten sein"),
    ({"decisions": [{"outcome": "accepted"}]}, "„decisions[0].outcome“ muss eines von adopted"),
    ({"decisions": [{}]}, "„decisions[0].outcome“ muss eines von"),
    ({"decisions": [{"outcome": "adopted", "yes": "12"}]}, "„decisions[0].yes“ muss eine ganze Zahl"),
    ({"decisions": [{"outcome": "adopted", "yes": True}]}, "„decisions[0].yes“ muss eine ganze Zahl"),
    ({"decisions": [{"outcome": "adopted", "no": -1}]}, "„decisions[0].no“"),
    ({"decisions": [{"outcome": "adopted", "sure": "nein"}]}, "„decisions[0].sure“ muss true, false oder null"),
    ({"decisions": [{"outcome": "adopted", "groups": {"CDU": {"ja": 3}}}]}, "„decisions[0].groups.CDU.ja“"),
    ({"figures": [{}]}, "„figures[0].amount“ fehlt"),
    ({"figures": [{"amount": "1.234,50"}]}, "„figures[0].amount“ muss eine Dezimalzahl"),
    ({"figures": [{"amount": "NaN"}]}, "„figures[0].amount“ muss eine Dezimalzahl"),
    ({"figures": [{"amount": "5", "per": "year"}]}, "„figures[0].per“ muss eine Liste"),
    ({"figures": [{"amount": "5", "per": [["year"]]}]}, "„figures[0].per“ muss eine Liste"),
    ({"staffing": [{"count": None}]}, "„staffing[0].count“ fehlt"),
    ({"resolutions": [{"kind": "adopted", "starts": "Der Rat"}]}, "„resolutions[0].ends“ fehlt"),
    ({"document": {"date": "1. März 2024"}}, "„document.date“ muss ein Datum"),
    ({"document": {"consultations": [{"gremium": "Rat"}]}}, "„document.consultations[0].gremium“"),
    ({"document": []}, None),
    ({"document": [1]}, "„document“ muss ein Objekt sein"),
]


@pytest.mark.parametrize(("values", "said"), WRONG, ids=lambda value: str(value)[:50])
def test_a_wrong_field_is_named_with_its_place(values: dict[str, Any], said: str | None, tmp_path: Path) -> None:
    path = tmp_path / "rat.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    if said is None:
        assert read_file(path).document.kind is None
        return
    with pytest.raises(DataError) as caught:
        read_file(path)
    assert "rat.json" in caught.value.message
    assert said in caught.value.message


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b"3", b"[" * 100_000])
def test_what_is_no_json_object(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "rat.json"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"rat\.json"):
        read_file(path)


def test_a_missing_and_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gibt es nicht"):
        read_folder(tmp_path / "fehlt")
    with pytest.raises(InputError, match="keine Gold-Datei"):
        read_folder(tmp_path)
