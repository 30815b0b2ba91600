"""Half-open ranges of a source text."""

from __future__ import annotations

from contentlint.text.records import NamedTuple


class Span(NamedTuple):
    """The code points ``[start, end)`` of a source text, counted from 0."""

    start: int
    end: int

    @property
    def empty(self) -> bool:
        """Whether the span holds no code point: a place between two characters."""
        return self.start == self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span; equal spans cover each other."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end
