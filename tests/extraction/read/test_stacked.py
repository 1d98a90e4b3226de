"""Numbers below each other on a page that holds little else are several, not one of all their digits."""

from array import array

from kimdocs.extraction.read.pdf.stacked import apart, stacked_words

# "10" above "1" above "0", which pdfium tells as one word: left, top, right and bottom of each digit
DIGITS = [(90, 720, 95, 710), (95, 720, 100, 710), (90, 700, 95, 690), (90, 680, 95, 670)]


def of_words(*words):
    """The boxes of the first and the last digit of words, which are lists of boxes."""
    return array("d", [side for word in words for box in (word[0], word[-1]) for side in box])


def test_digits_below_each_other_are_cut():
    boxes = of_words(DIGITS, DIGITS[:2])
    assert stacked_words(["1010", "10"], boxes) == [0]
    found = apart(["1010", "10"], [0, 3, 4, 5], [0, 1], [0], [*DIGITS, *DIGITS[:2]].__getitem__)
    assert found == (["10", "1", "0", "10"], [0, 1, 2, 2, 3, 3, 4, 5], [0, 1, 2, 3])


def test_turned_digits_stay_whole():
    turned = [(90, 705, 100, 700), (90, 699, 100, 694)]
    assert stacked_words(["20"], of_words(turned)) == []


def test_words_are_no_numbers():
    assert stacked_words(["JaNein"], of_words(DIGITS)) == []
