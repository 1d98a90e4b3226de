"""All forms of the verbs that a table lists: "ab/lehnen" stands for "lehnt … ab", "abgelehnt", "ablehnt", "abzulehnen".

A verb is written as its infinitive, with a slash behind the prefix that parts from it. A strong verb is followed by its
third person of the present and of the past, and its participle: "vergeben vergibt vergab vergeben". Of a weak verb the
infinitive is enough.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.lexicon.load import Entry, load

if TYPE_CHECKING:
    from collections.abc import Iterator

_WITHOUT_GE = ("be", "emp", "ent", "er", "ge", "ver", "zer", "miss", "über", "unter", "hinter", "wider")
_NEEDS_E = ("d", "t", "bn", "dn", "chn", "fn", "gn", "tm", "dm")


class Shape(Enum):
    """What form of a verb a word is."""

    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    TO_INFINITIVE = "to_infinitive"
    INFINITIVE = "infinitive"


class VerbForm(NamedTuple):
    """A form of a verb of an entry: ``prefix`` is what must stand at the end of the clause, "" where nothing must.

    A ``joined`` form has its prefix in front, as at the end of a clause that a conjunction opens: "ablehnt".
    """

    entry: Entry
    shape: Shape
    prefix: str = ""
    joined: bool = False
    plural: bool = False


@cache
def verb_forms(table: str) -> dict[str, tuple[VerbForm, ...]]:
    """Every form of every verb of a table (in folded form), and what forms it may be."""
    found: dict[str, list[VerbForm]] = {}
    for entry in load(table):
        for written in entry.phrases:
            for word, form in _forms(entry, written):
                for spelt in {word, word.replace("ß", "ss"), _old(word)}:
                    kept = found.setdefault(spelt, [])
                    if form not in kept:
                        kept.append(form)
    return {word: tuple(forms) for word, forms in found.items()}


def _old(word: str) -> str:
    """The spelling before 1996: "beschloß", "gefaßt"."""
    return word.replace("sst", "ßt") if "sst" in word else word[:-2] + "ß" if word.endswith("ss") else word


def _forms(entry: Entry, written: str) -> Iterator[tuple[str, VerbForm]]:
    infinitive, present, past, participle, many = _parts(written)
    prefix, _, stem = infinitive.rpartition("/")
    plural = past + ("n" if past.endswith("e") else "en")
    finite = (
        (present, Shape.PRESENT, False),
        (many, Shape.PRESENT, True),
        (past, Shape.PAST, False),
        (plural, Shape.PAST, True),
    )
    for word, shape, several in finite:
        yield word, VerbForm(entry, shape, prefix, plural=several)
        if prefix:
            yield prefix + word, VerbForm(entry, shape, joined=True, plural=several)
    yield participle, VerbForm(entry, Shape.PARTICIPLE)
    yield prefix + stem, VerbForm(entry, Shape.INFINITIVE)
    if prefix:
        yield f"{prefix}zu{stem}", VerbForm(entry, Shape.TO_INFINITIVE)


def _parts(written: str) -> tuple[str, str, str, str, str]:
    """Infinitive, third persons of the present and the past, participle, and the plural of the present."""
    infinitive, *strong = written.split()
    prefix, _, verb = infinitive.rpartition("/")
    if strong:
        present, past, participle, *many = strong
        return infinitive, present, past, participle, many[0] if many else verb
    stem = verb[:-1] if verb.endswith(("eln", "ern")) else verb[:-2]
    ending = "et" if stem.endswith(_NEEDS_E) else "t"
    bare = verb.endswith("ieren") or verb.startswith(_WITHOUT_GE)
    return infinitive, stem + ending, stem + ending + "e", prefix + ("" if bare else "ge") + stem + ending, verb
