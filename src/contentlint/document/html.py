"""Raw HTML in a body: elements with their attributes, and comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from contentlint.document.nodes import HtmlAttribute, HtmlBlock, HtmlComment, HtmlElement, InlineHtml, Node
from contentlint.text import Span
from contentlint.text.records import NamedTuple

VOID_ELEMENTS: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that have no content and no closing tag (HTML Living Standard, 13.1.2)."""

RAW_TEXT_ELEMENTS: Final = frozenset({"script", "style", "textarea", "title"})
"""Elements whose content holds no markup."""

INSIDE_TAG: Final = r"[^<>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^<>\"']*+)*"
"""What may stand in a tag before its end, as a regular expression."""

_RAW_TEXT_END: Final = {name: re.compile(f"</{name}", re.IGNORECASE) for name in RAW_TEXT_ELEMENTS}

_TOKEN = re.compile(
    r"<!--(?P<comment>(?s:.*?))(?:-->|\Z)"
    rf"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)(?P<attributes>{INSIDE_TAG})(?P<end>>|\Z)"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'=<>`]++)))?"
)


class _Open:
    """An element whose closing tag has not been seen."""

    __slots__ = ("attributes", "end", "name", "self_closing", "span")

    def __init__(self, span: Span, name: str, attributes: tuple[HtmlAttribute, ...], *, self_closing: bool) -> None:
        self.span = span
        self.name = name
        self.attributes = attributes
        self.self_closing = self_closing
        self.end: Span | None = None


class HtmlToken(NamedTuple):
    """An opening tag, a closing tag or a comment in raw HTML.

    Attributes:
        span: its place.
        name: the element in lower case; empty for a comment.
        inner: where its attributes stand, or the text of the comment.
        closing: whether it is a closing tag.
        self_closing: whether a slash stands at its end.
    """

    span: Span
    name: str
    inner: Span
    closing: bool
    self_closing: bool


def html_tokens(masked: str, nodes: Iterable[Node]) -> Iterator[HtmlToken]:
    """Yield the tags and comments of all raw HTML, in document order.

    Args:
        masked: the file with shortcode tags masked, so that quotes inside them end no attribute.
        nodes: the nodes of the body; only raw HTML is looked at.
    """
    for node in nodes:
        if type(node) is not HtmlBlock and type(node) is not InlineHtml:
            continue
        position, limit = node.span
        while match := _TOKEN.search(masked, position, limit):
            position = max(match.end(), match.start() + 1)
            span = Span(*match.span())
            if match["comment"] is not None:
                yield HtmlToken(span, "", Span(*match.span("comment")), closing=False, self_closing=False)
                continue
            name = match["name"].lower()
            first, last = match.span("attributes")
            token = HtmlToken(span, name, Span(first, last), bool(match["close"]), masked.endswith("/", first, last))
            yield token
            if name in RAW_TEXT_ELEMENTS and type(node) is HtmlBlock and not token.closing and not token.self_closing:
                end = _RAW_TEXT_END[name].search(masked, position, limit)
                position = end.start() if end else limit


def parse_html(text: str, masked: str, nodes: Iterable[Node]) -> tuple[list[HtmlElement], list[HtmlComment]]:
    """Return the elements and the comments of all raw HTML, in document order.

    Args:
        text: the file.
        masked: the same with shortcode tags masked.
        nodes: the nodes of the body; only raw HTML is looked at.
    """
    elements: list[_Open] = []
    comments: list[HtmlComment] = []
    stack: list[_Open] = []
    for token in html_tokens(masked, nodes):
        if not token.name:
            comments.append(HtmlComment(token.span, content=token.inner))
        elif token.closing:
            _close(stack, token.name, token.span)
        else:
            attributes = tuple(_attributes(text, masked, token.inner))
            element = _Open(token.span, token.name, attributes, self_closing=token.self_closing)
            elements.append(element)
            if token.name not in VOID_ELEMENTS and not token.self_closing:
                stack.append(element)
    return [
        HtmlElement(
            element.span,
            name=element.name,
            attributes=element.attributes,
            self_closing=element.self_closing,
            end=element.end,
        )
        for element in elements
    ], comments


def _close(stack: list[_Open], name: str, span: Span) -> None:
    """Give the innermost open element of that name its closing tag; what was opened inside it stays unclosed."""
    for index in range(len(stack) - 1, max(-1, len(stack) - 256), -1):
        if stack[index].name == name:
            stack[index].end = span
            del stack[index:]
            return


def _unescaped(value: str) -> str:
    """Return a value with its character references replaced."""
    if "&" not in value:
        return value
    from html import unescape  # noqa: PLC0415 - costs 6 ms, for its table of names

    return unescape(value)


def _attributes(text: str, masked: str, span: Span) -> Iterable[HtmlAttribute]:
    for match in _ATTRIBUTE.finditer(masked, *span):
        group = match.lastgroup if match.lastgroup != "name" else None
        value_span = Span(*match.span(group)) if group else None
        yield HtmlAttribute(
            Span(*match.span()),
            name=match["name"].lower(),
            name_span=Span(*match.span("name")),
            value=_unescaped(text[value_span.start : value_span.end]) if value_span else None,
            value_span=value_span,
        )
