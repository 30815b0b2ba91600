"""What holds for every document, whatever its text: used on texts made up at random and on folders of real ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from contentlint.document import (
    CodeBlock,
    Document,
    Heading,
    HtmlComment,
    HtmlElement,
    Image,
    Link,
    Node,
    Parent,
    Prose,
    Root,
    ShortcodeTag,
    TableCell,
    Text,
)
from contentlint.text import Span


def broken_invariants(document: Document) -> list[str]:
    """Return a line for each thing that does not hold."""
    return [
        *_masking(document),
        *_tree(document),
        *(line for node in document.markdown.nodes for line in _parts(document, node)),
        *(line for element in document.html_elements for line in _element(document, element)),
        *(line for comment in document.html_comments for line in _comment(document, comment)),
        *_order(document),
        *(line for piece in document.prose for line in _prose(document, piece)),
        *_languages(document),
    ]


def _shown(document: Document, node: Node) -> str:
    return f"{node!r} {document[node.span][:60]!r}"


def _masking(document: Document) -> Iterator[str]:
    text, masked = document.text, document.masked
    if len(text) != len(masked):
        yield f"masking changes the length from {len(text)} to {len(masked)}"
    elif any(before != after != "x" for before, after in zip(text, masked, strict=True)):
        yield "masking writes something else than filler"


def _tree(document: Document) -> Iterator[str]:
    root = document.markdown.root
    if root.span != document.body:
        yield f"the root has {root.span}, the body is {document.body}"
    stack: list[Node] = [root]
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            yield f"{_shown(document, node)} stands in the tree twice"
        seen.add(id(node))
        if node.span.start > node.span.end or (node.span.empty and not isinstance(node, Root | TableCell)):
            yield f"{_shown(document, node)} has no extent"
        if not isinstance(node, Parent):
            continue
        position = node.span.start
        for child in node.children:
            if child.span.start < position:
                yield f"{_shown(document, child)} begins before the end of what stands before it in {node!r}"
            if child.span.end > node.span.end:
                yield f"{_shown(document, child)} reaches out of {_shown(document, node)}"
            position = max(position, child.span.end)
        stack += node.children
    if len(seen) != len(document.markdown.nodes):
        yield f"{len(document.markdown.nodes)} nodes are listed, {len(seen)} stand in the tree"


def _order(document: Document) -> Iterator[str]:
    starts = [node.span.start for node in document.nodes]
    if starts != sorted(starts):
        yield "the nodes are not in order"


def _inside(document: Document, node: Node, name: str, span: Span | None) -> Iterator[str]:
    if span is not None and not (node.span.covers(span) and span.start <= span.end):
        yield f"{name} {span} of {_shown(document, node)} lies outside"


def _parts(document: Document, node: Node) -> Iterator[str]:
    if isinstance(node, Text):
        source = document[node.span]
        if len(node.value) == len(source) and node.value != source:
            yield f"{_shown(document, node)} says {node.value!r}"
    elif isinstance(node, Heading):
        yield from _inside(document, node, "content", node.content)
        yield from _inside(document, node, "marker", node.marker)
        yield from _inside(document, node, "attributes", node.attributes)
        yield from _heading(document, node)
    elif isinstance(node, CodeBlock | TableCell):
        yield from _inside(document, node, "content", node.content)
    elif isinstance(node, Link | Image):
        yield from _link(document, node)


def _heading(document: Document, node: Heading) -> Iterator[str]:
    marker = document[node.marker]
    if not marker or set(marker) - ({"="} if node.level == 1 else {"-"} if node.setext else set()) - {"#"}:
        yield f"marker {marker!r} of {_shown(document, node)}"
    if not node.setext and len(marker) != node.level:
        yield f"marker {marker!r} of level {node.level}"
    if node.attributes and not (document[node.attributes].startswith("{") and document[node.attributes].endswith("}")):
        yield f"attributes {document[node.attributes]!r} of {_shown(document, node)}"
    for child in node.children:
        if not node.content.covers(child.span):
            yield f"{_shown(document, child)} lies outside the content {document[node.content]!r}"


def _link(document: Document, node: Link | Image) -> Iterator[str]:
    yield from _inside(document, node, "content", node.content)
    for child in node.children:
        if node.kind != "autolink" and not node.content.covers(child.span):
            yield f"{_shown(document, child)} lies outside the content {document[node.content]!r} of {node!r}"
    target = document[node.target]
    if node.kind != "reference":
        yield from _inside(document, node, "target", node.target)
        yield from _inside(document, node, "title", node.title_span)
    plain = not set(node.destination + target) & set("\\&<> %\r\n\0")
    if node.kind in ("inline", "reference") and plain and "\r" not in target and target != node.destination:
        yield f"target {target!r} of {_shown(document, node)} goes to {node.destination!r}"
    if bool(node.title) and node.title_span is None:
        yield f"the title {node.title!r} of {_shown(document, node)} has no place"
    if node.title_span is not None and not set(document[node.title_span] + node.title) & set("\\&\r\n\t >\0"):
        title = document[node.title_span]
        if title != node.title:
            yield f"title {title!r} of {_shown(document, node)} says {node.title!r}"


def _element(document: Document, element: HtmlElement) -> Iterator[str]:
    if not document[element.span].startswith("<" + document[element.span][1 : 1 + len(element.name)]):
        yield f"{_shown(document, element)} is not the tag of {element.name}"
    for attribute in element.attributes:
        if not element.span.covers(attribute.span) or not attribute.span.covers(attribute.name_span):
            yield f"attribute {attribute!r} of {_shown(document, element)}"
        if attribute.value_span is not None and not attribute.span.covers(attribute.value_span):
            yield f"value of attribute {attribute!r} of {_shown(document, element)}"
    if element.end is not None and not (
        element.span.end <= element.end.start and document[element.end].startswith("</")
    ):
        yield f"the end {element.end} of {_shown(document, element)}"


def _comment(document: Document, comment: HtmlComment) -> Iterator[str]:
    if not document[comment.span].startswith("<!--") or not comment.span.covers(comment.content):
        yield f"comment {_shown(document, comment)} with {comment.content}"


def _prose(document: Document, piece: Prose) -> Iterator[str]:
    whole = Span(0, len(document.text))
    if not whole.covers(piece.span) or not piece.text.strip():
        yield f"{piece!r} at {piece.span}"
    previous = 0
    for index, char in enumerate(piece.text):
        span = piece.span_of(index, index + 1)
        if span.start < previous or span.end < span.start or not piece.span.covers(span):
            yield f"character {index} of {piece!r} goes back to {span}"
            return
        previous = span.start
        if span.end - span.start == 1 and document[span] != char and char not in " \ufffc" and document[span] != "&":
            yield f"character {index} of {piece!r} is {document[span]!r} in the file"
    middle = len(piece.text) // 2
    part = piece.part(middle, len(piece.text), piece.language)
    if part.text != piece.text[middle:] or part.span_of(0, len(part.text)) != piece.span_of(middle, len(piece.text)):
        yield f"part {middle} of {piece!r} is {part!r} at {part.span}"


def _languages(document: Document) -> Iterator[str]:
    """Prose of running text stands in one place only."""
    tags = [tag.span for tag in document.shortcodes.tags]
    taken: Sequence[tuple[int, int]] = sorted(
        span
        for piece in document.prose
        if piece.kind not in ("parameter", "front-matter")
        for index in range(len(piece.text))
        if piece.text[index].isalpha() and len(span := piece.span_of(index, index + 1)) and span[1] - span[0] == 1
    )
    for before, after in pairwise(taken):
        if before == after:
            yield f"{document.text[before[0] : before[0] + 30]!r} is prose twice"
            return
    position = 0
    for start, _ in taken:
        while position < len(tags) and tags[position].end <= start:
            position += 1
        if position < len(tags) and tags[position].start <= start:
            tag: Span = tags[position]
            yield f"the shortcode {document[tag]!r} is left in prose"
            return


__all__ = ["ShortcodeTag", "broken_invariants"]
