"""YAML front matter, composed from PyYAML's events with the place of every key and value.

PyYAML reads YAML 1.1 and Hugo's goccy/go-yaml something near 1.2. Where Hugo accepts more, the parser is shown a masked
text of the same length, and every scalar is decoded from the text as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import yaml

from contentlint.document.front_matter.model import Entry, ListValue, MapValue, StringValue, Value
from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind
from contentlint.document.front_matter.scalars import MAX_DEPTH, UnreadableError, string_value
from contentlint.document.front_matter.yaml_scalars import (
    decode_block,
    decode_double_quoted,
    decode_plain,
    decode_single_quoted,
    resolve_plain,
)
from contentlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_WEIGHT: Final = 100_000
"""How many values the block may hold once every alias is replaced by what it stands for."""

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*[ \t\r\n]+)+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")
_MASKED = re.compile(
    r"(?P<tabs>(?<=:)[ \t]*\t[ \t]*|[ \t]*\t[ \t]*(?=\r?\n|\Z))"
    r"|(?P<comma>(?<=: ),(?=\S))"
)


class _Open:
    """A list or map whose end has not been seen."""

    __slots__ = ("anchor", "entries", "items", "key", "start", "weight")

    def __init__(self, start: int, anchor: str | None, *, is_map: bool) -> None:
        self.start = start
        self.anchor = anchor
        self.items: list[Value] = []
        self.entries: list[Entry] | None = [] if is_map else None
        self.key: Value | None = None
        self.weight = 1


def read_yaml(text: str, content: Span) -> tuple[MapValue | None, list[FrontMatterProblem]]:
    """Read a block of YAML.

    Returns:
        The keys with their values (None when the block cannot be read), and the problems.
    """
    shown = _UNPRINTABLE.sub("\u00b7", text[content.start : content.end])
    composer = _Composer(text, shown, content)
    try:
        root = composer.compose()
    except yaml.MarkedYAMLError as error:
        masked = _MASKED.sub(_mask, shown)
        if masked != shown:
            composer = _Composer(text, masked, content)
            try:
                root = composer.compose()
            except yaml.MarkedYAMLError as again:
                return None, [_explain(again, text, content)]
            except UnreadableError as failure:
                return None, [failure.problem]
        else:
            return None, [_explain(error, text, content)]
    except UnreadableError as failure:
        return None, [failure.problem]
    if root is None:
        return None, composer.problems
    if not isinstance(root, MapValue):
        return None, [FrontMatterProblem(ProblemKind.NOT_A_MAP, root.span)]
    return root, composer.problems


def _mask(match: re.Match[str]) -> str:
    return "," if match["comma"] is None and not match[0] else ("x" if match["comma"] else " " * len(match[0]))


def _explain(error: yaml.MarkedYAMLError, text: str, content: Span) -> FrontMatterProblem:
    mark = error.problem_mark or error.context_mark
    place = content.start + (mark.index if mark else 0)
    place = min(place, content.end)
    return FrontMatterProblem(ProblemKind.SYNTAX, Span(place, min(place + 1, len(text))), error.problem or "")


class _Composer:
    """Builds values from events, without recursion."""

    def __init__(self, text: str, shown: str, content: Span) -> None:
        self._text: Final = text
        self._shown: Final = shown
        self._base: Final = content.start
        self._anchors: Final[dict[str, tuple[Value, int]]] = {}
        self._weight = 0
        self.problems: Final[list[FrontMatterProblem]] = []

    def compose(self) -> Value | None:
        """Return the value of the (first) document, None for an empty one."""
        stack: list[_Open] = []
        root: Value | None = None
        for event in self._events():
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                if len(stack) >= MAX_DEPTH:
                    place = self._base + event.start_mark.index
                    raise UnreadableError(ProblemKind.TOO_DEEP, Span(place, place + 1), str(MAX_DEPTH))
                start = self._skip_properties(event)
                stack.append(_Open(start, event.anchor, is_map=isinstance(event, yaml.MappingStartEvent)))
                continue
            if isinstance(event, yaml.ScalarEvent):
                value, weight = self._scalar(event), 1
                if event.anchor:
                    self._anchors[event.anchor] = value, weight
            elif isinstance(event, yaml.AliasEvent):
                value, weight = self._alias(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                opened = stack.pop()
                value, weight = self._close(opened, self._base + event.end_mark.index), opened.weight
                if opened.anchor:
                    self._anchors[opened.anchor] = value, weight
            else:
                continue
            if not stack:
                if root is None:
                    root = value
                continue
            self._add(stack[-1], value, weight)
        return root

    def _events(self) -> Iterator[Any]:
        return yaml.parse(self._shown, Loader=_LOADER)  # type: ignore[no-untyped-call,no-any-return]

    def _add(self, parent: _Open, value: Value, weight: int) -> None:
        parent.weight += weight
        if parent.weight > MAX_WEIGHT:
            raise UnreadableError(ProblemKind.TOO_LARGE, value.span, str(MAX_WEIGHT))
        if parent.entries is None:
            parent.items.append(value)
        elif parent.key is None:
            parent.key = value
        else:
            key = parent.key
            parent.entries.append(Entry(key.python if isinstance(key, StringValue) else key.raw, key.span, value))
            parent.key = None

    def _skip_properties(self, event: Any) -> int:
        start: int = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            properties = _PROPERTIES.match(self._shown, start)
            start = properties.end() if properties else start
        return self._base + start

    def _scalar(self, event: Any) -> Value:
        text = self._text
        start, end = self._skip_properties(event), self._base + event.end_mark.index
        style = event.style
        if style == "'":
            decoded = decode_single_quoted(text, start, end)
        elif style == '"':
            decoded = decode_double_quoted(text, start, end)
        elif style:
            end = start + len(text[start:end].rstrip())
            decoded = decode_block(text, start, end, event.value, text[: self._base] + self._shown)
        else:
            start = min(start, end)
            decoded = decode_plain(text, start, end)
            if event.tag is None:
                kind, python = resolve_plain(decoded.text)
                if kind != "string":
                    return Value(Span(start, end), kind=kind, raw=text[start:end], python=python)
        return string_value(text, Span(start, end), decoded, style or "")

    def _alias(self, event: Any) -> tuple[Value, int]:
        span = Span(self._base + event.start_mark.index, self._base + event.end_mark.index)
        if event.anchor not in self._anchors:
            raise UnreadableError(ProblemKind.UNDEFINED_ALIAS, span, event.anchor)
        target, weight = self._anchors[event.anchor]
        raw = self._text[span.start : span.end]
        if isinstance(target, StringValue):
            length = len(target.text)
            alias: Value = StringValue(
                span, raw=raw, text=target.text, quote="", starts=[span.start] * length, ends=[span.end] * length
            )
        elif isinstance(target, ListValue):
            alias = ListValue(span, raw=raw, items=target.items)
        elif isinstance(target, MapValue):
            alias = MapValue(span, raw=raw, entries=target.entries)
        else:
            alias = Value(span, kind=target.kind, raw=raw, python=target.python)
        return alias, weight

    def _close(self, opened: _Open, end: int) -> Value:
        children = [item.span.end for item in opened.items] or [entry.span.end for entry in opened.entries or ()]
        if children and self._text[opened.start] not in "[{":
            end = children[-1]
        span = Span(opened.start, end)
        raw = self._text[span.start : span.end]
        if opened.entries is None:
            return ListValue(span, raw=raw, items=tuple(opened.items))
        self._find_duplicates(opened.entries)
        return MapValue(span, raw=raw, entries=tuple(opened.entries))

    def _find_duplicates(self, entries: list[Entry]) -> None:
        seen: set[str] = set()
        for entry in entries:
            if entry.key in seen:
                self.problems.append(FrontMatterProblem(ProblemKind.DUPLICATE_KEY, entry.key_span, entry.key))
            seen.add(entry.key)
