"""The destinations of a document's links, however they are written."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document, HtmlElement, Link
from contentlint.text import Span
from contentlint.text.records import NamedTuple


class Destination(NamedTuple):
    """Where a link leads, and the place in the file where that is written."""

    value: str
    span: Span


def destinations(document: Document) -> tuple[Destination, ...]:
    """Return the destinations of a document, each place once; those that a shortcode makes are left out."""
    return document.cached(destinations, lambda: tuple(dict.fromkeys(_find(document))))


def _find(document: Document) -> Iterator[Destination]:
    tags = [tag.span for tag in document.shortcodes.tags]
    for node in document.nodes:
        if isinstance(node, Link) and node.kind in {"autolink", "bare"}:
            continue  # always a full address
        if isinstance(node, Link):
            value, span = node.destination, node.target
        elif isinstance(node, HtmlElement) and node.name == "a":
            attribute = node.attribute("href")
            if attribute is None or attribute.value is None or attribute.value_span is None:
                continue
            value, span = attribute.value, attribute.value_span
        else:
            continue
        if not any(span.overlaps(tag) for tag in tags):
            yield Destination(value, span)
