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


class _Open(NamedTuple):
    """A container whose end has not been seen."""

    kind: str
    payload: Any
    span: Span
    children: list[n.Node]


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
        self._offset: Final = ByteOffsets(self._content).code_point
        self._stack: Final[list[_Open]] = []
        self._links = 0
        self._code_end = 0
        self._run: Span | None = None
        self._definitions: Final[dict[str, tuple[Span, str]]] = {}

    def build(self) -> Markdown:
        offset, base = self._offset, self._body.start
        root = _Open("Root", None, self._body, [])
        stack = self._stack
        stack.append(root)
        if "]:" in self._content:
            for label, definition in _PARSER.reference_definitions(self._content).items():
                where = definition["span"]
                span = Span(offset(where["start"]) + base, offset(where["end"]) + base)
                self._definitions[" ".join(label.split()).casefold()] = (span, definition["dest"])
        events: Any = _PARSER.events_with_range(self._content)
        for event, where in events:
            span = Span(offset(where["start"]) + base, offset(where["end"]) + base)
            if isinstance(event, str):
                self._flush()
                self._leaf(event, None, span)
                continue
            ((kind, payload),) = event.items()
            if kind == "Text":
                self._add_text(payload, span)
                continue
            self._flush()
            if kind == "Start":
                name, value = (payload, None) if isinstance(payload, str) else next(iter(payload.items()))
                self._links += name == "Link"
                stack.append(_Open(name, value, span, []))
            elif kind == "End":
                opened = stack.pop()
                self._links -= opened.kind == "Link"
                if (node := self._close(opened)) is not None:
                    stack[-1].children.append(node)
            else:
                self._leaf(kind, payload, span)
        self._flush()
        tree = n.Root(self._body, tuple(root.children))
        definitions = tuple(
            n.LinkDefinition(self._trim(span), key, destination)
            for key, (span, destination) in self._definitions.items()
        )
        return Markdown(tree, (tree, *n.descendants(tree)), definitions)

    # Text

    def _add_text(self, value: str, span: Span) -> None:
        run = self._run
        verbatim = span.end - span.start == len(value)
        if self._stack[-1].kind in ("CodeBlock", "HtmlBlock"):
            self._code_end = span.end
            return
        if run is not None and run.end == span.start and verbatim:
            self._run = Span(run.start, span.end)
            return
        self._flush()
        if verbatim:
            self._run = span
        elif span.start < span.end:
            self._stack[-1].children.append(n.Text(span, value=value))

    def _flush(self) -> None:
        """End the run of plain text: put the masked nodes in their places and add what stands between them."""
        run = self._run
        if run is None:
            return
        self._run = None
        start = run.start
        if self._inserts:
            index = max(bisect_right(self._insert_starts, run.start) - 1, 0)
            while index < len(self._inserts) and (insert := self._inserts[index]).span.start < run.end:
                if insert.span.end > start:
                    self._add_plain(Span(start, max(start, insert.span.start)))
                    self._stack[-1].children.append(insert)
                    start = insert.span.end
                index += 1
        self._add_plain(Span(start, run.end))

    def _add_plain(self, run: Span) -> None:
        """Add plain text, splitting bare URLs off it."""
        if run.start >= run.end:
            return
        add = self._stack[-1].children.append
        text = self._text[run.start : run.end]
        start = run.start
        if not self._links and ("@" in text or "://" in text or "www." in text):
            siblings = self._stack[-1].children
            # Behind other markup Goldmark looks for a URL again.
            behind_text = siblings and type(siblings[-1]) is n.Text
            before = self._text[run.start - 1] if behind_text else ""
            for first, last, url in bare_urls(text, before):
                span = Span(run.start + first, run.start + last)
                if span.start > start:
                    add(n.Text(Span(start, span.start), value=self._text[start : span.start]))
                inner = n.Text(span, value=self._text[span.start : span.end])
                add(
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
                start = span.end
        if start < run.end:
            add(n.Text(Span(start, run.end), value=self._text[start : run.end]))

    # Leaves

    def _leaf(self, kind: str, payload: Any, span: Span) -> None:
        add = self._stack[-1].children.append
        if kind in ("SoftBreak", "HardBreak"):
            add(n.SoftBreak(span) if kind == "SoftBreak" else n.HardBreak(span))
        elif kind == "Code":
            add(n.CodeSpan(span, value=payload))
        elif kind == "InlineHtml":
            add(n.InlineHtml(span))
        elif kind == "Rule":
            add(n.ThematicBreak(self._trim(span)))
        elif kind == "FootnoteReference":
            add(n.FootnoteReference(span, label=payload))
        elif kind == "TaskListMarker":
            # It stands at the begin of an item, or of the paragraph that begins one.
            index = -1 if self._stack[-1].kind == "Item" else -2
            self._stack[index] = self._stack[index]._replace(payload=bool(payload))

    # Containers

    def _trim(self, span: Span) -> Span:
        """Leave out white space at the end, which belongs to no node."""
        text, end = self._text, span.end
        while end > span.start and text[end - 1] in _SPACE:
            end -= 1
        return Span(span.start, end)

    def _close(self, opened: _Open) -> n.Node | None:
        children = tuple(opened.children)
        span = self._trim(opened.span)
        if children:
            last = children[-1].span.end
            # The parser lets a list reach up to the next block, over link definitions or even into that block.
            end = last if opened.kind in ("List", "DefinitionList") else max(span.end, last)
            span = Span(min(span.start, children[0].span.start), end)
        if (simple := _PLAIN_CONTAINERS.get(opened.kind)) is not None:
            return simple(span, children)
        return getattr(self, f"_close_{opened.kind.lower()}", self._unknown)(span, children, opened.payload)

    def _unknown(self, span: Span, children: tuple[n.Node, ...], _: Any) -> n.Node | None:
        """Keep what a newer parser might add, as a plain container."""
        return n.Parent(span, children)

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
        found = _ATTRIBUTES.search(text, start, end)
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
                children = (*children, n.Text(left, value=text[left.start : left.end]))
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

    def _close_list(self, span: Span, children: tuple[n.Node, ...], payload: Any) -> n.Node:
        return n.List(span, children, start=payload)

    def _close_item(self, span: Span, children: tuple[n.Node, ...], payload: Any) -> n.Node:
        return n.ListItem(span, children, checked=payload)

    def _close_codeblock(self, span: Span, _: tuple[n.Node, ...], payload: Any) -> n.Node:
        if isinstance(payload, str):
            return n.CodeBlock(span, info=None, content=span)
        text = self._text
        first = _line_end(text, span.start, span.end)
        return n.CodeBlock(span, info=payload["Fenced"], content=Span(first, max(first, min(self._code_end, span.end))))

    def _close_htmlblock(self, span: Span, _: tuple[n.Node, ...], __: Any) -> n.Node:
        return n.HtmlBlock(span)

    def _close_table(self, span: Span, children: tuple[n.Node, ...], payload: Any) -> n.Node:
        return n.Table(span, children, alignments=tuple(str(alignment).lower() for alignment in payload))

    def _close_tablehead(self, span: Span, children: tuple[n.Node, ...], _: Any) -> n.Node:
        return n.TableRow(span, children, head=True)

    def _close_tablerow(self, span: Span, children: tuple[n.Node, ...], _: Any) -> n.Node:
        return n.TableRow(span, children, head=False)

    def _close_tablecell(self, span: Span, children: tuple[n.Node, ...], _: Any) -> n.Node:
        start = span.start
        while start < span.end and self._text[start] in _SPACE:
            start += 1
        return n.TableCell(span, children, content=Span(start, max(start, span.end)))

    def _close_footnotedefinition(self, span: Span, children: tuple[n.Node, ...], payload: Any) -> n.Node:
        return n.FootnoteDefinition(span, children, label=payload)

    # Links and images

    def _close_link(self, span: Span, children: tuple[n.Node, ...], payload: Any) -> n.Node:
        span, parts = self._link_parts(span, children, payload, 1)
        return n.Link(span, children, **parts)

    def _close_image(self, span: Span, children: tuple[n.Node, ...], payload: Any) -> n.Node:
        span, parts = self._link_parts(span, children, payload, 2)
        return n.Image(span, children, alt=_joined(children), **parts)

    def _link_parts(
        self, span: Span, children: tuple[n.Node, ...], payload: Any, opening: int
    ) -> tuple[Span, dict[str, Any]]:
        text = self._text
        link_type = payload["link_type"]
        parts: dict[str, Any] = {"destination": payload["dest_url"], "title": payload["title"], "title_span": None}
        if link_type in ("Autolink", "Email"):
            inner = Span(span.start + 1, span.end - 1)
            if link_type == "Email":
                parts["destination"] = "mailto:" + payload["dest_url"]
            return span, parts | {"kind": "autolink", "content": inner, "target": inner}
        start = span.start + opening
        close = text.find("]", children[-1].span.end if children else start, span.end)
        close = span.end - 1 if close < 0 else close
        content = Span(start, close)
        if link_type == "Inline":
            target, title = self._destination(close + 2, span.end)
            return span, parts | {"kind": "inline", "content": content, "target": target, "title_span": title}
        if link_type.startswith("Collapsed") and text.startswith("[]", span.end):
            span = Span(span.start, span.end + 2)
        defined = self._definitions.get(" ".join(str(payload["id"]).split()).casefold())
        if defined is None:
            return span, parts | {"kind": "reference", "content": content, "target": content}
        label = _DEFINITION.match(text, defined[0].start)
        target, title = self._destination(label.end() if label else defined[0].start, defined[0].end)
        return span, parts | {"kind": "reference", "content": content, "target": target, "title_span": title}

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
        position = start
        while position < end:
            char = self._text[position]
            if char == "\\":
                position += 1
            elif char == "(":
                depth += 1
            elif char == ")":
                if not depth:
                    return position
                depth -= 1
            position += 1
        return min(position, end)


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


def _line_end(text: str, start: int, limit: int) -> int:
    """Return the offset behind the newline that ends the line of ``start``."""
    while start < limit and text[start] not in "\r\n":
        start += 1
    return min(start + (2 if text.startswith("\r\n", start) else 1), limit)


def plain_text(node: n.Node) -> str:
    """Return what a reader sees or hears of a node: its text without markup."""
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
