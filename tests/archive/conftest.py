"""An archive in a folder of its own for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kimdocs.archive.store import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archiv.sqlite") as made:
        yield made
