"""The page: for each document its facts beside its text. It loads nothing, runs nothing and works without a network."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.cli.output import NO_BREAK_SPACE, shorten, word
from kimdocs.cli.page.facts import Fact, Group, groups
from kimdocs.cli.page.marks import Mark, marked, shown
from kimdocs.model.running_text import running

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.model.record import Record
    from kimdocs.model.source import SourceDocument

_QUOTE = 90
_TITLE = 160
_INTRODUCTION = (
    "Links steht, was kimdocs im Dokument gefunden hat, rechts der Text mit jeder Fundstelle. Ein Klick auf „S. 1“ "
    "zeigt die Stelle, ein Klick auf das Kürzel hinter ihr führt zurück. Was nicht im Text steht, bleibt offen; was "
    "hier fehlt, hat kimdocs nicht erkannt."
)


class Sheet(NamedTuple):
    """A document's part of the page: where it begins, how it is called, its HTML."""

    id: str
    name: str
    html: str


def page(sheets: Sequence[Sheet]) -> str:
    """The whole page; documents are listed first where there are several."""
    title = shown(sheets[0].name if len(sheets) == 1 else f"{len(sheets)} Dokumente")
    listed = "".join(f'<li><a href="#{one.id}">{shown(one.name)}</a></li>\n' for one in sheets)
    contents = f'<nav aria-label="Dokumente"><ol>\n{listed}</ol></nav>\n' if len(sheets) > 1 else ""
    return (
        '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Fundstellen: {title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>Fundstellen</h1>\n<p>{_INTRODUCTION}</p>\n{contents}</header>\n"
        f"<main>\n{''.join(one.html for one in sheets)}</main>\n</body>\n</html>\n"
    )


def sheet(number: int, source: SourceDocument, record: Record) -> Sheet:
    """One document as a part of the page; ``number`` counts the documents and parts their ids."""
    prefix = f"d{number}-"
    found = list(groups(record))
    pages = "1 Seite" if record.source.pages == 1 else f"{record.source.pages} Seiten"
    about = f"{word('kind', record.document.kind)} · {pages}"
    facts = "".join(_table(group, prefix) for group in found)
    text = marked(source.text, _marks(found, prefix), source.page_starts, prefix)
    name = shown(record.source.name)
    return Sheet(
        f"d{number}",
        record.source.name,
        f'<article id="d{number}">\n<h2>{name} <small>{about}</small></h2>\n<div class="beide">\n'
        f'<section class="funde" aria-label="Was gefunden wurde in {name}" tabindex="0">\n'
        f"{_contents(found, name, prefix)}{facts}</section>\n"
        f'<section class="dokument" aria-label="Text von {name}" tabindex="0">\n<pre>{text}</pre>\n</section>\n'
        "</div>\n</article>\n",
    )


def _contents(found: list[Group], name: str, prefix: str) -> str:
    """Links to the tables, where there are several."""
    links = "".join(
        f'<li><a class="{group.kind}" href="#{prefix}{_slug(group)}">{group.title}</a>{_count(group)}</li>\n'
        for group in found
    )
    return f'<nav aria-label="Abschnitte zu {name}"><ul>\n{links}</ul></nav>\n' if len(found) > 1 else ""


def _slug(group: Group) -> str:
    return group.title.lower().replace("ä", "ae").replace("ü", "ue").replace(" ", "-")


def _count(group: Group) -> str:
    """How many there are of what the paper decides and tells; of its head that says nothing."""
    return f" <small>{len(group.facts)}</small>" if group.kind != "angabe" else ""


def _marks(found: list[Group], prefix: str) -> Iterator[Mark]:
    for group in found:
        for number, fact in enumerate(group.facts, 1):
            title = shorten(f"{group.title}: {' '.join(fact.cells)}", _TITLE)
            for index, one in enumerate(fact.evidence):
                at, back = _place(group, number, index, prefix), _id(group, number, prefix)
                yield Mark(one.start, one.end, at, group.kind, f"{group.sign}{number}", back, title)


def _id(group: Group, number: int, prefix: str) -> str:
    return f"{prefix}{group.sign.replace('€', 'E')}{number}"


def _place(group: Group, number: int, index: int, prefix: str) -> str:
    return f"{_id(group, number, prefix)}-{index + 1}"


def _table(group: Group, prefix: str) -> str:
    heads = "".join(f'<th scope="col">{title}</th>' for title in ("", *group.headers, "Fundstelle"))
    rows = "".join(_row(group, number, fact, prefix) for number, fact in enumerate(group.facts, 1))
    return (
        f'<h3 id="{prefix}{_slug(group)}" class="{group.kind}">{group.title}{_count(group)}</h3>\n'
        f"<table>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _row(group: Group, number: int, fact: Fact, prefix: str) -> str:
    first, *rest = (shown(cell) for cell in fact.cells)
    lines = "".join(f"<p>{shown(line)}</p>" for line in fact.lines)
    cells = "".join(f"<td>{cell}</td>" for cell in (first + lines, *rest))
    places = "".join(
        f'<li><a href="#{_place(group, number, index, prefix)}">S.{NO_BREAK_SPACE}{one.page}</a>'
        f" „{shown(shorten(running(one.quote), _QUOTE))}“</li>"
        for index, one in enumerate(fact.evidence)
    )
    where = f"<ul>{places}</ul>" if places else ""
    return (
        f'<tr id="{_id(group, number, prefix)}"><th scope="row" class="{group.kind}">{group.sign}{number}</th>'
        f"{cells}<td>{where}</td></tr>\n"
    )


@cache
def _style() -> str:
    return (files("kimdocs.cli.page") / "page.css").read_text(encoding="utf-8")
