"""Every pattern that is compiled only when it is used is one: a mistake in it is found here."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import kimdocs
from kimdocs.errors import LexiconError
from kimdocs.lexicon import load
from kimdocs.lexicon.lazy import lazy

LAZY = type(lazy(""))
MODULES = [module.name for module in pkgutil.walk_packages(kimdocs.__path__, "kimdocs.") if "extraction" in module.name]


@pytest.mark.parametrize("name", MODULES)
def test_the_patterns_of_a_module_compile(name):
    values = vars(importlib.import_module(name)).values()
    patterns = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
    for pattern in patterns:
        if isinstance(pattern, LAZY):
            re.compile(pattern.pattern, pattern.flags)


def test_a_pattern_may_name_a_list_of_words():
    pattern = lazy(r"\b(?:@chairs@)in\b")
    assert pattern.search("die bürgermeisterin stellt fest")
    assert not pattern.search("die fraktion stellt fest")
    with pytest.raises(LexiconError, match="„no_such_list“"):
        _ = lazy("@no_such_list@").match


def test_every_list_of_words_is_named_by_a_pattern_and_holds_words_only():
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(kimdocs.__file__).parent.rglob("*.py"))
    for entry in load("word_lists"):
        assert f"@{entry.id}@" in sources
        assert all(re.fullmatch(r"[\w .-]+", phrase) for phrase in entry.phrases)


def test_a_lazy_pattern_is_the_pattern():
    pattern = lazy(r"(?P<count>\d+) Ja", re.IGNORECASE)
    assert pattern.search("9 ja")["count"] == "9"
    assert (pattern.pattern, pattern.groups, dict(pattern.groupindex)) == (r"(?P<count>\d+) Ja", 1, {"count": 1})
    assert pattern.sub("", "9 JA, 2 Nein") == ", 2 Nein"
    with pytest.raises(AttributeError):
        _ = pattern.nothing
    with pytest.raises(re.error):
        _ = lazy("(").match
