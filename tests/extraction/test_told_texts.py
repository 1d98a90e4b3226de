"""Texts inside the sentences that tell how the vote on them went."""

import pytest

from tests.extraction.reading import record_of

ITEM = "TOP 4  Wegebau\n\n"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("Der Rat beschließt einstimmig, am Bach 12 Weiden zu pflanzen.", "am Bach 12 Weiden zu pflanzen."),
        (
            "Herr Anders zeigt Bilder. Der Rat beschloss mit 3 Nein-Stimmen, die Bank zu erneuern. Sie darf 900 € "
            "nicht übersteigen. Herr Anders dankt.",
            "die Bank zu erneuern. Sie darf 900 € nicht übersteigen.",
        ),
        ("Einstimmig wird beschlossen, dass der Sitz verlegt wird.", "dass der Sitz verlegt wird."),
        ("Der Rat beschließt, den Weg am Bach zu sperren, einstimmig.", "den Weg am Bach zu sperren"),
    ],
)
def test_a_clause_that_goes_with_the_verb_is_the_text(told, text):
    found = record_of(ITEM + told + "\n")
    assert [(one.text, one.decision) for one in found.resolutions] == [(text, 0)]


@pytest.mark.parametrize(
    "told",
    [
        "Der Rat beschließt einstimmig, die Sitzung für eine Pause zu unterbrechen.",
        "Der Rat beschließt einstimmig den Ankauf von zwei Bänken, die am Bach stehen.",
        "Der Rat nimmt den Bericht zur Kenntnis und empfiehlt einstimmig, die Bank am Bach zu erneuern.",
        "Der Rat beschließt einstimmig, folgende Bänke zu erneuern:",
        "Der Rat beschließt den Weg einstimmig, da er dringend zu bauen ist.",
    ],
)
def test_other_sentences_hold_no_text_of_their_own(told):
    assert not record_of(ITEM + told + "\n").resolutions


def test_an_item_with_several_decisions_has_no_such_text():
    told = "Der Rat beschließt einstimmig, den Weg am Bach zu bauen. Mit 5 : 4 Stimmen lehnt er die Bank ab."
    assert not record_of(ITEM + told + "\n").resolutions
