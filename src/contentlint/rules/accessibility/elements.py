"""What the rules about elements of raw HTML have in common."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, TypeVar

from contentlint.document import Document, HtmlElement
from contentlint.document.html import INSIDE_TAG
from contentlint.rules.base import Options, Rule, Violation, on
from contentlint.site import is_omitted
from contentlint.text import Span

_O = TypeVar("_O", bound=Options)
_TAG: Final = re.compile(rf"<!--(?s:.*?)-->|</?[A-Za-z]{INSIDE_TAG}>")

_ENOUGH: Final = 2_000
"""Characters of text that are looked at."""
_MANY: Final = 1_000
"""Elements inside another that are looked at."""
_DEEPEST: Final = 256
"""How many elements around another are looked at; HTML that is nested deeper is hostile."""

HTML_ELEMENTS: Final = frozenset(
    """a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
    button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl
    dt element em embed fencedframe fieldset figcaption figure font footer form frame frameset geolocation h1 h2 h3 h4 h5 h6
    head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark
    marquee math menu menuitem meta meter model multicol nav nextid nobr noembed noframes noscript object ol optgroup option
    output p param permission picture plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section
    select selectedcontent shadow slot small source spacer span strike strong style sub summary sup svg table tbody td
    template textarea tfoot th thead time title tr track tt u ul var video wbr webview xmp""".split()
)
"""Elements that HTML has, had or is about to have (HTML Living Standard, 4 and 16.2), and the roots of SVG and MathML."""

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
    """Return the text between the tags of an element, without tags, comments and white space around it.

    Of very much text only the beginning is looked at.
    """
    start, end = inside(element)
    return _TAG.sub("", document.text[start : min(end, start + _ENOUGH)]).strip()


def elements_inside(document: Document, element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements of raw HTML between the tags of another, the first thousand at most."""
    elements, span = document.html_elements, inside(element)
    first = bisect_left(elements, span.start, key=_start)
    for index in range(first, min(first + _MANY, len(elements))):
        if elements[index].span.start >= span.end:
            return
        yield elements[index]


def elements_around(document: Document, element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements of raw HTML that have another between their tags, innermost first."""
    parents = document.cached(elements_around, lambda: _parents(document))
    parent = parents.get(element)
    for _ in range(_DEEPEST):
        if parent is None:
            return
        yield parent
        parent = parents.get(parent)


def _parents(document: Document) -> dict[HtmlElement, HtmlElement]:
    """Return for each element the one right around it."""
    parents: dict[HtmlElement, HtmlElement] = {}
    opened: list[tuple[HtmlElement, int]] = []
    for element in document.html_elements:
        while opened and opened[-1][1] <= element.span.start:
            opened.pop()
        if opened:
            parents[element] = opened[-1][0]
        if element.end is not None:
            opened.append((element, element.end.start))
    return parents


def _start(element: HtmlElement) -> int:
    return element.span.start


def is_in(document: Document, element: HtmlElement, *names: str) -> bool:
    """Whether an element stands between the tags of one with such a name."""
    return any(other.name in names for other in elements_around(document, element))
