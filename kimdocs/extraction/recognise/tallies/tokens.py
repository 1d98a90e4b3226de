"""The pieces of a line of counts: names of sides, numbers, and words of results that say no count."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import NamedTuple

from kimdocs.extraction.memo import kept
from kimdocs.extraction.numerals import number_word
from kimdocs.lexicon import load, matcher, words_of
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

_MOST = 999
_PIECE = lazy(r"\d+|[^\W\d_]+")
_FIRST_WORD = lazy(r"[^\W\d_]+")
_LAST_WORD = lazy(r"[^\W\d_]+$")
_BEHIND_WORDS = " \n.,;/|()[]-=+*0123456789"
_LONGEST_WORD = 40
_LONGEST_FORM = 80
_LONG_NUMBER = lazy(r"\d{4}")
_ONES = bytes.maketrans(b"23456789", b"11111111")
_ROW = lazy(r"[\s(]*(?:[a-h]|\d{1,2})\)\s+")
_DIGIT = lazy(r"\d")
# "Für 17 Mitglieder stimmen 5": what is voted for, not how many did
VOTED_FOR = lazy(r"für \d{1,3} (?!stimm)[a-zäöüß-]{4,30} (?:stimm|votier)(?:en|t|ten|te)\b")
_BROKEN_NUMBER = lazy(r"[.,]\d")
_AROUND_LABEL = lazy(
    r"(?:\s+(?:zu[mr]?|über|de[rs]|durch|im|in)\s(?:[^:\d]|(?:19|20)\d\d(?!\d)){1,90}?|\s+[^\W\d_]{2,}"
    r"|\s+(?:\w*antrag|\w*vorlage|bv|beschluss\w*|vorschlag|variante|ziffer|punkt|nr\.|los)\s[^:\n]{1,60})?\s*:"
)
_PASSED = ("joining", "people", "counting")
_OUTCOMES = ("outcomes", "unanimity", "remainder")


class Token(NamedTuple):
    """The name of a side, or a number; neither where a word is passed over."""

    start: int
    end: int
    side: str = ""
    number: int | None = None


class TokenLine(NamedTuple):
    """The tokens of a line, its words with all blanked that is neither side nor number, and where its label ends.

    ``told``: a label or an outcome tells that it is a vote.
    """

    bare: str
    tokens: list[Token]
    label_end: int
    told: bool


@kept(1024)
def side_of(name: str) -> str | None:
    """What a (folded) name counts, alone or beside others: "zust.", "j", "dafür"."""
    return _names().get(" ".join(name.split()).replace("- ", "-").strip(" .:"))


def sides_of(count: int, order: tuple[str, ...]) -> tuple[str, ...]:
    """What so many numbers of a ratio count, where the ``order`` of a ratio is known; () where nobody can tell."""
    votes = tuple(side for side in order if side in SIDES)
    if count == len(order):
        return order
    if count == len(votes):
        return votes
    usual = SIDES[:count] if count in (2, 3) else ()
    return usual if votes[:count] == usual[: len(votes)] else ()


@cache
def _names() -> dict[str, str]:
    entries = (*load("votes"), *load("act_columns"))
    known = {
        fold(phrase).strip(" .:"): entry.value or ""
        for entry in entries
        for phrase in (*entry.phrases, *entry.attributes.get("letters", ()))
    }
    return {name: side for name, side in known.items() if side in (*SIDES, "present", "excluded", "ignore")}


@cache
def _name_openers() -> frozenset[str]:
    """The words that the names of sides start with."""
    return frozenset(word for name in _names() for word in _FIRST_WORD.findall(name)[:1])


@cache
def name_pattern() -> re.Pattern[str]:
    """The names of all sides, in the group ``name``; drawn together by their first letters, so that few are tried."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted(_names(), key=len, reverse=True):
        rest = re.escape(name[1:]).replace(r"\ ", r"\s+").replace(r"\-", r"-\s*")
        by_letter.setdefault(re.escape(name[0]), []).append(rest)
    listed = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"(?<![^\W\d_])(?P<name>{listed})(?:\(e?n\))?(?![^\W\d_]|-[^\W\d_]{{2}})")


def token_line(words: str) -> TokenLine | None:
    """The tokens of the line; None where it holds a word that is none of a vote's, or nothing is counted.

    Minutes count in the same form again and again: a line is read by its form, in which every digit but 0 is a 1, and
    its numbers are put into what was read. Where four digits stand in a row, a year may be meant, which has no form.
    """
    if len(words) > _LONGEST_FORM or _LONG_NUMBER.search(words):
        return _read(words)
    try:
        form = words.encode("latin-1").translate(_ONES)
    except UnicodeEncodeError:
        return _read(words)
    line = _form(form)
    return _filled(line, words) if line else None


@kept(1024)
def _form(form: bytes) -> TokenLine | None:
    return _read(form.decode("latin-1"))


def _filled(line: TokenLine, words: str) -> TokenLine:
    """The line of a form with the numbers that the words have in their places."""
    bare, tokens, done = line.bare, [], 0
    pieces: list[str] = []
    for token in line.tokens:
        start, end, side, number = token
        if number is not None and bare[start].isdecimal():
            digits = words[start:end]
            pieces += (bare[done:start], digits)
            done = end
            tokens.append(Token(start, end, side, int(digits)))
        else:
            tokens.append(token)
    return TokenLine("".join((*pieces, bare[done:])), tokens, line.label_end, line.told)


def _read(words: str) -> TokenLine | None:
    if not _may_count(words):
        return None
    # words of an outcome that a number parts ("Stimmen bei 2 Enthaltungen stimmt der Rat zu") would swallow it
    found = (hit for table in _OUTCOMES for hit in matcher(table).findall(words))
    said = {start: end for _, start, end in found if not _DIGIT.search(words, start, end)}
    end_of_label = _label_end(words)
    row = None if end_of_label else _ROW.match(words)
    position = row.end() if row else end_of_label
    bare = " " * position
    tokens: list[Token] = []
    while hit := _PIECE.search(words, position):
        token = _token(words, hit, said)
        if token is None:
            return None
        blank = token.number is None and not token.side
        own = " " * (token.end - token.start) if blank else words[token.start : token.end]
        bare += words[position : token.start] + own
        position = token.end
        tokens += [] if blank else [token]
    line = TokenLine(bare + words[position:], tokens, end_of_label, told=bool(end_of_label or said))
    return line if len(tokens) > 1 else None


def _may_count(words: str) -> bool:
    """Whether the words of a line may stand in counts: a quick look before all are looked up."""
    row = _ROW.match(words)
    found = _FIRST_WORD.findall(words, row.end() if row else 0)
    opens = not found or found[0] in openers() or number_word(found[0]) is not None
    if opens and (not found or _may_be_told(found)) and _may_end(words):
        return True
    if not any(map(words.__contains__, _pieces_of_outcomes())):
        return False
    return opens or _opens_outcome(words, words.index(found[0], row.end() if row else 0))


def _opens_outcome(words: str, start: int) -> bool:
    """Whether the pattern of an outcome matches at a place."""
    return any(matcher(table).opens_pattern(words, start) for table in _OUTCOMES)


def _may_be_told(found: list[str]) -> bool:
    """Whether all words are known, where the first may open counts, but behind a label or in the gap of a phrase."""
    first, words = found[0], set(found)
    if matcher("vote_labels").starts_with(first) or all(number_word(word) is not None for word in words - _allowed()):
        return True
    gapped = _gapped()
    return any(rest <= words for word in gapped.keys() & words for rest in gapped[word])


def _may_end(words: str) -> bool:
    bare = words.rstrip(_BEHIND_WORDS)
    last = _LAST_WORD.search(bare, max(0, len(bare) - _LONGEST_WORD))
    return last is None or last[0] in _known() or number_word(last[0]) is not None


def may_stand(words: str) -> bool:
    """Whether all words may stand in a cell of counts: the name of a side, a number, or what is passed over."""
    return all(word in _in_cells() or number_word(word) is not None for word in _FIRST_WORD.findall(words))


@cache
def _in_cells() -> frozenset[str]:
    return frozenset(chain(*map(_FIRST_WORD.findall, _names()), *_passed()))


@cache
def openers() -> frozenset[str]:
    """The words that a side's name, an outcome, the label of a vote or a word that is passed over starts with."""
    said = (word for table in (*_OUTCOMES, "vote_labels") for word in matcher(table).first_words)
    return frozenset(chain(_name_openers(), said, *_passed()))


@cache
def _known() -> frozenset[str]:
    """All words of the names of sides and of outcomes, and those that are passed over."""
    phrases = (fold(phrase) for table in _OUTCOMES for entry in load(table) for phrase in entry.phrases)
    return frozenset(chain(*map(_FIRST_WORD.findall, (*_names(), *phrases)), *_passed()))


@cache
def _allowed() -> frozenset[str]:
    """What is known, and the endings in brackets behind names: "Stimme(n)"."""
    return _known() | {"n", "en"}


@cache
def _gapped() -> dict[str, list[set[str]]]:
    """The words of each phrase of outcomes in which other words may stand, by the first of them."""
    found: dict[str, list[set[str]]] = {}
    for phrase in (phrase for table in _OUTCOMES for phrase in matcher(table).gapped):
        words = _FIRST_WORD.findall(phrase)
        found.setdefault(words[0], []).append({*words})
    return found


@cache
def _pieces_of_outcomes() -> tuple[str, ...]:
    """One of them stands wherever a pattern of outcomes matches."""
    return tuple(dict.fromkeys(piece for table in _OUTCOMES for piece in matcher(table).pieces))


def _passed() -> tuple[frozenset[str], ...]:
    return tuple(words_of("result_words", entry) for entry in (*_PASSED, "nobody"))


def _label_end(words: str) -> int:
    """Where the label of a vote ends that the line opens with: "Abstimmung über die Vorlage:", "AE"."""
    labels = matcher("vote_labels")
    first = _FIRST_WORD.search(words)
    label = labels.first(words) if first and labels.starts_with(first[0]) else None
    if label is None or words[: label.start].strip(" (*|[-"):
        return 0
    around = _AROUND_LABEL.match(words, label.end)
    return around.end() if around else label.end


def _token(words: str, hit: re.Match[str], said: dict[int, int]) -> Token | None:
    start, end = hit.span()
    if hit[0].isdecimal():
        padded = len(hit[0]) > 1 and hit[0][0] == "0"
        fits = len(hit[0]) <= len(str(_MOST)) and not padded and not _BROKEN_NUMBER.match(words, end)
        return Token(start, end, number=int(hit[0])) if fits else None
    name = name_pattern().match(words, start) if hit[0] in _name_openers() else None
    if name and said.get(start, 0) <= name.end():
        return Token(start, name.end(), side_of(name["name"]) or "")
    number = 0 if hit[0] in words_of("result_words", "nobody") else number_word(hit[0])
    if number is not None:
        return Token(start, end, number=number)
    if start in said:
        return Token(start, said[start])
    known = any(hit[0] in words_of("result_words", entry) for entry in _PASSED)
    return Token(start, end) if known else None
