"""A record as a clerk reads it: facts in German words, each with page and quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.cli.output import day, flowing, heading, money, number, place, publicity, squeeze, table, width, word, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.model.council import DocumentFacts
    from kimdocs.model.decision import Decision, Resolution
    from kimdocs.model.finance import Figure, Staffing
    from kimdocs.model.record import Record
    from kimdocs.model.source import Evidence

INDENT = "   "
CONSULTATION = ("Gremium", "Termin", "Beratungsaktion")


def sheet(record: Record, *, explain: bool = False) -> str:
    """All facts of a record as text that fits the terminal; ``explain`` adds the rule that found each."""
    source = record.source
    pages = "1 Seite" if source.pages == 1 else f"{source.pages} Seiten"
    lines = heading(f"{source.name} · {word('kind', record.document.kind)} · {pages}")
    for title, part in (
        ("Dokument", _document(record.document)),
        ("Beratungsfolge", _consultations(record.document)),
        ("Tagesordnung", _agenda(record)),
        ("Beschlüsse", _decisions(record.decisions, explain=explain)),
        ("Beschlusstexte", _resolutions(record.resolutions)),
        ("Beträge", _figures(record.figures, explain=explain)),
        ("Stellen", _staffing(record.staffing, explain=explain)),
        ("Hinweise", _issues(record)),
    ):
        if part:
            lines += ["", *heading(title, "─"), *part]
    return "\n".join(lines) + "\n"


def highlights(record: Record, most: int = 4) -> list[str]:
    """The decisions, amounts, posts and issues of a record, a line each with its place; at most ``most`` of a sort."""
    lines = []
    for facts in (
        [(f"Beschluss: {decision_text(one)}", one.evidence) for one in record.decisions],
        [(f"Betrag: {figure_text(one)}", one.evidence) for one in record.figures],
        [(f"Stellen: {posts_text(one)}", one.evidence) for one in record.staffing],
        [(f"{word('severity', one.severity)}: {one.message}", one.evidence) for one in record.issues],
    ):
        lines += [f"{text} ({place(evidence)})" if evidence else text for text, evidence in facts[:most]]
        if len(facts) > most:
            lines.append(f"… und {len(facts) - most} mehr")
    return lines


def document_fields(facts: DocumentFacts) -> list[tuple[str, str, tuple[Evidence, ...]]]:
    """What a document says about itself: the German name of each field that is told, its value and its places."""
    fields = (
        ("title", "Titel", facts.title or ""),
        ("reference", "Vorlagennummer", facts.reference or ""),
        ("paper_type", "Art", facts.paper_type or ""),
        ("date", "Datum", day(facts.date)),
        ("organization", "Gremium", facts.organization or ""),
        ("body", "Körperschaft", facts.body or ""),
        ("public", "Öffentlichkeit", publicity(facts.public)),
        ("financial_impact", "Finanzielle Auswirkungen", word("financial_impact", facts.financial_impact)),
    )
    return [(title, value, facts.evidence.get(name, ())) for name, title, value in fields if value]


def _document(facts: DocumentFacts) -> list[str]:
    rows = [(title, value, place(evidence)) for title, value, evidence in document_fields(facts)]
    if facts.references:
        rows.append(("Bezug auf", ", ".join(found.reference for found in facts.references), ""))
    return table(("Angabe", "Inhalt", "Fundstelle"), rows)


def _consultations(facts: DocumentFacts) -> list[str]:
    rows = [(c.organization or "", day(c.date), c.role or "", place(c.evidence)) for c in facts.consultations]
    return table((*CONSULTATION, "Fundstelle"), rows) if rows else []


def _agenda(record: Record) -> list[str]:
    rows = [(item.number or "", item.title or "", publicity(item.public)) for item in record.agenda_items]
    return table(("TOP", "Betreff", "Öffentlichkeit"), rows) if rows else []


def _decisions(decisions: tuple[Decision, ...], *, explain: bool) -> list[str]:
    lines: list[str] = []
    for position, decision in enumerate(decisions, 1):
        lines += _item(position, decision_text(decision))
        lines += _indented(*inferred_text(decision), *(place((one,), 200) for one in decision.evidence))
        if explain:
            lines += _indented(f"Regel: {decision.rule}")
    return lines


def inferred_text(decision: Decision) -> list[str]:
    """What follows from the text but is not stated in it, said to be so."""
    if decision.inferred is None:
        return []
    follows = decision.inferred
    counts = ((follows.yes, "Ja"), (follows.no, "Nein"), (follows.abstain, "Enthaltungen"))
    told = ", ".join(f"{count} {name}" for count, name in counts if count is not None)
    return [f"Nicht angegeben, nur gefolgert: {told}. {follows.reason}"]


def decision_text(decision: Decision) -> str:
    """What was decided, by which vote, in German words on one line."""
    where = f"TOP {decision.agenda_item}: " if decision.agenda_item else ""
    body = f"{decision.organization}: " if decision.organization else ""
    outcome = word("outcome", decision.outcome) + (" (mit Änderung)" if decision.amended else "")
    parts = [where + body + outcome, *_votes(decision)]
    if decision.type != "main":
        parts.append(word("type", decision.type))
    return ", ".join(parts) + _groups(decision)


def _votes(decision: Decision) -> list[str]:
    counts = (
        (decision.yes, "Ja"),
        (decision.no, "Nein"),
        (decision.abstain, "Enthaltung" if decision.abstain == 1 else "Enthaltungen"),
        (decision.present, "anwesend"),
        (decision.excluded, "befangen"),
    )
    manners = (
        (decision.unanimous is True, "einstimmig"),
        (decision.unanimous is False, "nicht einstimmig"),
        (decision.roll_call, "namentlich"),
        (decision.secret, "geheim"),
    )
    return [f"{count} {name}" for count, name in counts if count is not None] + [name for so, name in manners if so]


def _groups(decision: Decision) -> str:
    names = {"yes": "Ja", "no": "Nein", "abstain": "Enthaltung"}
    groups = [
        f"{group} "
        + ", ".join(names[vote] if count is None else f"{count} {names[vote]}" for vote, count in votes.items())
        for group, votes in (decision.groups or {}).items()
    ]
    return f" – {'; '.join(groups)}" if groups else ""


def resolution_title(resolution: Resolution) -> str:
    """Whether the text was proposed or adopted, of which item and by which decision."""
    decided = "" if resolution.decision is None else f", Beschluss {resolution.decision + 1}"
    item = f"TOP {resolution.agenda_item}, " if resolution.agenda_item else ""
    return f"{item}{word('resolution', resolution.kind)}{decided}"


def _resolutions(resolutions: tuple[Resolution, ...]) -> list[str]:
    lines: list[str] = []
    for position, resolution in enumerate(resolutions, 1):
        pages = ", ".join(f"S. {page}" for page in sorted({one.page for one in resolution.evidence}))
        lines += _item(position, f"{resolution_title(resolution)} ({pages}):")
        lines += _indented(*flowing(resolution.text))
    return lines


def figure_text(figure: Figure) -> str:
    """An amount in German words: ``bis zu 5.000 € je Stelle und Jahr``."""
    amount = money(figure.amount, figure.currency)
    if figure.high is not None:
        amount = f"{number(figure.amount)} bis {money(figure.high, figure.currency)}"
    per = f"je {' und '.join(word('per', unit) for unit in figure.per)}" if figure.per else ""
    return " ".join(filter(None, (word("qualifier", figure.qualifier), amount, per)))


def _figures(figures: tuple[Figure, ...], *, explain: bool) -> list[str]:
    rows = [(figure_text(one), purpose(one), word("section", one.section), place(one.evidence)) for one in figures]
    rules = [one.rule for one in figures] if explain else None
    return _facts(("Betrag", "wofür", "Abschnitt", "Fundstelle"), rows, rules)


def purpose(figure: Figure) -> str:
    """What an amount is for: its label or role, and its year."""
    year = "" if figure.year is None else str(figure.year)
    return ", ".join(filter(None, (figure.label or word("role", figure.role), year)))


def _staffing(staffing: tuple[Staffing, ...], *, explain: bool) -> list[str]:
    rows = [(posts_text(one), word("section", one.section), place(one.evidence)) for one in staffing]
    rules = [one.rule for one in staffing] if explain else None
    return _facts(("Stellen", "Abschnitt", "Fundstelle"), rows, rules)


def posts_text(post: Staffing) -> str:
    """A number of posts in German words: ``bis zu 6 Stellen``."""
    count = number(post.count) if post.high is None else f"{number(post.count)} bis {number(post.high)}"
    return " ".join(filter(None, (word("qualifier", post.qualifier), count, post.unit)))


def _facts(headers: tuple[str, ...], rows: Sequence[tuple[str, ...]], rules: Sequence[str] | None) -> list[str]:
    if not rows:
        return []
    if rules is None:
        return table(headers, rows)
    return table((*headers, "Regel"), [(*row, rule) for row, rule in zip(rows, rules, strict=True)])


def _issues(record: Record) -> list[str]:
    lines: list[str] = []
    for position, issue in enumerate(record.issues, 1):
        lines += _item(position, f"{word('severity', issue.severity)}: {issue.message}")
        lines += _indented(*(place((one,)) for one in issue.evidence))
    return lines


def _item(position: int, text: str) -> list[str]:
    lead = f"{position}. "
    first, *rest = wrap(squeeze(text), width() - len(lead))
    return [lead + first, *(" " * len(lead) + line for line in rest)]


def _indented(*texts: str) -> list[str]:
    return [(INDENT + line).rstrip() for text in texts for line in wrap(text, width() - len(INDENT))]
