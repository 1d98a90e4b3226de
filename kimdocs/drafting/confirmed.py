"""Which records a data file confirms to be public."""

from __future__ import annotations

from kimdocs.drafting.datafile import Group, Listing, Scalar
from kimdocs.drafting.sources import COUNTED
from kimdocs.errors import DataError


def confirmed_public(data: Group) -> frozenset[int]:
    """Indices of the records that the data's ``quellen`` list confirms to be public.

    Raises:
        DataError: The list is not of the form ``- {dokument: 1, oeffentlich: ja}``.
    """
    listed = data.items.get("quellen")
    found = set()
    unstated = listed is None or (isinstance(listed, Scalar) and listed.text is None)
    for item in listed.items if isinstance(listed, Listing) else () if unstated else (listed,):
        words = words_of(item) if isinstance(item, Group) and item is not listed else {}
        number = words.get("dokument", words.get("record", ""))
        if not number.isdecimal() or int(number) < 1 or words.get("oeffentlich") not in {"ja", "nein", "true", "false"}:
            raise DataError(
                "Die Angabe „quellen“ ist unklar.",
                f"Erwartet werden Zeilen wie „- {{dokument: 1, oeffentlich: ja}}“; {COUNTED}.",
            )
        if words["oeffentlich"] in {"ja", "true"}:
            found.add(int(number) - 1)
    return frozenset(found)


def words_of(raw: Group) -> dict[str, str]:
    """The single values of a group by their names."""
    return {
        key: value.text.strip()
        for key, value in raw.items.items()
        if isinstance(value, Scalar) and value.text is not None
    }
