"""Lines that give the votes of one group each: "SPD   4 ja", "CDU: 3 Ja, 1 Nein", "UWG   dafür 2"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.recognise.group_names import group_name, is_known, names_party
from kimdocs.extraction.recognise.tally_tokens import side_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.recognise.group import Groups

_ROW = lazy(
    r"[ \t|]*(?:(?P<group>[^\W\d_][^\n\t:|]{0,40}?)[ ]*(?:[ ]{2}|\t|:|\|)[ \t|]*)?"
    r"(?P<votes>[^\n:|(]{3,60}?)[ \t|.]*"
)
_VOTE = lazy(
    r"(?P<number>\d{1,3})[ ]*(?:x[ ]*)?(?P<side>[a-zäöü][a-zäöü.-]*)"
    r"|(?P<label>[a-zäöü][a-zäöü.-]*)[ :=]*(?P<count>\d{1,3})"
)
_BETWEEN = lazy(r"[ ]*[,;/|][ ]*|[ ]{2,}|\t|[ ]+und[ ]+")
_DIGIT = lazy(r"\d")
_SIDES = ("yes", "no", "abstain")
_FEWEST = 2


def group_rows(text: str, folded: str) -> Iterator[tuple[int, int, Groups]]:
    """Where two such lines or more stand below each other, and the votes of each group."""
    done = -1
    for offset in anchor_offsets(folded, "group_row"):
        if offset <= done:
            continue
        start = position = text.rfind("\n", 0, offset) + 1
        groups: Groups = {}
        name = ""
        while position < len(text):
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            row = _row(text, folded, position, end)
            name = row[0] or name if row else ""
            if row is None or not name or any(side in groups.get(name, {}) for side in row[1]):
                break
            groups.setdefault(name, {}).update(row[1])
            done, position = end, end + 1
        if len(groups) >= _FEWEST and names_party(groups):
            yield start, position - 1, groups


def _row(text: str, folded: str, start: int, end: int) -> tuple[str, dict[str, int]] | None:
    """The group of a line, empty where the line goes on with the one above, and its votes."""
    row = _ROW.fullmatch(text, start, end) if _DIGIT.search(text, start, end) else None
    if row is None or (row["group"] and not is_known(row["group"])):
        return None
    votes: dict[str, int] = {}
    listed = folded[slice(*row.span("votes"))]
    for piece in [listed] if _VOTE.fullmatch(listed) else _BETWEEN.split(listed):
        vote = _VOTE.fullmatch(piece)
        side = side_of(vote["side"] or vote["label"]) if vote else None
        if vote is None or side not in _SIDES or side in votes:
            return None
        votes[side] = int(vote["number"] or vote["count"])
    return (group_name(row["group"]) if row["group"] else ""), votes
