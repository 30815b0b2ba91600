"""Org front matter: lines of ``#+key: value`` (``parser/metadecoders/decoder.go``)."""

from __future__ import annotations

import re
from typing import Final

from contentlint.document.front_matter.model import Entry, ListValue, MapValue, Value
from contentlint.document.front_matter.problems import FrontMatterProblem
from contentlint.document.front_matter.scalars import bare_string
from contentlint.text import Span

_LINE = re.compile(r"^#\+(?P<key>[^:\r\n]*):[ \t]*(?P<value>[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_ORG_DATE = re.compile(r"[<\[](\d{4}-\d{2}-\d{2}) .*[>\]]")
_DATE_KEYS: Final = frozenset({"date", "lastmod", "publishdate", "expirydate"})


def read_org(text: str, content: Span) -> tuple[MapValue | None, list[FrontMatterProblem]]:
    """Read a block of org keywords; there is nothing that Hugo rejects in one."""
    entries: dict[str, list[tuple[str, Span, Span]]] = {}
    for line in _LINE.finditer(text, *content):
        key = line["key"].lower()
        entries.setdefault(key, []).append((key, Span(*line.span("key")), Span(*line.span("value"))))
    found = tuple(_entry(text, lines) for lines in entries.values())
    return MapValue(content, raw=text[content.start : content.end], entries=found), []


def _entry(text: str, lines: list[tuple[str, Span, Span]]) -> Entry:
    key, key_span, span = lines[-1]
    if key.endswith("[]"):
        words = tuple(bare_string(text, Span(*word.span())) for word in re.compile(r"\S+").finditer(text, *span))
        return Entry(key[:-2], key_span, _list(text, span, words))
    if len(lines) > 1:
        whole = Span(lines[0][2].start, span.end)
        return Entry(key, lines[0][1], _list(text, whole, tuple(bare_string(text, line[2]) for line in lines)))
    if key == "filetags":
        tags = tuple(bare_string(text, Span(*tag.span())) for tag in re.compile(r"[^:]+").finditer(text, *span))
        return Entry(key, key_span, _list(text, span, tags))
    if key in _DATE_KEYS and (date := _ORG_DATE.search(text, *span)):
        return Entry(key, key_span, bare_string(text, Span(*date.span(1))))
    return Entry(key, key_span, bare_string(text, span))


def _list(text: str, span: Span, items: tuple[Value, ...]) -> ListValue:
    return ListValue(span, raw=text[span.start : span.end], items=items)
