"""German notation as data: TOML tables of entries, each with examples and counter-examples."""

from kimdocs.lexicon.load import Entry, fingerprint, load, table_names, words_of
from kimdocs.lexicon.match import Match, Matcher, forget_pieces, matcher

__all__ = ["Entry", "Match", "Matcher", "fingerprint", "forget_pieces", "load", "matcher", "table_names", "words_of"]
