"""Places in a text as the protocol writes them: a line, and a column in the units that were agreed on, both from 0."""

from __future__ import annotations

from typing import Final

from lsprotocol import types

from contentlint.text import Edit, SourceText, Span, Units


class Places:
    """Turns places in one text into those of the protocol and back.

    Args:
        source: the text.
        units: what columns count.
    """

    __slots__ = ("_source", "_units")

    def __init__(self, source: SourceText, units: Units) -> None:
        self._source: Final = source
        self._units: Final = units

    def position(self, offset: int) -> types.Position:
        """Return the place of an offset."""
        source = self._source
        return types.Position(source.line_of(offset) - 1, source.column(offset, self._units))

    def range(self, span: Span) -> types.Range:
        """Return the place of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a place; one that is not in the text is taken to be the nearest that is."""
        return self._source.offset_at(position.line + 1, position.character, self._units)

    def span(self, range_: types.Range) -> Span:
        """Return the span of a range; one that runs backwards is turned round."""
        return Span(*sorted((self.offset(range_.start), self.offset(range_.end))))

    def text_edit(self, edit: Edit) -> types.TextEdit:
        """Return an edit of the text."""
        return types.TextEdit(self.range(edit.span), edit.replacement)
