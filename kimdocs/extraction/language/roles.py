"""What a sentence is in its document, by its grammar: decided or to be done, held to be so, or told of a debate."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.language.words import grammar
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.verbs import Shape, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_TOKEN = lazy(r"[^\W_]+(?:-[^\W_]+)*-?|[,;:(|]")
_POINT = lazy(r"(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})\s?[.)]+|[-–•*·])\s+")
_PARTICIPLE = lazy(
    r"(?:[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en|an)|(?:[a-zäöü]{2,4})?(?:be|emp|ver|er|ent|über|unter|wieder|durch|zer|miss|wider"
    r"|voll)[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]{2,}iert)"
)
_TO_DO = lazy(r"[a-zäöüß]{2,10}zu[a-zäöüß]{3,}(?:en|rn|ln)")
_INFINITIVE = lazy(r"[a-zäöüß]{3,}(?:en|rn|ln)")
_PERSON = lazy(
    r"herrn?|frau|\w*mitglied|rats(?:herr|frau)|\w+rätin|\w*verordneter?|\w*vorsitzender?|\w+vertreter(?:in)?|\w*leiter(?:in)?"
    r"|\w*vorsteher(?:in)?|kämmerer|kämmerin|\w*beigeordneter?|\w*dezernent(?:in)?|\w*sprecher(?:in)?|(?:\w+-)?\w*fraktion(?:en)?|gruppe"
    r"|architekt(?:in)?|ingenieur(?:in)?|planer(?:in)?|\w*anwohner(?:in)?|rm|rh|rf|kt|ktm|skb|bvm|gvm|gr|str|strin|grin|gv|gvin|stv|kta|abg|bgm|bgmin|bmin|obm|ebm|ktabg|\w*mgr(?:in)?|gvin|hr|fr"
)
_OFFICE = lazy(
    r"\w*(?:bürgermeister(?:in)?|landrat|(?:stadt|gemeinde|kreis|markt|ortschafts|bezirks)rat|direktor(?:in)?)"
)
_MOTION = lazy(
    r"(?:(?:\w+ungs|haupt|fraktions|prüf|dringlichkeits|beschluss|vertagungs)?(?:antrag|anträge|vorschlag|vorlage|empfehlung)|petitum)(?:e?s)?"
)
_LONGEST = 600
_FIELD = 9
_BEHIND = 4
_ARTICLES = frozenset(("der", "die", "das"))
_ECHO = frozenset(("dem", "dies", "das", "diesem", "so", "alle", "sämtliche"))
_ALONE = frozenset((",", ";", ":", "(", "|", "und", "oder", "sowie"))


class Role(Enum):
    """What a sentence is: ``ACT`` is decided, ``HOLDS`` may hold by a resolution, ``FACT`` is so, ``TOLD`` was so.

    ``SAID`` is what somebody says, or what became of a motion.
    ``PART`` is none: a title, a row, words without a verb.
    """

    ACT = "act"
    HOLDS = "holds"
    FACT = "fact"
    TOLD = "told"
    SAID = "said"
    PART = "part"


TELLS = (Role.TOLD, Role.SAID)


class _Token(NamedTuple):
    word: str
    start: int


def sentence_role(context: Context, start: int, end: int) -> Role:
    """The role of the sentence at ``text[start:end]``."""
    stop = min(end, start + _LONGEST)
    point = _POINT.match(context.folded, start, stop)
    start = point.end() if point else start
    tokens = [_Token(hit.group(), hit.start()) for hit in _TOKEN.finditer(context.folded, start, stop)]
    if not tokens:
        return Role.PART
    spoken = matcher("speakers").match(context.folded, tokens[0].start, stop)
    course = spoken is not None and spoken.entry.id == "course"
    phrase = context.folded[spoken.start : spoken.end] if spoken and course else ""
    if context.text[end - 1] == "?" or (" " in phrase and "verwaltung" not in phrase):
        return Role.SAID
    index = next(_finites(context, tokens, skip=True), None)
    if index is None:
        role = _behind_label(context, tokens, stop)
        index = next(_finites(context, tokens, skip=False), None) if role is Role.PART else None
        if index is None:
            return role
    kind = _verbs().get(tokens[index].word, "past")
    echoes = index == 1 and tokens[0].word in _ECHO and kind not in ("holds", "norm", "stative")
    echoes = echoes or (course and kind in ("act", "says") and "verwaltung" not in phrase)
    if kind == "past" or echoes or (tokens[index].word not in ("gilt", "gelten") and _answers(tokens, index)):
        return _told(context, tokens, index) if kind == "past" else Role.SAID
    role = (
        _of_auxiliary(context, tokens, index, kind) if kind in _AUXILIARIES else _of_verb(context, tokens, index, kind)
    )
    words = {token.word for token in tokens}
    doubtful = role in (Role.ACT, Role.HOLDS) and not words_of("clause_verbs", "holds_now").isdisjoint(words)
    return Role.FACT if doubtful else role


_AUXILIARIES = ("passive", "state", "perfect")


@cache
def _verbs() -> dict[str, str]:
    """Finite verbs by what they are."""
    acts = verb_forms("act_verbs").items()
    present = (word for word, forms in acts if any(form.shape is Shape.PRESENT and not form.joined for form in forms))
    found = dict.fromkeys(present, "act")
    for kind in ("stative", "says", "holds", "norm", "past", "indirect"):
        found.update(dict.fromkeys(words_of("clause_verbs", kind), "past" if kind == "indirect" else kind))
    for kind, words in (("passive", ("wird", "werden")), ("state", ("ist", "sind")), ("perfect", ("hat", "haben"))):
        found.update(dict.fromkeys(words, kind))
    return found


@cache
def _opens_clause() -> frozenset[str]:
    return (grammar("subordinate") | grammar("relative")) - {"um", "ohne", "wie"}


def _finites(context: Context, tokens: list[_Token], *, skip: bool) -> Iterator[int]:
    verbs, opens = _verbs(), _opens_clause()
    inside = skip and tokens[0].word in grammar("subordinate") and tokens[0].word not in grammar("either")
    for index, (word, start) in enumerate(tokens):
        if word in (";", ":", "|"):
            break
        if word == "(":
            continue
        if word == ",":
            after = tokens[index + 1].word if index + 1 < len(tokens) else ""
            more = tokens[index + 2].word if index + 2 < len(tokens) else ""
            inside = skip and (after in opens or (after in grammar("preposition") and more in grammar("relative")))
        elif not inside and not context.text[start].isupper() and (word in verbs or _is_past(context, tokens, index)):
            yield index


def _is_past(context: Context, tokens: list[_Token], index: int) -> bool:
    """Whether a word is a weak verb of the past: behind a noun, a name or a pronoun, and before no noun of its own."""
    word = tokens[index].word
    if index == 0 or not word.endswith(("te", "ten")) or word in words_of("clause_verbs", "no_past"):
        return False
    before = tokens[index - 1]
    if not context.text[before.start].isupper() and before.word not in grammar("pronoun"):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or not context.text[after.start].isupper() or _is_person(context, tokens, index + 1)


def _is_person(context: Context, tokens: list[_Token], index: int) -> bool:
    """Whether a word names somebody: by what they are, or by an office with a name and no article."""
    word = tokens[index].word
    if _PERSON.fullmatch(word):
        return True
    named = index + 1 < len(tokens) and context.text[tokens[index + 1].start].isupper()
    bare = index == 0 or tokens[index - 1].word not in grammar("determiner")
    return named and bare and _OFFICE.fullmatch(word) is not None


def _told(context: Context, tokens: list[_Token], index: int) -> Role:
    """The role of what is told of the past or in indirect speech: somebody's act, or what was so."""
    return Role.SAID if _subject(context, tokens, index) == "person" else Role.TOLD


def _behind_label(context: Context, tokens: list[_Token], end: int) -> Role:
    """The role of words before whose first colon no verb stands: that of what a label names, unless it is a motion."""
    colon = next((index for index, token in enumerate(tokens) if token.word == ":"), None)
    if colon is None:
        return _without_verb(context, tokens)
    named = any(_MOTION.fullmatch(token.word) for token in tokens[:colon])
    if named or colon + 1 == len(tokens):
        return Role.SAID if named else Role.PART
    role = sentence_role(context, tokens[colon + 1].start, end)
    spoken = role is not Role.PART and any(_is_person(context, tokens, index) for index in range(colon))
    return Role.SAID if spoken else role


def _without_verb(context: Context, tokens: list[_Token]) -> Role:
    """The role of what has no verb that is known: a body does something, or something is to be done."""
    first, last = tokens[0], tokens[-1]
    if context.text[last.start].islower() and _INFINITIVE.fullmatch(last.word):
        to_do = _TO_DO.fullmatch(last.word) or (len(tokens) > 1 and tokens[-2].word == "zu")
        return Role.ACT if to_do else Role.PART
    field = tokens[:_FIELD] if first.word in _ARTICLES else []
    for index in range(1, len(field)):
        if field[index].word.endswith("t") and context.text[field[index].start].islower():
            who = _subject(context, field, index)
            if who in ("body", "town"):
                return Role.ACT if who == "body" else Role.HOLDS
    return Role.PART


def _of_verb(context: Context, tokens: list[_Token], index: int, kind: str) -> Role:
    """The role of a sentence whose verb says what somebody does."""
    first, word = tokens[0].word, tokens[index].word
    if first in ("wir", "ich"):
        return Role.ACT if word in words_of("clause_verbs", "asks") else Role.SAID
    who = _subject(context, tokens, index)
    named = any(_is_person(context, tokens, place) for place in range(index))
    speaks = kind == "holds" and named and word in words_of("clause_verbs", "says")
    if kind in ("norm", "holds") and not speaks:
        held = Role.ACT if who == "body" and kind == "norm" else Role.HOLDS
        return Role.FACT if _is_fate(tokens, index, "") else held
    if who == "person":
        return Role.SAID if kind == "says" or speaks else Role.FACT
    if word in ("nimmt", "nehmen") and tokens[-1].word == "kenntnis":
        return Role.HOLDS
    if who == "town":
        return _of_town(tokens, index, kind)
    open_yet = word in ("entscheidet", "entscheiden") and any(token.word == "über" for token in tokens[index:])
    acts = who == "body" and not open_yet and (kind != "stative" or word == "empfiehlt")
    return Role.ACT if acts else Role.FACT


def _of_town(tokens: list[_Token], index: int, kind: str) -> Role:
    """The role of what the town or its administration does: its task, if it does not but speak."""
    word = tokens[index].word
    if word in words_of("clause_verbs", "reports_later") and all(token.word != "dass" for token in tokens):
        return Role.HOLDS
    if word in words_of("clause_verbs", "town_requests"):
        asks = _is_to_do(tokens) or any(token.word == "dass" for token in tokens)
        return Role.SAID if asks else Role.HOLDS
    comma = next((place for place in range(index, len(tokens)) if tokens[place].word == ","), len(tokens))
    ends = {tokens[-1].word, tokens[comma - 1].word}
    if not ends.isdisjoint(words_of("clause_verbs", "told_with")) and word not in words_of("clause_verbs", "does_with"):
        return Role.SAID
    does = kind == "act" or word in words_of("clause_verbs", "town_does")
    told = Role.SAID if kind == "says" else Role.FACT
    return Role.HOLDS if does else told


def _answers(tokens: list[_Token], index: int) -> bool:
    """Whether a sentence tells what became of a motion: "Diesem Vorschlag folgt der Rat", "Der Antrag findet …"."""
    if not any(_MOTION.fullmatch(token.word) for token in tokens[: min(index, _BEHIND)]):
        return False
    words = {token.word for token in tokens[index:]}
    return not words_of("clause_verbs", "answers").isdisjoint(words)


def _of_auxiliary(context: Context, tokens: list[_Token], index: int, kind: str) -> Role:
    """The role by what goes with "wird", "ist" or "hat": "wird gebaut", "ist zu bauen", "hat gebaut"."""
    rest = tokens[index + 1 :]
    for place, (word, start) in enumerate(rest):
        last = place + 1 == len(rest) or rest[place + 1].word in _ALONE
        if not last or context.text[start].isupper():
            continue
        bare = place and rest[place - 1].word == "zu" and _INFINITIVE.fullmatch(word)
        if kind != "passive" and (bare or _TO_DO.fullmatch(word)):
            return Role.FACT if word in words_of("clause_verbs", "felt") else Role.ACT
        if _PARTICIPLE.fullmatch(word):
            proposed = kind == "passive" and word == "vorgeschlagen"
            if proposed and _subject(context, tokens[:index], index) == "body" and _is_to_do(tokens):
                return Role.ACT
            moved = tokens[0].word == "es" and word in words_of("clause_verbs", "moved")
            moved = moved or (word in words_of("clause_verbs", "reports") and not _is_done_by(rest[:place], word))
            if kind == "perfect" or (kind == "passive" and moved):
                return _told(context, tokens, index)
            return Role.FACT if kind != "passive" or _is_fate(tokens, index, word) else Role.ACT
    return Role.FACT


def _is_done_by(words: list[_Token], word: str) -> bool:
    """Whether a participle that else tells of a debate is done by a plan: "werden gemäß der Anlage behandelt"."""
    by = words_of("clause_verbs", "done_by")
    return word in words_of("clause_verbs", "treated") and any(token.word in by for token in words)


def _is_to_do(tokens: list[_Token]) -> bool:
    """Whether a sentence ends with what is to be done: "…, den Weg so zu nennen"."""
    last = tokens[-1].word
    return _TO_DO.fullmatch(last) is not None or (_INFINITIVE.fullmatch(last) is not None and tokens[-2].word == "zu")


def _is_fate(tokens: list[_Token], index: int, word: str) -> bool:
    """Whether a sentence tells how the sitting went: "Der Punkt wird vertagt", "Das Protokoll wird genehmigt"."""
    field = {token.word for token in tokens[: min(index + _BEHIND, _FIELD)]}
    procedural = not words_of("clause_verbs", "procedural").isdisjoint(field)
    return procedural or word in words_of("clause_verbs", "fates")


def _subject(context: Context, tokens: list[_Token], index: int) -> str:
    """Who acts, before the verb or right behind it: a "body", the "town", a "person", or nobody of these."""
    behind = range(index + 1, min(index + 1 + _BEHIND, len(tokens)))
    for field in (range(index), behind):
        if not field:
            continue
        if any(_is_person(context, tokens, place) for place in field):
            return "person"
        start, last = tokens[field[0]].start, tokens[field[-1]]
        found = {
            m.entry.value for m in matcher("deciders").finditer(context.folded, start, last.start + len(last.word))
        }
        if "body" in found:
            return "body"
        if found & {"others", "person"}:
            return "person"
        if any(tokens[place].word in words_of("clause_verbs", "town") for place in field):
            return "town"
    return ""
