"""What was found out about a word once, for all that ask again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

Value = TypeVar("Value")

_MOST: Final = 1 << 15
_LONGEST: Final = 100
"""A longer word is a key or a trap, and would take room that nobody asks for again."""


class Memo(dict[str, Value]):
    """What a function makes of words, kept: to ask again is to look up, which ``map(memo.__getitem__, words)`` does without a call.

    A full one forgets all at once, so that it is no larger after a million pages than after some; the frequent words are
    back at once.

    Args:
        make: the function; it must make the same of a word every time.
        most: how many words are kept.
    """

    __slots__ = ("_make", "_most")

    def __init__(self, make: Callable[[str], Value], most: int = _MOST) -> None:
        super().__init__()
        self._make: Final = make
        self._most: Final = most

    def __missing__(self, word: str) -> Value:
        value = self._make(word)
        if len(word) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[word] = value
        return value
