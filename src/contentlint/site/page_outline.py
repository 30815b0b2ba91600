"""The headings of a page as its readers meet them, those of the theme and of shortcodes included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from contentlint.document import Document, Heading, HtmlElement, ShortcodeTag, descendants, plain_text
from contentlint.site.page import Page
from contentlint.site.raw_html import is_omitted
from contentlint.text import Span
from contentlint.text.records import NamedTuple

_NAME: Final = re.compile(r"h[1-6]")
_TAG: Final = re.compile(r"<[^>]*>")


class OutlineHeading(NamedTuple):
    """A heading of a page.

    Attributes:
        level: 1 to 6.
        previous: the level of the heading before it; 0 for the first.
        text: what is read out; empty when there is nothing.
        span: the place in the file that makes it.
        source: ``title`` (of the page, which the theme shows), ``markdown``, ``html`` or ``shortcode``.
        node: what makes it; None for the title.
        certain: whether it is sure to be there: of a title only the theme's templates can tell.
    """

    level: int
    previous: int
    text: str
    span: Span
    source: str
    node: Heading | HtmlElement | ShortcodeTag | None
    certain: bool = True

    @property
    def skipped(self) -> tuple[int, ...]:
        """The levels that are missing between the heading before and this one."""
        return tuple(range(self.previous + 1, self.level)) if self.previous else ()

    @property
    def is_first_below_title(self) -> bool:
        """Whether only the title of the page stands before it, below which the theme may show more."""
        return self.previous == 1 and self.source != "title"


def outline(document: Document, page: Page) -> tuple[OutlineHeading, ...]:
    """Return the headings of a page in reading order."""
    return document.cached(outline, lambda: tuple(_build(document, page)))


def _build(document: Document, page: Page) -> Iterator[OutlineHeading]:
    previous = 0
    for heading in _find(document, page):
        yield heading._replace(previous=previous)
        previous = heading.level


def _find(document: Document, page: Page) -> Iterator[OutlineHeading]:
    entry = document.front_matter.get("title") if document.front_matter else None
    printed = page.prints_title(document.front_matter) if entry is not None and page.in_content else None
    if entry is not None and printed is not False:
        title = entry.value.python
        text = "" if title is None else str(title).strip()
        certain = printed is True
        yield OutlineHeading(1, 0, text, entry.value.span, "title", None, certain)
    for node in document.nodes:
        if isinstance(node, Heading):
            shown = any(isinstance(child, ShortcodeTag) for child in descendants(node))
            text = plain_text(node).strip() or ("…" if shown else "")
            yield OutlineHeading(node.level, 0, text, node.span, "markdown", node)
        elif isinstance(node, HtmlElement):
            if _NAME.fullmatch(node.name) and not is_omitted(document, page, node):
                yield OutlineHeading(int(node.name[1]), 0, _text(document, node), node.span, "html", node)
        elif isinstance(node, ShortcodeTag) and not node.closing:
            template = page.shortcodes.find(node.name)
            for key, level in template.headings if template else ():
                parameter = node.parameter(key)
                if parameter is not None and isinstance(parameter.value, str) and parameter.value.strip():
                    text = parameter.value.strip()
                    yield OutlineHeading(level, 0, text, parameter.value_span, "shortcode", node)


def _text(document: Document, element: HtmlElement) -> str:
    """Return what is read out of a heading of raw HTML; a picture or shortcode in it may say something."""
    if element.end is None:
        return "…"
    inner = document[Span(element.span.end, element.end.start)]
    text = " ".join(_TAG.sub(" ", inner).split())
    return text or ("…" if "<img" in inner.lower() or "<svg" in inner.lower() else "")
