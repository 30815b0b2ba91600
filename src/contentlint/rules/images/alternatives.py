"""The text alternatives of a document's pictures, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from contentlint.document import Document, HtmlElement, Image, Node, ShortcodeTag, StringValue
from contentlint.site import Page, ShortcodeTemplate, is_omitted
from contentlint.text import Span
from contentlint.text.records import NamedTuple

NEEDS: Final = r"!\[|<[Ii][Mm]|<[Aa][Rr]|\{\{[<%]|[Aa][Ll][Tt][\"']?\s*[:=]"
"""What there is in a text that has a picture with an alternative, or such a key."""

_DECORATIVE = re.compile(r"\s*contentlint:\s*decorative\b")


class Alternative(NamedTuple):
    """What a picture says to those who do not see it.

    Attributes:
        kind: ``markdown``, ``html``, ``shortcode`` or ``front-matter``.
        node: the picture; None in the front matter.
        span: where the alternative stands; the whole picture when there is none.
        text: the alternative; None when there is none at all, empty when it is left empty.
        source: the path or URL of the picture, empty when unknown.
        decorative: whether it is marked as saying nothing on purpose.
    """

    kind: str
    node: Node | None
    span: Span
    text: str | None
    source: str
    decorative: bool


def alternatives(document: Document, page: Page) -> tuple[Alternative, ...]:
    """Return the pictures of a page with their text alternatives, those of the front matter first."""
    return document.cached(alternatives, lambda: tuple(_find(document, page)))


def _find(document: Document, page: Page) -> Iterator[Alternative]:
    yield from _in_front_matter(document)
    marked = [comment.span for comment in document.html_comments if _DECORATIVE.match(document[comment.content])]
    for node in document.nodes:
        if isinstance(node, Image):
            decorative = bool(marked) and _is_marked(document, node.span, marked)
            span = node.content if node.alt.strip() else node.span
            alt = node.alt
            if any(isinstance(child, ShortcodeTag) for child in node.children) and not alt.strip():
                continue
            yield Alternative("markdown", node, span, alt, node.destination, decorative)
        elif isinstance(node, HtmlElement) and node.name in ("img", "area"):
            if (node.name == "area" and node.attribute("href") is None) or is_omitted(document, page, node):
                continue
            yield _of_element(document, node, marked)
        elif isinstance(node, ShortcodeTag) and not node.closing and not node.broken:
            template = page.shortcodes.find(node.name)
            if template is not None and template.image and template.alt_parameters:
                yield _of_shortcode(document, node, template, marked)


def _in_front_matter(document: Document) -> Iterator[Alternative]:
    if document.front_matter is None:
        return
    for entry in document.front_matter.root:
        if entry.key.lower().endswith("alt") and isinstance(entry.value, StringValue):
            yield Alternative("front-matter", None, entry.value.content, entry.value.text, "", decorative=False)


def _of_element(document: Document, element: HtmlElement, marked: list[Span]) -> Alternative:
    source = element.attribute("src")
    name = source.value or "" if source else ""
    alt = element.attribute("alt")
    role, hidden = element.attribute("role"), element.attribute("aria-hidden")
    decorative = (
        (role is not None and role.value in ("presentation", "none"))
        or (hidden is not None and hidden.value == "true")
        or (alt is not None and not alt.value)
        or _is_marked(document, element.span, marked)
    )
    label = element.attribute("aria-label")
    if alt is None and label is not None and label.value and label.value_span:
        return Alternative("html", element, label.value_span, label.value, name, decorative)
    if alt is None:
        return Alternative("html", element, element.span, None, name, decorative)
    span = alt.value_span if alt.value and alt.value_span else element.span
    return Alternative("html", element, span, alt.value or "", name, decorative)


def _of_shortcode(
    document: Document, tag: ShortcodeTag, template: ShortcodeTemplate, marked: list[Span]
) -> Alternative:
    """Read a shortcode as its template does: the first alt parameter that says something counts."""
    sources = [found for key in template.source_parameters if (found := tag.parameter(key)) is not None]
    name = str(sources[0].value) if sources else ""
    given = [found for key in template.alt_parameters if (found := tag.parameter(key)) is not None]
    decorative = _is_marked(document, tag.span, marked)
    for parameter in given:
        if str(parameter.value).strip():
            return Alternative("shortcode", tag, parameter.value_span, str(parameter.value), name, decorative)
    return Alternative("shortcode", tag, tag.span, "" if given else None, name, decorative)


def _is_marked(document: Document, span: Span, marked: list[Span]) -> bool:
    """Whether a comment on the same line, or on the line above, says that the picture is decorative."""
    source = document.source
    line = source.line_of(span.start)
    return any(source.line_of(comment.start) <= line <= source.line_of(comment.end) + 1 for comment in marked)
