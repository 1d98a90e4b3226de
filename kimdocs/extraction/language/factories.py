"""kimdocs' recognisers as spaCy components, found by entry point: ``nlp.add_pipe("kimdocs_figures")``.

spaCy itself imports this module when a pipeline is made; nothing in kimdocs does. Each component writes
``doc.spans[name]``, where a span's ``label_`` is the kind of value (a figure's qualifier, a decision's outcome),
``kb_id_`` the value itself ("5000 EUR", "22:0:0") and ``id_`` the number of the fact, the same for all its places.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from kimdocs.extraction.language.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kimdocs.extraction.context import Context
    from kimdocs.model.decision import Decision
    from kimdocs.model.finance import Figure, Staffing
    from kimdocs.model.source import Evidence

    Component = Callable[[Doc], Doc]
    Found = Iterable[tuple[str, str, tuple[Evidence, ...]]]


@Language.factory("kimdocs_sentences", assigns=["token.is_sent_start", "doc.sents"])
def sentences_component(nlp: Language, name: str) -> Component:  # noqa: ARG001 - spaCy calls every factory so
    """Sentence ends of German council documents, for a pipeline with any tokeniser."""

    def mark(doc: Doc) -> Doc:
        starts = {start for start, _ in sentences(doc.text, 0, len(doc.text))}
        pending = True
        for token in doc:
            pending = pending or any(at in starts for at in range(token.idx, token.idx + len(token)))
            token.is_sent_start = pending and not token.is_space
            pending = pending and token.is_space
        return doc

    return mark


@Language.factory("kimdocs_figures", assigns=["doc.spans"])
def figures_component(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Amounts of money: label = qualifier, kb_id = amount and currency ("5000 EUR", "3000–4000 EUR")."""
    return _component(name, lambda context: map(_figure, _figures(context)))


@Language.factory("kimdocs_staffing", assigns=["doc.spans"])
def staffing_component(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Numbers of posts: label = qualifier, kb_id = number ("0.5")."""
    return _component(name, lambda context: map(_post, _staffing(context)))


@Language.factory("kimdocs_decisions", assigns=["doc.spans"])
def decisions_component(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Decisions: label = outcome, kb_id = yes:no:abstain with "-" for what is not stated ("22:0:-")."""
    return _component(name, lambda context: map(_decision, _decisions(context)))


def _component(name: str, recognise: Callable[[Context], Found]) -> Component:
    def add(doc: Doc) -> Doc:
        group = SpanGroup(doc, name=name)
        for number, (label, value, evidence) in enumerate(recognise(_context(doc.text))):
            for place in evidence:
                span = doc.char_span(
                    place.start, place.end, label=label, kb_id=value, span_id=str(number), alignment_mode="expand"
                )
                if span is not None:
                    group.append(span)
        doc.spans[name] = group
        return doc

    return add


def _context(text: str) -> Context:
    from kimdocs.extraction.segment import segment
    from kimdocs.model.source import SourceDocument

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return segment(SourceDocument(f"sha256:{digest}", "Doc", "text/plain", text))


def _figures(context: Context) -> tuple[Figure, ...]:
    from kimdocs.extraction.recognise.figures.figure import figures

    return figures(context)


def _staffing(context: Context) -> tuple[Staffing, ...]:
    from kimdocs.extraction.recognise.staffing import staffing

    return staffing(context)


def _decisions(context: Context) -> tuple[Decision, ...]:
    from kimdocs.extraction.resolve.about.document import document_facts
    from kimdocs.extraction.resolve.decisions.decision import decisions

    return decisions(context, document_facts(context))


def _figure(figure: Figure) -> tuple[str, str, tuple[Evidence, ...]]:
    high = "" if figure.high is None else f"–{figure.high:f}"
    return figure.qualifier.value, f"{figure.amount:f}{high} {figure.currency}", figure.evidence


def _post(post: Staffing) -> tuple[str, str, tuple[Evidence, ...]]:
    high = "" if post.high is None else f"–{post.high:f}"
    return post.qualifier.value, f"{post.count:f}{high}", post.evidence


def _decision(decision: Decision) -> tuple[str, str, tuple[Evidence, ...]]:
    counts = (decision.yes, decision.no, decision.abstain)
    return decision.outcome.value, ":".join("-" if count is None else str(count) for count in counts), decision.evidence
