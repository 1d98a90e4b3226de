"""What the documents say is so: examples run, commands parse, versions agree."""

from __future__ import annotations

import doctest
import re
import shlex
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

import kimdocs
from kimdocs.cli.main import COMMANDS, build_parser

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
START = "python3 -m venv .uv && .uv/bin/pip install -q uv && .uv/bin/uv run "


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """An empty folder in which the corpus is at hand."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_examples_of_the_api_run(workplace):
    assert doctest.testmod(kimdocs, optionflags=doctest.NORMALIZE_WHITESPACE).attempted
    assert doctest.testmod(kimdocs).failed == 0


@pytest.mark.parametrize("block", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_examples_of_the_readme_run(workplace, block, capsys):
    exec(compile(block, "README.md", "exec"), {})
    assert "adopted 19 0" in capsys.readouterr().out or "decisions" not in block
    assert (workplace / "draft.docx").exists() or "draft.docx" not in block


def test_ci_runs_the_two_commands_of_the_readme():
    documented = re.findall(rf"^    ({re.escape(START)}.*)$", README, re.MULTILINE)
    assert documented == [START + "kimdocs demo", START + "pytest"]
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [command for command in documented if not any(line.startswith(command) for line in run)] == []


@pytest.mark.parametrize("command", re.findall(r"^    kimdocs (.*)$", README, re.MULTILINE))
def test_calls_in_the_readme_are_right(command):
    words = shlex.split(command)
    assert build_parser(words[0]).parse_args(words).run


def test_the_readme_names_every_command():
    assert not [name for name in COMMANDS if f"`kimdocs {name}" not in README]


def test_public_names_are_there():
    assert set(kimdocs.__all__) <= set(dir(kimdocs))
    assert all(getattr(kimdocs, name) for name in kimdocs.__all__)
    assert kimdocs.__version__ == version("kimdocs")
    with pytest.raises(AttributeError, match="unbekannt"):
        kimdocs.unbekannt  # noqa: B018 - the access is the test


def test_changelog_and_publiccode_name_the_version():
    assert f"## [{kimdocs.__version__}] - " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    public = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert public["softwareVersion"] == kimdocs.__version__
    assert public["legal"]["license"] == PROJECT["license"] == "EUPL-1.2"
    assert {"name", "url", "platforms", "categories", "developmentStatus", "softwareType", "maintenance"} <= set(public)
    for language in ("de", "en"):
        assert len(public["description"][language]["shortDescription"]) <= 150
        assert 150 <= len(public["description"][language]["longDescription"]) <= 10_000


def test_the_licence_is_the_whole_eupl():
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [int(number) for number in re.findall(r"^(\d+)\. [A-Z]", licence, re.MULTILINE)] == list(range(1, 16))
    assert "Compatible Licences" in licence


def test_the_lock_names_the_public_index_only():
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text(encoding="utf-8")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}
