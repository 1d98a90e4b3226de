"""Fixtures that tests of every part use."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("kimdocs", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kimdocs")


class CliResult(NamedTuple):
    """What a command answered: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder ``shared`` with real documents beside the checkout; without it the test is skipped."""
    folder = ROOT.parent / "shared"
    if not (folder / "evaluate").is_dir():
        pytest.skip("Neben dem Checkout liegt kein Ordner „shared“ mit echten Dokumenten.")
    return folder


@pytest.fixture(scope="session")
def corpus_dir() -> Path:
    """The project's own corpus of invented documents."""
    return ROOT / "corpus"


@pytest.fixture(autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the account of written files out of the home of whoever runs the tests."""
    for variable in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path_factory.getbasetemp() / "state"))


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., CliResult]:
    """Run ``kimdocs ARGUMENTS…`` in this process: ``cli("extract", path, stdin=b"…") -> CliResult(code, out, err)``."""

    def run(*arguments: object, stdin: bytes = b"") -> CliResult:
        from kimdocs.cli.main import main

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return CliResult(code, out, err)

    return run
