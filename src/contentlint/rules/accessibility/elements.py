"""What the rules about elements of raw HTML have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeVar

from contentlint.document import Document, HtmlElement
from contentlint.rules.base import Options, Rule, Violation, on
from contentlint.site import is_omitted
from contentlint.text import Span

_O = TypeVar("_O", bound=Options)
_TAG: Final = re.compile(r"<!--(?s:.*?)-->|</?[A-Za-z](?>[^<>\"']|\"[^\"]*+\"|'[^']*+')*+>")

FOCUSABLE: Final = frozenset(("button", "input", "select", "summary", "textarea"))
"""Elements that the keyboard reaches by themselves; so does a link with a destination."""


class ElementRule(Rule[_O]):
    """A rule about the elements of raw HTML that reach the page."""

    def applies(self) -> bool:
        return bool(self.document.html_elements)

    @on(HtmlElement)
    def check_shown(self, element: HtmlElement) -> Iterator[Violation]:
        if not is_omitted(self.document, self.page, element):
            yield from self.check_element(element)

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        """Yield what is wrong with one element."""
        raise NotImplementedError


def value(element: HtmlElement, name: str) -> str:
    """Return the value of an attribute without white space around it; empty when there is none."""
    attribute = element.attribute(name)
    return (attribute.value or "").strip() if attribute else ""


def has(element: HtmlElement, name: str) -> bool:
    """Whether an element has an attribute, with a value or without."""
    return element.attribute(name) is not None


def is_hidden(element: HtmlElement) -> bool:
    """Whether nobody, or nobody who listens, meets the element."""
    return value(element, "aria-hidden").lower() == "true" or has(element, "hidden")


def has_label(element: HtmlElement) -> bool:
    """Whether an attribute names the element."""
    return any(value(element, name) for name in ("aria-label", "aria-labelledby", "title"))


def is_focusable(element: HtmlElement) -> bool:
    """Whether the keyboard reaches the element without ``tabindex``."""
    if element.name in ("a", "area"):
        return has(element, "href")
    return element.name in FOCUSABLE and not has(element, "disabled") and value(element, "type").lower() != "hidden"


def inside(element: HtmlElement) -> Span:
    """Return the range between the tags of an element; empty when it has no closing tag."""
    end = element.end
    return Span(element.span.end, element.span.end if end is None else end.start)


def words_inside(document: Document, element: HtmlElement) -> str:
    """Return the text between the tags of an element, without tags, comments and white space around it."""
    return _TAG.sub("", document[inside(element)]).strip()


def elements_inside(document: Document, element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements of raw HTML between the tags of another."""
    span = inside(element)
    for other in document.html_elements:
        if span.start <= other.span.start < span.end:
            yield other


def elements_around(document: Document, element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements of raw HTML that have another between their tags."""
    for other in document.html_elements:
        if other.span.start >= element.span.start:
            return
        end = other.end
        if end is not None and end.start >= element.span.end:
            yield other


def is_in(document: Document, element: HtmlElement, *names: str) -> bool:
    """Whether an element stands between the tags of one with such a name."""
    return any(other.name in names for other in elements_around(document, element))
