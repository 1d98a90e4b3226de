"""Counts without labels: "12 : 3", "zehn gegen drei Stimmen", "alle neun Mitglieder stimmen mit Ja"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import whole_number
from kimdocs.extraction.recognise.tallies.tokens import sides_of
from kimdocs.extraction.recognise.votes.letters import together
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.votes.vote import Tally

_NO_MORE_BEFORE = r"(?<!\d [:/])(?<!\d/ )(?<!\d [:/] )"
RATIO = lazy(
    r"(?<![\d.,/])(?<!\d:)"
    rf"{_NO_MORE_BEFORE}"
    r"(?!0\d)(\d{1,3})(?:\s|[ ]{2})?(?::|/|\./\.|-?zu|gegen)(?:\s|[ ]{2})?(?!0\d)(\d{1,3})"
    r"(?:\s?(?:[:/]|zu\s)\s?(\d{1,3}))?(?![\d.,/]*\d|\s?[:/–-]\s?\d)"
    r"(?!\s*(?:uhr|%|=|prozent|€|euro|m\b|km\b|cm\b))"
)
_ANY = lazy(r"\d(?:\s|[ ]{2})?(?::|/|\./\.|-?zu|gegen)(?:\s|[ ]{2})?\d")
_DONE = "@outcomes_of_ratios@"
MARKED_RATIO = lazy(
    r"(?:(?<=mit )|(?<=\())(\d{1,3})\s?(?::|/|zu|gegen)\s?(\d{1,3})(?:\s?(?:[:/]|zu\s)\s?(\d{1,3}))?"
    r"(?=\)|,\s+(?:(?:der\s+)?rest|bei|übrige)\b[^()]{0,40}\)"
    rf"|\s+(?:{_DONE}|zu\.|ab\.|an\.|durch\.|keine\s|nicht\s"
    r"|(?!gewonnen|verloren|besiegt|geschlagen|bezwungen|geführt)\w{2,}(?:t|en)[.,;\s]|bei\s+\S+\s+(?:stimm)?enthaltung)"
    r"|[.,;](?:\s|$)|\s*$)"
)
RATIO_DONE = lazy(
    rf"(?<![\d:/.,]){_NO_MORE_BEFORE}(\d{{1,3}})\s?:\s?(\d{{1,3}})(?:\s?:\s?(\d{{1,3}}))?\s+(?:{_DONE}|dafür)\b"
)
DONE_RATIO = lazy(
    rf"\b(?:{_DONE})\s+(?:mit\s+)?(\d{{1,3}})\s?(?::|/(?=\s?\d{{1,3}}\s?/))\s?(\d{{1,3}})(?:\s?[:/]\s?(\d{{1,3}}))?(?=\s*(?:[.,;)]|$|\n))"
)
RATIO_OF_VOTES = lazy(
    rf"(?<![\d.,:/]){_NO_MORE_BEFORE}"
    r"(\d{1,3})\s?(?::|-?zu|gegen)\s?(\d{1,3})(?:\s?(?::|zu\s)\s?(\d{1,3}))?\s+stimmen?\b"
)
LABELLED_RATIO = lazy(
    r"\b(?:(?:stimmen|abstimmungs)?verhältnis|abstimmungsergebnis|ergebnis\s+der\s+abstimmung"
    r"|abstimmung\s+(?:über\s[^.;:\d]{2,60}\s)?(?:endete?|ergab|ergibt|bringt|brachte)|abgestimmt\s+(?:wird|wurde)\s+mit"
    r"|(?:wird|wurde)\s(?:\w+\s)?abgestimmt(?=:))(?:\s+von|\s+lautet|\s+ist|\s+war)?"
    r"\s*:?\s+(\d{1,3})\s?(?::|-?zu|gegen|/(?=\s?\d{1,3}\s?/))\s?(\d{1,3})(?:\s?[:/]\s?(\d{1,3}))?(?![\d.,/]*\d)"
)
_TOLD_SUM = lazy(
    r"(?:somit|also|mithin|demnach|insgesamt|zusammen|gesamt|das sind|das ergibt|dies ergibt|d\.\s?h\.|=)\s*:?\s*(?=\d)"
)
_SUM_WORDS = ("=", "d.", "somit", "also", "mithin", "demnach", "samt", "zusammen", "das sind", " ergibt")
_BEFORE_SUM = lazy(r"[(\n;,–-]\s*$")
_WITH_ALL = lazy(
    r"\bmit\s+(?:den\s+)?(?:stimmen\s+)?allen?r?\s+(\d{1,3}|[a-zäöü]{4,9})\s+(?:abgegebenen\s+|anwesenden\s+|ja-)?stimmen?\b"
)
_NUMBER = r"(\d{1,3}|[a-zäöüß]{3,24})"
_OTHERS = (
    r"(?!\s*(?:%|prozent|(?:\w+\s)?(?:einwohner|bürger|eltern|anwohner|anlieger|schüler|haushalte|befragte|teilnehm"
    r"|unternehm)))"
)
_MEMBERS = r"(?:\w*mitglieder|stadträte|kreisräte|\w*vertreter|\w*räte|\w*verordnete|stimmberechtigte|abgeordnete)"
_FOR_MATTER = lazy(
    r"\bfür\s(?:de[nm]|die|das|diese[nsr]?|eine[nr]?|ein)\s[^.;:!?\d]{2,60}?\s"
    rf"(?:stimm(?:t|en|te|ten)|votier(?:t|en|te|ten))\s{_NUMBER}\b{_OTHERS}"
    rf"|\b{_NUMBER}\s(?:der\s|von\s)?(?:(?:\d{{1,3}}|anwesenden?|stimmberechtigten?)\s)?{_MEMBERS}\s"
    r"(?:(?:stimm(?:en|ten)|votier(?:en|ten))\sfür\s(?:de[nm]|die|das|diese[nsr]?)\s(?!\w+\skandidat)"
    r"|(?:haben\s)?(?:dem\s\w+\s|der\s\w+\s)?zugestimmt\b)"
)
_AGAIN = lazy(r"\bdagegen\s(?:ebenfalls|ebenso|auch|nur|lediglich)\s(?:viele\s)?(\d{1,3}|[a-zäöüß]{3,12})\b")
_WORD_RATIO = lazy(r"\b(\w{1,20})\s+(?:gegen|zu)\s+(\w{1,20})\s+stimmen?\b")
_ALL = lazy(
    r"\b(?:alle[rn]?|sämtliche[rn]?)\s+(\w{3,20}|\d{1,3})\s+(?:\S+\s+){0,2}?(?:stimm\w*|sind|waren)\s+(?:\S+\s+){0,2}?(?:mit\s+\"?ja|dafür|zu|für)\b"
)
_ALL_ALONE = lazy(
    r"(?:\s*abstimmung(?:sergebnis)?\s*:)?\s*alle[rn]?\s+(\d{1,3}|[a-zäöü]{4,9})\s+(?:stimmen|mitglieder|anwesenden)(?:\s+dafür)?[\s.]*"
)
_OF_ALL = lazy(
    r"\b(?:zustimmung|stimmen|ja)\s+(?:von\s+)?(?:aller|allen|sämtlicher)\s+(\d{1,3}|[a-zäöüß]{3,16})\s+(?:\w+\s+)?"
    r"(?:\w*mitglied\w*|anwesend\w*|\w*vertreter\w*|\w*räte|\w*verordnet\w*|\w*abgeordnet\w*|stimmberechtigt\w*|abstimmend\w*)\b"
)
_AGAINST_FEWER = lazy(r"\bmit\s+(\w{1,20})\s+stimmen\s+gegen\s+(\w{1,20})\b")
_WORD_RATIOS = (_WORD_RATIO, _AGAINST_FEWER, re.compile(r"\((\w{3,20})\s+(?:zu|gegen)\s+(\w{3,20})\)"))
_AGAINST = lazy(r"\bgegen\s{1,9}(?:nur\s{1,9})?(\w{1,6})\s{1,9}stimmen?\b")
_FACED = lazy(r"\bja[- ]{0,3}stimmen?\s+gegen\s+(?:nur\s+)?(\w{1,6})\s+stimmen?\b")
_CLOCK_BEFORE = lazy(r"(?:uhrzeit|beginn|ende|dauer|um|von|ab|seit|gegen|zeit)\s*[:.]?[\s\-–*]*$")
_SEPARABLE = lazy(r"\b(?:lehn|setz|stimm|wies|weis)\w*\b[^\n]*\bab\.?\s*$")
_REFERENCE_BEFORE = lazy(
    r"(?:nr\.?|top|punkt|ziffer|ziff\.|§|\b(?:abs\.|art\.|s\.|ds|haus|zimmer)|seite|anlage|drucksache|absatz|artikel|variante"
    r"|flur|flurstücks?|flurstücke|flst\.?|parzelle|grundstücks?|abschnitt|buchstabe|\blos|maßstab|\bm)\s*$"
)
_PAPER_BEFORE = lazy(
    r"\b(?:beschl(?:uss|uß|\.)|vorlagen?|drs\.?|dr\.|bv|v|b|antrag|anfrage|niederschrift|protokoll|sitzung)(?:\s?-?\s?nr\.?)?[\s:]*$"
)
_SHORT_BEFORE = lazy(
    r"(?<![^\W\d_])(?!(?:mit|bei|von|ist|war|wird|also|nur|und|mal|erg|abst|ae|ja|nein|für|zu|auf|je|noch|dann)\b)"
    r"[^\W\d_]{1,4}[-. ]\s?$"
)
_SIGNED = lazy(r"(?<!\S)\+ ?(\d{1,3})[ ,;/|]+- ?(\d{1,3})[ ,;/|]+[o0=±] ?(\d{1,3})(?!\S)")
_HYPHENED = lazy(r"[(\[](\d{1,3})\s?[-–]\s?(\d{1,3})\s?[-–]\s?(\d{1,3})[)\]]")
_LABEL = 16


def signed_votes(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The counts of all three sides behind their signs, or with hyphens in a bracket: "+12 -3 o1", "(12-3-1)"."""
    return _SIGNED.search(folded, start, end) or _HYPHENED.search(folded, start, end)


def may_have_ratio(folded: str, start: int, end: int) -> bool:
    """Whether two numbers stand there as in a ratio of any form."""
    return _ANY.search(folded, start, end) is not None


def names_a_thing(folded: str, place: int) -> bool:
    """Whether the number at ``place`` is that of a thing: "Nr. 58/7", "Zimmer 12"."""
    return _REFERENCE_BEFORE.search(folded, max(0, place - _LABEL), place) is not None


def read_ratio(
    folded: str,
    span: tuple[int, int],
    tally: Tally,
    pattern: re.Pattern[str],
    order: tuple[str, ...] = SIDES,
    *,
    alone: bool = False,
) -> None:
    """Reads "12 : 3" as the pattern allows it: anywhere, or only behind "mit", in brackets, or before "Stimmen".

    Of several that differ none is taken where it must stand ``alone``, as in a sentence, whose votes they may not be.
    ``order``: what the numbers of a ratio count in the document.
    """
    hits = [hit for hit in pattern.finditer(folded, *span) if not _is_time_or_number(folded, hit)]
    if not hits or (alone and len({hit.groups() for hit in hits}) > 1):
        return
    hit = hits[0]
    for group, side in enumerate(sides_of(3 if hit[3] else 2, order), 1):
        tally.counts[side] = int(hit[group])
        if side != "abstain":
            tally.places[side] = hit.span(group)
    tally.counts.pop("votes", None)


def _is_time_or_number(folded: str, hit: re.Match[str]) -> bool:
    """Whether a ratio is a time of day ("Uhrzeit: 18:00", "19:05") or the number of a thing ("Nr. 58/7", "OF 98/4")."""
    low = max(0, hit.start() - 16)
    papers = (_PAPER_BEFORE, _SHORT_BEFORE) if "/" in hit[0] else ()
    numbered = any(before.search(folded, low, hit.start()) for before in papers)
    padded = numbered or any(number and len(number) == 2 and number[0] == "0" for number in hit.groups())
    timed = _CLOCK_BEFORE.search(folded, low, hit.start())
    if timed and _SEPARABLE.search(folded, folded.rfind("\n", 0, low) + 1, hit.start()):
        timed = None
    return bool(padded or timed or names_a_thing(folded, hit.start()))


def told_in_words(folded: str, start: int, end: int, tally: Tally) -> None:
    """The counts that words tell where no label gives both sides."""
    if not tally.counts.keys() & {"yes", "no"}:
        together(folded, start, end, tally)
        _in_words(folded, start, end, tally)
    elif "no" not in tally.counts:
        _faced(folded, start, end, tally)


def _in_words(folded: str, start: int, end: int, tally: Tally) -> None:
    """Reads "zehn gegen drei Stimmen", and "gegen drei Stimmen" where no number of votes for it stands before."""
    if folded.find("stimme", start, end) < 0:
        return
    ratio = next((hit for pattern in _WORD_RATIOS if (hit := pattern.search(folded, start, end))), None)
    against = _AGAINST.search(folded, start, end)
    yes, no = (whole_number(ratio[1]), whole_number(ratio[2])) if ratio else (None, None)
    if ratio and yes is not None and no is not None:
        tally.counts |= {"yes": yes, "no": no}
        tally.places |= {"yes": ratio.span(1), "no": ratio.span(2)}
        tally.counts.pop("votes", None)
    elif (
        against and (no := whole_number(against[1])) is not None and not _ends_in_number(folded, start, against.start())
    ):
        yes = tally.counts.pop("votes", None)
        if yes is not None and tally.places["votes"][1] <= against.start():
            tally.counts["yes"] = yes
            tally.places["yes"] = tally.places["votes"]
        tally.counts["no"] = no
        tally.places["no"] = against.span()


def _faced(folded: str, start: int, end: int, tally: Tally) -> None:
    """Reads the votes that those with a label face without one: "mit 6 Ja-Stimmen gegen eine Stimme"."""
    hit = _FACED.search(folded, start, end)
    no = whole_number(hit[1]) if hit else None
    if hit and no is not None:
        tally.counts["no"], tally.places["no"] = no, hit.span(1)
        tally.counts.pop("votes", None)


def _ends_in_number(folded: str, start: int, end: int) -> bool:
    before = folded[max(start, end - 40) : end].split()
    return bool(before) and whole_number(before[-1]) is not None


def all_of_them(folded: str, start: int, end: int, tally: Tally) -> None:
    """Reads "alle neun Mitglieder stimmen mit Ja", and "mit allen 9 Stimmen"."""
    if folded.find("alle", start, end) < 0 and folded.find("sämtliche", start, end) < 0:
        return
    hit = _ALL_ALONE.fullmatch(folded, start, end)
    hit = hit or next(
        (hit for pattern in (_ALL, _WITH_ALL, _OF_ALL) if (hit := pattern.search(folded, start, end))), None
    )
    number = whole_number(hit[1]) if hit else None
    if hit and number:
        tally.counts["yes"] = number
        tally.places["yes"] = hit.span(1)


def told_sum(folded: str, start: int, end: int) -> int | None:
    """Where the sums of the vote start that a list of votes ends with: "(somit 13 Ja, 2 Nein)"; else None."""
    if not any(map(folded[start:end].__contains__, _SUM_WORDS)):
        return None
    behind = None
    for hit in _TOLD_SUM.finditer(folded, start, end):
        if _BEFORE_SUM.search(folded, max(start, hit.start() - _LABEL), hit.start()):
            behind = hit.end()
    return behind


def for_matter(folded: str, start: int, end: int, tally: Tally) -> None:
    """Reads "Für den Plan stimmten 12, dagegen ebenfalls 12", and "elf der 13 Mitglieder haben zugestimmt"."""
    hit = _FOR_MATTER.search(folded, start, end) if "yes" not in tally.counts else None
    yes = whole_number(hit[1] or hit[2]) if hit else None
    if hit and yes:
        tally.counts["yes"] = yes
        tally.places["yes"] = hit.span(1 if hit[1] else 2)
        tally.counts.pop("votes", None)
        again = _AGAIN.search(folded, hit.end(), end)
        no = whole_number(again[1]) if again else None
        if again and no is not None:
            tally.counts["no"], tally.places["no"] = no, again.span(1)
