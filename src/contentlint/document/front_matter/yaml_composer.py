"""Builds values from PyYAML's events, without recursion and with a bound on what aliases may blow up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

import yaml

from contentlint.document.front_matter.model import Entry, ListValue, MapValue, StringValue, Value
from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind
from contentlint.document.front_matter.scalars import MAX_DEPTH, UnreadableError, string_value
from contentlint.document.front_matter.yaml_scalars import (
    decode_block,
    decode_double_quoted,
    decode_plain,
    decode_single_quoted,
    key_text,
    resolve_plain,
    resolve_tagged,
)
from contentlint.text import Span

MAX_WEIGHT: Final = 100_000
"""How many values a block may hold once every alias is replaced by what it stands for."""

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:[ \t\r\n]+|(?=[,\]}])|\Z))+")
_BEFORE_KEY = re.compile(r"(?:[ \t]|[-?][ \t]+|[&!]\S*[ \t]+)*[\ufeff]?")
_SPACE: Final = " \t\r\n"
_JOINED_VALUE = re.compile(r""":([>|#@&*!%`]|"(?![^"]*")|'(?![^']*'))""")
_BLANK_TAB_LINE = re.compile(r"^\t[ \t]*\r?$", re.MULTILINE)

Anchors: TypeAlias = dict[str, tuple[Value, int]]
"""Values by the name of their anchor, with their weight."""


class _Open:
    """A list or map whose end has not been seen."""

    __slots__ = ("anchor", "entries", "is_map", "items", "key", "merged", "start", "weight")

    def __init__(self, start: int, anchor: str | None, *, is_map: bool) -> None:
        self.start: Final = start
        self.anchor: Final = anchor
        self.is_map: Final = is_map
        self.items: Final[list[Value]] = []
        self.entries: Final[list[Entry]] = []
        self.merged: Final[list[Entry]] = []
        self.key: Entry | None = None
        self.weight = 1


def duplicates(entries: Iterable[Entry]) -> Iterator[FrontMatterProblem]:
    """Yield a problem for each key that stands in ``entries`` for the second time."""
    seen: set[str] = set()
    for entry in entries:
        if entry.key in seen:
            yield FrontMatterProblem(ProblemKind.DUPLICATE_KEY, entry.key_span, entry.key)
        seen.add(entry.key)


class Composer:
    """Composes one block.

    Args:
        text: the file.
        shown: the block as the parser is to see it, as long as the block is.
        content: where the block stands.
        anchors: anchors known so far; those of this block are added.
    """

    def __init__(self, text: str, shown: str, content: Span, anchors: Anchors) -> None:
        self._text: Final = text
        self._shown: Final = shown
        self._content: Final = content
        self._anchors: Final = anchors
        self._multi_line: Final[list[Span]] = []
        self.problems: Final[list[FrontMatterProblem]] = []

    def compose(self) -> Value | None:
        """Return the value of the first document, None for an empty one.

        Raises:
            yaml.MarkedYAMLError: the block is not YAML.
            UnreadableError: Hugo does not take it, or it is too large.
        """
        stack: list[_Open] = []
        root: Value | None = None
        for event in self._events():
            if isinstance(event, yaml.ScalarEvent):
                opened = stack[-1] if stack else None
                if opened is not None and opened.is_map and opened.key is None:
                    opened.key = self._key(event, opened)
                    continue
                value, weight = self._scalar(event), 1
                self._refuse_lonely_anchor(event, value)
                if opened is not None and "\n" in value.raw and not event.style:
                    self._refuse_text_that_steps_back(value.span, opened)
                self._remember(event.anchor, value, 1)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                stack.append(self._open(event, stack))
                continue
            elif isinstance(event, yaml.AliasEvent):
                value, weight = self._alias(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                opened = stack.pop()
                value, weight = self._close(opened, self._base + self._index(event.end_mark)), opened.weight
                self._remember(opened.anchor, value, weight)
            elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
                break
            else:
                continue
            if stack:
                self._add(stack[-1], value, weight)
            else:
                root = value
        self._find_tab_lines()
        return root

    @property
    def _base(self) -> int:
        return self._content.start

    def _events(self) -> Iterator[Any]:
        events: Iterator[Any] = yaml.parse(self._shown, Loader=_LOADER)
        return events

    def _index(self, mark: Any) -> int:
        index: int = mark.index
        return index

    def _open(self, event: Any, stack: list[_Open]) -> _Open:
        start = self._skip_properties(event)
        if len(stack) >= MAX_DEPTH:
            raise UnreadableError(ProblemKind.TOO_DEEP, Span(start, start + 1), str(MAX_DEPTH))
        if stack and stack[-1].is_map and stack[-1].key is None:
            if self._text.startswith("{{", start - 1):
                template = self._text[start - 1 : self._content.end].split("\n", 1)[0].rstrip()
                raise UnreadableError(ProblemKind.TEMPLATE, Span(start - 1, start - 1 + len(template)), template)
            raise UnreadableError(ProblemKind.UNQUOTED_START, Span(start, start + 1), self._text[start])
        return _Open(start, event.anchor, is_map=isinstance(event, yaml.MappingStartEvent))

    def _add(self, parent: _Open, value: Value, weight: int) -> None:
        parent.weight += weight
        if parent.weight > MAX_WEIGHT:
            raise UnreadableError(ProblemKind.TOO_LARGE, value.span, str(MAX_WEIGHT))
        if not parent.is_map:
            parent.items.append(value)
        elif parent.key is None:
            key = value.python if isinstance(value, StringValue) else value.raw
            parent.key = Entry(str(key), value.span, value)
        else:
            key, key_span, _ = parent.key
            parent.key = None
            if not value.raw and self._text[parent.start] == "{":
                self._refuse_joined_value(key_span)
            if key == "<<":
                self._merge(parent, value)
            else:
                parent.entries.append(Entry(key, key_span, value))

    def _merge(self, parent: _Open, value: Value) -> None:
        """Take over the keys of the map, or of the list of maps, behind ``<<``."""
        maps = value.items if isinstance(value, ListValue) else (value,)
        for source in maps:
            if not isinstance(source, MapValue):
                raise UnreadableError(ProblemKind.NOT_A_MAP, value.span, "<<")
            parent.merged.extend(source.known)
            parent.weight += len(source.known)

    def _remember(self, anchor: str | None, value: Value, weight: int) -> None:
        if anchor:
            self._anchors[anchor] = value, weight

    def _skip_properties(self, event: Any) -> int:
        start = self._index(event.start_mark)
        if event.anchor is not None or event.tag is not None:
            properties = _PROPERTIES.match(self._shown, start)
            start = properties.end() if properties else start
        return self._base + start

    def _key(self, event: Any, parent: _Open) -> Entry:
        value = self._scalar(event)
        if event.anchor is not None and not value.raw and parent.entries and self._text[parent.start] != "{":
            start = self._base + self._index(event.start_mark)
            raise UnreadableError(ProblemKind.UNQUOTED_START, Span(start, start + 1), self._text[start])
        if (
            parent.entries
            and self._text[parent.start] != "{"
            and not _BEFORE_KEY.fullmatch(
                self._text, max(self._text.rfind("\n", 0, value.span.start) + 1, self._base), value.span.start
            )
        ):  # behind a closing bracket
            raise UnreadableError(ProblemKind.SYNTAX, Span(value.span.start, value.span.start + 1))
        name = key_text(value.raw, value.kind, value.python)
        if isinstance(value, StringValue):
            name = value.text
        return Entry(name, value.span, value)

    def _scalar(self, event: Any) -> Value:
        text, style = self._text, event.style or ""
        start, end = self._skip_properties(event), self._base + self._index(event.end_mark)
        if style == "'":
            decoded = decode_single_quoted(text, start, end)
        elif style == '"':
            decoded = decode_double_quoted(text, start, end)
            self._find_tab_in_quotes(start, end)
        elif style:
            end = start + len(text[start:end].rstrip(_SPACE))
            decoded = decode_block(text, start, end, value=event.value, shown=self._shown, base=self._base)
        else:
            end = start + len(text[start:end].rstrip(_SPACE)) if start < end else start
            decoded = decode_plain(text, start, end)
        if "\n" in text[start:end]:
            self._multi_line.append(Span(start, end))
        if event.tag is not None:
            kind, python = resolve_tagged(event.tag, decoded.text)
        else:
            kind, python = ("string", decoded.text) if style else resolve_plain(decoded.text)
        span = Span(start, end)
        if kind == "string":
            return string_value(text, span, decoded, style)
        return Value(span, kind=kind, raw=text[start:end], python=python)

    def _alias(self, event: Any) -> tuple[Value, int]:
        span = Span(self._base + self._index(event.start_mark), self._base + self._index(event.end_mark))
        if event.anchor not in self._anchors:
            raise UnreadableError(ProblemKind.UNDEFINED_ALIAS, span, event.anchor)
        target, weight = self._anchors[event.anchor]
        raw = self._text[span.start : span.end]
        if isinstance(target, StringValue):
            length = len(target.text)
            starts, ends = [span.start] * length, [span.end] * length
            return StringValue(span, raw=raw, text=target.text, quote="", starts=starts, ends=ends), 1 + length // 64
        if isinstance(target, ListValue):
            return ListValue(span, raw=raw, items=target.items), weight
        if isinstance(target, MapValue):
            return MapValue(span, raw=raw, entries=target.entries, merged=target.merged), weight
        return Value(span, kind=target.kind, raw=raw, python=target.python), weight

    def _close(self, opened: _Open, end: int) -> Value:
        children = [*opened.items, *(entry.value for entry in opened.entries)]
        if children and self._text[opened.start] not in "[{":
            end = max(child.span.end for child in children[-1:])
        span = Span(opened.start, max(end, opened.start))
        raw = self._text[span.start : span.end]
        if not opened.is_map:
            return ListValue(span, raw=raw, items=tuple(opened.items))
        self.problems.extend(duplicates(opened.entries))
        return MapValue(span, raw=raw, entries=tuple(opened.entries), merged=tuple(opened.merged))

    # What PyYAML lets pass and Hugo does not

    def _refuse_lonely_anchor(self, event: Any, value: Value) -> None:
        """Refuse *tags: [huis, &tuin]*: Hugo looks for a value behind ``&tuin``."""
        if event.anchor is None or value.raw:
            return
        if self._text[value.span.end : self._content.end].lstrip()[:1] in ("", ",", "]", "}"):
            start = self._base + self._index(event.start_mark)
            raise UnreadableError(ProblemKind.UNQUOTED_START, Span(start, start + 1), "&")

    def _refuse_text_that_steps_back(self, span: Span, parent: _Open) -> None:
        """Refuse a text between brackets whose next line is not indented deeper than the line on which it begins."""
        text = self._text
        line = text.rfind("\n", 0, span.start) + 1
        before = text[line : span.start]
        if text[parent.start] not in "[{" or not before.strip():
            return
        key = parent.key
        deep = len(before) - len(before.lstrip(" ")) if key is None else key.key_span.start - line
        newline = text.index("\n", span.start)
        below = text[newline + 1 : span.end]
        if text[span.end : span.end + 1] == ":":
            return  # the next key: the bracket was never closed
        if len(below) - len(below.lstrip(" ")) <= deep:
            raise UnreadableError(
                ProblemKind.INDENTATION, Span(newline + 1, newline + 2), below.split("\n", 1)[0].strip()
            )

    def _refuse_joined_value(self, key: Span) -> None:
        """Refuse *{alt:> text}*: to Hugo the colon ends the key, and such a value is none."""
        if joined := _JOINED_VALUE.search(self._text, key.start, key.end):
            place = joined.start(1)
            raise UnreadableError(ProblemKind.UNQUOTED_START, Span(place, place + 1), self._text[place])

    def _find_tab_in_quotes(self, start: int, end: int) -> None:
        # A tab right before the closing quotation mark is fine, and so is any before a comment or in the last value.
        tab = self._text.find("\t", start, end - 2)
        if tab >= 0 and self._text[end : self._content.end].lstrip()[:1] not in ("", "#"):
            self.problems.append(FrontMatterProblem(ProblemKind.TAB, Span(tab, tab + 1), '"'))

    def _find_tab_lines(self) -> None:
        for line in _BLANK_TAB_LINE.finditer(self._text, *self._content):
            span = Span(*line.span())
            if not any(scalar.overlaps(span) for scalar in self._multi_line):
                self.problems.append(FrontMatterProblem(ProblemKind.TAB, Span(span.start, span.start + 1)))
