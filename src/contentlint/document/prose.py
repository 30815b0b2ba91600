"""The prose of a document: what a reader reads, with the way back to the place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from contentlint.document import nodes as n
from contentlint.document.html import INSIDE_TAG
from contentlint.document.maths import maths_spans
from contentlint.text import Span
from contentlint.text.records import NamedTuple

GAP: Final = "\ufffc"
"""Stands in prose for what is no words: code, a URL, a formula, a picture, a shortcode, a footnote's mark."""

CODE_ELEMENTS: Final = frozenset({"code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea", "var"})
"""HTML elements whose content is not prose."""

_INLINE_ELEMENTS: Final = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "ins", "label", "mark",
        "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr",
    }
)  # fmt: skip
_LEFTOVER = re.compile(
    r"\{%[^%\n]{0,400}%\}"  # a tag of Liquid, Jinja or Nunjucks
    r"|\{\{[^{}\n]{0,400}\}\}"  # an action of a template
)
_TAG_NAME = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9-]*)")
_HTML_TOKEN = re.compile(rf"<!--(?s:.*?)(?:-->|\Z)|</?[A-Za-z]{INSIDE_TAG}>?|&[#\w]+;")


class _Segment(NamedTuple):
    """A run of prose and where it comes from. It is verbatim when both have the same length."""

    start: int
    source: Span


class Prose:
    """A piece of prose in one language, without markup.

    Attributes:
        text: what a reader reads; ``GAP`` stands for what is no words.
        language: a language tag such as ``nl`` or ``en-GB``; empty when unknown.
        kind: ``paragraph``, ``heading``, ``item``, ``cell``, ``term``, ``alt``, ``title``, ``front-matter``,
            ``parameter`` (of a shortcode) or ``html``.
        span: the range in the file from the first to the last character.
    """

    __slots__ = ("_segments", "_starts", "kind", "language", "span", "text")

    def __init__(self, text: str, language: str, kind: str, segments: Sequence[_Segment]) -> None:
        self.text: Final = text
        self.language: Final = language
        self.kind: Final = kind
        self._segments: Final = segments
        self._starts: Final = [segment.start for segment in segments]
        self.span: Final = self.span_of(0, len(text))

    def __repr__(self) -> str:
        return f"Prose({self.kind}, {self.language}, {self.text!r})"

    def span_of(self, start: int, end: int) -> Span:
        """Return the place in the file of ``text[start:end]``; of an empty range the place of ``start``."""
        first = self._place(start, at_end=False)
        return Span(first, first) if start == end else Span(first, max(first, self._place(end - 1, at_end=True)))

    def _place(self, offset: int, *, at_end: bool) -> int:
        """Return where the source of the character at ``offset`` begins or ends."""
        index = bisect_right(self._starts, offset) - 1
        start, source = self._segments[index]
        following = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
        if source.end - source.start != following - start:
            return source.end if at_end else source.start
        return source.start + offset - start + at_end

    def part(self, start: int, end: int, language: str) -> Prose:
        """Return ``text[start:end]`` as a piece of its own, in another language perhaps.

        Raises:
            ValueError: the range is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            message = f"{start}..{end} is no part of a text of {len(self.text)} characters"
            raise ValueError(message)
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        segments = []
        for index in range(first, last + 1):
            begin, source = self._segments[index]
            stop = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
            if source.end - source.start == stop - begin:
                source = Span(source.start + max(start - begin, 0), source.start + min(end, stop) - begin)
            segments.append(_Segment(max(begin - start, 0), source))
        return Prose(self.text[start:end], language, self.kind, segments)


class ProseBuilder:
    """Collects runs of text for one piece of prose."""

    __slots__ = ("_length", "_pieces", "_segments", "kind", "language")

    def __init__(self, kind: str, language: str) -> None:
        self.kind: Final = kind
        self.language: Final = language
        self._pieces: Final[list[str]] = []
        self._segments: Final[list[_Segment]] = []
        self._length = 0

    def add(self, text: str, source: Span) -> None:
        """Add text that a range of the file stands for, character by character when the lengths agree."""
        if not text:
            return
        segments = self._segments
        if segments and len(text) == source.end - source.start:
            start, last = segments[-1]
            if last.end == source.start and last.end - last.start == self._length - start:
                segments[-1] = _Segment(start, Span(last.start, source.end))
                self._pieces.append(text)
                self._length += len(text)
                return
        segments.append(_Segment(self._length, source))
        self._pieces.append(text)
        self._length += len(text)

    def gap(self, source: Span) -> None:
        """Add the sign for something that is no words; two of them without anything between are one."""
        if self._pieces and self._pieces[-1] == GAP:
            start, last = self._segments[-1]
            self._segments[-1] = _Segment(start, Span(last.start, source.end))
        else:
            self._segments.append(_Segment(self._length, source))
            self._pieces.append(GAP)
            self._length += 1

    def build(self) -> Prose | None:
        """Return the piece, or None when there is nothing to read."""
        text = "".join(self._pieces)
        if not text.replace(GAP, " ").strip():
            return None
        return Prose(text, self.language, self.kind, self._segments)


class LanguageRange(NamedTuple):
    """A range that an element with a ``lang`` attribute puts in another language."""

    span: Span
    language: str


def _language_switches(ranges: Iterable[LanguageRange], language: str) -> list[tuple[int, str]]:
    """Return the offsets at which the language changes, with the language from there on."""
    switches: list[tuple[int, str]] = []
    opened: list[LanguageRange] = []
    for found in (*ranges, None):
        while opened and (found is None or opened[-1].span.end <= found.span.start):
            end = opened.pop().span.end
            switches.append((end, opened[-1].language if opened else language))
        if found is not None:
            switches.append((found.span.start, found.language))
            opened.append(found)
    return switches


_KINDS: Final[Mapping[type, str]] = {
    n.Paragraph: "paragraph",
    n.Heading: "heading",
    n.ListItem: "item",
    n.TableCell: "cell",
    n.DefinitionTerm: "term",
    n.DefinitionDetails: "paragraph",
    n.FootnoteDefinition: "paragraph",
    n.BlockQuote: "paragraph",
}

_BLOCKS: Final = frozenset(
    {
        n.Paragraph, n.Heading, n.List, n.ListItem, n.BlockQuote, n.CodeBlock, n.HtmlBlock, n.ThematicBreak, n.Table,
        n.TableRow, n.TableCell, n.FootnoteDefinition, n.DefinitionList, n.DefinitionTerm, n.DefinitionDetails,
    }
)  # fmt: skip


class ProseExtractor:
    """Makes prose of nodes.

    Args:
        text: the file.
        masked: the file with everything masked that is not Markdown.
        language: the language of the page.
        ranges: the parts of it in other languages, outer before inner.
    """

    def __init__(self, text: str, masked: str, language: str, ranges: Sequence[LanguageRange]) -> None:
        self._text: Final = text
        self._masked: Final = masked
        self._language: Final = language
        self._switches: Final = _language_switches(ranges, language)
        self._switch_offsets: Final = [offset for offset, _ in self._switches]
        self._titles: Final[set[Span]] = set()

    def extract(self, all_nodes: Iterable[n.Node], inserts: Sequence[n.Node]) -> Iterator[Prose]:
        """Yield the prose of a body in document order, alt texts and titles behind the text they stand in."""
        for node in all_nodes:
            if isinstance(node, n.HtmlBlock):
                yield from self._html_block(node, inserts)
            elif (kind := _KINDS.get(type(node))) and isinstance(node, n.Parent):
                yield from self._inline_runs(node, kind)

    def _language_at(self, offset: int) -> str:
        index = bisect_right(self._switch_offsets, offset)
        return self._switches[index - 1][1] if index else self._language

    def _inline_runs(self, parent: n.Parent, kind: str) -> Iterator[Prose]:
        """Yield the prose of each run of inline children; a tight list item has block children between them."""
        run: list[n.Node] = []
        for child in (*parent.children, None):
            if child is not None and type(child) not in _BLOCKS:
                run.append(child)
            elif run:
                yield from self._run(run, kind)
                run = []

    def _run(self, run: Sequence[n.Node], kind: str) -> Iterator[Prose]:
        span = Span(run[0].span.start, run[-1].span.end)
        skipped = self._no_words(span)
        builders: dict[tuple[str, str], ProseBuilder] = {}
        extra: list[Prose] = []
        code: list[str] = []

        def builder(offset: int) -> ProseBuilder:
            language = self._language_at(offset)
            found = builders.get((kind, language))
            if found is None:
                found = builders[kind, language] = ProseBuilder(kind, language)
            return found

        stack: list[n.Node] = [*run][::-1]
        while stack:
            node = stack.pop()
            if isinstance(node, n.InlineHtml):
                self._inline_html(node, builder(node.span.start), code)
            elif code:
                continue
            elif isinstance(node, n.Text):
                self._add_text(builder(node.span.start), node, skipped)
            elif isinstance(node, n.SoftBreak | n.HardBreak):
                builder(node.span.start).add(" ", node.span)
            elif isinstance(node, n.Image):
                builder(node.span.start).gap(node.span)
                extra.extend(self._image(node))
            elif isinstance(node, n.Link):
                extra.extend(self._title(node))
                if node.kind in ("autolink", "bare"):
                    builder(node.span.start).gap(node.span)
                else:
                    stack.extend(reversed(node.children))
            elif isinstance(node, n.Parent):
                stack.extend(reversed(node.children))
            else:
                builder(node.span.start).gap(node.span)
        for found in builders.values():
            if piece := found.build():
                yield piece
        yield from extra

    def _no_words(self, span: Span) -> list[Span]:
        """Return what is text to the parser and no words to a reader: formulas, and markup of other systems."""
        found = maths_spans(self._masked, span)
        for match in _LEFTOVER.finditer(self._masked, *span):
            place = Span(*match.span())
            index = bisect_right(found, place)
            if not any(place.overlaps(other) for other in found[max(index - 1, 0) : index + 1]):
                found.insert(index, place)
        return found

    def _add_text(self, builder: ProseBuilder, node: n.Text, skipped: Sequence[Span]) -> None:
        start, end = node.span
        index = max(bisect_right(skipped, (start, start)) - 1, 0)
        while index < len(skipped) and (skip := skipped[index]).start < end:
            if start < skip.end:
                if len(node.value) != node.span.end - node.span.start:
                    builder.gap(node.span)
                    return
                if start < skip.start:
                    builder.add(self._text[start : skip.start], Span(start, skip.start))
                builder.gap(Span(max(start, skip.start), min(end, skip.end)))
                start = min(end, skip.end)
            index += 1
        if len(node.value) != node.span.end - node.span.start:
            builder.add(node.value, node.span)
        else:
            builder.add(self._text[start:end], Span(start, end))

    def _inline_html(self, node: n.InlineHtml, builder: ProseBuilder, code: list[str]) -> None:
        tag = self._text[node.span.start : node.span.end]
        match = _TAG_NAME.match(tag)
        if match is None:
            return
        name = match[1].lower()
        if name in CODE_ELEMENTS:
            if not tag.startswith("</"):
                if not tag.endswith("/>"):
                    code.append(name)
                    builder.gap(node.span)
            elif name in code:
                del code[code.index(name) :]
        elif name not in _INLINE_ELEMENTS and not code:
            builder.add(" ", node.span)

    def _image(self, image: n.Image) -> Iterator[Prose]:
        alt = ProseBuilder("alt", self._language_at(image.span.start))
        stack = [*image.children][::-1]
        while stack:
            node = stack.pop()
            if isinstance(node, n.Text):
                self._add_text(alt, node, ())
            elif isinstance(node, n.SoftBreak | n.HardBreak):
                alt.add(" ", node.span)
            elif isinstance(node, n.Parent):
                stack.extend(reversed(node.children))
            elif not isinstance(node, n.InlineHtml):
                alt.gap(node.span)
        if piece := alt.build():
            yield piece
        yield from self._title(image)

    def _title(self, node: n.Link | n.Image) -> Iterator[Prose]:
        if node.title_span is not None and node.title_span not in self._titles:
            self._titles.add(node.title_span)  # links to one definition share its title
            builder = ProseBuilder("title", self._language_at(node.span.start))
            builder.add(self._text[node.title_span.start : node.title_span.end], node.title_span)
            if piece := builder.build():
                yield piece

    def _html_block(self, block: n.HtmlBlock, inserts: Sequence[n.Node]) -> Iterator[Prose]:
        """Yield the text between the tags of a block of raw HTML; a tag that is not inline ends a piece."""
        start, end = block.span
        masked = self._masked
        inside = [insert.span for insert in inserts if start <= insert.span.start < end]
        code: list[str] = []
        builder = ProseBuilder("html", self._language_at(start))
        position = start
        while position < end:
            token = _HTML_TOKEN.search(masked, position, end)
            stop = token.start() if token else end
            if not code:
                self._html_text(builder, Span(position, stop), inside)
            if token is None:
                break
            position = max(token.end(), stop + 1)
            name_match = _TAG_NAME.match(token[0])
            if name_match is None:
                if not code and token[0].startswith("&"):
                    from html import unescape  # noqa: PLC0415 - its tables are only for the page that needs them

                    builder.add(unescape(token[0]), Span(*token.span()))
                continue
            name = name_match[1].lower()
            closing = token[0].startswith("</")
            if name in CODE_ELEMENTS:
                if closing and name in code:
                    del code[code.index(name) :]
                elif not closing and not token[0].endswith("/>"):
                    code.append(name)
                    builder.gap(Span(*token.span()))
            if name not in _INLINE_ELEMENTS and name not in CODE_ELEMENTS:
                if piece := builder.build():
                    yield piece
                builder = ProseBuilder("html", self._language_at(position))
        if piece := builder.build():
            yield piece

    def _html_text(self, builder: ProseBuilder, span: Span, inside: Sequence[Span]) -> None:
        start, end = span
        for skip in inside:
            if skip.start < end and start < skip.end:
                builder.add(self._text[start : max(start, skip.start)], Span(start, max(start, skip.start)))
                builder.gap(Span(max(start, skip.start), min(end, skip.end)))
                start = min(end, skip.end)
        builder.add(self._text[start:end], Span(start, end))


def verbatim_prose(text: str, span: Span, kind: str, language: str) -> Prose | None:
    """Return the prose of a range that is shown as it stands in the file."""
    builder = ProseBuilder(kind, language)
    builder.add(text[span.start : span.end], span)
    return builder.build()


def mapped_prose(text: str, span_of: Callable[[int, int], Span], kind: str, language: str) -> Prose | None:
    """Return the prose of a text that tells itself where each of its characters stands (a quoted value)."""
    builder = ProseBuilder(kind, language)
    start = 0
    whole = span_of(0, len(text)) if text else Span(0, 0)
    if whole.end - whole.start == len(text):
        builder.add(text, whole)
    else:
        for start, char in enumerate(text):
            builder.add(char, span_of(start, start + 1))
    return builder.build()
