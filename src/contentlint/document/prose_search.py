"""All prose of a document in one text, so that most questions about it cost one search."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from contentlint.document.prose import Prose


class ProseSearch:
    """Finds the pieces of prose that hold something, without looking at each of them.

    Args:
        pieces: the prose of a document, in order.
        texts: what to search of each, its text or that in small letters.
    """

    __slots__ = ("_pieces", "_starts", "_text")

    def __init__(self, pieces: Sequence[Prose], texts: Iterable[str]) -> None:
        self._pieces: Final = pieces
        self._starts: Final = [0]
        self._text: Final = "\n".join(self._measured(texts))

    def _measured(self, texts: Iterable[str]) -> Iterator[str]:
        for text in texts:
            self._starts.append(self._starts[-1] + len(text) + 1)
            yield text

    def holding(self, sought: re.Pattern[str] | str) -> Iterator[Prose]:
        """Yield the pieces in which an expression is found, or in which a text stands, in order."""
        text, starts, position = self._text, self._starts, 0
        while position <= len(text) and self._pieces:
            if isinstance(sought, str):
                found = text.find(sought, position)
                if found < 0:
                    return
            elif (match := sought.search(text, position)) is not None:
                found = match.start()
            else:
                return
            index = bisect_right(starts, found) - 1
            yield self._pieces[index]
            position = starts[index + 1]

    def holding_any(self, texts: Iterable[str]) -> list[Prose]:
        """Return the pieces in which one of the texts stands, in order."""
        found = {id(piece) for text in texts for piece in self.holding(text)}
        return [piece for piece in self._pieces if id(piece) in found] if found else []
