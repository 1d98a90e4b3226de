"""One and the same text is read alike, however wide its lines are set and whatever spaces part its words."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kimdocs
from kimdocs.extraction.layout.line_wraps import without_wraps
from kimdocs.extraction.layout.plain_spaces import with_plain_spaces

HEAD = """Gemeinde Ahornfelde
Niederschrift über die 7. Sitzung des Gemeinderates
am 14.03.2031 im Rathaus
"""
PARAGRAPHS = [
    "Der Bürgermeister eröffnet die Sitzung und stellt fest, dass die Mitglieder ordnungsgemäß geladen sind und der "
    "Gemeinderat beschlussfähig ist. Einwände gegen die Tagesordnung werden nicht erhoben.",
    "TOP 1: Sanierung der Mühlenbrücke",
    "Frau Tannhäuser stellt die Planung vor und nennt Kosten von 412.000 Euro, von denen das Land die Hälfte trägt. "
    "Herr Wiesengrund hält eine Umleitung über den Anger für unumgänglich.",
    "Nach kurzer Aussprache beschließt der Gemeinderat mit 12 Ja-Stimmen und 3 Nein-Stimmen bei 2 Enthaltungen, die "
    "Brücke nach der vorgestellten Planung zu sanieren.",
    "TOP 2: Antrag der Bürgerliste auf einen Trinkbrunnen",
    "Der Antragsteller verweist auf die warmen Sommer. Die Verwaltung rechnet mit Kosten von 9.800 Euro im Jahr. Der "
    "Antrag wird mit 5 Ja-Stimmen gegen 11 Nein-Stimmen bei einer Enthaltung abgelehnt.",
    "TOP 3: Umbenennung des Platzes vor der Schule",
    "In der Sitzung vom Herbst wurde einer ähnlichen Umbenennung mit 9 : 8 Stimmen zugestimmt. Auf Vorschlag der "
    "Vorsitzenden vertagt der Gemeinderat die Entscheidung einstimmig bis zur nächsten Sitzung.",
]


def minutes(width: int, gap: str = "\n\n") -> str:
    return HEAD + gap.join(["", *(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)]) + "\n"


def told(text: str) -> list[tuple[object, ...]]:
    record = kimdocs.extract(kimdocs.read(text.encode(), name="niederschrift.txt"))
    votes: list[tuple[object, ...]] = [
        (one.agenda_item, one.outcome, one.yes, one.no, one.abstain, one.unanimous) for one in record.decisions
    ]
    return [*votes, *((figure.amount, figure.per) for figure in record.figures)]


@settings(max_examples=40, deadline=None)
@given(width=st.integers(min_value=48, max_value=140))
def test_the_width_of_the_lines_tells_nothing(width):
    assert told(minutes(width)) == told(minutes(10_000))


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_fixed_spaces_part_words_as_others_do(space):
    text = minutes(10_000)
    assert told(text.replace(" ", space)) == told(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abcABC12 .,:;-–()\t|\u00a0\n", max_size=90), max_size=30).map("\n".join))
def test_but_breaks_and_spaces_change_and_every_place_stays(text):
    for changed in (without_wraps(text), with_plain_spaces(text)):
        assert len(changed) == len(text)
        pairs = zip(text, changed, strict=True)
        assert all(new == old or (old in "\n\u00a0" and new == " ") for old, new in pairs)


def wrapped(*lines: str) -> str:
    """The lines behind a head, and a paragraph that tells how wide the lines are."""
    return without_wraps("\n".join([HEAD, "\n" * 8, textwrap.fill(" ".join(PARAGRAPHS[:3:2]), 70), "", *lines, ""]))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("TOP 4: Ausbau der Straßen am Anger und der Wege am Gut", "Herr Lindner trägt den Plan vor des Büros vor."),
        ("Anwesend waren die Mitglieder Ahorn, Birke, Buche, Eiche, Erle, Esche", "Entschuldigt: Herr Ulme"),
        ("Die Verwaltung wird beauftragt, den Weg hinter der Schule zu bauen und", "- Bänke aufzustellen,"),
        ("Die Kosten der Maßnahme stehen im Haushalt des laufenden Jahres bereit.", "Der Rat stimmt zu."),
        ("Ausbau des Weges                                             12.000 Euro", "und der Zufahrt dahinter."),
    ],
)  # fmt: skip
def test_lines_of_their_own_stay_so(above, below):
    assert f"{above}\n{below}" in wrapped(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Der Gemeinderat stimmt dem Vorschlag der Verwaltung mit den Stimmen der", "Bürgerliste: 7 zu 4 zu."),
        ("Der Gemeinderat lehnt den Antrag nach langer Aussprache zuletzt mit 6", ": 11 Stimmen ab."),
        ("Aufnahme eines Punktes „Brunnen“ in die Tagesordnung, dafür stimmen 6", "Ja-Stimmen mehrheitlich"),
        ("Die Mittel stehen unter der Haushaltsstelle bereit, die der Plan als Nr.", "8150 im Teil B nennt."),
    ],
)
def test_what_awaits_the_next_word_goes_on(above, below):
    assert f"{above} {below}" in wrapped(above, below)
