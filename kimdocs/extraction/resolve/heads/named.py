"""The town that a document names by its council, by its contract, by its imprint or by its own act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import lower
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session

Named = tuple[str, "Piece"]

_KINDS = (
    r"(?:(?:Landeshaupt|Hanse|Kreis|Universitäts)?[Ss]tadt|(?:Samt|Verbands|Orts|Markt|Einheits|Land)?[Gg]emeinde|Markt"
    r"|Flecken|(?:Land)?[Kk]reis)"
)
NAME = (
    r"(?:(?i:bad|groß|klein|neu|alt|sankt|st\.|hohen|markt|deutsch|ostseebad|nordseebad|seebad|stadt) )?"
    r"[A-ZÄÖÜ][\wäöüßÄÖÜ-]*(?:/[A-ZÄÖÜ][\wäöüß]+)?"
    r"(?: (?:a\. ?d\.|a\.d\.|an der|am|bei|im|in der|ob|ob der|vor der|i\. ?d\.) "
    r"(?!(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Rathaus|Sitzung|Jahr|\w*-\n"
    r"|\w*(?:[Ss]aal|[Zz]immer|haus|[Gg]ebäude|[Hh]alle)\b)[A-ZÄÖÜ][\wäöüß-]+"
    r"| i\. ?[A-ZÄÖÜ][A-Za-zäöü]{1,8}\.?)?"
)
_BEHIND_COUNCIL = lazy(
    r" (?!(?:AM|VOM|IM|IN|DER|DES|UND|ZUR?|ZUM|NR)\b"
    r"|(?i:(?:mon|diens|donners|frei|sams|sonn)(?:tag|abend)|mittwoch|sitzung|protokoll|niederschrift|top|datum|ort|beginn)\b)"
    rf"(?P<name>{NAME})"
    r"(?=\s*(?:$|[\n,(|\t·]|[-–] |(?:am|vom|im|zur|TOP|Nr)\b|\d))"
)
_TOWN_NAME = lazy(
    rf"(?!(?:Herrn?|Frau|Dr\.)\s|(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)(?:tag|abend)|Mittwoch|Sitzung|Beginn)\b){NAME}"
)
_WHOLE_LINE = lazy(r" (?P<name>[A-ZÄÖÜ][\wäöüß-]+ [A-ZÄÖÜ][\wäöüß-]+)(?=\s*(?:$|\n))")
_IN_BRACKETS = lazy(rf" \((?P<town>{_KINDS} {NAME})\)")
_PARTY = lazy(
    rf"(?:\b[Zz]wischen\s+|\b[Uu]nd\s+|(?:^|\n)\s*)(?:[Dd]e[rmn]|[Dd]ie)\s+(?P<town>{_KINDS}\s{NAME})"
    r"[,\s]+(?:\(?(?:im|in der|nach|vertreten|diese|Sitz)|[-–] ?(?:im|nach))"
)
_IMPRINT = lazy(rf"(?:©|\(c\)|Copyright) (?:\d{{4}}(?:-\d{{4}})? )?(?P<town>{_KINDS} {NAME})")
_ACTS = lazy(
    rf"(?:^|\n)\s*(?:\d{{1,2}}[.)]\s+)?D(?:er|ie) (?P<town>{_KINDS} {NAME})\s(?:gewährt|übernimmt|tritt|beteiligt|zahlt"
    r"|veräußert|verkauft|erwirbt|schließt|gründet|verpflichtet|errichtet|bürgt|kauft|pachtet"
    r"|verpachtet|vermietet|mietet|leistet|bezuschusst|überträgt)\b"
)
_ASSEMBLY = ("vertretung", "versammlung")
_OF_ITSELF = lazy(r"\b(?:der|die|des)\s$")
_DECIDES = (
    r"(?:beschlie(?:ß|ss)t|beschloss|fasste?|erteilte?|genehmigte?|bewilligte?|bestätigte?|billigte?|beauftragte?"
    r"|ermächtigte?"
)
_ONE_DECIDES = lazy(rf"\s{_DECIDES})\b")
_ALL_DECIDE = lazy(rf"\s{_DECIDES}|empfiehlt|stimmte?|nimmt|lehnte?|hat|haben|wählte?|wird|möge)\b|\s?:\s*\n")
_ITS_PEOPLE = lazy(
    r"\b(?:(?:mitglieder(?:n|zahl)?|sitzung|beschlüssen?|abgeordneten?|stadtverordneten?)(?:\s\d{4})?\s(?:der|des)"
    r"|im|(?:fraktion(?:en)?|tätigkeit|mitglied|sitz)\sin\sder)\s$"
)
_HAS_BEFORE = lazy(r"\b(?:hat|hatte|haben)\s(?:der|die)\s$")
_HAS_DECIDED = lazy(
    r"\s(?:[^.;]|\.(?=\d)){0,200}?\b(?:beschlossen|genehmigt|freigegeben|gebilligt|bewilligt|beauftragt|verabschiedet|vergeben"
    r"|festgesetzt|erlassen|ermächtigt)\b"
)
_TO_BEFORE = lazy(r"\bdem\s$")
_LEFT_TO = lazy(r"\s(?:vorbehalten|vorgelegt|(?:zur|mit der)\s(?:beschlussfassung|entscheidung|empfehlung|kenntnis)\b)")
_UMBRELLAS = ("verwaltungsgemeinschaft", "amt ", "verbandsgemeinde", "samtgemeinde", "gemeindeverwaltungsverband")
_WINDOW = 12000
_BEFORE = 40
_FURTHER_NAME = lazy(r"\s\((?!gemeinde|stadt|markt)|\s(?:zu|zur|über|für|der|des)\b")
_SITTINGS = (
    "sitzung der ",
    "sitzung des ",
    "vorlage für die ",
    "vorlage für den ",
    "vorlage an die ",
    "vorlage an den ",
)
_CONTRACT = 3000
_TABLE = 1500


def of_council(head: Head, session: Session | None) -> Named | None:
    """The town behind the name of its council, or in brackets: "Marktgemeinderates Auental", "Stadtrat (Stadt X)"."""
    text, folded = head.context.text, head.context.folded
    end = min(_TABLE, head.context.lines[head.last - 1].end if head.last else 0)
    found: dict[str, Piece] = {}
    for council in matcher("councils").finditer(folded, 0, end):
        bracket = _IN_BRACKETS.match(text, council.end)
        if bracket:
            found.setdefault(bracket["town"], bracket.span("town"))
        name = _BEHIND_COUNCIL.match(text, council.end)
        named = session is not None and council.start == session.place[0][0]
        if named and head.first("organization"):
            name = _WHOLE_LINE.match(text, council.end) or name
        if name and (named or folded[max(0, council.start - 16) : council.start].endswith(_SITTINGS)):
            found.setdefault(_called(council.entry.value, name["name"], text), name.span("name"))
    return next(iter(found.items())) if len(found) == 1 else None


def is_umbrella(name: str) -> bool:
    """Whether a body is one that writes for its members as well as for itself."""
    return lower(name).startswith(_UMBRELLAS)


def of_acting_council(text: str) -> Named | None:
    """The one town whose council a text speaks of: "Die Gemeindevertretung Auental beschließt …", "im Stadtrat Auen".

    A council of councillors shares its name with its members ("der Stadtrat Ahlers hat …"): only what no single one
    can do tells it.
    """
    text = text[:_WINDOW]
    folded = lower(text)
    found: dict[str, Piece] = {}
    councils = matcher("councils")
    named = any(map(folded.__contains__, councils.first_words))
    for council in councils.finditer(folded, 0, len(folded)) if named else ():
        name = _TOWN_NAME.match(text, council.end + 1)
        if name and _is_council(folded, (council.start, council.end), name.end()):
            found.setdefault(_called(council.entry.value, name.group(), text), name.span())
    return next(iter(found.items())) if len(found) == 1 else None


def _called(kind: str, name: str, text: str) -> str:
    """The town by its council's kind, unless the text calls it a town: towns of the south have a Gemeinderat too."""
    return f"Stadt {name}" if kind == "Gemeinde" and f"Stadt {name}" in text[:_WINDOW] else f"{kind} {name}"


def _is_council(folded: str, council: Piece, end: int) -> bool:
    """Whether a council's noun with a name behind it, up to ``end``, is the council and none of its members."""
    start, reach = council[0], max(0, council[0] - _BEFORE)
    if _ITS_PEOPLE.search(folded, reach, start):
        return _FURTHER_NAME.match(folded, end) is None
    if _HAS_BEFORE.search(folded, reach, start):
        return _HAS_DECIDED.match(folded, end) is not None
    if _TO_BEFORE.search(folded, reach, start):
        return _LEFT_TO.match(folded, end) is not None
    if _OF_ITSELF.search(folded, reach, start) is None:
        return False
    together = folded[slice(*council)].endswith(_ASSEMBLY)
    return (_ALL_DECIDE if together else _ONE_DECIDES).match(folded, end) is not None


def of_contract(text: str) -> Named | None:
    """The one town among the parties of a contract: "Die Gemeinde Auental, vertreten durch …"."""
    return _only(_PARTY, text, _CONTRACT)


def of_imprint(text: str) -> Named | None:
    """The town that a page gives as its owner: "© Gemeinde Auental"."""
    return _only(_IMPRINT, text, len(text)) if "©" in text or "opyright" in text or "(c)" in text else None


def of_own_act(text: str) -> Named | None:
    """The one town that acts itself in the resolutions of a text: "Die Stadt Auental gewährt dem Verein …".

    A district that acts where none but organs of a town are spoken of is another.
    """
    found = _only(_ACTS, text, _WINDOW)
    if found is None or not found[0].startswith(("Kreis", "Landkreis")):
        return found
    folded = lower(text[:_WINDOW])
    return None if "kreistag" not in folded and matcher("councils").first(folded, 0, len(folded)) else found


def _only(pattern: re.Pattern[str], text: str, end: int) -> Named | None:
    found: dict[str, Piece] = {}
    for hit in pattern.finditer(text, 0, end):
        found.setdefault(" ".join(hit["town"].split()), hit.span("town"))
    return next(iter(found.items())) if len(found) == 1 else None
