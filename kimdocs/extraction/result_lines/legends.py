"""In what order a document's ratios of votes name the sides: "Reihenfolge der Zahlen: Nein / Ja / Enthaltung"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.memo import kept
from kimdocs.extraction.recognise.tallies.tokens import name_pattern, side_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context

_KEYED = lazy(
    r"reihenfolge|reihung|in der folge"
    r"|\b(?:spalten?|zeichen|lesart|stets|immer|jeweils|durchgehend|nacheinander|angegeben|angaben?|bedeute\w*"
    r"|klammern?"
    r"|zahl|zahlen|legende"
    r"|schreibweise|notation|notiert|vermerkt|aufgeführt|genannt|ausgewiesen|dargestellt|erste|zuerst|zunächst"
    r"|lies|lese)\b"
)
_ORDINAL = lazy(
    r"\b(?:spalte|zahl|ziffer|stelle)\s[1-6]\b|\b[1-6]\.\s?(?=zahl|ziffer|stelle|wert|spalte|ja|nein|enth|dafür"
    r"|dagegen|gegen)"
)
_HEADED = lazy(r"(?:stimm(?:en)?-?verhältnis|abstimmung(?:en|sergebnisse?)?|ergebnisse?|stimmen)\s*:\s*(?=\S)")
_GAP = lazy(r"[\s/|:;,.()<>=→\"'*+-]*(?:\b(?:@words_of_legends@)\b[\s/|:;,.()=\"'-]*)*")
_WHOLE = lazy(r"(?:[\s/|:;,.()<>=→'*+-]|\b(?:vertreter|mitglieder|stimmen?)\b)*")
_BRACKET = lazy(r"\(([^()\d]{5,90})\)")
_PARTED = lazy(r"[/|:;,<>→-]|\w{3}")
_MARKED = lazy(r"\w\s?[-–/|:]\s?\w[^\n]*\w\s?[-–/|:]\s?\w")
_LONGEST = 240
_LONGEST_BARE = 90
_SHORTEST = 2


def legend(context: Context) -> tuple[str, ...]:
    """What the numbers of a ratio count, in order, where a line of the document says so; () where none does."""
    if context.legend is None:
        context.legend = _found(context)
    return context.legend


def order(context: Context) -> tuple[str, ...]:
    """What the numbers of a ratio count in this document: as its legend says, else as everywhere."""
    return legend(context) or SIDES


def explains(words: str) -> bool:
    """Whether (folded) words name sides but to explain numbers or signs: "(Ja - Nein - Enthaltung)"."""
    if not (words.startswith("(") or _KEYED.match(words)):
        return False
    words = _ORDINAL.sub(" ", words)
    return not any(char.isdigit() for char in words) and {"yes", "no"} <= {*_sides(words, 0)}


def is_legend(context: Context, index: int) -> bool:
    """Whether a line with the label of a result but says what the numbers of other lines count."""
    return bool(legend(context)) and context.legend_line == index and _headed(context, index) is not None


def _found(context: Context) -> tuple[str, ...]:
    """The order that a line gives in words that explain it, else the usual one that a line without numbers lists."""
    plain: tuple[str, ...] = ()
    for index in context.lines_with("legend"):
        words = _words(context, index)
        for bracket in _BRACKET.findall(words):
            listed = bracket if "stimm" in bracket else bracket.replace("-", " - ")
            if {"yes", "no"} <= {*_sides(listed, 0)} and _WHOLE.fullmatch(name_pattern().sub("", listed)):
                context.legend_line = index if _KEYED.match(words) else context.legend_line
                return _sides(listed, 0)
        if any(map(str.isdigit, words)):
            words = " ".join(_BRACKET.findall(words))
        if not 0 < len(words) <= _LONGEST:
            continue
        keyed = _KEYED.search(words) or _headed(context, index)
        sides = (_sides(words, keyed.start()) if keyed else ()) or _sides(words, 0)
        if keyed and len(sides) >= _SHORTEST:
            context.legend_line = index
            return sides
        listed = {*sides} == {*SIDES} or ({*SIDES} <= {*sides} and _WHOLE.fullmatch(name_pattern().sub("", words)))
        if len(words) <= _LONGEST_BARE and listed:
            context.legend_line = context.legend_line if plain else index
            plain = plain or sides
    return plain


def _headed(context: Context, index: int) -> re.Match[str] | None:
    """The label of sides in a row whose numbers do not stand below: "Stimmenverhältnis: Ja - Nein - Enthaltung"."""
    line = context.lines[index]
    label = _HEADED.match(context.folded, *line)
    below = next((ln for ln in context.lines[index + 1 : index + 4] if ln.end > ln.start), line)
    counted = context.folded[below.start : below.end].strip(" -|/:")[:1].isdigit()
    return label if label and not counted and _MARKED.search(context.folded, label.end(), line.end) else None


def _words(context: Context, index: int) -> str:
    """The line, and the next one where its sentence goes on there; ordinals of the numbers are blanked."""
    line = context.lines[index]
    words = context.folded[line.start : line.end]
    following = context.lines[index + 1] if index + 1 < len(context.lines) else line
    if _KEYED.search(words) and words[-1:] not in (".", ")") and following.end > following.start > line.start:
        words = f"{words} {context.folded[following.start : following.end]}"
    return _ORDINAL.sub(" ", words)


@kept(512)
def _sides(words: str, start: int) -> tuple[str, ...]:
    """The sides listed one behind the other from ``start`` on, each once; () where there are none or too few."""
    run: list[str] = []
    end = start
    for name in name_pattern().finditer(words, start):
        side = side_of(name["name"]) or ""
        gap = words[end : name.start()]
        if run and (not _GAP.fullmatch(gap) or not _PARTED.search(gap)):
            if {"yes", "no"} <= {*run}:
                break
            run = []
        if side in run and side != "ignore":
            run = []
        run.append(side)
        end = name.end()
    return tuple(run) if {"yes", "no"} <= {*run} else ()
