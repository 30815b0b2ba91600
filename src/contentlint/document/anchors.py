"""The ids that Goldmark gives to headings, as Hugo configures it (``autoHeadingIDType = "github"``)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from contentlint.document.markdown import plain_text
from contentlint.document.nodes import Heading, HtmlElement

_DROPPED = re.compile(r"[^\w\- ]")


def slug(text: str) -> str:
    """Return the id for a heading's text: lower case, letters, digits, ``-`` and ``_``; each space becomes ``-``."""
    kept = _DROPPED.sub("", text.strip())
    return "".join(char for char in kept.lower() if char.isalnum() or char in "-_ ").replace(" ", "-")


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
            text = plain_text(heading)
            if not text.strip():
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
