"""Which files commands wrote last, by hash: one that nobody has touched since may be written again unasked.

The account is one small file in the user's own folder for the state of programs. Where it cannot be kept, every file
that is there counts as edited.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

MOST = 500
_BLOCK = 1 << 20


def remember(path: str | Path) -> None:
    """Note a file as it is now."""
    try:
        account = _account()
        known = {**_read(account), _name(path): _hash(Path(path))}
        account.parent.mkdir(parents=True, exist_ok=True)
        fresh = account.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps(dict(list(known.items())[-MOST:]), indent=1), encoding="utf-8")
        fresh.replace(account)
    except (OSError, ValueError, RuntimeError):  # no home, no room, no right to write: the file counts as edited
        return


def is_untouched(path: str | Path) -> bool:
    """Whether a file is as a command left it."""
    try:
        return _read(_account()).get(_name(path)) == _hash(Path(path))
    except (OSError, RuntimeError):
        return False


def _account() -> Path:
    """Where the account lies: as the system has it, below the user's home.

    Raises:
        RuntimeError: The user has no home.
    """
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or home / ".local" / "state")
    return base / "kimdocs" / "geschrieben.json"


def _read(account: Path) -> dict[str, str]:
    try:
        found: Any = json.loads(account.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def _name(path: str | Path) -> str:
    return str(Path(path).resolve())


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return f"sha256:{digest.hexdigest()}"
