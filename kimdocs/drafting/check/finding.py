"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimdocs.model.record import Severity
    from kimdocs.model.source import Evidence


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule's function found, before the catalogue gives it words.

    Attributes:
        code: Code of the rule in the catalogue.
        evidence: The places in the text; may be empty.
        words: What fills the gaps of the rule's message.
        paragraph: Number (from 0) of the paragraph of a Word file; None for what was found in the text.
    """

    code: str
    evidence: tuple[Evidence, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reader should look at.

    Attributes:
        code: Code of the rule, for example ``words-against-digits``.
        severity: ``error`` (must not go out), ``warning`` (probably wrong), ``note`` (worth a look).
        message: German sentence.
        basis: Where the rule comes from, in German: a section of a law, a norm, or plain arithmetic.
        evidence: The places in the text; empty where the whole document is meant.
        paragraph: Number (from 0) of the paragraph of a Word file, where the rule looked at the file itself.
    """

    code: str
    severity: Severity
    message: str
    basis: str
    evidence: tuple[Evidence, ...] = ()
    paragraph: int | None = None
