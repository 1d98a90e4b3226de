"""What words were read as, kept while a document is read: minutes say the same again and again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_Asked = ParamSpec("_Asked")
_Told = TypeVar("_Told")

_FORGET: list[Callable[[], None]] = []


def kept(most: int) -> Callable[[Callable[_Asked, _Told]], Callable[_Asked, _Told]]:
    """Keeps the last ``most`` answers of a function of words alone until ``forget``; an answer must not be changed."""

    def keep(read: Callable[_Asked, _Told]) -> Callable[_Asked, _Told]:
        keeper = lru_cache(maxsize=most)(read)
        _FORGET.append(keeper.cache_clear)
        return cast("Callable[_Asked, _Told]", keeper)

    return keep


def forget() -> None:
    """Forget all answers: nothing of a document stays behind it in memory."""
    for clear in _FORGET:
        clear()
