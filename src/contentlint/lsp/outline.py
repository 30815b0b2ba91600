"""The outline of a page, and what of it can be folded away."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from contentlint.document import Document, Heading, StringValue
from contentlint.lsp.places import Places
from contentlint.rules.base import Message
from contentlint.text import Span

_UNNAMED = Message(en="(heading without text)", nl="(kop zonder tekst)")


def outline(document: Document, places: Places, language: str) -> list[types.DocumentSymbol]:
    """Return the headings of a page, each under the one it belongs to; the front matter stands first."""
    top: list[types.DocumentSymbol] = []
    front_matter = document.front_matter
    if front_matter is not None and not front_matter.span.empty:
        title = front_matter.get("title")
        name = title.value.text if title is not None and isinstance(title.value, StringValue) else ""
        top.append(
            types.DocumentSymbol(
                name=name.strip() or "front matter",
                kind=types.SymbolKind.Namespace,
                range=places.range(front_matter.span),
                selection_range=places.range(title.key_span if title is not None else front_matter.opening),
            )
        )
    open_: list[tuple[int, list[types.DocumentSymbol]]] = [(0, top)]
    for heading, part in _parts(document):
        while open_[-1][0] >= heading.level:
            open_.pop()
        children: list[types.DocumentSymbol] = []
        text = " ".join(document[heading.content].split())
        open_[-1][1].append(
            types.DocumentSymbol(
                name=text or _UNNAMED.in_language(language),
                kind=types.SymbolKind.String,
                range=places.range(part),
                selection_range=places.range(heading.span),
                detail="#" * heading.level,
                children=children,
            )
        )
        open_.append((heading.level, children))
    return top


def folds(document: Document, places: Places) -> Iterator[types.FoldingRange]:
    """Yield the front matter and the parts under each heading, where they take more than one line."""
    if document.front_matter is not None:
        yield from _fold(document.front_matter.span, places, types.FoldingRangeKind.Region)
    for _, part in _parts(document):
        yield from _fold(part, places, None)


def _fold(span: Span, places: Places, kind: types.FoldingRangeKind | None) -> Iterator[types.FoldingRange]:
    first, last = places.position(span.start).line, places.position(max(span.start, span.end - 1)).line
    if last > first:
        yield types.FoldingRange(first, last, kind=kind)


def _parts(document: Document) -> Iterator[tuple[Heading, Span]]:
    """Yield each heading with the part of the page under it: up to the next heading that is not below it."""
    headings = document.headings
    end = document.body.start + len(document[document.body].rstrip())
    for index, heading in enumerate(headings):
        ends = (other.span.start for other in headings[index + 1 :] if other.level <= heading.level)
        stop = next(ends, end)
        text = document[Span(heading.span.start, stop)].rstrip()
        yield heading, Span(heading.span.start, max(heading.span.end, heading.span.start + len(text)))
