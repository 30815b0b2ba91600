"""What other pages, and rules about the whole site, need to know of a document: plain data that can be stored."""

from __future__ import annotations

from contentlint.document.document import Document
from contentlint.document.front_matter import ListValue, StringValue
from contentlint.document.suppressions import Suppression
from contentlint.text import Span
from contentlint.text.records import NamedTuple


class Fact(NamedTuple):
    """A value of the front matter as text, and its place; a list is its items joined by newlines, and ``items`` of them."""

    value: str
    span: Span
    items: int | None = None


class DocumentFacts(NamedTuple):
    """The facts of one document.

    Attributes:
        path: its path below the site's root.
        language: its language, empty when unknown.
        values: values of the front matter by key in lower case; maps are left out.
        front_matter: the opening of the front matter, where a missing key is reported; the file's beginning without any.
        anchors: the ids on its rendered page that come from the file.
        complete_anchors: False when shortcodes may add ids of their own.
        suppressions: what silences rules in it.
    """

    path: str
    language: str
    values: dict[str, Fact]
    front_matter: Span
    anchors: frozenset[str]
    complete_anchors: bool
    suppressions: tuple[Suppression, ...]

    @property
    def draft(self) -> bool:
        """Whether the front matter says that the page is a draft."""
        fact = self.values.get("draft")
        return fact is not None and fact.value.lower() in ("true", "1", "t")


def facts_of(document: Document) -> DocumentFacts:
    """Return the facts of a document."""
    front_matter = document.front_matter
    values: dict[str, Fact] = {}
    for entry in front_matter.root if front_matter is not None else ():
        value = entry.value
        if isinstance(value, StringValue):
            values[entry.key.lower()] = Fact(value.text, value.content)
        elif isinstance(value, ListValue):
            values[entry.key.lower()] = Fact(
                "\n".join(str(item.python) for item in value.items), value.span, len(value.items)
            )
        elif value.kind not in ("map", "null"):
            text = value.raw if value.kind != "boolean" else str(value.python).lower()
            values[entry.key.lower()] = Fact(text, value.span)
    return DocumentFacts(
        path=document.path,
        language=document.language,
        values=values,
        front_matter=front_matter.opening if front_matter is not None else Span(0, 0),
        anchors=frozenset(document.anchors),
        complete_anchors=not document.shortcodes.tags,
        suppressions=document.suppressions,
    )
