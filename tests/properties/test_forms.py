"""What minutes tell in the same form again and again is read once: with other numbers it tells what it tells alone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kimdocs import extract
from kimdocs.extraction.recognise.tallies import tokens as tally_tokens
from kimdocs.extraction.resolve.statements import statement
from kimdocs.model.source import SourceDocument

LABELS = ("Abstimmung:", "Beschluss:", "Abstimmungsergebnis:", "Abstimmung: Ja Nein Enth.", "Beratungsergebnis:")
RESULTS = (
    *("Ja: {}, Nein: {}, Enthaltungen: {}", "{} Ja / {} Nein / {} Enth.", "J/N/E: {}/{}/{}", "{} : {} : {}"),
    *(
        "einstimmig",
        "einstimmig beschlossen",
        "abgelehnt",
        "vertagt",
        "zur Kenntnis genommen",
        "geheim: {} Ja, {} Nein",
    ),
    *("einstimmig bei {} Enthaltungen", "mehrheitlich beschlossen ({}:{})", "dafür: {} dagegen: {}", "+ {} - {} o {}"),
    *("ABC: {} Ja; XYZ: {} Nein", "gegen die Stimmen der ABC", "die erforderliche Mehrheit wurde nicht erreicht"),
    *(
        "Ja-Stimmen: {} Nein-Stimmen: - Enthaltungen: {}",
        "zwölf dafür, drei dagegen",
        "{} {} {}",
        "gegen deren Stimmen",
    ),
)
numbers = st.lists(st.sampled_from((0, 1, 2, 7, 10, 12, 20, 100)), min_size=3, max_size=3)
labels = st.sampled_from(LABELS)
repeats = st.lists(numbers, min_size=2, max_size=4)
told = st.lists(st.tuples(st.sampled_from(RESULTS), numbers), min_size=1, max_size=3)


def minutes(label: str, end: str, results: list[tuple[str, list[int]]]) -> SourceDocument:
    lines = ["Gemeinde Ahlhafen", "Niederschrift über die Sitzung des Gemeinderates am 12.10.2031", ""]
    for number, (result, counts) in enumerate(results, 1):
        lines += [f"TOP {number}: Neubau des Bauhofs", "", "Der Antrag der ABC liegt vor.", ""]
        lines += [label + end + result.format(*counts), ""]
    return SourceDocument("sha256:0", "a.txt", "text/plain", "\n".join(lines))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(label=labels, end=st.sampled_from(("\n", " ")), results=told, again=repeats)
def test_a_result_in_the_form_of_one_before_tells_what_it_tells_alone(label, end, results, again, monkeypatch):
    source = minutes(label, end, [*results, *((result, counts) for counts in again for result, _ in results)])
    with monkeypatch.context() as alone:
        alone.setattr(statement, "form_of", lambda *_: None)
        each = extract(source)
    assert extract(source) == each


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(label=labels, result=st.sampled_from(RESULTS), again=repeats)
def test_a_line_in_the_form_of_one_before_has_its_own_numbers(label, result, again, monkeypatch):
    lines = [f"{label.lower()} {result.lower().format(*counts)}" for counts in again]
    with monkeypatch.context() as alone:
        alone.setattr(tally_tokens, "_LONGEST_FORM", 0)
        each = [tally_tokens.token_line(line) for line in lines]
    assert [tally_tokens.token_line(line) for line in lines] == each


@pytest.mark.parametrize("year", ["2022", "1999"])
def test_a_year_is_no_number_of_votes(year):
    known = tally_tokens.token_line(f"abstimmung im jahr {year}: 12 ja, 3 nein")
    assert known is not None
    assert [token.number for token in known.tokens if not token.side] == [12, 3]
