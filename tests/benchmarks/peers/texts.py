"""Texts with the amounts and votes that people found in them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.evaluate.gold import read_folder
from kimdocs.extraction.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]
SNIPPETS = ROOT.parent / "shared" / "evaluate" / "peers" / "gold80.jsonl"
CORPUS = ROOT / "corpus"

Vote = tuple[int | None, int | None, int | None]


@dataclass(frozen=True)
class Text:
    """A text and what stands in it; doubtful amounts are neither demanded nor held against anybody.

    ``unanimous_means_none_against``: whether the annotator wrote 0 votes against for "einstimmig".
    """

    text: str
    amounts: Counter[Decimal]
    doubtful: Counter[Decimal]
    votes: Counter[Vote]
    unanimous_means_none_against: bool = False


def snippets() -> list[Text] | None:
    """The hand-written snippets; None where they do not lie beside the checkout."""
    if not SNIPPETS.is_file():
        return None
    return [_snippet(json.loads(line)) for line in SNIPPETS.read_text(encoding="utf-8").splitlines() if line.strip()]


def _snippet(data: dict) -> Text:
    amounts = Counter(Decimal(amount["value"]) for amount in data["amounts"])
    votes = Counter((vote["yes"], vote["no"], vote["abstain"]) for vote in data["votes"])
    return Text(data["text"], amounts, Counter(), votes, unanimous_means_none_against=True)


def corpus() -> list[Text]:
    """The project's own documents with their gold."""
    return list(_corpus())


def _corpus() -> Iterator[Text]:
    gold = read_folder(CORPUS / "gold")
    for path in sorted(CORPUS.iterdir()):
        if path.is_file() and path.stem in gold:
            found = gold[path.stem]
            sure: Counter[Decimal] = Counter()
            doubtful: Counter[Decimal] = Counter()
            for figure in found.figures:
                (sure if figure.sure else doubtful).update(n for n in (figure.amount, figure.high) if n is not None)
            votes = Counter((d.yes, d.no, d.abstain) for d in found.decisions if not d.optional)
            yield Text(read(path).text, sure, doubtful, votes)
