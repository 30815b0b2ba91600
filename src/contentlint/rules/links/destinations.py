"""The destinations of a document's links, however they are written."""

from __future__ import annotations

from bisect import bisect_right
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
    ends = [tag.end for tag in tags]
    for value, span in _written(document):
        following = bisect_right(ends, span.start)
        if following == len(tags) or tags[following].start >= span.end:
            yield Destination(value, span)


def _written(document: Document) -> Iterator[tuple[str, Span]]:
    for link in document.of_type(Link):
        if link.kind not in {"autolink", "bare"}:  # those are always a full address
            yield link.destination, link.target
    for element in document.of_type(HtmlElement):
        attribute = element.attribute("href") if element.name == "a" else None
        if attribute is not None and attribute.value is not None and attribute.value_span is not None:
            yield attribute.value, attribute.value_span
