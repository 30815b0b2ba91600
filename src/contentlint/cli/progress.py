"""How far a long run is, for people who wait at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Final, TextIO, TypeVar

from contentlint.rules.base import Message

_DELAY: Final = 1.0
_INTERVAL: Final = 0.1
_MESSAGE: Final = Message(en="{done} of {total} files checked", nl="{done} van {total} bestanden bekeken")
_CLEAR: Final = "\r\x1b[K"

_T = TypeVar("_T")


class Progress:
    """A line that counts the files done. It appears after a second, and only on a terminal.

    Args:
        stream: where it is shown.
        language: the language of the line.
    """

    def __init__(self, stream: TextIO, language: str) -> None:
        self._stream: Final = stream
        self._language: Final = language
        self._active: Final = stream.isatty()
        self._next = monotonic() + _DELAY
        self._visible = False

    def update(self, done: int, total: int) -> None:
        """Show how many files are done, at most ten times a second."""
        if not self._active or (now := monotonic()) < self._next:
            return
        self._next = now + _INTERVAL
        self._visible = True
        self._stream.write(_CLEAR + _MESSAGE(done=done, total=total).render(self._language))
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away, since something else will be written."""
        if self._visible:
            self._visible = False
            self._stream.write(_CLEAR)
            self._stream.flush()

    def around(self, results: Iterable[_T]) -> Iterator[_T]:
        """Yield results; the line is taken away before each, and at the end."""
        try:
            for result in results:
                self.clear()
                yield result
        finally:
            self.clear()
