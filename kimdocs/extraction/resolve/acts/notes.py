"""Notes without a finite verb: "Wie vorgelegt beschlossen.", "zurückgezogen durch Antragsteller"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.acts.clauses import grammar, known_forms
from kimdocs.extraction.resolve.acts.mood import says
from kimdocs.extraction.resolve.acts.read import Act
from kimdocs.extraction.resolve.acts.subjects import is_body, is_matter
from kimdocs.lexicon import load, words_of
from kimdocs.lexicon.verbs import Shape
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.lexicon import Entry

_LEAD = re.compile(
    r"[\s*•–\"'(-]*(?:(?:top\s+\d+[a-z]?|(?:vorlage|drucksache|antrag)\s+(?:nr\.\s*)?\d+(?:/\d+)?|votum|beschl\.|beschluss|ergebnis|entscheidung|fazit|einvernehmen(?=:))\s*[:–-]+\s*)?"
)
_HEAD = re.compile(r"[^;,()–.]*(?:\b(?:z|k|nr|drs|lt|gem|einst|mehrh)\.[^;,()–.]*)*")
_WORD = re.compile(r"[\w-]+")
_POINTS = re.compile(r",\s+(?:siehe|s\.|vgl\.|dagegen|gegen|enthaltung|bei)\s")
_MOVED = (Outcome.POSTPONED, Outcome.REFERRED)
_MOST_WORDS = 14
_NO_NOTE = frozenset(("nicht", "wurde", "war", "gewesen"))


def read_note(folded: str, start: int, end: int) -> Act | None:
    """The act that ``folded[start:end]``, a line or a sentence without a verb, notes; None where it notes none."""
    lead = _LEAD.match(folded, start, end)
    begin = lead.end() if lead else start
    head = _HEAD.match(folded, begin, end)
    words = list(_WORD.finditer(folded, begin, head.end() if head else end))
    plain = [word[0] for word in words]
    if not words or not _is_note(folded[begin:end]) or not _NO_NOTE.isdisjoint(plain):
        return None
    label = _WORD.findall(folded, start, begin)
    return _participle(words, plain, label) or _noun(words, plain)


def _is_note(line: str) -> bool:
    """Whether a line is short, asks nothing, leads in nothing, and has neither a verb nor a word of doubt."""
    words = line.split()
    if len(words) > _MOST_WORDS or line.rstrip().endswith((":", "?")) or says("dated", line):
        return False
    return grammar("auxiliary").isdisjoint(words) and words_of("act_words", "unsure").isdisjoint(words)


def _participle(words: Sequence[re.Match[str]], plain: Sequence[str], label: Sequence[str]) -> Act | None:
    """A participle that opens or ends the note, or stands behind a label: "Votum: zurückgestellt"."""
    for index, word in enumerate(plain):
        entries = [form.entry for form in known_forms().get(word, ()) if form.shape is Shape.PARTICIPLE]
        told = [entry for entry in entries if _noted(entry, [*label, *plain])]
        if not told:
            continue
        opens = index == 0 or plain[0] in grammar("opens_note") or is_matter(plain[0]) or _has_noun(told[0], plain[0])
        behind = words[index].string[words[index].end() : words[index].end() + 1]
        closes = index == len(plain) - 1 or (index and behind == ":") or plain[index + 1] in grammar("behind_note")
        whither = behind == ":" and told[0].value in _MOVED and any(map(is_body, plain[index + 1 :]))
        pointed = len(plain) == 1 and _POINTS.match(words[0].string, words[0].end()) is not None
        if (closes or whither) and opens and (label or index > 0 or len(plain) > 1 or pointed):
            return Act(Outcome(told[0].value), words[index].start(), words[index].end(), told[0].rule)
    return None


def _noted(entry: Entry, plain: Sequence[str]) -> bool:
    """Whether a note may tell the act of an entry: its noun stands in it, and it is no act that others do as well."""
    nouns = entry.attributes.get("nouns")
    text = f" {' '.join(plain)} "
    return not entry.attributes.get("weak") and (not nouns or any(f" {noun} " in text for noun in nouns))


def _has_noun(entry: Entry, word: str) -> bool:
    return word in entry.attributes.get("nouns", ())


def _noun(words: Sequence[re.Match[str]], plain: Sequence[str]) -> Act | None:
    """A noun that is what became of the matter, and whither or by whom: "Rücknahme des Antrags durch …"."""
    for entry in load("act_notes"):
        place = 1 if plain[0] in entry.attributes.get("manners", ()) else 0
        if place >= len(plain) or plain[place] not in entry.phrases:
            continue
        behind = plain[place + 1 :]
        needed = entry.attributes.get("behind", ())
        colon = words[place].string.startswith(":", words[place].end())
        if colon and entry.value == Outcome.REFERRED and any(map(is_body, behind)):
            return Act(Outcome.REFERRED, words[place].start(), words[place].end(), entry.rule)
        if (not needed and not behind) or (place and not behind) or any(word in needed for word in behind):
            hit = words[place]
            return Act(Outcome(entry.value), hit.start(), hit.end(), entry.rule)
    return None
