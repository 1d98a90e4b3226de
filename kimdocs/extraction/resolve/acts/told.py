"""Votes told clause by clause: "Zwölf befürworten den Plan, drei lehnen ihn ab, zwei bleiben unentschieden."."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.recognise.votes.foreign import own_counts
from kimdocs.extraction.recognise.votes.named import of_all_votes
from kimdocs.extraction.resolve.acts.counted import number_in
from kimdocs.extraction.resolve.acts.tellers import tellers
from kimdocs.extraction.resolve.acts.told_parts import is_unsure, votes_of
from kimdocs.extraction.resolve.acts.voters import told_votes
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement
    from kimdocs.lexicon import Match

_WITH_HEAD = lazy(
    r"(?:bürgermeister(?:in)?|vorsitzende[rn]?|landr(?:at|ätin)|vorsteher(?:in)?)\s+(?:und|sowie)\s+[\w-]+\s"
)
_LONGEST = 600
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
_CALLED = lazy(r"\w\s*:\s*(?:ja|nein|enth\w*|dafür|dagegen)\b")
_SEVERAL = 3
_ALL_OR_NOT = lazy(r"\b(?:nicht\b|alle)")
_PASSIVE = lazy(r"\b(?:wird|werden|wurden?|ist|sind)\b")
_OTHERS = lazy(r"\b\w*fraktion\w*|\b(?:stimmen?|ja|nein|dafür|dagegen|enthaltung\w*)\s*:")
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
    if _OTHERS.search(folded, start, end) or len(_CALLED.findall(folded, start, end)) >= _SEVERAL:
        return None
    counts = _of_clauses(text, folded, start, end)
    if not {"yes", "no"} <= counts.keys() or not any(counts.values()):
        return None
    return Told(counts, tuple(cues))


def take_told(context: Context, statement: Statement) -> bool:
    """Puts in the votes that a sentence tells clause by clause, if any; they are the result where it says no other."""
    start, end = statement.start, statement.end
    counted = {"yes", "no"} <= statement.counts.keys() and not _WITH_HEAD.search(context.folded, start, end)
    if statement.quoted or counted or not _may_tell(context.folded, start, end):
        return False
    if own_counts(context.folded[start:end]):
        return False
    if have := _ALL_HAVE.search(context.folded, start, end):
        number = number_in(have[1])
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
        number = number_in(both[1])
        return {} if number is None else {"yes": number, "no": number}
    if by := _BY_VOTERS.search(folded, start, end):
        yes, no = number_in(by[1]), number_in(by[2])
        return {} if yes is None or no is None else {"yes": yes, "no": no}
    told = tellers(text, folded, start, end)
    return {} if is_unsure(told) else votes_of(told)
