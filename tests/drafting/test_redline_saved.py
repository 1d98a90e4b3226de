"""What LibreOffice writes anew when somebody only saves a draft is no change."""

from __future__ import annotations

import shutil
import subprocess

import pytest

import kimdocs
from kimdocs.drafting.catalogue import builtin_root
from kimdocs.drafting.redline.redline import redline
from kimdocs.drafting.roundtrip.package import WordPackage


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice ist nicht installiert.")
@pytest.mark.parametrize("kind", ["beschlussvorlage", "kooperationsvereinbarung"])
def test_what_libreoffice_saved_is_no_change(kind, tmp_path):
    example = builtin_root() / kind / "example.yaml"
    kimdocs.draft(kind, example).save(tmp_path / "a.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path / "b"]
    subprocess.run([*call, tmp_path / "a.docx"], check=True, capture_output=True, timeout=120)
    first, second = (WordPackage((tmp_path / name).read_bytes(), "x") for name in ("a.docx", "b/a.docx"))
    assert redline(first, second, author="A").changes == 0
    assert redline(second, first, author="A").changes == 0
