"""What is wrong with a TOML file that staff wrote, in German words."""

from __future__ import annotations

import re
import tomllib

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_CHOICE = re.compile(r"'(.*?)' is not a valid (\w+)")


def reason(error: Exception) -> str:
    """The rest of a sentence that begins with "Die Datei … ist fehlerhaft: "; our own words stay as they are."""
    text = str(error)
    place, choice = _PLACE.search(text), _CHOICE.search(text)
    if isinstance(error, tomllib.TOMLDecodeError):
        where = f"Zeile {place[1]}, Spalte {place[2]}" if place else "Das Ende"
        return f'{where} ist kein gültiges TOML; Texte stehen in Anführungszeichen: name = "…"'
    if isinstance(error, KeyError):
        return f"Es fehlt die Angabe „{error.args[0]}“"
    if choice:
        return f"„{choice[1]}“ ist keine der möglichen Angaben"
    return text if isinstance(error, ValueError) else "Eine Angabe hat die falsche Form"
