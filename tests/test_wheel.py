"""The wheel works in an empty environment elsewhere: templates, lexicon and corpus are in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).resolve().parent.parent
MINUTES = """Niederschrift

TOP 1: Spielplatz
Beschluss:
Der Rat beschließt den Bau für 5.000 €.
Abstimmung: Ja: 12, Nein: 0
"""


@pytest.fixture(scope="session")
def uv() -> str:
    """The uv that runs the tests, or the one on the path."""
    found = os.environ.get("UV") or shutil.which("uv")
    if found is None:
        pytest.skip("uv ist nicht da; die Prüfung des Wheels baut und installiert mit uv.")
    return found


@pytest.fixture(scope="session")
def wheel(uv, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    subprocess.run([uv, "build", "--wheel", "--quiet", "--out-dir", target, ROOT], check=True)
    return next(target.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(uv, wheel, tmp_path_factory) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the installed ``kimdocs`` of an empty environment, in a folder of its own."""
    folder = tmp_path_factory.mktemp("elsewhere")
    locked = folder / "requirements.txt"
    export = ["export", "--frozen", "--no-dev", "--no-emit-project", "--no-hashes", "--quiet", "--project", ROOT]
    subprocess.run([uv, *export, "--output-file", locked], check=True, stdout=subprocess.DEVNULL)
    environment = folder / "env"
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, environment], check=True)
    install = ["pip", "install", "--quiet", "--python", environment, "--requirement", locked, wheel]
    subprocess.run([uv, *install], check=True)
    program = environment / ("Scripts" if os.name == "nt" else "bin") / "kimdocs"
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [program, *map(str, arguments)]
        return subprocess.run(
            command, cwd=folder, env=clean, check=False, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL
        )

    return run


def test_everything_a_user_needs_is_in_the_wheel(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "kimdocs/py.typed",
        "kimdocs/cli/words.toml",
        "kimdocs/lexicon/data/headings.toml",
        "kimdocs/_templates/beschlussvorlage/template.md.j2",
        "kimdocs/_templates/kooperationsvereinbarung/template.md.j2",
        "kimdocs/_corpus/README.md",
    ):
        assert needed in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if not name.startswith("kimdocs")]


def test_extract_and_draft_run_there(installed, tmp_path):
    minutes = tmp_path / "niederschrift.txt"
    minutes.write_text(MINUTES, encoding="utf-8")
    extracted = installed("extract", minutes, "--format", "jsonl")
    assert (extracted.returncode, extracted.stderr) == (0, "")
    assert json.loads(extracted.stdout)["decisions"][0]["yes"] == 12
    drafted = installed("draft", "beschlussvorlage", "--from", minutes, "-o", tmp_path / "entwurf.docx")
    assert drafted.returncode == 0, drafted.stderr
    again = installed("extract", tmp_path / "entwurf.docx", "--format", "jsonl")
    assert (again.returncode, again.stderr) == (0, "")


def test_the_demo_runs_there(installed, tmp_path):
    shown = installed("demo", "--out", tmp_path / "demo")
    assert shown.returncode == 0, shown.stderr
    assert list((tmp_path / "demo").glob("*.docx"))
