"""Sentences without a verb that tell an outcome: "Mit Einverständnis abgesetzt.", "Vertagt in die Maisitzung"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.result_lines.results import covers_all, names_sides
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement

_LONGEST_ENDING = 100
_FEW_WORDS = 12
_VERB = lazy(
    r"\b(?:ist|sind|wird|werden|wurde|wurden|hat|haben|habe|sei|seien|war|waren|soll|sollen|kann|können|muss|möge)\b"
)
_FATES = (Outcome.POSTPONED, Outcome.REFERRED)
_WHITHER = lazy(
    r"(?:(?:vertagt|zurückgestellt)\s+(?:(?:bis|auf|in|zur|zum)\b(?!\s(?:antrag|wunsch|bitte)\b)|(?:mangels"
    r"|wegen|aufgrund|infolge|angesichts)\b)"
    r"|(?:verwiesen|überwiesen|zurückverwiesen)\s+(?:an|in|zur)\b)[^.;:,?!]{2,100}"
)

_WITHOUT_SUBJECT = lazy(
    r"(?:wird|wurde)\s+(?:(?:auf|bis|in|von|zur|zum|an|vorerst|einvernehmlich)\s+(?:[\w.-]+\s+){1,5}?)?"
    r"(?:abgesetzt|vertagt|zurückgestellt|verschoben|verwiesen|überwiesen|zurückgezogen)\b(?!\s*,?\s*(?:so|ist"
    r"|dann|muss|gilt|wird)\b)"
)
_PUT_OFF = lazy(
    r"(?:(?:(?:beratung|entscheidung) und )?(?:entscheidung|beschlussfassung|beratung|behandlung|abstimmung"
    r"|punkt|vorlage|antrag)\s+)?"
    r"(?:vertagt|zurückgestellt|abgesetzt|verschoben)\s*(?:[,;:(][^.;:?!]{2,80})?[.!]?"
)
_MANNER = lazy(r"(?:ohne|nach|mit|auf|einvernehmlich|zustimmend|wohlwollend|dankend|lediglich|nur)\b(?!\s+bescheid\b)")
_AT_END = lazy(
    r"(?:,\s+|(?<!art)(?<!zur)(?<!status)(?<!beratung):\s+|\s[–-]\s+)"
    r"(?:(?:zur\s+)?(?:kenntnisnahme|kenntnis\s+genommen)|zur\s+kenntnis)[.]?$|^(?:zur\s+)?kenntnisnahme[.]$"
)
_ELECTION = lazy(r"(?:\d{1,2}[.)]\s+)?(?:neu|nach|ergänzungs)?wahl\b")
_NUMBERED = lazy(r"\d{1,2}[.)]\s")
_SPREAD_AT_END = lazy(
    r"[,;:]\s+(?:einstimmig|einst\.|einmütig|einhellig)"
    r"(?:\s+(?:erteilt|gewährt|eingeräumt|gestattet|zugelassen|bewilligt|gebilligt|befürwortet|bestätigt"
    r"|festgestellt))?[.]?$"
)

_OBJECTIONS = ("einw", "beanstandung", "bedenken", "änderungswünsche")
_UNOPPOSED = lazy(
    r"(?:^|(?<=: )|(?<=:\n)|(?<=\n))((?:ohne|keine?) (?:einw[aä]nde?|einwand|einwendungen|beanstandung(?:en)?)"
    r"|(?:einwände|einwendungen|bedenken|beanstandungen|änderungswünsche)(?:\s(?:dagegen|hiergegen|hierzu|dazu))?"
    r"\s(?:werden|gibt es|liegen|bestehen|erheben sich)\s(?:nicht|keine)"
    r"(?:\s(?:erhoben|vorgebracht|geltend gemacht|geäußert|vor))?)[.!]?$"
)
_APPROVED = lazy(r"\b(?:niederschrift|protokoll|tagesordnung)")


def is_elliptic(folded: str, statement: Statement) -> bool:
    """A short sentence without a verb that ends in the outcome: "Mit Einverständnis des Ausschusses abgesetzt."."""
    start, end = statement.start, statement.end
    said = statement.outcome_span or (start, start)
    words = folded[slice(*said)].split()
    return (
        bool(words)
        and (len(words) == 1 or words[0] not in words_of("result_words", "finite"))
        and not folded[said[1] : end].strip(" .!)")
        and folded[end - 1] == "."
        and len(folded[start:end].split()) <= _FEW_WORDS
        and _VERB.search(folded, start, end) is None
    )


def is_bare(context: Context, statement: Statement) -> bool:
    """A sentence that is nothing but the spread of a vote: "Einstimmig.", "Einmütig bei zwei Enthaltungen."."""
    start, end = statement.start, statement.end
    bare = context.text[start].isupper() and context.text[end - 1] in ".!"
    if not bare:
        return False
    spread = statement.spread_span is not None and covers_all(context.folded, start, end)
    return spread or names_sides(context.text, context.folded, start, end)


def unopposed(context: Context, statement: Statement) -> Statement | None:
    """The approval of minutes or of an agenda that but says that nobody objected: "Niederschrift: ohne Einwände."."""
    start, end = statement.start, statement.end
    words = context.folded[start:end]
    told = _UNOPPOSED.search(words) if any(map(words.__contains__, _OBJECTIONS)) else None
    if told is None:
        return None
    item = context.section_at(start).item
    title = context.items[item].fact.evidence[0] if item is not None else None
    label = context.folded[start : start + told.start()]
    if not label.strip() and title:
        label = context.folded[title.start : title.end]
    if not _APPROVED.search(label):
        return None
    statement.outcome, statement.outcome_span = Outcome.ADOPTED, (start + told.start(1), start + told.end(1))
    statement.rule = "outcomes.adopted_tacit"
    return statement


def opens_with_fate(folded: str, statement: Statement, end: int) -> bool:
    """A clause up to ``end`` that opens with what became of the matter, and whither: "Vertagt in die Maisitzung"."""
    if statement.outcome not in _FATES:
        return False
    start = statement.start
    if without_subject(folded, statement) or _PUT_OFF.fullmatch(folded, start, statement.end):
        return True
    told = _WHITHER.match(folded, start, end)
    return (
        told is not None
        and not folded[told.end() : end].strip(" .")
        and folded[statement.end - 1] != "?"
        and _VERB.search(folded, statement.start, end) is None
    )


def without_subject(folded: str, statement: Statement) -> bool:
    """A sentence that leaves out its subject, the item: "Wird abgesetzt, da Unterlagen fehlen."."""
    return (
        _WITHOUT_SUBJECT.match(folded, statement.start, statement.end) is not None and folded[statement.end - 1] != "?"
    )


def opens_with_manner(folded: str, statement: Statement) -> bool:
    """An elliptic sentence that opens with how it came to the outcome: "Ohne Aussprache zur Kenntnis genommen."."""
    return is_elliptic(folded, statement) and _MANNER.match(folded, statement.start, statement.end) is not None


def noted_at_end(context: Context, statement: Statement) -> Statement | None:
    """An elliptic sentence of an item that ends in the noun: "Bericht der Verwaltung, Kenntnisnahme."."""
    noted = context.folded.find("kenntnis", statement.start, statement.end) >= 0
    told = _ending(context, statement, _AT_END) if noted else None
    if told is None:
        return None
    statement.outcome, statement.outcome_span, statement.rule = Outcome.NOTED, told, "outcomes.noted_status"
    statement.weak = False
    return statement


def told_at_end(context: Context, statement: Statement) -> Statement | None:
    """The statement where an elliptic sentence of an item ends in a spread: "Spende der Sparkasse, einst."."""
    if not _ending(context, statement, _SPREAD_AT_END):
        return None
    if _ELECTION.match(context.folded, statement.start, statement.end):
        statement.outcome, statement.outcome_span = Outcome.ELECTED, statement.spread_span
    return statement


def _is_procedural(context: Context, start: int, end: int) -> bool:
    """Whether a sentence opens with what is voted on by the way: "Rederecht für Frau N.N.: einstimmig erteilt."."""
    kind = matcher("vote_kinds").first(context.folded, start, end)
    return kind is not None and kind.start == start


def _ending(context: Context, statement: Statement, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    start, end = statement.start, statement.end
    told = pattern.search(context.folded, max(start, end - _LONGEST_ENDING), end)
    if told is None:
        return None
    itemised = (
        context.section_at(start).item is not None
        or _NUMBERED.match(context.folded, start, end) is not None
        or _is_procedural(context, start, end)
    )
    if not itemised or _VERB.search(context.folded, start, end):
        return None
    return (
        (told.start() + len(told[0]) - len(told[0].lstrip(" ,:–-")), told.end())
        if len(context.folded[start:end].split()) <= _FEW_WORDS
        else None
    )
