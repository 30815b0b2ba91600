"""Which raw HTML of a page Hugo leaves out.

Source: https://gohugo.io/configuration/markup/#rendererunsafe and the behaviour of Hugo 0.168.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from contentlint.document import Document, HtmlBlock, HtmlElement, InlineHtml, Node
from contentlint.site.configuration import Configuration
from contentlint.site.page import Page
from contentlint.text import Span

_COMMENT: Final = re.compile(r"<!--(?s:.*?)-->[ \t]*(?=[^\s<>])")
_PATH: Final = ("markup", "goldmark", "renderer")
_GOLDMARK: Final = frozenset(("", "goldmark", "md", "markdown", "mdown"))


def omitted_html(document: Document, page: Page) -> tuple[Node, ...]:
    """Return the pieces of raw HTML that Hugo leaves out of the page, in order, without lone comments and closing tags.

    Each is an ``HtmlBlock`` (left out with the text in it) or an ``InlineHtml`` (one tag, the text around it stays). A block
    that is a comment and nothing else does not count; one with text behind the comment does.
    Empty where the site lets HTML through, and where that cannot be known.
    """
    return document.cached(omitted_html, lambda: _find(document, page))


def is_omitted(document: Document, page: Page, element: HtmlElement) -> bool:
    """Whether Hugo leaves an element of raw HTML out of the page."""
    omitted = omitted_html(document, page)
    index = bisect_right(omitted, element.span.start, key=lambda node: node.span.start) - 1
    return index >= 0 and element.span.start < omitted[index].span.end


def drops_html(document: Document, page: Page) -> bool:
    """Whether Hugo leaves raw HTML out of the Markdown of a page; False where that cannot be known."""
    if not page.in_content or page.site.problems:
        return False
    configuration = page.site.configuration
    return not (
        configuration.markup.unsafe or _may_be_merged(configuration) or not _is_goldmark(document, configuration)
    )


def _find(document: Document, page: Page) -> tuple[Node, ...]:
    if not (document.html_elements or document.html_comments) or not drops_html(document, page):
        return ()
    starts = [element.span.start for element in document.html_elements]

    def holds_element(node: Node) -> bool:
        index = bisect_right(starts, node.span.start - 1)
        return index < len(starts) and starts[index] < node.span.end

    return tuple(
        node
        for node in document.markdown.nodes
        if type(node) in (HtmlBlock, InlineHtml)
        and (holds_element(node) or not text_behind_comment(document, node).empty)
        and _is_rendered(document, page, node)
    )


def text_behind_comment(document: Document, block: Node) -> Span:
    """Return the text that a block of HTML has behind the comment it begins with; empty when there is none."""
    found = _COMMENT.match(document.text, *block.span) if type(block) is HtmlBlock else None
    return Span(found.end(), block.span.end) if found else Span(block.span.end, block.span.end)


def _may_be_merged(configuration: Configuration) -> bool:
    """Whether the configuration asks for settings of the theme, which may let HTML through."""
    return any(configuration.value(*_PATH[:depth], "_merge") for depth in range(len(_PATH) + 1))


def _is_goldmark(document: Document, configuration: Configuration) -> bool:
    own = document.front_matter.get("markup") if document.front_matter else None
    name = own.value.python if own else configuration.text("markup", "defaultMarkdownHandler")
    return isinstance(name, str) and name.lower() in _GOLDMARK


def _is_rendered(document: Document, page: Page, node: Node) -> bool:
    """Whether a place is rendered as Markdown; between the tags of a shortcode its template decides."""
    pair = document.shortcode_pairs.around(node.span.start)
    while pair is not None:
        template = page.shortcodes.find(pair.opening.name)
        inner_as = "unknown" if template is None else template.inner_as
        if inner_as != "markdown" and (pair.opening.delimiter != "%" or inner_as != "html"):
            return False
        pair = pair.parent
    return True
