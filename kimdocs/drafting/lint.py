"""What is wrong with a template, with file and line, before somebody drafts with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.drafting.environment import environment
from kimdocs.drafting.inventory import Use, uses
from kimdocs.drafting.syntax import violations
from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.catalogue import Template

_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_TYPOGRAPHIC = re.compile("[„“”‚‘’«»]")
_HEADING = re.compile(r"(#{1,6})\s+\S")
_RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_TAGS_ONLY = re.compile(r"\s*(\{%.*?%\}\s*)+")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: line (from 1) and a German sentence; ``warning`` where the template still works."""

    file: str
    line: int
    message: str
    warning: bool = False


def lint(template: Template) -> tuple[Finding, ...]:
    """Everything that is wrong with a template, in the order of its lines."""
    text, file = template.text(), str(template.folder / "template.md.j2")
    found = [*_quotes(text), *_headings(text), *_tables(text)]
    jinja = environment()
    try:
        tree = jinja.parse(text)
    except Exception as error:
        found.append((getattr(error, "lineno", 1) or 1, f"Die Schreibweise stimmt nicht: {error}."))
    else:
        found += violations(tree, set(jinja.filters))
        mentioned = uses(tree)
        found += _unknown(template, mentioned)
        if not any(True for _ in _extends(text)):
            return _sorted(file, found) + _unused(template, mentioned)
    return _sorted(file, found)


def check(template: Template) -> None:
    """Raise what ``lint`` finds.

    Raises:
        TemplateError: Something is wrong; all of it is named.
    """
    wrong = [item for item in lint(template) if not item.warning]
    if wrong:
        listed = "\n".join(f"  – Zeile {item.line}: {item.message}" for item in wrong)
        raise TemplateError(f"In der Vorlage „{template.kind}“ stimmt etwas nicht:\n{listed}")


def _sorted(file: str, found: list[tuple[int, str]]) -> tuple[Finding, ...]:
    return tuple(Finding(file, line, message) for line, message in sorted(set(found)))


def _extends(text: str) -> Iterator[str]:
    yield from re.findall(r"\{%-?\s*extends\b", text)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _quotes(text: str) -> Iterator[tuple[int, str]]:
    for tag in _TAG.finditer(text):
        quote = _TYPOGRAPHIC.search(tag.group())
        if quote:
            sentence = (
                f'Typografisches Anführungszeichen „{quote.group()}“ innerhalb eines Platzhalters; verwenden Sie ".'
            )
            yield _line(text, tag.start()), sentence


def _headings(text: str) -> Iterator[tuple[int, str]]:
    level = 0
    for number, line in enumerate(text.split("\n"), 1):
        heading = _HEADING.match(line)
        if heading:
            if len(heading[1]) > level + 1:
                yield (
                    number,
                    f"Überschrift der Ebene {len(heading[1])} nach Ebene {level}: Eine Ebene ist übersprungen.",
                )
            level = len(heading[1])


def _tables(text: str) -> Iterator[tuple[int, str]]:
    rows = 0
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        fenced ^= line.startswith("~~~")
        if _TAGS_ONLY.fullmatch(line) or fenced:
            continue
        rows = rows + 1 if line.lstrip().startswith("|") else 0
        if rows == 1:
            yield from _header(text, number)
        if rows > 2 and "|absaetze" in line.replace(" ", ""):
            yield number, "„absaetze“ in einer Tabelle zerreißt die Tabelle; lassen Sie den Filter dort weg."


def _header(text: str, number: int) -> Iterator[tuple[int, str]]:
    following = text.split("\n")[number : number + 1]
    if not following or not _RULE.fullmatch(following[0]) or "|" not in following[0]:
        yield number, "Eine Tabelle ohne Kopfzeile: Nach der ersten Zeile fehlt |---|---|."


def _unknown(template: Template, mentioned: tuple[Use, ...]) -> Iterator[tuple[int, str]]:
    known = {*template.fields, *(total.name for total in template.totals)}
    for use in mentioned:
        groups = (f"{use.path}.", f"{use.path}[]")
        if use.path not in known and not any(name.startswith(groups) for name in known):
            yield use.line, f"Das Feld „{use.path}“ steht nicht in template.toml."


def _unused(template: Template, mentioned: tuple[Use, ...]) -> tuple[Finding, ...]:
    printed = {use.path for use in mentioned}
    return tuple(
        Finding(
            str(template.folder / "template.toml"),
            0,
            f"Das Pflichtfeld „{name}“ kommt in der Vorlage nicht vor.",
            warning=True,
        )
        for name, item in template.fields.items()
        if item.required and name not in printed and name.removesuffix("[]") not in printed
    )
