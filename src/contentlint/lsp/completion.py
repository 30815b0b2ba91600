"""What can be written at a place: keys and values of front matter, shortcodes and their parameters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lsprotocol import types

from contentlint.document import Document
from contentlint.rules.front_matter.known_keys import Wanted, known_keys
from contentlint.rules.front_matter.schema.schema import Schema
from contentlint.site import Page
from contentlint.text import Span

TRIGGERS: Final = ("<", "%", " ", ":", "=", '"')

_TAG: Final = re.compile(r"\{\{[<%]\s*(?P<closing>/?)\s*(?P<head>(?:(?!\{\{|[>%]\}\}).)*)\Z", re.DOTALL)
_NAME: Final = re.compile(r"[\w./-]*")
_PARAMETER: Final = re.compile(r"(?:^|\s)(?P<name>[\w-]*)\Z")
_QUOTED: Final = re.compile(r'"[^"]*"|`[^`]*`')
_KEY_LINE: Final = re.compile(r"(?P<indent>[ \t]*)(?P<key>[\w-]*)\Z")
_VALUE_LINE: Final = re.compile(
    r"""(?P<indent>[ \t]*)(?P<key>[\w-]+)(?P<sign>\s*[:=])\s*(?:\[(?:[^\]]*,)?\s*)?(?P<value>["']?[^\[\]"',]*)\Z"""
)
_NEAREST_TAG: Final = 2000


def completions(document: Document, page: Page, offset: int) -> Iterator[tuple[Span, types.CompletionItem]]:
    """Yield what can be written at an offset, each with the span that it takes the place of."""
    front_matter = document.front_matter
    text = document.text
    if front_matter is not None and front_matter.opening.end <= offset <= front_matter.content.end:
        start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
        yield from _in_front_matter(document, page, text[start:offset], offset)
        return
    match = _TAG.search(text, max(document.body.start, offset - _NEAREST_TAG), offset)
    if match is not None:
        yield from _in_shortcode(document, page, match, offset)


def _in_front_matter(
    document: Document, page: Page, line: str, offset: int
) -> Iterator[tuple[Span, types.CompletionItem]]:
    front_matter = document.front_matter
    if front_matter is None or front_matter.format not in ("yaml", "toml"):
        return
    properties = _properties(page)
    if match := _VALUE_LINE.fullmatch(line):
        span = Span(offset - len(match["value"]), offset)
        for value in _values(match["key"], properties, page):
            written = value if isinstance(value, str) and front_matter.format == "yaml" else json.dumps(value)
            yield span, types.CompletionItem(label=written, kind=types.CompletionItemKind.Value)
    elif (match := _KEY_LINE.fullmatch(line)) and not match["indent"]:
        sign = " = " if front_matter.format == "toml" else ": "
        span = Span(offset - len(match["key"]), offset)
        known = {key.name: "" for key in known_keys(page).values()}
        names = {**known, **{name: str(part.get("description", "")) for name, part in properties.items()}}
        for name, description in names.items():
            if front_matter.get(name) is None or name.lower() == match["key"].lower():
                yield (
                    span,
                    types.CompletionItem(
                        label=name,
                        kind=types.CompletionItemKind.Property,
                        insert_text=name + sign,
                        documentation=description or None,
                        sort_text=f"{'0' if name in properties else '1'}{name}",
                    ),
                )


def _properties(page: Page) -> dict[str, Mapping[str, Any]]:
    """Return the keys that the settings speak of, with what is asked of each."""
    found: dict[str, Mapping[str, Any]] = {}
    for schema in page.schemas:
        if isinstance(schema, Schema):
            found.update({name: part for name, part in schema.properties.items() if part or name not in found})
    return found


def _values(key: str, properties: Mapping[str, Mapping[str, Any]], page: Page) -> Iterator[object]:
    part = next((part for name, part in properties.items() if name.lower() == key.lower()), {})
    items = part.get("items")
    choices = [*part.get("enum", ()), *(items.get("enum", ()) if isinstance(items, Mapping) else ())]
    known = known_keys(page).get(key.lower())
    is_truth = part.get("type") == "boolean" or (known and known.wanted in (Wanted.BOOLEAN, Wanted.TRUTH))
    yield from choices or ((True, False) if is_truth else ())


def _in_shortcode(
    document: Document, page: Page, match: re.Match[str], offset: int
) -> Iterator[tuple[Span, types.CompletionItem]]:
    head = match["head"]
    named = _NAME.match(head)
    name = named[0] if named else ""
    if name == head:
        yield from _names(document, page, Span(offset - len(name), offset), closing=bool(match["closing"]))
        return
    rest = _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), head[len(name) :])
    template = page.shortcodes.find(name)
    parameter = _PARAMETER.search(rest)
    if template is None or parameter is None or match["closing"] or '"' in rest or "`" in rest:
        return
    given = set(re.findall(r"([\w-]+)\s*=", rest))
    for one in sorted(template.named - given):
        yield (
            Span(offset - len(parameter["name"]), offset),
            types.CompletionItem(label=one, kind=types.CompletionItemKind.Field, insert_text=f'{one}="'),
        )


def _names(document: Document, page: Page, span: Span, *, closing: bool) -> Iterator[tuple[Span, types.CompletionItem]]:
    opened = {tag.name for tag in document.shortcodes.tags if not tag.closing and tag.span.end <= span.start}
    for name in sorted(opened if closing else page.shortcodes.names):
        template = page.shortcodes.find(name)
        if closing and template is not None and not template.inner:
            continue
        detail = ", ".join(sorted(template.named)) if template is not None else ""
        yield span, types.CompletionItem(label=name, kind=types.CompletionItemKind.Function, detail=detail or None)
