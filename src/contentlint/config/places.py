"""The places of keys and values in a file of settings; asked for only when something is wrong."""

from __future__ import annotations

from contentlint.config.problems import KeyPath
from contentlint.document.front_matter import ListValue, MapValue, Value
from contentlint.document.front_matter.toml_reader import read_toml
from contentlint.text import Position, SourceText, Span


def place_of_syntax_error(source: SourceText) -> Position:
    """Return where a text stops being TOML."""
    _, problems = read_toml(source.text, _whole(source))
    return source.position(problems[0].span.start)


def place_of(source: SourceText, key: KeyPath, *, at_key: bool) -> Position:
    """Return where a value stands, or its key; a table without a line of its own stands at its first member."""
    return source.position(span_of(source, key, at_key=at_key).start)


def span_of(source: SourceText, key: KeyPath, *, at_key: bool) -> Span:
    """Return the place of a value in a file of settings, or of its key."""
    return span_in(read_toml(source.text, _whole(source))[0], key, at_key=at_key)


def span_in(value: Value | None, key: KeyPath, *, at_key: bool) -> Span:
    """Return the place of what a key path leads to from a value, or of its key.

    A table stands at its key, or at its first member. What the reader of the file does not know by itself stands at the
    nearest thing around it that it does know.
    """
    place = value.span if value is not None and not key else Span(0, 0)
    for part in key:
        if isinstance(value, ListValue) and isinstance(part, int) and part < len(value.items):
            value = value.items[part]
            place = value.span
            continue
        entry = next((entry for entry in value if entry.key == part), None) if isinstance(value, MapValue) else None
        if entry is None:
            break
        value = entry.value
        place = entry.key_span if at_key or isinstance(value, MapValue) else value.span
    return place


def _whole(source: SourceText) -> Span:
    return Span(int(source.has_bom), len(source))
