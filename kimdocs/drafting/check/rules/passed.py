"""What extraction found contradictory in the document itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import rules
from kimdocs.drafting.check.finding import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper


def issues(paper: Paper) -> Iterator[Found]:
    """The record's issues that are about the document and not about reading it: those that the catalogue knows."""
    for issue in paper.record.issues:
        if issue.code in rules():
            yield Found(issue.code, issue.evidence, {"message": issue.message})
