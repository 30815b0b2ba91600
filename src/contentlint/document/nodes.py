"""The nodes of a parsed Markdown body.

A node is read-only (to the type checker) and compared by identity. Its span is the exact range in the file. Containers
hold their children in document order, and every child lies inside its parent.
"""

from __future__ import annotations

from typing import Final

from contentlint.text import Span
from contentlint.text.records import NamedTuple


class Node:
    """A part of a document with its place in the file."""

    __slots__ = ("span",)

    def __init__(self, span: Span) -> None:
        self.span: Final = span

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.span.start}, {self.span.end})"


class Parent(Node):
    """A node with children."""

    __slots__ = ("children",)

    def __init__(self, span: Span, children: tuple[Node, ...]) -> None:
        super().__init__(span)
        self.children: Final = children


def descendants(node: Parent) -> list[Node]:
    """Return what a node holds, in document order and parents first, without recursion (nesting may be hostile)."""
    result: list[Node] = []
    stack = [*node.children][::-1]
    while stack:
        child = stack.pop()
        result.append(child)
        if isinstance(child, Parent):
            stack.extend(reversed(child.children))
    return result


class Root(Parent):
    """The whole body."""

    __slots__ = ()


class Paragraph(Parent):
    """A paragraph; inside a tight list item the children stand without one."""

    __slots__ = ()


class Heading(Parent):
    """An ATX or setext heading.

    ``content`` is the span of the heading's own text, without markers and attributes (empty at its place when there is
    none); ``marker`` the run of ``#`` before it, or the underline of a setext heading; ``identifier`` the explicit id
    of an attribute block ``{#id}``, and ``attributes`` the span of that block.
    """

    __slots__ = ("attributes", "classes", "content", "identifier", "level", "marker", "setext")

    def __init__(
        self,
        span: Span,
        children: tuple[Node, ...],
        *,
        level: int,
        marker: Span,
        content: Span,
        setext: bool,
        identifier: str | None,
        classes: tuple[str, ...],
        attributes: Span | None,
    ) -> None:
        super().__init__(span, children)
        self.level: Final = level
        self.marker: Final = marker
        self.content: Final = content
        self.setext: Final = setext
        self.identifier: Final = identifier
        self.classes: Final = classes
        self.attributes: Final = attributes


class BlockQuote(Parent):
    """A block quote."""

    __slots__ = ()


class List(Parent):
    """A bullet list (``start`` is None) or an ordered one."""

    __slots__ = ("start",)

    def __init__(self, span: Span, children: tuple[Node, ...], *, start: int | None) -> None:
        super().__init__(span, children)
        self.start: Final = start


class ListItem(Parent):
    """An item of a list; ``checked`` is None when it is not a task."""

    __slots__ = ("checked",)

    def __init__(self, span: Span, children: tuple[Node, ...], *, checked: bool | None) -> None:
        super().__init__(span, children)
        self.checked: Final = checked


class CodeBlock(Node):
    """A fenced or indented code block; ``info`` is the text behind the opening fence, None when indented."""

    __slots__ = ("content", "info")

    def __init__(self, span: Span, *, info: str | None, content: Span) -> None:
        super().__init__(span)
        self.info: Final = info
        self.content: Final = content


class HtmlBlock(Node):
    """A block of raw HTML."""

    __slots__ = ()


class ThematicBreak(Node):
    """A horizontal rule."""

    __slots__ = ()


class Table(Parent):
    """A table; its first child is the head."""

    __slots__ = ("alignments",)

    def __init__(self, span: Span, children: tuple[Node, ...], *, alignments: tuple[str, ...]) -> None:
        super().__init__(span, children)
        self.alignments: Final = alignments


class TableRow(Parent):
    """A row of a table."""

    __slots__ = ("head",)

    def __init__(self, span: Span, children: tuple[Node, ...], *, head: bool) -> None:
        super().__init__(span, children)
        self.head: Final = head


class TableCell(Parent):
    """A cell; ``content`` is its span without the white space around the text."""

    __slots__ = ("content",)

    def __init__(self, span: Span, children: tuple[Node, ...], *, content: Span) -> None:
        super().__init__(span, children)
        self.content: Final = content


class FootnoteDefinition(Parent):
    """``[^label]: text``."""

    __slots__ = ("label",)

    def __init__(self, span: Span, children: tuple[Node, ...], *, label: str) -> None:
        super().__init__(span, children)
        self.label: Final = label


class DefinitionList(Parent):
    """A list of terms and their definitions."""

    __slots__ = ()


class DefinitionTerm(Parent):
    """A term of a definition list."""

    __slots__ = ()


class DefinitionDetails(Parent):
    """What a term means."""

    __slots__ = ()


class Text(Node):
    """Plain text; ``value`` is what a reader sees, which differs from the source for entities and escapes."""

    __slots__ = ("value",)

    def __init__(self, span: Span, *, value: str) -> None:
        super().__init__(span)
        self.value: Final = value


class SoftBreak(Node):
    """A newline inside a paragraph, with the white space around it left out."""

    __slots__ = ()


class HardBreak(Node):
    """A forced line break."""

    __slots__ = ()


class CodeSpan(Node):
    """Inline code; ``value`` is the code."""

    __slots__ = ("value",)

    def __init__(self, span: Span, *, value: str) -> None:
        super().__init__(span)
        self.value: Final = value


class InlineHtml(Node):
    """One tag, comment or other piece of raw HTML inside text."""

    __slots__ = ()


class Emphasis(Parent):
    """Emphasis with one marker."""

    __slots__ = ()


class Strong(Parent):
    """Emphasis with two markers."""

    __slots__ = ()


class Strikethrough(Parent):
    """Struck text."""

    __slots__ = ()


class LinkDefinition(NamedTuple):
    """``[label]: destination "title"``; ``key`` is the label as references are matched to it."""

    span: Span
    key: str
    destination: str


class Link(Parent):
    """A link.

    ``kind`` is ``inline``, ``reference`` (also collapsed and shortcut), ``autolink`` (``<https://…>``) or ``bare`` (a URL
    that Goldmark makes clickable). ``content`` is the span of the link text; ``target`` that of the destination (in the
    definition, for a reference) and ``title_span`` that of the title without its quotes.
    """

    __slots__ = ("content", "destination", "kind", "target", "title", "title_span")

    def __init__(
        self,
        span: Span,
        children: tuple[Node, ...],
        *,
        kind: str,
        destination: str,
        target: Span,
        title: str,
        title_span: Span | None,
        content: Span,
    ) -> None:
        super().__init__(span, children)
        self.kind: Final = kind
        self.destination: Final = destination
        self.target: Final = target
        self.title: Final = title
        self.title_span: Final = title_span
        self.content: Final = content


class Image(Parent):
    """An image; fields as for a link, ``content`` is the span of the alt text and ``alt`` what a reader hears."""

    __slots__ = ("alt", "content", "destination", "kind", "target", "title", "title_span")

    def __init__(
        self,
        span: Span,
        children: tuple[Node, ...],
        *,
        kind: str,
        destination: str,
        target: Span,
        title: str,
        title_span: Span | None,
        content: Span,
        alt: str,
    ) -> None:
        super().__init__(span, children)
        self.kind: Final = kind
        self.destination: Final = destination
        self.target: Final = target
        self.title: Final = title
        self.title_span: Final = title_span
        self.content: Final = content
        self.alt: Final = alt


class FootnoteReference(Node):
    """``[^label]`` in text."""

    __slots__ = ("label",)

    def __init__(self, span: Span, *, label: str) -> None:
        super().__init__(span)
        self.label: Final = label


class Masked(Node):
    """Text that is not Markdown although it stands in the body: what a shortcode shows as code."""

    __slots__ = ()


class HtmlAttribute(Node):
    """An attribute of a raw HTML tag; ``value`` is None when it stands without one; ``value_span`` leaves the quotes out."""

    __slots__ = ("name", "name_span", "value", "value_span")

    def __init__(self, span: Span, *, name: str, name_span: Span, value: str | None, value_span: Span | None) -> None:
        super().__init__(span)
        self.name: Final = name
        self.name_span: Final = name_span
        self.value: Final = value
        self.value_span: Final = value_span


class HtmlElement(Node):
    """The opening tag of a raw HTML element, anywhere in the body; ``name`` and attribute names are in lower case.

    ``end`` is the span of the closing tag, None when the element is void, self-closed or never closed.
    """

    __slots__ = ("attributes", "end", "name", "self_closing")

    def __init__(
        self, span: Span, *, name: str, attributes: tuple[HtmlAttribute, ...], self_closing: bool, end: Span | None
    ) -> None:
        super().__init__(span)
        self.name: Final = name
        self.attributes: Final = attributes
        self.self_closing: Final = self_closing
        self.end: Final = end

    def attribute(self, name: str) -> HtmlAttribute | None:
        """Return the first attribute of that (lower-case) name, as browsers do."""
        return next((attribute for attribute in self.attributes if attribute.name == name), None)


class HtmlComment(Node):
    """An HTML comment."""

    __slots__ = ("content",)

    def __init__(self, span: Span, *, content: Span) -> None:
        super().__init__(span)
        self.content: Final = content
