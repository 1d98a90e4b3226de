"""What became of a matter, told beside bare counts or an empty form: by its label, the line above or a bracket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.resolve.statements.line_pieces import concluded
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line
    from kimdocs.extraction.recognise.outcome import OutcomeMention
    from kimdocs.extraction.resolve.statements.statement import Statement

_MOTION = lazy(
    r"(?:\((?:antrag auf )?|\b(?:antrag auf|zur|über die) )(vertagung|verweisung|überweisung"
    r"|rücküberweisung|zurückverweisung|absetzung|zurückstellung)\b(?=\)|[^\n(]{0,60}$)"
)
_RATIO = lazy(r"\d ?[:/-] ?\d|\d zu \d")
_LONGEST_COUNTED = 100
_LONGEST_TEXT = 300
_ACTS = lazy(
    r"\s*(?:beschlu(?:ss|ß)\w*[^\n:]{0,30}:?\s*)?(?P<who>(?:der|die|das)\s+(?:[\w,./-]+\s+){1,8}?)"
    r"(?:verweist|verwies|überweist|überwies|vertagte?|verschiebt|verschob|schiebt|schob|stellte?|setzte?|nimmt|nahm)\b"
)
_BESIDE = lazy(
    r"(?<!nicht )\b(?:vertagt|zurückgestellt|abgesetzt|verschoben|zurückverwiesen|verwiesen|überwiesen"
    r"|zurückgezogen)\.?(?=\s{2,}$)"
)
_FATES = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.NOTED)
_FATE = lazy(r"\(((?:vertagt|zurückgestellt|abgesetzt|verschoben|verwiesen|überwiesen|zurückgezogen)\b[^()\n]{0,60})\)")


def take_motion(context: Context, statement: Statement, start: int, end: int) -> None:
    """Puts in what became of a matter whose label names the motion that was carried: "Abstimmung (Vertagung): …"."""
    carried = statement.counts.get("yes", 0) > statement.counts.get("no", 0) or statement.unanimous
    open_one = statement.outcome in (None, Outcome.ADOPTED)
    motion = _MOTION.search(context.folded, start, end) if carried and open_one else None
    if motion:
        statement.outcome = Outcome.REFERRED if motion[1].endswith("weisung") else Outcome.POSTPONED
        statement.outcome_span = motion.span(1)


def take_line_before(context: Context, statement: Statement) -> None:
    """Gives bare counts the fate that the line right above begins with: "verwiesen in den Bauausschuss⏎21/11/2".

    So does what ends right before them on their line: "Entscheidung vertagt.    A: 13:2".
    """
    index = context.line_at(statement.start)
    beside = _BESIDE.search(context.folded, context.lines[index].start, statement.start)
    mention = read_outcome(context.folded, *beside.span(), status=True) if beside else None
    if mention:
        statement.outcome, statement.rule = mention.outcome, mention.rule
        statement.outcome_span = (mention.start, mention.end)
        return
    before = context.lines[index - 1] if index else context.lines[0]
    of_above = index > 1 and concluded(context, index - 1) is not None
    if index and not of_above and (mention := _fate_line(context, before)):
        statement.outcome, statement.rule = mention.outcome, mention.rule
        statement.outcome_span = (mention.start, mention.end)
        statement.start = before.start


def _fate_line(context: Context, line: Line) -> OutcomeMention | None:
    """The outcome that a short line without verb and ratio begins with: "verwiesen in den Ausschuss für Bauwesen"."""
    if not 0 < line.end - line.start <= _LONGEST_COUNTED or context.text[line.end - 1] in ".:;,?":
        return None
    if _RATIO.search(context.folded, *line):
        return None
    mention = read_outcome(context.folded, line.start, line.end, status=True)
    return mention if mention and mention.start == line.start and not mention.silent else None


def acted_fate(folded: str, start: int, end: int) -> Outcome | None:
    """What a body does with the matter in a text that does nothing else: "Der Rat verweist den Antrag in den …"."""
    opening = _ACTS.match(folded, start, end) if end - start <= _LONGEST_TEXT else None
    if opening is None:
        return None
    who = matcher("deciders").findall(folded, opening.start("who"), opening.end("who"))
    told = [m.entry for m in matcher("outcomes").findall(folded, opening.start("who"), end)]
    said = {Outcome(entry.value) for entry in told if not {"status", "silent", "weak"} & entry.attributes.keys()}
    fate = said.pop() if len(said) == 1 else None
    return fate if fate in _FATES and any(m.entry.value == "body" for m in who) else None


def read_bracket(folded: str, statement: Statement) -> None:
    """What a bracket tells of the matter behind a form that nobody filled in: "(vertagt auf den 3. Mai)"."""
    bracket = _FATE.search(folded, statement.start, statement.end)
    mention = read_outcome(folded, *bracket.span(1), status=True) if bracket else None
    if mention and mention.start == (bracket.start(1) if bracket else -1):
        statement.take(mention)
