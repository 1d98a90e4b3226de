"""One scalar of a data file to the value that its field asks for."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.drafting.cases import accusative
from kimdocs.drafting.catalogue import Field, FieldType
from kimdocs.drafting.notation import ILLEGAL, parse_amount, parse_date, parse_number, parse_posts
from kimdocs.drafting.values import Amount, Posts, Value

if TYPE_CHECKING:
    from collections.abc import Callable

_EXPECTED = {
    FieldType.TEXT: "ein Text",
    FieldType.PARAGRAPHS: "ein Text; Absätze trennt eine Leerzeile",
    FieldType.NUMBER: "eine Zahl wie 12 oder „0,5“",
    FieldType.AMOUNT: "ein Betrag wie „5.000 €“, „1.234,56 €“, „bis zu 5.000 € pro Jahr“ oder „10.000 bis 15.000 €“",
    FieldType.POSTS: "eine Zahl von Stellen wie „0,5 Stellen“ oder „2 bis 3 Stellen“",
    FieldType.DATE: "ein Datum wie 03.11.2021 oder 2021-11-03",
    FieldType.BOOLEAN: "ja oder nein",
    FieldType.YEAR: "ein Jahr wie 2026",
}
_YES_NO = {"ja": True, "nein": False, "true": True, "false": False, "wahr": True, "falsch": False}
_NATURAL: dict[FieldType, tuple[type, ...]] = {FieldType.AMOUNT: (Amount,), FieldType.POSTS: (Posts,)}


def expected(field: Field) -> str:
    """What a field asks for, in German."""
    return f"eines von: {', '.join(field.choices)}" if field.type is FieldType.CHOICE else _EXPECTED[field.type]


def convert(field: Field, text: str, *, plain: bool = False) -> Value:
    """The value of a scalar.

    Raises:
        ValueError: It is not what the field asks for; the message is a German half-sentence.
    """
    if field.type is FieldType.CHOICE:
        for choice in field.choices:
            if choice.lower() == text.strip().lower():
                return choice
        raise ValueError("gehört nicht zur Auswahl")
    if field.type is FieldType.BOOLEAN:
        if text.strip().lower() not in _YES_NO:
            raise ValueError("ist weder ja noch nein")
        return _YES_NO[text.strip().lower()]
    if field.type is FieldType.DATE:
        return parse_date(text)
    if field.type is FieldType.YEAR:
        if not re.fullmatch(r"(?:19|20|21)\d\d", text.strip()):
            raise ValueError("ist kein Jahr")
        return text.strip()
    if field.type in _NUMERIC:
        return _not_too_many(field, _NUMERIC[field.type](text, plain))
    return accusative(printable(text)) if field.accusative else printable(text)


def _not_too_many(field: Field, value: Value) -> Value:
    if field.most and isinstance(value, Decimal) and value > Decimal(field.most):
        raise ValueError(f"ist mehr als {field.most}")
    return value


def fits(field: Field, value: Value) -> bool:
    """Whether a value that a record gives is of the field's type."""
    import datetime as dt

    if field.type in _NATURAL:
        return isinstance(value, _NATURAL[field.type])
    if field.type is FieldType.DATE:
        return isinstance(value, dt.date)
    if field.type in {FieldType.TEXT, FieldType.PARAGRAPHS}:
        return isinstance(value, str)
    return field.type is FieldType.CHOICE and value in field.choices


def printable(text: str) -> str:
    """The text with every character that no document may hold replaced by „�“, so that nothing vanishes unseen."""
    return ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")).strip(" \n\t")


_NUMERIC: dict[FieldType, Callable[[str, bool], Value]] = {
    FieldType.NUMBER: lambda text, plain: parse_number(text, plain=plain),
    FieldType.AMOUNT: lambda text, plain: parse_amount(text, plain=plain),
    FieldType.POSTS: lambda text, plain: parse_posts(text, plain=plain),
}
