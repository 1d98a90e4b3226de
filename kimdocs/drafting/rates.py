"""Flat rates of funding programmes: from dated, sourced data files, never from code and never guessed for a year."""

from __future__ import annotations

import hashlib
import re
import tomllib
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.notation import ordered
from kimdocs.drafting.toml_errors import reason
from kimdocs.drafting.values import Amount
from kimdocs.errors import TemplateError
from kimdocs.model.finance import Per
from kimdocs.model.provenance import Stated
from kimdocs.model.record import SourceInfo

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"rate", "jahr"}
_OWN = "house/rates.toml"
_BUILTIN = "rates.toml"


def rate_of(name: str, year: str, templates: Path | None = None) -> tuple[Amount, Stated]:
    """The rate of a programme in a year, and the document that it was published in.

    Args:
        name: Name of the rate in the data file, for example ``kim.case_management``.
        year: The year, as the data file of a draft holds it.
        templates: The town's own folder; rates of its ``house/rates.toml`` go before those that come with the program.

    Raises:
        ValueError: There is no such rate, or none for this year; the message is a German half-sentence.
        TemplateError: The town's file is wrong.
    """
    listed = _listed(templates)
    if name not in {raw["name"] for raw, _ in listed}:
        known = ", ".join(dict.fromkeys(raw["name"] for raw, _ in listed))
        raise ValueError(f"kennt den Satz „{name}“ nicht; möglich sind: {known}")
    mine = [(raw, given, info) for raw, info in listed if raw["name"] == name for given in raw["given"]]
    for raw, given, info in mine:
        if year in map(str, given["years"]):
            document = f"{raw['label']} {year}: {given['source']}"
            return _amount(raw, given), Stated(info, document, (), public=True)
    years = ", ".join(str(number) for number in sorted({number for _, given, _ in mine for number in given["years"]}))
    raise ValueError(
        f"findet für „{name}“ keinen Satz des Jahres „{year}“; bekannt sind {years}. "
        f"Einen neueren tragen Sie mit Quelle in „{_OWN}“ Ihres Vorlagenordners ein"
    )


def published() -> tuple[dict[str, Any], ...]:
    """The rates that come with the program, as the data file holds them, each one's ``given`` in order of the years."""
    return _parsed(_builtin())


def _builtin() -> str:
    return (files("kimdocs.drafting") / "data" / _BUILTIN).read_text(encoding="utf-8")


def _listed(templates: Path | None) -> list[tuple[dict[str, Any], SourceInfo]]:
    """Every rate with the file it stands in, the town's own first."""
    found = []
    own = templates / _OWN if templates is not None else None
    if own is not None and own.is_file():
        found += _own(own)
    return found + _read(_builtin(), _BUILTIN)


def _own(path: Path) -> list[tuple[dict[str, Any], SourceInfo]]:
    from kimdocs.drafting.catalogue import read_template_text

    try:
        return _read(read_template_text(path), _OWN)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise TemplateError(
            f"Die Datei „{path}“ ist fehlerhaft: {reason(error)}.",
            'Je Satz: [[rate]] mit name, label, per; darunter [[rate.given]] mit years = [2025], amount = "…", source.',
        ) from error


@lru_cache(maxsize=8)
def _parsed(text: str) -> tuple[dict[str, Any], ...]:
    rates = tuple(tomllib.loads(text).get("rate", ()))
    for raw in rates:
        if not re.fullmatch(r"[a-z][a-z0-9_.]*", raw["name"]) or not raw["label"].strip():
            raise ValueError(f"„{raw['name']}“ ist kein Name eines Satzes, oder „label“ fehlt")
        for given in raw["given"]:
            _amount(raw, given)
            if not given["source"].strip() or not all(isinstance(year, int) for year in given["years"]):
                raise ValueError(f"„{raw['name']}“ hat einen Satz ohne Quelle oder Jahr")
    return rates


def _read(text: str, name: str) -> list[tuple[dict[str, Any], SourceInfo]]:
    content = text.encode("utf-8")
    info = SourceInfo(f"sha256:{hashlib.sha256(content).hexdigest()}", name, "application/toml", 1, len(text))
    return [(raw, info) for raw in _parsed(text)]


def _amount(raw: dict[str, Any], given: dict[str, Any]) -> Amount:
    if not isinstance(given["amount"], str):
        raise TypeError("„amount“ steht ohne Anführungszeichen")
    value = Decimal(given["amount"])
    if not value.is_finite() or value < 0:
        raise ValueError(f"„{given['amount']}“ ist kein Betrag")
    return Amount(value, per=ordered(Per(unit) for unit in raw["per"]))
