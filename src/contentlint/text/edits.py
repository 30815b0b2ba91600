"""Replacing parts of a text, all at once or not at all."""

from __future__ import annotations

from collections.abc import Iterable

from contentlint.text.records import NamedTuple
from contentlint.text.span import Span


class Edit(NamedTuple):
    """Replaces the text at ``span`` by ``replacement``; an empty span inserts."""

    span: Span
    replacement: str


class EditError(ValueError):
    """Edits that cannot be applied together, or that do not fit the text."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with every edit applied.

    The spans refer to ``text`` as it is passed in. Two insertions at one place are refused too: their order would be
    a guess.

    Raises:
        EditError: an edit lies outside the text, or two edits overlap.
    """
    pieces: list[str] = []
    position = 0
    previous: Edit | None = None
    for edit in sorted(edits):
        start, end = edit.span
        if not 0 <= start <= end <= len(text):
            message = f"edit {start}..{end} lies outside a text of {len(text)} characters"
            raise EditError(message)
        if previous is not None and (start < previous.span.end or edit.span == previous.span):
            message = f"edits {previous.span.start}..{previous.span.end} and {start}..{end} overlap"
            raise EditError(message)
        pieces += (text[position:start], edit.replacement)
        position = end
        previous = edit
    pieces.append(text[position:])
    return "".join(pieces)
