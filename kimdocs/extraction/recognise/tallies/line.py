"""Counts that are all a line says, in any notation: "J/N/E: 12/3/1", "12 J / 3 N / 1 E", "+ 12  - 3  o 1"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.memo import kept
from kimdocs.extraction.numerals import number_word
from kimdocs.extraction.recognise.tallies.order import agrees, denies, of_four
from kimdocs.extraction.recognise.tallies.tokens import VOTED_FOR, Token, TokenLine, name_pattern, sides_of, token_line
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_LONGEST = 200
_WORD = lazy(r"[^\W\d_]")
_DIGIT = lazy(r"\d")
_PLUS = lazy(r"\+ ?\d{1,3}$")
_SIGNED = lazy(
    r"[\s|]*(?:\(?\+\)?\s{0,3}(\d{1,3})[\s,;/|]+\(?-\)?\s{0,3}(\d{1,3})(?:[\s,;/|]+\(?(?:[o0=±]"
    r"|\+/-)\)?\s{0,3}(\d{1,3}))?)[\s)|.]*"
)
_WITH = lazy(r"mit\s+(?=\d{1,3}\s+stimmen?\s*(?:$|\n))")
_PAPER = lazy(r"\s\((?:(?:beschluss|beschl\.?|vorlage|drs\.?)\s?(?:-?nr\.?)?\s?)?\d[\d.-]*/(?:\d{4}|\d\d)\)\.?$")
_NAMED_AGAIN = lazy(
    r"(?<=[-–] )(?:de[rm] |die )?(?:\w*antrag|vorlage|beschluss|vorschlag|punkt) "
    r"(?=(?:ist |wird )?(?:somit |damit )?(?:angenommen|abgelehnt|beschlossen|zugestimmt|zurückgestellt|vertagt)\b)"
)
_CONCLUSIONS = ("ablehnung", "zustimmung", "annahme")
_CONCLUDED = lazy(
    r"((?=[^\n]*\d)[^\n]{5,}?)(?:\s{2,}|[,;:.]\s|\s-\s|\s(?=\())\(?(?:ablehnung|zustimmung|annahme)\)?\.?"
)
_RATIO = lazy(
    r"[\s(\[|:,;-]*(?P<numbers>\d{1,3}\s{0,3}(?P<mark>\./\.|[/:|;·-])\s{0,3}(?:-"
    r"|\d{1,3})(?:\s{0,3}(?P=mark)\s{0,3}(?:-|\d{1,3})){0,4}"
    r"|\d{1,3}, \d{1,3}, \d{1,3})(?!\d)[\s)\]|.,;-]*"
)
_SIGNED_BEHIND = lazy(r"[\s(|]*(\d{1,3})\s?\+[\s,;/|]+(\d{1,3})\s?-(?:[\s,;/|]+(\d{1,3})\s?(?:[o0=±○]|\+/-))?[\s)|.]*")
_TICKS = lazy(r"[\s(|]*[✓✔👍]\s?:?(\d{1,3})[\s,;/|]+[✗✘👎]\s?:?(\d{1,3})(?:[\s,;/|]+[○◯oø]\s?:?(\d{1,3}))?[\s)|.]*")
_LISTING = lazy(r"[\s/|:;,.·-]*(?:\s|[/|:;,·-])[\s/|:;,.·-]*")
_MARK = lazy(r"[/|:;,·-]")
_CLOSES = lazy(r"[.\s]*[)\]]?[.\s:=]*[(\[]?\s*")
_MARKS = lazy(r"\s*[/|:;,·]\s*|\s+-\s+|(?<=\d)-(?=[\d-])|\s+")
_TO_NUMBER = lazy(r"[\s.:=>(\[)\]|*_\"'~·✓✔✗✘○#█■▓▮▇-]*")
_TO_SIDE = lazy(r"[\s(]*(?:[x×]\s*)?-?\s*")
_BETWEEN = lazy(r"[\s.,;=→/|<>(\[)\]·•*_+\"':-]*")
_ZERO = lazy(r"[\s.:=>)|*]*(?:-{1,4}|//|\./\.)[\s,;./|<(*)\]·•→]*")
_ZERO_BEFORE = lazy(r"[\s,;/|·•]*-{1,4}\s*")
_COLUMNS = lazy(r"[\s|]*((?:\d{1,3}|-)(?:(?: +| ?[\t|][ \t|]*)(?:\d{1,3}|-)){1,4})[\s|.]*")
_WIDE = ("  ", "\t", "|")
_NUMBERS = lazy(r"\d+|-")
_PAIR = 2
_NUMBER_OF_PART = lazy(r"[\s(]*\d{1,2}: (?=\d{1,3} : \d)")
_ONE_DASH = lazy(r"\d ?[-–] ?\d")
_ORDERS = (SIDES[:2], SIDES, ("present", *SIDES[:2]), ("present", *SIDES))
_STROKES = lazy(r"(?<![^\s:(|])(?P<strokes>i{1,5}(?: ?i{1,5})*)\)?(?:[\s=:]*\(?(?P<number>\d{1,3})\)?)?(?![\w/])")


class LineTally(NamedTuple):
    """The counts, where the names of the sides stand, and whether these or a label tell that it is a vote."""

    counts: dict[str, int]
    names: tuple[tuple[int, int], ...]
    labelled: bool


@kept(4096)
def line_tally(words: str, order: tuple[str, ...] = SIDES) -> LineTally | None:
    """The counts that ``words``, a line or several, hold beside a label and an outcome; None where more is said.

    Args:
        words: Folded text.
        order: What the numbers of a ratio count where nothing names them.
    """
    if not 3 < len(words) <= _LONGEST:
        return None
    words = _WITH.sub("für ", words, 1) if words.startswith("mit") else words
    if words[-1] in ").":
        words = _PAPER.sub("", words)
    if "- " in words:
        words = _NAMED_AGAIN.sub(lambda hit: " " * len(hit[0]), words)
    if " i" in words:
        words = _STROKES.sub(_counted_strokes, words)
    if not _DIGIT.search(words) or VOTED_FOR.match(words):
        return None
    signed = _SIGNED.fullmatch(words) or _SIGNED_BEHIND.fullmatch(words) or _TICKS.fullmatch(words)
    if signed:
        return _told(zip(SIDES, signed.groups(), strict=True), (), labelled=bool(signed[3]))
    concluded = _CONCLUDED.fullmatch(words) if words.rstrip(" .)").endswith(_CONCLUSIONS) else None
    if concluded:
        return line_tally(concluded[1], order)
    line = token_line(words)
    if line is None:
        return None
    return (
        _signs(line)
        or _listed(line)
        or _paired(line, words)
        or _ratio(line, words, order)
        or _columns(line, words, order)
    )


def tells_tally(words: str) -> bool:
    """Whether the (folded) words are but the counts of a vote, which they or a label name."""
    if _DIGIT.search(words) is None:
        return False
    tally = line_tally(words, SIDES)
    return tally is not None and tally.labelled


def opens_tally(words: str) -> bool:
    """Whether a line begins as counts do that are spread over lines: with a sign, the name of a side, or "mit"."""
    return _WITH.match(words) is not None or _PLUS.match(words) is not None or name_pattern().match(words) is not None


def _signs(line: TokenLine) -> LineTally | None:
    """A sign before each number, beside a label or an outcome: "Auszählung: + 12 / - 3 / 0 1   angenommen"."""
    signed = _SIGNED.fullmatch(line.bare, line.label_end) if line.told else None
    return _told(zip(SIDES, signed.groups(), strict=True), (), labelled=True) if signed else None


def _listed(line: TokenLine) -> LineTally | None:
    """The sides in a row, then as many numbers, or the numbers before them: "J/N/E: 12/3/1", "12/3/1 (J/N/E)"."""
    bare, tokens = line.bare, line.tokens
    if tokens[0].side:
        names = _run_of_names(bare, tokens)
        closes = _CLOSES.match(bare, names[-1].end)
        numbers = _numbers(bare[closes.end() :]) if closes else []
    else:
        first = next((index for index, token in enumerate(tokens) if token.side), len(tokens))
        names = _run_of_names(bare, tokens[first:])
        numbers = (
            _numbers(bare[tokens[0].start : names[0].start]) if first + len(names) == len(tokens) and names else []
        )
    parted = len(names) > 2 or (len(names) == 2 and _MARK.search(bare, names[0].end, names[1].start))
    if not parted or len(numbers) != len(names):
        return None
    pairs = ((name.side, number) for name, number in zip(names, numbers, strict=True))
    return _told(pairs, tuple((name.start, name.end) for name in names), labelled=True)


def _run_of_names(bare: str, tokens: list[Token]) -> list[Token]:
    names: list[Token] = []
    for token in tokens:
        if not token.side or (names and not _LISTING.fullmatch(bare, names[-1].end, token.start)):
            break
        names.append(token)
    return names


def _numbers(words: str) -> list[int]:
    """The numbers that marks part, a dash for 0; [] where anything else stands between them."""
    found = []
    for piece in _MARKS.split(words.strip(" .()[]|\n")):
        number = 0 if piece in ("-", "--") else int(piece) if piece.isdecimal() else number_word(piece)
        if number is None:
            return []
        found.append(number)
    return found


def _paired(line: TokenLine, words: str) -> LineTally | None:
    """Each side with its number behind it, or each with it before: "Zust.: 12, Abl.: 3", "12 J / 3 N".

    Of one number too many on lines of their own, the first is that of other words, else the last that of the page.
    """
    bare, tokens = line.bare, line.tokens
    position, index, limit = line.label_end, 0, len(bare)
    if len(tokens) % 2 and not tokens[-1].side:
        of_words = not tokens[0].side and _WORD.search(words, position, tokens[0].start)
        if of_words and "\n" in bare[tokens[0].end : tokens[1].start]:
            position, tokens = tokens[0].end, tokens[1:]
        elif "\n" in bare[tokens[-2].end : tokens[-1].start] and not _WORD.search(words, tokens[-2].end):
            limit, tokens = tokens[-2].end, tokens[:-1]
    behind = bool(tokens[0].side)
    pairs: list[tuple[str, int]] = []
    while index < len(tokens):
        token, other = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
        fits = other is not None and bool(other.side) is not behind and bool(token.side) is behind
        if behind and other and index + 2 == len(tokens) and not token.side and other.side and pairs:
            behind, fits = False, True
        gap = (_TO_NUMBER if behind else _TO_SIDE).fullmatch(bare, token.end, other.start) if fits and other else None
        if gap and other:
            if not _BETWEEN.fullmatch(bare, position, token.start):
                return None
            pairs.append((token.side, other.number or 0) if behind else (other.side, token.number or 0))
            position, index = other.end, index + 2
            continue
        if not _is_dashed(bare, position, tokens, index, behind=behind):
            return None
        pairs.append((token.side, 0))
        position, index = token.end, index + 1
    if not _BETWEEN.fullmatch(bare, position, limit):
        return None
    return _told(pairs, tuple((token.start, token.end) for token in tokens if token.side), labelled=True)


def _is_dashed(bare: str, position: int, tokens: list[Token], index: int, *, behind: bool) -> bool:
    """Whether a side has a dash in place of its number."""
    token = tokens[index]
    if not token.side:
        return False
    if not behind:
        return _ZERO_BEFORE.fullmatch(bare, position, token.start) is not None
    following = tokens[index + 1].start if index + 1 < len(tokens) else len(bare)
    parted = _BETWEEN.fullmatch(bare, position, token.start)
    return parted is not None and _ZERO.fullmatch(bare, token.end, following) is not None


def _ratio(line: TokenLine, words: str, order: tuple[str, ...]) -> LineTally | None:
    """Numbers alone, parted by one mark: "12/3/1", of which but a label tells that they are votes."""
    if _is_opposed(line):
        return _told([("yes", line.tokens[0].number), ("no", line.tokens[2].number)], (), labelled=True)
    numbered = _NUMBER_OF_PART.match(line.bare, line.label_end)
    hit = _RATIO.match(line.bare, numbered.end() if numbered else line.label_end)
    numbers = _of_ratio(hit["numbers"], hit["mark"]) if hit else []
    sides = sides_of(len(numbers), order) or of_four(numbers, words)
    rest = [token for token in line.tokens if hit and token.start >= hit.end()]
    colon = (line.told or any(token.side for token in rest)) and hit is not None and hit["mark"] == ":"
    if hit is None or not sides or not (line.label_end or (len(numbers) > 2 and hit["mark"]) or colon):
        return None
    pairs: list[tuple[str, int | None]] = list(zip(sides, numbers, strict=True))
    if line.told and denies(words, dict(zip(sides, numbers, strict=True))):
        return None
    names, further = [token.side for token in rest if token.side], [token.number for token in rest if not token.side]
    if len(names) == len(further) == 1:
        pairs.append((names[0], further[0]))
    elif rest or hit.end() < len(line.bare):
        return None
    return _told(pairs, (), labelled=line.told)


def _columns(line: TokenLine, words: str, order: tuple[str, ...]) -> LineTally | None:
    """Numbers that but gaps part, as many as the order names, which nothing tells to be votes: "12   3   1".

    Beside an outcome they are votes if one order of the sides alone agrees with it: "12   3   angenommen".
    """
    hit = None if line.label_end else _COLUMNS.fullmatch(line.bare)
    if hit is None or _ONE_DASH.search(hit[1]):
        return None
    numbers = [int(number) if number.isdecimal() else 0 for number in _NUMBERS.findall(hit[1])]
    if not line.told:
        pairs = zip(order, numbers, strict=True) if len(numbers) == len(order) > _PAIR else ()
        return _told(pairs, (), labelled=False)
    if len(numbers) == _PAIR and not any(gap in hit[1] for gap in _WIDE):
        return None
    orders = (order,) if order != SIDES else _ORDERS
    read = [dict(zip(sides, numbers, strict=True)) for sides in orders if len(sides) == len(numbers)]
    fits = [counts for counts in read if agrees(words, counts)]
    return _told(fits[0].items(), (), labelled=True) if len(fits) == 1 else None


def _counted_strokes(hit: re.Match[str]) -> str:
    """The number that strokes come to, if none stands behind them that differs: "IIIII II (7)"."""
    count = hit["strokes"].count("i")
    same = int(hit["number"] or count) == count
    return str(count).ljust(len(hit[0])) if same else hit[0]


def _of_ratio(words: str, mark: str | None) -> list[int]:
    """The numbers of a ratio, a dash for 0; [] where a number is missing."""
    parts = [part.strip() for part in words.split(mark or ",")]
    return [0 if part == "-" else int(part) for part in parts] if all(parts) else []


def _is_opposed(line: TokenLine) -> bool:
    """Whether a number stands for the motion, and one behind "gegen": "Beschlossen mit: 12 / gegen: 3"."""
    bare, tokens = line.bare, line.tokens
    if (
        not line.told
        or [token.side for token in tokens] != ["", "no", ""]
        or bare[tokens[1].start : tokens[1].end] != "gegen"
    ):
        return False
    around = bare[line.label_end : tokens[0].start] + bare[tokens[0].end : tokens[1].start] + bare[tokens[2].end :]
    return not around.strip(" \n:/,;.()") and _TO_NUMBER.fullmatch(bare, tokens[1].end, tokens[2].start) is not None


def _told(
    pairs: Iterable[tuple[str, str | int | None]], names: tuple[tuple[int, int], ...], *, labelled: bool
) -> LineTally | None:
    """The tally of sides and their numbers; no counts where all are 0, as in a form that nobody filled in."""
    counts: dict[str, int] = {}
    for side, number in pairs:
        if side == "ignore":
            continue
        if side in counts:
            return None
        if number is not None:
            counts[side] = int(number)
    if not {"yes", "no"} <= counts.keys():
        return None
    return LineTally(counts if any(counts.get(side) for side in SIDES) else {}, names, labelled)
