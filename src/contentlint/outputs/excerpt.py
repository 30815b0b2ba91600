"""The piece of a text around a violation, with a mark under it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from contentlint.outputs.display import Cell, cells
from contentlint.text import SourceText, Span
from contentlint.text.records import NamedTuple

_VISIBLE: Final = re.compile(r"\S")
_FAR: Final = 10_000
"""How far to look for something to show; a hostile file may be megabytes of blanks, or one line of megabytes."""

_CUT: Final = Cell("…", 1)
_SPACE: Final = Cell(" ", 1)


class Excerpt(NamedTuple):
    """A line of text ready to be shown, and the columns (from 0) where the mark begins and how long it is.

    ``last_line`` is the line in which the span ends when it goes on below this one, else 0.
    """

    text: str
    mark: int
    length: int
    last_line: int


def excerpt(source: SourceText, span: Span, width: int) -> Excerpt:
    """Return what stands around a span, in at most ``width`` columns.

    A line that is too long is cut at words, so that about as much stands before the span as behind it. Of a span that
    covers more lines the first that is not blank is shown.
    """
    last = source.line_of(max(span.start, span.end - 1))
    visible = _VISIBLE.search(source.text, span.start, min(span.end, span.start + _FAR))
    line = source.line_of(visible.start() if visible else span.start)
    marked = _within(source, line, span)
    whole = source.line_span(line)
    # No more of a line is looked at than could be shown.
    begin = max(whole.start, marked.start - width)
    end = min(whole.end, marked.end + width, marked.start + 2 * width)
    before = _Side(cells(source.text[begin : marked.start]), cut=begin > whole.start)
    inside = list(cells(source.text[marked.start : min(marked.end, end)]))
    after = _Side(cells(source.text[min(marked.end, end) : end]), cut=end < whole.end)
    if not before.cut:
        before.strip()
    length = _width(inside)
    if before.width + length + after.width > width or before.cut or after.cut:
        room = max(0, width - length)
        left = min(before.width, max(room // 2, room - after.width))
        before.cells.reverse()
        before.shorten(left)
        before.cells.reverse()
        if length > width:
            inside = [*_fitting(inside, width - 1), _CUT]
            length = _width(inside)
        after.shorten(width - before.width - length)
    text = "".join(cell.text for cell in (*before.cells, *inside, *after.cells))
    return Excerpt(text, before.width, max(1, length), last if last > line else 0)


def _within(source: SourceText, line: int, span: Span) -> Span:
    """Return the part of a span that stands on a line; an empty one for a span in its newline."""
    start, end = source.line_span(line)
    first = min(max(start, span.start), end)
    return Span(first, max(first, min(end, span.end)))


def _width(cells_: Iterable[Cell]) -> int:
    return sum(cell.width for cell in cells_)


def _fitting(cells_: list[Cell], width: int) -> list[Cell]:
    """Return the first cells, as many as fit."""
    taken = 0
    for index, cell in enumerate(cells_):
        taken += cell.width
        if taken > width:
            return cells_[:index]
    return cells_


class _Side:
    """What stands on one side of the marked text, from the mark outwards when it is shortened."""

    def __init__(self, cells_: Iterable[Cell], *, cut: bool) -> None:
        self.cells = list(cells_)
        self.cut = cut

    @property
    def width(self) -> int:
        return _width(self.cells)

    def strip(self) -> None:
        """Leave out indentation."""
        while self.cells and self.cells[0].text.isspace():
            del self.cells[0]

    def shorten(self, width: int) -> None:
        """Keep what fits in ``width`` columns; where something is left out it ends at a space, and says so."""
        if not self.cut and self.width <= width:
            return
        kept = _fitting(self.cells, max(0, width - 2))
        following = self.cells[len(kept)].text if len(kept) < len(self.cells) else ""
        if following != " " and any(cell.text == " " for cell in kept):
            while kept[-1].text != " ":
                kept = kept[:-1]
        while kept and kept[-1].text == " ":
            kept = kept[:-1]
        gap = [_SPACE] if width > 1 and len(kept) < len(self.cells) and self.cells[len(kept)].text == " " else []
        self.cells = [*kept, *gap, _CUT] if width else []
