"""Amounts and posts in any wording and any table: value, period and firmness are read right, or left open."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from kimdocs import extract
from kimdocs.model.source import SourceDocument

if TYPE_CHECKING:
    from kimdocs.model.record import Record

PAPER = (
    "Stadt Ahlhafen\nBeschlussvorlage 112/2031\n\nBetreff: Neubau\n\nSachverhalt:\nDie Verwaltung berichtet.\n{}\n"
    "Weiteres folgt.\n"
)
PER = {
    "": (),
    " jährlich": ("year",),
    " p. a.": ("year",),
    "/Monat": ("month",),
    " je Kind und Monat": ("month", "person"),
    " pro m²": ("m2",),
    " je Stelle und Jahr": ("post", "year"),
    " je Stunde": ("hour",),
}
FIRM = {"": "exact", "bis zu ": "up_to", "mindestens ": "at_least", "rund ": "about", "über ": "at_least"}
UNITS = {"€": 1, "EUR": 1, "Euro": 1, "T€": 1000, "TEUR": 1000, "Tsd. €": 1000}
BEFORE = ("Bei Konto 4311000 ", "Am 12.03.2031 ", "Mit 3,5 % ", "Auf 1.250 m² ", "Für 37 Kinder ", "Im Jahr 2031/2032 ")
BEHIND = ("", " im Jahr 2031", " zzgl. 19 % MwSt.", " (brutto)", " bei 3,5 % Zinsen", " (Kto. 524100)", " gemäß § 5")
FRAMES = ("{} entstehen Kosten von {}{}.", "{} ist ein Zuschuss in Höhe von {} vorgesehen{}.")
CAPTIONS = {
    "Kosten (in €)": (1, ()),
    "Alle Angaben in T€": (1000, ()),
    "(1.000 €)": (1000, ()),
    "Übersicht in 1.000 €": (1000, ()),
    "Monatsbeiträge in €": (1, ("month",)),
    "Kosten in T€ pro Jahr": (1000, ("year",)),
    "Angaben in Euro pro m²": (1, ("m2",)),
    "Beträge in EUR/Monat": (1, ("month",)),
}
LABELS = ("Personalkosten", "Sachkosten", "Planung", "Nebenkosten", "Stufe 1", "Zwischensumme", "Möbel")
POSTS = {"0,5": "0.5", "zwei": "2", "1,75": "1.75", "anderthalb": "1.5", "zweieinhalb": "2.5", "12": "12"}
PARTS = {"eine halbe Stelle": "0.5", "1/2 Stelle": "0.5", "1 ½ Stellen": "1.5", "eine Viertelstelle": "0.25"}
WORDS = ("VZÄ", "Stellen", "Vollzeitstellen", "Planstellen")
BESIDE = ("", " (EG 9b)", " nach A 12", " mit 19,5 Wochenstunden", " ab 01.08.2031", " zu je 65.000 €", " im Team 3")
LEADS = ("Es werden {} eingerichtet.", "Mehrbedarf im Team 3: {}", "Im Fachbereich 51 sind {} unbesetzt.", "- {}")


class Table(NamedTuple):
    """A table with its caption or header, its amounts, and what they are counted by."""

    text: str
    amounts: list[Decimal]
    per: tuple[str, ...]


def read(text: str) -> Record:
    return extract(SourceDocument("sha256:0", "p.txt", "text/plain", PAPER.format(text)))


@st.composite
def captioned(draw: st.DrawFn) -> Table:
    caption, (factor, per) = draw(st.sampled_from(sorted(CAPTIONS.items())))
    border = draw(st.sampled_from(("\t", "      ", " | ")))
    above, accounts = draw(st.booleans()), draw(st.booleans())
    header = ["Bezeichnung", *(["Konto"] if accounts else []), "Betrag" if above else caption]
    lines = [*([caption] if above else []), border.join(header)]
    amounts = []
    for label in draw(st.permutations(LABELS))[: draw(st.integers(2, 4))]:
        value = draw(st.integers(20, 2500)) * (1 - 2 * draw(st.booleans()))
        amounts.append(Decimal(value * factor))
        number = f"{value:,}".replace(",", ".")
        lines.append(border.join([label, *(["524100"] if accounts else []), number]))
    return Table("\n" + "\n".join(lines) + "\n", amounts, per)


@settings(derandomize=True, max_examples=200)
@given(
    st.integers(11, 950),
    *map(st.sampled_from, (sorted(UNITS), sorted(FIRM), sorted(PER), BEFORE, BEHIND, FRAMES, ("", "1", "2)"))),
    st.booleans(),
)
def test_an_amount_in_a_sentence(number, unit, firm, per, before, behind, frame, note, broken) -> None:  # noqa: PLR0917
    note = note if unit == "€" else ""
    written = firm + str(number) + ("\n" if broken else " ") + unit + note + per
    (figure,) = read(frame.format(before, written, behind)).figures
    assert figure.amount == number * UNITS[unit]
    assert figure.qualifier == FIRM[firm]
    assert sorted(figure.per) == list(PER[per])


@settings(derandomize=True, max_examples=200)
@given(captioned())
def test_amounts_of_a_table_have_the_unit_and_the_period_of_its_caption(table: Table) -> None:
    figures = read(table.text).figures
    assert [figure.amount for figure in figures] == table.amounts
    assert {figure.per for figure in figures} == {table.per}


@settings(derandomize=True, max_examples=200)
@given(
    st.sampled_from(
        [*((f"{count} {word}", value) for count, value in POSTS.items() for word in WORDS), *PARTS.items()]
    ),
    st.sampled_from(BESIDE),
    st.sampled_from(LEADS),
    st.booleans(),
)
def test_posts_are_no_money_and_no_other_number(posts: tuple[str, str], beside: str, lead: str, broken: bool) -> None:
    written = posts[0].replace(" ", "\n", 1) if broken else posts[0]
    record = read(lead.format(written + beside))
    assert {post.count for post in record.staffing} <= {Decimal(posts[1])}
    assert [figure.amount for figure in record.figures] == [Decimal(65000)] * ("65.000" in beside)
