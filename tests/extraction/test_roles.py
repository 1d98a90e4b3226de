"""What sentences are in their document: decided, held, a fact, told of the past or said by somebody."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.extraction.language.cuts import sentences
from kimdocs.extraction.language.roles import Role, sentence_role
from kimdocs.extraction.segment import segment


def role(sentence: str) -> Role:
    context = segment(kimdocs.read(sentence.encode(), name="papier.txt"))
    return sentence_role(context, 0, len(sentence))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Der Rat vergibt den Auftrag an die Firma Lohse.", Role.ACT),
        ("Am Anger werden zwölf Linden gepflanzt.", Role.ACT),
        ("Die Hecke, die 2019 gesetzt wurde, ist im Herbst zu schneiden.", Role.ACT),
        ("Nachdem die Frist abgelaufen ist, wird der Vertrag gekündigt.", Role.ACT),
        ("Wir bitten den Magistrat, die Bank zu erneuern.", Role.ACT),
        ("2. Die Mittel werden bereitgestellt.", Role.ACT),
        ("Die Stadt erwirbt die Wiese am Bach.", Role.HOLDS),
        ("Die Gebühr beträgt ab Mai 12 €.", Role.HOLDS),
        ("Die Verwaltung berichtet einmal im Jahr.", Role.HOLDS),
        ("Der Weg soll verbreitert werden.", Role.HOLDS),
        ("Die Verwaltung schreibt die Arbeiten aus.", Role.HOLDS),
        ("Die Verwaltung beantragt einen Zuschuss.", Role.HOLDS),
        ("Die Verwaltung beantragt, den Punkt abzusetzen.", Role.SAID),
        ("KT Anders erklärt sein Nein.", Role.SAID),
        ("Die Einwände werden gemäß der Tabelle behandelt.", Role.ACT),
        ("Der Punkt wird auf den Mai verschoben.", Role.FACT),
        ("Das Haus wird derzeit als Lager geführt.", Role.FACT),
        ("Mit höheren Kosten ist zu rechnen.", Role.FACT),
        ("Der Punkt wird vertagt.", Role.FACT),
        ("Die Mauer sei brüchig.", Role.TOLD),
        ("Der Zaun wurde im Vorjahr erneuert.", Role.TOLD),
        ("Die Planung wird vorgestellt.", Role.TOLD),
        ("Frau Lohse hält das für falsch.", Role.SAID),
        ("Bauamtsleiter Anders erläuterte den Plan.", Role.SAID),
        ("Die Verwaltung stellt den Plan vor.", Role.SAID),
        ("Dem wird ohne Aussprache zugestimmt.", Role.SAID),
        ("Der Antrag findet eine Mehrheit.", Role.SAID),
        ("Nach kurzer Aussprache wird abgestimmt.", Role.SAID),
        ("Sodann beschließt der Rat den Plan.", Role.SAID),
        ("Wann wird der Weg gebaut?", Role.SAID),
        ("Wegenetz am Bach", Role.PART),
    ],
)
def test_what_a_sentence_is(sentence, found):
    assert role(sentence) is found


def test_sentences_end_at_stops_blank_lines_and_short_titles():
    text = (
        "Wegenetz\nDer Weg am Bach wird auf ganzer Länge verbreitert, der Zaun an der\n"
        "Mühle bleibt. Nach Nr. 3 zahlt der Verein.\n\nEnde"
    )
    context = segment(kimdocs.read(text.encode(), name="papier.txt"))
    cut = [" ".join(text[start:end].split()) for start, end in sentences(context, 0, len(text))]
    assert cut == [
        "Wegenetz",
        "Der Weg am Bach wird auf ganzer Länge verbreitert, der Zaun an der Mühle bleibt.",
        "Nach Nr. 3 zahlt der Verein.",
        "Ende",
    ]
