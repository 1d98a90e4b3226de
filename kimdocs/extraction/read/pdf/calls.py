"""pdfium's functions that are called once a character or once an object of a page, at the least cost of a call."""

from __future__ import annotations

import ctypes
from array import array
from collections import deque
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium_c

if TYPE_CHECKING:
    from collections.abc import Sequence

_FLOATS_A_BOX = 4
_BOX_BYTES = 4 * _FLOATS_A_BOX
_BATCH = 2048


def bound(function: Any, result: Any = None, *arguments: Any) -> Any:
    """A function of pdfium that skips the checks of its declared types.

    Declared types are converted at every call, which takes twice as long as the call; without ``arguments`` it takes
    integers of C's ``int`` and what ``ctypes.byref`` gives, and with them what ctypes makes of these types.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def reference(handle: Any) -> Any:
    """A handle of pdfium's (a page, a text page, an address) as ``bound`` functions without declared types take it."""
    return ctypes.byref(ctypes.c_char.from_address(ctypes.cast(handle, ctypes.c_void_p).value or 0))


class LooseBoxes:
    """Asks for many characters' boxes and keeps one buffer for the answers."""

    def __init__(self) -> None:
        """Make the buffer and its places."""
        self._ask = bound(pdfium_c.FPDFText_GetLooseCharBox)
        self._buffer = ctypes.create_string_buffer(_BOX_BYTES * _BATCH)
        self._places = [ctypes.byref(self._buffer, _BOX_BYTES * place) for place in range(_BATCH)]

    def of(self, text_page: Any, indices: Sequence[int]) -> array[float]:
        """Left, top, right, bottom of each character, one after the other, in points from the bottom left corner."""
        page = repeat(reference(text_page))
        values = array("f")
        for start in range(0, len(indices), _BATCH):
            batch = indices[start : start + _BATCH]
            deque(map(self._ask, page, batch, self._places), maxlen=0)
            values.frombytes(memoryview(self._buffer)[: _BOX_BYTES * len(batch)])
        return values


@cache
def loose_boxes() -> LooseBoxes:
    """The one buffer of this process: pdfium reads one document at a time."""
    return LooseBoxes()


class ObjectCalls:
    """What is asked about each object of a page; objects are addresses.

    Attributes:
        count, get: Objects of a page: how many, and the one at an index.
        count_in_form, get_in_form: The same of a form.
        kind: ``FPDF_PAGEOBJ_…`` of an object.
    """

    def __init__(self) -> None:
        """Look the functions up."""
        address = ctypes.c_void_p
        self.count = bound(pdfium_c.FPDFPage_CountObjects, ctypes.c_int)
        self.get = bound(pdfium_c.FPDFPage_GetObject, address)
        self.count_in_form = bound(pdfium_c.FPDFFormObj_CountObjects, ctypes.c_int)
        self.get_in_form = bound(pdfium_c.FPDFFormObj_GetObject, address, address, ctypes.c_ulong)
        self.kind = bound(pdfium_c.FPDFPageObj_GetType, ctypes.c_int, address)
        self._ask_bounds = bound(pdfium_c.FPDFPageObj_GetBounds, ctypes.c_int, address)
        self._sides = (ctypes.c_float * _FLOATS_A_BOX)()
        self._places = [ctypes.byref(self._sides, 4 * side) for side in range(_FLOATS_A_BOX)]

    def bounds(self, item: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right, top of an object where it stands; None where it has no place."""
        if not self._ask_bounds(item, *self._places):
            return None
        left, bottom, right, top = self._sides
        return left, bottom, right, top


@cache
def object_calls() -> ObjectCalls:
    """The functions, looked up once."""
    return ObjectCalls()
