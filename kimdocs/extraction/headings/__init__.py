"""Headings that the lexicon knows: on lines of their own, inside lines, in cells."""
