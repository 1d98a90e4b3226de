"""Votes that verbatim minutes count question by question: "Wer ist dafür? – 15. Gegenstimmen? – 4."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.numerals import whole_number
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

    Rounds = list[list[re.Match[str]]]

_OPENING = (
    r"(?:\b(?:und |nun |jetzt |dann |bitte )*"
    r"(?:wer|gibt es|gab es|sind|ist|hat|haben|ich bitte um|ich frage nach|bitte|die|zur)\b[^?!.:]{0,50}?)?"
)
_AGAINST = (
    r"\bdagegen|\bgegen[\w-]*stimmen?|\bgegenprobe|\bnein(?:-?stimmen)?|\bgegen (?:de[nr]|die|das|diesen?"
    r"|dieses)\b[^?!.:]{3,60}"
    r"|\blehnt[^?!.:]{0,30}\bab"
)
_ABSTAINING = r"\b(?:stimm)?enthaltung(?:en)?|\benthält sich(?: der stimme)?|\bsich(?: der stimme)? enthalten"
_QUESTION = lazy(
    rf"{_OPENING}(?:(?P<both>\bgegenstimmen?\s?(?:,|und|oder|bzw\.)\s?(?:stimm)?enthaltung(?:en)?)|(?P<no>{_AGAINST})"
    rf"|(?P<abstain>{_ABSTAINING}))(?: bitte)?(?:\s?\?|(?<=gegenprobe)[!.:]|(?<=gegenprobe bitte)[!.])"
)
_NONE = (
    r"(?:(?:ich )?sehe ich (?:keine\w?|auch keine|nicht)|ich sehe (?:auch )?(?:keine\w?|niemanden)"
    r"|das ist (?:auch )?nicht der fall"
    r"|gibt es (?:auch )?(?:keine|nicht)|(?:auch )?(?:keine[r]?|niemand|null)|nicht der fall|auch nicht|nein)\b"
)
_WHOSE = (
    r"(?:\s(?:ja|nein)\b|\s(?:ja-?|nein-?|gegen)?stimmen?|\senthaltung(?:en)?|\smitglieder|\spersonen|\sdafür"
    r"|\sdagegen|\shände"
    r"|\smal|\szustimmungen)*"
)
_SAID = (
    r"(?:(?:das|es) (?:sind|ist|waren)|ich (?:zähle|sehe|habe)|wir (?:zählen|haben)|danke[,.]?|gut[,.]?)?"
    r"\s?(?:insgesamt |genau |noch einmal |ebenfalls |wieder |nur )?"
)
_ANSWER = rf"{_SAID}(?:(?P<none>{_NONE})|(?P<number>\d{{1,3}}|[a-zäöüß]{{3,16}})){_WHOSE}"
_BEHIND = lazy(rf"[\s(–„“”\"«»-]{{0,6}}{_ANSWER}\s?(?=[.!,;)–-]|$|\n)")
_BEFORE = lazy(rf"(?:[?!.:)][“”\"«]?\s*[–-]?|\s[–-]|\n)\s*\(?(?P<answer>{_ANSWER})\s?[.!;,)]*\s*[–-]?\s*$")
_WORDS = lazy(r"[\s(–„“”\"«»-]*[^?!.]{3,110}[.!)]")
_FOR = lazy(
    r"\b(?:dafür|zustimm\w*|stimmt?|handzeichen|kartenzeichen|hand|hände|votum|karten?|ja(?:-?stimmen)?|folgen"
    r"|abstimm\w*|annehmen"
    r"|für (?:de[nr]|die|das|diesen?|dieses)|zeichen)\b"
)
_SENTENCE = lazy(r"[.?!]\s|\n\s*\n|\):?\s|^")
_ASIDE = lazy(
    r"(?:[.!,;)\s–„“”\"«»-]|\((?:beifall|geschieht|heiterkeit)[^)\n]{0,40}\)|\b(?:vielen dank|danke(?: schön)?"
    r"|gut)[.!])*"
)
_TOLD = lazy(
    r"(?:damit|auch|ziffer|punkt|dann|somit|also|so|demnach|mithin|bei|mit|der|die|das|dem|es|ist|sind"
    r"|einstimmig|mehrheitlich"
    r"|angenommen|abgelehnt"
    r"|beschlossen|genehmigt|zugestimmt|überwiesen|verwiesen|vertagt)\b[^?]{0,260}?(?:[.!](?=\s|$)|(?=\n[ \t]*\n)|$)"
)
_BEFORE_IT = 260
_SOON = 140


def asked_votes(context: Context) -> Iterator[Statement]:
    """A statement for each round of questions with its answers, and with the words that say what came of it."""
    done = 0
    for questions in _rounds(context):
        read = _Round(context, max(done, questions[0].start() - _BEFORE_IT), questions)
        statement = read.statement()
        if statement is not None:
            done, statement.asked = statement.end, True
            yield statement


def _rounds(context: Context) -> Rounds:
    """The questions of each round in order: those against first, then who abstains."""
    rounds: Rounds = []
    done = 0
    for anchor in anchor_offsets(context.folded, "asked"):
        if anchor < done:
            continue
        begin = max(done, context.folded.rfind("\n\n", done, anchor), anchor - _SOON)
        hit = next((q for q in _QUESTION.finditer(context.folded, begin, anchor + _SOON) if q.end() > anchor), None)
        if hit is None:
            continue
        done = hit.end()
        if rounds and hit["abstain"] and _goes_on(context, rounds[-1], hit):
            rounds[-1].append(hit)
        else:
            rounds.append([hit])
    return rounds


def _goes_on(context: Context, before: list[re.Match[str]], question: re.Match[str]) -> bool:
    """Whether a question who abstains is of the round of those before it."""
    near = question.start() - before[-1].end() < _SOON
    return near and before[-1]["no"] is not None and "\n\n" not in context.folded[before[-1].end() : question.start()]


class _Round:
    """One round of questions in a text, from the answer to who is for it to what came of it."""

    def __init__(self, context: Context, low: int, questions: list[re.Match[str]]) -> None:
        self._context, self._low, self._questions = context, low, questions
        self._start, self._end = questions[0].start(), questions[-1].end()
        self._counts: dict[str, int] = {}
        self._answered = True

    def statement(self) -> Statement | None:
        """What the round tells; None where it tells neither an outcome nor how both sides voted."""
        self._read_against()
        self._read_for()
        told = self._told()
        if told is None:
            both = {"yes", "no"} <= self._counts.keys()
            silent = self._counts.get("no") == 0 == self._counts.get("abstain") and self._answered
            return Statement(Source.LINE, self._start, self._end, counts=self._counts) if both or silent else None
        told.source, told.start, told.end = Source.LINE, self._start, max(told.end, self._end)
        told.counts = {**told.counts, **self._counts}
        return told

    def _read_against(self) -> None:
        """Takes the answers of those against and of those who abstain; a question without one shares the next."""
        open_sides: list[str] = []
        for question, following in zip(self._questions, [*self._questions[1:], None], strict=True):
            sides = ["no", "abstain"] if question["both"] else ["no"] if question["no"] else ["abstain"]
            answer = _BEHIND.match(self._context.folded, question.end())
            if following and (answer is None or answer.end() > following.start()):
                silent = not self._context.folded[question.end() : following.start()].strip(" \n-–(")
                open_sides = sides if silent else []
                self._answered &= silent
                continue
            number = _number(answer) if answer else None
            if answer is None or number is None:
                self._answered = False
                words = _WORDS.match(self._context.folded, question.end())
                self._end = words.end() if words else question.end()
                continue
            self._end = answer.end()
            if number == 0:
                sides, open_sides = [*open_sides, *sides], []
            if number == 0 or len(sides) == 1:
                self._counts |= dict.fromkeys(sides, number)

    def _read_for(self) -> None:
        """Takes the answer to who is for it, which stands right before the first of the other questions."""
        folded, start = self._context.folded, self._start
        before = _BEFORE.search(folded, max(self._low, start - _BEFORE_IT), start)
        if before is None:
            return
        number = _number(before)
        asked = _FOR.search(folded, self._low, before.end())
        if number is None or before["none"] or asked is None:
            return
        self._counts["yes"] = number
        ends = [hit.end() for hit in _SENTENCE.finditer(folded, self._low, before.start())]
        self._start = max([self._low, *ends])

    def _told(self) -> Statement | None:
        """What a sentence right behind the round says came of it."""
        folded = self._context.folded
        begin = _ASIDE.match(folded, self._end)
        hit = _TOLD.match(folded, begin.end()) if begin else None
        if hit is None:
            return None
        told = read_statement(self._context, *hit.span(), Source.PROSE)
        clash = any(told.counts[side] != self._counts[side] for side in told.counts.keys() & self._counts.keys())
        if clash or (told.outcome in (None, Outcome.NONE) and told.unanimous is None):
            return None
        return told


def _number(answer: re.Match[str]) -> int | None:
    return 0 if answer["none"] else whole_number(answer["number"])
