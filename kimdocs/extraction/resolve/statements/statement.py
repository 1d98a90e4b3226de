"""A statement of a result: outcome, spread and counts that one piece of text gives together."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.forms.box import is_blank_form, is_ticked, is_ticked_otherwise
from kimdocs.extraction.recognise.groups.counts import GroupCount, group_counts
from kimdocs.extraction.recognise.groups.group import summed
from kimdocs.extraction.recognise.groups.ledger import read_ledger, tokens_of
from kimdocs.extraction.recognise.groups.ledger_lines import ledger_in
from kimdocs.extraction.recognise.groups.persons import persons_abstaining, persons_against, persons_listed
from kimdocs.extraction.recognise.groups.side_totals import side_totals
from kimdocs.extraction.recognise.outcome import read_missed_majority, read_outcome, read_unanimity
from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.recognise.votes.foreign import own_counts
from kimdocs.extraction.recognise.votes.vote import may_count
from kimdocs.extraction.resolve.statements.alike import form_of, keep_likeness, read_once, take_likeness
from kimdocs.extraction.resolve.statements.counts import read_counts, read_table, turn
from kimdocs.extraction.resolve.statements.fate import read_bracket
from kimdocs.extraction.resolve.statements.group_votes import read_groups, sum_of_groups
from kimdocs.extraction.resolve.statements.own_side import take_refusal
from kimdocs.extraction.result_lines.legends import legend, order
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.groups.group import Groups
    from kimdocs.extraction.recognise.outcome import OutcomeMention
    from kimdocs.extraction.recognise.tallies.line import LineTally
    from kimdocs.model.decision import DecisionType

_SPACED = lazy(r"\d{1,3}(?:[ \t]+\d{1,3}){2}")
_PAGE = lazy(r"\s*\n\s*(?:[-–]\s?\d{1,3}\s?[-–]|seite\s\d{1,3}(?:\s(?:von|/)\s\d{1,3})?)\s*$")
_OPENINGS = (
    r"[(\s-]*(?:damit|somit|demnach|folglich|mithin|demzufolge|also)\s+(?:ist|sind|wird|bleibt|gilt)\b|"
    r"(?:sie|er|es|diese|dieser|dieses) (?:ist|gilt|gelten|sind) (?:damit|somit|daher|mithin)\b|"
    r"(?:der|die) (?:tagesordnungspunkt|punkt|sache|angelegenheit) (?:ist|gilt) (?:damit|somit)\b|"
    r"(?:die vorlage|der \w*antrag|der \w*vorschlag) (?:ist|gilt) "
    r"(?:(?:damit|somit)\b|(?:als )?(?:angenommen|abgelehnt)\b)"
    r"|(?:die|der|das|ein|eine) [\w-]+ (?:kommt|kam|ist|sind|gilt|findet|fand|hat) (?:\w+ )?"
    r"(?:damit|somit|mithin|demnach|folglich)\b"
    r"|\((?:abgelehnt|angenommen)\b"
)
_OPPOSED = lazy(r"\bzustimmung:?\s[^\d;.\n]{2,80};\s*ablehnung:?\s+[^\W\d]")
_CARRIED_AGAINST = lazy(r"gegen\s+(?:\d{1,2}|eine|zwei|drei|vier|fünf|sechs|sieben|acht)\s+stimmen?(?=\s{2}|\s*$)")
_CONCLUSION = lazy(_OPENINGS.replace(" ", r"\s+"))


class Source(IntEnum):
    """How a statement is made: in a status field, under a label, as a line of its own, in a sentence, in a table."""

    STATUS = 1
    RESULT = 2
    LINE = 3
    PROSE = 4
    TABLE = 5


@dataclass(slots=True)
class Statement:
    """One statement of a result at ``text[start:end]``. What it does not say is None.

    ``listed`` is the number of the row of a table of acts that makes it, "-" where the row has none. ``body`` is the
    body that decided, where a row names it; ``dated`` is where the date of a row in a Beratungsfolge starts. ``asked``
    is a vote that the chair counts question by question.
    """

    source: Source
    start: int
    end: int
    outcome: Outcome | None = None
    outcome_span: tuple[int, int] | None = None
    spread_span: tuple[int, int] | None = None
    amended: bool = False
    unanimous: bool | None = None
    counts: dict[str, int] = field(default_factory=dict)
    groups: Groups = field(default_factory=dict)
    secret: bool = False
    roll_call: bool = False
    weak: bool = False
    firm: bool = False
    quoted: bool = False
    remainder: bool = False
    opposed: bool = False
    missed: bool = False
    unclear: frozenset[str] = frozenset()
    own_text: bool = False
    concludes: bool = False
    aside: bool = False
    kind: DecisionType | None = None
    ticked: bool = False
    listed: str = ""
    body: str | None = None
    dated: int = -1
    asked: bool = False
    rule: str = "votes.counts"

    @property
    def says_something(self) -> bool:
        """Whether it tells an outcome, a spread or a count of votes, or under a label the votes of groups."""
        told = self.outcome is not None or self.unanimous is not None or self.has_counts
        return told or (self.source is Source.RESULT and len(self.groups) > 1)

    @property
    def has_counts(self) -> bool:
        """Whether it gives a count of votes."""
        counts = self.counts
        return "yes" in counts or "no" in counts or "abstain" in counts

    def take(self, mention: OutcomeMention) -> None:
        """Takes the outcome that words tell."""
        self.outcome, self.outcome_span = mention.outcome, (mention.start, mention.end)
        self.amended, self.weak, self.firm = mention.amended, mention.weak, mention.firm
        self.rule = mention.rule


def read_statement(context: Context, start: int, end: int, source: Source) -> Statement:
    """What ``text[start:end]`` says about a result."""
    statement = Statement(source, start, end)
    if start == end:
        return statement
    return read_once(context, statement, _read_sentence if source is Source.PROSE else _read_result)


def _read_sentence(context: Context, statement: Statement) -> None:
    _read(context, statement, None)


def _read_result(context: Context, statement: Statement) -> None:
    """Puts in what is said of a result under a label, in a field or on lines of its own."""
    start, end = statement.start, statement.end
    if page := _PAGE.search(context.folded, start, end):
        statement.end = end = page.start()
    whole = line_tally(context.ticked[start:end], order(context))
    if whole and not legend(context) and _SPACED.fullmatch(context.text, start, end) and _may_begin_with_present(whole):
        return
    form = form_of(context, statement)
    if form and take_likeness(context, form, statement, whole):
        return
    statement.ticked = is_ticked(context.ticked, start, end)
    if not whole and is_blank_form(context.ticked, start, end):
        read_bracket(context.ticked, statement)
    elif carried := _CARRIED_AGAINST.match(context.folded, start, end):
        _read(context, statement, whole)
        if statement.outcome is None:
            statement.outcome, statement.outcome_span = Outcome.ADOPTED, carried.span()
    elif not _read(context, statement, whole) and form:
        keep_likeness(context, form, statement, whole)
    statement.amended |= statement.ticked and is_ticked_otherwise(context.ticked, start, end)


def _may_begin_with_present(whole: LineTally) -> bool:
    """Whether the first of three numbers that but blanks part is the sum of the others: perhaps those present."""
    counts = whole.counts
    return counts.keys() == {"yes", "no", "abstain"} and counts["yes"] == counts["no"] + counts["abstain"]


def _read(context: Context, statement: Statement, whole: LineTally | None) -> bool:
    """Puts in all that a statement says; tells whether it has a table of votes."""
    folded, source = context.ticked, statement.source
    _read_words(folded, statement, whole.names if whole else ())
    _read_votes(context, statement, whole)
    tabled = source is not Source.PROSE and read_table(context, statement)
    if not _read_opposed(context, statement):
        read_groups(context, statement, prose=source is Source.PROSE)
    if source in (Source.STATUS, Source.RESULT) and not statement.has_counts:
        statement.counts |= summed(statement.groups, statement.outcome)
    _read_persons(context, statement)
    take_refusal(folded, statement)
    if statement.outcome is not None and source in (Source.PROSE, Source.LINE) and not statement.has_counts:
        elected = statement.outcome is Outcome.ELECTED and statement.firm
        statement.concludes = statement.missed or elected or is_conclusion(folded, statement.start, statement.end)
    read_ballot(context, statement, statement.start)
    return tabled


def _read_opposed(context: Context, statement: Statement) -> bool:
    """Takes the groups on each side of "Zustimmung CDU, SPD; Ablehnung FDP"; tells whether there are any."""
    span = statement.start, statement.end
    if statement.source is Source.PROSE or not _OPPOSED.search(context.folded, *span):
        return False
    told = read_ledger(tokens_of(context.text, context.folded, *span))
    statement.groups = told.groups if told else {}
    return bool(told)


def _read_votes(context: Context, statement: Statement, whole: LineTally | None) -> None:
    """Counts and groups: those of a line that holds nothing else, of each side's list, of each group, or in words."""
    span = statement.start, statement.end
    if whole:
        statement.counts = dict(whole.counts)
        turn(context.folded, span, statement)
    if whole or not may_count(context.ticked, *span):
        return
    if statement.source is Source.PROSE and (own := own_counts(context.ticked[slice(*span)])):
        read_counts(context.text[slice(*span)], own, (0, len(own)), statement, order(context), ratio=False)
    elif statement.source is not Source.PROSE and (told := ledger_in(context.text, context.ticked, *span)):
        statement.counts, statement.groups = told
    elif totals := side_totals(context.text, context.ticked, *span):
        statement.counts, statement.groups = totals.counts, dict(totals.groups)
    elif by_group := group_counts(context.text, context.ticked, *span):
        _read_by_group(context, statement, by_group)
    else:
        ratio = statement.source is not Source.PROSE
        read_counts(context.text, context.ticked, span, statement, order(context), ratio=ratio)


def _read_persons(context: Context, statement: Statement) -> None:
    """Counts of those who are named in place of a number."""
    folded, start, end = context.folded, statement.start, statement.end
    if statement.says_something and not {"abstain"} & (statement.counts.keys() | statement.unclear):
        persons = persons_abstaining(context.text, folded, start, end)
        statement.counts |= {"abstain": persons} if persons else {}
    if statement.source is not Source.PROSE and statement.unanimous is not None:
        statement.counts = persons_listed(context.text, start, end) | statement.counts
    if (
        statement.source is Source.PROSE
        and "yes" in statement.counts
        and "no" not in statement.counts.keys() | statement.unclear
    ):
        persons = persons_against(context.text, start, end)
        statement.counts |= {"no": persons} if persons else {}


def _read_by_group(context: Context, statement: Statement, counted: list[GroupCount]) -> None:
    """Counts that stand beside a group's name are the group's own; the vote's are what is left."""
    rest = list(context.ticked[statement.start : statement.end])
    for count in counted:
        sides = statement.groups.setdefault(count.name, {})
        if count.side not in sides:
            sides[count.side] = count.number
        if count.own:
            rest[count.start - statement.start : count.end - statement.start] = " " * (count.end - count.start)
    text = context.text[statement.start : statement.end]
    ratio = statement.source is not Source.PROSE
    read_counts(text, "".join(rest), (0, len(rest)), statement, order(context), ratio=ratio)
    if statement.source is Source.RESULT or (statement.source is Source.PROSE and statement.outcome is not None):
        sum_of_groups(statement, counted)


def read_ballot(context: Context, statement: Statement, start: int) -> None:
    """Marks the statement as a secret ballot or a roll call where the text from ``start`` on says that it was one."""
    folded, end = context.folded, statement.end
    if folded.find("geheim", start, end) >= 0 or folded.find("namentlich", start, end) >= 0:
        ways = {match.entry.value for match in matcher("ballots").findall(folded[start:end])}
        statement.secret = "secret" in ways
        statement.roll_call = "roll_call" in ways


def take_firmer(folded: str, statement: Statement) -> None:
    """Puts in what a sentence without a vote says beside words that need one, if anything."""
    mention = read_outcome(folded, statement.start, statement.end, weak=False)
    if mention and not mention.silent:
        statement.take(mention)


def _read_words(folded: str, statement: Statement, names: tuple[tuple[int, int], ...]) -> None:
    """Outcome and spread; the ``names`` of the sides in a line of counts tell none."""
    start, end = statement.start, statement.end
    spread = read_unanimity(folded, start, end)
    if spread:
        statement.unanimous = spread[0]
        statement.spread_span = (spread[1].start, spread[1].end)
        statement.rule = spread[1].entry.rule
    status = statement.source is not Source.PROSE and _OPPOSED.search(folded, start, end) is None
    mention = read_outcome(folded, start, end, status=status)
    if mention and any(low <= mention.start - start < high for low, high in names):
        mention = read_outcome(folded, start, end)
    if mention and not mention.silent:
        statement.take(mention)
    missed = read_missed_majority(folded, start, end)
    if missed:
        statement.outcome, statement.outcome_span = Outcome.REJECTED, (missed.start, missed.end)
        statement.amended = statement.weak = False
        statement.firm = statement.missed = True
        statement.rule = missed.entry.rule
    rest = matcher("remainder").first(folded, start, end)
    if rest:
        statement.outcome = Outcome(rest.entry.value)
        statement.outcome_span = (rest.start, rest.end)
        statement.remainder = True
        statement.rule = rest.entry.rule


def is_conclusion(folded: str, start: int, end: int) -> bool:
    """Whether a sentence opens as one that says what came of a vote: "Damit ist …", "Der Antrag ist somit …"."""
    return _CONCLUSION.match(folded, start, end) is not None
