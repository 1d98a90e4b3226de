"""Agreements between municipalities: costs, form, approval, supervision. Points at the law; gives no legal advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Clause, Paper
    from kimdocs.model.source import Evidence

_HEAD = 400
_LAND = "NW"


def is_agreement(paper: Paper) -> bool:
    """Whether it is an agreement between parties; the articles of a company are none."""
    return paper.kind is DocumentKind.AGREEMENT and not _says(paper, "form.company", 0, _HEAD)


def is_joint(paper: Paper) -> bool:
    """Whether it is an agreement after the law on joint municipal work, of NRW or of a Land that it does not name."""
    return is_agreement(paper) and paper.land in (None, _LAND) and _says(paper, "form.joint", 0, opening_end(paper))


def is_public_contract(paper: Paper) -> bool:
    """Whether it calls itself a contract of public law."""
    return is_agreement(paper) and _says(paper, "form.public_contract", 0, opening_end(paper))


def opening_end(paper: Paper) -> int:
    """Where the first clause starts."""
    return paper.clauses[0].start if paper.clauses else len(paper.text)


def cost_clause(paper: Paper) -> Iterator[Found]:
    """Costs without an amount or a way to work it out; or none at all where the law asks for a compensation."""
    joint = is_joint(paper)
    if not is_agreement(paper) or paper.land not in (None, _LAND):
        return
    about = [clause for clause in paper.clauses if _is_about_costs(paper, clause)]
    if any(_is_concrete(paper, clause) for clause in about):
        return
    for clause in about:
        postponed = _place(paper, "cost.postponed", clause.start, clause.end)
        if joint or postponed:
            place = postponed or paper.evidence(clause.start, min(clause.end, clause.start + 120))
            yield Found("cost-clause-open", (_sentence(paper, place),))
            return
    if joint and paper.clauses and not about and not paper.record.figures:
        yield Found("cost-clause-missing")


def written_form(paper: Paper) -> Iterator[Found]:
    """A contract of public law without a word on its written form."""
    if (is_joint(paper) or is_public_contract(paper)) and paper.clauses and not _says(paper, "form_words.written"):
        yield Found("written-form-missing")


def approval(paper: Paper) -> Iterator[Found]:
    """An agreement of joint work that says nothing on approval or publication."""
    if not is_joint(paper) or not paper.clauses:
        return
    missing = [
        words
        for key, words in (("approval", "die Genehmigung der Aufsichtsbehörde"), ("publication", "die Bekanntmachung"))
        if not _says(paper, f"form_words.{key}")
    ]
    if missing:
        yield Found("approval-missing", (), {"missing": " und ".join(missing)})


def supervision(paper: Paper) -> Iterator[Found]:
    """Fachaufsicht with another than the Kommunales Integrationszentrum, or with nobody, where its posts are given."""
    if not is_agreement(paper) or not paper.record.staffing or not _says(paper, "supervision.programme"):
        return
    if not _says(paper, "supervision.any"):
        yield Found("supervision-missing")
        return
    for hit in pattern("agreements", "supervision.elsewhere").finditer(paper.provisions):
        span = paper.sentence_at(hit.start())
        sentence = paper.text[span.start : span.end]
        if pattern("agreements", "supervision.right").search(sentence) or " nicht " in sentence:
            continue
        who = hit["who"] or hit["before"] or hit["lead"]
        yield Found("supervision-elsewhere", (paper.evidence(hit.start(), hit.end()),), {"who": who})


def _is_about_costs(paper: Paper, clause: Clause) -> bool:
    return bool(pattern("agreements", "cost.title").match(clause.title)) or _says(
        paper, "cost.mention", clause.start, clause.end
    )


def _is_concrete(paper: Paper, clause: Clause) -> bool:
    return bool(paper.figures_in(clause.start, clause.end)) or _says(paper, "cost.formula", clause.start, clause.end)


def _says(paper: Paper, key: str, start: int = 0, end: int | None = None) -> bool:
    return _place(paper, key, start, end) is not None


def _place(paper: Paper, key: str, start: int = 0, end: int | None = None) -> Evidence | None:
    provisions = paper.provisions
    hit = pattern("agreements", key).search(provisions, start, len(provisions) if end is None else end)
    return paper.evidence(hit.start(), hit.end()) if hit else None


def _sentence(paper: Paper, place: Evidence) -> Evidence:
    span = paper.sentence_at(place.start)
    return paper.evidence(max(span.start, place.start - 200), min(span.end, place.end + 200))
