"""Texts in front matter, with the place of each of their characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from contentlint.document.front_matter.model import StringValue
from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind
from contentlint.text import Span
from contentlint.text.records import NamedTuple

MAX_DEPTH: Final = 100
"""How deep lists and maps may be nested."""


class UnreadableError(Exception):
    """Stops a reader; ``problem`` says where and why."""

    def __init__(self, kind: ProblemKind, span: Span, detail: str = "", stop: int | None = None) -> None:
        super().__init__(detail)
        self.problem: Final = FrontMatterProblem(kind, span, detail, stop)


class Decoded(NamedTuple):
    """A text; ``starts`` and ``ends`` hold for each of its characters the offsets around it in the file."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def verbatim(text: str, start: int) -> Decoded:
    """Return a text that stands in the file as it is, from ``start``."""
    return Decoded(text, range(start, start + len(text)), range(start + 1, start + len(text) + 1))


class TextBuilder:
    """Collects the characters of a text with their places."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    def copy(self, source: str, start: int, end: int) -> None:
        """Add characters that stand in the file as they are."""
        self._parts.append(source[start:end])
        self._starts += range(start, end)
        self._ends += range(start + 1, end + 1)

    def put(self, text: str, start: int, end: int) -> None:
        """Add characters that stand for ``[start, end)`` together."""
        self._parts.append(text)
        self._starts += [start] * len(text)
        self._ends += [end] * len(text)

    def done(self) -> Decoded:
        """Return what was collected."""
        return Decoded("".join(self._parts), self._starts, self._ends)


def first_bad(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first match whose group ``bad`` took part, None when there is none."""
    return next((found for found in pattern.finditer(text, start, end) if found["bad"]), None)


def string_value(source: str, span: Span, decoded: Decoded, quote: str = "") -> StringValue:
    """Return the value for a decoded text at a span."""
    raw = source[span.start : span.end]
    return StringValue(span, raw=raw, text=decoded.text, quote=quote, starts=decoded.starts, ends=decoded.ends)


def bare_string(source: str, span: Span) -> StringValue:
    """Return the value for a text without quotation marks or escapes."""
    return string_value(source, span, verbatim(source[span.start : span.end], span.start))
