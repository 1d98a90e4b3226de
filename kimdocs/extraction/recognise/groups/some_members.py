"""So many members of a group on one side: "bei Enthaltung der drei Vertreter der Bürgerliste"."""

from __future__ import annotations

from kimdocs.extraction.numerals import number_word
from kimdocs.lexicon.lazy import lazy

_NUMBER = r"(?P<number>eine[sr]|zweier|dreier|beide[rn]?|\d{1,2}|[a-zäöüß]{3,9})"
_MEMBERS = r"(?:[\w-]+\s+)?[\w-]*(?:mitglied|vertreter|abgeordnet|verordnet|räte|ratsherr|ratsfrau|delegiert)\w*"
_NAMED = lazy(
    r"\b(?P<side>(?:stimm)?enthaltung(?:en)?|gegen\s+(?:die\s+stimmen?|das\s+votum)|gegenstimmen?|ablehnung)\s+"
    rf"(?:von|de[rs]|durch|seitens)\s+(?:de[rns]\s+|die\s+)?{_NUMBER}\s+{_MEMBERS}"
)
_EXCEPTED = lazy(
    rf"\b(?:außer|bis\s+auf|mit\s+ausnahme\s+(?:von|der))\s+(?:de[rn]\s+|die\s+)?{_NUMBER}\s+{_MEMBERS}[^,;:.]{{0,40}},"
    r"\s+(?:die|der|das)\s+(?P<side>dagegen|mit\s+nein|sich\s+(?:der\s+stimme\s+)?enth\w+)"
)
_ONLY_THESE = lazy(
    r"\b(?P<side>dafür|dagegen)\s+(?:stimmten|votierten|waren|sind|stimmen|votieren|sprachen\s+sich|sprechen\s+sich)\s+"
    rf"(?:nur|lediglich|allein|einzig|bloß)\s+(?:de[rn]\s+|die\s+)?{_NUMBER}\s+(?=[\w-]{{4,}})"
)
_AGAINST_ONE = lazy(r"\bgegen\s+(?:ihre|seine|deren|dessen)\s+stimme\b")
_ONLY = lazy(r"\bdie\s+(?:einzige|eine)\s+(?P<side>gegenstimme|nein-stimme|(?:stimm)?enthaltung)\b")
_SPECIAL = {"zweier": 2, "dreier": 3, "beide": 2, "beiden": 2, "beider": 2, "eines": 1, "einer": 1}


def some_members(folded: str, start: int, end: int) -> dict[str, int]:
    """The side and the number of the members that a sentence excepts from those who agreed."""
    found: dict[str, int] = {}
    for pattern in (_NAMED, _EXCEPTED):
        for hit in pattern.finditer(folded, start, end):
            number = _number(hit["number"])
            if number is not None:
                found.setdefault("abstain" if "enth" in hit["side"] else "no", number)
    for hit in _ONLY_THESE.finditer(folded, start, end):
        number = _number(hit["number"])
        if number is not None:
            found.setdefault("yes" if hit["side"] == "dafür" else "no", number)
    if _AGAINST_ONE.search(folded, start, end):
        found.setdefault("no", 1)
    if only := _ONLY.search(folded, start, end):
        found.setdefault("abstain" if "enth" in only["side"] else "no", 1)
    return found


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return _SPECIAL[word] if word in _SPECIAL else number_word(word)
