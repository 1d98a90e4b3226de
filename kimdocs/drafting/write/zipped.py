"""ZIP files with the same bytes for the same content; what was packed before is not packed again.

Python's own ``zipfile`` packs every file anew, and most parts of a house style are the same in every draft.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEVEL = 6
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _UNIX, _DEFLATED, _FIRST_OF_1980 = 20, 3 << 8, 8, 1 << 5 | 1
_UTF_8, _READ_AND_WRITE = 0x800, 0o600 << 16


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP file of these names and contents, dated 1 January 1980."""
    body, directory, count = bytearray(), bytearray(), 0
    for name, content in files:
        checksum, packed = _packed(content)
        label = name.encode("utf-8")
        flags = 0 if name.isascii() else _UTF_8
        about = (flags, _DEFLATED, 0, _FIRST_OF_1980, checksum, len(packed), len(content), len(label), 0)
        made_by = _VERSION | _UNIX
        directory += (
            _CENTRAL.pack(b"PK\x01\x02", made_by, _VERSION, *about, 0, 0, 0, _READ_AND_WRITE, len(body)) + label
        )
        body += _LOCAL.pack(b"PK\x03\x04", _VERSION, *about) + label + packed
        count += 1
    return bytes(body + directory + _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0))


@lru_cache(maxsize=64)
def _packed(content: bytes) -> tuple[int, bytes]:
    """Checksum and packed content."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return zlib.crc32(content), packer.compress(content) + packer.flush()
