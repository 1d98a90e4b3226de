"""Who acts in a sentence, and sentences that name the act by a noun: "Die Abstimmung erfolgt einstimmig."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.resolve.sentences.plain import is_dated
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement, take_firmer
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.outcome import OutcomeMention

_BEFORE_BODY = lazy(r"(?:.*\s)?(?:der|die|das|dieser|unser|diese)\s+(?:[\w-]+\s+){0,2}$", re.DOTALL)
_OPENING = lazy(
    r"(?:(?:nach|ohne|auf|mit|in|aufgrund|im|bei|am|sodann|anschließend|daraufhin|danach|dem|der|den|diesem|dieser|beiden|hiermit|damit|hierauf|dazu)"
    r"\b[^;:!?]{0,120}\s)?"
)
_BEHIND_BODY = lazy(r"\s+(?:(?:der|für|des|von|am|im|und|und das)\b[^.;:!?]{0,70}|[A-ZÄÖÜ(][^.;:!?]{0,50})?$")
_BEHIND_VERB = lazy(r"\w+\s+(?:sich\s+)?(?:der|die|das)\s+")
_FOLLOWED = lazy(
    r"(?:\w+\s)?(?:dem|diesem|dieser|der|den|diesen)\s"
    r"(?:[^;:!?]{0,40}?(?:vorschl|antr[aä]g|empfehl|votum|bitte|wunsch|votum)[^;:!?]{0,80}\s)?"
)
_SUBJECT_WORD = 16
_ISSUED = lazy(
    r"\b(?:ergeht|erging|fasst|fasste|faßt|gibt|gab|spricht|erteilt)\b[^.;:]{0,120}\b"
    r"(?P<what>folgende[nrs]?\s+(?:\w+\s+)?(?:beschluss-?empfehlung|empfehlung|empfehlungsbeschlu(?:ss|ß)|beschlu(?:ss|ß)|beschlüsse))\b"
)
_OPENING_NOUN = lazy(
    r"(?:(?:[^:;.\n]|\.(?=\d)){3,90}:\s*)?(?:mehrheitliche\s+|einstimmige\s+)?"
    r"(?P<noun>zustimmung|annahme|ablehnung)\s+(?:bei|mit|gegen)\b"
)
_VOTE = lazy(
    r"(?:die|das|der|dieser)\s+(?:[\w-]+\s+)?(?:abstimmung|beschlussfassung|votum|beschluss|entscheidung|wahl)\b"
)
_DECIDES = lazy(r"(?:beschließt|beschliesst|beschließen|beschloss|beschlossen)\b[^.;:?!]{0,60},\s")
_HAPPENS = lazy(
    r"(?:dies(?:es)?|das|so)\s+(?:geschieht|geschah|erfolgt|erfolgte|wird|wurde)\s+(?:\w+\s+){0,2}?ein(?:stimmig|mütig|hellig)\b"
)
_DONE = lazy(r"\b(?:wird|werden|wurde|wurden)\b")
_VERB = lazy(r"\b(?:erfolgte?|ergibt|ergab|ist|wird|wurde|fällt|fiel|ergeht|erging|geschieht|geschah)\b")
_AGENT = lazy(
    r"\b(?:wird|werden|wurden?)\s+(?:[^\s.;:,]+\s+){0,4}?(?:vom|von\s+(?:der|den|dem|einem|einer)|durch\s+(?:den|die|das))\s+"
    r"(?!(?:tagesordnung|liste|versammlung|anwesenden|mehrheit|stimmberechtigten|fraktionen|vorsitzenden|tisch)\b)"
    r"(?:[^\s.;:,]+\s+){1,3}?(?:einstimmig\s+)?"
    r"(?:@done_by_agents@)\b"
)
_OPINION = lazy(r"\b(?:@opinions@|festgestellt,)\b")
_ARISES = lazy(r"(?:^\s*|\b(?:erfolgt|erfolgte|ergeht|erging|ergibt sich|findet|fand)\s|:\s|(?<=\w),\s)\W*$")
_NOUN_GAP = 2
_BESIDE = lazy(r"\s?(?:[,;:(]|-)?\s?\(?")
_APART = lazy(r"(?:[:.;]|\s-)\s$")
_MOTION_NAMED = lazy(
    r"(?:^|.*\s)?(?:der|die|das|den|dem|dieser|ein)\s+[\w-]*(?:antrag|vorschlag|vorlage|entwurf|empfehlung|variante|lösung)\b"
)
_PRONOUN = lazy(r"(?:er|sie|es|dieser|diese|dieses)\s+")
_SUBJECT = lazy(r"(?:^|\n)[ \t]*(?:der|die|das)\s")
_FATES = {Outcome.POSTPONED, Outcome.REFERRED}
_AGREES = lazy(
    r"\b(?:damit|hiermit|dem)\b[^.;:!?]{0,60}\b(?:einverstanden|zugestimmt|zu|gefolgt|an)\b"
    r"|\bfolgt\w*\s+(?:ihm|ihr|diesem|dieser)\b|\bso\s+(?:wird|wurde)\s+(?:[^.;,]{0,40}\s)?(?:beschlossen|verfahren)\b"
    r"|\b(?:stimmt|folgt)\s+dem\b|\bdem\s+(?:folgt|folgte|folgten|entspricht)\b"
)
_ASKS = lazy(r"\b(?:bittet|bitten|bat|regt|regte|schlägt|schlug|beantragt|beantragte|wünscht|plädiert)\b")
_MOVING = lazy(
    r"\b(?:den|die|das|diesen|diese|dieses)\s+(?:[\w-]*punkt|top|[\w-]*vorlage|[\w-]*antrag|angelegenheit|sache|thema|beratung"
    r"|beschlussfassung|entscheidung)\b[^.,;:!?]{0,80}?\s(?:zu\s+(?:vertagen|verweisen|überweisen|verschieben|schieben)"
    r"|zurückzustellen|abzusetzen|zurückzuverweisen)\b"
)
_AFTER_ALL = lazy(r"\b(?:nachdem|obwohl|statt|anstatt)\b")
_NOT_MOVED = lazy(
    r"\b(?:abgelehnt|zurückgezogen|(?:ge)?scheitert|statt|anstatt|ohne|nachdem|obwohl|nicht|beauftrag\w*)\b|\bund\s+die\b"
)
_MOTION = lazy(
    r"\A(?:vertagung|absetzung|zurückstellung|(?:zurück|rück)?(?:ver|über)weisung)\s[^.;!?]{0,60}?\bbeschlossen\b"
    r"|\b(?:de[rm]|diese[rm])\s+(?:(?:geschäftsordnungs)?antrag(?:\s+de[rs]\s+[\w/-]+)?\s+auf\s+(?:[\w-]+\s+)?"
    r"(?:vertagung|absetzung|zurückstellung|(?:zurück)?verweisung|überweisung)|(?:vertagungs|verweisungs|überweisungs|absetzungs)antrag)\b"
    r"|\bdie\s+(?:vertagung|absetzung|zurückstellung|verweisung)\b[^.,;!?]{0,80}?\b(?:wird|wurde)\b"
    r"|\b(?:de[rm]|diese[rm])\s+(?:geschäftsordnungs)?antrag\b[^.;:!?]{0,80},\s+[^.;:!?]{3,90}?\s(?:zu\s+(?:vertagen|verweisen|überweisen|verschieben)"
    r"|zurückzustellen|abzusetzen|zurückzuverweisen|zu\s+schieben)\b"
    r"|\b(?:vertagung|absetzung|zurückstellung|(?:zurück)?verweisung|überweisung(?!\s+(?:von|des\s+betrags?)\b))\b"
    r"[^.,;!?]{0,80}?\b(?:beschlossen|angenommen|gebilligt)\b"
)
_EARLY = 30
_FEW_LETTERS = 90
_NEAR = 300
_PAST = ("te", "ten", "ab", "og", "ies", "oss", "ahm", "ob", "ließ")


def acts_itself(context_text: str, folded: str, statement: Statement) -> bool:
    """Whether a body is the subject of the verb that the outcome's words start with: "Der Rat vergibt …"."""
    start = statement.start
    said = statement.outcome_span or (start, start)
    if folded[said[0] : said[1]].split(None, 1)[0].endswith(_PAST) and is_dated(folded, (start, statement.end)):
        return False
    if continues_body(folded, statement):
        return True
    behind = _BEHIND_VERB.match(folded, said[0])
    bodies = [m for m in matcher("deciders").finditer(folded, start, statement.end) if m.entry.value == "body"]
    if behind and any(behind.end() <= m.start < behind.end() + _SUBJECT_WORD for m in bodies):
        opening = _FOLLOWED if folded.startswith("folg", said[0]) else _OPENING
        return bool(opening.fullmatch(folded, start, said[0])) and " nicht" not in folded[said[0] : statement.end]
    first = next((m for m in bodies if m.end <= said[0]), None)
    if first is None or not _BEFORE_BODY.fullmatch(folded, start, first.start):
        return False
    return bool(folded[first.end : said[0]].isspace() or _BEHIND_BODY.match(context_text, first.end, said[0]))


def is_about_motion(folded: str, statement: Statement) -> bool:
    """Whether a sentence that tells what a text met with names it as its subject: "Der Antrag findet Zustimmung."."""
    said = statement.outcome_span or (statement.start, statement.start)
    behind = folded[said[0] : said[1]].partition(" ")[2]
    before = folded[statement.start : said[0]]
    return bool(_MOTION_NAMED.search(before) or _MOTION_NAMED.match(behind))


def is_put_off(folded: str, statement: Statement) -> bool:
    """Whether a sentence begins with the matter that is decided later: "Über den Antrag wird erst … entschieden."."""
    return folded.startswith(("über ", "darüber ", "hierüber "), statement.start)


def continues_body(folded: str, statement: Statement) -> bool:
    """Whether a pronoun acts that stands for the body that the sentence before is about: "Er billigt den Vertrag."."""
    start = statement.start
    said = statement.outcome_span or (start, start)
    if not _PRONOUN.fullmatch(folded, start, said[0]):
        return False
    before = _sentence_before(folded, start)
    told = any(not m.entry.attributes.get("status") for m in matcher("outcomes").findall(before))
    bodies = [m.start for m in matcher("deciders").findall(before) if m.entry.value == "body"]
    subjects = [hit.end() for hit in _SUBJECT.finditer(before)]
    return not told and any(0 <= body - subject < _EARLY for subject in subjects for body in bodies)


def _sentence_before(folded: str, start: int) -> str:
    before = folded[max(0, start - _NEAR) : start].rstrip()
    stops = (before.rfind(stop, 0, -1) for stop in (". ", ".\n", "\n\n"))
    return before[max(stops) + 1 :].strip()


def votes_by_noun(folded: str, statement: Statement) -> bool:
    """Whether the sentence tells a unanimous vote without the words of an outcome.

    So does one about the vote itself ("Die Abstimmung erfolgt einstimmig."), and one whose passive says what was done
    ("Die Verwaltung wird einstimmig beauftragt, …"), unless it is but an opinion.
    """
    start, end = statement.start, statement.end
    if _VOTE.match(folded, start, end):
        return _VERB.search(folded, start, end) is not None
    if by_others(folded, start, end):
        return False
    if _HAPPENS.match(folded, start, end):
        return True
    spread = statement.spread_span
    if not spread or not folded.startswith("einst", spread[0]) or _OPINION.search(folded, start, end):
        return False
    done = _DONE.search(folded, start, spread[1])
    return done is not None and "," not in folded[done.end() : spread[0]]


def told_of_others(folded: str, statement: Statement) -> bool:
    """Whether the sentence is about the vote of a body that it names: "Der Beschluss des Kreistags war einstimmig."."""
    vote = _VOTE.match(folded, statement.start, statement.end)
    spread = statement.spread_span
    return vote is not None and spread is not None and _names_body(folded, vote.end(), spread[0])


def _names_body(folded: str, start: int, end: int) -> bool:
    return any(m.entry.value == "body" for m in matcher("deciders").finditer(folded, start, end))


def by_others(folded: str, start: int, end: int) -> bool:
    """Whether a passive names somebody else who acts: "wird von der Bezirksregierung genehmigt"."""
    agent = _AGENT.search(folded, start, end)
    return agent is not None and not _names_body(folded, agent.start(), agent.end())


def take_noun(folded: str, statement: Statement) -> None:
    """Gives a spread the outcome that the noun beside it names: "Einstimmige Ablehnung.", "Vertagung: einstimmig"."""
    spread = statement.spread_span
    if statement.outcome is not None or spread is None:
        return
    behind = read_outcome(folded, spread[1], min(statement.end, spread[1] + 40), status=True)
    if behind and behind.start - spread[1] < _NOUN_GAP and _ARISES.search(folded[statement.start : spread[0]]):
        statement.outcome, statement.outcome_span = behind.outcome, (behind.start, behind.end)
        return
    begin = max(statement.start, folded.rfind("\n", statement.start, spread[0]) + 1)
    beside = read_outcome(folded, max(begin, spread[0] - _FEW_LETTERS), spread[0], status=True)
    if beside and _BESIDE.fullmatch(folded, beside.end, spread[0]) and _APART.search(folded, begin, beside.start):
        statement.outcome, statement.outcome_span = beside.outcome, (beside.start, beside.end)
        return
    opens = read_outcome(folded, begin, spread[0], status=True)
    before = folded[begin : spread[0]].rstrip()
    if opens and opens.start == begin and (before.endswith(":") or _is_fate_noun(before, opens)):
        statement.outcome, statement.outcome_span = opens.outcome, (opens.start, opens.end)


def take_issued(folded: str, statement: Statement) -> None:
    """Puts in what a sentence with votes leads in, or names by the noun that opens it.

    "Es ergeht bei zwei Gegenstimmen folgende Empfehlung:", "Sodann: Zustimmung bei zwei Enthaltungen."
    """
    if statement.outcome is not None or not (statement.has_counts or statement.unanimous is not None):
        return
    start, end = statement.start, statement.end
    issued = _ISSUED.search(folded, start, end) if folded[end - 1] == ":" else None
    if issued:
        statement.outcome = Outcome.RECOMMENDED if "empfehl" in issued["what"] else Outcome.ADOPTED
        statement.outcome_span = issued.span("what")
    elif opens := _OPENING_NOUN.match(folded, start, end):
        statement.outcome = Outcome.REJECTED if opens["noun"] == "ablehnung" else Outcome.ADOPTED
        statement.outcome_span = opens.span("noun")


def take_decided(folded: str, statement: Statement) -> None:
    """Puts in what a sentence without a vote says beside words that need one: what is decided to be done is done."""
    fate, span, rule = statement.outcome, statement.outcome_span, statement.rule
    take_firmer(folded, statement)
    said = statement.outcome_span
    put_off = fate in _FATES and rule.endswith("_infinitive") and statement.outcome is Outcome.ADOPTED
    if put_off and span and said and said[1] < span[0] and _DECIDES.match(folded, said[0], span[0]):
        statement.outcome, statement.outcome_span = fate, (said[0], span[1])


def _is_fate_noun(before: str, opens: OutcomeMention) -> bool:
    """Whether the words before a spread but name what becomes of the matter: "Verweisung in den Bauausschuss,"."""
    return opens.outcome in _FATES and before.endswith(",") and len(before) < _FEW_LETTERS and not _DONE.search(before)


def carried_motion(folded: str, statement: Statement) -> Outcome | None:
    """What an adopted motion was to do: "Der Antrag auf Vertagung wird angenommen." postpones."""
    said = statement.outcome_span
    if statement.outcome is not Outcome.ADOPTED or said is None:
        return None
    sentence = folded[statement.start : statement.end]
    motion = None if _AFTER_ALL.search(sentence) else _MOTION.search(sentence)
    motion = motion or (None if _NOT_MOVED.search(sentence) else _MOVING.search(sentence))
    if motion is None:
        return _suggested(folded, statement)
    return Outcome.REFERRED if "weis" in motion[0] else Outcome.POSTPONED


def _suggested(folded: str, statement: Statement) -> Outcome | None:
    """What somebody asked for right before: "Herr N.N. bittet, die Sache zu vertagen. Damit ist man einverstanden."."""
    if not _AGREES.search(folded, statement.start, statement.end):
        return None
    sentence = _sentence_before(folded, statement.start)
    asked = _ASKS.search(sentence)
    fates = {Outcome(m.entry.value) for m in matcher("outcomes").findall(sentence)} & _FATES if asked else set()
    return fates.pop() if len(fates) == 1 else None


def is_torn(statement: Statement) -> bool:
    """Whether a sentence says that all agreed, and counts votes against: it draws together what several votes were."""
    against = "yes" if statement.outcome is Outcome.REJECTED else "no"
    return bool(statement.unanimous and (statement.counts.get(against) or statement.unclear))


def by_lines(context: Context, statement: Statement) -> list[Statement]:
    """The statements of the lines of such a sentence, each its own vote; else the sentence without what is unclear."""
    first, last = context.line_at(statement.start), context.line_at(statement.end - 1)
    lines = [(max(line.start, statement.start), line.end) for line in context.lines[first : last + 1]]
    found = [
        read_statement(context, start, min(end, statement.end), Source.LINE) for start, end in lines if end > start
    ]
    told = [one for one in found if one.says_something]
    if len(told) > 1 and len(told) >= len(found) - 1 and not any(map(is_torn, told)):
        return told
    statement.unanimous, statement.counts, statement.groups = None, {}, {}
    return [statement] if statement.outcome is not None else []
