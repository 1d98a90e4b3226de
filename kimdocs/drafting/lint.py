"""What is wrong with a template, with file and line, before somebody drafts with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.drafting.environment import environment
from kimdocs.drafting.house import load_house
from kimdocs.drafting.inventory import Use, uses
from kimdocs.drafting.notation import STRAIGHT
from kimdocs.drafting.roundtrip.units import TAG
from kimdocs.drafting.syntax import TOO_DEEP, in_german, violations
from kimdocs.drafting.write.stationery import missing_marks, stationery
from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kimdocs.drafting.catalogue import Template

_TYPOGRAPHIC = re.compile("[„“”‚‘’«»\u00a0]")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_HEADING = re.compile(r"(#{1,6})\s+\S")
_SECTION = re.compile(r"^## §[ \u00a0](?P<name>\[\[[a-zäöüß][a-zäöüß0-9_]*\]\])", re.MULTILINE)
_RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")


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
    found = [*_quotes(text), *_headings(text), *_tables(text), *_sections(text)]
    jinja = environment()
    try:
        tree = jinja.parse(text)
    except Exception as error:
        deep = isinstance(error, RecursionError)
        sentence = TOO_DEEP if deep else f"Die Schreibweise stimmt nicht{in_german(str(error))}."
        found.append((getattr(error, "lineno", 1) or 1, sentence))
    else:
        wrong = violations(tree, set(jinja.filters))
        found += wrong
        mentioned = () if TOO_DEEP in {sentence for _, sentence in wrong} else uses(tree)
        found += _unknown(template, mentioned)
        if not any(True for _ in _extends(text)):
            return _sorted(file, found) + _unused(template, mentioned)
    return _sorted(file, found)


def lint_house(templates: Path) -> tuple[Finding, ...]:
    """What is wrong with a town's Word file, or what it would not show of what ``haus.toml`` says.

    Raises:
        TemplateError: ``haus.toml`` or the Word file cannot be read.
    """
    house = load_house(templates)
    found = [_other_house(path) for path in sorted((templates / "house").glob("*")) if _is_other_house(path)]
    try:
        stationery(house, landscape=False, final=False)
    except TemplateError as error:
        found.append(Finding(str(house.word), 0, str(error)))
    marks = missing_marks(house)
    if marks:
        words = (
            f"In der Kopfzeile der ersten Seite fehlt {' und '.join(marks)}; Word-Dateien zeigen nicht, was haus.toml "
        )
        step = "dazu sagt. Tragen Sie die Marke dort ein, jede in eine eigene Zeile."
        found.append(Finding(str(house.word), 0, words + step, warning=True))
    return tuple(found)


def _is_other_house(path: Path) -> bool:
    """Whether a file looks like a house style that is not read, as programs save it under another name."""
    return path.name.lower().startswith("hausvorlage") and path.name != "hausvorlage.docx" and path.is_file()


def _other_house(path: Path) -> Finding:
    words = (
        "Diese Datei wird nicht gelesen. Speichern Sie sie als Word-Dokument „hausvorlage.docx“, oder löschen Sie sie."
    )
    return Finding(str(path), 0, words, warning=True)


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


def repaired(text: str) -> str:
    """A template with what Word makes of quotes and blanks inside of tags made straight again; strings stay."""
    return TAG.sub(lambda tag: _straight(tag.group()), text)


def _straight(tag: str) -> str:
    if tag.startswith(("{#", "[[")):
        return tag
    strings = _STRING.findall(tag)
    plain = _STRING.split(tag)
    return "".join(piece.translate(STRAIGHT) + string for piece, string in zip(plain, (*strings, ""), strict=True))


def _quotes(text: str) -> Iterator[tuple[int, str]]:
    for tag in TAG.finditer(text):
        if tag.group().startswith(("{#", "[[")):
            continue
        outside = _STRING.sub(lambda string: "x" * len(string.group()), tag.group())
        sign = _TYPOGRAPHIC.search(outside)
        if sign:
            kind = (
                "Geschütztes Leerzeichen"
                if sign.group() == "\u00a0"
                else f"Typografisches Anführungszeichen „{sign.group()}“"
            )
            instead = "ein einfaches" if sign.group() == "\u00a0" else '"'
            sentence = f"{kind} innerhalb eines Platzhalters; verwenden Sie {instead} („lint --repair“ ersetzt es)."
            yield _line(text, tag.start() + sign.start()), sentence


def _headings(text: str) -> Iterator[tuple[int, str]]:
    level = 6 if any(True for _ in _extends(text)) else 0  # what stands above a block is in the other template
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
        if _is_statement(line) or fenced:
            continue
        rows = rows + 1 if line.lstrip().startswith("|") else 0
        if rows == 1:
            yield from _header(text, number)
        if rows > 2 and "|absaetze" in line.replace(" ", ""):
            yield number, "„absaetze“ in einer Tabelle zerreißt die Tabelle; lassen Sie den Filter dort weg."


def _is_statement(line: str) -> bool:
    """Whether a line holds statements and nothing else."""
    return "{%" in line and not TAG.sub(lambda tag: "" if tag.group().startswith("{%") else "x", line).strip()


def _sections(text: str) -> Iterator[tuple[int, str]]:
    """Names of sections that two sections bear, and references to names that none bears."""
    bearers = {heading.end("name") for heading in _SECTION.finditer(text)}
    names = [tag for tag in TAG.finditer(text) if tag.group().startswith("[[")]
    borne: set[str] = set()
    for tag in names:
        if tag.end() in bearers:
            if tag.group() in borne:
                yield _line(text, tag.start()), f"Den Namen „{tag.group()}“ tragen zwei Paragrafen."
            borne.add(tag.group())
    if any(True for _ in _extends(text)):
        return
    for tag in names:
        if tag.group() not in borne:
            yield _line(text, tag.start()), f"„{tag.group()}“ verweist auf keinen Paragrafen dieser Vorlage."


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
