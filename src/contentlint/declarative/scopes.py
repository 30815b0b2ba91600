"""The parts of a page in which a declared rule looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from contentlint.document import (
    Document,
    Entry,
    HardBreak,
    Link,
    ListValue,
    MapValue,
    Parent,
    Prose,
    SoftBreak,
    StringValue,
    Text,
    descendants,
)
from contentlint.document.prose import ProseBuilder, mapped_prose, verbatim_prose
from contentlint.language.reading import written_sentences
from contentlint.text.records import NamedTuple

PLAIN: Final = ("prose", "sentence", "paragraph", "heading", "item", "cell", "link-text", "alt-text")
"""Scopes without a name behind them: all that readers read; its sentences; text outside headings, lists and tables;
headings; items of lists; cells of tables; texts of links; alternative texts of pictures."""

FRONT_MATTER: Final = "front-matter:"
SHORTCODE: Final = "shortcode:"
PATTERN: Final = rf"{'|'.join(PLAIN)}|{FRONT_MATTER}[^\s:.]+(?:\.[^\s:.]+)*|{SHORTCODE}[^\s:.]+\.[^\s:.]+"
"""How a scope is written; ``front-matter:photo.credit`` is a key, ``shortcode:figure.caption`` an argument."""

_ALT: Final = "alt"


class Scope(NamedTuple):
    """A scope by its parts: what kind it is, and the names behind the colon."""

    kind: str
    names: tuple[str, ...]


def read_scope(text: str) -> Scope:
    """Return the scope that is written so (``PATTERN`` fits it)."""
    kind, _, names = text.partition(":")
    return Scope(kind, tuple(name.lower() for name in names.split(".")) if names else ())


def pieces(document: Document, scope: Scope) -> Iterator[Prose]:
    """Yield the parts of a document that a scope means."""
    match scope.kind:
        case "prose":
            yield from document.prose
        case "sentence":
            for piece in document.prose:
                for sentence in written_sentences(piece.text):
                    if sentence.start < sentence.end:
                        yield piece.part(sentence.start, sentence.end, piece.language)
        case "link-text":
            yield from _link_texts(document)
        case "alt-text":
            yield from _alt_texts(document)
        case "front-matter":
            if document.front_matter and (entry := document.front_matter.get(*scope.names)):
                yield from _texts_of(entry, document.language)
        case "shortcode":
            yield from _arguments(document, *scope.names)
        case kind:
            yield from (piece for piece in document.prose if piece.kind == kind)


def _link_texts(document: Document) -> Iterator[Prose]:
    for node in document.nodes:
        if isinstance(node, Link) and node.kind not in ("autolink", "bare"):
            builder = ProseBuilder("link", document.language)
            for part in descendants(node):
                if isinstance(part, Text):
                    builder.add(part.value, part.span)
                elif isinstance(part, SoftBreak | HardBreak):
                    builder.add(" ", part.span)
                elif not isinstance(part, Parent):
                    builder.gap(part.span)
            if piece := builder.build():
                yield piece


def _alt_texts(document: Document) -> Iterator[Prose]:
    yield from (piece for piece in document.prose if piece.kind == "alt")
    for element in document.html_elements:
        if (attribute := element.attribute(_ALT)) and attribute.value_span is not None:
            yield from _one(verbatim_prose(document.text, attribute.value_span, "alt", document.language))
    for tag in document.shortcodes.tags:
        for parameter in tag.parameters:
            if parameter.key is not None and parameter.key.lower() == _ALT and not parameter.value_span.empty:
                yield from _one(verbatim_prose(document.text, parameter.value_span, "alt", document.language))
    stack = [*document.front_matter.root] if document.front_matter else []
    for entry in stack:
        if isinstance(entry.value, MapValue):
            stack.extend(entry.value)
        elif entry.key.lower().endswith(_ALT):
            yield from _texts_of(entry, document.language)


def _texts_of(entry: Entry, language: str) -> Iterator[Prose]:
    values = entry.value.items if isinstance(entry.value, ListValue) else (entry.value,)
    for value in values:
        if isinstance(value, StringValue):
            yield from _one(mapped_prose(value.text, value.span_of, "front-matter", language))


def _arguments(document: Document, name: str, key: str) -> Iterator[Prose]:
    """Yield the values of an argument, which a number from 0 names when it has no name."""
    for tag in document.shortcodes.tags:
        if tag.name.lower() == name and not tag.closing:
            for parameter in tag.parameters:
                own = parameter.key.lower() if parameter.key is not None else str(parameter.position)
                if own == key and not parameter.value_span.empty:
                    yield from _one(verbatim_prose(document.text, parameter.value_span, "parameter", document.language))


def _one(piece: Prose | None) -> Iterator[Prose]:
    if piece is not None:
        yield piece
