"""Texts in which other things stand in the place of shortcode tags."""

from __future__ import annotations

from collections.abc import Iterable

from contentlint.document.shortcodes.nodes import ShortcodeTag
from contentlint.text import Edit, Span, apply_edits


def mask(text: str, spans: Iterable[Span]) -> str:
    """Return the text with every code point of the spans replaced by ``x``, newlines too.

    So a tag over several lines stands on one line, as Hugo's own placeholder does, and breaks no list, quotation or
    paragraph; a letter has the same effect on emphasis marks beside it. The spans are in order and do not overlap.
    """
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += (text[position:start], "x" * (end - start))
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def with_placeholders(text: str, tags: Iterable[ShortcodeTag]) -> str:
    """Return the text with a word for each tag that says no more than what matters to Hugo.

    Two texts that differ only in white space inside tags, in how values are quoted, or in the delimiter of a closing tag
    become the same.
    """
    return apply_edits(text, [Edit(tag.span, _placeholder(tag)) for tag in tags if not tag.broken])


def _placeholder(tag: ShortcodeTag) -> str:
    parameters = [(parameter.key, parameter.value) for parameter in tag.parameters]
    meaning = (tag.name, tag.closing or tag.delimiter, tag.self_closing, parameters)
    return f"x{repr(meaning).encode().hex()}x"
