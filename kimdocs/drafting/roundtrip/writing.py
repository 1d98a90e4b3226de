"""A template's text put into a town's own folder: what must not be written, and what was written from Word before."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.lint import Finding, lint
from kimdocs.errors import TemplateError, unwritable

if TYPE_CHECKING:
    from kimdocs.drafting.catalogue import Template

WRITTEN = "aus-word.json"
"""Beside a template: of which text it came to Word, and which text came back."""


def check(template: Template, before: str, after: str) -> None:
    """Refuse what must not be written over a template.

    Raises:
        TemplateError: Somebody else has changed the template since, or the new text would not work any more.
    """
    if template.text() != before and not is_own(template, before):
        raise TemplateError(
            f"Die Vorlage „{template.kind}“ hat sich geändert, seit sie nach Word ausgegeben wurde.",
            "Geben Sie sie mit „to-word“ neu aus, und übertragen Sie die Änderungen.",
        )
    known = {item.message for item in _lint(template, before)}
    wrong = [item for item in _lint(template, after) if not item.warning and item.message not in known]
    if wrong:
        listed = "\n".join(f"  – Zeile {item.line}: {item.message}" for item in wrong)
        raise TemplateError(
            f"Mit diesen Änderungen geht die Vorlage „{template.kind}“ nicht mehr:\n{listed}",
            "Prüfen Sie in Word, ob eine Marke fehlt oder verschoben ist. Geschrieben wurde nichts.",
        )


def is_own(template: Template, before: str) -> bool:
    """Whether a template's text is just what came back from a Word file made of this text."""
    try:
        found: Any = json.loads((template.folder / WRITTEN).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return bool(found == _account(before, template.text()))


def _account(before: str, after: str) -> dict[str, str]:
    return {"nach_word": _hash(before), "aus_word": _hash(after)}


def _hash(text: str) -> str:
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _lint(template: Template, text: str) -> tuple[Finding, ...]:
    with TemporaryDirectory() as folder:
        (Path(folder) / "template.md.j2").write_text(text, encoding="utf-8")
        return lint(replace(template, folder=Path(folder)))


def write(folder: Path, kind: str, text: str, before: str | None = None) -> Path:
    """Put a template's text into a town's own folder, whole or not at all.

    Args:
        folder: The town's folder.
        kind: Name of the template.
        text: Its text.
        before: The text that went to Word; noted, so that the same Word file may come back once more.

    Raises:
        OutputError: The folder cannot be written to.
    """
    target = folder / kind / "template.md.j2"
    fresh = target.with_suffix(".neu")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(target)
        if before is not None:
            account = json.dumps(_account(before, text), indent=2)
            target.with_name(WRITTEN).write_text(f"{account}\n", encoding="utf-8")
    except OSError as error:
        raise unwritable(target, error) from error
    return target
