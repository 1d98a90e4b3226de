"""Notes without a finite verb: "Wie vorgelegt beschlossen.", "zurückgezogen durch Antragsteller"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.language.words import grammar, known_forms
from kimdocs.extraction.resolve.acts.mood import says
from kimdocs.extraction.resolve.acts.read import Act
from kimdocs.extraction.resolve.acts.subjects import is_body, is_matter
from kimdocs.lexicon import load, words_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.verbs import Shape
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kimdocs.lexicon import Entry

_LEAD = lazy(
    r"[\s*•–\"'(-]*(?:(?:top\s+\d+[a-z]?|(?:vorlage|drucksache|antrag)\s+(?:nr\.\s*)?\d+(?:/\d+)?|votum|beschl\.|beschluss|ergebnis|entscheidung|fazit|einvernehmen(?=:))\s*[:–-]+\s*)?"
)
_LABELLED = lazy(
    r"[\s*•–-]*(?P<label>[^:;!?]{3,80}?)(?:\s*(?::|\s[–-])\s+(?P<note>[^:;!?,]+)(?:,[^:;!?]*)?|(?:,\s+|\s+\()(?P<last>\w+)\)?[.!]?$)"
)
_HEAD = lazy(r"[^;,()–.]*(?:\b(?:z|k|nr|drs|lt|gem|einst|mehrh)\.[^;,()–.]*)*")
_REASON = lazy(r",\s+(?:da|weil|denn|nachdem|solange|sobald|bis|nachdem|weswegen)\s")
_ASIDE = lazy(r"\([^()]*\)")
_WORD = lazy(r"[\w-]+")
_DAY = lazy(r"\bvom\s+\d")
_POINTS = lazy(r",\s+(?:siehe|s\.|vgl\.|dagegen|gegen|enthaltung|bei)\s")
_MOVED = (Outcome.POSTPONED, Outcome.REFERRED)
_MOST_WORDS = 14
_LISTS = ("decide", "elect")
_FEW = 3
_BY = frozenset(("vom", "von", "durch", "seitens"))


def read_note(folded: str, start: int, end: int) -> Act | None:
    """The act that ``folded[start:end]``, a line or a sentence without a verb, notes; None where it notes none."""
    reason = _REASON.search(folded, start, end)
    stop = reason.start() if reason else end
    lead = _LEAD.match(folded, start, stop)
    begin = lead.end() if lead else start
    head = _HEAD.match(folded, begin, stop)
    words = list(_WORD.finditer(folded, begin, head.end() if head else stop))
    plain = [word[0] for word in words]
    if not words or not _is_note(folded[begin:stop]):
        return None
    label = _WORD.findall(folded, start, begin)
    return _participle(words, plain, label) or _noun(words, plain) or _labelled(folded, start, stop)


def _labelled(folded: str, start: int, end: int) -> Act | None:
    """A participle or a noun behind the name of the matter: "Steg am See: abgelehnt", "Radweg – vertagt, da …"."""
    hit = _LABELLED.match(folded, start, end)
    if hit is None or not grammar("no_label").isdisjoint(_WORD.findall(hit["label"])):
        return None
    span = hit.span("note") if hit["note"] else hit.span("last")
    words = list(_WORD.finditer(folded, *span))
    plain = [word[0] for word in words]
    place = next((i for i, word in enumerate(plain) if word in grammar("labelled")), -1)
    if place < 0:
        return _named(plain, span) or (_noun(words, plain) if words else None)
    before, behind = plain[:place], plain[place + 1 :]
    fits = not before or before[0] in grammar("opens_note") or _is_matter_phrase(before)
    entries = [form.entry for form in known_forms()[plain[place]] if form.shape is Shape.PARTICIPLE]
    entry = next((entry for entry in entries if not entry.attributes.get("nouns")), None)
    if entry is None or not fits or (behind and behind[0] not in grammar("behind_note")):
        return None
    agents = not _BY.isdisjoint(plain) and entry.value != Outcome.WITHDRAWN and not any(map(is_body, plain))
    return None if agents else Act(Outcome(entry.value), words[place].start(), words[place].end(), entry.rule)


def _is_matter_phrase(words: Sequence[str]) -> bool:
    """Whether words but name the matter or the body it goes to: "dem Vorschlag", "Antrag", "dem Rat"."""
    return len(words) <= _FEW and (is_matter(words[-1]) or is_body(words[-1]))


def _named(words: Sequence[str], span: tuple[int, int]) -> Act | None:
    """A noun behind the name of the matter: "Anfrage Muster – Zustimmung"."""
    for entry in load("act_notes"):
        manner = len(words) == 2 and words[0] in entry.attributes.get("manners", ())
        fits = bool(words) and words[-1] in entry.phrases and (len(words) == 1 or manner)
        if fits and entry.attributes.get("alone"):
            return Act(Outcome(entry.value), *span, entry.rule)
    return None


def _is_note(line: str) -> bool:
    """Whether a line is short, asks nothing, leads in nothing, and has neither a verb nor a word of doubt."""
    words = line.split()
    if len(words) > _MOST_WORDS or line.rstrip().endswith((":", "?")) or says("dated", line):
        return False
    if not grammar("no_note").isdisjoint(_WORD.findall(_ASIDE.sub(" ", line))):
        return False
    return grammar("auxiliary").isdisjoint(words) and words_of("act_words", "unsure").isdisjoint(words)


def _participle(words: Sequence[re.Match[str]], plain: Sequence[str], label: Sequence[str]) -> Act | None:
    """A participle that opens or ends the note, or stands behind a label: "Votum: zurückgestellt"."""
    for index, word in enumerate(plain):
        entries = [form.entry for form in known_forms().get(word, ()) if form.shape is Shape.PARTICIPLE]
        told = [entry for entry in entries if _noted(entry, [*label, *plain])]
        if not told:
            continue
        opens = (
            index == 0
            or (_has_colon(words[index]) and told[0].id == "elect")
            or plain[0] in grammar("opens_note")
            or is_matter(plain[0])
            or _has_noun(told[0], plain[0])
        )
        colon = _has_colon(words[index]) and (index > 0 or told[0].id in _LISTS)
        closes = index == len(plain) - 1 or colon or plain[index + 1] in grammar("behind_note")
        whither = _has_colon(words[index]) and told[0].value in _MOVED and any(map(is_body, plain[index + 1 :]))
        pointed = len(plain) == 1 and _POINTS.match(words[0].string, words[0].end()) is not None
        if (closes or whither) and opens and (label or index > 0 or len(plain) > 1 or pointed):
            return Act(Outcome(told[0].value), words[index].start(), words[index].end(), told[0].rule)
    return None


def _has_colon(word: re.Match[str]) -> bool:
    return word.string.startswith(":", word.end())


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
        if not _is_of_body(entry, words, behind):
            continue
        needed = entry.attributes.get("behind", ())
        colon = words[place].string.startswith(":", words[place].end())
        if colon and entry.value == Outcome.REFERRED and any(map(is_body, behind)):
            return Act(Outcome.REFERRED, words[place].start(), words[place].end(), entry.rule)
        if (not needed and not behind) or (place and not behind) or any(word in needed for word in behind):
            hit = words[place]
            return Act(Outcome(entry.value), hit.start(), hit.end(), entry.rule)
    return None


def _is_of_body(entry: Entry, words: Sequence[re.Match[str]], behind: Sequence[str]) -> bool:
    """Whether a noun is a body's act where its entry needs one, and has what it notes behind a colon."""
    attributes = entry.attributes
    text = words[0].string[words[0].start() : words[-1].end()]
    if attributes.get("of_body") and (_DAY.search(text) or not any(map(is_body, behind))):
        return False
    return not attributes.get("colon") or ":" in text
