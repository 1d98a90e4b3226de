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
from kimdocs import errors
from kimdocs.cli.endings import ENDINGS
from kimdocs.cli.main import COMMANDS, INTERRUPTED, build_parser, main

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


def test_exit_codes_are_the_same_in_the_readme_the_help_and_the_errors(capsys):
    sentence = re.search(r"^Exit codes: (.*?)(?:;|\n\n)", README, re.MULTILINE | re.DOTALL)
    assert sentence
    assert [int(code) for code in re.findall(r"\b(\d+) [a-z]", sentence[1])] == list(ENDINGS)
    assert {error.exit_code for error in vars(errors).values() if isinstance(error, type)} | {0, INTERRUPTED} == {
        *ENDINGS
    }
    assert main(["--help"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert all(f"{code}: {words}" in shown for code, words in ENDINGS.items())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_says_how_it_ends(capsys, command):
    assert main([command, "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    codes = re.findall(r"(?<![\w:.])(\d{1,3}): (?=[a-zäöü])", told)
    assert {2, 7} <= {*map(int, codes)} <= {*ENDINGS}


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_files_that_a_document_names_are_there(document):
    named = re.findall(r"`([\w./*]*(?:\.py|\.toml|\.md|/))`", (ROOT / document).read_text(encoding="utf-8"))
    known = [
        path for top in ("kimdocs", "templates", "corpus", "tests") for path in (ROOT / top, *(ROOT / top).rglob("*"))
    ]
    known += ROOT.glob("*.md")
    assert not [name for name in named if not any(path.match(name.rstrip("/")) for path in known)]


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
