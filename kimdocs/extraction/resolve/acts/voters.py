"""Votes told by verbs: "31 Mitglieder waren dafür, zwölf enthielten sich", "Frau N.N. stimmt dagegen"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import number_word
from kimdocs.extraction.recognise.group_names import count_persons, whole_list
from kimdocs.extraction.recognise.some_members import some_members
from kimdocs.extraction.recognise.vote_named import is_of_named, of_all_votes
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTING = lazy(r", | und ")
_PARTS = lazy(r"[,;]|:(?!\d)|\s-\s|\b(?:und|sowie|während|aber|wobei|nachdem|weil|da)\b|(?<=\w\w)\.\s")
_CUES = {
    "yes": re.compile(
        r"\b(?:dafür|ja|zustimmen|zu(?=[\s.!]*$)|befürwort\w*|ja-?stimmen?|ja-tür|zustimmungen|heben\b.*\bhand|hände\s+gehen\s+(?:hoch|nach\s+oben)|folg(?:en|ten)|wollen(?!.*\b(?:nicht|keine?n?|bleiben|belassen|wissen|verlassen)\b))\b|\bfür(?:\s+(?:de[nm]|die|das|eine?n?|ihn|sie|diese[nsm]?|variante|lösung|vorschlag|entwurf|antrag)\b|\s*$)"
    ),
    "no": re.compile(
        r"\b(?:dagegen|nein|ablehnen|ab(?=[\s.!]*$)|gegner\w*|nein-?stimmen?|nein-tür|ablehnungen|(?<=eine )ablehnung"
        r"|verw[ae]rfen|wollen(?=.*\b(?:nicht|keine?n?|bleiben|belassen)\b))\b"
        r"|\bgegen(?:\s+(?:de[nm]|die|das|eine?n?|ihn|sie|diese[nsm]?)\b|\s*$)"
    ),
    "abstain": re.compile(r"\benth(?:ält|alten|ielt|ielten)\b|\b(?:stimm)?enthaltung(?:en)?\b"),
}
_VOTES = lazy(
    r"\b(?:stimm\w*|gegenstimmen?|votier\w*|sprech\w*|sprach\w*|spricht|sind|waren|war|ist|dafür|dagegen|enth\w+|ja|nein|ja-tür|abstimmung|folg(?:en|ten)|wollen|befürworter\w*)\b"
)
_NUMBER = lazy(r"(?<![\w.,:/§-])(?<!\. )(\d{1,3}|[a-zäöüß]{3,16})(?![\w/%€]|[.,:]\d)")
_OF_ALL = lazy(r"\b(?:von|unter|der|den)\s+$")
_VOTER = lazy(
    r"\s+(?:(?:der|von(?:\s+den)?)\s+(?:insgesamt\s+)?(?:\d{1,3}|[a-zäöüß]{3,16})\s+)?(?:\w+\s+)?(?:[\w-]*(?:mitglied|abgeordnet|verordnet|stimmberechtigt|vertreter|gemeinder[aä]t|stadtr[aä]t|kreisr[aä]t|ratsherr|ratsfrau|ratsleute|person|stimme|befürworter|gegner|delegiert|beigeordnet|bürgermeister|kreisrät|stadträt|gemeinderät|ratsleut|sachkundig|kolleg|verbandsrät|anwesend|genoss|rückl[aä]uf|stimmzettel|rückmeldung|zustimmungen|ablehnung|kirchenvorst|beisitzer|deputiert|gesellschafter|vertreter)\w*|räte\w*|herren|damen|hände|finger)\b"
)
_VERB = lazy(
    r"\s+(?:(?:anderen?|übrigen|restlichen)\s+)?(?:stimm\w*|votier\w*|sind|waren|war|ist|wollen|folg(?:en|ten)|lehn(?:en|ten)|sprechen|sprachen|sich|enth\w+|heben|hoben|erheben|erhoben|zustimmen|ablehnen|für|gegen|dafür|dagegen|mit\s+ja|mit\s+nein|die\s+(?:ja|nein)-tür|\"?ja|\"?nein)\b"
)
_GOES_ON = lazy(r"\s*(?:stimm(?:en|ten)|votier(?:en|ten)|sind|waren|enthalten|enthielten)\b")
_ONE_VOTE = lazy(r"\s+\"?(?:ja|nein)\b")
_CUE_BEFORE = lazy(
    r"(?:(?:für|gegen)\s+(?:ihn|sie|es|den\s+\w+|die\s+\w+|das\s+\w+)|dafür|dagegen|enthaltung(?:en)?|stimm(?:t|te|en|ten)|haben|hat|votierten|waren|sind)\s+$"
)
_SPECIAL = {
    "niemand": 0,
    "keiner": 0,
    "keine": 0,
    "beide": 2,
    "beiden": 2,
    "eines": 1,
    "einer": 1,
    "eine": 1,
    "einen": 1,
}
_AGAINST = lazy(
    r"(?:^|[,;.]\s+|\bund\s+|\bauf\s+|\bvon\s+|während\s+|\baußer\s+|\bausgenommen\s+)(?:(?:nur|lediglich|allein|einzig)\s+)?(?P<who>[A-ZÄÖÜ][^,;:]{1,80}?)(?:,\s+(?:der|die))?\s+"
    r"(?:(?:stimm(?:t|te|en|ten)|votier(?:t|te|en|ten)|ist|war|sind|waren)\s+(?:dagegen|gegen|mit\s+[„\"]?Nein)"
    r"|dagegen\s+(?:stimm(?:t|te|en|ten)|votier(?:t|te|en|ten)|ist|war|sind|waren))\b"
)
_ABSTAINING = lazy(
    r"(?:^|[,;.]\s+|\bund\s+|\bauf\s+|\bvon\s+|[Ww]ährend\s+|[Dd]a\s+|[Nn]achdem\s+|\b[Aa]ußer\s+|\bausgenommen\s+)"
    r"(?:(?:nur|lediglich|allein|einzig)\s+)?(?P<who>[A-ZÄÖÜ][^,;:]{1,80}?)(?:,\s+(?:der|die))?\s+"
    r"(?:enth(?:ält|alten|ielt|ielten)\s+sich|(?:hat|haben)\s+sich\s+(?:der\s+Stimme\s+)?enthalten|sich\s+(?:der\s+Stimme\s+)?enth(?:ält|alten|ielt|ielten))\b"
)
_VOICE = lazy(
    r"\bgegen\s+die\s+Stimme\s+(?:von|des|der)\s+(?P<who>[A-ZÄÖÜ][^,;:]{1,70}?)\s+(?=(?:[a-zäöü]{3,}(?:t|te|en|st)|wird|wurde|ist)\b)",
    re.IGNORECASE,
)
_VOICES = lazy(
    r"\b[Gg]egen\s+die\s+Stimmen\s+(?:der|von\s+den)\s+\w+\s+"
    r"(?P<who>[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)* und [A-ZÄÖÜ][\w-]+)"
    r"\s+(?=(?:[a-zäöü]{3,}(?:t|te|en|st)|wird|wurde|ist)\b)"
)
_ABSTENTION = lazy(
    r"\b[Bb]ei\s+(?:Stimme?n?)?[Ee]nthaltung\s+(?:von\s+|de[rs]\s+)(?P<who>[A-ZÄÖÜ][^,;:.]{1,50}?)"
    r"(?=\s+[a-zäöü]{3,}(?:t|te|en|st)\b|\s+(?:wird|wurde|ist)\b|\s*\.?$)"
)
_LEADS = lazy(
    r"^(?:Allein|Einzig|(?:Alle\s+(?:[A-ZÄÖÜ]\w+\s+)?)?(?:[Bb]is\s+auf|[Mm]it\s+Ausnahme\s+(?:von|de[rs])|[Aa]ußer)|Nur|Lediglich|Während|Da|Nachdem|Die\s+(?:Herren|Damen)|Die\s+\w*[Mm]itglieder)\s+"
)
_LONGEST = 1500
_NOBODY = lazy(
    r"(?P<no>\b(?:gegenstimmen|nein-?stimmen)\b)?(?:\s+(?:und|oder|sowie)\s+)?(?P<abstain>\b(?:stimm)?enthaltungen\b)?"
    r"\s+(?:werden|wurden|gibt\s+es|gab\s+es|liegen|lagen)\s+(?:\w+\s+){0,3}?(?:nicht\b|keine\b(?!\s+\w))"
)
_NAMES = lazy(r"[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)* und [A-ZÄÖÜ][\w-]+")
_NOT_TOLD = lazy(
    r"(?:stimmen?|ja|nein|dafür|dagegen|enthaltung\w*)\s*:(?!\s*(?:der|die|das)\s)|\b(?:bürger(?!meister)\w*|eltern\w*|umfrage|jury|schulkonferenz|fraktion|kinder|einwohner\w*|befragung)\b"
)


def told_votes(text: str, folded: str, start: int, end: int) -> dict[str, int]:
    """The votes that ``text[start:end]`` tells by verbs: each side with its number, or with the persons it names."""
    if end - start > _LONGEST or not _VOTES.search(folded, start, end):
        return {}
    some = some_members(folded, start, end)
    if _NOT_TOLD.search(folded, start, end):
        return some
    found = {**_obtained(folded[start:end]), **dict(_opposed(folded[start:end]))}
    if nobody := _NOBODY.search(folded, start, end):
        found |= {side: 0 for side in ("no", "abstain") if nobody[side]}
    for told in _counted_parts(folded[start:end].replace('"', " ")):
        if found.setdefault(*told) != told[1]:
            return {side: number for side, number in some.items() if side != told[0]}
    for side, number in some.items():
        found.setdefault(side, number)
    for side, pattern in (
        ("no", _AGAINST),
        ("no", _VOICE),
        ("no", _VOICES),
        ("abstain", _ABSTAINING),
        ("abstain", _ABSTENTION),
    ):
        if side not in found and (persons := _persons(text[start:end], pattern)):
            found[side] = persons
    return found


_OF_SO_MANY = lazy(
    r"\b(\w+)\s+(?:der|von(?:\s+den)?)\s+(?:insgesamt\s+)?(\w+)\s+(?:\w+\s+)?\w*(?:mitglied|räte|verordnet|abgeordnet|vertreter|anwesend)\w*\s+"
    r"(?:(?:stimm(?:en|ten)|votier(?:en|ten)|sind|waren)\s+)?(?:de[mr]\s+\w+\s+)?(?P<side>dafür|dagegen|für|gegen|mit\s+ja|mit\s+nein|zu)\b"
)


_CARRIED = lazy(
    r"\b(?:ergebnis\s+(?:von|lautet|ist)|mit\s+dem\s+\w*\s*ergebnis)\s+(?P<for>\d{1,3}|[a-zäöüß]{4,8})\s*(?::|zu|gegen)\s*(?P<against>\d{1,3}|[a-zäöüß]{4,8})\b"
    r"|(?P<some>\d{1,3}|[a-zäöüß]{4,8})\s*(?::|zu|gegen)\s*(?P<others>\d{1,3}|[a-zäöüß]{4,8})\s+lautet\b"
    r"|\bmit\s+(?:(?P<yes>\d{1,3})\s*(?::|zu|gegen)\s*(?P<no>\d{1,3})\s+(?=\w{2,}(?:t|en|d|te)\b|(?:durch|an|zu|bei)[.,;])"
    r"|(?P<votes>\d{1,3}|[a-zäöüß]{3,16})\s+(?:(?:von|der)\s+(?:\d{1,3}|[a-zäöüß]{3,16})\s+)?(?:(?:abgegebenen|gültigen|ja-)\s*)*stimmen\b(?!\s+(?:gegen|zu|dagegen|mehrheit|vorsprung|bei\s+\w+\s+gegenstimm)\b|[^.;]*\bstimmen\s+(?:für|auf)\b))"
)


_OPPOSED = lazy(r"\b(?:dagegen|gegenstimmen?|nein|gegen)\s?:\s[^():;\d]{2,50}\s$")


def carried_by(folded: str, start: int, end: int, *, lost: bool = False) -> dict[str, int]:
    """The votes that carried a text where they are told but as a number or two: "mit 13:2", "mit neun Stimmen".

    Where the text is ``lost``, those for it are fewer: "Mit 4 : 7 wird der Antrag abgelehnt."
    """
    hit = _CARRIED.search(folded, start, end)
    if lost and (tied := _TIED.search(folded, start, end)):
        return {"yes": int(tied[1]), "no": int(tied[1])}
    if hit is None:
        return {} if lost else _received(folded, start, end)
    named = is_of_named(folded, start, hit.start()) or _OPPOSED.search(folded, start, hit.start())
    if named or (lost and hit["votes"]):
        return {}
    if hit["votes"]:
        return _yes(_number(hit["votes"]))
    first, second = (hit[a] or hit[b] or hit[c] for a, b, c in (("yes", "for", "some"), ("no", "against", "others")))
    return _sides_of(_number(first), _number(second), lost=lost)


def _received(folded: str, start: int, end: int) -> dict[str, int]:
    """The votes that a text received, or how many of all of them."""
    part = of_all_votes(folded, start, end)
    received = _RECEIVED.search(folded, start, end) if part is None else None
    return _yes(_number(received["votes"]) if received else part)


def _yes(number: int | None) -> dict[str, int]:
    return {} if number is None else {"yes": number}


def _sides_of(yes: int | None, no: int | None, *, lost: bool) -> dict[str, int]:
    """Both sides, where it is clear from the outcome which is which."""
    if yes is None or no is None:
        return {}
    return {"yes": yes, "no": no} if (yes < no if lost else yes > no) else {}


_RECEIVED = lazy(
    r"\b(?:erh(?:ält|ielt|alten)|bekommt|bekam|bekommen|entfallen|entfielen|vereint)\s+(?:\w+\s+){0,3}?"
    r"(?P<votes>\d{1,3}|[a-zäöüß]{3,12})\s+(?:(?:der|von(?:\s+den)?)\s+\w+\s+)?(?:ja-)?stimmen?\b"
)
_TIED = lazy(r"\bstimmengleichheit\s+(?:von\s+|mit\s+)?\(?(\d{1,3})\s*(?::|zu)\s*\1\b")


def part_of_all(folded: str, start: int, end: int) -> tuple[str, int, int] | None:
    """How many of how many voted on one side: "Vier der fünf Mitglieder stimmen dafür"."""
    hit = _OF_SO_MANY.search(folded, start, end)
    part, whole = (_number(hit[1]), _number(hit[2])) if hit else (None, None)
    if hit is None or part is None or whole is None or part > whole:
        return None
    return ("yes" if hit["side"] in ("dafür", "für", "mit ja", "zu") else "no"), part, whole


_OBTAINED = lazy(
    r"\b\w*(?:antrag|vorlage|vorschlag|entwurf)\s+(?:erhält|erhielt|bekommt|bekam|findet|fand)\s+(?:nur\s+)?(\w+)\s+(?:ja-)?stimmen\b"
    r"(?!\s+(?:gegen|dagegen))"
)
_FOR_AND_AGAINST = lazy(r"\b(\w+)\s+befürworter\w*\b[^.;]{0,40}?\b(\w+)\s+gegner\w*\b")


def _opposed(folded: str) -> Iterator[tuple[str, int]]:
    """Those for and those against in one breath: "Den fünf Befürwortern stehen neun Gegner gegenüber."."""
    hit = _FOR_AND_AGAINST.search(folded)
    numbers = [_number(word) for word in hit.groups()] if hit else []
    for side, number in zip(("yes", "no"), numbers, strict=False):
        if number is not None and None not in numbers:
            yield side, number


def _obtained(folded: str) -> dict[str, int]:
    """The votes that a motion is said to have obtained: "Der Antrag erhält neun Stimmen, dagegen stimmen sechs."."""
    hit = _OBTAINED.search(folded) if "stimme" in folded else None
    number = _number(hit[1]) if hit else None
    return {} if number is None else {"yes": number}


def _parts(folded: str) -> Iterator[str]:
    position = 0
    for hit in _PARTS.finditer(folded):
        yield folded[position : hit.start()]
        position = hit.end()
    yield folded[position:]


def _counted_parts(folded: str) -> Iterator[tuple[str, int]]:
    """The sides that parts name with their numbers; a number may stand in the part before: "Drei … und stimmen …"."""
    waiting: int | None = None
    for part in _parts(folded):
        told = _counted(part)
        sides = _sides(part)
        if told:
            yield told
        elif waiting is not None and len(sides) == 1 and _GOES_ON.match(part):
            yield sides[0], waiting
        numbers = _numbers(part)
        waiting = numbers[0] if len(numbers) == 1 and not sides else None


def _sides(part: str) -> list[str]:
    return [side for side, cue in _CUES.items() if cue.search(part)]


def _numbers(part: str) -> list[int]:
    return [number for hit in _NUMBER.finditer(part) if (number := _voters(part, hit)) is not None]


def _counted(part: str) -> tuple[str, int] | None:
    """The one side and the one number of voters that a part names."""
    if "gegenstimme" in part:
        return None
    sides, numbers = _sides(part), _numbers(part)
    return (sides[0], numbers[0]) if len(sides) == 1 and len(numbers) == 1 else None


def _voters(part: str, hit: re.Match[str]) -> int | None:
    number = _number(hit[1])
    if hit[1] == "ein" and _ONE_VOTE.match(part, hit.end()):
        return 1
    if number is None or hit[1] == "ein" or _OF_ALL.search(part, 0, hit.start()):
        return None
    if part[: hit.start()].endswith("ohne "):
        return 0
    if _VOTER.match(part, hit.end()) or _VERB.match(part, hit.end()):
        return number
    return number if _CUE_BEFORE.search(part, 0, hit.start()) and not part[hit.end() :].strip(" .") else None


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return _SPECIAL[word] if word in _SPECIAL else number_word(word.removesuffix("mal"))


def _persons(text: str, pattern: re.Pattern[str]) -> int | None:
    """How many persons the only place of a sentence names where the pattern says how somebody voted."""
    joined = " ".join(text.split())
    hits = list(pattern.finditer(joined))
    if len(hits) != 1:
        return None
    who = whole_list(joined, hits[0].start("who")) + hits[0]["who"]
    bare = _LEADS.sub("", who)
    if (bare != who or pattern is _VOICES) and _NAMES.fullmatch(bare):
        return len(_LISTING.split(bare))
    return count_persons(bare)
