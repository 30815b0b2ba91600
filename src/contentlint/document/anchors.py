"""The ids that Goldmark gives to headings, as Hugo configures it (``autoHeadingIDType = "github"``)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from contentlint.document.markdown import plain_text
from contentlint.document.nodes import HardBreak, Heading, HtmlElement, Link, Parent, SoftBreak, Text

_TYPOGRAPHER_DASHES = re.compile(r"---?")


def slug(text: str) -> str:
    """Return the id for a heading's text: lower case, letters, digits, ``-`` and ``_``; each space becomes ``-``."""
    kept = "".join(char for char in text.strip() if char.isalpha() or char.isdecimal() or char in "-_ ")
    return "".join(char for char in kept.lower() if char.isalpha() or char.isdecimal() or char in "-_ ").replace(
        " ", "-"
    )


def _read_by_goldmark(heading: Heading) -> str | None:
    """Return the text that a heading's id is made of, None when there is none.

    That is the last line of the heading. URLs in it do not count, nor do the dashes that its typographer replaces.
    """
    pieces: list[str] = []
    found = False
    stack = [*heading.children][::-1]
    while stack:
        node = stack.pop()
        if isinstance(node, SoftBreak | HardBreak):
            pieces.clear()
        elif isinstance(node, Text):
            found = True
            pieces.append(_TYPOGRAPHER_DASHES.sub("", node.value))
        elif isinstance(node, Link) and node.kind in ("autolink", "bare"):
            continue
        elif isinstance(node, Parent):
            stack.extend(reversed(node.children))
        else:
            value = plain_text(node)
            found = found or bool(value)
            pieces.append(value)
    return "".join(pieces) if found else None


def heading_ids(headings: Iterable[Heading]) -> dict[str, Heading]:
    """Return the headings by the id they have on the page.

    Explicit ids count before computed ones, which get ``-1``, ``-2`` … until they are free. An empty heading has none;
    one of punctuation only becomes ``heading``. When an explicit id stands twice, the first heading keeps it, as a
    browser does.
    """
    ids: dict[str, Heading] = {}
    used: dict[str, int] = {}
    for heading in headings:
        identifier = heading.identifier
        if identifier is None:
            text = _read_by_goldmark(heading)
            if text is None:
                continue
            base = slug(text) or "heading"
            identifier = base
            while identifier in ids:
                used[base] = used.get(base, 0) + 1
                identifier = f"{base}-{used[base]}"
        ids.setdefault(identifier, heading)
    return ids


def html_ids(elements: Iterable[HtmlElement]) -> dict[str, HtmlElement]:
    """Return raw HTML elements by their ``id`` (or by an ``a`` element's ``name``)."""
    ids: dict[str, HtmlElement] = {}
    for element in elements:
        for attribute in element.attributes:
            if attribute.value and (attribute.name == "id" or (attribute.name == "name" and element.name == "a")):
                ids.setdefault(attribute.value, element)
    return ids
