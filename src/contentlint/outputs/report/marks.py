"""Marks in a text, and how they pass through the Markdown parser.

A mark is a pair of characters that no text has, from a private plane of Unicode: one where a finding begins and one where
it ends. Text with them in is parsed; where that gives something else than without, the mark is in the way (in the address
of a link, say) and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from contentlint.text import Span
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token

_FIRST: Final = 0xF0000
_MARK: Final = re.compile("([\U000f0000-\U000fffff])")
_MOST: Final = 1000
_MOST_ONE_BY_ONE: Final = 20
"""Marks in one paragraph, and how many of them are tried one by one when they do not pass together."""


class Place(NamedTuple):
    """Where a finding stands in a text."""

    number: int
    span: Span


class Marker:
    """Writes text with marks as HTML.

    Args:
        classes: the class of the mark for each number of a finding.
        word: what stands before a finding's number for who listens, such as ‘finding’.

    Attributes:
        shown: the numbers of the findings that have got a mark.
    """

    def __init__(self, classes: Callable[[int], str], word: str) -> None:
        self._classes: Final = classes
        self._word: Final = word
        self._numbers: Sequence[int] = ()
        self._open: list[int] = []
        self.shown: Final[set[int]] = set()

    def start(self, places: Sequence[Place]) -> None:
        """Begin a new piece of text, with these marks."""
        self._numbers = [place.number for place in places]
        self._open = []

    def html(self, text: str) -> str:
        """Return a part of the piece; marks may begin in one part and end in another."""
        made = []
        for part in _MARK.split(text):
            if not _MARK.fullmatch(part):
                made.append(self._run(part))
                continue
            index, ends = divmod(ord(part) - _FIRST, 2)
            if index >= len(self._numbers):  # a sign that somebody really wrote
                made.append("\ufffd")
            elif ends:
                made.append(self._end(self._numbers[index]))
            else:
                self._open.append(self._numbers[index])
        return "".join(made)

    def _run(self, text: str) -> str:
        if not text or not self._open:
            return escape(text)
        return f'<mark class="{self._classes(self._open[-1])}">{escape(text)}</mark>'

    def _end(self, number: int) -> str:
        if number not in self._open:
            return ""
        self._open.remove(number)
        self.shown.add(number)
        label = f"{self._word} {number}"
        return f'<a class="number" href="#finding-{number}" aria-label="{escape(label)}">{number}</a>'


def with_marks(text: str, places: Sequence[Place]) -> str:
    """Return a text with its marks in it; the n-th place has the n-th pair of characters."""
    insertions: list[tuple[int, int, str]] = []
    for index, (_, span) in enumerate(places):
        begin, end = chr(_FIRST + 2 * index), chr(_FIRST + 2 * index + 1)
        if span.empty:
            insertions.append((span.start, 1, begin + end))
        else:
            insertions += [(span.start, 1, begin), (span.end, 0, end)]
    made, last = [], 0
    for offset, _, characters in sorted(insertions, key=itemgetter(0, 1)):  # what ends goes before what begins
        made += [text[last:offset], characters]
        last = offset
    return "".join((*made, text[last:]))


def passing(text: str, places: Sequence[Place], parse: Callable[[str], Sequence[Token]]) -> list[Place]:
    """Return the places whose marks leave the result of parsing as it is."""
    if not places or len(places) > _MOST or _MARK.search(text):
        return []
    plain = _shape(parse(text))

    def passes(some: Sequence[Place]) -> bool:
        return _shape(parse(with_marks(text, some))) == plain

    if passes(places):
        return list(places)
    return [place for place in places if passes([place])] if len(places) <= _MOST_ONE_BY_ONE else []


def _shape(tokens: Iterable[Token]) -> list[object]:
    """Return what has been read, without marks; a mark where no text is makes an empty text, which says nothing."""
    return [
        (
            token.type,
            token.markup,
            _MARK.sub("", token.content),
            [(key, _MARK.sub("", str(value))) for key, value in token.attrs.items()],
            _shape(token.children or ()),
        )
        for token in tokens
        if token.type != "text" or _MARK.sub("", token.content)
    ]
