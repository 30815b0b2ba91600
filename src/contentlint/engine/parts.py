"""Parts of a text that alone are looked at, and where they are when the text was mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contentlint.rules.base import Violation
from contentlint.text import Edit, SourceText, Span


def touching(violations: Iterable[Violation], source: SourceText, parts: Sequence[Span]) -> tuple[Violation, ...]:
    """Return the violations on a line of one of the parts of a text."""
    lines = [_lines(source, part) for part in parts]
    return tuple(
        violation
        for violation in violations
        for first, last in [_lines(source, violation.span)]
        if any(first <= end and start <= last for start, end in lines)
    )


def _lines(source: SourceText, span: Span) -> tuple[int, int]:
    return source.line_of(span.start), source.line_of(max(span.start, span.end - 1))


def moved(parts: Iterable[Span], edits: Iterable[Edit]) -> list[Span]:
    """Return where parts of a text are when edits that do not overlap were applied; what they put in belongs to a part."""
    in_order = sorted(edits)
    return [Span(_start(part.start, in_order), _end(part.end, in_order)) for part in parts]


def _start(offset: int, edits: Iterable[Edit]) -> int:
    """Return where an offset is; what is put in there, or around it, stands behind it."""
    shift = 0
    for (start, end), replacement in edits:
        if start >= offset:
            break
        if end > offset:
            return start + shift
        shift += len(replacement) - (end - start)
    return offset + shift


def _end(offset: int, edits: Iterable[Edit]) -> int:
    """Return where an offset is; what is put in there, or around it, stands before it."""
    shift = 0
    for (start, end), replacement in edits:
        if start > offset or (start == offset < end):
            break
        if end > offset:
            return start + shift + len(replacement)
        shift += len(replacement) - (end - start)
    return offset + shift
