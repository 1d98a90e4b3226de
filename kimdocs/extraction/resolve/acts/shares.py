"""Votes told without a label: as shares of all, as a ratio, or as the majority that they made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import whole_number
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.statements.statement import Statement

_NUMBER = r"(?:\d{1,3}|[a-zäöüß]{3,16})"
VOTERS = (
    r"(?:[\w-]*(?:mitglied|abgeordnet|verordnet|stimmberechtigt|vertreter|gemeinder[aä]t|stadtr[aä]t|kreisr[aä]t|ratsherr|ratsfrau|ratsleut|person"
    r"|delegiert|beigeordnet|anwesend|abstimmend|gesellschafter|beisitzer|deputiert)\w*|räten?|rätinnen|herren|damen)\b"
)
_RATIO = lazy(
    rf"\b(?:mit|bei)\s+(?:(?:einer|der)\s+mehrheit\s+von\s+)?(?P<yes>{_NUMBER})\s*(?::|zu|gegen)\s*(?P<no>{_NUMBER})"
    r"(?:\s*:\s*(?P<abstain>\d{1,3}))?(?![\w%€/]|[.,:]\d|\s+(?:prozent|teilen?|uhr|euro|meter|toren|punkten|sätzen|jahren)\b)"
)
_AT_END = lazy(r"[,;–-]\s*(?P<yes>\d{1,3})\s*:\s*(?P<no>\d{1,3})(?:\s*:\s*(?P<abstain>\d{1,3}))?\s*[.]?$")
_FOR_AND_AGAINST = lazy(
    rf"\b(?P<yes>{_NUMBER})\s+stimmen\s+(?:da)?für\s+(?:[^.;:,]{{0,40}}\s)?und\s+(?P<no>{_NUMBER})\s+(?:stimmen\s+)?(?:da)?gegen\b"
)
_OF_VOTE = lazy(
    r"(?:die|eine)\s+\w*(?:abstimmung|auszählung)(?:\s+darüber)?\s+(?:endete?|ergibt|ergab|bringt|brachte|schließt|schloss|fällt|fiel)\b"
)
_ANSWERED = lazy(
    rf"\bmit\s+(?P<yes>{_NUMBER})(?:\s+(?:ja-)?stimmen?)?\s+bejaht(?:,|\s+und)?\s+(?:und\s+)?mit\s+(?P<no>{_NUMBER})(?:\s+(?:nein-)?stimmen?)?\s+verneint\b"
    rf"|\bmit\s+(?P<votes>{_NUMBER})(?:\s+stimmen)?\s+gegen\s+(?P<against>{_NUMBER})(?:\s+stimmen?)?\s+(?P<how>bejaht|verneint)\b"
)
_OUTVOTING = lazy(
    rf"\bmit\s+(?:den\s+)?(?P<yes>{_NUMBER})\s+(?:(?:ja-)?stimmen\s+)?(?:(?:der|von|des|aus)\s[^.;:()]{{3,80}}?\s|\([^()]{{3,80}}\)\s+)"
    rf"gegen\s+(?:die\s+)?(?P<no>{_NUMBER})\s+(?:nein-)?stimmen?\b"
)
_CONSENT = lazy(
    rf"\b(?:zustimmung|unterstützung|billigung)\s+(?:von\s+(?:nur\s+)?)?(?P<yes>{_NUMBER})\s+(?:der\s+|von\s+)?(?:(?:\d{{1,3}}|anwesenden)\s+)?{VOTERS}"
)
_REST = lazy(
    rf"(?:\b(?P<part>{_NUMBER})\s+(?:von(?:\s+den)?|der)\s+(?P<whole>{_NUMBER})\s+(?:\w+\s+)?{VOTERS}\s+(?:stimm(?:en|ten)|sind|waren)\s+"
    rf"|\bvon\s+den\s+(?P<all>{_NUMBER})\s+(?:\w+\s+)?{VOTERS}\s+(?:stimm(?:en|ten)|sind|waren)\s+(?P<some>{_NUMBER})\s+)"
    r"dafür(?:,|\s+und)\s+(?:der\s+rest|die\s+(?:übrigen|anderen|restlichen))\s+(?:stimm(?:en|ten)\s+|sind\s+)?dagegen\b"
)
_LEAD = lazy(
    rf"\bmehrheit\s+von\s+(?:nur\s+)?(?P<lead>{_NUMBER})\s+stimmen?\b"
    rf"|\b(?P<more>{_NUMBER})\s+stimmen?\s+mehr\s+(?:dafür\s+)?als\s+dagegen\b"
)
_CAST = lazy(
    rf"\bvon\s+den\s+(?:insgesamt\s+)?(?P<voters>{_NUMBER})\s+(?:abstimmenden|anwesenden|abgegebenen\s+stimmen|{VOTERS})"
    rf"|\babgegeben\s+(?:wurden|werden|waren|sind)\s+(?:insgesamt\s+)?(?P<with>(?:einschließlich|mit)\s+der\s+enthaltung(?:en)?\s+)?(?P<votes>{_NUMBER})\s+stimmen\b"
)
_ABSTAINED = lazy(
    rf"\bbei\s+(?P<number>{_NUMBER})\s+(?:stimm)?enthaltung(?:en)?\b"
    r"|\b(?P<none>niemand\s+(?:\w+\s+){0,3}?enth(?:ielt|ält|alten)|(?:ohne|keine)\s+(?:stimm)?enthaltung)"
)
_PROPORTION = lazy(r"(?:verhältnis|schlüssel|maßstab|anteil|mischung|gewinnt|gewann|siegt|siegte|verlor|verliert)\b")
_PIECES = (
    "mit ",
    "bei ",
    "mehrheit",
    "stimm",
    "unterstützung von",
    "billigung",
    "bis auf ",
    "rest",
    " : ",
    "übrigen",
    "anderen",
)
_NEAR = 40


def take_shares(folded: str, statement: Statement) -> Statement:
    """The statement with the votes that its sentence tells as shares, where it has none of them by labels."""
    start, end = statement.start, statement.end
    if not any(map(folded[start:end].__contains__, _PIECES)):
        return statement
    known = statement.counts.keys() | statement.unclear
    if statement.unanimous and statement.counts.get("no") and folded.find("bis auf ", start, end) >= 0:
        statement.unanimous = False
    if lead := from_lead(folded, start, end) or rest_of_all(folded, start, end):
        statement.counts = {**statement.counts, **lead}
    elif told := answered(folded, start, end):
        statement.counts = {**statement.counts, **told}
        statement.outcome = Outcome.ADOPTED if told["yes"] > told["no"] else Outcome.REJECTED
    elif "yes" not in known and (yes := _carrying(folded, statement)) is not None:
        statement.counts = {**statement.counts, "yes": yes}
    elif not {"yes", "no"} & known:
        _take_ratio(folded, statement)
    return statement


def _carrying(folded: str, statement: Statement) -> int | None:
    """The votes for a text that are told by those whom they outvoted, or as its consent."""
    span = statement.start, statement.end
    outvoted = outvoting(folded, *span, statement.counts.get("no"))
    return consented(folded, *span) if outvoted is None else outvoted


def _take_ratio(folded: str, statement: Statement) -> None:
    """Gives a ratio to a sentence that tells an outcome which fits, or that is about the vote itself."""
    start, end = statement.start, statement.end
    told = statement.outcome not in (None, Outcome.NOTED)
    if not told and not _OF_VOTE.match(folded, start, end):
        return
    ratio = told_ratio(folded, start, end)
    if ratio and (not told or (ratio["yes"] > ratio["no"]) is not (statement.outcome is Outcome.REJECTED)):
        statement.counts = {**statement.counts, **ratio}


def told_ratio(folded: str, start: int, end: int) -> dict[str, int]:
    """The votes of a ratio behind "mit": "mit neun zu sechs", "mit 15 Stimmen gegen 3"."""
    patterns = (_AT_END, _FOR_AND_AGAINST)
    hits = [*_RATIO.finditer(folded, start, end), *(pattern.search(folded, start, end) for pattern in patterns)]
    for hit in filter(None, hits):
        yes, no = whole_number(hit["yes"]), whole_number(hit["no"])
        if (
            yes is not None
            and no is not None
            and not _PROPORTION.search(folded, max(start, hit.start() - _NEAR), hit.start())
        ):
            abstained = {"abstain": int(hit["abstain"])} if hit.groupdict().get("abstain") else {}
            return {"yes": yes, "no": no, **abstained}
    return {}


def answered(folded: str, start: int, end: int) -> dict[str, int]:
    """The votes by which a question was answered: "mit 17 Stimmen bejaht und mit 4 verneint"."""
    hit = _ANSWERED.search(folded, start, end) if folded.find("stimm", start, end) >= 0 else None
    words = (hit["yes"], hit["no"]) if hit and hit["yes"] else (hit["votes"], hit["against"]) if hit else ()
    numbers = [told for word in words if (told := whole_number(word)) is not None]
    if hit is None or len(numbers) < 2:
        return {}
    yes, no = numbers if hit["how"] != "verneint" else reversed(numbers)
    return {"yes": yes, "no": no}


def rest_of_all(folded: str, start: int, end: int) -> dict[str, int]:
    """Both sides where all others took the other: "8 von 15 Mitgliedern stimmen dafür, der Rest dagegen"."""
    hit = _REST.search(folded, start, end)
    if hit is None:
        return {}
    part, whole = whole_number(hit["part"] or hit["some"]), whole_number(hit["whole"] or hit["all"])
    if part is None or whole is None or part > whole:
        return {}
    return {"yes": part, "no": whole - part}


def consented(folded: str, start: int, end: int) -> int | None:
    """How many members a text found the consent of: "findet die Zustimmung von zwölf Mitgliedern"."""
    hit = _CONSENT.search(folded, start, end)
    return whole_number(hit["yes"]) if hit else None


def outvoting(folded: str, start: int, end: int, against: int | None) -> int | None:
    """The votes of those who outvoted the others: "mit den 12 Stimmen der … gegen die 8 Stimmen der …"."""
    hit = _OUTVOTING.search(folded, start, end) if against is not None else None
    return whole_number(hit["yes"]) if hit and whole_number(hit["no"]) == against else None


def from_lead(folded: str, start: int, end: int) -> dict[str, int]:
    """The votes that a sentence fixes by their difference and their sum: "vier Stimmen mehr als dagegen …"."""
    lead = _LEAD.search(folded, start, end) if folded.find("mehr", start, end) >= 0 else None
    cast = _CAST.search(folded, start, end) if lead else None
    more = whole_number(lead["lead"] or lead["more"]) if lead else None
    total = whole_number(cast["voters"] or cast["votes"]) if cast else None
    if cast is None or more is None or total is None:
        return {}
    told = _ABSTAINED.search(folded, start, end)
    abstained = (0 if told["none"] else whole_number(told["number"])) if told else None
    if abstained is None or (abstained and cast["votes"] and not cast["with"]):
        return {}
    twice = total - abstained + more
    if twice % 2 or more > total - abstained:
        return {}
    return {"yes": twice // 2, "no": twice // 2 - more, "abstain": abstained}
