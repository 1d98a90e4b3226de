"""What YAML refuses in a data file is told in German with its line and what to do there; what it leaves out, too."""

from __future__ import annotations

import re

import pytest

import kimdocs
from kimdocs.drafting.skeleton import skeleton
from kimdocs.errors import DataError

ENGLISH = re.compile(r"\b(?:expected|found|while|mapping|scalar|token|block|the)\b", re.IGNORECASE)


def drafted(tmp_path, text):
    path = tmp_path / "daten.yaml"
    path.write_text(text, encoding="utf-8")
    return kimdocs.draft("beschlussvorlage", path)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("hier: x\nbetreff: Neubau: Kita am Markt\n", 2, 'betreff: "Neubau: Kita am Markt"'),
        ('bezug:\n  - "a"\nhier: Er sagte "so": gut\n', 3, "hier: 'Er sagte \"so\": gut'"),
        ("vorlage:\n\tnummer: 1\n", 2, "Tabulator"),
        ("vorlage:\n  nummer: 1\n   art: x\n", 3, "weiter eingerückt"),
        ("vorlage:\n    nummer: 1\n  art: x\n", 3, "anders eingerückt"),
        ('betreff: "Kita\nhier: x\n', 1, "nicht geschlossen"),
        ('betreff: "Kita" am Markt\nhier: x\n', 1, "Hinter dem schließenden"),
        ('betreff: "C:\\Daten"\n', 1, "einfache Anführungszeichen"),
        ("finanzen: {keine: ja\nbetreff: x\n", 1, "Eine Klammer ist nicht geschlossen"),
        ("betreff: %Anteil\n", 1, 'betreff: "%Anteil"'),
        ("betreff: @Rat\n", 1, 'betreff: "@Rat"'),
        ("betreff: *neu* gebaut\n", 1, 'betreff: "*neu* gebaut"'),
        ("betreff: & Söhne\n", 1, 'betreff: "& Söhne"'),
        ("betreff: *neu\n", 1, 'betreff: "*neu"'),
        ("betreff: !Achtung\n", 1, 'in Anführungszeichen: "!…"'),
        ("hier: y\nbetreff Neubau\nbezug: x\n", 2, "weder ein Feld"),
        ("betreff Neubau\nhier: x\n", 1, "fehlt „: “"),
        ("betreff:Neubau\nhier: x\n", 1, "Schreiben Sie: betreff: Neubau"),
        ("hier: y\nbetreff:Neubau\nbezug: x\n", 2, "Schreiben Sie: betreff: Neubau"),
        ("anlagen: - Plan\n", 1, "in die Zeile darunter"),
        ("sachverhalt: | Der Rat\n  tagt.\n", 1, "in der Zeile darunter"),
        ("sachverhalt: |\nDer Rat tagt.\nhier: x\n", 2, "um zwei Zeichen"),
        ("betreff: Haus # 2\n  am Markt\nhier: x\n", 1, "Hinter „#“"),
        ("finanzen: {keine: ja}hier: x\n", 1, "beginnt auf einer neuen Zeile"),
        ("betreff: [Entwurf] Kita\nhier: x\n", 1, "ein Text, der mit „[“ oder „{“ beginnt"),
        ("betreff: x\n---\nhier: y\n", 2, "zweite Datei"),
        (" betreff: x\nhier: y\n", 2, "weiter links"),
        ("betreff: x\nhier: \x07y\n", 2, "Steuerzeichen"),
        ("personal: [{stellen: 1,5 Stellen}]\n", 1, '"1,5 Stellen"'),
        ("finanzen:\n  positionen:\n    - betrag: {rechnung: {summe: [5,50 €, 2 €]}}\n", 3, "trennt jedes Komma"),
    ],
)
def test_each_mistake_has_its_own_advice(tmp_path, text, line, said):
    with pytest.raises(DataError) as caught:
        drafted(tmp_path, text)
    told = f"{caught.value.message} {caught.value.next_step}"
    assert f"Zeile {line}" in told
    assert said in told
    assert not ENGLISH.search(re.sub(r"„.*?“", "", told))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bearbeiter: [offen]\n", 'beginnt er mit „[“, gehört er in Anführungszeichen: "[…"'),
        ("bearbeiter: {offen}\n", "beginnt er mit „{“"),
        ("personal: [{bezeichnung: Bau, Planung}]\n", 'gehört der Text davor in "…"'),
        ("finanzen: {deckung: {x: y}}\n", "beginnt er mit „{“"),
    ],
)
def test_brackets_and_commas_of_texts_are_guessed(tmp_path, text, said):
    with pytest.raises(DataError) as caught:
        drafted(tmp_path, text)
    assert said in caught.value.message


def test_words_behind_a_number_sign_are_told_in_texts(tmp_path):
    made = drafted(
        tmp_path, "betreff: Haus #2 am Markt\nhier: # 3 Räume\ndatum: 01.02.2026 # laut Plan\nbezug: [a #1\n]\n"
    )
    assert made.sheet.value("betreff") == "Haus"
    assert [note[: note.index(" gilt")] for note in made.sheet.notes] == [
        "„Betreff“ (betreff, Zeile 1): „#2 am Markt“",
        "„Betreff, zweite Zeile (hier: …)“ (hier, Zeile 2): „# 3 Räume“",
        "„Bezug“ (bezug[0], Zeile 4): „#1“",
    ]
    assert not drafted(tmp_path, 'betreff: "Haus #2"\nhier: Haus#2\n').sheet.notes


def test_the_help_of_a_blank_file_is_no_lost_text(tmp_path):
    from kimdocs.drafting.catalogue import load_template

    blank = skeleton(load_template("beschlussvorlage"))
    filled = re.sub(r"(?m)^(\s*(?:- )?(?:betreff|hier|behoerde|nummer|gremium|name):) +#", r"\1 Wert #", blank)
    made = drafted(tmp_path, filled)
    assert made.sheet.value("betreff") == "Wert"
    assert not [note for note in made.sheet.notes if "Anmerkung" in note]
