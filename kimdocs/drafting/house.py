"""A town's own look: the Word file of its house style, and ``house/haus.toml`` with what all formats share."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from kimdocs.drafting.blocks import Block, Fence, Run
from kimdocs.drafting.catalogue import house_style, read_template_text, within
from kimdocs.drafting.toml_errors import reason
from kimdocs.errors import TemplateError

FILE = "haus.toml"
FONTS = "schriften"
MAX_LOGO = 2_000_000
MIN_CONTRAST = 4.5
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FONT = re.compile(r"[A-Za-zÄÖÜäöüß0-9][A-Za-zÄÖÜäöüß0-9 _-]{0,60}")
_KEYS = {"name": str, "anschrift": list, "logo": str, "logo_text": str, "schrift": str, "farbe": str}


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture beside the town's name: its file, kind, content, and the words for those who do not see it."""

    path: Path
    kind: str
    content: bytes
    text: str


@dataclass(frozen=True, slots=True)
class House:
    """How a town's papers look.

    Attributes:
        word: The Word file with header, footer and styles.
        name: What stands in the letterhead where the data do not say ``koerperschaft``.
        address: Lines of the letterhead.
        font: Name of the font; empty for each format's own.
        colour: Colour of headings and letterhead as ``#rrggbb``; empty for black.
        fonts: Folder with font files for the PDF.
    """

    word: Path
    name: str = ""
    address: tuple[str, ...] = ()
    logo: Logo | None = None
    font: str = ""
    colour: str = ""
    fonts: Path | None = None

    @property
    def address_line(self) -> str:
        """The address in one line."""
        return " · ".join(self.address)

    def with_address(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks with the address below the name in the letterhead."""
        if not self.address:
            return blocks
        return tuple(_addressed(block, self.address_line) for block in blocks)


def load_house(templates: Path | None = None) -> House:
    """The look of a town's papers; without a folder of its own, that of the program.

    Raises:
        TemplateError: ``haus.toml`` says something it may not say, or names a picture that is not there.
    """
    word = house_style(templates)
    path = templates / "house" / FILE if templates is not None else None
    if path is None or not path.is_file():
        return House(word)
    text = read_template_text(path)
    try:
        return _house(path, text, word)
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise TemplateError(
            f"Die Datei „{path}“ ist fehlerhaft: {reason(error)}.",
            "Vergleichen Sie sie mit der mitgelieferten house/haus.toml.",
        ) from error


def _house(path: Path, text: str, word: Path) -> House:
    data = _checked(text)
    fonts = path.parent / FONTS
    return House(
        word=word,
        name=data.get("name", "").strip(),
        address=tuple(line.strip() for line in data.get("anschrift", ()) if line.strip()),
        logo=_logo(path.parent, data) if data.get("logo") else None,
        font=data.get("schrift", ""),
        colour=data.get("farbe", "").lower(),
        fonts=fonts if fonts.is_dir() else None,
    )


@lru_cache(maxsize=8)
def _checked(text: str) -> dict[str, Any]:
    data = tomllib.loads(text)
    for key, value in data.items():
        if key not in _KEYS:
            raise ValueError(f"„{key}“ gibt es nicht; möglich sind {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]) or (
            isinstance(value, list) and not all(isinstance(x, str) for x in value)
        ):
            raise ValueError(f"„{key}“ muss {'eine Liste von Texten' if _KEYS[key] is list else 'ein Text'} sein")
    if data.get("farbe") and not _COLOUR.fullmatch(data["farbe"]):
        raise ValueError('„farbe“ muss wie "#004a80" geschrieben sein')
    if data.get("farbe") and contrast_to_white(data["farbe"]) < MIN_CONTRAST:
        raise ValueError("„farbe“ ist zu hell, um auf weißem Papier lesbar zu sein; nehmen Sie eine dunklere")
    if data.get("schrift") and not _FONT.fullmatch(data["schrift"]):
        raise ValueError("„schrift“ ist kein Name einer Schrift")
    return data


def _logo(folder: Path, data: dict[str, Any]) -> Logo:
    path = folder / Path(data["logo"]).name
    within(path)
    if not path.is_file() or path.stat().st_size > MAX_LOGO:
        raise ValueError(f"das Bild „{data['logo']}“ fehlt neben der Datei oder ist größer als 2 MB")
    content = path.read_bytes()
    kind = next((kind for start, kind in _SIGNATURES.items() if content.startswith(start)), "")
    if not kind:
        raise ValueError(f"das Bild „{data['logo']}“ ist weder PNG noch JPEG")
    return Logo(path, kind, content, data.get("logo_text", "").strip() or f"Logo {data.get('name', '')}".strip())


def contrast_to_white(colour: str) -> float:
    """How far a colour stands out from white paper, from 1 to 21 (WCAG 2).

    >>> contrast_to_white("#000000")
    21.0
    """
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)) + 0.05)


def _addressed(block: Block, line: str) -> Block:
    if not isinstance(block, Fence) or block.kind != "letterhead":
        return block
    return replace(block, lines=(*block.lines[:1], ((Run(line),),), *block.lines[1:]))
