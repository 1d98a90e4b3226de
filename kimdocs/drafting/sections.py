"""Numbered sections of an agreement: ``## § [[haftung]] Haftung`` is one, ``nach § [[haftung]]`` refers to it.

The names stand in the template, or in a text that somebody typed into a field. The numbers come last, when all
conditions of the template are decided, so that they follow where a section is left out. Sections of a law ("§ 5 VwVfG")
have no brackets and stay text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.drafting.blocks import Block, Fence, Heading, ListBlock, Note, Paragraph, Run, Runs, Table, all_runs
from kimdocs.drafting.gaps import Gap
from kimdocs.drafting.slots import NBSP

if TYPE_CHECKING:
    from collections.abc import Callable

SIGN = "§"
LEVEL = 2
_REPEATED = re.compile(r"(?<=,|[dsr])\s§\s(?=\d)")
_SEVERAL = re.compile(r"§§\s\d+(?:(?:,|\s(?:und|bis|oder|sowie))\s§\s\d+)+")
_LABEL = re.compile(r"[a-zäöüß][a-zäöüß0-9_]{0,29}")


def number(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Gap, ...]]:
    """The blocks with numbers in place of names, and a gap for each name that leads nowhere or names two sections."""
    if not any(run.ref for run in all_runs(blocks)):
        return blocks, ()
    numbers: dict[str, int] = {}
    gaps: dict[str, Gap] = {}
    for block in blocks:
        label = _label_of(block)
        if label in numbers:
            gaps[label] = _gap(label, f"Den Namen „[[{label}]]“ tragen zwei Paragrafen der Vorlage.")
        elif label:
            numbers[label] = len(numbers) + 1

    def numbered(run: Run) -> Run:
        if run.ref in numbers:
            sign = f"{SIGN}{NBSP}" if run.text.startswith(SIGN) else ""
            return replace(run, text=f"{sign}{numbers[run.ref]}", fact=None)
        if run.ref:
            gaps.setdefault(run.fact.path if run.fact else run.ref, _dangling(run))
            return replace(run, ref="", gap=run.fact is None)
        return run

    found = tuple(_with_label(block) for block in blocks)
    return tuple(_mapped(block, numbered) for block in found), tuple(gaps.values())


def without_repeated_signs(text: str) -> str:
    """A text with "§§ 3 und 5" where LibreOffice, which knows no number alone, has made it "§§ 3 und § 5"."""
    return _SEVERAL.sub(lambda found: _REPEATED.sub(" ", found[0]), text)


def _label_of(block: Block) -> str:
    """Name of the section that a block begins; empty if it begins none."""
    if not isinstance(block, Heading) or block.level != LEVEL or not block.runs:
        return ""
    first = block.runs[0]
    return first.ref if first.text.startswith(SIGN) and _LABEL.fullmatch(first.ref) else ""


def _with_label(block: Block) -> Block:
    label = _label_of(block)
    return replace(block, label=label) if label and isinstance(block, Heading) else block


def _dangling(run: Run) -> Gap:
    name = f"[[{run.ref}]]"
    if run.fact is None:
        return _gap(run.ref, f"„{name}“ in der Vorlage verweist auf keinen Paragrafen.")
    message = f"„{name}“ im Feld „{run.fact.label}“ ({run.fact.path}) verweist auf keine Angabe."
    return Gap("reference", run.fact.path, run.fact.label, "", 0, message)


def _gap(label: str, message: str) -> Gap:
    return Gap("reference", label, label, "", 0, message)


def _mapped(block: Block, change: Callable[[Run], Run]) -> Block:
    """The block with every run changed."""

    def runs(old: Runs) -> Runs:
        return tuple(map(change, old))

    if isinstance(block, Heading | Paragraph):
        return replace(block, runs=runs(block.runs))
    if isinstance(block, ListBlock):
        return replace(block, items=tuple(tuple(_mapped(part, change) for part in item) for item in block.items))
    if isinstance(block, Table):
        rows = tuple(tuple(map(runs, row)) for row in block.rows)
        return replace(block, header=tuple(map(runs, block.header)), rows=rows)
    if isinstance(block, Fence):
        return replace(block, lines=tuple(tuple(map(runs, line)) for line in block.lines))
    return (
        replace(block, blocks=tuple(_mapped(part, change) for part in block.blocks))
        if isinstance(block, Note)
        else block
    )
