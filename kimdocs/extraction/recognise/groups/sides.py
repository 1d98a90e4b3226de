"""What groups are said to have done, by verbs: "CDU und SPD stimmen zu, die Grünen lehnen ab, die FDP enthält sich"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import whole_number
from kimdocs.extraction.recognise.groups.names import Named, known_groups
from kimdocs.lexicon import words_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECES = lazy(
    r"[,;:()]|\s[/|]\s|(?:(?<=dafür)|(?<=dagegen)|(?<=enthaltung)|(?<=zustimmung)|(?<=ablehnung))\n|\n(?=[\w-]{2,20}:)|(?<!enth)\.\s|\s[-–]\s|\b(?:während|wobei|aber)\b"
)
_SIDES = {
    "yes": re.compile(
        r"\b(?:dafür|mit\s+ja|(?<![\w-])ja(?![\w-])|zustimmen|befürwort(?:et|en)|zu(?=\s*$))\b|\bha(?:t|ben)\b.*\bzugestimmt\b|\bzugestimmt\s+ha(?:t|ben)\b"
        r"|\bfür\s+(?:de[nm]|die|das|diese[nsr]?|eine[nr]?)\b"
    ),
    "no": re.compile(
        r"\b(?:dagegen|mit\s+nein|(?<![\w-])nein(?![\w-])|ablehnen|lehn(?:t|te|en|ten))\b|\bha(?:t|ben)\b.*\babgelehnt\b|\babgelehnt\s+ha(?:t|ben)\b|\bgegen\s+(?:de[nm]|die|das|diese[nsr]?|eine[nr]?)\b"
    ),
    "abstain": re.compile(r"\benth(?:ält|alten|ielt|ielten)\b|\b(?:stimm)?(?:enthaltung(?:en)?|enth)\b"),
}
_GROUP = lazy(
    r"[A-ZÄÖÜ][a-z]?[A-ZÄÖÜ]|[Ff]raktion|Grüne|Linke|Volt|Piraten|[Ww]ähler|Bürger|[Ll]iste\b|Union|Freie|Bündnis|Zentrum|demokraten"
)
_ACTS = lazy(
    r"\b(?:stimm(?:t|te|en|ten)|votier(?:t|te|en|ten)|lehn(?:t|te|en|ten)|enth(?:ält|alten|ielt|ielten)|zustimmen|ablehnen|ha(?:t|ben)\b[^,;]*\b(?:zugestimmt|abgelehnt)|(?:zugestimmt|abgelehnt)\s+ha(?:t|ben)|zustimmung|ablehnung|dafür|dagegen"
    r"|enthaltung|enth|ja|nein)\b"
)
_MATTER = lazy(
    r"\b(?:[Ff]ür|[Gg]egen)\s+(?:de[nm]|die|das|diese[nsr]?|eine[nr]?)\s+[A-ZÄÖÜ][\w-]+(?:\s+(?:auf|zu[rm]?|de[rs])\s+[A-ZÄÖÜ][\w-]+)?"
    r"|\b(?:de[mrn]|die|das|diese[mrn])\s+[A-ZÄÖÜ][\w-]*(?:antrag|vorlage|vorschlag|entwurf|beschluss|satzung|plan|haushalt|verkauf|bau)\b"
    r"|\b(?:[Dd]er|[Dd]em|[Dd]en|[Dd]ie)\s+(?:Antrag|Vorlage|Vorschlag|Entwurf|Beschluss|Satzung|Plan|Haushalt)\b|\bder\s+Stimme\b"
    r"|\b(?:de[mrn]|die|das|diese[mrn])\s+[A-ZÄÖÜ][\w-]*(?=\s+(?:nicht\s+)?(?:zu|ab|zugestimmt|abgelehnt|zustimm\w*|ablehn\w*)\b)"
)
_NUMBER = lazy(r"\bmit\s+(?:ihren\s+|allen\s+)?(\d{1,3}|[a-zäöüß]{3,12})\s+Stimmen?\b")
_BARE = lazy(r"\s*(?:dafür|dagegen|ja|nein|zustimmung|ablehnung|enthaltung|enth\.?)[\s.!]*")
_LABEL = lazy(
    r"\s*(?:(?P<yes>zustimmung|für|pro|ja-stimmen)|(?P<no>ablehnung|gegen|contra|nein-stimmen|gegenstimmen)|(?P<abstain>enthalten))\s*"
)
_REST = lazy(r"\s*(?:alle|die|alle\s+die)\s+(?:anderen|übrigen|restlichen)\b(?!\s+[a-zäöü]+mitglied)")
_NOUN = lazy(r"\bstimmen?\s+(?:von|der|des|aus|seitens)\b")
_NUMBERED = lazy(r"\((\d{1,2})\)")
_BARE_NUMBER = lazy(r"\s*\d{1,3}\s*")
_WORD = lazy(r"[Dd][Ii][Ee] L[Ii][Nn][Kk][Ee]\w*|\S+")
_WRAPPED = lazy(r"(?<=[\w/,-])\n(?![\w-]{2,20}:)(?:(?<!dafür\n)(?<!dagegen\n)(?<!ung\n)|(?=stimm))")
_PIECES_OF_ACTS = ("stimm", "abgelehnt", "ablehn", "votier", "lehn", "enth", "dafür", "dagegen", "nein", "ja")
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class GroupSide:
    """What one group did, in ``text[start:end]``."""

    name: str
    side: str
    number: int | None
    start: int
    end: int


def group_sides(text: str, folded: str, start: int, end: int) -> list[GroupSide]:
    """What each group did, in order; [] where a sentence tells nothing of the kind."""
    if end - start > _LONGEST or not any(map(folded[start:end].__contains__, _PIECES_OF_ACTS)):
        return []
    if not _GROUP.search(text, start, end) or not _ACTS.search(folded, start, end):
        return []
    text, folded, shift = _NUMBERED.sub(r" \1 ", text[start:end]), _NUMBERED.sub(r" \1 ", folded[start:end]), start
    text, folded = (_WRAPPED.sub(" ", written) for written in (text, folded))
    return [replace(side, start=side.start + shift, end=side.end + shift) for side in _sides(text, folded)]


def _sides(text: str, folded: str) -> list[GroupSide]:
    start, end = 0, len(text)
    found: list[GroupSide] = []
    waiting: list[Named] = []
    last, label = "", -1
    for low, high in _pieces(folded, start, end):
        if last and _BARE_NUMBER.fullmatch(folded, low, high):
            continue
        side, own = _side(folded, low, high), _names(text[low:high])
        if side and not own and waiting and _BARE.fullmatch(folded, low, high):
            own, waiting = waiting, []
        if own and not side:
            if last and not waiting:
                found += [
                    GroupSide(voter.name, last, voter.number, label if label >= 0 else low, high) for voter in own
                ]
            else:
                waiting += own
            continue
        if side and own:
            number = _number(text[low:high]) if len(own) + len(waiting) == 1 else None
            found += [GroupSide(v.name, side, v.number or number, low, high) for v in (*waiting, *own)]
        elif side and found and _REST.match(folded, low, high):
            found.append(GroupSide("", side, None, low, high))
        waiting = []
        opens = not own and folded[high : high + 1] == ":"
        label = low if opens and side else -1
        last = side if opens or (own and not _closes(folded, low, high)) else ""
    return found


def _pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for hit in _PIECES.finditer(folded, start, end):
        yield position, hit.start()
        position = hit.end()
    yield position, end


def _side(folded: str, start: int, end: int) -> str:
    """The one side that a piece names; "" where it names none or several."""
    piece = folded[start:end].rstrip(" .!")
    if _NOUN.search(piece):
        return ""
    labelled = folded[end : end + 1] == ":" or folded[start - 1 : start] == ":"
    if labelled and (label := _LABEL.fullmatch(piece)):
        return label.lastgroup or ""
    sides = [side for side, cue in _SIDES.items() if cue.search(piece)]
    return sides[0] if len(sides) == 1 else ""


def _names(piece: str) -> list[Named]:
    """The groups of a piece, if it names nobody and nothing else."""
    bare = _MATTER.sub(" ", _NUMBER.sub(" ", piece)).strip(" .!\n")
    beside = words_of("result_words", "beside_group")
    words = [hit for hit in _WORD.findall(bare) if hit.lower() not in beside]
    return known_groups(" ".join(words))


def _closes(folded: str, start: int, end: int) -> bool:
    """Whether a piece ends in the word of its side, so that its list of names is over."""
    if _BARE.fullmatch(folded, start, end):
        return True
    words = folded[start:end].rstrip(" .!").rsplit(None, 1)
    return not words or words[-1] in words_of("result_words", "closing_side")


def _number(piece: str) -> int | None:
    hit = _NUMBER.search(piece)
    return None if hit is None else whole_number(hit[1])
