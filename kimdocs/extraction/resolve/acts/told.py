"""Votes told clause by clause: "Zwölf befürworten den Plan, drei lehnen ihn ab, zwei bleiben unentschieden."."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.numerals import number_word
from kimdocs.extraction.recognise.foreign_counts import own_counts
from kimdocs.extraction.recognise.group_names import count_persons
from kimdocs.extraction.recognise.vote_named import of_all_votes
from kimdocs.extraction.resolve.acts.voters import told_votes
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statement import Statement
    from kimdocs.lexicon import Match

_DIGIT = lazy(r"\d")
_NOT = lazy(r"\bnicht\b")
_VERB_AT_END = lazy(r"\s+(?:stimm\w+|ist|sind|votier\w+|sich)\s*$")
_LONGEST = 600
_PARTS = lazy(
    r",(?!\d)|:(?!\d)|[;()]|\s-\s|\b(?<!damen )(?<!innen )"
    r"(?:und|sowie|während|aber|wobei|hingegen|jedoch|bei(?=\s+\w))\b|(?<=[a-zäöüß]{2})\.\s"
)
_ASIDE = lazy(r"\([^()\d]*\)")
_WORD = lazy(r"[^\W\d_][\w-]*|\d+")
_NEAR = 3
_SPECIAL = {
    "niemand": 0,
    "keiner": 0,
    "keine": 0,
    "kein": 0,
    "beide": 2,
    "eines": 1,
    "einer": 1,
    "eine": 1,
    "ein": 1,
    "einen": 1,
    "einziger": 1,
    "einzige": 1,
    "einziges": 1,
}
_ARTICLES = ("ein", "eine", "einen", "kein", "keine")
_OF_ALL = ("von", "unter", "der", "den", "zu", "am", "nr", "top", "ziffer", "punkt", "vom", "bis", "um", "§")
_GLUED_BEFORE = lazy(r"[\d.,/§-]\d*$")
_GLUED_BEHIND = lazy(r"(?:[.,:/]\d|[%€/-]|\.(?=\s+[^\W\d_])|\s?(?:uhr|m|km|€)\b)")
_HEAD = lazy(
    r"\b(?:(?:der|die)\s+)?(?:erster?\s+)?(?:(?:ober|orts)?bürgermeister(?:in)?|vorsitzende[rn]?|landr(?:at|ätin)"
    r"|ortsvorsteher(?:in)?|verbandsvorsteher(?:in)?)\s+(?:und|sowie|\+)\s+(\w+)(?=\s+\w*(?:mitglied|räte|vertreter|abgeordnet))"
)
_NOT_SO = lazy(
    r"\W*[\w-]+\W+(?:(?:ist|sind|war|waren|tut|tun|taten|tat|es|dies|das|aber|hingegen|jedoch|andere[rs]?|weitere[rs]?|[\w-]*mitglied(?:er)?"
    r"|[\w-]*r[aä]te?)\W+)*nicht\W*"
)
_OF_VOTERS = lazy(
    r"\b(?:stimmen|mehrheit|zustimmung|minderheit|(?:wird|wurde|werden|wurden)(?:\s+[\w-]{1,9})?)\s+von\s+$"
)
_BY_VOTERS = lazy(
    r"\bvon\s+(\w{1,16})\s+(?:[\w-]+\s+)?(?:unterstützt|befürwortet|gebilligt|mitgetragen|bejaht)\b[^.;:]{0,40}?"
    r"\bvon\s+(\w{1,16})\s+(?:[\w-]+\s+)?(?:abgelehnt|verworfen|verneint)\b"
)
_ALL_BUT = lazy(
    r"\balle[rn]?\b[^.;:]{0,30}\b(?:außer|bis auf|mit ausnahme|ausgenommen)\b"
    r"|\b(?:außer|bis auf|mit ausnahme)\b[^.;:]{0,90}\balle\b"
)
_ALL_HAVE = lazy(
    r"\balle\s+(\d{1,3}|[a-zäöüß]{3,14})\s+(?:[\w-]+\s+){0,2}?[\w-]*(?:mitglieder|räte|vertreter|abgeordneten?|anwesenden)\s+haben\s+"
    r"(?:[\w-]+\s+){0,4}?(?:zugestimmt|(?:mit\s+ja|dafür)\s+(?:gestimmt|votiert))\b"
)
_PIECES = ("gegen", "gegner", "nein", "enth", "lehn", "widersp", "verweig", "versag", "stimme")
_WORDS = ("nicht", "alle")
_ALL_OR_NOT = lazy(r"\b(?:nicht\b|alle)")
_PASSIVE = lazy(r"\b(?:wird|werden|wurden?|ist|sind)\b")
_OTHERS = lazy(
    r"\b(?:bürger(?!meister|liste|block|bündnis|forum|union|gemeinschaft)|einwohner|anwohner|anlieger|eltern|schüler|umfrage|\w*befragung|jury|kinder|besucher"
    r"|teilnehm|verein|haushalte|kunden|leser|\w*fraktion|kandidat|bewerber|probeabstimmung|meinungsbild)\w*"
    r"|\b(?:stimmen?|ja|nein|dafür|dagegen|enthaltung\w*)\s*:"
)
_TOGETHER = lazy(
    r"\b(?:mit\s+)?(?:je|jeweils)\s+(\w{1,12})\s+(?:\w+\s+){0,2}?(?:dafür\s+(?:und|wie|sowie)\s+dagegen"
    r"|(?:ja|für)-?\s*(?:und|wie|sowie)\s+(?:nein|gegen)-?(?:stimmen)?)\b"
)


class Told(NamedTuple):
    """The votes that a sentence tells, and where the words stand that tell the sides."""

    counts: dict[str, int]
    cues: tuple[Match, ...]


def told_sides(text: str, folded: str, start: int, end: int) -> Told | None:
    """The votes that ``text[start:end]`` tells clause by clause; None where it tells not both those for and against."""
    if end - start > _LONGEST:
        return None
    cues = list(matcher("told_sides").findall(folded, start, end))
    passive = _BY_VOTERS.search(folded, start, end) if " von " in folded[start:end] else None
    if not passive and not {"no"} <= {cue.entry.value for cue in cues} and " nicht" not in folded[start:end]:
        return None
    if _OTHERS.search(folded, start, end):
        return None
    plain = _ASIDE.sub(lambda hit: " " * len(hit[0]), folded[start:end])
    counts = _of_persons(text, cues, start) or _of_clauses(text[start:end], plain, 0, end - start)
    if not {"yes", "no"} <= counts.keys() or not any(counts.values()):
        return None
    return Told(counts, tuple(cues))


def take_told(context: Context, statement: Statement) -> bool:
    """Puts in the votes that a sentence tells clause by clause, if any; they are the result where it says no other."""
    start, end = statement.start, statement.end
    if statement.quoted or {"yes", "no"} <= statement.counts.keys() or not _may_tell(context.folded, start, end):
        return False
    if own_counts(context.folded[start:end]):
        return False
    if have := _ALL_HAVE.search(context.folded, start, end):
        number = _number(have[1])
        statement.counts |= {"yes": number} if number else {}
        statement.outcome = statement.outcome_span = None
        return bool(number)
    beside = False
    if not statement.has_counts and (
        _is_done(context.folded, statement) or _ALL_BUT.search(context.folded, start, end)
    ):
        statement.counts |= told_votes(context.text, context.folded, start, end)
        part = None if statement.outcome is Outcome.REJECTED else of_all_votes(context.folded, start, end)
        statement.counts |= {} if part is None else {"yes": part}
        beside = statement.has_counts
    told = told_sides(context.text, context.folded, start, end)
    if told is None:
        return beside
    statement.counts = {**statement.counts, **told.counts}
    said = statement.outcome_span
    passive = _BY_VOTERS.search(context.folded, start, end) is not None
    if said and (passive or any(cue.start < said[1] and said[0] < cue.end for cue in told.cues)):
        statement.outcome, statement.outcome_span, statement.weak = None, None, False
    if statement.outcome is None and told.cues:
        statement.rule = told.cues[0].entry.rule
    return True


def _may_tell(folded: str, start: int, end: int) -> bool:
    """Whether a piece of the words stands there by which clauses tell votes."""
    words = folded[start:end]
    if any(map(words.__contains__, _PIECES)):
        return True
    return any(map(words.__contains__, _WORDS)) and _ALL_OR_NOT.search(folded, start, end) is not None


def _is_done(folded: str, statement: Statement) -> bool:
    """Whether a passive tells what was done: "Der Plan wird angenommen, nur Frau N.N. stimmt dagegen."."""
    said = statement.outcome_span
    finite = words_of("result_words", "finite")
    if said is None:
        return False
    passive = _PASSIVE.search(folded, statement.start, said[0]) is not None
    return passive or folded[said[0] : said[1]].split(None, 1)[0] not in finite


def _of_clauses(text: str, folded: str, start: int, end: int) -> dict[str, int]:
    """Each side's number in a clause of its own; {} where a side is told twice and differently."""
    if both := _TOGETHER.search(folded, start, end):
        number = _number(both[1])
        return {} if number is None else {"yes": number, "no": number}
    if by := _BY_VOTERS.search(folded, start, end):
        yes, no = _number(by[1]), _number(by[2])
        return {} if yes is None or no is None else {"yes": yes, "no": no}
    found: dict[str, int] = {}
    before = ""
    for low, high in _clauses(folded, start, end):
        side = _side(folded, low, high, before)
        number = _only_number(text, folded, low, high) if side else None
        number = _named(text, folded, low, high) if side and number is None else number
        if side and number is not None:
            if found.setdefault(side, number) != number:
                return {}
            before = side
    return found


def _named(text: str, folded: str, low: int, high: int) -> int | None:
    """How many persons a clause names before the word of its side: "Stadtrat N.N. ist dagegen"."""
    cue = matcher("told_sides").first(folded, low, high)
    return _persons(text[low : cue.start]) if cue and not _DIGIT.search(folded, low, high) else None


def _persons(subject: str) -> int | None:
    return count_persons(_VERB_AT_END.sub("", subject.strip(" ,;\n")))


def _clauses(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    head = _HEAD.search(folded, start, end)
    for hit in _PARTS.finditer(folded, start, end):
        if head and head.start() <= hit.start() < head.end():
            continue
        yield position, hit.start()
        position = hit.end()
    yield position, end


def _side(folded: str, low: int, high: int, before: str) -> str:
    """The one side that a clause tells; "drei nicht" is the other side than that of the clause before."""
    sides = {cue.entry.value for cue in matcher("told_sides").findall(folded, low, high)}
    negated = _NOT.search(folded, low, high) is not None
    if len(sides) == 1:
        side = sides.pop()
        return "no" if negated and side == "yes" else "" if negated and side == "no" else side
    if not sides and _NOT_SO.fullmatch(folded, low, high) and before in ("yes", "no"):
        return "no" if before == "yes" else "yes"
    return ""


def _only_number(text: str, folded: str, low: int, high: int) -> int | None:
    """The only number of voters in a clause."""
    if head := _HEAD.search(folded, low, high):
        number = _number(head[1])
        return None if number is None else number + 1
    words = list(_WORD.finditer(folded, low, high))
    found = [number for at in range(len(words)) if (number := _voters(text, folded, words, at, high)) is not None]
    return found[0] if len(found) == 1 else None


def _voters(text: str, folded: str, words: list[re.Match[str]], at: int, high: int) -> int | None:
    """The number at a word, unless it counts something else, or is the number of all."""
    word = words[at]
    number = _number(word[0])
    if number is None or _GLUED_BEFORE.search(folded, max(0, word.start() - 3), word.start()):
        return None
    if word[0].isdigit() and _GLUED_BEHIND.match(folded, word.end(), high):
        return None
    before = words[at - 1][0] if at else ""
    if before in _OF_ALL and not _OF_VOTERS.search(folded, max(0, word.start() - 24), word.start()):
        return None
    if word[0] in _ARTICLES and at + 1 < len(words) and words[at + 1][0].startswith("einzig"):
        return None
    noun = next((w for w in words[at + 1 : at + _NEAR] if text[w.start()].isupper()), None)
    counted = noun is None or _is_voter(folded, noun)
    return number if counted and not (word[0] in _ARTICLES and noun is None) else None


def _is_voter(folded: str, noun: re.Match[str]) -> bool:
    return any(hit.end == noun.end() for hit in matcher("told_voters").findall(folded, noun.start(), noun.end()))


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if len(word) <= _NEAR else None
    return _SPECIAL[word] if word in _SPECIAL else number_word(word)


def _of_persons(text: str, cues: list[Match], start: int) -> dict[str, int]:
    """How many persons stand before the word of each side: "Frau N.N. und Herr N.N. stimmen zu, Herr N.N. lehnt ab"."""
    found: dict[str, int] = {}
    position = start
    for cue in cues:
        subject = text[position : cue.start].rpartition(":")[2]
        persons = _persons(subject)
        if persons is None or cue.entry.value in found:
            return {}
        found[cue.entry.value or ""] = persons
        position = cue.end
    return found
