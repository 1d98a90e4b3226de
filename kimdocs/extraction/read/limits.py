"""What a file may cost before it is refused: files come from strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.errors import InputError

if TYPE_CHECKING:
    from typing import BinaryIO

MIB = 1024 * 1024
MAX_FILE_BYTES = 200 * MIB
MAX_ZIP_ENTRIES = 2_000
MAX_UNPACKED_BYTES = 200 * MIB
MAX_XML_BYTES = 32 * MIB
MAX_XML_RATIO = 100
MAX_XML_FREE_BYTES = MIB
MAX_HTML_BYTES = 16 * MIB
MAX_HTML_TAGS = 500_000
MAX_DEPTH = 150
MAX_TABLE_CELLS = 200_000
MAX_TABLE_COLUMNS = 1_000
MAX_PDF_PAGES = 20_000
MAX_PAGE_OBJECTS = 20_000
MAX_PAGE_EDGES = 6_000
MAX_FORM_DEPTH = 4

_SPLIT = "Teilen Sie das Dokument und lesen Sie die Teile einzeln."


def check_size(size: int, name: str) -> None:
    """Refuse a file of more than 200 MiB.

    Raises:
        InputError: The file is too large.
    """
    if size > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // MIB
        raise InputError(f"Die Datei „{name}“ ist zu groß ({size // MIB} MiB, erlaubt sind {limit} MiB).", _SPLIT)


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """All bytes of a stream, as long as they stay under the limit.

    Raises:
        InputError: The stream holds more than 200 MiB.
    """
    data = stream.read(MAX_FILE_BYTES + 1)
    check_size(len(data), name)
    return data
