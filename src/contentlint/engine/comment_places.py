"""Where in a page a comment for contentlint can stand without a reader noticing."""

from __future__ import annotations

import enum
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from contentlint.document import Document
from contentlint.document import nodes as n
from contentlint.text import Span
from contentlint.text.records import NamedTuple

_LINE_COMMENTS: Final = frozenset({"yaml", "toml"})
"""Formats of front matter in which ``#`` begins a comment."""

_UNCOMMENTED: Final = (n.Heading, n.Table, n.Link, n.Image, n.FootnoteDefinition)
"""What takes a comment in it for something: the id of a heading, a cell, a text that Hugo puts something behind."""


class PlaceKind(enum.Enum):
    """What a comment silences; the value is the word that stands behind ``contentlint-``."""

    NEXT_LINE = "disable-next-line"
    LINE = "disable-line"
    PART = "disable"
    FILE = "disable-file"


class Place(NamedTuple):
    """A place for a comment.

    Attributes:
        kind: what it silences.
        start: where it goes: the beginning of a line, or for ``LINE`` the end of the line's text.
        end: for ``PART`` the end of the last line, behind which the closing comment goes.
        indent: what stands before it on its line.
        in_front_matter: whether it is a comment of YAML or TOML and not of HTML.
    """

    kind: PlaceKind
    start: int
    end: int = -1
    indent: str = ""
    in_front_matter: bool = False

    def comment(self, text: str) -> str:
        """Return a text as a comment for this place."""
        return f"# {text}" if self.in_front_matter else f"<!-- {text} -->"


class Places:
    """The places for comments in one document."""

    def __init__(self, document: Document) -> None:
        self._document: Final = document
        self._source: Final = document.source
        self._parts: Final = [*_parts(document)]
        self._starts: Final = [first for first, _ in self._parts]
        front_matter = document.front_matter
        readable = not document.front_matter_problems
        self._front_matter: Final = (
            front_matter if front_matter and front_matter.format in _LINE_COMMENTS and readable else None
        )

    def of(self, span: Span) -> Iterator[Place]:
        """Yield the places for a comment that silences what begins at a span, the nearest first."""
        front_matter = self._document.front_matter
        if front_matter is not None and span.start < front_matter.span.end:
            if self._front_matter is not None:
                yield from self._in_front_matter(self._front_matter, span.start)
        else:
            yield from self._in_body(span.start)
        yield from self._for_file()

    def _in_front_matter(self, front_matter: n.Node, offset: int) -> Iterator[Place]:
        source = self._source
        line = source.line_of(offset)
        first = source.line_of(front_matter.span.start) + 1
        if not first <= line < source.line_of(front_matter.span.end):
            return
        start, end = source.line_span(line)
        text = source.text[start:end]
        indent = text[: len(text) - len(text.lstrip())]
        yield Place(PlaceKind.NEXT_LINE, start, indent=indent, in_front_matter=True)
        for entry in self._document.front_matter.root if self._document.front_matter else ():
            if entry.span.start <= offset < max(entry.span.end, entry.span.start + 1):
                begin = source.line_span(source.line_of(entry.span.start)).start
                end = source.line_span(source.line_of(max(entry.span.start, entry.span.end - 1))).end
                yield Place(PlaceKind.PART, begin, end, in_front_matter=True)

    def _in_body(self, offset: int) -> Iterator[Place]:
        source = self._source
        line = source.line_of(offset)
        index = bisect_right(self._starts, line) - 1
        first, last = self._parts[index] if index >= 0 and line <= self._parts[index][1] else (line, line)
        start = source.line_span(first).start
        if line == first:
            yield Place(PlaceKind.NEXT_LINE, start)
        elif (end := self._end_of_text(line)) is not None:
            yield Place(PlaceKind.LINE, end)
        # Behind a table, a line that is not blank may belong to it.
        while last < source.line_count and source[source.line_span(last + 1)].strip():
            last += 1
        yield Place(PlaceKind.PART, start, source.line_span(last).end)

    def _end_of_text(self, line: int) -> int | None:
        """Return where the text of a line ends, when a comment behind it is only a comment; None when it might not be."""
        document = self._document
        start, end = self._source.line_span(line)
        end = start + len(self._source.text[start:end].rstrip())
        texts = document.of_type(n.Text)
        index = bisect_left(texts, end, key=lambda node: node.span.start) - 1
        if index < 0 or texts[index].span.end < end or document.shortcode_pairs.around(end) is not None:
            return None
        return None if document.enclosing(texts[index], *_UNCOMMENTED) is not None else end

    def _for_file(self) -> Iterator[Place]:
        source = self._source
        if self._front_matter is not None:
            line = source.line_of(self._front_matter.opening.start) + 1
            yield Place(PlaceKind.FILE, source.line_span(line).start, in_front_matter=True)
            return
        body = self._document.body
        text = source.text[body.start : body.end]
        if text.strip():
            first = source.line_of(body.start + len(text) - len(text.lstrip()))
            yield Place(PlaceKind.FILE, source.line_span(first).start)


def _parts(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the parts of a body that no comment may cut, as first and last line: blocks, and what shortcodes hold."""
    source = document.source
    whole = [node.span for node in document.markdown.root.children]
    whole += [pair.span for pair in document.shortcode_pairs.pairs]
    whole += [tag.span for tag in document.shortcodes.tags]
    whole += [comment.span for comment in document.shortcodes.comments]
    whole += document.shortcodes.broken
    first = last = 0
    for start, end in sorted(whole):
        lines = source.line_of(start), source.line_of(max(start, end - 1))
        if first and lines[0] <= last:
            last = max(last, lines[1])
            continue
        if first:
            yield first, last
        first, last = lines
    if first:
        yield first, last
