"""Where pieces of words stand that every passage worth reading holds: found in one pass, before any pattern."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from kimdocs.lexicon import load
from kimdocs.lexicon.verbs import Shape, verb_forms

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from kimdocs.lexicon.verbs import VerbForm

_TABLES = ("anchors", "currencies", "staffing")
_ORDERS = (
    "auf beschluss de",
    "auf\nbeschluss de",
    ", so der ",
    ", so die ",
    ", so das ",
    "laut beschluss de",
    "gemäß beschluss de",
)
JOINT_BODIES = ("gemeinsame", "räte ", "räte\n", "räten", "ausschüsse", "vertretungen")
"""Pieces of names of bodies that meet together, which single readers ask ``places`` for."""
_SHORT = 6
_STOPS = (".", ",", ";", " und")


@cache
def pieces(name: str) -> tuple[str, ...]:
    """The pieces of the entry ``name`` of the table ``anchors``; unless it says otherwise, blanks are line ends too."""
    entry = next(entry for entry in load("anchors") if entry.id == name)
    written = entry.attributes["anchors"]
    if entry.attributes.get("blanks") == "plain":
        return tuple(written)
    return tuple(dict.fromkeys(chain(written, (piece.replace(" ", "\n") for piece in written))))


def anchor_offsets(folded: str, name: str) -> list[int]:
    """Offsets of all pieces of the entry ``name`` of the table ``anchors``, in order, each once."""
    found = _found(folded)
    offsets = [found[piece] for piece in found.keys() & _sought(name)]
    return offsets[0] if len(offsets) == 1 else sorted(set(chain.from_iterable(offsets)))


def act_offsets(folded: str) -> list[int]:
    """Offsets of all pieces that sentences with a verb of acts hold, in order, each once."""
    found = _found(folded)
    return sorted(set(chain.from_iterable(found[piece] for piece in found.keys() & _act_pieces())))


def is_among(offsets: list[int], start: int, end: int) -> bool:
    """Whether one of ``offsets``, which are in order, lies in ``[start:end]``."""
    index = bisect_left(offsets, start)
    return index < len(offsets) and offsets[index] < end


@cache
def _act_pieces() -> frozenset[str]:
    """What every sentence that tells an act by a verb holds: what its entry lists, its nouns or its forms."""
    notes = chain.from_iterable(entry.attributes.get("anchors") or entry.phrases for entry in load("act_notes"))
    listed = {*_ORDERS, *notes}
    for word, forms in verb_forms("act_verbs").items():
        for form in forms:
            attributes = form.entry.attributes
            own = attributes.get("anchors") or attributes.get("nouns") or _of_form(word, form)
            if form.shape is Shape.INFINITIVE and attributes.get("refusable"):
                own = (*own, f"nicht {word}")
            listed.update(own, (piece.replace(" ", "\n") for piece in own))
    return frozenset(listed)


def _of_form(word: str, form: VerbForm) -> tuple[str, ...]:
    if form.shape is Shape.PARTICIPLE or form.joined:
        return (word,)
    if form.shape not in (Shape.PRESENT, Shape.PAST):
        return ()
    if form.prefix:
        return tuple(f" {form.prefix}{stop}" for stop in _STOPS)
    return (f" {word}",) if len(word) > _SHORT else (f" {word} ",)


def places(folded: str, piece: str) -> list[int]:
    """Every offset in ``folded`` of a piece that the lexicon lists under ``anchors``, or this module, in order.

    Raises:
        KeyError: The lexicon does not list the piece.
    """
    found = _found(folded).get(piece)
    if found is None and piece not in _automaton()[1]:
        raise KeyError(piece)
    return found or []


@cache
def _sought(name: str) -> frozenset[str]:
    return frozenset(pieces(name))


@cache
def _automaton() -> tuple[AhoCorasick, dict[str, None]]:
    from ahocorasick_rs import AhoCorasick, Implementation

    listed = chain.from_iterable(entry.attributes.get("anchors", ()) for name in _TABLES for entry in load(name))
    sought = dict.fromkeys(chain(listed, JOINT_BODIES, _act_pieces(), *(pieces(entry.id) for entry in load("anchors"))))
    return AhoCorasick(tuple(sought), implementation=Implementation.DFA), sought


@lru_cache(maxsize=2)
def _found(folded: str) -> dict[str, list[int]]:
    """Offsets of every piece that stands in a text.

    Two texts are kept: the one that is read, and the same without its open boxes.
    """
    automaton, sought = _automaton()
    names = tuple(sought)
    offsets: defaultdict[int, list[int]] = defaultdict(list)
    for index, start, _ in automaton.find_matches_as_indexes(folded, overlapping=True):
        offsets[index].append(start)
    return {names[index]: starts for index, starts in offsets.items()}
