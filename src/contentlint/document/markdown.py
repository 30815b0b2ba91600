"""Markdown to nodes, by way of pyromark. The only module that knows the parser."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import pyromark

from contentlint.document import nodes as n
from contentlint.document.linkify import bare_urls
from contentlint.text import ByteOffsets, Span
from contentlint.text.records import NamedTuple

_OPTIONS = pyromark.Options
_PARSER = pyromark.Markdown(
    options=_OPTIONS.ENABLE_TABLES
    | _OPTIONS.ENABLE_FOOTNOTES
    | _OPTIONS.ENABLE_STRIKETHROUGH
    | _OPTIONS.ENABLE_TASKLISTS
    | _OPTIONS.ENABLE_HEADING_ATTRIBUTES
    | _OPTIONS.ENABLE_DEFINITION_LIST
)

_MARKER = re.compile(r"#{1,6}(?=[ \t\r\n]|\Z)")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}[ \t]*\Z")
_ATTRIBUTE = re.compile(
    r"[\s,]*+(?:#(?P<id>[^\s{}\"'=<>,]++)|\.(?P<class>[^\s{}\"'=<>,]++)"
    r"|(?P<key>[A-Za-z_:][\w:.-]*+)=(?P<value>\"[^\"\\]*+(?:\\.[^\"\\]*+)*\"|[^\s,\"{}]++))"
)
_ATTRIBUTE_LIST = re.compile(rf"(?:{re.sub(r'[?]P<[a-z]+>', '?:', _ATTRIBUTE.pattern)})+[\s,]*+")
_DESTINATION = re.compile(r"[\s>]*(?:<([^<>\\\n]*+(?:\\.[^<>\\\n]*+)*)>|((?:\\.|[^ \t\r\n\f\v\\])*))")
_TITLE = re.compile(
    r"""[ \t\r\n>]+(?:"([^"\\]*+(?:\\.[^"\\]*+)*)"|'([^'\\]*+(?:\\.[^'\\]*+)*)'|\(([^()\\]*+(?:\\.[^()\\]*+)*)\))"""
)
_DEFINITION = re.compile(r"\[[^\[\]\\]*+(?:\\.[^\[\]\\]*+)*\]:")
_NEWLINE = re.compile(r"\r\n?|\n")
_PARENTHESIS = re.compile(r"[()]|\\(?s:.)")
_SPACE = " \t\r\n\f\v"


class Markdown(NamedTuple):
    """A parsed body: the tree, every node of it in document order (parents first), and the link definitions."""

    root: n.Root
    nodes: tuple[n.Node, ...]
    definitions: tuple[n.LinkDefinition, ...]


def parse_markdown(text: str, body: Span, inserts: Sequence[n.Node] = ()) -> Markdown:
    """Parse the body of a document.

    Args:
        text: the whole file, with everything that is not Markdown (shortcode tags) masked.
        body: where the Markdown stands. What lies before it is not looked at.
        inserts: the nodes that are masked in ``text``, in order and without overlap. One that stands in running text
            takes its place in the tree; the others (in code, in a link's target) do not appear there.
    """
    return _Builder(text, body, inserts).build()


class _Open:
    """A container whose end has not been seen; ``index`` is its place among all nodes."""

    __slots__ = ("children", "end", "index", "kind", "payload", "start")

    def __init__(self, kind: str, payload: Any, start: int, end: int, index: int) -> None:
        self.kind: Final = kind
        self.payload = payload
        self.start: Final = start
        self.end: Final = end
        self.index: Final = index
        self.children: Final[list[n.Node]] = []


class _LinkParts(NamedTuple):
    """What a link and an image have in common, but for what the parser says itself."""

    span: Span
    kind: str
    destination: str
    content: Span
    target: Span
    title_span: Span | None


class _Builder:
    """Turns the parser's events into nodes, innermost first."""

    def __init__(self, text: str, body: Span, inserts: Sequence[n.Node]) -> None:
        self._inserts: Final = inserts
        self._insert_starts: Final = [node.span.start for node in inserts]
        self._text: Final = text
        self._body: Final = body
        content = text[body.start : body.end]
        # A lone surrogate cannot reach the parser; one that came in by an editor's protocol must not stop the run.
        self._content: Final = content if content.isascii() else content.encode("utf-8", "replace").decode("utf-8")
        self._has_urls: Final = "@" in content or "://" in content or "www." in content
        self._stack: Final[list[_Open]] = []
        self._nodes: Final[list[n.Node]] = []
        self._links = 0
        self._code_end = 0
        self._definitions: Final[dict[str, tuple[Span, str]]] = {}
        self._closing: Final[dict[str, Callable[[Span, tuple[n.Node, ...], Any], n.Node]]] = {
            "Heading": self._close_heading,
            "List": lambda span, children, payload: n.List(span, children, start=payload),
            "Item": lambda span, children, payload: n.ListItem(span, children, checked=payload),
            "CodeBlock": self._close_code_block,
            "HtmlBlock": lambda span, _, __: n.HtmlBlock(span),
            "Table": self._close_table,
            "TableHead": lambda span, children, _: n.TableRow(span, children, head=True),
            "TableRow": lambda span, children, _: n.TableRow(span, children, head=False),
            "TableCell": self._close_table_cell,
            "FootnoteDefinition": lambda span, children, payload: n.FootnoteDefinition(span, children, label=payload),
            "Link": self._close_link,
            "Image": self._close_image,
        }

    def build(self) -> Markdown:
        # For every event of a page, so without calls where it can be: what is added to a byte's offset to have that of the
        # code point depends on how many of ``marks`` stand before it.
        byte_offsets = ByteOffsets(self._content)
        marks = byte_offsets.marks
        shifts = [self._body.start - drift for drift in byte_offsets.drift]
        self._define(marks, shifts)
        stack, nodes = self._stack, self._nodes
        opened = _Open("Root", None, *self._body, 0)
        stack.append(opened)
        nodes.append(n.Root(self._body, ()))  # keeps the place
        in_code = False
        run_start = run_end = -1
        events: Any = _PARSER.events_with_range(self._content)
        payload: Any
        for event, where in events:
            start, end = where["start"], where["end"]
            start += shifts[bisect_right(marks, start)]
            end += shifts[bisect_right(marks, end)]
            if type(event) is str:
                kind, payload = event, None
            else:
                ((kind, payload),) = event.items()
            if kind == "Text":
                if in_code:
                    self._code_end = end
                    continue
                if end - start == len(payload):
                    if run_end != start:
                        if run_end >= 0:
                            self._add_run(run_start, run_end)
                        run_start = start
                    run_end = end
                    continue
            if run_end >= 0:
                self._add_run(run_start, run_end)
                run_end = -1
            if kind == "Start":
                name, value = (payload, None) if type(payload) is str else next(iter(payload.items()))
                if name == "Link":
                    self._links += 1
                in_code = name in ("CodeBlock", "HtmlBlock")
                opened = _Open(name, value, start, end, len(nodes))
                stack.append(opened)
                nodes.append(nodes[0])
            elif kind == "End":
                closed = stack.pop()
                if closed.kind == "Link":
                    self._links -= 1
                in_code = False
                opened = stack[-1]
                node = self._close(closed)
                nodes[closed.index] = node
                opened.children.append(node)
            elif kind == "Text":
                if start < end:
                    self._add(n.Text(Span(start, end), value=payload))
            elif (leaf := _LEAVES.get(kind)) is not None:
                self._add(leaf(Span(start, end), payload))
            elif kind == "Rule":
                self._add(n.ThematicBreak(self._trim(Span(start, end))))
            elif kind == "TaskListMarker":
                # It stands at the begin of an item, or of the paragraph that begins one.
                index = -1 if opened.kind == "Item" else -2
                stack[index].payload = bool(payload)
        if run_end >= 0:
            self._add_run(run_start, run_end)
        nodes[0] = tree = n.Root(self._body, tuple(opened.children))
        definitions = tuple(
            n.LinkDefinition(self._trim(span), key, destination)
            for key, (span, destination) in self._definitions.items()
        )
        return Markdown(tree, tuple(nodes), definitions)

    def _add(self, node: n.Node) -> None:
        """Add a node without children."""
        self._stack[-1].children.append(node)
        self._nodes.append(node)

    def _define(self, marks: list[int], shifts: list[int]) -> None:
        """Read the link definitions."""
        if "]:" not in self._content:
            return
        for label, definition in _PARSER.reference_definitions(self._content).items():
            start, end = definition["span"]["start"], definition["span"]["end"]
            span = Span(start + shifts[bisect_right(marks, start)], end + shifts[bisect_right(marks, end)])
            self._definitions[" ".join(label.split()).casefold()] = (span, definition["dest"])

    # Text

    def _add_run(self, start: int, end: int) -> None:
        """Add a run of plain text, with the masked nodes in their places."""
        inserts = self._inserts
        if inserts:
            index = max(bisect_right(self._insert_starts, start) - 1, 0)
            while index < len(inserts) and (insert := inserts[index]).span.start < end:
                if insert.span.end > start:
                    if start < insert.span.start:
                        self._add_plain(start, insert.span.start)
                    self._add(insert)
                    start = insert.span.end
                index += 1
        if start < end:
            self._add_plain(start, end)

    def _add_plain(self, start: int, end: int) -> None:
        """Add plain text, splitting bare URLs off it."""
        text = self._text[start:end]
        if self._has_urls and not self._links and ("@" in text or "://" in text or "www." in text):
            start = self._add_urls(start, text)
            if start >= end:
                return
            text = self._text[start:end]
        self._add(n.Text(Span(start, end), value=text))

    def _add_urls(self, begin: int, text: str) -> int:
        """Add the bare URLs in a text that begins there, with what stands before each; return where the last one ends."""
        start = begin
        siblings = self._stack[-1].children
        # Behind other markup Goldmark looks for a URL again.
        behind_text = siblings and type(siblings[-1]) is n.Text
        for first, last, url in bare_urls(text, self._text[begin - 1] if behind_text else ""):
            span = Span(begin + first, begin + last)
            if span.start > start:
                self._add(n.Text(Span(start, span.start), value=self._text[start : span.start]))
            inner = n.Text(span, value=self._text[span.start : span.end])
            self._add(
                n.Link(
                    span,
                    (inner,),
                    kind="bare",
                    destination=url,
                    target=span,
                    title="",
                    title_span=None,
                    content=span,
                )
            )
            self._nodes.append(inner)
            start = span.end
        return start

    # Containers

    def _trim(self, span: Span) -> Span:
        """Leave out white space at the end, which belongs to no node."""
        text, end = self._text, span.end
        while end > span.start and text[end - 1] in _SPACE:
            end -= 1
        return Span(span.start, end)

    def _close(self, opened: _Open) -> n.Node:
        children = tuple(opened.children)
        text, start, end = self._text, opened.start, opened.end
        while end > start and text[end - 1] in _SPACE:
            end -= 1
        if children:
            first, last = children[0].span.start, children[-1].span.end
            # The parser lets a list reach up to the next block, over link definitions or even into that block.
            if last > end or opened.kind in ("List", "DefinitionList"):
                end = last
            start = min(start, first)
        span = Span(start, end)
        if (simple := _PLAIN_CONTAINERS.get(opened.kind)) is not None:
            return simple(span, children)
        if (close := self._closing.get(opened.kind)) is not None:
            return close(span, children, opened.payload)
        return n.Parent(span, children)  # what a newer parser might add

    def _close_heading(self, span: Span, children: tuple[n.Node, ...], payload: Any) -> n.Node:
        text = self._text
        marker = _MARKER.match(text, span.start, span.end)
        attributes: Span | None = None
        if marker:
            start, end = marker.end(), span.end
            marker_span = Span(marker.start(), marker.end())
        else:
            start = span.start
            last_line = max(text.rfind("\n", span.start, span.end), text.rfind("\r", span.start, span.end)) + 1
            underline = last_line
            while underline < span.end and text[underline] in " \t>":
                underline += 1
            marker_span = Span(underline, span.end)
            end = self._trim(Span(span.start, last_line)).end
        # The parser leaves out what stands in braces at the end of the line; Goldmark only if it is a list of attributes.
        identifier: str | None = None
        classes: list[str] = []
        text_end = children[-1].span.end if children else start
        found = _ATTRIBUTES.search(text, start, end) if text.find("}", start, end) >= 0 else None
        if found is not None and text_end <= found.start():
            block = self._trim(Span(*found.span()))
            if _ATTRIBUTE_LIST.fullmatch(text, block.start + 1, block.end - 1):
                attributes, end = block, found.start()
                for one in _ATTRIBUTE.finditer(text, block.start + 1, block.end - 1):
                    if one["class"]:
                        classes.append(one["class"])
                    elif one["id"] or one["key"] == "id":
                        identifier = one["id"] or one["value"].strip('"')
            else:
                left = Span(text_end if children else block.start, block.end)
                self._nodes.append(n.Text(left, value=text[left.start : left.end]))
                children = (*children, self._nodes[-1])
        if marker:
            end = self._trim(Span(start, end)).end
            without_marks = end
            while without_marks > start and text[without_marks - 1] == "#":
                without_marks -= 1
            if without_marks == start or text[without_marks - 1] in " \t":
                end = without_marks
        while start < end and text[start] in _SPACE:
            start += 1
        content = self._trim(Span(start, max(start, end)))
        # The parser keeps a tab at the end of a heading.
        if children and isinstance(tail := children[-1], n.Text) and tail.span.end > content.end:
            value = tail.value[: content.end - tail.span.end]
            rest = (n.Text(Span(tail.span.start, content.end), value=value),) if value else ()
            children = (*children[:-1], *rest)
            self._nodes[-1:] = rest
        return n.Heading(
            span,
            children,
            level=int(payload["level"][1]),
            marker=marker_span,
            content=content,
            setext=marker is None,
            identifier=identifier,
            classes=tuple(classes),
            attributes=attributes,
        )

    def _close_code_block(self, span: Span, _: tuple[n.Node, ...], payload: Any) -> n.Node:
        if isinstance(payload, str):
            return n.CodeBlock(span, info=None, content=span)
        text = self._text
        first = _line_end(text, span.start, span.end)
        return n.CodeBlock(span, info=payload["Fenced"], content=Span(first, max(first, min(self._code_end, span.end))))

    def _close_table(self, span: Span, children: tuple[n.Node, ...], payload: Any) -> n.Node:
        return n.Table(span, children, alignments=tuple(str(alignment).lower() for alignment in payload))

    def _close_table_cell(self, span: Span, children: tuple[n.Node, ...], _: Any) -> n.Node:
        start = span.start
        while start < span.end and self._text[start] in _SPACE:
            start += 1
        return n.TableCell(span, children, content=Span(start, max(start, span.end)))

    # Links and images

    def _close_link(self, span: Span, children: tuple[n.Node, ...], payload: Any) -> n.Node:
        parts = self._link_parts(span, children, payload, 1)
        return n.Link(
            parts.span,
            children,
            kind=parts.kind,
            destination=parts.destination,
            target=parts.target,
            title=payload["title"],
            title_span=parts.title_span,
            content=parts.content,
        )

    def _close_image(self, span: Span, children: tuple[n.Node, ...], payload: Any) -> n.Node:
        parts = self._link_parts(span, children, payload, 2)
        return n.Image(
            parts.span,
            children,
            kind=parts.kind,
            destination=parts.destination,
            target=parts.target,
            title=payload["title"],
            title_span=parts.title_span,
            content=parts.content,
            alt=_joined(children),
        )

    def _link_parts(self, span: Span, children: tuple[n.Node, ...], payload: Any, opening: int) -> _LinkParts:
        text = self._text
        link_type, destination = payload["link_type"], payload["dest_url"]
        if link_type in ("Autolink", "Email"):
            inner = Span(span.start + 1, span.end - 1)
            return _LinkParts(span, "autolink", "mailto:" * (link_type == "Email") + destination, inner, inner, None)
        start, end = span.start + opening, span.end
        close = text.find("]", children[-1].span.end if children else start, end)
        close = end - 1 if close < 0 else close
        content = Span(start, close)
        if link_type == "Inline":
            target, title = self._inline_destination(destination, close + 2, end)
            return _LinkParts(span, "inline", destination, content, target, title)
        if link_type.startswith("Collapsed") and text.startswith("[]", end):
            span = Span(span.start, end + 2)
        defined = self._definitions.get(" ".join(str(payload["id"]).split()).casefold())
        if defined is None:
            return _LinkParts(span, "reference", destination, content, content, None)
        label = _DEFINITION.match(text, defined[0].start)
        target, title = self._destination(label.end() if label else defined[0].start, defined[0].end)
        return _LinkParts(span, "reference", destination, content, target, title)

    def _inline_destination(self, destination: str, start: int, limit: int) -> tuple[Span, Span | None]:
        """Find the destination and the title between ``start`` and the end of the link."""
        end = limit - 1
        if (
            len(destination) == end - start > 0
            and self._text.startswith(destination, start)
            and not destination[0].isspace()
            and destination[0] not in "<>"
            and "\\" not in destination
        ):
            return Span(start, end), None  # it is all there is, as with most links
        return self._destination(start, limit)

    def _destination(self, start: int, limit: int) -> tuple[Span, Span | None]:
        """Find the destination and the title that follow a link's text or a definition's label."""
        match = _DESTINATION.match(self._text, start, limit)
        if match is None:
            return Span(start, start), None
        if match[1] is not None:
            target = Span(*match.span(1))
            behind = match.end()
        else:
            target = Span(match.start(2), self._balanced_end(match.start(2), match.end(2)))
            behind = target.end
        title = _TITLE.match(self._text, behind, limit)
        return target, Span(*title.span(title.lastindex or 0)) if title else None

    def _balanced_end(self, start: int, end: int) -> int:
        """Return where a destination without pointed brackets ends: at the parenthesis that closes the link."""
        depth = 0
        for match in _PARENTHESIS.finditer(self._text, start, end):
            if match[0] == "(":
                depth += 1
            elif match[0] == ")":
                if not depth:
                    return match.start()
                depth -= 1
        return end


_PLAIN_CONTAINERS: Final[dict[str, Callable[[Span, tuple[n.Node, ...]], n.Node]]] = {
    "Paragraph": n.Paragraph,
    "BlockQuote": n.BlockQuote,
    "Emphasis": n.Emphasis,
    "Strong": n.Strong,
    "Strikethrough": n.Strikethrough,
    "DefinitionList": n.DefinitionList,
    "DefinitionListTitle": n.DefinitionTerm,
    "DefinitionListDefinition": n.DefinitionDetails,
}

_LEAVES: Final[dict[str, Callable[[Span, Any], n.Node]]] = {
    "SoftBreak": lambda span, _: n.SoftBreak(span),
    "HardBreak": lambda span, _: n.HardBreak(span),
    "Code": lambda span, payload: n.CodeSpan(span, value=payload),
    "InlineHtml": lambda span, _: n.InlineHtml(span),
    "FootnoteReference": lambda span, payload: n.FootnoteReference(span, label=payload),
}


def _line_end(text: str, start: int, limit: int) -> int:
    """Return the offset behind the newline that ends the line of ``start``."""
    newline = _NEWLINE.search(text, start, limit)
    return newline.end() if newline else limit


def plain_text(node: n.Node) -> str:
    """Return what a reader sees or hears of a node: its text without markup."""
    if isinstance(node, n.Parent) and len(node.children) == 1 and type(only := node.children[0]) is n.Text:
        return only.value
    return _joined([node])


def _joined(nodes: Iterable[n.Node]) -> str:
    """Join the text of nodes in document order, without recursion (nesting may be hostile)."""
    pieces: list[str] = []
    stack = [*nodes][::-1]
    while stack:
        node = stack.pop()
        if isinstance(node, n.Text | n.CodeSpan):
            pieces.append(node.value)
        elif isinstance(node, n.SoftBreak | n.HardBreak):
            pieces.append(" ")
        elif isinstance(node, n.Image):
            pieces.append(node.alt)
        elif isinstance(node, n.Parent):
            stack.extend(reversed(node.children))
    return "".join(pieces)
