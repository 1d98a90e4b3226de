"""The built-in templates with their examples, compared with what was approved before.

After an intended change ``KIMDOCS_GOLDEN=1 pytest tests/drafting/test_golden.py`` writes the files anew: look at the
difference before committing it.
"""

from __future__ import annotations

import os

import pytest

import kimdocs
from kimdocs.drafting.catalogue import builtin_root, kinds, load_template
from kimdocs.drafting.lint import lint
from kimdocs.drafting.write.house import build

KINDS = kinds()


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_drafts_to_the_approved_text(kind, root):
    made = kimdocs.draft(kind, builtin_root() / kind / "example.yaml", strict=True)
    approved = root / "tests" / "golden" / "drafts" / f"{kind}.md"
    if os.environ.get("KIMDOCS_GOLDEN"):
        approved.write_text(made.markdown(), encoding="utf-8")
    assert made.markdown() == approved.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_built_in_templates_are_clean_and_use_every_required_field(kind):
    assert lint(load_template(kind)) == ()


def test_the_house_style_in_the_repository_is_the_one_its_script_makes():
    assert (builtin_root() / "house" / "hausvorlage.docx").read_bytes() == build()
