"""A file's text with the ways to name a place in it."""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Final

from contentlint.text.records import NamedTuple
from contentlint.text.span import Span

_BOM = "\ufeff"
_NEWLINE = re.compile(r"\r\n|\n|\r")
_ESCAPED_BYTES = re.compile("[\udc80-\udcff]+")
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
_CONTINUATION = re.compile(rb"[\x80-\xbf]+")


class Units(enum.Enum):
    """What two programs count columns in; the values are the names in the Language Server Protocol."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    CODE_POINTS = "utf-32"


class Position(NamedTuple):
    """A place as people name it: line and column from 1, the column in code points, a byte order mark not counted."""

    line: int
    column: int


class SourceText:
    """The text of one file as it is on disk: byte order mark and newlines kept.

    A line ends at LF, CRLF or a lone CR, as in CommonMark and in editors. Bytes that are not UTF-8 are shown as one
    U+FFFD each and listed in ``invalid``; such a text cannot be encoded again.

    Args:
        text: the content, decoded without newline translation.
        invalid: spans whose bytes were not UTF-8.
    """

    def __init__(self, text: str, *, invalid: tuple[Span, ...] = ()) -> None:
        self.text = text
        self.invalid = invalid

    @classmethod
    def from_bytes(cls, data: bytes) -> SourceText:
        """Decode a file's bytes; never fails."""
        try:
            return cls(data.decode("utf-8"))
        except UnicodeDecodeError:
            escaped = data.decode("utf-8", "surrogateescape")
        invalid = tuple(Span(*match.span()) for match in _ESCAPED_BYTES.finditer(escaped))
        return cls(_ESCAPED_BYTES.sub(lambda match: "\ufffd" * len(match[0]), escaped), invalid=invalid)

    def to_bytes(self) -> bytes:
        """Return the bytes the text came from.

        Raises:
            ValueError: some bytes were not UTF-8, so the original is not known.
        """
        if self.invalid:
            message = "a text with undecodable bytes cannot be encoded again"
            raise ValueError(message)
        return self.text.encode("utf-8")

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, span: Span | slice) -> str:
        """Return the text at a span, or at a slice of code points."""
        return self.text[span.start : span.end] if isinstance(span, Span) else self.text[span]

    @property
    def has_bom(self) -> bool:
        """Whether the file begins with a byte order mark (the code point at offset 0)."""
        return self.text.startswith(_BOM)

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; the first is 0."""
        if "\r" not in self.text:
            return [0, *accumulate(len(line) + 1 for line in self.text.split("\n")[:-1])]
        return [0, *(match.end() for match in _NEWLINE.finditer(self.text))]

    @property
    def line_count(self) -> int:
        """Number of lines; a newline at the end opens a last, empty line."""
        return len(self.line_starts)

    def line_of(self, offset: int) -> int:
        """Return the line, from 1, that holds an offset."""
        return bisect_right(self.line_starts, offset)

    def position(self, offset: int) -> Position:
        """Return line and column of an offset.

        Raises:
            ValueError: the offset lies outside the text.
        """
        if not 0 <= offset <= len(self.text):
            message = f"offset {offset} lies outside a text of {len(self.text)} characters"
            raise ValueError(message)
        line = self.line_of(offset)
        column = offset - self.line_starts[line - 1] + 1
        if line == 1 and self.has_bom and offset > 0:
            column -= 1
        return Position(line, column)

    def offset(self, position: Position) -> int:
        """Return the offset of a line and column; the inverse of ``position``.

        Raises:
            ValueError: there is no such line, or the column lies behind the end of the line.
        """
        line, column = position
        if not 1 <= line <= self.line_count or column < 1:
            message = f"there is no line {line}, column {column}"
            raise ValueError(message)
        begin = self.line_starts[line - 1] + (line == 1 and self.has_bom)
        end = self.line_starts[line] - 1 if line < self.line_count else len(self.text)
        if (found := begin + column - 1) > end:
            message = f"line {line} has no column {column}"
            raise ValueError(message)
        return found

    def line_span(self, line: int) -> Span:
        """Return the span of a line, counted from 1, without its newline and without a byte order mark."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < self.line_count else len(self.text)
        text = self.text
        if line < self.line_count:
            end -= 2 if text[end - 2 : end] == "\r\n" else 1
        return Span(start + (line == 1 and self.has_bom), end)

    def column(self, offset: int, units: Units) -> int:
        """Return how many units stand before an offset on its line (the column of the Language Server Protocol, from 0).

        Unlike in ``position``, a byte order mark counts like any character: it is part of the text that two programs share.
        """
        before = self.text[self.line_starts[self.line_of(offset) - 1] : offset]
        if units is Units.CODE_POINTS or before.isascii():
            return len(before)
        if units is Units.UTF16:
            return len(before) + len(_BEYOND_BMP.findall(before))
        return len(before.encode("utf-8", "surrogatepass"))

    def offset_at(self, line: int, column: int, units: Units) -> int:
        """Return the offset behind ``column`` units of a line counted from 1; the inverse of ``column``.

        What lies behind the end of the line, or of the text, is taken to be that end. Within a character it is its start.
        """
        if line > self.line_count:
            return len(self.text)
        start = self.line_starts[line - 1]
        end = max(start, self.line_span(line).end)
        text = self.text[start:end]
        if units is Units.CODE_POINTS or text.isascii() or (units is Units.UTF16 and not _BEYOND_BMP.search(text)):
            return min(start + column, end)
        encoding, size = ("utf-16-le", 2) if units is Units.UTF16 else ("utf-8", 1)
        head = text.encode(encoding, "surrogatepass")[: column * size]
        return start + len(head.decode(encoding, "ignore"))

    @cached_property
    def byte_offsets(self) -> ByteOffsets:
        """The map between this text's offsets and those of its UTF-8 bytes."""
        return ByteOffsets(self.text)


class ByteOffsets:
    """Maps offsets in a text's UTF-8 bytes to code points and back.

    It remembers the places where the two drift apart, so it costs memory by the non-ASCII character only.

    Attributes:
        marks: the offsets in bytes behind each character that takes more than one byte (or behind a run of such).
        drift: how many bytes more than code points stand before the first mark (none), behind it, behind the second …
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.marks: Final[list[int]] = []
        self.drift: Final[list[int]] = [0]
        if not text.isascii():
            drift = 0
            for match in _CONTINUATION.finditer(text.encode("utf-8", "replace")):
                drift += match.end() - match.start()
                self.marks.append(match.end())
                self.drift.append(drift)

    def code_point(self, byte: int) -> int:
        """Return the code point offset of a byte offset that begins a character (or ends the text)."""
        if not self.marks:
            return byte
        return byte - self.drift[bisect_right(self.marks, byte)]

    def byte(self, code_point: int) -> int:
        """Return the byte offset of a code point offset."""
        if not self.marks:
            return code_point
        low, high = 0, len(self.marks)
        while low < high:
            middle = (low + high) // 2
            if self.marks[middle] - self.drift[middle + 1] <= code_point:
                low = middle + 1
            else:
                high = middle
        return code_point + self.drift[low]
