"""Invented minutes and an invented submission, as text and as records."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

import kimdocs
from kimdocs.drafting.catalogue import builtin_root

if TYPE_CHECKING:
    from pathlib import Path

    from kimdocs.model.record import Record

MINUTES = """Beschluss: ungeändert beschlossen

Abstimmung: Ja: 19, Nein: 0, Enthaltungen: 0

1.      Der Ausbau der Fallbegleitung im Kreis Lindenau wird fortgesetzt.

2.      Im Verbund Süd werden 4 Vollzeitstellen eingerichtet.

Ktabg. Holtkamp fragt nach dem Eigenanteil. Die Landrätin antwortet, je Stelle seien ca. 10.000 € jährlich anzusetzen.
"""
SUBMISSION = """Betreff
Fallbegleitung in den Gemeinden des Kreises Lindenau
Vorlage
187/2025
Art
Beschlussvorlage

Beschlussvorschlag:

Für die Fallbegleitung werden bis zu 5.000 € bereitgestellt.

Sachverhalt:

Das Land bezahlt 4 Vollzeitstellen mit je 55.000 €/Jahr. Der Gemeinde Wiesenfeld stehen 0,5 Stellen zu.
"""


HOUSE = """name = "Gemeinde Wiesenfeld"
anschrift = ["Am Anger 7", "49990 Wiesenfeld"]
logo = "logo.png"
logo_text = "Wappen der Gemeinde"
schrift = "DejaVu Sans Mono"
farbe = "#004a80"
"""


def record(text: str, name: str) -> Record:
    """Record of a text."""
    return kimdocs.extract(kimdocs.read(text.encode(), name=name))


def sources() -> list[Record]:
    """Minutes (0) and submission (1)."""
    return [record(MINUTES, "niederschrift.txt"), record(SUBMISSION, "vorlage.txt")]


def data(**more: Any) -> dict[str, Any]:
    """A complete submission whose figures come from the two documents."""
    return {
        "quellen": [{"dokument": 1, "oeffentlich": True}, {"dokument": 2, "oeffentlich": True}],
        "koerperschaft": "Gemeinde Wiesenfeld",
        "fachbereich": "Fachbereich 3",
        "bearbeiter": "Frau Rehberg",
        "aktenzeichen": "50.12",
        "datum": "12.01.2026",
        "vorlage": {"nummer": "12/2026", "oeffentlich": True},
        "betreff": "Beteiligung an der Fallbegleitung im Kreis Lindenau",
        "beratungsfolge": [
            {"gremium": "Sozialausschuss", "termin": "03.02.2026", "beratungsaktion": "vorberatend"},
            {"gremium": "Rat der Gemeinde Wiesenfeld", "termin": "03.03.2026", "beratungsaktion": "beschließend"},
        ],
        "beschlussvorschlag": {
            "text": "Der Rat beschließt:",
            "punkte": ["Die Gemeinde beteiligt sich.", "Es werden [[eigenanteil]] bereitgestellt."],
        },
        "sachverhalt": "Das Land zahlt [[pauschale]]. Ungedeckt bleiben [[satz]]. Der Anteil beträgt [[anteil]].",
        "finanzen": {
            "positionen": [
                {"kuerzel": "pauschale", "bezeichnung": "Pauschale", "betrag": source(2, "55.000")},
                {"kuerzel": "satz", "bezeichnung": "Ungedeckte Kosten", "betrag": source(1, "10.000")},
                {"kuerzel": "eigenanteil", "bezeichnung": "Eigenanteil", "betrag": own_share()},
            ],
            "deckung": "Haushalt 2026",
        },
        "personal": [{"kuerzel": "anteil", "bezeichnung": "Fallbegleitung", "stellen": source(2, "0,5 Stellen")}],
        "klima": {"ergebnis": "keine"},
        "unterschrift": {"name": "Mara Tiedge", "funktion": "Bürgermeisterin"},
    } | more


def source(document: int, words: str) -> dict[str, Any]:
    """A value that is taken from a document."""
    return {"quelle": {"dokument": document, "suche": words}}


def own_share() -> dict[str, Any]:
    """A value that is computed from two others."""
    return {"rechnung": {"menge": {"feld": "anteil"}, "satz": {"feld": "satz"}, "genauigkeit": "bis zu"}}


def own_templates(folder: Path, text: str, kind: str = "beschlussvorlage") -> Path:
    """A folder of templates with one template of its own; its fields are those of the built-in one."""
    target = folder / "vorlagen" / kind
    target.mkdir(parents=True)
    (target / "template.md.j2").write_text(text, encoding="utf-8")
    return target.parent


def png(width: int = 20, height: int = 10) -> bytes:
    """A picture of one colour."""
    rows = b"".join(b"\0" + b"\x00\x4a\x80" * width for _ in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def town(folder: Path, text: str = HOUSE, word: bytes | None = None) -> Path:
    """A town's own folder with a look of its own; ``word`` is its house style, if not ours."""
    house = folder / "vorlagen" / "house"
    house.mkdir(parents=True, exist_ok=True)
    (house / "haus.toml").write_text(text, encoding="utf-8")
    (house / "logo.png").write_bytes(png())
    (house / "hausvorlage.docx").write_bytes(word or (builtin_root() / "house" / "hausvorlage.docx").read_bytes())
    return house.parent
