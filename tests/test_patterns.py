"""Every pattern that is compiled only when it is used is one: a mistake in it is found here."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import kimdocs
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


def test_a_lazy_pattern_is_the_pattern():
    pattern = lazy(r"(?P<count>\d+) Ja", re.IGNORECASE)
    assert pattern.search("9 ja")["count"] == "9"
    assert (pattern.pattern, pattern.groups, dict(pattern.groupindex)) == (r"(?P<count>\d+) Ja", 1, {"count": 1})
    assert pattern.sub("", "9 JA, 2 Nein") == ", 2 Nein"
    with pytest.raises(AttributeError):
        _ = pattern.nothing
    with pytest.raises(re.error):
        _ = lazy("(").match
