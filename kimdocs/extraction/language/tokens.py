"""spaCy's German tokeniser, mended for the notation of council documents."""

from __future__ import annotations

import re
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from kimdocs.lexicon import load
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_DASHES = "[-–—]"
_EMOTICON = lazy(r"[:;=<>()\[\]|@^_\d]")


class Reader:
    """A tokeniser that is made anew after so many characters: its vocabulary keeps every word it ever saw.

    A memory zone would free the words too, but forgets the common ones at the end of every passage and costs ten times
    the reading of a short one.
    """

    _lifetime = 5_000_000

    def __init__(self) -> None:
        """Nothing is imported before the first passage."""
        self._lock = Lock()
        self._left = 0
        self._tokenizer: Callable[[str], Doc] | None = None

    def read(self, text: str) -> Doc:
        """The tokens of a passage. Its vocabulary is shared with other passages."""
        with self._lock:
            if self._tokenizer is None or self._left < 0:
                self._tokenizer, self._left = tokenizer(), self._lifetime
            self._left -= len(text)
            return self._tokenizer(text)


@cache
def _reader() -> Reader:
    return Reader()


def tokens(text: str) -> Doc:
    """The tokens of a passage, by a tokeniser that all callers share."""
    return _reader().read(text)


def repair_tokenizer(nlp: Language) -> None:
    """Give a German pipeline the mended tokeniser."""
    nlp.tokenizer = tokenizer(nlp.vocab)


def tokenizer(vocab: Vocab | None = None) -> Callable[[str], Doc]:
    """The German tokeniser with our notation, as ``spacy.blank("de")`` would make it but without a pipeline around.

    ``Ja:22``, ``10–15``, ``500,00€.``, ``2024.`` and ``55.000,-`` are split, ``Akteure:innen`` stays one token, the
    stop behind a full date is a token of its own, and known abbreviations keep theirs.
    """
    from spacy.lang.de import German
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
    from spacy.vocab import create_vocab

    german = German.Defaults
    rules = german.tokenizer_exceptions
    made: Callable[[str], Doc] = Tokenizer(
        create_vocab("de", german) if vocab is None else vocab,
        rules={form: rule for form, rule in rules.items() if not _EMOTICON.search(form)},
        prefix_search=compile_prefix_regex(german.prefixes or ()).search,
        suffix_search=compile_suffix_regex(_suffixes(_patterns(german.suffixes))).search,
        infix_finditer=compile_infix_regex(_infixes(_patterns(german.infixes))).finditer,
        token_match=re.compile(_abbreviations(), re.IGNORECASE).fullmatch,
        url_match=german.url_match,
    )
    return made


def _patterns(default: Iterable[str | re.Pattern[str]] | None) -> list[str]:
    return [pattern if isinstance(pattern, str) else pattern.pattern for pattern in default or ()]


def _infixes(default: Iterable[str]) -> list[str]:
    """Infixes of the language with the colon between letters made a matter of what stands behind it."""
    kept = [pattern for pattern in default if "[:<>=]" not in pattern]
    return [
        *kept,
        r"(?<=[^\W_])[<>=](?=[^\W_])",
        r"(?<=\d),(?=[^\W\d_])",
        r"(?<=[^\W\d_]):(?=\d)",
        r"(?<=[^\W_]):(?=[^\W\d_])(?!(?:innen|in|r|n|s|m|e|es|er|en|em)\b)",
        rf"(?<=\d){_DASHES}(?=\d)",
    ]


def _suffixes(default: Iterable[str]) -> list[str]:
    return [
        *default,
        r"(?<=\d),[-–—]{1,2}",
        r"(?<=[€$£])\.",
        r"(?<=\d{4})\.",
        r"(?<=\d\d\.\d\d\.\d\d)\.",
        r"(?<=\.\d{3})\.",
        r"(?<=,\d\d)\.",
        r"(?<=,[-–—])\.",
        r"(?<=,[-–—][-–—])\.",
    ]


def _abbreviations() -> str:
    """Pattern of the tokens that keep their full stop: abbreviations and initials."""
    entries = load("abbreviations")
    words = [re.escape(phrase) for entry in entries for phrase in entry.phrases if " " not in phrase]
    tails = [re.escape(phrase) for entry in entries if entry.attributes.get("compounds") for phrase in entry.phrases]
    return "|".join([*words, rf"[\w-]+(?:{'|'.join(tails)})", r"[^\W\d_]\."])
